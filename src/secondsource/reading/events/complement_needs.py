"""Whether a verb has the object, phrase or clause about it that a row of the event table asks for."""

from ...lexicon.events import Need
from ..tokens import Token
from .clause_parts import direct_object, is_told_of, subject
from .grammar import (
    children,
    coordinated,
    first_child,
    is_definite,
    is_passive,
    lemma,
    objects_of,
)
from .kinds import belongs


def to_infinitive(verb: Token) -> Token | None:
    """The infinitive with "to" that completes a verb, or None."""
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "advcl", "acl")
            and child.i > verb.i
            and any(inner.lower_ == "to" and inner.dep_ == "aux" for inner in child.children)
            and not (lemma(verb) == "tell" and is_told_of(child, verb))
        ):
            return child
    return None


def that_clause(verb: Token) -> Token | None:
    """The clause that completes a verb, no infinitive, or None."""
    for child in verb.children:
        if child.dep_ == "ccomp" and not any(
            inner.lower_ == "to" and inner.dep_ == "aux" for inner in child.children
        ):
            return child
    return None


def _both_objects(verb: Token) -> list[Token]:
    """The receiver and what he gets, where the parse calls both by one name ("lent the island nine million")."""
    found = children(verb, "dobj")
    both = len(found) == 2 and found[0].right_edge.i + 1 == found[1].left_edge.i
    return found if both else []


def complement_holds(need: Need, verb: Token) -> bool:
    """Whether one of the needs that are alternatives to each other holds for a verb."""
    what, values = need.what, need.values
    match what:
        case "obj":
            thing = direct_object(verb)
            if thing is None:
                return False
            things = _both_objects(verb) or [thing]
            return any(belongs(each, values) for each in things) if values else True
        case "obj!":
            thing = direct_object(verb)
            return thing is not None and not belongs(thing, values)
        case "gerund":
            return any(
                "VBG" in (child.tag_, *(helper.tag_ for helper in children(child, "aux")))
                for child in children(verb, "xcomp", "ccomp")
            )
        case "with":
            if values:
                return any(belongs(noun, values) for noun in objects_of(verb, "with"))
            return bool(objects_of(verb, "with"))
        case "prep":
            if any(
                child.dep_ in ("prep", "agent", "dative")
                and child.lower_ in values
                and not leads_to_a_day(child)
                for child in verb.children
            ):
                return True
            return any(child.dep_ == "prt" and child.lower_ in values for child in verb.children)
        case "inf":
            clause = to_infinitive(verb)
            return clause is not None and (not values or lemma(clause) in values)
        case "that":
            return that_clause(verb) is not None
        case "coord":
            return direct_object(verb) is None and several_do_it(verb)
    return False


def several_do_it(verb: Token) -> bool:
    """Whether more than one do what an active verb tells of."""
    who = None if is_passive(verb) else subject(verb)
    return who is not None and (
        len(list(coordinated(who))) > 1
        or who.tag_ in ("NNS", "NNPS")
        or who.lower_ in ("they", "we", "both", "two", "who")
    )


def phrase_holds(value: str, values: tuple[str, ...], verb: Token) -> bool:
    """Whether a verb, or the object or particle before it ("walked away from the deal"), has a phrase like
    "on:alert+footing": the preposition stands with the first of the nouns."""
    preposition = values[0].partition(":")[0]
    wanted = (value.rpartition(":")[2],)
    return any(
        belongs(noun, wanted)
        for holder in (verb, *children(verb, "dobj", "advmod", "prt"))
        for noun in objects_of(holder, preposition)
    )


_COMPLETING = frozenset(
    {"oprd", "acomp", "attr", "advmod", "npadvmod", "prt", "ccomp", "xcomp", "amod", "dobj"}
    | {"dep", "prep", "advcl", "neg", "det", "intj"}
)


def stands_as(verb: Token, values: tuple[str, ...]) -> bool:
    """Whether one of the words behind a verb says as what its object or subject is left or found ("found the mayor
    guilty", "went unheeded", "sent two envoys home")."""
    return any(
        token.i > verb.i
        and token.lower_ in values
        and token.dep_ in _COMPLETING
        and (token.head == verb or token.head.head == verb)
        for token in verb.subtree
    )


def links_to(verb: Token, prepositions: tuple[str, ...]) -> bool:
    """Whether a verb, or its object, has a phrase with one of these prepositions ("put tariffs on tin") that does not
    only say when."""
    return any(
        child.lower_ in prepositions and not leads_to_a_day(child)
        for holder in (verb, *children(verb, "dobj", "nsubjpass"))
        for child in children(holder, "prep", "dative")
    )


def is_called(verb: Token, values: tuple[str, ...]) -> bool:
    """Whether somebody or something is called what one of the words or classes stands for: "called the vote a sham",
    "described the raid as barbaric"."""
    other = (
        "nsubj",
        "advcl",
        "conj",
    )  # "described it at length when he called it cruel": that is told of the second verb
    found = [child for child in verb.children if child.i > verb.i and child.dep_ not in other]
    found += [inner for child in found if child.dep_ != "prep" for inner in child.children]
    found += [inner for child in found if child.lower_ == "as" for inner in child.children]
    thing = direct_object(verb)
    return any(
        word != thing and word.pos_ in ("NOUN", "ADJ", "PROPN") and belongs(word, values)
        for word in found
        if word.i > verb.i and word.dep_ not in ("poss", "compound", "nsubjpass")
    )


def is_wanted_done(verb: Token) -> bool:
    """Whether a participle says what somebody wants to be done ("wanted the law repealed")."""
    return any(
        child.tag_ in ("VBN", "VBD")
        and any(map(is_definite, children(child, "nsubj", "nsubjpass")))
        for child in children(verb, "ccomp", "xcomp")
    )


def leads_to_a_day(preposition: Token) -> bool:
    """Whether "on" says when: "called an urgent session on Friday" calls on nobody."""
    day = first_child(preposition, "pobj") if preposition.lower_ == "on" else None
    return day is not None and day.ent_type_ in ("DATE", "TIME")
