"""Measures: nouns that count the same thing, by one canonical name. Table: `measures.toml`."""

import re
from functools import cache, lru_cache

from .tables import read_toml

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "lives": "life",
    "people": "people",
    "wives": "wife",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "knives": "knife",
    "halves": "half",
    "thieves": "thief",
    "leaves": "leaf",
    "wolves": "wolf",
    "criteria": "criterion",
    "crises": "crisis",
    "bases": "base",
    "buses": "bus",
}


def singular(noun: str) -> str:
    """The singular of a lower-case English noun, by its ending; a noun in the singular stays what it is."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for ending, stem in (("men", "man"), ("women", "woman")):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun[: -len(ending)] + stem
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in read_toml("measures.toml")["groups"].items():
        for word in (name, *words.split(",")):
            plain = word.strip()
            found.setdefault(plain, name)
            found.setdefault(" ".join(_singulars(plain)), name)
    return found


def _singulars(phrase: str) -> list[str]:
    return [singular(word) for word in phrase.split()]


_OTHER = re.compile(r"[^\w'’ -]+")


@lru_cache(maxsize=50_000)
def measure_of(phrase: str) -> str:
    """The canonical name of what a noun phrase counts: "soldiers" and "servicemen" both come to "troops".

    The longest ending of the phrase (or of what stands before its first "of") that the table knows decides; a
    phrase that it does not know comes back in lower case with its last noun in the singular."""
    plain = " ".join(_OTHER.sub(" ", phrase.lower()).split())
    groups = _groups()
    if plain in groups:
        return groups[plain]
    whole = _singulars(plain)
    if " ".join(whole) in groups:
        return groups[" ".join(whole)]
    # a participle after the noun says more than the noun: "people killed"
    if len(whole) > 1 and plain.split()[-1] in (
        "killed",
        "dead",
        "wounded",
        "injured",
        "missing",
        "displaced",
        "detained",
        "arrested",
    ):
        return groups[plain.split()[-1]]
    head = plain.split(" of ")[0].split(" in ")[0]
    words = head.split()
    for start in range(len(words)):
        ending = " ".join(words[start:])
        alone = " ".join(_singulars(ending))
        if ending in groups:
            return groups[ending]
        if alone in groups:
            return groups[alone]
    return " ".join([*words[:-1], singular(words[-1])]) if words else plain


def group_of(noun: str) -> str | None:
    """The canonical name of a noun that the table knows, singular or plural; None for others."""
    return _groups().get(noun) or _groups().get(singular(noun))


@cache
def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = read_toml("measures.toml")[name]
    return table


def dimensions() -> dict[str, str]:
    """What an amount measures if the text names nothing else, by the dimension of its unit."""
    return _table("dimensions")


def extents() -> dict[str, str]:
    """Words beside a length ("deep") and the measure that they name ("depth")."""
    return _table("extents")


def verbs() -> dict[str, str]:
    """Lemmas of verbs and what an amount beside them measures ("weigh": "mass")."""
    return _table("verbs")


def fates() -> dict[str, str]:
    """Lemmas of verbs that happen to people, and the measure that counts them ("killed")."""
    return _table("fates")


def states() -> dict[str, str]:
    """Adjectives and participles for what happened to people, and the measure ("dead": "killed")."""
    return _table("states")


@cache
def words(group: str) -> frozenset[str]:
    """Lemmas of one group: classifiers, empty, changing, setting, having or owning."""
    return frozenset(_table("words")[group].split())


_NATURAL = {
    "length": "distance length width depth height thickness altitude range radius diameter level",
    "time": "duration sentence term age delay wait",
    "currency": "cost price income debt fine amount levy tax tariff toll fee fare duty charge royalty subsidy premium",
    "mass": "mass weight load ration catch harvest",
    "volume": "volume capacity output supply flow discharge",
    "energy": "energy output",
    "power": "power capacity output",
    "speed": "speed wind winds gusts",
    "area": "area territory",
    "temperature": "temperature temperatures warming",
}


@cache
def natural(dimension: str) -> frozenset[str]:
    """Measures that an amount of this dimension can be of by its nature."""
    return frozenset(_NATURAL.get(dimension, "").split())
