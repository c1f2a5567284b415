"""The package as others get it: what it needs is declared, and no name of a real story is in its rules."""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import secondsource

ROOT = Path(secondsource.__file__).parent
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def declared_distributions() -> set[str]:
    """The declared dependencies and all that they need, by normalised name."""
    found: set[str] = set()
    waiting = ["secondsource"]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        found.add(name)
        try:
            needed = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        waiting += [re.match(r"[\w.-]+", line).group() for line in needed if "extra ==" not in line]
    return found


def test_import_takes_nothing_but_declared_dependencies():
    code = "import sys, secondsource; print('\\n'.join({m.split('.')[0] for m in sys.modules}))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    owners = metadata.packages_distributions()
    allowed = declared_distributions()
    for module in shown.stdout.split():
        for owner in owners.get(module, []):
            name = re.sub(r"[-_.]+", "-", owner).lower()
            if name not in ("pip", "setuptools", "hatchling", "editables"):
                assert name in allowed, f"{module} comes from {owner}, which is not declared"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not there")
def test_no_proper_name_of_the_seeds_stands_in_the_rules(reader):
    from secondsource import clean_text

    names = set()
    for seed in sorted(SEEDS.glob("*.txt")):
        article = clean_text(seed.read_text("utf-8"))
        reading = reader.read_article(article)
        for mention in reading.mentions:
            if mention.form == "name" and mention.kind == "person":
                names.add(mention.name.split()[-1])
        names |= {place.citation.words for place in reading.places}
    names = {name for name in names if len(name) > 3 and name[0].isupper()}
    found = [
        f"{file.relative_to(ROOT)}: {name}"
        for file in sorted(ROOT.rglob("*.py"))
        for name in sorted(names)
        if re.search(rf"\b{re.escape(name)}\b", file.read_text("utf-8"))
    ]
    assert not found


TABLES = [file for kind in ("toml", "tsv", "csv") for file in sorted(ROOT.rglob(f"*.{kind}"))]


@pytest.mark.parametrize("table", TABLES, ids=lambda file: file.name)
def test_every_table_names_its_source(table):
    head = table.read_text("utf-8")[:2000].lower()
    assert re.search(r"source|written by hand|compiled|geonames", head), (
        f"{table} does not say where it comes from"
    )
