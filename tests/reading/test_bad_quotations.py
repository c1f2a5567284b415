"""Marks that lack, are nested or many, poems, noise and turns: nothing breaks, nothing is swallowed, time is linear."""

import time
from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.reading.quotes import find_quotes
from secondsource.reading.speech.alone import is_verse

Read = Callable[..., Reading]
REST = [f"Lane {number} lay under water and the pumps had stopped." for number in range(50)]


@pytest.mark.parametrize("mark", ['"', "“", "«", "``"])
def test_a_mark_never_closed_over_fifty_paragraphs_swallows_nothing(read: Read, mark: str) -> None:
    said = f"The reeve, Una Moss, said: {mark}We will build the quay again.\n\n"
    (found,) = read(said + "\n\n".join(REST)).statements
    assert found.doubtful
    assert all("Lane" not in piece.words for piece in found.content)


def test_a_straight_mark_that_opens_behind_a_sentence_leaves_the_one_before_open() -> None:
    text = 'Nobody "knew of it. The crew left. "We waited," she said.'
    assert [(text[q.start : q.end], q.closed) for q in find_quotes(text)] == [
        ('"knew of it.', False),
        ('"We waited,"', True),
    ]


def test_two_apostrophes_are_not_closed_by_another_mark() -> None:
    text = "''It is late,' said Una Moss. \"Go home,\" she added."
    assert [(text[q.start : q.end], q.closed) for q in find_quotes(text)][-1] == (
        '"Go home,"',
        True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "“She told me ‘the lock is broken’ and left,” porter Jan Oss said.",
        "‘She called it “a farce” and left,’ porter Jan Oss said.",
        "\"He cried 'Stop!' twice,\" porter Jan Oss said.",
        "«Il a dit “non” trois fois», porter Jan Oss said.",
        '“The lock is broken", porter Jan Oss said.',
    ],
)
def test_nested_and_mixed_marks_have_one_speaker(read: Read, text: str) -> None:
    outer = [s for s in read(text).statements if s.parent is None]
    assert [s.voice.name for s in outer] == ["Jan Oss"]
    assert outer[0].content[0].start == 0


def test_a_quotation_has_one_cue(read: Read) -> None:
    text = "“The lock is broken,” porter Jan Oss said. “Nobody came,” he added. “We left,” he said."
    pieces = [piece.words for s in read(text).statements for piece in s.content]
    assert len(pieces) == len(set(pieces)) == 3


def test_nobody_vouches_for_a_poem(read: Read) -> None:
    poem = "The lake said to me, come away,\nThe reed said, linger here;\nI told them both I could not stay,\nAnd neither shed a tear."
    assert is_verse(poem)
    assert read(poem).statements == ()
    assert not is_verse(
        "The reeve spoke on Monday,\nand the council, which had met twice,\nsaid that\nit agreed."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Tbe reeve sald: \"W e wlll rebui1d tbe quay ,\" and 1eft. ''lt is t00 late,' said 0la.",
        '" “ ” \' ‘ ’ « » „ `` \'\' " " " “ ‘',
        '"' * 400,
        "“ word " * 300,
        "The sailors' union and the boys' '90s club's 'til 'twas sold.",
    ],
)
def test_noise_is_read(read: Read, text: str) -> None:
    assert all(s.doubtful or s.voice.kind != "newsroom" for s in read(text).statements)


def test_marks_are_found_in_linear_time() -> None:
    def seconds(count: int) -> float:
        text = " ".join(f'"We saw boat {n} leave," said Una Moss.' for n in range(count))
        begun = time.perf_counter()
        assert len(find_quotes(text)) == count
        return time.perf_counter() - begun

    seconds(100)
    # Ten times as many may take twenty-five times as long at most, were the machine busy with other things.
    assert min(seconds(10_000) for _ in range(3)) < 25 * max(seconds(1_000) for _ in range(3))


def test_two_hundred_quotations_in_a_row_have_their_speaker(read: Read) -> None:
    text = " ".join(f'"We saw boat {n} leave the quay," said Una Moss.' for n in range(200))
    statements = read(text).statements
    assert len(statements) == 200
    assert {s.voice.name for s in statements} == {"Una Moss"}
