"""Whose currency it is, where several states have one of that name."""

import re
from dataclasses import replace

from ...lexicon.shared_currencies import ORDINARY, currency_of, lands_of_word
from ..tokens import Run
from .single import Amount

_WORD = re.compile(r"[ \u00a0-]?([A-Za-z]+)")
_LAST = re.compile(r"([A-Za-z]+)$")


def with_land(text: str, tokens: Run, amount: Amount) -> Amount:
    """An amount in dinars, pesos or another currency whose name states share, in that of the state which the text
    names; a number before such a word is one of money as soon as a state is named."""
    if amount.dimension == "currency" and not amount.prefixed:
        match = _LAST.search(text, amount.number[1], amount.end)
        word = match[1].lower() if match else ""
        bare = match is not None and not text[amount.number[1] : match.start()].strip(" \u00a0-")
        if not bare or word not in lands_of_word():
            return amount
        code = currency_of(word, text, amount.end, _sentence(tokens))
        return replace(amount, unit=code) if code else amount
    if amount.dimension != "count" or amount.unit is not None:
        return amount
    match = _WORD.match(text, amount.number[1])
    word = match[1].lower() if match else ""
    if match is None or word in ORDINARY or word not in lands_of_word():
        return amount
    code = currency_of(word, text, amount.end, _sentence(tokens))
    if code is None:
        return amount
    return replace(amount, end=max(amount.end, match.end()), unit=code, dimension="currency")


def _sentence(tokens: Run) -> tuple[int, int]:
    """Code points of the sentence in which the number stands."""
    return tokens.sent.start_char, tokens.sent.end_char
