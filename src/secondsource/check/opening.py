"""The Checkers of a story, from its folder: one a record, with one language pipeline for all of them."""

from ..reading.reader import Reader
from ..store.own_lexicon import own_lexicon
from ..store.pages import Snapshot
from ..store.story import Story
from .check import Checker
from .shelves.shelf import Shelf
from .shelves.shelving import ClaimsIn, kept_shelf


class Checkers:
    """Makes Checkers of one story; loads its language pipeline for the first and keeps it, and what was shelved of the
    record for as long as there is no newer one."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._reader: Reader | None = None
        self._shelf: tuple[str, Shelf] | None = None

    def of(self, snapshot: Snapshot) -> Checker:
        """A Checker of the record in this snapshot, good while that is open, with the story's own lexicon as it
        is now. Raises PipelineMissing or UsageError with what to do."""
        loaded = self._reader.pipeline if self._reader else self._story.pipeline or None
        self._reader = Reader(loaded, lexicon=own_lexicon(self._story))
        if self._shelf is None or self._shelf[0] != snapshot.made_from:
            self._shelf = None  # two of them at once may be more than the machine holds
            self._shelf = snapshot.made_from, kept_shelf(self._story, snapshot)
        shelf = self._shelf[1].with_claims(ClaimsIn(snapshot))
        return Checker.on(shelf, self._reader)
