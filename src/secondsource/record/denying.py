"""What a statement denies, by its words: what stands right before ("denied it", "a lie"), its own part in it ("any
involvement"), or what it tells itself ("that drones had been used", "not one shot was fired").

Where the words do not show it (why, how often, how much, or what is to come), nothing is denied.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..lexicon.denials import any_of, stems_of
from ..lexicon.stems import stem
from ..model.statement import Statement
from ..model.text import Citation
from .worded import content_words
from .words import content_stems, words_of


@dataclass(frozen=True)
class Denied:
    """What is denied: `told` are the stems of the words that tell it, none where they only point back. `whose` are the
    stems of whose telling it is, where that is named ("Malawi's allegation"). `own_part`: who denies it denies it for himself
    alone; `held_against`: it is something told of him; `at_once`: it stands right before, in the same sentence ("which").
    `of_somebody`: of whom it is told stands only in a pronoun, or is he who denies it ("that he was", "having sold").
    `explicit`: by a word of denial, and not only by "no" and "not"; `none`: that there was any such thing at all."""

    told: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    own_part: bool = False
    held_against: bool = False
    at_once: bool = False
    of_somebody: bool = False
    explicit: bool = True
    none: bool = False


def denied_by(statement: Statement) -> Denied | None:
    """What a statement denies; None for one that denies nothing, or of which the words do not show what."""
    if statement.cue is None:
        return None
    told = content_words(statement).strip(_MARKS)
    match cue_group(statement.cue.words):
        case "denying":
            return _of_object(told)
        case "turning_down":
            return None if _PRONOUN.match(told) else _by_noun(told)
        case "naming":
            return _by_noun(told) if _NAMED_UNTRUE.search(told) else None
        case "pleading":
            return Denied(own_part=True) if told.casefold().startswith("not guilty") else None
        case None if statement.mode not in ("attitude", "refusal"):
            return _said_not_so(told)
    return None


@lru_cache(maxsize=20_000)
def cue_group(cue: str) -> str | None:
    """To which group of words a cue belongs: denying, turning_down, naming or pleading; None for all others."""
    cues = {stem(word) for word in words_of(cue)}
    for group in ("denying", "turning_down", "naming"):
        if cues & stems_of(group):
            return group
    return "pleading" if stem("plead") in cues else None


@lru_cache(maxsize=20_000)
def is_asking(cue: str) -> bool:
    """Whether a cue asks for something, fears it or leaves it open, so that nothing is told as so."""
    return not stems_of("asking").isdisjoint(map(stem, words_of(cue)))


def is_not_said(statement: Statement, sentence: Citation) -> bool:
    """Whether a sentence says that something was not said: "did not deny", "neither confirmed nor denied"."""
    cue = statement.cue
    if cue is None:
        return False
    before = max((piece.end for piece in statement.content if piece.end <= cue.start), default=0)
    start = max(before, sentence.start, cue.start - 40) - sentence.start
    return bool(
        _NOT_SAID.search(f"{sentence.words[start : cue.start - sentence.start]}{cue.words}")
    )


_MARKS = " ,.;:!?“”\"'‘’«»"

_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|neither|nor|nobody|cannot|without|(?:no|any)(?: \w+)? ?one)|n['’]t)\b(?:\W+\w+){0,3}$",
    re.IGNORECASE,
)
"""Words before a denial by which it is none: "neither confirmed nor denied", "nobody can deny"."""


def _points_back(told: str) -> bool:
    """Whether an object only takes up what stands before it: "it", "which"."""
    return bool(_POINTING.match(told))


_POINTING = re.compile(
    r"(?:which|it|that|this|them|these|those|both|so)(?:$|\s+(?:as|in|on|at|too|again|yesterday|today)\b)",
    re.IGNORECASE,
)

_PRONOUN = re.compile(r"(?:it|them|so|both)\b", re.IGNORECASE)
"""Words by which somebody or something may be meant that is no claim: "dismissed them"."""

_DETERMINERS = (
    rf"(?:(?:as )?(?:\w+ )?{any_of('untrue')}\s)?(?P<pointing>(?:the|this|that|those|these|such|all(?: the)?|both|an?|his|her|their|its)\s"
    r"|(?P<whose>[\w.-]+(?: [A-Z][\w.-]+)*)['’]s?\s)?"
)
_ADJECTIVES = r"(?:of the\s)?(?:[\w-]+\s){0,2}?"
_NOUN = re.compile(
    rf"{_DETERMINERS}{_ADJECTIVES}(?P<noun>{any_of('told')}|{any_of('held_against')})\b(?!['’]s)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HELD_AGAINST = re.compile(any_of("held_against"), re.IGNORECASE)
_PART = re.compile(
    rf"(?:(?:having|playing|taking|bearing)\s)?{_DETERMINERS}{_ADJECTIVES}{any_of('part')}\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_UNTRUE = re.compile(rf"\b{any_of('untrue')}\b", re.IGNORECASE)
_THAT = re.compile(
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:that|of|about)\s+(?P<told>.+)", re.IGNORECASE | re.DOTALL
)
_BY_WHOM = re.compile(
    r"\s+(?:(?:made|brought|told|given)\s+)?(?:(?:by|from)\s+(?:the\s+)?|in\s+(?=[\w.-]+['’]s\s))(?P<name>[A-Z][\w.-]*)"
)
"""Whose telling is denied, behind the noun: "the claims by Oxfam", "the claims in Pell's suit"."""

_AS_UNTRUE = re.compile(
    rf"[\s,]*\b(?:as\s.*|(?:an?\s|the\s)?(?:[\w-]+\s)?{any_of('untrue')}\b.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _by_noun(told: str) -> Denied | None:
    """What is denied of something told, which is named so: "the accusation", "claims that ballots had been burned"."""
    if _points_back(told):
        return Denied(at_once=told.casefold().startswith("which"))
    named = _NOUN.match(told)
    if named is None:
        return None
    source = _BY_WHOM.match(named["rest"])
    whose = content_stems(f"{named['whose'] or ''} {source['name'] if source else ''}")
    told_by_noun = _THAT.match(named["rest"])
    if told_by_noun is not None:
        found = _proposition(_AS_UNTRUE.sub("", told_by_noun["told"]))
        return found and replace(found, whose=whose)
    at_once = told.casefold().startswith(("a ", "an "))  # ", an allegation that Chad denies"
    if not named["pointing"]:
        return None
    held_against = bool(_HELD_AGAINST.search(named["noun"])) and not at_once
    return Denied(whose=whose, held_against=held_against, at_once=at_once)


def _of_object(told: str) -> Denied | None:
    """What is denied by "denied": something told, one's part in it, or what the clause tells."""
    if _points_back(told) or _NOUN.match(told):
        return _by_noun(told)
    part = _PART.match(told)
    if part is not None:
        rest = content_stems(part["rest"].split(",")[0]) - stems_of("carrying")
        return Denied(told=rest, own_part=True)
    if _CLAUSE.match(told):
        return _proposition(told)
    return None


_CLAUSE = re.compile(
    r"(?:that\b|having\b|ever\b|\w+ing\b|(?:\S+\s+){1,6}(?:had|has|have|was|were|is|are|did)\b)",
    re.IGNORECASE,
)
"""How a clause begins that is denied; without one it is a thing that is not given ("denied him bail")."""

_OPEN = re.compile(
    r"\b(?:because|only|just|yet|enough|still|until|unless|all|every|many|most|much|more than|less than|soon|how|why|when|where|whether|if"
    r"|would|will|shall|could|may|might|can|should|must|plan\w*|intend\w*|going to|political\w*)\b|n['’]t be\b",
    re.IGNORECASE,
)
"""Words by which it is not denied that something was done: why, how much, or that it is to come."""


def _proposition(told: str, explicit: bool = True) -> Denied | None:
    """What a clause tells that is denied."""
    clause = re.split(r"[,;:]|\bbut\b|\band (?:said|says|that|insisted)\b", told)[0]
    stems = content_stems(clause) - stems_of("carrying")
    if not stems or _OPEN.search(clause):
        return None
    return Denied(told=stems, of_somebody=bool(_OF_SOMEBODY.match(clause)), explicit=explicit)


_OF_SOMEBODY = re.compile(
    r"(?:that\s+)?(?:(?:he|she|they|it|we|i|his|her|their|its|our|my)\b|(?:ever\s+)?\w+ing\b)",
    re.IGNORECASE,
)
"""How a clause begins that names nobody: "that he was the source", "causing the crash"."""


_UNTRUE = re.compile(
    rf"(?:(?:that|this|it|these|those|they)(?:['’]s|\s+(?:is|was|are|were))|(?P<named>.+)"
    rf"\s(?:is|was|are|were))\s+(?:(?:not (?:true|so|correct|accurate|the case))|(?:[\w-]+\s){{0,3}}?{any_of('untrue')}\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A statement that something told is untrue: "that is a lie", "reports that he has fled are fake"."""

_TITLE = re.compile(r"\b[Nn]ot [A-Z]")
"""What "not true" looks like in the name of a song or book: "It's Not True"."""

_NO_PART = re.compile(
    r"(?:\S+\s+){1,3}(?:(?:had|has|have|plays|played)\s+(?:nothing to do with|no (?:part|role|hand|involvement) in)"
    r"|(?:was|were|is|are)\s+not (?:involved in|responsible for|behind))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)

_NONE = re.compile(
    r"(?:that\s+)?(?:there\s+(?:was|were|is|are|has been|have been|had been)\s+(?:no|not an?|never)\s"
    r"|(?:no|not (?:one|an?)(?: single)?|none of|nobody|no one)\s)(?P<told>.*)",
    re.IGNORECASE | re.DOTALL,
)
_DID_NOT = re.compile(
    r"(?:that\s+)?(?:[\w'’.-]+\s+){1,8}?(?:(?:did|does|do|was|were|had|has|have|is|are)(?:\s+(?:not|never|neither)|n['’]t)\b)(?P<told>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING_TOLD = re.compile(
    r"\b(?:doubt|comment|answer|reply|reason|need|sign|evidence|plan|choice|way|question|know|knew|known|believe|think|want"
    r"|say|said|mean|like|expect|agree|decide|confirm)\w*\b",
    re.IGNORECASE,
)
"""Words with which a "no" or "not" says nothing of a deed."""


def _said_not_so(told: str) -> Denied | None:
    """What is said not to be so without a word of denial."""
    untrue = _UNTRUE.match(told)
    if untrue is not None and not _TITLE.search(told):
        return _by_noun(untrue["named"]) if untrue["named"] else Denied()
    part = _NO_PART.match(told)
    if part is not None:
        return Denied(told=content_stems(part["rest"].split(",")[0]), own_part=True)
    negated = _NONE.match(told) or _DID_NOT.match(told)
    if negated is None or _NOTHING_TOLD.search(told):
        return None
    none = _NONE.match(told) is not None
    found = _proposition(negated["told"] if none else _without_not(told), explicit=False)
    return found and replace(found, none=none, explicit=bool(_SUCH.search(told)))


_SUCH = re.compile(r"\b(?:no|never|not)\b.{0,20}\bsuch\b", re.IGNORECASE)
"""Words that take up what was told as a word of denial does: "no such meeting"."""


def _without_not(told: str) -> str:
    return re.sub(r"\b(?:not|never|neither|nor)\b|n['’]t\b", " ", told, flags=re.IGNORECASE)
