"""When the name of a place is the name of an actor: "Nairobi has demanded", "Kenya's demands"."""

from ...lexicon import acting
from .datelines import opens_dateline
from .run import Run
from .words import Words

_LINKS = frozenset({"with", "against", "on", "to", "between", "by", "from", "for", "among"})


def acts(words: Words, run: Run) -> bool:
    """Whether the country, capital or region of this run acts, or is dealt with as somebody, where it
    is mentioned here."""
    known = run.table in {"country", "capital"}
    if opens_dateline(words, run):
        return False
    if words.shouting[run.start]:
        # Headlines parse badly: there a country acts unless a preposition stands before it.
        before = words.before(run.start)
        return known and (
            before < 0
            or words.pos[before] not in {"ADP", "SCONJ"}
            or words.lower[before] in {"with", "against", "as", "by"}
        )
    root = run.end - 1
    for index in range(run.start, run.end):
        if not run.start <= words.head[index] < run.end:
            root = index
            break
    # "Chad and Niger agreed": the second does what the first does.
    if not known and words.dep[root] in {"conj", "appos"}:
        return False
    seen = 0
    while words.dep[root] in {"conj", "appos"} and seen < 8 and words.head[root] != root:
        root = words.head[root]
        seen += 1
    dep, head = words.dep[root], words.head[root]
    lemma = words.lemma[head].lower()
    if dep == "nsubj":
        if lemma == "be":
            return known and _is_said_to_be(words, head)
        return not acting.is_still(lemma) and (known or words.pos[head] == "VERB")
    if not known:
        return False
    if dep == "nsubjpass":
        return acting.deals_with(lemma)
    if dep in {"dobj", "obj", "dative", "iobj"}:
        return acting.deals_with(lemma)
    if dep == "poss":
        return not acting.is_land(words.lower[head])
    if dep in {"compound", "nmod", "amod"}:
        return (
            run.table == "country"
            and not acting.is_land(words.lower[head])
            and words.tag[head].startswith("NN")
        )
    if dep == "pobj":
        return _is_dealt_with(words, head)
    return False


_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_MODIFYING_TAGS = frozenset({"JJ", "NNP", "AFX"})


def is_adjective(words: Words, run: Run) -> bool:
    """Whether a nationality only says of what country a thing or person is: "the Kenyan envoy", "Chadian
    talks"; not "the Kenyans", nor "the Dutch" alone."""
    if run.kind != "nationality":
        return False
    last = run.end - 1
    if words.tag[last] not in _MODIFYING_TAGS:
        return False
    after = words.text[last + 1] if last + 1 < len(words) else ""
    if words.dep[last] in _MODIFIERS and words.head[last] != last:
        return words.head[last] > last or after == "-"
    return after == "-" or (words.tag[last] == "JJ" and words.dep[last] in {"acomp", "conj"})


def _is_said_to_be(words: Words, verb: int) -> bool:
    """Whether the complement of "be" is a state of mind or a readiness ("is ready to")."""
    return any(
        words.head[index] == verb and words.dep[index] == "acomp"
        for index in range(verb + 1, min(verb + 8, len(words)))
    )


def _is_dealt_with(words: Words, preposition: int) -> bool:
    """Whether the preposition follows a dealing: "talks with", "sanctions on", "a warning from", or a
    passive with "by"."""
    link = words.lower[preposition]
    if link not in _LINKS:
        return False
    head = words.head[preposition]
    if link == "by" and words.dep[preposition] == "agent":
        return True
    if words.pos[head] == "VERB":
        return link in {"with", "against"} and words.tag[head].startswith("VB")
    return acting.is_dealing(words.lower[head])
