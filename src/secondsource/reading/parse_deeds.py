"""Deeds that the parser of the language pipeline takes for what describes a noun, set right where the table of event words
knows the deed and what it is done to: "by halting exports", "torched a mill and looted shops", "had sheltered refugees"."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..lexicon.events import classes, verb_entries

_ENDING = frozenset(
    {"avoid", "begin", "cease", "continue", "keep", "quit", "resume", "start", "stop"}
)
_SOMEBODY = ("ACTORWORD", "PERSON", "TROOPS", "CITIZEN", "REFUGEE")
_BEFORE = ("det", "nummod", "poss")
_FORMS = ("amod", "compound", "nmod")


@Language.component("deeds_before_nouns")
def deeds_before_nouns(doc: Doc) -> Doc:
    """Makes a deed of a word in "-ing" or "-ed" that the parse hangs on the noun behind it as an adjective."""
    for token in doc:
        if token.dep_ == "conj" and token.head.dep_ == "nmod":
            _mend_second(token)
        if token.dep_ not in _FORMS or token.head.i <= token.i or not token.i:
            continue
        if token.lower_.endswith("ing"):
            _mend_gerund(token)
        elif token.tag_ in ("VBN", "VBD", "JJ"):
            _mend_past(token)
    return doc


def _mend_gerund(token: Token) -> None:
    """ "by halting exports", "stop shelling villages": the noun is what it is done to, and not who does it."""
    noun, before = token.head, token.nbor(-1)
    verb = verb_of(token, "ing")
    if verb is None or not is_done_to(verb, noun) or _is_somebody(noun):
        return
    if noun.dep_ == "pobj" and noun.head == before and token.dep_ == "amod":
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in before.head.children)
        if passive and before.lower_ == "by":
            return  # "was thrown by protesting weavers": who does it
        label = "pcomp"
    elif noun.dep_ == "dobj" and noun.head == before and before.lemma_ in _ENDING:
        label = "xcomp"
    else:
        return
    _turn(token, verb, "VBG", before, label)
    noun.head, noun.dep_ = token, "dobj"


def _mend_past(token: Token) -> None:
    noun, before = token.head, token.nbor(-1)
    verb = verb_of(token, "ed") if token.tag_ == "JJ" else token.lemma_.lower()
    if verb is None or noun.left_edge != token or not is_done_to(verb, noun):
        return
    if (
        before.lemma_ == "have"
        and before.pos_ != "NOUN"
        and noun.dep_ == "dobj"
        and noun.head == before
    ):
        _mend_perfect(token, verb, noun, before)
    elif before.lower_ in ("and", "then") and noun.dep_ == "conj":
        first = noun.head
        above = first.head
        marked = any(child.dep_ in _BEFORE for child in first.children)
        if first.dep_ == "dobj" and above.tag_ in ("VBD", "VBN") and marked:
            before.head = above
            _turn(token, verb, "VBD", above, "conj")
            noun.head, noun.dep_ = token, "dobj"


def _mend_second(token: Token) -> None:
    """ "imposed a curfew and banned gatherings", of which the parse makes one thing, "a curfew and banned gatherings"."""
    first = token.head
    noun, above = first.head, first.head.head
    if token.tag_ not in ("VBN", "VBD", "JJ") or noun.dep_ != "dobj" or first.pos_ != "NOUN":
        return
    verb = verb_of(token, "ed") if token.tag_ == "JJ" else token.lemma_.lower()
    link = token.nbor(-1)
    own = [child for child in noun.lefts if child.dep_ in _BEFORE and child.i < first.i]
    known = verb is not None and is_done_to(verb, noun)
    if not known or not own or link.lower_ != "and" or noun.i != token.i + 1:
        return
    if above.tag_ not in ("VBD", "VBN"):
        return
    for child in own:
        child.head = first
    first.head, first.dep_, link.head = above, "dobj", above
    _turn(token, verb or "", "VBD", above, "conj")
    noun.head, noun.dep_ = token, "dobj"


def _mend_perfect(token: Token, verb: str, noun: Token, have: Token) -> None:
    """ "had sheltered refugees": "have" only helps, and hands on what it stands for."""
    head, label = have.head, have.dep_
    for child in list(have.children):
        if child != noun:
            child.head = token
    root = head == have
    _turn(token, verb, "VBN", token if root else head, label)
    have.head, have.dep_, have.pos_ = token, "aux", "AUX"
    noun.head, noun.dep_ = token, "dobj"


def _turn(token: Token, verb: str, tag: str, head: Token, label: str) -> None:
    token.tag_, token.pos_, token.lemma_ = tag, "VERB", verb
    token.head, token.dep_ = head, label


def verb_of(token: Token, ending: str) -> str | None:
    """The verb of the table that a form in "-ing" or "-ed" belongs to, however it is tagged."""
    word = token.lower_
    if not word.endswith(ending):
        return None
    base = word[: -len(ending)]
    forms = (base, base + "e", base[:-1] if base[-1:] == base[-2:-1] else base)
    return next((form for form in forms if form in verb_entries()), None)


def _is_somebody(noun: Token) -> bool:
    word = noun.lemma_.lower()
    return bool(noun.ent_type_) or any(word in classes()[name] for name in _SOMEBODY)


def is_done_to(verb: str, noun: Token, certain: bool = False) -> bool:
    """Whether the table has a row for doing this to such a thing; `certain`: one that names the thing or its class."""
    known, anything = _objects_of(verb)
    return noun.pos_ == "NOUN" and ((anything and not certain) or noun.lemma_.lower() in known)


@cache
def _objects_of(verb: str) -> tuple[frozenset[str], bool]:
    """What a verb of the table is done to, and whether that may be anything."""
    found: set[str] = set()
    anything = False
    for row in verb_entries().get(verb, ()):
        if row.type is None:
            continue
        for need in row.needs:
            if need.what == "obj" and need.values != ("none",):
                anything |= not need.values
                for value in need.values:
                    found |= classes().get(value, frozenset({value}))
    return frozenset(found), anything
