"""What a number without a unit counts."""

import re

from ...lexicon import measures
from ..tokens import Run, Text, Token
from .beside import NOTHING, Counted, from_verb, magnitude_before, named_before
from .codes import VOTED
from .fates import fate_before, fate_of, number_of_those, remains
from .owners import (
    body_of,
    country_or_none,
    holder,
    joined_words,
    name_of,
    nation_before,
    object_of,
    possessor,
    subject_of,
    without_leading,
)
from .single import Amount

_SKIPPED = frozenset(
    """
    more other others additional further extra such strong different separate new total of the a an mm
    """.split()
)


def count(doc: Text, amount: Amount, tokens: Run, whole: Run, after: int) -> Counted:
    sentence_end = tokens.sent.end
    scaled = magnitude_before(whole)
    if scaled is not None:
        return scaled
    ended = _clause_ended_by(tokens)
    if ended is not None:
        return from_verb(ended.head, ended) or NOTHING
    head = _head_after(doc[after:sentence_end], tokens, amount.numeral.fraction)
    start = after
    if head is None and after < sentence_end and doc[after].lower_ == "of":
        head = object_of(doc[after])
        start = after + 1
        if head is not None and (head.pos_ not in ("NOUN", "PROPN") or head.i < start):
            return _alone(doc, amount, tokens, whole)
    if head is None:
        return _alone(doc, amount, tokens, whole)
    partitive = start > after
    while start + 1 < head.i and doc[start].dep_ == "cc" and doc[start + 1].like_num:
        start += 2  # "30 and 40 ships"
    owner, first = nation_before(Run(doc, start, head.i))
    words = without_leading(
        [
            token
            for token in doc[first : head.i + 1]
            if token.lower_ not in _SKIPPED or token.i == head.i
        ]
    )
    phrase = joined_words(words)
    day = head.ent_type_ in ("DATE", "TIME") and words[:1] and words[0].lower_ in _OF_DAYS
    if len(phrase) < 2 or day:
        return _alone(doc, amount, tokens, whole)
    state = measures.states().get(head.lower_)
    if state:
        others = [token for token in words if token.i != head.i and token.pos_ in ("NOUN", "PROPN")]
        return Counted(head, state, owner or joined_words(others) or None)
    if _is_sanctioned(head):
        return Counted(head, f"{phrase} sanctioned", owner)
    left = remains(head)
    if left is not None:
        return Counted(head, left, owner or phrase)
    fate = fate_of(tokens.root if partitive or amount.unit == "ratio" else head)
    if fate:
        named = without_leading(
            [token for token in doc[start : head.i + 1] if token.lower_ not in _SKIPPED]
        )
        return Counted(head, fate, "".join(token.text_with_ws for token in named).strip() or None)
    if head.lemma_.lower() in measures.words("classifiers"):
        inner = next(
            (child for child in head.children if child.lower_ == "of" and child.i == head.i + 1),
            None,
        )
        noun = object_of(inner) if inner is not None else None
        if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i - head.i < 6:
            pieces = [
                token for token in doc[head.i + 2 : noun.i + 1] if token.pos_ not in ("DET", "PRON")
            ]
            phrase = f"{phrase} of {joined_words(pieces)}"
    whose = (
        owner
        or possessor(head)
        or _described(head, after)
        or (holder(tokens.root, head) if partitive else None)
        or (holder(head) if head.lower_ == "seats" else None)
        or body_of(head)
        or holder(head)
        or _collective(head, whole)
    )
    return Counted(head, phrase or None, whose)


def _clause_ended_by(number: Run) -> Token | None:
    """The preposition before a number with which its clause ends, where the next one begins with another number: "the toll
    has risen to 41 and 900 people are ill"; None where the two count the same."""
    doc = number.doc
    link = doc[number.start - 1] if number.start else None
    following = doc[number.end : number.end + 2]
    if link is None or link.lower_ not in ("to", "at", "by") or link.head.pos_ != "VERB":
        return None
    if len(following) < 2 or following[0].lower_ != "and" or not following[1].like_num:
        return None
    subjects = [token for token in (number.root.head, following[1].head) if token.i > number.end]
    begins = any(
        noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i > noun.i and noun.head != link.head
        for noun in subjects
    )
    return link if begins else None


_OF_DAYS = frozenset(["last", "next", "this", "that", "each", "every", "earlier"])
"""Before the noun of a time that is none of the counted: "up from 50 last year"."""


def _collective(head: Token, whole: Run) -> str | None:
    """What the counted ones make up: "a convoy of 26 trucks", "six brigades, each of 800 men", "the force could
    reach 9,000 soldiers"."""
    known = measures.words("collectives")
    before = whole.doc[max(whole.sent.start, whole.start - 2) : whole.start]
    if len(before) == 2 and before[1].lower_ == "of":
        if before[0].lemma_.lower() in known:
            return before[0].lower_
        if before[0].lower_ == "each":
            for token in reversed(whole.doc[whole.sent.start : before[0].i]):
                if token.lemma_.lower() in known:
                    return token.lemma_.lower()
        return None
    verb = head.head
    if head.dep_ in ("dobj", "obj", "attr") and verb.lemma_.lower() in _MADE_OF:
        subject = subject_of(verb)
        if subject is not None and subject.lemma_.lower() in known:
            return subject.lower_
    return None


_MADE_OF = frozenset(
    "reach number comprise include bring carry count have contain field be".split()
)


def _described(head: Token, after: int) -> str | None:
    """The noun that a number and its noun describe together: "a 19-nation bloc"."""
    joined = head.doc[after].text == "-" and head.i == after + 1
    over = head.head
    if joined and over.i > head.i and over.pos_ == "NOUN" and over.i - head.i < 4:
        return over.lower_
    return None


def _head_after(following: list[Token], number: Run, fraction: bool = False) -> Token | None:
    """The noun that follows a number in the same noun phrase."""
    root = number.root
    if (
        root.dep_ in ("nummod", "amod", "compound", "quantmod", "nmod")
        and root.head.i >= number.end
    ):
        noun = root.head
        if noun.lower_ in _NO_NOUNS:
            return None
        if noun.lemma_.lower() in _SPANS and noun.doc[number.end].like_num:
            return None
        between = Run(noun.doc, number.end, noun.i)
        verbs = any(
            token.pos_ in ("ADP", "VERB", "AUX") and token.tag_ not in ("VBN", "VBG")
            for token in between
        )
        if (
            noun.pos_ in ("NOUN", "PROPN")
            and len(between) < 8
            and not verbs
            and not re.match(r"\s*[,;()]", between.text)
        ):
            return noun
    head = None
    for token in following[:8]:
        if token.like_num and token.i + 1 < len(token.doc) and token.nbor().lemma_ in _SPANS:
            break  # "up from 5,500 two weeks ago"
        if (
            token.lower_ in measures.states()
            and token.pos_ in ("ADJ", "VERB", "NOUN")
            and token.tag_ != "VBD"
        ):
            beyond = token.nbor() if token.i + 1 < len(token.doc) else None
            if beyond is None or beyond.pos_ not in ("NOUN", "PROPN"):
                return token if head is None else head
        if token.lower_ in _NO_NOUNS:
            break
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            joined = token.dep_ in ("compound", "nmod", "amod", "poss")
            if not joined and not (token.i + 1 < len(token.doc) and token.nbor().text == "-"):
                break
        elif (
            (head is not None and token.pos_ not in ("PUNCT", "PART"))
            or token.text in (",", ";", "(", ")", ".", ":")
            or not (token.pos_ in ("ADJ", "ADV", "NUM") or token.tag_ in ("VBN", "VBG", "HYPH"))
        ):
            break
    return head


_NO_NOUNS = frozenset(
    """
    exist remain survive survived attend participate yesterday today tomorrow tonight
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""Verbs behind a number that the language pipeline takes for nouns ("only 6,200 exist"), and days ("to eight yesterday")."""
_SPANS = frozenset(["day", "week", "month", "year", "hour", "minute", "decade"])


def _is_sanctioned(noun: Token) -> bool:
    """Whether a noun stands behind what is done to it by a sanction: "sanctions on 12 officials", "froze the
    assets of four people"."""
    link = noun.head
    if noun.dep_ != "pobj":
        return False
    held = link.head
    if link.lower_ in ("on", "against"):
        if held.pos_ in ("VERB", "AUX"):
            held = next((c for c in held.children if c.dep_ in ("dobj", "nsubjpass")), held)
        return held.lemma_.lower() == "sanction"
    return (
        link.lower_ == "of"
        and held.lemma_.lower() == "asset"
        and held.head.lemma_.lower() in ("freeze", "block", "seize")
    )


def _alone(doc: Text, amount: Amount, tokens: Run, whole: Run) -> Counted:
    """A number that stands for a noun: "killing 12", "12 were arrested", "the toll rose to 12"."""
    root = tokens.root
    governor = root.head
    those = number_of_those(whole)
    if those is not None:
        return Counted(None, those, None)
    named = named_before(whole)
    if named is not None:
        return named
    reached = fate_before(whole)
    if reached is not None:
        return Counted(None, reached, None)
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    above = _verb_above(governor) if governor.lower_ == "by" else None
    if above is not None and measures.fates().get(above.lemma_.lower()):
        return Counted(
            None, "people", None
        )  # "were killed during a march by thousands": these marched
    if root.dep_ in ("dobj", "obj", "nsubjpass") or (
        root.dep_ == "nsubj" and verb.lemma_.lower() in ("die", "drown", "perish", "flee")
    ):
        fate = measures.fates().get(verb.lemma_.lower())
        if fate:
            return Counted(None, fate, None)
    if root.dep_ in ("dobj", "obj") and verb.lemma_.lower() in _OF_PEOPLE:
        subject = subject_of(verb) if verb.lemma_.lower() == "employ" else None
        return Counted(None, "people", country_or_none(name_of(subject)))
    for child in verb.children:
        if (
            child.dep_ in ("acomp", "oprd", "attr")
            and child.lower_ in measures.states()
            and abs(child.i - root.i) < 8
        ):
            return Counted(None, measures.states()[child.lower_], _of_those(tokens.sent))
    if root.dep_ in ("nsubj", "nsubjpass") and _is_held(verb):
        return Counted(None, "detained", _of_those(tokens.sent))
    if verb.pos_ in ("VERB", "AUX") and root.dep_ in (
        "pobj",
        "dobj",
        "attr",
        "obj",
        "npadvmod",
        "nummod",
    ):
        found = from_verb(verb, root)
        if found is not None:
            return found
    known = _known_before(tokens) if verb.lemma_.lower() in measures.words("changing") else None
    if known is not None:
        return known
    if VOTED.search(tokens.sent.text):
        return Counted(None, "votes", None)
    return NOTHING


def _is_held(verb: Token) -> bool:
    """Whether a verb tells of being in custody: "54 remain in prison"."""
    inside = (child for child in verb.children if child.lower_ in ("in", "behind"))
    held = (object_of(child) for child in inside)
    return any(noun is not None and noun.lower_ in _CELLS for noun in held)


_CELLS = frozenset(["custody", "prison", "jail", "detention", "bars"])


def _verb_above(token: Token) -> Token | None:
    """The nearest verb that a word hangs on; None where there is none."""
    return next((each for each in token.ancestors if each.pos_ in ("VERB", "AUX")), None)


def _of_those(sentence: Run) -> str | None:
    """Of whom a sentence that opens with "Of" counts some: "Of 1,900 soldiers tested, 203 were infected"."""
    opening = sentence[0]
    return name_of(object_of(opening)) if opening.text == "Of" else None


_OF_PEOPLE = frozenset(["employ", "carry", "shelter", "house", "accommodate", "evacuate"])
"""Verbs whose object, if it is a bare number, is people."""
_SPEAKERS = frozenset(
    ["officials", "diplomats", "lawmakers", "police", "attacks", "meetings", "talks", "prices"]
)


def _known_before(tokens: Run) -> Counted | None:
    """The last plural before a number in its sentence that is known to be counted, where the parse has
    lost the subject ("troops that officials say number around 900"): no speakers."""
    for token in reversed(tokens.doc[tokens.sent.start : tokens.start]):
        known = measures.group_of(token.lower_) if token.tag_ == "NNS" else None
        if known and known not in _SPEAKERS:
            whose = nation_before(Run(tokens.doc, max(0, token.i - 1), token.i))[0]
            return Counted(None, token.lower_, whose or possessor(token) or holder(token))
    return None
