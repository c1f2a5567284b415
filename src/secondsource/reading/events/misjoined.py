"""Subjects that the parse has joined to the phrase before them, and nouns whose participle it has hung elsewhere."""

from ...lexicon.events import operators
from ..tokens import Token
from .grammar import children, first_child, is_nominal, is_verb, lemma
from .kinds import is_actor


def subject_taken_for_more(verb: Token) -> Token | None:
    """The subject that the parse has joined to the phrase before it: "In a bid to deter Chad, Kenya and its
    allies have vowed ..."; None if no names stand between a comma and the first word of the verb."""
    helpers = [child for child in children(verb, "aux", "auxpass") if child.i < verb.i]
    start = helpers[0] if helpers else verb
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not helpers:
        return None
    first: Token | None = None
    for word in reversed(list(verb.doc[verb.sent.start : start.i])):
        if word.text == ",":
            break
        if word.dep_ in ("conj", "appos") and word.pos_ == "PROPN" and word.head.i < word.i:
            first = word
        elif is_verb(word) or word.dep_ in ("prep", "mark"):
            return None
    if first is None or first.left_edge.i == 0 or first.left_edge.nbor(-1).text != ",":
        return None
    front = first.head.ancestors
    return first if any(word.dep_ == "prep" and word.head == verb for word in front) else None


def subject_taken_for_object(verb: Token) -> Token | None:
    """The subject of a second clause that the parse has listed with the object of the first: "the agency has sent tablets
    and the Union on Thursday pledged money"; None where an "and" or a comma of the verb's own stands before it."""
    head = verb.head
    start = min([verb, *children(verb, "aux", "auxpass", "neg")], key=lambda word: word.i)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or start != verb
    if not finite or not is_verb(head) or first_child(verb, "nsubj", "nsubjpass", "expl", "mark"):
        return None
    own = {word.i for word in verb.subtree}
    before = start.i - 1
    while before > head.i and before in own:
        if verb.doc[before].is_punct or verb.doc[before].dep_ == "cc":
            return None
        before -= 1
    listed = verb.doc[before]
    if listed.dep_ != "conj" or not is_nominal(listed) or not is_nominal(listed.head):
        return None
    link = listed.left_edge.nbor(-1)
    return listed if link.dep_ == "cc" and link.lower_ in ("and", "but", "while") else None


_DONE_TO_PEOPLE = frozenset(
    "kill slay murder shoot stab wound injure maim behead arrest detain jail kidnap abduct beat rape execute".split()
)


def person_behind(participle: Token) -> Token | None:
    """The person right before a participle of what is done to people alone, where the parse has hung it on the thing before:
    "a vigil for the teen killed by police"; None where there is none."""
    before = participle.nbor(-1) if participle.i else participle
    thing = participle.head
    is_person = before.pos_ in ("NOUN", "PROPN") and is_actor(before) and thing in before.ancestors
    return (
        before
        if is_person and lemma(participle) in _DONE_TO_PEOPLE and not is_actor(thing)
        else None
    )


def noun_before(participle: Token) -> Token | None:
    """The noun before a participle between commas, which the parse has hung on the main verb ("Under the deal,
    signed on Tuesday, the group will go")."""
    if participle.tag_ != "VBN" or participle.dep_ != "advcl" or participle.i < 2:
        return None
    before = participle.nbor(-2)
    if participle.nbor(-1).text != "," or before.pos_ != "NOUN":
        return None
    return before if children(participle, "prep", "npadvmod", "agent") else None


def preposition_parted(noun: Token) -> Token | None:
    """The preposition right before a noun that the parse has made the subject of the verb behind it, though it goes on with
    the phrase before: "a motion calling for the arrest of the editor was defeated"; None where there is none."""
    start = noun.left_edge
    if not start.i:
        return None
    before = start.nbor(-1)
    parted = before.dep_ == "prep" and first_child(before, "pobj", "pcomp", "prep") is None
    return before if parted and is_verb(before.head) and before.head.dep_ == "acl" else None


def is_called_for(noun: Token) -> bool:
    """Whether the parse has made what is called for the subject of a finite verb behind it: "calls for the recall of the envoy
    grew", "a motion calling for a ban was defeated"."""
    verb = noun.head
    mark = first_child(verb, "mark")
    if mark is None or mark.lower_ != "for" or mark.i + 1 != noun.left_edge.i:
        return False
    called = mark.i > 0 and lemma(mark.nbor(-1)) == "call"
    return called and not any(child.lower_ == "to" for child in children(verb, "aux"))


def object_parted(infinitive: Token) -> Token | None:
    """The object of an infinitive behind a noun that the parse has made the subject of the verb which the noun belongs to:
    "efforts to free the crew continue"; None where there is none."""
    if (
        infinitive.tag_ != "VB"
        or infinitive.dep_ != "acl"
        or lemma(infinitive) in operators("clause")
    ):
        return None
    for clause in (*children(infinitive, "ccomp"), infinitive.head.head):
        for who in children(clause, "nsubj", "nsubjpass"):
            if who.left_edge.i == infinitive.i + 1:
                return who
    return None
