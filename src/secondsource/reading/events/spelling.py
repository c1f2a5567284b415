"""Lemmas of verbs as the tables spell them."""

from functools import cache

from ...lexicon.events import classes, noun_entries, operators, verb_entries, word_lists


@cache
def spelled_verb(word: str) -> str:
    """The lemma of a verb as the tables spell it. The pipeline cuts endings by rule and gives "stag" for "staged",
    "readie" for "readied", "instal" for "installed", "cordone" for "cordoned"; a word of the tables that its cut must
    have come from is taken instead. A word that stands in the tables is left alone."""
    known = _known_verbs()
    if word in known:
        return word
    guesses = [f"{word}e", f"{word}{word[-1:]}"]
    if word.endswith("ie"):
        guesses.append(f"{word[:-2]}y")
    if word.endswith("e"):
        guesses.append(word[:-1])
        if word[-3:-2] == word[-2:-1]:
            guesses.append(word[:-2])
    guesses += [
        f"{word[: -len(past)]}{present}" for past, present in _IRREGULAR if word.endswith(past)
    ]
    return next((guess for guess in guesses if guess in known), word)


_IRREGULAR = (
    *(("took", "take"), ("taken", "take"), ("ran", "run"), ("threw", "throw"), ("thrown", "throw")),
    *(("drew", "draw"), ("drawn", "draw"), ("built", "build"), ("froze", "freeze")),
    *(("frozen", "freeze"), ("wrote", "write"), ("sent", "send"), ("led", "lead"), ("fed", "feed")),
    *(("drove", "drive"), ("driven", "drive"), ("broke", "break"), ("broken", "break")),
    *(("gave", "give"), ("given", "give"), ("held", "hold"), ("rose", "rise"), ("sold", "sell")),
)
"""Past forms that the pipeline leaves as they are after a prefix ("retook", "overran")."""


@cache
def spelled_noun(word: str) -> str:
    """The lemma of a noun in the plural as the tables spell it: the pipeline gives "dos" for "doses" and leaves a
    plural that opens a sentence ("Rockets") as it is, which it takes for a name. A word of the tables is left alone."""
    known = _known_nouns()
    if word.endswith("s") and f"{word}e" in known:
        return f"{word}e"
    if word in known:
        return word
    guesses = (f"{word}e", word.removesuffix("s"))
    return next((guess for guess in guesses if guess in known), word)


@cache
def _known_nouns() -> frozenset[str]:
    return frozenset(noun_entries()).union(*classes().values())


@cache
def _known_verbs() -> frozenset[str]:
    words = set(verb_entries())
    for kind in ("clause", "object", "subject", "verb_prep"):
        words.update(phrase.split("+")[0] for phrase in operators(kind))
    return frozenset(words.union(*word_lists("light").values()))
