"""Bodies that the form of their name gives away: names of other languages, "Veterans for Calm", "Danish Greens"."""

from collections.abc import Iterator

from ...lexicon import bodies, nationalities
from .run import Run
from .spans import run_of_kind
from .words import Words

_PARTICLES = frozenset(
    "de du des la le les los las el del della delle dei degli di da do dos das e et y und für fur der die das den dem"
    " per pour por para van voor en och för na ni i za od".split()
)
"""Small words inside names of parties and bodies of other European and Austronesian languages."""
_PARTISANS = frozenset(
    "greens democrats socialists liberals conservatives communists republicans nationalists".split()
)
"""Plurals that with the name of a land before them are a party's."""
_CAUSES = frozenset(["for", "against"])
LONGEST = 9
"""Tokens; the longest names of parties have eight."""


def named_bodies(words: Words) -> Iterator[Run]:
    """Runs of bodies, with their kind, in no certain order."""
    yield from _foreign(words)
    yield from _partisans(words)
    yield from _for_causes(words)


def _raised(words: Words, index: int) -> bool:
    """Whether the token begins with a capital, outside headlines, and is no day or number."""
    return (
        index < len(words)
        and words.text[index][:1].isupper()
        and not words.shouting[index]
        and words.label[index] not in {"DATE", "TIME"}
    )


def _foreign(words: Words) -> Iterator[Run]:
    """ "Partido de la Gente", "Parti des Travailleurs": from the noun over capitals and particles."""
    for index in words.capitals:
        kind = bodies.kind_of_foreign(words.lower[index])
        if kind is None or not _raised(words, index):
            continue
        end, seen = index + 1, index + 1
        while seen < min(len(words), index + LONGEST):
            if _raised(words, seen):
                end = seen + 1
            elif words.text[seen] not in _PARTICLES:
                break
            seen += 1
        if end > index + 1:
            yield run_of_kind(words, index, end, kind)


def _partisans(words: Words) -> Iterator[Run]:
    """ "Danish Greens", "Austrian Social Democrats": a nationality or a land, and the plural of a conviction."""
    demonyms, countries = nationalities.demonyms(), nationalities.countries()
    for index in words.capitals:
        if words.lower[index] not in _PARTISANS or not _raised(words, index):
            continue
        for start in (index - 1, index - 2):
            if start < 0 or not all(_raised(words, between) for between in range(start, index)):
                break
            front = words.plain[start]
            land = front in demonyms or (front in countries and words.dep[start] == "compound")
            if land:
                yield run_of_kind(words, start, index + 1, "party")
                break


def _for_causes(words: Words) -> Iterator[Run]:
    """ "Veterans for Calm", "Concerned Women for Reform": people in a plural with capitals and what they are
    for."""
    for index in words.capitals:
        link = index + 1
        if link >= len(words) or words.text[link] not in _CAUSES or words.tag[index] != "NNPS":
            continue
        word = words.plain[index]
        if word in nationalities.demonyms() or word in nationalities.peoples():
            continue
        start = index
        while start > 0 and _raised(words, start - 1) and words.pos[start - 1] in {"PROPN", "ADJ"}:
            start -= 1
        cause = link + 1
        if cause < len(words) and words.text[cause] in {"a", "the"}:
            cause += 1
        end = cause
        while end < len(words) and _raised(words, end) and words.tag[end] != "PRP":
            end += 1
        if end > cause and _raised(words, index):
            yield run_of_kind(words, start, end, "organization")
