"""When a country acts and when it is only a place: look-ups over `acting.toml`."""

from .tables import word_sets

_FILE = "acting.toml"


def is_still(lemma: str) -> bool:
    """Whether a country that is the subject of this verb does nothing: "lie", "border"."""
    return lemma in word_sets(_FILE)["still"]


def deals_with(lemma: str) -> bool:
    """Whether the verb treats its object as somebody: "accuse", "attack"."""
    return lemma in word_sets(_FILE)["deals_with"]


def is_dealing(noun: str) -> bool:
    """Whether "with", "against", "on" after this noun names somebody: "talks", "sanctions"."""
    return noun in word_sets(_FILE)["dealings"]


def is_land(noun: str) -> bool:
    """Whether a country has this as land and not as an actor: "border", "east"."""
    return noun in word_sets(_FILE)["land"]


def is_human(lemma: str) -> bool:
    """Whether the subject of this verb is hardly ever a body or a place: "resign"."""
    return lemma in word_sets(_FILE)["human"]
