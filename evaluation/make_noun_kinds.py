"""`python -m evaluation.make_noun_kinds FOLDER`: makes `lexicon/noun_kinds.tsv` from the database files of WordNet 3.0
(see `make_wordnet_table.py` for the folder).

Kept are single words whose commonest sense, by the tagged texts at least every second use, is a kind of one of `ROOTS`.
"""

import sys
from collections import defaultdict
from pathlib import Path

from secondsource.lexicon import wordnet

ROOTS = {
    "person": ("00007846",),
    "body": ("08008335", "08189659"),
    "troops": ("08198398", "10582746"),
    "ship": ("04530566",),
    "aircraft": ("02686568",),
    "vehicle": ("04576211",),
    "building": ("02913152", "04341686"),
    "region": ("08630985", "09287968", "09225146"),
    "road": ("04096066", "02898711"),
    "weapon": ("04565375", "02703275"),
    "supply": ("07566340", "03740161", "14875077"),
    "agreement": ("06770275",),
}
"""Kind to the synsets of `data.noun` that it gathers: person; organization, unit; military
unit, serviceman; watercraft; aircraft; wheeled vehicle; building, structure; region, geological formation, body of
water; road, bridge; weapon, ammunition; foodstuff, medicine, fuel; agreement. Single things (cities, persons)
are instances, no kinds, and left out."""
SHARE = 0.5

HEADER = """# Nouns by what their commonest sense is a kind of. Source: Princeton University, WordNet 3.0 (2006), as in wordnet.tsv
# (licence there); made by evaluation/make_noun_kinds.py, 2026-11. Columns: kind, words.
"""


def rows(folder: Path) -> list[str]:
    """The lines of the table, one a kind."""
    wider: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        at = 4 + 2 * int(fields[3], 16)
        for n in range(int(fields[at])):
            symbol, offset = fields[at + 1 + 4 * n : at + 3 + 4 * n]
            if symbol == "@":
                wider[fields[0]].add(offset)
    counts: dict[tuple[str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("1"):
            counts[lemma, int(number)] = int(count)
    found: dict[str, list[str]] = {kind: [] for kind in ROOTS}
    for line in (folder / "index.noun").read_text("latin-1").splitlines():
        fields = line.split()
        if line.startswith("  ") or not fields[0].replace("-", "").isalpha() or len(fields[0]) < 3:
            continue
        number = int(fields[2])
        senses = fields[-number:]
        tagged = [counts.get((fields[0], n + 1), 0) for n in range(number)]
        if sum(tagged) and tagged[0] < SHARE * sum(tagged):
            continue
        above, layer = set(), {senses[0]}
        while layer:
            above |= layer
            layer = {up for each in layer for up in wider[each]} - above
        for kind, roots in ROOTS.items():
            if above & set(roots):
                found[kind].append(fields[0])
    return [f"{kind}\t{' '.join(words)}" for kind, words in found.items()]


def main(folder: str) -> None:
    """Writes the table beside `lexicon/wordnet.py`."""
    text = HEADER + "\n".join(rows(Path(folder))) + "\n"
    Path(wordnet.__file__).with_name("noun_kinds.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
