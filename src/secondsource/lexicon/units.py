"""Units of measure and currencies: look-ups over `units.tsv` and `currencies.tsv`."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its pint name or ISO 4217 code, what it measures ("length", "currency"), the factor to
    the base unit of the dimension (None where there is none), the words and signs that name it (`shared` are signs
    that are ordinary letters too), and `scale`, by which an amount is multiplied (a cent is 0.01 USD)."""

    name: str
    dimension: str
    factor: float | None
    words: tuple[str, ...]
    signs: tuple[str, ...]
    shared: tuple[str, ...]
    scale: float = 1.0


def _rows(file: str) -> list[list[str]]:
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [(line.split("\t") + [""] * 6)[:6] for line in lines]


def _listed(cell: str) -> list[str]:
    return [item.strip() for item in cell.split("|") if item.strip() not in ("", "-")]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word if word.endswith(".") else word + ("es" if word.endswith(("ch", "x")) else "s")


@cache
def all_units() -> tuple[Unit, ...]:
    """All units of measure and currencies, in the order of the tables."""
    found = []
    for name, dimension, factor, singulars, plurals, signs in _rows("units.tsv"):
        words = _listed(singulars)
        words += [_plural(word) for word in words] + _listed(plurals)
        listed = _listed(signs)
        shared = tuple(sign[1:-1] for sign in listed if sign.startswith("["))
        plain = tuple(sign for sign in listed if not sign.startswith("["))
        number = float(factor) if factor else None
        found.append(Unit(name, dimension, number, tuple(words), plain, shared))
    for code, singulars, plurals, signs, hundredths, _ in _rows("currencies.tsv"):
        words = [word.strip("[]") for word in _listed(singulars)]
        words += [_plural(word) for word in words] + _listed(plurals)
        found.append(Unit(code, "currency", None, tuple(words), tuple(_listed(signs)), ()))
        words = _listed(hundredths)
        if words:
            words += [_plural(word) for word in words]
            found.append(Unit(code, "currency", None, tuple(words), (), (), scale=0.01))
    return tuple(found)


@cache
def unit_named(name: str) -> Unit | None:
    """The unit of a pint name or ISO 4217 code."""
    return next((unit for unit in all_units() if unit.name == name), None)


@cache
def by_word() -> dict[str, Unit]:
    """Units by the words that name them, lower case; the first of the table wins."""
    found: dict[str, Unit] = {}
    for unit in all_units():
        for word in unit.words:
            found.setdefault(word, unit)
    return found


@cache
def by_sign() -> dict[str, Unit]:
    """Units of measure by their signs, as written; signs that are also ordinary words or letters apart
    (`by_shared_sign`)."""
    units = [unit for unit in all_units() if unit.dimension != "currency"]
    return {sign: unit for unit in units for sign in unit.signs}


@cache
def by_shared_sign() -> dict[str, Unit]:
    """Units by those signs that are ordinary words or letters too ("m", "t")."""
    return {sign: unit for unit in all_units() for sign in unit.shared}


@cache
def currency_signs() -> dict[str, Unit]:
    """Currencies by their signs and codes, as written."""
    found: dict[str, Unit] = {}
    for unit in all_units():
        if unit.dimension == "currency":
            for sign in (unit.name, *unit.signs):
                if unit.scale == 1.0:
                    found.setdefault(sign, unit)
                    if sign.endswith("$"):
                        found.setdefault(sign.upper(), unit)
    return found


def in_base_unit(value: float, name: str) -> tuple[float, str] | None:
    """A value of a unit in the base unit of its dimension, with the name of the dimension ("length" in
    metres, "mass" in kilograms, "time" in seconds, "share" as a fraction of one); None where the table
    has no factor."""
    unit = unit_named(name)
    if unit is None or unit.factor is None:
        return None
    return value * unit.factor, unit.dimension


@cache
def word_pattern() -> re.Pattern[str]:
    """Matches the longest word of a unit at a position, whatever its case, as a whole word."""
    words = sorted(by_word(), key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0-]") for word in words)
    return re.compile(rf"(?:{joined})(?![\w])", re.IGNORECASE)


def _signs(signs: dict[str, Unit]) -> str:
    ordered = sorted(signs, key=lambda sign: (-len(sign), sign))
    return "|".join(re.escape(sign) for sign in ordered)


@cache
def sign_pattern() -> re.Pattern[str]:
    """Matches the longest sign of a unit of measure at a position; case matters."""
    return re.compile(rf"(?:{_signs(by_sign())})(?![\w])")


@cache
def shared_sign_pattern() -> re.Pattern[str]:
    """Matches a sign that is an ordinary letter too, at a position."""
    return re.compile(rf"(?:{_signs(by_shared_sign())})(?![\w])")


_WORDS_TOO = frozenset(
    """
    ALL TOP TRY CUP MAD SOS IRR GEL LEK ETH BAM DM TL Sh Bs Dh RM Fr.
    """.split()
)
"""Codes and signs that are words or initials of something else: read neither before nor after a number."""
_ONLY_BEFORE = frozenset(["Rp", "Rs", "Rs.", "S/", "R$", "Kč"])


def _money(signs: list[str]) -> str:
    """Codes and plain signs as they are; letters before a dollar in any case and with a space ("hk $")."""
    parts = []
    for sign in sorted(signs, key=lambda sign: (-len(sign), sign)):
        letters = sign.removesuffix("$")
        if letters != sign and letters.isalpha():
            # "a $5 note" is no Australian dollar: single letters in lower case only for the Canadian one
            single = len(letters) == 1
            parts.append(rf"{letters}\$" if single else rf"(?i:{letters}) ?\$")
        else:
            parts.append(re.escape(sign))
    parts.insert(0, r"[cC] ?\$")
    return "|".join(parts)


def currency_signed(sign: str) -> Unit | None:
    """The currency of a sign or code as a text has it ("hk $"); None if there is none."""
    found = currency_signs()
    return (
        found.get(sign)
        or found.get(sign.replace(" ", "").upper())
        or found.get(sign.replace(" ", ""))
    )


@cache
def currency_before_pattern() -> re.Pattern[str]:
    """Matches the sign or code of a currency (group 1) at the end of what stands before a number; an M
    before it, as in "MUSD", is group `million`."""
    signs = [sign for sign in currency_signs() if sign not in _WORDS_TOO]
    return re.compile(rf"(?<![A-Za-z$])(?P<million>M(?=[A-Z]{{3}}))?({_money(signs)})[ \u00a0]?$")


@cache
def currency_after_pattern() -> re.Pattern[str]:
    """Matches the sign or code of a currency at a position after a number."""
    signs = [sign for sign in currency_signs() if sign not in _WORDS_TOO | _ONLY_BEFORE]
    return re.compile(rf"(?:{_money(signs)})(?![\w])")
