"""Sides of a vote: which of the counted votes were for, which against, and what is the margin."""

import re

_NOUN = (
    r"(?:\s*(?:votes?|ballots?|senators|deputies|lawmakers|members|delegates|countries|states))?"
)
_TO = re.compile(rf"{_NOUN}\s*(?:to|against|-|\u2013|\u2014)\s*", re.IGNORECASE)
_FOR = re.compile(
    rf"{_NOUN}\s*(?:(?:voted|were)\s+)?(?:in favou?r\b|for(?=\s*(?:$|[.,;]|and\b|with\b|\d)))",
    re.IGNORECASE,
)
_AGAINST = re.compile(rf"{_NOUN}\s*(?:(?:voted|were)\s+)?against\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"(?<!\w)(?:reject|defeat|refus|fail|fell|falls|lost|voted down|threw out|blocked|turned down|struck down)",
    re.IGNORECASE,
)
_MARGIN = re.compile(r"(?<!\w)(?:by|margin of)\s*$", re.IGNORECASE)


def side(opened: str, following: str, since_last: str | None, until_next: str | None) -> str | None:
    """ "for", "against" or "margin" for a number of votes; None where its sentence does not say.

    `opened` and `following` are the sentence before and behind the number; `since_last` and `until_next` what
    stands between it and the number of votes before and behind it in the sentence, None without one.
    """
    refused = _REFUSED.search(opened) is not None
    if until_next is not None and _TO.fullmatch(until_next):
        return "against" if refused else "for"
    if since_last is not None and _TO.fullmatch(since_last):
        return "for" if refused else "against"
    if _FOR.match(following):
        return "for"
    if _AGAINST.match(following):
        return "against"
    return "margin" if _MARGIN.search(opened) else None
