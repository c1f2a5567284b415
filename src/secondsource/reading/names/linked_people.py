"""Which names of people in an article are of one person: spellings, bare surnames, bynames."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from ...lexicon import reporting, titles
from ...lexicon.transliteration import fold, skeleton
from .run import Run
from .words import Words


@dataclass(frozen=True)
class _Bearer:
    """A person's name of several words: its place among the people, its words as spelling keys (without
    "Jr."), whether it is a "Jr.", and the key of its person."""

    position: int
    parts: list[str]
    junior: bool
    key: str


def link_people(words: Words, runs: list[Run]) -> None:
    """Full names first, by their spelling keys; then bare names, each to the nearest person before it
    that bears the name and may be meant by the form of address, or else the first after it."""
    bearers: list[_Bearer] = []
    known: list[_Bearer] = []
    for position, run in enumerate(runs):
        parts, junior = _parted(run)
        if len(parts) < 2:
            continue
        for other in known:
            if junior == other.junior and _same_person(other.parts, parts):
                run.key = other.key
                break
        else:
            run.key = "person " + " ".join(parts) + (" jr" if junior else "")
            known.append(_Bearer(position, parts, junior, run.key))
        bearers.append(_Bearer(position, parts, junior, run.key))
    genders: dict[str, set[str]] = {}
    for run in runs:
        gender = _gender(words, run)
        if run.key and gender:
            genders.setdefault(run.key, set()).add(gender)
    first_bare: dict[str, int] = {}
    for position, run in enumerate(runs):
        if not run.key:
            first_bare.setdefault(skeleton(run.words), position)

    bare = Counter(skeleton(run.words) for run in runs if not run.key)

    def by_first_name(bearer: _Bearer) -> bool:
        """Whether an article calls somebody by his first name alone, so that the surname alone is his kin's."""
        called = bare[bearer.parts[0]]
        return called >= _OFTEN and called * 2 >= bare[bearer.parts[-1]]

    def junior_later(bearer: _Bearer) -> bool:
        """Whether a "Jr." is named only after his surname alone has stood for somebody: that is another."""
        alone = first_bare.get(bearer.parts[-1])
        first = next(one.position for one in bearers if one.key == bearer.key)
        return bearer.junior and alone is not None and alone < first

    alone: dict[str, int] = {}
    for position, run in enumerate(runs):
        if run.key:
            continue
        parts, junior = _parted(run)
        word = parts[0] if parts else fold(run.words)
        fitting = [bearer for bearer in bearers if junior or not bearer.junior]
        if junior:
            fitting = [bearer for bearer in bearers if bearer.junior] or bearers
        found = (
            [bearer for bearer in fitting if word in bearer.parts[1:]]
            or [bearer for bearer in fitting if bearer.parts[0] == word]
            or [bearer for bearer in bearers if word in bearer.parts and not junior_later(bearer)]
        )
        if word not in {bearer.parts[0] for bearer in found}:
            found = [bearer for bearer in found if not by_first_name(bearer)] or found
        gender = _gender(words, run)
        if gender:
            found = [b for b in found if genders.get(b.key, {gender}) == {gender}] or found
            known = [b for b in found if genders.get(b.key) == {gender}]
            found = known or found
        found = _of_title(words, runs, found, run)
        before = [bearer for bearer in found if bearer.position < position]
        after = [bearer.key for bearer in found if bearer.position > position]
        if before:
            run.key = _meant(words, runs, before, run, alone, by_first_name)
        else:
            run.key = after[0] if after else f"person {word}"
        alone[run.key] = alone.get(run.key, 0) + 1


def _of_title(words: Words, runs: list[Run], found: list[_Bearer], run: Run) -> list[_Bearer]:
    """Of the bearers of a bare name behind a title those who bear the title with their whole name: "President Okoro" is "President
    Dan Okoro", and not Ann Okoro. All where nobody does."""
    before = words.before(run.start)
    title = words.lower[before] if before >= 0 else ""
    if len({bearer.key for bearer in found}) < 2 or not titles.is_head(title):
        return found
    bearing = {
        bearer.key
        for bearer in found
        if (at := words.before(runs[bearer.position].start)) >= 0 and words.lower[at] == title
    }
    return [bearer for bearer in found if bearer.key in bearing] or found


_OFTEN = 3
"""Times that a first name stands alone before it is what somebody is called: once or twice a quotation does it."""
_FAR = 15
"""Words after which a bearer who was named in passing is no longer meant by the bare name."""
_MAIN = 3
"""Times that the bare name has stood for somebody by then whom the report is about."""


def _meant(
    words: Words,
    runs: list[Run],
    before: list[_Bearer],
    run: Run,
    alone: dict[str, int],
    by_first_name: Callable[[_Bearer], bool],
) -> str:
    """The key of the bearer whom a bare name means: the last one named, unless he was named far back and the bare name
    has always been another's, or he was named as the kin ("his father, Kim Jong Il") of somebody whom the article does
    not call by his first name alone."""
    last = before[-1]
    others = [bearer for bearer in before if bearer.key != last.key]
    if not others:
        return last.key
    first = words.before(runs[last.position].start)
    if first > 0 and words.lower[first] == ",":
        first = words.before(first)
    kin = first >= 0 and titles.is_kin(words.lower[first])
    if kin and not (alone.get(last.key) or by_first_name(others[-1])):
        return others[-1].key
    main = max(others, key=lambda bearer: (alone.get(bearer.key, 0), bearer.position))
    passing = not alone.get(last.key) and run.start - runs[last.position].end > _FAR
    return main.key if passing and alone.get(main.key, 0) >= _MAIN else last.key


def link_bynames(words: Words, people: list[Run]) -> None:
    """Gives a byname the key of its bearer: "Omar Sadiri, known as Abu Nour"."""
    for one, other in pairwise(people):
        if 1 <= other.start - one.end <= 7:
            between = [word for word in words.lower[one.end : other.start] if word.isalpha()]
            if between[-2:] == ["known", "as"] or between[-1:] in (
                ["nicknamed"],
                ["alias"],
                ["aka"],
            ):
                was, now = other.key, one.key
                for run in people:
                    if run.key == was:
                        run.key = now


def _parted(run: Run) -> tuple[list[str], bool]:
    """The words of a person's name as spelling keys, and whether "Jr." is among them."""
    plain = run.words.lower().replace(".", "").replace(",", " ").split()
    junior = bool(plain) and plain[-1] in {"jr", "junior"}
    generation = bool(plain) and plain[-1] in {"jr", "junior", "sr", "ii", "iii", "iv"}
    words = run.words.replace(",", " ").split()
    return skeleton(" ".join(words[:-1] if generation else words)).split(), junior


def _gender(words: Words, run: Run) -> str | None:
    """What a form of address before a name or a first name tells: "Mrs Bell" is not Omar Bell."""
    before = words.before(run.start)
    addressed = reporting.gender_of(words.lower[before]) if before >= 0 else None
    first, _, rest = run.words.partition(" ")
    return addressed or (titles.gender_of_given_name(first) if rest else None)


def _same_person(one: list[str], other: list[str]) -> bool:
    """Whether two names of several words (as spelling keys) can be one person's: the same last word,
    and first words that are the same, an initial of each other or a short form."""
    if one == other:
        return True
    if one[-1] != other[-1]:
        shorter, longer = sorted((one, other), key=len)
        return len(shorter) >= 2 and longer[: len(shorter)] == shorter
    first, second = one[0], other[0]
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[:1] == second[:1]
    return set(one) <= set(other) or set(other) <= set(one)
