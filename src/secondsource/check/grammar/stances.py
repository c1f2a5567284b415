"""How two parsed sentences put the same verbs: what one denies and the other affirms, and what one tells as done that the
other leaves open, in whatever clause it stands."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from ...lexicon.stems import stem
from ...model.event import REAL
from ..telling.carrying import EMPTY_VERBS
from ..telling.kin import word_kin
from ..telling.values import Difference
from .assertion import put_of

_NO = frozenset("no not n't n’t never neither nobody none nothing hardly".split())
"""Words that make a clause say that it is not so, wherever in it they stand."""

_DENYING = frozenset(
    stem(word)
    for word in """deny denial refuse refusal reject rejection fail failure decline dismiss prevent refute rebuff avoid
    stop false untrue unlikely impossible unable doubt""".split()
)
"""Words by which what hangs on them is not so."""

_COMING_TRUE = frozenset(
    """manage begin start continue force proceed help allow enable cause compel come get use go happen dare lead
    persuade convince let make see hear have able""".split()
)
"""Verbs (and "able") whose infinitive mostly comes true ("forced them to leave")."""

_OPENING = frozenset("will would could may might should must shall 'll ’ll".split())


def put_otherwise(asked: Doc, told: Doc) -> tuple[tuple[Difference, str, str], ...]:
    """The difference, with the words of both, if the source affirms what the sentence denies, or denies what it affirms, of a verb that both
    have; where the verb stands there several times, if all of them do."""
    for verb, others in _pairs(asked, told, lambda verb: True):
        if all(_is_denied(verb) != _is_denied(other) for other in others):
            return (("polarity", verb.text, _with_no(others[0])),)
    return ()


def puts_alike(asked: Doc, told: Doc, words: str) -> bool:
    """Whether the source affirms or denies a verb of the sentence, one of these words, as that does, and as to come where that does: the verb
    itself, or, where it has none, a noun that tells the same as done ("their meeting")."""
    for verb in asked:
        if verb.text not in words.split() or not _is_verb(verb):
            continue
        same = [other for other in told if _is_verb(other) and _is_same(verb, other)]
        if any(
            _is_denied(verb) == _is_denied(other) and (not _will(verb) or _is_open(other))
            for other in same
        ):
            return True
        nouns = [one for one in told if one.pos_ == "NOUN" and _is_kin(verb, one)]
        if not same and not _is_denied(verb) and any(put_of(one) in REAL for one in nouns):
            return True
    return False


def _is_kin(verb: Token, noun: Token) -> bool:
    return bool(word_kin(verb.lower_) & word_kin(noun.lower_))


def left_open(asked: Doc, told: Doc) -> tuple[str, ...]:
    """The words of what the sentence tells as done and the source only as to come, possible or wanted."""
    return tuple(
        verb.text
        for verb, others in _pairs(asked, told, _is_told_as_done)
        if all(map(_is_open, others))
    )


def over_already(asked: Doc, told: Doc) -> tuple[str, ...]:
    """The main verb of a sentence that tells of it as to come, where the source has it only as done."""
    return tuple(
        f"will {verb.text}"
        for verb, others in _pairs(asked, told, _will)
        if all(map(_is_told_as_done, others))
    )


def _will(verb: Token) -> bool:
    return _has(verb, "will", "'ll", "’ll", "shall")


def _pairs(
    asked: Doc, told: Doc, wanted: Callable[[Token], bool]
) -> list[tuple[Token, list[Token]]]:
    """The wanted verbs of the one, each with the words of the other that tell of the same."""
    found = []
    for verb in asked:
        if _is_verb(verb) and wanted(verb):
            others = [other for other in told if _is_verb(other) and _is_same(verb, other)]
            if others:
                found.append((verb, others))
    return found


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod")


def _is_same(verb: Token, other: Token) -> bool:
    """Whether two verbs are the same word, and where that says little by itself, stand with the same."""
    if stem(verb.lemma_.lower()) != stem(other.lemma_.lower()):
        return False
    return verb.lemma_ not in EMPTY_VERBS or bool(_beside(verb) & _beside(other))


def _beside(verb: Token) -> frozenset[str]:
    """What the words mean that a verb stands with, its subject apart."""
    near = [
        child
        for child in verb.children
        if child.dep_ in ("attr", "acomp", "dobj", "oprd", "advmod", "prt", "xcomp")
        and child.is_alpha
        and child.lower_ not in _NO
    ]
    near += [
        one
        for child in verb.children
        if child.dep_ in ("prep", "agent")
        for one in child.children
        if one.dep_ == "pobj"
    ]
    return frozenset[str]().union(*(word_kin(one.lower_) for one in near))


def _is_denied(verb: Token) -> bool:
    """Whether an odd number of words turns what a verb tells into its opposite."""
    over = [stem(one.lemma_.lower()) for one in verb.ancestors]
    return (len(_nots(verb)) + sum(one in _DENYING for one in over)) % 2 == 1


def _nots(verb: Token) -> list[Token]:
    found = [child for child in verb.children if child.lower_ in _NO]
    if not found and verb.dep_ == "conj" and any(one.lower_ == "nor" for one in verb.head.children):
        return _nots(verb.head)
    return found + [
        one
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
        for one in child.children
        if one.lower_ in _NO
    ]


def _with_no(verb: Token) -> str:
    return " ".join([*(one.text for one in _nots(verb)), verb.text])


def _is_told_as_done(verb: Token) -> bool:
    return (
        put_of(verb) in REAL
        and (verb.tag_ in ("VBD", "VBN") or _has(verb, "did", "has", "have", "had"))
        and not _is_open(verb)
    )


def _has(verb: Token, *helpers: str) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in helpers for child in verb.children)


def _is_open(verb: Token) -> bool:
    if any(child.dep_ == "aux" and child.lower_ in _OPENING for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head != verb:
        return _is_open(verb.head)
    is_infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return is_infinitive and verb.dep_ == "xcomp" and verb.head.lemma_ not in _COMING_TRUE
