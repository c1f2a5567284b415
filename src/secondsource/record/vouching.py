"""Whether a voice vouches for what stands in its words, or only speaks of it.

"Chuo said 40 sailors had died" vouches for the forty. "Chuo said it was shameful that 40 sailors had died",
"welcomed the deal on the 40 sailors", "called the storm, in which 40 sailors died, a warning" take it as known:
somebody else told of it, mostly the paper itself. Only the words show which, so what is in doubt is not vouched for.
"""

import re

from ..lexicon.stems import stem
from ..model.event import Status
from ..model.statement import Statement
from ..model.text import Citation
from .sentences import piece_holding
from .words import words_of

_TELLING = frozenset(
    map(
        stem,
        """say tell add announce declare state assert claim contend maintain explain note observe remark mention
        report respond answer acknowledge admit concede confess confirm affirm reaffirm reiterate repeat
        stress emphasize emphasise underscore underline warn caution inform notify brief assure disclose reveal
        testify tweet write estimate calculate conclude recount recall relate insist argue show find indicate detail
        list put number count speak determine establish publish according statement announcement testimony estimation finding
        predict forecast project expect anticipate promise pledge vow guarantee
        deny dispute refute decline refuse reject threaten""".split(),
    )
)
"""Words of saying that something is so, will be, or is not so (own list; of `lexicon/reporting.toml` those that
assert their content: Hooper and Thompson 1973, "On the applicability of root transformations")."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_ACTS: dict[Status, frozenset[str]] = {
    "demanded": _stems(
        "demand call urge ask insist request press appeal require push order exhort"
    ),
    "requested": _stems("request ask appeal call urge seek plead beg apply invite"),
    "threatened": _stems("threaten warn vow swear promise"),
    "promised": _stems("promise pledge vow offer commit guarantee swear undertake"),
    "denied": _stems("deny reject dispute refute dismiss rebut disclaim"),
    "alleged": _stems("accuse allege claim blame charge suspect fault denounce"),
}
"""Words that do by being said what a status names (own list, after the performative verbs of speech-act theory): who demands a
resignation vouches himself that it is demanded."""

_VIEWS = _stems(
    "believe think expect estimate fear predict anticipate project forecast reckon assess foresee"
)
"""Words of those who give what is to come as their own view (own list)."""

_FEELING = re.compile(
    r"^(?:that\s+)?(?:it|this|that|he|she|they|i|we)(?:\s+(?:is|was|are|were|am|feels?|felt|has been|had been|would be)"
    r"|['’](?:s|m|re))\s+(?:\w+ly\s+|very\s+|so\s+|too\s+|not\s+)*"
    r"(?:relieved|glad|happy|pleased|sorry|sad|saddened|proud|angry|outraged|upset|shocked|surprised|amazed"
    r"|disappointed|dismayed|disgusted|ashamed|shameful|tragic|odd|strange|unfortunate|regrettable|wrong|right|good|bad|great"
    r"|terrible|absurd|ridiculous|outrageous|unfair|fair|important|significant|inevitable|understandable"
    r"|encouraged|delighted|grateful|thankful|frustrated|concerned|worried|aware)\b"
    r"(?!\s+to\s+(?:say|announce|report|tell|confirm))",
    re.IGNORECASE,
)
"""Words that judge what follows and so take it as known (factives: Kiparsky and Kiparsky 1970, "Fact")."""

_ASIDE = re.compile(
    r"\b(?:which|who|whom|whose|where|when|after|since|because|following|despite|given|although|though|while"
    r"|before|until|unless|if|whether|reported|reportedly|alleged|allegedly|supposed|supposedly|so-called)\b"
    r"|\brang(?:e|es|ed|ing)\s+(?:from|between)\b"
    r"|\b(?:fears?|concerns?|worries|claims?|allegations?|rumou?rs?|speculation|suggestions?|estimates?|forecasts?"
    r"|predictions?|reports?|findings?)\s+(?:of|by|from|that)\b"
    r"|,\s+(?:dispelling|denying|rejecting|disputing|contradicting|dismissing|refuting|challenging|doubting)\b"
    r"|[a-z]\s+that\s+(?!would\b|will\b|could\b|the\b|an?\b|it\b|he\b|she\b|they\b|we\b|there\b|(?-i:[A-Z0-9$£€]))",
    re.IGNORECASE,
)
"""Words that begin what is told in passing, or what is the estimate, fear or report of somebody else."""

_RUN_ON = re.compile(r"[^“”\"]*[\w)%]\s+[“\"][A-Z][^“”\"]*(?:\s[^“”\"]*){3}[”\"]\s*$")
"""Words after which a whole quoted sentence follows without a stop or a colon: a caption or a list that has run into it,
and no words of the one who is quoted."""

_GIVEN = re.compile(
    r"(?:\b(?:the|this|these|those|its|his|her|their|our|your|my|such)|['’]s|s['’])\s+"
    r"(?:(?:full|entire|whole|total|initial|original|new|separate|special|proposed|promised|agreed|planned|existing"
    r"|estimated|current|first|last|latest|so-called|roughly|about|some|more than|nearly|almost)\s+)*[$£€]?$",
    re.IGNORECASE,
)
"""What makes the words after it a thing already known: "the 40 sailors"."""

_DEED_AS_NOUN = re.compile(
    r"(?:tion|sion|ment|ance|ence|ium|ure|ship|al|ing|sis)s?$", re.IGNORECASE
)
_GIVEN_BEFORE = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|his|her|their|our|your|my)|['’]s|s['’])\s+(?:[\w-]+\s+){1,2}$",
    re.IGNORECASE,
)


def vouches(statement: Statement, words: Citation) -> bool:
    """Whether the voice of a statement says itself that what the words at `words` tell is so."""
    if statement.mode == "attitude" or not _tells(statement):
        return False
    piece = piece_holding(statement, words)
    if piece is None:
        return False
    if _FEELING.search(piece.words.lstrip("“\"'")):
        return False
    before = piece.words[: words.start - piece.start]
    if _RUN_ON.match(piece.words[len(before) :]):
        return False
    return not (_is_given(before, words.words) or _is_aside(before, words.words))


def is_own_act(statement: Statement, status: Status) -> bool:
    """Whether the voice of a statement does itself, by the words of the statement, what a status names."""
    cue = statement.cue
    return (
        cue is not None
        and status in _ACTS
        and statement.mode != "refusal"
        and not is_yet_to_tell(statement)
        and not _ACTS[status].isdisjoint(_cue_stems(cue))
    )


def is_own_view(statement: Statement, words: Citation) -> bool:
    """Whether a statement is what its voice expects ("officials believe that it could reach 900"): who expects
    something vouches for the expectation, as far as it stands in his content."""
    cue = statement.cue
    return (
        cue is not None
        and not _VIEWS.isdisjoint(_cue_stems(cue))
        and any(
            piece.part == words.part and piece.start <= words.start and words.end <= piece.end
            for piece in statement.content
        )
    )


def is_own_condition(statement: Statement, status: Status) -> bool:
    """Whether a statement tells what is only told on a condition ("warned of war if the fleet sails"): who sets
    the condition vouches for that, and nobody for what stands in it."""
    telling = statement.mode not in ("attitude", "refusal") and _tells(statement)
    return status == "conditional" and telling


_TO_SAY = re.compile(r"to (\w+)", re.IGNORECASE)


def is_heard(statement: Statement) -> bool:
    """Whether a statement reports words that somebody who was there heard: quoted ones, or told with a word of
    telling. What was voted, criticised or felt was not heard, nor what somebody is yet to say ("expects to tell")."""
    yet_to_say = _TO_SAY.match(statement.content[0].words) if statement.content else None
    if yet_to_say is not None and stem(yet_to_say[1]) in _TELLING:
        return False
    return statement.mode in ("direct", "mixed") or (
        statement.mode == "indirect" and _tells(statement)
    )


def _tells(statement: Statement) -> bool:
    cue = statement.cue
    if cue is None or not any(letter.isalpha() for letter in cue.words):
        return True
    if cue.words.casefold() in _SECOND_COUNTS:
        return True
    return not is_yet_to_tell(statement) and not _TELLING.isdisjoint(_cue_stems(cue))


_SECOND_COUNTS = frozenset({"by", "at", "by that", "by those"})
"""What cues are whose number it is, beside words of counting or where the second of two leaves them out: "nine died by the
official count and forty by that of the rebels", "put the dead at nine, the rebels at forty" (see `reading/speech/counts.py`)."""

_YET_TO = re.compile(
    r"(?:will|shall|must|may|might|should|(?:is|are|was|were|be)(?: \w+)? to)\b", re.IGNORECASE
)
"""How the words of saying begin where nobody has said it yet: "will announce", "is expected to say". "Would say" and "can
confirm" are said."""

_OWN = frozenset({"i", "we"})


def is_yet_to_tell(statement: Statement) -> bool:
    """Whether somebody is only going to say it, or ought to; who tells of himself what he "will say" says it."""
    cue, source = statement.cue, statement.source
    if cue is None or not _YET_TO.match(cue.words) or statement.mode == "refusal":
        return False
    return source is None or source.words.casefold() not in _OWN


_MANNER = re.compile(r"\w{2}(?:ed|ing|[ae]nt)ly$", re.IGNORECASE)
"""Adverbs made of verbs: who "repeatedly ignored" a warning repeats nothing."""


def _cue_stems(cue: Citation) -> frozenset[str]:
    """The stems of the words of saying of a statement, without adverbs."""
    return frozenset(stem(word) for word in words_of(cue.words) if not _MANNER.search(word))


_ASKED_FOR = re.compile(
    r"\b(?:(?:ask|call|appeal|plead|press|beg)(?:s|ed|ing)?(?:\s+\w+){0,2}\s+for|(?:demand|request|sought|seek)(?:s|ed|ing)?)"
    r"\s+the\s+$",
    re.IGNORECASE,
)
"""Words of asking right before what is asked for, which is not given by its article: "had asked for the release"."""


def _is_given(before: str, words: str) -> bool:
    return not _ASKED_FOR.search(before) and bool(
        _GIVEN.search(before) or (_DEED_AS_NOUN.search(words) and _GIVEN_BEFORE.search(before))
    )


def _is_aside(before: str, words: str) -> bool:
    """Whether `words` are told in passing after `before`; what stands before the main clause and ends with a
    comma does not make the clause one."""
    asides = [
        found
        for found in _ASIDE.finditer(_without_that(before) + words)
        if found.end() <= len(before)
    ]
    if not asides:
        return False
    begins, ends = asides[0].start(), asides[-1].end()
    fronted = begins <= 1 or before[:begins].rstrip().endswith((".", ";"))
    return not (fronted and "," in before[ends:])


def _without_that(content: str) -> str:
    return re.sub(r"^(\W*)(that)\b", lambda found: " " * len(found[0]), content)


def is_age_beside_a_name(number: str, sentence: str, at: int) -> bool:
    """Whether an age only describes somebody who is named, as papers do themselves: "Omari Chuo, 38, ", "38-year-old Omari Chuo".
    `at` is where the number begins in its sentence."""
    before, behind = sentence[:at], sentence[at + len(number) :]
    apposed = _NAME_BEFORE.search(before) and _COMMA.match(behind)
    return bool(apposed or _YEAR_OLD.match(sentence[at:]))


_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*,\s*(?:aged?\s+)?$")
_COMMA = re.compile(r"\s*[,.;]")
_YEAR_OLD = re.compile(r"[\w-]+[- ]years?[- ]old\s+(?:[\w-]+\s+)?[A-Z]")
