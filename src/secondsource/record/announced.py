"""What an article announces for a day to come, in its own words, whatever kind of matter it is.

Elections, hearings, votes, launches, funerals and deadlines are no deeds of the sixteen types. Only the plainest forms count: a
day after that of publication, in a sentence with a verb of appointment, without a word that leaves the matter open.
"""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import structs

from ..model.event import Status
from ..model.mention import Time
from ..model.reading import Reading
from ..model.record import Announced
from ..model.text import Citation
from .sentences import sentence_at, sentences_before

_APPOINTED = re.compile(
    r"\b(?:will|’ll|'ll)\s+(?:\w+ly\s+|also\s+|now\s+|then\s+|again\s+|first\s+)?[a-z]+\b"
    r"|\b(?:is|are|was|were|been|’s|'s)\s+(?:\w+ly\s+|also\s+|now\s+|still\s+)?(?:to\s+[a-z]+|due|set|scheduled|slated|planned|expected|booked)\b"
    r"|\b(?:scheduled|slated|planned|due|set)\s+(?:for|to)\b"
    r"|,\s+to be \w+\b"
    r"|\b(?:said|says|announced|told|confirmed)\b.*\bwould\s+(?:\w+ly\s+|also\s+)?[a-z]+\b"
    r"|\bha(?:s|ve)\s+until\s*$"
)
"""Words of appointment before a day."""

_OPENS_AT = re.compile(
    r"\b(?:begins?|starts?|opens?|reopens?|closes?|ends?|expires?|resumes?|takes? (?:effect|place|office)|goes? (?:on (?:sale|trial)|into effect)"
    r"|comes? into (?:force|effect)|falls? due)\s+(?:on|in|at|from)?\s*$"
)
"""A verb in the present right before a day to come."""

_MATTERS = (
    r"hearing|vote|ballot|election|run-off|runoff|referendum|trial|sentencing|verdict|ruling|funeral|burial|inauguration|ceremony|launch"
    r"|deadline|summit|poll|polls|session|debate|conference|opening|auction|publication|appearance|sitting|rally|match|premiere|festival|concert"
)
_MATTER = re.compile(
    rf"\b(?:{_MATTERS})\s+(?:(?:scheduled|set|due|planned)\s+)?(?:for|on|in|of)?\s*$", re.IGNORECASE
)
"""A matter right before its day: "until a hearing on March 25"."""

_MOVED = re.compile(
    r"\b(?:postpon\w+|put(?:ting)? (?:off|back)|push(?:ed|es|ing)? back|delay(?:s|ed|ing)?|defer\w*|reschedul\w+|adjourn\w*"
    r"|mov(?:ed|es|ing)|brought forward)\b[^.;:]{0,80}\b(?:until|till|to|for)\s+(?:(?:at least|late|early|next|the)\s+)*$",
    re.IGNORECASE,
)
"""A day to which a matter is moved: "put off the vote until Friday"."""
_MOVING = re.compile(r"\b(?:postpon\w+|put off|delay\w*)\b", re.IGNORECASE)

_QUESTION = re.compile(r"\b(?:decide|rule|vote|say|announce|determine)\b")
"""Verbs of which the answer is appointed for a day, and a "whether" behind it leaves the appointment as it is."""

_FRONTED = re.compile(
    r"^\W*(?:(?:Late|Early)\s+)?(?:On|In|At|By|From|Next|Tomorrow|This|Later)?\W*$"
)
"""Before a day with which a sentence opens."""

_LEAVES_OPEN = re.compile(
    r"\b(?:if|unless|whether|could|might|should|must|not|never|without|cannot|nor|possibl[ey]|perhaps|maybe|probably|likely|unlikely"
    r"|threat\w*|demand\w*|urg(?:e|es|ed|ing)|want(?:s|ed)?|wish\w*|hop(?:e|es|ed|ing|eful)|propos\w+|suggest\w*|reject\w*|refus\w*"
    r"|den(?:y|ies|ied)|warn\w*|fear\w*|rumou?r\w*|speculat\w*|reportedly|allegedly|consider\w*|seek\w*|vow\w*|promis\w*|pledg\w*"
    r"|cancel\w*|postpon\w*|scrap\w*|delay\w*|ask(?:s|ed|ing)?|would have|predict\w*|forecast\w*|bets?|dream\w*"
    r"|(?:call|push|press)(?:s|es|ed|ing)?\s+(?:on|for|off)|appeal(?:s|ed|ing)?\s+(?:to|for)|put off"
    r"|had been (?:due|set|scheduled|expected|planned|slated)|supposed|to have been|chances?|risks?|odds|claim\w*"
    r"|(?:be|is|are) able|will have|when\b[^,]*\b(?:was|were))\b"
    r"|\bmay\b(?!\s*\d)|n[’']t\b|\?\s*$|\b(?:I|we|We|my|our)\b",
)
"""What leaves a matter open, wishes for it, or speaks of it as one's own affair ("may" in small letters: the month is May)."""

_UNREAL: frozenset[Status] = frozenset(
    {"threatened", "demanded", "requested", "denied", "negated", "conditional", "cancelled"}
)
_LONGEST_SPAN = 31
"""Days that an announced time may span; a quarter or a year is no appointment."""
_FARTHEST = 730
"""Days ahead; what is farther off is a plan of years."""
_QUOTES = re.compile(r"[“”\"]")


def announced_in(reading: Reading) -> tuple[Announced, ...]:
    """What an anchored reading announces, in the order of its text; empty where the article's day is not known to the day,
    since most days are counted from it."""
    published = reading.article.published
    if published is None or published.earliest != published.latest:
        return ()
    found: dict[tuple[str, int], Announced] = {}
    for time, sentence in _times_ahead(reading, published.latest):
        moved = _is_moved_to(time, sentence)
        if not (moved or _is_appointed(time, sentence)):
            continue
        if not _is_unreal(reading, sentence, _UNREAL - {"cancelled"} if moved else _UNREAL):
            when = _edtf(time)
            told = _with_what_it_takes_up(reading, sentence)
            found.setdefault((when, sentence.start), Announced(when=when, sentence=told))
    return tuple(found.values())


def _times_ahead(reading: Reading, after: str) -> Iterator[tuple[Time, Citation]]:
    latest_day = date.fromisoformat(after[:10]) if len(after) >= 10 else None
    if latest_day is None:
        return
    for time in reading.times:
        if time.citation.part != "text" or time.type not in ("DATE", "TIME"):
            continue
        if time.earliest is None or time.latest is None or time.value is None:
            continue
        first, last = date.fromisoformat(time.earliest), date.fromisoformat(time.latest)
        ahead = (first - latest_day).days
        if 0 < ahead <= _FARTHEST and (last - first).days <= _LONGEST_SPAN:
            yield time, sentence_at(reading, time.citation)


def _is_appointed(time: Time, sentence: Citation) -> bool:
    """Whether a sentence appoints something for a day in it."""
    before = sentence.words[: time.citation.start - sentence.start]
    after = sentence.words[time.citation.end - sentence.start :]
    whole = sentence.words
    if _QUESTION.search(before) and after.lstrip().startswith("whether"):
        whole = before
    if len(_QUOTES.findall(before)) % 2 or _LEAVES_OPEN.search(whole):
        return False
    if _FRONTED.match(before):
        return bool(_APPOINTED.search(after[: _clause_end(after)]))
    near = re.split(r"[;:]|\.\s", before)[-1]
    return bool(_APPOINTED.search(near) or _OPENS_AT.search(near) or _MATTER.search(near))


def _is_moved_to(time: Time, sentence: Citation) -> bool:
    """Whether a sentence tells that something is put off to a day."""
    before = sentence.words[: time.citation.start - sentence.start]
    if len(_QUOTES.findall(before)) % 2 or _MOVED.search(before) is None:
        return False
    return _LEAVES_OPEN.search(_MOVING.sub("", sentence.words)) is None


_TAKING_UP = re.compile(
    r"(?:Another|A (?:second|third)|The (?:second|third|next)|Both|It|They|These|He|She) (?:one )?(?:is|are|was|were|will|has|have|had)\b"
)


def _with_what_it_takes_up(reading: Reading, sentence: Citation) -> Citation:
    """The sentence; where it only takes up what the one before it names ("Another is planned for Saturday"), with that one."""
    if not _TAKING_UP.match(sentence.words):
        return sentence
    text = reading.article.text
    for before in sentences_before(reading, sentence, 1):
        if "\n" not in text[before.end : sentence.start]:
            words = text[before.start : sentence.end]
            return structs.replace(sentence, start=before.start, words=words)
    return sentence


def _clause_end(words: str) -> int:
    """Where the clause ends with which a text begins, past the comma behind a day in front."""
    stop = re.search(r"[,;:—]\s", words[2:])
    return stop.start() + 2 if stop else len(words)


def _is_unreal(reading: Reading, sentence: Citation, unreal: frozenset[Status]) -> bool:
    """Whether a deed in the sentence is threatened, demanded, denied or on a condition: its day may be that of the day."""
    return any(
        event.status in unreal
        and event.citation.part == "text"
        and sentence.start <= event.citation.start < sentence.end
        for event in reading.events
    )


def _edtf(time: Time) -> str:
    assert time.earliest is not None
    assert time.latest is not None
    if time.earliest == time.latest:
        return time.earliest
    if time.value is not None and re.fullmatch(r"\d{4}-\d\d", time.value):
        return time.value
    return f"{time.earliest}/{time.latest}"
