"""Which way a time without a date points: back or ahead, by the tense of its verb and by cues beside it."""

from typing import Literal

from ...lexicon.calendar import cues
from ..tokens import Run, Token
from .called_off import is_day_of_what_is_called_off, is_of_what_is_called_off
from .hanging import (
    auxiliaries,
    govern,
    has_had,
    is_day,
    neighbour,
    possessive,
    prenominal,
    preposition,
    root_of,
)

Way = Literal["past", "future", ""]

SCHEDULING = cues("scheduling")
REPORTING = cues("reporting")
INTENDING = SCHEDULING | cues("intending")
LASTING = cues("lasting")
DONE = cues("done")
MOVING = cues("moving")
PLANNING = cues("planning")
_ARRANGED = SCHEDULING | PLANNING | {"be"}
MODALS_AHEAD = cues("modals_ahead")
REAL_PAST = cues("real_past")
LOOKING_BACK = cues("looking_back")
JUDGING = cues("judging")
LETTING = cues("letting")
KEEPING = cues("keeping")


def way(span: Run | None, present_is_past: bool = False) -> Way:
    """Which way the expression of these tokens points; empty where nothing tells.

    `present_is_past` holds for headlines and captions, which tell the past in the present tense.
    """
    if not span:
        return ""
    cue = by_cue(span)
    if cue:
        return cue
    governor = neighbour(span) or govern(root_of(span), span)
    until = preposition(span) in ("until", "till")
    if is_day_of_what_is_called_off(span):
        return "future"
    if governor is None:
        top = root_of(span).head
        bare_adjective = top.dep_ == "ROOT" and top.pos_ == "ADJ"  # "Polls open Saturday"
        return "future" if until or bare_adjective else ""
    if announced(governor, span):
        return "past"
    governor = _behind_an_aside(governor, span) or governor
    found = of_verb(governor, present_is_past)
    if found == "future" and put_off(governor, span):
        return "past"
    if found == "future" and governor.lemma_ == "follow" and governor.tag_ in ("VBZ", "VBP", "VBG"):
        return "past"  # "the move follows Tuesday's ruling"
    if as_of(span) and governor.tag_ in ("VBZ", "VBP") and not auxiliaries(governor):
        return "past"  # "as of December it holds"
    before_then = any(child.lower_ == "had" for child in governor.children)
    lasting = before_then or governor.lemma_.lower() in LASTING
    if until and found == "past" and not lasting:
        return "future"
    within = preposition(span) in ("during", "in", "after", "following")
    if found == "future" and governor.tag_ in ("VBZ", "VBP") and within and possessive(span):
        # "speaks during Wednesday's meeting": the present of captions.
        return "past"
    return found


def _behind_an_aside(participle: Token, span: Run) -> Token | None:
    """The verb whose time a phrase between commas is, where the parse has given it to a participle of the phrase before: "will
    hear the case of the clerk convicted of theft, on March 4, it said"; None where it is not set off so."""
    start = span.start - 1 if preposition(span) else span.start
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or start <= participle.i:
        return None
    if span.doc[start - 1].text != ",":
        return None
    return next((above for above in participle.ancestors if above.pos_ in ("VERB", "AUX")), None)


def announced(verb: Token, span: Run) -> bool:
    """Whether a bare day stands behind the object of an infinitive that a past verb announces or votes: it is
    the day of the announcement ("announced a plan to cut 500 jobs Tuesday")."""
    head = verb.head
    if not any(helper.lower_ == "to" for helper in auxiliaries(verb)) or span.start == 0:
        return False
    if not any(child.dep_ == "dobj" and child.i == span.start - 1 for child in verb.children):
        return False
    if head.pos_ == "NOUN" and head.i < verb.i:
        above = govern(head.head, Run(verb.doc, verb.i, verb.i + 1))
    else:
        above = head if head.lemma_.lower() == "vote" else None
    return above is not None and of_verb(above, False) == "past"


PUT_OFF = cues("put_off")


def put_off(verb: Token, span: Run) -> bool:
    """Whether the expression says when something was put off ("was delayed on Monday"), not until when."""
    if verb.lemma_.lower() not in PUT_OFF or possessive(span) or prenominal(span):
        return False
    if preposition(span) in ("until", "till", "to", "for", "from"):
        return False
    helpers = {helper.lower_ for helper in auxiliaries(verb)}
    return bool(helpers & {"was", "were"}) or (verb.tag_ == "VBD" and not helpers)


def as_of(span: Run) -> bool:
    return [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]] == ["as", "of"]


_ANNOUNCING = frozenset(
    {"agree", "announce", "call", "declare", "order", "propose", "plan", "want"}
)


def _starts_what_is_announced(span: Run) -> bool:
    """Whether something that is agreed or announced starts then: "agreed a truce starting at midnight on Friday", "called a
    strike from Monday"."""
    for token in reversed(span.doc[max(0, span.start - 4) : span.start]):
        if token.lower_ in ("starting", "beginning") and token.tag_ == "VBG":
            verb = next((each for each in token.ancestors if each.pos_ == "VERB"), None)
            return verb is not None and verb.lemma_.lower() in _ANNOUNCING
        if token.lower_ == "from" and is_day(span):
            verb = next((each for each in token.ancestors if each.pos_ == "VERB"), None)
            if verb is not None and verb.lemma_.lower() in _ANNOUNCING:
                return True  # "called a strike from Monday"
        if token.lower_ not in ("on", "at", "from", "midnight", "noon", "dawn"):
            return False
    return False


def by_cue(span: Run) -> Way:
    """What the words right before (and the noun right after) the expression say about its direction."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 4) : span.start]]
    joined = " ".join(before)
    if joined.endswith(
        ("as early as", "as soon as", "no later than", "no earlier than", "no sooner than")
    ):
        return "future"
    if "had" not in before and joined.endswith(
        (
            "ahead of",
            "in advance of",
            "due",
            "due on",
            "due in",
            "scheduled for",
            "set for",
            "due by",
        )
    ):
        return "future"
    if joined.endswith(("deadline of", "not before", "not until", "as of")):
        return "future" if not joined.endswith("as of") else ""
    if _is_compared_with(span):
        return "past"
    if before and before[-1] in ("upcoming", "forthcoming"):
        return "future"
    if before and before[-1] in ("to", "through"):
        verb = govern(root_of(span), span)
        if verb is not None and verb.lemma_.lower() in MOVING:
            return "future"
    loose = not possessive(span) and not prenominal(span)
    if before and before[-1] == "for" and "had" not in before and is_day(span) and loose:
        return "future"  # "called a strike for Tuesday"
    if _starts_what_is_announced(span):
        return "future"
    if before and before[-1] == "since":
        return "past"
    if "since" in (token.lower_ for token in span.root.ancestors):
        return "past"  # "since agreeing to it at the weekend"
    if before and (
        before[-1] == "by" or joined.endswith(("by the end of", "by late", "by early", "by mid -"))
    ):
        verb = govern(root_of(span), span)
        return (
            "past"
            if verb is not None and of_verb(verb, False) == "past" and has_had(verb)
            else "future"
        )
    after = span.doc[span.end : span.end + 4]
    if (possessive(span) or prenominal(span)) and any(
        token.lower_ in DONE for token in after[: 3 if possessive(span) else 2]
    ):
        return "past"
    if any(token.lower_ == "deadline" for token in after[:2]):
        return "past" if kept_deadline(span) else "future"
    return ""


def kept_deadline(span: Run) -> bool:
    """Whether a past verb met or missed the deadline ("tendered their shares by the Tuesday deadline")."""
    verb = govern(root_of(span), span)
    if verb is None or of_verb(verb, False) != "past":
        return False
    return preposition(span) in ("by", "before") or verb.lemma_.lower() in KEEPING


_COMPARED_WITH = (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))


def _is_compared_with(span: Run) -> bool:
    """Whether the expression says when an earlier number held: "42 boats, up from 30 on Tuesday"."""
    doc = span.doc
    for at in range(max(0, span.start - 6), span.start - 2):
        between = doc[at + 2 : span.start]
        if (doc[at].lower_, doc[at + 1].lower_) in _COMPARED_WITH:
            return any(token.like_num for token in between) and not any(
                token.is_punct or token.pos_ in ("VERB", "AUX") for token in between
            )
    return False


def of_verb(verb: Token, present_is_past: bool, depth: int = 0) -> Way:
    """Which way a verb's tense points."""
    if verb.pos_ not in ("VERB", "AUX"):
        return "future"
    if depth > 6:
        return ""
    helpers = auxiliaries(verb)
    words = {helper.lower_ for helper in helpers}
    lemmas = {helper.lemma_.lower() for helper in helpers}
    tag = verb.tag_
    if let(verb, helpers):
        return of_verb(verb.head, present_is_past, depth + 1)
    if "could" in words and "be" in lemmas and tag == "VBN" and denied(verb):
        return "past"  # "could not be reached Friday"
    if words & MODALS_AHEAD:
        return "past" if "have" in words and words & REAL_PAST else "future"
    if "to" in words:
        return of_infinitive(verb, present_is_past, depth)
    if not helpers and verb.dep_ == "conj" and tag in ("VB", "VBN", "VBG"):
        return of_verb(verb.head, present_is_past, depth + 1)
    if verb.lemma_.lower() in PLANNING and tag in ("VBD", "VBN") and "had" not in words:
        return "future"
    if "had" in words and verb.lemma_.lower() in _ARRANGED and is_of_what_is_called_off(verb):
        return "future"
    if "have" in lemmas or "'ve" in words:
        return "past"
    past_helper = words & {"was", "were", "did", "had", "got"}
    if tag == "VBN":
        stray = not helpers and verb.dep_ == "ROOT"  # a past tense that was taken for a participle
        dated = verb.lemma_.lower() in SCHEDULING and not set_otherwise(verb)
        if dated and not stray and "had" not in words:
            return "future"
        if past_helper:
            return "past"
        if helpers:
            return "past" if present_is_past else "future"
        return "past"
    if tag == "VBG":
        if past_helper:
            return "future" if verb.lemma_ == "go" else "past"
        if helpers:
            return "future"
        if verb.head is verb or verb.lemma_ == "include":
            return ""
        governor = govern(verb.head, Run(verb.doc, verb.i, verb.i + 1))
        return of_verb(governor, present_is_past, depth + 1) if governor is not None else ""
    if tag == "VBD":
        return "past"
    if tag in ("VBZ", "VBP"):
        if verb.lemma_.lower() in REPORTING or present_is_past:
            return "past"
        return "future"
    if tag == "VB":
        if past_helper:
            return "past"
        return "future"
    return ""


_SET_OTHERWISE = frozenset(
    ["ablaze", "afire", "alight", "apart", "aside", "back", "fire", "free", "off", "out", "up"]
)


def set_otherwise(verb: Token) -> bool:
    """Whether nothing is set for a day: "was set up in June", "was set on fire"."""
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    return verb.lemma_.lower() == "set" and bool(
        after and (after[0] in _SET_OTHERWISE or after == ["on", "fire"])
    )


def let(verb: Token, helpers: list[Token]) -> bool:
    """Whether a verb stands bare below one of letting or perceiving ("let it begin", "saw it fall")."""
    return (
        not helpers
        and verb.tag_ in ("VB", "VBP")
        and verb.dep_ == "ccomp"
        and verb.head.lemma_.lower() in LETTING
        and verb.head.i < verb.i
        and not any(child.dep_ == "mark" for child in verb.children)
    )


DENYING = frozenset(["not", "n't", "n’t", "neither", "nor", "no", "none", "never"])


def denied(verb: Token) -> bool:
    """Whether a verb is denied: by itself, or by its subject ("neither could be found")."""
    children = list(verb.children)
    return any(
        child.lower_ in DENYING
        or (
            child.dep_ in ("nsubj", "nsubjpass", "preconj")
            and any(part.lower_ in DENYING for part in child.lefts)
        )
        for child in children
    )


def judged(verb: Token) -> Token | None:
    """The verb above an adjective that judges what an infinitive tells ("was unable to reach it", "was hard to reach")."""
    head = verb.head
    if head.pos_ == "ADJ" and head.lower_ in JUDGING and head.head is not head:
        return govern(head.head, Run(verb.doc, verb.i, verb.i + 1))
    if head.pos_ in ("AUX", "VERB") and any(
        child.dep_ in ("acomp", "oprd") and child.lower_ in JUDGING and child.i < verb.i
        for child in head.children
    ):
        return head
    return None


def singled_out(verb: Token) -> bool:
    """Whether an infinitive tells what the first, last or only one did ("the first minister to visit")."""
    head = verb.head
    if head.pos_ in ("NOUN", "ADJ", "PROPN"):
        phrase = head.doc[head.left_edge.i : head.i]
    elif head.pos_ == "ADP":
        phrase = head.doc[head.i : verb.i]
    elif verb.dep_ == "csubj":
        phrase = head.doc[verb.left_edge.i : verb.i]
    else:
        return False
    return any(token.lower_ in ("first", "last", "only", "latest") for token in phrase)


def of_infinitive(verb: Token, present_is_past: bool, depth: int) -> Way:
    """An infinitive points ahead, save one that only gives the purpose of something done."""
    head = verb.head
    if (
        head is not verb
        and head.pos_ == "ADJ"
        and "had" in {child.lower_ for child in head.head.children}
    ):
        return "past"  # "had been due to expire Friday"
    above = judged(verb)
    if above is not None:
        return of_verb(above, present_is_past, depth + 1)
    if singled_out(verb):
        above = head if verb.dep_ == "csubj" else head.head
        governor = govern(above, Run(verb.doc, verb.i, verb.i + 1))
        if governor is not None and of_verb(governor, present_is_past, depth + 1) == "past":
            return "past"  # "was the first minister to visit on Friday"
    if verb.lemma_.lower() in LOOKING_BACK and head.pos_ == "NOUN" and head is not verb:
        governor = govern(head.head, Run(verb.doc, verb.i, verb.i + 1))
        if governor is not None and of_verb(governor, present_is_past, depth + 1) == "past":
            return "past"
    if head is verb or head.pos_ in ("NOUN", "ADJ", "PROPN", "PRON"):
        return "future"
    lemma = head.lemma_.lower()
    if (lemma == "use" and head.tag_ == "VBD") or (lemma == "have" and head.tag_ == "VBD"):
        return "past"
    if any(child.lower_ == "had" for child in head.children):
        return "past"
    if lemma == "allow" and {"was", "were"} & {child.lower_ for child in auxiliaries(head)}:
        return "past"  # "was allowed to visit her on Friday"
    if lemma in INTENDING or head.pos_ == "AUX":
        return "future"
    if verb.dep_ == "conj":
        return of_verb(head, present_is_past, depth + 1)
    return of_verb(head, present_is_past, depth + 1)
