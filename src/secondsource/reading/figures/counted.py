"""What a number counts or measures, and whose it is."""

from dataclasses import replace
from itertools import islice

from ...lexicon import measures, units
from ..draft import Draft
from ..tokens import Run, Text, Token
from .beside import NOTHING, Counted
from .counts import count
from .measured import SPANS, measure
from .owners import (
    country_or,
    name_of,
    own_subject,
    subject_of,
)
from .single import Amount


def text_of(draft: Draft) -> str:
    """The laid-out text of a draft."""
    return draft.text


def number_tokens(draft: Draft, amount: Amount) -> Run | None:
    """The tokens of the number itself; None if it has none."""
    return draft.tokens.touched(*amount.number) or None


def counted(draft: Draft, amount: Amount) -> Counted:
    """What the number counts, as the words next to it and the parse say."""
    found = _counted(draft, amount)
    if (
        found.phrase
        and amount.dimension == "currency"
        and amount.per is not None
        and amount.per not in SPANS
        and found.phrase not in measures.natural("currency")
    ):
        found = replace(found, phrase="price", of=found.phrase)  # "gold at $2,000 an ounce"
    if found.of is not None and found.of.lower() == found.phrase:
        found = replace(found, of=None)
    if found.head is not None and found.of is None:
        return replace(found, of=_pointed_at(draft, found.head) or own_subject(found.head))
    return found


def _is_before_owner(doc: Text, after: int) -> bool:
    """Whether a name follows at once that owns the next thing, so that nothing says what is counted: "of the 30,000
    Bell's lawyers returned"."""
    return after + 1 < len(doc) and doc[after].tag_ == "NNP" and doc[after + 1].tag_ == "POS"


def _pointed_at(draft: Draft, head: Token) -> str | None:
    """The owner that "its" or "the country's" before a noun refers to, where reference was resolved."""
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    for mention in draft.mentions:
        start, end = draft.locate(mention.citation)
        if start <= owner.idx < end and mention.name != mention.citation.words:
            return country_or(mention.name)
    return None


def _counted(draft: Draft, amount: Amount) -> Counted:
    doc = draft.tokens
    tokens = number_tokens(draft, amount)
    if tokens is None:
        return NOTHING
    whole = doc.touched(amount.start, amount.end) or tokens
    after = max(tokens.end, whole.end)
    if amount.dimension == "count" and _is_before_owner(doc, after):
        return NOTHING
    if amount.dimension == "count" or amount.unit == "ratio":
        return count(doc, amount, tokens, whole, after)
    return measure(doc, amount, whole, after)


def per_each(head: Token | None) -> str | None:
    """What each of several has the counted things: "group" in "each group has around 90 men", "each"
    in "ten groups of 90 men each"; None where they are not counted so."""
    if head is None:
        return None
    if head.dep_ in ("dobj", "obj", "attr", "pobj"):
        verb = next((token for token in head.ancestors if token.pos_ in ("VERB", "AUX")), None)
        subject = subject_of(verb) if verb is not None else None
        if subject is not None and any(
            child.lower_ in ("each", "every") for child in subject.lefts
        ):
            return measures.singular(subject.lower_)
    following = head.doc[head.i + 1 : head.i + 3]
    if not len(following):
        return None
    word, unit = following[0].lower_, following[-1].lower_
    if word in ("each", "apiece") and following[-1].pos_ != "NOUN":
        return "each"
    known = units.by_word().get(unit) if word in ("a", "an", "each", "every", "per") else None
    return known.name if known is not None and known.dimension == "time" else None


def whose_age(draft: Draft, tokens: Run) -> str | None:
    """Whose age a number is: the noun that "34-year-old" describes or follows, or the name before it."""
    root = tokens.root
    opened = tokens.doc[max(0, tokens.start - 3) : tokens.start]
    aged = len(opened) == 3 and opened[1].text == "," and opened[2].lower_ == "aged"
    if aged and opened[0].pos_ == "NOUN":
        return opened[0].lower_  # "the boys, aged 12 to 17,"
    for token in (root, *islice(root.ancestors, 4)):
        if token.pos_ == "PROPN" or (
            token.pos_ == "NOUN" and token.lemma_.lower() not in _AGE_WORDS
        ):
            name = [
                part
                for part in token.doc[token.left_edge.i : token.i + 1]
                if part.pos_ == "PROPN" and part.i >= token.i - 3
            ]
            return "".join(part.text_with_ws for part in name).strip() or token.lower_
        if token.pos_ in ("VERB", "AUX"):
            return name_of(subject_of(token))
    return None


_AGE_WORDS = frozenset(["year", "month", "week", "day", "old", "age", "olds", "yo"])
