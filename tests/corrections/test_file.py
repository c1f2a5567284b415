"""corrections.jsonl: whole lines only, one writer, nothing lost, nothing rewritten."""

import multiprocessing
from pathlib import Path

import pytest
from by_hand import judgement

from secondsource.corrections import append, read_corrections
from secondsource.corrections.file import LOCK_FILE, NAME
from secondsource.errors import StoryTooNew, UsageError

ONE = judgement("same", "a", "b")
TWO = judgement("wrong", "c", when="2024-04-02", value="mention")


def test_what_was_added_is_read_in_its_order(tmp_path: Path) -> None:
    assert append(tmp_path, ONE)
    assert append(tmp_path, TWO)
    assert read_corrections(tmp_path).judgements == (ONE, TWO)


def test_a_story_without_a_file_has_none(tmp_path: Path) -> None:
    assert read_corrections(tmp_path).judgements == ()


def test_the_same_judgement_is_added_once(tmp_path: Path) -> None:
    append(tmp_path, ONE)
    before = (tmp_path / NAME).read_bytes()
    assert not append(tmp_path, ONE)
    assert (tmp_path / NAME).read_bytes() == before


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_line_that_was_cut_off_is_reported_and_kept_and_the_next_one_stands(
    tmp_path: Path, cut: int
) -> None:
    append(tmp_path, ONE)
    path = tmp_path / NAME
    torn = path.read_bytes() + TWO.to_json()[:cut]
    path.write_bytes(torn)
    found = read_corrections(tmp_path)
    assert found.judgements == (ONE,)
    assert "was cut off" in found.problems[0]
    append(tmp_path, TWO)
    assert path.read_bytes().startswith(torn + b"\n")
    assert read_corrections(tmp_path).judgements == (ONE, TWO)


@pytest.mark.parametrize(
    "garbage",
    [
        b"<<<<<<< HEAD",
        b"\xff\xfe\x00",
        b'{"id": "x"}',
        b"[" * 5000,
        b'{"id":"x","decision":"guess","subjects":["a"],"who":"w","when":"2024-01-01","why":"y"}',
        b'{"id":"x","decision":"wrong","subjects":["a"],"who":"w","when":"soon","why":"y"}',
        b'{"id":"x","decision":"wrong","subjects":[],"who":"w","when":"2024-01-01","why":"y"}',
    ],
)
def test_garbage_is_reported_by_its_line_and_the_rest_holds(tmp_path: Path, garbage: bytes) -> None:
    append(tmp_path, ONE)
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes() + garbage + b"\n" + TWO.to_json() + b"\n")
    found = read_corrections(tmp_path)
    assert found.judgements == (ONE, TWO)
    assert len(found.problems) == 1
    assert "line 3" in found.problems[0]


def test_two_judgements_of_one_id_are_reported(tmp_path: Path) -> None:
    append(tmp_path, ONE)
    other = TWO.to_json().replace(TWO.id.encode(), ONE.id.encode())
    with (tmp_path / NAME).open("ab") as file:
        file.write(other + b"\n")
    found = read_corrections(tmp_path)
    assert found.judgements == (ONE,)
    assert ONE.id in found.problems[0]


def test_a_newer_file_is_neither_ignored_nor_written_to(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b'{"corrections":99}\n{"strange":true}\n')
    with pytest.raises(StoryTooNew, match="upgrade"):
        read_corrections(tmp_path)
    with pytest.raises(StoryTooNew):
        append(tmp_path, ONE)
    assert path.read_bytes() == b'{"corrections":99}\n{"strange":true}\n'


def _add(folder: Path, writer: int) -> None:
    for n in range(10):
        append(folder, judgement("wrong", f"{writer} {n}", value="mention"))


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_add, args=(tmp_path, n)) for n in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = read_corrections(tmp_path)
    assert len(found.judgements) == 30
    assert found.problems == ()


def test_a_disk_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(tmp_path, ONE)
    before = (tmp_path / NAME).read_bytes()

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("secondsource.corrections.file.os.fsync", fail)
    with pytest.raises(UsageError, match="nothing was added"):
        append(tmp_path, TWO)
    assert (tmp_path / NAME).read_bytes() == before


def test_a_folder_that_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        append(tmp_path / "nowhere", ONE)
    assert LOCK_FILE != NAME
