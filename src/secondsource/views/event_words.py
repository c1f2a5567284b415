"""What the PLOVER types and the statuses are called for people."""

from collections.abc import Sequence

from ..lexicon.kind_words import kind_name
from ..lexicon.stems import stem
from ..model.claim import StoryEvent

_PROMISES = frozenset(map(stem, "promise pledge vow assure assurance guarantee".split()))
"""Words of PLOVER's type "agree" by which one side binds itself and no other agrees."""


def _is_promise(trigger: str) -> bool:
    return any(stem(word) in _PROMISES for word in trigger.split())


def event_words(event_type: str, mode: str | None = None, trigger: str | None = None) -> str:
    """What an event is called for people. `trigger` are its own words, where they are known: "named" is an appointment,
    though PLOVER has it under support."""
    return kind_name(event_type, mode, trigger)


def status_words(status: str, kind: str | None = None) -> str:
    """A status for people: that something was said is "said", that a number is so is "stated"; of a conflict what its sides
    differ in."""
    if status == "happened" and kind == "utterance":
        return "said"
    if status == "happened" and kind == "figure":
        return "stated"
    return _SPOKEN.get(status, status)


_SPOKEN = {
    "negated": "said not to be so",
    "polarity": "so or not so",
    "participants": "who to whom",
}


MUTUAL = frozenset({"consult", "agree", "cooperate"})
"""Types in which both sides do the same."""


def is_mutual(event: StoryEvent) -> bool:
    """Whether nobody has it done to him alone: both sides meet, or fight each other, and an exercise with others is theirs. Who promises does
    so alone."""
    if event.event_type == "agree" and all(_is_promise(each.words) for each in event.mentions):
        return False
    both = bool(event.sources) and set(event.sources) == set(event.targets)
    return both or event.event_type in MUTUAL or event.mode == "exercise"


def who_words(who: Sequence[str], to: Sequence[str]) -> str:
    """Those who take part, with an arrow to those of them to whom it is done; empty if nobody is known. The arrow stands
    also where nobody is known to have done it: a bombing of Kenya is none by Kenya."""
    doing, done_to = ", ".join(name for name in who if name not in to), ", ".join(to)
    return f"{doing} -> {done_to}".lstrip() if done_to else doing
