"""What the dated articles of a story say of the day of another one: the same thing, told with the same
weekday."""

from datetime import date

from ...model.text import Citation
from ..words import StemWeights, containment
from .days import DAY, Days
from .told import Told

SAME_TOLD = 0.2
"""Share of the lighter sentence's weight that two tellings of one dated thing must have in common."""
ENOUGH_TOLD = 0.35
"""Sum of these shares that fixes a week."""
CLEARLY_MORE = 1.3
"""How many times more must speak for one week than for any other."""


def shared_days(
    told: tuple[Told, ...],
    others: list[Told],
    weights: StemWeights,
    window: frozenset[date],
) -> Days | None:
    """The days on which what dated articles tell with the same weekday would fall on the same day,
    weighed by how alike the tellings are; None when they are too few or speak for two weeks."""
    votes: dict[date, float] = {}
    cited: list[tuple[date, Citation, Citation]] = []
    by_article: dict[str, list[Told]] = {}
    for other in others:
        by_article.setdefault(other.article, []).append(other)
    for item in told:
        for article in sorted(by_article):
            score, best = _best_match(item, by_article[article], weights)
            if best is None or best.day is None:
                continue
            for offset in range(-6, 1) if item.ahead else range(7):
                day = best.day + offset * DAY
                votes[day] = votes.get(day, 0.0) + score
            cited.append((best.day, item.citation, best.citation))
    inside = {day: count for day, count in votes.items() if day in window}
    if not inside:
        return None
    most = max(inside.values())
    days = frozenset(day for day, count in inside.items() if count >= most - 1e-9)
    elsewhere = max(
        (n for day, n in inside.items() if all(abs((day - one).days) > 6 for one in days)),
        default=0.0,
    )
    if most < ENOUGH_TOLD or elsewhere * CLEARLY_MORE > most:
        return None
    near = [pair for day, *pair in cited if any(abs((day - one).days) <= 6 for one in days)]
    return Days(
        days,
        f"{len(near)} times another article tells the same with the same weekday",
        tuple(dict.fromkeys(citation for pair in near for citation in pair))[:4],
    )


def _best_match(item: Told, others: list[Told], weights: StemWeights) -> tuple[float, Told | None]:
    """The telling of another article, with the same weekday and a name in common, that is most
    alike, with how alike (0 to 1); none if none is alike enough."""
    alike = [
        (containment(item.stems, other.stems, weights), other)
        for other in others
        if other.weekday == item.weekday and other.ahead == item.ahead and other.names & item.names
    ]
    fitting = [pair for pair in alike if pair[0] >= SAME_TOLD]
    if not fitting:
        return 0.0, None
    return max(fitting, key=lambda pair: (pair[0], pair[1].article, pair[1].citation.start))
