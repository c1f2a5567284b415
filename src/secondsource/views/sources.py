"""Where a line comes from, in words: newsroom, outlet, how its date is known."""

from ..model.article import Article
from ..model.claim import Claim, Report, Standing
from ..model.record import Record
from ..model.text import Citation


def citation_of(report: Report) -> Citation:
    """The citation of a report."""
    return Citation(
        article=report.article,
        part=report.part,
        start=report.start,
        end=report.end,
        words=report.words,
    )


def cited_by(claim: Claim) -> tuple[Citation, ...]:
    """The citations of all reports of a claim, each once, the best report's first."""
    reports = (best_report(claim), *claim.reports)
    return tuple(dict.fromkeys(citation_of(report) for report in reports))


def articles_of(record: Record) -> dict[str, Article]:
    """The articles that were read, by id."""
    return {row.id: row.article for row in record.articles if row.article is not None}


def short_names(record: Record) -> dict[str, str]:
    """A short sign for each article, in the order of publication then id: A1, A2, ..."""
    rows = sorted(
        (row for row in record.articles if row.article is not None),
        key=lambda row: (
            row.article.published.earliest if row.article and row.article.published else "9999",
            row.id,
        ),
    )
    return {row.id: f"A{n}" for n, row in enumerate(rows, start=1)}


def title_of(article: Article) -> str:
    """Outlet, headline or first words, address and date: enough to know the article again."""
    words = article.headline or article.text[:60].replace("\n", " ") + "…"
    return f"{article.outlet or 'outlet unknown'}: {words}"


def date_words(article: Article) -> str:
    """The publication date and how it is known."""
    published = article.published
    if published is None:
        return f"date unknown ({article.unknown_because or 'no evidence'})"
    known = "" if not published.basis.startswith("inferred") else ", inferred"
    return f"{published.value}{known}"


def standing_words(standing: Standing) -> str:
    """The standing in a few words: label, independent count, flags."""
    count = str(standing.independent)
    if standing.independent_at_most > standing.independent:
        count += f", at most {standing.independent_at_most}"
    plural = "source" if count == "1" else "sources"
    words = f"{standing.label}: {count} independent {plural}"
    if standing.label == "reported":
        words = "reported by several, none says how it knows"
    return ", ".join([words, *standing.flags])


def best_report(claim: Claim) -> Report:
    """The report whose words the claim is shown by; of several in the same words one of the text that no copy has changed,
    then the first by article."""
    same = [report for report in claim.reports if report.words == claim.words] or claim.reports
    return min(
        same,
        key=lambda report: (
            report.part != "text",
            report.altered is not None,
            len(report.words),
            report.article,
            report.start,
        ),
    )
