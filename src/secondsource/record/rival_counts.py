"""Rival counts: two numbers of one thing on the word of two sides, "seven were hurt, police said. The mayor said four were hurt".

That two voices give two numbers says little: one counts the dead of a town, the other those of a day, each side its own.
Only where what is said is the same but for the number do the two sides quarrel.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from ..lexicon.measures import measure_of
from ..lexicon.stems import stem
from ..model.actor import StoryVoice
from ..model.claim import Conflict, Series, SeriesPoint
from .claims import figure_claim_id
from .days import days_fit, span_of_days
from .denials import BETWEEN
from .event_conflicts import conflict
from .evidence import Evidence
from .number_conflicts import are_counts_of_one_kind
from .replies import is_one_side
from .same_numbers import points_of_claims
from .scenes import TOLLS, is_part, is_summand, is_vague
from .series import statement_at
from .series_changes import can_both_hold
from .voices import Voices
from .worded import content_words
from .words import content_stems, words_of

COUNTED = TOLLS | {"people", "protesters", "prisoners", "detained", "displaced"}
"""What sides count apart: shares, prices and opinions differ without a quarrel."""

LEAST_SAID = 3
"""Words without the number that are the same in two reports, at least."""


def rival_counts(
    series: tuple[Series, ...], voices: Voices, evidence: Evidence
) -> Iterator[Conflict]:
    """A conflict for each two numbers of one thing that two sides give in the same words, side by side in one report or in
    two of one day."""
    for line in series:
        if line.unit is not None or measure_of(line.measured or "") not in COUNTED:
            continue
        said = {
            point.id: stems
            for point in line.points
            if point.nature in ("measured", "estimated") and point.part == "text"
            if (stems := _said_without_number(point, evidence)) is not None
        }
        points = [point for point in line.points if point.id in said]
        claim_of = {
            point.id: figure_claim_id(group) for group in points_of_claims(line) for point in group
        }
        seen: set[frozenset[str]] = set()
        for one, two in (*_beside(points, said), *_of_one_wording(points, said, evidence)):
            claims = frozenset({claim_of[one.id], claim_of[two.id]})
            if claims not in seen and _quarrel(one, two, voices):
                seen.add(claims)
                yield conflict(
                    "number",
                    sorted(claims),
                    [one.sentence, two.sentence],
                    f"{one.words} {one.measured} by {one.voice.name},"
                    f" {two.words} {two.measured} by {two.voice.name}",
                )


def _said_without_number(point: SeriesPoint, evidence: Evidence) -> frozenset[str] | None:
    """The stems of what the voice of a number says, without the number; None where it has no voice of its own, says it
    of somebody by a pronoun (each side counts its own), or names what another series counts."""
    statement = statement_at(evidence.reading_of[point.article], evidence.figures[point.id])
    if statement is None:
        return None
    words = content_words(statement)
    if _PRONOUN.search(words) or _counts_else(words, measure_of(point.measured or "")):
        return None
    return content_stems(words) - content_stems(point.words)


def _counts_else(words: str, measure: str) -> bool:
    """Whether words name something that sides count, and it is not what a number counts: "the death toll" of one that is put
    down as homeless."""
    named = {measure_of(word.lower()) for word in words_of(words)} & (COUNTED - {"people"})
    return bool(named) and measure not in named


_PRONOUN = re.compile(
    r"\b(?:it|its|they|their|them|he|his|him|she|her|we|our|us|i|my)\b", re.IGNORECASE
)

_SETTING = frozenset(
    map(
        stem,
        "number toll death figure count crowd turnout total bodies dead died killed injured hurt wounded arrested detained displaced people persons".split(),
    )
)
"""Stems of the words by which somebody puts a number at what it is, and of those that its series says already."""


def _beside(
    points: list[SeriesPoint], said: Mapping[str, frozenset[str]]
) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """The pairs of one report, in one sentence or in two that follow each other, of which one says no more than the other."""
    of_article: dict[str, list[SeriesPoint]] = defaultdict(list)
    for point in points:
        of_article[point.article].append(point)
    for article in sorted(of_article):
        for one, two in pairwise(sorted(of_article[article], key=lambda point: point.start)):
            near = two.sentence.start - one.sentence.end <= BETWEEN
            less, more = sorted((said[one.id], said[two.id]), key=len)
            if near and less - _SETTING <= more:
                yield one, two


def _of_one_wording(
    points: list[SeriesPoint], said: Mapping[str, frozenset[str]], evidence: Evidence
) -> Iterator[tuple[SeriesPoint, SeriesPoint]]:
    """The pairs of two reports of one day that say the same but for the number."""
    alike: dict[tuple[str, frozenset[str]], list[SeriesPoint]] = defaultdict(list)
    for point in points:
        published = evidence.articles[point.article].published
        if published is not None and len(said[point.id]) >= LEAST_SAID:
            alike[published.latest, said[point.id]].append(point)
    for group in alike.values():
        for one, two in combinations(group, 2):
            if one.article != two.article:
                yield one, two


def _quarrel(one: SeriesPoint, two: SeriesPoint, voices: Voices) -> bool:
    """Whether two numbers that are told in the same words are of two sides, of one time, and cannot both hold."""
    if can_both_hold(one, two) or not are_counts_of_one_kind(one, two):
        return False
    if any(is_part(point) or is_vague(point) or is_summand(point) for point in (one, two)):
        return False
    sides = [voices.by_id.get(point.voice.id) for point in (one, two)]
    if not all(map(_is_known, sides)) or is_one_side(*sides):  # type: ignore[arg-type]
        return False
    return days_fit(span_of_days(one.as_of), span_of_days(two.as_of))


def _is_known(voice: StoryVoice | None) -> bool:
    return voice is not None and voice.kind not in ("unstated", "unknown", "newsroom")
