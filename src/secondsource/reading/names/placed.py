"""Names of what lies somewhere, told by the nouns and prepositions around them."""

from ...lexicon import gazetteer
from .run import Run
from .words import Words

_LAND = frozenset(
    "reef channel strait straits island islands islet bay lake river hills hill mountain mountains district"
    " region village port harbour harbor crossing border road valley peninsula province county coast"
    " shore beach airport bridge town waters forest desert delta gulf cape creek lagoon".split()
)
"""What lies somewhere: a name before it, or that it ends, is a place."""
STREETS = frozenset(
    "street road avenue boulevard highway parkway turnpike expressway motorway ave ave. blvd blvd. rd rd. hwy".split()
)
SPEAKING_STREETS = frozenset({"wall", "downing", "fleet", "main"})
"""The names of streets that stand for a government, for banks, papers or a public."""
_PLACED_OF = frozenset(
    "north south east west village town port city province municipality district county prefecture governorate"
    " canton suburb hamlet parish diocese oblast constituency riding island".split()
)
"""Behind these and "of" stands a place: "the province of Tanga"."""
_LOCATING = frozenset({"in", "at", "near", "off", "outside", "around", "into", "across"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def placing(words: Words, run: Run, before: int, next_word: str) -> float:
    """How much tells that a name is a place's: "the Kisite reef", "south of Jasini", "in Tanga"."""
    last = words.lower[run.end - 1]
    if run.end - run.start > 1 and last in STREETS:
        return 9.0 if words.lower[run.end - 2] not in SPEAKING_STREETS else 0.0
    if run.honored or run.roled:
        return 0.0
    if run.end - run.start > 1 and last in _LAND and before >= 0:
        link = before if words.lower[before] != "the" else words.before(before)
        if link >= 0 and words.tag[link] == "IN":
            return 3.0
    if run.end - run.start > 2:
        return 0.0
    if next_word in _LAND and words.text[run.end].islower() and before >= 0:
        return 3.0
    if before < 0 or run.label not in {"PERSON", "ORG", "LOC", "GPE", "FAC"}:
        return 0.0
    preposition = words.lower[before]
    away = words.lower[before - 1] if before else ""
    if preposition == "of" and away in _PLACED_OF:
        return 3.0
    after = words.text[run.end][:1] if run.end < len(words) else ""
    whole = words.dep[run.end - 1] == "pobj" and next_word not in _POSSESSIVES
    if not whole or run.end - run.start > 1 or after == "-":
        return 0.0
    if preposition in _LOCATING and run.label == "PERSON":
        return 1.6
    town = preposition in {"in", "near"} and run.label == "ORG" and not run.words.isupper()
    return 1.6 if town and gazetteer.places_named(run.words) else 0.0
