"""Rules: what a person wants to be told of, from `STORY/rules.toml`.

The file `rules.toml` beside this one holds the rules that are taken where a story has none, and says of
each key what it means.
"""

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from ..errors import UsageError
from ..model.value import Value
from ..views.threads import THREADS

When = Literal["second-sourced", "contested", "withdrawn", "figure", "due", "speaks", "article"]
WHENS: tuple[str, ...] = get_args(When)

_OF_CLAIMS = ("words", "actor", "place", "newsroom", "thread")
KEYS: dict[str, tuple[str, ...]] = {
    "second-sourced": _OF_CLAIMS,
    "contested": _OF_CLAIMS,
    "withdrawn": (*_OF_CLAIMS, "outlet"),
    "figure": _OF_CLAIMS,
    "due": (*_OF_CLAIMS, "days_ahead"),
    "speaks": ("words", "actor", "place", "newsroom"),
    "article": ("words", "outlet"),
}
"""What narrows which kind of rule, besides `name` and `when`, which all have."""

MOST_DAYS_AHEAD = 366
RULES_FILE = "rules.toml"


class Rule(Value, frozen=True):
    """One thing to be told of. What is null is not asked; `words` must all be there, in any form; `actor`,
    `place`, `newsroom` and `outlet` are parts of names, in any letter case; `days_ahead` counts days."""

    name: str
    when: When
    words: str = ""
    actor: str | None = None
    place: str | None = None
    newsroom: str | None = None
    thread: str | None = None
    outlet: str | None = None
    days_ahead: int = 1

    @property
    def narrows_claims(self) -> bool:
        """Whether it asks anything of a claim."""
        asked = (self.actor, self.place, self.newsroom, self.thread)
        return bool(self.words) or any(one is not None for one in asked)


def example_rules() -> str:
    """The rules that hold where a story has none of its own, as a file to start from."""
    return resources.files(__package__).joinpath(RULES_FILE).read_text("utf-8")


def rules_of(story: Path, file: Path | None = None) -> tuple[Rule, ...]:
    """The rules in `file`, else in the story's `rules.toml`, else those that hold where there is none.

    Raises UsageError, with all faults of the file at once and what to do about each.
    """
    place = file if file is not None else story / RULES_FILE
    if file is None and not place.is_file():
        return parsed_rules(example_rules(), RULES_FILE)
    try:
        text = place.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{place} cannot be read as rules ({error})") from error
    return parsed_rules(text, str(place))


def parsed_rules(text: str, place: str) -> tuple[Rule, ...]:
    """The rules of a TOML text; `place` names it in what is said of its faults. Raises UsageError."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{place} is no TOML: {error}") from error
    rules = tables.get("rule")
    faults = [
        f"there is no {key!r} outside a rule; write [[rule]] above it"
        for key in tables
        if key != "rule"
    ]
    if not isinstance(rules, list) or not all(isinstance(one, dict) for one in rules):
        faults.append('it holds no rule; write [[rule]] and below it when = "contested"')
        rules = []
    names: dict[str, int] = {}
    for number, table in enumerate(rules, start=1):
        name = _name_of(table)
        faults += [f"rule {number} ({name or 'no name'}): {one}" for one in _faults(table)]
        if name in names:
            faults.append(
                f"rule {number}: there is a rule {name!r} already (rule {names[name]}); give it another name"
            )
        names.setdefault(name, number)
    if faults:
        raise UsageError(f"{place}: " + "; ".join(faults))
    return tuple(Rule(**{**table, "name": _name_of(table)}) for table in rules)


def _name_of(table: Mapping[str, Any]) -> str:
    return str(table.get("name") or table.get("when") or "")


def _faults(table: Mapping[str, Any]) -> Iterator[str]:
    when = table.get("when")
    if when is None:
        yield f"it does not say when; there are: {', '.join(WHENS)}"
        return
    if when not in WHENS:
        yield f"there is no when = {when!r}{_meant(str(when), WHENS)}; there are: {', '.join(WHENS)}"
        return
    allowed = ("name", "when", *KEYS[when])
    for key, value in table.items():
        if key not in allowed:
            yield f"there is no {key!r} for {when}{_meant(key, allowed)}; there are: {', '.join(allowed)}"
        elif key == "days_ahead":
            if type(value) is not int or not 0 <= value <= MOST_DAYS_AHEAD:
                yield f"days_ahead is a number of days from 0 to {MOST_DAYS_AHEAD}, not {value!r}"
        elif not isinstance(value, str) or not value.strip():
            yield f'{key} is words in quotation marks ({key} = "..."), not {value!r}'
        elif key == "thread" and value not in THREADS:
            yield f"there is no thread {value!r}{_meant(value, THREADS)}; there are: {', '.join(THREADS)}"
    if when == "speaks" and "actor" not in table:
        yield 'it does not say whose words; add actor = "part of a name"'


def _meant(word: str, known: Any) -> str:
    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (is {close[0]!r} meant?)" if close else ""
