"""Acts of saying that have other events inside them: what is threatened, demanded, promised, denied, alleged."""

from collections.abc import Iterator

from msgspec.structs import replace

from ...model.event import EventMention
from ..tokens import Token
from .grammar import children, first_child, is_nominal, lemma
from .triggers import Trigger


def inner_event(trigger: Trigger, by_token: dict[int, str]) -> str | None:
    """The id of the event that is threatened, demanded, denied...: the nearest inside its complement."""
    token = trigger.token
    starts: list[Token] = []
    for child in token.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "acl", "dobj", "oprd", "nsubjpass", "advcl")
            and child != trigger.noun
        ):
            if child.dep_ == "advcl" and (child.i < token.i or first_child(child, "mark")):
                continue  # "Speaking on a visit to Chad, she denounced ..."
            if child.dep_ == "oprd" and first_child(token, "dobj"):
                continue  # "called the step an insult to the talks": what it is called
            if child.dep_ == "nsubjpass" and not is_nominal(child):
                continue
            starts.append(child)
        elif child.dep_ == "prep" and child.lower_ in (
            "of",
            "for",
            "against",
            "with",
            "to",
            "on",
            "over",
            "from",
            "about",
            "that",
        ):
            starts += children(child, "pcomp", "pobj")
        elif child.dep_ == "prt":
            for inner in children(child, "prep"):
                starts += children(inner, "pobj", "pcomp")
    if token.dep_ == "nsubj" and lemma(token.head) == "be":
        starts += children(token.head, "xcomp", "ccomp")
    order = {"xcomp": 0, "ccomp": 0, "pcomp": 0, "acl": 0}
    for start in sorted(starts, key=lambda each: (order.get(each.dep_, 1), each.i)):
        layer = [start]
        for _ in range(5):
            for each in layer:
                if each.i in by_token and each != token:
                    return by_token[each.i]
            layer = [
                child
                for each in layer
                for child in each.children
                if (child.dep_ in _INWARDS and not _only_describes(child)) or _is_aim(child)
            ]
    return None


_INWARDS = frozenset(
    {"xcomp", "ccomp", "dobj", "prep", "pobj", "pcomp", "conj", "acl", "attr", "advcl", "nsubjpass"}
    | {"compound", "oprd"}
)


def _is_aim(word: Token) -> bool:
    """Whether it is what the noun before it is for: "urged Chad to take steps to calm the dispute"."""
    return word.dep_ == "relcl" and word.tag_ == "VB" and word.i > 0 and word.nbor(-1).tag_ == "TO"


_TOPICS = frozenset({"about", "over", "regarding", "concerning"})
_TALK = frozenset(
    "rumour rumor speculation talk gossip report story claim allegation question".split()
)
"""What somebody tells or asks: what it is about is told apart, where concern or anger over a thing is bound to it."""


def _only_describes(word: Token) -> bool:
    """Whether what hangs on a word only says more of it: when or why it is, what it is about ("not to repeat rumours about a
    raid"), what was done to it ("accused of using nets, a practice outlawed in Chad")."""
    if word.dep_ == "advcl":
        return first_child(word, "mark") is not None
    return (word.dep_ == "acl" and word.tag_ == "VBN") or (
        word.dep_ == "prep" and word.lower_ in _TOPICS and lemma(word.head) in _TALK
    )


def with_all_that_is_asked(
    triggers: list[Trigger], found: list[EventMention]
) -> list[EventMention]:
    """The events, each with its trigger at the same index; those that bear one have in `also_about` what else is
    threatened, demanded or promised with it: "demanded that Chad lift the siege, free the crew and pay"."""
    by_token = {trigger.token.i: event for trigger, event in zip(triggers, found, strict=True)}
    for trigger, event in zip(triggers, found, strict=True):
        if trigger.noun is not None:
            by_token.setdefault(trigger.noun.i, event)
    tokens = {event.id: trigger.token for trigger, event in zip(triggers, found, strict=True)}
    statuses = {event.id: event.status for event in found}
    mended = []
    for trigger, event in zip(triggers, found, strict=True):
        inner = event.about
        if inner in tokens:
            alongside = dict.fromkeys(
                by_token[token.i].id
                for token in _alongside(tokens[inner])
                if token.i in by_token and token.i > trigger.token.i
            )
            others = [
                other
                for other in alongside
                if other not in (inner, event.id) and statuses[other] == statuses[inner]
            ]
            event = replace(event, also_about=tuple(others))
        mended.append(event)
    return mended


_MOST_COORDINATED = 8


def _alongside(token: Token) -> Iterator[Token]:
    """The words coordinated with a word, and the deeds "by" which it is done, in the order of the parse."""
    first = token
    for _ in range(_MOST_COORDINATED):
        if first.dep_ != "conj":
            break
        first = first.head
    layer = [first]
    for _ in range(_MOST_COORDINATED):
        yield from layer
        layer = [
            inner
            for word in layer
            for inner in (
                *children(word, "conj"),
                *(
                    deed
                    for link in children(word, "prep")
                    if link.lower_ == "by"
                    for deed in children(link, "pcomp")
                ),
            )
        ]
