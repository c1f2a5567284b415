"""What an amount with a unit measures."""

import re

from ...lexicon import measures
from ..tokens import Run, Text, Token
from .beside import Counted, from_verb, named_before, noun_phrase, topic
from .owners import (
    country_or_none,
    direct_object,
    holder,
    name_of,
    object_of,
    possessor,
    subject_of,
)
from .single import Amount

SPANS = ("year", "month", "week", "day", "hour", "quarter")
"""Rates per one of these are incomes and costs, not prices."""


_STUFF = frozenset(["mass", "volume", "energy", "information", "currency", "share", "power"])
_HELD = frozenset(["mass", "volume", "share"])
_NO_STUFF = frozenset(
    """
    cash total all return exchange advance part year month week day quarter trading case cases court
    """.split()
)


def measure(doc: Text, amount: Amount, whole: Run, after: int) -> Counted:
    """What an amount with a unit measures: a noun beside it, its verb's subject or object, or the dimension."""
    default = measures.dimensions().get(amount.dimension)
    if amount.dimension == "currency" and amount.per:
        default = "amount" if amount.per in SPANS else "price"
    nearby = doc[after : min(after + 2, whole.sent.end)]
    extent = (
        measures.extents().get(nearby[0].lower_)
        if len(nearby) and amount.dimension == "length"
        else None
    )
    if (
        extent is None
        and len(nearby) == 2
        and nearby[0].lower_ in ("in", "-")
        and amount.dimension == "length"
    ):
        extent = measures.extents().get(nearby[1].lower_)
    if extent is not None:
        return Counted(None, extent, topic(whole))
    noun = _noun_described(doc, whole, after)
    if noun is not None:
        phrase = noun_phrase(noun, after)
        if amount.dimension in ("currency", "share") or measures.measure_of(
            phrase
        ) in measures.natural(amount.dimension):
            return Counted(noun, phrase or None, possessor(noun))
        return Counted(noun, "length" if amount.dimension == "length" else default, phrase)
    if after < whole.sent.end and doc[after].lower_ in ("of", "in", "for"):
        inner = object_of(doc[after])
        if (
            inner is not None
            and inner.pos_ in ("NOUN", "PROPN")
            and inner.lower_ not in _NO_STUFF
            and inner.ent_type_ not in ("DATE", "GPE", "TIME")
        ):
            phrase = noun_phrase(inner, after + 1)
            if doc[after].lower_ == "of":
                stuff = amount.dimension in _STUFF or phrase in ("rain", "snow", "water")
                named = named_before(whole)
                if not stuff:
                    return Counted(inner, named.phrase if named else default, phrase)
                held = possessor(inner) or (
                    holder(whole.root, inner) if amount.dimension in _HELD else None
                )
                return Counted(inner, phrase or None, held)
            if amount.dimension == "currency" and doc[after].lower_ == "in":
                return Counted(inner, phrase or None, possessor(inner))
    named = named_before(whole)
    if named is not None:
        return named
    if amount.dimension == "time" and _in_prison(doc, after):
        default = "sentence"
    root = whole.root
    verb = root.head if root.head.pos_ in ("VERB", "AUX") else root.head.head
    if root.pos_ in ("VERB", "AUX"):
        verb = root
    if verb.pos_ in ("VERB", "AUX"):
        lemma = verb.lemma_.lower()
        beside = measures.verbs().get(lemma)
        if beside and beside in measures.natural(amount.dimension):
            target = (
                direct_object(verb)
                if lemma in ("fine", "fin", "sentence", "jail", "imprison", "sell")
                else subject_of(verb)
            )
            if target is not None and target.i >= whole.start:
                target = None
            return Counted(None, beside, name_of(target) or _recipient(verb, whole))
        if amount.dimension == "currency" and lemma in _CLOSING and root.dep_ == "pobj":
            return Counted(None, "price", name_of(subject_of(verb)))
        if default == "amount" and amount.dimension == "currency":
            given = _given_for(verb, lemma, whole)
            if given is not None:
                return Counted(None, default, given)
        found = from_verb(verb, root)
        if found is not None and found.phrase is not None:
            if amount.dimension in ("currency", "share", "point") or measures.measure_of(
                found.phrase
            ) in measures.natural(amount.dimension):
                return found
            return Counted(found.head, default, found.phrase)
        if default == "sentence" and lemma not in _SERVING:
            return Counted(None, default, None)
        nobodys = amount.dimension in ("currency", "share") or _is_moved_so_far(verb, amount)
        return Counted(None, default, None if nobodys else name_of(subject_of(verb)))
    return Counted(None, default, None)


def _is_moved_so_far(verb: Token, amount: Amount) -> bool:
    """Whether a verb does something to its object over a distance, which is none of who does it ("would pull its forces
    back 30 km")."""
    thing = direct_object(verb)
    return amount.dimension == "length" and thing is not None and thing.dep_ != "nsubjpass"


_GIVING = frozenset(
    "give spend offer pay promise pledge allot allocate grant award donate send earmark set budget provide"
    " commit approve contribute".split()
)
_NEEDING = frozenset("need require seek lack".split())
_LENDING = frozenset("lend loan borrow owe set".split())
_SERVING = frozenset("serve face get receive spend".split())
"""Verbs whose subject is the one in prison."""
_CLOSING = frozenset("close trade settle finish".split())
"""Verbs of the stock exchange: what stands behind "at" is a price."""


def _aside(verb: Token, lemma: str) -> bool:
    """Whether the subject of a verb is whose money it is: of "set" only in "set aside"."""
    return lemma != "set" or any(child.lower_ == "aside" for child in verb.children)


def _recipient(verb: Token, whole: Run) -> str | None:
    """The noun between a verb and an amount, which it gets or pays: "fined the airline 3 million euros"."""
    for child in (*verb.children, *whole.root.children):
        between = verb.i < child.i < whole.start
        if between and child.dep_ in ("dative", "nmod", "dobj") and child.pos_ in ("NOUN", "PROPN"):
            return country_or_none(name_of(child))
    return None


_PRISON = re.compile(r"(?:in (?:a )?(?:prison|jail|custody|penal colony)|behind bars)\b")


def _in_prison(doc: Text, after: int) -> bool:
    return bool(_PRISON.match(Run(doc, after, after + 4).text))


def _given_for(verb: Token, lemma: str, whole: Run) -> str | None:
    """Whom or what money is for: behind "to", "for" or "on" after a verb of giving, its first object ("lent the
    port $5 million"), or the subject of a verb of needing, lending or setting aside."""
    if lemma in _NEEDING:
        return name_of(subject_of(verb))
    if lemma in _LENDING and whole.root.dep_ in ("dobj", "obj"):
        active = any(child.dep_ == "nsubj" for child in verb.children)
        giver = name_of(subject_of(verb)) if active and _aside(verb, lemma) else None
        return _recipient(verb, whole) or giver
    if lemma not in _GIVING:
        return None
    for governor in (verb, whole.root):
        for child in governor.children:
            if child.i >= whole.end and child.lower_ in ("to", "for", "on", "towards", "toward"):
                noun = object_of(child)
                if noun is not None and noun.ent_type_ not in ("DATE", "TIME", "MONEY"):
                    return name_of(noun)
    return None


def _noun_described(doc: Text, whole: Run, after: int) -> Token | None:
    """The noun that an amount stands before as an adjective does: "a 150-kilometre front", "a $5 million
    loan"."""
    if after >= whole.sent.end or (
        doc[after].pos_ not in ("NOUN", "PROPN", "ADJ")
        and doc[after].tag_ not in ("VBN", "VBG", "JJ")
    ):
        return None
    head = None
    for token in doc[after : min(after + 6, whole.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            if token.dep_ not in ("compound", "nmod", "amod", "poss"):
                break
        elif head is not None or not (token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "HYPH")):
            break
    if head is None or head.ent_type_ in ("DATE", "TIME"):
        return None
    inside = any(token.head == head or token.head.head == head for token in whole)
    return head if inside else None
