"""Documents that speak: which one "the report" takes up, and who issued it."""

import re

from .room import BODY_KINDS, COUNTRY_KINDS, Room, Spoken, country_of


def earlier_document(room: Room, head: int, tokens: range) -> Spoken | None:
    """The document that "the report" takes up: the last one to speak whose noun it is, if that one is
    placed or described more closely and has all words of the phrase."""
    grid = room.grid
    noun = grid.lemma[head].lower()
    words = {grid.lower[i] for i in tokens if i < head and grid.tag[i] not in {"DT", "POS"}}
    for _, spoken in reversed(room.past):
        voice = spoken.voice
        if voice.kind == "document" and voice.name and noun in described_as(voice.name):
            if not words <= set(voice.name.lower().split()):
                return None
            return spoken if len(voice.name.split()) > 1 or voice.affiliation else None
    return None


def publisher(room: Room, head: int, tokens: range) -> tuple[str | None, str | None]:
    """The entity and the name of the body that a document is said to be by: "a summary published by the
    Kenyan treasury"."""
    for index in tokens:
        if index > head and room.grid.lower[index] in {"by", "from"}:
            for later in range(index + 1, tokens[-1] + 1):
                mention = room.at.get(later)
                if mention is not None and mention.kind in BODY_KINDS | COUNTRY_KINDS:
                    return mention.entity, country_of(mention.name) or mention.name
    return None, None


_AFTER_NOUN = re.compile(
    r"[,;:(–—]|\s-+\s|\b(?:of|for|from|in|at|on|with|to|who|whom|whose|that|which|near|by|led)\b"
)


def described_as(description: str) -> set[str]:
    """The nouns that a description says its people are, as written and without the mark of the plural:
    "a senior official of the ministry" -> official. Bodies before and after them are left out."""
    found: set[str] = set()
    for part in re.split(r"\band\b", _AFTER_NOUN.split(description.lower(), maxsplit=1)[0]):
        words = part.split()
        if words:
            found |= {words[-1], words[-1].removesuffix("s")}
    return found
