"""Whether a parsed sentence asserts one of its words: as so, as not so, or as neither."""

from spacy.tokens import Doc, Token

from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..model.event import Status

_UNREAL_MARKS = frozenset({"if", "unless", "whether", "should", "lest"})
_UNREAL_MODALS = frozenset(
    {"could", "would", "might", "may", "should", "must", "can", "shall", "ought", "will"}
)
_ACCUSING = frozenset(stem(verb) for verb in ("accuse", "allege", "suspect", "blame"))
_EMPTY_VERBS = frozenset(
    """be become remain have get make take give go keep put set hold come carry see find show lie stand
    win lose face do let bring lead mean use need want""".split()
)
"""Verbs that say little by themselves: what stands with them carries the sentence."""

_NEGATIONS = frozenset({"no", "not", "n't", "never", "nobody", "neither", "without", "hardly"})


def main_word(doc: Doc) -> Token | None:
    """The word that carries what a sentence asserts: its main verb, or what is said to be so
    ("a failure" in "the war is a failure")."""
    root = next((token for token in doc if token.head == token), None)
    if root is None or root.lemma_ not in _EMPTY_VERBS:
        return root
    for wanted in ("attr", "acomp", "oprd", "dobj", "xcomp"):
        for child in root.children:
            if child.dep_ == wanted and child.is_alpha and not child.is_stop:
                return child
    return root


def is_negated(word: Token) -> bool:
    """Whether the word, or the verb that carries it, is negated."""
    verb = _verb_over(word)
    near = [*word.children, *verb.children]
    near += [
        child
        for one in verb.children
        if one.dep_ in ("attr", "dobj", "nsubj")
        for child in one.children
    ]
    return any(token.lower_ in _NEGATIONS for token in near)


def _verb_over(word: Token) -> Token:
    while word.pos_ not in ("VERB", "AUX") and word.head != word:
        word = word.head
    return word


def assertion(doc: Doc, main: frozenset[str]) -> Status | None:
    """How the sentence puts the word that shares a sense with `main`: `happened` (asserted), `negated`,
    `alleged` (accused of it), `planned` (will), `hypothetical` (may, if, wants to), or None where it has no such word. Of several such
    words the strongest counts."""
    found = {_put(token) for token in doc if token.is_alpha and senses(token.lower_) & main}
    order: tuple[Status, ...] = ("happened", "negated", "alleged", "planned", "hypothetical")
    return next((status for status in order if status in found), None)


def _put(word: Token) -> Status:
    verb = _verb_over(word)
    if is_negated(word):
        return "negated"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "mark")}
    if helpers & {"will", "'ll", "’ll"}:
        return "planned"
    if helpers & (_UNREAL_MODALS | _UNREAL_MARKS):
        return "hypothetical"
    if verb.dep_ in ("pcomp", "advcl", "ccomp") and any(
        stem(over.lower_) in _ACCUSING for over in verb.ancestors
    ):
        return "alleged"
    if verb.tag_ == "VB" or "to" in helpers:
        return "hypothetical"
    if verb.dep_ in ("pcomp", "advcl") and verb.tag_ == "VBG":
        return "hypothetical"
    return "happened"
