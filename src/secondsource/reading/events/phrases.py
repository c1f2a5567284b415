"""What the words of a noun phrase say of the event that it names: no, planned, last week's, yet to be held."""

from ...lexicon.events import operators
from ..tokens import Token
from .counting import opens_with_not_one
from .grammar import (
    children,
    clauses_after,
    first_child,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    objects_of,
    with_particle,
)
from .modality import follows_let_alone, is_negated
from .tenses import tense

_AIMS = frozenset({"goal", "target", "aim", "objective", "ambition"})
_REACHING_AIMS = frozenset(
    {"reach", "meet", "achieve", "attain", "hit", "surpass", "exceed", "fulfil", "fulfill"}
)


_KEEPING = frozenset("keep fulfil fulfill honor honour carry+out execute implement redeem".split())
_MAKING_GOOD = frozenset({"act+on", "deliver+on", "through+on", "good+on"})
_GIVEN = frozenset({"promise", "pledge", "vow", "commitment", "threat", "oath", "ultimatum"})


def _kept(noun: Token) -> str:
    """What became of what somebody has said he would do: "inherits" where he "kept his promise to", "carried out a threat to" or
    "made good on a pledge to" do it, "negated" where he did not; else empty."""
    verb = noun.head
    if lemma(noun) not in _GIVEN or noun.dep_ not in ("dobj", "pobj"):
        return ""
    if noun.dep_ == "dobj":
        kept = is_verb(verb) and with_particle(verb) in _KEEPING
    else:
        link, verb = verb, verb.head
        if not is_verb(verb):
            verb = verb.head  # the parse hangs "on" upon "good" and "through"
        beside = [
            lemma(verb),
            *(word.lower_ for word in children(verb, "oprd", "acomp", "prt", "advmod")),
        ]
        kept = is_verb(verb) and any(f"{word}+{link.lower_}" in _MAKING_GOOD for word in beside)
    if not kept or tense(verb) != "past":
        return ""
    return "negated" if is_negated(verb) else "inherits"


def noun_operator(noun: Token) -> str:
    """What a noun makes of its complement, with the verb that holds it: "reserved the right to", "drew
    up orders to", "under orders"."""
    kept = _kept(noun)
    if kept:
        return kept
    outcome = operators("noun").get(lemma(noun), "")
    verb = noun.head
    if noun.dep_ == "dobj" and is_verb(verb):
        if lemma(noun) == "right" and lemma(verb) == "reserve":
            return "threatened"
        if lemma(noun) == "order" and lemma(verb) in ("draw", "have", "prepare", "receive", "get"):
            return "planned"
        if lemma(noun) == "threat" and lemma(verb) == "withdraw":
            return "cancelled"
        if lemma(noun) in ("step", "action") and lemma(verb) == "take":
            return "future"  # "urged it to take steps to stop": what is urged
        if lemma(noun) == "decision" and lemma(verb) == "take":
            return "planned"
        if lemma(noun) in _AIMS and lemma(verb) in _REACHING_AIMS and tense(verb) == "past":
            return "inherits"  # "reached its goal of housing 900": they are housed
    if lemma(noun) == "order":
        # "under orders to fire", "in order to fire": an aim; "the order to fire" is given to somebody
        return (
            "planned"
            if noun.dep_ == "pobj" and noun.head.lower_ in ("under", "in", "on")
            else "demanded"
        )
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
                and outcome not in ("past", "conditional")
                and not (outcome == "hypothetical" and word in DESCRIBING)
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
    if (opens_with_not_one(noun) or follows_let_alone(noun)) and "negated" not in found:
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


DESCRIBING = frozenset(
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
    }
    | {"wrong", "subject", "dangerous", "future", "crucial", "useful", "easy", "wise", "illegal"}
    | {"unacceptable", "dubious", "welcome", "worthwhile", "close", "open"}
)
"""Adjectives that need an infinitive after them to say that something is yet to be."""


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
            child.dep_ in ("poss", "npadvmod", "nmod", "compound", "amod", "nummod")
            and child.ent_type_ == "DATE"
        ):
            if child.i > noun.i and any(word.is_punct for word in child.doc[noun.i : child.i]):
                continue  # ", a day after": of the clause, not of the noun
            return "next" not in {inner.lower_ for inner in child.subtree}
        if child.dep_ == "prep" and _is_past_time(child):
            return True
        if child.dep_ == "relcl" and tense(child) == "past":
            return True
        if child.dep_ == "prep" and any(word.lower_ == "already" for word in child.subtree):
            return True  # "an embargo already in force"
        if (
            child.dep_ == "acl"
            and child.tag_ == "VBN"
            and first_child(child, "aux", "auxpass") is None
        ):
            said = operators("adjective").get(child.lower_) or operators("object").get(
                lemma(child), "past"
            )
            return said in ("past", "inherits", "factive") and child.lower_ not in _AIMED
    return _has_a_past_beside_it(noun)


def _has_a_past_beside_it(noun: Token) -> bool:
    """Whether the past time of a clause that is itself still to come can only be the noun's ("will sit down
    to take stock of meetings last week")."""
    clauses = [verb for verb in noun.ancestors if is_verb(verb)]
    if not clauses or any(tense(verb) == "past" for verb in clauses):
        return False
    return any(is_to_come(verb) for verb in clauses) and any(
        child.dep_ == "npadvmod" and child.i > noun.i and _is_past_time(child)
        for child in clauses[0].children
    )


def is_to_come(verb: Token) -> bool:
    """Whether a clause is in the future with "will"."""
    return any(child.dep_ == "aux" and child.lower_ in _WILL for child in verb.children)


_WILL = frozenset({"will", "'ll", "’ll", "wo"})


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


_MADE_BY_SAYING = frozenset({"request", "accuse"})
_OFFERS = frozenset({"offer", "pledge", "promise", "vow", "invitation", "proposal", "guarantee"})
_SAID = _OFFERS | {"threat", "ultimatum", "warning", "call", "appeal"}


def is_said(noun: Token, kind: str) -> bool:
    """Whether a noun of a type stands for what somebody has said: a demand or an offer that is turned down
    has been made."""
    return kind in _MADE_BY_SAYING or lemma(noun) in _SAID


def is_proceeding(noun: Token, kind: str) -> bool:
    """Whether a noun stands for a case or an inquiry, which goes on whatever is said of what comes of it."""
    return kind == "accuse" and lemma(noun) in _PROCEEDINGS and not is_any(noun)


_PROCEEDINGS = frozenset(
    {"inquiry", "enquiry", "investigation", "probe", "lawsuit", "suit", "indictment", "complaint"}
)


def is_offered(noun: Token) -> bool:
    """Whether a noun stands for something that somebody has said he would do."""
    return lemma(noun) in _OFFERS


def is_any(noun: Token) -> bool:
    """Whether a noun stands for none in particular: any demand, no demand, what demands."""
    return any(
        child.lower_ in ("any", "no", "whatever", "what", "which")
        for child in children(noun, "det")
    )


def is_ordinal(noun: Token) -> bool:
    """Whether a noun is one of a row: the first to do it, the ninth state."""
    words = {"first", "second", "third", "last", "latest", "only"}
    return any(
        word.lower_ in words or word.ent_type_ == "ORDINAL" for word in (noun, *noun.children)
    )


def is_pointed_at(noun: Token) -> bool:
    """Whether a word of judgement ("aggression") stands for one certain act: the aggression, last year's."""
    if any(child.lower_ in ("the", "this", "that", "a", "an") for child in children(noun, "det")):
        return True
    return any(child.ent_type_ == "DATE" for child in noun.subtree)


def _is_yet_to_be(clause: Token) -> bool:
    """ "A summit to be held in May", "talks to take place on Friday": still to come."""
    helpers = [child.lower_ for child in children(clause, "aux", "auxpass")]
    if clause.dep_ == "relcl" and lemma(clause) in _COMING and {"will", "'ll"} & set(helpers):
        who = first_child(clause, "nsubj", "nsubjpass")
        return who is not None and who.tag_ == "WDT"  # "their meeting, which will be the first"
    if "to" not in helpers or first_child(clause, "nsubj", "nsubjpass") is not None:
        return False
    if "have" in helpers:
        return False
    return (lemma(clause) in ("hold", "convene", "stage", "host") and "be" in helpers) or (
        lemma(clause) in ("take", "come", "begin", "start") and clause.dep_ == "acl"
    )


_ASKED_FOR = frozenset({"demand", "request", "seek", "urge", "propose"})
_COMING = frozenset({"be", "take", "come", "begin", "start", "follow", "mark", "open", "happen"})


def _stands_after_another(participle: Token, noun: Token) -> bool:
    before = participle.left_edge.nbor(-1)
    return before != noun and is_nominal(before)


_APPOINTED = frozenset({"planned", "scheduled", "slated"})


def _is_appointed(participle: Token) -> bool:
    """Whether a participle with a day says when something is to come, as headlines do: "talks slated Monday"."""
    day = any(
        child.dep_ == "npadvmod" and child.ent_type_ in ("DATE", "TIME")
        for child in participle.children
    )
    past = any(_is_past_time(child) for child in children(participle, "npadvmod"))
    return participle.dep_ == "acl" and participle.lower_ in _APPOINTED and day and not past


def clause_after(noun: Token) -> str:
    """What a clause after the noun says of it: "the sanctions that it is preparing", "a raid feared by"."""
    if any(_is_yet_to_be(child) or _is_appointed(child) for child in clauses_after(noun)):
        return "planned"
    clauses = children(noun, "relcl", "acl")
    for inner in objects_of(noun, "of"):
        # "the closure of the road that it threatened": the clause may hang on either noun
        clauses += [child for child in children(inner, "relcl") if _threatens(child)]
    for child in clauses:
        if any(inner.tag_ == "WDT" for prep in children(child, "prep") for inner in prep.children):
            continue  # "a deal under which the blockade would end"
        if first_child(child, "mark") is not None:
            continue  # "assurances that its fate would not be discussed": what the noun says
        outcome = operators("object").get(with_particle(child)) or operators("object").get(
            lemma(child)
        )
        if (
            child.dep_ == "relcl"
            and is_negated(child)
            and lemma(child) in ("come", "happen", "occur", "take", "follow", "order", "begin")
        ):
            return "negated"
        asked = child.tag_ == "VBN" and lemma(child) in _ASKED_FOR and child.dep_ == "acl"
        if not asked and outcome not in (
            "planned",
            "predicted",
            "threatened",
            "promised",
            "hypothetical",
            "cancelled",
        ):
            continue
        if child.tag_ == "VBN" and outcome == "hypothetical" and _stands_after_another(child, noun):
            continue  # "clashes between troops and rebels backed by Lima": the rebels are
        whose = first_child(child, "nsubj")
        gap = (
            whose is not None
            and not any(word.tag_ in ("WDT", "WP") for word in whose.subtree)
            and whose.lower_ != "that"
        )
        if (
            first_child(child, "dobj") is None
            and first_child(child, "neg") is None
            and ((child.dep_ == "relcl" and (gap or is_passive(child))) or child.tag_ == "VBN")
        ):
            return outcome or ""
    return ""
