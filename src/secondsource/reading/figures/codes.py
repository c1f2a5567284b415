"""Codes: digits that are no number of anything - telephones, addresses, clocks, dates, scores, list marks."""

import re
from functools import cache

_STREETS = (
    "Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Way|Place|Court|Terrace|Plaza|Crescent|Quay|Gardens|Row|Embankment|"
    "Highway|Parkway"
)
_CALLED = "|".join(
    f"(?<={verb} )"
    for verb in "call calls called calling dial dials dialed dialled dialing phoned phoning rang ring".split()
)
"""Behind these a number of three digits is one to call."""
_ARMS = (
    "(?:assault |main |battle |fighter |attack |transport )*(?:rifle|gun|machine|pistol|jet|fighter|bomber|tank|plane|aircraft|airliner|"
    "helicopter|missile|rocket|warplane|drone|system|batter(?:y|ie)|launcher)s?"
)
_BARRELS = (
    "(?:automatic |heavy |light |service |semi-automatic |anti-tank |anti-aircraft |artillery |mortar |tank )*"
    r"(?:ammunition|artillery|bullet|calib|cannon|cartridge|casing|field gun|gun|handgun|howitzer|machine|mortar|munition|pistol|revolver|rifle|"
    "round|shell|submachine|weapon)"
)
_OTHER_MONTHS = (
    "Muharram|Safar|Rabi|Jumada|Rajab|Sha'?ban|Ramad[ah]+n|Shawwal|Dhu|Tishrei|Cheshvan|Kislev|Tevet|Shevat|Adar|Nisan|Iyar|Sivan|Tammuz|Elul|"
    "Farvardin|Ordibehesht|Khordad|Mordad|Shahrivar|Mehr|Aban|Azar|Bahman|Esfand"
)
_CODES = (
    r"\+\d[\d ().-]{6,}\d",  # +44 20 7946 0000
    r"\(?\b0\d{1,4}\)?[ -]\d{3,4}[ -]?\d{3,4}\b",  # 020 7946 0000
    r"\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b",  # 555-0142
    r"\b\d{4,}-\d{4,}(?:-\d+)*\b",
    r"(?:https?://|www\.)\S+|[#@]\w+|\d\w*@\S+",
    r"\b\d+\.\d+\.\d+(?:\.\d+)*\b",
    r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}-\d\d-\d\d\b",
    r"\b\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?|GMT|UTC|local time|hrs)|\b\d{1,2}:\d\d(?::\d\d)?\b",
    r"\b\d{1,2} ?(?:a\.m\b|p\.m\b|am\b|pm\b|AM\b|PM\b|o['’]clock)|\b\d{4} ?(?:GMT|UTC|[Hh]rs\b)",
    # years and days of other calendars, and before the common era
    r"(?<![\d,.])\d{1,4} (?:AH|BCE?|BE|CE)\b|\b\d{4}(?= of the [A-Z][a-z]+ calendar\b)",
    rf"(?<![\d,.])\d{{1,2}} (?:{_OTHER_MONTHS})\b(?: \d{{4}}\b|(?! [a-z]+s\b))",
    # thousands by apostrophes and powers of ten, which are not read, and marks of a list: no smaller number is made of them
    r"\b\d{1,3}(?:['’]\d{3})+\b|\b\d+(?:\.\d+)?[eE]\d+\b|(?<![\d,.])\d{1,2}(?:,\d{1,2}){2,}(?![\d,])",
    r"\b24/7\b|\b50[-/]50\b|\bfifty-fifty\b|\b9-to-5\b|\b20/20\b|\b9/11\b|\b7/7\b",
    rf"\b\d{{1,5}}[A-Za-z]? (?:(?:[A-Z][\w'’.]*|of|the) ){{1,3}}(?:{_STREETS})\b",
    r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b",
    r"(?:(?<=^)|(?<=\s))\(?\d{1,2} ?\)(?=\s)",
    # a body of so many members, and what stands in the mark-up that a scraper has left
    r"\bGroup of (?:\d{1,2}|Seven|Eight|Twenty|Thirty|Seventy)\b(?! (?:people|men|women|boys|girls))",
    r"</?[a-z][^<>\n]{0,300}>",
    # calibres: "a .357 Magnum"
    r"(?<!\d)\.\d{2,3}(?=[- ]?(?:cal\b|calib|mag(?:num)?\b|Mag(?:num)?\b|Winchester|Remington|Colt|ACP|pistol|revolver|rifle|handgun))",
    # and of rounds, barrels and guns: "7.62mm ammunition", "a 155 mm howitzer"
    rf"(?<![\d.,])\d{{1,3}}(?:\.\d{{1,2}})?[ -]?mm\b(?=[ -](?:calib|{_BARRELS}))",
    # what arms and aircraft are called: "six AK 47 rifles", "two F 16 jets"
    r"\b(?:AK|AKM|RPG|MiG|MIG|Airbus A) ?\d{1,3}\b(?!,\d)",
    rf"\b(?:Su|SU|Tu|TU|Mi|Ka|An|Il|F|T|B|C|M|S|A|U|V) \d{{1,3}}[A-Z]?\b(?= {_ARMS}\b)",
    # the numbers to call in need: a 911 call, dialled 999
    r"\b(?:911|999) (?=(?:call|dispatch|operator|emergency|system|line|recording|tape|audio)\w*)",
    r"\b(?:000|11[0-9]) (?=(?:call|caller|dispatcher|operator|emergency|line|recording)\b)",
    rf"(?:{_CALLED})(?:911|999|000|11[0-9])\b(?= (?:after|when|to|and|for|at|from|on|as|before|while|about)\b|\s*[.,;:)'\"\u2019\u201d]|$)",
)
_SCORE = re.compile(
    r"(?<![\w.,$€£-])\d{1,3}[-\u2013]\d{1,3}(?:[-\u2013]\d{1,3})?(?![\w%]|[-\u2013.,]\d| ?%)"
)
_BEATEN = re.compile(
    r"(?<!\w)(?:beat|beats|beaten|won|win|wins|defeat\w*|thrash\w*|edged|rout\w*|led|trailed|drew)(?!\w)[^.;\d]{0,60}[ \u00a0]"
    r"(?P<score>\d{1,3} to \d{1,3})(?=\s*[,.;!)]|\s*$| (?:on|in|at|after|before|during)\b)",
    re.IGNORECASE,
)
_SCORED = re.compile(
    r"[ \u00a0](?:win|victory|defeat|loss|lead|draw|record|score|scoreline|aggregate|down|up|ahead|behind|winner|tie|thrashing|rout|on|in|at|against|before|"
    r"over|thanks|after|with|to|and|from|as|when|for|by)\b|\s*[.,;:)]|\s*$"
)
VOTED = re.compile(
    r"(?<!\w)(?:vote[ds]?|voting|ballots?|passed|approved|adopted|rejected|margin|abstentions?|abstaining|in favou?r|decision)(?!\w)",
    re.IGNORECASE,
)


_DASHED = re.compile(r"\d[-\u2013]\d")
_FROM_TO = re.compile(r"\d to \d")
"""What stands in every score of either form, and is soon seen to be missing."""


@cache
def _pattern() -> re.Pattern[str]:
    joined = "|".join(f"(?:{code})" for code in _CODES)
    return re.compile(rf"(?=[\d.+(#@hwfA-Z<])(?:{joined})", re.MULTILINE)


def find_codes(text: str) -> list[tuple[int, int]]:
    """Spans of a text whose digits count nothing, in their order. Results of votes are no codes."""
    found = [match.span() for match in _pattern().finditer(text)]
    for match in _SCORE.finditer(text) if _DASHED.search(text) else ():
        around = text[max(0, match.start() - 80) : match.end() + 60]
        if not VOTED.search(around) and _SCORED.match(text, match.end()):
            found.append(match.span())
    for match in _BEATEN.finditer(text) if _FROM_TO.search(text) else ():
        around = text[max(0, match.start() - 80) : match.end() + 60]
        if not VOTED.search(around):
            found.append(match.span("score"))
    return sorted(found)
