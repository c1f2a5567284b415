"""What became of the people that a number counts: killed, missing, displaced."""

import re
from functools import cache

from ...lexicon import measures
from ..tokens import Run, Token


def fate_of(head: Token) -> str | None:
    """What happened to the people of a noun ("killed"), as its verb or a participle beside it says."""
    for child in head.children:
        if child.i > head.i and child.dep_ in ("acl", "amod") and child.tag_ in ("VBN", "JJ"):
            found = measures.states().get(child.lower_) or measures.fates().get(
                child.lemma_.lower()
            )
            if found:
                return found
    verb = head.head
    if head.dep_ == "conj" and verb.pos_ in ("NOUN", "PROPN"):
        head, verb = verb, verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = verb.lemma_.lower()
    passive = head.dep_ == "nsubjpass"
    undergone = head.dep_ in ("dobj", "obj", "nsubjpass") and lemma != "flee"
    undergone = undergone or (head.dep_ == "nsubj" and lemma in _UNDERGONE_BY_SUBJECT)
    if undergone and (lemma not in _OF_THINGS_TOO or passive or _personal(head)):
        fate = measures.fates().get(lemma)
        if fate:
            return fate
    if head.dep_ in ("nsubj", "nsubjpass") and verb.tag_ in ("VBG", "VBN", "JJ"):
        state = measures.states().get(verb.lower_)
        if state:
            return state
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "obj"):
        for child in verb.children:
            if (
                child.dep_ in ("acomp", "oprd", "ccomp", "attr", "xcomp")
                and child.i > head.i
                and child.lower_ in measures.states()
            ):
                return measures.states()[child.lower_]
    return None


def remains(head: Token) -> str | None:
    """What is counted where the noun stands behind what is left of the dead: "the bodies of 21 people"; None elsewhere."""
    link = head.head
    if head.dep_ != "pobj" or link.lower_ != "of" or link.head.lower_ not in _LEFT_OF_THE_DEAD:
        return None
    return "bodies" if _personal(head) or head.tag_ == "NNS" else None


_LEFT_OF_THE_DEAD = frozenset({"bodies", "remains", "corpses"})


_UNDERGONE_BY_SUBJECT = ("die", "drown", "perish", "flee")
_OF_THINGS_TOO = ("pull", "save", "free", "capture", "hurt", "sanction", "release")


def _personal(noun: Token) -> bool:
    group = measures.measure_of(noun.lower_)
    return group in (
        "people",
        "civilians",
        "children",
        "women",
        "men",
        "hostages",
        "troops",
        "fighters",
        "workers",
        "displaced",
        "detained",
        "police",
        "officials",
        "diplomats",
        "lawmakers",
    )


def fate_before(whole: Run) -> str | None:
    """What has happened to those whose number the clause before a number tells of: "the number injured topped 2,200"; None
    where it tells of no such number."""
    before = Run(whole.doc, whole.sent.start, whole.start).text
    told = _NUMBER_OF.search(before)
    return measures.states().get(told[1].lower()) if told is not None else None


def number_of_those(whole: Run) -> str | None:
    """The same where the clause says who they are or what did it, and then to what their number rose."""
    told = _number_of_those().search(Run(whole.doc, whole.sent.start, whole.start).text)
    return measures.states().get(told[1].lower()) if told is not None else None


_NUMBER_OF = re.compile(
    r"\bnumber (?:of )?(?:the |people |those )*(\w+)(?: so far| there)?\b[^\d,;:.“”\"]{0,40}$"
)


@cache
def _number_of_those() -> re.Pattern[str]:
    """What tells of "the number of villagers displaced by the fighting has doubled to" before a number."""
    states = "|".join(sorted(measures.states(), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\b(?:number|count|tally) of (?:the )?(?:[a-z]+ ){{1,2}}?({states})\b[^\d,;:.“”\"]{{0,90}}"
        r" (?:(?:rose|risen|rises|climbed|grew|grown|jumped|increased|doubled|dropped|fell|fallen|revised|put|stood|stands|now)"
        r" (?:to|at)|reached|passed|topped|exceeded|exceeds|hit|was|is|were)"
        r"(?: at least| about| some| nearly| more than| over| almost)?\s*$"
    )
