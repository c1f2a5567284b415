"""What an event is called for people: look-ups over `kind_words.toml`."""

from functools import cache

from .stems import stem
from .tables import read_toml


@cache
def _names() -> tuple[dict[str, str], dict[str, str], dict[str, dict[str, str]]]:
    """Names of types, of modes ("type-mode"), and of each type those by the stem of the word that tells of it."""
    table = read_toml("kind_words.toml")
    by_word = {
        event_type: {
            stem(form): name
            for name, words in names.items()
            for word in words.split()
            # "sued" has another stem than "sue"
            for form in ((word, word + "d") if word.endswith("e") else (word,))
        }
        for event_type, names in table["word"].items()
    }
    return table["type"], table["mode"], by_word


def kind_name(event_type: str, mode: str | None, trigger: str | None) -> str:
    """What an event is called: by the first of the words that tell of it (`trigger`) which has a name of its own
    within the type, else by its mode, else by its type; the type as it is written where none is known."""
    types, modes, by_word = _names()
    known = by_word.get(event_type, {})
    named = [known[stem(word)] for word in (trigger or "").split() if stem(word) in known]
    if named:
        return named[0]
    return modes.get(f"{event_type}-{mode}", types.get(event_type, event_type))
