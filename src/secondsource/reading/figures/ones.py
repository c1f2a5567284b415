"""Whether "one" counts, rather than being a pronoun or part of an idiom."""

import re

from ..tokens import Run

_ONE_IDIOMS = frozenset(
    "another day hand side point thing way time level sense word step moment end place reason such"
    " respect of by on who that which is was has had can could may might would should will must and or to"
    " in the it ' ’ or-two key big major last".split()
)
_ONE_BEFORE = frozenset(
    "no not any this that the every each some which another only next last first other big new old good bad"
    " great such a as square number day long right wrong easy tough difficult better latest current former"
    " same".split()
)


def one_counts(text: str, tokens: Run) -> bool:
    """Whether a bare "one" of a text is a number of what is counted."""
    token = tokens[0]
    following = tokens.doc[tokens.end].lower_ if tokens.end < len(tokens.doc) else ""
    previous = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    if previous not in _ONE_BEFORE and _one_of_places(text, tokens):
        return True
    if previous in _ONE_BEFORE or following in _ONE_IDIOMS:
        return False
    if following == "more":
        return True
    if following == "-" or (previous == "between" and _and_the_next(text, tokens)):
        return False
    return (
        token.dep_ == "nummod"
        and token.head.pos_ in ("NOUN", "PROPN", "ADJ")
        and token.head.i > token.i
    )


_PLACE_BEFORE = re.compile(
    r"(?<!\w)(?P<where>in|at|near|from)[ \u00a0](?:the[ \u00a0])?[A-Z][\w'’.]*(?:[ \u00a0-][A-Z][\w'’.]*)*(?:,|,? and)[ \u00a0]$"
)


def _one_of_places(text: str, tokens: Run) -> bool:
    """Whether "one" is the number of the last of several places: "two died in Sarn and one in Bel"."""
    before = _PLACE_BEFORE.search(text, max(0, tokens.start_char - 60), tokens.start_char)
    after = before and re.compile(rf"[ \u00a0]{before['where']}[ \u00a0](?:the[ \u00a0])?[A-Z]")
    return bool(after and after.match(text, tokens.end_char))


def _and_the_next(text: str, tokens: Run) -> bool:
    rest = text[tokens.end_char : tokens.end_char + 40]
    return re.match(r"[^,.;]* and (?:the next|the other|another|the following)\b", rest) is not None
