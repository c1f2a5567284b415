"""Which word carries what a parsed sentence tells: its main verb or, where that says little by itself, what stands with it."""

from spacy.tokens import Doc, Token

from ...lexicon.units import by_word
from .kin import word_kin
from .told import said_words

EMPTY_VERBS = frozenset(
    """be become remain stay have get make take give go keep put set hold come carry see find show lie stand
    win lose face do let bring lead mean use need want last amount total number comprise""".split()
)
"""Verbs that say little by themselves: what stands with them carries the sentence."""


_SAID = "secondsource.said"


def said_in(doc: Doc) -> dict[int, str]:
    """The telling words of a parsed sentence by where they stand (see `said_words`), looked up once for each parse: its text
    is put together from its tokens at every call."""
    said: dict[int, str] | None = doc.user_data.get(_SAID)
    if said is None:
        said = doc.user_data[_SAID] = dict(said_words(doc.text))
    return said


def main_word(doc: Doc) -> Token | None:
    """The word that carries what a sentence asserts: its main verb, or what is said to be so
    ("a failure" in "the war is a failure")."""
    root = next((token for token in doc if token.head == token), None)
    return _carrying(root) if root is not None else None


def _carrying(root: Token) -> Token:
    if not is_light(root):
        return root
    if root.lemma_ in _SERVING:
        return _served_as(root) or root
    for wanted in ("attr", "acomp", "oprd", "dobj", "xcomp"):
        for child in root.children:
            if child.dep_ == wanted and child.is_alpha and not child.is_stop:
                return _measured(child) or root
    return root


def _measured(noun: Token) -> Token | None:
    """What there is so much of ("fish" in "nine tonnes of fish"); the noun itself, if it is no measure; None for a measure of
    nothing that is named ("up to 40 dollars")."""
    if not any(child.dep_ == "nummod" for child in noun.children) or noun.lower_ not in by_word():
        return noun
    return next(
        (
            one
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for one in child.children
            if one.dep_ == "pobj" and one.is_alpha
        ),
        None,
    )


def is_light(verb: Token) -> bool:
    """Whether a verb says little by itself: not where a particle ("held up") or a phrase ("put the fee up") gives it a sense of
    its own."""
    if is_phrase(verb):
        return said_in(verb.doc)[verb.idx] in EMPTY_VERBS
    if verb.lemma_ in _SERVING and _served_as(verb) is not None:
        return True
    return (
        verb.lemma_ in EMPTY_VERBS
        and not (verb.lemma_ == "see" and _object_is_name(verb))
        and not (verb.lemma_ in _GOING and _goes_somewhere(verb))
        and not any(child.dep_ == "prt" for child in verb.children)
    )


_SERVING = frozenset({"work", "serve", "act"})


def _served_as(verb: Token) -> Token | None:
    """What somebody works or serves as."""
    return next(
        (
            one
            for child in verb.children
            if child.dep_ == "prep" and child.lower_ == "as"
            for one in child.children
            if one.dep_ == "pobj"
        ),
        None,
    )


_GOING = frozenset({"go", "come"})


def _goes_somewhere(verb: Token) -> bool:
    """Whether it says into or out of where somebody goes, which is more than "went on" or "came to"."""
    return any(
        child.dep_ == "prep"
        and child.lower_ in ("into", "to", "from")
        and any(one.pos_ == "PROPN" for one in child.children)
        for child in verb.children
    )


def _object_is_name(verb: Token) -> bool:
    """Whether it is done to somebody who is named: who sees a person meets that person."""
    return any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in verb.children)


def is_phrase(verb: Token) -> bool:
    """Whether a verb opens a phrase that stands for another word ("claim lives": kill)."""
    said = said_in(verb.doc).get(verb.idx)
    return bool(said) and said not in (verb.lower_, verb.lemma_)


def told_word(doc: Doc) -> Token | None:
    """The word that carries what a sentence reports: that of the clause, or the noun, that its main verb reports
    ("the seizure" in "skippers reported the seizure"); else its main word."""
    root = next((token for token in doc if token.head == token), None)
    if root is None or not reports(root):
        return main_word(doc)
    inner = next((child for child in root.children if child.dep_ == "ccomp"), None)
    if inner is None:
        for wanted in ("oprd", "acomp", "dobj"):
            inner = next((child for child in root.children if child.dep_ == wanted), None)
            if inner is not None and inner.is_alpha and not inner.is_stop:
                return inner
        return _spoken_of(root) or main_word(doc)
    return _carrying(inner)


def is_done_to_thing(verb: Token) -> bool:
    """Whether what a verb of saying says is only the thing that it is done to ("answered the ban"): then the verb is the deed."""
    return (
        verb.dep_ == "ROOT"
        and not reports(verb)
        and not word_kin(verb.lower_) & _ANSWERING
        and any(child.dep_ in ("dobj", "ccomp") for child in verb.children)
        and not any(
            child.dep_ in ("xcomp", "oprd", "parataxis")
            or (child.dep_ == "ccomp" and _is_clause(child))
            or (child.dep_ == "prep" and child.lower_ in ("as", "of", "about"))
            for child in verb.children
        )
    )


def reports(verb: Token) -> bool:
    """Whether a verb reports what somebody says, thinks or counts ("spoke of high costs" too)."""
    if is_phrase(verb):
        return False
    return verb.lemma_ in REPORTING or (verb.lemma_ in _SPEAKING and _spoken_of(verb) is not None)


def _is_clause(verb: Token) -> bool:
    return any(one.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for one in verb.children)


_ANSWERING = frozenset({"deny", "reject", "accuse", "=deni", "=reject", "=dismiss", "=rebuff"})
"""Senses of the verbs whose object is itself something said ("denied the claim")."""

_SPEAKING = frozenset("speak talk warn complain".split())
"""Verbs with which somebody tells of something where "of" or "about" follows."""


def _spoken_of(verb: Token) -> Token | None:
    """What somebody speaks or warns of."""
    return next(
        (
            one
            for child in verb.children
            if child.dep_ == "prep" and child.lower_ in ("of", "about")
            for one in child.children
            if one.dep_ == "pobj"
        ),
        None,
    )


REPORTING = frozenset(
    """say tell report announce state confirm note add explain claim maintain insist declare reveal disclose admit
    acknowledge argue believe think estimate write recall describe mention testify assert assure inform relate
    put consider see view regard deem find count reckon judge""".split()
)
"""Verbs with which a sentence tells what somebody says, thinks or counts, and no more (no promise, demand or denial)."""
