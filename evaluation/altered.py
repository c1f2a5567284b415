"""`python -m evaluation.altered STORY [--most N] [--seed WORD] [--kinds K,…] [--show]`: sentences of a story's own reports, altered in one
thing, put to `check`.

Every sentence that `check` calls supported (or only said) is altered by rule: another name of the record in the place of one, another
number or bound of one, day, weekday or month, office, country, a "not" or "without" put in or taken out, "before" for "after", buyer for
seller, some for all, what is only to come, threatened or demanded told as done and what is done as to come, doer and object exchanged.
None of these is borne out by the reports, so each that is still called supported counts as a failing; a few are true by chance. The same
story, seed and rules give the same sentences. `--show` prints those failings with the words that were taken for their support.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondsource.check import Checked, Checker
from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader
from secondsource.store.story import open_story

from .alterations import KINDS, Altered, Names, alterations, draw, names_of


@dataclass(frozen=True)
class Answer:
    """What `check` says of an altered sentence."""

    altered: Altered
    original: str
    checked: Checked


def sentences(article: Article, reading: Reading) -> Iterator[str]:
    """The sentences of a report's text that can stand alone."""
    for sentence in reading.sentences:
        words = article.text[sentence.start : sentence.end]
        if sentence.part == "text" and 5 <= len(words.split()) <= 45 and "\n" not in words:
            yield words


def answers(
    checker: Checker,
    reader: Reader,
    told: Sequence[tuple[str, str | None]],
    names: Names,
    seed: str = "",
    kinds: Sequence[str] = KINDS,
) -> Iterator[Answer]:
    """The answers on all alterations of those of these sentences, each with its day of writing, that are called supported or
    only said. Two sentences that come out alike are asked once; one that reports have word for word is not asked."""
    known = {words for words, _ in told}
    asked: set[str] = set()
    for words, day in told:
        found = checker.check(words, day)
        if len(found) != 1 or found[0].verdict not in ("supported", "only said"):
            continue
        for altered in alterations(reader.pipeline(words), names, seed):
            if altered.kind not in kinds or altered.text in known or altered.text in asked:
                continue
            asked.add(altered.text)
            results = checker.check(altered.text, day)
            if len(results) == 1:
                yield Answer(altered, words, results[0])


def asked_of(folder: Path, most: int, seed: str, kinds: Sequence[str]) -> Iterator[Answer]:
    """The answers on at most so many sentences of a built story, drawn by the seed."""
    reader = Reader()
    with open_story(folder).store() as store:
        record, readings = store.record(), list(store.readings())
        checker = Checker(record, readings, reader)
    articles = {row.id: row.article for row in record.articles if row.article is not None}
    told: dict[str, str | None] = {}
    for reading in readings:
        article = articles.get(reading.article.id)
        if article is not None:
            day = article.published.earliest if article.published else None
            told.update(dict.fromkeys(sentences(article, reading), day))
    drawn = sorted(told.items(), key=lambda one: draw(f"{seed} {one[0]}"))
    yield from answers(checker, reader, drawn[:most], names_of(readings), seed, kinds)


def report(found: Iterable[Answer], show: bool) -> Iterator[str]:
    """A line for each kind of alteration: how many were asked, and how many called supported."""
    asked: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for one in found:
        kind = one.altered.kind
        asked[kind] += 1
        said[kind] += one.checked.verdict == "only said"
        if one.checked.verdict == "supported":
            failed[kind] += 1
            if show:
                yield f"{kind}: {one.altered.text}"
                yield f"    was:  {one.original}"
                yield f"    why:  {one.checked.why}"
                yield from (f"    from: {cited.words}" for cited in one.checked.citations[:2])
    for kind in KINDS:
        if asked[kind]:
            yield _line(kind, asked[kind], failed[kind], said[kind])
    yield _line("all", asked.total(), failed.total(), said.total())


def _line(kind: str, asked: int, failed: int, said: int) -> str:
    share = 100 * failed / asked if asked else 0.0
    return f"{kind}: {asked} asked, {failed} called supported ({share:.1f} %), {said} only said"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one story."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.altered", description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--most", type=int, default=150, help="sentences that are altered")
    parser.add_argument("--seed", default="")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--show", action="store_true", help="print each failing")
    given = parser.parse_args(arguments)
    found = asked_of(given.story, given.most, given.seed, given.kinds.split(","))
    for line in report(found, given.show):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
