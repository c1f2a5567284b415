"""Meanings of vague times: the past, the present and the future."""

from .amounts import SMALL
from .meaning import Found, Meaning


def vague_phrase(m: Meaning) -> Found:
    """ "some time", "as soon as possible"."""
    value = str(m.items[m.match.first].value)
    return (
        ("DURATION", f"duration({value})")
        if value[0] == "P" and value[1] == "X"
        else ("DATE", f"ref({value})")
    )


def this_time(m: Meaning) -> Found:
    """ "at this time", "at this moment"."""
    if m.before() != "at" or m.match.after - m.match.first != 2 or m.behind() == "of":
        return None
    return "DATE", "ref(PRESENT_REF)"


def vague_units(m: Meaning) -> Found:
    """ "recent weeks", "coming months", "the days ahead"."""
    item = m.one("unit")
    codes = {i.code: i for i in m.items[m.match.first : m.match.after]}
    if item is None or not item.value[1] or (item.value[0] in SMALL and item.value[0] != "hour"):
        return None
    if "w" in codes:
        return "DATE", "ref(FUTURE_REF)"
    if "x" in codes:
        return ("DATE", "ref(FUTURE_REF)") if codes["x"].value != "following" else None
    if "V" in codes:
        word = m.words(codes["V"])
        if word in ("recent", "current"):
            return "DATE", f"ref({codes['V'].value})"
    return None


def vague(m: Meaning) -> Found:
    item = m.of_code("V")
    if item is None:
        return None
    word = m.words(item)
    span = m.tokens(item.start, item.end)
    if not span:
        return None
    token = span[0]
    if word == "now" and token.ent_type_ in ("ORG", "WORK_OF_ART"):
        return None
    if word == "current" and "then" in (m.before(), m.before(2)):
        return None  # "at the then-current price"
    if word in ("shortly",) and m.behind() in ("after", "before"):
        return None
    if word == "soon" and (m.before() == "as" or m.behind() == "after" or m.way == "past"):
        return None  # "as soon as", "soon after", "that soon became a flood"
    return "DATE", f"ref({item.value})"


def vague_noun(m: Meaning) -> Found:
    item = m.of_code("F")
    words = [m.words(i) for i in m.items[m.match.first : m.match.after]]
    if m.one("past") is not None:
        span = m.tokens(m.items[m.match.after - 1].start, m.end)
        if words != ["the", "past"] or not span or span[0].tag_ != "NN":
            return None
        return "DATE", "ref(PAST_REF)"
    if item is None:
        return None
    word = item.value
    if word == "future":
        if words[0] == "its":
            return None
        if len(words) == 1 and m.before() not in ("in", "for", "of"):
            return None
        if len(words) > 1 and m.behind() == "of":
            return None
        return "DATE", "ref(FUTURE_REF)"
    if word == "present":
        return (
            ("DATE", "ref(PRESENT_REF)")
            if m.before() in ("at", "for", "the") and words[0] in ("the", "present")
            else None
        )
    if word == "moment":
        return (
            ("DATE", "ref(PRESENT_REF)")
            if words == ["the", "moment"] and m.before() in ("at", "for") and m.behind() != "of"
            else None
        )
    if (
        word == "time"
        and words == ["the", "time"]
        and m.before() == "at"
        and m.behind() not in ("of", "when")
    ):
        return "DATE", "ref(PAST_REF)"
    return None
