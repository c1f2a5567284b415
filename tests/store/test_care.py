"""Doctor, backup and restore: what is broken is found, mended without loss, or told."""

import shutil
import zipfile
from pathlib import Path

import pytest
from samples import EMPTY

from broken_zips import WAYS
from secondsource.errors import StoryLocked, StoryTooNew, UsageError
from secondsource.model.article import Article, Capture
from secondsource.model.reading import Reading
from secondsource.store.backup import back_up, restore
from secondsource.store.cache import keep_record, kept_record
from secondsource.store.doctor import examine
from secondsource.store.lock import decisions_held, one_writer
from secondsource.store.story import Story
from secondsource.store.withdrawals import withdraw, withdrawal_notes, withdrawals

DIGEST = "e3b98a4da31a127d4bde6e43033f66ba274cab0eb7eb1c70ec41402bf6273dd8"
"""SHA-256 of "t"."""


@pytest.fixture
def story(new_story) -> Story:
    """A story of one capture, read, with a record and a withdrawal; in a folder, and on a server."""
    made = new_story()
    one = Capture(digest=DIGEST, address="a", media_type="text/plain", data=b"t")
    with made.store() as store:
        store.keep_bytes([one])
        store.keep_captures([one])
        reading = Reading(article=Article(id="x", address="a", text="t", capture=DIGEST))
        store.keep_reading(store.captures()[0].id, "rules", reading)
        store.write_record(EMPTY, "digest")
    withdraw(made, "x", "a test", "Asha")
    return made


def kinds(story: Story, repair: bool = False) -> list[tuple[str, bool]]:
    return [(item.kind, item.mended) for item in examine(story, repair)]


def spoil(story: Story) -> None:
    """Puts other bytes in the place of the capture."""
    if story.server is None:
        (story.folder / "captures" / DIGEST[:2] / DIGEST).write_bytes(b"T")
        return
    with story.store() as store, store.transaction() as database:
        database.execute("UPDATE bytes SET data = ?", [b"T"])


class TestDoctor:
    def test_nothing_is_wrong(self, story):
        assert kinds(story) == []

    def test_a_full_disk_is_found_with_what_to_do(self, story, monkeypatch):
        monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100, 100, 0))
        (found,) = examine(story)
        assert found.kind == "no-room"
        assert "0.0 MB are left" in found.item
        assert "free some" in found.what_to_do

    def test_a_garbled_capture_is_put_aside(self, story):
        spoil(story)
        assert kinds(story) == [("garbled-capture", False)]
        assert kinds(story, repair=True) == [("garbled-capture", True)]
        assert kinds(story) == [("missing-capture", False)]
        with story.store() as store:
            store.keep_bytes(
                [Capture(digest=DIGEST, address="a", media_type="text/plain", data=b"t")]
            )
        assert kinds(story) == []

    def test_readings_of_nothing_and_of_another_form_are_thrown_away(self, story):
        with story.store() as store, store.transaction() as connection:
            connection.execute(
                "INSERT INTO reading (capture, address, digest, method, json)"
                " VALUES ('none', 'b', '', '', '{}')"
            )
            connection.execute("""UPDATE reading SET json = '{"article": 1}' WHERE address = 'a'""")
        assert kinds(story) == [("garbled-reading", False), ("orphan-reading", False)]
        assert kinds(story, repair=True) == [("garbled-reading", True), ("orphan-reading", True)]
        assert kinds(story) == []
        with story.store() as store:
            assert [row.address for row in store.unread("rules")] == ["a"]

    def test_what_was_cut_off_is_thrown_away(self, story):
        (story.folder / "captures" / "ab").mkdir(parents=True)
        (story.folder / "captures" / "ab" / "abcd.unfinished").write_bytes(b"half")
        assert kinds(story, repair=True) == [("unfinished-file", True)]
        assert kinds(story) == []

    @pytest.mark.parametrize("name", ["corrections.jsonl", "withdrawals.jsonl"])
    def test_a_torn_line_is_put_aside_and_no_other_is_lost(self, story, name):
        file = story.folder / name
        whole = b'{"article":"y","why":"z","who":""}\n'
        file.write_bytes(whole + b'{"article":"y","wh' + b"\n" + whole)
        assert kinds(story) == [("torn-line", False)]
        assert kinds(story, repair=True) == [("torn-line", True)]
        assert kinds(story) == []
        assert file.read_bytes() == whole * 2
        assert file.with_name(f"{name}.garbled").read_bytes() == b'{"article":"y","wh\n'

    def test_a_line_too_deep_to_be_read_is_torn(self, story):
        with story.withdrawals.open("ab") as file:
            file.write(b'{"article":"y","why":' + b"[" * 100_000 + b"\n")
        assert kinds(story) == [("torn-line", False)]
        assert kinds(story, repair=True) == [("torn-line", True)]
        assert sorted(withdrawals(story)) == ["x"]

    def test_what_a_build_has_not_finished_is_not_left_over(self, story):
        if story.server is not None:
            return  # whose builds write no files
        half = story.folder / "captures" / "ab" / "abcd.unfinished"
        half.parent.mkdir(parents=True)
        half.write_bytes(b"half")
        with one_writer(story.folder), pytest.raises(StoryLocked):
            examine(story, repair=True)
        assert half.is_file()

    def test_it_mends_no_line_while_one_is_written(self, story, monkeypatch):
        monkeypatch.setattr("secondsource.store.lock.SECONDS_TO_WAIT", 0)
        with decisions_held(story.folder), pytest.raises(StoryLocked):
            examine(story, repair=True)

    def test_a_broken_database_is_told(self, story):
        if story.server is not None:
            with story.store() as store, store.transaction() as database:
                database.execute("DROP TABLE sighting")
                database.execute("DROP INDEX reading_address")
            assert kinds(story, repair=True) == [("database", False)] * 2
            return
        (story.folder / "story.db").write_bytes(b"nothing like it" * 100)
        assert kinds(story, repair=True)[0] == ("database", False)


class TestWithdrawals:
    def test_the_last_word_holds(self, story):
        assert withdrawals(story)["x"].why == "a test"
        withdraw(story, "x", "")
        assert withdrawals(story) == {}

    def test_a_line_that_was_cut_off_does_not_take_the_next_with_it(self, story):
        data = story.withdrawals.read_bytes()
        story.withdrawals.write_bytes(data + data[:10])
        withdraw(story, "y", "more")
        assert sorted(withdrawals(story)) == ["x", "y"]

    def test_lines_that_are_none_are_said(self, story):
        assert withdrawal_notes(story) == ()
        with story.withdrawals.open("ab") as file:
            file.write(b'{"article":"y","wh\n{"article":5}\n\n{"a":' + b"[" * 100_000 + b"\n")
        notes = withdrawal_notes(story)
        assert len(notes) == 3
        assert '{"article":"y","wh' in notes[0]
        assert sorted(withdrawals(story)) == ["x"]

    def test_a_file_that_cannot_be_read_is_not_taken_for_none(self, story):
        story.withdrawals.unlink()
        story.withdrawals.mkdir()
        with pytest.raises(UsageError, match="mend that first"):
            withdrawals(story)


class TestBackup:
    def test_it_comes_back_whole(self, story, tmp_path):
        (story.folder / "corrections.jsonl").write_text("{}\n")
        keep_record(story, "abc", EMPTY)
        with story.writing():
            assert back_up(story, tmp_path / "b.zip") == 5
        back = restore(tmp_path / "b.zip", tmp_path / "back")
        assert examine(back) == ()
        with back.store() as store:
            assert store.record() == EMPTY
            assert len(store.captures()) == 1
            assert store.bytes_of(DIGEST) == b"t"
        assert withdrawals(back) == withdrawals(story)
        assert not (back.folder / "cache").exists()

    def test_the_same_story_gives_the_same_bytes(self, story, tmp_path):
        for name in ("one.zip", "two.zip"):
            back_up(story, tmp_path / name)
        assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()

    def test_nothing_is_written_over(self, story, tmp_path):
        back_up(story, tmp_path / "b.zip")
        with pytest.raises(UsageError, match="exists"):
            back_up(story, tmp_path / "b.zip")
        with pytest.raises(UsageError, match="holds something"):
            restore(tmp_path / "b.zip", story.folder)

    @pytest.mark.parametrize("spoilt", WAYS)
    def test_a_broken_zip_makes_no_story(self, story, tmp_path, spoilt):
        file = tmp_path / "b.zip"
        back_up(story, file)
        file.write_bytes(spoilt(file.read_bytes()))
        with pytest.raises(UsageError, match=r"b\.zip is no whole backup"):
            restore(file, tmp_path / "back")
        assert [place.name for place in tmp_path.glob("b*")] == ["b.zip"]

    @pytest.mark.parametrize(
        ("settings", "error", "says"),
        [
            ('format = 2\nstore = "postgresql://other.example/desk#s"\n', UsageError, "server"),
            ("format = 99\n", StoryTooNew, r"b\.zip was made by a newer"),
        ],
    )
    def test_what_its_settings_may_not_say(self, story, tmp_path, settings, error, says):
        back_up(story, tmp_path / "a.zip")
        with (
            zipfile.ZipFile(tmp_path / "a.zip") as good,
            zipfile.ZipFile(tmp_path / "b.zip", "w") as other,
        ):
            for name in good.namelist():
                other.writestr(name, settings if name == "story.toml" else good.read(name))
        with pytest.raises(error, match=says):
            restore(tmp_path / "b.zip", tmp_path / "back")
        assert not (tmp_path / "back").exists()

    def test_it_does_not_lie_in_the_story_itself(self, story):
        with pytest.raises(UsageError, match="outside"):
            back_up(story, story.folder / "b.zip")
        assert not list(story.folder.glob("*.zip*"))

    @pytest.mark.parametrize("how", ["cut", "other", "outside", "text"])
    def test_a_broken_backup_makes_no_story(self, story, tmp_path, how):
        file = tmp_path / "b.zip"
        back_up(story, file)
        data = file.read_bytes()
        if how == "cut":
            file.write_bytes(data[: len(data) // 2])
        elif how == "text":
            file.write_text("no zip")
        else:
            with zipfile.ZipFile(file, "a" if how == "outside" else "w") as archive:
                archive.writestr("../outside.txt" if how == "outside" else "a.txt", "x")
        with pytest.raises(UsageError, match="no whole backup"):
            restore(file, tmp_path / "back")
        assert not (tmp_path / "back").exists()
        assert not (tmp_path / "outside.txt").exists()
        assert not list(Path(tmp_path).glob("*.unfinished"))


class TestCache:
    def test_what_was_kept_comes_back_and_what_is_torn_does_not(self, story):
        assert kept_record(story, "abc") is None
        keep_record(story, "abc", EMPTY)
        assert kept_record(story, "abc") == EMPTY
        file = story.cache / "record-abc.json"
        file.write_bytes(file.read_bytes().replace(b"2024", b"2025"))
        assert kept_record(story, "abc") is None


def test_a_build_says_that_another_one_is_writing(story):
    from secondsource.build import build

    with story.writing(), pytest.raises(StoryLocked, match="another build is writing"):
        build(story.folder, [])
