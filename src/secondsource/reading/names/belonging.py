"""Whom people and ministries belong to, by what stands beside their names."""

from itertools import pairwise

from ...lexicon import nationalities
from .run import Run
from .words import Words

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s"})
_BODIES = frozenset({"organization", "government", "company", "party", "armed-force"})


def possessor(words: Words, run: Run, at: dict[int, Run]) -> str | None:
    """The country or body right before a name: "Chile's Ann Bell"."""
    mark = words.before(run.start)
    owner = at.get(words.before(mark)) if mark >= 0 and words.lower[mark] in _POSSESSIVE else None
    if owner is None or owner.kind in {"person", "equipment"}:
        return None
    return (
        owner.country if owner.kind in {"nationality", "place"} and owner.country else owner.words
    )


def member_of(words: Words, run: Run, at: dict[int, Run]) -> str | None:
    """The body right behind a name: "Ann Bell of the Coastal Law Forum"."""
    link = words.after(run.end - 1)
    if link < 0 or words.lower[link] not in {"of", "from", "at", "with"}:
        return None
    index = words.after(link)
    if index >= 0 and words.lower[index] == "the":
        index = words.after(index)
    owner = at.get(index)
    return owner.words if owner is not None and owner.kind in _BODIES else None


def ministries_of_ministers(runs: list[Run]) -> None:
    """Gives a ministry without a country the country of its minister, if all ministers of that portfolio in
    the article are of one: "Chadian Foreign Minister ... the Foreign Ministry"."""
    homes: dict[str, set[str]] = {}
    for run in runs:
        if run.kind == "person" and run.affiliation and not run.former:
            for title in run.titles:
                words = title.lower().split()
                if len(words) > 1 and words[-1] in {"minister", "secretary"}:
                    homes.setdefault(words[-2], set()).add(run.affiliation)
    for run in runs:
        parts = run.words.lower().removeprefix("the ").split()
        if run.kind == "government" and run.affiliation is None and len(parts) == 2:
            of = homes.get(parts[0], set())
            if parts[1] in {"ministry", "department"} and len(of) == 1:
                run.country = run.affiliation = next(iter(of))


_NAMED_LANDS = frozenset({"country", "capital", "demonym"})


def ministries_of_dateline(words: Words, runs: list[Run], dateline: str | None) -> None:
    """Gives a ministry of which nothing tells the country that of the dateline, unless its sentence names another:
    "SANTIAGO (AP) — ... the Defense Ministry said"."""
    home = _land_of(dateline or "")
    if home is None or home == nationalities.country_name("US"):
        # There they are departments: a ministry that a report from there names is another country's.
        return
    sentence = words.sentences
    lands = {
        (sentence[run.start], run.country)
        for run in runs
        if run.table in _NAMED_LANDS and run.country
    }
    for run in runs:
        if run.kind != "government" or run.affiliation or "ministry" not in run.words.lower():
            continue
        others = {land for at, land in lands if at == sentence[run.start]} - {home}
        if not others:
            run.country = run.affiliation = home


def _land_of(dateline: str) -> str | None:
    """The country that a dateline names last, by its own name or its capital's."""
    places = [place.strip().title() for place in dateline.partition("(")[0].split(",")]
    for place in reversed(places):
        for table in (nationalities.countries(), nationalities.capitals()):
            if place in table:
                return table[place].name
    return None


_OFFICES = frozenset({"minister", "premier", "president", "chancellor", "secretary", "ambassador"})


def share_countries(words: Words, runs: list[Run]) -> None:
    """Gives an office holder without a country that of the one beside whom he is named: "Chadian President
    Ann Bell and Foreign Minister Omari Chuo"."""
    people = [run for run in runs if run.kind == "person"]
    for one, other in pairwise(people):
        if (
            other.affiliation
            or other.former
            or not (other.titles and one.titles and one.affiliation)
        ):
            continue
        between = [
            words.lower[index] for index in range(one.end, other.start) if not words.is_space(index)
        ]
        role = between[1:]
        if between[:1] == ["and"] and role and role[-1] in _OFFICES and len(role) < 4:
            other.affiliation = one.affiliation


def country_of(run: Run) -> str | None:
    """The common name of the country that a run of the tables stands for."""
    for table in (nationalities.demonyms(), nationalities.countries(), nationalities.capitals()):
        nation = table.get(run.words.replace("’", "'"))
        if nation is not None:
            return nation.name
    return None
