"""Figures: the numbers of an article with what they count."""

import re
from dataclasses import dataclass, replace

from ...lexicon.measures import measure_of
from ...model.figure import Figure
from ...model.text import Citation, mention_id
from ..draft import Draft
from ..tokens import Run, Token
from .amounts import find_amounts
from .beside import Counted
from .circumstances import Times, as_of, where
from .codes import find_codes
from .counted import counted, number_tokens, per_each, text_of, whose_age
from .firmness import nature
from .judged import age_end, is_figure
from .lands import with_land
from .owners import country_or, name_of, object_of
from .single import Amount
from .votes import side


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount with what it counts, before figures of one sentence lend each other their nouns."""

    amount: Amount
    tokens: Run
    head: Token | None
    measured: str | None
    of: str | None


def find_figures(draft: Draft) -> tuple[Figure, ...]:
    """The figures of a draft in the order of the text. Times and places must have been found before."""
    found: list[_Found] = []
    text = text_of(draft)
    codes = find_codes(text)
    times = [(*draft.locate(time.citation), time) for time in draft.times]
    places = [draft.locate(place.citation) for place in draft.places]
    for amount in find_amounts(text):
        tokens = number_tokens(draft, amount)
        if not tokens:
            continue
        amount = with_land(text, tokens, amount)
        end = age_end(draft, amount)
        if end is not None:
            age = replace(amount, end=end, unit=amount.unit or "year", dimension="time")
            found.append(_Found(age, tokens, None, "age", whose_age(draft, tokens)))
            continue
        if not is_figure(draft, times, amount, codes):
            continue
        if amount.unit == "point" and _after_percent(found, tokens):
            amount = replace(amount, unit="percentage point", dimension="share")
        what = _without_own_words(draft, amount, counted(draft, amount))
        found.append(_Found(amount, tokens, what.head, what.phrase, what.of))
    lent = [_with_part(_with_noun_of_neighbour(text, found, at)) for at in range(len(found))]
    sided = _with_sides(text, lent)
    return tuple(_figure(draft, text, item, times, places) for item in sided)


def _without_own_words(draft: Draft, amount: Amount, what: Counted) -> Counted:
    """What is counted, but never the words of the amount itself ("tonnes" of 40 tonnes)."""
    own = text_of(draft)[amount.start : amount.end].lower().split()
    if what.of is not None and what.of.lower() in own:
        what = replace(what, of=None)
    return what if what.phrase else replace(what, phrase=None)


def _after_percent(found: list[_Found], tokens: Run) -> bool:
    """Whether points are percentage points, since a percentage stands before them in the sentence."""
    return any(
        item.amount.unit in ("percent", "percentage point")
        and item.tokens.sent.start == tokens.sent.start
        for item in found[-3:]
    )


_BACK = re.compile(
    r"\b(?:up|down|compared (?:with|to)|against|from|rather than|instead of|not)\b[^.;]{0,24}$",
    re.IGNORECASE,
)


def _with_noun_of_neighbour(text: str, found: list[_Found], at: int) -> _Found:
    """ "53 ships, up from 50", "from 50 to 53 ships", "98 seats, the left 77": the number without a noun
    counts the same as the one before it in the sentence, or the one after it if they are compared."""
    item = _with_unit_of_neighbour(text, found, at)
    if item.measured is not None or item.amount.dimension in ("time", "currency"):
        return item
    before = _first_before(found, at)
    if before is not None and before.measured is not None and _is_another_count(text, item, before):
        return replace(item, measured=before.measured, of=before.of)
    for other_at in (at - 1, at - 2, at - 3, at + 1):
        if not 0 <= other_at < len(found):
            continue
        other = found[other_at]
        if other.measured is None or other.tokens.sent.start != item.tokens.sent.start:
            continue
        first, second = sorted((item, other), key=lambda each: each.amount.start)
        gap = text[first.amount.end : second.amount.start]
        compared = _BACK.search(gap + " ") or _BETWEEN.fullmatch(gap)
        alike = item.amount.dimension == other.amount.dimension
        bare = item.amount.dimension == "count" and compared and abs(at - other_at) == 1
        if (not alike and not bare) or (other_at > at and _OF_WHOM.search(gap)):
            continue
        amount = replace(
            item.amount,
            unit=item.amount.unit or other.amount.unit,
            dimension=other.amount.dimension,
        )
        shared_out = other.of is not None or (other.measured or "").endswith(_SHARED_OUT)
        own = _before_number(item, other) if shared_out and other_at < at else None
        of = item.of or _for_whom(item) or own or other.of
        return replace(item, amount=amount, measured=other.measured, of=of)
    return item


_UP_FROM = re.compile(
    r"(?:, (?:up|down))? from (?:about |around |nearly |some |just )?", re.IGNORECASE
)


def _with_unit_of_neighbour(text: str, found: list[_Found], at: int) -> _Found:
    """ "shrank to 60 square kilometres from 210": a bare number that something came from has the unit and the noun of what it
    came to. A sum whose millions are left out stays as it is."""
    item = found[at]
    other = found[at - 1] if at else None
    if other is None or item.amount.unit is not None or item.amount.dimension != "count":
        return item
    doc, end = item.tokens.doc, item.tokens.end
    counts_on = end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ")
    said = other.measured is not None and other.amount.dimension not in ("currency", "time")
    gap = text[other.amount.end : item.amount.start]
    if other.amount.dimension == "count" and other.head is not None:
        gap = text[
            other.head.idx + len(other.head.text) : item.amount.start
        ]  # "to 60 ships from 45"
        said = said and other.head.i > other.tokens.start
    if counts_on or not said or not _UP_FROM.fullmatch(gap):
        return item
    amount = replace(item.amount, unit=other.amount.unit, dimension=other.amount.dimension)
    return replace(item, amount=amount, measured=other.measured, of=other.of)


_OF_WHOM = re.compile(r"\b(?:including|among them)\b", re.IGNORECASE)
"""Before the number of a part, whose noun is none of the whole: "nine, including three nuns"."""

_SET_AT = re.compile(
    r"\b(?:(?:puts?|putting|gives?|gave)\s+(?:it|(?:the|that|this) (?:number|figure|total|toll|count)) (?:at|as)\b[^.;]{0,24}|(?P<says>says?|said) (?:just |only |about )?)$",
    re.IGNORECASE,
)


def _first_before(found: list[_Found], at: int) -> _Found | None:
    """The first number of the sentence whose numbers stand right before: the whole, where others are parts of it."""
    if not at:
        return None
    sentence = found[at - 1].tokens.sent.start
    return next(each for each in found[:at] if each.tokens.sent.start == sentence)


def _is_another_count(text: str, item: _Found, before: _Found) -> bool:
    """Whether a number is what another side says of what the sentence before counts: "The ministry puts it at 40"."""
    sentence, amount = item.tokens.sent, item.amount
    alike = amount.dimension == before.amount.dimension and amount.unit is None
    if not alike or before.tokens.sent.end != sentence.start:
        return False
    told = _SET_AT.search(text[sentence.start_char : amount.start])
    alone = text[amount.end : amount.end + 1] in (".", ";", "")
    return told is not None and (alone or told["says"] is None)


_BETWEEN = re.compile(
    r"\s*(?:to|or|and|,)\s*|\s+(?:out )?of (?:the |its |their |those )?", re.IGNORECASE
)
"""Between two numbers that count the same: "from 50 to 53", "12 of the 18"."""


_SHARED_OUT = ("seats", "votes", "medals")
"""What each of several gets so many of."""


def _before_number(item: _Found, other: _Found) -> str | None:
    """Who stands right before a number whose verb is left out: "won 98 seats, the left 77"; None where more than his name
    stands behind the last comma or "and"."""
    words: list[str] = []
    for token in reversed(item.tokens.doc[other.tokens.end : item.tokens.start]):
        if token.text in (",", ";") or token.lower_ in ("and", "while"):
            name = "".join(reversed(words)).strip()
            return country_or(name) if name and name.lower() not in ("another", "the") else None
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET"):
            return None
        words.append(token.text_with_ws)
    return None


def _for_whom(item: _Found) -> str | None:
    """The name right behind a number that has no noun of its own: "against fewer than 6,000 for the Coast Guard"."""
    doc = item.tokens.doc
    link = doc[item.tokens.end] if item.tokens.end < item.tokens.sent.end else None
    noun = object_of(link) if link is not None and link.lower_ == "for" else None
    return country_or(name_of(noun) or "") if noun is not None and noun.pos_ == "PROPN" else None


def _with_part(item: _Found) -> _Found:
    """ "41 of them children", "35 of whom were women": the number is of those that the noun behind names."""
    doc = item.tokens.doc
    rest = doc[item.tokens.end : min(item.tokens.end + 5, item.tokens.sent.end)]
    if len(rest) < 3 or rest[0].lower_ != "of" or rest[1].lower_ not in ("them", "whom", "these"):
        return item
    noun = rest[3] if rest[2].lemma_.lower() == "be" and len(rest) > 3 else rest[2]
    return replace(item, of=noun.lower_) if noun.tag_ == "NNS" else item


def _with_sides(text: str, found: list[_Found]) -> list[_Found]:
    """The same, with the side that numbers of votes are on."""
    votes = [at for at, item in enumerate(found) if measure_of(item.measured or "") == "votes"]
    sided = list(found)
    for place, at in enumerate(votes):
        item = found[at]
        sentence = item.tokens.sent
        before = found[votes[place - 1]] if place else None
        behind = found[votes[place + 1]] if place + 1 < len(votes) else None
        since = before is not None and before.tokens.sent.start == sentence.start
        until = behind is not None and behind.tokens.sent.start == sentence.start
        which = side(
            text[sentence.start_char : item.amount.start],
            text[item.amount.end : sentence.end_char],
            text[before.amount.end : item.amount.start] if before and since else None,
            text[item.amount.end : behind.amount.start] if behind and until else None,
        )
        if which:
            sided[at] = replace(item, of=which)
    return sided


def _figure(
    draft: Draft, text: str, item: _Found, times: Times, places: list[tuple[int, int]]
) -> Figure:
    amount = item.amount
    part = draft.part_at(amount.number[0])
    start, end = max(amount.start, part.start), min(amount.end, part.end)
    words = text[start:end]
    citation = Citation(start=start - part.start, end=end - part.start, words=words, part=part.name)
    unit = amount.unit
    each = per_each(item.head) if amount.dimension in ("count", "currency", "mass") else None
    per = amount.per or each
    if per:
        unit = f"{unit} per {per}" if unit else f"per {per}"
    return Figure(
        id=mention_id(draft.article.id, citation, "figure"),
        citation=citation,
        low=_exact(amount.low, unit),
        high=_exact(amount.high, unit),
        approximator=amount.approximator,
        unit=unit,
        measured=item.measured,
        of=item.of,
        where=where(draft, places, item.head, item.tokens),
        as_of=as_of(draft, times, item.head, item.tokens, amount),
        nature=nature(draft, item.tokens, amount),
    )


def _exact(value: float | None, unit: str | None) -> float | None:
    """A bound without the dust of binary fractions; ratios have four places."""
    if value is None:
        return None
    return round(value, 4) if unit == "ratio" else float(f"{value:.15g}")
