"""Who gets or holds an office is a person: "was re-elected", "served as chairwoman"."""

from ...lexicon import titles
from .words import Words


def holds_office(words: Words, verb: int, dep: str) -> bool:
    """Whether the subject of the verb at `verb`, by its dependency `dep`, gets or holds an office."""
    lower, lemma = words.lower, words.lemma[verb]
    again = ["re", "-", "elected"] in (lower[verb : verb + 3], lower[verb + 1 : verb + 4])
    if again and lower[verb] in {"was", "were", "is", "been", "be"}:
        return True  # the pipeline lost what depends on what
    if again or lemma in {"elect", "reelect", "re-elect"}:
        return dep == "nsubjpass"
    if lemma != "serve" or lower[verb + 1 : verb + 2] != ["as"]:
        return False
    return any(titles.is_head(word) for word in lower[verb + 2 : verb + 5])
