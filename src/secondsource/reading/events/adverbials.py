"""What the main clause says of an adverbial clause, and the other way round."""

from ...lexicon.events import operators
from ..tokens import Token
from .came_about import came_to_it
from .complements import clause_outcome, is_promising, noun_of_infinitive
from .composing import OPEN
from .conditions import ASKING, is_condition, opens_with_were
from .control import CALLING_UPON, called_upon
from .grammar import children, first_child, is_nominal, is_passive, is_verb, lemma
from .hearing import hear, is_finite, is_infinitive
from .modality import own_operators
from .phrases import noun_operator
from .predicates import of_copula
from .tenses import is_dated, is_of_the_past, is_reported, is_settled, tense
from .walk import Walk


def adverbial(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` stands in an adverbial clause."""
    marks = {
        child.lower_
        for child in verb.children
        if child.dep_ in ("mark", "advmod", "cc", "prep") and child.i < verb.i
    }
    wondered = lemma(head) in ASKING and "if" in marks and verb.i > head.i
    if wondered:
        walk.add("hypothetical")
        _outer_only(head, walk)
    elif is_condition(verb) or opens_with_were(head) or _is_alternative_condition(verb):
        walk.add("conditional")
        _outer_only(head, walk)
    elif is_infinitive(verb) and not is_finite(verb):
        _purpose(verb, head, walk)
    elif not is_verb(head):
        if head.pos_ in ("SCONJ", "ADV", "ADP") and is_verb(head.head):
            if head.lower_ in ("soon", "long") and not (
                tense(verb) == "past" and is_of_the_past(head.head)
            ):
                walk.add("conditional")
            _outer_only(head.head, walk)
            return
        if is_infinitive(verb):
            walk.add("hypothetical")
        if is_not_yet(verb):
            walk.add("conditional")  # "no talks until the prisoners are freed"
        if is_verb(head.head) and head.head != head:
            _outer_only(head.head, walk)
    elif marks & {"than", "instead"} and not is_finite(verb):
        # "rather than report its intentions to invade": what is not told may be so
        told = walk.start != verb and operators("clause").get(lemma(verb)) == "transparent"
        walk.add("hypothetical" if told else "negated")
    elif not is_finite(verb):
        if is_settled(verb) and verb.i and verb.nbor(-1).text == ",":
            return  # "the deal, signed on Tuesday in Doha"
        if marks & {"before", "until"} and tense(head) != "past":
            walk.add("planned")
        if marks & {"if", "unless", "when"} and tense(head) != "past":
            walk.add("conditional")
        if marks & {"as", "like"} and verb.tag_ == "VB":
            walk.add("hypothetical")
        if _is_said_of(verb, head):
            walk.add("hypothetical")  # "Crossing the river, the duke said, would be a mistake"
            return
        if "while" in marks and verb.tag_ == "VBG" and head.dep_ in ("ccomp", "relcl"):
            # "has rejected terms that would tie its hands, while offering to talk": he who rejects offers
            outer = _outermost(head)
            if tense(outer) == "past" and not own_operators(outer) and own_operators(head):
                return
        hear(head, walk, ignoring=("ongoing", "negated", "denied"))
    else:
        _finite_adverbial(verb, head, walk, marks)


def _is_said_of(verb: Token, head: Token) -> bool:
    """Whether a gerund that opens a sentence is the subject of what is said after the speaker's name."""
    if verb.tag_ != "VBG" or verb.i > head.i or children(verb, "mark", "advmod"):
        return False
    return any(
        first_child(clause, "nsubj", "nsubjpass", "expl", "csubj") is None
        and any(helper.tag_ == "MD" for helper in children(clause, "aux"))
        for clause in children(head, "ccomp")
        if clause.i > head.i
    )


def _outermost(verb: Token) -> Token:
    """The main verb of the sentence that a clause stands in."""
    node = verb
    while node.head != node:
        node = node.head
    return node


def _asked_of(verb: Token, head: Token) -> str:
    """What it is to be called upon behind a preposition to do something; empty where nobody is."""
    called = called_upon(verb, head)
    return CALLING_UPON[lemma(head), called.head.lower_] if called is not None else ""


def _is_alternative_condition(verb: Token) -> bool:
    """ "Suppose they cross", "imagine that": conditions in other clothes."""
    return lemma(verb.head) in ("suppose",) and verb.head.tag_ in ("VB", "VBP")


def _purpose(verb: Token, head: Token, walk: Walk) -> None:
    """An infinitive of aim; after "too" it is what does not come about."""
    if head.pos_ in ("ADJ", "ADV"):
        if any(child.lower_ == "too" for child in head.children):
            walk.add("negated")
        else:
            walk.add(operators("adjective").get(lemma(head), "hypothetical"))
        if is_verb(head.head):
            hear(head.head, walk, ignoring=("ongoing",))
        return
    if is_verb(head) and lemma(head) == "be" and first_child(head, "acomp", "attr") is not None:
        of_copula(verb, head, walk)
        return
    before = (
        head if is_nominal(head) and noun_operator(head) in OPEN else noun_of_infinitive(verb, head)
    )
    if before is not None:
        walk.add(noun_operator(before))
        walk.above_noun(before)
        return
    asked = _asked_for(verb, head) or _asked_of(verb, head)
    if asked:
        walk.add(asked)
        hear(head, walk, ignoring=("ongoing",))
        return
    known = lemma(head) in operators("clause") or lemma(head) in ("give", "set")
    given = first_child(head, "dobj", "dative") is not None or is_passive(head)
    near = verb.i - head.i <= _NEAR and is_promising(head)
    if is_verb(head) and lemma(head) != "say" and known and (given or near):
        outcome = clause_outcome(verb, head, walk)
        if outcome in ("demanded", "requested", "threatened", "promised", "inherits") and lemma(
            head
        ) not in ("take", "use"):
            walk.add(outcome)
            hear(head, walk, ignoring=("ongoing",))
            return
    if _is_what_it_took(head) or came_to_it(head):
        hear(head, walk)
        return
    if any(child.lower_ == "only" for child in children(verb, "advmod")):
        hear(head, walk)
        return
    walk.add("planned")
    if is_verb(head):
        if _is_in_question(head, walk):
            walk.add("asked")
        _outer_only(head, walk)


_SPENT = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "time", "while"}
    | {"round", "attempt", "try", "effort", "vote", "patience", "courage"}
)


def _is_what_it_took(head: Token) -> bool:
    """Whether a verb tells what was spent on the end, which came: "took three days to seize the bridge"; who
    "took a bridge to cut the road" has yet to cut it."""
    doer, spent = first_child(head, "nsubj"), first_child(head, "dobj", "npadvmod")
    if lemma(head) != "take" or doer is None:
        return False
    return doer.lower_ == "it" or (spent is not None and lemma(spent) in _SPENT)


def _is_in_question(verb: Token, walk: Walk) -> bool:
    """Whether it is open that anybody plans or does what a verb tells of ("may be planning to land troops to attack",
    "if talks fail it could shut the strait to starve the town"): then so is what it is for."""
    above = walk.ahead(verb)
    above.add("planned", *own_operators(verb))
    above.above_verb(verb)
    return above.status in ("hypothetical", "conditional")


_NEAR = 3
"""Tokens within which an infinitive completes a verb of promising, whatever the parse calls it."""


def _asked_for(verb: Token, head: Token) -> str:
    """What "called for the crews to be let go" makes of its infinitive; empty if it is another aim."""
    for child in [*children(head, "prep"), *children(verb, "mark")]:
        if head.i < child.i < verb.i and child.lower_ in ("for", "on", "upon"):
            word = "on" if child.lower_ == "upon" else child.lower_
            outcome = operators("verb_prep").get(f"{lemma(head)}+{word}")
            if outcome in ("demanded", "requested"):
                return outcome
            if lemma(head) == "call" and word == "on":
                return "demanded"
    return ""


def is_not_yet(verb: Token) -> bool:
    """Whether a clause tells what is waited for: "until fees are paid", "once the army has left"."""
    marked = any(child.lower_ in ("until", "till", "once") for child in children(verb, "mark"))
    return marked and (tense(verb) == "present" or _is_present_perfect(verb))


def _is_present_perfect(verb: Token) -> bool:
    """Whether a clause says what will have been done by then: "once he has been tried"."""
    helpers = children(verb, "aux")
    return bool(helpers) and lemma(helpers[0]) == "have" and helpers[0].tag_ in ("VBZ", "VBP")


def _finite_adverbial(verb: Token, head: Token, walk: Walk, marks: set[str]) -> None:
    start = verb.left_edge
    words = " ".join(token.lower_ for token in start.doc[start.i : start.i + 3])
    when = tense(verb)
    if words.startswith(("as if", "as though", "rather than")):
        walk.add("hypothetical" if words.startswith("as") else "negated")
        return
    if "lest" in marks or words.startswith("for fear"):
        walk.add("hypothetical")
    elif marks & {"until", "till"} and when == "present" and is_dated(verb):
        walk.add("planned")
    elif marks & {"once", "until", "till", "soon"} and (
        when == "present" or (_is_present_perfect(verb) and tense(head) == "none")
    ):
        walk.add("conditional")
    elif (
        marks & {"when", "after"}
        and _is_present_perfect(verb)
        and any(child.lower_ in ("will", "'ll", "’ll", "can") for child in children(head, "aux"))
    ):
        walk.add("conditional")  # "will change only when the minister has gone": he has not yet
    elif _is_still_to_come(head, marks) or (
        marks & {"once", "until", "till"} and _is_only_meant(head, walk)
    ):
        walk.add("conditional")  # "would free them once its port was opened": it is not yet
    elif "before" in marks and when == "none":
        walk.add("negated")
    elif ("before" in marks and when == "present") or (
        marks & {"when", "after", "whenever", "as"}
        and when == "present"
        and (
            any(child.tag_ == "MD" for child in children(head, "aux"))
            or ("when" in marks and is_dated(verb))
        )
    ):
        walk.add("planned")
    elif (
        "after" in marks
        and when == "present"
        and tense(head) != "present"
        and not is_of_the_past(verb)
    ):
        walk.add("planned")  # "endorsing her on Friday after they meet": they have not met yet
    elif "than" in marks and when != "past":
        walk.add("hypothetical")
    if not (
        marks & {"when", "after"} and when == "past" and walk.is_real and _is_denied(head, walk)
    ):
        _outer_only(head, walk)


def _is_denied(verb: Token, walk: Walk) -> bool:
    """Whether somebody denies what a clause tells; when it was, which he takes for granted, is not denied: "denied that it
    had acted illegally when it shelled the port"."""
    above = walk.ahead(verb)
    above.above_verb(verb)
    return above.status == "denied"


def _is_still_to_come(verb: Token, marks: set[str]) -> bool:
    """Whether the clause that these words join to `verb` tells what was then still to come: "would stay until they
    were freed"; with "when" only where it is told as said, since "would fall silent when police came" is a habit."""
    helpers = {child.lower_ for child in children(verb, "aux")}
    if helpers & {"would", "'d", "’d"}:
        return bool(marks & {"once", "until", "till"}) or ("when" in marks and is_reported(verb))
    return "could" in helpers and bool(marks & {"until", "till"}) and is_reported(verb)


def _is_only_meant(verb: Token, walk: Walk) -> bool:
    """Whether the verb is an infinitive of what is not done: "vowed to hold it until", "were to stay until"; of what is
    done it is not: "managed to hold it until"."""
    helpers = {child.lower_ for child in children(verb, "aux")}
    if "to" not in helpers:
        return False
    above = walk.ahead(verb)
    above.above_verb(verb)
    return not above.is_real


def _outer_only(head: Token, walk: Walk) -> None:
    """Goes on above a clause whose own tense and mood do not touch the event."""
    if not is_verb(head):
        return
    above = walk.ahead(head)
    above.above_verb(head)
    if above.status in ("denied", "alleged", "conditional"):
        walk.add(above.status)
