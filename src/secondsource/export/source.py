"""What an export is made from: one story, read once."""

from functools import cached_property

from ..model.mention import Place
from ..model.record import Record
from ..store.sqlite import CaptureRow
from ..store.story import Story
from ..views.places import places_of


class Source:
    """A story's record, and what the record only refers to. Reads each part once, when it is asked for."""

    def __init__(self, story: Story) -> None:
        """`story` is an opened story folder."""
        self.story = story

    @cached_property
    def record(self) -> Record:
        """The record. Raises StoryNotFound when none was made yet."""
        with self.story.store() as store:
            return store.record()

    @cached_property
    def places(self) -> dict[str, Place]:
        """The place mentions that the record refers to, by id."""
        record = self.record
        with self.story.store() as store:
            return places_of(record, store.readings())

    @cached_property
    def captures(self) -> list[CaptureRow]:
        """The captures without their bytes, sorted by address."""
        with self.story.store() as store:
            return store.captures()
