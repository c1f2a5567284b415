"""Which article stands in which chapter: by its day, whatever came first, and by its digest where a day has too many."""

from datetime import date, timedelta
from random import Random

import pytest

from secondsource.record.chapters.parting import Limits, chapters_of

SMALL = Limits(told_at_once=3, in_a_chapter=4, looked_at=2)


def days(*counts: tuple[str | None, int]) -> dict[str, str | None]:
    """So many articles of each day."""
    return {f"{day} {n}": day for day, count in counts for n in range(count)}


STORIES = (
    (days(("2024-05-01", 3)), [], "as many as are told at once: no chapter"),
    (days(("2024-05-01", 4)), [4], "more, but of one day and few enough"),
    (days(("2024-05-01", 4), ("2024-05-02", 1)), [4, 1], "one too many: halved between the days"),
    (days(("1998-01-01", 1), ("2024-05-01", 4)), [1, 4], "years apart: halved where the calendar is"),
    (days(("2024-05-01", 9)), None, "one day with too many: by digests, each few enough"),
    (days(("2024-05-01", 4), (None, 2)), [4, 2], "those without a day stand by themselves, last"),
    (days((None, 9)), None, "and by digests where they are too many"),
)  # fmt: skip


@pytest.mark.parametrize(("story", "sizes", "why"), STORIES, ids=[row[2] for row in STORIES])
def test_no_chapter_is_too_large(story, sizes, why):
    chapters = chapters_of(story, SMALL)
    found = [len(chapter.articles) for chapter in chapters]
    assert sizes is None or found == sizes, why
    assert all(0 < size <= SMALL.in_a_chapter for size in found)
    assert len({chapter.id for chapter in chapters}) == len(chapters)
    if chapters:
        assert sorted(id for chapter in chapters for id in chapter.articles) == sorted(story)


LOOKS = (
    ("2024-05-01", "2024-05-02", 2, 2, "the next day: the nearest two of each"),
    ("2024-05-01", "2024-05-04", 2, 2, "three days later"),
    ("2024-05-01", "2024-05-05", 0, 0, "four days later: nobody tells of the same day"),
    ("2024-05-01", None, 0, 0, "no day: near to nothing"),
)  # fmt: skip


@pytest.mark.parametrize(("first", "second", "before", "after", "why"), LOOKS)
def test_neighbours_look_at_what_is_near(first, second, before, after, why):
    one, two = chapters_of(days((first, 4), (second, 4)), SMALL)
    assert (len(two.before), len(one.after)) == (before, after), why
    assert set(two.before) <= set(one.articles)
    assert set(one.after) <= set(two.articles)
    assert one.before == two.after == ()


def test_only_the_newest_chapter_with_a_day_is_the_newest():
    chapters = chapters_of(days(("2024-05-01", 4), ("2024-05-09", 4), (None, 4)), SMALL)
    assert [chapter.is_newest for chapter in chapters] == [False, True, False]


def test_any_order_gives_the_same_and_one_more_parts_only_its_own():
    chance = Random(7)
    begin = date(2024, 1, 1)
    story: dict[str, str | None] = {
        f"report {n}": (begin + timedelta(days=chance.randrange(200))).isoformat()
        for n in range(300)
    }
    limits = Limits(told_at_once=20, in_a_chapter=16, looked_at=4)
    before = chapters_of(story, limits)
    shuffled = list(story.items())
    chance.shuffle(shuffled)
    assert chapters_of(dict(shuffled), limits) == before
    for n in range(40):
        more = story | {f"one more {n}": (begin + timedelta(days=5 * n)).isoformat()}
        held = {chapter.articles for chapter in chapters_of(more, limits)}
        changed = [chapter for chapter in before if chapter.articles not in held]
        assert len(changed) == 1
