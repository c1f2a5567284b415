"""What `check` asks is brought up to the record by each build, and is what shelving all of it anew would give."""

import random
from bisect import bisect_right
from contextlib import closing
from pathlib import Path

import pytest
from small import FERRY, FERRY_LATER, NURSE, UNION, each_text_read_once, whole_article

from secondsource.build import build
from secondsource.check.shelves import shelving
from secondsource.check.shelves.shelf import Shelf
from secondsource.check.shelves.shelving import kept_shelf, shelf_of
from secondsource.store import sentences
from secondsource.store.pages import Snapshot
from secondsource.store.story import open_story
from secondsource.store.withdrawals import withdraw

READ: dict[object, object] = {}
INPUTS = {
    "ferry.txt": FERRY,
    "ferry-later.txt": FERRY_LATER,
    "union.txt": UNION,
    "nurse.txt": NURSE,
    "copy.txt": UNION,
    "empty.txt": "",
    "tide.txt": FERRY.replace("Omari Chuo", "Rehema Juma").replace("director", "engineer"),
    "gull.txt": NURSE.replace("Rehema Juma", "Sir Omari Chuo").replace("14", "41"),
}


def add(folder: Path, *names: str) -> None:
    with each_text_read_once(READ):
        for name in names:
            (folder / name).write_text(INPUTS[name], "utf-8")
        build(folder / "story", [str(folder / name) for name in names])


def all_of(shelf: Shelf) -> tuple[object, ...]:
    """All that a shelf holds, without the numbers by which it counts sentences."""
    held = shelf._sentences

    def place(number: int) -> tuple[str, int]:
        at = bisect_right(shelf._firsts, number) - 1
        return shelf._ids[at], number - shelf._firsts[at]

    return (
        {id: whole_article(shelf._article(id)) for id in sorted(shelf._ids)},
        {key: sorted(place(int(number)) for number in held.having(key)) for key in held.all_keys()},
        {key: shelf.weights[key] for key in held.all_keys()},
    )


def kept(folder: Path) -> tuple[object, ...]:
    """What the cache holds, without anything being shelved for it."""
    story = open_story(folder / "story")
    with pytest.MonkeyPatch.context() as patch, closing(Snapshot(story.database)) as snapshot:
        patch.setattr(shelving, "_bring_up", None)
        return all_of(kept_shelf(story, snapshot))


def made_anew(folder: Path) -> tuple[object, ...]:
    with open_story(folder / "story").store() as store:
        return all_of(shelf_of(store.record(), list(store.readings())))


@pytest.mark.parametrize("seed", range(4))
def test_each_build_leaves_what_shelving_all_would_give(tmp_path, monkeypatch, seed):
    monkeypatch.setattr(sentences, "PIECE_BITS", 2)
    monkeypatch.setattr(sentences, "PIECE", 4)
    monkeypatch.setattr(sentences, "WAITING", 50)
    order = list(INPUTS)
    random.Random(seed).shuffle(order)
    cuts = sorted(random.Random(seed).sample(range(1, len(order)), 3))
    for first, last in zip([0, *cuts], [*cuts, len(order)], strict=True):
        add(tmp_path, *order[first:last])
        assert kept(tmp_path) == made_anew(tmp_path)


def test_an_article_that_is_withdrawn_is_taken_out(tmp_path):
    add(tmp_path, "ferry.txt", "union.txt", "nurse.txt")
    before = kept(tmp_path)
    story = open_story(tmp_path / "story")
    withdraw(story, next(iter(before[0])), "made up", "desk")
    add(tmp_path)
    assert kept(tmp_path) == made_anew(tmp_path)
    assert kept(tmp_path) != before


def test_only_what_a_new_article_concerns_is_shelved(tmp_path, monkeypatch):
    add(tmp_path, "ferry.txt", "nurse.txt")
    shelved = []
    tells = shelving._tells
    monkeypatch.setattr(
        shelving, "_tells", lambda reading, keys: shelved.append(1) or tells(reading, keys)
    )
    (tmp_path / "other.txt").write_text(
        "Frost in Oslo\n\nOSLO, Norway - The mayor of Oslo, Kari Berg, closed two schools.\n"
    )
    build(tmp_path / "story", [str(tmp_path / "other.txt")])
    assert len(shelved) == 1
    assert kept(tmp_path) == made_anew(tmp_path)
