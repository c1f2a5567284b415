"""What hangs on an event besides its actors: when, where, whose words, under which condition."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from ...model.event import EventTime
from ...model.mention import Place, Time
from ...model.statement import Statement
from ...model.text import Reference
from ..draft import Draft
from .grammar import is_nominal, is_verb

_PLACE_WORDS = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "to",
        "into",
        "outside",
        "around",
        "over",
        "across",
        "from",
        "along",
        "off",
        "inside",
        "through",
        "within",
    }
)


@dataclass(frozen=True)
class Surroundings:
    """Times, places and statements of a draft, found by token."""

    times: dict[int, Time] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)


def index_surroundings(draft: Draft) -> Surroundings:
    """For each token the time, the place and the innermost statement that cover it."""
    times: dict[int, Time] = {}
    for time in draft.times:
        if time.type in ("DATE", "TIME"):
            for token in draft.tokens_at(time.citation):
                times.setdefault(token.i, time)
    places: dict[int, Place] = {}
    for place in draft.places:
        for token in draft.tokens_at(place.citation):
            places.setdefault(token.i, place)
    statements: dict[int, Statement] = {}
    lengths: dict[int, int] = {}
    for statement in draft.statements:
        for piece in statement.content:
            length = piece.end - piece.start
            for token in draft.tokens_at(piece):
                if token.i not in lengths or length < lengths[token.i]:
                    lengths[token.i] = length
                    statements[token.i] = statement
    return Surroundings(times, places, statements)


def _near(token: Token) -> list[Token]:
    """The tokens of the event's own phrase, nearest first: below it, then beside it in its clause.
    Other clauses are left out: their times and places are their own."""
    found: list[Token] = []

    def collect(node: Token, depth: int) -> None:
        for child in node.children:
            if child.dep_ in (
                "ccomp",
                "advcl",
                "relcl",
                "conj",
                "parataxis",
                "nsubj",
                "nsubjpass",
                "csubj",
            ):
                continue
            if is_verb(child) and child.dep_ not in ("prep",):
                continue
            found.append(child)
            if depth < 4:
                collect(child, depth + 1)

    collect(token, 0)
    node = token
    while is_nominal(node) and node.head != node:
        node = node.head
        if node.dep_ == "prep" or is_verb(node) or is_nominal(node):
            collect(node, 1)
        if is_verb(node):
            break
        if node.dep_ == "prep" and not is_nominal(node.head) and is_verb(node.head):
            continue
    return found


def time_of(token: Token, around: Surroundings) -> EventTime | None:
    """The time expression of an event's own clause; its value waits for the anchor."""
    if not around.times:
        return None
    for near in _near(token):
        if near.ent_type_ in ("DATE", "TIME") or near.i in around.times:
            time = around.times.get(near.i)
            if time is not None:
                return EventTime(value=None, precision=None, time=time.id)
    return None


def place_of(token: Token, around: Surroundings) -> Reference | None:
    """The place of an event: a place name after a preposition of place in its own clause."""
    if not around.places:
        return None
    for near in _near(token):
        place = around.places.get(near.i)
        if place is None:
            continue
        node = near
        while node.dep_ in ("compound", "amod", "appos", "conj", "nmod") and node.head != node:
            node = node.head
        if node.dep_ == "pobj" and node.head.lower_ in _PLACE_WORDS:
            return Reference(id=place.id, name=place.name)
    return None


def voice_of(token: Token, around: Surroundings) -> Reference | None:
    """The statement in whose content the event stands, with the name of its voice."""
    statement = around.statements.get(token.i)
    if statement is None:
        return None
    voice = statement.voice
    return Reference(id=statement.id, name=voice.name or voice.description or voice.kind)
