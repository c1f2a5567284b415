"""What every store does alike: in a folder (SQLite) and on a server (PostgreSQL)."""

from contextlib import closing

import pytest
from samples import EMPTY, capture, reading_of, record_of

from secondsource.errors import StoryDamaged, StoryLocked, StoryNotFound, UsageError
from secondsource.export.jsonl import json_lines
from secondsource.model.claim import Claim
from secondsource.store.location import last_write, open_to_read
from secondsource.store.pages import Snapshot
from secondsource.store.search import search_articles
from secondsource.store.store import Store
from secondsource.store.story import create_story, open_story

HARBOUR = (
    ("a1", "Ferry stops", "The ferry stops at night. The company said so: the ferry is old."),
    ("a2", "Union meets", "The union of boatmen met the county. A ferryman spoke of the stops."),
    ("a3", "", "Café owners in the Álva quarter mend ramps, and mend them again."),
    ("a4", "Ramp broke", "It broke. " + "Nobody saw how it came about, and nobody asked. " * 30 + "The ferry waits."),
)  # fmt: skip


class TestCaptures:
    def test_every_text_of_an_address_is_kept(self, story):
        with story.store() as store:
            store.keep_captures([capture("a", "one"), capture("a", "three")])
            store.keep_captures([capture("a", "one")])
            assert [row.address for row in store.captures()] == ["a", "a"]

    def test_the_same_text_is_kept_once_with_every_time(self, story):
        with story.store() as store:
            for time in ("2024-03-06", "2024-03-05T10:00:00Z", None):
                store.keep_captures([capture("a", "one", time)])
            (row,) = store.captures()
            assert (row.captured, row.seen) == (
                "2024-03-05T10:00:00Z",
                ("2024-03-05T10:00:00Z", "2024-03-06"),
            )

    def test_the_same_text_under_another_title_is_another_capture(self, story):
        with story.store() as store:
            store.keep_captures([capture("a", "one", title="A"), capture("a", "one", title="B")])
            assert len(store.captures()) == 2

    def test_they_come_in_the_order_of_code_points(self, story):
        """Whatever language the server sorts in."""
        with story.store() as store:
            names = ["b", "B", "a-b", "ab", "a b", "Ä", "ä", "\U0001f6a2", "\uffee"]
            store.keep_captures([capture(name, "one") for name in names])
            assert [row.address for row in store.captures()] == sorted(names)

    def test_a_very_long_address_and_every_letter_are_kept(self, story):
        name = "https://example.org/" + "".join(map(chr, range(0x20, 0x2FFF)))
        with story.store() as store:
            store.keep_captures([capture(name, "one", title="%s ? ' \\ \" \0 \n")])
            store.keep_refusals([(name, "gone: ? %s", True, "2024-03-05")])
            assert {row.address for row in store.captures()} == {name}
            read, refused = sorted(store.captures(), key=lambda row: row.gone)
            assert read.metadata == {"title": "%s ? ' \\ \" \0 \n"}
            assert (refused.failure, refused.gone, refused.seen) == (
                "gone: ? %s",
                True,
                ("2024-03-05",),
            )

    def test_a_failure_is_not_tried_again_by_the_same_rules(self, story):
        with story.store() as store:
            store.keep_captures([capture("a", "one"), capture("b", "two")])
            one, two = (row.id for row in store.captures())
            store.keep_failure(one, "rules", "no text")
            store.keep_failure(two, "", "out of memory")
            assert [row.id for row in store.unread("rules")] == [two]
            assert [row.id for row in store.unread("other rules")] == [one, two]


class TestBytes:
    def test_they_come_back_as_they_were(self, story):
        data = bytes(range(256)) * 50
        one = capture("a", "one")
        with story.store() as store:
            store.database.keep_bytes({one.digest: data})
            store.database.keep_bytes({one.digest: data})
            assert store.bytes_of(one.digest) == data
            assert store.database.digests() == {one.digest}
        with open_story(story.folder).store() as store:
            assert store.bytes_of(one.digest) == data

    def test_what_is_not_there_says_what_to_do(self, story):
        with story.store() as store, pytest.raises(StoryDamaged, match="give its source"):
            store.bytes_of("0" * 64)


class TestReadings:
    def test_they_are_kept_and_replaced(self, story):
        one, two = capture("b", "one"), capture("a", "two")
        with story.store() as store:
            store.keep_captures([one, two])
            ids = {row.address: row.id for row in store.captures()}
            for method in ("old rules", "rules"):
                for each in (one, two):
                    store.keep_reading(ids[each.address], method, reading_of(each))
            assert list(store.readings()) == [reading_of(two), reading_of(one)]
            assert store.unread("rules") == []
            store.keep_failure(ids["a"], "rules", "no text")
            assert [held.capture.address for held in store.held()] == ["b"]
            store.forget_readings([ids["b"]])
            assert [row.address for row in store.unread("rules")] == ["b"]

    def test_more_may_be_written_while_they_are_read(self, story):
        captures = [capture(f"{number:03}", f"text {number}") for number in range(50)]
        with story.store() as store:
            store.keep_captures(captures)
            for row, each in zip(store.captures(), captures, strict=True):
                store.keep_reading(row.id, "rules", reading_of(each))
            seen = 0
            for held in store.held():
                store.set_meta("seen", held.capture.address)
                seen += 1
            assert seen == 50
            assert store.meta("seen") == "049"


class TestRecord:
    def test_it_comes_back_as_it_was(self, story, pemba):
        with story.store() as store:
            with pytest.raises(StoryNotFound, match="build"):
                store.record()
            store.write_record(pemba, "one")
            assert b"\n".join(json_lines(store.record())) == b"\n".join(json_lines(pemba))
            store.write_record(EMPTY, "two")
            assert store.record() == EMPTY
            assert store.meta("record_made_from") == "two"

    def test_a_broken_transaction_leaves_nothing(self, story):
        with story.store() as store:
            store.write_record(EMPTY, "one")
            with pytest.raises(ZeroDivisionError):
                cut_off(store)
            assert store.record() == EMPTY

    def test_readers_are_not_held_up_and_see_one_record(self, story):
        with story.store() as writer:
            writer.write_record(EMPTY, "x")
            with story.store() as reader, writer.transaction() as database:
                database.execute("UPDATE meta SET value = '2025-01-01' WHERE key = 'as_of'")
                assert reader.record().as_of == "2024-03-05"
            with story.store() as reader:
                assert reader.record().as_of == "2025-01-01"

    def test_what_wrote_last_is_seen(self, story):
        with story.store() as store:
            store.write_record(EMPTY, "one")
            before = last_write(story.database)
            assert last_write(story.database) == before
            store.write_record(EMPTY, "two")
        assert last_write(story.database) != before


def cut_off(store: Store) -> None:
    """A transaction that ends in the middle."""
    with store.transaction() as database:
        database.execute("DELETE FROM meta")
        raise ZeroDivisionError


class TestSnapshot:
    def test_it_stays_as_it_was(self, story, pemba):
        with story.store() as store:
            store.write_record(pemba, "one")
            snapshot = Snapshot(story.database)
            store.write_record(EMPTY, "two")
        ids = [claim.id for claim in pemba.claims]
        assert snapshot.made_from == "one"
        assert snapshot.some(Claim, ids) == pemba.claims
        assert snapshot.record() == pemba
        assert ids[0] in [claim.id for claim in snapshot.beginning(Claim, ids[0][:4])]
        assert snapshot.claim_ids_about([pemba.claims[0].about])
        snapshot.close()
        with closing(Snapshot(story.database)) as fresh:
            assert fresh.made_from == "two"
            assert fresh.one(Claim, ids[0]) is None

    def test_it_never_writes(self, story):
        with story.store() as store:
            store.write_record(EMPTY, "one")
        with closing(open_to_read(story.database)) as database:
            with pytest.raises(UsageError), database.transaction():
                database.execute("DELETE FROM meta")
            assert database.rows("SELECT value FROM meta WHERE key = 'as_of'") == [("2024-03-05",)]

    def test_without_a_record_it_says_what_to_do(self, story):
        with pytest.raises(StoryNotFound, match="build"):
            Snapshot(story.database)
        with story.store():
            pass
        with pytest.raises(StoryNotFound, match="build"):
            Snapshot(story.database)


class TestSearch:
    @pytest.fixture
    def found(self, story):
        with story.store() as store:
            store.write_record(record_of(*HARBOUR), "one")
        return lambda words: search_articles(story.database, words)

    def test_all_the_words_must_be_there(self, found):
        assert {hit.article for hit in found("ferry")} == {"a1", "a4"}
        assert [hit.article for hit in found("FERRY company")] == ["a1"]
        assert found("ferry airport") == ()

    def test_the_best_is_the_first(self, found):
        hits = found("ferry")
        assert [hit.article for hit in hits] == ["a1", "a4"]
        assert hits[0].rank < hits[1].rank

    def test_a_phrase_stands_as_it_stands(self, found):
        assert [hit.article for hit in found('"the ferry stops"')] == ["a1"]
        assert found('"ferry the"') == ()
        assert found('"stops the"') == (), "not from the headline into the text"

    def test_accents_are_passed_over(self, found):
        assert [hit.article for hit in found("cafe alva")] == ["a3"]

    def test_a_snippet_is_cut_around_the_words(self, found):
        (hit,) = found("ferry waits")
        assert hit.snippet == " … The ferry waits."
        (hit,) = found("broke nobody")
        assert hit.snippet.startswith("It broke. Nobody saw how it came about")
        assert hit.snippet.endswith(" … ")
        assert len(hit.snippet.split()) == 25

    @pytest.mark.parametrize("words", ["' OR 1=1 --", "ferry & !stops", "a:* | b", '"', "%", "?"])
    def test_nothing_is_syntax(self, found, words):
        found(words)

    def test_pages_of_hits_with_marks_by_how_words_begin(self, story, found):
        with closing(Snapshot(story.database)) as snapshot:
            assert snapshot.search("ferr")[0] == 3
            count, ((first, snippet),) = snapshot.search("ferr", limit=1, offset=2)
            assert (count, first) == (3, "a4")
            assert "\x02ferry\x03" in snippet
            assert snapshot.search("...") == (0, ())


class TestOneWriter:
    def test_a_second_build_is_told_to_wait(self, story):
        with story.writing() as store:
            with pytest.raises(StoryLocked, match="wait"), story.writing():
                pass
            store.set_meta("a", "b")
            with story.store() as reader:
                assert reader.meta("a") == "b"
        with story.writing() as store:
            assert store.meta("a") == "b"

    def test_other_stories_are_not_held_up(self, new_story):
        with new_story("one").writing() as one, new_story("two").writing() as two:
            one.keep_captures([capture("a", "one")])
            assert two.captures() == []


class TestSettings:
    def test_a_story_is_opened_again_where_it_is_kept(self, story):
        with story.store() as store:
            store.set_meta("a", "b")
        again = open_story(story.folder)
        assert again == story == create_story(story.folder, "other")
        with again.store() as store:
            assert store.meta("a") == "b"

    def test_it_cannot_be_kept_elsewhere_by_saying_so(self, story):
        with pytest.raises(UsageError, match="kept elsewhere"):
            create_story(story.folder, "none", "postgresql:///nowhere#other")
