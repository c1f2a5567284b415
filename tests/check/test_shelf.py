"""The sentences of a record: the same from memory and from the story's cache, in any order of arrival."""

import random
import shutil
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from spacy.language import Language

from secondsource.check import Checker
from secondsource.check.opening import Checkers
from secondsource.check.shelves.shelving import kept_shelf, shelf_of
from secondsource.store.pages import Snapshot
from secondsource.store.story import open_story

ASKED = (frozenset({"=fire", "=open"}), frozenset({"=boat"}))


@pytest.fixture
def story(pemba_story, tmp_path):
    return open_story(Path(shutil.copytree(pemba_story, tmp_path / "story")))


@pytest.fixture
def whole(story):
    with story.store() as store:
        return store.record(), list(store.readings())


def found(shelf) -> list[tuple]:
    shelved = shelf.alike(ASKED, [], 60)
    return [(one.told, one.around, len(shelf.claims_at(one.told, None, None))) for one in shelved]


def test_the_cache_holds_what_memory_would(story, whole):
    kept = found(shelf_of(*whole))
    assert kept
    for _ in range(2):
        with closing(Snapshot(story.database)) as snapshot:
            assert found(kept_shelf(story, snapshot)) == kept
    assert len(list(story.cache.glob("sentences-*.db"))) == 1


def test_the_order_of_the_readings_changes_nothing(whole):
    record, readings = whole
    kept = found(shelf_of(record, readings))
    for seed in range(3):
        random.Random(seed).shuffle(readings)
        assert found(shelf_of(record, readings)) == kept


def test_a_spoilt_cache_is_made_anew(story, whole):
    kept = found(shelf_of(*whole))
    with closing(Snapshot(story.database)) as snapshot:
        kept_shelf(story, snapshot)
        (file,) = story.cache.glob("sentences-*.db")
        file.write_bytes(b"no database" * 100)
        assert found(kept_shelf(story, snapshot)) == kept


def test_without_a_place_to_write_it_is_made_in_memory(story, whole):
    story.cache.mkdir(exist_ok=True)
    shutil.rmtree(story.cache)
    story.cache.write_text("a file where the folder should be")
    with closing(Snapshot(story.database)) as snapshot:
        assert found(kept_shelf(story, snapshot)) == found(shelf_of(*whole))


def test_only_the_text_that_the_record_rests_on_is_shelved(whole):
    record, readings = whole
    article = msgspec.structs.replace(
        readings[0].article, capture="0" * 64, text=readings[0].article.text + " A later word."
    )
    other = msgspec.structs.replace(readings[0], article=article)
    assert found(shelf_of(record, [other, *readings])) == found(shelf_of(record, readings))


def test_checkers_answer_as_a_checker_of_the_whole_record(story, whole, reader):
    text = "Kenya closed the crossing. A ferry sank off Zanzibar."
    checkers = Checkers(story)
    for _ in range(2):
        with closing(Snapshot(story.database)) as snapshot:
            assert checkers.of(snapshot).check(text) == Checker(*whole, reader).check(text)


def test_a_question_parses_nothing_but_itself(whole, reader, monkeypatch):
    checker = Checker(*whole, reader)
    parsed: list[str] = []
    parse = Language.__call__

    def counted(self, text, **options):
        parsed.append(text)
        return parse(self, text, **options)

    monkeypatch.setattr(Language, "__call__", counted)
    text = "Kenya halted the permits of 14 exporters while the crossing stays open."
    checker.check(text)
    assert parsed[0] == text
    # Once as a whole, and once for each clause that it joins.
    assert len(parsed) == 3
    assert all(clause.rstrip(".") in text for clause in parsed)
    parsed.clear()
    for asked in ("Nobody was hurt.", "The licence fee doubled.", "A ferry sank off Zanzibar."):
        checker.check(asked)
    assert len(parsed) == 3


def test_what_was_read_before_grammar_was_kept_is_parsed(whole, reader):
    record, readings = whole
    bare = [msgspec.structs.replace(one, grammar=msgspec.UNSET) for one in readings]
    text = (
        "Kenya suspended the permits of 14 fish exporters. Kenya closed the Lunga Lunga crossing."
    )
    assert [
        [one.verdict for one in Checker(record, given, reader).check(text)]
        for given in (readings, bare)
    ] == [["supported", "never happened"]] * 2
