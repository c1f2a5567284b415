"""What was agreed, promised or given, as far as words behind a deed tell it: how much, and to do or not to do."""

import re

_MONEY = re.compile(
    r"[$£€¥]\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)[\s-]?"
    r"(?P<size>trillion|tn|billion|bn|b|million|mn|m|thousand|k)?\b",
    re.IGNORECASE,
)
_SIZES = {"tr": 1e12, "tn": 1e12, "th": 1e3, "b": 1e9, "m": 1e6, "k": 1e3}
_NEXT_CLAUSE = re.compile(r"[;.]\s|\b(?:and|but|which|who)\b")
_NOT_TO = re.compile(r"(?: \w+){0,2} not to\b")


def is_to_refrain(after: str) -> bool:
    """Whether the words after a deed say that something be not done: "agreed not to sail"."""
    return bool(_NOT_TO.match(after))


def first_sum(after: str) -> frozenset[float]:
    """The first sum of money in the words after a deed, before the next clause, in units of its currency;
    empty if there is none."""
    found = _MONEY.search(_NEXT_CLAUSE.split(after)[0])
    return _worth(found) if found else frozenset()


def last_sum(before: str) -> frozenset[float]:
    """The last sum of money in the words before a deed, after the last clause begins; empty if there is none."""
    found = list(_MONEY.finditer(_NEXT_CLAUSE.split(before)[-1]))
    return _worth(found[-1]) if found else frozenset()


def _worth(found: re.Match[str]) -> frozenset[float]:
    size = (found["size"] or "").casefold()
    times = _SIZES.get(size[:2], _SIZES.get(size[:1], 1.0))
    return frozenset({float(found["number"].replace(",", "")) * times})
