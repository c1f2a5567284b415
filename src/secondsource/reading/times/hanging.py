"""Where an expression hangs in its sentence: the words before it, the verb that governs it and its helpers."""

from ...lexicon.calendar import cues, tables
from ..tokens import Run, Token

AHEAD = cues("ahead")


def root_of(span: Run) -> Token:
    """The first token of a span that hangs on a word outside of it (`Run.root`: the one nearest to the root of the sentence)."""
    for token in span:
        head = token.head
        if head is token or not span.start <= head.i < span.end:
            return token
    return span[0]


def preposition(span: Run) -> str:
    """The word before the expression, in lower case, articles passed over."""
    place = span.start - 1
    while place >= 0 and span.doc[place].lower_ in (
        "the",
        "this",
        "on",
        "at",
        "end",
        "of",
        "late",
        "early",
    ):
        place -= 1
    return span.doc[place].lower_ if place >= 0 else ""


def neighbour(span: Run) -> Token | None:
    """The verb right before the expression ("announced Wednesday", "met on Friday"), if there is one: it
    is a better guess than the parse."""
    doc = span.doc
    place = span.start - 1
    if place > 0 and doc[place].lower_ in ("on", "here", "there"):
        place -= 1
    if place < 0:
        return None
    if aside(doc[place]):
        return None
    return doc[place] if doc[place].tag_ in ("VBD", "VBN", "VBZ", "VBP") else None


def aside(verb: Token) -> bool:
    """Whether a participle only compares ("went ahead as previously planned Saturday")."""
    place = verb.i - 1
    if place > 0 and verb.doc[place].pos_ == "ADV":
        place -= 1
    return verb.tag_ in ("VBD", "VBN") and place >= 0 and verb.doc[place].lower_ == "as"


def prenominal(span: Run) -> bool:
    """Whether the expression stands before a noun that it belongs to ("the June agreement")."""
    if span.end >= len(span.doc):
        return False
    head = root_of(span).head
    return head.i >= span.end and head.pos_ in ("NOUN", "PROPN") and not possessive(span)


def possessive(span: Run) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"


def is_day(span: Run) -> bool:
    """Whether the expression names a day: a weekday, or a month with a number."""
    return any(token.is_digit or token.lower_.rstrip("s") in tables()["weekdays"] for token in span)


def has_had(verb: Token) -> bool:
    if verb.tag_ == "VBD" and verb.lemma_ in ("be", "have"):
        return True
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ == "aux")


def govern(node: Token, span: Run) -> Token | None:
    """The verb that governs the expression, or the noun or adjective of what is to come ("the planned vote",
    "due Friday"); None if there is none."""
    for _ in range(12):
        acts = node.pos_ in ("VERB", "AUX") and not span.start <= node.i < span.end
        if acts and not (aside(node) and node.head is not node):
            return node
        if node.i < span.start or node.i >= span.end:
            if node.pos_ == "NOUN" and any(
                child.lower_ in AHEAD and child.dep_ in ("amod", "compound")
                for child in node.children
            ):
                return node
            if node.pos_ == "ADJ" and node.lower_ in ("due", "effective", "likely", "payable"):
                verb = node.head
                if any(child.lower_ == "had" for child in verb.children):
                    return verb
                return node
        if node.head is node:
            return None
        node = node.head
    return None


def auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
