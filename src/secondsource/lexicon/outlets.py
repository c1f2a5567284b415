"""Outlets and their publishers: look-ups over `outlets.tsv`."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_LEGAL_FORM = re.compile(
    r"[,.]?\s+(?:inc|llc|l\.l\.c|ltd|limited|plc|gmbh|corp|corporation|co|company|s\.?a|ag|b\.?v|pty(?: ltd)?|l\.?p|group|holdings|& co(?:mpany)?)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Outlet:
    """One row. `short` and `zone` (IANA) are empty where the table says nothing."""

    domain: str
    name: str
    publisher: str
    short: str
    zone: str


@cache
def outlets() -> tuple[Outlet, ...]:
    """All rows, in the order of the file."""
    text = resources.files(__package__).joinpath("outlets.tsv").read_text("utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Outlet(*row.split("\t")) for row in rows[1:])


@cache
def _by_domain() -> dict[str, Outlet]:
    return {outlet.domain: outlet for outlet in outlets()}


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for form in (outlet.name, outlet.short):
            if form:
                found.setdefault(name_key(form), outlet)
    return found


def name_key(name: str) -> str:
    """What two spellings of one outlet share: no article, no blanks, no punctuation, lower case."""
    return re.sub(
        r"^the(?=\w{4})", "", re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", name.strip().lower()))
    )


def outlet_at(host: str) -> Outlet | None:
    """The outlet of a host name or of one of its parent domains; None if the table holds none."""
    parts = host.lower().strip(".").split(".")
    for start in range(len(parts) - 1):
        outlet = _by_domain().get(".".join(parts[start:]))
        if outlet is not None:
            return outlet
    return None


def outlet_named(name: str) -> Outlet | None:
    """The outlet of this name or short name, whatever its article and spelling."""
    return _by_name().get(name_key(name))


def without_legal_form(name: str) -> str:
    """A publisher's name without "Inc.", "Ltd" and the like."""
    shorter = name.strip().rstrip(".,")
    while True:
        cut = _LEGAL_FORM.sub("", shorter)
        if cut == shorter or len(cut) < 3:
            return shorter
        shorter = cut.rstrip(" ,&")


@cache
def _by_publisher() -> dict[str, tuple[Outlet, ...]]:
    found: dict[str, list[Outlet]] = {}
    for outlet in outlets():
        found.setdefault(name_key(without_legal_form(outlet.publisher)), []).append(outlet)
    return {key: tuple(rows) for key, rows in found.items()}


def outlets_of(publisher: str) -> tuple[Outlet, ...]:
    """The outlets of a publisher, whatever the legal form in its name; empty if none is known."""
    return _by_publisher().get(name_key(without_legal_form(publisher)), ())
