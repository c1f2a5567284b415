"""Run: words that may be a name."""

from dataclasses import dataclass, field


@dataclass
class Run:
    """Tokens `start:end` that may be a name. `label` is the pipeline's, or `TABLE`, `PATTERN`, `LOOSE`.
    `table` is what a table says of these words."""

    start: int
    end: int
    label: str
    words: str
    table: str = ""
    kind: str = ""
    key: str = ""
    name: str = ""
    titles: tuple[str, ...] = ()
    former: bool = False
    affiliation: str | None = None
    country: str | None = None
    acronym: str | None = None
    honored: bool = False
    roled: bool = False
    votes: dict[str, float] = field(default_factory=dict)


_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


def without_generation(name: str) -> str:
    """A person's name without the "Jr." or "III" at its end."""
    first, _, last = name.rpartition(" ")
    return first.rstrip(",") if first and last.strip(".").lower() in _GENERATION else name
