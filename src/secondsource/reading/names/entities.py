"""Which names of an article are names of the same: spellings, bare surnames, acronyms with their long form."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ...lexicon import bodies, nationalities, reporting, titles
from ...lexicon.transliteration import fold, skeleton
from .belonging import country_of
from .extent import is_calendar
from .run import Run, without_generation
from .spans import entry_of
from .words import Words

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z][A-Za-z&]*[A-Z][A-Za-z-]*|[A-Z]{2,8}")
_DATE_WORDS = frozenset(
    [
        "in",
        "since",
        "until",
        "by",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "of",
        "during",
        "from",
        "on",
    ]
)
_OWNED = frozenset({"government", "armed-force"})
_SKIPPED = frozenset({"of", "for", "and", "the", "in", "on", "de", "la", "du", "&", "to", "a"})


def add_missed(words: Words, runs: list[Run]) -> list[Run]:
    """The runs and, besides them, every other place at which a person's surname or a body's name of
    this article stands, though the pipeline saw no name there."""
    surnames: dict[str, str] = {}
    for run in runs:
        parts = without_generation(run.words).split()
        if run.kind == "person" and len(parts[-1]) > 2:
            surnames.setdefault(parts[-1], "person")
        elif (
            run.kind in {"organization", "company", "party", "armed-force"}
            and len(parts) == 1
            and run.words.isupper()
        ):
            surnames.setdefault(run.words, run.kind)
    taken: set[int] = set()
    for run in runs:
        taken.update(range(run.start, run.end))
    shouted = {name.upper(): (name, kind) for name, kind in surnames.items()}
    added = []
    for index, word in enumerate(words.plain):
        if index in taken or not word[:1].isupper():
            continue
        kind = surnames.get(word)
        if kind is None and words.shouting[index] and word in shouted:
            kind = shouted[word][1]
        if kind and _may_be_name(words, index):
            if is_calendar(word) and _dates(words, index):
                continue
            start = index
            if kind == "person":
                while (
                    start - 1 not in taken
                    and start > 0
                    and words.tag[start - 1] == "NNP"
                    and any(
                        run.words.endswith(f"{words.text[start - 1]} {word}")
                        for run in runs
                        if run.kind == "person"
                    )
                ):
                    start -= 1
            added.append(
                Run(start, index + 1, "SPREAD", " ".join(words.plain[start : index + 1]), kind=kind)
            )
    return sorted([*runs, *added], key=lambda run: run.start)


def _may_be_name(words: Words, index: int) -> bool:
    """Whether a word that is a name elsewhere may be that name here: surely as a proper noun; as another
    noun or adjective unless the article uses the word itself too; in a headline always."""
    pos = words.pos[index]
    if pos == "PROPN" or words.shouting[index]:
        return True
    return pos in {"NOUN", "ADJ", "X", "INTJ", "VERB"} and words.lower[index] not in words.small


def _dates(words: Words, index: int) -> bool:
    """Whether the name of a month or day is a date where it stands: "in May", "May 3"."""
    after = words.text[index + 1] if index + 1 < len(words) else ""
    if index and titles.is_courtesy(words.lower[index - 1]):
        return False
    return (
        words.lower[index - 1] in _DATE_WORDS
        or words.lower[index - 1].isdigit()
        or after[:1].isdigit()
        or words.label[index] == "DATE"
    )


def link(words: Words, runs: list[Run]) -> None:
    """Gives the runs of one entity the same `key`, and all of them its fullest `name`."""
    people = [run for run in runs if run.kind == "person"]
    _link_people(words, people)
    _link_bynames(words, people)
    _link_others(words, [run for run in runs if run.kind != "person"])
    fullest: dict[str, str] = {}
    for run in runs:
        if run.label == "SPREAD" and run.key in fullest:
            continue
        best = fullest.get(run.key)
        if best is None or _fullness(run) > _fullness_of(best, run.kind):
            fullest[run.key] = run.words
    belongs: dict[str, str] = {}
    for run in runs:
        if run.kind == "person" and run.affiliation and not run.former:
            belongs.setdefault(run.key, run.affiliation)
    for run in runs:
        run.name = fullest[run.key]
        if run.kind == "person" and run.affiliation is None:
            run.affiliation = belongs.get(run.key)


def _fullness(run: Run) -> tuple[int, int]:
    return _fullness_of(run.words, run.kind)


def _fullness_of(name: str, kind: str) -> tuple[int, int]:
    if kind in {"nationality", "group"}:
        return (0, 0)
    parts = name.split()
    if kind == "party" and len(parts) == 1:
        # "Democrats" are somebody, "Democratic" only says of what party something is.
        return (1, int(name.endswith("s")))
    shouted = name.isupper() and len(name) > 5
    return (0 if shouted else len(parts), 0 if shouted else len(name))


@dataclass(frozen=True)
class _Bearer:
    """A person's name of several words: its place among the people, its words as spelling keys (without
    "Jr."), whether it is a "Jr.", and the key of its person."""

    position: int
    parts: list[str]
    junior: bool
    key: str


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


def _link_people(words: Words, runs: list[Run]) -> None:
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

    def junior_later(bearer: _Bearer) -> bool:
        """Whether a "Jr." is named only after his surname alone has stood for somebody: that is another."""
        alone = first_bare.get(bearer.parts[-1])
        first = next(one.position for one in bearers if one.key == bearer.key)
        return bearer.junior and alone is not None and alone < first

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
        gender = _gender(words, run)
        if gender:
            found = [b for b in found if genders.get(b.key, {gender}) == {gender}] or found
            known = [b for b in found if genders.get(b.key) == {gender}]
            found = known or found
        before = [bearer.key for bearer in found if bearer.position < position]
        after = [bearer.key for bearer in found if bearer.position > position]
        run.key = before[-1] if before else after[0] if after else f"person {word}"


def _link_bynames(words: Words, people: list[Run]) -> None:
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


def _link_others(words: Words, runs: list[Run]) -> None:
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
