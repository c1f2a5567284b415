"""`python -m evaluation.altered STORY [--most N] [--seed WORD] [--kinds K,…] [--show]`: sentences of a story's own reports, altered in one
thing, put to `check`.

Every sentence that `check` calls supported (or only said) is altered by rule: another name of the record in the place of one, another
number, day or weekday, a "not" put in or taken out, what is only to come, threatened or demanded told as done, doer and object
exchanged. None of these is borne out by the reports, so each that is still called supported counts as a failing; a
few are true by chance. The same story, seed and rules give the same sentences. `--show` prints those failings with the words that
were taken for their support.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from spacy.tokens import Doc, Token

from secondsource.check import Checked, Checker
from secondsource.lexicon.nationalities import countries, demonyms
from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader
from secondsource.store.story import open_story

KINDS = ("name", "number", "not", "done", "day", "roles")
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

    def other(self, name: str, sentence: str, seed: str) -> str | None:
        """Another name of the same kind that the sentence does not hold, the same for one seed."""
        kind = next((kind for kind, names in self.by_kind.items() if name in names), None)
        held = sentence.lower()
        fit = [one for one in self.by_kind.get(kind or "", ()) if not _akin(one, name, held)]
        return fit[_draw(f"{seed} {name} {sentence}") % len(fit)] if fit else None


def _akin(one: str, name: str, sentence: str) -> bool:
    """Whether two names may be of one bearer, or one stands in the sentence already, as a land, its people or its capital."""
    lands = [countries().get(each) or demonyms().get(each) for each in (one, name)]
    if lands[0] and lands[1] and lands[0].code == lands[1].code:
        return True
    if lands[0] and lands[0].name.lower() in sentence:
        return True
    return any(word.lower() in sentence or word in name.split() for word in one.split())


def _draw(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=4).digest())


def names_of(readings: Iterable[Reading]) -> Names:
    """The names of these readings: persons by full name, countries, their adjectives, and towns."""
    found: dict[str, set[str]] = {"country": set(), "nation": set(), "person": set(), "town": set()}
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
    return Names({kind: tuple(sorted(names)) for kind, names in found.items()})


def alterations(doc: Doc, names: Names, seed: str = "") -> Iterator[Altered]:
    """The parsed sentence, each time with one thing altered."""
    yield from (Altered("name", text) for text in _other_names(doc, names, seed))
    yield from (Altered("number", text) for text in _other_numbers(doc))
    yield from (Altered("not", text) for text in _other_polarity(doc))
    yield from (Altered("done", text) for text in _told_as_done(doc))
    yield from (Altered("day", text) for text in _other_days(doc))
    yield from (Altered("roles", text) for text in _exchanged(doc))


def _put(doc: Doc, start: int, end: int, words: str) -> str:
    return f"{doc.text[:start]}{words}{doc.text[end:]}"


def _put_word(token: Token, words: str) -> str:
    return _put(token.doc, token.idx, token.idx + len(token), words)


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
            yield _put_word(
                token, f"{value * 2 + 1:,}" if "," in token.text else f"{value * 2 + 1}"
            )
        elif token.lower_ in _NUMBER_WORDS:
            place = (_NUMBER_WORDS.index(token.lower_) + 5) % len(_NUMBER_WORDS)
            other = _NUMBER_WORDS[place]
            yield _put_word(token, other.capitalize() if token.is_title else other)


def _other_polarity(doc: Doc) -> Iterator[str]:
    """The sentence with its main verb, and that of the clause that this reports, denied or affirmed."""
    root = next((token for token in doc if token.head == token), None)
    if root is None:
        return
    for verb in (root, *(child for child in root.children if child.dep_ == "ccomp")):
        nots = [child for child in verb.children if child.dep_ == "neg"]
        helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        helpers = [one for one in helpers if one.lower_ != "to" and one.is_alpha]
        if nots and nots[0].lower_ == "not":
            yield re.sub(r"\s{2,}", " ", _put_word(nots[0], ""))
        elif nots:
            continue
        elif helpers:
            yield _put_word(helpers[0], f"{helpers[0].text} not")
        elif verb.lemma_ == "be" and verb.is_alpha:
            yield _put_word(verb, f"{verb.text} not")
        elif verb.tag_ == "VBD":
            yield _put_word(verb, f"did not {verb.lemma_}")


def _told_as_done(doc: Doc) -> Iterator[str]:
    """The sentence with something that is only ahead or open in it told as done."""
    for token in doc:
        verb = token.head
        if token.dep_ == "aux" and token.lower_ in _MODALS and verb.tag_ == "VB":
            helpers = [one for one in verb.children if one.dep_ in ("aux", "auxpass", "neg")]
            if helpers == [token] and verb.lemma_ != "be":
                yield _put_word(token, "did")
        if token.dep_ == "xcomp" and token.tag_ == "VB" and verb.lemma_ in _OPEN:
            between = doc[verb.i + 1 : token.i]
            plain = [one.lower_ for one in between] == ["to"]
            bare = not any(child.dep_ in ("aux", "neg", "auxpass") for child in verb.children)
            if plain and bare and verb.tag_ in ("VBD", "VBZ", "VBP"):
                yield _put(doc, verb.idx, token.idx, "did ")


def _other_days(doc: Doc) -> Iterator[str]:
    for token in doc:
        if token.text in _WEEKDAYS:
            yield _put_word(token, _WEEKDAYS[(_WEEKDAYS.index(token.text) + 3) % 7])
        elif token.text in _MONTHS and token.i + 1 < len(doc):
            after = doc[token.i + 1]
            if re.fullmatch(r"\d{1,2}", after.text):
                yield _put_word(after, str((int(after.text) + 8) % 27 + 1))


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


@dataclass(frozen=True)
class Answer:
    """What `check` says of an altered sentence."""

    altered: Altered
    original: str
    checked: Checked


def sentences(article: Article, reading: Reading) -> Iterator[str]:
    """The sentences of a report's text that can stand alone."""
    for sentence in reading.sentences:
        words = article.text[sentence.start : sentence.end]
        if sentence.part == "text" and 5 <= len(words.split()) <= 45 and "\n" not in words:
            yield words


def answers(
    checker: Checker,
    reader: Reader,
    told: Sequence[tuple[str, str | None]],
    names: Names,
    seed: str = "",
    kinds: Sequence[str] = KINDS,
) -> Iterator[Answer]:
    """The answers on all alterations of those of these sentences, each with its day of writing, that are called supported or
    only said. Two sentences that come out alike are asked once; one that reports have word for word is not asked."""
    known = {words for words, _ in told}
    asked: set[str] = set()
    for words, day in told:
        found = checker.check(words, day)
        if len(found) != 1 or found[0].verdict not in ("supported", "only said"):
            continue
        for altered in alterations(reader.pipeline(words), names, seed):
            if altered.kind not in kinds or altered.text in known or altered.text in asked:
                continue
            asked.add(altered.text)
            results = checker.check(altered.text, day)
            if len(results) == 1:
                yield Answer(altered, words, results[0])


def asked_of(folder: Path, most: int, seed: str, kinds: Sequence[str]) -> Iterator[Answer]:
    """The answers on at most so many sentences of a built story, drawn by the seed."""
    reader = Reader()
    with open_story(folder).store() as store:
        record, readings = store.record(), list(store.readings())
        checker = Checker(record, readings, reader)
    articles = {row.id: row.article for row in record.articles if row.article is not None}
    told: dict[str, str | None] = {}
    for reading in readings:
        article = articles.get(reading.article.id)
        if article is not None:
            day = article.published.earliest if article.published else None
            told.update(dict.fromkeys(sentences(article, reading), day))
    drawn = sorted(told.items(), key=lambda one: _draw(f"{seed} {one[0]}"))
    yield from answers(checker, reader, drawn[:most], names_of(readings), seed, kinds)


def report(found: Iterable[Answer], show: bool) -> Iterator[str]:
    """A line for each kind of alteration: how many were asked, and how many called supported."""
    asked: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for one in found:
        kind = one.altered.kind
        asked[kind] += 1
        said[kind] += one.checked.verdict == "only said"
        if one.checked.verdict == "supported":
            failed[kind] += 1
            if show:
                yield f"{kind}: {one.altered.text}"
                yield f"    was:  {one.original}"
                yield f"    why:  {one.checked.why}"
                yield from (f"    from: {cited.words}" for cited in one.checked.citations[:2])
    for kind in KINDS:
        if asked[kind]:
            yield _line(kind, asked[kind], failed[kind], said[kind])
    yield _line("all", asked.total(), failed.total(), said.total())


def _line(kind: str, asked: int, failed: int, said: int) -> str:
    share = 100 * failed / asked if asked else 0.0
    return f"{kind}: {asked} asked, {failed} called supported ({share:.1f} %), {said} only said"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one story."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.altered", description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--most", type=int, default=150, help="sentences that are altered")
    parser.add_argument("--seed", default="")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--show", action="store_true", help="print each failing")
    given = parser.parse_args(arguments)
    found = asked_of(given.story, given.most, given.seed, given.kinds.split(","))
    for line in report(found, given.show):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
