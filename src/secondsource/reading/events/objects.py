"""What a verb says of its object, where that is the event."""

from ...lexicon.events import operators
from ..tokens import Token
from .came_about import could_not
from .grammar import children, first_child, is_passive, is_verb, lemma, objects_of, with_particle
from .modality import own_operators
from .phrases import is_any, is_offered, is_said, is_strong, looks_back
from .subjects import called_off_later
from .tenses import is_of_the_past, tense
from .walk import Walk

_JUDGING = frozenset(
    {"see", "view", "regard", "consider", "judge", "deem", "call", "describe", "rate"}
)


def _judged_as(verb: Token) -> str:
    """What somebody thinks of the object of a verb of judging: "see an intervention as more likely"."""
    if lemma(verb) not in _JUDGING:
        return ""
    table = operators("adjective")
    found = children(verb, "oprd", "acomp") + [
        token
        for child in children(verb, "prep")
        if child.lower_ == "as"
        for token in child.children
    ]
    for judged in children(verb, "dobj"):
        # "called such a raid impossible": hung on the noun before it
        found += [child for child in children(judged, "amod") if child.i > judged.i]
    outcomes = (table.get(token.lower_, "") for token in found)
    return next((each for each in outcomes if each in ("hypothetical", "predicted", "negated")), "")


_GIVEN_BY_OFFERING = frozenset({"apology", "condolence", "congratulation", "sympathy", "praise"})


def _is_for_a_day(noun: Token) -> bool:
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) == 2 and after[0].lower_ == "for" and after[1].ent_type_ == "DATE"


def of_object(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    """Adds what a verb makes of its object, and goes on above it."""
    if not is_verb(verb):
        walk.add("hypothetical")
        return
    table = operators("object")
    phrased = with_particle(verb)
    outcome = table.get(phrased) or table.get(lemma(verb))
    own = own_operators(verb)
    result = first_child(verb, "oprd", "xcomp", "ccomp")
    if result == noun and first_child(verb, "dobj") is None and _is_for_a_day(noun):
        result = None  # "called a strike for Monday" behind a name that the parse cannot read: nothing is named so
    name = lemma(verb)
    if name in ("call", "dismiss", "describe", "label", "brand") and result is not None:
        if any(
            token.lower_ in ("fabrication", "lie", "fiction", "hoax", "false", "fabricated")
            for token in verb.subtree
        ):
            walk.add("denied")
            return
        if name == "call" or not is_said(noun, walk.kind):
            outcome = "factive"
    if name == "call" and outcome == "planned" and walk.kind in _NEVER_CALLED:
        outcome = "factive"  # "called the raid a stain on the land"
    if name == "offer" and lemma(noun) in _GIVEN_BY_OFFERING:
        outcome = "factive"  # whoever offers an apology has said it
    judged = _judged_as(verb)
    if judged:
        walk.add(judged)
        return
    if (
        name == "face"
        and verb.dep_ == "conj"
        and any(child.lower_ == "or" for child in children(verb.head, "cc"))
    ):
        walk.add("threatened")
        return
    if name == "face" and lemma(noun) in _LEVELLED:
        outcome = "inherits"  # whoever faces calls to go has been called on
    if name == "set" and noun.dep_ == "nsubjpass":
        outcome = "planned"
    if phrased == "set+up" and walk.kind != "consult":
        outcome = (
            "inherits"  # an appeal or an inquiry that is set up is there; a meeting is to come
        )
    if name == "set" and walk.kind == "threaten":
        outcome = "inherits"  # whoever sets a deadline has threatened
    if name in _IMPEDING and walk.kind == "agree" and not definite:
        outcome = "hypothetical"  # what is made harder has not been reached
    if name == "want" and "hypothetical" in own:
        outcome = "hypothetical"  # a wish that somebody may have, told by another
    if noun.dep_ == "nsubjpass" and (
        called_off_later(verb) or (phrased == "push+back" and walk.kind not in _GOING_ON)
    ):
        outcome = "cancelled"
    if name == "offer" and walk.kind in ("assault", "sanction", "coerce"):
        outcome = "inherits"
    if outcome == "threatened" or (
        name in ("vow", "promise", "pledge", "swear")
        and walk.kind in ("assault", "sanction", "coerce")
    ):
        outcome = "threatened"
    if any(child.lower_ in ("off",) for child in children(verb, "prt")) and name in (
        "call",
        "break",
        "put",
    ):
        outcome = "cancelled"
    if name == "put" and any(word.lower_ in ("hold", "ice") for word in objects_of(verb, "on")):
        outcome = "cancelled"
    if walk.start == noun and walk.kind == "accuse" and outcome in ("negated", "denied"):
        return  # an allegation that is rejected was made
    if outcome in ("negated", "denied", None) and _is_claim(noun) and _brushes_off(verb, outcome):
        walk.add("hypothetical" if "negated" in own else "denied")
        return
    if outcome == "denied" and is_offered(noun):
        outcome = "negated"  # an offer that is dismissed has come to nothing
    if outcome in ("demanded", "planned", "hypothetical") and walk.kind in _GOING_ON and definite:
        above = walk.ahead(verb)
        above.add(*own)
        above.above_verb(verb)
        charged = above.status in ("denied", "alleged", "negated")
        if name in _AUTHORING and (
            charged or (above.status == "hypothetical" and tense(verb) == "past")
        ):
            return
    if name in _EVADING and not definite and walk.kind in _GOING_ON:
        outcome = "negated"  # "escaped arrest"; what is known ("escaped the raid") took place
    if name in _FEEDING and definite and walk.kind in _GOING_ON:
        return  # "accused of stoking the riots": riots there were, whoever stoked them
    if name in _BACKING and definite and walk.kind in (*_GOING_ON, "sanction"):
        return  # "supports the sanctions against it"
    if is_said(noun, walk.kind) and (
        (outcome in ("negated", "denied") and definite) or _answers(verb, noun)
    ):
        return  # a demand that is refused has been made
    if (
        (name in _HALTING and walk.kind in _GOING_ON and definite)
        or (phrased == "strike+down" and walk.kind in ("coerce", "sanction") and definite)
        or (name == "end" and walk.kind in _ENDED)
        or (phrased in _LIMITING and walk.kind == "mobilize")
    ):
        _halted(verb, own, walk, open_ended=name in _BOUNDING and not definite)
        return
    if outcome == "cancelled" and name in _HALTING and "negated" in own and is_of_the_past(verb):
        return  # "measures have not stopped the attacks"
    if name in _CONFIRMING and "negated" in own:
        walk.add("alleged")  # what could not be confirmed stands as it was told
        return
    if outcome == "negated":
        walk.add("hypothetical" if "negated" in own else "negated")
        walk.add(*(operator for operator in own if operator not in ("ongoing", "negated")))
        walk.above_verb(verb)
        return
    if outcome == "factive":
        if is_of_the_past(verb) and _is_aim(verb) and (tense(verb) == "none"):
            return  # "troops were sent to put down riots"
        if definite or is_strong(noun) or tense(verb) == "past":
            if not (definite or looks_back(noun)):
                walk.above_verb(verb)
            return
        walk.add("hypothetical")
    elif outcome == "averted":
        above = walk.ahead(verb)
        above.add(*own)
        above.above_verb(verb)
        if above.status == "negated" and (is_of_the_past(verb) or (definite and could_not(verb))):
            return  # what was not prevented came about
        walk.add("negated" if above.is_real else "hypothetical")
    elif outcome == "inherits" and name == "join" and _has_begun(noun):
        return  # "is to join the drill, which began on Monday"
    elif outcome in ("inherits", "ongoing"):
        walk.add("ongoing" if outcome == "ongoing" else "", *own)
        if name in ("announce", "unveil") and walk.is_real and walk.kind not in _DONE_BY_SAYING:
            walk.add("planned")
        walk.above_verb(verb)
    elif outcome is not None:
        if (
            outcome == "cancelled"
            and is_strong(noun)
            and looks_back(noun)
            and walk.kind == "assault"
        ):
            return
        known = definite and (looks_back(noun) or walk.status == "negated")
        if outcome in ("hypothetical", "believed") and known:
            return  # "their failure to protect the convoy was debated"
        if outcome == "planned" and definite and first_child(noun, "relcl") and looks_back(noun):
            return  # "arranged the exchange that led to their meeting"
        if (
            outcome == "cancelled"
            and walk.kind not in ("assault", "coerce", "protest")
            and _is_not_called_off(verb, own, walk)
        ):
            # "asked her to stop the inquiry": it goes on until then
            walk.add("ongoing" if walk.kind == "accuse" else "planned")
            return
        walk.add(outcome if outcome != "believed" else "alleged")
        walk.add(*(operator for operator in own if operator != "ongoing"))
        walk.above_verb(verb)
    else:
        _plain_object(noun, verb, walk, definite, own)


_NEVER_CALLED = frozenset({"assault", "coerce", "sanction", "retreat", "accuse"})
"""Types that nobody calls for a day, as one calls a strike or a meeting."""


def _has_begun(noun: Token) -> bool:
    return any(tense(clause) == "past" for clause in children(noun, "relcl"))


_LEVELLED = frozenset(
    {"call", "demand", "criticism", "accusation", "allegation", "charge", "appeal", "complaint"}
    | {"lawsuit", "threat", "condemnation", "backlash", "outcry", "censure", "insult"}
)
"""What is there already where somebody is said to face it, other than a trial or an expulsion."""
_IMPEDING = frozenset({"hinder", "hamper", "impede", "obstruct", "complicate", "delay", "hold+up"})
_EVADING = frozenset({"escape", "evade", "elude", "dodge"})
_HALTING = frozenset({"stop", "halt", "end", "curb", "stem", "contain", "quell"})
_LIMITING = frozenset({"curb", "curtail", "limit", "restrict", "reduce", "scale+back", "cut+back"})
_BOUNDING = frozenset({"limit", "restrict"})
"""What is done beforehand as well, to what may come; what is curtailed or reduced is there."""
_GOING_ON = frozenset({"assault", "coerce", "protest"})
_ENDED = frozenset({"consult", "mobilize"})
"""Types that whoever ends them has brought to their end; others are broken off by it."""
_FEEDING = frozenset(
    {
        "stoke",
        "fuel",
        "inflame",
        "aggravate",
        "exacerbate",
        "prolong",
        "worsen",
        "exploit",
        "fan",
        "bankroll",
    }
    | {"downplay", "glorify", "whitewash", "mishandle", "bungle"}
)
_BACKING = frozenset({"support", "oppose", "back", "endorse", "favor", "favour"})


def _halted(verb: Token, own: tuple[str, ...], walk: Walk, open_ended: bool) -> None:
    """What is ended went on until then, and goes on where the ending is only an aim or has failed. What is only to
    be limited need not be there yet, unless the reader is taken to know it (`open_ended`: "limit troop movements")."""
    above = walk.ahead(verb)
    above.add(*own)
    above.above_verb(verb)
    if above.is_real or (
        above.status == "negated" and (is_of_the_past(verb) or walk.kind == "assault")
    ):
        return
    walk.add("hypothetical" if open_ended or above.status == "conditional" else "ongoing")


_DONE_BY_SAYING = frozenset(
    {"sanction", "agree", "reject", "concede", "coerce", "accuse", "request", "threaten"}
    | {"cooperate", "aid"}
)
"""Types that are there as soon as they are announced; of others the announcing is a plan."""


_ANSWERING = frozenset(
    {
        "meet",
        "accept",
        "reject",
        "resist",
        "ignore",
        "heed",
        "rebuff",
        "satisfy",
        "fulfil",
        "fulfill",
    }
    | {"consider", "refuse", "answer", "spurn", "decline", "rebut", "grant", "weigh", "study"}
    | {"brush+aside", "shrug+off", "turn+down", "throw+out", "discuss", "dodge", "oppose", "back"}
    | {
        "endorse",
        "echo",
        "support",
        "repeat",
        "reiterate",
        "defy",
        "welcome",
        "join",
        "renew",
        "break",
        "keep",
    }
)
"""Verbs whose object somebody has said before: whoever rejects a demand, or does not meet it, was asked."""


def _answers(verb: Token, noun: Token) -> bool:
    """Whether a verb answers what the noun stands for; "any demand" is none that was made."""
    known = lemma(verb) in _ANSWERING or with_particle(verb) in _ANSWERING
    return known and not is_any(noun)


def _is_aim(verb: Token) -> bool:
    """Whether an infinitive is what something was done for, and nothing denies that it was done."""
    if verb.dep_ not in ("advcl", "xcomp", "acl") or not is_verb(verb.head):
        return False
    return not own_operators(verb.head)


def _is_not_called_off(verb: Token, own: tuple[str, ...], walk: Walk) -> bool:
    """Whether the calling off is itself denied, only asked for, or a mere possibility: the plan stands."""
    above = walk.ahead(verb)
    above.add(*own)
    above.above_verb(verb)
    return above.status in (
        "negated",
        "denied",
        "hypothetical",
        "demanded",
        "requested",
        "threatened",
    )


_CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "authenticate"})
_AUTHORING = frozenset(
    {"order", "authorize", "authorise", "plan", "finance", "direct", "sanction", "command"}
)


def _is_claim(noun: Token) -> bool:
    return lemma(noun) in (
        "accusation",
        "allegation",
        "claim",
        "report",
        "suggestion",
        "charge",
        "rumour",
        "rumor",
        "idea",
        "speculation",
        "assertion",
        "notion",
    )


def _brushes_off(verb: Token, outcome: str | None) -> bool:
    return outcome in ("negated", "denied") or with_particle(verb) in (
        "brush+aside",
        "shrug+off",
        "wave+away",
        "laugh+off",
        "play+down",
        "knock+down",
    )


def _plain_object(
    noun: Token, verb: Token, walk: Walk, definite: bool, own: tuple[str, ...]
) -> None:
    """The object of a verb that says nothing of it: known where it is definite and the clause is real."""
    above = walk.ahead(verb)
    above.add(*(operator for operator in own if operator not in ("negated", "denied")))
    above.above_verb(verb)
    if (
        is_passive(verb)
        and not definite
        and any(c.lower_ == "would" for c in children(verb, "aux"))
    ):
        walk.add("conditional")  # "an attack would be met with force": if there is one
        return
    if looks_back(noun) and above.status in ("planned", "predicted"):
        return  # "an airlift that has fed the town will be wound down"
    if above.is_real and (definite or (tense(verb) == "past" and not is_passive(verb))):
        return
    if (
        definite
        and is_strong(noun)
        and above.status in ("alleged", "denied", "negated", "hypothetical")
    ):
        return
    walk.add(above.status if not above.is_real else "hypothetical")
