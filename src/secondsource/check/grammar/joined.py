"""The clauses that a sentence joins, each as a sentence of its own, so that each is held against the record by itself; and what
is pasted along with a sentence and is none of it."""

import re

from spacy.tokens import Doc, Token

from ...lexicon.nationalities import capitals, demonyms
from ..telling.carrying import reports

_LABEL = re.compile(
    r"(?:breaking(?: news)?|just in|update|latest|developing|watch|exclusive|fact|claim|false|true|news|report)\s*[:|–—]\s",
    re.I,
)
"""Labels that people put before what they post (common usage of headlines and social media)."""

_MARK = re.compile(r"[#\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]|https?://\S+")
"""Hash signs, pictures and addresses."""


def without_marks(text: str) -> str:
    """The text with labels at its beginning ("BREAKING:"), hash signs, pictures and addresses blanked out: every other
    character stands where it stood."""
    text = _MARK.sub(lambda found: " " * len(found.group()), text)
    lead = len(text) - len(text.lstrip())
    found = _LABEL.match(text, lead)
    return " " * found.end() + text[found.end() :] if found else text


def clauses_of(doc: Doc) -> tuple[str, ...]:
    """The sentences that a parsed sentence joins ("A did this and B did that"), each with the subject that it shares; the
    sentence itself, as it stands, if it joins none."""
    root = next((token for token in doc if token.head == token), None)
    joined = _joined(root) if root is not None and not reports(root) else []
    if root is None or not joined:
        return (_said_plainly(list(doc)),)
    heads = [root, *joined]
    return tuple(_said_plainly(_clause(head, root, joined)) for head in heads)


def is_of_one(doc: Doc) -> bool:
    """Whether all clauses that a parsed sentence joins are of one subject."""
    root = next((token for token in doc if token.head == token), None)
    joined = _joined(root) if root is not None else []
    return all((one := _subject(verb)) is None or one.tag_ == "PRP" for verb in joined)


def _joined(root: Token) -> list[Token]:
    """The finite verbs that are joined to the main verb, if each can stand alone."""
    if root.pos_ not in ("VERB", "AUX"):
        return []
    found: list[Token] = []
    last = root
    while True:
        verb = next((child for child in last.children if child.dep_ == "conj"), None)
        if verb is None:
            break
        if verb.pos_ not in ("VERB", "AUX") or not _stands_alone(verb, root):
            return []
        found.append(verb)
        last = verb
    found += [
        child
        for child in root.children
        if child.dep_ == "advcl"
        and _subject(child) is not None
        and any(one.dep_ == "mark" and one.lower_ in _BESIDE for one in child.children)
    ]
    # "Seized and sold the boats": what the first did it to stands with the second.
    is_whole = _subject(root) is not None and _has_rest(root, found)
    return found if is_whole and len(found) < MOST_CLAUSES else []


MOST_CLAUSES = 6
"""Clauses up to which a sentence is taken apart: what joins more is a list, and each would be asked about by itself."""

_POINTING = frozenset("it this that these those which there".split())
_BESIDE = frozenset({"while", "whereas"})


def _subject(verb: Token) -> Token | None:
    return next((one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")), None)


def _helpers(verb: Token) -> list[Token]:
    return [one for one in verb.children if one.dep_ in ("aux", "auxpass")]


def _stands_alone(verb: Token, root: Token) -> bool:
    subject = _subject(verb)
    if subject is not None:
        # What "it" stands for is more than the grammar of one sentence tells.
        return subject.lower_ not in _POINTING
    if _helpers(verb):
        return True
    return verb.tag_ in ("VBD", "VBZ", "VBP") or verb.tag_ == root.tag_


def _has_rest(root: Token, joined: list[Token]) -> bool:
    """Whether something stands with the main verb that no other clause has."""
    return any(
        child.i > root.i
        and child not in joined
        and child.dep_ not in ("conj", "cc", "punct", "prt", "advmod")
        for child in root.children
    )


def _clause(head: Token, root: Token, joined: list[Token]) -> list[Token]:
    """The tokens of one clause in their order, with the subject (and what helps the verb) of the first where it has none."""
    others = [one for one in (root, *joined) if one is not head and one in head.subtree]
    away = {token.i for one in others for token in one.subtree}
    own = [
        token
        for token in head.subtree
        if token.i not in away
        and not (token.head == head and token.dep_ in ("cc", "mark") and token.i != head.i)
        and not (token.head == head and token.dep_ == "punct")
    ]
    if head is root:
        return own
    subject, shared = _subject(head), _subject(root)
    if shared is None or (subject is not None and subject.tag_ != "PRP"):
        return own
    lead = [token for token in shared.subtree if token.i not in away]
    if subject is not None:
        return [token for one in own for token in (lead if one == subject else [one])]
    if not _helpers(head) and head.tag_ in ("VB", "VBN", "VBG"):
        lead = [*lead, *_helpers(root)]
    return [*lead, *own]


def _said_plainly(tokens: list[Token]) -> str:
    """The words of these tokens as a sentence, with the name of a capital that is only described ("the Swedish capital")."""
    words = ""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        is_gap = following is not None and following.i != token.i + 1
        words += token.text + (" " if token.whitespace_ or is_gap else "")
    text = _CAPITAL.sub(_capital_meant, words.strip())
    return text if len(tokens) == len(tokens[0].doc) else f"{text.rstrip(' ,;')}."


_CAPITAL = re.compile(r"\bthe ([A-Z][a-z]+) capital\b(?! city of| of)(?: city)?")


def _capital_meant(found: re.Match[str]) -> str:
    nation = demonyms().get(found.group(1))
    towns = sorted(name for name, of in capitals().items() if nation and of.code == nation.code)
    # Of several names for one seat of government none is better than the words themselves.
    return towns[0] if len(towns) == 1 else found.group()
