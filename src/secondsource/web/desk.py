"""What takes time: the whole record read from the store, a text held against it, the record compared with an
earlier one, the places of a map. All of it runs in the thread of `work`, one after the other."""

from collections import Counter
from hashlib import sha256

import msgspec

from ..build.known import known_before
from ..check import Checked, Verdict
from ..check.opening import Checkers
from ..errors import UsageError
from ..model.claim import StoryEvent
from ..model.record import EMPTY, Record
from ..model.value import Value
from ..store.pages import Snapshot
from ..store.story import Story
from ..views.known import known_words
from ..views.map import Spot, spots_of, unresolved
from ..views.since import Since, since
from .work import Key

MOST_TEXT = 20_000
"""Characters of the longest text that is checked at once; some ten pages."""

VERDICTS: dict[Verdict, str] = {
    "supported": "Reports tell of it.",
    "contested": "The reports have it otherwise, or cannot all be so.",
    "only said": "Only somebody who is quoted says so.",
    "never happened": "It was planned, threatened, demanded or denied; no report says that it came about.",
    "unknown": "No report tells of it. That does not make it false.",
}


class CheckedText(Value, frozen=True):
    """A text with what the record has of each of its sentences. `published` is the ISO day on which it
    was written, if given; `as_of` is the day of the record; `counts` says how many sentences have which
    verdict."""

    text: str
    published: str | None
    as_of: str | None
    sentences: tuple[Checked, ...]
    counts: dict[str, int]


class SinceKnown(Value, frozen=True):
    """What is new since a point; `known` says up to which day articles count as known before it, and by
    what."""

    known: str
    since: Since


class Places(Value, frozen=True):
    """The places of a story's events on the globe, and how many events lie at places that could not be
    resolved."""

    spots: tuple[Spot, ...]
    left_out: int


class Desk:
    """Answers of one story. Keeps what checks against the record, from the first time that it is asked for until
    there is a newer record."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._checkers = Checkers(story)

    def check(self, text: str, published: str | None) -> CheckedText:
        """A text held against the record as it is now. Raises UsageError for a day that is none."""
        snapshot = Snapshot(self._story.database)
        try:
            as_of = snapshot.as_of
            sentences = tuple(self._checkers.of(snapshot).check(text, published))
        except ValueError as error:
            raise UsageError(f"{published} is no ISO day; write it as 2024-03-05") from error
        finally:
            snapshot.close()
        counts = Counter(sentence.verdict for sentence in sentences)
        return CheckedText(
            text=text,
            published=published,
            as_of=as_of,
            sentences=sentences,
            counts={verdict: counts[verdict] for verdict in VERDICTS},
        )

    def since(self, point: str) -> SinceKnown:
        """What is new since an ISO day or an article. Raises UsageError for any other point."""
        with self._story.store() as store:
            before, known, day = known_before(self._story, store, point)
            record = store.record()
        words = known_words(day, known.by_capture, known.by_date, known.undated, known.later)
        return SinceKnown(known=words, since=since(before, record, point))

    def places(self) -> Places:
        """Where it happened."""
        snapshot = Snapshot(self._story.database)
        try:
            events = tuple(snapshot.all(StoryEvent))
            wanted = {event.place.id for event in events if event.place}
            places = {place.id: place for place in snapshot.places() if place.id in wanted}
            record = _of_events(events, snapshot)
        finally:
            snapshot.close()
        return Places(spots=spots_of(record, places), left_out=unresolved(record, places))


def key_of_text(made_from: str, text: str, published: str | None) -> Key:
    """What a checked text is known by, also to those who are given its address."""
    digest = sha256("\0".join((made_from, published or "", text)).encode("utf-8", "replace"))
    return ("check", digest.hexdigest()[:32])


def _of_events(events: tuple[StoryEvent, ...], snapshot: Snapshot) -> Record:
    """A record of nothing but these events."""
    return msgspec.structs.replace(
        EMPTY,
        events=events,
        as_of=snapshot.as_of,
        pipeline=snapshot.pipeline,
    )
