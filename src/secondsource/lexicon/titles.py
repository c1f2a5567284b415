"""Words of roles and forms of address: look-ups over `titles.toml`."""

from .tables import word_sets

_FILE = "titles.toml"


def is_courtesy(word: str) -> bool:
    """Whether `word` (lower case) addresses a person without naming a role: "mr."."""
    return word in word_sets(_FILE)["courtesy"]


def is_before(word: str) -> bool:
    """Whether `word` (lower case) is a title that stands right before a name: "sen."."""
    return word in word_sets(_FILE)["before"]


def is_head(word: str) -> bool:
    """Whether `word` (lower case) is a noun that heads a role: "minister"."""
    return word in word_sets(_FILE)["heads"]


def is_private(word: str) -> bool:
    """Whether a head describes a private capacity or a relative: "witness", "wife"."""
    return word in word_sets(_FILE)["private"]


def is_kin(word: str) -> bool:
    """Whether a head (lower case) names a relative: "father"."""
    return word in word_sets(_FILE)["kin"]


def is_aide(word: str) -> bool:
    """Whether a head (lower case) names somebody who speaks or acts for another: "spokesman"."""
    return word in word_sets(_FILE)["aides"]


def is_given_name(word: str) -> bool:
    """Whether `word` is a common first name of the world, as written with its capital."""
    return word in word_sets("given_names.toml")["names"]


def gender_of_given_name(word: str) -> str | None:
    """`he` or `she` for a common first name (as written) that mostly men or women bear; None for any other word."""
    names = word_sets("given_names.toml")
    if word not in names["names"] or word in names["either"]:
        return None
    return "she" if word in names["she"] else "he"


_ENDINGS_OF_WOMEN = ("ova", "eeva", "ieva", "yeva", "skaya", "skaia", "dottir", "dóttir")
_NO_WOMANS = frozenset({"Casanova", "Villanova", "Terranova", "Cordova", "Nova"})


def is_womans_surname(word: str) -> bool:
    """Whether a surname (as written) has a form that only women bear: "Asanova", "Sigurdardottir"."""
    return word.endswith(_ENDINGS_OF_WOMEN) and word not in _NO_WOMANS


def is_description(word: str) -> bool:
    """Whether `word` (lower case) describes somebody before his name and is no part of it: "unemployed"."""
    return word in word_sets(_FILE)["described"]


def is_modifier(word: str) -> bool:
    """Whether `word` (lower case) stands before a head inside a role: "deputy", "foreign"."""
    return word in word_sets(_FILE)["modifiers"]


def is_portfolio(word: str) -> bool:
    """Whether `word` (lower case) may follow "of" or "for" inside a role: "state" in "secretary of
    state"."""
    sets = word_sets(_FILE)
    return word in sets["portfolios"] or word in sets["modifiers"]


def is_past(word: str) -> bool:
    """Whether `word` (lower case) says that the role is past: "former"."""
    return word in word_sets(_FILE)["past"]


def is_also_first_name(word: str) -> bool:
    """Whether a short title (lower case) is a common first name too: "dean"."""
    return word in word_sets(_FILE)["also_first_names"]


def is_party_word(word: str) -> bool:
    """Whether `word` (lower case) may stand before a name as its bearer's party: "liberal"."""
    return word in word_sets(_FILE)["party_words"]


def is_after_name(word: str) -> bool:
    """Whether `word` (lower case) is a title behind a name: "mp"."""
    return word in word_sets(_FILE)["after_names"]
