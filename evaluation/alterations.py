"""Sentences altered in one thing by rule: names, numbers, polarity, what is told as done, days, who did it to whom; what is swapped word
for word by tables stands in `swaps`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from spacy.tokens import Doc, Token

from secondsource.lexicon.nationalities import countries, country_name, demonyms
from secondsource.model.reading import Reading

from .swaps import SWAPS, put_word

KINDS = ("name", "place", "number", "not", "done", "ahead", "day", "roles", "all", *SWAPS)
"""What is altered, one thing at a time."""

_MODALS = frozenset("will would could may might should must can shall".split())
_OPEN = frozenset(
    """threaten plan promise vow pledge want hope seek demand intend prepare agree expect propose offer
    consider refuse fail decline ask urge order call""".split()
)
"""Verbs whose infinitive need not come true."""

_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = """January February March April May June July August September October November December
Jan. Feb. Aug. Sept. Oct. Nov. Dec.""".split()


@dataclass(frozen=True)
class Altered:
    """A sentence with one thing altered, and which of KINDS that is."""

    kind: str
    text: str


@dataclass(frozen=True)
class Names:
    """The names of a story that may stand for one another: by kind, each once, sorted."""

    by_kind: Mapping[str, tuple[str, ...]]
    lands: Mapping[str, str] = field(default_factory=dict)
    """The country of each town, by name."""

    def other(self, name: str, sentence: str, seed: str) -> str | None:
        """Another name of the same kind that the sentence does not hold, the same for one seed."""
        kind = next((kind for kind, names in self.by_kind.items() if name in names), None)
        held = sentence.lower()
        fit = [one for one in self.by_kind.get(kind or "", ()) if not _akin(one, name, held)]
        return fit[draw(f"{seed} {name} {sentence}") % len(fit)] if fit else None


def _akin(one: str, name: str, sentence: str) -> bool:
    """Whether two names may be of one bearer, or one stands in the sentence already, as a land, its people or its capital."""
    lands = [countries().get(each) or demonyms().get(each) for each in (one, name)]
    if lands[0] and lands[1] and lands[0].code == lands[1].code:
        return True
    if lands[0] and lands[0].name.lower() in sentence:
        return True
    return any(word.lower() in sentence or word in name.split() for word in one.split())


def draw(words: str) -> int:
    """A number drawn by these words, the same each time."""
    return int.from_bytes(blake2b(words.encode(), digest_size=4).digest())


def names_of(readings: Iterable[Reading]) -> Names:
    """The names of these readings: persons by full name, countries, their adjectives, and towns."""
    found: dict[str, set[str]] = {"country": set(), "nation": set(), "person": set(), "town": set()}
    lands: dict[str, str] = {}
    for reading in readings:
        for mention in reading.mentions:
            name = mention.name
            if name in demonyms():
                found["nation"].add(name)
            elif name in countries():
                found["country"].add(name)
            elif mention.kind == "person" and mention.form == "name" and name.count(" ") == 1:
                found["person"].add(name)
        for place in reading.places:
            if place.name in countries():
                found["country"].add(place.name)
            elif place.precision in ("city", "point"):
                found["town"].add(place.name)
                lands[place.name] = (place.country and country_name(place.country)) or ""
    return Names({kind: tuple(sorted(names)) for kind, names in found.items()}, lands)


def alterations(doc: Doc, names: Names, seed: str = "") -> Iterator[Altered]:
    """The parsed sentence, each time with one thing altered."""
    yield from (Altered("name", text) for text in _other_names(doc, names, seed))
    yield from (Altered("number", text) for text in _other_numbers(doc))
    yield from (Altered("not", text) for text in _other_polarity(doc))
    yield from (Altered("done", text) for text in _told_as_done(doc))
    yield from (Altered("day", text) for text in _other_days(doc))
    yield from (Altered("roles", text) for text in _exchanged(doc))
    yield from (Altered("place", text) for text in _other_lands(doc, names))
    yield from (Altered("ahead", text) for text in _told_as_ahead(doc))
    yield from (Altered("all", text) for text in _of_all(doc))
    for kind, swap in SWAPS.items():
        yield from (Altered(kind, text) for text in swap(doc))


def _put(doc: Doc, start: int, end: int, words: str) -> str:
    return f"{doc.text[:start]}{words}{doc.text[end:]}"


def _other_names(doc: Doc, names: Names, seed: str) -> Iterator[str]:
    every = sorted({name for held in names.by_kind.values() for name in held}, key=len)[::-1]
    taken: list[tuple[int, int]] = []
    for name in every:
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", doc.text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            other = names.other(name, doc.text, seed)
            if other:
                yield _put(doc, *found.span(), other)


def _other_numbers(doc: Doc) -> Iterator[str]:
    for token in doc:
        if token.ent_type_ in ("DATE", "TIME") or not token.like_num:
            continue
        if re.fullmatch(r"\d[\d,]*", token.text):
            value = int(token.text.replace(",", ""))
            yield put_word(token, f"{value * 2 + 1:,}" if "," in token.text else f"{value * 2 + 1}")
        elif token.lower_ in _NUMBER_WORDS:
            place = (_NUMBER_WORDS.index(token.lower_) + 5) % len(_NUMBER_WORDS)
            other = _NUMBER_WORDS[place]
            yield put_word(token, other.capitalize() if token.is_title else other)


def _other_polarity(doc: Doc) -> Iterator[str]:
    """The sentence with one of its finite verbs, of whatever clause, denied or affirmed."""
    root = next((token for token in doc if token.head == token), None)
    if root is None:
        return
    inner = [token for token in doc if token.dep_ in _CLAUSES and _is_finite(token)]
    for verb in (root, *(one for one in inner if one != root)):
        nots = [child for child in verb.children if child.dep_ == "neg"]
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        helpers = [one for one in helpers if one.lower_ != "to" and one.is_alpha]
        if nots and nots[0].lower_ == "not":
            yield re.sub(r"\s{2,}", " ", put_word(nots[0], ""))
        elif nots:
            continue
        elif helpers:
            yield put_word(helpers[0], f"{helpers[0].text} not")
        elif verb.lemma_ == "be" and verb.is_alpha:
            yield put_word(verb, f"{verb.text} not")
        elif verb.tag_ == "VBD":
            yield put_word(verb, f"did not {verb.lemma_}")


_CLAUSES = frozenset("ccomp conj relcl advcl".split())


def _is_finite(verb: Token) -> bool:
    helpers = [one.lower_ for one in verb.children if one.dep_ in ("aux", "auxpass")]
    return verb.tag_ in ("VBD", "VBZ", "VBP") or (bool(helpers) and "to" not in helpers)


def _told_as_done(doc: Doc) -> Iterator[str]:
    """The sentence with something that is only ahead or open in it told as done."""
    for token in doc:
        verb = token.head
        if token.dep_ == "aux" and token.lower_ in _MODALS and verb.tag_ == "VB":
            helpers = [one for one in verb.children if one.dep_ in ("aux", "auxpass", "neg")]
            if helpers == [token] and verb.lemma_ != "be":
                yield put_word(token, "did")
        if token.dep_ == "xcomp" and token.tag_ == "VB" and verb.lemma_ in _OPEN:
            between = doc[verb.i + 1 : token.i]
            plain = [one.lower_ for one in between] == ["to"]
            bare = not any(child.dep_ in ("aux", "neg", "auxpass") for child in verb.children)
            if plain and bare and verb.tag_ in ("VBD", "VBZ", "VBP"):
                yield _put(doc, verb.idx, token.idx, "did ")
    yield from _scheduled_as_done(doc)


def _scheduled_as_done(doc: Doc) -> Iterator[str]:
    """The sentence with what "is to be", "will be" or "is expected to be" so told as so."""
    for found in re.finditer(
        r"\b(?:will|would|may|could|(?:is|are|was|were) (?:due |expected |set |scheduled |likely )?to) be (?=\w+(?:ed|en)\b)",
        doc.text,
    ):
        yield _put(doc, *found.span(), "has been ")


def _told_as_ahead(doc: Doc) -> Iterator[str]:
    """The sentence with what it tells as done told as to come."""
    for verb in doc:
        is_main = verb.dep_ in ("ROOT", "ccomp") and verb.tag_ == "VBD" and verb.pos_ == "VERB"
        helped = any(one.dep_ in ("aux", "auxpass", "neg") for one in verb.children)
        if is_main and not helped and verb.lemma_ not in _SAYING:
            yield put_word(verb, f"will {verb.lemma_}")


_SAYING = frozenset("say tell add note announce state report write".split())


def _of_all(doc: Doc) -> Iterator[str]:
    """The sentence with what it says of some said of all."""
    for token in doc:
        if token.head.tag_ not in ("NNS", "NNPS") or token.head.dep_ not in _PARTIES:
            continue
        if token.lower_ in _SOME and token.dep_ in ("amod", "det"):
            yield put_word(token, "All" if token.is_title else "all")
        elif token.ent_type_ in ("DATE", "TIME"):
            continue
        elif token.dep_ == "nummod" and token == next(iter(token.head.subtree)):
            yield put_word(token, "All" if token.i == 0 else "all")


_SOME = frozenset("some many most several few certain".split())
_PARTIES = frozenset("nsubj nsubjpass dobj pobj".split())


def _other_lands(doc: Doc, names: Names) -> Iterator[str]:
    """The sentence with what was in a town told as in another country of the story."""
    held = doc.text.lower()
    for token in doc:
        land = names.lands.get(token.text)
        if not land or token.dep_ != "pobj" or token.head.lower_ not in ("in", "at", "to", "from"):
            continue
        others = [
            one for one in sorted(set(names.lands.values())) if one and one.lower() not in held
        ]
        others = [one for one in others if one != land]
        if others:
            yield put_word(token, others[draw(doc.text) % len(others)])


def _other_days(doc: Doc) -> Iterator[str]:
    for token in doc:
        if token.text in _WEEKDAYS:
            yield put_word(token, _WEEKDAYS[(_WEEKDAYS.index(token.text) + 3) % 7])
        elif token.text in _MONTHS and token.i + 1 < len(doc):
            after = doc[token.i + 1]
            if re.fullmatch(r"\d{1,2}", after.text):
                yield put_word(after, str((int(after.text) + 8) % 27 + 1))


def _exchanged(doc: Doc) -> Iterator[str]:
    """The sentence with a named doer and a named object in each other's place."""
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        doers = [one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")]
        done_to = [one for one in verb.children if one.dep_ in ("dobj", "dative")]
        done_to += [
            one
            for child in verb.children
            if child.dep_ in ("agent", "prep")
            for one in child.children
            if one.dep_ == "pobj" and child.lower_ in ("by", "to", "from", "against")
        ]
        for doer in doers:
            for other in done_to:
                if doer.pos_ == other.pos_ == "PROPN" and doer.i < other.i:
                    yield _swapped(doc, doer, other)


def _swapped(doc: Doc, first: Token, second: Token) -> str:
    spans = [
        (min(one.idx for one in (token, *_compounds(token))), token.idx + len(token))
        for token in (first, second)
    ]
    (start, end), (from_, to) = spans
    text = doc.text
    return f"{text[:start]}{text[from_:to]}{text[end:from_]}{text[start:end]}{text[to:]}"


def _compounds(token: Token) -> list[Token]:
    return [one for one in token.lefts if one.dep_ == "compound"]
