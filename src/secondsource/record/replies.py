"""Replies: whether a denial is the answer to a claim, by where the two stand in a report and by their words."""

import re
from dataclasses import dataclass
from functools import cached_property

from ..lexicon.denials import any_of, stems_of
from ..model.actor import StoryVoice
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .denials import BETWEEN
from .denying import Denied, is_asking, is_not_said
from .parties import nation_of
from .sentences import sentence_at
from .worded import content_words
from .words import content_stems, normalised, words_of


@dataclass(frozen=True)
class Told:
    """A statement of an article, with its voice. What few are asked for is worked out then."""

    statement: Statement
    reading: Reading
    voice: StoryVoice

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.reading.article.id

    @cached_property
    def sentence(self) -> Citation:
        """The sentence in which it is told."""
        return sentence_at(self.reading, self.statement.cue or self.statement.content[0])

    @cached_property
    def start(self) -> int:
        """Where its content begins."""
        return self.statement.content[0].start

    @cached_property
    def words(self) -> str:
        """The words of its content."""
        return content_words(self.statement)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of these words."""
        return content_stems(self.words)

    @cached_property
    def is_claim(self) -> bool:
        """Whether it tells that something is so: it neither asks nor refuses to speak, nor says what was not said."""
        cue = self.statement.cue
        if self.statement.mode == "refusal" or cue is None or is_asking(cue.words):
            return False
        asked = self.words.rstrip("”\"'’ ").endswith("?") or bool(_CALLED_FOR.match(self.words))
        return not asked and not is_not_said(self.statement, self.sentence)


_CALLED_FOR = re.compile(
    r"[“\"'‘]?(?:that\s+)?(?:[\w'’-]+\s+){1,5}?(?:should|ought to|needs? to|must(?!\s+have\b))\b(?!\s+have\b)",
    re.IGNORECASE,
)
"""How a clause begins that tells what ought to be, which nobody can deny: "the villagers should move"."""


@dataclass(frozen=True)
class Reply:
    """A statement that denies, and what it denies."""

    told: Told
    denied: Denied


def answers_from_afar(reply: Reply, claim: Told) -> bool:
    """Whether a denial is of a claim that stands elsewhere: with all words that are denied, by another side."""
    return (
        claim.is_claim
        and not is_one_side(reply.told.voice, claim.voice)
        and not _is_within(reply.told, claim)
        and not _is_within(claim, reply.told)
        and _is_of(reply.denied, claim)
        and _tells_it(reply.denied, claim)
        and (not reply.denied.of_somebody or _names(reply.told.voice, claim.words))
    )


def answers(reply: Reply, claim: Told) -> bool:
    """Whether a denial is the answer to a claim that stands beside it."""
    told, denied = reply.told, reply.denied
    if is_one_side(told.voice, claim.voice) or _is_within(told, claim) or _is_within(claim, told):
        return False
    if not claim.is_claim:
        return False
    if not _is_of(denied, claim):
        return False
    if denied.told and not denied.own_part:
        return _tells_it(denied, claim) or (
            claim.sentence == told.sentence and _tells_it_again(denied, claim)
        )
    if not _stands_before(claim, reply) or _is_told_in_passing(told):
        return False
    if denied.own_part and not _is_named(told, claim.words):
        return False
    if denied.held_against:
        of_somebody = bool(_SOMEBODY.search(claim.words))
        return of_somebody or _is_named(told, claim.sentence.words)
    return denied.told <= claim.stems


_SOMEBODY = re.compile(
    r"\b(?:he|him|his|she|her|they|them|their|it|its|(?:company|firm)(?:['’]s)?)\b", re.IGNORECASE
)
"""Words by which a claim may be about who denies it, whose name stands elsewhere."""


def _stands_before(claim: Told, reply: Reply) -> bool:
    """Whether a claim stands before a denial; one that is taken up by "which" in the same sentence, with nothing between but who
    tells it."""
    if not reply.denied.at_once:
        return claim.start < reply.told.start
    statement, start = claim.statement, reply.told.start
    spans = [*statement.content, statement.cue, statement.source]
    end = max((span.end for span in spans if span is not None and span.end <= start), default=-9)
    return claim.sentence == reply.told.sentence and start - end <= BETWEEN


def _is_of(denied: Denied, claim: Told) -> bool:
    """Whether a claim is of who is named as having told what is denied."""
    return denied.whose <= content_stems(f"{claim.voice.name} {claim.voice.party}")


def _tells_it(denied: Denied, claim: Told) -> bool:
    """Whether a claim tells all that is denied, be it in the denier's words for his own people ("our men"), and neither as
    what is to come nor as what is not so."""
    missing = denied.told - claim.stems
    shared = denied.told - missing
    if missing - stems_of("own") or len(shared) < (1 if denied.explicit else 2):
        return False
    return not _NOT_TOLD.search(claim.words)


def _tells_it_again(denied: Denied, claim: Told) -> bool:
    """Whether a claim of the same sentence tells what is denied by a pronoun: "after Chad said they had bombed it"."""
    left = claim.stems - denied.told
    names = any(word[:1].isupper() or word[:1].isdigit() for word in words_of(claim.words))
    return (
        bool(claim.stems & denied.told)
        and len(left) < 2
        and not names
        and bool(_SOMEBODY.search(claim.words))
        and not _NOT_TOLD.search(claim.words)
    )


_NOT_TOLD = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nothing|nobody|without|cannot|would|will|could|might|may|if|should|whether)\b|n['’]t\b|['’]ll\b",
    re.IGNORECASE,
)
"""Words by which a claim does not tell that something was so."""


def answers_what_it_names(claim: Told, reply: Reply) -> bool:
    """Whether a claim is told in its denial, and of whom it is known: "disputed the union's suggestion that"."""
    cue = claim.statement.cue
    if cue is None or claim.voice.kind in ("unstated", "unknown", "newsroom"):
        return False
    told = reply.told
    if is_one_side(told.voice, claim.voice) or not _is_within(claim, told):
        return False
    return bool(_TELLING_NOUN.search(cue.words))


_TELLING_NOUN = re.compile(rf"\b(?:{any_of('told')}|{any_of('held_against')})$", re.IGNORECASE)


def _is_told_in_passing(told: Told) -> bool:
    """Whether a denial only describes somebody: "Pell, who denies the charge, was not in court"."""
    cue = told.statement.cue
    return cue is not None and bool(
        _WHO.search(told.sentence.words[: cue.start - told.sentence.start])
    )


_WHO = re.compile(r"\bwho\b(?:\s+\w+){0,2}\s*$", re.IGNORECASE)


def _is_within(one: Told, two: Told) -> bool:
    """Whether one statement stands within the content of another."""
    return one.article == two.article and any(
        piece.start <= one.start < piece.end and piece.part == one.statement.content[0].part
        for piece in two.statement.content
    )


def is_one_side(one: StoryVoice, two: StoryVoice) -> bool:
    """Whether two voices are one, or speak for one body."""
    if one.id == two.id or normalised(one.name) == normalised(two.name):
        return True
    return (
        one.party is not None
        and two.party is not None
        and normalised(one.party) == normalised(two.party)
    )


def _is_named(told: Told, words: str) -> bool:
    """Whether words name who denies, or whom he speaks for; "its manager" speaks for who was named."""
    source = told.statement.source.words if told.statement.source else ""
    return bool(_WHOSE.match(source)) or _names(told.voice, words, source)


def _names(voice: StoryVoice, words: str, source: str = "") -> bool:
    """Whether words name a voice, whom it speaks for, or somebody of the words by which a report gives its source."""
    names = f"{voice.name} {voice.party or ''} {source}"
    return not content_stems(names).isdisjoint(content_stems(words)) or not _lands(
        names
    ).isdisjoint(_lands(words))


def _lands(words: str) -> frozenset[str]:
    """The codes of the countries that words name: "Chad" and "Chadian" are one."""
    return frozenset(filter(None, map(nation_of, words_of(words))))


_WHOSE = re.compile(r"(?:his|her|its|their)\s", re.IGNORECASE)
