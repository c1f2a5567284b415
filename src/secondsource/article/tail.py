"""The tail of a page: what follows the last line of the body."""

import re

from ..model.article import RemovalKind
from .date_lines import is_date_line
from .head import email_addresses, is_weather_line
from .layout import Layout
from .shape import ends_sentence, is_prose, person_like, title_like
from .signature import agencies_alone, unsigned
from .takeover import tells_first_publication

_CREDIT = re.compile(
    r"^[-–—*(\[]*\s*(?:"
    r"(?:information|material|reporting|some information) (?:for|in|from) this (?:article|report|story)\b.{0,30}\b(?:(?:was|were) (?:contributed|provided|compiled)|(?:comes?|came) from)\b"
    r"|(?:with )?(?:(?:additional|further|more) )?(?:reporting|writing|editing|research|compiled|production|files?|report|reports|contributions?|material)(?: and (?:writing|editing))? (?:by|from|for)\b"
    r"|(?:with|includes?) (?:files|inputs?|reporting|reports|material|information|contributions) from\b"
    r"|this (?:article|report|story) (?:was (?:produced|written|reported|compiled)|(?:includes|uses|draws on) (?:reporting|information|material|copy|contributions|files)|contains)\b"
    r"|(?:source|sources|via|from agencies|agencies)\s*:\s*\S"
    r")",
    re.IGNORECASE,
)
_FULL_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:van|von|de|al|bin|el))* [A-Z][\w’'-]+"
_REPORTED_FROM = re.compile(
    rf"{_FULL_NAME} reported from [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:(?:,|;| and|, and) {_FULL_NAME} (?:reported )?from [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)*\."
)
"""A line that says from where its writers reported, and nothing else."""
_CONTRIBUTED = re.compile(
    r"^[-–—*(\[]*\s*(?:"
    r".{2,200}\b(?:contributed|contributing) (?:to|reporting (?:to|for|from)?)\b.{0,60}$"
    r"|.{2,160}\bcontributed (?:reporting|research)\b.{0,60}$"
    rf"|(?-i:{_FULL_NAME})\b.{{2,160}}(?<!has)(?<!have)(?<!also) contributed\.?$"
    r"|(?:the )?(?:associated press|ap|reuters|afp) (?:writers?|journalists?|reporters?|correspondents?)\b.{0,160}\bcontributed\b"
    r")",
    re.IGNORECASE,
)
"""Apart from the others, since it looks through the whole line."""
_CREDIT_LETTERS = (" by", "reported from", " for", " from", "contribut", "this article", "this report", "this story", "source", "via", "agencies", "publish", "appeared", "print", "produced")  # fmt: skip
"""One of them stands in every credit line; `in` is faster than the pattern."""
_LONGEST_CREDIT = 900
"""Characters; 80 words have fewer."""
_BRACKETED_AGENCY = re.compile(r"^[-–—]*\s*[(\[](?P<name>[A-Z][\w.&’' /-]{1,50})[)\]]\.?$")
_DASHED_NAME = re.compile(r"^(?:[-–—~]+\s*)(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4})\.?$")
_BIO = re.compile(
    r"^(?:[A-Z][\w.’'-]+\s+){1,4}(?:is (?:a|an|the|based|co-founder|senior|chief|staff|deputy)\b|covers\b|writes\b|reports (?:on|from)\b|joined\b|has been (?:a|with)\b|has (?:covered|worked|written)\b)"
)
_WRITER = r"(?:him|her|them|us|me|the (?:writer|author|reporter)s?|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
_REACHED = re.compile(
    rf"^[-–—*•(\[]*\s*(?:(?:(?:[Yy]ou can|[Tt]o) )?(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Ww]rite to|[Ff]ollow|[Tt]ext|[Mm]essage) {_WRITER}(?= (?:at|on|via|by|or)\b|:|,? @)"
    rf"|(?:[Tt]he (?:writer|author|reporter)s?|He|She|They|{_WRITER}) can be (?:reached|contacted)\b"
    r"|(?:[Tt]ips|[Ff]eedback|[Cc]omments)\b)"
)
_LONGEST_CONTACT = 40
"""Words; the longest such lines name a writer, an address and two accounts."""
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}")


def is_contact(words: str) -> bool:
    """Whether a line says how its writer is reached: a request or an offer, with an address or an account."""
    return (
        "@" in words
        and bool(_REACHED.match(words))
        and bool(email_addresses(words) or _HANDLE.search(words))
    )


_HASH = re.compile(r"^[0-9a-f]{24,128}$")


def is_credit_line(words: str) -> bool:
    """Whether a line says who contributed, or from whom the report was taken."""
    low = words[:_LONGEST_CREDIT].lower()
    return (
        any(letters in low for letters in _CREDIT_LETTERS)
        and words.count(" ") < 80
        and bool(
            _CREDIT.match(words)
            or ("contribut" in low and _CONTRIBUTED.match(words))
            or tells_first_publication(words)
            or _REPORTED_FROM.fullmatch(words)
        )
    )


def mark_credit_lines(layout: Layout) -> Layout:
    """Marks lines of contributors and sources, wherever they stand after the first body line."""
    found: dict[int, RemovalKind] = {}
    seen_prose = False
    for n in layout.unmarked():
        line = layout.lines[n]
        if seen_prose and (
            is_credit_line(line.words)
            or _BRACKETED_AGENCY.match(line.words)
            or agencies_alone(line.words)
            or (is_contact(line.words) and line.count < _LONGEST_CONTACT)
        ):
            found[n] = "contact" if is_contact(line.words) else "credit-line"
        elif is_prose(line.words):
            seen_prose = True
    return layout.marked(found)


def mark_tail(layout: Layout, authors: tuple[str, ...] = ()) -> Layout:
    """Marks what stands after the body: bare names, hashes, titles of other reports, contacts."""
    found: dict[int, RemovalKind] = {}
    unmarked = layout.unmarked()
    last = next(
        (n for n in reversed(unmarked) if _is_body(unsigned(layout.lines[n].words), authors)), -1
    )
    for n in unmarked:
        line = layout.lines[n]
        words = line.words
        if _HASH.match(words):
            found[n] = "page-chrome"
        elif n <= last:
            if is_weather_line(words) and not ends_sentence(words):
                found[n] = "weather-or-date-line"
        elif last >= 0:
            if (
                ends_sentence(unsigned(words))
                and line.count >= 2
                and n == last + 1
                and not _BIO.match(words)
            ):
                last = n
                continue
            if email_addresses(words):
                found[n] = "contact"
            elif _DASHED_NAME.match(words):
                found[n] = "byline"
            elif is_date_line(words) or is_weather_line(words):
                found[n] = "weather-or-date-line"
            elif _BIO.match(words):
                found[n] = "byline"
            elif layout.trusted and 0 <= line.linked < 0.5:
                continue
            elif title_like(words):
                found[n] = "read-more"
            else:
                found[n] = "navigation"
    return layout.marked(found)


def _is_body(words: str, authors: tuple[str, ...]) -> bool:
    # A long line with a colon leads to something that the page showed (a list, a recording).
    if not is_prose(words) and not (words.endswith(":") and words.count(" ") >= 10):
        return False
    return not _is_bio(words, authors)


_WRITES = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|journalist|columnist|author|bureau|freelance|fellow|professor|lecturer|covers|covered|writes|written|reports)\b"
)


def _is_bio(words: str, authors: tuple[str, ...]) -> bool:
    """Whether a sentence tells who wrote the report: it begins with an author, or, where none is known, with
    somebody's full name and says that he writes."""
    match = _BIO.match(words)
    if match is None:
        return False
    known = [author for author in authors if author]
    if known:
        return any(words.startswith(author) for author in known)
    name = re.split(r"\s(?:is|covers|writes|reports|joined|has)\b", words)[0]
    return person_like(name) and bool(_WRITES.search(words))
