"""Which of two texts is the original, and why."""

import re
from collections.abc import Sequence

from ..model.article import Article
from .alignment import Indexed, Pair, Weights
from .disfluency import disfluencies


def order_key(article: Article) -> tuple[str, int, str]:
    """A total order of articles, the likelier original first: the earlier day, then the longer text,
    then the id. Articles without a date come last."""
    published = article.published
    return (published.earliest if published else "9999", -len(article.text), article.id)


def first_is_original(
    first: Indexed, second: Indexed, pairs: Sequence[Pair], weights: Weights
) -> tuple[bool, str]:
    """Whether `first` is the original of the text that `pairs` align (`original` counts in `first`),
    and the reason in words."""
    one, other = first.sheet.article, second.sheet.article
    if one.published and other.published:
        if one.published.latest < other.published.earliest:
            return True, f"published earlier ({one.published.value} before {other.published.value})"
        if other.published.latest < one.published.earliest:
            return (
                False,
                f"published earlier ({other.published.value} before {one.published.value})",
            )
    credits_other = _credits(other, one)
    credits_one = _credits(one, other)
    if credits_other != credits_one:
        return credits_other, "the copy credits the newsroom of the original"
    broken_one, broken_other = len(disfluencies(one.text)), len(disfluencies(other.text))
    if abs(broken_one - broken_other) >= 2:
        return broken_one < broken_other, "the copy has signs of machine rewriting"
    odd = _oddness(first, second, pairs, weights)
    more = _words_alone(first, {pair.original for pair in pairs}) - _words_alone(
        second, {pair.copy for pair in pairs}
    )
    # One stranger may be a dateline or a slip; more complete texts are seldom the copies.
    if abs(odd) >= 2:
        return odd > 0, "where the two differ, the wording of the original is the story's own"
    if abs(more) >= 20:
        return more > 0, "the original is more complete"
    rarer = _rarity(first, second, pairs, weights)
    if odd or abs(rarer) >= RARER:
        return (odd or rarer) > 0, (
            "where the two differ, the wording of the original is the story's own"
        )
    return order_key(one) <= order_key(
        other
    ), "which came first cannot be told; taken in a fixed order"


def _words_alone(text: Indexed, paired: set[int]) -> int:
    """Words of the sentences that have no partner."""
    return sum(
        len(line.shape.words) for number, line in enumerate(text.lines) if number not in paired
    )


def _credits(article: Article, possible_original: Article) -> bool:
    """Whether an article names the other one's outlet, publisher or agency as a source of its text."""
    credited = {
        line.organization.casefold() for line in article.credit_lines if line.kind != "email"
    }
    credited |= {name.casefold() for name in (*article.credited_newsrooms, *article.agencies)}
    own = {
        name.casefold()
        for name in (possible_original.outlet, possible_original.publisher)
        if name is not None
    }
    mine = {name.casefold() for name in (article.outlet, article.publisher) if name is not None}
    return bool(credited & (own - mine))


def _oddness(first: Indexed, second: Indexed, pairs: Sequence[Pair], weights: Weights) -> int:
    """Above 0 when it is `second` whose own words, where aligned sentences differ, are strangers to
    the rest of the story; below 0 when it is `first`. Counted in words."""
    odd = 0
    for pair in pairs:
        one, other = first.lines[pair.original].shape, second.lines[pair.copy].shape
        if one.letters == other.letters:
            continue
        mine, theirs = set(one.content), set(other.content)
        only_one = sum(weights.of(word) >= 0.999 for word in one.content if word not in theirs)
        only_other = sum(weights.of(word) >= 0.999 for word in other.content if word not in mine)
        odd += only_other - only_one
    return odd


RARER = 0.05
"""Difference in the mean weight of the words in which two texts differ that decides between them when
nothing better does."""


def _rarity(first: Indexed, second: Indexed, pairs: Sequence[Pair], weights: Weights) -> float:
    """How much rarer in the story, in the mean, the words are that aligned sentences have in `second`
    alone than those that they have in `first` alone; 0 when either has none."""
    only_one: list[float] = []
    only_other: list[float] = []
    for pair in pairs:
        one, other = first.lines[pair.original].shape, second.lines[pair.copy].shape
        if one.letters == other.letters:
            continue
        mine, theirs = set(one.content), set(other.content)
        only_one += [weights.of(word) for word in one.content if word not in theirs]
        only_other += [weights.of(word) for word in other.content if word not in mine]
    if not only_one or not only_other:
        return 0.0
    return sum(only_other) / len(only_other) - sum(only_one) / len(only_one)


_RELEASE = re.compile(
    r"(?i)\b(?:for immediate release|press release|news release|media release|prnewswire|"
    r"business wire|globenewswire|end of readout|official readout)\b"
)


def is_release(article: Article) -> bool:
    """Whether a text calls itself a release: a body speaking for itself, not a newsroom."""
    opening = article.text[:300]
    return bool(_RELEASE.search(article.headline or "") or _RELEASE.search(opening))
