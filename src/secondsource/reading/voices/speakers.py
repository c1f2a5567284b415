"""What a common noun that speaks is: people, a body, a document, a medium without a name."""

from functools import cache

from ...lexicon import bodies, reporting, titles
from ..grid import Grid
from ..proposal import Proposal
from .room import Room


def is_document(grid: Grid, head: int) -> bool:
    """Whether a common noun is one of a document, which can speak for itself."""
    words = reporting.nouns("documents")
    if grid.lemma[head].lower() in words or grid.lower[head] in words:
        return True
    return grid.tag[head].startswith("NN") and grid.lemma[head].lower() in reporting.nouns("papers")


def is_unnamed_medium(grid: Grid, head: int) -> bool:
    """Whether a common noun is one of a news medium: "a morning newspaper", "state television"; words with other senses
    ("channel", "daily") only behind what tells that a medium is meant."""
    word = grid.lower[head]
    if word not in reporting.unnamed_media("unnamed") or not grid.tag[head].startswith("NN"):
        return False
    if word not in reporting.unnamed_media("ambiguous"):
        return True
    described = reporting.unnamed_media("described")
    return any(child < head and grid.lower[child] in described for child in grid.children[head])


def names_people(room: Room, head: int, tokens: range) -> bool:
    """Whether a source (with its head) stands for people or a body of people, or holds a name."""
    grid = room.grid
    return (
        is_people(grid, head)
        or mention_of_people(room, tokens)
        or (grid.tag[head] in {"NNP", "NNPS"} and grid.lower[head] not in reporting.no_people())
    )


_PEOPLE_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
)


def is_people(grid: Grid, head: int) -> bool:
    """Whether a common noun (or a number, "some", "the rich") stands for people who can speak."""
    word, lemma = grid.lower[head], grid.lemma[head].lower()
    listed, known = _nouns()
    if lemma in reporting.no_people() and word not in listed:
        return False
    if grid.tag[head] in {"DT", "CD", "JJ", "JJS", "JJR", "WP", "PRP", "NNPS"}:
        return True
    common = grid.tag[head] in {"NN", "NNS", "VBN"}
    return (
        (common and (lemma in known or word in known or is_body_noun(lemma)))
        or bodies.kind_of_last(lemma) is not None
        or kind_of_two(grid, head) is not None
        or titles.is_head(lemma)
        or titles.is_head(word)
        or word in listed
        or lemma in listed
        or reporting.gender_of(lemma) is not None
        or (word.endswith(_PEOPLE_ENDINGS) and len(word) > 5)
    )


def kind_of_two(grid: Grid, head: int) -> str | None:
    """The kind of the body that a noun names with the one before it: "air force", of which "force" alone is none; None where they
    name none."""
    if not head or grid.head[head - 1] != head or grid.dep[head - 1] not in {"compound", "amod"}:
        return None
    found = bodies.small_kind([grid.lower[head - 1], grid.lower[head]])
    return found[0] if found is not None and found[1] == 2 else None


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str]]:
    """The listed nouns for people who speak, and those that are people by WordNet."""
    return (
        reporting.speaking_nouns() | reporting.official_speakers(),
        reporting.nouns_by_kind("person") | reporting.nouns_by_kind("troops"),
    )


def is_body_noun(lemma: str) -> bool:
    """Whether a common noun (its lemma in lower case) is one of a body of people: "ministry", "orchestra"."""
    known = bodies.kind_of_last(lemma) is not None or lemma in reporting.nouns_by_kind("body")
    return known or lemma in reporting.nouns_of_firms()


def is_saying(grid: Grid, proposal: Proposal, head: int) -> bool:
    """Whether a noun speaks by its verb alone: "the brewery said that", and not "the moon said nothing"."""
    verb = proposal.head
    clause = any(grid.dep[child] in {"ccomp", "xcomp"} for child in grid.children[verb])
    if not (
        clause
        # Of whatever has no voice it can be told that it "said nothing".
        or (proposal.refusal and grid.lemma[verb] != "say")
        or any(grid.quote[grid.token_at(s)] >= 0 for s, _ in proposal.content)
    ):
        return False
    active = not any(grid.dep[child] == "auxpass" for child in grid.children[verb])
    says = grid.lemma[verb].lower() in reporting.saying_verbs() and active
    return says and grid.tag[head] in {"NN", "NNS", "NNP", "NNPS"}


def mention_of_people(room: Room, tokens: range) -> bool:
    """Whether a phrase holds a people's name as its noun: "the Swiss"."""
    mention = room.at.get(tokens[-1])
    return mention is not None and mention.kind in {"nationality", "group"}
