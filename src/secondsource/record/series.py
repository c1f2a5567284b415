"""Series: the same measure through time."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import chain

from ..lexicon import measures
from ..lexicon.measures import measure_of
from ..lexicon.stems import stem
from ..model.claim import Series, SeriesPoint
from ..model.figure import Figure
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .days import span_of_days
from .evidence import Evidence
from .one_thing import of_one_thing
from .scenes import TOLLS, Scene, is_of_larger, people_of, scenes_of
from .sentences import sentence_at
from .series_changes import SAME_CONTEXT, changes_of, contexts_of
from .sums import with_notes
from .told_again import told_again
from .voices import Voices, voice_at
from .words import normalised


def find_series(evidence: Evidence, voices: Voices) -> tuple[Series, ...]:
    """All series, sorted by id (that of the smallest figure). A figure that counts nothing that can
    be named stands in no series."""
    found: dict[tuple[str, str], list[tuple[Figure, SeriesPoint]]] = {}
    named: dict[str, frozenset[str]] = {}
    scenes: dict[str, Scene] = {}
    for reading in evidence.readings:
        speakers = _speakers(reading)
        scenes |= scenes_of(reading)
        for figure in reading.figures:
            if figure.measured is None and figure.unit is None:
                continue
            if _counts_speakers(figure, speakers):
                continue
            key = (measure_of(figure.measured or ""), figure.unit or "")
            point = _point(reading, figure, evidence, voices)
            found.setdefault(key, []).append((figure, point))
            if not _owner(figure):
                named[figure.id] = _named_beside(reading, point.sentence)
    groups = _with_told_again(
        [
            (key[1] or key[0].rpartition(" ")[2], rows)
            for key in sorted(found)
            for time in _by_happening(key[0], found[key])
            for whole in _whole_and_parts(time)
            for rows in _by_owner(whole, named)
        ]
    )
    row_of = {figure.id: (figure, point) for rows in groups for figure, point in rows}
    judged = evidence.judged.figures.regrouped(
        [[point.id for point in part] for rows in groups for part in _of_one_thing(rows, scenes)]
    )
    return with_notes(
        sorted(
            (_series([row_of[figure] for figure in group], scenes) for group in judged),
            key=lambda series: series.id,
        )
    )


def _of_one_thing(
    rows: Sequence[tuple[Figure, SeriesPoint]], scenes: Mapping[str, Scene]
) -> list[list[SeriesPoint]]:
    """The points of a group, parted by what they are of. What became of people is told of one happening in many words: its scenes
    say what moved."""
    points = [point for _, point in rows]
    if any(measure_of(figure.measured or "") in _fates() for figure, _ in rows):
        return [points]
    return of_one_thing(points, scenes)


@cache
def _fates() -> frozenset[str]:
    """What is counted where something became of people: "killed", "detained"."""
    return frozenset((*measures.fates().values(), *measures.states().values()))


Speakers = Mapping[str, Sequence[tuple[int, int]]]


def _speakers(reading: Reading) -> Speakers:
    """Where the sources of a reading's statements stand, by part."""
    found: dict[str, list[tuple[int, int]]] = {}
    for statement in reading.statements:
        if statement.source is not None:
            source = statement.source
            found.setdefault(source.part, []).append((source.start, source.end))
    return found


MOST_SPEAKERS = 12
"""More who say one thing are counted for themselves: "120 doctors signed a letter"."""


def _counts_speakers(figure: Figure, speakers: Speakers) -> bool:
    """Whether a number only says how many vouch for what is told: "two people briefed on the trip said"."""
    cited = figure.citation
    few = figure.unit is None and figure.high is not None and figure.high <= MOST_SPEAKERS
    return few and any(
        start <= cited.start and cited.end <= min(end, start + _BEGINNING + len(cited.words))
        for start, end in speakers.get(cited.part, ())
    )


_BEGINNING = 12
"""Code points of a source before the number of those who speak: "At least", "All"; further behind it stands what
else is told of them."""


def _with_told_again(
    groups: Sequence[tuple[str, list[tuple[Figure, SeriesPoint]]]],
) -> list[list[tuple[Figure, SeriesPoint]]]:
    """The groups, each with its unit, with numbers that are told again with another noun where most of their like
    are. What has no unit is parted by the last word of its noun ("separation machines", "machines")."""
    of_unit: dict[str, dict[str, list[SeriesPoint]]] = {}
    for unit, rows in groups:
        if unit:
            points = [point for _, point in rows]
            of_unit.setdefault(unit, {})[min(point.id for point in points)] = points
    moved: dict[str, str] = {}
    for unit in sorted(of_unit):
        moved |= told_again(of_unit[unit])
    found: dict[str, list[tuple[Figure, SeriesPoint]]] = {}
    for _, rows in groups:
        first = min(point.id for _, point in rows)
        for figure, point in rows:
            found.setdefault(moved.get(point.id, first), []).append((figure, point))
    return list(found.values())


YEARS_APART = timedelta(days=2 * 365)
"""How far from any other time that is told a toll is of another happening: an older one is told for comparison."""


def _by_happening(
    measure: str, rows: list[tuple[Figure, SeriesPoint]]
) -> list[list[tuple[Figure, SeriesPoint]]]:
    """The figures of one measure; those of a toll parted where years lie between their times. What has no days goes with the
    newest."""
    if measure not in TOLLS:
        return [rows]
    spans = {point.id: span_of_days(point.as_of) for _, point in rows}
    begins: list[date] = []
    reached: date | None = None
    for first, last in sorted({span for span in spans.values() if span is not None}):
        if reached is None or first - reached > YEARS_APART:
            begins.append(first)
        reached = max(reached or last, last)
    parted: dict[int, list[tuple[Figure, SeriesPoint]]] = {}
    for row in rows:
        span = spans[row[1].id]
        place = bisect_right(begins, span[0]) if span else len(begins)
        parted.setdefault(place, []).append(row)
    return [parted[place] for place in sorted(parted)]


def _whole_and_parts(
    rows: list[tuple[Figure, SeriesPoint]],
) -> list[list[tuple[Figure, SeriesPoint]]]:
    """The figures of one measure, and apart from them those that say that they are a part of others: 31 of 52 trucks
    are no later count of the 52."""
    parts = [row for row in rows if is_of_larger(row[1])]
    if not parts or len(parts) == len(rows):
        return [rows]
    inside = {row[1].id for row in parts}
    return [[row for row in rows if row[1].id not in inside], parts]


def _by_owner(
    rows: list[tuple[Figure, SeriesPoint]], named: Mapping[str, frozenset[str]]
) -> list[list[tuple[Figure, SeriesPoint]]]:
    """The figures of one measure, parted by whose they are. A figure that does not say whose goes with
    the owner whose sentences are most like its own, if one is like enough, or with the only owner if
    its sentence names (`named`) nobody else. The dead of one land's people are by themselves: most tolls that do
    not say whose are of all the dead."""
    owned: dict[str, list[tuple[Figure, SeriesPoint]]] = {}
    of_people: dict[str, list[tuple[Figure, SeriesPoint]]] = {}
    unowned: list[tuple[Figure, SeriesPoint]] = []
    for row in rows:
        owner = _owner(row[0])
        if owner and measure_of(row[0].measured or "") in TOLLS and people_of(row[0]):
            of_people.setdefault(owner, []).append(row)
        elif owner:
            owned.setdefault(owner, []).append(row)
        else:
            unowned.append(row)
    likeness_of = _likeness_to_owners(owned, unowned)
    apart: list[tuple[Figure, SeriesPoint]] = []
    joined: dict[str, list[tuple[Figure, SeriesPoint]]] = {}
    for row in unowned:
        likeness = likeness_of[row[1].id]
        best = max(owned, key=lambda owner: (likeness.get(owner, 0.0), owner), default=None)
        beside = named[row[1].id]
        nobody_else = len(owned) == 1 and (not beside or best in beside)
        if best is not None and (likeness.get(best, 0.0) >= SAME_CONTEXT or nobody_else):
            joined.setdefault(best, []).append(row)
        else:
            apart.append(row)
    groups = [owned[owner] + joined.get(owner, []) for owner in sorted(owned)]
    groups += [of_people[owner] for owner in sorted(of_people)]
    return [*groups, apart] if apart else groups


def _likeness_to_owners(
    owned: Mapping[str, Sequence[tuple[Figure, SeriesPoint]]],
    unowned: Sequence[tuple[Figure, SeriesPoint]],
) -> dict[str, dict[str, float]]:
    """Id of each point without an owner -> owner -> share of the lighter of two sentences that lies in
    the other, for the most like of his sentences besides its own. Owners with whom it shares no word are left out: only
    sentences with a word in common are looked at."""
    told_in: dict[tuple[str, frozenset[str]], set[Place]] = {}
    for owner in sorted(owned):
        points = [point for _, point in owned[owner]]
        for point, words in zip(points, contexts_of(points).values(), strict=True):
            told_in.setdefault((owner, words), set()).add(_place(point))
    contexts = list(told_in)
    holding: dict[str, list[int]] = {}
    for n, (_, context) in enumerate(contexts):
        for word in context:
            holding.setdefault(word, []).append(n)
    found: dict[tuple[frozenset[str], Place], dict[str, float]] = {}
    own = contexts_of([point for _, point in unowned])
    place_of = {point.id: _place(point) for _, point in unowned}
    for id, words in own.items():
        if (words, place_of[id]) in found:
            continue
        best = found[words, place_of[id]] = {}
        shared = Counter(chain.from_iterable(holding.get(word, ()) for word in words))
        for n, count in shared.items():
            owner, context = contexts[n]
            if told_in[owner, context] == {place_of[id]}:
                continue  # "some 24,000 soldiers, against 6,000 for the guard": told apart
            share = count / min(len(words), len(context))
            best[owner] = max(share, best.get(owner, 0.0))
    return {point: found[words, place_of[point]] for point, words in own.items()}


Place = tuple[str, str, int]
"""Article, part and first code point of a sentence."""


def _place(point: SeriesPoint) -> Place:
    return point.article, point.part, point.sentence.start


def _owner(figure: Figure) -> str:
    """Whose the counted things are, normalised so that a country, its adjective and its people meet
    ("Kenya", "Kenyan fishermen", "Kenyans"); empty for people of nowhere in particular."""
    if not figure.of:
        return ""
    first = next((word for word in figure.of.split() if word[:1].isupper()), "")
    return normalised(first)[:5]


_LANDS = frozenset({"place-as-actor", "nationality", "government", "armed-force"})


def _named_beside(reading: Reading, sentence: Citation) -> frozenset[str]:
    """The lands whose people, seats and forces a sentence names, each as `_owner` writes it."""
    return frozenset(
        normalised(mention.affiliation or mention.name)[:5]
        for mention in reading.mentions
        if mention.kind in _LANDS
        and mention.citation.part == sentence.part
        and sentence.start <= mention.citation.start < sentence.end
    )


def statement_at(reading: Reading, figure: Figure) -> Statement | None:
    """The innermost statement that vouches for a figure: not one that names nobody inside of one that does
    ("is expected to pay four firms, officials said"), nor the wish of somebody for what comes after ("hopes for
    a truce after four rounds of talks" is no word of his on the rounds)."""
    citation = figure.citation
    holding = [
        statement
        for statement in reading.statements
        if _holds(statement, citation) and not (figure.nature == "measured" and _is_wish(statement))
    ]
    return min(
        holding,
        key=lambda statement: (
            statement.source is None and statement.voice.kind == "unknown",
            sum(piece.end - piece.start for piece in statement.content),
            statement.id,
        ),
        default=None,
    )


def _holds(statement: Statement, words: Citation) -> bool:
    """Whether a piece of what a statement says holds these words."""
    for piece in statement.content:
        if piece.start <= words.start and words.end <= piece.end and piece.part == words.part:
            return True
    return False


_WISHES = frozenset(map(stem, "hope want wish seek aim plan intend".split()))


def _is_wish(statement: Statement) -> bool:
    cue = statement.cue.words.split() if statement.cue else []
    return statement.mode == "attitude" and any(stem(word) in _WISHES for word in cue)


def _point(reading: Reading, figure: Figure, evidence: Evidence, voices: Voices) -> SeriesPoint:
    article = reading.article
    statement = statement_at(reading, figure)
    published = article.published
    sentence = sentence_at(reading, figure.citation)
    return SeriesPoint(
        id=figure.id,
        low=figure.low,
        high=figure.high,
        approximator=figure.approximator,
        measured=figure.measured,
        nature=figure.nature,
        as_of=figure.as_of
        or (statement.said.value if statement is not None and statement.said is not None else None)
        or _time_of_sentence(reading, sentence)
        or (published.value if published else None),
        article=article.id,
        start=figure.citation.start,
        end=figure.citation.end,
        words=figure.citation.words,
        part=figure.citation.part,
        voice=voice_at(evidence, voices, article.id, statement.id if statement else None, sentence),
        newsroom=evidence.newsroom_at(article.id, figure.citation),
        sentence=sentence,
    )


def _time_of_sentence(reading: Reading, sentence: Citation) -> str | None:
    """The days (EDTF) of the one date that a sentence names, if it names just one and it lies before
    the day of publication: what the sentence tells was so then."""
    dates = [
        time
        for time in reading.times
        if time.type in ("DATE", "TIME")
        and time.citation.part == sentence.part
        and sentence.start <= time.citation.start < sentence.end
        and not _is_of_something_else(sentence, time.citation)
    ]
    if len(dates) != 1 or dates[0].earliest is None or dates[0].latest is None:
        return None
    first, last = dates[0].earliest, dates[0].latest
    published = reading.article.published
    if published is None or last > published.latest or first[:4] != last[:4]:
        return None
    if dates[0].value and re.fullmatch(r"\d{4}(-\d\d)?", dates[0].value):
        return dates[0].value
    return first if first == last else f"{first}/{last}"


_SINCE = re.compile(
    r"\b(?:since|after|before|following|until|from|ahead of)\b(?:\s+[\w'’-]+){0,6}?\s+$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:the|a|an|last|this|its|their)\s+$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:and|to|in|at|on|off|when|by|with|for|of|said|that|after|before|as|but|while)\b)[a-z]{3,}"
)


def _is_of_something_else(sentence: Citation, time: Citation) -> bool:
    """Whether a date only says since when or after what a number is so, or is an attribute of a noun: "since the 9 May
    blast 40 boats were lost" counts no boats of 9 May."""
    before = sentence.words[: time.start - sentence.start]
    if _SINCE.search(before):
        return True
    behind = sentence.words[time.end - sentence.start :]
    return bool(_DETERMINER.search(before) and _NOUN_BEHIND.match(behind))


def _of_all(figures: Sequence[Figure]) -> str | None:
    """Of whom a series is: its owner, else the people whom all of its figures name; one toll is not of workers since one
    report of it is."""
    owner = next((figure.of for figure in figures if _owner(figure)), None)
    first = figures[0].of
    return owner or (first if all(figure.of == first for figure in figures) else None)


def _series(rows: list[tuple[Figure, SeriesPoint]], scenes: Mapping[str, Scene]) -> Series:
    points = sorted(
        (point for _, point in rows),
        key=lambda point: (point.as_of or "", point.article, point.part, point.start, point.id),
    )
    figures = sorted((figure for figure, _ in rows), key=lambda figure: figure.id)
    places = sorted({figure.where for figure in figures if figure.where})
    return Series(
        id=figures[0].id,
        measured=figures[0].measured,
        of=_of_all(figures),
        place=places[0] if len(places) == 1 else None,
        unit=figures[0].unit,
        points=tuple(points),
        changes=tuple(changes_of(points, scenes)),
    )
