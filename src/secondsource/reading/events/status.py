"""Whether an event happened.

Where the parse gives no answer, the event is not said to have happened.
"""

from ...lexicon.events import word_lists
from ...model.event import Status
from ..tokens import Token
from .clause_parts import goes_on_with_demand
from .frames import entry_for
from .grammar import children, clause_of, first_child, is_passive, is_verb, lemma
from .modality import own_operators
from .nouns import above_noun, govern, noun_walk
from .participles import status_before_noun
from .phrases import determiners
from .tenses import is_dated, is_future_marked, tense
from .verbs import above_verb
from .walk import Walk

_ASKABLE = frozenset({"happened", "ongoing", "planned", "predicted"})


def status_of(token: Token, kind: str, speech_act: bool = False, headline: bool = False) -> Status:
    """The status of the event that `token` (its verb or noun) tells of.

    `kind` is its type. `speech_act`: it is done by saying so, for which the simple present is a report.
    `headline`: the sentence is one, so that its present tense is past.
    """
    if is_verb(token) and kind == "accuse" and _is_what_he_calls(token):
        return "happened"
    if is_verb(token) and token.dep_ == "amod":
        return status_before_noun(token)
    if headline and is_verb(token) and _is_quoted_claim(token):
        return "alleged"
    if token.tag_ == "VBG" and _tells_occasions(token):
        return "hypothetical"
    walk = Walk(token, kind, above_verb, above_noun, govern)
    if is_verb(token):
        if kind == "threaten" and lemma(token) == "face":
            # "Chad will face consequences": that is itself the threat
            walk.add("negated" if "negated" in own_operators(token, kind) else "")
        else:
            walk.add(_present(token, speech_act, headline))
            walk.add(*own_operators(token, kind))
        walk.above_verb(token)
        if walk.is_real and _is_charge(token):
            walk.add("alleged")
        if walk.status == "hypothetical" and _is_planned_already(token, kind):
            walk.status = "planned"
    else:
        noun_walk(token, walk)
    if kind == "threaten" and lemma(token) == "face" and walk.status == "conditional":
        return "happened"  # what hangs on the condition is what is threatened
    if walk.status in _ASKABLE and _is_asked(token):
        return "hypothetical"
    return walk.status


def _is_charge(verb: Token) -> bool:
    """Whether a verb with its object is what losers say of winners, whoever tells it: "the vote was stolen"."""
    charges = word_lists("judging")["verbs"]
    named = (f"{lemma(verb)}+{lemma(thing)}" for thing in children(verb, "dobj", "nsubjpass"))
    return any(charge in charges for charge in named)


def _is_what_he_calls(verb: Token) -> bool:
    """Whether a verb gives somebody's name for a thing ("in what the bishop called a sham"): whatever becomes of the
    thing, it has been called so."""
    named = first_child(verb, "dobj", "nsubj", "nsubjpass")
    what = any(child.lower_ == "what" and child.i < verb.i for child in verb.children)
    modal = any(child.tag_ == "MD" for child in children(verb, "aux"))
    return what and named is not None and not modal and tense(verb) in ("past", "present")


_MARKS = frozenset({"'", "‘", "’", '"', "“", "”"})


def _is_quoted_claim(verb: Token) -> bool:
    """Whether a headline tells something in quotation marks that it names no speaker for: "Relief 'stolen by clerks'"."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    words = list(verb.sent)
    marks = [word.i for word in words if word.text in _MARKS]
    around = [i for i in marks if i < verb.i][-1:] + [i for i in marks if i > verb.i][:1]
    if len(around) < 2 or around[0] == words[0].i or sum(i < verb.i for i in marks) % 2 == 0:
        return False
    outside = [word for word in words if not around[0] < word.i < around[1]]
    return not any(
        word.text == ":" or (is_verb(word) and lemma(word) in _TELLING) for word in outside
    )


_TELLING = frozenset(
    """
    say tell claim deny warn vow insist allege accuse admit call reject dismiss
    """.split()
)


def _is_planned_already(verb: Token, kind: str) -> bool:
    """Whether the verb only carries the noun of its event and that is called planned: "the pending sanctions
    could be announced on Thursday" leaves open when, not whether."""
    carried = first_child(verb, "nsubjpass")
    if carried is None or "planned" not in determiners(carried):
        return False
    entry = entry_for(carried)
    return entry is not None and entry.type == kind


def _present(verb: Token, speech_act: bool, headline: bool) -> str:
    """What the simple present says outside headlines: a schedule, a habit, or a report of something said."""
    if tense(verb) != "present":
        return ""
    if _tells_occasions(verb):
        return "hypothetical"
    if verb.tag_ not in ("VBZ", "VBP") or is_passive(verb) or goes_on_with_demand(verb):
        return ""
    if is_future_marked(verb) or (
        is_dated(verb) and verb.dep_ in ("ROOT", "conj", "ccomp", "relcl")
    ):
        return "planned" if not speech_act else ""
    if verb.tag_ == "VBP" and _is_habit(verb):
        return "hypothetical"
    return "" if speech_act or headline else "ongoing"


def _tells_occasions(clause: Token) -> bool:
    """Whether a clause in the present, or a gerund, tells on what occasions something is so, is advised or asked: "when they are
    jailed for it", "exercise caution when visiting Chad"."""
    if clause.dep_ != "advcl" or is_dated(clause) or is_future_marked(clause):
        return False
    above = clause_of(clause.head)
    when = any(child.lower_ in _EACH_TIME for child in children(clause, "advmod", "mark"))
    return when and is_verb(above) and tense(above) != "past"


_EACH_TIME = frozenset({"when", "whenever", "wherever"})


def _is_habit(verb: Token) -> bool:
    """Whether a present tense tells what happens each time: "kidnap sailors when patrols are thin"."""
    return any(
        child.lower_ in _EACH_TIME and tense(clause) == "present"
        for clause in children(verb, "advcl")
        for child in children(clause, "advmod", "mark")
    )


def _asks_who(verb: Token) -> bool:
    """Whether a question takes for granted that it was done: who did it, why, when, where, how."""
    return any(
        child.lower_ in ("who", "why", "when", "where", "how", "whose")
        for child in children(verb, "nsubj", "nsubjpass", "advmod")
        if child.i < verb.i
    )


def _is_asked(token: Token) -> bool:
    """Whether the clause of the event is a question."""
    if not any(word.text == "?" and word.i > token.i for word in token.sent):
        return False
    if is_verb(token) and tense(token) == "past" and _asks_who(token):
        return False
    node = token
    while node.head != node:
        if node.dep_ in ("relcl",) and tense(node) == "past":
            return False
        if (
            node.dep_ == "ccomp"
            and lemma(node.head) in ("say", "tell")
            and first_child(node.head, "dobj")
        ):
            break
        node = node.head
    return True
