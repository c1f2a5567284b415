"""Utterances: one thing said once by one voice, however many articles report it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from sys import intern
from typing import TypeVar

from ..lexicon.numbers import values
from ..lexicon.stems import stem
from ..model.article import Article
from ..model.claim import Utterance, UtteranceStatement
from ..model.keeping import NOWHERE, Keeping
from ..model.statement import Statement
from .alike import Pairs, alike_pairs, print_of
from .copied_statements import copied_statements
from .days import days_fit
from .evidence import Evidence
from .groups import consistent, groups_of, members
from .remark_days import days_of_remarks
from .said import SHORTEST_RUN, Said
from .voices import UNKNOWN_VOICE, Voices
from .worded import content_words, quoted_words, wordings_of
from .words import StemWeights, content_stems, sampled_weights, shares, words_of

SAME_SHARE = 0.55
"""Share of the lighter wording's weight that must lie in the other for one voice to have said it
once (set by reading pairs of the example story and the oil spill of timeline17)."""

SAME_SHARE_ANONYMOUS = 0.7
"""The same for voices of which it is not known that they are one."""

HEAVIER_SHARE = 0.25
"""Share of the heavier wording's weight that must lie in the lighter: a phrase of two words that a
whole speech holds too does not make the speech."""

FEWEST_SHARED = 3
"""Content words that two wordings share at least; fewer are names and topics."""

FEWEST_PLAIN = 1
"""And so many of them without a capital: names alone are whom two remarks are about."""

LONG_QUOTE = 8
"""Two quotations of so many words each without `SHORTEST_RUN` of them in a row in common are two remarks: quotations are
word for word."""

SHORT_RUN = 3
"""Words in a row that two short remarks must have in common."""

VERBATIM_RUN = 6
"""Words in a row that make two quotations one remark, ..."""

VERBATIM_RUN_AFAR = 8
"""... and so many on whatever day it is quoted again: a promise of six words is made at every rally."""

AFAR = 60
"""Days between two remarks that are told afar."""

MOST_DAYS_OPEN = 14
"""A remark whose day is known less well than to two weeks ("said last month") is joined with another only word for word:
politicians say much the same at every occasion."""

SAME_SHARE_NAMED = 0.9
"""The same for two voices that are named differently, as a person and the body that he speaks for."""

LEAST_STEMS_NAMED = 7
"""And so many content words at least."""

SURE = 2.0
"""How alike two statements are that are one word for word, or of which one paper has the sentence from the other."""

T = TypeVar("T")


def find_utterances(
    evidence: Evidence, voices: Voices, keeping: Keeping = NOWHERE
) -> tuple[Utterance, ...]:
    """The utterances of all statements, sorted by id (that of the smallest statement). What was compared is kept
    in `keeping`."""
    said = [
        Said(
            article=reading.article.id,
            statement=statement,
            stems=content_stems(content_words(statement)),
            days=days[statement.id],
            quoted=tuple(
                intern(word.lower())
                for piece in quoted_words(statement)
                for word in words_of(piece)
            ),
            printed=printed,
        )
        for reading in evidence.readings
        for printed in (_last_day_of_print(reading.article),)
        for days in (days_of_remarks(reading, evidence),)
        for statement in reading.statements
        if _tells(statement) and not _is_nobodys(statement, voices)
    ]
    weights = sampled_weights((item.article, item.stems) for item in said)
    by_id = {item.statement.id: item for item in said}

    def compare(one: str, two: str) -> float:
        first, second = by_id[one], by_id[two]
        return 0.0 if first.article == second.article else _likeness(first, second, voices, weights)

    prints = {id: _print_of(item, voices) for id, item in by_id.items()}
    blocks = _blocks(said, voices, weights)
    likeness = alike_pairs(blocks, prints, weights, compare, "utterances", keeping)
    likeness = _without_often_said(likeness, by_id, voices)
    likeness |= {
        pair: SURE
        for pair in copied_statements(evidence, voices)
        if pair[0] in by_id and pair[1] in by_id
    }
    groups = groups_of(by_id, consistent(likeness), evidence.judged.utterances)
    return tuple(
        _utterance([by_id[statement] for statement in group], evidence, voices)
        for group in members(groups).values()
    )


def _last_day_of_print(article: Article) -> date | None:
    published = article.published
    return date.fromisoformat(published.latest) if published is not None else None


def _tells(statement: Statement) -> bool:
    """Whether a statement's content says anything: not "who", "but" or a number alone, unless it was quoted."""
    if statement.mode in ("direct", "mixed"):
        return bool(statement.content)
    told = content_stems(content_words(statement)) - _number_words()
    return any(not word.isdecimal() for word in told)


@cache
def _number_words() -> frozenset[str]:
    return frozenset(stem(word) for group in ("ones", "tens") for word in values(group))


def _is_nobodys(statement: Statement, voices: Voices) -> bool:
    """Whether nobody known only thinks or expects it ("is expected to resign"): nobody has said so."""
    return (
        statement.mode == "attitude" and voices.voice_of_statement[statement.id] == UNKNOWN_VOICE.id
    )


def _print_of(item: Said, voices: Voices) -> str:
    """A digest of all that is compared of a statement."""
    voice = voices.voice_of_statement[item.statement.id]
    kind = voices.by_id[voice].kind
    return print_of(item.article, item.statement, item.days, item.printed, voice, kind)


def _blocks(said: list[Said], voices: Voices, weights: StemWeights) -> dict[str, list[str]]:
    """Ids of statements whose voices are one or may be one, and which share one of the words that tell
    most, sorted: so one busy speaker does not cost all pairs.

    Of voices that may all be one ("an official" of one body in a hundred articles) each may be the same
    as every other: for each word the statements are gathered by that set of voices, and one gathering is
    compared once, not once for each voice in it. A statement meets at most `MOST_COMMON` others by each
    of its words and voices."""
    every = sorted(frozenset[str]().union(*(item.stems for item in said)))
    rarity = {word: n for n, word in enumerate(sorted(every, key=lambda word: -weights[word]))}
    circle_of: dict[str, frozenset[str]] = {}
    by_word: dict[str, dict[frozenset[str], list[str]]] = {}
    for item in sorted(said, key=lambda item: item.statement.id):
        id = voices.voice_of_statement[item.statement.id]
        if id not in circle_of:
            circle_of[id] = voices.circles[id]
        for word in sorted(item.stems, key=rarity.__getitem__)[:TELLING]:
            by_word.setdefault(word, {}).setdefault(circle_of[id], []).append(item.statement.id)
    circles = _standing_for_all(circle_of.values())
    return {
        f"{word} {voice}": block
        for word in sorted(by_word)
        for voice, block in _gatherings(by_word[word], circles)
    }


def _standing_for_all(circles: Iterable[frozenset[str]]) -> dict[frozenset[str], tuple[str, ...]]:
    """Of each circle as many voices as are needed: of those that are in the same circles one stands for all, since
    it brings the same statements together. "An official" in a hundred articles is a hundred voices of one circle."""
    of_voice: dict[str, list[frozenset[str]]] = {}
    for circle in dict.fromkeys(circles):
        for voice in circle:
            of_voice.setdefault(voice, []).append(circle)
    standing: dict[frozenset[str], list[str]] = {}
    for together, voice in {
        tuple(of_voice[voice]): voice for voice in sorted(of_voice, reverse=True)
    }.items():
        for circle in together:
            standing.setdefault(circle, []).append(voice)
    return {circle: tuple(found) for circle, found in standing.items()}


def _gatherings(
    by_circle: dict[frozenset[str], list[str]], circles: dict[frozenset[str], tuple[str, ...]]
) -> Iterator[tuple[str, list[str]]]:
    """The statements that may be of one voice, sorted, each different gathering once, with the first voice that
    gathers them; none that is single or larger than `MOST_COMMON`."""
    if sum(map(len, by_circle.values())) < 2:
        return
    holding: dict[str, list[frozenset[str]]] = {}
    for circle in by_circle:
        for voice in circles[circle]:
            holding.setdefault(voice, []).append(circle)
    gathering = {tuple(holding[voice]): voice for voice in sorted(holding, reverse=True)}
    for together, voice in gathering.items():
        if 2 <= sum(len(by_circle[circle]) for circle in together) <= MOST_COMMON:
            yield voice, sorted(id for circle in together for id in by_circle[circle])


TELLING = 6
"""Words of a statement, the rarest first, by which others that may be the same are found."""

MOST_COMMON = 60
"""A word that more statements of one voice share is too common to bring two of them together."""


def _likeness(one: Said, two: Said, voices: Voices, weights: StemWeights) -> float:
    """How surely two statements report one remark, from 0 (not) to 2 (word for word)."""
    if one.came_before(two) or two.came_before(one):
        return 0.0
    first, second = (voices.voice_of_statement[item.statement.id] for item in (one, two))
    afar = not days_fit(one.days, two.days, AFAR)
    if first == second and one.has_run_of(two, VERBATIM_RUN_AFAR if afar else VERBATIM_RUN):
        return SURE
    if not days_fit(one.days, two.days) or _day_unknown(one) or _day_unknown(two):
        return 0.0
    if not one.has_run_of(two, SHORT_RUN) and not days_fit(one.near_days, two.near_days):
        return 0.0
    shared = one.stems & two.stems
    both_long = min(len(one.quoted), len(two.quoted)) >= LONG_QUOTE
    if both_long and not one.has_run_of(two, SHORTEST_RUN):
        return 0.0
    if len(shared) < FEWEST_SHARED or len(shared & one.plain & two.plain) < FEWEST_PLAIN:
        # Short remarks are one only word for word, from one voice.
        short = (
            first == second
            and one.has_run_of(two, SHORT_RUN)
            and set(one.quoted) == set(two.quoted)
        )
        return SURE if short else 0.0
    least = SAME_SHARE if first == second else SAME_SHARE_ANONYMOUS
    if first != second and all(voices.by_id[one].kind == "named" for one in (first, second)):
        if len(shared) < LEAST_STEMS_NAMED:
            return 0.0
        least = SAME_SHARE_NAMED
    if one.denies != two.denies or one.counts_otherwise(two):
        return 0.0
    lighter, heavier = shares(one.stems, two.stems, weights)
    return lighter if lighter >= least and heavier >= HEAVIER_SHARE else 0.0


def _without_often_said(likeness: Pairs, said: Mapping[str, Said], voices: Voices) -> Pairs:
    """The pairs without those that are alike only in what their voice says on other days as well: "vowed to hold the yard to
    account" of Monday and of Thursday. Words quoted alike tie two remarks whatever else is said."""
    of_voice: dict[str, dict[str, list[Said]]] = {}
    for id in sorted(said):
        by_stem = of_voice.setdefault(voices.voice_of_statement[id], {})
        for word in said[id].stems:
            by_stem.setdefault(word, []).append(said[id])
    return {
        (one, two): value
        for (one, two), value in likeness.items()
        if value >= SURE
        or said[one].has_run_of(said[two], SHORTEST_RUN)
        or not _is_often_said(said[one], said[two], of_voice[voices.voice_of_statement[one]])
    }


def _is_often_said(one: Said, two: Said, by_stem: Mapping[str, Sequence[Said]]) -> bool:
    """Whether a voice says all that two of its remarks share on a day of neither, too."""
    shared = one.stems & two.stems
    rarest = min(shared, key=lambda word: (len(by_stem.get(word, ())), word))
    return any(
        shared <= other.stems
        and not days_fit(other.days, one.days)
        and not days_fit(other.days, two.days)
        for other in by_stem.get(rarest, ())
    )


def _day_unknown(item: Said) -> bool:
    """Whether a remark's day is so open that another like it may well be of another day."""
    return item.days is not None and (item.days[1] - item.days[0]).days > MOST_DAYS_OPEN


def _utterance(group: list[Said], evidence: Evidence, voices: Voices) -> Utterance:
    group = sorted(group, key=lambda item: (item.article, item.statement.id))
    first = min(group, key=lambda item: item.statement.id)
    ids = {voices.voice_of_statement[item.statement.id] for item in group}
    named = sorted(voice for voice in ids if voices.by_id[voice].kind == "named")
    days = sorted(
        item.statement.said.value
        for item in group
        if item.statement.said and item.statement.said.value
    )
    return Utterance(
        id=first.statement.id,
        voice=voices.reference((named or sorted(ids))[0]),
        said=min(days, key=lambda day: (len(day), day), default=None),
        place=_first(item.statement.place for item in group),
        occasion=_first(item.statement.occasion for item in group),
        addressee=_first(item.statement.addressee for item in group),
        statements=tuple(_report_of(item, evidence) for item in group),
        wordings=wordings_of([(item.article, item.statement) for item in group], evidence),
    )


def _first(values: Iterator[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _report_of(item: Said, evidence: Evidence) -> UtteranceStatement:
    cited = item.statement.content[0]
    return UtteranceStatement(
        id=item.statement.id,
        article=item.article,
        start=cited.start,
        end=cited.end,
        words=cited.words,
        part=cited.part,
        mode=item.statement.mode,
        newsroom=evidence.newsroom_at(item.article, cited),
        cue=item.statement.cue.words if item.statement.cue else None,
    )
