"""What the words around a name say that it is: "Bahari Njema, a fishing company", "shut Lunga Lunga to lorries"."""

from ...lexicon import bodies, reporting, titles
from .run import Run
from .words import Words

_TOWNS = frozenset(
    "town village city hamlet suburb township neighbourhood neighborhood island islet port district county province region"
    " settlement crossing resort parish borough".split()
)
"""Nouns for what lies somewhere, in an apposition behind its name (own list)."""
_DETERMINERS = frozenset({"a", "an", "the"})
_OF_A_NOUN = frozenset({"JJ", "JJS", "NN", "NNS", "NNP", "VBG", "VBN", "CD", "POS", "HYPH"})
_DONE_TO_PLACES = frozenset(
    "shut close blockade besiege encircle occupy annex shell recapture retake overrun storm evacuate reopen".split()
)
"""Verbs of what is done to places and houses, hardly ever to a person (own list)."""
_ON_THE_MAP = frozenset({"GPE", "LOC"})
"""Labels of the pipeline for what stays a place whatever it is called besides: "Nanjing, the seat of the government"."""
LONGEST = 7
"""Words of an apposition up to its noun."""
SURE = 3.0
"""Votes: more than a label of the pipeline and a place in its sentence tell together."""


def described_as(words: Words, run: Run) -> dict[str, float]:
    """Votes on the kind of a name by the apposition behind it and by what is done to it."""
    votes: dict[str, float] = {}
    noun = _noun_behind(words, run)
    if noun is not None and run.label not in _ON_THE_MAP:
        votes |= _votes_of(noun)
    last = run.end - 1
    if words.dep[last] == "dobj" and words.lemma[words.head[last]] in _DONE_TO_PLACES:
        votes["person"] = votes.get("person", 0.0) - SURE
        votes["place"] = votes.get("place", 0.0) + SURE / 2
    return votes


def _noun_behind(words: Words, run: Run) -> str | None:
    """The noun of the apposition behind a name: "firm" of ", a shipping firm in Lamu"; None where there is none."""
    comma = words.after(run.end - 1)
    if comma < 0 or words.text[comma] != ",":
        return None
    first = words.after(comma)
    if first < 0 or words.lower[first] not in _DETERMINERS:
        return None
    noun = -1
    for index in range(first + 1, min(first + 1 + LONGEST, len(words))):
        if words.tag[index] not in _OF_A_NOUN:
            break
        if words.tag[index] == "NN":
            noun = index
    if noun < 0 or words.dep[noun] != "appos" or not run.start <= words.head[noun] < run.end:
        return None
    return words.lemma[noun]


def _votes_of(noun: str) -> dict[str, float]:
    if titles.is_head(noun):
        return {}  # What somebody is, is told elsewhere.
    if noun == "firm" or noun in reporting.nouns_of_firms() - reporting.nouns_by_kind("person"):
        return {"company": SURE, "person": -SURE}
    if noun in _TOWNS:
        return {"place": SURE, "person": -SURE}
    kind = bodies.kind_of_last(noun)
    return {kind: SURE, "person": -SURE} if kind is not None else {}
