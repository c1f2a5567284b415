"""Small questions to the parse: the parts of a clause and of a noun phrase.

The labels are those of spaCy's English pipelines (ClearNLP style). A question that the parse does not answer gets
an empty answer, never an error: sentences of any kind come by here.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from ...lexicon.events import Need, verb_entries
from ..tokens import Token
from .spelling import spelled_noun, spelled_verb

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
DEFINITE = frozenset(
    """
    the this that these those his her its their our my your whose
    """.split()
)


def children(token: Token, *labels: str) -> list[Token]:
    """The children of `token` with one of `labels`, in the order of the text."""
    if not token.children:
        return []
    return [child for child in token.children if child.dep_ in labels]


def first_child(token: Token, *labels: str) -> Token | None:
    """The first of `children`, or None."""
    for child in token.children:
        if child.dep_ in labels:
            return child
    return None


def lemma(token: Token) -> str:
    """The lemma in lower case, with the spellings that the pipeline leaves alone brought home."""
    return _spelled(token.lemma_, token.pos_, token.tag_)


@lru_cache(maxsize=100_000)
def _spelled(word: str, pos: str, tag: str) -> str:
    if pos == "VERB":
        return spelled_verb(word.lower())
    return spelled_noun(word.lower()) if tag in ("NNS", "NNPS") else word.lower()


def is_verb(token: Token) -> bool:
    """Whether the token stands as a verb in its clause."""
    return token.pos_ in ("VERB", "AUX")


def is_nominal(token: Token) -> bool:
    """Whether the token stands as a noun."""
    return token.pos_ in ("NOUN", "PROPN")


def with_particle(verb: Token) -> str:
    """The lemma of a verb, with its particle if it has one ("carry+out")."""
    particle = first_child(verb, "prt")
    if particle is None and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in _LOOSE_PARTICLES:
        particle = verb.nbor(1)
    return f"{lemma(verb)}+{particle.lower_}" if particle is not None else lemma(verb)


_LOOSE_PARTICLES = frozenset({"aside", "off", "away", "short", "back"})


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, bare participles after a noun included."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "csubjpass") for child in verb.children):
        return True
    if is_headline_passive(verb):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in (
        "acl",
        "advcl",
        "amod",
        "relcl",
        "conj",
        "ROOT",
        "oprd",
        "ccomp",
    ):
        if any(child.dep_ == "aux" for child in verb.children):
            return False
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            if verb.head.tag_ not in ("VBN", "VBD"):
                return False
            return is_passive(verb.head) and (
                first_child(verb, "nsubj") is None or leaves_out_helper(verb)
            )
        if verb.dep_ == "ccomp":
            # "ordered the owners detained"
            return first_child(verb, "nsubj") is not None and first_child(verb, "dobj") is None
        return first_child(verb, "dobj") is None and first_child(verb, "nsubj") is None
    return False


def leaves_out_helper(verb: Token) -> bool:
    """Whether a second participle has so many of its own and no "were": "two were killed and dozens injured in a raid"."""
    who = first_child(verb, "nsubj")
    counted = who is not None and (who.pos_ == "NUM" or lemma(who) in _COUNTS or _has_number(who))
    return counted and first_child(verb, "dobj", "ccomp", "xcomp") is None


def _has_number(noun: Token) -> bool:
    return first_child(noun, "nummod") is not None


_COUNTS = frozenset("dozen score hundred thousand several many other others".split())


def is_headline_passive(verb: Token) -> bool:
    """Whether a headline leaves out the "is" of a passive ("Governor ousted in midnight vote", "Two villagers
    abducted, says mayor"): a past form without object of a verb that every row of the table gives one, in a line without
    a full stop."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.dep_ != "ROOT" and not (verb.dep_ == "ccomp" and verb.head.tag_ == "VBZ"):
        return False
    if any(
        child.dep_ in ("dobj", "aux", "auxpass", "ccomp", "xcomp", "nsubjpass")
        for child in verb.children
    ):
        return False
    if first_child(verb, "nsubj") is None:
        return False
    last = next((token for token in reversed(verb.sent) if not token.is_space), verb)
    ends = not (last.is_punct or last.is_quote) or last.text == ":"
    return ends and (_needs_object(verb) or lemma(verb) in _SAID_OF_WHAT_IS_TO_COME)


_SAID_OF_WHAT_IS_TO_COME = frozenset({"expect", "schedule", "slate"})


def _needs_object(verb: Token) -> bool:
    """Whether every row of the table for a verb, and for its particle if it has one, gives it an object."""
    particle = first_child(verb, "prt")
    rows = _needs_of(lemma(verb))
    if particle is not None:
        rows = [row for row in rows if "prt" in row and particle.lower_ in row["prt"].values]
    return bool(rows) and all("obj" in row or "obj!" in row for row in rows)


@cache
def _needs_of(verb: str) -> list[dict[str, Need]]:
    """What each row of the table that has a type asks for, by kind."""
    rows = verb_entries().get(verb, ())
    return [{need.what: need for need in row.needs} for row in rows if row.type is not None]


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb in their order; those of the first verb for one coordinated with it."""
    own = children(verb, "aux", "auxpass")
    if own or not shares_auxiliaries(verb):
        return own
    return auxiliaries(verb.head)


def shares_auxiliaries(verb: Token) -> bool:
    """Whether a coordinated verb lives on the auxiliaries of the one before it ("will meet and talk")."""
    if verb.dep_ != "conj" or not is_verb(verb.head):
        return False
    if any(
        child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "expl") for child in verb.children
    ):
        return verb.tag_ == "VBN" and is_passive(verb.head) and leaves_out_helper(verb)
    if is_passive(verb.head) and has_own_clause(verb):
        return False
    if is_set_against(verb):
        return False
    if verb.tag_ in ("VB", "VBG", "VBP") or (verb.tag_ == "VBN"):
        return True
    if verb.tag_ != "VBD":
        return False
    if verb.lower_ == lemma(verb):
        # "will close the yard and set up a fund": a form that may be a past one is tagged as one. What
        # somebody could not do is over, and so may be what he did instead ("could not find him and shut the road").
        over = first_child(verb.head, "neg") is not None
        helpers = [helper for helper in auxiliaries(verb.head) if helper.tag_ == "MD"]
        return any(not (over and helper.lower_ == "could") for helper in helpers)
    # "was arrested and jailed": the second participle is often tagged as a past tense.
    return verb.head.tag_ == "VBN" and is_passive(verb.head) and (first_child(verb, "dobj") is None)


def is_set_against(verb: Token) -> bool:
    """Whether a verb tells what was done in place of what was to have been: "was to have opened it but stayed away"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBN"):
        return False
    helpers = [child.lower_ for child in children(verb.head, "aux")]
    return helpers[:2] == ["to", "have"] and any(
        child.lower_ == "but" and child.i < verb.i for child in children(verb.head, "cc")
    )


def objects_of(holder: Token, preposition: str) -> list[Token]:
    """The nouns after `preposition` on a verb, or on a noun, in the order of the text. `by` also finds
    the agent of a passive."""
    found = []
    for child in holder.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == preposition:
            found += children(child, "pobj")
        elif (
            child.dep_ == "prep"
            and child.lower_ != "according"
            and preposition in (inner.lower_ for inner in child.children if inner.dep_ == "prep")
        ):
            for inner in children(child, "prep"):
                if inner.lower_ == preposition:
                    found += children(inner, "pobj")
    return found


def clauses_after(noun: Token) -> list[Token]:
    """The heads of the participles, infinitives and relative clauses of a noun, the one right after it
    included where the parse has hung it on a noun before ("a position on sanctions to be imposed")."""
    found = children(noun, "acl", "relcl")
    comma = noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ","
    start = noun.i + (2 if comma else 1)
    for word in noun.doc[start : start + 4]:
        if word.dep_ in ("acl", "relcl") and word.left_edge.i == start and word not in found:
            found.append(word)
    return found


def coordinated(noun: Token) -> Iterator[Token]:
    """The noun and those coordinated with it, in the order of the text."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj" and (child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")):
            yield from coordinated(child)


def listed_behind(noun: Token) -> list[Token]:
    """Those of a list whom the parse has hung on what stands between commas behind its first name: the driver of "Ada Berg,
    a nurse, and her driver"; none of "Ada Berg, a nurse and mother of two", which says who she is."""
    found: list[Token] = []
    apposed = [child for child in noun.children if child.dep_ == "appos" and child.i > noun.i]
    for described in apposed:
        others = list(coordinated(described))[1:]
        counted = first_child(described, "nummod") is not None and noun.tag_ == "NNP"
        if counted:
            found.append(described)  # "Ola Berg, two clerks and a driver"
        for other in others:
            edge = other.left_edge.i
            parted = (
                edge >= 2 and other.doc[edge - 1].dep_ == "cc" and other.doc[edge - 2].text == ","
            )
            if counted or parted:
                found.append(other)
    return found


def named_together(noun: Token) -> list[Token]:
    """The second and further names behind the noun for all of them: Wiik of "two leaders, Ola Berg and Jon Wiik"."""
    if noun.tag_ != "NNS":
        return []
    names = [child for child in noun.children if child.dep_ == "appos" and child.tag_ == "NNP"]
    return [other for name in names for other in list(coordinated(name))[1:] if other.tag_ == "NNP"]


def is_definite(noun: Token) -> bool:
    """Whether a noun is marked as known: the, this, its, Kenya's, the third."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in DEFINITE:
            return True
        if child.dep_ == "poss":
            return True
    return (
        noun.dep_ == "conj"
        and is_nominal(noun.head)
        and (first_child(noun, "det") is None and is_definite(noun.head))
    )


def clause_of(token: Token) -> Token:
    """The verb (or root) of the clause in which `token` stands."""
    node = token
    while not is_verb(node) and node.head != node:
        node = node.head
    return node


def preposition_words(preposition: Token) -> list[str]:
    """The ways to look a preposition up, the longest first: "in+the+event+of", "instead+of", "of"."""
    doc, end = preposition.doc, preposition.i + 1
    return [
        "+".join(token.lower_ for token in doc[start:end]) for start in range(max(0, end - 4), end)
    ]


def has_own_clause(verb: Token) -> bool:
    """Whether a verb has a that-clause of its own, as no passive participle has."""
    return verb.tag_ in ("VBN", "VBD") and any(
        first_child(child, "mark") is not None for child in children(verb, "ccomp")
    )
