"""The head of a page: headline, byline, dates, weather, masthead, each told from the other."""

import re
from dataclasses import dataclass

from ..model.article import RemovalKind
from .date_lines import is_date_line
from .dateline import dateline_alone
from .days import find_any_days, find_days
from .layout import Layout
from .print_lines import is_print_line, names_outlet
from .shape import ends_sentence, is_prose, person_like, title_like
from .writers import posted_by

_URL = re.compile(r"^(?:URL:?\s*|Source:?\s*|Link:?\s*)?(https?://\S+)$", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?:[-*•]\s+)?(?P<key>title|headline|subject|url|link|source|date|published|publication date|author|authors|writer|reporter|byline|outlet|newspaper|publisher|publication|section|language|length|edited by)\s*:\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_TEMPERATURE = re.compile(
    r"(?<![\w.])[-−]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CFcf]?|º\s?[CFcf]?|\s[CF]|℃|℉)(?![\w])"
)
_WEATHER = re.compile(
    r"\b(?:wind|humidity|sunny|cloudy|clear sky|light rain|overcast|showers|scattered clouds|broken clouds|feels like)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:text|words|story|written|reporting)\s*:\s+(?=[A-Z])|^(?:(?:story|written|words|reported|text|report|article|review|analysis|opinion|posted|published|reporting)\s+)?by:?\s+(?=\S)",
    re.IGNORECASE,
)
_FROM_OUR = re.compile(
    r"^(?:from |by )?(?:our|a|the)\s+(?:\w+\s+){0,3}(?:correspondents?|reporters?|staff|bureau|desk|team)\b",
    re.IGNORECASE,
)
_AND_AGENCIES = re.compile(
    r"^(?:[\w’'. -]{2,50}\s+)?(?:and|with|&|/)?\s*(?:news )?agenc(?:y|ies)$|^staff (?:and|writer|reporter)|^(?:associated press|reuters|agence france-presse|afp|ap|bloomberg|xinhua|dpa)(?: staff| news agency)?$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|staff writer|columnist|contributor|bureau chief|writer|staff)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^#{1,6}\s+\S")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email protected\]", re.IGNORECASE)
_WRITING_FROM = re.compile(
    r"\s+(?:in|reporting from|from)\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}$"
)


@dataclass(frozen=True)
class Head:
    """What the head of a page shows. Numbers are indices of the layout's lines; None where the page
    shows nothing of the kind."""

    headline: int | None = None
    bylines: tuple[int, ...] = ()
    dates: tuple[int, ...] = ()
    masthead: int | None = None
    urls: tuple[int, ...] = ()
    fields: tuple[int, ...] = ()


def email_addresses(words: str) -> list[str]:
    """The e-mail addresses in a line, in their order."""
    return [found for found in _EMAIL.findall(words) if "@" in found]


def is_weather_line(words: str) -> bool:
    """Whether a short line gives the temperature, or the weather with one."""
    if words.count(" ") > 14 or is_prose(words):
        return False
    temperature = _TEMPERATURE.search(words)
    if not temperature:
        return False
    rest = words[: temperature.start()] + words[temperature.end() :]
    return bool(_WEATHER.search(words)) or rest.count(" ") <= 4


def is_byline(words: str) -> bool:
    """Whether a line names its writers: "By A and B in Place", "From our correspondent"."""
    count = words.count(" ") + 1
    if count > 24 or (count > 6 and ends_sentence(words) and not words.isupper()):
        return False
    if _FROM_OUR.match(words) and count <= 10:
        return True
    match = _BYLINE.match(words)
    if match:
        rest = words[match.end() :]
        return rest[:1].isupper() or bool(_ROLE.search(rest))
    return bool(_AND_AGENCIES.match(words) and count <= 8)


def _is_office_at_paper(words: str) -> bool:
    """Whether a line says what its writer is, and for whom: "Diplomatic editor, The Lindmouth Gazette"."""
    office, _, paper = words.partition(", ")
    return words.count(" ") <= 9 and bool(_ROLE.search(office)) and names_outlet(paper)


def _names_only(words: str) -> bool:
    """Whether a line is a person's name, alone or with a place, a role or more names."""
    parts = [
        part.strip() for part in re.split(r",|\||•|·|\s[-–—]\s|\band\b|&", words) if part.strip()
    ]
    if not parts or words.count(" ") > 12 or words.rstrip()[-1:] in ".?!:":
        return False
    if not person_like(_WRITING_FROM.sub("", parts[0])):
        return False
    return all(
        person_like(part)
        or bool(_ROLE.search(part))
        or (part[:1].isupper() and part.count(" ") < 4)
        for part in parts[1:]
    )


def body_start(layout: Layout) -> int:
    """Index of the line with which the body begins: the first unmarked line that reads as a
    sentence; the number of lines if none does."""
    for n in layout.unmarked():
        words = layout.lines[n].words
        if _HEADING.match(words):
            continue  # "# Why did the talks fail?" is a heading of Markdown, however long
        if is_prose(words) and not (is_byline(words) or is_date_line(words)):
            return n
        count = layout.lines[n].count
        if (
            count >= 4
            and ends_sentence(words)
            and words.rstrip("\"”’')")[-1:] == "."
            and not (is_byline(words) or is_date_line(words) or is_weather_line(words))
        ):
            return n
    return len(layout.lines)


def read_head(layout: Layout, title: str | None = None) -> tuple[Layout, Head]:
    """The layout with the head's lines marked, and what they are. `title` is the page's own."""
    start = body_start(layout)
    found: dict[int, RemovalKind] = {}
    candidates: list[int] = []
    bylines: list[int] = []
    dates: list[int] = []
    urls: list[int] = []
    fields: list[int] = []
    for n in layout.unmarked():
        if n >= start:
            break
        words = _plain(layout.lines[n].words)
        if _URL.match(words):
            urls.append(n)
            found[n] = "metadata"
        elif _FIELD.match(words) and not is_date_line(words):
            fields.append(n)
            if find_days(words):
                dates.append(n)  # "Source: Harbour Daily | 2024-08-19 11:32"
            found[n] = "metadata"
            if "|" in words and find_days(words):  # "Source: Xinhua | 2014-03-04 20:14:51"
                dates.append(n)
        elif is_weather_line(words):
            found[n] = "weather-or-date-line"
            if find_days(words):
                dates.append(n)
        elif is_date_line(words):
            found[n] = "weather-or-date-line"
            dates.append(n)
        elif is_byline(words) or posted_by(words) or _is_office_at_paper(words):
            bylines.append(n)
            found[n] = "byline"
        elif dateline_alone(words):
            bylines.append(n)
            dates.append(n)
            found[n] = "byline"
        elif _EMAIL.search(words) and layout.lines[n].count <= 4:
            found[n] = "contact"
        elif title_like(without_outlet(words)) and not (
            layout.lines[n].gapped or _is_masthead_with_day(words)
        ):
            candidates.append(n)
    if layout.trusted:
        return _trusted_head(layout, found, candidates, title, bylines)
    if start == len(layout.lines):
        # Nothing reads as body: take away only what is certainly none.
        return layout.marked(found), Head(
            None, tuple(bylines), tuple(dates), None, tuple(urls), tuple(fields)
        )
    titles = [n for n in candidates if not is_print_line(_plain(layout.lines[n].words))]
    candidates = titles or candidates
    headline = _choose_headline(layout, candidates, title, start)
    masthead: int | None = None
    for n in layout.unmarked():
        if n >= start:
            break
        if n in found:
            continue
        words = _plain(layout.lines[n].words)
        if n == headline:
            found[n] = "headline"
        elif headline is not None and n > headline and bylines and names_outlet(words):
            # "By A Name in Place / The Paper / Fri 13 Sep": the paper's name stands under the byline.
            masthead = n if masthead is None else masthead
            found[n] = "navigation"
        elif headline is not None and n > headline and (_names_only(words) or _with_date(words)):
            if _with_date(words):
                dates.append(n)
                under = masthead is None and names_outlet(_before_date(words))
                masthead = n if under else masthead
            bylines.append(n)
            found[n] = "byline"
        elif headline is not None and n > headline and names_outlet(words):
            masthead = n if masthead is None else masthead
            found[n] = "navigation"
        elif headline is not None and n > headline and is_print_line(words):
            dates.append(n)
            bylines.append(n)
            found[n] = "byline"
        elif headline is not None and _bare(words) == _bare(layout.lines[headline].words):
            found[n] = "repeated-headline"
        elif headline is not None and _goes_with_headline(layout, n, headline, n in candidates):
            found[n] = "headline"
        else:
            if masthead is None and (headline is None or n < headline) and n <= 3:
                masthead = n
            found[n] = "navigation"
    marked = layout.marked(found)
    return marked, Head(
        headline, tuple(sorted(bylines)), tuple(dates), masthead, tuple(urls), tuple(fields)
    )


def _goes_with_headline(layout: Layout, n: int, headline: int, title: bool) -> bool:
    """Whether a line is a headline beside the one chosen: one of six words or more below it that reads like a title, or
    one in capitals right over it ("NINE DEAD, A TOWN IN THE STREET"; fewer words may be a section or the paper's name)."""
    line = layout.lines[n]
    if n > headline:
        return title and line.count >= 6
    return n == headline - 1 and line.count >= 5 and line.words.isupper() and not line.gapped


def _trusted_head(
    layout: Layout,
    found: dict[int, RemovalKind],
    candidates: list[int],
    title: str | None,
    bylines: list[int],
) -> tuple[Layout, Head]:
    """The head of a web page: only what says the page's title is its headline; the rest stays."""
    named = _bare(title) if title else ""
    headline = None
    for n in candidates:
        own = _bare(layout.lines[n].words)
        same = bool(named) and (own == named or (layout.lines[n].count >= 4 and own in named))
        if same or (headline is None and layout.lines[n].tag == "h1" and not named):
            found[n] = "headline" if headline is None else "repeated-headline"
            headline = n if headline is None else headline
    shown = _shown_dates(layout, named, headline)
    return layout.marked(found), Head(headline, tuple(bylines), shown)


_DATES_AFTER, _DATES_BEFORE = 14, 5
"""Lines after and before its headline within which a web page shows a report's own date."""
_DATES_OVER_BODY = 12
"""Lines over the first paragraph in which it is looked for when none stands there."""
_LONGEST_DATE_LINE = 18


def _shown_dates(layout: Layout, named: str, headline: int | None) -> tuple[int, ...]:
    """The lines near the headline that hold a day, the nearest first, those after it before those
    over it; lists of other reports and comments are passed over."""
    at = headline
    if at is None:
        titles = [
            n
            for n, line in enumerate(layout.lines)
            if line.tag == "h1"
            or (
                line.tag in ("h2", "h3")
                and named
                and _bare(line.words)
                and _bare(line.words) in named
                and line.count >= 3
            )
        ]
        at = titles[0] if titles else None
    near = [] if at is None else [*_lines(at, _DATES_AFTER, 1), *_lines(at, _DATES_BEFORE, -1)]
    found = _dated_lines(layout, near)
    if not found:
        # A site's name may be the first heading, far above the report.
        body = next((n for n in layout.unmarked() if is_prose(layout.lines[n].words)), None)
        found = _dated_lines(layout, [] if body is None else _lines(body, _DATES_OVER_BODY, -1))
    return found


def _lines(at: int, count: int, step: int) -> list[int]:
    return list(range(at + step, at + step * (count + 1), step))


def _dated_lines(layout: Layout, order: list[int]) -> tuple[int, ...]:
    return tuple(
        n
        for n in order
        if 0 <= n < len(layout.lines)
        and layout.lines[n].count <= _LONGEST_DATE_LINE
        and layout.marks[n]
        not in ("read-more", "comment-form", "advertisement", "newsletter", "copyright")
        and not (is_prose(layout.lines[n].words) and layout.marks[n] is None)
        and find_any_days(layout.lines[n].words)
    )


def _with_date(words: str) -> bool:
    """Whether a line is a name with a date: "A Name | 5 October 2023"."""
    days = find_days(words)
    if not days or words.count(" ") > 14:
        return False
    rest = _before_date(words)
    return not rest or _names_only(rest) or is_byline(rest) or names_outlet(rest)


def _before_date(words: str) -> str:
    return words[: find_days(words)[0].start].strip(" |,-–—•·")


def _is_masthead_with_day(words: str) -> bool:
    """Whether a line begins with a paper's name and a day right behind it: "Lindmouth Gazette — 5 October 2023 — Page 3"."""
    days = find_days(words)
    return bool(days) and names_outlet(re.sub(r"\W+\w+day$", "", _before_date(words)))


def _plain(words: str) -> str:
    """A line without the marks of Markdown for bold: "**Lindmouth Gazette** | 5 October 2023"."""
    return words.replace("**", "")


_OUTLET_BEHIND = re.compile(r"^(?P<title>.{15,}?)\s+[|–—-]\s+(?P<outlet>[^|]{3,40})$")


def without_outlet(title: str, outlet: str | None = None) -> str:
    """A title without the paper's name that pages put behind it: one that is known, or the `outlet`."""
    match = _OUTLET_BEHIND.match(title)
    if match is None:
        return title
    named = match["outlet"].strip()
    is_same = outlet is not None and _bare(named) == _bare(outlet)
    return match["title"] if is_same or names_outlet(named) else title


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words.lower()).strip()


def _choose_headline(
    layout: Layout, candidates: list[int], title: str | None, start: int
) -> int | None:
    """The line that is the headline: said twice, or named by the page's metadata, or else the
    fullest of those that look like one."""

    seen: dict[str, int] = {}
    for n in candidates:
        seen[_bare(layout.lines[n].words)] = seen.get(_bare(layout.lines[n].words), 0) + 1
    named = _bare(title) if title else ""

    def weight(n: int) -> tuple[int, int, int, int]:
        words = layout.lines[n].words
        own = _bare(words)
        count = layout.lines[n].count
        shouted = words.isupper() and count <= 4
        name = _names_only(words)
        return (
            2
            if named and (own == named or (own in named and count >= 4))
            else seen[own] > 1 and not shouted,
            int(count >= 5) - int(shouted) - int(name),
            min(count, 8),
            -n,
        )

    best = max(candidates, key=weight, default=None)
    if best is None:
        return None
    words = layout.lines[best].words
    weak = layout.lines[best].count < 4 and (words.isupper() or _names_only(words))
    return None if weak and seen[_bare(words)] < 2 and _bare(words) != named else best
