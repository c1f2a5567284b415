"""A reading in two parts, and where each of them is asked for."""

from contextlib import closing
from pathlib import Path

from msgspec import UNSET

from secondsource.store.pages import Snapshot
from secondsource.store.parted import joined, parted
from secondsource.store.story import open_story


def test_two_parts_are_one_reading_again(pemba_story: Path) -> None:
    with open_story(pemba_story).store() as store:
        readings = list(store.readings())
    assert readings
    for reading in readings:
        assert reading.grammar is not UNSET
        assert len(reading.grammar) == len(reading.sentences)
        assert joined(*parted(reading)) == reading


def test_a_record_is_made_without_the_grammar(pemba_story: Path) -> None:
    story = open_story(pemba_story)
    with story.store() as store:
        held = {one.capture.id: one.reading for one in store.held()}
    assert all(reading.grammar is UNSET for reading in held.values())
    with closing(Snapshot(story.database)) as snapshot:
        assert all(snapshot.reading_in(id).grammar is not UNSET for id in held)
