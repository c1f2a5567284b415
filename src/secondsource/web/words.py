"""What things are called for people, and where they are found on this site."""

from datetime import date
from urllib.parse import quote, urlsplit

from ..model.claim import Claim, Standing
from ..model.event import Status
from ..model.text import Citation
from ..views.days import days_of

LABELS = {
    "corroborated": "Corroborated",
    "reported": "Reported, sources unstated",
    "single": "Single source",
    "unsupported": "Unsupported",
}

LABEL_MEANINGS = {
    "corroborated": "Two or more newsrooms, each resting on a different source.",
    "reported": "Several newsrooms have it, but none says how it knows.",
    "single": "However many articles carry it, it comes from one source.",
    "unsupported": "No report can be counted as a source for it.",
}

FLAGS = {
    "contested": "An independent report cannot also be true.",
    "denied": "A party concerned denies it.",
    "superseded": "A newer value stands in its place.",
    "altered": "It stands only where words of another report were changed.",
}

KINDS = {"event": "Event", "figure": "Figure", "utterance": "Statement", "role": "Role"}

STATUS_GROUPS: dict[str, tuple[str, tuple[Status, ...]]] = {
    "so": ("Reported as so", ("happened", "ongoing")),
    "ahead": ("Planned or promised", ("planned", "predicted", "promised")),
    "wanted": ("Threatened or demanded", ("threatened", "demanded", "requested")),
    "not": ("Denied or called off", ("denied", "negated", "cancelled")),
    "open": ("Alleged or conditional", ("alleged", "conditional", "hypothetical")),
}
"""Colours and switches go by these groups; the status itself is always written out."""

GROUP_OF: dict[str, str] = {
    status: group for group, (_, statuses) in STATUS_GROUPS.items() for status in statuses
}


def count_words(standing: Standing) -> str:
    """How many independent sources, in few words."""
    least, most = standing.independent, standing.independent_at_most
    if least == most or standing.label == "reported":
        return f"{least} independent {'source' if least == 1 else 'sources'}"
    return f"{least} independent {'source' if least == 1 else 'sources'}, at most {most}"


def why_words(claim: Claim) -> str:
    """The count as one sentence that a newcomer understands."""
    articles = len({report.article for report in claim.reports})
    rooms, standing = len(claim.standing.newsrooms), claim.standing
    if standing.independent >= 2:
        return (
            f"{_number(articles, 'article')} from {_number(rooms, 'newsroom')} carry this, and"
            f" {standing.independent} of their sources are independent of each other."
        )
    if standing.label == "reported":
        return (
            f"{_number(articles, 'article')} from {_number(rooms, 'newsroom')} carry this, but none"
            " says how it knows."
        )
    if standing.independent == 0:
        return "No report of this can be counted as a source."
    if articles == 1:
        return "One article carries this, from one source. There is no second source yet."
    return (
        f"{_number(articles, 'article')} from {_number(rooms, 'newsroom')} carry this, but they come"
        " down to one source. There is no second, independent one yet."
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def day_words(edtf: str | None) -> str:
    """An EDTF value for people: `2023-10-08/2023-10-09` gives "8–9 Oct 2023"; what is no span of days
    stays as it is."""
    days = days_of(edtf)
    if edtf is None or days is None:
        return edtf or "day unknown"
    first, last = days.first, days.last
    if days.whole:
        return _day(first)
    if len(edtf) == 4:
        return edtf
    if len(edtf) == 7 and int(edtf[5:]) <= 12:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def id_path(id: str) -> str:
    """An id as one piece of a path: an article's may be an address with slashes."""
    return quote(id, safe="")


def words_link(cited: Citation) -> str:
    """Where the exact words of a citation stand highlighted."""
    return f"/article/{id_path(cited.article)}?at={cited.part}.{cited.start}.{cited.end}#span"


def outside_link(address: str) -> str | None:
    """The address if it is one of the web, else None: nothing else is ever made a link."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def one_line(words: str) -> str:
    """The words with single spaces."""
    return " ".join(words.split())


def plain_figure(value: float) -> str:
    """A number as people write it: 1,234 and 2.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")
