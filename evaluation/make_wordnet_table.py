"""`python -m evaluation.make_wordnet_table FOLDER`: makes `lexicon/wordnet.tsv` from the database files of WordNet 3.0.

FOLDER holds `data.noun`, `index.noun`, `cntlist.rev` and so on (Debian: package wordnet-base). Kept are single words
that occur in the sense-tagged texts behind `cntlist.rev`, or share their first sense with one that does; of each, for
every part of speech, the first sense and at most two more that make up a tenth of its uses.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from secondsource.lexicon import wordnet
from secondsource.lexicon.stems import stem

KINDS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SHARE = 0.1
MOST_SENSES = 3
TOO_WIDE = 40
"""A synset with more direct kinds than this is too wide to say one for the other ("person", "change")."""

HEADER = """# WordNet 3.0: words with their commonest senses, what these are kinds of, and opposites.
# Source: Princeton University, WordNet 3.0 (2006), https://wordnet.princeton.edu, database files of Debian's
# wordnet-base; free under the WordNet licence: "WordNet 3.0 Copyright 2006 by Princeton University. All rights
# reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES, EXPRESS OR IMPLIED." Made by evaluation/make_wordnet_table.py, 2026-11.
# Columns: stem (lexicon/stems.py), senses of the words that have it and of words derived from them, direct hypernyms of
# those, stems of the antonyms.
"""

Sense = tuple[str, str]


def read(
    folder: Path,
) -> tuple[
    dict[str, list[Sense]],
    dict[Sense, list[tuple[str, str, Sense, int, int]]],
    dict[Sense, list[str]],
]:
    """Senses of each word in order of use, pointers of each synset, and its words."""
    senses: dict[str, list[Sense]] = defaultdict(list)
    pointers: dict[Sense, list[tuple[str, str, Sense, int, int]]] = {}
    words: dict[Sense, list[str]] = {}
    counts = _counts(folder)
    for name, kind in KINDS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            sense = (kind, fields[0])
            number = int(fields[3], 16)
            words[sense] = [fields[4 + 2 * n].split("(")[0].lower() for n in range(number)]
            at = 4 + 2 * number
            found = []
            for n in range(int(fields[at])):
                symbol, offset, pos, ends = fields[at + 1 + 4 * n : at + 5 + 4 * n]
                pos = "a" if pos == "s" else pos
                found.append((symbol, pos, (pos, offset), int(ends[:2], 16), int(ends[2:], 16)))
            pointers[sense] = found
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields = line.split()
            lemma, number = fields[0], int(fields[2])
            if not lemma.isalpha():
                continue
            tagged = [counts.get((lemma, kind, n + 1), 0) for n in range(number)]
            total = sum(tagged)
            kept = [
                (kind, offset)
                for n, offset in enumerate(fields[-number:])
                if n == 0 or (total and tagged[n] >= SHARE * total)
            ][:MOST_SENSES]
            if total or any(
                counts.get((other, kind, n + 1))
                for sense in kept
                for other in words[sense]
                for n in range(3)
            ):
                senses[lemma] += kept
    return senses, pointers, words


def _counts(folder: Path) -> dict[tuple[str, str, int], int]:
    kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    found: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        found[lemma, kinds[rest[0]], int(number)] = int(count)
    return found


def rows(folder: Path) -> list[str]:
    """The lines of the table."""
    senses, pointers, words = read(folder)
    narrower: dict[Sense, int] = defaultdict(int)
    for links in pointers.values():
        for symbol, _, target, _, _ in links:
            narrower[target] += symbol == "@"
    found = []
    for word, own in sorted(senses.items()):
        opposites, related, wider = set(), set(), set()
        for sense in own:
            at = words[sense].index(word) + 1
            for symbol, _, target, source_word, target_word in pointers[sense]:
                if symbol == "!" and source_word == at:
                    opposites.add(words[target][target_word - 1])
                elif symbol == "+" and source_word == at:
                    other = words[target][target_word - 1]
                    if target in senses.get(other, ()):
                        related.add(target)
                elif symbol == "@" and narrower[target] <= TOO_WIDE:
                    wider.add(target)
        all_own = sorted({*own, *related})
        if all_own or opposites:
            found.append(
                (word, all_own, sorted(wider), sorted(o for o in opposites if o.isalpha()))
            )
    used: dict[Sense, int] = defaultdict(int)
    for _, own, wider, _ in found:
        for sense in {*own, *wider}:
            used[sense] += 1
    kept = []
    for word, own, wider, opposites in found:
        columns = [
            [f"{kind}{int(offset)}" for kind, offset in group if used[kind, offset] > 1]
            for group in (own, wider)
        ]
        if any(columns) or opposites:
            kept.append((word, *columns, opposites))
    return by_stem(kept)


def by_stem(words: Iterable[tuple[str, Sequence[str], Sequence[str], Sequence[str]]]) -> list[str]:
    """The lines of words with their senses, hypernyms and antonyms: one line a stem, since finding the stems when the
    table is loaded took 1.5 s."""
    found: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for word, *columns, opposites in words:
        kept = found.setdefault(stem(word), (set(), set(), set()))
        for column, more in zip(kept, (*columns, map(stem, opposites)), strict=True):
            column.update(more)
    return [
        "\t".join((stemmed, *(" ".join(sorted(column)) for column in columns)))
        for stemmed, columns in sorted(found.items())
    ]


def main(folder: str) -> None:
    """Writes the table beside `lexicon/wordnet.py`."""
    text = HEADER + "\n".join(rows(Path(folder))) + "\n"
    Path(wordnet.__file__).with_name("wordnet.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
