"""Refrains: sentences that a newsroom prints under many of its articles and that tell nothing.

"We welcome comments on our articles" is furniture that no single article gives away. A sentence is a
refrain where one newsroom has it word for word in several articles and it names nobody, no place, no
day and no number; what recurs with names and numbers in it is background, and stays.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from ..model.lineage import Lineage
from ..model.reading import Reading, Sentence
from ..model.text import Citation

TIMES = 3
"""Articles of one newsroom that make a sentence without any name its refrain."""

LEAST_WORDS = 3
"""Shorter sentences ("He agreed.") recur by chance."""

Spot = tuple[str, int, int]


def without_refrains(readings: Sequence[Reading], lineage: Lineage) -> tuple[Reading, ...]:
    """The readings without the statements, events and figures that stand in refrains. The texts, the
    names and the order stay as they are."""
    articles: dict[tuple[str, str], set[str]] = {}
    spots: dict[str, list[tuple[Spot, tuple[str, str]]]] = {}
    for reading in readings:
        newsroom = lineage.newsroom_of.get(reading.article.id)
        if newsroom is None:
            continue
        for sentence, words in _bare_sentences(reading):
            key = (newsroom, words)
            articles.setdefault(key, set()).add(reading.article.id)
            spot = (sentence.part, sentence.start, sentence.end)
            spots.setdefault(reading.article.id, []).append((spot, key))
    return tuple(
        _without(
            reading,
            [
                spot
                for spot, key in spots.get(reading.article.id, ())
                if len(articles[key]) >= TIMES
            ],
        )
        for reading in readings
    )


def _bare_sentences(reading: Reading) -> Iterable[tuple[Sentence, str]]:
    """The sentences of the body that hold something told and no name, place, day or number, with
    their words."""
    text = reading.article.text
    telling: Iterable[Citation] = (
        *(event.citation for event in reading.events),
        *(cited for statement in reading.statements for cited in statement.content[:1]),
    )
    named: Iterable[Citation] = (
        *(mention.citation for mention in reading.mentions if mention.form == "name"),
        *(place.citation for place in reading.places),
        *(time.citation for time in reading.times if time.earliest or time.type == "TIME"),
        *(figure.citation for figure in reading.figures),
    )
    told = sorted(cited.start for cited in telling if cited.part == "text")
    names = sorted(cited.start for cited in named if cited.part == "text")
    for sentence in reading.sentences:
        if sentence.part != "text" or not _any_within(told, sentence):
            continue
        words = " ".join(text[sentence.start : sentence.end].split())
        if len(words.split()) >= LEAST_WORDS and not _any_within(names, sentence):
            yield sentence, words


def _any_within(starts: Sequence[int], sentence: Sentence) -> bool:
    """Whether one of the places, sorted, lies in the sentence."""
    at = bisect_left(starts, sentence.start)
    return at < len(starts) and starts[at] < sentence.end


def _without(reading: Reading, refrains: Sequence[Spot]) -> Reading:
    if not refrains:
        return reading

    def tells(cited: Citation | None) -> bool:
        return cited is None or not any(
            cited.part == part and start <= cited.start < end for part, start, end in refrains
        )

    return msgspec.structs.replace(
        reading,
        statements=tuple(
            item for item in reading.statements if tells(next(iter(item.content), None))
        ),
        events=tuple(item for item in reading.events if tells(item.citation)),
        figures=tuple(item for item in reading.figures if tells(item.citation)),
    )
