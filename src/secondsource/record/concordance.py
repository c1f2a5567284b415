"""Quote concordance: every wording of one utterance, and how each stands to the others."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..model.claim import Wording
from .wordings import Relation, relation
from .words import ALL_EQUAL, content_stems, shares

RETOLD_SHARE = 0.5
"""Share of the lighter wording's content words that must lie in the other for two quotations that are not the
same words to be one passage told in two ways; with less they are two passages of one utterance."""


@dataclass(frozen=True)
class Told:
    """The articles that have a wording, whether one of them has it word for word between quotation marks, and where it was
    told first: the day on which that article came out, the article, and the place in it."""

    articles: frozenset[str]
    verbatim: bool
    first: tuple[str, str, int] = ("", "", 0)


def concordance(told: Mapping[str, Told]) -> tuple[Wording, ...]:
    """The wordings by passage, that which most articles have first, else in the order of telling; in each the one that most
    have word for word comes first, then what stands to it.

    Passages of one utterance that share no words ("…", she said, "and …") each have a wording of their own
    that is verbatim and stands to nothing. Words of a text whose quotations cannot be verbatim, and indirect
    speech, are paraphrase whatever they look like."""
    if len(told) == 1:
        ((words, only),) = told.items()
        alone: Relation = "verbatim" if only.verbatim else "paraphrase"
        return (
            Wording(words=words, articles=tuple(sorted(only.articles)), relation=alone, of=None),
        )
    order = sorted(
        told,
        key=lambda words: (
            not told[words].verbatim,
            -len(told[words].articles),
            -len(words) if told[words].verbatim else 0,
            told[words].first,
            words,
        ),
    )
    stands: dict[str, tuple[Relation, str | None]] = {}
    for n, words in enumerate(order):
        # Pieces of one article are not wordings of each other.
        others = [other for other in order[:n] if not told[other].articles & told[words].articles]
        stands[words] = _stands(words, others, told[words].verbatim)
    place = {words: n for n, words in enumerate(order)}
    base = {words: _base(words, stands) for words in order}
    telling = Counter(base[words] for words in order for _ in told[words].articles)
    return tuple(
        Wording(
            words=words,
            articles=tuple(sorted(told[words].articles)),
            relation=stands[words][0],
            of=stands[words][1],
        )
        for words in sorted(
            order,
            key=lambda words: (-telling[base[words]], told[base[words]].first, place[words]),
        )
    )


def _stands(words: str, others: Collection[str], verbatim: bool) -> tuple[Relation, str | None]:
    """How a wording stands to the nearest of those before it, and which that is."""
    ranks: tuple[Relation, ...] = ("verbatim", "trimmed", "altered", "paraphrase")
    found = [
        (ranks.index(relation(other, words)), -_shared(other, words), n)
        for n, other in enumerate(others)
    ]
    if not verbatim:
        return "paraphrase", list(others)[min(found)[2]] if found else None
    rank, shared, n = min(found, default=(len(ranks), 0.0, 0))
    if rank == len(ranks) or (ranks[rank] == "paraphrase" and -shared < RETOLD_SHARE):
        return "verbatim", None
    return ranks[rank], list(others)[n]


def _shared(first: str, second: str) -> float:
    return shares(content_stems(first), content_stems(second), ALL_EQUAL)[0]


def _base(words: str, stands: Mapping[str, tuple[Relation, str | None]]) -> str:
    of = stands[words][1]
    return words if of is None else _base(of, stands)
