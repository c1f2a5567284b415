"""What came about though a word of its clause seems to say that it did not, or leaves it open: "did not strike until May",
"kept its promise to leave", "wasted no time in leaving", "nobody doubts that they left"."""

from ..tokens import Token
from .counting import is_none
from .grammar import children, first_child, is_verb, lemma
from .tenses import is_of_the_past, tense, tense_with

_LASTING = frozenset(
    """
    extend prolong delay postpone defer suspend put push hold keep stay remain wait last continue
    """.split()
)
"""What lasts until a day: "did not extend the truce until May" may say that it ended before."""
_NO_END = frozenset({"least", "further", "now", "today", "then", "next"})


def came_at_last(verb: Token, helpers: list[Token]) -> bool:
    """Whether "not ... until" says that it was done then: "was not freed until Friday", "did not fire until the crowd
    stormed the gate". `helpers`: the auxiliaries of the verb."""
    if tense_with(verb, helpers) != "past" or lemma(verb) in _LASTING:
        return False
    if any(helper.tag_ in ("VBZ", "VBP", "MD") for helper in helpers):
        return False
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "prep" and child.lower_ in ("until", "till"):
            return not any(token.lower_ in _NO_END for token in child.subtree)
        if child.dep_ == "advcl" and any(
            mark.lower_ in ("until", "till") for mark in children(child, "mark")
        ):
            return tense(child) == "past"
    return False


_DONE = frozenset({"take+step", "make+mistake", "make+error", "commit+crime", "commit+offence"})


def is_done(noun: Token) -> bool:
    """Whether a noun with its verb only says that what follows "of" was done: "took the rare step of", "made the mistake of"."""
    verb = noun.head
    return noun.dep_ == "dobj" and is_verb(verb) and f"{lemma(verb)}+{lemma(noun)}" in _DONE


def lost_no_time(verb: Token) -> bool:
    """Whether "wasted no time", "lost no time" says that what follows was done at once."""
    lost = first_child(verb, "dobj")
    return (
        lemma(verb) in ("waste", "lose")
        and lost is not None
        and lost.lower_ == "time"
        and is_none(lost)
    )


_OMITTING = frozenset({"hesitate", "fail", "neglect", "omit", "forget"})


def was_not_left_undone(verb: Token, own: tuple[str, ...]) -> bool:
    """Whether somebody did what the infinitive of a verb tells since he "did not hesitate" or "did not fail" to. `own`: what
    the clause of the verb says of itself."""
    return lemma(verb) in _OMITTING and own == ("negated",) and is_of_the_past(verb)


def could_not_help(verb: Token, gerund: Token) -> bool:
    """Whether somebody did what he "could not help" doing."""
    helpers = [child.lower_ for child in children(verb, "aux")]
    return lemma(verb) == "help" and gerund.tag_ == "VBG" and "could" in helpers


def came_to_it(verb: Token) -> bool:
    """Whether a verb says that its infinitive was done as it says itself: "went on to", "saw fit to"."""
    if lemma(verb) == "go":
        return any(word.lower_ == "on" for word in children(verb, "prt"))
    return lemma(verb) == "see" and any(word.lower_ == "fit" for word in children(verb, "dobj"))


def could_not(verb: Token) -> bool:
    """Whether a verb stands with "could not": what somebody could not prevent came about."""
    return any(child.lower_ == "could" for child in children(verb, "aux"))


_DOUBTING = frozenset({"doubt", "dispute", "question", "deny", "contest"})


def is_beyond_dispute(verb: Token) -> bool:
    """Whether hardly anybody doubts what a clause tells: "nobody doubts that", "few deny that"."""
    who = first_child(verb, "nsubj")
    if lemma(verb) not in _DOUBTING or who is None:
        return False
    few = any(word.lower_ == "few" for word in (who, *who.lefts))
    return few or is_none(who)


_KNOWN = frozenset({"secret", "surprise", "accident", "coincidence", "shame", "pity", "scandal"})


def is_known_anyway(noun: Token, negated: bool) -> bool:
    """Whether a noun takes for granted what its clause tells ("it is no secret that"), or stands for a doubt that is none
    ("no doubt that", "beyond dispute that", "few doubt that"). `negated`: "no" or "not" stands with it."""
    name = lemma(noun)
    if name in _KNOWN:
        return True
    if name not in ("doubt", "question", "dispute"):
        return False
    beyond = noun.dep_ == "pobj" and noun.head.lower_ in ("beyond", "without")
    return negated or beyond or any(word.lower_ in ("few", "little") for word in noun.lefts)
