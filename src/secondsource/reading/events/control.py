"""Who is to do what an infinitive or a participle says, where the parse hangs it on a verb whose subject is somebody else."""

from ...lexicon import reporting
from ...model.event import Status
from ..tokens import Token
from .grammar import children, first_child, is_passive, is_verb, lemma
from .kinds import is_actor

CALLING_UPON: dict[tuple[str, str], Status] = {
    ("call", "on"): "demanded",
    ("call", "upon"): "demanded",
    ("press", "on"): "demanded",
    ("prevail", "on"): "demanded",
    ("prevail", "upon"): "demanded",
    ("lean", "on"): "demanded",
    ("appeal", "to"): "requested",
    ("plead", "with"): "requested",
    ("look", "to"): "hypothetical",
    ("signal", "to"): "requested",
    ("call", "for"): "demanded",
    ("press", "for"): "demanded",
    ("push", "for"): "demanded",
    ("lobby", "for"): "requested",
    ("appeal", "for"): "requested",
    ("ask", "for"): "requested",
    ("beg", "for"): "requested",
    ("plead", "for"): "requested",
    ("arrange", "for"): "planned",
    ("wait", "for"): "hypothetical",
    ("rely", "on"): "hypothetical",
    ("count", "on"): "hypothetical",
    ("bank", "on"): "hypothetical",
    ("depend", "on"): "hypothetical",
}
"""Verbs that name behind a preposition who is to do what the infinitive says, and what they make of it."""


def called_upon(infinitive: Token, verb: Token) -> Token | None:
    """Whom a verb calls on to do what its infinitive tells: "called on Chad last week to leave the fort", "called for Chad to
    leave it"; None where it calls on nobody."""
    if not any(child.lower_ == "to" for child in children(infinitive, "aux")):
        return None
    for link in children(verb, "prep"):
        if (lemma(verb), link.lower_) in CALLING_UPON and link.i < infinitive.i:
            called = first_child(link, "pobj")
            thing = link.lower_ == "for" and not (called and is_actor(called))
            if called is not None and called.i < infinitive.i and not thing:
                return called  # "called for talks to end the war": those who talk end it
    return None


def given_time(infinitive: Token, verb: Token) -> Token | None:
    """Who is given a time to do it: "gave Chad until Friday to leave the fort"; None where nobody is."""
    until = any(link.lower_ in ("until", "till") for link in verb.children)
    if lemma(verb) != "give" or not until or infinitive.tag_ != "VB":
        return None
    given = first_child(verb, "dative") or first_child(verb, "dobj")
    return given if given is not None and is_actor(given) and given.i < infinitive.i else None


def gives_time(verb: Token) -> bool:
    """Whether somebody is given a time in which to do it: "gave the firm until Monday to", "set them a deadline to"."""
    if any(token.lower_ == "until" for token in verb.subtree):
        return True
    thing = first_child(verb, "dobj")
    receiver = first_child(verb, "dative")
    if thing is None or receiver is None:
        return False
    return lemma(thing) in ("deadline", "ultimatum") or (
        lemma(verb) == "give" and lemma(thing) in _SPANS
    )


def has_time(verb: Token) -> bool:
    """Whether somebody has a time in which to do it: "had until Monday to sign", "has had ten days to pay"."""
    if any(link.lower_ in ("until", "till") for link in children(verb, "prep")):
        return True
    thing = first_child(verb, "dobj")
    return thing is not None and lemma(thing) in _SPANS


_SPANS = frozenset({"hour", "day", "week", "fortnight", "month"})


_PRESSING = frozenset(
    {"press", "push", "urge", "ask", "order", "tell", "pressure", "lobby", "persuade", "beg"}
)


def pressed_to(infinitive: Token, verb: Token) -> Token | None:
    """Who is pressed to do it, where the parse takes the infinitive for an aim of who presses: "to press firms to leave";
    None where nobody is."""
    if lemma(verb) not in _PRESSING or infinitive.tag_ != "VB" or is_passive(verb):
        return None
    pressed = first_child(verb, "dobj")
    near = pressed is not None and pressed.i < infinitive.i <= pressed.i + 2
    return pressed if pressed is not None and near and is_actor(pressed) else None


def bidden_above(infinitive: Token) -> Token | None:
    """The verb that bids somebody do what an infinitive says, where the parse has hung that on his noun, as on "an authority
    to sign": "ordered the authority to hand it over"; None where none does."""
    whom = infinitive.head
    if infinitive.dep_ != "acl" or infinitive.tag_ != "VB" or whom.dep_ != "dobj":
        return None
    near = whom.i < infinitive.i <= whom.i + 2 and is_actor(whom)
    return whom.head if near and lemma(whom.head) in _PRESSING else None


def stands_before_that(verb: Token, clause: Token) -> bool:
    """Whether a participle stands before the "that" of the clause which the parse hangs it on, and so goes with who speaks:
    "she added, while testifying in court, that the mayor had lied"."""
    if clause.dep_ != "ccomp" or not is_verb(clause.head) or verb.tag_ not in ("VBG", "VBN"):
        return False
    that = next((mark for mark in children(clause, "mark") if mark.lower_ == "that"), None)
    return that is not None and clause.head.i < verb.i < that.i


def told_before(participle: Token, said: Token) -> Token | None:
    """The verb of what is told before its "officials said", where a participle behind that goes on with what is told
    and not with who says it: "Chad closed the border, officials said on Monday, defying the bloc". A participle of
    saying ("..., officials said, denying reports") is the speaker's; None for that and for all others."""
    words = reporting.all_words()
    if participle.tag_ != "VBG" or lemma(said) not in words or lemma(participle) in words:
        return None
    if participle.i < said.i or participle.left_edge.nbor(-1).text != ",":
        return None
    told = first_child(said, "ccomp")
    if told is None and said.dep_ == "parataxis":
        told = said.head
    return told if told is not None and is_verb(told) and told.i < said.i else None


_BACKGROUND = frozenset({"after", "before", "since", "because", "while", "though", "although"})


def is_told_after(main: Token, verb: Token) -> bool:
    """Whether a clause is the main one of its sentence though the parse hangs it on the verb of the background behind it:
    "Chad closed the border, hours after a court ordered a seizure"."""
    return any(
        child.dep_ == "mark" and child.lower_ in _BACKGROUND and main.i < child.i < verb.i
        for child in verb.children
    )
