"""Lines that name where and when a report was printed or sent, in the forms of cuttings and bulletins: "Sandvik Radio, 5
March 2025", "Published in the Gazette on 5 March 2025", "From the Tidende website, 5 March 2025"."""

import re

from ..lexicon.outlets import outlet_named
from .days import find_days

_LONGEST = 12
"""Words beside the day; a title with a day in it is longer, or says something of it."""

_SET_OFF = re.compile(
    r"(?:^|[,|·•:/(\[)–—-]|^(?:first )?(?:published|printed|broadcast|aired|posted|appeared)\b.* on)\s*$",
    re.IGNORECASE,
)
"""What stands between a name and its day."""
_SET_OFF_BEHIND = re.compile(r"\s*(?:$|[,|·•:/)\].–—-])")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?:['’]s)?\b\.?,?",
    re.IGNORECASE,
)
_WEEKDAY_LAST = re.compile(rf"(?:{_WEEKDAY.pattern})\s*$", re.IGNORECASE)
_PLACED_IN = re.compile(
    r"^(?:(?:first )?(?:published|printed|broadcast|aired|posted|appeared) (?:in|on|by|at) |(?:from|by|for|in|on) )(?:the (?=[A-Z]))?",
    re.IGNORECASE,
)
_EDITION_BEHIND = re.compile(
    r"(?<=\w)\s+(?:(?:(?:news|evening|morning|late|early|daily) )*(?:bulletin|website|web site|edition|programme|program)|online edition|on|in print)$"
)
_NO_MARKS = str.maketrans("", "", "/-. ")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\b|T?\d\d:\d\d(?::\d\d)?Z?",
    re.IGNORECASE,
)
_OF_PRINT = frozenset(
    "news bulletin website web site edition evening morning noon midday late early print printed online staff correspondent"
    " correspondents reporter issue no nr vol volume number page pages report special published broadcast broadcasts aired posted"
    " first appeared paper newspaper programme program section desk press agency wire service daily weekly hour hours".split()
)
"""What a line of print says beside names."""
_SMALL = frozenset("the of in for from by on at a an and s our".split())


_PAPERS = frozenset(
    "times post gazette herald tribune courier chronicle observer telegraph mirror star news ledger standard sentinel"
    " guardian express examiner inquirer journal echo echoes dispatch advertiser mail argus globe daily bulletin monitor mercury online recorder"
    " radio tv television wire newswire broadcasting".split()
)
"""Words that begin or end the names of papers and stations."""


def is_print_line(words: str) -> bool:
    """Whether a line holds one written-out day with its year, set off, and beside it nothing but names and words of
    print, at least one of these or a paper's name: "Market Street, 5 March 2025" may stand under a picture."""
    days = find_days(words)
    if len(days) != 1 or words.count(" ") > _LONGEST + 4:
        return False
    before = _WEEKDAY_LAST.sub("", words[: days[0].start])
    behind = _CLOCK.sub(" ", words[days[0].end :])
    numeric = words[days[0].start : days[0].end].translate(_NO_MARKS).isdigit()
    if not (numeric or _SET_OFF.search(_CLOCK.sub(" ", before))):
        return False
    if not (numeric or _SET_OFF_BEHIND.match(behind)):
        return False
    rest = re.findall(r"[^\W_]+", _WEEKDAY.sub(" ", f"{before} {behind}"))
    low = [word.lower() for word in rest]
    return (
        0 < len(rest) <= _LONGEST
        and not (_OF_PRINT | _PAPERS).isdisjoint(low)
        and all(
            word in _SMALL or word in _OF_PRINT or shown[0].isupper() or shown.isdigit()
            for shown, word in zip(rest, low, strict=True)
        )
    )


def paper_in_print_line(words: str) -> str | None:
    """The paper or station that a print line names: "Published in the Valley Post on 5 March 2025"; None without one."""
    days = find_days(words)
    beside = words if not days else f"{words[: days[0].start]} | {words[days[0].end :]}"
    for part in re.split(r"\s*[,|·•/()]\s*|\s+[–—-]\s+", _WEEKDAY.sub(" ", beside)):
        name = _EDITION_BEHIND.sub("", _PLACED_IN.sub("", part.strip())).strip(" -–—.")
        if names_outlet(name):
            return name
    return None


def names_outlet(words: str) -> bool:
    """Whether a line is the name of a paper or station: one of the table, or capitalised words with one that only
    papers bear: "Lindmouth Gazette"."""
    if outlet_named(words) is not None:
        return True
    tokens = words.split()
    return (
        2 <= len(tokens) <= 5
        and all(token[:1].isupper() or token in ("of", "the", "and", "&") for token in tokens)
        and tokens[0].lower() != "by"
        and not {tokens[0].lower(), tokens[-1].lower()}.isdisjoint(_PAPERS)
    )
