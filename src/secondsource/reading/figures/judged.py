"""Which amounts are figures: numbers of names, dates, clocks, lists and idioms are not."""

import re

from ...lexicon import calendar
from ..draft import Draft
from .amounts import Amount

_DESIGNATORS = re.compile(
    r"(?<!\w)(?:no\.?|nos\.?|number|numbers|№|#|article|articles|section|sections|chapter|chapters|page|pages|p\.|pp\.|resolution|"
    r"flight|route|highway|interstate|exit|room|channel|level|phase|grade|type|class|version|volume|vol\.|part|paragraph|clause|"
    r"figure|fig\.|table|item|step|rule|line|lane|gate|pier|block|apartment|apt\.|suite|unit|model|mark|mk|boeing|airbus|area|zone|"
    r"division|district|ward|precinct|episode|season|act|title|protocol|amendment|proposition|measure|case|docket|patent|agenda|"
    r"category|tier|reactor|unit|school|hospital|house|building|bus|train|sector|point|game|week|day|round|world war|super bowl|apollo|"
    r"windows|iphone|playstation|xbox|formula|group|pool|court|lot|box|p\.o\. box|po box|tel\.?|phone|fax|zip)[ \u00a0]?$",
    re.IGNORECASE,
)
_MONTHS = "|".join(
    re.escape(word)
    for table in ("months", "month_abbreviations")
    for word in sorted(calendar.tables()[table], key=lambda word: (-len(word), word))
)
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?:{_MONTHS})[ \u00a0]+(?:the )?(?:\d{{1,2}}[ \u00a0]?(?:[-\u2013,]|and|to|or)[ \u00a0]?)?$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ \u00a0-](?:of )?(?:{_MONTHS})(?!\w)", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"[ \u00a0]?(?:a\.m|p\.m|am\b|pm\b|AM\b|PM\b|o['’]clock|[hH]rs?\b|noon|GMT)|:\d\d|\.\d\d (?:a|p)\.?m"
)
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:in|since|by|until|till|of|from|during|before|after|circa|early|late|mid|summer|winter|spring|autumn|fall|year|and|to|through|the|for|"
    rf"{_MONTHS}|,|\(|-|\u2013)[ \u00a0]?$",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th|s|['’]s)(?!\w)", re.IGNORECASE)
_ONE_IDIOMS = frozenset(
    [
        "another",
        "day",
        "hand",
        "side",
        "point",
        "thing",
        "way",
        "time",
        "level",
        "sense",
        "word",
        "step",
        "moment",
        "end",
        "place",
        "reason",
        "such",
        "respect",
        "of",
        "by",
        "on",
        "who",
        "that",
        "who",
        "which",
        "is",
        "was",
        "has",
        "had",
        "can",
        "could",
        "may",
        "might",
        "would",
        "should",
        "will",
        "must",
        "and",
        "or",
        "to",
        "in",
        "the",
        "it",
        "'",
        "’",
        "or-two",
        "key",
        "big",
        "major",
    ]
)
_ONE_BEFORE = frozenset(
    [
        "no",
        "any",
        "this",
        "that",
        "the",
        "every",
        "each",
        "some",
        "which",
        "another",
        "only",
        "next",
        "last",
        "first",
        "other",
        "big",
        "new",
        "old",
        "good",
        "bad",
        "great",
        "such",
        "a",
        "as",
        "square",
        "number",
        "day",
        "long",
        "right",
        "wrong",
        "easy",
        "tough",
        "difficult",
        "better",
        "latest",
        "current",
        "former",
        "same",
    ]
)


def is_figure(draft: Draft, amount: Amount) -> bool:
    """Whether the number of an amount counts or measures something."""
    text = draft.doc.text
    numeral = amount.numeral
    assert numeral is not None
    start, end = numeral.start, amount.number[1]
    before, after = text[max(0, start - 28) : start], text[end : end + 28]
    if amount.dimension in ("currency", "share"):
        return True
    if not numeral.words and not _digits_stand_free(before, after, amount):
        return False
    if (
        amount.dimension == "count"
        and amount.approximator is None
        and not numeral.scaled
        and not numeral.words
    ):
        if _DESIGNATORS.search(before) or _is_year(draft, amount, before, after):
            return False
        if _is_in_name(draft, amount):
            return False
    if (amount.dimension == "count" and not numeral.words) and (
        _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)
    ):
        return False
    if amount.dimension == "time":
        return _measures_time(draft, amount, text)
    if _within_time(draft, amount):
        return False
    if numeral.words and not numeral.scaled:
        return _word_counts(draft, amount, before, after)
    return True


def _digits_stand_free(before: str, after: str, amount: Amount) -> bool:
    """Whether digits are a number of their own, no part of a name, a clock time, a score or a code."""
    if (
        re.search(r"[A-Za-z][-\u2011/.']?$|[A-Za-z]\d$|\d[:/.]$|[#_@№]$|\d-$|\+$", before)
        and amount.dimension == "count"
    ) and (
        not re.search(r"(?:US|C|A|pre|non|[a-z]{4,})[-/]$", before)
        or re.search(r"(?:pre|post|mid)-$", before)
    ):
        return False
    if amount.unit is None and re.match(r"[A-Za-z]", after):
        return False
    if re.match(r":\d|/\d|-\d|\u2013\d|[.,]\d", after):
        return False
    if amount.dimension in ("count", "time") and _CLOCK_AFTER.match(after):
        return False
    if amount.dimension == "count" and _ORDINAL_AFTER.match(after):
        return False
    if (
        re.match(r"-[A-Z]|\)", after)
        and re.search(r"(?:^|\s|\()$", before)
        and after.startswith(")")
    ):
        return not re.search(r"(?:^|\s)$", before)
    return True


def _is_year(draft: Draft, amount: Amount, before: str, after: str) -> bool:
    value = amount.low
    numeral = amount.numeral
    if value is None or numeral is None or value != int(value) or numeral.end - numeral.start != 4:
        return False
    if not 1400 <= value <= 2150 or "," in draft.doc.text[numeral.start : numeral.end]:
        return False
    if value % 100:
        return True
    tokens = draft.doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if tokens and tokens[0].ent_type_ == "DATE":
        return True
    return bool(_YEAR_BEFORE.search(before)) and not re.match(r" [a-z]+s\b", after)


def _is_in_name(draft: Draft, amount: Amount) -> bool:
    """ "Nord Stream 2", "Allied Resolve 2022": a number at the end of a name, with no noun to count."""
    numeral = amount.numeral
    assert numeral is not None
    tokens = draft.doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if not tokens or tokens.start == 0:
        return False
    token, previous = tokens[0], tokens.doc[tokens.start - 1]
    if previous.text == "-" and tokens.start > 1:
        return previous.nbor(-1).text[:1].isupper()
    if (
        previous.is_sent_start
        or not previous.text[:1].isupper()
        or previous.pos_ not in ("PROPN", "NOUN")
    ):
        return False
    if (
        token.ent_type_
        and token.ent_type_ not in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE")
        and token.ent_iob_ == "I"
    ):
        return True
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return (
        token.dep_ in ("nummod", "appos", "npadvmod")
        and token.head.i <= previous.i
        and (following is None or following.pos_ != "NOUN")
    )


def _within_time(draft: Draft, amount: Amount) -> bool:
    start, end = amount.number
    for time in draft.times:
        if time.type == "DURATION":
            continue
        first, last = draft.locate(time.citation)
        if first <= start and end <= last:
            return True
    return False


_NOT_A_LENGTH_AFTER = re.compile(
    r"[ \u00a0](?:ago|later|earlier|before|after|hence|from now|since|on\b|from\b|prior|away|into)(?!\w)|['’]s? (?:ago|later|earlier|time)"
)
_NOT_A_LENGTH_BEFORE = re.compile(
    r"(?<!\w)(?:last|past|next|previous|coming|following|first|final|recent|these|preceding|other|every)[ \u00a0]$",
    re.IGNORECASE,
)
AGE_AFTER = re.compile(r"[ \u00a0-](?:old\b|olds\b|of age\b)", re.IGNORECASE)


def _measures_time(draft: Draft, amount: Amount, text: str) -> bool:
    """Whether an amount of time measures an age, a term or how long something took, not when it was."""
    if AGE_AFTER.match(text, amount.end):
        return True
    if _NOT_A_LENGTH_AFTER.match(text, amount.end) or _NOT_A_LENGTH_BEFORE.search(
        text[max(0, amount.start - 12) : amount.start]
    ):
        return False
    return not _within_time(draft, amount)


def _word_counts(draft: Draft, amount: Amount, before: str, after: str) -> bool:
    """Whether a number in words counts, rather than being a pronoun or part of an idiom."""
    numeral = amount.numeral
    assert numeral is not None
    if numeral.fraction or numeral.vague or numeral.article:
        return True
    tokens = draft.doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if not tokens:
        return False
    if re.search(r"[A-Za-z]-$", before) and amount.dimension == "count":
        return False
    following = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
    previous = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    token = tokens[0]
    if numeral.low == 1 and numeral.high == 1:
        if amount.dimension != "count":
            return True
        if amount.approximator:
            return True
        if previous in _ONE_BEFORE or following in _ONE_IDIOMS:
            return False
        if following == "-" or following == "more":
            return following == "more"
        return (
            token.dep_ == "nummod"
            and token.head.pos_ in ("NOUN", "PROPN", "ADJ")
            and token.head.i > token.i
        )
    return not (token.pos_ == "PROPN" and token.text[:1].isupper() and not tokens[0].is_sent_start)
