"""Whether one folder holds two stories: articles parted by the actors, places and words that they share.

Articles are joined by average linkage over the cosine of their weightiest words (names weigh more, what
few articles share weighs more) until no two groups have enough in common. Swept on ECB+ topics and
timeline17 (45 stories, 80 articles each at most, words alone, before actors and `LEAST_SHARE` were added;
the threshold was chosen on these same stories): 4 single stories were taken for several; of 100 pairs
poured together, at least 4 of them of one topic, 87 were parted with at most 3 % of the articles astray. In very short
articles one name that all share is enough to hold two stories together.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import fsum, log, sqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..lexicon.stems import stem
from ..model.article import Article
from ..model.keeping import NOWHERE, Keeping
from ..model.record import Record
from ..model.text import Reference
from ..model.value import Value, identifier
from .sources import articles_of

LEAST_IN_COMMON = 0.025
"""Mean cosine of two groups from which they are one story (swept 0.02 to 0.06)."""

WORDS_COMPARED = 100
"""Weightiest words of an article (swept 60, 100, all)."""

CODE_POINTS_READ = 6000
"""How much of an article is looked at: a report tells what it is about at its beginning."""

NAME_WEIGHT = 1.5
LEAST_ARTICLES = 3
LEAST_SHARE = 0.1
"""A part is a story of its own with so many articles, and such a share of all."""

MOST_COMPARED = 400
"""Articles that are grouped with each other; of a larger story those spread evenly over it by id. How much a
word weighs is counted in these alone. Every other article is looked at only where they are several stories,
and goes to the one that it is most like."""

PLACED_TOGETHER = 200
"""Other articles that are held against the grouped ones at once."""

ACTORS_SHOWN = 5

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_SAYS_NOTHING = frozenset(
    """a an the and or but nor so yet if then than that this these those it its he him his she her they
    them their we us our i me my you your who whom whose which what where when why how there here is
    are was were be been being am do does did done has have had having will would shall should may
    might can could must of in on at by for with from to into onto over under about above below between
    among through during before after against as not no also just only very more most much many some any
    each all both either neither other another such own same too said says say told tells tell added
    according mr mrs ms dr""".split()
)


class Part(Value, frozen=True):
    """Articles that seem to be one story: their ids, and the actors that tell it from the others."""

    articles: tuple[str, ...]
    actors: tuple[Reference, ...]


def parts(record: Record, keeping: Keeping = NOWHERE) -> tuple[Part, ...]:
    """The stories that a record seems to hold, the largest first; one part when it is one story. Every
    article that was read is in one part. The words of articles that were counted are kept in `keeping`."""
    articles = articles_of(record)
    acting: dict[str, list[str]] = {}
    for actor in record.actors:
        for article in actor.articles:
            acting.setdefault(article, []).append(f"actor {actor.id}")

    def words_of(id: str) -> Counter[str]:
        words = _kept_words(articles[id], keeping)
        words.update(dict.fromkeys(acting.get(id, ()), 1))
        return words

    groups = _groups(sorted(articles), words_of)
    return tuple(_part(record, group, len(groups)) for group in groups)


def split_notes(record: Record, keeping: Keeping = NOWHERE) -> tuple[str, ...]:
    """What to say of a story that seems to be several; nothing where it is one. What was counted is kept in `keeping`."""
    found = parts(record, keeping)
    if len(found) < 2:
        return ()
    told = "; ".join(
        f"{len(part.articles)} articles"
        + (f" about {', '.join(actor.name for actor in part.actors[:3])}" if part.actors else "")
        for part in found
    )
    return (f"this seems to be {len(found)} stories ({told}); see: secondsource split",)


def _kept_words(article: Article, keeping: Keeping) -> Counter[str]:
    """The words of an article with how often it has them, counted once for each text."""
    text = f"{article.headline or ''} {article.text[:CODE_POINTS_READ]}"
    key = identifier(text)
    held = keeping.kept("words of an article", key)
    if held is not None:
        return Counter(_COUNTS.decode(held))
    counts = _words(text)
    keeping.keep("words of an article", key, msgspec.msgpack.encode(dict(counts)))
    return counts


_COUNTS = msgspec.msgpack.Decoder(dict[str, int])


def _words(text: str) -> Counter[str]:
    counts = Counter(map(_compared_as, _WORD.findall(text)))
    del counts[""]
    return counts


@lru_cache(maxsize=100_000)
def _compared_as(word: str) -> str:
    """The stem of a word, one with a capital apart; nothing of one that says nothing."""
    if word.casefold() in _SAYS_NOTHING:
        return ""
    return f"{'name ' if word[0].isupper() else ''}{stem(word)}"


class _Compared:
    """Articles with which others are compared, by words that at least two of them have."""

    def __init__(self, words: Sequence[Mapping[str, int]]) -> None:
        shared_by = Counter(word for counts in words for word in counts)
        self._rarity = {
            word: log(1 + len(words) / shared) for word, shared in shared_by.items() if shared > 1
        }
        rows = [self._weightiest(counts) for counts in words]
        self._columns = {
            word: n for n, word in enumerate(sorted({word for row in rows for word in row}))
        }
        self._matrix = self._laid_out(rows)

    def _weightiest(self, counts: Mapping[str, int]) -> dict[str, float]:
        rarity = self._rarity
        weights = {
            word: (1 + log(count))
            * rarity[word]
            * (NAME_WEIGHT if word.startswith(("name ", "actor ")) else 1.0)
            for word, count in counts.items()
            if word in rarity
        }
        heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:WORDS_COMPARED]
        return {word: weights[word] for word in heaviest}

    def _laid_out(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """A row of length 1 for each article."""
        matrix = np.zeros((len(rows), len(self._columns)))
        for n, row in enumerate(rows):
            length = sqrt(fsum(weight * weight for weight in row.values())) or 1.0
            for word, weight in row.items():
                if word in self._columns:
                    matrix[n, self._columns[word]] = weight / length
        return matrix

    def among(self) -> NDArray[np.float64]:
        """The cosine of each two of them, rounded so that no machine's last digit decides."""
        return self._rounded(self._matrix)

    def to(self, words: Sequence[Mapping[str, int]]) -> NDArray[np.float64]:
        """The cosine of each of these other articles with each of them."""
        return self._rounded(self._laid_out([self._weightiest(counts) for counts in words]))

    def _rounded(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        likeness: NDArray[np.float64] = np.round(rows @ self._matrix.T, 6)
        return likeness


def _groups(ids: Sequence[str], words_of: Callable[[str], Counter[str]]) -> list[list[str]]:
    """Groups of ids, the largest first: those of average linkage that are stories of their own, every
    other article with the one that it is most like."""
    step = max(1, -(-len(ids) // MOST_COMPARED))
    chosen = ids[::step]
    compared = _Compared([words_of(id) for id in chosen])
    among = compared.among()
    least = max(LEAST_ARTICLES, LEAST_SHARE * len(chosen))
    stories = [group for group in _linked(among) if len(group) >= least]
    if len(stories) < 2:
        return [list(ids)] if ids else []
    placed = [[chosen[n] for n in story] for story in stories]
    taken = {n for story in stories for n in story}
    for n, id in enumerate(chosen):
        if n not in taken:
            placed[_nearest(among[n], stories)].append(id)
    others = sorted(set(ids) - set(chosen))
    for start in range(0, len(others), PLACED_TOGETHER):
        some = others[start : start + PLACED_TOGETHER]
        for id, likeness in zip(some, compared.to([words_of(id) for id in some]), strict=True):
            placed[_nearest(likeness, stories)].append(id)
    groups = [sorted(story) for story in placed]
    return sorted(groups, key=lambda group: (-len(group), group))


def _nearest(likeness: NDArray[np.float64], stories: Sequence[Sequence[int]]) -> int:
    """The story to whose articles this likeness is the highest on average, of equal ones the first."""
    return max(range(len(stories)), key=lambda m: (float(likeness[stories[m]].mean()), -m))


def _linked(likeness: NDArray[np.float64]) -> list[list[int]]:
    """Average linkage: the two groups that are most alike on average are joined, until none are alike
    enough. Of equal ones the first in the order of ids."""
    mean = likeness.copy()
    np.fill_diagonal(mean, -1.0)
    groups = {n: [n] for n in range(len(likeness))}
    while len(groups) > 1:
        one, two = divmod(int(mean.argmax()), len(likeness))
        if mean[one, two] < LEAST_IN_COMMON:
            break
        one, two = min(one, two), max(one, two)
        sizes = len(groups[one]), len(groups[two])
        joined = (mean[one] * sizes[0] + mean[two] * sizes[1]) / sum(sizes)
        gone = (mean[one] < 0) | (mean[two] < 0)
        mean[one] = np.where(gone, -1.0, np.round(joined, 9))
        mean[:, one] = mean[one]
        mean[two] = mean[:, two] = -1.0
        groups[one] += groups.pop(two)
    return sorted(groups.values())


def _part(record: Record, articles: Sequence[str], count: int) -> Part:
    inside = set(articles)
    share = {actor.id: len(inside & set(actor.articles)) for actor in record.actors if count > 1}
    own = [
        actor
        for actor in record.actors
        if share.get(actor.id, 0) > 1 and share[actor.id] > 0.8 * len(actor.articles)
    ]
    most = sorted(own, key=lambda actor: (-share[actor.id], -actor.mentions, actor.id))
    return Part(
        articles=tuple(articles),
        actors=tuple(Reference(id=actor.id, name=actor.name) for actor in most[:ACTORS_SHOWN]),
    )
