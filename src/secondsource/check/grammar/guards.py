"""What a sentence says that its source must say too, whatever else they share: that it is not so, and where it was."""

from spacy.tokens import Doc, Token

from ...lexicon.calendar import tables
from ...lexicon.nationalities import capitals, countries
from ...lexicon.stems import stem
from ...model.event import REAL
from ..comparing.compare import DENIALS
from ..telling.carrying import reports, said_in
from ..telling.clock import tells_time
from ..telling.kin import word_kin
from ..telling.names import Keys
from ..telling.values import Comparison, Question, Surroundings
from .assertion import NEGATIONS, SILENCE, UNDOING, assertion, put_of
from .clauses import Ties, keys_of
from .frames import reworded
from .qualifiers import turned

_DENYING = frozenset(
    """refuse refusal decline deny denial reject rejection fail failure unable lack prevent without nothing none cannot dismiss
    rebuff refute unlikely impossible unwilling abandon stop avoid withhold short rule exclude false nowhere""".split()
)
"""Words that say by themselves that something is not so ("ruled out", "falls short of")."""

_WITHIN = frozenset({"in", "at"})
_AROUND = frozenset("in at near outside inside from of around across off".split())
"""Prepositions after which stands where something is."""

_LEAVING_FOR = frozenset("leave depart head bind sail fly embark".split())
"""Verbs with which "for" names where somebody goes."""

_GOING = frozenset[str]().union(
    *map(word_kin, ("travel", "visit", "arrive", "trip", "fly", "return"))
)


def unborne(
    question: Question,
    one: Comparison,
    around: Surroundings,
    asked: Doc,
    told: Doc,
    ties: Ties,
) -> tuple[str, ...]:
    """What the source lacks though all words and names are there: the "not" of the main clause, one of those who do it together, or that it was at the
    place that is named."""
    found = _unborne_not(one, asked, told)
    found += _unborne_doers(one, asked, told, ties)
    found += _unborne_ordinals(asked, told)
    found += _unborne_spans(asked, told)
    found += _unborne_feasts(asked, told)
    found += _unborne_particles(asked, told)
    found += _unborne_names(question, one, asked, around)
    found += _unborne_said(question, asked, told)
    found += _unborne_ties(asked, told, ties)
    found += _unborne_absence(asked, told)
    found += turned(asked, told, ties)
    found += reworded(asked, told)
    if question.asserts and one.status in REAL:
        found += _unborne_places(question, asked, told, ties)
        found += _unborne_goals(asked, told, ties)
    return found


def _unborne_not(one: Comparison, asked: Doc, told: Doc) -> tuple[str, ...]:
    root = next((token for token in asked if token.head == token), None)
    if root is None or one.turned:
        return ()
    told_of = [root]
    if reports(root):
        told_of += [child for child in root.children if child.dep_ == "ccomp"]
    # "..., he did not say": that somebody says nothing may hang on what he would say.
    told_of += [token for token in asked if token.lemma_ in ("say", "reply", "answer", "tell")]
    said = said_in(asked)
    nots = [
        child
        for verb in dict.fromkeys(told_of)
        for child in verb.children
        if child.lower_ in NEGATIONS
        and child.dep_ == "neg"
        # "Has not said who" is a phrase for silence, which the source has or has not.
        and said.get(child.idx) != SILENCE
    ]
    if not nots:
        return ()
    others = [token for token in asked if token not in nots and _is_negative(token)]
    if others:
        # Twice "not": which of them the source says is more than words tell.
        return ("what is not so",)
    denied = nots[0].head
    if _is_after(denied) and any(map(_is_before, told)):
        # Who does nothing until he is paid does it once he is paid.
        return (nots[0].text,)
    if one.deed is not None and one.deed.status not in REAL:
        return ()
    same = [token for token in told if _may_be(denied, token)]
    is_apart = bool(same) or reports(denied)
    if not any(map(_is_negative, told)) or (is_apart and not any(map(_is_under_not, same))):
        return (nots[0].text,)
    return ()


def _may_be(verb: Token, token: Token) -> bool:
    """Whether a word of a source may tell what a denied verb of the sentence tells: of a verb of saying, any that reports."""
    if token.pos_ not in ("VERB", "AUX", "NOUN"):
        return False
    if reports(verb):
        return reports(token) or _is_negative(token)
    return verb.pos_ == "VERB" and bool(word_kin(verb.lower_) & word_kin(token.lower_))


def _is_under_not(token: Token) -> bool:
    """Whether a word is denied, or hangs on a word that denies."""
    return (
        _is_negative(token)
        or put_of(token) == "negated"
        or any(map(_is_negative, (*token.children, *token.ancestors)))
        or any(map(_is_negative, (one for over in token.ancestors for one in over.children)))
    )


def _is_after(verb: Token) -> bool:
    """Whether a verb is told of the time after something ("once the fee is paid")."""
    return any(
        one.lower_ in ("once", "after")
        for child in verb.children
        for one in (child, *child.children)
    )


def _is_before(token: Token) -> bool:
    return token.lower_ in ("until", "till", "unless", "before")


def _is_negative(token: Token) -> bool:
    return token.lower_ in NEGATIONS or token.lemma_.lower() in _DENYING


_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()
)
_AGAIN = frozenset("again another next further".split())
"""Words that may stand where another sentence counts ("a further round": the second)."""


def _unborne_ordinals(asked: Doc, told: Doc) -> tuple[str, ...]:
    """Which one of several it is ("the second round"), where the source speaks of the same without it."""
    words = {token.lower_ for token in told}
    if words & (_ORDINALS | _AGAIN):
        return ()
    return tuple(
        token.text
        for token in asked
        if token.lower_ in _ORDINALS and token.dep_ == "amod" and token.head.pos_ == "NOUN"
    )


def _unborne_spans(asked: Doc, told: Doc) -> tuple[str, ...]:
    """For how long it was ("for several hours"), where the source has no word for such a time."""
    units = {token.lemma_.lower() for token in told}
    return tuple(
        f"for {token.text}"
        for token in asked
        if token.dep_ == "pobj"
        and token.head.lower_ == "for"
        and token.lemma_.lower() in _UNITS
        and token.lemma_.lower() not in units
    )


def _unborne_feasts(asked: Doc, told: Doc) -> tuple[str, ...]:
    """The feast at which it was, where the source has neither its name nor any month in which it may be."""
    words = {token.lower_ for token in told}
    has_month = not words.isdisjoint(tables()["months"])
    return tuple(
        token.text
        for token in asked
        if token.lower_ in tables()["holidays"] and token.lower_ not in words and not has_month
    )


_TURNING = frozenset({"back", "off"})
"""Particles with which a verb tells something else than without ("called back", "called off"); with "out" or "down" many tell the same ("read out", "shut down")."""


def _unborne_particles(asked: Doc, told: Doc) -> tuple[str, ...]:
    """The main verb with its particle, where the source has that verb only without it, and no other word that means the two."""
    root = next((token for token in asked if token.head == token), None)
    if root is None or root.pos_ != "VERB":
        return ()
    particles = _particles(root)
    same = [one for one in told if one.pos_ == "VERB" and stem(one.lemma_) == stem(root.lemma_)]
    meant = word_kin(said_in(asked).get(root.idx, root.lower_))
    is_else = any(meant & word_kin(one.lower_) for one in told if one not in same)
    if not particles or not same or is_else or any(particles & _particles(one) for one in same):
        return ()
    return (f"{root.text} {' '.join(sorted(particles))}",)


def _particles(verb: Token) -> frozenset[str]:
    return (
        frozenset(one.lower_ for one in verb.children if one.dep_ in ("prt", "advmod", "prep"))
        & _TURNING
    )


def _unborne_names(
    question: Question, one: Comparison, asked: Doc, around: Surroundings
) -> tuple[str, ...]:
    """The names of those who do it, and of lands, that reading took for none ("the Pope"), where neither the source nor what stands before it
    has the word."""
    taken, spoken = question.told.taken, one.source.spoken | around.words
    unread = [
        token
        for token in asked
        if token.pos_ == "PROPN"
        and token.is_alpha
        and not any(start <= token.idx < end for start, end in taken)
    ]
    return tuple(
        token.text
        for token in unread
        if (
            token.dep_ in ("nsubj", "nsubjpass")
            or token.text in _QUARTERS
            or token.text in countries()
        )
        and not (word_kin(token.lower_) | word_kin(f"{token.lower_}ern")) & spoken
    )


def _unborne_said(question: Question, asked: Doc, told: Doc) -> tuple[str, ...]:
    """What somebody is told to have said, where the source has it as not so ("rumours that they stormed it were false, he said")."""
    if question.attributed is None or question.negates or question.attributed.cue & DENIALS:
        return ()
    root = next((token for token in asked if token.head == token), None)
    said = [child for child in root.children if child.dep_ == "ccomp"] if root is not None else []
    return tuple(
        f"that they {verb.lemma_}"
        for verb in said
        if verb.pos_ == "VERB" and assertion(told, word_kin(verb.lower_)) == "negated"
    )


_LEFT_OUT = frozenset("without excluding except minus".split())
_LEAVING_OUT = _LEFT_OUT | frozenset(
    "exclude leave sideline absent absence omit bypass not n't n’t no never nobody".split()
)


def _unborne_absence(asked: Doc, told: Doc) -> tuple[str, ...]:
    """Those without whom it is told to be, where the source has no word for that."""
    if any(one.lower_ in _LEAVING_OUT or one.lemma_ in _LEAVING_OUT for one in told):
        return ()
    return tuple(
        f"{one.head.text} {one.text}"
        for one in asked
        if one.dep_ == "pobj" and one.pos_ == "PROPN" and one.head.lower_ in _LEFT_OUT
    )


def _unborne_ties(asked: Doc, told: Doc, ties: Ties) -> tuple[str, ...]:
    """The names that a noun stands with ("envoy to Chad"), where the source has that noun with others only."""
    found = []
    for noun, tie, name in _tied_names(asked):
        others = [
            keys_of(other, ties)
            for one, with_, other in _tied_names(told)
            if with_ == tie and stem(one.lower_) == stem(noun.lower_)
        ]
        keys = keys_of(name, ties)
        if keys and others and all(others) and not any(keys & other for other in others):
            found.append(f"{noun.text} {tie} {name.text}")
    return tuple(found)


def _tied_names(doc: Doc) -> list[tuple[Token, str, Token]]:
    """The nouns of a sentence with the names that stand with them by "to" and the like."""
    return [
        (token.head.head, token.head.lower_, one)
        for token in doc
        if token.dep_ == "pobj" and token.head.head.pos_ == "NOUN"
        for one in (token, *token.conjuncts)
        if one.pos_ == "PROPN" and not tells_time(one)
    ]


_QUARTERS = ("East", "West", "North", "South")
"""Parts of the world that stand for the lands there."""

_UNITS = frozenset("minute hour day week month year decade".split())

_TOGETHER = frozenset(
    "they their them both two sides ministers countries neighbours governments each".split()
)
"""Words that stand for those who were named before."""


def _unborne_doers(one: Comparison, asked: Doc, told: Doc, ties: Ties) -> tuple[str, ...]:
    """Who of several that do it together the source does not name."""
    root = next((token for token in asked if token.head == token), None)
    if root is None or any(token.lower_ in _TOGETHER for token in told):
        return ()
    subjects = [child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")]
    subjects += [
        inner
        for child in subjects
        for each in child.children
        if each.dep_ == "prep" and each.lower_ in ("of", "between")
        for inner in each.children
    ]
    doers = [
        each for child in subjects for each in (child, *child.conjuncts) if each.pos_ == "PROPN"
    ]
    if len(doers) < 2:
        return ()
    own = one.source.lent.union(*one.source.names)
    lands = [token for token in doers if token.text in countries() or token.text in capitals()]
    return tuple(token.text for token in lands if not keys_of(token, ties) & own)


def _unborne_places(question: Question, asked: Doc, told: Doc, ties: Ties) -> tuple[str, ...]:
    """The towns in which the sentence sets it, and which the source names as something else: as who speaks, or
    as where something else is planned."""
    towns = frozenset[str]().union(*question.told.towns)
    found = []
    undone = any(word in UNDOING for word in said_in(asked).values()) or any(
        token.lemma_ in UNDOING for token in asked
    )
    for token in asked:
        if token.dep_ != "pobj" or token.head.lower_ not in (*_WITHIN, "to"):
            continue
        if undone or put_of(token.head.head) not in REAL:
            continue
        keys = ties(token.text)
        if not (keys & towns or token.text in capitals()):
            continue
        named = [other for other in told if other.pos_ == "PROPN" and _names(keys, other, ties)]
        if named and not any(_is_where(other, token.head.lower_) for other in named):
            found.append(token.text)
    return tuple(found)


_INTO = frozenset("into to in inside through across within onto".split())
_ENTERING = _GOING.union(*map(word_kin, ("enter", "invade", "invasion", "incursion")))


def _unborne_goals(asked: Doc, told: Doc, ties: Ties) -> tuple[str, ...]:
    """The lands and places into which somebody went or something was sent, and which the source names otherwise."""
    found = []
    for token in asked:
        if token.dep_ != "pobj" or token.head.lower_ != "into" or token.pos_ != "PROPN":
            continue
        named = [other for other in told if keys_of(token, ties) & keys_of(other, ties)]
        if named and not any(map(_is_goal, named)):
            found.append(f"into {token.text}")
    return tuple(found)


def _is_goal(token: Token) -> bool:
    over = token.head
    if token.dep_ == "pobj" and over.lower_ in _INTO:
        return True
    verb = over.head if token.dep_ == "pobj" else over
    return bool(word_kin(verb.lower_) & _ENTERING)


def _names(keys: Keys, token: Token, ties: Ties) -> bool:
    return bool({key for key in keys if key.startswith("name:")} & ties(token.text))


def _is_where(token: Token, asked_with: str) -> bool:
    """Whether a town stands as the place of what is told as done."""
    over = token.head
    if token.i == 0 or token.text.isupper():
        return True  # a dateline
    if token.dep_ in ("poss", "compound", "amod", "nmod", "appos", "ROOT", "npadvmod", "conj"):
        return True
    if token.dep_ != "pobj":
        return False
    verb = over.head
    is_going = bool(word_kin(verb.lower_) & _GOING)
    if over.lower_ == "for":
        return verb.lemma_ in _LEAVING_FOR
    if over.lower_ == "to":
        return asked_with == "to" or is_going
    if over.lower_ not in _AROUND:
        return False
    known = any(child.dep_ == "poss" or child.lower_ in ("the", "this") for child in verb.children)
    # A meeting that is spoken of as known took place, whatever is sought or planned there.
    return (verb.pos_ == "NOUN" and known) or put_of(verb) in REAL
