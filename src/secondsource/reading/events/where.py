"""Where an event was: the place in its own clause."""

from ...lexicon.calendar import cues
from ...model.text import Reference
from ..tokens import Token
from .grammar import children, clause_of, first_child, is_nominal, is_verb, lemma
from .kinds import is_actor
from .links import Surroundings, near_words

_PLACE_WORDS = frozenset(
    """
    in at near on to into outside around over across from along off inside through within
    """.split()
)


_CONSIDERING = frozenset({"discuss", "debate", "consider", "review", "address", "examine", "weigh"})


def _is_inside_what_is_discussed(event: Token, place: Token) -> bool:
    """Whether a place only says where that is which is talked about: "discussed the drought in Chad"."""
    if not is_verb(event) or lemma(event) not in _CONSIDERING:
        return False
    thing = first_child(event, "dobj")
    if thing is None or place.head.i < thing.i:
        return False
    return thing in place.ancestors or place.head.i == thing.i + 1


def _is_of_another_deed(event: Token, place: Token) -> bool:
    """Whether a place is that of a deed by which somebody is described to whom the event happens: "arrested the leader of
    the coup in Chad"."""
    person = first_child(event, "dobj") or first_child(event, "nsubjpass")
    if not is_verb(event) or person is None or not is_actor(person):
        return False
    for link in children(person, "prep"):
        deed = first_child(link, "pobj")
        if link.lower_ in ("of", "in", "behind") and deed is not None and deed.i < place.i:
            done = lemma(deed) in cues("done") or deed.lower_ in cues("done")
            if done and place.head.i == deed.i + 1:
                return True
    return False


def _talked_about(event: Token, holder: Token) -> Token | None:
    """The noun that a "to" belongs to and that is not the event itself: the aid in "discussed aid to Chad", also
    where the parse has hung the phrase on the verb."""
    if holder != event:
        return holder if is_nominal(holder) else None
    return first_child(event, "dobj") if is_verb(event) else None


_REACHING = frozenset(
    {"visit", "tour", "enter", "leave", "reach", "storm", "capture", "seize", "occupy", "bomb"}
    | {"shell", "raid", "blockade", "besiege", "invade"}
)
"""Verbs whose object, if it is a place, is where it happens."""


SPEECH_ACTS = frozenset({"accuse", "agree", "reject", "request", "support", "threaten"})
"""Types that are done with words."""
_TRAVELS = frozenset({"visit", "trip", "tour", "journey", "flight", "return", "travel"})


def place_of(token: Token, around: Surroundings, kind: str = "") -> Reference | None:
    """The place of an event: a place name after a preposition of place in its own clause, or the place
    that is visited or taken. `kind` is its type: what is talked about ("discussed aid to Chad") is no place of talks."""
    if not around.places:
        return None
    for near in near_words(token):
        place = around.places.get(near.i)
        if place is None:
            continue
        node = near
        while node.dep_ in ("compound", "amod", "appos", "conj", "nmod") and node.head != node:
            node = node.head
        if around.places.get(node.i) is not place and node.dep_ == "pobj":
            continue  # "according to Greek officials": the phrase is about the officials
        node = _with_its_kind(node)
        after = node.dep_ == "pobj" and node.head.lower_ in _PLACE_WORDS
        if after and node.head.lower_ == "over" and kind not in _FROM_ABOVE:
            after = False  # "talks over Chad", "sanctions over the island": about it
        if after and kind == "consult" and node.head.lower_ == "to":
            about = _talked_about(token, node.head.head)
            after = about is None or lemma(about) in _TRAVELS
        if after and kind in SPEECH_ACTS and node.head.lower_ == "to":
            # "demands presented to Chad": to whom; in "travelled to Chad to sign" it is where
            said = node.head.head
            after = said != token and not (said.dep_ == "acl" and said.head == token)
        if after and _is_inside_what_is_discussed(token, node):
            after = False
        if after and _is_of_another_deed(token, node):
            after = False
        before = node.head.nbor(-1) if after and node.head.i else node
        if after and node.head.lower_ == "from" and is_nominal(before) and is_actor(before):
            after = False  # "met officials from Chad": whence they are
        reached = node.dep_ == "dobj" and node.head == token and lemma(token) in _REACHING
        if after or reached:
            return Reference(id=place.id, name=place.name)
    return _place_of_where(token, around)


def _with_its_kind(name: Token) -> Token:
    """The noun for what a place is, where its name follows with "of" ("the town of Lamu"); else the name."""
    if name.dep_ != "pobj" or name.head.lower_ != "of":
        return name
    kind = name.head.head
    return kind if kind.lower_ in _KINDS_OF_PLACES else name


_KINDS_OF_PLACES = frozenset(
    """town city village district province region state port island county suburb area capital municipality hamlet commune
    settlement township territory peninsula prefecture neighborhood neighbourhood resort""".split()
)


_FROM_ABOVE = frozenset({"", "assault", "mobilize", "aid"})
"""Types of what is done in the air over a place."""


def _place_of_where(token: Token, around: Surroundings) -> Reference | None:
    """The place that a clause with "where" hangs on: "went to Moroni, where she met the miners"."""
    verb = token if is_verb(token) else clause_of(token)
    if verb.dep_ != "relcl" or not any(
        child.lower_ == "where" for child in children(verb, "advmod")
    ):
        return None
    place = around.places.get(verb.head.i)
    return Reference(id=place.id, name=place.name) if place is not None else None
