"""What was known on a day: the articles and versions that had been taken in, or had come out, by then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from . import Versions, known_since


@dataclass(frozen=True)
class KnownOn:
    """The articles that were known on a day, with the versions that were there by then. `by` counts them by
    what that rests on; `undated` are left out, since nothing says when they were there."""

    articles: tuple[Versions, ...]
    by_capture: int
    by_date: int
    undated: int
    later: int


def known_on(articles: Sequence[Versions], day: str, published: Mapping[str, str]) -> KnownOn:
    """The articles that were known on an ISO day, in their order.

    A version counts from the time of its first capture; without one the oldest counts from the last
    possible day of its publication (`published`, by the article's id, where it does not say so itself)
    and a later one from its modification.
    """
    kept: list[Versions] = []
    counts = {"captured": 0, "published": 0, "undated": 0, "later": 0}
    for item in articles:
        stated = published.get(item.newest.article.id)
        times = [(one, *known_since(item, one, stated)) for one in item.all]
        there = [(one, basis) for one, time, basis in times if time and time[:10] <= day]
        if there:
            kept.append(Versions(tuple(one for one, _ in there)))
            counts["captured" if there[-1][1] == "captured" else "published"] += 1
        elif any(time for _, time, _ in times):
            counts["later"] += 1
        else:
            counts["undated"] += 1
    return KnownOn(
        articles=tuple(kept),
        by_capture=counts["captured"],
        by_date=counts["published"],
        undated=counts["undated"],
        later=counts["later"],
    )
