"""What a passage changed: figures, names, roles, dates, quotations, negations, hedges, sentences."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from ..lexicon import titles
from ..model.lineage import Alteration, PassageSpan
from ..model.text import Citation
from .alignment import Indexed, Pair, verbatim
from .disfluency import disfluencies
from .shingles import Line, Shape, letters_of, number_of, stem, words_of

MORE = {"pair": "2", "couple": "2"}
KEPT = 0.5
"""Share of equal words from which a lost negation or hedge can be told from another way to say it."""


def is_changed(span: PassageSpan) -> bool:
    """Whether a pair of aligned spans differs by more than the way of typing."""
    return letters_of(span.original.words) != letters_of(span.copy.words)


def cite(line: Line, article: str) -> Citation:
    """The address of a sentence."""
    return Citation(start=line.start, end=line.end, words=line.shape.text, article=article)


def alterations_of(original: Indexed, copy: Indexed, pairs: Sequence[Pair]) -> list[Alteration]:
    """All alterations of the aligned `pairs`, in the order of the copy; then what was left out."""
    found: list[Alteration] = []
    letters = letters_of(original.sheet.article.text)
    there = {pair.original for pair in pairs}
    here = {pair.copy for pair in pairs}
    for pair in pairs:
        one, other = original.lines[pair.original], copy.lines[pair.copy]
        if one.shape.letters == other.shape.letters:
            continue
        where = (cite(one, original.sheet.article.id), cite(other, copy.sheet.article.id))
        changes = [
            *_word_changes(
                one.shape,
                other.shape,
                _beside(original, pair.original, there),
                _beside(copy, pair.copy, here),
            ),
            *_names_and_roles(one.shape, other.shape),
            *_quotations(one.shape, other.shape, letters),
        ]
        if len(disfluencies(other.shape.text)) > len(disfluencies(one.shape.text)):
            changes.append(("broken", one.shape.text, other.shape.text))
        for kind, was, became in changes:
            found.append(Alteration(kind=kind, was=was, became=became, citations=where))
    return [*found, *_unpaired(original, copy, pairs)]


Kind = Literal[
    "figure", "name", "role", "quotation", "negation", "hedge", "date", "broken", "omitted", "added"
]
Change = tuple[Kind, str, str]


def _beside(text: Indexed, number: int, paired: set[int]) -> list[Shape]:
    """The sentences right before and after one that have no partner: what seems new or lost in a
    sentence may have come from them or gone there."""
    return [
        text.lines[near].shape
        for near in (number - 1, number + 1)
        if 0 <= near < len(text.lines) and near not in paired
    ]


def _word_changes(
    one: Shape, other: Shape, beside_one: Sequence[Shape], beside_other: Sequence[Shape]
) -> Iterator[Change]:
    """Figures, dates, negations and hedges that one sentence has and the other, with those beside
    it, does not."""
    known = {value for shape in (one, *beside_one) for value, _ in _numbers(shape)}
    kept = {value for shape in (other, *beside_other) for value, _ in _numbers(shape)}
    lost = [words for value, words in _numbers(one) if value not in kept]
    new = [words for value, words in _numbers(other) if value not in known]
    if lost and new:
        yield "figure", "; ".join(lost), "; ".join(new)
    known_days = {
        _day(word) for shape in (one, *beside_one) for word in _of_list(shape, "calendar")
    }
    kept_days = {
        _day(word) for shape in (other, *beside_other) for word in _of_list(shape, "calendar")
    }
    lost = [word for word in _of_list(one, "calendar") if _day(word) not in kept_days]
    new = [word for word in _of_list(other, "calendar") if _day(word) not in known_days]
    if lost and new:
        yield "date", "; ".join(lost), "; ".join(new)
    if verbatim(one.words, other.words) < KEPT:
        return
    for kind, listed in (("negation", "negations"), ("hedge", "hedges")):
        was, became = _of_list(one, listed), _of_list(other, listed)
        if was and not any(_of_list(shape, listed) for shape in (other, *beside_other)):
            yield kind, " ".join(was), ""  # type: ignore[misc]
        elif became and not any(_of_list(shape, listed) for shape in (one, *beside_one)):
            yield kind, "", " ".join(became)  # type: ignore[misc]


def _day(word: str) -> str:
    """What "Oct." and "October" share."""
    return word[:3].lower()


def _numbers(shape: Shape) -> list[tuple[str, str]]:
    """Value and words of each number that is not the day or the year of a date."""
    found = []
    months = words_of("calendar")
    for place, (word, (start, end)) in enumerate(zip(shape.words, shape.spans, strict=True)):
        value = MORE.get(word) or (None if word == "one" else number_of(word))
        around = (*shape.words[max(0, place - 1) : place], *shape.words[place + 1 : place + 2])
        if value is None or any(near in months for near in around):
            continue
        found.append((value, shape.text[start:end]))
    return found


def _of_list(shape: Shape, listed: str) -> list[str]:
    """Words of the sentence that stand in a list of `words.toml`, as written."""
    return [
        shape.text[start:end]
        for word, (start, end) in zip(shape.words, shape.spans, strict=True)
        if word in words_of(listed)
    ]


def _names_and_roles(one: Shape, other: Shape) -> Iterator[Change]:
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


def _quotations(one: Shape, other: Shape, original_letters: str) -> Iterator[Change]:
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
