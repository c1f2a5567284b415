"""What governs a verb: complements, adverbial and relative clauses, gerunds, coordination."""

from spacy.tokens import Token

from ...lexicon.events import operators
from .composing import OPEN, STATUSES
from .grammar import (
    children,
    first_child,
    is_definite,
    is_nominal,
    is_passive,
    is_subjunctive,
    is_told_of,
    is_verb,
    lemma,
    preposition_words,
    shares_auxiliaries,
    with_particle,
)
from .modality import condition_of, is_condition, is_dated, own_operators, tense
from .nouns import determiners, noun_operator, preposition_outcome, real_head
from .walk import Walk

_WONDERING = frozenset({"whether", "if"})
_PLAIN_WH = frozenset({"why", "how", "when", "where"})
_ASKING = frozenset(
    {"wonder", "ask", "know", "doubt", "see", "question", "decide", "determine", "say"}
)
_LIGHT_HEADS = frozenset(
    {"help", "let", "make", "have", "get", "cause", "lead", "prompt", "force", "compel", "oblige"}
)


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense or a modal of its own."""
    return tense(verb) != "none" or any(child.tag_ == "MD" for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def hear(verb: Token, walk: Walk, ignoring: tuple[str, ...] = ()) -> None:
    """Adds what the clause of `verb` says of itself, then goes on above it."""
    kind = walk.kind if verb == walk.start else ""
    walk.add(*(operator for operator in own_operators(verb, kind) if operator not in ignoring))
    walk.above_verb(verb)


def above_verb(verb: Token, walk: Walk) -> None:
    """Adds what all that stands above the clause of `verb` makes of it."""
    head = verb.head
    label = verb.dep_
    if head == verb or label in ("parataxis", "meta", "intj"):
        return
    if label == "conj" or (label == "dep" and is_verb(head) and is_finite(verb)):
        _coordinated(verb, head, walk)
    elif label in ("ccomp", "xcomp", "oprd", "acomp") or (label == "dep" and is_verb(head)):
        _complement(verb, head, walk)
    elif label == "advcl":
        _adverbial(verb, head, walk)
    elif label in ("acl", "relcl"):
        _adnominal(verb, head, walk)
    elif label == "pcomp":
        _after_preposition(verb, head, walk)
    elif label in ("csubj", "csubjpass"):
        if not (is_finite(verb) and first_child(verb, "mark") is not None):
            walk.add("hypothetical" if tense(head) != "past" else "")
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


def _coordinated(verb: Token, head: Token, walk: Walk) -> None:
    if is_verb(head):
        if is_finite(verb) and not shares_auxiliaries(verb):
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
        elif is_infinitive(verb) and not is_infinitive(head) and _is_promising(head):
            # "undertook not to mine the road and to return the cattle"
            _complement(verb, head, walk)
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


def _is_promising(verb: Token) -> bool:
    """Whether a verb by itself promises, threatens, demands or asks for what its infinitive tells."""
    return operators("clause").get(lemma(verb)) in (
        "promised",
        "threatened",
        "demanded",
        "requested",
    )


def _complement(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` completes a verb or an adjective."""
    name = lemma(head)
    if not is_verb(head):
        _of_adjective(verb, head, walk)
    elif name == "be":
        _of_copula(verb, head, walk)
    elif (
        name in ("look", "seem", "appear", "sound")
        and first_child(head, "acomp", "oprd") is not None
    ):
        hear(head, walk)
    elif name == "have" and is_infinitive(verb):
        yet = any(child.lower_ == "yet" for child in [*head.children, *verb.children])
        settled = head.tag_ == "VBD" or own_operators(head)
        walk.add("negated" if yet else "" if settled else "demanded")
        hear(head, walk)
    elif name == "go" and head.tag_ == "VBG" and is_infinitive(verb):
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
                _averted(head, walk)
            case "stopped":
                _stopped(head, walk)
            case "inherits" | "ongoing":
                # "continued to shell" is past, "continues to shell" goes on
                walk.add("" if outcome == "ongoing" and head.tag_ == "VBD" else outcome)
                hear(head, walk)
            case "negated":
                _refused(head, walk)
            case _:
                walk.add(outcome)
                hear(head, walk, ignoring=("ongoing",))


def _refused(head: Token, walk: Walk) -> None:
    """Failed, refused, ruled out; "did not rule out" leaves it open."""
    own = own_operators(head)
    walk.add("hypothetical" if "negated" in own else "negated")
    hear(head, walk, ignoring=("ongoing", "negated"))


def _averted(head: Token, walk: Walk) -> None:
    """Prevented, avoided: negated where that is done, a mere possibility where it is an aim."""
    above = walk.ahead(head)
    hear(head, above)
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
    if "negated" in own or "denied" in own:
        asked = any(child.lower_ in _PLAIN_WH for child in children(verb, "advmod", "mark"))
        if not asked:
            walk.add("denied" if lemma(head) in ("admit", "acknowledge") else "hypothetical")
    elif "hypothetical" in own and lemma(head) not in ("see", "know", "say"):
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
        walk.add("hypothetical" if above.status == "negated" else above.status)


def _is_open_question(verb: Token) -> bool:
    """Whether a clause asks which it was ("what sanctions have been agreed"): that there was one is not said."""
    return any(
        inner.dep_ == "det" and inner.lower_ in ("what", "which", "whatever")
        for child in children(verb, "nsubj", "nsubjpass", "dobj")
        if child.i < verb.i
        for inner in child.children
    )


def clause_outcome(verb: Token, head: Token, walk: Walk) -> str:
    """What a verb makes of its clause: a status or an outcome of the table."""
    table = operators("clause")
    name = lemma(head)
    infinitive = is_infinitive(verb)
    finite = is_finite(verb)
    if infinitive and any(
        child.lower_ in ("how", "where", "when") for child in children(verb, "advmod")
    ):
        return "hypothetical"
    perfect = any(lemma(child) == "have" for child in children(verb, "aux"))
    outcome = table.get(with_particle(head)) or table.get(name)
    marks = {child.lower_ for child in children(verb, "mark", "advmod") if child.i < verb.i}
    if marks & _WONDERING:
        return "hypothetical" if verb.i > head.i else "conditional"
    if "that" in marks and verb.i > head.i:
        noun = _noun_before_that(verb)
        if noun is not None and name in operators("object"):
            qualified = [
                operator for operator in determiners(noun) if operator in ("alleged", "denied")
            ]
            return qualified[0] if qualified else noun_operator(noun)
    match name:
        case "warn":
            if infinitive or verb.tag_ == "VBG":
                return "hypothetical"
            return "threatened" if _own_hostile(verb, walk) else "transparent"
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
        case "offer" | "agree" if walk.kind == "assault":
            return "planned"
        case "insist":
            return "demanded" if is_subjunctive(verb) else "transparent"
        case "suggest" | "propose" | "recommend" | "advocate" | "move" | "ask" | "request":
            if is_subjunctive(verb) or verb.tag_ in ("VBG", "VB", "VBP") or infinitive:
                return "requested" if name not in ("move",) else "planned"
        case "allow" | "permit" | "enable" | "authorize" | "authorise" | "let":
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
        case "give" if infinitive and any(token.lower_ == "until" for token in head.subtree):
            return "demanded"
        case "decide" | "choose" | "opt" if perfect:
            return "inherits"
        case "take" if infinitive:
            return "inherits"
        case "use" if infinitive and is_passive(head) and tense(head) != "past":
            return "hypothetical"  # what a thing is for
        case "stop" if infinitive:
            return "planned"
        case "order" | "instruct" | "command" if is_passive(head) and infinitive:
            return "demanded"
    if name in _LIGHT_HEADS:
        return "inherits"
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
    if outcome is not None:
        return outcome
    if infinitive:
        return "planned" if walk.is_real else ""
    if finite:
        return "transparent"
    return "inherits"


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


def _of_copula(verb: Token, head: Token, walk: Walk) -> None:
    """After a form of "be": "is to meet", "the plan is to invade", "is that they attacked"."""
    about = first_child(head, "nsubj", "nsubjpass", "csubj")
    adjective = first_child(head, "acomp")
    attribute = first_child(head, "attr")
    if adjective is not None and adjective.i < verb.i:
        _of_adjective(verb, adjective, walk)
        return
    if attribute is not None and attribute.i < verb.i and not is_finite(verb):
        # "it would be a mistake to leave"
        walk.add(operators("noun").get(lemma(attribute), "hypothetical"))
    elif about is not None and lemma(about) in operators("noun"):
        walk.add(noun_operator(about))
    elif about is not None and about.lower_ == "thing" and verb.tag_ == "VB":
        walk.add("")
    elif is_infinitive(verb):
        walk.add("planned")
    elif attribute is not None and attribute.i < verb.i:
        walk.add(operators("noun").get(lemma(attribute), ""))
    hear(head, walk)


def _of_adjective(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` completes an adjective or a noun ("likely to", "aware that", "no doubt that")."""
    table = operators("adjective")
    finite = is_finite(verb)
    name = lemma(head)
    outcome = table.get(name) or table.get(head.lower_)
    if head.pos_ in ("NOUN", "PROPN"):
        outcome = (
            noun_operator(head)
            if name in operators("noun")
            else "transparent"
            if finite
            else "hypothetical"
        )
    elif any(child.lower_ == "too" for child in head.children):
        outcome = "negated"
    elif name == "true":
        outcome = "transparent"
    elif name == "about":
        outcome = "planned"
    elif (
        name in ("first", "last", "quick", "slow", "guilty", "responsible", "able")
        and tense(head.head) == "past"
    ):
        outcome = "inherits"
    elif finite and (outcome is None or outcome in ("past", "ongoing")):
        outcome = "transparent"
    elif outcome is None or outcome in ("past", "ongoing"):
        outcome = "hypothetical"
    if outcome == "predicted" and finite and lemma(head) in ("certain", "sure"):
        outcome = "transparent"
    above = head.head
    if outcome == "transparent" and is_verb(above) and above != head:
        own = own_operators(above)
        if "negated" in own or "denied" in own:
            party = above.dep_ == "ccomp"
            walk.add(("denied" if party else "negated") if name == "true" else "hypothetical")
        walk.above_verb(above)
        return
    walk.add("" if outcome in ("transparent", "inherits") else outcome)
    if above != head and is_verb(above):
        hear(above, walk, ignoring=("ongoing",))
    elif above != head and is_nominal(above):
        walk.above_noun(above)


def _adverbial(verb: Token, head: Token, walk: Walk) -> None:
    """`verb` stands in an adverbial clause."""
    marks = {
        child.lower_
        for child in verb.children
        if child.dep_ in ("mark", "advmod", "cc", "prep") and child.i < verb.i
    }
    wondered = lemma(head) in _ASKING and "if" in marks and verb.i > head.i
    if wondered:
        walk.add("hypothetical")
        _outer_only(head, walk)
    elif is_condition(verb) or _is_alternative_condition(verb):
        walk.add("conditional")
        _outer_only(head, walk)
    elif is_infinitive(verb) and not is_finite(verb):
        _purpose(verb, head, walk)
    elif not is_verb(head):
        if head.pos_ in ("SCONJ", "ADV", "ADP") and is_verb(head.head):
            if head.lower_ in ("soon", "long") and tense(verb) != "past":
                walk.add("conditional")
            _outer_only(head.head, walk)
            return
        if is_infinitive(verb):
            walk.add("hypothetical")
        if is_verb(head.head) and head.head != head:
            _outer_only(head.head, walk)
    elif marks & {"than", "instead"} and not is_finite(verb):
        walk.add("negated")
    elif not is_finite(verb):
        if marks & {"before", "until"} and tense(head) != "past":
            walk.add("planned")
        if marks & {"if", "unless", "when"} and tense(head) != "past":
            walk.add("conditional")
        if marks & {"as", "like"} and verb.tag_ == "VB":
            walk.add("hypothetical")
        hear(head, walk, ignoring=("ongoing", "negated", "denied"))
    else:
        _finite_adverbial(verb, head, walk, marks)


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
        _of_copula(verb, head, walk)
        return
    asked = _asked_for(verb, head)
    if asked:
        walk.add(asked)
        hear(head, walk, ignoring=("ongoing",))
        return
    known = lemma(head) in operators("clause") or lemma(head) == "give"
    given = first_child(head, "dobj", "dative") is not None or is_passive(head)
    near = verb.i - head.i <= _NEAR and _is_promising(head)
    if is_verb(head) and lemma(head) != "say" and known and (given or near):
        outcome = clause_outcome(verb, head, walk)
        if outcome in ("demanded", "requested", "threatened", "promised", "inherits") and lemma(
            head
        ) not in ("take", "use"):
            walk.add(outcome)
            hear(head, walk, ignoring=("ongoing",))
            return
    if is_verb(head) and lemma(head) == "take" and first_child(head, "nsubj") is not None:
        hear(head, walk)
        return
    if any(child.lower_ == "only" for child in children(verb, "advmod")):
        hear(head, walk)
        return
    walk.add("planned")
    if is_verb(head):
        _outer_only(head, walk)


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
    elif marks & {"once", "until", "till", "soon"} and when == "present":
        walk.add("conditional")
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
    elif "than" in marks and when != "past":
        walk.add("hypothetical")
    _outer_only(head, walk)


def _outer_only(head: Token, walk: Walk) -> None:
    """Goes on above a clause whose own tense and mood do not touch the event."""
    if not is_verb(head):
        return
    above = walk.ahead(head)
    above.above_verb(head)
    if above.status in ("denied", "alleged", "conditional"):
        walk.add(above.status)


def _adnominal(verb: Token, noun: Token, walk: Walk) -> None:
    """`verb` stands in a clause that hangs on a noun."""
    if noun.pos_ in ("ADJ", "VERB", "AUX", "ADV"):
        if is_verb(noun):
            _complement(verb, noun, walk)
        else:
            _of_adjective(verb, noun, walk)
        return
    table = operators("noun")
    name = lemma(noun)
    if is_finite(verb):
        mark = first_child(verb, "mark")
        if mark is not None and (verb.dep_ == "acl" or mark.lower_ == "that"):
            _noun_clause(verb, noun, walk)
        else:
            _relative(verb, noun, walk)
        return
    if is_infinitive(verb):
        if name in table and table[name] not in ("transparent", "factive"):
            walk.add(noun_operator(noun))
        elif noun.dep_ == "attr" and name not in table and lemma(noun.head) == "be":
            walk.add("hypothetical" if not _is_ordinal(noun) else "")
        elif not _is_ordinal(noun):
            walk.add("planned")
        walk.above_noun(noun)
        return
    # a participle: as real as what it is said of, where that is not known already
    if is_definite(noun) or noun.pos_ == "PROPN":
        return
    inner = walk.ahead(noun)
    inner.add(*determiners(noun))
    inner.above_noun(noun)
    if not inner.is_real and inner.status not in ("alleged", "denied"):
        walk.add(inner.status if inner.status != "cancelled" else "hypothetical")


def _is_ordinal(noun: Token) -> bool:
    words = {"first", "second", "third", "last", "latest", "only"}
    return noun.lower_ in words or any(child.lower_ in words for child in noun.children)


def _noun_clause(verb: Token, noun: Token, walk: Walk) -> None:
    """A that-clause of a noun: claims that, the fear that, no doubt that."""
    name = lemma(noun)
    negated = "negated" in determiners(noun)
    if name in ("doubt", "question", "secret") and (
        negated or any(child.dep_ == "neg" for child in noun.head.children)
    ):
        return
    outcome = noun_operator(noun) if name in operators("noun") else "believed"
    qualified = [operator for operator in determiners(noun) if operator in ("alleged", "denied")]
    walk.add("" if outcome in ("transparent", "inherits", "factive", "attempt") else outcome)
    walk.add(*qualified)
    if negated:
        walk.add("hypothetical" if outcome == "transparent" else "negated")
    if noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head):
        predicate = first_child(noun.head, "acomp", "attr", "oprd")
        if predicate is not None and operators("adjective").get(predicate.lower_) == "denied":
            walk.add("denied")
            return
    walk.above_noun(noun)


def _relative(verb: Token, noun: Token, walk: Walk) -> None:
    """A relative clause says by itself whether it is so; without a past tense it may follow its noun."""
    if tense(verb) == "past" and walk.is_real:
        return
    name = lemma(noun)
    if walk.is_real and operators("noun").get(name) == "hypothetical":
        walk.add("hypothetical")
    elif (walk.is_real and is_definite(noun)) or noun.pos_ == "PROPN":
        return
    inner = walk.ahead(noun)
    inner.above_noun(noun)
    if inner.status == "cancelled" or (walk.is_real and not inner.is_real):
        walk.add(inner.status if inner.status in ("cancelled", "conditional") else "hypothetical")


def _is_proposed(head: Token) -> bool:
    """Whether "with somebody doing it" hangs on a proposal, or on a noun that no verb says to be so."""
    if is_nominal(head):
        return head.dep_ in ("ROOT", "conj", "appos", "dobj", "attr", "pobj")
    if not is_verb(head):
        return True
    tables = (operators("clause"), operators("object"))
    said = [table.get(lemma(head), "") for table in tables]
    return any(outcome in OPEN or outcome == "hypothetical" for outcome in said)


def _after_preposition(verb: Token, preposition: Token, walk: Walk) -> None:
    """`verb` is a gerund (or a clause) after a preposition."""
    head = real_head(preposition)
    outcome = preposition_outcome(preposition, head)
    if outcome is None:
        table = operators("preposition")
        outcome = next(
            (table[word] for word in preposition_words(preposition) if word in table), "inherits"
        )
        past = is_verb(head) and tense(head) == "past"
        if preposition.lower_ == "for":
            outcome = "factive" if past and verb.tag_ == "VBG" else "hypothetical"
        elif outcome == "future":
            outcome = "inherits" if past else "planned"
        elif preposition.lower_ == "of" and is_nominal(head):
            outcome = noun_operator(head) if lemma(head) in operators("noun") else "hypothetical"
        elif preposition.lower_ == "of" and head.lower_ in ("instead", "short"):
            outcome = "negated"
        elif head.lower_ in ("close", "closer", "near", "nearer"):
            outcome = "hypothetical"
        elif any(child.lower_ in ("how", "whether") for child in children(verb, "advmod", "mark")):
            outcome = "hypothetical" if not is_finite(verb) else "inherits"
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
    if outcome == "factive":
        return
    if outcome == "averted":
        _averted(head, walk)
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
