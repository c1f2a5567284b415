"""What governs an event noun: the words before it, the verb or preposition above it."""

from spacy.tokens import Token

from ...lexicon.events import operators, word_lists
from .composing import STATUSES
from .grammar import (
    children,
    clauses_after,
    first_child,
    is_definite,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    objects_of,
    preposition_words,
    with_particle,
)
from .modality import (
    is_dated,
    is_future_marked,
    is_negated,
    opens_with_not_one,
    own_operators,
    tense,
)
from .walk import Walk

_TAKING = frozenset(
    {"of", "for", "to", "about", "on", "over", "into", "against", "from", "regarding"}
)


def noun_operator(noun: Token) -> str:
    """What a noun makes of its complement, with the verb that holds it: "reserved the right to", "drew
    up orders to", "under orders"."""
    outcome = operators("noun").get(lemma(noun), "")
    verb = noun.head
    if noun.dep_ == "dobj" and is_verb(verb):
        if lemma(noun) == "right" and lemma(verb) == "reserve":
            return "threatened"
        if lemma(noun) == "order" and lemma(verb) in ("draw", "have", "prepare", "receive", "get"):
            return "planned"
        if lemma(noun) in ("decision", "step", "action") and lemma(verb) == "take":
            return "planned"
    return outcome


def determiners(noun: Token) -> list[str]:
    """What the words before a noun say of it: no, possible, planned, alleged, called-off."""
    found: list[str] = []
    table = operators("adjective")
    for child in noun.children:
        if child.i > noun.i:
            continue
        word = child.lower_
        if word in ("what", "which") and child.dep_ == "det" and _is_asked_about(noun):
            found.append("hypothetical")
        elif word in ("no", "neither", "nor", "zero") and child.dep_ in (
            "det",
            "neg",
            "preconj",
            "cc",
            "advmod",
        ):
            found.append("negated")
        elif word in ("not", "hardly", "scarcely") and child.dep_ in (
            "neg",
            "advmod",
            "preconj",
            "det",
        ):
            after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
            if after not in ("only", "just", "merely"):
                found.append("negated")
        elif child.dep_ in ("amod", "compound", "nmod", "advmod"):
            whole = "".join(
                token.lower_
                for token in child.doc[child.left_edge.i : min(child.right_edge.i + 1, noun.i)]
            )
            outcome = (
                table.get(word) or table.get(lemma(child)) or table.get(whole) or _prefixed(whole)
            )
            if (
                outcome
                and outcome != "past"
                and not (outcome == "hypothetical" and word in _DESCRIBING)
            ):
                found.append(outcome)
            if any(inner.lower_ in ("not", "never", "yet") for inner in child.children):
                found = ["negated"]
    if (
        noun.i >= 2
        and noun.doc[noun.left_edge.i - 1].lower_ == "but"
        and (noun.doc[max(0, noun.left_edge.i - 2)].lower_ == "anything")
    ):
        found.append("negated")
    if opens_with_not_one(noun) and "negated" not in found:
        found.append("negated")
    if noun.lower_.startswith(("near-", "non-")):
        found.append("negated")
    if (
        not found
        and noun.dep_ == "conj"
        and is_nominal(noun.head)
        and (first_child(noun, "det", "poss") is None)
    ):
        return determiners(noun.head)
    return found


def _is_asked_about(noun: Token) -> bool:
    """Whether "what sanctions", "which attack" opens an indirect question."""
    clause = noun.head
    return is_verb(clause) and clause.dep_ in ("ccomp", "pcomp", "xcomp") and noun.i < clause.i


def _threatens(clause: Token) -> bool:
    """Whether a clause is about what somebody has said he will do."""
    said = operators("object").get(lemma(clause))
    return said in ("threatened", "promised") and first_child(clause, "nsubj") is not None


_DESCRIBING = frozenset(
    {
        "necessary",
        "military",
        "better",
        "willing",
        "free",
        "hard",
        "difficult",
        "important",
        "vital",
        "wrong",
        "subject",
        "dangerous",
        "future",
    }
)


def _prefixed(word: str) -> str:
    if word.startswith(("called-", "put-")):
        return "cancelled"
    if word.startswith(("would-", "near-", "non-")) or word == "near":
        return "negated"
    return ""


def looks_back(noun: Token) -> bool:
    """Whether a noun is marked as something that was: Monday's, last week's, the deadly, the third."""
    table = operators("adjective")
    for child in noun.children:
        if child.dep_ == "amod" and table.get(child.lower_) in ("past", "ongoing"):
            return True
        if (
            child.dep_ in ("poss", "npadvmod", "nmod", "compound", "amod")
            and child.ent_type_ == "DATE"
        ):
            return "next" not in {inner.lower_ for inner in child.subtree}
        if child.dep_ == "prep" and _is_past_time(child):
            return True
        if child.dep_ == "relcl" and tense(child) == "past":
            return True
        if (
            child.dep_ == "acl"
            and child.tag_ == "VBN"
            and first_child(child, "aux", "auxpass") is None
        ):
            said = operators("adjective").get(child.lower_) or operators("object").get(
                lemma(child), "past"
            )
            return said in ("past", "inherits", "factive") and child.lower_ not in _AIMED
    return False


_AIMED = frozenset({"aimed", "intended", "designed", "meant", "needed", "required", "due", "set"})


def _is_past_time(token: Token) -> bool:
    words = {inner.lower_ for inner in token.subtree}
    return bool(words & {"yesterday", "last", "ago", "previous", "earlier"}) or any(
        word.isdigit() and len(word) == 4 and "1000" < word < "2020" for word in words
    )


def is_strong(noun: Token) -> bool:
    """Whether a noun stands for something known to be, whatever its sentence goes on to say."""
    return looks_back(noun) or (first_child(noun, "poss") is not None and not _is_aim(noun))


def _is_aim(noun: Token) -> bool:
    return noun.dep_ == "dobj" and is_verb(noun.head) and tense(noun.head) == "none"


def noun_walk(noun: Token, walk: Walk) -> None:
    """The whole walk for an event noun."""
    before = determiners(noun)
    walk.add(*before)
    walk.add(_clause_after(noun))
    if walk.status == "negated":
        # "no attack took place" says no once, with the noun or with the verb
        return
    govern(noun, walk, is_definite(noun) or looks_back(noun))
    if walk.is_real and lemma(noun) in word_lists("judging")["nouns"] and not _is_pointed_at(noun):
        walk.add("alleged")
    if walk.is_real and any(child.lower_ in ("any", "whatever") for child in children(noun, "det")):
        walk.add("hypothetical")


def _is_pointed_at(noun: Token) -> bool:
    """Whether a word of judgement ("aggression") stands for one certain act: the aggression, last year's."""
    if any(child.lower_ in ("the", "this", "that", "a", "an") for child in children(noun, "det")):
        return True
    return any(child.ent_type_ == "DATE" for child in noun.subtree)


def _is_yet_to_be(clause: Token) -> bool:
    """ "A summit to be held in May", "talks to take place on Friday": still to come."""
    helpers = [child.lower_ for child in children(clause, "aux", "auxpass")]
    if "to" not in helpers or first_child(clause, "nsubj", "nsubjpass") is not None:
        return False
    if "have" in helpers:
        return False
    return (lemma(clause) in ("hold", "convene", "stage", "host") and "be" in helpers) or (
        lemma(clause) in ("take", "come", "begin", "start") and clause.dep_ == "acl"
    )


def _clause_after(noun: Token) -> str:
    """What a clause after the noun says of it: "the sanctions that it is preparing", "a raid feared by"."""
    if any(_is_yet_to_be(child) for child in clauses_after(noun)):
        return "planned"
    clauses = children(noun, "relcl", "acl")
    for inner in objects_of(noun, "of"):
        # "the closure of the road that it threatened": the clause may hang on either noun
        clauses += [child for child in children(inner, "relcl") if _threatens(child)]
    for child in clauses:
        outcome = operators("object").get(with_particle(child)) or operators("object").get(
            lemma(child)
        )
        if (
            child.dep_ == "relcl"
            and is_negated(child)
            and lemma(child) in ("come", "happen", "occur", "take", "follow", "order", "begin")
        ):
            return "negated"
        if outcome not in (
            "planned",
            "predicted",
            "threatened",
            "promised",
            "hypothetical",
            "cancelled",
        ):
            continue
        whose = first_child(child, "nsubj")
        gap = whose is not None and whose.tag_ not in ("WDT", "WP") and whose.lower_ != "that"
        if (
            first_child(child, "dobj") is None
            and first_child(child, "neg") is None
            and ((child.dep_ == "relcl" and (gap or is_passive(child))) or child.tag_ == "VBN")
        ):
            return outcome
    return ""


def above_noun(noun: Token, walk: Walk) -> None:
    """What stands above a noun (or gerund) that itself governs the event."""
    if is_nominal(noun):
        walk.add(*(operator for operator in determiners(noun) if operator != "ongoing"))
    govern(noun, walk, definite=True)


def govern(noun: Token, walk: Walk, definite: bool) -> None:
    """Adds what governs a noun. `definite`: the reader is taken to know it as something that is."""
    head = noun.head
    label = noun.dep_
    if head == noun:
        _at_root(noun, walk)
    elif label == "conj" and (is_nominal(head) or head.pos_ in ("PRON", "NUM", "ADJ")):
        walk.above_noun(head) if not is_nominal(head) else govern_conjunct(
            noun, head, walk, definite
        )
    elif label == "appos":
        inner = walk.ahead(head)
        govern(head, inner, True)
        if not looks_back(noun):
            walk.add("" if inner.is_real else inner.status)
    elif label in ("nsubj", "csubj"):
        _subject(noun, head, walk, definite)
    elif label in ("dobj", "nsubjpass", "oprd", "dative"):
        _object(noun, head, walk, definite)
    elif label == "attr":
        _attribute(noun, head, walk, definite)
    elif label in ("pobj", "pcomp"):
        _after(noun, head, walk, definite)
    elif label in ("compound", "nmod", "amod", "npadvmod") and is_nominal(head):
        _modifier(head, walk)
    elif label == "poss":
        return
    elif is_verb(head):
        walk.add(*own_operators(head))
        walk.above_verb(head)
        walk.add("" if definite else "hypothetical")
    else:
        walk.add("" if definite else "hypothetical")


def govern_conjunct(noun: Token, head: Token, walk: Walk, definite: bool) -> None:
    """A coordinated noun stands where the first one stands."""
    walk.steps += 1
    if walk.steps > 50:
        walk.add("hypothetical")
        return
    if head.dep_ == "dobj" and is_verb(head.head) and lemma(head.head) == "face":
        joined = {child.lower_ for child in children(head, "cc")}
        if "or" in joined:
            walk.add("threatened")
    govern(head, walk, definite or is_definite(head))


def _at_root(noun: Token, walk: Walk) -> None:
    """A noun without a verb: a headline or a fragment."""
    if any(token.lower_ in ("tomorrow", "next", "upcoming", "looms") for token in noun.subtree):
        walk.add("planned")
    elif not (
        is_definite(noun) or looks_back(noun) or first_child(noun, "nummod", "acl", "prep", "amod")
    ):
        walk.add("hypothetical")


def _subject(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    if not is_verb(verb):
        walk.add("" if definite else "hypothetical")
        return
    name = lemma(verb)
    own = own_operators(verb)
    if _called_off_later(verb):
        walk.add("cancelled")
        return
    predicate = (
        _predicate(verb) if name in ("be", "look", "seem", "remain", "appear", "become") else ""
    )
    if predicate:
        if "negated" in own:
            walk.add(
                "hypothetical"
                if predicate in ("hypothetical", "ongoing", "predicted")
                else "negated"
            )
        walk.add(
            predicate, *(operator for operator in own if operator not in ("negated", "ongoing"))
        )
        walk.above_verb(verb)
        return
    if name in ("fail", "end", "collapse", "conclude", "falter") and tense(verb) != "none":
        walk.above_verb(verb)
        return
    if name in ("depend", "require", "hinge") and not definite:
        walk.add("conditional")
        return
    if name in ("set", "due", "plan", "schedule", "slate") or (
        name == "be" and first_child(verb, "xcomp") is not None
    ):
        walk.add("planned", *own)
        return
    if name == "loom":
        walk.add("predicted")
        return
    present = tense(verb) == "present"
    if present and (is_future_marked(verb) or (is_dated(verb) and not looks_back(noun))):
        walk.add("planned", *(operator for operator in own if operator != "ongoing"))
        walk.above_verb(verb)
        return
    outcome = operators("subject").get(with_particle(verb)) or operators("subject").get(name)
    lasting = name in _GOING_ON or (present and (name == "show" or lemma(noun) in _LASTING))
    if lasting and name == "show":
        own = ()
    if lasting and (tense(verb) != "none" or "ongoing" in own):
        walk.add(*(["ongoing"] if present or "ongoing" in own else []), *own)
        walk.above_verb(verb)
        return
    if outcome is not None or not definite:
        modal = any(child.tag_ == "MD" for child in children(verb, "aux"))
        if modal and not definite and outcome is None:
            lowers = {child.lower_ for child in children(verb, "aux")}
            walk.add(
                "conditional" if "would" in lowers and verb.dep_ != "ccomp" else "hypothetical"
            )
        elif present and outcome is None and "ongoing" not in own:
            walk.add("hypothetical")
        walk.add(*own)
        walk.above_verb(verb)
        return
    unreal = [operator for operator in own if operator not in ("negated", "ongoing", "denied")]
    if not unreal or looks_back(noun):
        walk.above_verb(verb)
        return
    walk.add(*unreal)
    walk.above_verb(verb)


_GOING_ON = frozenset(
    {"continue", "rage", "drag", "persist", "intensify", "proceed", "remain", "stay", "simmer"}
)
_LASTING = frozenset(
    {
        "siege",
        "blockade",
        "occupation",
        "war",
        "conflict",
        "fighting",
        "embargo",
        "curfew",
        "sanction",
        "standoff",
        "truce",
    }
)


def _called_off_later(verb: Token) -> bool:
    """Whether a verb coordinated with this one calls its subject off ("was set for noon but was scrapped")."""
    return any(
        is_passive(child) and operators("object").get(with_particle(child)) == "cancelled"
        for child in children(verb, "conj")
        if is_verb(child)
    )


def _predicate(verb: Token) -> str:
    """What is said of the noun after "be": possible, under way, a matter of time, a fabrication."""
    table = operators("adjective")
    for part in children(verb, "acomp", "oprd", "attr", "prep", "advmod"):
        words = "".join(token.text_with_ws for token in part.subtree).lower().strip()
        for phrase, outcome in _PHRASES:
            if words.startswith(phrase) and not any(
                token.lower_ == "in" for token in part.subtree if phrase == "force"
            ):
                return outcome
        if part.dep_ in ("acomp", "oprd", "advmod"):
            found = table.get(part.lower_) or table.get(lemma(part))
            if found and found != "past":
                return found
        if part.dep_ == "attr" and lemma(part) in (
            "possibility",
            "option",
            "prospect",
            "risk",
            "danger",
            "goal",
            "aim",
            "threat",
            "fiction",
            "fabrication",
            "lie",
            "hoax",
        ):
            return (
                "denied"
                if lemma(part) in ("fiction", "fabrication", "lie", "hoax")
                else ("planned" if lemma(part) in ("goal", "aim") else "hypothetical")
            )
    return ""


_PHRASES = (
    ("under way", "ongoing"),
    ("underway", "ongoing"),
    ("in progress", "ongoing"),
    ("in force", "ongoing"),
    ("in place", "ongoing"),
    ("in effect", "ongoing"),
    ("on the table", "hypothetical"),
    ("on the cards", "predicted"),
    ("in the cards", "predicted"),
    ("in the works", "planned"),
    ("in the offing", "predicted"),
    ("a matter of time", "predicted"),
    ("only a matter", "predicted"),
    ("in doubt", "hypothetical"),
    ("on the agenda", "planned"),
    ("off the table", "negated"),
    ("out of the question", "negated"),
    ("on hold", "cancelled"),
    ("off", "cancelled"),
)


def _object(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    if not is_verb(verb):
        walk.add("hypothetical")
        return
    table = operators("object")
    phrased = with_particle(verb)
    outcome = table.get(phrased) or table.get(lemma(verb))
    own = own_operators(verb)
    result = first_child(verb, "oprd", "xcomp", "ccomp")
    name = lemma(verb)
    if name in ("call", "dismiss", "describe", "label", "brand") and result is not None:
        if any(
            token.lower_ in ("fabrication", "lie", "fiction", "hoax", "false", "fabricated")
            for token in verb.subtree
        ):
            walk.add("denied")
            return
        outcome = "factive"
    if (
        name == "face"
        and verb.dep_ == "conj"
        and any(child.lower_ == "or" for child in children(verb.head, "cc"))
    ):
        outcome = "threatened"
    if name == "set" and noun.dep_ == "nsubjpass":
        outcome = "planned"
    if name == "want" and "hypothetical" in own:
        outcome = "hypothetical"  # a wish that somebody may have, told by another
    if noun.dep_ == "nsubjpass" and _called_off_later(verb):
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
    if outcome in ("negated", "denied", None) and _is_claim(noun) and _brushes_off(verb, outcome):
        walk.add("denied")
        return
    if outcome in ("demanded", "planned", "hypothetical") and walk.kind == "assault" and definite:
        above = walk.ahead(verb)
        above.add(*own)
        above.above_verb(verb)
        if name in _AUTHORING and above.status in ("denied", "alleged", "negated"):
            return
    if outcome in ("negated", "denied") and walk.kind in ("request", "accuse") and definite:
        return  # a demand that is refused has been made
    if outcome == "negated":
        walk.add("hypothetical" if "negated" in own else "negated")
        walk.add(*(operator for operator in own if operator not in ("ongoing", "negated")))
        walk.above_verb(verb)
        return
    if outcome == "factive":
        if definite or is_strong(noun) or tense(verb) == "past":
            walk.above_verb(verb) if not definite else None
            return
        walk.add("hypothetical")
    elif outcome == "averted":
        above = walk.ahead(verb)
        above.add(*own)
        above.above_verb(verb)
        walk.add("negated" if above.is_real else "hypothetical")
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
        if outcome in ("hypothetical", "believed") and looks_back(noun) and definite:
            return
        if (
            outcome == "cancelled"
            and walk.kind not in ("assault", "coerce", "protest")
            and _is_not_called_off(verb, own, walk)
        ):
            walk.add("planned")
            return
        walk.add(outcome if outcome != "believed" else "alleged")
        walk.add(*(operator for operator in own if operator != "ongoing"))
        walk.above_verb(verb)
    else:
        _plain_object(noun, verb, walk, definite, own)


_DONE_BY_SAYING = frozenset(
    {"sanction", "agree", "reject", "concede", "coerce", "accuse", "request", "threaten"}
    | {"cooperate", "aid"}
)
"""Types that are there as soon as they are announced; of others the announcing is a plan."""


def _is_not_called_off(verb: Token, own: tuple[str, ...], walk: Walk) -> bool:
    """Whether the calling off is itself denied, or a mere possibility: the plan stands."""
    above = walk.ahead(verb)
    above.add(*own)
    above.above_verb(verb)
    return above.status in ("negated", "denied", "hypothetical")


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
    if above.is_real and (definite or (tense(verb) == "past" and not is_passive(verb))):
        return
    if (
        definite
        and is_strong(noun)
        and above.status in ("alleged", "denied", "negated", "hypothetical")
    ):
        return
    walk.add(above.status if not above.is_real else "hypothetical")


def _attribute(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    """After "be": "there was an attack", "this is an invasion"."""
    about = first_child(verb, "nsubj")
    if about is not None and operators("noun").get(lemma(about)) in STATUSES:
        walk.add(operators("noun")[lemma(about)])
    walk.add(*own_operators(verb))
    if first_child(verb, "expl") is not None:
        if tense(verb) == "present":
            walk.add("ongoing")
    elif (
        about is not None
        and tense(verb) == "present"
        and not definite
        and about.lower_ not in ("this", "it", "that")
    ):
        walk.add("hypothetical")
    walk.above_verb(verb)


def _modifier(head: Token, walk: Walk) -> None:
    """A noun before another: "invasion plans", "sanctions package"."""
    outcome = operators("noun").get(lemma(head))
    if outcome is None or outcome in ("factive", "transparent"):
        walk.add("hypothetical" if outcome is None else "")
        return
    walk.add("" if outcome == "inherits" else outcome)
    walk.add(*determiners(head))
    govern(head, walk, is_definite(head) or looks_back(head))


def preposition_outcome(preposition: Token, head: Token) -> str | None:
    """What a verb, noun or adjective with this preposition makes of what follows; None if nothing."""
    word = preposition.lower_
    if is_verb(head):
        table = operators("verb_prep")
        for name in (with_particle(head), lemma(head)):
            if f"{name}+{word}" in table:
                return table[f"{name}+{word}"]
        return None
    if is_nominal(head) and word in _TAKING:
        outcome = operators("noun").get(lemma(head))
        if outcome in ("inherits", "factive") and word not in ("of", "to", "for", "into", "over"):
            return None
        return noun_operator(head) or None
    if head.pos_ == "ADJ":
        outcome = operators("adjective").get(lemma(head))
        return outcome if outcome not in ("past", "ongoing") else None
    return None


def real_head(preposition: Token) -> Token:
    """What a preposition hangs on: the verb, where verb and preposition make a phrase of the table and the
    parse has hung it on the object between them ("accused the exiles of")."""
    head = preposition.head
    between = is_nominal(head) and head.dep_ in ("dobj", "nsubjpass", "dative")
    if between and is_verb(head.head):
        phrase = f"{lemma(head.head)}+{preposition.lower_}"
        return head.head if phrase in operators("verb_prep") else head
    return head


def _after(noun: Token, preposition: Token, walk: Walk, definite: bool) -> None:
    """A noun after a preposition."""
    head = real_head(preposition)
    if preposition.dep_ == "agent":
        _subject(noun, head, walk, definite)
        return
    outcome = preposition_outcome(preposition, head)
    if preposition.lower_ == "of" and "in+the+face+of" in preposition_words(preposition):
        walk.add("" if is_definite(noun) else "alleged")
        return
    if outcome is None and preposition.lower_ == "of" and is_nominal(head):
        _of_noun(noun, head, walk, definite)
    elif outcome is not None:
        _decided(noun, outcome, head, walk, definite)
    else:
        _circumstance(noun, preposition, walk, definite)


def _of_noun(noun: Token, head: Token, walk: Walk, definite: bool) -> None:
    """ "Victims of the attack", "signing of the agreement": as real as the whole, or presupposed."""
    if is_strong(noun):
        return
    inner = walk.ahead(head)
    inner.add(*determiners(head))
    govern(head, inner, is_definite(head) or looks_back(head))
    if inner.is_real:
        walk.add("" if definite or is_definite(head) or looks_back(head) else "hypothetical")
    else:
        walk.add(inner.status)


def _decided(noun: Token, outcome: str, head: Token, walk: Walk, definite: bool) -> None:
    """A noun that a word with its preposition decides on ("risk of", "called for")."""
    if outcome == "factive":
        past = is_verb(head) and tense(head) == "past"
        if not (definite or past or (is_nominal(head) and is_definite(head))):
            walk.add("hypothetical")
        return
    if outcome == "averted":
        above = walk.ahead(head)
        above.add(*own_operators(head))
        above.above_verb(head)
        walk.add("negated" if above.is_real else "hypothetical")
        return
    if outcome == "warned":
        outcome = "threatened" if lemma(noun) in word_lists("threats")["nouns"] else "hypothetical"
    if outcome in ("hypothetical", "believed", "planned") and looks_back(noun):
        return
    if outcome == "transparent" or (outcome == "alleged" and definite and is_strong(noun)):
        if is_nominal(head):
            walk.above_noun(head)
        walk.add("" if definite else "alleged")
        return
    walk.add("" if outcome == "inherits" else outcome)
    if is_verb(head):
        if lemma(head) == "plead" and any(token.lower_ == "not" for token in head.subtree):
            walk.add("denied")
        walk.add(
            *(
                operator
                for operator in own_operators(head)
                if operator != "ongoing" or outcome == "inherits"
            )
        )
        walk.above_verb(head)
    elif outcome == "inherits":
        walk.add(*determiners(head))
        govern(head, walk, definite or is_definite(head) or looks_back(head))
    else:
        walk.above_noun(head)


def _circumstance(noun: Token, preposition: Token, walk: Walk, definite: bool) -> None:
    """A noun in a phrase of time, place, cause or aim."""
    table = operators("preposition")
    word = preposition.lower_
    outcome = next(
        (table[words] for words in preposition_words(preposition) if words in table), None
    )
    verb = preposition.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    above = walk.ahead(verb)
    if is_verb(verb):
        above.add(*own_operators(verb))
        above.above_verb(verb)
    past = is_verb(verb) and tense(verb) == "past"
    real = is_verb(verb) and (
        above.is_real or (definite and above.status in ("negated", "alleged", "denied"))
    )
    if word == "of" and preposition.head.lower_ in ("instead", "short"):
        outcome = "negated"
    strong = is_strong(noun)
    match outcome:
        case "factive":
            if not (real or strong or definite):
                walk.add(above.status if not above.is_real else "hypothetical")
        case "future":
            if not ((strong or (definite and word == "before")) and real and past):
                walk.add("planned")
        case "inherits":
            if not strong or above.status == "conditional":
                if above.status != "negated" or not definite:
                    walk.add(above.status)
                past = past and is_verb(preposition.head)
                if not (definite or past or word in ("in", "at", "during") or not walk.is_real):
                    walk.add("hypothetical")
        case "negated":
            if not (word == "without" and definite):
                walk.add("negated")
        case "conditional":
            walk.add("conditional")
        case _:
            reason = word == "for" and past and not _is_moving(verb)
            if not (
                (strong and outcome is not None)
                or (definite and real and (word in ("about", "on", "against") or reason))
            ):
                walk.add("planned" if word == "for" and _is_moving(verb) else "hypothetical")


def _is_moving(verb: Token) -> bool:
    return lemma(verb) in (
        "travel",
        "fly",
        "go",
        "come",
        "arrive",
        "head",
        "depart",
        "gather",
        "leave",
        "prepare",
        "provide",
        "convene",
        "meet",
    )


__all__ = [
    "above_noun",
    "determiners",
    "govern",
    "looks_back",
    "noun_operator",
    "noun_walk",
    "objects_of",
    "preposition_outcome",
]
