"""Weight: which of the claims that are equally well supported a reader is to see first.

Most claims of a story have one source. Of these come first those that tell most (who, to whom, when, where, what), of
those whom the story is about, that stand at the head of an article, and last what lies years before all reports: what
a reporter adds from the past, far down, is seldom the news.
"""

from collections import defaultdict
from collections.abc import Mapping

from ..model.claim import Claim, StoryEvent
from ..model.record import Record
from ..model.text import Reference
from .sources import best_report

HEAD = (500, 1500)
"""Characters of a text within which a sentence stands at its head, and still near it (a lead and what follows it: two and
six paragraphs of news)."""

Key = tuple[int, int, int, int, str]


class Weight:
    """The order of a record's claims about events."""

    def __init__(self, record: Record) -> None:
        """Gathers once who is told of in how many articles, and when the first report came out."""
        told: dict[str, set[str]] = defaultdict(set)
        for event in record.events:
            for mention in event.mentions:
                for who in mention.who:
                    told[who.id].add(mention.article)
        self._articles: Mapping[str, int] = {who: len(articles) for who, articles in told.items()}
        published = [
            row.article.published.earliest
            for row in record.articles
            if row.article is not None and row.article.published is not None
        ]
        self._first_year = min((day[:4] for day in published), default="")

    def of(self, claim: Claim, event: StoryEvent) -> Key:
        """The key by which claims are sorted: best supported first, then by newsrooms and reports, then by what is told, of
        whom, and where it stands; the id settles ties."""
        return (
            -claim.standing.independent,
            -len(claim.standing.newsrooms),
            -len(claim.reports),
            -(facts_told(event) + self._part(event) + _head(claim) - self._is_long_ago(event)),
            claim.id,
        )

    def _part(self, event: StoryEvent) -> int:
        """How much the story is about those who take part: how often the number of articles that tell of one of them
        doubles, at most three times."""
        most = max(
            (self._articles.get(who.id, 0) for who in (*event.sources, *event.targets)), default=0
        )
        return min(3, max(0, most.bit_length() - 1))

    def _is_long_ago(self, event: StoryEvent) -> bool:
        """Whether it was in a year before the first report came out."""
        return event.time is not None and event.time.value[:4] < self._first_year


def _head(claim: Claim) -> int:
    """2 for what stands at the head of an article, 1 for what stands near it."""
    report = best_report(claim)
    return sum(report.part != "text" or report.start < reach for reach in HEAD)


def facts_told(event: StoryEvent) -> int:
    """How many of when, where, what, who and to whom are told; that a named one leaves an office is told in full
    by who it is."""
    what = event.object or event.about
    told = (event.time, event.place, what, event.sources, event.targets)
    leaves = event.mode == "resign" and any(is_named(source) for source in event.sources)
    return sum(map(bool, told)) + leaves


def is_named(reference: Reference) -> bool:
    """Whether a name is a name and not a common noun ("official")."""
    return any(word[:1].isupper() for word in reference.name.split())
