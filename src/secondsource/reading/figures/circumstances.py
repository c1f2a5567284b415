"""Where the counted things are, and as of when a number holds."""

import re

from ...model.mention import Time
from ..draft import Draft
from ..tokens import Run, Token
from .counted import text_of
from .owners import object_of
from .single import Amount

Times = list[tuple[int, int, Time]]

_PLACE_PREPOSITIONS = frozenset(
    """
    near along at in on inside across around outside throughout within by beside close north south east west
    """.split()
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PLACE_NOUNS = frozenset(
    """
    border frontier city town village region province district country capital area zone camp base island
    front line coast sea river airport port square
    """.split()
)


def where(
    draft: Draft, places: list[tuple[int, int]], head: Token | None, tokens: Run
) -> str | None:
    """The words of the place at which the counted things are; null if none is attached. `places` is where
    those of the draft stand."""
    root = head if head is not None else tokens.root
    governors = [root]
    verb = _verb_of(root)
    if verb is not None:
        governors.append(verb)
    for governor in governors:
        for child in governor.children:
            if child.dep_ != "prep" or child.i < root.i or child.lower_ not in _PLACE_PREPOSITIONS:
                continue
            inner = list(child.subtree)
            if any(token.pos_ in ("VERB", "AUX") for token in inner):
                continue
            first, last = inner[0], inner[-1]
            if last.i - first.i > 14:
                continue
            noun = object_of(child)
            if noun is None:
                continue
            named = noun.ent_type_ in _PLACE_LABELS or any(
                start <= noun.idx < end for start, end in places
            )
            if named or noun.lemma_.lower() in _PLACE_NOUNS:
                end = _with_neighbour(last)
                return text_of(draft)[first.idx : end].strip(" ,.;")
    return None


def _with_neighbour(last: Token) -> int:
    """Where the words of a place end: "near the border" takes in "with Ruritania" if that follows."""
    end: int = last.idx + len(last)
    if last.i + 2 < len(last.doc) and last.nbor().lower_ in ("with", "of", "between"):
        place = last.nbor(2)
        if place.lower_ == "the" and place.i + 1 < len(last.doc):
            place = place.nbor()
        while place.ent_type_ in _PLACE_LABELS and place.pos_ == "PROPN":
            end = place.idx + len(place)
            if place.i + 1 >= len(place.doc):
                break
            place = place.nbor()
    return end


def _verb_of(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


_AT_ONCE = re.compile(
    r"\s*[,(]?\s*(?:in|on|at|as of|as on|by|during|since|the|a|an)?\s*(?:the|a)?\s*", re.IGNORECASE
)
"""Nothing but a preposition between a number and the time that says when it held."""


_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
"""Before the time from which something was counted until the report: it holds as of the report."""

_COMPARED = re.compile(
    r"\b(?:from|against|versus|than|compared (?:with|to))\s(?:\w+\s){0,2}[$€£]?\d"
    r"|\b(?:against|versus|than|as (?:many|much|high|low) as|compared (?:with|to)|(?:up|down|jump|rise|fall|drop|increase|decrease) from)"
    r"\s+(?:(?:in|on|at|during)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Between a number and the time of another one that it is compared with."""


_SINCE = re.compile(r"(?<!\w)since\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before the time from which on something is counted, up to now."""


def as_of(
    draft: Draft, times: Times, head: Token | None, tokens: Run, amount: Amount
) -> str | None:
    """The ISO day or EDTF date that an absolute time gives the number, `time:<id>` of a Time that depends on
    something else, null without any. `times` are those of the draft with their place in the text."""
    sentence = tokens.sent
    first, last = sentence.start_char, sentence.end_char
    text = text_of(draft)
    near = [
        row
        for row in times
        if row[1] > first
        and row[0] < last
        and row[2].type in ("DATE", "TIME")
        and not _SINCE.search(text, max(first, row[0] - 10), row[0])
    ]
    if not near:
        return None
    root = head if head is not None else tokens.root
    verb = _verb_of(root)
    for start, _, time in near:
        if amount.end <= start and _AT_ONCE.fullmatch(text, amount.end, start):
            return _named(time)
    for start, end, time in near:
        between_them = text[amount.end : start]
        if amount.end <= start and (_COMPARED.search(between_them) or _SINCE.search(between_them)):
            continue
        span = draft.tokens.touched(start, end)
        if not span:
            continue
        chain = [span.root, *span.root.ancestors][:6]
        at = next(
            (token for token in chain if token.i in (root.i, verb.i if verb is not None else -1)),
            None,
        )
        if at is None:
            continue
        between = chain[: chain.index(at)]
        if any(token.pos_ in ("VERB", "AUX") for token in between):
            continue
        return _named(time)
    return None


_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
"""A year, month or day, which TIMEX3 and EDTF write alike; decades they do not."""


def _named(time: Time) -> str:
    if (
        time.rule.startswith("date(")
        and time.anchor is None
        and _PLAIN_DATE.fullmatch(time.value or "")
    ):
        return time.value or ""
    return f"time:{time.id}"
