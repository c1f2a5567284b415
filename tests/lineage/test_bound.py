"""What two texts can show at most is never less than what they do show."""

from itertools import permutations
from pathlib import Path

import pytest

from secondsource.lineage.alignment import Indexed, Weights, chain, pairs_of
from secondsource.lineage.evidence import can_be_proven, proven
from secondsource.lineage.shingles import Shapes
from secondsource.model.article import Article

REPORTS = Path(__file__).parents[2] / "examples/pemba-channel/reports"


@pytest.fixture(scope="module")
def texts() -> list[Indexed]:
    """The example's reports, and of each its first half and its last sentences in another order."""
    found = []
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_text("utf-8")
        sentences = text.replace("\n", " ").split(". ")
        found += [text, text[: len(text) // 2], ". ".join(sentences[::-1][: len(sentences) // 2])]
    shapes = Shapes()
    sheets = [
        shapes.lay_out(Article(id=f"{n}", address="", text=text, language="en"))
        for n, text in enumerate(found)
    ]
    weights = Weights(sheets)
    return [Indexed(sheet, weights) for sheet in sheets]


def test_no_common_text_is_lost_by_the_bound(texts):
    shown = ruled_out = 0
    for original, copy in permutations(texts, 2):
        pairs = pairs_of(original, copy)
        found = proven(chain(pairs), original, copy)
        shown += bool(found)
        if not can_be_proven(pairs, copy):
            ruled_out += 1
            assert not found
    assert shown
    assert ruled_out


def test_same_letters_in_other_words():
    """Sentences of the same letters are one in the weights, though their words differ."""
    told = "The harbour master shouldn{}t have let the ferry leave before the storm was over."
    shapes = Shapes()
    sheets = [
        shapes.lay_out(Article(id=f"{n}", address="", text=told.format(mark), language="en"))
        for n, mark in enumerate(("", " ", "'"))
    ]
    weights = Weights(sheets)
    one, two, three = (Indexed(sheet, weights) for sheet in sheets)
    assert pairs_of(one, two)
    assert pairs_of(one, three)
