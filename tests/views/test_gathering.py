"""Gathering of lines, cut while it goes on."""

import itertools
import random

import msgspec
import pytest

from secondsource.model.text import Citation
from secondsource.views.brief import brief
from secondsource.views.gathering import Places, absorbed, gathered
from secondsource.views.line import Line

SENTENCE = "The ferry sank off Dar Kasim, the harbour office said on Monday."


def line(number: int, begin: int, end: int) -> Line:
    words = SENTENCE[begin:end]
    cited = Citation(
        start=begin, end=end, words=words, part="text", article=f"article {number % 7}"
    )
    return Line(about=str(number), words=words, citations=(cited,), kind=f"kind {number}")


def some_lines(seed: int) -> list[Line]:
    """Lines of seven articles, many of which hold each other."""
    draw = random.Random(seed)
    ends = [sorted(draw.sample(range(len(SENTENCE)), 2)) for _ in range(60)]
    return [line(number, begin, end) for number, (begin, end) in enumerate(ends)]


@pytest.mark.parametrize("seed", range(20))
def test_the_first_lines_are_those_of_all(seed: int) -> None:
    lines = some_lines(seed)
    before = gathered(lines[:5])
    for most in (1, 4, 12, 60):
        assert gathered(lines, before, most) == gathered(lines, before)[:most]


@pytest.mark.parametrize("seed", range(20))
def test_a_line_takes_what_its_words_hold(seed: int) -> None:
    lines = some_lines(seed)
    printed = gathered(lines[:20])
    found = absorbed(printed, lines, Places(lines))
    assert [one.words for one in found] == [one.words for one in printed]
    assert all(
        set(was.citations) <= set(now.citations) for was, now in zip(printed, found, strict=True)
    )


def test_a_sentence_that_gives_the_day_itself_needs_no_other() -> None:
    one = line(1, 0, 30)
    elsewhere = Citation(start=0, end=9, words="On Monday", part="text", article="article 2")
    dated = msgspec.structs.replace(one, when="2031-05-10")
    pointing = msgspec.structs.replace(one, kind="other", when="2031-05-10", when_by=elsewhere)
    of_another_day = msgspec.structs.replace(pointing, when="2031-05-11")
    for first, second in ((dated, pointing), (pointing, dated)):
        (found,) = gathered([first, second])
        assert [fact.when_by for fact in (found, *found.also)] == [None, None]
    (found,) = gathered([dated, of_another_day])
    assert found.also[0].when_by == elsewhere


def test_what_two_sentences_contradict_each_other_in_stands_together(pemba) -> None:
    (section,) = [s for s in brief(pemba).sections if s.title == "What is contested"]
    pairs = [(one.words, two.words) for one, two in itertools.pairwise(section.lines)]
    opened = [pair for pair, line in zip(pairs, section.lines, strict=False) if line.notes]
    assert len(opened) == len(set(opened))
    assert any(len(line.notes) > 1 for line in section.lines)
