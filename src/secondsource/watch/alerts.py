"""Alerts: what rules ask of the difference of two records.

The comparison itself is `views.since`; here its findings are matched with rules and given their evidence.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from ..model.claim import Change, Claim, SeriesPoint, Standing
from ..model.record import ArticleRow, Record
from ..model.text import Citation
from ..model.value import Value, identifier
from ..views.agenda import AgendaItem, agenda
from ..views.days import days_of
from ..views.search import Asked, search
from ..views.since import Since, SinceClaim, earlier_claims, since
from ..views.sources import citation_of
from .rules import Rule, When

UPCOMING = ("due", "deadline")
"""States of what is still to come."""

NEWS_OF_AGENDA = ("cancelled", "past, not reported as held", "deadline passed")
"""States into which something on the agenda may change, of which `due` tells as well."""


class AlertArticle(Value, frozen=True):
    """An article that an alert cites, so that a person can open it. `published` is EDTF."""

    id: str
    outlet: str | None
    headline: str | None
    address: str
    published: str | None


class Alert(Value, frozen=True):
    """One thing that a rule asked for, with its evidence.

    `id` is the same whenever the same is found again, and no id is ever told twice. `day` is the story's
    day on which it was found (ISO), never the machine's. `words` are words of a report; `was` and `became`
    say what changed. `claim` is null for what is no claim (a report), `before` where the claim is new.
    """

    id: str
    rule: str
    when: When
    day: str | None
    words: str
    was: str | None
    became: str | None
    claim: str | None
    article: str | None
    before: Standing | None
    after: Standing | None
    citations: tuple[Citation, ...]
    articles: tuple[AlertArticle, ...]


def find_alerts(
    before: Record,
    now: Record,
    rules: Sequence[Rule],
    before_day: str | None = None,
    day: str | None = None,
) -> tuple[Alert, ...]:
    """What of `now` the rules ask for that `before` did not have, rule by rule; each id once.

    `before_day` and `day` are the ISO days on which the two records stand (default: their own)."""
    before = msgspec.structs.replace(before, as_of=before_day or before.as_of)
    now = msgspec.structs.replace(now, as_of=day or now.as_of)
    found = _Found(before, now)
    alerts: dict[str, Alert] = {}
    for rule in rules:
        for alert in _FINDERS[rule.when](found, rule):
            alerts.setdefault(alert.id, alert)
    return tuple(alerts.values())


class _Found:
    """The difference of two records, and what alerts need to show of it."""

    def __init__(self, before: Record, now: Record) -> None:
        self.before, self.now = before, now
        self.since: Since = since(before, now, before.as_of or "")
        self.earlier = earlier_claims(before, now)
        self.rows = {row.id: row for row in now.articles}
        self.claims = {claim.id: claim for claim in now.claims}

    def fitting(self, rule: Rule) -> Callable[[str | None], bool]:
        """Whether a claim (an id) is what the rule asks for."""
        if not rule.narrows_claims:
            return lambda claim: True
        asked = Asked(
            words=rule.words,
            actor=rule.actor,
            place=rule.place,
            newsroom=rule.newsroom,
            thread=rule.thread,
        )
        facts = search(self.now, asked, limit=max(len(self.now.claims), 1)).facts
        ids = {fact.claim for fact in facts}
        return lambda claim: claim in ids

    def alert(
        self,
        rule: Rule,
        subject: str,
        words: str,
        citations: Sequence[Citation],
        was: str | None = None,
        became: str | None = None,
        claim: Claim | None = None,
        article: str | None = None,
    ) -> Alert:
        """The alert of that subject, its evidence filled in."""
        old = self.earlier.get(claim.id, ()) if claim else ()
        best = max(old, key=lambda one: (one.standing.independent, one.id), default=None)
        cited = [self.rows[id] for id in dict.fromkeys(c.article for c in citations) if id in self.rows]  # fmt: skip
        return Alert(
            id=identifier("alert", rule.name, rule.when, subject, was, became),
            rule=rule.name,
            when=rule.when,
            day=self.now.as_of,
            words=" ".join(words.split()),
            was=was,
            became=became,
            claim=claim.id if claim else None,
            article=article,
            before=best.standing if best else None,
            after=claim.standing if claim else None,
            citations=tuple(citations),
            articles=tuple(_article(row) for row in cited),
        )


def _article(row: ArticleRow) -> AlertArticle:
    article = row.article
    published = article.published if article else None
    return AlertArticle(
        id=row.id,
        outlet=article.outlet if article else None,
        headline=article.headline if article else None,
        address=article.address if article else row.id,
        published=published.value if published else None,
    )


def _of_claims(found: _Found, rule: Rule, items: Sequence[SinceClaim]) -> Iterator[Alert]:
    """The alerts of claims, each with the words of its reports."""
    fits = found.fitting(rule)
    for item in items:
        if fits(item.claim.id):
            yield found.alert(
                rule,
                item.claim.id,
                item.words,
                item.citations,
                item.was,
                item.became,
                item.claim,
            )


def _second_sourced(found: _Found, rule: Rule) -> Iterator[Alert]:
    yield from _of_claims(found, rule, found.since.second_sourced)


def _contested(found: _Found, rule: Rule) -> Iterator[Alert]:
    """Contradictions, with the words of all sides."""
    sides: dict[str, list[Citation]] = {}
    for conflict in found.now.conflicts:
        for claim in conflict.claims:
            sides.setdefault(claim, []).extend(conflict.sides)
    items = [
        msgspec.structs.replace(
            item, citations=tuple(dict.fromkeys([*item.citations, *sides.get(item.claim.id, ())]))
        )
        for item in found.since.contested
    ]
    yield from _of_claims(found, rule, items)


def _withdrawn(found: _Found, rule: Rule) -> Iterator[Alert]:
    """Claims that nothing supports any more, and reports that were withdrawn."""
    if rule.outlet is None:
        yield from _of_claims(found, rule, found.since.fallen)
    if rule.narrows_claims:
        return
    for row in found.since.withdrawn:
        if _is_of(row, rule.outlet):
            citations = _opening(row)
            words = citations[0].words if citations else row.id
            yield found.alert(
                rule, row.id, words, citations, "read", f"withdrawn: {row.reason}", article=row.id
            )


def _figures(found: _Found, rule: Rule) -> Iterator[Alert]:
    fits = found.fitting(rule)
    points = {
        (point.article, point.part, point.start): point
        for line in found.now.series
        for point in line.points
    }
    by_id = {point.id: point for point in points.values()}
    for change in found.since.figures:
        claim = _claim_of(change, points, by_id, found.now.claims)
        if (claim is None and rule.narrows_claims) or (claim is not None and not fits(claim.id)):
            continue
        last = change.citations[-1]
        point = points.get((last.article, last.part, last.start))
        sentence = point.sentence if point else last
        subject = identifier(*(one.words for one in change.citations), sentence.words)
        cited = tuple(dict.fromkeys([*change.citations, sentence]))
        yield found.alert(rule, subject, sentence.words, cited, change.was, change.became, claim)


def _claim_of(
    change: Change,
    points: Mapping[tuple[str, str, int], SeriesPoint],
    by_id: Mapping[str, SeriesPoint],
    claims: Sequence[Claim],
) -> Claim | None:
    """The claim of the number that a figure became."""
    last = change.citations[-1]
    point = points.get((last.article, last.part, last.start))
    if point is None:
        return None
    for claim in claims:
        about = by_id.get(claim.about)
        if (
            about is not None
            and {about.low, about.high} & ({point.low, point.high} - {None})
            and any(citation_of(report) == point.sentence for report in claim.reports)
        ):
            return claim
    return None


def _speaks(found: _Found, rule: Rule) -> Iterator[Alert]:
    new = [item for item in found.since.claims if item.claim.kind == "utterance"]
    said = {item.id: item for item in found.now.utterances}
    fits = found.fitting(rule)
    for item in new:
        if fits(item.claim.id) and item.claim.about in said:
            voice = said[item.claim.about].voice.name
            yield found.alert(
                rule, item.claim.id, item.words, item.citations, None, f"{voice} spoke", item.claim
            )


def _articles(found: _Found, rule: Rule) -> Iterator[Alert]:
    wanted = rule.words.casefold().split()
    for row in found.since.articles:
        article = row.article
        if article is None or not _is_of(row, rule.outlet):
            continue
        if not all(word in f"{article.headline} {article.text}".casefold() for word in wanted):
            continue
        citations = _opening(row)
        became = "a new report" if row.status == "read" else f"a new report, {row.status}"
        yield found.alert(rule, row.id, citations[0].words, citations, None, became, article=row.id)


def _is_of(row: ArticleRow, outlet: str | None) -> bool:
    """Whether an article is of an outlet, by its name or that of a newsroom that its reporting is of."""
    names = [row.article.outlet or "" if row.article else "", *(ref.name for ref in row.newsrooms)]
    return outlet is None or any(outlet.casefold() in name.casefold() for name in names)


def _opening(row: ArticleRow) -> tuple[Citation, ...]:
    """The headline of an article, else its first line."""
    article = row.article
    if article is None:
        return ()
    if article.headline:
        return (
            Citation(
                article=row.id,
                part="headline",
                start=0,
                end=len(article.headline),
                words=article.headline,
            ),
        )
    first = article.text.split("\n", 1)[0]
    return (Citation(article=row.id, start=0, end=len(first), words=first),)


def _due(found: _Found, rule: Rule) -> Iterator[Alert]:
    """What is near now and was not before, and what was on the agenda and is called off or over."""
    fits = found.fitting(rule)
    near_before = _near(found.before, rule.days_ahead)
    keys_before, keys_now = _keys(found.before), _keys(found.now)
    known = {(item.when, key) for item in near_before for key in keys_before[item.id]}
    for item in _near(found.now, rule.days_ahead):
        if not known & {(item.when, key) for key in keys_now[item.id]} and _asked(item, fits):
            yield _of_agenda(found, rule, item, None, f"{item.state} {item.when}")
    for change in found.since.agenda:
        if (
            change.was is not None
            and change.item.state in NEWS_OF_AGENDA
            and _asked(change.item, fits)
        ):
            yield _of_agenda(
                found, rule, change.item, change.was, f"{change.became}: {change.item.when}"
            )


def _of_agenda(found: _Found, rule: Rule, item: AgendaItem, was: str | None, became: str) -> Alert:
    claim = found.claims.get(item.claim.id) if item.claim else None
    return found.alert(rule, item.id, item.words, item.citations, was, became, claim)


def _asked(item: AgendaItem, fits: Callable[[str | None], bool]) -> bool:
    return fits(item.claim.id if item.claim else None)


def _near(record: Record, days_ahead: int) -> list[AgendaItem]:
    """What of the agenda is still to come and begins at most so many days after the record's day."""
    if record.as_of is None:
        return []
    limit = date.fromisoformat(record.as_of) + timedelta(days=days_ahead)
    found = []
    for item in agenda(record):
        days = days_of(item.when)
        if item.state in UPCOMING and days is not None and days.first <= limit:
            found.append(item)
    return found


def _keys(record: Record) -> dict[str, set[str]]:
    """By the id of each event, by what it is known again in another record: its mentions, and their
    sentences, since a newer version of an article has other mentions."""
    return {
        event.id: {key for one in event.mentions for key in (one.id, one.sentence.words)}
        for event in record.events
    }


_FINDERS: dict[str, Callable[[_Found, Rule], Iterator[Alert]]] = {
    "second-sourced": _second_sourced,
    "contested": _contested,
    "withdrawn": _withdrawn,
    "figure": _figures,
    "due": _due,
    "speaks": _speaks,
    "article": _articles,
}
