"""Sentences with one word, or one phrase, put for another that tells something else: by tables."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

_PORTFOLIOS = """foreign defense defence interior finance trade treasury justice health transport fisheries energy
agriculture""".split()
"""What stands before "minister", "ministry" or "secretary"."""

_OFFICES = {
    "secretary of state": "secretary of commerce",
    "prime minister": "finance minister",
    "vice president": "president",
    "spokesman": "deputy",
    "spokeswoman": "deputy",
    "chancellor": "president",
    "senator": "governor",
    "senators": "governors",
    "ambassador": "general",
    "director": "deputy director",
    "commander": "spokesman",
    "chairman": "treasurer",
}

_MONTHS = """January February March April May June July August September October November December""".split()
_SHORT_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()

_WITHOUT = {"with": "without", "without": "with", "including": "excluding"}

_ORDER = {"before": "after", "after": "before", "ahead of": "after", "following": "preceding"}

_BOUNDS = {
    "more than": "fewer than",
    "over": "under",
    "fewer than": "more than",
    "less than": "more than",
    "at least": "fewer than",
    "as many as": "more than",
    "up to": "more than",
    "nearly": "more than",
    "almost": "more than",
}
"""What stands before a number, and what says something else of it."""

_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half"
)

_TRADE = dict(
    pair.split(":")
    for pair in """buy:sell buys:sells bought:sold buying:selling sell:buy sells:buys sold:bought selling:buying import:export
    imports:exports imported:exported importers:exporters export:import exports:imports exported:imported
    exporters:importers give:take gives:takes gave:took given:taken receive:send receives:sends received:sent sent:received
    delivered:received lend:borrow lent:borrowed pay:charge paid:charged win:lose won:lost wins:loses rise:fall rises:falls
    rose:fell risen:fallen fell:rose falls:rises fallen:risen""".split()
)
"""Words for the same from the other side, which with the same doer and object tell the opposite."""


def put_word(token: Token, words: str) -> str:
    """The text with other words for one token."""
    text = token.doc.text
    return f"{text[: token.idx]}{words}{text[token.idx + len(token) :]}"


def _each(doc: Doc, table: dict[str, str], follows: str = "") -> Iterator[str]:
    """The text with each phrase of a table once put for its other; `follows` is a pattern of what must stand behind."""
    for phrase, other in table.items():
        for found in re.finditer(rf"\b{re.escape(phrase)}\b(?={follows})", doc.text, re.I):
            words = found.group()
            put = other.title().replace(" Of ", " of ") if words.split()[-1].istitle() else other
            put = put[0].upper() + put[1:] if words[0].isupper() else put
            yield f"{doc.text[: found.start()]}{put}{doc.text[found.end() :]}"


def _other_offices(doc: Doc) -> Iterator[str]:
    for token in doc[:-1]:
        place = _PORTFOLIOS.index(token.lower_) if token.lower_ in _PORTFOLIOS else None
        if place is not None and re.match("minist|secretar", doc[token.i + 1].lower_):
            other = _PORTFOLIOS[(place + 5) % len(_PORTFOLIOS)]
            yield put_word(token, other.capitalize() if token.is_title else other)
    yield from _each(doc, _OFFICES)


def _other_months(doc: Doc) -> Iterator[str]:
    for token in doc:
        for names in (_MONTHS, _SHORT_MONTHS):
            if token.text in names and token.pos_ == "PROPN":
                yield put_word(token, names[(names.index(token.text) + 5) % 12])
                break


def _without(doc: Doc) -> Iterator[str]:
    yield from _each(doc, _WITHOUT)


def _other_order(doc: Doc) -> Iterator[str]:
    yield from _each(doc, _ORDER)


def _other_bounds(doc: Doc) -> Iterator[str]:
    """Another bound for each number that has one, and one for each count that has none."""
    yield from _each(doc, _BOUNDS, follows=rf"\s+[$£€]?(?:\d|(?:{_NUMBER})\b)")
    for token in doc:
        before = doc[token.i - 1].lower_ if token.i else ""
        counts = token.dep_ == "nummod" and token.head.tag_ == "NNS" and token.i + 1 <= token.head.i
        told = before in (
            "than",
            "over",
            "least",
            "as",
            "to",
            "about",
            "the",
            "nearly",
            "almost",
            "under",
        )
        if counts and token.like_num and not told and token.ent_type_ not in ("DATE", "TIME"):
            lower = token.text if token.text[0].isdigit() else token.lower_
            yield put_word(token, f"{'Fewer' if token.i == 0 else 'fewer'} than {lower}")


def _other_side(doc: Doc) -> Iterator[str]:
    for token in doc:
        other = _TRADE.get(token.lower_)
        if other is not None:
            yield put_word(token, other.capitalize() if token.is_title else other)


SWAPS: dict[str, Callable[[Doc], Iterator[str]]] = {
    "office": _other_offices,
    "month": _other_months,
    "without": _without,
    "order": _other_order,
    "bound": _other_bounds,
    "side": _other_side,
}
"""The rules by what they alter."""
