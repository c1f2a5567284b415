"""Which of what reading took for names are names of their own."""

from collections.abc import Container, Iterable

from ...lexicon.stems import stem
from ...model.mention import Mention
from ...model.reading import Sentence
from ...model.text import Citation
from .names import NameKeys


def is_common(item: Mention, sentence: Sentence, keys: NameKeys, common: Container[str]) -> bool:
    """Whether what reading took for a name is a word with the capital letter of a sentence's beginning."""
    return item.form == "name" and is_common_word(item.name, item.citation, sentence, keys, common)


def is_common_word(
    name: str, citation: Citation, sentence: Sentence, keys: NameKeys, common: Container[str]
) -> bool:
    """The same of a name at this place."""
    return (
        citation.start == sentence.start
        and name.isalpha()
        and f"={stem(name)}" in common
        and not keys.is_known(name)
    )


def is_forename(item: Mention, mentions: Iterable[Mention], keys: NameKeys) -> bool:
    """Whether a name is the forename of the known person whose name follows."""
    return any(
        other.kind == "person"
        and other.citation.start == item.citation.end + 1
        and bool(keys.of_actor(f"{item.name} {other.name}") & keys.of_actor(other.name))
        and keys.is_known(f"{item.name} {other.name}")
        for other in mentions
    )
