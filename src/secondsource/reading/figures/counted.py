"""What a number counts: the noun, whose it is, where, as of when, and how firm the number is."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from ...lexicon import nationalities
from ...model.figure import Nature
from ...model.mention import Time
from ..draft import Draft
from .amounts import Amount


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a number counts, its first and last token, and the phrase in lower case."""

    head: Token | None
    phrase: str | None
    of: str | None


_SKIPPED = frozenset(
    [
        "more",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "such",
        "different",
        "separate",
        "new",
        "total",
        "of",
        "the",
        "a",
        "an",
    ]
)
_CLASSIFIERS = frozenset(
    [
        "round",
        "session",
        "series",
        "set",
        "batch",
        "shipment",
        "piece",
        "pair",
        "group",
        "case",
        "member",
        "type",
        "kind",
        "wave",
        "string",
        "package",
        "team",
        "crew",
        "unit",
        "tranche",
        "act",
        "instance",
        "count",
        "charge",
        "line",
        "lot",
        "load",
        "squadron",
        "battery",
        "division",
        "article",
        "page",
        "copy",
        "box",
        "can",
        "bottle",
    ]
)
_PARTICIPLES = {
    "kill": "killed",
    "die": "dead",
    "wound": "wounded",
    "injure": "injured",
    "hurt": "hurt",
    "arrest": "arrested",
    "detain": "detained",
    "displace": "displaced",
    "evacuate": "evacuated",
    "execute": "executed",
    "abduct": "abducted",
    "kidnap": "kidnapped",
    "capture": "captured",
    "rescue": "rescued",
    "hospitalize": "hospitalized",
    "hospitalise": "hospitalised",
    "infect": "infected",
    "sanction": "sanctioned",
    "deport": "deported",
    "expel": "expelled",
    "release": "released",
}
_NOUNLIKE = frozenset(
    {
        "dead",
        "wounded",
        "injured",
        "missing",
        "killed",
        "hurt",
        "homeless",
        "detained",
        "arrested",
        "displaced",
    }
)


def number_tokens(draft: Draft, amount: Amount) -> Tokens | None:
    """The tokens of the number itself."""
    return draft.doc.char_span(*amount.number, alignment_mode="expand")


def counted(draft: Draft, amount: Amount) -> Counted:
    """What the number counts, as the text next to it and the parse say."""
    doc = draft.doc
    tokens = number_tokens(draft, amount)
    if not tokens:
        return Counted(None, None, None)
    whole = doc.char_span(amount.start, amount.end, alignment_mode="expand") or tokens
    after = max(tokens.end, whole.end)
    sentence_end = tokens.sent.end
    head = _head_after(doc[after:sentence_end], tokens)
    start = after
    if head is None:
        following = doc[after] if after < sentence_end else None
        if following is not None and following.lower_ in ("of", "in"):
            head = _object_of(following)
            start = following.i + 1
            if head is not None and following.lower_ == "in" and amount.dimension != "currency":
                head = None
    if head is None:
        return _without_noun(draft, amount, tokens, after)
    owner, first = _owner(doc[start : head.i])
    if owner is None:
        owner = _possessor(head)
    words = [
        token
        for token in doc[first : head.i + 1]
        if token.lower_ not in _SKIPPED or token.i == head.i
    ]
    words = _without_leading(words)
    phrase = _joined(words)
    if head.lemma_.lower() in _CLASSIFIERS:
        inner = next(
            (child for child in head.children if child.lower_ == "of" and child.i == head.i + 1),
            None,
        )
        noun = _object_of(inner) if inner is not None else None
        if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i - head.i < 6:
            pieces = [token for token in doc[head.i + 2 : noun.i + 1] if token.pos_ != "DET"]
            phrase = f"{phrase} of {_joined(pieces)}"
    return Counted(head, phrase or None, owner)


def whose_age(draft: Draft, tokens: Tokens) -> str | None:
    """Whose age a number is: the noun that "34-year-old" describes or follows, or the name before it."""
    root = tokens.root
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
            subject = _subject(token)
            named = subject is not None and subject.pos_ in ("NOUN", "PROPN")
            return subject.text if subject is not None and named else None
    return None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)


_AGE_WORDS = frozenset(["year", "month", "week", "day", "old", "age", "olds", "yo"])


def _joined(words: list[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip().lower()


def _without_leading(words: list[Token]) -> list[Token]:
    while words and (words[0].is_punct or words[0].pos_ in ("DET", "PRON", "PART")):
        words = words[1:]
    return words


def _head_after(following: Tokens, number: Tokens) -> Token | None:
    """The noun that follows a number in the same noun phrase."""
    root = number.root
    if (
        root.dep_ in ("nummod", "amod", "compound", "quantmod", "nmod")
        and root.head.i >= number.end
    ):
        noun = root.head
        between = noun.doc[number.end : noun.i]
        if (
            noun.pos_ in ("NOUN", "PROPN")
            and noun.i - number.end < 8
            and not any(
                token.pos_ in ("ADP", "VERB", "AUX") and token.tag_ not in ("VBN", "VBG")
                for token in between
            )
            and not any(token.text in (",", ";", "(", ")") for token in between[:1])
        ):
            return noun
    head = None
    for token in following[:8]:
        if token.lower_ in _NOUNLIKE and token.pos_ in ("ADJ", "VERB", "NOUN"):
            following_token = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
            if following_token is None or following_token.pos_ not in ("NOUN", "PROPN"):
                return token
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            if token.dep_ not in ("compound", "nmod", "amod", "poss") and not (
                token.i + 1 < len(token.doc) and token.nbor().text == "-"
            ):
                break
        elif head is not None and token.pos_ not in ("PUNCT", "PART"):
            break
        elif token.pos_ in ("ADJ", "ADV", "NUM") or token.tag_ in ("VBN", "VBG", "HYPH"):
            continue
        else:
            break
    return head


def _object_of(preposition: Token) -> Token | None:
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _owner(between: Tokens) -> tuple[str | None, int]:
    """Country of a nationality adjective among the words before a noun, and where the rest starts."""
    for token in between:
        nation = nationalities.demonyms().get(token.text) or (
            nationalities.countries().get(token.text) if token.pos_ == "PROPN" else None
        )
        if (
            nation is not None
            and not (token.i + 1 < len(token.doc) and token.nbor().text in ("-", "'s", "’s"))
            and (token.i == between.start or token.i - between.start < 3)
        ):
            return nation.name, token.i + 1
    return None, between.start


def _possessor(head: Token) -> str | None:
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            words = [token for token in child.subtree if token.dep_ != "case"]
            name = "".join(token.text_with_ws for token in words).strip()
            return country_or(name)
    return None


def country_or(name: str) -> str:
    """The common name of the country if the name is one, else the name without its article."""
    plain = re.sub(r"^(?:the|The) ", "", name)
    nation = nationalities.countries().get(plain) or nationalities.demonyms().get(plain)
    return nation.name if nation else plain


def _without_noun(draft: Draft, amount: Amount, tokens: Tokens, after: int) -> Counted:
    """A number that stands for a noun: "killing 12", "12 were arrested", "the toll rose to 12"."""
    root = tokens.root
    governor = root.head
    phrase = None
    if root.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj", "attr", "obj"):
        verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
        phrase = _PARTICIPLES.get(verb.lemma_.lower()) if root.dep_ != "pobj" else None
        if phrase is None and root.dep_ == "nsubjpass" and verb.tag_ == "VBN":
            phrase = verb.lower_
        if (
            phrase is None
            and verb.pos_ in ("VERB", "AUX")
            and root.dep_ in ("pobj", "dobj", "attr")
        ):
            subject = next(
                (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None
            )
            if subject is not None and subject.pos_ == "NOUN" and verb.lemma_.lower() in _CHANGES:
                words = [token for token in subject.lefts if token.dep_ in ("compound", "amod")]
                return Counted(subject, _joined([*words, subject]), _possessor(subject))
    return Counted(None, phrase, None)


_CHANGES = frozenset(
    [
        "be",
        "rise",
        "fall",
        "reach",
        "grow",
        "increase",
        "decrease",
        "climb",
        "drop",
        "jump",
        "stand",
        "total",
        "exceed",
        "surpass",
        "hit",
        "slip",
        "surge",
        "plunge",
        "sink",
        "soar",
        "decline",
        "shrink",
        "edge",
        "number",
        "cost",
        "average",
        "remain",
        "come",
        "stay",
        "double",
        "top",
        "dip",
        "ease",
        "slow",
        "widen",
        "narrow",
        "swell",
    ]
)

_PLACE_PREPOSITIONS = frozenset(
    [
        "near",
        "along",
        "at",
        "in",
        "on",
        "inside",
        "across",
        "around",
        "outside",
        "throughout",
        "within",
        "by",
        "beside",
        "close",
        "north",
        "south",
        "east",
        "west",
    ]
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PLACE_NOUNS = frozenset(
    [
        "border",
        "frontier",
        "city",
        "town",
        "village",
        "region",
        "province",
        "district",
        "country",
        "capital",
        "area",
        "zone",
        "camp",
        "base",
        "island",
        "front",
        "line",
        "coast",
        "sea",
        "river",
        "airport",
        "port",
        "square",
    ]
)


def where(draft: Draft, head: Token | None, tokens: Tokens) -> str | None:
    """The words of the place at which the counted things are; null if none is attached."""
    root = head if head is not None else tokens.root
    spans = [draft.locate(place.citation) for place in draft.places]
    governors = [root]
    verb = _verb_of(root)
    if verb is not None:
        governors.append(verb)
    for governor in governors:
        for child in governor.children:
            if child.dep_ != "prep" or child.i < root.i or child.lower_ not in _PLACE_PREPOSITIONS:
                continue
            inner = list(child.subtree)
            if any(token.pos_ in ("VERB", "AUX") for token in inner):
                continue
            first, last = inner[0], inner[-1]
            if last.i - first.i > 14:
                continue
            named = any(token.ent_type_ in _PLACE_LABELS for token in inner) or any(
                start < last.idx + len(last) and first.idx < end for start, end in spans
            )
            noun = _object_of(child)
            if named or (noun is not None and noun.lemma_.lower() in _PLACE_NOUNS):
                return draft.doc.text[first.idx : last.idx + len(last)].strip(" ,.;")
    return None


def _verb_of(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


_BACK = re.compile(
    r"(?:up|down|compared (?:with|to)|(?:rose|risen|rise|grew|grown|fell|fallen|increased?|dropped|jumped|climbed)) from\s+(?:an? )?(?:estimated )?$"
)


def as_of(draft: Draft, head: Token | None, tokens: Tokens, amount: Amount) -> str | None:
    """The ISO day or EDTF date that an absolute time gives the number, `time:<id>` of a Time that depends on
    something else, null without any."""
    root = head if head is not None else tokens.root
    verb = _verb_of(root)
    for time in draft.times:
        if time.type not in ("DATE", "TIME"):
            continue
        start, end = draft.locate(time.citation)
        sentence = tokens.sent
        if end <= sentence.start_char or start >= sentence.end_char:
            continue
        span = draft.doc.char_span(start, end, alignment_mode="expand")
        if not span:
            continue
        chain = [span.root, *span.root.ancestors][:4]
        at = next(
            (token for token in chain if token.i in (root.i, verb.i if verb is not None else -1)),
            None,
        )
        if at is None:
            continue
        between = chain[: chain.index(at)]
        if any(token.pos_ in ("VERB", "AUX") for token in between):
            continue
        return _named(time)
    return None


def _named(time: Time) -> str:
    if time.rule.startswith("date(") and time.value and time.anchor is None:
        return time.value
    return f"time:{time.id}"


_PLANNING = frozenset(
    [
        "plan",
        "intend",
        "aim",
        "pledge",
        "promise",
        "vow",
        "offer",
        "propose",
        "agree",
        "decide",
        "prepare",
        "order",
        "want",
        "seek",
        "hope",
        "schedule",
        "commit",
        "set",
        "approve",
        "request",
        "demand",
        "ask",
        "consider",
        "announce",
        "target",
    ]
)
_PROJECTING = frozenset(
    ["project", "expect", "forecast", "predict", "anticipate", "foresee", "envisage", "envision"]
)
_ESTIMATING = frozenset(
    ["estimate", "believe", "think", "reckon", "guess", "suspect", "assess", "put"]
)
_MODALS = {
    "could": "projected",
    "may": "projected",
    "might": "projected",
    "would": "projected",
    "can": "projected",
}


@cache
def _finite() -> frozenset[str]:
    return frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp", "acl"})


def nature(draft: Draft, tokens: Tokens, amount: Amount) -> Nature:
    """How firm the number is: measured unless a word over it says estimated, planned or projected."""
    if amount.estimated:
        return "estimated"
    previous = tokens.root
    for token in islice(tokens.root.ancestors, 8):
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            auxiliaries = [child for child in token.children if child.dep_ in ("aux", "auxpass")]
            modal = next((child.lower_ for child in auxiliaries if child.tag_ == "MD"), None)
            if lemma in _PROJECTING:
                return "projected"
            if modal in _MODALS and previous.dep_ not in ("ccomp",):
                return "projected"
            if modal in ("will", "'ll", "’ll", "shall") and previous.dep_ != "ccomp":
                return "planned"
            if lemma in _PLANNING and (
                previous.dep_ in ("xcomp", "ccomp")
                or lemma in ("plan", "pledge", "promise", "propose", "offer", "request", "seek")
            ):
                return "planned"
            if lemma in ("estimate", "reckon", "guess") or (
                lemma in ("believe", "think") and token.tag_ in ("VBN", "VBP", "VBZ")
            ):
                return "estimated"
        elif token.pos_ == "NOUN" and previous.dep_ in ("acl", "prep", "ccomp", "relcl"):
            if lemma in ("plan", "proposal", "pledge", "request", "goal", "target", "promise"):
                return "planned"
            if lemma in ("forecast", "projection", "prediction"):
                return "projected"
            if lemma == "estimate":
                return "estimated"
        previous = token
    return "measured"
