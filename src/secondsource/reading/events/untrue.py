"""Reports, rumours and fears that are told as untrue, or that the parse takes for something else."""

from ...lexicon.denials import words
from ...lexicon.events import operators, word_lists
from ..tokens import Token
from .grammar import children, first_child, is_passive, is_verb, lemma, with_particle
from .phrases import determiners

_TRUTH = frozenset({"truth", "substance", "basis", "foundation", "merit"})


def is_without_truth(noun: Token) -> bool:
    """Whether what a report or claim tells is called baseless: "There was no truth in reports that"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "to", "for"):
        return False
    quality = noun.head.head
    return lemma(quality) in _TRUTH and "negated" in determiners(quality)


_SHOWING = frozenset({"turn", "prove"})
_UNTRUTHS = words("untrue") | {"myth", "untruth"}


def shown_false(noun: Token, verb: Token) -> str:
    """The status of what a report tells, whose clause `verb` is, where the sentence calls the report untrue; else nothing."""
    if _is_called_false(noun, verb):
        return "denied"
    if noun.dep_ in ("nsubj", "nsubjpass") and is_verb(noun.head):
        return "denied" if _is_shown_false(noun.head) else ""
    told = [child for child in children(noun, "advcl", "acl") if child.i > verb.i]
    turned = (child for clause in (*told, verb) for child in (clause, *children(clause, "advcl")))
    if any(lemma(child) in _SHOWING and _is_shown_false(child) for child in turned):
        return "negated"  # "Reports that it had been blown up turned out to be a hoax", of which the parse makes one noun
    return ""


def _is_shown_false(verb: Token) -> bool:
    """Whether a verb calls its subject untrue: "was false", "turned out to be a hoax"."""
    if is_passive(verb) and with_particle(verb) in word_lists("untrue")["shown"]:
        return True
    shown = first_child(verb, "xcomp") if lemma(verb) in _SHOWING else None
    predicate = first_child(shown or verb, "acomp", "attr", "oprd")
    if predicate is None:
        return False
    return any(map(_is_untruth, (predicate, *children(predicate, "amod"))))


def _is_untruth(word: Token) -> bool:
    """Whether a word says that something told is not so: "false", "a hoax", "fake news"."""
    return operators("adjective").get(word.lower_) == "denied" or lemma(word) in _UNTRUTHS


def _is_called_false(noun: Token, verb: Token) -> bool:
    """Whether a report is given the name of an untruth: "called reports that he had fled a fabrication", of which the parse
    hangs the name on the clause, "dismissed as nonsense reports that"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "as":
        return any(map(_is_untruth, children(noun, "compound", "amod")))
    if noun.dep_ not in ("dobj", "nsubj") or lemma(above) not in words("naming"):
        return False
    rest = noun.doc[verb.i + 1 : noun.sent.end]
    return any(word.head in (verb, above) and _is_untruth(word) for word in rest)


def is_feared(verb: Token) -> bool:
    """Whether the parse takes "fears" or "hopes" for a noun with a relative clause, though nothing is left out of the clause:
    "has had no word and fears he has been killed"."""
    start = verb.left_edge.i
    if not start or verb.doc[start - 1].lower_ not in ("fears", "hopes"):
        return False
    named = first_child(verb, "nsubj", "nsubjpass")
    whole = is_passive(verb) or first_child(verb, "dobj") is not None
    return named is not None and named.tag_ not in ("WDT", "WP") and whole


def told_untruly(verb: Token) -> str:
    """What a verb of saying makes of what it tells where it, or whoever or whatever tells it, is called untrue: "wrongly
    reported that", "a doctored video showed that", "a report, since retracted, said that"; else nothing."""
    lists = word_lists("untrue")
    if any(child.lower_ in lists["wrongly"] for child in children(verb, "advmod")):
        return "negated"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for" and lemma(verb.head.head) in _SORRY:
        return "negated"  # "apologised for reporting that"
    teller = verb.head if verb.dep_ == "relcl" else first_child(verb, "nsubj")
    if teller is None:
        return ""
    if any(child.lower_ in lists["made"] for child in children(teller, "amod", "compound")):
        return "negated"
    return "alleged" if is_taken_back(teller) or _is_followed(verb, lists["back"]) else ""


_SORRY = frozenset({"apologise", "apologize", "sorry"})


def is_taken_back(report: Token) -> bool:
    """Whether a report is one that somebody takes back, or has taken back: "withdrew a report", "a retracted study"."""
    back = word_lists("untrue")["back"]
    if report.dep_ in ("dobj", "nsubjpass") and lemma(report.head) in back:
        return True
    return any(
        lemma(child) in back and child.tag_ == "VBN"
        for child in children(report, "amod", "acl", "relcl")
    )


def _is_followed(verb: Token, back: frozenset[str]) -> bool:
    """Whether the parse has hung on a verb of saying what was done to the report: "a report, since retracted, said"."""
    return any(
        lemma(child) in back and child.tag_ == "VBN" and child.i < verb.i
        for child in children(verb, "advcl")
    )
