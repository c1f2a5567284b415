"""Captions of pictures and videos, told from body text, with their credits."""

import re

from ..model.article import Caption, RemovalKind
from .dateline import dateline_alone
from .layout import Layout
from .lines import Line
from .shape import ends_sentence, is_prose, may_go_on
from .signature import explains_letters, unsigned

_MAKERS = (
    r"AP|A\.P\.|Associated Press|AP Photo|AP Images|Reuters|REUTERS|AFP|AFP-JIJI|Agence France-Presse|EPA|EPA-EFE|Getty|Getty Images"
    r"|Bloomberg|Xinhua|TASS|Tass|Sputnik|Anadolu(?: Agency)?|Zuma(?: Press)?|Shutterstock|PA|PA Wire|PA Images|Press Association"
    r"|dpa|DPA|ANSA|EFE|Kyodo|Yonhap|UPI|Alamy|AAP|CP|The Canadian Press|iStock|Unsplash|Pool|pool photo|handout|Handout|Maxar"
    r"|Planet Labs(?: PBC)?|File|FILE|Twitter|Facebook|Instagram|Screenshot|Courtesy|NurPhoto|SIPA|Sipa USA|Polaris|Redux|Magnum|Corbis|Rex|WireImage|Imago|IMAGO|ZUMAPRESS|USA TODAY Sports|USA TODAY Network"
)
_CREDIT_MARK = re.compile(
    r"(?:^|(?<=[\s.)\]”\"|;,/(\[]))(?P<credit>(?:file |archive |stock |handout |pool )?"
    r"(?:photo(?:graph|s|graphs)?|picture|pictures|image|images|pic|illustration|graphic|video|map|photo composite|credit|picture credit|photo credit|image credit|foto|photo illustration|animation|composite)"
    r"(?:\s*/\s*(?:video|photo|graphic|illustration))?"
    r"(?:\s+(?:courtesy|composite|illustration)(?:\s*/\s*video)?)?\s*"
    r"(?::|\||©|\bby\b(?=\s+[A-Z])|\bcourtesy\s+of\b)\s*(?P<maker>\S.{1,90}))$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"(?P<credit>[(\[](?:(?:file )?(?:photo|image|picture|video|credit)s?\b[^()\[\]]{0,80}|[^()\[\]]{0,60}?\b(?:"
    + _MAKERS
    + r")"
    r"(?:(?:\s+(?:file )?(?:photo|images?|video|file)|\s*/\s*[^()\[\]]{2,50}|\s+via\s+[^()\[\]]{2,40}|\s+Images)+[^()\[\]]{0,40}|))[)\]])\.?$"
)
_SLASHED = re.compile(
    r"(?P<credit>(?:[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,4}|handout|pool)\s*/\s*(?:[\w .'’-]+\s*/\s*)?(?:"
    + _MAKERS
    + r")"
    r"(?:\s*/\s*[\w .'’-]{2,40}|\s+via\s+[\w .'’-]{2,40}|\s+Images)*|(?:Getty Images|AFP via Getty Images|Agence France-Presse|Associated Press))\.?$"
)
_VIA = re.compile(
    r"(?P<credit>[A-Z][\w.'’ /-]{2,50}\s(?:via|for)\s(?:"
    + _MAKERS
    + r"|the [A-Z][\w ’']{2,40}|The [A-Z][\w ’']{2,40}))\.?$"
)

_PRESENT = re.compile(
    r"\b(?:speaks?|arrives?|walks?|stands?|attends?|meets?|shakes?|waves?|looks? on|listens?|poses?|gestures?|holds?|sits?|rides?|drives?"
    r"|moves?|passes?|passed?by|takes? part|greets?|addresses|gathers?|marches?|patrols?|carr(?:y|ies)|watch(?:es)?|waits?|fires?|burns?|rises?|leaves?|boards?|inspects?|chats?"
    r"|react(?:s)?|protests?|hugs?|kneels?|prays?|lines? up|queues?|works?|checks?|trains?|prepares?|unloads?|loads?|clears?|salutes?|smiles?|shouts?|shows?|is seen|are seen|is pictured|are pictured|talks?|visits?|delivers?|departs?|enters?|exits?|steps?|guards?)\b"
)
_SHOWN_WHEN = re.compile(
    r"\b(?:during|in|at|on|near|outside|inside|with|as|after|before|along|ahead of)\b"
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d\d)\b"
)
_PICTURED = re.compile(
    r"(?:,|\() ?(?:left|right|center|centre|second from (?:left|right)|from left|above|below|pictured)\b[,)]?|\b(?:file photo|is pictured|are pictured|is seen|are seen|seen here|pictured here|in this (?:file )?(?:photo|image|picture|handout|screengrab|video)|in an image|in a photo|this photo|this image|this satellite image)\b",
    re.IGNORECASE,
)
_PICTURED_LETTERS = ("pictured", "left", "right", "cent", "above", "below", "photo", "seen", "image", "picture", "screengrab", "video")  # fmt: skip
_YEAR_OR_DAYS = re.compile(r"(?:19|20)\d\d|day['’]s")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did|won['’]t|isn['’]t|aren['’]t|wasn['’]t"
    r"|said|says|told|went|came|took|made|gave|got|knew|thought|saw|found|left|felt|became|began|kept|held|brought|wrote|stood|lost|met|ran|paid|led|grew|fell|rose|sent|built|spent|cut|put|hit|set|let|shut|broke|spoke|chose|drove|flew|won|fought|shot|sought|bought|caught|taught|sold|meant|dealt|slept|read|heard|sat|lay|wore|threw|drew|struck|swore|shook|hid|bit|rode|sank|sang|drank|hung|dug|fed|fled|bled|sped|laid|lent|bent|wept|crept|swept|leapt|burnt|learnt"
    r"|say|go|come|take|make|give|get|know|think|see|find|feel|become|begin|keep|hold|bring|write|want|wants|need|needs|seems?|remains?|includes?|refuses?|rejects?|continues?|appears?|means?|comes|goes|takes|makes|gives|gets|knows|thinks|sees|finds|feels|becomes|begins|keeps|brings|writes|ain['’]t|let['’]s|it['’]s|that['’]s|there['’]s|he['’]s|she['’]s|they['’]re|we['’]re|you['’]re|i['’]m|who|why|how|what|please)\b|\w+ed\b|n['’]t\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|on|off|along|over|during|from|of)\s+(?:the\s+)?[A-Z]"
)
_LONGEST_PLAIN_CAPTION = 28
_LONGEST_CAPTION = 110


_WRITTEN_BY = re.compile(
    r"(?:(?:[Ss]tory|[Rr]eport|[Ww]ords|[Ww]ritten) )?(?:By|by|BY):? +[A-ZÀ-ÖØ-Þ][^/]*$|(?:[Tt]ext|TEXT|[Ww]ords|[Ss]tory|[Rr]eporting) ?: +[A-ZÀ-ÖØ-Þ]"
)
"""A byline, though it may name for whom ("By A Name for the Paper") and stand over the name of who made a picture."""
_HINT = re.compile(r"pic\b|\bvia\b|\bfor\b|[)\]]\W?$", re.IGNORECASE)
_PICTURE_WORDS = tuple(
    "photo pic illustration graphic image video map credit foto animation composite".split()
)
_HINTS = (
    *(word for word in _PICTURE_WORDS if word != "pic"),
    "picture",
    "courtesy",
    "/",
    "press",
    "france",
)
_HINT_LETTERS = ("pic", "via", "for", ")", "]")
"""Without any of both no hint and no credit can stand there; `in` is faster than a pattern."""
_SLASHED_LETTERS = ("/", "getty images", "agence france-presse", "associated press")
_BRACKETS = (")", "]", ").", "].")
_VIA_LETTERS = ("via", "for")
_LONGEST_VIA = 60
"""Characters from "via" on to the end of a line: "the" and 41 more are the most that may follow it."""
_LONGEST_CREDIT = 140
"""Characters at the end of a line among which its credit stands."""


def credit_of(words: str) -> tuple[str, str | None]:
    """The caption without its credit, and who made the picture; None when no credit stands there."""
    start = max(0, len(words) - _LONGEST_CREDIT)
    if start:
        start = words.find(" ", start) + 1
    low = words[start:].lower()
    hinted = _holds(low, _HINTS) or (_holds(low, _HINT_LETTERS) and _HINT.search(words, start))
    if not hinted:
        return words, None
    shown, credit = _credit_at_end(words[start:])
    return (words, None) if credit is None else ((words[:start] + shown).rstrip(), credit)


def _holds(low: str, needed: tuple[str, ...]) -> bool:
    # A loop: `any` over a generator takes twice as long, and this is asked of every line.
    for letters in needed:  # noqa: SIM110
        if letters in low:
            return True
    return False


def _credit_at_end(words: str) -> tuple[str, str | None]:
    bracketed = words.endswith(_BRACKETS) and _BRACKETED.search(words)
    if bracketed:
        return words[: bracketed.start()].rstrip(" |/-–—"), bracketed["credit"].strip("()[] ")
    low = words.lower()
    if any(letters in low for letters in _PICTURE_WORDS):
        marked = _CREDIT_MARK.search(words)
        if marked:
            return words[: marked.start()].rstrip(" |/-–—"), marked["maker"].strip()
    for pattern, needed, among in (
        (_SLASHED, _SLASHED_LETTERS, low),
        (_VIA, _VIA_LETTERS, low[-_LONGEST_VIA:]),
    ):
        if not _holds(among, needed):
            continue
        match = pattern.search(words)
        if match and (match.start() == 0 or words[: match.start()].rstrip()[-1:] in '.|”")'):
            return words[: match.start()].rstrip(" |/-–—"), match["credit"].strip()
    return words, None


def mark_captions(layout: Layout) -> Layout:
    """Marks captions: lines that end in a picture's credit or stand over one, and lines that only
    show what a picture shows, set apart from the body."""
    found: dict[int, RemovalKind] = {}
    lines = layout.lines
    usual = _usual_gap(layout)
    unmarked = layout.unmarked()
    prose = [place for place, n in enumerate(unmarked) if is_prose(unsigned(lines[n].words))]
    last_prose = prose[-1] if prose else len(unmarked)
    for place, n in enumerate(unmarked):
        line = lines[n]
        if line.count > _LONGEST_CAPTION or _WRITTEN_BY.match(line.words):
            continue
        shown, credit = credit_of(line.words)
        last = place >= last_prose
        if credit is not None and (explains_letters(line.words) or dateline_alone(line.words)):
            credit = None
        if credit is not None and not _is_signed(layout, line, last):
            found[n] = "caption"
            if not shown and place > 0:
                before = unmarked[place - 1]
                shown = lines[before].words
                if (
                    before not in found
                    and _could_be_caption(shown)
                    and not _WRITTEN_BY.match(shown)
                ):
                    found[before] = "caption"
        if credit is not None:
            continue
        before_gap = line.blanks
        after_gap = lines[n + 1].blanks if n + 1 < len(lines) else 0
        apart = (before_gap > usual) + (after_gap > usual)
        if place > 0 and _shows_only(line.words, apart):
            found[n] = "caption"
    return layout.marked(found)


def _is_signed(layout: Layout, line: Line, last: bool) -> bool:
    """Whether a line is a paragraph that an agency's name in brackets signs, and no caption with its
    credit: it is too long to stand under a picture, or is the last one and reads as a report."""
    bare = unsigned(line.words)
    if bare == line.words:
        return False
    if line.count > _LONGEST_PLAIN_CAPTION:
        return True
    return last and is_prose(bare) and (layout.trusted or not _could_be_caption(bare))


def _usual_gap(layout: Layout) -> int:
    gaps = sorted(line.blanks for line in layout.lines[1:])
    return gaps[len(gaps) // 2] if gaps else 0


def _could_be_caption(words: str) -> bool:
    count = words.count(" ") + 1
    if not 3 <= count <= 60 or words[:1] in '"“‘':
        return False
    verbless = not _FINITE.search(words)
    return verbless or (
        bool(_PRESENT.search(words)) and not re.search(r"\b(?:said|told|added)\b", words)
    )


def _shows_only(words: str, apart: int) -> bool:
    """Whether a line without credit is a caption. `apart`: on how many sides it stands further from
    its neighbours than paragraphs do."""
    count = words.count(" ") + 1
    if not 4 <= count <= _LONGEST_PLAIN_CAPTION or words[:1] in '"“‘' or not ends_sentence(words):
        return False
    if words.rstrip()[-1] in "?!" or (re.search(r"[.!?][”\"’']?\s+[A-Z]", words) and count > 14):
        return False
    if re.search(r"[\"“”]", words):
        return False
    # One thing in the singular needs a verb in -s or a past one to be a sentence; of several
    # things ("ministers meet in") the form does not tell, so the layout has to.
    # The verbs come last, since their patterns are long.
    if (
        (apart > 0 or words.startswith(("A ", "An ")))
        and _PLACE.search(words)
        and not _PRESENT.search(words)
        and not _FINITE.search(words)
    ):
        return True
    low = words.lower()
    pictured = _holds(low, _PICTURED_LETTERS) and _PICTURED.search(words)
    if pictured and not re.search(r"\b(?:said|told)\b", words):
        return True
    if apart == 0 and not (_YEAR_OR_DAYS.search(words) and _DAY.search(words)):
        return False
    present = _PRESENT.search(words)
    if present and _SHOWN_WHEN.search(words, present.end()):
        past = re.search(r"\b(?:said|told|was|were|had|would|will|has|have)\b", words)
        return not past
    return False


def captions_in(layout: Layout) -> tuple[Caption, ...]:
    """The captions among the marked lines, in their order; a line that is a credit alone belongs to
    the caption before it."""
    captions: list[Caption] = []
    previous = -2
    for n in layout.with_kind("caption"):
        words, credit = credit_of(layout.lines[n].words)
        if not words and captions and previous == n - 1 and captions[-1].credit is None:
            captions[-1] = Caption(words=captions[-1].words, credit=credit)
        elif words:
            captions.append(Caption(words=words, credit=credit))
        previous = n
    return tuple(captions)


def is_finished(words: str) -> bool:
    """Whether a line is body text that has come to its end."""
    return is_prose(words) and not may_go_on(words)
