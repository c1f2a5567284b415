"""Meaning: one match of the grammar, seen in its article; what the functions of `meanings` work on.

Each of them takes a Meaning and gives `(type, rule)`, or None where the words are no time expression here.
What hangs on the day of publication, or on a time told before, is written into the rule.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ...lexicon.calendar import tables
from ..draft import Draft
from ..tokens import Run
from . import direction
from .grammar import Match
from .hanging import prenominal
from .lexer import Item
from .moments import DAYS, MONTHS

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Found = tuple[Kind, str] | None

_BY_LENGTH = (
    *(
        "time",
        "day",
        "weekend",
        "week",
        "month",
        "season",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
    ),
)
"""The units that a time can fill, the shortest first."""

_RANGE_END = re.compile(
    r"\s*(?:-|–|—|and|to|or|through|until|till)\s*(?:(?:early|mid|late)[\s-]+)?(?P<month>[A-Z][a-z]{2,8})\.?"
    r"\s+(?:\d{1,2},?\s+)?(?P<year>[12]\d{3})\b"
)
"""What follows a month or day that begins a range whose end has its year."""

_COMPARED_SUM = re.compile(
    r"\b(?:compared (?:with|to)|(?:up|down) from|(?:increase|decrease|rise|drop|gain|decline) from)(?! (?:the|those|that)\b)"
    r"(?:[^.;\n]|\.\d)*$"
)
_BACKGROUND = frozenset(["after", "since", "before", "following", "until"])


@dataclass(frozen=True, slots=True)
class Told:
    """A time told before: its id, where it stands, the unit it fills ("months" for "the nine months"),
    whether its year is written, whether it is itself a year away from another (`moved`), and whether
    it is told as still to come (`ahead`)."""

    id: str
    start: int
    end: int
    unit: str
    absolute: bool
    paragraph: int
    lead: str
    moved: bool
    opening: bool
    aside: bool
    ahead: bool


@dataclass
class Meaning:
    """The meaning of one match, seen in its article."""

    draft: Draft
    text: str
    items: list[Item]
    match: Match
    told: list[Told]
    paragraph: int

    @property
    def start(self) -> int:
        return self.items[self.match.first].start

    @property
    def end(self) -> int:
        return self.items[self.match.after - 1].end

    @cached_property
    def span(self) -> Run | None:
        """The tokens of the match."""
        return self.tokens(self.start, self.end)

    def tokens(self, start: int, end: int) -> Run | None:
        """The tokens at code points `start:end`."""
        return self.draft.tokens.touched(start, end)

    def part(self, name: str) -> list[Item]:
        first, after = self.match.parts.get(name, (0, 0))
        return self.items[first:after]

    def one(self, name: str) -> Item | None:
        found = self.part(name)
        return found[-1] if found else None

    def of_code(self, codes: str) -> Item | None:
        return next(
            (i for i in self.items[self.match.first : self.match.after] if i.code in codes), None
        )

    def words(self, item: Item) -> str:
        return self.text[item.start : item.end].lower()

    def before(self, count: int = 1) -> str:
        """The word `count` items before the match, in lower case."""
        place = self.match.first - count
        return self.words(self.items[place]) if place >= 0 else ""

    def behind(self, count: int = 1) -> str:
        """The word `count` items after the match, in lower case."""
        place = self.match.after + count - 1
        return self.words(self.items[place]) if place < len(self.items) else ""

    @cached_property
    def present_is_past(self) -> bool:
        return self.draft.part_at(self.start).name != "text"

    @property
    def heads_line(self) -> bool:
        """Whether the expression heads a line of a chronology ("May 18: The owner testifies"), whose present
        tense tells nothing."""
        line = self.text[max(0, self.start - 1) : self.start]
        return self.text[self.end : self.end + 1] == ":" and line in ("", "\n")

    @cached_property
    def way(self) -> direction.Way:
        if self.heads_line:
            return ""
        return direction.way(self.span, self.present_is_past)

    @property
    def not_reported(self) -> bool:
        """Whether a quarter is not the one that a report is about: it is to come, or stands after "after"."""
        if any(self.before(count) in _BACKGROUND for count in (1, 2, 3)):
            return True  # "after a flat second quarter"
        return self.way == "future" and not self.prenominal

    @property
    def compares(self) -> bool:
        """Whether the sentence so far gives a sum that another one is compared with ("up from $5 million")."""
        return _COMPARED_SUM.search(self.text, max(0, self.start - 80), self.start) is not None

    def edge(self) -> str:
        """The word of the match that names a part of the period: start, early, mid, late, end."""
        for item in self.items[self.match.first : self.match.after]:
            if item.code == "p":
                word = str(item.value)
                return {"middle": "mid", "beginning": "start", "close": "end", "turn": "start"}.get(
                    word, word
                )
            if item.code == "e":
                return str(item.value)
        return ""

    def edged(self, rule: str) -> str:
        edge = self.edge()
        return (
            f"edge({edge}, {rule})"
            if edge in ("start", "early", "mid", "late", "end", "earlier", "later")
            else rule
        )

    @cached_property
    def opens_sentence(self) -> bool:
        """Whether the expression stands among the first words of its sentence."""
        span = self.span
        if not span:
            return False
        return any(
            token.is_sent_start for token in span.doc[max(0, span.start - 2) : span.start + 1]
        )

    @cached_property
    def same_sentence(self) -> Told | None:
        """The last time told before, if it stands in the same sentence."""
        if not self.told or self.told[-1].paragraph != self.paragraph:
            return None
        between = self.draft.tokens.held(self.told[-1].end, self.start)
        if any(token.is_sent_start for token in between):
            return None
        return self.told[-1]

    @cached_property
    def of_noun(self) -> bool:
        """Whether the preposition before the expression hangs on a noun ("the third vote in two years")."""
        span = self.span
        if not span or span.start == 0:
            return False
        return span.doc[span.start - 1].head.pos_ == "NOUN"

    @cached_property
    def prenominal(self) -> bool:
        return bool(self.span and prenominal(self.span))

    @property
    def within_name(self) -> bool:
        """Whether the first word has a capital right after another word of running text: "USA Today"."""
        span = self.span
        if not span or self.present_is_past or not self.text[self.start].isupper():
            return False
        token = span[0]
        return not token.is_sent_start and token.i > 0 and token.nbor(-1).text[0].isalpha()

    @property
    def titled(self) -> bool:
        """Whether the words are of the title of a programme or a paper: in capitals, after a quotation mark,
        and what follows is joined to them or in capitals as well."""
        words = self.text[self.start : self.end].split()
        if len(words) < 2 or self.before() not in ('"', "“", "‘", "'", "`", "''"):
            return False
        if not all(word[0].isupper() for word in words):
            return False
        behind = self.text[self.end : self.end + 2]
        return not behind.startswith(" ") or behind[1:].isupper()

    def antecedent(
        self, units: tuple[str, ...], paragraphs: int = 1, first_hand: bool = False
    ) -> Told | None:
        """The last time told before that fills one of `units`, at most so many paragraphs back; with
        `first_hand` none that is itself a year away from another."""
        for told in reversed(self.told):
            if self.paragraph - told.paragraph > paragraphs:
                return None
            if told.unit in units and not (first_hand and told.moved):
                return told
        return None

    def base(
        self,
        units: tuple[str, ...] = ("day", "time"),
        paragraphs: int = 1,
        first_hand: bool = False,
    ) -> str | None:
        told = self.antecedent(units, paragraphs, first_hand)
        return f"time({told.id})" if told else None

    def base_of(self, unit: str) -> str | None:
        """The last time told before, at most two paragraphs back, that is as exact as a unit is long: a month
        tells no day to count from. None too where a longer one is told in a later paragraph."""
        found = self.antecedent(_BY_LENGTH[: _BY_LENGTH.index(unit) + 1], 2)
        coarser = self.coarser(unit)
        if found is None or (coarser is not None and coarser.paragraph > found.paragraph):
            return None
        return f"time({found.id})"

    def coarser(self, unit: str) -> Told | None:
        """The last time told before, at most two paragraphs back, that is longer than a unit."""
        return self.antecedent(_BY_LENGTH[_BY_LENGTH.index(unit) + 1 :], 2)

    def compared(self, paragraphs: int) -> Told | None:
        """The period of a report that "a year ago" compares with: the last quarter, half or run of months
        told, at most so many paragraphs back, none that is to come or itself a year away."""
        for told in reversed(self.told):
            if self.paragraph - told.paragraph > paragraphs:
                return None
            if told.unit in ("quarter", "half", "months") and not (told.moved or told.aside):
                return told
        return None

    def reported(self, units: tuple[str, ...]) -> Told | None:
        """The period that a report is about: the first one told that is not to come nor a year away."""
        for told in self.told:
            if told.unit in units and not (told.moved or told.aside):
                return told
        return None

    def relative_unit(self, item: Item | None, which: Item | None) -> str | None:
        """The rule of "last year", "this week", "that month" as it stands in a longer expression."""
        if item is None or which is None:
            return None
        unit = item.value[0]
        if unit not in MONTHS and unit not in DAYS:
            return None
        if which.code == "t" or which.code == "m":
            return f"{unit}({self.base_of(unit) or 'published'})"
        steps = {"l": -1, "x": 1, "c": 0}[which.code]
        if which.value == "latest":
            steps = 0
        if steps == 0:
            return f"{unit}(published)"
        return f"shift(published, {steps:+d} {unit})"

    def of_year(self, code: str, way: direction.Way | None = None) -> str:
        """The rule of something that comes each year, with a year written, told or left to the direction."""
        year = self.one("year") or self.one("year1") or self.one("year2")
        if year is not None:
            return f"calendar({code}, in date({int(year.value):04}))"
        shared = self._year_of_range(code)
        if shared is not None:
            return f"calendar({code}, in date({shared:04}))"
        rel = self.part("rel")
        if rel:
            rule = self.relative_unit(rel[-1], rel[-2] if len(rel) > 1 else None)
            if rule and rel[-1].value[0] == "year":
                return f"calendar({code}, in {rule})"
        which = self.one("which")
        told = self.background()
        if which is not None:
            word = str(which.value)
            if which.code == "l":
                return f"calendar({code}, before published)"
            if which.code == "x":
                return f"calendar({code}, after published)"
            if which.code == "c":
                return f"calendar({code}, in year(published))"
            if which.code == "t" and word == "that":
                told = self.antecedent(("year", "month", "day", "season", "quarter"), 2)
                if told:
                    return f"calendar({code}, in year(time({told.id})))"
                return f"calendar({code}, likely-before published)"
        way = self.way if way is None else way
        if code[0] in "QH" and (way != "past" or self.prenominal):
            # Firms report on the quarter just over in any tense: "expects a third-quarter loss".
            return f"calendar({code}, nearest published)"
        if way == "future" and self.prenominal:
            return f"calendar({code}, nearest published)"
        if told is not None and way == "past":
            return f"calendar({code}, on-or-after time({told.id}))"
        if way == "past":
            last = "on-or-before" if self.before() == "since" else "likely-before"
            return f"calendar({code}, {last} published)"
        if way == "future":
            after = (
                "likely-after" if "-" in code else "on-or-after"
            )  # a day: "the order to leave by Jan. 14"
            return f"calendar({code}, {after} published)"
        return f"calendar({code}, nearest published)"

    def _year_of_range(self, code: str) -> int | None:
        """The year of a month that stands with a later one ("between February and December 2017", "from Nov. 3 to
        Jan. 9, 2018"); None where no year follows."""
        found = _RANGE_END.match(self.text, self.end)
        if found is None or not code[:2].isdecimal() or self.one("which") is not None:
            return None
        short = found["month"].lower()[:3]
        last = next((n for name, n in tables()["months"].items() if name[:3] == short), None)
        return None if last is None else int(found["year"]) - (int(code[:2]) > int(last))

    def background(self) -> Told | None:
        """The written date of the past that this paragraph is about, if it is a background paragraph."""
        for told in reversed(self.told):
            if told.paragraph != self.paragraph:
                return None
            if (
                told.absolute
                and told.opening
                and self.opens_sentence
                and told.lead in ("in", "on", "of", "by", "during", ".", "¶", "", "”", '"')
                and told.unit in ("year", "month", "day")
            ):
                return told
            if not told.absolute and told.unit in ("day", "time", "week"):
                return None
        return None
