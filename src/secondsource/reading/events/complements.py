"""What a verb, adjective or form of be says of the clause that completes it."""

from ...lexicon.events import operators
from ..tokens import Token
from .came_about import came_to_it, could_not_help, is_beyond_dispute, was_not_left_undone
from .clause_parts import is_far_from_saying, is_result, is_told_of
from .composing import OPEN
from .conditions import condition_of, is_proviso
from .control import gives_time, has_time
from .grammar import (
    children,
    first_child,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    with_particle,
)
from .hearing import hear, is_finite, is_infinitive
from .kinds import belongs
from .modality import is_over, own_operators
from .phrases import determiners, noun_operator
from .predicates import of_adjective, of_copula
from .second_senses import is_opinion, is_pleading
from .tenses import is_of_the_past, is_subjunctive, tense
from .untrue import told_untruly
from .walk import Walk

_WONDERING = frozenset({"whether", "if"})


_PLAIN_WH = frozenset({"why", "how", "when", "where"})


_SAID_ON_THE_PHONE = frozenset(
    "congratulate thank apologize apologise tell say ask complain wish inform offer express warn reassure invite report".split()
)


_LIGHT_HEADS = frozenset(
    {"help", "let", "make", "have", "get", "cause", "lead", "prompt", "force", "compel", "oblige"}
)


def is_promising(verb: Token) -> bool:
    """Whether a verb by itself promises, threatens, demands or asks for what its infinitive tells."""
    return operators("clause").get(lemma(verb)) in (
        "promised",
        "threatened",
        "demanded",
        "requested",
    )


def complement(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` completes a verb or an adjective."""
    name = lemma(head)
    vow = noun_of_infinitive(verb, head)
    if (
        vow is not None
        and vow.dep_ == "dobj"
        and (name == "face" or operators("clause").get(name) in ("transparent", "factive"))
    ):
        # "to prove the vow to suspend the tests": what is vowed, not what is proved; "faces calls to quit"
        walk.add(noun_operator(vow))
        walk.above_noun(vow)
    elif not is_verb(head):
        of_adjective(verb, head, walk)
    elif is_proviso(head):
        walk.add("conditional")
    elif name == "be":
        of_copula(verb, head, walk)
    elif (
        name in ("look", "seem", "appear", "sound")
        and first_child(head, "acomp", "oprd") is not None
    ):
        hear(head, walk)
    elif name == "have" and is_infinitive(verb):
        yet = any(child.lower_ == "yet" for child in [*head.children, *verb.children])
        settled = head.tag_ == "VBD" or own_operators(head) or is_of_the_past(head)
        # "had until Monday to sign": whether it was done is not said
        walk.add("negated" if yet else "" if settled and not has_time(head) else "demanded")
        hear(head, walk)
    elif name in ("go", "gon") and head.tag_ == "VBG" and is_infinitive(verb):
        walk.add("predicted" if walk.kind in ("assault", "coerce") else "planned")
        hear(head, walk, ignoring=("ongoing",))
    else:
        outcome = clause_outcome(verb, head, walk)
        match outcome:
            case "factive":
                return
            case "transparent":
                if _is_open_question(verb):
                    walk.add("hypothetical")
                _reported(verb, head, walk)
            case "averted":
                averted(head, walk)
            case "stopped":
                _stopped(head, walk)
            case "inherits" | "ongoing":
                # "continued to shell" is past, "continues to shell" goes on
                walk.add("" if outcome == "ongoing" and head.tag_ == "VBD" else outcome)
                hear(head, walk, ignoring=("negated",) if could_not_help(head, verb) else ())
            case "negated":
                _refused(head, walk)
            case "denied" if "negated" in own_operators(head):
                walk.add("hypothetical")  # "neither confirmed nor denied"
                hear(head, walk, ignoring=("ongoing", "negated"))
            case _:
                walk.add(outcome)
                if outcome in OPEN and is_over(head):
                    walk.add("negated")
                hear(head, walk, ignoring=("ongoing",))


def noun_of_infinitive(verb: Token, head: Token) -> Token | None:
    """The noun right before an infinitive that it completes, where the parse has hung the infinitive on the
    verb ("resisted calls to default"); None if there is no such noun."""
    start = verb.left_edge
    before = start.nbor(-1) if start.i else start
    if start.lower_ != "to" or before.head != head or not is_nominal(before):
        return None
    return before if operators("noun").get(lemma(before)) in OPEN else None


def _refused(head: Token, walk: Walk) -> None:
    """Failed, refused, ruled out; "did not rule out" and "could refuse" leave it open."""
    own = own_operators(head)
    if was_not_left_undone(head, own):
        walk.above_verb(head)
        return
    walk.add("hypothetical" if {"negated", "hypothetical"} & set(own) else "negated")
    hear(head, walk, ignoring=("ongoing", "negated"))


def averted(head: Token, walk: Walk) -> None:
    """Prevented, avoided: negated where that is done, a mere possibility where it is an aim. What somebody
    has failed to prevent came about."""
    above = walk.ahead(head)
    hear(head, above)
    if above.status == "negated" and is_of_the_past(head):
        return
    walk.add("negated" if above.is_real else "hypothetical")


def _stopped(head: Token, walk: Walk) -> None:
    """What stops was going on; where the stopping is not done, nothing is said of what is to be stopped."""
    above = walk.ahead(head)
    hear(head, above)
    if not above.is_real:
        walk.add(
            "ongoing" if above.status in ("demanded", "requested", "negated") else "hypothetical"
        )


def _reported(verb: Token, head: Token, walk: Walk) -> None:
    """A plain report: that it was made tells that it is so; not saying is not denying."""
    own = own_operators(head)
    walk.add(told_untruly(head))
    asked = any(child.lower_ in _PLAIN_WH for child in children(verb, "advmod", "mark"))
    if "negated" in own or "denied" in own:
        if not asked:
            walk.add("denied" if lemma(head) in ("admit", "acknowledge") else "hypothetical")
    elif "hypothetical" in own and (
        lemma(head) not in ("see", "know", "say") or _brings_about(head)
    ):
        walk.add("hypothetical")
    if condition_of(head) is not None and tense(verb) != "past":
        walk.add("conditional")
    above = walk.ahead(head)
    above.above_verb(head)
    if not above.is_real and above.status in (
        "denied",
        "alleged",
        "hypothetical",
        "conditional",
        "negated",
    ):
        if above.status != "negated":
            walk.add(above.status)
        elif not (asked and tense(verb) == "past"):
            walk.add("hypothetical")  # who refuses to explain why it was done says that it was


def _brings_about(head: Token) -> bool:
    """Whether "would see" tells what a plan would bring: "the accord would see both armies withdraw"."""
    return lemma(head) == "see" and any(child.lower_ == "would" for child in children(head, "aux"))


def _is_open_question(verb: Token) -> bool:
    """Whether a clause asks which it was ("what sanctions have been agreed"): that there was one is not said."""
    return any(
        inner.dep_ == "det" and inner.lower_ in ("what", "which", "whatever")
        for child in children(verb, "nsubj", "nsubjpass", "dobj")
        if child.i < verb.i
        for inner in child.children
    )


_SPREADING = frozenset(
    {
        "swirl",
        "circulate",
        "spread",
        "abound",
        "persist",
        "surface",
        "emerge",
        "grow",
        "mount",
        "arise",
        "rise",
    }
    | {"linger", "fly", "remain", "exist", "increase"}
)
_UNSURE = frozenset({"alleged", "hypothetical", "predicted", "believed"})
_SEEMING = frozenset({"appear", "seem", "look", "happen"})


def clause_outcome(verb: Token, head: Token, walk: Walk) -> str:
    """What a verb makes of its clause: a status or an outcome of the table."""
    table = operators("clause")
    name = lemma(head)
    infinitive = is_infinitive(verb)
    finite = is_finite(verb)
    if name in _SEEMING and verb.dep_ == "ccomp" and verb.i < head.i:
        return "factive"  # "Bell backed her - they appeared together": two clauses side by side
    if finite and is_beyond_dispute(head):
        return "factive"
    if infinitive and came_to_it(head):
        return "inherits"
    if infinitive and any(
        child.lower_ in ("how", "where", "when") for child in children(verb, "advmod")
    ):
        return "hypothetical"
    perfect = any(lemma(child) == "have" for child in children(verb, "aux"))
    outcome = table.get(with_particle(head)) or table.get(name)
    marks = {child.lower_ for child in children(verb, "mark", "advmod") if child.i < verb.i}
    if marks & _WONDERING:
        return "asked" if verb.i > head.i else "conditional"
    if "that" in marks and verb.i > head.i:
        noun = _noun_before_that(verb)
        if noun is not None and name in operators("object"):
            qualified = [
                operator for operator in determiners(noun) if operator in ("alleged", "denied")
            ]
            return qualified[0] if qualified else noun_operator(noun)
    about = first_child(head, "nsubjpass") if infinitive else None
    if about is not None and noun_operator(about) in OPEN:
        return noun_operator(about)  # "plans are being made to house them"
    spread = first_child(head, "nsubj")
    if finite and name in _SPREADING and spread is not None and noun_operator(spread) in _UNSURE:
        return noun_operator(spread)  # "rumours swirled that the duke had fled"
    if is_result(head) and name in ("push", "press", "drive", "lead"):
        return "inherits"  # ", pushing Chad to sign": it came to that
    match name:
        case "warn":
            if not finite and (infinitive or verb.tag_ == "VBG"):
                return "hypothetical"
            return "threatened" if _own_hostile(verb, walk) else "transparent"
        case "say" if infinitive and is_far_from_saying(verb, head):
            return "hypothetical"
        case "say" | "tell" | "report" | "hold" | "know" | "understand" | "see" | "reveal" if (
            infinitive
        ):
            if name == "tell":
                return "planned" if is_told_of(verb, head) else "demanded"
            return (
                "alleged"
                if is_passive(head) or perfect
                else "demanded"
                if name == "say"
                else "alleged"
            )
        case "vow" | "swear" | "pledge" | "promise" | "undertake" if walk.kind in (
            "assault",
            "coerce",
            "sanction",
            "threaten",
        ) or (walk.kind in ("protest", "reject")):
            return "threatened" if walk.status != "negated" else "negated"
        case "agree" if finite and is_opinion(head):
            return "transparent"  # "agreed that the ban had failed": nothing is promised
        case "say" | "state" | "assert" | "argue" | "read" if finite and is_pleading(head):
            return "alleged"
        case "assure" | "guarantee" if tense(verb) == "past":
            return "transparent"
        case "rule" | "decide" | "determine" if finite and tense(verb) == "past":
            return "transparent"  # "ruled that the guards had beaten him": what was so, and not what is to be
        case "offer" | "agree" if walk.kind == "assault":
            return "planned"
        case "insist":
            return "demanded" if is_subjunctive(verb) else "transparent"
        case "suggest" | "propose" | "recommend" | "advocate" | "move" | "ask" | "request":
            if is_subjunctive(verb) or verb.tag_ in ("VBG", "VB", "VBP") or infinitive:
                return "requested" if name not in ("move",) else "planned"
        case "dare" if infinitive and tense(head) == "past":
            return "inherits"
        case "forget" if infinitive:
            return "negated"
        case "allow" | "permit" | "enable" | "let":
            if is_passive(head) and tense(head) == "past":
                return "inherits"
            return "inherits" if name == "let" else "hypothetical"
        case "see" | "hear" | "watch" | "notice" if not finite:
            return "inherits"
        case "pretend" | "feign":
            return "negated"
        case "suppose" | "imagine" if (
            head.tag_ in ("VB", "VBP") and first_child(head, "nsubj") is None
        ):
            return "conditional" if name == "suppose" else "hypothetical"
        case "want" | "like" | "need" if infinitive and first_child(verb, "nsubj") is None:
            if first_child(head, "dobj") is None:
                return "hypothetical"
        case "give" | "set" if infinitive and gives_time(head):
            return "demanded"
        case "decide" | "choose" | "opt" if perfect:
            return "inherits"
        case "take" if infinitive:
            return "inherits"
        case "make" if infinitive and not is_passive(head):
            return "planned"  # "made the trip to discuss it": who is made to do something does it without a "to"
        case "call" if infinitive and lemma(verb) in _SAID_ON_THE_PHONE and not is_passive(head):
            return "inherits"  # "called to congratulate her"
        case "use" if infinitive and is_passive(head) and tense(head) != "past":
            return "hypothetical"  # what a thing is for
        case "stop" if infinitive:
            return "planned"
        case "order" | "instruct" | "command" if is_passive(head) and infinitive:
            return "demanded"
    if name in _BINDING and tense(head) == "present" and infinitive and _is_text(head):
        return "hypothetical"  # "the pact obliges both to share": that they must, not that they do
    if name in _LIGHT_HEADS:
        # "has troops to send"; "had them search the hut" was done
        return "hypothetical" if name == "have" and infinitive else "inherits"
    if is_passive(head) and infinitive and outcome in ("transparent", "believed", "alleged"):
        return "alleged"
    if outcome == "alleged" and walk.status in ("planned", "predicted") and finite:
        return "predicted"
    if (
        outcome == "inherits"
        and infinitive
        and name
        in ("come", "go", "send", "rush", "turn", "return", "join", "live", "stand", "wait")
    ):
        return "planned"
    if finite and outcome in ("believed", "predicted") and _is_hardly_anybody(head):
        return "asked"  # "few believe that he will go"
    if outcome == "hypothetical" and finite:
        return "asked"  # "fear that they plan to invade": the plan is feared too
    if outcome is not None:
        return outcome
    if infinitive:
        return "planned" if walk.is_real else ""
    if finite:
        return "transparent"
    return "inherits"


_BINDING = frozenset({"oblige", "compel", "force"})


def _is_text(head: Token) -> bool:
    """Whether the subject of a verb is a law or an accord."""
    who = first_child(head, "nsubj")
    return who is not None and belongs(
        who, ("AGREEMENT", "law", "decree", "rule", "clause", "order", "statute")
    )


def _is_hardly_anybody(head: Token) -> bool:
    who = first_child(head, "nsubj")
    return who is not None and (
        who.lower_ == "few"
        or any(child.lower_ == "few" and child.i == who.left_edge.i for child in who.lefts)
    )


def _noun_before_that(verb: Token) -> Token | None:
    """The noun right before a that-clause, which the parse has hung on the verb before it."""
    mark = next((child for child in children(verb, "mark") if child.lower_ == "that"), None)
    if mark is None or mark.i < 1:
        return None
    before = mark.nbor(-1)
    if before.is_quote and before.i:
        before = before.nbor(-1)
    return before if is_nominal(before) and lemma(before) in operators("noun") else None


def _own_hostile(verb: Token, walk: Walk) -> bool:
    """Whether somebody warns of what he himself would do."""
    who = first_child(verb, "nsubj", "nsubjpass")
    modal = any(child.lower_ in ("will", "would", "'ll", "’ll") for child in children(verb, "aux"))
    return (
        modal
        and walk.start == verb
        and who is not None
        and who.lower_ in ("it", "they", "we", "he", "she", "i")
        and (walk.kind not in ("", "retreat", "aid", "agree", "consult"))
        and walk.status != "negated"
    )
