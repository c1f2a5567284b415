"""The words of statements: which of them are quoted, and in which wordings articles have an utterance."""

import re
from collections.abc import Iterable

from ..model.claim import Wording
from ..model.statement import Statement
from .concordance import Told, concordance
from .evidence import Evidence

_QUOTED = re.compile(r"[“\"«„](?P<words>[^“”\"«»„]+)[”\"»]")
_CLOSED_ONLY = re.compile(r"[^“\"«„]*[”»]")
"""A quotation mark that closes what none has opened: then nobody knows where the quoted words begin."""


def quoted_words(statement: Statement) -> list[str]:
    """The words that a statement gives as verbatim: what stands inside quotation marks."""
    if statement.mode not in ("direct", "mixed"):
        return []
    text = content_words(statement)
    found = [match["words"].strip(" ,") for match in _QUOTED.finditer(text)]
    if not found and statement.mode == "direct" and not _CLOSED_ONLY.match(text):
        found = [text.strip("“”\"' ,")]
    return found


def content_words(statement: Statement) -> str:
    """The words of a statement's content, its pieces joined by a space."""
    if len(statement.content) == 1:
        return statement.content[0].words
    return " ".join([piece.words for piece in statement.content])


def wordings_of(
    reported: Iterable[tuple[str, Statement]], evidence: Evidence
) -> tuple[Wording, ...]:
    """The wordings of an utterance, given the statements that report it, each with its article."""
    told: dict[str, Told] = {}
    for article, statement in reported:
        quoted = quoted_words(statement)
        exact = bool(quoted) and all(
            evidence.is_verbatim(article, cited) for cited in statement.content
        )
        for words in quoted or [content_words(statement)]:
            before = told.get(words, Told(frozenset(), False, _LAST))
            told[words] = Told(
                before.articles | {article},
                before.verbatim or exact,
                min(before.first, _place_of(article, statement, words, evidence)),
            )
    return concordance(told)


_LAST = ("~", "", 0)
"""Behind every day and article."""


def _place_of(
    article: str, statement: Statement, words: str, evidence: Evidence
) -> tuple[str, str, int]:
    """When and where a statement has some of its words."""
    published = evidence.articles[article].published
    piece = next((cited for cited in statement.content if words in cited.words), None)
    piece = piece or statement.content[0]
    start = piece.start + max(piece.words.find(words), 0)
    return published.earliest if published else _LAST[0], article, start
