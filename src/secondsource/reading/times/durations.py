"""Meanings of lengths of time: "nearly four years", "a two-week truce", and rates ("three times a week")."""

from .amounts import LETTER, SMALL, amount_of, length
from .lexer import Item
from .meaning import Found, Meaning


def duration(m: Meaning) -> Found:
    """ "nearly four years", "a two-week truce", "2 1/2 years"."""
    item = m.one("unit")
    if item is None:
        return None
    name, plural = item.value
    if name_of_programme(m, item):
        return None
    tail = m.one("tail")
    amount = m.part("amount")
    if tail is not None and tail.code == "s":
        return None  # an age: "their six-month-old son"
    if m.behind() == "old" or (
        m.behind() in ("-",) and m.behind(2) in ("old", "olds") and name in ("year", "month")
    ):
        return None
    if m.before() in ("aged", "age"):
        return None
    if not amount:
        return "DURATION", f"duration({length(1, name) if not plural else length(None, name)})"
    number = amount_of(amount)
    if any(i.code == "&" for i in amount):
        joint = next(i for i in amount if i.code == "&")
        if joint.value not in ("to", "or", "and"):
            return None
        if joint.value == "and":
            return None
    if (
        name == "day"
        and not plural
        and m.words(amount[-1]) == "one"
        and (m.before() in ONE_DAY or (m.before() in SUBJECTS and m.way == "future"))
    ):
        return "DATE", "ref(FUTURE_REF)"  # "will one day return"
    article = amount[-1].code == "a"
    hyphen = any(
        i.code == "-" for i in m.items[m.match.parts["amount"][1] : m.match.parts["unit"][0]]
    )
    if name == "quarter" and ((hyphen and plural) or (not plural and m.behind() == "of")):
        return None  # "three-quarters", "a quarter of the voters"
    if (name == "second" and not plural and not hyphen) or (article and plural):
        return None
    if article and m.before() not in DURATION_LEADS and len(amount) == 1:
        if is_given(m):
            return "DURATION", f"duration({length(1, name)})"
        return rate(m, name)
    half = m.one("half")
    if half is not None:
        if half.code == "h" or half.value == 0.5:
            number = None if number is None else number + 0.5
        else:
            number = number if half.value is None else None
    if (
        m.before() == "in"
        and not hyphen
        and number is not None
        and name in ("day", "week", "month", "year")
        and number == int(number)
        and m.way == "future"
        and m.behind() not in ("of", "to")
        and not m.of_noun
    ):
        return "DATE", f"shift(published, +{int(number)} {name})"
    return "DURATION", f"duration({length(number, name)})"


def name_of_programme(m: Meaning, unit: Item) -> bool:
    """Whether the unit has a capital in running text after a number: "60 Minutes", "the Six Day War"."""
    if m.present_is_past or not m.part("amount") or m.items[m.match.first].start == unit.start:
        return False  # titles and captions have capitals of their own
    return m.text[unit.start].isupper() and m.text[unit.start + 1 : unit.end].islower()


DURATION_LEADS = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "than",
        "over",
        "nearly",
        "almost",
        "about",
        "of",
        "lasted",
        "last",
        "took",
        "take",
        "spend",
        "spent",
        "once",
        "whole",
        "entire",
        "under",
        "until",
        "every",
        "least",
        "most",
        "to",
        "during",
        "is",
        "was",
        "with",
        "and",
        "or",
        "just",
        "only",
        "at",
        "least",
        "",
        "(",
        ",",
        ":",
        "—",
        "–",
        "¶",
        ".",
        "only",
        "another",
        "took",
        "takes",
        "than",
        "over",
        "by",
    ]
)


ONE_DAY = frozenset(["will", "could", "would", "might", "may", "can", "to", "and", "that"])
"""Before "one day" as some day to come."""

SUBJECTS = frozenset(["he", "i", "it", "she", "they", "we", "who", "you"])


def rate(m: Meaning, name: str) -> Found:
    """ "a week" that says how often: "three times a week", "$500 a month"."""
    if name in SMALL or name in ("weekend", "night", "decade", "century"):
        return None
    if m.before() in ("times", "once", "twice"):
        return "SET", f"set(P1{LETTER[name]})"
    previous = m.items[m.match.first - 1] if m.match.first else None
    if m.before() in ("million", "billion", "trillion", "percent", "%") or counted(m):
        return "SET", f"set(P1{LETTER[name]})"
    if previous is not None and previous.code in "nNY":
        return "SET", f"set(P1{LETTER[name]})"
    return None


_UNCOUNTED = frozenset(["dozens", "hundreds", "millions", "scores", "tens", "thousands"])


def counted(m: Meaning) -> bool:
    """Whether a counted noun stands right before ("40 flights a week", "hundreds of calls a day")."""
    if not m.span or m.span.start == 0:
        return False
    noun = m.span.doc[m.span.start - 1]
    if noun.tag_ not in ("NNS", "NN"):
        return False
    if m.behind() in ("early", "late"):
        return False
    above = noun
    while above.dep_ == "pobj" and above.head.lower_ == "of" and above.head.head.i < above.i:
        above = above.head.head  # "thousands of tons of coal a month"
    return above.lower_ in _UNCOUNTED or any(child.dep_ == "nummod" for child in noun.children)


_GIVING = frozenset(["allow", "give", "grant", "offer"])


def is_given(m: Meaning) -> bool:
    """Whether somebody is given so long for something: "gave the firm a week to answer"."""
    if not m.span or m.behind() != "to":
        return False
    verb = m.span.root.head
    return verb.lemma_.lower() in _GIVING and any(
        child.dep_ in ("dative", "dobj", "nsubjpass") and child.i < m.span.start
        for child in verb.children
    )


def duration_bare(m: Meaning) -> Found:
    item = m.one("unit")
    if (
        item is None
        or not item.value[1]
        or item.value[0] in ("second", "weekend", "night", "quarter")
    ):
        return None
    if m.before() not in (
        "for",
        "in",
        "within",
        "after",
        "of",
        "last",
        "over",
        "take",
        "takes",
        "took",
        "lasted",
        "spent",
        "many",
    ):
        return None
    if m.before() == "of" and m.before(2) not in (
        "couple",
        "number",
        "hundreds",
        "thousands",
        "dozens",
        "after",
    ):
        return None
    return "DURATION", f"duration({length(None, item.value[0])})"
