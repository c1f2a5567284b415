"""Series: the same measure through time."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ..lexicon.measures import measure_of
from ..model.claim import Series, SeriesChange, SeriesPoint
from ..model.figure import Figure
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .actors import normalised
from .evidence import Evidence
from .sentences import sentence_at
from .sums import with_notes
from .utterances import day_range
from .voices import Voices, voice_at
from .words import ALL_EQUAL, containment, content_stems


def find_series(evidence: Evidence, voices: Voices) -> tuple[Series, ...]:
    """All series, sorted by id (that of the smallest figure). A figure that counts nothing that can
    be named stands in no series."""
    found: dict[tuple[str, str], list[tuple[Figure, SeriesPoint]]] = {}
    named: dict[str, frozenset[str]] = {}
    for reading in evidence.readings:
        for figure in reading.figures:
            if figure.measured is None and figure.unit is None:
                continue
            key = (measure_of(figure.measured or ""), figure.unit or "")
            point = _point(reading, figure, evidence, voices)
            found.setdefault(key, []).append((figure, point))
            if not _owner(figure):
                named[figure.id] = _named_beside(reading, point.sentence)
    groups = [rows for key in sorted(found) for rows in _by_owner(found[key], named)]
    row_of = {figure.id: (figure, point) for rows in groups for figure, point in rows}
    judged = evidence.judged.figures.regrouped(
        [[figure.id for figure, _ in rows] for rows in groups]
    )
    return with_notes(
        sorted(
            (_series([row_of[figure] for figure in group]) for group in judged),
            key=lambda series: series.id,
        )
    )


def _by_owner(
    rows: list[tuple[Figure, SeriesPoint]], named: Mapping[str, frozenset[str]]
) -> list[list[tuple[Figure, SeriesPoint]]]:
    """The figures of one measure, parted by whose they are. A figure that does not say whose goes with
    the owner whose sentences are most like its own, if one is like enough, or with the only owner if
    its sentence names (`named`) nobody else."""
    owned: dict[str, list[tuple[Figure, SeriesPoint]]] = {}
    unowned: list[tuple[Figure, SeriesPoint]] = []
    for row in rows:
        owner = _owner(row[0])
        if owner:
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
    return [*groups, apart] if apart else groups


def _likeness_to_owners(
    owned: Mapping[str, Sequence[tuple[Figure, SeriesPoint]]],
    unowned: Sequence[tuple[Figure, SeriesPoint]],
) -> dict[str, dict[str, float]]:
    """Id of each point without an owner -> owner -> share of the lighter of two sentences that lies in
    the other, for the most like of his sentences. Owners with whom it shares no word are left out: only
    sentences with a word in common are looked at."""
    contexts: list[tuple[str, frozenset[str]]] = [
        (owner, context)
        for owner in sorted(owned)
        for context in dict.fromkeys(contexts_of([point for _, point in owned[owner]]).values())
    ]
    holding: dict[str, list[int]] = {}
    for n, (_, context) in enumerate(contexts):
        for word in context:
            holding.setdefault(word, []).append(n)
    found: dict[frozenset[str], dict[str, float]] = {}
    own = contexts_of([point for _, point in unowned])
    for words in own.values():
        if words in found:
            continue
        best = found[words] = {}
        shared = Counter(chain.from_iterable(holding.get(word, ()) for word in words))
        for n, count in shared.items():
            owner, context = contexts[n]
            share = count / min(len(words), len(context))
            best[owner] = max(share, best.get(owner, 0.0))
    return {point: found[words] for point, words in own.items()}


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


def statement_at(reading: Reading, citation: Citation) -> Statement | None:
    """The innermost statement whose content holds the words at `citation`."""
    holding = [
        statement
        for statement in reading.statements
        if any(
            piece.part == citation.part
            and piece.start <= citation.start
            and citation.end <= piece.end
            for piece in statement.content
        )
    ]
    return min(
        holding,
        key=lambda statement: (
            sum(piece.end - piece.start for piece in statement.content),
            statement.id,
        ),
        default=None,
    )


def _point(reading: Reading, figure: Figure, evidence: Evidence, voices: Voices) -> SeriesPoint:
    article = reading.article
    statement = statement_at(reading, figure.citation)
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
    ]
    if len(dates) != 1 or dates[0].earliest is None or dates[0].latest is None:
        return None
    first, last = dates[0].earliest, dates[0].latest
    published = reading.article.published
    if published is None or last > published.latest or first[:4] != last[:4]:
        return None
    return first if first == last else f"{first}/{last}"


def _series(rows: list[tuple[Figure, SeriesPoint]]) -> Series:
    points = sorted(
        (point for _, point in rows),
        key=lambda point: (point.as_of or "", point.article, point.part, point.start, point.id),
    )
    figures = sorted((figure for figure, _ in rows), key=lambda figure: figure.id)
    places = sorted({figure.where for figure in figures if figure.where})
    return Series(
        id=figures[0].id,
        measured=figures[0].measured,
        of=figures[0].of,
        place=places[0] if len(places) == 1 else None,
        unit=figures[0].unit,
        points=tuple(points),
        changes=tuple(_changes(points)),
    )


def bounds(point: SeriesPoint) -> tuple[float, float]:
    """Lowest and highest value that the point allows, widened by what its approximator and its
    roundness allow: "about 100,000" and "100,000" (three zeros or more) reach 15 % either way, the
    rest nothing."""
    low = point.low if point.low is not None else float("-inf")
    high = point.high if point.high is not None else float("inf")
    if point.approximator or point.nature != "measured" or _is_round(point):
        margin = 0.15
        low = low - margin * abs(low) if low != float("-inf") else low
        high = high + margin * abs(high) if high != float("inf") else high
    return low, high


def _is_round(point: SeriesPoint) -> bool:
    value = point.low if point.low is not None else point.high
    return value is not None and abs(value) >= 1000 and value % 1000 == 0


def can_both_hold(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether the bounds of two points overlap."""
    first, second = bounds(one), bounds(two)
    return first[0] <= second[1] and second[0] <= first[1]


SAME_CONTEXT = 0.25
"""Share of the lighter sentence's weight, without the number and its noun, that two sentences must
have in common for their numbers to be of one thing (read off pairs of the invented story)."""


LEAST_SHARED = 3
"""And at least so many stems."""


def contexts_of(points: Sequence[SeriesPoint]) -> dict[str, frozenset[str]]:
    """Point id -> stems of its sentence without those of the number itself and of what it counts."""
    return {
        point.id: content_stems(point.sentence.words)
        - content_stems(point.words)
        - content_stems(point.measured or "")
        for point in points
    }


def same_context(
    one: SeriesPoint, two: SeriesPoint, contexts: Mapping[str, frozenset[str]]
) -> bool:
    """Whether two numbers are told of one thing: the same sentence, or enough words in common."""
    if one.sentence == two.sentence or one.sentence.words == two.sentence.words:
        return True
    first, second = contexts[one.id], contexts[two.id]
    shared, share = len(first & second), containment(first, second, ALL_EQUAL)
    if _same_stated_period(one, two):
        return shared >= LEAST_SHARED - 1 and share >= SAME_CONTEXT / 2
    return shared >= LEAST_SHARED and share >= SAME_CONTEXT


def _same_stated_period(one: SeriesPoint, two: SeriesPoint) -> bool:
    """Whether both sentences name one period ("last week"): a time in common counts as a word. Days do
    not, since a day is also what a number without any time gets, that of publication."""
    days = day_range(one.as_of)
    return one.as_of == two.as_of and days is not None and (days[1] - days[0]).days > 2


def _changes(points: list[SeriesPoint]) -> list[SeriesChange]:
    """The changes that a sentence tells itself ("up from 30"), then from each measured point to the next
    later one that is told of the same thing and cannot be the same number."""
    changes = [*_told_changes(points)]
    contexts = contexts_of(points)
    known = [
        point
        for point in points
        if point.nature in ("measured", "estimated") and point.as_of and point.part == "text"
    ]
    limits = [bounds(point) for point in known]
    for n, one in enumerate(known):
        low, high = limits[n]
        later = (
            known[m]
            # Whether the numbers differ is asked first: it costs least and tells most pairs apart.
            for m in range(n + 1, len(known))
            if (limits[m][0] > high or low > limits[m][1])
            and (one.as_of or "") < (known[m].as_of or "")
            and _comparable(one, known[m])
            and same_context(one, known[m], contexts)
        )
        two = next(later, None)
        if two is not None:
            changes.append(
                SeriesChange(was=one.words, became=two.words, citations=(cite(one), cite(two)))
            )
    return list({(change.was, change.became): change for change in changes}.values())


MOST_TIMES = 4
"""How many times a count may be another one and still be the same count moved: more is a part of it, or
another thing."""


def _comparable(one: SeriesPoint, two: SeriesPoint) -> bool:
    first = one.low if one.low is not None else one.high
    second = two.low if two.low is not None else two.high
    if not first or not second:
        return True
    return max(first, second) <= MOST_TIMES * min(first, second)


_FROM = re.compile(
    r"\b(?:up|down|rising|increase|rise|fall|drop|compared with)\s*(?:from|with)?\s*$"
    r"|\b(?:up|down|rose|fell|grew|grown|risen|fallen|raised|cut)\b[^.;]{0,40}\bfrom\s+(?:an? )?$",
    re.IGNORECASE,
)


def _told_changes(points: list[SeriesPoint]) -> Iterator[SeriesChange]:
    """Two numbers of one sentence of which it says that the second is what the first was before."""
    by_sentence: dict[tuple[str, str, int, int], list[SeriesPoint]] = {}
    for point in points:
        at = point.sentence
        by_sentence.setdefault((at.article, at.part, at.start, at.end), []).append(point)
    for one in points:
        at = one.sentence
        for two in by_sentence[at.article, at.part, at.start, at.end]:
            if one.start >= two.start:
                continue
            between = one.sentence.words[
                one.end - one.sentence.start : two.start - two.sentence.start
            ]
            if _FROM.search(between) and not (one.low == two.low and one.high == two.high):
                yield SeriesChange(
                    was=two.words, became=one.words, citations=(cite(two), cite(one))
                )


def cite(point: SeriesPoint) -> Citation:
    """The citation of a point's words."""
    return Citation(
        start=point.start,
        end=point.end,
        words=point.words,
        part=point.part,
        article=point.article,
    )
