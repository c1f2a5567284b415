"""What hangs on one article alone is made once: another build does it for the articles that are new."""

from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from small import FERRY, HEAD, NURSE, UNION, each_text_read_once

from secondsource.build import build
from secondsource.check.shelves import shelving
from secondsource.lineage import cards
from secondsource.views import split

WELLS = (
    "Water board drills at Odweyne\n"
    + HEAD.format(day=6)
    + "ODWEYNE, Somalia - The water board has drilled four wells near Odweyne, its engineer Idil Warsame"
    " said on Friday.\n\n"
    "Each of them gives 9,000 litres an hour.\n"
)

ONE_EACH = {"card": (cards, "card_of"), "words": (split, "_words"), "sentences": (shelving, "_tells")}  # fmt: skip
"""What is made of each article: the card for lineage, the words by which mixed stories are told apart, and what its
sentences tell for `check`."""


@pytest.fixture
def made(monkeypatch) -> Counter[str]:
    """How often each of these is made from now on."""
    found: Counter[str] = Counter()

    def counted(kind, make, *given):
        found[kind] += 1
        return make(*given)

    for kind, (room, name) in ONE_EACH.items():
        monkeypatch.setattr(room, name, partial(counted, kind, getattr(room, name)))
    return found


def add(folder: Path, **texts: str) -> None:
    with each_text_read_once({}):
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        build(folder / "story", [folder / f"{name}.txt" for name in texts])


def test_one_article_more_is_one_of_each(tmp_path, made):
    add(tmp_path, ferry=FERRY, union=UNION, nurse=NURSE)
    assert made == dict.fromkeys(ONE_EACH, 3)
    made.clear()
    add(tmp_path, wells=WELLS)
    assert made == dict.fromkeys(ONE_EACH, 1)


def test_nothing_new_is_none(tmp_path, made):
    add(tmp_path, ferry=FERRY, union=UNION)
    made.clear()
    add(tmp_path, ferry=FERRY)
    assert made["card"] == made["sentences"] == 0
