"""ClaimReview (schema.org) as JSON-LD: each claim with where it appears and how well it is supported.

The rating says how many independent sources stand behind a claim, and no more: it is no verdict on
whether the claim is true, and says so in words.
"""

from typing import Any

import msgspec

from ..model.article import Article
from ..model.claim import Claim, Report
from ..model.record import Record
from ..model.text import Reference
from ..views.sources import articles_of, standing_words

_KINDS = ("event", "figure", "role")
"""Kinds of claims that can be checked; that somebody said something is left to the record."""


def claimreview(record: Record, reviewer: str) -> bytes:
    """A JSON-LD graph with one ClaimReview for each claim. `reviewer` is who publishes the reviews."""
    articles, kinds = articles_of(record), voice_kinds(record)
    graph = [
        _review(claim, articles, kinds, reviewer, record.as_of)
        for claim in record.claims
        if claim.kind in _KINDS
    ]
    return msgspec.json.encode({"@context": "https://schema.org", "@graph": graph}) + b"\n"


def _review(
    claim: Claim,
    articles: dict[str, Article],
    kinds: dict[str, str],
    reviewer: str,
    as_of: str | None,
) -> dict[str, Any]:
    standing = claim.standing
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:secondsource:claim:{claim.id}",
        "claimReviewed": claim.words,
        # What is claimed of it: that it happened, or only that it was threatened, planned, denied...
        "reviewAspect": f"{claim.kind}; status: {claim.status}",
        "author": {"@type": "Organization", "name": reviewer},
        "itemReviewed": {
            "@type": "Claim",
            "author": _authors(standing.voices, kinds),
            "appearance": [_work(report, articles) for report in _once(claim.reports)],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": standing.independent,
            "worstRating": 0,
            "bestRating": max(2, standing.independent_at_most),
            "alternateName": standing_words(standing),
            "ratingExplanation": "Counts independent sources; says nothing on whether the claim is"
            f" true. {'; '.join(standing.reasons)}",
        },
    }
    if as_of is not None:
        review["datePublished"] = as_of
    return review


def _once(reports: tuple[Report, ...]) -> list[Report]:
    """The first report of each article."""
    first: dict[str, Report] = {}
    for report in reports:
        first.setdefault(report.article, report)
    return list(first.values())


def _authors(voices: tuple[Reference, ...], kinds: dict[str, str]) -> list[dict[str, str]]:
    """Who claims it, where that is known: a body as Organization, anybody else as Person."""
    return [{"@type": kinds[voice.id], "name": voice.name} for voice in voices if voice.id in kinds]


def voice_kinds(record: Record) -> dict[str, str]:
    """`Person` or `Organization` for each voice that is somebody; a document or an unknown is nobody."""
    bodies = {actor.name for actor in record.actors if actor.kind != "person"}
    kinds = {}
    for voice in record.voices:
        if voice.kind in ("medium", "newsroom") or voice.name in bodies:
            kinds[voice.id] = "Organization"
        elif voice.kind in ("named", "anonymous"):
            kinds[voice.id] = "Person"
    return kinds


def _work(report: Report, articles: dict[str, Article]) -> dict[str, Any]:
    article = articles.get(report.article)
    work: dict[str, Any] = {"@type": "NewsArticle", "identifier": report.article}
    if article is None:
        return work
    if article.headline:
        work["headline"] = article.headline
    if article.address.startswith(("http://", "https://")):
        work["url"] = article.address
    if article.published is not None:
        work["datePublished"] = article.published.value
    work["sourceOrganization"] = {"@type": "Organization", "name": report.newsroom.name}
    work["text"] = report.words
    return work
