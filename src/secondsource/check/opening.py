"""The Checkers of a story, from its folder: one a record, with one language pipeline for all of them."""

from collections.abc import Iterable

from ..model.reading import Reading
from ..model.record import Record
from ..reading.reader import Reader
from ..store.own_lexicon import own_lexicon
from ..store.story import Story
from .check import Checker


class Checkers:
    """Makes Checkers of one story; loads its language pipeline for the first and keeps it."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._reader: Reader | None = None

    def of(self, record: Record, readings: Iterable[Reading]) -> Checker:
        """A Checker of this record, with the story's own lexicon as it is now. Raises PipelineMissing or
        UsageError with what to do."""
        loaded = self._reader.pipeline if self._reader else self._story.pipeline or None
        self._reader = Reader(loaded, lexicon=own_lexicon(self._story))
        return Checker(record, readings, self._reader)
