"""What two sentences have in the same place among the same words: where one has another name, number or day there, it tells
something else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc, Token

from ...lexicon.calendar import tables
from ...lexicon.nationalities import capitals, countries, demonyms
from ...lexicon.stems import stem
from ..telling.carrying import EMPTY_VERBS
from ..telling.clock import tells_time
from ..telling.kin import telling_kin
from ..telling.names import Keys
from ..telling.told import values_of
from ..telling.values import Difference
from .clauses import Ties

ALIGNED = 0.5
"""Share of a sentence's words that must stand in the same order in the other for places in them to be the same."""

NEAR_COPY = 0.75
"""The same for sentences that are all but the same."""

COPIED = 0.85
"""The same for sentences of which one was copied from the other."""

_LONG = 9
"""Words from which on a sentence like another was hardly written by chance."""

_LONGEST = 4
"""Words that stand in one place at most."""

_MONTHS = frozenset({*tables()["months"], *tables()["month_abbreviations"]})
_BESIDE_NAMES = frozenset("the 's ’s s mr mrs ms dr and of".split())
_ABOUT = 0.1
"""How far two numbers may lie apart where one of them is said to be about so many."""

_LOOSE = frozenset(
    """about around nearly almost some roughly approximately least most more less than over under up to as many
    much fewer only just""".split()
)


def alike(asked: Doc, told: Doc) -> float:
    """The share of a sentence's words that another has in the same order."""
    ones = _lowered(_words(asked))
    blocks = SequenceMatcher(None, ones, _lowered(_words(told)), autojunk=False)
    return sum(block.size for block in blocks.get_matching_blocks()) / max(1, len(ones))


def framed(asked: Doc, told: Doc, ties: Ties) -> tuple[tuple[Difference, str, str], ...]:
    """The first name, number or day that a sentence has where its source has another, or the "not" that only one has: what
    differs, and the words of both."""
    is_copy = alike(asked, told) >= NEAR_COPY
    for ours, theirs in _places(_words(asked), _words(told), is_copy):
        kind: Difference
        if not ours or not theirs:
            if not (is_copy and _only_denies(ours or theirs)):
                continue
            kind = "polarity"
        elif _are_other_days(ours, theirs) and (is_copy or not _is_moved(ours, theirs, is_copy)):
            kind = "date"
        elif is_copy and (_is_done_for_open(ours, theirs) or _is_verb_turned(ours, theirs)):
            kind = "polarity"
        elif _is_moved(ours, theirs, is_copy):
            continue
        elif _are_other_names(ours, theirs, ties, is_copy):
            kind = "participants"
        elif _are_other_numbers(ours, theirs):
            kind = "number"
        else:
            continue
        return ((kind, _shown(ours), _shown(theirs) or f"no {_shown(ours)}"),)
    return ()


def reworded(asked: Doc, told: Doc) -> tuple[str, ...]:
    """The telling words that a sentence has where the source that it was copied from has none of that meaning: in a short sentence, or one less
    like it, such a word may well be the same in other words."""
    if len(_words(asked)) < _LONG or alike(asked, told) < COPIED:
        return ()
    there = frozenset[str]().union(*map(_meant, told))
    found = []
    for ours, theirs in _places(_words(asked), _words(told), is_copy=True):
        others = [token for token in theirs if _tells(token)]
        if theirs and not others:
            continue
        meant = frozenset[str]().union(*(_meant(token) for token in others)) if others else there
        found += [
            token.text
            for token in ours
            if _tells(token)
            and not _meant(token) & meant
            and stem(token.lower_) not in {stem(one.lower_) for one in told}
        ]
    return tuple(found)


def _tells(token: Token) -> bool:
    """Whether a word is one whose meaning is compared: no name, number or time, and no verb that says little."""
    return (
        token.pos_ in ("NOUN", "VERB", "ADJ", "ADV")
        and token.is_alpha
        and not token.is_stop
        and token.lemma_ not in EMPTY_VERBS
        and not tells_time(token)
        and not token.like_num
    )


def _meant(token: Token) -> frozenset[str]:
    return telling_kin(token.lower_) | telling_kin(token.lemma_.lower())


def _shown(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _lowered(tokens: Iterable[Token]) -> list[str]:
    return [token.lower_.rstrip(".") for token in tokens]


def _words(doc: Doc) -> list[Token]:
    return [token for token in doc if any(map(str.isalnum, token.text))]


def _places(
    asked: Sequence[Token], told: Sequence[Token], is_copy: bool
) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """The words of both that stand in the same place and are not the same, if enough others are, and telling ones right beside
    them."""
    matcher = SequenceMatcher(None, _lowered(asked), _lowered(told), autojunk=False)
    steps = matcher.get_opcodes()
    same = sum(end - start for tag, start, end, _, _ in steps if tag == "equal")
    if same < ALIGNED * len(asked):
        return
    for at, (tag, start, end, from_, to) in enumerate(steps):
        if tag == "equal" or end - start > _LONGEST or to - from_ > _LONGEST:
            continue
        beside = [
            asked[one[1] : one[2]] for one in (*steps[max(0, at - 1) : at], *steps[at + 1 : at + 2])
        ]
        if is_copy or any(map(_is_telling, beside)):
            yield asked[start:end], told[from_:to]


def _is_telling(words: Sequence[Token]) -> bool:
    return len(words) > 1 and any(not word.is_stop for word in words)


def _is_moved(ours: Sequence[Token], theirs: Sequence[Token], is_copy: bool) -> bool:
    """Whether the source has these words too, in another place; of what is all but the same, only beside the others ("Chad
    and Niger", "Niger and Chad")."""
    there = {token.lower_ for token in theirs}
    telling = [token for token in ours if not token.is_stop and token.lower_ not in there]
    doc = theirs[0].doc
    beside = {one.lower_ for token in theirs for one in token.conjuncts}
    held = beside if is_copy else {token.lower_ for token in doc}
    return bool(telling) and all(token.lower_ in held for token in telling)


_NOT = frozenset("not n't n’t never".split())
_HELPING = frozenset("do does did".split())


def _only_denies(tokens: Sequence[Token]) -> bool:
    words = {token.lower_ for token in tokens}
    return bool(words & _NOT) and words <= _NOT | _HELPING


_DONE = frozenset("did does do has have had was were".split())
_OPEN = frozenset("will would can could may might should must shall 'll ’ll to".split())
_HELPERS = _DONE | _OPEN | frozenset("be been being is are am".split())


def is_told_as_done(words: str) -> bool:
    """Whether these words are nothing but helpers by which something is told as done ("did")."""
    return set(words.lower().split()) <= _DONE


def _is_done_for_open(ours: Iterable[Token], theirs: Iterable[Token]) -> bool:
    """Whether one tells as done what the other leaves open ("did ask", "can ask")."""
    return {token.lower_ for token in ours} <= _DONE and any(
        token.lower_ in _OPEN for token in theirs
    )


def _is_verb_turned(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether both are one verb with its helpers, and only one of them is denied, or only the first left open ("will meet",
    "met"); what only the second leaves open is more than another wording: it is told as not done."""
    (ones, are_denied, are_open), (others, deny, leave_open) = map(_verb_of, (ours, theirs))
    return bool(ones) and ones == others and (are_denied != deny or are_open > leave_open)


def _verb_of(tokens: Sequence[Token]) -> tuple[list[str], bool, bool]:
    """The lemmas of a verb's words without its helpers (nothing where there are others than verbs), whether it is denied, and
    whether it is left open."""
    words = {token.lower_ for token in tokens}
    main = [one for one in tokens if one.lower_ not in _NOT | _HELPERS]
    lemmas = [one.lemma_ for one in main] if all(one.pos_ == "VERB" for one in main) else []
    return lemmas, bool(words & _NOT), bool(words & _OPEN)


def _are_other_names(
    ours: Iterable[Token], theirs: Iterable[Token], ties: Ties, is_copy: bool
) -> bool:
    """Whether both are names and not of the same; one of a land and one of what may lie in it are told apart only where all
    else is the same."""
    ones, others = _only_names(ours), _only_names(theirs)
    if not ones or not others or not (is_copy or _kinds(ones) & _kinds(others)):
        return False
    return not _keys(ones, ties) & _keys(others, ties)


def _only_names(tokens: Iterable[Token]) -> list[Token]:
    """The names among these words, if they are nothing but names."""
    telling = [
        token for token in tokens if token.lower_ not in _BESIDE_NAMES and not _is_title(token)
    ]
    is_all = all(token.pos_ == "PROPN" or _is_land(token) for token in telling)
    is_time = any(tells_time(token) or token.like_num for token in telling)
    return telling if is_all and not is_time else []


def _is_title(token: Token) -> bool:
    """Whether a common noun only says what a name is ("leaders" before two names)."""
    return (
        token.pos_ == "NOUN" and token.dep_ in ("compound", "nmod") and token.head.pos_ == "PROPN"
    )


def _is_land(token: Token) -> bool:
    return token.text in demonyms() or token.text in countries()


def _kinds(names: Sequence[Token]) -> frozenset[str]:
    """What names may be of: of a land, or of somebody or some place in it; a capital is of both."""
    if all(map(_is_land, names)) or _shown(names) in countries():
        return frozenset({"land"})
    return frozenset({"land", "other"} if names[-1].text in capitals() else {"other"})


def _keys(tokens: Sequence[Token], ties: Ties) -> Keys:
    whole = _shown(tokens)
    first = tokens[0]
    full = [one.text for one in first.lefts if one.dep_ == "compound"] + [first.text]
    return ties(whole).union(ties(" ".join(full)), *(ties(token.text) for token in tokens))


def _are_other_days(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    ones, others = (
        {one.lower_ for one in side} & set(tables()["weekdays"]) for side in (ours, theirs)
    )
    if ones and others and not ones & others:
        return True
    return _is_day_of_month(ours) and _is_day_of_month(theirs)


def _is_day_of_month(tokens: Sequence[Token]) -> bool:
    """Whether these words are the number of a day, beside its month."""
    if len(tokens) != 1 or not re.fullmatch(r"\d{1,2}", tokens[0].text):
        return False
    token = tokens[0]
    near = [token.doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc)]
    return any(one.lower_.rstrip(".") in _MONTHS and one.is_title for one in near)


def _are_other_numbers(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    if any(tells_time(token) for token in (*ours, *theirs)):
        return False
    ones, others = (values_of(_shown(side)) for side in (ours, theirs))
    if len(ones) != 1 or len(others) != 1 or ones & others:
        return False
    one, other = *ones, *others
    is_loose = any(token.lower_ in _LOOSE for side in (ours, theirs) for token in _around(side))
    return not (is_loose and abs(one - other) <= _ABOUT * max(one, other))


def _around(tokens: Sequence[Token]) -> Iterator[Token]:
    doc = tokens[0].doc
    yield from doc[max(0, tokens[0].i - 3) : tokens[-1].i + 1]
