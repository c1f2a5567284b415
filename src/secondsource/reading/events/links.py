"""What hangs on an event besides its actors: when, where, whose words, under which condition."""

import re
from dataclasses import dataclass, field

from ...lexicon.events import noun_entries, operators
from ...model.event import EventTime
from ...model.mention import Place, Time
from ...model.statement import Statement
from ...model.text import Reference
from ..draft import Draft
from ..tokens import Token
from .clause_parts import is_result
from .dated_clauses import (
    is_bare_clock,
    is_before_what,
    is_of_a_clause_behind,
    is_of_the_deed_at_law,
    law_behind,
)
from .dated_nouns import is_of_its_noun
from .grammar import first_child, is_nominal, is_verb, lemma, with_particle
from .phrases import is_to_come, looks_back
from .tenses import tense


@dataclass(frozen=True)
class Surroundings:
    """Times, places and statements of a draft, found by token."""

    times: dict[int, Time] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)
    towns: dict[str, str] = field(default_factory=dict)
    """The places that are no countries: their ids, and how they are written."""


def index_surroundings(draft: Draft) -> Surroundings:
    """For each token the time, the place and the innermost statement that cover it."""
    times: dict[int, Time] = {}
    for time in draft.times:
        if time.type in ("DATE", "TIME") and not _is_compared(draft, time):
            for index in draft.tokens_at(time.citation):
                times.setdefault(index, time)
    places: dict[int, Place] = {}
    for place in draft.places:
        for index in draft.tokens_at(place.citation):
            places.setdefault(index, place)
    statements: dict[int, Statement] = {}
    lengths: dict[int, int] = {}
    for statement in draft.statements:
        for piece in statement.content:
            length = piece.end - piece.start
            for index in draft.tokens_at(piece):
                if index not in lengths or length < lengths[index]:
                    lengths[index] = length
                    statements[index] = statement
    towns = {
        place.id: place.citation.words for place in draft.places if place.precision != "country"
    }
    return Surroundings(times, places, statements, towns)


def _is_compared(draft: Draft, time: Time) -> bool:
    """Whether a time only says by how much something came sooner or later: "opened a day later than planned"."""
    part = draft.locate(time.citation)
    return _THAN.match(draft.tokens.text, part[1]) is not None


_THAN = re.compile(r"\s+than\b")

_OTHER_CLAUSES = frozenset(
    {"ccomp", "advcl", "relcl", "conj", "parataxis", "nsubj", "nsubjpass", "csubj"}
)
_OTHER_OCCASIONS = frozenset(
    {"after", "before", "since", "following", "despite", "amid", "until", "pending"}
    | {"over", "about", "regarding", "concerning"}
)
"""Prepositions after which an event noun has a time and a place of its own; what is talked about on a
Tuesday was not on that Tuesday."""
_BEHIND_WHICH = frozenset({"after", "since", "following"})
_ANSWERS = frozenset(
    {"response", "reaction", "reference", "reply", "answer", "connection", "revenge"}
)
"""Nouns that look back on an event: what was said on a day in response to a raid does not date the raid."""
_SETTING = frozenset(
    {"be", "schedule", "set", "plan", "slate", "expect", "due", "go", "begin", "start", "continue"}
)
"""Verbs whose time is that of the infinitive after them ("are scheduled on Friday to meet")."""
_DEEPEST = 4


def _below(holder: Token) -> list[Token]:
    """What hangs on a word inside its own clause, the nearest layer first. Other clauses are left out:
    their times and places are their own."""
    found: list[Token] = []
    layer = [holder]
    for _ in range(_DEEPEST + 1):
        following = []
        for node in layer:
            for child in node.children:
                if child.dep_ == "conj" and child.pos_ == "PROPN" and node.dep_ == "dobj":
                    following.append(child)  # "will meet Chuo and Mwangi in Kisumu"
                    continue
                if child.dep_ in _OTHER_CLAUSES or (is_verb(child) and not _is_topic(child)):
                    continue
                other_event = node.lower_ in _OTHER_OCCASIONS and not child.ent_type_
                if node.lower_ in ("until", "till"):
                    continue  # "is suspended until January": when it ends, not when it was
                elsewhere = is_of_its_noun(child, node)
                if not other_event and not (node != holder and elsewhere):
                    following.append(child)
        found += following
        layer = following
    return found


_TAKING_PLACE = _SETTING | {
    "take",
    "hold",
    "occur",
    "happen",
    "open",
    "run",
    "last",
    "end",
    "resume",
}
"""Verbs that say when and where the event is that their subject names ("drills expected to take place in
May", "talks held in Doha"); `take` only with "place"."""
_OWN_CLAUSES = frozenset({"relcl", "acl", "appos", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _taking_place(noun: Token) -> list[Token]:
    """The verbs, and the "due", that say when and where a noun's event takes place: in a relative clause of
    its own, or those whose subject it is; each with the infinitives that carry it on."""
    found = [
        child
        for child in noun.children
        if child.dep_ in _OWN_CLAUSES and child.i > noun.i and _says_when(child, noun)
    ]
    if noun.dep_ in _SUBJECTS and _says_when(noun.head, noun):
        found.append(noun.head)
    for verb in list(found):
        for _ in range(_DEEPEST):
            carried = [c for c in verb.children if c.dep_ in ("xcomp", "acomp", "oprd")]
            verb = next((c for c in carried if _says_when(c, noun)), verb)
            if verb in found:
                break
            found.append(verb)
    return found


def _says_when(word: Token, noun: Token) -> bool:
    """Whether a word is one of those verbs and has no other subject than the noun."""
    if lemma(word) not in _TAKING_PLACE and word.lower_ != "due":
        return False
    if lemma(word) == "take" and not any(c.lower_ == "place" for c in word.children):
        return False
    subject = first_child(word, "nsubj", "nsubjpass")
    if subject is None or subject == noun:
        return True
    # "which begins on Friday", "the first part of which begins on Friday"
    return any(word.tag_ in ("WDT", "WP") for word in subject.subtree)


def _is_topic(verb: Token) -> bool:
    """Whether a verb form is no clause: a preposition ("following"), or a bare topic ("talks on fishing")."""
    if verb.dep_ == "prep":
        return True
    return (
        verb.dep_ == "pcomp" and verb.tag_ == "VBG" and first_child(verb, "dobj", "nsubj") is None
    )


def near_words(token: Token) -> list[Token]:
    """The tokens of the event's own phrase, nearest first: below it, then, for a noun, below the nouns,
    prepositions and the verb that it hangs on."""
    found = _below(token)
    node = token
    before = token.left_edge.i - 1
    if is_nominal(token) and before >= 0 and token.doc[before].lower_ in _BEHIND_WHICH:
        return found  # "six men arrested after the attack were released on Saturday", however it is parsed
    if is_verb(token):
        if token.dep_ == "xcomp" and is_verb(token.head) and lemma(token.head) in _SETTING:
            found += _below(token.head)
        return found
    for verb in _taking_place(token):
        found += _below(verb)
    for _ in range(_DEEPEST * 2):
        if node.head == node:
            break
        part, node = node, node.head
        if not (is_verb(node) or is_nominal(node) or node.dep_ in ("prep", "agent")):
            break
        if node.dep_ == "prep" and node.lower_ in _OTHER_OCCASIONS:
            break
        if is_nominal(node) and lemma(node) in _ANSWERS:
            break
        if _sums_up(token, node):
            break
        if is_verb(node) and looks_back(token) and is_to_come(node):
            break  # "the airlift that fed the town will end in March"
        below = _below(node)
        if is_verb(node):
            found += [word for word in below if not (_answers(node, part) and word.i < part.i)]
            break
        found += below
    return found


def _sums_up(event: Token, above: Token) -> bool:
    """Whether an event noun is hung on who said it, though it sums up what he said: "he will send troops,
    officials said on Monday, a deployment that ..."."""
    return (
        event.dep_ == "appos"
        and above == event.head
        and above.dep_ in _SUBJECTS
        and above.i < above.head.i < event.i
    )


def _answers(verb: Token, noun: Token) -> bool:
    """Whether a verb answers or judges what its object stands for, which was therefore there before:
    who rejects an accusation on Monday was not accused on Monday."""
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    return operators("object").get(lemma(verb)) in ("denied", "factive", "negated")


def time_of(token: Token, around: Surroundings) -> EventTime | None:
    """The time expression of an event's own clause; its value waits for the anchor."""
    if not around.times:
        return None
    told = is_verb(token) and tense(token) == "past"
    for near in near_words(token):
        time = around.times.get(near.i)
        if time is None or (told and (_AHEAD.search(time.rule) or is_bare_clock(time))):
            continue
        if is_of_a_clause_behind(near, token, around.times) or is_before_what(near, around.times):
            continue
        if is_of_the_deed_at_law(near, token, time):
            continue
        if not _AHEAD.search(time.rule) and _is_of_the_calling_off(near, token):
            continue
        since = _since_before(near)
        if since is None:
            return EventTime(value=None, precision=None, time=time.id)
        if not _is_measured(since, token):
            return EventTime(value=None, precision=None, time=time.id, since=True)
    came_of = _deed_before(token)
    if came_of is not None:
        return time_of(came_of, around)
    return _time_at_law(token, around) or _time_behind_list(token, around)


def _is_of_the_calling_off(near: Token, thing: Token) -> bool:
    """Whether a time is that of the verb by which a thing is called off or put off, and not of the thing: "postponed their
    strike on Sunday night"."""
    if thing.dep_ not in ("dobj", "nsubjpass") or not is_verb(thing.head):
        return False
    if operators("object").get(with_particle(thing.head)) != "cancelled":
        return False
    return near != thing and thing not in near.ancestors


def _time_behind_list(verb: Token, around: Surroundings) -> EventTime | None:
    """The time right behind a list of those whom a deed befell, whatever the parse hangs it on: "detained Ola Berg, two clerks
    and a driver on Monday"."""
    first = first_child(verb, "dobj", "nsubjpass") if is_verb(verb) else None
    if first is None or first.i < verb.i:
        return None
    listed = False
    for word in first.doc[first.i + 1 : min(first.i + _LONGEST_LIST, first.sent.end)]:
        time = around.times.get(word.i)
        if time is not None:
            plain = not _AHEAD.search(time.rule) and not is_bare_clock(time)
            return EventTime(value=None, precision=None, time=time.id) if listed and plain else None
        listed = listed or word.dep_ == "cc"
        if lemma(word) in noun_entries() or not (
            word.pos_ in _OF_LISTS or word.lower_ in _BEFORE_TIMES
        ):
            return None  # "condemned the raid and the arrests on Monday", "a driver who fled on Monday"
    return None


_LONGEST_LIST = 20
_OF_LISTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ", "PUNCT"})
_BEFORE_TIMES = frozenset(
    {"on", "in", "at", "late", "early", "shortly", "his", "her", "their", "its"}
)


def _time_at_law(deed: Token, around: Surroundings) -> EventTime | None:
    """The time behind a deed for which somebody is tried, where the parse has given it to the verdict."""
    verdict = law_behind(deed)
    if verdict is None:
        return None
    for near in _below(verdict):
        time = around.times.get(near.i)
        if time is not None and near.i > deed.i and is_of_the_deed_at_law(near, verdict, time):
            return EventTime(value=None, precision=None, time=time.id)
    return None


_AHEAD = re.compile(r"-after published|shift\(published, \+")
"""Rules of times that lie behind the day of publication: what is told in the past ("invited observers for Monday",
"ordered a parade tomorrow") was not done then, only what it is about."""


def _deed_before(participle: Token) -> Token | None:
    """The deed whose time a participle behind its comma has: "shelled the port on Monday, killing two and wounding nine"; None
    for another word."""
    first = participle
    while first.dep_ == "conj" and first.head.tag_ == "VBG":
        first = first.head
    if not is_result(first) or not is_verb(first.head):
        return None
    alone = not any(child.dep_ in ("mark", "aux", "nsubj") for child in first.children)
    return first.head if alone else None


def _since_before(word: Token) -> Token | None:
    """The "since" that a date hangs on; None where there is none."""
    while word.dep_ not in ("prep", "ROOT") and not is_verb(word):
        word = word.head
    return word if word.lower_ == "since" else None


def _is_measured(since: Token, event: Token) -> bool:
    """Whether a date behind "since" only counts or compares what is told: "the fifth raid since May", "the worst since 2005"."""
    if is_nominal(since.head) and (since.head != event or event.tag_ == "NN"):
        return True
    words = event.doc[max(since.sent.start, since.i - _REACH) : since.i]
    return any(
        word.ent_type_ == "ORDINAL" or word.tag_ in ("JJS", "RBS")
        for word in words
        if word.lower_ != "least"
    )


_REACH = 6
"""Words before "since" in which stands what it counts or compares."""


def voice_of(token: Token, around: Surroundings) -> Reference | None:
    """The statement in whose content the event stands, with the name of its voice."""
    statement = around.statements.get(token.i)
    if statement is None:
        return None
    voice = statement.voice
    return Reference(id=statement.id, name=voice.name or voice.description or voice.kind)
