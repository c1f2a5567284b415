"""Which names of bodies in an article are of one: acronyms with their long form, ministries by their land."""

import re
from itertools import pairwise

from ...lexicon import bodies, nationalities
from ...lexicon.transliteration import fold
from .belonging import country_of
from .run import Run
from .spans import entry_of
from .words import Words

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z][A-Za-z&]*[A-Z][A-Za-z-]*|[A-Z]{2,8}")
_OWNED = frozenset({"government", "armed-force"})
_SKIPPED = frozenset({"of", "for", "and", "the", "in", "on", "de", "la", "du", "&", "to", "a"})


def link_bodies(words: Words, runs: list[Run]) -> None:
    """Gives the names of one body, land or thing one `key`, with the land and the acronym that any of them tells."""
    long_forms: dict[str, str] = {}
    for run in runs:
        run.key, run.country, run.acronym = _key(run)
    for one, other in pairwise(runs):
        _pair_acronym(words, one, other, long_forms)
        # "Chile's Defense Ministry", "Santiago's Defense Ministry"
        owned = other.start - one.end == 1 and words.text[one.end][-1:] in {"s", "'", "’"}
        if owned and one.kind == "place" and other.kind in _OWNED and other.country is None:
            other.country = one.country
    for run in runs:
        if run.key in long_forms:
            run.key = long_forms[run.key]
    _link_governments(runs)
    _link_companies(runs)
    _link_parts(runs)
    acronyms: dict[str, str] = {}
    first_of: dict[str, Run] = {}
    for run in runs:
        if run.acronym:
            acronyms.setdefault(run.key, run.acronym)
        if run.key not in first_of or first_of[run.key].country is None:
            first_of[run.key] = run
    for run in runs:
        run.acronym = acronyms.get(run.key)
        run.country = run.country or first_of[run.key].country
        run.affiliation = run.affiliation or run.country


def _link_companies(runs: list[Run]) -> None:
    """Makes "Acme" and "Acme Inc." one company, whichever stands first."""
    cores: dict[str, str] = {}
    for run in runs:
        first, _, last = run.words.rpartition(" ")
        if first and run.kind == "company" and bodies.is_legal_form(last.lower()):
            cores.setdefault(fold(first), run.key)
    for run in runs:
        if run.kind in {"organization", "company"} and fold(run.words) in cores:
            run.key, run.kind = cores[fold(run.words)], "company"


def _link_governments(runs: list[Run]) -> None:
    """Tells the ministries and armies of one country from those of another: "Russian Foreign Ministry" and
    "Kenya's Foreign Ministry" are one, and a "Foreign Ministry" alone is the last one named."""
    last: dict[str, str] = {}
    for run in runs:
        if run.kind not in _OWNED or run.table == "body" or not run.key.startswith("name "):
            continue
        core = fold(_without_country(run.words))
        if run.country is not None:
            run.key = f"name {core} of {run.country}"
            last[core] = run.key
        elif core in last:
            run.key = last[core]


def _without_country(name: str) -> str:
    parts = name.split()
    for length in (3, 2, 1):
        front = " ".join(parts[:length])
        if len(parts) > length and (
            front in nationalities.demonyms() or front in nationalities.countries()
        ):
            return " ".join(parts[length:])
    return name


def _key(run: Run) -> tuple[str, str | None, str | None]:
    """Key, country and acronym of a name that is no person's."""
    found = entry_of(run.words)
    if found and run.table == "body":
        body = bodies.bodies()[found[0]]
        return f"body {body.key}", body.country, body.acronym
    if found and run.table == "people":
        return f"people {nationalities.peoples()[found[0]].name}", None, None
    if found and run.table == "demonym":
        nation = nationalities.demonyms()[found[0]]
        return f"nationality {nation.name}", nation.name, None
    if found and run.table == "country":
        nation = nationalities.countries()[found[0]]
        return f"country {nation.name}", nation.name, None
    country = country_of(run)
    if country is None and run.kind != "place":
        country = _country_in_front(run.words, run.kind)
    folded = re.sub(r"\s+", " ", fold(run.words))
    acronym = (
        run.words
        if run.kind != "equipment" and _ACRONYM.fullmatch(run.words) and run.words.isupper()
        else None
    )
    return f"{'place' if run.kind == 'place' else 'name'} {folded}", country, acronym


def _country_in_front(name: str, kind: str) -> str | None:
    """The country whose name or adjective a body's name begins with: "Kenyan government"."""
    parts = name.split()
    for length in (3, 2, 1):
        front = " ".join(parts[:length])
        nation = (
            nationalities.demonyms().get(front)
            or nationalities.countries().get(front)
            or (nationalities.capitals().get(front) if kind in _OWNED else None)
        )
        if (
            nation is not None
            and len(parts) > length
            and not nation.ambiguous
            and nation.code != "-"
        ):
            return nation.name
    return None


def _pair_acronym(words: Words, one: Run, other: Run, long_forms: dict[str, str]) -> None:
    """Notes that `other` is the acronym of `one`, when it stands in brackets behind it and fits."""
    between = words.after(one.end - 1)
    if between < 0 or words.text[between] not in {"(", ","} or words.after(between) != other.start:
        return
    behind = words.after(other.end - 1)
    if words.text[between] == "(" and (behind < 0 or words.text[behind] not in {")", ",", ";"}):
        return
    short, long = (other, one) if len(other.words) <= len(one.words) else (one, other)
    if not _ACRONYM.fullmatch(short.words) or " " in short.words:
        return
    if short.table and long.table and short.key != long.key:
        return
    letters = [letter.lower() for letter in short.words if letter.isalpha()]
    if not _abbreviates(letters, long.words):
        return
    long.acronym = short.acronym = short.words
    short.kind = long.kind if not short.table else short.kind
    key = long.key
    if short.key != key:
        long_forms[short.key] = key


def _abbreviates(letters: list[str], name: str) -> bool:
    """Whether the letters stand in the name in this order, the first of them at its start and most of
    them at the start of a word."""
    initials = [
        part[0].lower()
        for part in re.split(r"[\s-]+", name)
        if part and part.lower() not in _SKIPPED
    ]
    if not initials or letters[0] != initials[0]:
        return False
    if "".join(letters) == "".join(initials):
        return True
    position = 0
    folded = fold(name)
    for letter in letters:
        position = folded.find(letter, position) + 1
        if not position:
            return False
    return sum(letter in initials for letter in letters) >= 0.6 * len(letters)


def _link_parts(runs: list[Run]) -> None:
    """Gives a short form the key of the only long name before it that it abbreviates: "Foreign Ministry" for
    "Russian Foreign Ministry", "Acme" for "Acme Industries"."""
    seen: list[Run] = []
    for run in runs:
        parts = fold(run.words).split()
        if (
            run.table not in {"body", "demonym", "people", "country"}
            and run.kind != "place"
            and parts
        ):
            longer: list[Run] = []
            for known in seen:
                if known.key == run.key:
                    longer = []
                    break
                theirs = fold(known.words).split()
                if len(theirs) > len(parts) and known.kind == run.kind:
                    tail = (
                        theirs[-len(parts) :] == parts
                        and len(parts) > 1
                        and known.country
                        and len(theirs) == len(parts) + 1
                    )
                    begin = theirs[: len(parts)] == parts and known.kind in {
                        "company",
                        "organization",
                        "party",
                        "armed-force",
                    }
                    if (tail or begin) and known.key not in [other.key for other in longer]:
                        longer.append(known)
            if len(longer) == 1 and run.country in {None, longer[0].country}:
                run.key = longer[0].key
                run.country = run.country or longer[0].country
        seen.append(run)
