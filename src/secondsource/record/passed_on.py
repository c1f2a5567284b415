"""What a voice or a newsroom only passes on: another's number, another medium's quotation, and words of a speaker who
may be somebody else."""

import re

from ..lexicon.outlets import outlet_named
from ..model.claim import UtteranceStatement
from ..model.mention import Mention
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation
from .belonging import BODY_KINDS
from .evidence import Evidence
from .parties import is_proper
from .sentences import piece_holding
from .words import words_of

CREDIT_REACHES = 350
"""Code points before a quotation within which a credit to another medium is for the quotation too."""

_CREDIT = re.compile(
    r"\b(?i:according to|told|quoted by|cited by|reported by|seen by|obtained by|interview with|speaking (?:to|on|with)|asked by|on)\s+(?:the )?"
    r"(?P<behind>[A-Z][\w.&]*(?:\s+[A-Z][\w.&]*){0,3})"
    r"|(?P<before>\b[A-Z][\w.&]*(?:\s+[A-Z][\w.&]*){0,3})\s+(?:reports?|reported|is reporting|quotes?|quoted|writes)\b"
)
"""How one medium credits another (own list, English news prose)."""


def credited(words: str) -> list[str]:
    """The names of the media that these words credit with what somebody said."""
    found = (
        outlet_named((match["behind"] or match["before"]).rstrip("."))
        for match in _CREDIT.finditer(words)
    )
    return [outlet.name for outlet in found if outlet is not None]


def is_passed_on(reported: UtteranceStatement, evidence: Evidence) -> bool:
    """Whether right before the words of a remark their paragraph, or the one before where they open it, credits another medium:
    then the newsroom did not hear it."""
    if reported.part != "text":
        return False
    article = evidence.articles[reported.article]
    begin = max(0, reported.start - CREDIT_REACHES)
    above, _, before = article.text[begin : reported.start].rpartition("\n\n")
    if not before.strip():
        # The remark opens its paragraph: the one before says how the paper has it.
        before = above.rpartition("\n\n")[2]
    return bool(set(credited(before)) - {article.outlet, reported.newsroom.name})


_DOING = re.compile(
    r"\s+(?:(?:also|already|now|only|just|then|later)\s+)*(?:had|has|have|was|were|\w+ed"
    r"|found|saw|took|sent|put|lost|paid|made|held|got|brought|caught|hit|shot|spent|won|cut|sold|bought|built)\b"
)
"""A verb that tells of something done, right behind its doer."""


def whose_number(statement: Statement, words: Citation, reading: Reading) -> Mention | None:
    """The body of whose own doing a statement tells a number ("Chuo said the port had landed 14,800 crates"), if the
    content begins with it. None where nobody is named so, or the body is the one that speaks."""
    piece = piece_holding(statement, words)
    if piece is None:
        return None
    begin = piece.start + len(_OPENING.match(piece.words)[0])  # type: ignore[index]
    for mention in reading.mentions:
        cited = mention.citation
        if cited.part == piece.part and cited.start == begin and cited.end <= words.start:
            doing = _DOING.match(piece.words[cited.end - piece.start :])
            if mention.kind in BODY_KINDS and mention.entity != statement.speaker and doing:
                return mention
    return None


_OPENING = re.compile(r"[\s“\"'‘]*(?:that\s+)?(?:the\s+)?", re.IGNORECASE)


def may_be_another(statement: Statement, reading: Reading) -> bool:
    """Whether a statement's speaker is called by a noun alone ("the company"), and the last one of that kind whom the article
    named before is another, or none was named: then whom the noun means is not certain."""
    source = statement.source
    if source is None or statement.speaker is None or statement.voice.kind != "named":
        return False
    if source.part != "text" or is_proper(" ".join(words_of(source.words)[1:])):
        return False
    named = [
        mention
        for mention in reading.mentions
        if mention.form == "name" and mention.citation.part == "text"
    ]
    kinds = {mention.kind for mention in named if mention.entity == statement.speaker}
    before = [
        mention
        for mention in named
        if mention.kind in kinds and mention.citation.start < source.start
    ]
    if not kinds or "person" in kinds or any(m.citation.start == source.start for m in named):
        return False
    last = max(before, key=lambda mention: mention.citation.start, default=None)
    return last is None or last.entity != statement.speaker
