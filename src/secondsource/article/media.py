"""Other media that a report credits with what it tells."""

import re

from ..lexicon.agencies import agency_named
from ..lexicon.outlets import outlet_named
from ..model.article import CreditLine
from ..model.text import Citation

_TOLD_MEDIUM = re.compile(
    r"\b(?:told|tells|telling|interview with|reported (?:by|in)|according to|quoted by|first reported by|obtained by|seen by|statement to|spoke to|speaking to|informed)\s+"
    r"(?P<outlet>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*)(?:\s+(?:[A-Z&][\w’'&.-]*|of|for))*)"
)
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
    for pattern, needed in (
        (_TOLD_MEDIUM, ()),
        (_MEDIUM_REPORTED, ("reported", "quoted", "cited")),
    ):
        if needed and not any(verb in text for verb in needed):
            continue
        for match in pattern.finditer(text):
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
