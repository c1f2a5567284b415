"""Links: which articles have text in common, and which of two is the original."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush

import msgspec

from ..model.article import Article
from ..model.keeping import Keeping
from ..model.value import identifier
from .alignment import Indexed, Pair, Weights, chain, pairs_of
from .direction import first_is_original, order_key
from .evidence import STRONG, TURNED, can_be_proven, proven, weigh

Index = Callable[[int], Indexed]
"""The article at a place, laid out and indexed."""


class Link:
    """Aligned pairs of two articles, the original decided."""

    def __init__(self, original: Article, copy: Article, pairs: list[Pair], reason: str) -> None:
        self.original = original
        self.copy = copy
        self.pairs = pairs
        self.reason = reason


class KeptLink(msgspec.Struct, frozen=True, array_like=True):
    """What comparing two articles showed: whether the first is the original, why, and the fields of the pairs."""

    first_is_original: bool
    reason: str
    pairs: tuple[tuple[int, int, float, float, float], ...]


_KEPT = msgspec.json.Decoder(dict[str, KeptLink | None])


def links_among(
    articles: Sequence[Article],
    compared: Sequence[tuple[int, int]],
    indexed: Index,
    weights: Weights,
    weighed: str,
    keeping: Keeping,
) -> list[Link]:
    """The links that are shown by the pairs of articles to be `compared` (places, sorted, the smaller first). `weighed`
    identifies the texts over which words are weighed: with them, what two articles show depends on nothing else, and is
    kept."""
    keys = [identifier(article.to_json()) for article in articles]
    partners: dict[int, list[int]] = {}
    for one, other in compared:
        partners.setdefault(one, []).append(other)
    links = []
    for one, others in partners.items():
        place = identifier(weighed, keys[one])
        held = _KEPT.decode(keeping.kept("links", place) or b"{}")
        found: dict[str, KeptLink | None] = {}
        for other in others:
            if keys[other] in held:
                shown = held[keys[other]]
            else:
                shown = _kept(compare(indexed(one), indexed(other), weights), articles[one])
            found[keys[other]] = shown
            if shown is not None:
                links.append(_link(articles[one], articles[other], shown))
        if found != held:
            keeping.keep("links", place, msgspec.json.encode(found))
    return links


def _kept(link: Link | None, first: Article) -> KeptLink | None:
    if link is None:
        return None
    return KeptLink(
        first_is_original=link.original is first,
        reason=link.reason,
        pairs=tuple(
            (pair.original, pair.copy, pair.likeness, pair.likeness_of_all, pair.shared_weight)
            for pair in link.pairs
        ),
    )


def _link(one: Article, other: Article, shown: KeptLink) -> Link:
    original, copy = (one, other) if shown.first_is_original else (other, one)
    return Link(original, copy, [Pair(*pair) for pair in shown.pairs], shown.reason)


def compare(one: Indexed, other: Indexed, weights: Weights) -> Link | None:
    """The link between two articles, if their sentences show one; `one` stands first in the order."""
    # What comes from a text is more easily seen in the shorter of the two: it is looked at first,
    # and where nothing is seen in it, there is nothing.
    long, short = (one, other) if one.own_total >= other.own_total else (other, one)
    pairs = pairs_of(long, short)
    if not can_be_proven(pairs, short):
        return None
    in_short = proven(chain(pairs), long, short)
    if not in_short:
        return None
    in_order = in_short if short is other else _turn(in_short)
    is_first, reason = first_is_original(one, other, in_order, weights)
    original, copy = (one, other) if is_first else (other, one)
    if copy is short:
        return Link(original.sheet.article, copy.sheet.article, in_short, reason)
    in_long = proven(chain(pairs_of(original, copy)), original, copy)
    if not in_long:
        in_long = _turn(proven(chain(pairs_of(long, short)), long, short, TURNED))
    if not in_long:
        return None
    return Link(original.sheet.article, copy.sheet.article, in_long, reason)


def _turn(pairs: Sequence[Pair]) -> list[Pair]:
    """The same pairs with original and copy exchanged, in the order of the new copy."""
    turned = [
        Pair(pair.copy, pair.original, pair.likeness, pair.likeness_of_all, pair.shared_weight)
        for pair in pairs
    ]
    return sorted(turned, key=lambda pair: (pair.copy, pair.original))


def choose(links: Sequence[Link]) -> list[Link]:
    """For each copy its best original, and further ones only for what the better ones do not explain.
    The strongest links of all are laid first, and none that would make an article its own original.
    """
    by_copy: dict[str, list[Link]] = {}
    for link in links:
        by_copy.setdefault(link.copy.id, []).append(link)
    left = {copy: list(having) for copy, having in by_copy.items()}
    taken: dict[str, set[int]] = {copy: set() for copy in by_copy}
    parents: dict[str, list[str]] = {}
    queue: list[tuple[float, str, Link]] = []

    def propose(copy: str) -> None:
        if left[copy]:
            link = _best(left[copy], taken[copy], by_copy)
            left[copy].remove(link)
            heappush(queue, (-_gain(link, taken[copy]), copy, link))

    chosen: list[Link] = []
    for copy in sorted(by_copy):
        propose(copy)
    while queue:
        negative_gain, copy, link = heappop(queue)
        if taken[copy] and -negative_gain < STRONG:
            continue
        original = link.original.id
        if not _descends(original, copy, parents):
            parents.setdefault(copy, []).append(original)
            fresh = [pair for pair in link.pairs if pair.copy not in taken[copy]]
            taken[copy].update(pair.copy for pair in link.pairs)
            chosen.append(Link(link.original, link.copy, fresh, link.reason))
        propose(copy)
    return chosen


def _descends(article: str, ancestor: str, parents: Mapping[str, Sequence[str]]) -> bool:
    stack, seen = [article], {article}
    while stack:
        at = stack.pop()
        if at == ancestor:
            return True
        for parent in parents.get(at, ()):
            if parent not in seen:
                seen.add(parent)
                stack.append(parent)
    return False


def _gain(link: Link, taken: set[int]) -> float:
    """The evidence of a link for what is not yet explained."""
    return round(sum(weigh(pair) for pair in link.pairs if pair.copy not in taken), 6)


AS_GOOD = 0.95
"""Part of the best evidence with which the original of the best original is taken instead of it: what
two texts hold of a third is seldom quite the same."""


def _best(left: Sequence[Link], taken: set[int], by_copy: Mapping[str, Sequence[Link]]) -> Link:
    """The link that explains most of what is not yet explained. Where the original of that original explains as
    much, that one: a text comes from the first of several like ones."""

    def rank(link: Link) -> tuple[float, tuple[str, int, str]]:
        return -_gain(link, taken), order_key(link.original)

    best = min(left, key=rank)
    seen = {best.original.id}
    while True:
        before = {link.original.id for link in by_copy.get(best.original.id, ())}
        nearly = [
            link
            for link in left
            if link.original.id in before - seen
            and _gain(link, taken) >= AS_GOOD * _gain(best, taken)
        ]
        if not nearly:
            return best
        best = min(nearly, key=rank)
        seen.add(best.original.id)
