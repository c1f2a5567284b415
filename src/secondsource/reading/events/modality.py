"""What a clause says of its own event: tense, aspect, modals, negation, adverbs and conditions."""

from ...lexicon.events import operators, word_lists
from ..tokens import Token
from .came_about import came_at_last
from .clause_parts import subject
from .conditions import has_condition, is_inverted, is_parted_had, is_parted_were
from .counting import NEGATIVE_SUBJECTS, is_none
from .fronted import came_before_another, opens_negated
from .grammar import (
    SUBJECTS,
    auxiliaries,
    children,
    first_child,
    is_passive,
    is_verb,
    lemma,
    shares_auxiliaries,
)
from .hedges import is_make_believe, is_told_by_accuser
from .kinds import is_actor
from .tenses import is_future_marked, is_reported, tense_with

_FORGIVEN = frozenset({"only", "just", "merely", "simply", "necessarily", "longer"})


_NEGATIVE_ADVERBS = frozenset(
    {"never", "nowhere", "hardly", "scarcely", "barely", "almost", "nearly"}
)


_TIME_MARKS = frozenset({"once", "until", "till"})


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied in its own clause: not, never, neither, "no troops left", "threatened
    nobody". "No longer" is no denial: it was so."""
    if follows_let_alone(verb) or opens_negated(verb):
        return True
    if came_before_another(verb):
        return False
    if _is_the_least(verb) and is_negated(verb.head):
        return True
    if verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all":
        # "all but clashed"; "all but ensures that it will close" does not say that it will not
        return lemma(verb) not in ("ensure", "guarantee", "assure", "mean")
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in _NEGATIVE_ADVERBS):
            after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if after not in _FORGIVEN and child.lower_ != "no":
                return not came_at_last(verb, auxiliaries(verb))
        if (
            child.dep_ in ("preconj", "cc", "advmod", "det")
            and child.lower_ in ("neither", "nor")
            and child.i < verb.i
        ):
            return True
        if (child.dep_ in SUBJECTS or child.dep_ in ("dobj", "attr")) and is_none(child):
            return True
        if (
            child.dep_ == "prep"
            and child.lower_ == "at"
            and child.i < verb.i
            and any(inner.lower_ == "no" for inner in child.subtree)
        ):
            return True
    if verb.dep_ == "ccomp" and lemma(verb.head) == "have" and verb.head.i < verb.i:
        before = verb.head.nbor(-1).lower_ if verb.head.i else ""
        if before == "nor":
            return True  # "nor have those measures stopped the raids"
    if verb.dep_ == "conj" and is_verb(verb.head):
        linked = [
            child.lower_
            for child in verb.head.children
            if child.dep_ in ("cc", "preconj") and child.i < verb.i
        ]
        if "nor" in linked:
            return True
        if "or" in linked and first_child(verb, *SUBJECTS, "aux", "auxpass") is None:
            return is_negated(verb.head)  # "has not cut ties or recalled its envoy"
        if shares_auxiliaries(verb) and is_negated(verb.head):
            return "but" not in linked
    return False


def _is_the_least(verb: Token) -> bool:
    """Whether a verb is the least that could be expected: "not one has so much as lifted a finger"."""
    before = " ".join(token.lower_ for token in verb.doc[max(0, verb.i - 3) : verb.i])
    return before == "so much as" and is_verb(verb.head) and verb.head != verb


def follows_let_alone(word: Token) -> bool:
    """Whether a verb or noun phrase is what "let alone" adds to something that is not so."""
    start = word.left_edge.i
    before = {
        " ".join(token.lower_ for token in word.doc[at - 2 : at])
        for at in (start, word.i)
        if at >= 2
    }
    return bool(before & {"let alone", "much less", "never mind"})


_KEPT = "secondsource.own_operators"


def own_operators(verb: Token, kind: str = "") -> tuple[str, ...]:
    """What the clause of a verb says of it, from the inside out. `kind` is the event type where the verb
    is the event itself: who says that he will use force threatens, who says it of others forecasts.

    Many walks come by the same verb, so the answers are kept with the parsed text.
    """
    memory: dict[tuple[int, str], tuple[str, ...]] = verb.doc.user_data.setdefault(_KEPT, {})
    key = (verb.i, kind)
    if key not in memory:
        memory[key] = tuple(_find_operators(verb, kind))
    return memory[key]


def _find_operators(verb: Token, kind: str) -> list[str]:
    found: list[str] = []
    helpers = auxiliaries(verb)
    words = [helper.lower_ for helper in helpers]
    perfect = any(lemma(helper) == "have" for helper in helpers)
    modal = next((helper for helper in helpers if helper.tag_ == "MD"), None)
    when = tense_with(verb, helpers)
    negated = is_negated(verb)

    if is_parted_were(verb) or (verb.dep_ == "ccomp" and is_parted_had(verb.head)):
        return ["conditional"]
    if has_condition(verb, when, modal, perfect):
        found.append("conditional")
    if any(
        is_inverted(verb, helper)
        for helper in helpers
        if helper.head == verb and helper.lower_ in ("should", "were")
    ):
        found.append("conditional")
    found += _adverbs(verb)
    if modal is not None and "conditional" in found and is_inverted(verb, modal):
        return found
    if is_told_by_accuser(verb):
        found.append("alleged")
    if is_make_believe(verb):
        found.append("hypothetical")
    if modal is not None:
        operator = _modal(verb, modal.lower_, perfect, kind)
        if negated and modal.lower_ not in ("may", "might"):
            operator = "negated"
        elif is_aim(verb):
            operator = "planned"
        found.append(operator)
    elif negated:
        found.append("denied" if _denies_himself(verb, kind) else "negated")
    elif _is_wished(verb, helpers):
        found.append("demanded")
    elif "to" in words and (
        verb.dep_ in ("ROOT", "parataxis") or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
    ):
        # a headline: "Turkey to send drones"
        if not shares_auxiliaries(verb) and first_child(verb, "nsubj", "nsubjpass") is not None:
            found.append("planned")
    elif _is_imperative(verb, helpers):
        polite = any(child.lower_ == "please" for child in verb.children)
        found.append("requested" if polite else "demanded")
    elif _is_or_else(verb):
        found.append("threatened")
    elif kind == "consult" and lemma(verb) == "head" and when == "present":
        found.append("planned")  # who heads somewhere has not met anybody there
    elif (verb.tag_ == "VBG" and "be" in (lemma(helper) for helper in helpers)) or (
        "being" in words and len(helpers) > 1
    ):
        if when == "present" and is_future_marked(verb):
            found.append("planned")
        elif lemma(verb) not in ("go", "look") and not is_over(verb):
            found.append("ongoing")
    elif any(child.lower_ == "still" for child in children(verb, "advmod")) and when == "present":
        found.append("ongoing")
    if kind in ("request", "threaten", "reject") and "negated" not in found and is_over(verb):
        found.append("cancelled")
    return [operator for operator in found if operator]


def _is_wished(verb: Token, helpers: list[Token]) -> bool:
    """Whether a bare "be" before a participle wishes for what is told where the parse has hung it on another verb than that of
    the wish: "wrote, demanding the boy be returned"."""
    if verb.dep_ == "ccomp":
        return False
    wishes = any(helper.lower_ == "be" and helper.tag_ == "VB" for helper in helpers)
    helped = any(helper.tag_ == "MD" or helper.lower_ == "to" for helper in helpers)
    let = is_verb(verb.head) and lemma(verb.head) in ("let", "help", "make")
    return wishes and not helped and not let and first_child(verb, "nsubjpass") is not None


def is_aim(verb: Token) -> bool:
    """Whether a clause with a modal states an aim: "so that he could enter"."""
    start = verb.left_edge
    if verb.dep_ != "advcl" or start.i + 1 >= len(verb.doc):
        return False
    words = (start.lower_, start.nbor(1).lower_)
    before = start.nbor(-1).lower_ if start.i else ""
    return words == ("so", "that") or (words[0] == "that" and before == "so")


def _denies_himself(verb: Token, kind: str) -> bool:
    """Whether somebody says of himself that he has not done it: a denial, where it is held against him."""
    node: Token = verb
    if verb.dep_ == "conj" and is_verb(verb.head) and first_child(verb, *SUBJECTS) is None:
        node = verb.head
    if node.dep_ not in ("ccomp", "parataxis") or not is_verb(node.head):
        return False
    who, speaker = subject(verb), subject(node.head)
    if who is None or speaker is None:
        return False
    insists = lemma(node.head) in ("insist", "maintain", "deny", "protest", "swear")
    blameworthy = kind in ("assault", "coerce", "accuse", "mobilize", "sanction", "threaten")
    owned = any(
        child.lower_ in ("our", "my", "its", "his", "their", "her") for child in who.children
    )
    himself = (
        who.lower_ in ("we", "i", "it", "he", "she", "they")
        or owned
        or who.lower_ == speaker.lower_
    )
    none = who.lower_ in NEGATIVE_SUBJECTS
    return insists or (blameworthy and (himself or none) and lemma(node.head) != "report")


def _modal(verb: Token, modal: str, perfect: bool, kind: str) -> str:
    match modal:
        case "will" | "'ll" | "’ll" | "shall" | "wo":
            return _future(verb, kind)
        case "would" | "'d" | "’d":
            if perfect:
                return "hypothetical"
            return _future(verb, kind) if is_reported(verb) else "hypothetical"
        case "must":
            return "alleged" if perfect else "demanded"
        case "should" | "ought" | "need":
            return "negated" if perfect else "demanded"
        case "could" | "may" | "might" if not perfect and _is_measure(verb):
            # "could take retaliatory measures", said of oneself, is a threat
            return "threatened" if _speaks_of_himself(verb) else "hypothetical"
        case "could" | "may" | "might" if (
            not perfect and operators("clause").get(lemma(verb)) == "planned"
        ):
            return "asked"  # "may be planning to invade": whether there is a plan is open
    return "hypothetical"


def _is_measure(verb: Token) -> bool:
    """Whether measures are taken against somebody ("take retaliatory measures")."""
    thing = first_child(verb, "dobj")
    kinds = word_lists("threats")["kinds"]
    return (
        lemma(verb) == "take"
        and thing is not None
        and lemma(thing) in ("measure", "step", "action")
        and any(child.lower_ in kinds or child.lower_ == "technical" for child in thing.lefts)
    )


def _future(verb: Token, kind: str) -> str:
    """What "will" makes of an act: of the speaker's own a threat or a plan, of somebody else's a
    forecast; in the paper's own voice a plan."""
    if kind in ("assault", "coerce", "sanction", "protest"):
        reporter = _reporter(verb)
        if _speaks_of_himself(verb):
            warned = reporter is not None and lemma(reporter) in ("warn", "threaten", "vow")
            return "threatened" if kind != "protest" or warned else "future"
        if kind == "assault" or (kind == "coerce" and reporter is not None):
            return "forecast"
    reporter = _reporter(verb)
    if reporter is not None and lemma(reporter) in _FORECASTING and not _speaks_of_himself(verb):
        return "predicted"
    return "future"


_FORECASTING = frozenset(
    [
        "warn",
        "predict",
        "forecast",
        "expect",
        "believe",
        "think",
        "fear",
        "hope",
        "estimate",
        "reckon",
        "bet",
    ]
)


def _reporter(verb: Token) -> Token | None:
    """The verb of saying on which a clause hangs, or None."""
    node: Token = verb
    for _ in range(8):
        if node.dep_ == "ccomp" and is_verb(node.head):
            return node.head
        if node.head == node or node.dep_ not in ("conj", "advcl", "xcomp", "relcl", "acl"):
            return None
        node = node.head
    return None


def _speaks_of_himself(verb: Token) -> bool:
    """Whether the clause is about the one who speaks: "we will", "said it would", "Ordan will answer,
    its president said"."""
    who = subject(verb)
    if who is None:
        return False
    if who.lower_ in ("we", "i") or any(
        child.lower_ in ("our", "my") for child in children(who, "poss")
    ):
        return True
    reporter = _reporter(verb)
    if reporter is None:
        return False
    speaker = subject(reporter)
    if speaker is None or (first_child(verb, "nsubj", "nsubjpass") is None and verb.dep_ != "conj"):
        return False
    if speaker.lower_ in ("it", "they", "he", "she") and verb.i < speaker.i:
        return True  # "The union will strike, it warned"
    if speaker.pos_ == "NOUN" and (lemma(speaker) in _FORECASTERS or not is_actor(speaker)):
        return False  # "polls suggest that he will be ousted"
    if is_passive(verb):
        return who.lower_ not in ("it", "they", "he", "she")
    owners = {token.lower_ for token in speaker.subtree}
    return (
        who.lower_ in ("it", "they", "he", "she")
        or who.lower_ == speaker.lower_
        or who.lower_ in owners
        or bool(owners & {"its", "their"})
    )


_FORECASTERS = frozenset({"analyst", "expert", "observer", "diplomat", "economist", "pollster"})


def _adverbs(verb: Token) -> list[str]:
    table = operators("adverb")
    found = []
    for child in verb.children:
        if child.dep_ in ("advmod", "npadvmod") or (child.pos_ == "ADV" and child.dep_ != "mark"):
            outcome = table.get(child.lower_)
            if outcome and outcome not in ("negated", "planned"):
                found.append(outcome)
    return found


def is_over(verb: Token) -> bool:
    """Whether "no longer" stands with a verb."""
    return any(
        child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no"
        for child in verb.children
    )


def _is_imperative(verb: Token, helpers: list[Token]) -> bool:
    """Whether a bare verb without a subject commands ("Withdraw your troops")."""
    if verb.tag_ not in ("VB", "VBP") or first_child(verb, *SUBJECTS, "mark") is not None:
        return False
    if any(helper.lower_ != "do" for helper in helpers):
        return False
    if verb.dep_ in ("ROOT", "parataxis"):
        return verb.tag_ == "VB"
    if verb.dep_ not in ("ccomp", "xcomp", "advcl", "dep", "conj"):
        return False
    start = verb.left_edge
    while start.i < verb.i and (start.is_punct or start.lower_ == "please"):
        start = start.nbor(1)
    before = start.nbor(-1) if start.i > start.sent.start else None
    return start == verb and (before is None or before.is_quote or before.lower_ == "please")


def _is_or_else(verb: Token) -> bool:
    """Whether a verb says what comes to whoever does not do as he is told ("Withdraw or be bombed")."""
    order = verb.head
    return (
        verb.dep_ == "conj"
        and is_verb(order)
        and any(child.lower_ == "or" for child in children(order, "cc"))
        and any(helper.tag_ == "VB" for helper in auxiliaries(verb))
        and _is_imperative(order, auxiliaries(order))
    )
