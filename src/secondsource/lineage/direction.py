"""Which of two texts is the original, and why."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..model.article import Article, Published
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
    of_one, of_other = _days(one, other), _days(other, one)
    if of_one and of_other and of_one.latest < of_other.earliest:
        return True, f"published earlier ({of_one.value} before {of_other.value})"
    if of_one and of_other and of_other.latest < of_one.earliest:
        return False, f"published earlier ({of_other.value} before {of_one.value})"
    for tells, reason in _NAMES_ITS_SOURCE:
        by_other, by_one = tells(other, one), tells(one, other)
        if by_other != by_one:
            return by_other, reason
    broken_one, broken_other = len(disfluencies(one.text)), len(disfluencies(other.text))
    if abs(broken_one - broken_other) >= 2:
        return broken_one < broken_other, "the copy has signs of machine rewriting"
    alone_one = _words_alone(first, {pair.original for pair in pairs})
    alone_other = _words_alone(second, {pair.copy for pair in pairs})
    if not any(_same_letters(first, second, pair) for pair in pairs):
        digest_other = _is_digest(second, alone_other, first, alone_one)
        if digest_other or _is_digest(first, alone_one, second, alone_other):
            return digest_other, "the copy tells in brief what the original tells at length"
    odd = _oddness(first, second, pairs, weights)
    more = alone_one - alone_other
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


_DIGEST_OWN, _REPORT_OWN, _MUCH = 0.25, 0.6, 120
"""A digest has at most so much of its words for itself, the report that it was made of at least so much and
so many words. Whoever adds as much to a short report takes its sentences over as they stand."""


def _is_digest(short: Indexed, own: int, long: Indexed, own_long: int) -> bool:
    return (
        own_long >= _MUCH
        and own_long >= _REPORT_OWN * _words_alone(long, set())
        and own <= _DIGEST_OWN * _words_alone(short, set())
    )


def _same_letters(first: Indexed, second: Indexed, pair: Pair) -> bool:
    return first.lines[pair.original].shape.letters == second.lines[pair.copy].shape.letters


_NEAR = timedelta(days=31)
"""Texts that tell the same are so near in time that a day without a year is that of the other's year."""


def _days(article: Article, other: Article) -> Published | None:
    """When an article came out. Where its dateline gives a day without a year, that day nearest to the day of
    the other, which tells the same."""
    if article.published or not other.published:
        return article.published
    near = date.fromisoformat(other.published.earliest)
    for candidate in article.date_candidates:
        if candidate.basis != "dateline" or not candidate.value.startswith("XXXX-"):
            continue
        for year in (near.year - 1, near.year, near.year + 1):
            value = f"{year}{candidate.value.removeprefix('XXXX')}"
            day = _day(value)
            if day and abs(day - near) <= _NEAR:
                return Published(
                    value=value, precision="day", earliest=value, latest=value, basis="dateline"
                )
    return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None  # 29 February of another year


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
    return bool(credited & (_own_names(possible_original) - _own_names(article)))


def _tells_of(article: Article, possible_original: Article) -> bool:
    """Whether the text of an article says that it has something from the other one's newsroom: "Harbour Wire
    reported", "told Harbour Wire"."""
    theirs = _own_names(possible_original) | {
        name.casefold() for name in possible_original.agencies
    }
    theirs -= _own_names(article) | {name.casefold() for name in article.agencies}
    text = article.text.casefold()
    return any(
        re.search(_HAS_IT_FROM.format(name=re.escape(name)), text)
        for name in sorted(theirs)
        if name in text
    )


_HAS_IT_FROM = (
    r"(?:\b(?:told|according to|reported by|quoted by|by|to) (?:the )?(?:news agency |newspaper |daily |agency )?{name}\b"
    r"|\b{name}(?: news agency)? (?:reported|reports|said|says|quoted|cited|wrote)\b)"
)
_NAMES_ITS_SOURCE = (
    (_credits, "the copy credits the newsroom of the original"),
    (_tells_of, "the copy says that it has this from the newsroom of the original"),
)


def _own_names(article: Article) -> set[str]:
    return {name.casefold() for name in (article.outlet, article.publisher) if name is not None}


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
