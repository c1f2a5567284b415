"""The words by which an utterance is shown: of one report, and told by the others too."""

from collections.abc import Collection

from ..model.claim import Utterance
from .words import content_stems


def line_of(utterance: Utterance, contents: Collection[str]) -> str:
    """The words by which an utterance is shown: those that most articles quote, if they are a sentence or all that one of them
    tells. A fragment is shown within a sentence that holds it, or "slush fund" would stand for who said that it was none; what
    nobody quotes is shown by the content of which the others tell most."""
    first = utterance.wordings[0] if utterance.wordings else None
    if first is None or first.relation == "paraphrase":
        return _most_told(contents, contents)
    if _is_sentence(first.words) or any(_bare(words) == first.words for words in contents):
        return first.words
    holding = [words for words in contents if first.words in words]
    return _most_told(holding, contents) if holding else first.words


def _bare(words: str) -> str:
    return words.strip('“”"«»„ ,')


def _is_sentence(words: str) -> bool:
    """Whether quoted words begin as a sentence does."""
    first = next((letter for letter in words if letter.isalnum()), "")
    return first.isupper() and len(words.split()) > 2


def _most_told(wordings: Collection[str], contents: Collection[str]) -> str:
    """The wording of whose content words the largest share stands in the contents; the shortest of equal ones."""
    if len(set(wordings)) == 1:
        return next(iter(wordings))
    told = [content_stems(words) for words in sorted(set(contents))]

    def share(words: str) -> float:
        own = content_stems(words)
        return sum(len(own & other) for other in told) / len(own) if own else 0.0

    best = max(map(share, wordings))
    return min((w for w in wordings if share(w) == best), key=lambda words: (len(words), words))
