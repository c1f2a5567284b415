"""What governs a verb: complements, adverbial and relative clauses, gerunds, coordination."""

from ...lexicon.events import operators
from ..tokens import Token
from .adverbials import adverbial, is_not_yet
from .came_about import lost_no_time
from .clause_parts import (
    goes_on_above_demand,
    goes_on_with_demand,
    infinitive_before,
    is_result,
)
from .complements import averted, complement, is_promising
from .composing import OPEN, STATUSES
from .conditions import condition_of, is_talk_of_something, opens_inverted
from .control import bidden_above, is_told_after
from .grammar import (
    children,
    first_child,
    is_nominal,
    is_set_against,
    is_verb,
    lemma,
    preposition_words,
    shares_auxiliaries,
)
from .hearing import frames_quotation, hear, is_finite, is_infinitive
from .modality import own_operators
from .noun_clauses import adnominal
from .phrases import noun_operator
from .prepositions import preposition_outcome, real_head
from .sequence import is_still_ahead
from .tenses import tense
from .walk import Walk


def above_verb(verb: Token, walk: Walk) -> None:
    """Adds what all that stands above the clause of `verb` makes of it."""
    head = verb.head
    label = verb.dep_
    if head == verb and is_not_yet(verb):
        walk.add("conditional")  # a line without a main verb: "No boats back until fees are paid"
    if head == verb or label in ("parataxis", "meta", "intj") or frames_quotation(verb):
        return
    if label == "ccomp" and is_verb(head) and verb.i < head.i and opens_inverted(head):
        # "will discuss their planning, should Chad invade": the parse takes the condition for the main clause
        walk.add("" if is_talk_of_something(verb) else "conditional")
        return
    if label == "ccomp" and is_verb(head) and is_told_after(verb, head):
        return
    if label == "advcl" and is_result(verb) and verb.nbor(-1).is_quote and head.dep_ == "ccomp":
        # "promised “no mercy,” pushing them to arm": it came of the promise and is not in it
        hear(head.head, walk)
        return
    partner = infinitive_before(verb)
    if partner is not None:
        walk.add(*own_operators(partner))
        walk.above_verb(partner)
        return
    if label == "conj" and is_verb(head) and is_finite(verb) and _is_marked(verb):
        adverbial(verb, head, walk)  # "may agree, but only once he has been tried"
    elif label == "conj" or (label == "dep" and is_verb(head) and is_finite(verb)):
        _coordinated(verb, head, walk)
    elif label in ("ccomp", "xcomp", "oprd", "acomp") or (label == "dep" and is_verb(head)):
        complement(verb, head, walk)
    elif label == "advcl":
        adverbial(verb, head, walk)
    elif (bidding := bidden_above(verb)) is not None:
        complement(verb, bidding, walk)
    elif label in ("acl", "relcl"):
        adnominal(verb, head, walk)
    elif label == "pcomp":
        _after_preposition(verb, head, walk)
    elif label in ("csubj", "csubjpass"):
        mark = first_child(verb, "mark")
        if is_finite(verb) and mark is not None and mark.lower_ == "whether":
            walk.add("asked")  # "Whether he colluded is for the court to say"
        elif not (is_finite(verb) and mark is not None):
            settled = tense(head) == "past" and not _is_unsettled_matter(head)
            walk.add("" if settled else "hypothetical")
            hear(head, walk)
    elif label in ("dobj", "pobj", "nsubj", "attr", "nsubjpass", "appos", "dative"):
        if verb.tag_ == "VBG" and label in ("nsubj", "dobj") and is_verb(head):
            outcome = operators("clause" if label == "dobj" else "subject").get(lemma(head), "")
            walk.add(outcome if outcome in STATUSES else "")
        walk.above_noun(verb)
    elif is_verb(head):
        hear(head, walk)
    elif is_nominal(head):
        walk.above_noun(head)
    else:
        walk.add("hypothetical")


def _is_marked(verb: Token) -> bool:
    """Whether a word of condition or time opens a clause that the parse takes for a second main clause."""
    return any(child.lower_ in ("once", "if", "unless") for child in children(verb, "mark"))


def _coordinated(verb: Token, head: Token, walk: Walk) -> None:
    if is_verb(head):
        if is_set_against(verb):
            return
        walk.add(_hedge_before(verb, head))
        if verb.tag_ == "VBG" != head.tag_ and any(
            word.lower_ == "or" for word in children(head, "cc")
        ):
            walk.add("hypothetical")  # "before a choice of holding her or returning her"
        if goes_on_above_demand(verb):
            walk.above_verb(head.head)
        elif goes_on_with_demand(verb):
            walk.above_verb(head)
        elif is_finite(verb) and not shares_auxiliaries(verb):
            # its own tense; a condition before the first verb holds for all of them
            condition = condition_of(head)
            if condition is not None and tense(verb) != "past" and condition.i < head.i:
                walk.add("conditional")
            walk.above_verb(head)
        elif shares_auxiliaries(verb):
            condition = condition_of(head)
            if condition is not None and tense(head) != "past":
                walk.add("conditional")
            walk.above_verb(head)
        elif is_infinitive(verb) and not is_infinitive(head) and is_promising(head):
            # "undertook not to mine the road and to return the cattle"
            complement(verb, head, walk)
        elif is_infinitive(head) or head.tag_ == verb.tag_:
            walk.above_verb(head)
        else:
            hear(head, walk)
    elif is_nominal(head):
        if not is_finite(verb):
            walk.above_noun(head)
    elif is_verb(head.head):
        hear(head.head, walk)
    else:
        walk.add("hypothetical")


def _is_unsettled_matter(verb: Token) -> bool:
    """Whether a verb calls its subject something that is still to be done or settled: "fixing a day has been an issue"."""
    return any(lemma(noun) in _UNSETTLED for noun in children(verb, "attr"))


_UNSETTLED = frozenset(
    "issue problem challenge difficulty priority task goal aim option question hurdle hope dream".split()
)


def _hedge_before(verb: Token, head: Token) -> str:
    """The adverb before the first of two verbs that holds for both: "who allegedly shot and killed"; empty where there is
    none, or the second has somebody of its own who does it."""
    if first_child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return ""
    table = operators("adverb")
    hedges = (table.get(child.lower_, "") for child in children(head, "advmod") if child.i < head.i)
    return next((hedge for hedge in hedges if hedge in ("alleged", "hypothetical")), "")


def _is_proposed(head: Token) -> bool:
    """Whether "with somebody doing it" hangs on a proposal, or on a noun that no verb says to be so."""
    if is_nominal(head):
        return head.dep_ in ("ROOT", "conj", "appos", "dobj", "attr", "pobj")
    if not is_verb(head):
        return True
    tables = (operators("clause"), operators("object"))
    said = [table.get(lemma(head), "") for table in tables]
    return any(outcome in OPEN or outcome == "hypothetical" for outcome in said)


def _tells_how(words: list[Token]) -> bool:
    """Whether one of the words before a clause asks why, how, when or where, and not whether."""
    return any(word.lower_ in ("why", "how", "when", "where") for word in words)


_TALKING_OUT = frozenset(
    {"talk", "argue", "reason", "coax", "cajole", "scare", "shame", "frighten"}
)


_DONE = frozenset(
    """
    accuse active alone busy complicit convict engaged first guilty implicate implicated instrumental involve involved justified
    last late quick responsible right slow successful suspect swift united wrong
    """.split()
)
"""Adjectives whose gerund tells what was or is done."""

_COMING_TO = frozenset("add come contribute get go lead revert stoop switch take turn".split())
"""Verbs that with "to" say that it comes to what the gerund tells ("took to kidnapping", "went back to shelling")."""

_TURNED_TO = frozenset(
    """
    bank+on believe+in bet+on concentrate+on confidence+in count+on difficulty+in focus+on interest+in joke+about set+on
    speak+about speak+of think+of weigh+on
    """.split()
)
"""Words with a preposition whose gerund is only thought or spoken of; of a noun there they say nothing ("focused on the war")."""


def _leaves_open(preposition: Token, head: Token) -> bool:
    """Whether a gerund only says what somebody is turned to: behind "to" that no table knows, which never says by what
    means ("looked forward to meeting"), behind an adjective ("is bent on attacking"), or a word like "spoke of"."""
    if preposition.lower_ == "to":
        carrier = head.head if head.pos_ == "ADV" else head
        known = set(preposition_words(preposition)) & set(operators("preposition"))
        return not known and not (is_verb(carrier) and lemma(carrier) in _COMING_TO)
    if f"{lemma(head)}+{preposition.lower_}" in _TURNED_TO:
        return True
    described = head.pos_ == "ADJ" or (head.tag_ == "VBN" and head.dep_ in ("acomp", "attr"))
    return (
        described
        and preposition.lower_ in ("in", "on", "at", "into", "over")
        and lemma(head) not in _DONE
        and operators("adjective").get(lemma(head)) != "factive"
    )


def _after_preposition(verb: Token, preposition: Token, walk: Walk) -> None:
    """`verb` is a gerund (or a clause) after a preposition."""
    head = real_head(preposition)
    if preposition.lower_ in ("provided", "providing"):
        walk.add("conditional")
        return
    spent = head.head if is_nominal(head) else head
    if preposition.lower_ == "in" and is_verb(spent) and lost_no_time(spent):
        hear(spent, walk, ignoring=("ongoing", "negated"))
        return
    outcome = preposition_outcome(preposition, head)
    if outcome is None and is_verb(head):
        outcome = operators("gerund").get(f"{lemma(head)}+{preposition.lower_}")
    if preposition.lower_ == "of" and head.lower_ == "out" and lemma(head.head) in _TALKING_OUT:
        outcome = "negated"  # "talked the premier out of bombing it"
    if preposition.lower_ == "of" and head.dep_ == "pobj" and head.head.lower_ == "within":
        outcome = "negated"  # "came within an hour of ordering it"
    if (
        preposition.lower_ == "from"
        and head.lower_ == "away"
        and is_verb(head.head)
        and head.head.lemma_ == "be"
    ):
        outcome = "negated"  # "was seconds away from shooting"
    if outcome is None:
        table = operators("preposition")
        outcome = next(
            (table[word] for word in preposition_words(preposition) if word in table), "inherits"
        )
        past = is_verb(head) and tense(head) == "past"
        past = past or (lemma(head) in ("fire", "criticism") and head.dep_ == "pobj")
        if preposition.lower_ == "for":
            outcome = "factive" if past and verb.tag_ == "VBG" else "hypothetical"
        elif outcome == "future":
            outcome = "inherits" if past else "planned"
        elif preposition.lower_ == "of" and is_nominal(head):
            outcome = noun_operator(head) if lemma(head) in operators("noun") else "hypothetical"
        elif preposition.lower_ == "of" and head.lower_ in ("instead", "short"):
            outcome = "negated"
        elif head.lower_ in ("close", "closer", "near", "nearer"):
            # "came close to shelling the port": it did not
            came = is_verb(head.head) and lemma(head.head) == "come" and tense(head.head) == "past"
            outcome = "negated" if came else "hypothetical"
        elif any(child.lower_ == "whether" for child in children(verb, "mark")):
            outcome = "hypothetical"  # "doubts remain over whether he was killed"
        elif any(child.lower_ == "how" for child in children(verb, "advmod")):
            outcome = "hypothetical" if not is_finite(verb) else "inherits"
        elif _leaves_open(preposition, head):
            outcome = "hypothetical"
        elif (
            preposition.lower_ in ("with", "through", "by")
            and is_verb(head)
            and tense(head) == "present"
        ):
            outcome = "hypothetical" if lemma(head) == "be" else "inherits"
        elif preposition.lower_ == "with" and first_child(verb, "nsubj") and _is_proposed(head):
            outcome = "hypothetical"
        elif preposition.lower_ == "about" and is_verb(head) and lemma(head) == "be":
            outcome = "planned"
        elif preposition.lower_ == "to" and any(
            token.lower_ == "nowhere" for token in head.children
        ):
            outcome = "negated"
    asked = children(verb, "advmod")
    if outcome == "hypothetical" and tense(verb) == "past" and _tells_how(asked):
        return  # "talks about how she pushed him": she did
    if outcome == "factive":
        walk.add("planned" if is_still_ahead(verb, preposition, head, walk.kind) else "")
        return
    if outcome == "averted":
        averted(head, walk)
        return
    if outcome == "warned":
        outcome = "hypothetical"
    walk.add("" if outcome in ("inherits", "transparent") else outcome)
    if outcome == "negated" and preposition.lower_ in ("without", "than"):
        return
    if is_verb(head):
        if lemma(head) == "plead" and any(token.lower_ == "not" for token in head.subtree):
            walk.add("denied")
        hear(head, walk, ignoring=("ongoing",))
    elif is_nominal(head):
        walk.above_noun(head)
    elif head.pos_ in ("ADJ", "ADV") and is_verb(head.head):
        adjective = operators("adjective").get(lemma(head), "")
        if adjective not in ("past", "ongoing"):
            walk.add(adjective)
        if lemma(head) == "guilty" and any(
            child.dep_ == "neg" for child in [*head.children, *head.head.children]
        ):
            walk.add("denied")
            return
        hear(head.head, walk, ignoring=("ongoing",))
