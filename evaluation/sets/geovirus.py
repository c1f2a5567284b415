"""GeoVirus: place names of news about epidemics with points of Wikipedia, against our places.

Measured as LGL (see lgl.py). Run: `python -m evaluation.sets.geovirus [count]`.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from ..protocol import Example
from .lgl import FOLDER, Toponym, outcomes, run

__all__ = ["FOLDER", "load", "outcomes"]
FILE = "GeoVirus.xml"


def load(root: Path) -> list[Example]:
    """The articles; gold is a list of Toponyms in the order of the text."""
    examples = []
    for number, article in enumerate(ElementTree.parse(root / FOLDER / FILE).getroot()):
        gold = [
            Toponym(
                # The set counts from 1.
                int(location.findtext("start") or 0) - 1,
                int(location.findtext("end") or 0) - 1,
                location.findtext("name") or "",
                float(location.findtext("lat") or 0),
                float(location.findtext("lon") or 0),
            )
            for location in article.iter("location")
        ]
        gold.sort(key=lambda toponym: toponym.start)
        examples.append(Example(str(number), article.findtext("text") or "", None, gold))
    return examples


def main(count: int | None = None) -> None:
    """Reads the set and prints its scores."""
    run(load(Path("../shared/data"))[:count])


if __name__ == "__main__":
    main(*(int(count) for count in sys.argv[1:2]))
