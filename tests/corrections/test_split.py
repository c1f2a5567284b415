"""Two stories in one folder are found, told and parted; one story stays one."""

import hashlib
from pathlib import Path

import pytest
from by_hand import reading, record

from secondsource.errors import UsageError
from secondsource.model.article import Article, Capture
from secondsource.model.reading import Reading
from secondsource.store.parts import write_parts
from secondsource.store.story import create_story, open_story
from secondsource.views import split
from secondsource.views.split import parts, split_notes

BOATS = """The fisheries ministry of Zanzibar held crews from Vanga after a quarrel over nets and licences in the
channel. Juma Faki of the coast guard said that patrol boats had towed dhows to Wete harbour."""
BRIDGE = """Engineers in Gaborone closed the Notwane bridge when cracks ran through its piers. Kabo Tladi, mayor,
promised lorries a detour by the quarry road until concrete had cured and inspectors were content."""


def article(name: str, text: str, n: int) -> Reading:
    """A short report: the words of its story in another order, with a number of its own."""
    sentences = text.split(". ")
    body = ". ".join(sentences[n % len(sentences) :] + sentences[: n % len(sentences)])
    return Reading(
        article=Article(
            id=f"{name}{n}", address=f"{name}{n}.txt", text=f"{n}. {body}", language="en"
        )
    )


ONE = [article("boats", BOATS, n) for n in range(5)]
TWO = [article("bridge", BRIDGE, n) for n in range(4)]


def test_two_stories_in_one_folder_are_parted_whatever_their_order():
    for readings in (ONE + TWO, (ONE + TWO)[::-1]):
        found = parts(record(readings))
        assert [part.articles for part in found] == [
            tuple(item.article.id for item in ONE),
            tuple(item.article.id for item in TWO),
        ]


def test_a_mixed_story_is_said_to_be_mixed():
    assert "2 stories" in split_notes(record(ONE + TWO))[0]


@pytest.mark.parametrize("readings", [ONE, TWO, ONE[:1], [], [*ONE, TWO[0]]])
def test_one_story_stays_one(readings):
    found = record(readings)
    assert len(parts(found)) <= 1
    assert split_notes(found) == ()


def test_a_larger_story_is_parted_by_a_sample(monkeypatch):
    whole = parts(record(ONE + TWO))
    monkeypatch.setattr(split, "MOST_COMPARED", 7)
    monkeypatch.setattr(split, "LEAST_ARTICLES", 2)
    monkeypatch.setattr(split, "PLACED_TOGETHER", 2)
    assert parts(record(ONE + TWO)) == whole
    assert [len(part.articles) for part in parts(record(TWO))] == [len(TWO)]


def test_every_article_that_was_read_is_in_one_part():
    readings = [*ONE, *TWO, reading("odd", "The Coast Guard")]
    found = [article for part in parts(record(readings)) for article in part.articles]
    assert sorted(found) == sorted(item.article.id for item in readings)


def test_parts_become_stories_with_their_captures_and_readings(tmp_path: Path):
    story = create_story(tmp_path / "mixed", "none")
    with story.store() as store:
        for item in ONE + TWO:
            data = item.article.text.encode()
            capture = Capture(
                digest=hashlib.sha256(data).hexdigest(),
                address=item.article.address,
                media_type="text/plain",
                data=data,
            )
            store.keep_bytes([capture])
            store.keep_captures([capture])
        by_address = {item.article.address: item for item in ONE + TWO}
        for row in store.captures():
            store.keep_reading(row.id, "these rules", by_address[row.address])
    (story.folder / "corrections.jsonl").write_bytes(b'{"corrections":1}\n')
    found = [part.articles for part in parts(record(ONE + TWO))]
    folders = write_parts(story, tmp_path / "out", found, "these rules")
    for folder, articles in zip(folders, found, strict=True):
        with open_story(folder).store() as store:
            assert sorted(item.article.id for item in store.readings()) == sorted(articles)
            assert store.unread("these rules") == []
            for row in store.captures():
                assert store.bytes_of(row.digest)
        assert (folder / "corrections.jsonl").read_bytes() == b'{"corrections":1}\n'
    with pytest.raises(UsageError, match="there already"):
        write_parts(story, tmp_path / "out", found, "these rules")
