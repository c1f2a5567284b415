"""Rows of the event lexicon that fire on no development text.

`make lexicon-unused` (or `python -m evaluation.unused_entries`) writes docs/lexicon-unused.md: row and word
only, nothing of the data. A row that fires nowhere is no fault by itself (the texts are few), but it is
held by nothing except its own two sentences in the table. Texts: PolNeAR (dev), a fixed sample of
Timeline17, the reports of the examples. Rows that only keep a word from being an event are not judged.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from secondsource.lexicon.events import EventEntry, entries
from secondsource.reading.events.finding import find_triggers
from secondsource.reading.events.frames import entry_for
from secondsource.reading.language import load_pipeline
from secondsource.reading.tokens import tokens_of

from .data import DATA, PROJECT
from .sets import polnear, timeline17

TARGET = PROJECT / "docs" / "lexicon-unused.md"
EXAMPLES = PROJECT / "examples"
A_STORY = 8
"""Articles of each Timeline17 story, chosen as its own evaluation chooses them; few, since every one is parsed."""

HEAD = """# Rows of the event lexicon that fired on no development text

Written by `make lexicon-unused`; read what that means in `evaluation/unused_entries.py`. Of {typed} rows with a
type {unused} did not fire in {texts} texts ({words} words).

| row | word | part of speech | type | mode |
|---|---|---|---|---|
"""


def texts(root: Path) -> Iterator[str]:
    """The development texts, in a fixed order."""
    for example in polnear.load(root, "dev"):
        yield example.text
    for story in timeline17.load(root, A_STORY):
        for article in story.articles:
            yield article.text
    for path in sorted(EXAMPLES.glob("*/reports/*.txt")):
        yield path.read_text("utf-8")


def fired(found: Iterable[str], pipeline: Language) -> tuple[set[EventEntry], int, int]:
    """The rows that fire in these texts, and how many texts and words they are."""
    used: set[EventEntry] = set()
    count = words = 0
    for doc in pipeline.pipe(found, batch_size=16):
        count += 1
        words += sum(token.is_alpha for token in doc)
        for trigger in find_triggers(tokens_of(doc)):
            used.update(
                entry
                for token in (trigger.token, trigger.noun)
                if token is not None and (entry := entry_for(token)) is not None
            )
    return used, count, words


def table(used: set[EventEntry], count: int, words: int) -> str:
    """The list as Markdown."""
    typed = [(n, entry) for n, entry in enumerate(entries(), start=1) if entry.type is not None]
    unused = [(n, entry) for n, entry in typed if entry not in used]
    head = HEAD.format(typed=len(typed), unused=len(unused), texts=count, words=words)
    return head + "".join(
        f"| {n} | {entry.word} | {'verb' if entry.part_of_speech == 'v' else 'noun'} |"
        f" {entry.type} | {entry.mode or ''} |\n"
        for n, entry in unused
    )


def main() -> None:
    """Writes the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=DATA, help="the folder of all data")
    parser.add_argument("--target", type=Path, default=TARGET, help="where the list goes")
    chosen = parser.parse_args()
    used, count, words = fired(texts(chosen.root), load_pipeline())
    chosen.target.write_text(table(used, count, words), "utf-8")
    print(f"{chosen.target}: {count} texts, {words} words, {len(used)} rows fired")


if __name__ == "__main__":
    main()
