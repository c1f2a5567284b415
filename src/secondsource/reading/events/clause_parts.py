"""Who does it and whom it is done to, as the grammar has it: subject, object and agent of a verb.

Where the parse has hung a phrase on the wrong word in a way that it often does, the question is answered as if it had not.
"""

from functools import cache

from ...lexicon.events import operators, verb_entries
from ..tokens import Token
from .control import (
    bidden_above,
    called_upon,
    given_time,
    pressed_to,
    stands_before_that,
    told_before,
)
from .grammar import (
    SUBJECTS,
    children,
    first_child,
    has_own_clause,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    objects_of,
)
from .kinds import is_actor
from .misjoined import (
    noun_before,
    object_parted,
    person_behind,
    subject_taken_for_more,
    subject_taken_for_object,
)
from .relatives import filed_against, meant_by
from .tenses import is_subjunctive


def infinitive_before(verb: Token) -> Token | None:
    """The infinitive that a bare verb form goes with where the parse has coordinated it with the finite verb
    above ("wants Chad to leave the fort, curb its raids"); None if there is none."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VB":
        return None
    if first_child(verb, "aux", "nsubj", "nsubjpass") is not None:
        return None
    if head.tag_ == "VB":
        return infinitive_before(head)  # "..., curb its raids and lift the siege"
    if head.tag_ not in ("VBZ", "VBD"):
        return None
    found = [
        child
        for child in children(head, "xcomp", "ccomp")
        if child.i < verb.i and any(aux.lower_ == "to" for aux in children(child, "aux"))
    ]
    return found[-1] if found else None


def goes_on_above_demand(verb: Token) -> bool:
    """Whether a verb with a tense is coordinated, in the parse, with a bare one that is demanded, though it goes on
    with the verb above: "demanded that Chad free the crew and has called its envoy home"."""
    head = verb.head
    if verb.dep_ != "conj" or head.tag_ != "VB" or not is_verb(head.head):
        return False
    if any(child.lower_ == "to" for child in children(head, "aux")):
        # "has refused to accept it and petitioned the court"
        told = (
            head.dep_ in ("xcomp", "advcl")
            and first_child(verb, "aux", "auxpass", *SUBJECTS) is None
        )
        return told and verb.tag_ == "VBD" and verb.lower_ != lemma(verb)
    if head.dep_ != "ccomp":
        return False
    helpers = children(verb, "aux", "auxpass")
    bare = not children(head, "aux", "auxpass") and first_child(head, "nsubj") is not None
    return bare and any(word.tag_ in ("VBZ", "VBP", "VBD") for word in helpers or [verb])


def goes_on_with_demand(verb: Token) -> bool:
    """Whether a bare form stands beside a bare one that is demanded, of the same somebody: "insisted that the office
    take them back and negotiate"."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VB", "VBP") or head.dep_ != "ccomp":
        return False
    bare = first_child(verb, "aux", "nsubj", "nsubjpass") is None
    return bare and head.tag_ in ("VB", "VBP") and is_subjunctive(head)


def _own_subject(verb: Token) -> Token | None:
    """The subject in the verb's own clause; after a dateline ("KISUMU, May 4 - Police seized") the one after
    the dash."""
    found = children(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if len(found) > 1 and found[-1].i < verb.i:
        between = verb.doc[found[0].i : found[-1].i]
        dashed = any(token.is_punct and token.text in _DASHES for token in between)
        # "..., hours after his minister resigned": the parse gives a clause the subject of the one before too.
        if dashed or any(token.dep_ == "mark" and token.head == verb for token in between):
            return found[-1]
    return found[0] if found else None


_DASHES = frozenset({"-", "--", "–", "—"})


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does it, or whom it is done to in a passive: the grammatical subject, inherited by coordinated
    verbs and by infinitives and participles from the verb or noun that they hang on."""
    found = _own_subject(verb)
    if found is not None:
        if found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            return meant_by(found, verb.head)
        if found.lower_ == "that" and verb.dep_ == "relcl":
            return verb.head
        return found
    if depth > 6:
        return None
    head = verb.head
    if head == verb:
        return subject_taken_for_more(verb)
    match verb.dep_:
        case "conj" if (partner := infinitive_before(verb)) is not None:
            return subject(partner, depth + 1)
        case "conj" if goes_on_above_demand(verb):
            return subject(head.head, depth + 1)
        case "conj" if verb.tag_ == "VBG" and head.pos_ == "NOUN":
            first = head
            while first.dep_ == "conj" and first.head.pos_ == "NOUN":
                first = first.head
            if first.dep_ == "pobj":
                return _subject_before(
                    first.head, depth
                )  # "charged with theft and beating a guard"
            return subject(first.head, depth + 1) if first.dep_ == "dobj" else None
        case "conj" if (hidden := subject_taken_for_object(verb)) is not None:
            return hidden
        case "conj" | "dep" if is_verb(head):
            outside = head.dep_ == "ccomp" and is_verb(head.head)
            if outside and is_passive(head) and has_own_clause(verb):
                # "said that they were held and promised that": the speaker goes on
                return subject(head.head, depth + 1)
            return subject(head, depth + 1)
        case "xcomp" if lemma(head) == "tell" and is_told_of(verb, head):
            return None
        case "xcomp" if is_far_from_saying(verb, head):
            return None
        case "xcomp" | "advcl" if (
            called := called_upon(verb, head) or given_time(verb, head)
        ) is not None:
            return called
        case "xcomp":
            target = first_child(head, "dobj", "dative")
            controls = lemma(head) in operators("clause") or (
                target is not None and is_actor(target) and lemma(head) not in _FOR_HIMSELF
            )
            if lemma(head) == "use" and target is not None and lemma(target) in _MEANS:
                controls = False  # whoever uses force to do something does it himself
            if target is not None and target.i < verb.i and controls and not is_passive(head):
                return target
            if head.pos_ == "ADJ":
                return subject(head.head, depth + 1) if is_verb(head.head) else None
            return subject(head, depth + 1)
        case "advcl" if is_verb(head) and stands_before_that(verb, head):
            return subject(head.head, depth + 1)
        case "advcl" if (pressed := pressed_to(verb, head)) is not None:
            return pressed
        case "advcl" if (told := told_before(verb, head)) is not None:
            return subject(told, depth + 1)
        case "advcl" if is_verb(head):
            if verb.tag_ == "VB" and operators("clause").get(lemma(head)) == "transparent":
                return None  # an aim inside what is told is not the teller's
            return subject(head, depth + 1)
        case "ccomp" if is_verb(head) and verb.tag_ in ("VB", "VBG", "VBN"):
            if any(child.tag_ == "MD" for child in children(verb, "aux")):
                # "said Chad "in due course" will answer": the parse has given the subject to the verb above
                return next((c for c in children(head, "dobj") if head.i < c.i < verb.i), None)
            return subject(head, depth + 1)
        case "acl" if (filed := filed_against(verb, head)) is not None:
            return subject(filed, depth + 1)
        case "acl" if verb.tag_ in ("VBG", "VBN"):
            return head
        case "acl" | "relcl" if verb.tag_ == "VB":
            if bidden_above(verb) is not None:
                return head
            owner = first_child(head, "poss")
            if owner is not None:
                return owner
            if lemma(head) in _REQUESTS and lemma(head.head) in _ANSWERING:
                return (
                    None  # "opposed a request to question her": who would do it is not who answers
                )
            if head.dep_ in ("dobj", "attr") and is_verb(head.head):
                return subject(head.head, depth + 1)
            return None
        case "pcomp" if head.dep_ in ("prep", "agent"):
            return _subject_before(head, depth)
    return None


def _subject_before(preposition: Token, depth: int) -> Token | None:
    """Who does what a gerund behind `preposition` tells."""
    above = preposition.head
    if above.pos_ in ("ADV", "ADJ") and is_verb(above.head):
        return subject(above.head, depth + 1)  # "stopped short of boarding it"
    if is_verb(above):
        target = first_child(above, "dobj", "nsubjpass")
        if target is not None and preposition.lower_ in ("of", "from", "for", "against", "with"):
            return target
        return subject(above, depth + 1)
    if is_nominal(above):
        blamed = above.dep_ in ("dobj", "nsubjpass") and is_verb(above.head)
        if blamed and f"{lemma(above.head)}+{preposition.lower_}" in operators("verb_prep"):
            return above  # "convicted a clerk of killing her"
        if lemma(above) in _BLAMES and first_child(above, "poss") is None:
            return None  # "dropped the charge of financing the plot": not who dropped it is charged
        owner = first_child(above, "poss")
        return owner or (subject(above.head, depth + 1) if is_verb(above.head) else None)
    return None


_BLAMES = frozenset("charge accusation allegation suspicion count".split())
_REQUESTS = frozenset("request demand call appeal plea bid proposal motion order petition".split())
_ANSWERING = frozenset(
    "oppose reject refuse dismiss deny grant ignore consider weigh receive resist fight answer approve back".split()
)


_FOR_HIMSELF = frozenset({"promise", "threaten", "vow", "meet", "visit", "see", "join", "call"})
"""Verbs whose subject does what the infinitive behind their object says: "promised her to stop"."""
_MEANS = frozenset({"force", "power", "violence", "tactic", "weapon", "strength", "authority"})


_GIVING = frozenset("give grant hand award offer deny refuse lend loan assign allot".split())
"""Verbs of giving and withholding whose passive can keep what is given as its object."""


def direct_object(verb: Token) -> Token | None:
    """What it is done to: the object, or the subject of a passive, or the noun before a participle."""
    if is_passive(verb):
        found = first_child(verb, "nsubjpass")
        if found is not None and lemma(verb) in _GIVING:
            given = first_child(verb, "dobj")
            if given is not None:
                return given  # "was granted asylum": the subject is who receives it
        if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            return meant_by(found, verb.head)
        if found is not None:
            return found
        if verb.dep_ == "ROOT":
            return first_child(verb, "nsubj")
        if verb.dep_ in ("acl", "amod", "relcl"):
            return person_behind(verb) or verb.head
        if verb.dep_ in ("conj", "advcl", "xcomp"):
            return first_child(verb, "nsubj") or noun_before(verb) or subject(verb)
        if verb.dep_ == "ccomp":
            return first_child(verb, "nsubj")
        return None
    if verb.dep_ == "relcl" and any(
        child.dep_ == "prep"
        and child.i > verb.i
        and not any(below.i > child.i for below in child.children)
        for child in verb.children
    ):
        return None  # "the tax that the city approved of": what the preposition lacks
    found = first_child(verb, "dobj")
    if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    if found is not None:
        return found
    if verb.dep_ == "relcl" and not any(
        child.tag_ in ("WDT", "WP", "WRB")
        or (child.dep_ in ("nsubjpass", "prep") and child.i < verb.i)
        for child in verb.children
    ):
        # "the sanctions it imposed": an object left out
        own = first_child(verb, "nsubj")
        if own is not None and own.i > verb.head.i and own.lower_ not in ("that", "which", "who"):
            return verb.head
    if (
        verb.dep_ == "conj"
        and is_verb(verb.head)
        and first_child(verb, "prep", "ccomp", "xcomp") is None
    ):
        later = first_child(verb.head, "dobj")
        if later is not None and later.i > verb.i:
            return later
    shared = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
    for other in shared:
        # "attacked and seized the town": the object hangs on the last verb
        if first_child(verb, "prep", "ccomp", "xcomp", "prt") is None:
            last = first_child(other, "conj") or other
            later = first_child(other, "dobj") or first_child(last, "dobj")
            if later is not None and first_child(other, "nsubj") is None:
                return later
    return object_parted(verb) or _after_particle(verb)


def _after_particle(verb: Token) -> Token | None:
    """The object of a phrasal verb whose particle the parse has taken for a preposition ("sealed off the town")."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is None or after.head != verb or after.dep_ not in ("prep", "prt"):
        return None
    return first_child(after, "pobj") if (lemma(verb), after.lower_) in _phrasal_verbs() else None


@cache
def _phrasal_verbs() -> frozenset[tuple[str, str]]:
    """Verbs of the table with each particle that one of their rows asks for beside an object."""
    return frozenset(
        (entry.word, particle)
        for rows in verb_entries().values()
        for entry in rows
        if any(need.what in ("obj", "obj!") and need.values != ("none",) for need in entry.needs)
        for need in entry.needs
        if need.what == "prt"
        for particle in need.values
    )


def agents_of(verb: Token) -> list[Token]:
    """The nouns of the by-phrase of a passive, but for those by which it is only counted or measured."""
    # "convicted by a jury of possession of arms by a felon": the second is the noun's own
    found = [noun for child in children(verb, "agent")[:1] for noun in children(child, "pobj")] or (
        objects_of(verb, "by") if is_passive(verb) else []
    )
    return [noun for noun in found if lemma(noun) not in _RECKONINGS]


_RECKONINGS = frozenset(
    "count estimate reckoning tally account calculation measure standard admission definition".split()
    + "vote majority margin ballot point".split()
)
"""Nouns after "by" that say whose number or view it is: "four were hurt by the Kenyan count",
or by how much: "was defeated by 60 votes"."""


def is_result(verb: Token) -> bool:
    """Whether a participle after a comma tells what came of the clause before it (", pushing Chad to sign")."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i <= verb.head.i:
        return False
    before = verb.nbor(-1)
    return before.text == "," or (before.is_quote and before.i > 0 and before.nbor(-1).text == ",")


_SAID_AT_ONCE = 4
"""Tokens within which an infinitive after "say" is what somebody is told to do ("said on Monday to leave")."""


def is_far_from_saying(infinitive: Token, verb: Token) -> bool:
    """Whether an infinitive hangs on a "say" that is too far away for an order: it is what something in
    between was for ("which he said was a crime, and its landing of a plane to seize a reporter")."""
    return lemma(verb) == "say" and infinitive.i - verb.i > _SAID_AT_ONCE


def is_told_of(infinitive: Token, verb: Token) -> bool:
    """Whether an infinitive belongs to what a verb tells of, and is no order: "told them of the raid to
    free him"."""
    return any(
        child.dep_ == "prep" and child.lower_ in ("of", "about") and verb.i < child.i < infinitive.i
        for holder in (verb, *children(verb, "dobj", "dative"))
        for child in holder.children
    )


_BIDDING = frozenset(
    {"order", "tell", "ask", "urge", "warn", "force", "instruct", "command", "compel", "beg"}
    | {"allow", "permit", "forbid", "refuse", "decline", "agree", "advise", "oblige"}
)
_BIDDEN_BY = frozenset({"order", "ultimatum", "deadline", "warning", "permission", "refusal"})


def is_bidden(verb: Token) -> bool:
    """Whether somebody is told, forced or allowed to do what a verb tells, or says whether he will: "ordered them
    to leave", "refused to leave", "an order to leave", "must leave"."""
    helpers = {child.lower_ for child in children(verb, "aux")}
    if "must" in helpers:
        return True
    if "to" not in helpers:
        return False
    names = _BIDDING if is_verb(verb.head) else _BIDDEN_BY
    return verb.dep_ in ("xcomp", "ccomp", "advcl", "acl") and lemma(verb.head) in names
