"""Comparing wordings: content words, their weight in the story, and word differences."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from ..lexicon.stems import stem
from ..model.value import identifier

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")

FUNCTION_WORDS = frozenset(
    """a an the and or but nor so yet if then than that this these those it its he him his she her
    hers they them their theirs we us our ours i me my mine you your yours who whom whose which what
    where when why how there here is are was were be been being am do does did doing done has have
    had having will would shall should may might can could must of in on at by for with from to into
    onto over under about above below between among through during before after against as not no
    also just only very more most much many some any each all both either neither other another such
    own same too said says say told tells tell added adds asked according mr mrs ms dr""".split()
)
"""Words that say little about what a sentence is about, and plain words of saying."""


def words_of(text: str) -> list[str]:
    """The words of a text as written, without punctuation."""
    return WORD.findall(text)


def normalised(name: str) -> str:
    """A name without case, article, possessive and dots, in American spelling, for looking it up."""
    bare = name.casefold().replace("’", "'").removesuffix("'s").replace(".", "").strip()
    return _BRITISH.sub(lambda found: _AMERICAN[found[0]], bare.removeprefix("the ").strip())


_AMERICAN = {
    "isation": "ization",
    "programme": "program",
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "harbour": "harbor",
}
"""Spellings in names of bodies in which British papers differ from American ones (Oxford English Dictionary)."""

_BRITISH = re.compile("|".join(_AMERICAN))


@lru_cache(maxsize=100_000)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry content; numbers keep their digits."""
    return frozenset(
        stem(word) for word in words_of(text) if word.lower() not in FUNCTION_WORDS
    ) - {""}


class StemWeights(dict[str, float]):
    """The weight of each stem, `other` for one that is not there. Weights are whole multiples of `STEP`, so that
    their sums are exact, in whatever order they are made; that of a set is worked out once."""

    STEP = 2.0**-24

    def __init__(self, weights: Mapping[str, float], other: float = 1.0) -> None:
        super().__init__({w: self._whole(x) for w, x in weights.items()})
        self.other = self._whole(other)
        self._totals: dict[frozenset[str], float] = {}

    @classmethod
    def _whole(cls, weight: float) -> float:
        return round(weight / cls.STEP) * cls.STEP

    def __missing__(self, stem: str) -> float:
        return self.other

    def total(self, stems: frozenset[str]) -> float:
        """The weight of all these stems together."""
        found = self._totals.get(stems)
        if found is None:
            found = self._totals[stems] = sum([self.get(word, self.other) for word in stems])
        return found

    def shared(self, first: frozenset[str], second: frozenset[str]) -> float:
        """The weight of the stems that are in both."""
        return sum([self.get(word, self.other) for word in first & second])


ALL_EQUAL = StemWeights({})
"""Every stem weighs 1."""


def stem_weights(texts: Iterable[frozenset[str]]) -> StemWeights:
    """Inverse document frequency of each stem over these texts: rare words weigh more."""
    count: Counter[str] = Counter()
    total = 0
    for stems in texts:
        count.update(stems)
        total += 1
    return StemWeights({word: log(1 + total / number) for word, number in count.items()})


MOST_WEIGHED = 256
"""Articles over which words are weighed, as many as in `lineage`: in a larger story one article more seldom changes any
weight, and what was compared by these weights holds."""


def sampled_weights(texts: Iterable[tuple[str, frozenset[str]]]) -> StemWeights:
    """The weights of stems over texts, each given with the id of its article: over all in a small story, in a larger one
    over those of the articles with the smallest digests, a sample that hangs on no order. A stem that the sample lacks
    weighs as much as one that a single text has."""
    of_article: dict[str, list[frozenset[str]]] = {}
    for article, stems in texts:
        of_article.setdefault(article, []).append(stems)
    drawn = sorted(of_article, key=lambda article: identifier("weighed", article))[:MOST_WEIGHED]
    sample = [stems for article in drawn for stems in of_article[article]]
    return StemWeights(stem_weights(sample), other=log(1 + len(sample)))


def containment(first: frozenset[str], second: frozenset[str], weights: StemWeights) -> float:
    """How much of the smaller set's weight lies in the other: 0 to 1."""
    smaller = min(weights.total(first), weights.total(second))
    return weights.shared(first, second) / smaller if smaller else 0.0


def shares(
    first: frozenset[str], second: frozenset[str], weights: StemWeights
) -> tuple[float, float]:
    """What the two have in common, as a share of the lighter one's weight and of the heavier one's."""
    lighter, heavier = sorted((weights.total(first), weights.total(second)))
    shared = weights.shared(first, second)
    return (shared / lighter, shared / heavier) if lighter else (0.0, 0.0)
