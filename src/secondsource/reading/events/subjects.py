"""What a verb says of its subject or predicate, where that is the event."""

from ...lexicon.events import operators
from ..tokens import Token
from .composing import STATUSES
from .grammar import children, first_child, is_passive, is_verb, lemma, objects_of, with_particle
from .modality import own_operators
from .phrases import DESCRIBING, is_proceeding, is_strong, looks_back
from .tenses import is_dated, is_future_marked, tense
from .walk import Walk


def of_subject(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    """Adds what a verb makes of its subject, and goes on above it."""
    if not is_verb(verb):
        walk.add("" if definite else "hypothetical")
        return
    name = lemma(verb)
    own = own_operators(verb)
    if called_off_later(verb):
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
    if name == "fall" and any(child.lower_ == "through" for child in verb.children):
        walk.add("cancelled")  # "the deal fell through": there was none
        walk.above_verb(verb)
        return
    if _came_to_nothing(verb, walk):
        walk.add("negated")
        walk.above_verb(verb)
        return
    if name in ("fail", "end", "collapse", "conclude", "falter") and tense(verb) != "none":
        walk.above_verb(verb)
        return
    depends = name in _DEPENDING or (name == "need" and _waits_for_leave(verb))
    if depends and not (looks_back(noun) or (definite and tense(verb) != "present")):
        walk.add("conditional")
        return
    if with_particle(verb) in ("set", "due", "plan", "schedule", "slate") or (
        name == "be" and first_child(verb, "xcomp") is not None
    ):
        walk.add("planned", *own)
        return
    if walk.kind == "threaten" and walk.start == noun and name in _OF_A_DANGER:
        walk.add("hypothetical")  # "the threat of a strike has receded": a danger, nobody's words
        return
    if name == "loom":
        walk.add("predicted")
        return
    present = tense(verb) == "present"
    if present and (is_future_marked(verb) or (is_dated(verb) and not looks_back(noun))):
        walk.add("planned", *(operator for operator in own if operator != "ongoing"))
        walk.above_verb(verb)
        return
    if name in ("come", "go") and _tells_how(verb):
        own = tuple(each for each in own if each != "negated")  # "did not come as a surprise"
    outcome = operators("subject").get(with_particle(verb)) or operators("subject").get(name)
    lasting = name in _GOING_ON or (present and (name == "show" or lemma(noun) in _LASTING))
    if lasting and name == "show":
        own = ()
    if lasting and (tense(verb) != "none" or "ongoing" in own):
        walk.add(*(["ongoing"] if present or "ongoing" in own else []), *own)
        walk.above_verb(verb)
        return
    known = definite and is_proceeding(noun, walk.kind)
    if known and (outcome is None or name in _RUNNING) and "ongoing" not in own:
        return  # "the lawsuit may be dismissed": it has been filed
    if (outcome is not None and outcome != "factive") or not definite:
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
    if name == "be" and tense(verb) == "past" and is_strong(noun) and _is_asked(verb):
        return  # "asked whether their talk was private": what is asked is how it was
    lowers = {child.lower_ for child in children(verb, "aux")}
    if walk.kind in _VIOLENT and outcome is None and lowers & {"could", "may", "might"}:
        return  # "the shooting of the judge could wreck the truce"
    unreal = [operator for operator in own if operator not in ("negated", "ongoing", "denied")]
    if not unreal or looks_back(noun):
        walk.above_verb(verb)
        return
    walk.add(*unreal)
    walk.above_verb(verb)


_DEPENDING = frozenset({"depend", "require", "hinge"})
_LEAVE = frozenset(
    "approval consent vote blessing backing ratification permission signature majority go-ahead".split()
)
_HOW = frozenset({"well", "smoothly", "badly", "peacefully"})


def _waits_for_leave(verb: Token) -> bool:
    """Whether a verb says that its subject needs somebody's consent."""
    return any(lemma(leave) in _LEAVE for leave in children(verb, "dobj"))


def _tells_how(verb: Token) -> bool:
    """Whether "come" or "go" says how it was and not whether: "came as a surprise", "went unnoticed"."""
    as_what = any(child.lower_ == "as" for child in children(verb, "prep"))
    how = any(child.lower_ in _HOW for child in children(verb, "advmod"))
    return as_what or how or first_child(verb, "acomp", "oprd") is not None


_CONCLUDED = frozenset({"agree", "aid", "concede", "cooperate", "retreat"})
"""Types of what there is only once it is concluded: talks and protests that come to nothing were held."""


def _came_to_nothing(verb: Token, walk: Walk) -> bool:
    """Whether a verb says that what its subject names never was: "failed to materialise", "has yet to begin", "came to
    nothing"."""
    name = lemma(verb)
    if name == "come" and walk.kind in _CONCLUDED:
        return any(word.lower_ in ("nothing", "naught") for word in objects_of(verb, "to"))
    yet = name == "have" and any(child.lower_ == "yet" for child in verb.children)
    if name != "fail" and not (yet and walk.is_real):
        return False  # a plan or forecast that has yet to come about stands as it is
    begun = first_child(verb, "xcomp")
    return begun is not None and lemma(begun) in _COMING_ABOUT


_COMING_ABOUT = frozenset(
    {"materialise", "materialize", "begin", "start", "happen", "occur", "take", "come", "go"}
)


def _is_asked(verb: Token) -> bool:
    """Whether an indirect question asks how something was, and not whether it was so."""
    asked = any(child.lower_ in ("whether", "if") for child in children(verb, "mark"))
    return asked and verb.dep_ == "ccomp" and first_child(verb, "acomp", "attr") is not None


_OF_A_DANGER = frozenset(
    {"recede", "fade", "ease", "diminish", "abate", "exist", "persist", "remain", "grow", "lessen"}
)
_RUNNING = frozenset({"conclude", "end", "close", "finish", "result", "lead", "produce", "yield"})
_VIOLENT = frozenset({"assault", "coerce", "protest"})
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


def called_off_later(verb: Token) -> bool:
    """Whether a verb coordinated with this one calls its subject off ("was set for noon but was scrapped")."""
    return any(
        is_passive(child) and operators("object").get(with_particle(child)) == "cancelled"
        for child in children(verb, "conj")
        if is_verb(child)
    )


def said_in_phrase(part: Token) -> str:
    """What a phrase that is said of an event makes of it: "under way", "in doubt", "on hold"; empty where nothing."""
    words = "".join(token.text_with_ws for token in part.subtree).lower().strip()
    return next((outcome for phrase, outcome in _PHRASES if words.startswith(phrase)), "")


def _predicate(verb: Token) -> str:
    """What is said of the noun after "be": possible, under way, a matter of time, a fabrication."""
    table = operators("adjective")
    for part in children(verb, "acomp", "oprd", "attr", "prep", "advmod"):
        outcome = said_in_phrase(part)
        if outcome:
            return outcome
        words = "".join(token.text_with_ws for token in part.subtree).lower().strip()
        if words.endswith((" away", " off")) and part.lower_ in ("away", "off"):
            return "predicted"  # "is still months away"
        if part.dep_ in ("acomp", "oprd", "advmod"):
            found = table.get(part.lower_) or table.get(lemma(part))
            if found == "hypothetical" and part.lower_ in DESCRIBING and tense(verb) == "past":
                continue  # "the talks were crucial": they were held
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
    ("on ice", "cancelled"),
    ("in limbo", "cancelled"),
    ("within reach", "hypothetical"),
    ("within sight", "hypothetical"),
    ("within grasp", "hypothetical"),
    ("in sight", "hypothetical"),
    ("in reach", "hypothetical"),
    ("at hand", "predicted"),
    ("around the corner", "predicted"),
    ("on the horizon", "predicted"),
    ("in the pipeline", "planned"),
    ("in preparation", "planned"),
    ("in the making", "planned"),
    ("under discussion", "hypothetical"),
    ("under consideration", "hypothetical"),
    ("under review", "hypothetical"),
    ("under study", "hypothetical"),
    ("in the balance", "hypothetical"),
    ("up in the air", "hypothetical"),
    ("in question", "hypothetical"),
    ("out of reach", "hypothetical"),
    ("beyond reach", "hypothetical"),
    ("a long way", "hypothetical"),
    ("some way off", "hypothetical"),
    ("far off", "hypothetical"),
    ("far away", "hypothetical"),
    ("far from", "hypothetical"),
    ("up to ", "hypothetical"),
    ("off", "cancelled"),
)


def _points(noun: Token) -> bool:
    """Whether a subject only points at what its clause tells of: "that was not the end of it"."""
    return noun.pos_ == "PRON" or noun.dep_ == "expl"


def of_attribute(noun: Token, verb: Token, walk: Walk, definite: bool) -> None:
    """After "be": "there was an attack", "this is an invasion"."""
    about = first_child(verb, "nsubj")
    if walk.kind == "threaten" and walk.start == noun:
        # "that would be a red line": whoever calls it so has threatened
        walk.add("negated" if "negated" in own_operators(verb) else "")
        walk.above_verb(verb)
        return
    pointed = _points(about) if about is not None else first_child(verb, "expl") is not None
    if definite and "negated" in own_operators(verb) and not pointed:
        walk.add("hypothetical")  # "the cloud was not the raid": what it was not may well have been
        walk.above_verb(verb)
        return
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
