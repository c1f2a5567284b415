"""Importance: which days of a story matter, and which sentences tell a day best.

A day is chosen by how much the reports speak of it (see `calendar`), a sentence by how near it is to all
that is said of its day: the mean of the weighted words of the sentences that name the day and of those in
the articles of the day; a line of an event that is reported as so counts for more, and for more still
with every independent source. A sentence that speaks of what may, will or should be is not taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from ..lexicon.stems import stem
from ..model.claim import Claim
from ..model.event import REAL
from ..model.record import Record
from ..model.text import Citation
from .calendar import DaySentence, day_sentences, weigh
from .line import Line
from .timeline import claim_is_real, line_of

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*")
_UNSURE = re.compile(
    r"\b(?:(?-i:may)|might|could|would|will|should|shall|must|can|cannot|can[’']t|won[’']t|not|if|unless|whether|"
    r"plans?|planned|expects?|expected|hopes?|likely|unlikely|den(?:y|ies|ied)|allegedly|reportedly|according)\b"
    r"|[’']ll\b|n[’']t\b|\?|^[\"“‘']",
    re.IGNORECASE,
)
"""Words that leave open whether something is so (the month of May does not); a question; a sentence that is all
quotation."""

LEAST_WORDS, MOST_WORDS = 6, 60
"""A heading or a fragment is shorter, a list or broken text longer than a sentence of news."""

EVENT_COUNTS = 1.1
"""By how much the line of an event, which has a status and a standing, counts for more: it decides between
lines that are as central, and puts no line of a side matter before the day's news."""

HEAD_COUNTS = 0.5
"""By how much the first sentence of an article counts for more; the n-th has an n-th of it."""

FAR_DOWN = 20
"""Place of a sentence that is not found among those of its day."""

SHORT = 22
"""Words up to which a sentence is not too long for a timeline; beyond them it counts for less."""

LENGTH_POWER = 0.3
"""How fast: a sentence of twice as many words keeps four fifths."""

REPEATED = 0.85
"""Cosine from which on a sentence is the one told of another day again (a copy, trimmed)."""

ALIKE = 0.6
"""Cosine from which on two sentences say the same."""


def timeline_of_days(record: Record, days: int, lines_a_day: int = 1) -> tuple[Line, ...]:
    """The so many weightiest days with at most so many lines each, by day.

    Lines of events that are reported as so come with their status and standing; where none of a day is as
    central, the line is a sentence of the reports with nothing claimed of it but that it was
    reported. A day of which no line can be given is left out, and the next takes its place.
    """
    sentences = tuple(day_sentences(record))
    by_day: dict[str, list[DaySentence]] = {}
    for one in sentences:
        by_day.setdefault(one.day, []).append(one)
    weights = _word_weights(one.citation.words for one in sentences)
    events = _event_lines(record)
    unreal = _unreal_sentences(record)
    found: list[Line] = []
    told: list[Vector] = []
    chosen = 0
    for day in weigh(record, sentences):
        if chosen == days:
            break
        lines = _lines_of(
            day.day,
            by_day.get(day.day, []),
            events.get(day.day, []),
            unreal,
            weights,
            lines_a_day,
            told,
        )
        told += [_vector(line.words, weights) for line in lines]
        chosen += bool(lines)
        found += lines
    return tuple(sorted(found, key=lambda line: line.when or ""))


def _event_lines(record: Record) -> dict[str, list[Line]]:
    """The lines of events reported as so, by their day."""
    claims: dict[str, Claim] = {
        claim.about: claim for claim in record.claims if claim_is_real(claim)
    }
    found: dict[str, list[Line]] = {}
    for event in record.events:
        claim = claims.get(event.id)
        if claim and event.time and event.time.precision == "day" and event.status in REAL:
            found.setdefault(event.time.value[:10], []).append(line_of(event, claim))
    return found


def _unreal_sentences(record: Record) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where sentences stand that tell of something not so: threatened, planned, denied, ..."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for event in record.events:
        for mention in event.mentions:
            if mention.status not in REAL:
                sentence = mention.sentence
                found.setdefault((sentence.article, sentence.part), []).append(
                    (sentence.start, sentence.end)
                )
    return found


def _lines_of(
    day: str,
    sentences: Sequence[DaySentence],
    events: Sequence[Line],
    unreal: Mapping[tuple[str, str], list[tuple[int, int]]],
    weights: Vector,
    most: int,
    told: Sequence[Vector],
) -> list[Line]:
    """The most central lines of a day that repeat neither each other nor what is told of another day."""
    vectors = [_vector(one.citation.words, weights) for one in sentences]
    centre = _mean(
        [v for v, one in zip(vectors, sentences, strict=True) if one.named],
        [v for v, one in zip(vectors, sentences, strict=True) if not one.named and one.place < 12],
    )
    candidates: list[tuple[float, str, Vector, Line]] = []
    for line in events:
        vector: Vector = _vector(line.words, weights)
        support = line.standing.independent if line.standing else 0
        known = EVENT_COUNTS + 0.1 * max(0, support - 1)
        counts = known * _head(_place_of(line, sentences)) * _brevity(line.words)
        candidates.append((_cosine(vector, centre) * counts, line.words, vector, line))
    for one, own in zip(sentences, vectors, strict=True):
        # What names no day may lie before it: only the head of the day's own articles is news of it. What names
        # the day as one since which or for which is told of other days.
        if (one.named or one.place < 5) and not one.edge and _may_stand(one.citation, unreal):
            counts = _head(one.place) * _brevity(one.citation.words)
            line = Line(
                about=one.citation.article,
                words=one.citation.words,
                citations=(one.citation,),
                when=day,
                notes=("the sentence that is nearest to all that is said of this day",),
            )
            candidates.append((_cosine(own, centre) * counts, line.words, own, line))
    chosen: list[tuple[Vector, Line]] = []
    for _, _, vector, line in sorted(candidates, key=lambda entry: (-entry[0], entry[1])):
        if len(chosen) == most:
            break
        if all(_cosine(vector, other) < ALIKE for other, _ in chosen) and all(
            _cosine(vector, other) < REPEATED for other in told
        ):
            chosen.append((vector, line))
    return [line for _, line in chosen]


def _head(place: int) -> float:
    """What a sentence counts for its place in its article."""
    return 1 + HEAD_COUNTS / (1 + place)


def _place_of(line: Line, sentences: Sequence[DaySentence]) -> int:
    """How many sentences stand before the first citation of a line; many where that is not known."""
    cited = line.citations[0]
    for one in sentences:
        own = one.citation
        if (
            own.article == cited.article
            and cited.part == "text"
            and own.start <= cited.start < own.end
        ):
            return one.place
    return FAR_DOWN


def _brevity(words: str) -> float:
    """What a sentence counts for its length: 1 up to SHORT words, less beyond."""
    return float(min(1.0, SHORT / max(1, len(words.split()))) ** LENGTH_POWER)


def _may_stand(citation: Citation, unreal: Mapping[tuple[str, str], list[tuple[int, int]]]) -> bool:
    count = len(citation.words.split())
    if not LEAST_WORDS <= count <= MOST_WORDS or _UNSURE.search(citation.words):
        return False
    if citation.words[-1] not in '.!”"’':
        return False
    spans = unreal.get((citation.article, citation.part), [])
    return not any(start < citation.end and citation.start < end for start, end in spans)


def _stems(words: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(words)]


def _word_weights(sentences: Iterable[str]) -> dict[str, float]:
    """Inverse document frequency of each stem over the sentences."""
    count: Counter[str] = Counter()
    total = 0
    for words in sentences:
        count.update(set(_stems(words)))
        total += 1
    return {word: log(1 + total / number) for word, number in count.items()}


def _vector(words: str, weights: Vector) -> dict[str, float]:
    counts = Counter(_stems(words))
    raw = {word: (1 + log(n)) * weights.get(word, 0.0) for word, n in counts.items()}
    norm = sqrt(sum(value * value for value in raw.values())) or 1.0
    return {word: value / norm for word, value in raw.items()}


def _mean(*groups: Sequence[Vector]) -> dict[str, float]:
    """The mean of the means of the groups, so that the bigger group does not drown the other."""
    centre: dict[str, float] = {}
    for group in groups:
        for vector in group:
            for word, value in vector.items():
                centre[word] = centre.get(word, 0.0) + value / len(group)
    return centre


def _cosine(one: Vector, two: Vector) -> float:
    small, big = (one, two) if len(one) < len(two) else (two, one)
    dot = sum(value * big.get(word, 0.0) for word, value in small.items())
    norm = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in two.values()))
    return dot / norm if norm else 0.0
