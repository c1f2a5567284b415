"""What a passage changed: figures, names, roles, dates, quotations, negations, hedges, sentences."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from ..lexicon import titles
from ..model.lineage import Alteration, PassageSpan
from ..model.text import Citation
from .alignment import Indexed, Pair
from .disfluency import disfluencies
from .shingles import Line, Shape, letters_of, number_of, stem, words_of

MORE = {"pair": "2", "couple": "2", "both": "2", "half": "0.5", "hundred": "100"}


def is_changed(span: PassageSpan) -> bool:
    """Whether a pair of aligned spans differs by more than the way of typing."""
    return letters_of(span.original.words) != letters_of(span.copy.words)


def cite(line: Line, article: str) -> Citation:
    """The address of a sentence."""
    return Citation(start=line.start, end=line.end, words=line.shape.text, article=article)


def alterations_of(original: Indexed, copy: Indexed, pairs: Sequence[Pair]) -> list[Alteration]:
    """All alterations of the aligned `pairs`, in the order of the copy; then what was left out."""
    found: list[Alteration] = []
    quotations = letters_of(original.sheet.article.text)
    for pair in pairs:
        one, other = original.lines[pair.original], copy.lines[pair.copy]
        if one.shape.letters == other.shape.letters:
            continue
        where = (cite(one, original.sheet.article.id), cite(other, copy.sheet.article.id))
        for kind, was, became in _changes(one.shape, other.shape, quotations):
            found.append(Alteration(kind=kind, was=was, became=became, citations=where))  # type: ignore[arg-type]
    return [*found, *_unpaired(original, copy, pairs)]


def _changes(one: Shape, other: Shape, original_letters: str) -> Iterator[tuple[str, str, str]]:
    """Kind, words before, words after, for one aligned pair of different sentences."""
    numbers_was, numbers_now = _numbers(one), _numbers(other)
    lost = [words for value, words in numbers_was if value not in {v for v, _ in numbers_now}]
    new = [words for value, words in numbers_now if value not in {v for v, _ in numbers_was}]
    if lost and new:
        yield "figure", "; ".join(lost), "; ".join(new)
    days_was, days_now = _members(one, words_of("calendar")), _members(other, words_of("calendar"))
    lost = [word for word in days_was if word[:3].lower() not in {w[:3].lower() for w in days_now}]
    new = [word for word in days_now if word[:3].lower() not in {w[:3].lower() for w in days_was}]
    if lost and new:
        yield "date", "; ".join(lost), "; ".join(new)
    yield from _names_and_roles(one, other)
    yield from _quotations(one, other, original_letters)
    negated_was, negated_now = (
        _members(one, words_of("negations")),
        _members(other, words_of("negations")),
    )
    if bool(negated_was) != bool(negated_now):
        yield "negation", " ".join(negated_was), " ".join(negated_now)
    hedged_was, hedged_now = _members(one, words_of("hedges")), _members(other, words_of("hedges"))
    if bool(hedged_was) != bool(hedged_now):
        yield "hedge", " ".join(hedged_was), " ".join(hedged_now)
    if len(disfluencies(other.text)) > len(disfluencies(one.text)):
        yield "broken", one.text, other.text


def _numbers(shape: Shape) -> list[tuple[str, str]]:
    """Value and words of each number."""
    found = []
    for word, (start, end) in zip(shape.words, shape.spans, strict=True):
        value = MORE.get(word) or (None if word == "one" else number_of(word))
        if value is not None:
            found.append((value, shape.text[start:end]))
    return found


def _members(shape: Shape, words: Iterable[str]) -> list[str]:
    """Words of the sentence that belong to a list, as written."""
    return [
        shape.text[start:end]
        for word, (start, end) in zip(shape.words, shape.spans, strict=True)
        if word in words
    ]


def _names_and_roles(one: Shape, other: Shape) -> Iterator[tuple[str, str, str]]:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    for tag, low, high, low_now, high_now in matcher.get_opcodes():
        if tag != "replace" or high - low > 6 or high_now - low_now > 6:
            continue
        was = _slice(one, low, high)
        became = _slice(other, low_now, high_now)
        if letters_of(was) == letters_of(became):
            continue
        heads_was = {word for word in one.words[low:high] if titles.is_head(word)}
        heads_now = {word for word in other.words[low_now:high_now] if titles.is_head(word)}
        if heads_was and heads_now and heads_was != heads_now:
            yield "role", was, became
        elif _all_names(one, low, high) and _all_names(other, low_now, high_now):
            stems_was = {stem(word) for word in one.words[low:high]}
            stems_now = {stem(word) for word in other.words[low_now:high_now]}
            if not (stems_was <= stems_now or stems_now <= stems_was):
                yield "name", was, became


def _slice(shape: Shape, low: int, high: int) -> str:
    return shape.text[shape.spans[low][0] : shape.spans[high - 1][1]]


def _all_names(shape: Shape, low: int, high: int) -> bool:
    return all(
        shape.text[start].isupper() and word not in words_of("calendar") and position > 0
        for position, (word, (start, _)) in enumerate(
            zip(shape.words[low:high], shape.spans[low:high], strict=True), low
        )
    )


def quotations_in(shape: Shape) -> list[str]:
    """The words inside quotation marks of a sentence, each run of them as one."""
    found: list[str] = []
    run: list[tuple[int, int]] = []
    for is_quoted, span in zip((*shape.quoted, False), (*shape.spans, (0, 0)), strict=True):
        if is_quoted:
            run.append(span)
        elif run:
            found.append(shape.text[run[0][0] : run[-1][1]])
            run = []
    return found


def _quotations(one: Shape, other: Shape, original_letters: str) -> Iterator[tuple[str, str, str]]:
    was, now = quotations_in(one), quotations_in(other)
    changed = [words for words in now if letters_of(words) not in original_letters]
    if changed and was:
        yield "quotation", " … ".join(was), " … ".join(changed)
    elif was and not now and sum(one.quoted) >= 5:
        yield "quotation", " … ".join(was), other.text


def is_verbatim(original: Indexed, copy: Indexed, pairs: Sequence[Pair]) -> bool:
    """False when quotations of aligned sentences were reworded throughout, as translating back or
    paraphrasing does: at most a third of them, of four words and more, is found in the original."""
    letters = letters_of(original.sheet.article.text)
    kept = reworded = 0
    for pair in pairs:
        one, other = original.lines[pair.original].shape, copy.lines[pair.copy].shape
        if not any(one.quoted):
            continue
        for words in quotations_in(other):
            if words.count(" ") >= 3:
                if letters_of(words) in letters:
                    kept += 1
                else:
                    reworded += 1
    return not reworded or kept > (kept + reworded) / 3


def _unpaired(original: Indexed, copy: Indexed, pairs: Sequence[Pair]) -> Iterator[Alteration]:
    """Sentences between aligned ones that were left out, and such that were put in."""
    if not pairs:
        return
    there = {pair.original for pair in pairs}
    here = {pair.copy for pair in pairs}
    for number in range(min(there), max(there)):
        if number not in there:
            line = original.lines[number]
            yield Alteration(
                kind="omitted",
                was=line.shape.text,
                became="",
                citations=(cite(line, original.sheet.article.id),),
            )
    for number in range(min(here), max(here)):
        if number not in here:
            line = copy.lines[number]
            yield Alteration(
                kind="added",
                was="",
                became=line.shape.text,
                citations=(cite(line, copy.sheet.article.id),),
            )
