"""What an export is made from: one story, read once."""

from functools import cached_property

from ..model.mention import Place
from ..model.record import Record
from ..store.store import CaptureRow
from ..store.story import Story
from ..views.places import places_of


class Source:
    """A story's record, and what the record only refers to. Reads each part once, when it is asked for."""

    def __init__(self, story: Story, record: Record | None = None) -> None:
        """`story` is an opened story folder, `record` the record to export, if it is not the kept one (but
        that of an earlier day)."""
        self.story = story
        self._given = record

    @cached_property
    def record(self) -> Record:
        """The record. Raises StoryNotFound when none was made yet."""
        if self._given is not None:
            return self._given
        with self.story.store() as store:
            return store.record()

    @cached_property
    def places(self) -> dict[str, Place]:
        """The place mentions that the record refers to, by id."""
        record = self.record
        with self.story.store() as store:
            return places_of(record, store.readings())

    @cached_property
    def captures(self) -> tuple[CaptureRow, ...]:
        """The captures without their bytes, sorted by address: all, or for the record of an earlier day
        those that it rests on."""
        with self.story.store() as store:
            rows = store.captures()
        if self.record.known_at is None:
            return tuple(rows)
        known = {row.article.capture for row in self.record.articles if row.article is not None}
        known |= {version.capture for row in self.record.articles for version in row.versions}
        return tuple(row for row in rows if row.digest in known)
