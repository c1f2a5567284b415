"""Small words that turn what a sentence tells, and how a source has them: with or without, before or after, which minister, who
sells and who buys."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ...lexicon.stems import stem
from ..telling.kin import word_kin
from .clauses import Ties, have_other_parts


def turned(asked: Doc, told: Doc, ties: Ties) -> tuple[str, ...]:
    """What the sentence says by such words and the source says otherwise."""
    return (
        *_other_company(asked, told),
        *_other_order(asked, told),
        *_other_offices(asked, told),
        *_other_side(asked, told, ties),
    )


_APART = frozenset("without excluding except minus".split())
_TOGETHER = frozenset("with including".split())


def _other_company(asked: Doc, told: Doc) -> Iterator[str]:
    """With whom or what it is told, where the source has it without, or the other way round."""
    for ours, theirs in ((_TOGETHER, _APART), (_APART, _TOGETHER)):
        for token in _after_any(asked, ours):
            same = [one for one in told if _is_same(token, one)]
            if same and all(_over(one) in theirs for one in same):
                yield f"{_over(token)} {token.text}"


_BEFORE = frozenset("before until till preceding".split())
_AFTER = frozenset("after since following once".split())


def _other_order(asked: Doc, told: Doc) -> Iterator[str]:
    """Before what it was, where the source has it after that, or the other way round."""
    for ours, theirs in ((_BEFORE, _AFTER), (_AFTER, _BEFORE)):
        for token in _after_any(asked, ours):
            same = [one for one in told if _is_same(token, one)]
            ties = {_over(one) for one in same}
            if ties & theirs and not ties & ours:
                yield f"{_over(token)} {token.text}"


def _after_any(doc: Doc, words: frozenset[str]) -> Iterator[Token]:
    return (token for token in doc if _over(token) in words)


def _over(token: Token) -> str:
    """The preposition or conjunction that a noun, a number or the verb of a clause stands after; else nothing."""
    if token.dep_ in ("pobj", "pcomp"):
        return token.head.lower_
    if token.dep_ == "conj" and token.head.dep_ in ("pobj", "pcomp"):
        return token.head.head.lower_
    if token.dep_ == "advcl":
        return next((one.lower_ for one in token.children if one.dep_ == "mark"), "")
    return ""


def _is_same(one: Token, other: Token) -> bool:
    return stem(one.lower_) == stem(other.lower_) or (
        one.pos_ == other.pos_ != "PROPN" and bool(word_kin(one.lower_) & word_kin(other.lower_))
    )


_OFFICES = {
    **dict.fromkeys("minister ministers ministry ministries".split(), "minister"),
    **dict.fromkeys("secretary secretaries".split(), "secretary"),
    **dict.fromkeys("director directors".split(), "director"),
    **dict.fromkeys("president presidents".split(), "president"),
    **dict.fromkeys("commander commanders".split(), "commander"),
    **dict.fromkeys("chancellor chancellors".split(), "chancellor"),
}
"""Nouns of offices of which there are several: by the noun that they are compared by."""

_PORTFOLIO = {
    word: words.split()[0]
    for words in (
        "foreign external exterior",
        "defense defence",
        "interior home",
        "finance treasury",
        "trade commerce",
        "state",
        "prime",
        *"justice health transport fisheries energy agriculture labour labor education environment economy information".split(),
    )
    for word in words.split()
}
"""What says which minister or secretary it is, by the word that it is compared by."""

_RANKS = frozenset("deputy vice assistant".split())
"""What makes an office that of somebody below."""


def _other_offices(asked: Doc, told: Doc) -> Iterator[str]:
    """The office that a sentence names, where the source has offices of that kind, all for other matters or of other ranks."""
    for token in asked:
        office = _OFFICES.get(token.lower_)
        if office is None:
            continue
        others = [one for one in told if _OFFICES.get(one.lower_) == office]
        matter = _matter(token)
        matters = {_matter(one) for one in others} - {None}
        if matter and matters and matter not in matters:
            yield f"{matter} {token.text}"
        elif others and all(_is_below(one) != _is_below(token) for one in others):
            yield f"{'deputy ' if _is_below(token) else ''}{token.text}"


def _matter(office: Token) -> str | None:
    near = [one for one in office.lefts if one.dep_ in ("amod", "compound", "nmod")]
    if _OFFICES[office.lower_] == "secretary":
        # A minister of state is one of any matter.
        near += [one for each in office.children if each.lower_ == "of" for one in each.children]
    before = office.doc[office.i - 1] if office.i else None
    found = (_PORTFOLIO.get(one.lower_) for one in (*near, *([before] if before else [])))
    return next((matter for matter in found if matter), None)


def _is_below(office: Token) -> bool:
    words = office.doc[max(0, office.i - 3) : office.i]
    return any(one.lower_ in _RANKS for one in words)


_SIDES = tuple(
    (frozenset(ours.split()), frozenset(theirs.split()))
    for ours, theirs in (
        ("buy purchase", "sell"),
        ("buyer", "seller"),
        ("import", "export"),
        ("importer", "exporter"),
        ("lend", "borrow"),
        ("pay", "charge"),
        ("give send deliver", "receive"),
        ("give", "take"),
        ("win", "lose"),
    )
)
"""Verbs and nouns, as they stand in a dictionary, for the two sides of one deal."""


def _other_side(asked: Doc, told: Doc, ties: Ties) -> Iterator[str]:
    """The word for one side of a deal, where the source has that for the other side of the same people."""
    words = {token.lemma_.lower() for token in told}
    nouns = {word.removesuffix("er") for word in words}
    for ours, theirs in (*_SIDES, *(pair[::-1] for pair in _SIDES)):
        for token in asked:
            if token.lemma_.lower() not in ours or ours & words:
                continue
            if token.pos_ == "VERB" and ours & nouns:
                # Who exports is an exporter.
                continue
            there = [one for one in told if one.lemma_.lower() in theirs]
            if there and not any(have_other_parts(token, one, ties) for one in there):
                yield token.text
