"""Other media that a report credits with what it tells."""

import re
from collections.abc import Iterator

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import outlet_named
from ..model.article import CreditLine
from ..model.text import Citation

_TOLD_MEDIUM = re.compile(
    r"\b(?:told|tells|telling|interview with|reported (?:by|in)|according to|quoted by|first reported by|obtained by|seen by|statement to|spoke to|speaking to|informed)\s+"
    r"(?P<outlet>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*)(?:\s+(?:[A-Z&][\w’'&.-]*|of|for))*)"
)
_TELLING = (
    "told", "tells", "telling", "interview with", "reported by", "reported in", "according to", "quoted by",
    "first reported by", "obtained by", "seen by", "statement to", "spoke to", "speaking to", "informed",
)  # fmt: skip
"""Where `_TOLD_MEDIUM` can begin: searched for one by one, since `find` is far faster than the pattern."""
_REPORTED = ("reported", "quoted", "cited")
_MEDIUM_REPORTED = re.compile(
    r"(?P<outlet>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*)(?:\s+(?:[A-Z&][\w’'&.-]*|of))*)\s+(?:first\s+)?(?:reported|has reported|had reported|quoted|cited)\b"
)
_MEDIUM_NAME = re.compile(
    r"\b(?:Times|Post|Gazette|Herald|Tribune|Journal|Chronicle|Sentinel|Courier|Ledger|Guardian|Telegraph|Observer|Mirror|Globe|Inquirer|Examiner|Dispatch|Register|Bee|Star|Sun|Standard|Monitor|Mail|Express|Independent|Economist|News|Television|TV|Radio|Newspaper|Weekly|Daily)$"
)


def credited_media(text: str) -> list[CreditLine]:
    """The other media that a text credits ("told the Post"): those in the table, and names that end
    as papers' names do."""
    found: list[CreditLine] = []
    seen: set[tuple[int, int]] = set()
    for matches in (_told(text), _reported(text)):
        for match in matches:
            name = match["outlet"].strip(" .")
            bare = re.sub(r"^[Tt]he\s+", "", name)
            if not bare or not (
                outlet_named(bare) or agency_named(bare) or _MEDIUM_NAME.search(bare)
            ):
                continue
            start = match.start("outlet") + len(match["outlet"]) - len(match["outlet"].lstrip())
            if (start, start + len(name)) in seen:
                continue
            seen.add((start, start + len(name)))
            found.append(
                CreditLine(
                    kind="medium",
                    organization=name,
                    citation=Citation(start=start, end=start + len(name), words=name),
                )
            )
    return found


def _told(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_TOLD_MEDIUM`, one behind the other."""
    end = 0
    for at in sorted({at for words in _TELLING for at in _places(words, text)}):
        match = _TOLD_MEDIUM.match(text, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _reported(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_MEDIUM_REPORTED`, one behind the other. None runs over a comma, so only the
    stretches between commas that hold a verb are searched."""
    end = 0
    for at in sorted({at for verb in _REPORTED for at in _places(verb, text)}):
        if at < end:
            continue
        start = max(end, text.rfind(",", 0, at) + 1)
        end = text.find(",", at)
        end = len(text) if end < 0 else end
        yield from _MEDIUM_REPORTED.finditer(text, start, end)


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
