"""A story above the limit is told in chapters: the same bytes however it came, nothing twice, and one article more makes
again only what it touches."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from small import HEAD, each_text_read_once, export_of, record_of, whole_article

from secondsource.build import build, chaptered
from secondsource.build.known import record_known_at
from secondsource.check.shelves import shelving
from secondsource.check.shelves.shelving import kept_shelf
from secondsource.record.chapters import parting
from secondsource.record.chapters.parting import Limits
from secondsource.store.chapters import chapter_rows
from secondsource.store.pages import Snapshot
from secondsource.store.story import open_story
from secondsource.store.withdrawals import withdraw

SMALL = Limits(told_at_once=6, in_a_chapter=4, looked_at=2)
"""Limits under which a dozen short reports make several chapters."""

READ: dict[object, object] = {}


def report(day: int, headline: str, *sentences: str) -> str:
    return (
        f"{headline}\n" + HEAD.format(day=day) + "MOMBASA, Kenya - " + "\n\n".join(sentences) + "\n"
    )


TEXTS: dict[str, str] = {
    "a2": report(2, "Foreman arrested", "Police arrested a foreman, Juma Bakari, in Likoni on Sunday, police chief Daniel Mutua said.",
                 "Mutua said that 12 passengers were hurt when a ramp broke."),
    "b3": report(3, "Police hold foreman", "Police arrested the foreman Juma Bakari in Likoni on Sunday, Daniel Mutua told reporters.",
                 "“He will be charged this week,” Mutua said.", "He said that 12 passengers were hurt when a ramp broke."),
    "c3": report(3, "Boatmen ask", "The union of boatmen asked the county for a meeting, its chairwoman Neema Kazungu said."),
    "d4": report(4, "Nurse counts", "A nurse, Rehema Juma, said on Wednesday that 14 passengers were hurt when a ramp broke."),
    "e5": report(5, "Boatmen meet county", "The union of boatmen met county officials on Thursday, Neema Kazungu said."),
    "f8": report(8, "Night crossings end", "The ferry company stopped all night crossings on Sunday, its director Omari Chuo said.",
                 "Kenya and Tanzania will hold talks in Mombasa on Tuesday, Chuo said."),
    "g9": report(9, "Director speaks", "“We do not gamble with lives,” director Omari Chuo said on Monday."),
    "h10": report(10, "Court hears foreman", "A court in Mombasa heard the foreman Juma Bakari on Tuesday.",
                  "His lawyer Amina Said denied that he had been warned."),
    "i12": report(12, "Ferry resumes", "The ferry company resumed night crossings on Thursday, Omari Chuo said."),
    "j16": report(16, "Company to pay", "The ferry company will pay 300,000 shillings to each passenger who was hurt, Omari Chuo said on Monday."),
    "k17": report(17, "Union refuses", "The union of boatmen refused the offer of the ferry company on Tuesday, Neema Kazungu said."),
    "l20": report(20, "Ramp tested", "Engineers tested the new ramp at Likoni on Friday, the county said."),
    "m": "A letter from Likoni\n\nThe foreman Juma Bakari mended ramps for twenty years, his neighbour Salma Hassan said.\n",
}  # fmt: skip
"""Reports by name, the number being the day of October; `a2` and `b3` tell of one arrest on the two sides of a border, `m` has no
day."""


@pytest.fixture(autouse=True)
def small_limits(monkeypatch):
    monkeypatch.setattr(parting, "LIMITS", SMALL)


def add(folder: Path, names: Sequence[str]) -> None:
    """One build more of the story in `folder` with these reports."""
    for name in names:
        (folder / f"{name}.txt").write_text(TEXTS[name], "utf-8")
    with each_text_read_once(READ):
        build(folder / "story", [folder / f"{name}.txt" for name in names])


def built(folder: Path, *parts: Sequence[str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for names in parts:
        add(folder, names)
    return folder / "story"


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "LIMITS", SMALL)
        yield built(tmp_path_factory.mktemp("whole"), list(TEXTS))


def stood_in(folder: Path) -> list[set[str]]:
    """The chapters of a story in their order, each as the names of its reports."""
    with open_story(folder).store() as store:
        rows = {row.id: row.article.address for row in store.record().articles if row.article}
        held = store.database.rows("SELECT id, held FROM chapter WHERE place > 0 ORDER BY place")
    return [
        {rows[id].removesuffix(".txt") for id in json.loads(text)["rows"]["article"]}
        for _, text in held
    ]


def test_reports_stand_in_chapters_by_their_days(whole):
    assert stood_in(whole) == [
        {"a2"},
        {"b3", "c3", "d4", "e5"},
        {"f8", "g9", "h10", "i12"},
        {"j16", "k17", "l20"},
        {"m"},
    ]


PARTS = (
    ("in two builds", (list(TEXTS)[:7], list(TEXTS)[7:])),
    ("the newest first", (list(TEXTS)[6:], list(TEXTS)[:6])),
    ("small at first, and told at once", (["m", "k17", "a2"], ["b3", "j16"], [*TEXTS])),
    ("one by one behind the limit", ([*list(TEXTS)[1:9], "m"], ["a2"], ["l20"], ["j16"], ["k17"])),
)


@pytest.mark.parametrize(("why", "parts"), PARTS, ids=[why for why, _ in PARTS])
def test_any_order_and_any_split_give_the_same_bytes(tmp_path, whole, why, parts):
    assert export_of(built(tmp_path, *parts)) == export_of(whole)


def test_any_number_of_workers_gives_the_same_bytes(tmp_path, whole):
    add(tmp_path, list(TEXTS))
    with open_story(tmp_path / "story").store() as store:
        store.set_meta("record_made_from", "another record")
    shutil.rmtree(tmp_path / "story/cache")
    assert build(tmp_path / "story", [], workers=2).changed
    assert export_of(tmp_path / "story") == export_of(whole)


def test_nothing_stands_twice_and_nothing_is_lost(whole):
    record = record_of(whole)
    mentions = Counter(
        mention.id
        for items in (
            *(event.mentions for event in record.events),
            *(series.points for series in record.series),
            *(utterance.statements for utterance in record.utterances),
        )
        for mention in items
    )
    assert set(mentions.values()) == {1}
    with open_story(whole).store() as store:
        read = {event.id for reading in store.readings() for event in reading.events}
    assert read <= mentions.keys()


def test_one_arrest_told_on_both_sides_of_a_border_is_one(whole):
    record = record_of(whole)
    address = {row.id: row.article.address for row in record.articles if row.article}
    told = [
        {address[mention.article] for mention in event.mentions}
        for event in record.events
        if event.event_type == "coerce"
    ]
    assert told == [{"a2.txt", "b3.txt"}]
    [counted] = [line for line in record.series if any(p.low == 12 for p in line.points)]
    assert {address[point.article] for point in counted.points if point.low == 12} == {
        "a2.txt",
        "b3.txt",
    }


def test_people_and_newsrooms_are_one_in_all_chapters(whole):
    record = record_of(whole)
    [foreman] = [actor for actor in record.actors if "Juma Bakari" in actor.names]
    assert len(foreman.articles) == 4
    named = {who.id for event in record.events for who in event.targets if "Bakari" in who.name}
    assert named == {foreman.id}
    assert len({voice.id for voice in record.voices}) == len(record.voices)


def test_what_was_announced_is_overdue_in_the_newest_chapter_alone(whole):
    """Talks on Tuesday, and the chapter ends on Thursday: a later one may say that they were held."""
    assert [change for change in record_of(whole).changes if "past" in change.became] == []


KNOWN = (
    ("2023-10-20", len(TEXTS) - 1, 4, "told in chapters too"),
    ("2023-10-04", 4, 0, "then it was a small story"),
)


@pytest.mark.parametrize(("day", "articles", "chapters", "why"), KNOWN, ids=[r[0] for r in KNOWN])
def test_what_was_known_on_a_day_is_told_as_it_was_then(
    tmp_path, whole, day, articles, chapters, why
):
    then = [name for name in TEXTS if name[1:] and int(name[1:]) <= int(day[-2:])]
    folder = built(tmp_path, then)
    with open_story(folder).store() as store:
        assert len(chapter_rows(store)) == chapters, why
    with open_story(whole).store() as store:
        record, known = record_known_at(open_story(whole), store, day)
    assert known.by_date == articles
    assert msgspec.structs.replace(record, known_at=None) == record_of(folder)


@pytest.fixture
def told(monkeypatch) -> list[set[str]]:
    """The reports of each chapter that is made from now on."""
    found: list[set[str]] = []
    tell = chaptered.tell_chapter

    def noted(job):
        found.append({asked.address.removesuffix(".txt") for asked in job.own})
        return tell(job)

    monkeypatch.setattr(chaptered, "tell_chapter", noted)
    return found


MORE = (
    ("g9", [{"f8", "g9", "h10", "i12"}], "inside of a chapter: no other"),
    ("f8", [{"b3", "c3", "d4", "e5"}, {"f8", "g9", "h10", "i12"}], "the one before looks at its first"),
    ("e5", [{"a2"}, {"b3", "c3", "d4", "e5"}, {"f8", "g9", "h10", "i12"}], "a chapter is parted, and the next looks at its last"),
    ("j16", [{"j16", "k17", "l20"}], "four days after the last of the chapter before: none looks"),
    ("m", [{"m"}], "without a day: a chapter of its own"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "chapters", "why"), MORE, ids=[row[0] for row in MORE])
def test_one_article_more_makes_again_what_it_touches(tmp_path, whole, told, one, chapters, why):
    add(tmp_path, [name for name in TEXTS if name != one])
    told.clear()
    add(tmp_path, [one])
    assert told == chapters, why
    assert export_of(tmp_path / "story") == export_of(whole)


def test_the_search_finds_each_report_once(tmp_path, whole):
    add(tmp_path, list(TEXTS)[3:])
    add(tmp_path, list(TEXTS)[:3])
    for folder in (whole, tmp_path / "story"):
        with open_story(folder).store() as store:
            found = store.database.rows("SELECT id FROM article_text")
            assert len(found) == len(set(found)) == len(TEXTS)


def test_nothing_new_makes_nothing(tmp_path, told):
    add(tmp_path, list(TEXTS))
    told.clear()
    with each_text_read_once(READ):
        report = build(tmp_path / "story", [])
    assert told == []
    assert not report.changed
    assert report.articles == len(TEXTS)
    assert any("told in 5 chapters, 2023-10-02 to 2023-10-20" in note for note in report.notes)


def test_a_build_that_is_cut_off_leaves_the_record_and_what_it_made(
    tmp_path, whole, told, monkeypatch
):
    add(tmp_path, list(TEXTS)[:9])
    before = export_of(tmp_path / "story")
    tell = chaptered.tell_chapter

    def cut_off(job):
        if len(told) > 1:
            raise KeyboardInterrupt
        return tell(job)

    told.clear()
    with monkeypatch.context() as patch:
        patch.setattr(chaptered, "tell_chapter", cut_off)
        with pytest.raises(KeyboardInterrupt):
            add(tmp_path, list(TEXTS)[9:])
    assert export_of(tmp_path / "story") == before
    add(tmp_path, [])
    assert export_of(tmp_path / "story") == export_of(whole)
    assert not list((tmp_path / "story/cache/chapters").glob("*.told"))


def test_a_story_whose_cache_is_thrown_away_is_the_same(tmp_path, whole):
    add(tmp_path, [name for name in TEXTS if name != "d4"])
    shutil.rmtree(tmp_path / "story/cache")
    add(tmp_path, ["d4"])
    assert export_of(tmp_path / "story") == export_of(whole)


def test_a_story_that_becomes_small_is_told_at_once(tmp_path, monkeypatch):
    names = list(TEXTS)[:8]
    add(tmp_path, names)
    monkeypatch.setattr(parting, "LIMITS", Limits())
    add(tmp_path, ["m"])
    at_once = built(tmp_path / "other", [*names, "m"])
    assert export_of(tmp_path / "story") == export_of(at_once)
    with open_story(tmp_path / "story").store() as store:
        assert not chapter_rows(store)


SHELVED = (
    ("g9", {"f8", "g9", "h10", "i12", "j16", "k17", "l20"}, "its chapter, and the next of which it may tell"),
    ("l20", {"j16", "k17", "l20", "m"}, "the same, at the end"),
    ("m", {"m"}, "without a day, there is no next"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "looked_at", "why"), SHELVED, ids=[row[2] for row in SHELVED])
def test_check_looks_again_at_chapters_that_changed(
    tmp_path, whole, monkeypatch, one, looked_at, why
):
    add(tmp_path, [name for name in TEXTS if name != one])
    found: set[str] = set()
    shelve = shelving._shelve_article

    def noted(sentences, id, name, load, *rest):
        found.add(load().article.address.removesuffix(".txt"))
        shelve(sentences, id, name, load, *rest)

    monkeypatch.setattr(shelving, "_shelve_article", noted)
    add(tmp_path, [one])
    assert found == looked_at, why
    assert shelved(tmp_path / "story") == shelved(whole)


def test_check_forgets_what_stands_in_no_chapter(tmp_path):
    add(tmp_path, list(TEXTS)[:9])
    with open_story(tmp_path / "story").store() as store:
        one = next(row.id for row in store.record().articles if row.article.address == "h10.txt")
    withdraw(open_story(tmp_path / "story"), one, "made up", "desk")
    add(tmp_path, [])
    assert one not in shelved(tmp_path / "story")
    assert len(shelved(tmp_path / "story")) == 8


def shelved(folder: Path) -> dict[str, object]:
    """What `check` keeps of each article, and the keys by which its sentences are found."""
    story = open_story(folder)
    with closing(Snapshot(story.database)) as snapshot:
        shelf = kept_shelf(story, snapshot)
        return {
            id: (whole_article(shelf._article(id)), shelving._kept_places(shelf._sentences, id))
            for id in shelf._ids
        }
