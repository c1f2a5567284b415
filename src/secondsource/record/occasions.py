"""Before whom a remark was made: in public, to one medium, or nobody says.

Papers tell an occasion once. What the same person says in the next sentences of an article was said there too, if the
article tells of one occasion of his alone.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from ..lexicon.outlets import outlet_named
from ..lexicon.reporting import medium_words
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .evidence import Evidence
from .passed_on import credited
from .sentences import sentence_at, sentences_before
from .voices import Voices
from .vouching import is_heard

Hearers = Literal["all", "some", "one medium", "readers"]
"""Who heard it: whoever came, those who were called, the reporters of one medium, or nobody, since it was written."""

PUBLIC_OCCASIONS = frozenset(
    {"press conference", "news conference", "briefing", "speech", "testimony"}
)
"""Occasions at which the reporters of several newsrooms are present. An interview is not one: whoever
quotes another's interview was not there."""

PUBLISHED_OCCASIONS = frozenset({"statement", "post", "readout", "written reply", "report"})
"""Occasions that everybody reads from one published text."""

CARRIED_ON = 1000
"""Code points behind a remark of which the occasion is told, within which another of the same person is taken to be of it:
three paragraphs of news prose, ..."""

CARRIED_BACK = 400
"""... and before it: one paragraph."""

_PUBLIC = re.compile(
    r"\b(?:reporters|journalists|hearing|committee|subcommittee|panel|inquiry|court|jury|crowd|audience|supporters"
    r"|(?:tele|video)?conference|delegates|parliament|commons|congress|assembly|nation)\b",
    re.IGNORECASE,
)
"""To whom one speaks where the reporters of several newsrooms are present, ..."""

_PRIVATE = re.compile(
    r"\b(?:officials|investigators|staff|staffers|employees|workers|ministers|aides|colleagues)\b",
    re.IGNORECASE,
)
"""... where they may not be, even if it is a briefing, ..."""

_MEMBERS = re.compile(r"\b(?:lawmakers|senators|congressmen|mps|legislators|deputies)\b", re.I)
"""... and members of a parliament, to whom one speaks behind closed doors or at a hearing."""

_BEFORE_ALL = re.compile(
    r"\b(?:in|at|during|into|from|of|on|as) (?:[\w'’.-]+ ){0,6}debates?\b(?! (?:over|about|on|around|within|whether)\b| (?:rages?|continues?)\b)"
    r"|\bdebate stage\b"
    r"|\b(?:in|on|from|before) the (?:(?:house|senate|commons|assembly|parliament|council|convention|full|packed) )?chamber\b"
    r"|\b(?:on|from) the (?:(?:house|senate|commons|assembly|parliament|council|convention) )?floor\b"
    r"|\bstate of the (?:union|nation) (?:address|speech|message)\b",
    re.IGNORECASE,
)
"""How a sentence tells that its words were said where all newsrooms listen: a debate, unless it is the talk about something, the
floor of a parliament."""

_ALL_LISTEN = ("debate", "chamber", "floor", "state of the ")
"""One of these stands in each of them: most sentences have none, and that is seen ten times sooner."""

_ADDRESSES = re.compile(
    r"\b(?:addressed|addressing|spoke (?:to|before|in front of)|speaking (?:to|before|in front of)|faced|facing)"
    r" (?:[\w'’.,-]+ ){0,5}(?:parliament|commons|congress|assembly|senate|nation|reporters|journalists|cameras|crowds?"
    r"|supporters|delegates|rally|audience|conference)\b"
    r"|^\W*(?:in|at|during) (?:[\w'’.-]+ ){0,6}(?:hearings?|(?:news|press) conference|debate|rally|(?:press|news) briefing)\b(?! room)",
    re.IGNORECASE,
)
"""How a sentence tells before whom somebody speaks, though it tells nothing of what he says."""

_ADDRESSED = ("address", "spoke ", "speaking ", "faced ", "facing ", "hearing", "conference", "debate", "rally", "briefing")  # fmt: skip
"""One of these in each of them."""

SENTENCES_BACK = 2
"""How many sentences before a remark tell so."""

_ON_AIR = re.compile(
    r"\b(?:on|to|with|during) (?:[\w.'’&-]+ ){0,5}?(?:(?:radio|television|tv|talk|morning|late-night|cable|news) (?:show|program(?:me)?)"
    r"|podcast)\b"
    r"|\b(?:radio|television|tv|talk[- ]show|podcast) (?:host|presenter|anchor)\b",
    re.IGNORECASE,
)
"""How a sentence tells that its words were said on the air of one medium."""

_OF_ONE_MEDIUM = ("show", "program", "podcast", "host", "presenter", "anchor")
"""One of these in each of them."""

_NAMES_OCCASION = re.compile(
    r"\b(?:conference|briefing|speech|address|rally|hearing|testimony|town ?hall)\b", re.IGNORECASE
)

_HEARING = re.compile(r"\b(?:hearings?|testif(?:y|ies|ied|ying)|testimony|under oath)\b", re.I)

NEAR = 600
"""Code points around a remark in which a hearing is named at which it was made."""

_APPEARANCE = re.compile(
    r"\b(?:speaking|spoke|standing) (?:in|at|from|outside|near|during|after|on (?:a|his|her|the) (?:visit|tour|trip))\b"
    r"|\b(?:on|during) (?:a|his|her|their) (?:\w+ )?(?:visit|tour|trip) (?:to|of|in)\b"
    r"|\b(?:after|while|when) (?:touring|visiting|flying over|inspecting|surveying)\b"
    r"|\bas (?:he|she|they) (?:visited|toured|flew over|inspected|surveyed)\b"
    r"|\b(?:faced|addressed|spoke to|before|in front of) (?:the )?(?:television |tv )?cameras\b"
    r"|\b(?:in parliament|in the (?:house of )?commons|in a televised|(?:from|in) the (?:oval office"
    r"|rose garden))\b",
    re.IGNORECASE,
)
"""How a sentence tells of a public appearance (own list, English news prose)."""

_APPEARS = (
    *("speaking ", "spoke", "standing ", "visit", "tour", "trip", "flying over", "flew over", "inspect", "survey"),
    *("camera", "in parliament", "commons", "televised", "oval office", "rose garden"),
)  # fmt: skip
"""One of these in each of them."""

_SPOKEN_STATEMENT = re.compile(
    r"\bstatement (?:outside|on the steps|in front of|before (?:the )?cameras|in (?:parliament|the (?:house of )?commons))\b",
    re.IGNORECASE,
)
"""How a sentence tells that a statement was made aloud."""

_WRITTEN = re.compile(
    r"\bin (?:an?|the|his|her|its|their) (?!(?:\w+ )?(?:televised|live)\b)(?:[\w.]+ ){0,4}(?:statement|letter|memo|e-?mail|article|op-ed|book|filing)\b"
    r"|\b(?:prepared|written) (?:remarks|comments|testimony|statements?|evidence|answers?|repl(?:y|ies)|text|speech|submissions?)\b"
    r"|\b(?:in|on|via|through) (?:an?|the|his|her|its|their|[A-Z][\w.]*['’]s) (?:[\w.'’-]+ ){0,4}"
    r"(?:advertisements?|adverts?|ads?|commercials?|websites?|web sites?|homepage|blogs?|facebook page|twitter feed)\b",
    re.IGNORECASE,
)
"""How a sentence tells that its words were written or published ("in a June 18 statement", "in prepared remarks", "in a
television advertisement"): whoever was given them may quote them without having heard them."""

_MEDIA = frozenset({"newspaper", "magazine", "website", "television", "tv", "radio", "channel"})


@dataclass(frozen=True)
class Occasions:
    """Who heard each remark of a story, as far as the articles tell."""

    evidence: Evidence
    voices: Voices
    _known: dict[str, Hearers | None] = field(default_factory=dict)

    def hearers(self, statement: str) -> Hearers | None:
        """Who heard what a statement reports, by its own words or by those of the remarks around it; None where
        nobody says."""
        article, told = self.evidence.statements[statement]
        return self._told(article, told) or self._carried.get(statement)

    def _told(self, article: str, statement: Statement) -> Hearers | None:
        """Who heard it, by the words of the statement itself."""
        if statement.id not in self._known:
            self._known[statement.id] = self._told_by_words(article, statement)
        return self._known[statement.id]

    def _told_by_words(self, article: str, statement: Statement) -> Hearers | None:
        whom = statement.addressee or ""
        around = _around_content(statement, self.evidence.reading_of[article])
        on_air = statement.occasion == "interview" or _holds(around, _OF_ONE_MEDIUM, _ON_AIR)
        if on_air or (whom and _is_medium(whom)) or credited(around):
            return "one medium"
        if _SPOKEN_STATEMENT.search(around):
            return "all"
        if statement.occasion in PUBLISHED_OCCASIONS or _WRITTEN.search(around):
            return "readers"
        if _PUBLIC.search(whom) or self._is_before_all(statement, article, around):
            return "all"
        if _MEMBERS.search(whom):
            return "all" if self._is_at_a_hearing(article, statement) else "some"
        if _PRIVATE.search(whom):
            return "some"
        if self._was_on_air(statement, article, around):
            return "one medium"
        if statement.occasion in PUBLIC_OCCASIONS:
            return "all"
        if statement.occasion:
            return "some"
        is_named = statement.voice.kind == "named"
        return "all" if is_named and _holds(around, _APPEARS, _APPEARANCE) else None

    def _is_before_all(self, statement: Statement, article: str, around: str) -> bool:
        """Whether somebody known spoke in a debate or on the floor of a parliament, or a sentence right before has him before reporters or
        a crowd."""
        if statement.voice.kind != "named":
            return False
        return _holds(around, _ALL_LISTEN, _BEFORE_ALL) or self._addressed(statement, article)

    def _addressed(self, statement: Statement, article: str) -> bool:
        return self._is_told_before(_ADDRESSED, _ADDRESSES, statement, article)

    def _was_on_air(self, statement: Statement, article: str, around: str) -> bool:
        """Whether a sentence right before has the speaker on the air of one medium, and his own tells no occasion."""
        return not _NAMES_OCCASION.search(around) and self._is_told_before(
            _OF_ONE_MEDIUM, _ON_AIR, statement, article
        )

    def _is_told_before(
        self, least: Iterable[str], pattern: re.Pattern[str], statement: Statement, article: str
    ) -> bool:
        reading = self.evidence.reading_of[article]
        at = statement.cue or statement.content[0]
        return any(
            _holds(before.words, least, pattern) and _names(reading, before, statement.speaker)
            for before in sentences_before(reading, at, SENTENCES_BACK)
        )

    def _is_at_a_hearing(self, article: str, statement: Statement) -> bool:
        at = statement.cue or statement.content[0]
        text = self.evidence.articles[article].text
        near = text[max(0, at.start - NEAR) : at.end + NEAR]
        return statement.occasion == "testimony" or bool(_HEARING.search(near))

    @cached_property
    def _carried(self) -> dict[str, Hearers]:
        found: dict[str, Hearers] = {}
        for reading in self.evidence.readings:
            of_voice: dict[str, list[Statement]] = {}
            for statement in reading.statements:
                voice = self.voices.voice_of_statement[statement.id]
                if statement.voice.kind == "named" and statement.content and statement.speaker:
                    of_voice.setdefault(voice, []).append(statement)
            for voice in sorted(of_voice):
                said = of_voice[voice]
                told = {each.id: self._told(reading.article.id, each) for each in said}
                found |= self._carried_on(reading.article.id, said, told) | _added(said, told)
        return found

    def _carried_on(
        self, article: str, said: Sequence[Statement], told: Mapping[str, Hearers | None]
    ) -> dict[str, Hearers]:
        """The remarks of one voice in one article that were heard by all, since they follow on one of which that is
        told, on no other day, and the article tells of no other occasion of this voice."""
        if set(told.values()) - {None} != {"all"}:
            return {}
        first = {each.id: each.content[0].start for each in said}
        heard = [each for each in said if told[each.id]]
        return {
            each.id: "all"
            for each in said
            if told[each.id] is None
            and is_heard(each)
            and any(
                -CARRIED_BACK <= first[each.id] - first[other.id] <= CARRIED_ON
                and each.content[0].part == other.content[0].part
                and _days_fit(each, other)
                and not self._is_other_time(article, first[each.id], first[other.id])
                for other in heard
            )
        }

    def _is_other_time(self, article: str, one: int, two: int) -> bool:
        """Whether a sentence between two remarks turns to another time, the sentence of the later one included."""
        text = self.evidence.articles[article].text
        return bool(_OTHER_TIME.search(text, min(one, two), max(one, two)))


_OTHER_TIME = re.compile(
    r"(?:^|[.!?]|[”\"])\s*(?:Earlier|Later|Previously|Before that|After that|The day before|The next day)\b"
)
"""How a sentence begins from which on an article tells of another time."""

_ADDS = re.compile(
    r"\b(?:also|add(?:s|ed|ing)?|continu(?:es|ed|ing)|further(?:more)?|went on|goes on)\b",
    re.IGNORECASE,
)
"""Words of saying by which a remark is told as added to the one before."""


def _added(said: Sequence[Statement], told: Mapping[str, Hearers | None]) -> dict[str, Hearers]:
    """The remarks of one voice in one article that are told as added to one that was written or made to one medium:
    they stood there too."""
    found: dict[str, Hearers] = {}
    order = sorted(said, key=lambda each: (each.content[0].part, each.content[0].start))
    for before, each in pairwise(order):
        whom = found.get(before.id) or told[before.id]
        if told[each.id] is None and whom in ("readers", "one medium") and _is_added(each, before):
            found[each.id] = whom
    return found


def _is_added(statement: Statement, before: Statement) -> bool:
    """Whether the words of saying add a remark to the one before, close behind it."""
    one, two = before.content[0], statement.content[0]
    return (
        statement.cue is not None
        and bool(_ADDS.search(statement.cue.words))
        and one.part == two.part
        and two.start - one.start <= CARRIED_ON
        and _days_fit(before, statement)
    )


def _holds(words: str, least: Iterable[str], pattern: re.Pattern[str]) -> bool:
    """Whether a pattern is found, of which one of `least` (in lower case) stands in all that it finds."""
    lowered = words.lower()
    return any(each in lowered for each in least) and bool(pattern.search(words))


def _names(reading: Reading, sentence: Citation, person: str | None) -> bool:
    return any(
        mention.entity == person
        and mention.citation.part == sentence.part
        and sentence.start <= mention.citation.start < sentence.end
        for mention in reading.mentions
    )


def _days_fit(one: Statement, two: Statement) -> bool:
    return one.said is None or two.said is None or one.said.value == two.said.value


def _around_content(statement: Statement, reading: Reading) -> str:
    """The words of the sentence of a statement's cue that are not its content."""
    at = statement.cue or statement.content[0]
    sentence = sentence_at(reading, at)
    words = sentence.words
    for piece in statement.content:
        if piece.part == sentence.part:
            begin, end = (max(0, at - sentence.start) for at in (piece.start, piece.end))
            if begin < min(end, len(words)):
                words = f"{words[:begin]}{' ' * (min(end, len(words)) - begin)}{words[end:]}"
    return " ".join(words.split())


def _is_medium(addressee: str) -> bool:
    words = addressee.split()
    return outlet_named(addressee) is not None or any(
        word.casefold() in medium_words() or word.casefold() in _MEDIA for word in words
    )
