"""The newest finished record of a story, kept up while another process may be writing the next one."""

import gc
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..errors import SecondsourceError
from ..model.claim import StoryEvent, Utterance
from ..store.location import Location, last_write
from ..store.pages import Snapshot
from .index import Index
from .indexing import make_index

LOOK_EVERY = 1.0
"""Seconds between two looks at whether the story was written."""

RENEW_AFTER = 600
"""Looks after which the sight is taken anew though nothing was written: one that stays open for hours keeps a server from
clearing away what the writers of other stories replaced."""


@dataclass
class Sight:
    """One record: the snapshot that items are read from and the index that belongs to it."""

    snapshot: Snapshot
    index: Index

    def clusters(self, ids: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Of these ids those of events and utterances, each with the ids of its mentions."""
        for event in self.snapshot.some(StoryEvent, ids):
            yield event.id, tuple(mention.id for mention in event.mentions)
        for utterance in self.snapshot.some(Utterance, ids):
            yield utterance.id, tuple(statement.id for statement in utterance.statements)


class Current:
    """Holds the newest finished record. `sight` never waits for a build: while a new record is being
    indexed, the one before it is shown."""

    def __init__(self, location: Location) -> None:
        """Reads the record there once. Raises what `Snapshot` raises."""
        self._location = location
        self._stop = threading.Event()
        self._looking = threading.Lock()
        self._seen = last_write(self._location)
        snapshot = Snapshot(location)
        self._sight = Sight(snapshot, make_index(snapshot))

    @cached_property
    def _watcher(self) -> threading.Thread:
        return threading.Thread(target=self._watch, name="record watcher", daemon=True)

    def start(self) -> None:
        """Begins to look for new records."""
        self._watcher.start()

    def close(self) -> None:
        """Stops looking and lets the database go."""
        self._stop.set()
        if "_watcher" in self.__dict__:
            self._watcher.join(timeout=5)
        self._sight.snapshot.close()

    @property
    def sight(self) -> Sight:
        """The newest record that is indexed."""
        return self._sight

    def _watch(self) -> None:
        self._sight.index.warm()
        _spare_the_index()
        looks = 0
        while not self._stop.wait(LOOK_EVERY):
            looks += 1
            try:
                if last_write(self._location) != self._seen or looks >= RENEW_AFTER:
                    self.look()
                    looks = 0
            except SecondsourceError:
                # The folder is being moved or rebuilt from nothing: what is known is still shown.
                continue

    def look(self) -> bool:
        """Takes up a new record if there is one; returns whether there was.

        A new snapshot is taken either way: a read transaction that stays open for hours would keep
        SQLite from folding the writer's log into the database.
        """
        with self._looking:
            before = self._sight
            self._seen = last_write(self._location)
            fresh = Snapshot(self._location)
            if fresh.made_from == before.index.made_from:
                self._sight = Sight(fresh, before.index)
            else:
                self._sight = Sight(fresh, make_index(fresh))
            _close_later(before.snapshot)
            self._sight.index.warm()
            is_new = self._sight.index is not before.index
            if is_new:
                _spare_the_index()
            return is_new


def _close_later(snapshot: Snapshot) -> None:
    """Closes a snapshot when the requests that still read it are surely answered."""
    timer = threading.Timer(30.0, snapshot.close)
    timer.daemon = True
    timer.start()


def _spare_the_index() -> None:
    """Takes what is in memory now out of the search for garbage that Python makes now and then: walking the index of
    10,000 articles took over a second of whatever request was unlucky."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
