"""Which amounts are figures: numbers of names, dates and idioms are not."""

import re

from ...lexicon import calendar
from ..draft import Draft
from ..tokens import Run
from .amounts import TAKES_LENGTH
from .circumstances import Times
from .counted import text_of
from .ones import one_counts
from .single import Amount

_DESIGNATORS = re.compile(
    r"(?<!\w)(?:no\.?|nos\.?|number|numbers|№|#|articles?|sections?|chapters?|pages?|p\.|pp\.|resolutions?|flight|route|highway|interstate|"
    r"exit|room|courtroom|classroom|channel|level|phase|grade|type|class|version|volume|vol\.|part|paragraphs?|clause|footnotes?|figure|fig\.|"
    r"table|item|step|rule|line|lane|gate|pier|platform|terminal|block|apartment|apt\.|suite|unit|model|mark|mk|boeing|airbus|area|zone|division|"
    r"brigade|regiment|battalion|squadron|district|ward|precinct|episode|season|act|title|protocol|amendment|proposition|measure|case|docket|"
    r"patent|agenda|category|tier|reactor|school|hospital|building|bus|train|tram|sector|point|game|match|week|day|world war|super bowl|apollo|"
    r"windows|iphone|playstation|xbox|formula|group|pool|lot|box|tel\.?|phone|fax|zip|stage|track|row|seat|table|cell|door|port|camp|site|post|"
    r"checkpoint|law|decree|order|bill|directive|convention|annex|appendix|schedule|top|under-|studio|booth|berth|mile|kilometer|kilometre)[ \u00a0]?$",
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
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:in|since|by|until|till|of|from|during|before|after|circa|early|late|mid|summer|winter|spring|autumn|fall|year|and|to|"
    rf"through|the|for|{_MONTHS}|,|\(|-|\u2013)[ \u00a0]?$",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th|s|['’]s)(?!\w)", re.IGNORECASE)
_ALWAYS = re.compile(
    r"(?:24|twenty-four)[ \u00a0-]hours?[ \u00a0-](?:a|per|every|each)[ \u00a0-]day|(?:7|seven)[ \u00a0-]days?[ \u00a0-](?:a|per|every)[ \u00a0-]week"
    r"|365[ \u00a0-]days?[ \u00a0-](?:a|per|every)[ \u00a0-]year",
    re.IGNORECASE,
)
"""Idioms of lengths of time that mean "always"."""
_UNITS_OF_ARMIES = "Brigade|Battalion|Regiment|Squadron|Division|Corps|Fleet|Company|Platoon|Wing"
_STEP_BEFORE = re.compile(
    r"(?<!\w)(?:stage|phase|step|level|tier|chapter|act|round|week|day|year|part|category|grade|number)[ \u00a0]"
    r"(?:(?:one|two|three|four|five|six|seven)[ \u00a0](?:and|or|to)[ \u00a0])?$",
    re.IGNORECASE,
)
_DEFINITE = frozenset(["the", "these", "those", "our", "both"])
_PARTNERS = frozenset(
    "sides parties countries nations states leaders presidents governments neighbours neighbors capitals"
    " allies rivals ministers spokesmen spokeswomen spokespeople diplomats officials vessels".split()
)
_PRONOUN_BEFORE = frozenset(["the", "these", "those", "other", "we", "you", "all"])


def is_figure(draft: Draft, times: Times, amount: Amount, codes: list[tuple[int, int]]) -> bool:
    """Whether the number of an amount counts or measures something. `times` are those of
    the draft with their places, `codes` the spans of `find_codes`."""
    text = text_of(draft)
    numeral = amount.numeral
    start, end = amount.number
    if amount.dimension == "currency":
        return re.search(r"\d[eE]$", text[max(0, start - 2) : start]) is None
    if any(first < end and start < last for first, last in codes):
        return False
    if amount.dimension == "count" and _MORE_THAN.match(text, amount.end):
        return False
    before, after = text[max(0, start - 28) : start], text[end : end + 28]
    if not numeral.words and not _digits_stand_free(text, amount, before, after):
        return False
    if amount.dimension == "share":
        return True
    if amount.unit is None and _is_bounded_year(text, amount):
        return False
    counts = amount.dimension == "count"
    plain = counts and amount.approximator is None and not numeral.scaled and not numeral.words
    if plain and re.search(r"(?<!\w)at $", before) and re.match(r" [A-Z][a-z]", after):
        return False  # an address: "at 900 Harbour Concourse"
    if plain and (
        _DESIGNATORS.search(before)
        or _is_year(draft, amount, before, after)
        or _is_in_name(draft, amount)
    ):
        return False
    if counts and not numeral.words and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
        return False
    if amount.dimension == "time":
        return _measures_time(times, amount, text) and not _ALWAYS.match(text, start)
    if _within_time(times, amount):
        return False
    if counts and re.match(rf"[ \u00a0-](?:{_UNITS_OF_ARMIES})(?!\w)", after) and plain:
        return False
    if numeral.words and counts and not numeral.scaled and _STEP_BEFORE.search(before):
        return False
    if numeral.words and not numeral.scaled:
        return _word_counts(draft, amount, before)
    return not (plain and before.lower().endswith("the ") and _alone(draft, amount))


_UP_TO_A_YEAR = re.compile(
    r"(?<!\w)(?:until|till|by|before|after|since|through|beyond|in|from)[ \u00a0]"
    r"(?:at (?:least|the (?:latest|earliest)|most)|about|around|as (?:early|late) as|no (?:later|earlier) than)[ \u00a0]$",
    re.IGNORECASE,
)


def _is_bounded_year(text: str, amount: Amount) -> bool:
    """Whether a number is a year up to which or from which something is: "open until at least 2029"."""
    start, end = amount.number
    digits = text[start:end]
    if not re.fullmatch(r"(?:19|20)\d\d", digits):
        return False
    return bool(_UP_TO_A_YEAR.search(text[max(0, start - 40) : start]))


_MORE_THAN = re.compile(r"[ \u00a0](?:more|fewer|less)[ \u00a0]than(?!\w)")
"""After a number that says only by how many something differs: "carried 261 people, 50 more than it may"."""


def _digits_stand_free(text: str, amount: Amount, before: str, after: str) -> bool:
    """Whether digits are a number of their own, no part of a name or a code."""
    if re.search(r"[A-Za-z][-\u2011/.'’]?$|[A-Za-z]\d$|\d\\?[:/.]$|[#_@№]$|\+$", before) and (
        not re.search(r"(?<![A-Za-z])[aA]n?[-\u2011]$|[a-z]\.$", before)
    ):
        return False
    if re.match(r"0\d", text[amount.number[0] : amount.number[1]]):
        return False
    if amount.unit is not None:
        return amount.end <= amount.number[1] + 1 or not re.match(r"-[A-Z][a-z]", after)
    if re.match(r"[A-Za-z]", after) or _ORDINAL_AFTER.match(after):
        return False
    if re.match(r":\d|\\?/\d|[.,]\d", after):
        return False
    return not re.match(r"-[A-Z]", after) or re.match(r"-[A-Z][a-z]", after) is not None


def _is_year(draft: Draft, amount: Amount, before: str, after: str) -> bool:
    value, numeral = amount.low, amount.numeral
    if value is None or value != int(value) or numeral.end - numeral.start != 4:
        return False
    if not 1400 <= value <= 2150 or "," in text_of(draft)[numeral.start : numeral.end]:
        return False
    if value % 100:
        return True
    tokens = _tokens(draft, amount)
    if tokens and tokens[0].ent_type_ == "DATE":
        return True
    return bool(_YEAR_BEFORE.search(before)) and not re.match(r" [a-z]+s\b", after)


def _tokens(draft: Draft, amount: Amount) -> Run | None:
    return draft.tokens.touched(*amount.number)


def _is_in_name(draft: Draft, amount: Amount) -> bool:
    """ "Nord Stream 2", "Allied Resolve 2022", "platform 9": a number after what it names, with no noun to
    count."""
    tokens = _tokens(draft, amount)
    if not tokens or tokens.start == 0:
        return False
    token, previous = tokens[0], tokens.doc[tokens.start - 1]
    if previous.text == "-" and tokens.start > 1:
        return previous.nbor(-1).text[:1].isupper()
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    alone = following is None or following.pos_ not in ("NOUN", "ADJ")
    named = token.dep_ in ("nummod", "appos", "npadvmod") and token.head.i == previous.i
    article = any(child.dep_ in ("det", "poss") for child in previous.children)
    if previous.tag_ in ("NN", "NNP") and named and alone and not article:
        return previous.lower_ != "magnitude"
    if (
        previous.is_sent_start
        or not previous.text[:1].isupper()
        or previous.pos_ not in ("PROPN", "NOUN")
    ):
        return False
    kept = ("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE")
    return bool(token.ent_type_) and token.ent_type_ not in kept and token.ent_iob_ == "I"


def _within_time(times: Times, amount: Amount) -> bool:
    start, end = amount.number
    return any(
        first <= start and end <= last and time.type != "DURATION" for first, last, time in times
    )


_NOT_A_LENGTH_AFTER = re.compile(
    r"[ \u00a0](?:ago|later|earlier|hence|from now|into)(?!\w)|['’]s? (?:ago|later|earlier|time)"
)
_NOT_A_LENGTH_BEFORE = re.compile(
    r"(?<!\w)(?:last|past|next|previous|coming|following|first|final|recent|these|preceding|other|every|one|this|that)[ \u00a0]$",
    re.IGNORECASE,
)
_OLD = re.compile(r"[ \u00a0]?[-\u2011]?[ \u00a0]?(?:olds?\b)|[ \u00a0]of age\b", re.IGNORECASE)
_YEAR_OLD = re.compile(r"[ \u00a0-]?(?:yo|y\.o\.|y/o|yrs? old)(?!\w)", re.IGNORECASE)
_AGED = re.compile(
    r"(?<!\w)(?:aged|ages?|aged between|age of|aged from|ages of)[ \u00a0]$", re.IGNORECASE
)


def age_end(draft: Draft, amount: Amount) -> int | None:
    """Where the words of an age end; None if the amount is no age."""
    text = text_of(draft)
    if amount.dimension == "time":
        old = _OLD.match(text, amount.end)
        if old:
            return old.end()
        return (
            amount.end
            if re.search(r"(?<!\w)aged[ \u00a0]$", text[max(0, amount.start - 5) : amount.start])
            else None
        )
    if (
        amount.dimension != "count"
        or amount.numeral.vague
        or (amount.high or amount.low or 999) > 125
    ):
        return None
    number = amount.number[0]
    old = _YEAR_OLD.match(text, amount.end)
    if old:
        return old.end()
    if _AGED.search(text[max(0, amount.start - 16) : amount.start]):
        return amount.end
    told_apart = text[max(0, number - 28) : number]
    if _OF_AN_AGE.search(told_apart) or _CHILD_OF.search(told_apart):
        return None if _counts_on(draft, amount) else amount.end
    if _NOW.search(text[max(0, amount.start - 16) : amount.start]) and text[
        amount.end : amount.end + 1
    ] in (",", ".", ";", ")"):
        return amount.end if _is_beside_person(draft, amount) else None
    after = text[amount.end : amount.end + 1]
    before = text[max(0, amount.start - 2) : amount.start]
    if (before == ", " and after in (",", ".", ";")) or (before.endswith("(") and after == ")"):
        return amount.end if _follows_person(draft, amount) else None
    return None


_OF_AN_AGE = re.compile(
    r"(?<!\w)(?:those|people|persons|adults|men|women|children|patients|residents|voters|citizens|anyone|everyone|all)"
    r"[ \u00a0](?:aged[ \u00a0])?(?:over|under|above|below|older than|younger than)[ \u00a0](?:the age of[ \u00a0])?$",
    re.IGNORECASE,
)
"""Who is told apart by an age: "those over 65"."""


_CHILD_OF = re.compile(
    r"(?<!\w)(?:an?|the|one|his|her|their)[ \u00a0](?:boy|girl|lad|lass|child|youth|toddler|man|woman|teenager)[ \u00a0]of[ \u00a0]$",
    re.IGNORECASE,
)
"""Whose age stands behind "of": "a boy of fifteen"."""


def _counts_on(draft: Draft, amount: Amount) -> bool:
    """Whether a noun follows that the number counts: "all under 20 flags"."""
    tokens = _tokens(draft, amount)
    following = tokens.doc[tokens.end] if tokens and tokens.end < len(tokens.doc) else None
    return following is not None and following.pos_ in ("NOUN", "PROPN")


_NOW = re.compile(
    r"[,(][ \u00a0]?(?:now|then|just|only|already|still|barely)[ \u00a0]$", re.IGNORECASE
)


def _is_beside_person(draft: Draft, amount: Amount) -> bool:
    """Whether a person is named right before the comma: "Ada Okoro, now 71,"."""
    tokens = _tokens(draft, amount)
    if amount.numeral.words or amount.low != amount.high or not tokens or tokens.start < 3:
        return False
    return tokens.doc[tokens.start - 3].ent_type_ == "PERSON"


def _follows_person(draft: Draft, amount: Amount) -> bool:
    """Whether an exact whole number between commas stands behind a person: "Ada Okoro, 71,"."""
    tokens = _tokens(draft, amount)
    if amount.numeral.words or amount.low != amount.high or not tokens or tokens.start < 2:
        return False
    previous = tokens.doc[tokens.start - 2]
    if previous.pos_ not in ("PROPN", "NOUN") or previous.ent_type_ in (
        "DATE",
        "GPE",
        "LOC",
        "TIME",
        "MONEY",
    ):
        return False
    if _MONTH_BEFORE.search(text_of(draft)[max(0, amount.start - 12) : amount.start - 2] + " "):
        return False
    return previous.ent_type_ == "PERSON" or previous.tag_ in ("NN", "NNP")


def _measures_time(times: Times, amount: Amount, text: str) -> bool:
    """Whether an amount of time measures a term or how long something took, not when it was."""
    opened = text[max(0, amount.start - 12) : amount.start]
    if _NOT_A_LENGTH_AFTER.match(text, amount.end) or _NOT_A_LENGTH_BEFORE.search(opened):
        return False
    if amount.numeral.words and amount.low == 1 == amount.high and text[amount.end - 1] != "r":
        following = text[amount.end : amount.end + 1]
        if following != "-" and re.match(
            r"one[ \u00a0](?:day|night|time)", text[amount.number[0] :], re.IGNORECASE
        ):
            return False
    if re.match(r" (?:after|before)\b", text[amount.end : amount.end + 8]) and not (
        TAKES_LENGTH.search(opened)
    ):
        return False
    return not _within_time(times, amount)


def _alone(draft: Draft, amount: Amount) -> bool:
    """Whether no noun follows that the number could count."""
    tokens = _tokens(draft, amount)
    if not tokens:
        return True
    for token in tokens.doc[tokens.end : tokens.end + 3]:
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBN", "HYPH"):
            return False
        if token.pos_ != "ADV":
            return True
    return True


def _word_counts(draft: Draft, amount: Amount, before: str) -> bool:
    """Whether a number in words counts, rather than being a pronoun or part of an idiom."""
    numeral = amount.numeral
    if numeral.vague and text_of(draft)[numeral.start : numeral.end].lower() == "scores":
        return _many_scores(_tokens(draft, amount))
    if numeral.fraction or numeral.vague or numeral.article:
        return True
    tokens = _tokens(draft, amount)
    if not tokens:
        return False
    counts = amount.dimension == "count"
    if re.search(r"[A-Za-z]-$", before) and counts:
        return False
    previous = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    token = tokens[0]
    if numeral.low == 1 and numeral.high == 1:
        return not counts or amount.approximator is not None or one_counts(text_of(draft), tokens)
    if previous in _PRONOUN_BEFORE and counts and _alone(draft, amount):
        return False
    if previous in _DEFINITE and counts and _whose(tokens) in _PARTNERS:
        # "the two sides", "the two foreign ministers": who they are, not how many there are
        return False
    return not (token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_sent_start)


def _whose(tokens: Run) -> str:
    """The noun behind a number, in its own form, past one adjective: "two foreign ministers"."""
    behind = tokens.doc[tokens.end : tokens.end + 2]
    if len(behind) == 2 and behind[0].tag_ == "JJ":
        return behind[1].lower_
    return behind[0].lower_ if len(behind) else ""


def _many_scores(tokens: Run | None) -> bool:
    """Whether "scores" means many, not results or the verb."""
    if not tokens or tokens.end >= len(tokens.doc) or tokens[0].pos_ == "VERB":
        return False
    previous = tokens.doc[tokens.start - 1] if tokens.start else None
    result = previous is not None and previous.pos_ in ("NOUN", "PROPN", "ADJ", "PRON", "NUM")
    first = tokens[0].is_sent_start or not result
    return first and tokens.doc[tokens.end].lower_ in ("of", "more", "were", "are", "have", "had")
