"""Spelling variants of names (sanctions lists, with typing mistakes, other word orders), against
`names_match`.

Positives: a name and its altered form, row by row. Negatives: each name of the sanctions lists and of the US
Congress against the ten names of other people that share most words with it, and against the next name of the
list. A None ("may be") is right for neither. Run: `python -m evaluation.sets.name_variants`.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from secondsource.lexicon.transliteration import names_match, skeleton

FOLDER = "name_variants"


def read_names(path: Path) -> list[str]:
    """The full names of one table, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row["full_name"] for row in csv.DictReader(file)]


def positives(root: Path) -> list[tuple[str, str]]:
    """Pairs of names of one person."""
    folder = root / FOLDER
    return list(
        zip(
            read_names(folder / "positives_un_treated.csv"),
            read_names(folder / "positives_un_untreated.csv"),
            strict=True,
        )
    )


def negatives(root: Path) -> Iterator[tuple[str, str]]:
    """Pairs of names of different people: those that share a word, and neighbours of the list."""
    folder = root / FOLDER
    names: list[str] = []
    for table in ("positives_un_untreated", "positives_us_congress_untreated", "negatives_global"):
        names += read_names(folder / f"{table}.csv")
    names = sorted(set(names))
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        for word in set(skeleton(name).split()):
            sharing[word].append(index)
    for index, name in enumerate(names):
        shared: dict[int, int] = defaultdict(int)
        for word in skeleton(name).split():
            for other in sharing[word]:
                if other > index:
                    shared[other] += 1
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:10]
        for other in nearest:
            yield name, names[other]
        if index + 1 < len(names) and index + 1 not in nearest:
            yield name, names[index + 1]


def main() -> None:
    """How many pairs of each kind are told the same, different and unsure."""
    root = Path("../shared/data")
    for kind, pairs in (("same", positives(root)), ("different", list(negatives(root)))):
        answers = [names_match(one, other)[0] for one, other in pairs]
        print(
            f"{kind:10} {len(pairs):6} pairs: told same {answers.count(True)}, "
            f"different {answers.count(False)}, unsure {answers.count(None)}"
        )


if __name__ == "__main__":
    main()
