"""Which runs of words are names: what the pipeline found, repaired, and what tables and patterns add."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.lang.en import English

from ...lexicon import bodies, nationalities, titles
from .parted import COMPOUNDED, shared_land, with_syllable
from .run import Run
from .words import POSSESSIVE_END, Words

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT"})
_POSSESSIVES = frozenset({"'s", "’s", "‘s", "`s", "'", "’", "´s"})
_EDGE = frozenset({"the", "a", "an", "this", "that", "these", "its", "their", "his", "her", "our"})
_PREFIXES = frozenset({"pro", "anti", "post", "ex", "non", "pre", "mid", "then", "neo", "ultra"})
_FUNCTION_WORDS = frozenset(
    {"of", "for", "or", "on", "and", "in", "at", "to", "by", "with", "from"}
)


@dataclass(frozen=True)
class Entry:
    """What the tables say of a name: which table, and for countries whether the name is ambiguous."""

    table: str
    ambiguous: bool = False


@cache
def _entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for name, body in bodies.bodies().items():
        entries[name] = Entry("body", body.ambiguous)
    for word in nationalities.peoples():
        entries.setdefault(word, Entry("people"))
    for word in nationalities.demonyms():
        entries.setdefault(word, Entry("demonym"))
    for name, nation in nationalities.countries().items():
        entries.setdefault(name, Entry("country", nation.ambiguous))
    for name in nationalities.capitals():
        entries.setdefault(name, Entry("capital"))
    return entries


@cache
def _table_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of the tables by their first token, as the tokens that the pipeline makes of them, the
    longest first."""
    tokenizer = English().tokenizer
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in _entries():
        parts = tuple(token.text for token in tokenizer(name))
        by_first.setdefault(parts[0], []).append(parts)
    return {
        first: tuple(sorted(names, key=lambda parts: (-len(parts), parts)))
        for first, names in by_first.items()
    }


@cache
def _spelled() -> dict[str, tuple[str, Entry]]:
    return {"".join(name.split()): (name, entry) for name, entry in _entries().items()}


def entry_of(words: str) -> tuple[str, Entry] | None:
    """The table's spelling of these words and what the tables say of them, if they know them; an
    acronym with full stops is the same as without."""
    joined = "".join(words.replace("’", "'").split())
    found = _spelled().get(joined)
    if found is None and "." in joined and joined.replace(".", "").isupper():
        found = _spelled().get(joined.replace(".", ""))
    return found


def find_runs(words: Words, patterns: Iterable[Run]) -> list[Run]:
    """All runs that may be names, in the order of the text, none overlapping another; `patterns` are
    runs that are certain."""
    taken: list[Run | None] = [None] * len(words)
    runs: list[Run] = []

    def take(run: Run) -> None:
        runs.append(run)
        for index in range(run.start, run.end):
            taken[index] = run

    entities = [
        run
        for start, end, label in _entity_spans(words)
        for run in _repaired(words, start, end, label)
    ]
    inside: list[Run | None] = [None] * len(words)
    for run in entities:
        for index in range(run.start, run.end):
            inside[index] = run
    for run in patterns:
        if any(taken[run.start : run.end]):
            continue
        take(run)
    for run in _table_runs(words):
        if any(taken[run.start : run.end]):
            continue
        around = inside[run.start] or inside[run.end - 1]
        if words.shouting[run.start]:
            around = None
        if around and around.start <= run.start and around.end >= run.end:
            longer = around.end - around.start > run.end - run.start
            if longer and not any(taken[around.start : around.end]):
                continue
        take(run)
    for run in entities:
        start, end = run.start, run.end
        while start < end and taken[start]:
            start += 1
        while end > start and taken[end - 1]:
            end -= 1
        if start < end and not any(taken[start:end]):
            if (start, end) != (run.start, run.end):
                start, end = trimmed(words, start, end)
                if start >= end or not _has_capital(words, start, end):
                    continue
                run = make_run(words, start, end, run.label)
            take(run)
    return sorted(runs, key=lambda run: run.start)


def _entity_spans(words: Words) -> Iterator[tuple[int, int, str]]:
    start = 0
    total = len(words)
    while start < total:
        label = words.label[start]
        end = start + 1
        if label:
            while end < total and words.inside[end] and words.label[end] == label:
                end += 1
            if label in LABELS:
                yield start, end, label
        start = end


def make_run(words: Words, start: int, end: int, label: str) -> Run:
    run = Run(start, end, label, POSSESSIVE_END.sub("", words.written(start, end)))
    found = entry_of(run.words)
    if found:
        run.table = found[1].table
    return run


def run_of_kind(words: Words, start: int, end: int, kind: str) -> Run:
    """The run over the tokens from `start` to before `end` that a pattern finds, of the kind that it tells."""
    run = make_run(words, start, end, "PATTERN")
    run.kind = kind
    return run


def _has_capital(words: Words, start: int, end: int) -> bool:
    return any(word[:1].isupper() or word[:1].isdigit() for word in words.text[start:end])


def trimmed(words: Words, start: int, end: int) -> tuple[int, int]:
    """The same run without articles, possessives, forms of address and punctuation at its ends."""
    while start < end:
        word = words.lower[start]
        if end - start > 2 and words.text[start] in _PREFIXES and words.text[start + 1] == "-":
            start += 2
        elif (
            word in _EDGE
            or words.is_space(start)
            or not any(letter.isalnum() for letter in word)
            or word in _POSSESSIVES
            or word in _FUNCTION_WORDS
            or (word == "s" and start > 0 and words.text[start - 1] in _POSSESSIVES)
            or titles.is_courtesy(word)
        ):
            start += 1
        else:
            break
    while end > start:
        word = words.text[end - 1]
        hyphened = end - 2 > start and words.text[end - 2] == "-"
        if (
            words.is_space(end - 1)
            or word in _POSSESSIVES
            or (word in _FUNCTION_WORDS and not hyphened)
            or not any(letter.isalnum() for letter in word)
        ):
            end -= 1
        else:
            break
    return start, end


def _repaired(words: Words, start: int, end: int, label: str) -> Iterator[Run]:
    """The runs inside one entity of the pipeline: broken where two names meet, trimmed, without the
    roles at the beginning of a person, without what cannot be a name."""
    for first, last in _pieces(words, start, end, label):
        first, last = trimmed(words, first, last)
        relabelled = label
        if label in {"PERSON", "ORG"}:
            bare = _without_roles(words, first, last)
            if label == "ORG" and bare != (first, last):
                # "Major General Ann Ward" is a person; "General Motors" and "King's College" are not.
                if _is_rank(words, first, bare[0]) and not bodies.kind_of_last(
                    words.lower[last - 1]
                ):
                    relabelled, first, last = "PERSON", *bare
            elif label == "PERSON":
                first, last = bare
        if relabelled == "ORG":
            last = _without_small_tail(words, first, last)
            if last - first > 1 and words.text[last - 1] in _LAWS:
                continue  # a law does nothing itself
        if first >= last or not _has_capital(words, first, last):
            continue
        if relabelled == "PERSON":
            first = _with_first_names(words, first)
            last = _with_generation(words, with_syllable(words, first, last))
        yield make_run(words, first, last, relabelled)


_LAWS = frozenset({"Act", "Amendment"})


def _without_small_tail(words: Words, start: int, end: int) -> int:
    """The end of a body's name without plural nouns in small letters behind it that no body ends in: "Gray multiple times"."""
    last = end
    while last - 1 > start and words.text[last - 1].islower() and words.text[last - 1].isalpha():
        word = words.lower[last - 1]
        if word != "times" and (bodies.is_whole(word) or bodies.kind_of_last(word)):
            return end
        last -= 1
    plural = words.tag[end - 1] == "NNS"
    return last if plural and words.text[last - 1][:1].isupper() else end


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The parts of an entity, broken at empty lines and brackets, and a body's also at commas and strokes
    ("Fund for Nature, Acme Trust"), save before "Inc." and inside lists before "and"."""
    begin = start
    for index in range(start, end):
        word = words.text[index]
        if word == "and" and label in {"GPE", "LOC", "NORP"} and shared_land(words, index):
            yield begin, index
            begin = index + 1
            continue
        if label == "PERSON" and index > begin and words.text[index - 1] in {"Jr.", "Sr."}:
            # "... his son, Omar Bell Jr. Bell said"
            yield begin, index
            begin = index
        broken = words.is_break(index) or word in {"(", ")", "[", "]", "/", '"', "“", "”", "–", "—"}
        if label == "ORG" and index > start:
            if word == "-" and words.start[index] > words.end(index - 1):
                broken = True
            if word == "and" and _joins_two_bodies(words, begin, index, end):
                broken = True
        if word == "," and label in {"ORG", "PERSON", "FAC", "NORP"}:
            following = words.lower[index + 1] if index + 1 < end else ""
            listed = any(words.lower[later] in {"and", "&"} for later in range(index, end))
            broken = bodies.kind_of_last(following) != "company" and not (listed and label == "ORG")
        if word in _POSSESSIVES and label in {"ORG", "FAC"} and index > begin:
            # "Chile's Defense Ministry" are two names, "People's Army" is one.
            owner = words.written(begin, index)
            found = entry_of(owner.removeprefix("the ").removeprefix("The "))
            broken = found is not None and found[1].table in {"country", "capital"}
        if broken:
            yield begin, index
            begin = index + 1
    yield begin, end


def _joins_two_bodies(words: Words, start: int, link: int, end: int) -> bool:
    """Whether "and" at `link` stands between two whole names: "Reform Party of Acadia and Green Alliance"."""
    last = link - 1
    for index in range(start + 1, link):
        if words.lower[index] in {"of", "for"}:
            last = index - 1
            break
    if last <= start or not bodies.is_whole(words.lower[last]):
        return False
    return any(bodies.is_whole(word) for word in words.lower[link + 1 : end])


def _is_rank(words: Words, start: int, end: int) -> bool:
    """Whether all of these words are roles or forms of address written with a capital."""
    return all(
        words.text[index][:1].isupper()
        and (titles.is_before(words.lower[index]) or titles.is_head(words.lower[index]))
        for index in range(start, end)
        if not words.is_space(index)
    )


def _with_first_names(words: Words, start: int) -> int:
    """The start of a person's name, over first names before it that the pipeline left out."""
    while start > 0:
        before = start - 1
        word, lower = words.text[before], words.lower[before]
        if (
            words.tag[before] != "NNP"
            or words.label[before]
            or not word[:1].isupper()
            or len(word) < 2
            or (word.isupper() and len(word) > 3)
            or words.shouting[before]
            or titles.is_head(lower)
            or titles.is_before(lower)
            or titles.is_courtesy(lower)
            or titles.is_modifier(lower)
            or titles.is_description(lower)
            or titles.is_portfolio(lower)
            or entry_of(word)
            or bodies.kind_of_last(lower)
        ):
            return start
        start = before
    return start


def _with_generation(words: Words, end: int) -> int:
    """The end of a person's name, over "Jr." or "III" behind it."""
    after = end + 1 if end < len(words) and words.text[end] == "," else end
    if after < len(words) and words.text[after] in {"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"}:
        return after + 1
    return end


def _without_roles(words: Words, start: int, end: int) -> tuple[int, int]:
    """A person's run without the roles, nationalities and forms of address before the name."""
    while start < end - 1:
        word = words.lower[start]
        role = (
            titles.is_before(word)
            or (titles.is_head(word) and not titles.is_private(word))
            or word in {"prime", "foreign", "vice", "deputy"}
            or (titles.is_description(word) and end - start > 2)
            or (titles.is_party_word(word) and end - start > 2)
        )
        if titles.is_also_first_name(word) and end - start == 2:
            role = False
        if role or words.text[start] in nationalities.demonyms() or titles.is_courtesy(word):
            start, end = trimmed(words, start + 1, end)
        else:
            break
    if end - start > 2 and words.text[end - 2] == "-" and words.lower[end - 1] in COMPOUNDED:
        end -= 2  # "the Ann Bell-era plan"
    while end - start > 1 and (
        titles.is_after_name(words.lower[end - 1])
        or (words.text[end - 1].islower() and words.text[end - 2] not in {"-", "'", "’"})
    ):
        end -= 1
    return start, end


def _table_runs(words: Words) -> Iterator[Run]:
    by_first = _table_words()
    reached = 0
    plain = words.plain
    if any(words.shouting):
        plain = [
            word.capitalize() if shouted and len(word) > 3 and word.isupper() else word
            for word, shouted in zip(plain, words.shouting, strict=True)
        ]
    for index in [n for n, word in enumerate(plain) if word in by_first]:
        if index < reached:
            continue
        for parts in by_first[plain[index]]:
            length = len(parts)
            if length > 1 and tuple(plain[index : index + length]) != parts:
                continue
            run = make_run(words, index, index + length, words.label[index] or "TABLE")
            found = entry_of(run.words)
            if found is None and words.shouting[index]:
                run.words = run.words.title()
                found = entry_of(run.words)
                run.table = found[1].table if found else ""
            if found and not (found[1].ambiguous and not words.label[index]):
                yield run
                reached = index + length
                break
