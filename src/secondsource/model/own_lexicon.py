"""A story's own words: `lexicon.toml` in the folder of a story, written by the people who keep it.

::

    [[name]]
    name = "Kisite Guard"          # the fullest name
    kind = "armed-force"           # a kind of mention, as the contract lists them, save nationality
    aliases = ["Reef Guard"]       # other names of the same, written exactly so
    country = "Kenya"              # the country or body that it belongs to

    [reporting]
    verbs = ["trumpet"]            # further verbs (lemmas) that report what somebody says

What it says is certain: it goes before what tables, patterns and the pipeline tell.
"""

import hashlib
from typing import Literal

from .value import Value

OwnKind = Literal[
    "person", "government", "organization", "company", "party", "armed-force", "group", "equipment"
]


class OwnName(Value, frozen=True, forbid_unknown_fields=True):
    """A name that a story knows: what it is, its other names, and whom it belongs to."""

    name: str
    kind: OwnKind
    aliases: tuple[str, ...] = ()
    country: str | None = None


class Reporting(Value, frozen=True, forbid_unknown_fields=True):
    """Further reporting words of a story, as lemmas in lower case."""

    verbs: tuple[str, ...] = ()


class Lexicon(Value, frozen=True, forbid_unknown_fields=True, rename={"names": "name"}):
    """All that a story adds to the tables; empty for a story without a lexicon."""

    names: tuple[OwnName, ...] = ()
    reporting: Reporting = Reporting()

    @property
    def digest(self) -> str:
        """12 hex digits of what it says; empty if it says nothing. Comments do not count."""
        if self == EMPTY:
            return ""
        return hashlib.sha256(self.to_json()).hexdigest()[:12]


EMPTY = Lexicon()
