"""What the place of an event is called for people: troops near a land are not in it."""

import re
from functools import lru_cache

from ..model.claim import StoryEvent

_NEAR = r"(?:near|outside|around|alongside|along|close to|next to|bordering|off|on)"
_INSIDE = r"(?:in|into|inside|within|across|throughout)"


def place_words(event: StoryEvent) -> str | None:
    """The name of the place; with "near" before it where the reports have it near the place or at its
    border, and none has it inside. None if no place is known."""
    if event.place is None:
        return None
    near, inside = _patterns(event.place.name)
    sentences = [mention.sentence.words for mention in event.mentions]
    is_near = any(near.search(words) for words in sentences)
    is_inside = any(inside.search(words) for words in sentences)
    return f"near {event.place.name}" if is_near and not is_inside else event.place.name


@lru_cache(maxsize=10_000)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where words say "near" of a place, with a name alone or its border or coast, and where "in"."""
    place = rf"{re.escape(name)}(?!\w)"
    edge = r"(?:borders?|frontiers?|coasts?|shores?|boundary)"
    sides = r"(?:[\w-]+\s+){0,2}"
    near = (
        rf"\b(?:near|outside|around|alongside|along|close to|next to|bordering)\s+(?:the\s+)?{place}(?!['’]s)"
        rf"|\b{_NEAR}\s+(?:the\s+)?{place}['’]s?\s+{sides}{edge}\b"
        rf"|\b{_NEAR}\s+(?:the\s+|its\s+)?{sides}{edge}\s+(?:with|of)\s+(?:the\s+)?{place}"
    )
    inside = rf"\b{_INSIDE}\s+(?:the\s+)?{sides}{place}(?!['’]s?\s+{sides}{edge})"
    return re.compile(near, re.IGNORECASE), re.compile(inside, re.IGNORECASE)
