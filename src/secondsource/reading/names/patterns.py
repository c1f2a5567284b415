"""Names that their form gives away: designations of weapons, ships, "the Harlow administration", "Danish army"."""

from collections.abc import Iterator

from ...lexicon import bodies, equipment, nationalities, titles
from .body_patterns import named_bodies
from .run import Run
from .spans import entry_of, run_of_kind
from .words import Words

_LED = frozenset({"administration", "government", "presidency", "cabinet", "campaign", "regime"})
_OF_STORMS = frozenset({"tropical", "subtropical", "super", "winter"})
_ENDING = frozenset({"ministry", "department", "embassy", "parliament"})


def find_patterns(words: Words) -> Iterator[Run]:
    """Runs with their kind, in no certain order; they may overlap, and the first is the better."""
    yield from _equipment(words)
    yield from _vessels(words)
    yield from _storms(words)
    yield from _works(words)
    yield from _bodies(words)
    yield from named_bodies(words)


def _equipment(words: Words) -> Iterator[Run]:
    reached = 0
    for index in words.capitals:
        if index < reached:
            continue
        end = _equipment_end(words, index)
        while index < end < len(words):
            # "MQ-9 Reaper", "Leopard 2A6": one name.
            word = words.text[end]
            further = _equipment_end(words, end)
            if further == end and word[:1].isdigit() and len(word) <= 3 and end == index + 1:
                further = end + 1 if _beside_noun(words, index) else end
            if further == end:
                break
            end = further
        if end > index:
            yield run_of_kind(words, index, end, "equipment")
            reached = end


def _equipment_end(words: Words, index: int) -> int:
    """The end of the name of equipment that begins at `index`; `index` itself if none does."""
    word = words.text[index]
    if not word[:1].isupper():
        return index
    if equipment.is_designation(word):
        return index + 1
    following = words.text[index + 1] if index + 1 < len(words) else ""
    if equipment.is_ship_prefix(word) and following[:1].isupper():
        end = index + 2
        while end < len(words) and words.text[end][:1].isupper() and words.pos[end] == "PROPN":
            end += 1
        return end
    if equipment.is_maker(word) and (following[:1].isdigit() or equipment.is_model(following)):
        return index + 2
    for length in (2, 1):
        name = " ".join(words.text[index : index + length])
        if name in equipment.names() or (
            name in equipment.names_with_noun() and _beside_noun(words, index + length - 1)
        ):
            return _over_hyphens(words, index + length)
    return index


def _over_hyphens(words: Words, end: int) -> int:
    """The end of a name that goes on after a hyphen: "Pantsir-S"."""
    while end + 1 < len(words) and words.text[end] == "-" and words.text[end + 1][:1].isupper():
        end += 2
    return end


def _beside_noun(words: Words, index: int) -> bool:
    """Whether a noun of equipment stands within the next words of the phrase."""
    for word in words.lower[index + 1 : index + 5]:
        if word in {".", ",", ";", ":", "'s", "’s"}:
            return False
        if equipment.is_noun(word):
            return True
    return False


def _vessels(words: Words) -> Iterator[Run]:
    """ "The trawler Anna Bell": what stands right behind the noun is the ship's name."""
    for index in words.capitals:
        if not index or not equipment.is_vessel(words.text[index - 1]):
            continue
        end = index
        while end < len(words) and words.pos[end] == "PROPN" and words.text[end][:1].isupper():
            end += 1
        lower, word = words.lower[index], words.plain[index]
        named = titles.is_head(lower) or titles.is_before(lower) or titles.is_courtesy(lower)
        owned = word in nationalities.demonyms() or word in nationalities.countries()
        if index < end and not (named or owned or words.label[index] in {"DATE", "TIME"}):
            yield run_of_kind(words, index, end, "equipment")


def _storms(words: Words) -> Iterator[Run]:
    """ "Typhoon Mara", and "Mara" by itself in the same article: a storm is nobody."""
    names: set[str] = set()
    for index in words.capitals:
        depression = (
            words.lower[index] == "depression"
            and index > 0
            and words.lower[index - 1] in _OF_STORMS
        )
        storm = depression or equipment.is_storm(words.lower[index])
        if not storm or not _stands_alone(words, index + 1):
            continue
        name = words.plain[index + 1]
        if words.lower[index] == "storm" and words.label[index] == "PERSON" and index:
            before = words.lower[index - 1]
            if titles.is_head(before) or titles.is_courtesy(before):
                continue  # "Ms. Storm Hale"
        names.add(name)
        start = index - 1 if index and words.lower[index - 1] in _OF_STORMS else index
        yield run_of_kind(words, start, index + 2, "thing")
    for index in words.capitals if names else ():
        if words.plain[index] not in names or not _stands_alone(words, index):
            continue
        before = words.text[index - 1] if index else ""
        if not (before[:1].isupper() and words.pos[index - 1] == "PROPN") and not (
            titles.is_courtesy(before.lower())
        ):
            yield run_of_kind(words, index, index + 1, "thing")


_WORKS = frozenset("novel memoir film movie album song poem opera musical documentary".split())


def _works(words: Words) -> Iterator[Run]:
    """ "Her novel The Silent Orchard": a title behind its noun that begins with an article is nobody."""
    for index in words.capitals:
        if not index or words.lower[index - 1] not in _WORKS or words.text[index] not in _ARTICLES:
            continue
        end = index + 1
        while end < len(words) and (
            words.text[end][:1].isupper() or words.text[end] in {"of", "the", "and", "in"}
        ):
            end += 1
        while not words.text[end - 1][:1].isupper():
            end -= 1
        if end > index + 1:
            yield run_of_kind(words, index + 1, end, "thing")


_ARTICLES = frozenset(["The", "A", "An"])


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a proper noun stands at `index`, no noun of bodies, with no further one behind it."""
    if index >= len(words) or words.pos[index] != "PROPN" or not words.text[index][:1].isupper():
        return False
    further = index + 1 < len(words) and words.pos[index + 1] == "PROPN"
    return (
        not further and not bodies.kind_of_last(words.lower[index]) and len(words.text[index]) > 1
    )


def _bodies(words: Words) -> Iterator[Run]:
    demonyms, countries = nationalities.demonyms(), nationalities.countries()
    for index in (capital + 1 for capital in words.capitals if capital + 1 < len(words)):
        before = words.plain[index - 1]
        found = bodies.small_kind(words.lower[index : index + 2])
        if found is not None:
            # "North Korean army": the adjective has two words.
            pair = " ".join(words.plain[max(index - 2, 0) : index])
            for length, front in ((2, pair), (1, before)):
                country = front in countries and words.dep[index - 1] != "pobj"
                if front in demonyms or country:
                    yield run_of_kind(words, index - length, index + found[1], found[0])
                    break
        lower = words.lower[index]
        if lower in _LED:
            yield from _led(words, index)
        elif lower in _ENDING:
            start = _capitals_before(words, index)
            if (
                start < index
                and words.plain[start] in countries
                and words.text[index - 1] != before
            ):
                start += 1
            if start < index:
                yield run_of_kind(words, start, index + 1, "")


def _capitals_before(words: Words, index: int) -> int:
    start = index
    while (
        start > 0
        and words.text[start - 1][:1].isupper()
        and words.pos[start - 1] in {"PROPN", "ADJ", "NOUN"}
        and words.lower[start - 1] not in {"the", "a", "its", "our"}
    ):
        start -= 1
    return start


def _led(words: Words, index: int) -> Iterator[Run]:
    """ "The Harlow administration", "the Harlow campaign": named after a person or a country."""
    start = index
    while (
        start > 0
        and words.tag[start - 1] in {"NNP", "NNPS", "JJ"}
        and words.text[start - 1][:1].isupper()
    ):
        start -= 1
    if start == index or (start > 0 and words.text[start - 1] == "-"):
        return
    if all(titles.is_head(word) for word in words.lower[start:index]):
        return
    campaign = words.lower[index] == "campaign"
    if campaign and words.label[index - 1] != "PERSON":
        return
    if entry_of(words.text[index - 1]) and words.dep[index - 1] == "pobj":
        return
    yield run_of_kind(words, start, index + 1, "organization" if campaign else "government")
