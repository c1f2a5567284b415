"""Titles of programmes and papers that stand between quotation marks and are nobody's words."""

import re

_WHERE = re.compile(r"(?:['’]s|\b(?:on|show|program|programme|magazine|column|host of))\s+$", re.I)
LONGEST = 6
"""Words of the title of a show."""


def is_show(text: str, start: int, end: int) -> bool:
    """Whether code points `start:end`, with their quotation marks, are the title of where something was
    said: on the radio's "Morning Talk,"."""
    if text[start] not in '"“‘' or _WHERE.search(text, max(0, start - 20), start) is None:
        return False
    words = re.findall(r"\w[\w’']*", text[start:end])
    return (
        0 < len(words) <= LONGEST
        and words[0][0].isupper()
        and all(word[0].isupper() or len(word) < 4 for word in words)
    )
