"""News agencies: look-ups over `agencies.tsv`."""

import re
from functools import cache
from importlib import resources

_AGENCY_SHAPE = re.compile(
    r"\b(?:News Agency|Press Agency|News Service|Newswires?|Press Association|Wire Service)$"
)


@cache
def _by_form() -> dict[str, str]:
    text = resources.files(__package__).joinpath("agencies.tsv").read_text("utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, str] = {}
    for row in rows[1:]:
        name, _, forms = row.partition("\t")
        for form in (name, *forms.split(";")):
            if form.strip():
                found[_key(form)] = name
    return found


def _key(form: str) -> str:
    # Short forms keep their capitals: "aa" and "spa" are words.
    bare = re.sub(r"^the\s+", "", form.strip().strip("."), flags=re.IGNORECASE)
    return bare if len(bare) <= 4 else bare.lower()


def agency_named(form: str) -> str | None:
    """The agency of this name or abbreviation; a name in the shape of one ("… News Agency") is its
    own; None for anything else."""
    known = _by_form().get(_key(form))
    if known:
        return known
    bare = form.strip()
    return bare if _AGENCY_SHAPE.search(bare) and bare[:1].isupper() else None
