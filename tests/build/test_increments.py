"""However the reports arrive, the record is that of a rebuild from nothing, byte for byte."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import FERRY, FERRY_LATER, NURSE, UNION, each_text_read_once, export_of

from secondsource.build import build
from secondsource.corrections.file import append
from secondsource.model.judgement import Judgement
from secondsource.model.value import identifier
from secondsource.reading.language import best_package
from secondsource.store.story import create_story, open_story
from secondsource.store.withdrawals import withdraw

READ: dict[object, object] = {}


def line(text: str, **more: str) -> str:
    return json.dumps({"text": text, **more}) + "\n"


INPUTS: tuple[tuple[str, str], ...] = (
    ("ferry.txt", FERRY),
    ("other/ferry.txt", FERRY_LATER),
    ("union.txt", UNION),
    ("other/union.txt", NURSE),
    ("empty.txt", ""),
    ("copy.txt", UNION),
    ("a.jsonl", line(FERRY, url="https://gazette.example/f", captured="2023-10-03T08:00:00Z")),
    ("b.jsonl", line(FERRY_LATER, url="https://gazette.example/f", captured="2023-10-05T08:00:00Z")),
    ("c.jsonl", line(FERRY, url="https://gazette.example/f", captured="2023-10-04T08:00:00Z")),
    ("d.jsonl", line(NURSE, url="https://gazette.example/n", title="Nurse counts the hurt")),
    ("e.jsonl", line(NURSE, url="https://gazette.example/n", title="Hospital counts 14 hurt")),
)  # fmt: skip
"""Folder or file, and text: the same file name in two folders, copies, a broken input, versions of one
address in one file each, the same text with another title."""


Decision = Callable[[Path], object]
"""What a person does to the story in a folder."""


def built(
    folder: Path, parts: list[list[int]], decisions: list[tuple[int, Decision]] = ()
) -> bytes:  # type: ignore[assignment]
    """The record after one build for each part, each decision made before the build of its number."""
    with each_text_read_once(READ):
        for number, part in enumerate(parts):
            for before, decide in decisions:
                if before == number:
                    create_story(folder / "story", best_package())
                    decide(folder / "story")
            source = folder / str(number)
            for index in part:
                name, text = INPUTS[index]
                place = source / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, "utf-8")
            build(folder / "story", sorted(source.rglob("*.*")) if part else [])
    return export_of(folder / "story")


@pytest.fixture(scope="module")
def from_nothing(tmp_path_factory) -> bytes:
    return built(tmp_path_factory.mktemp("whole"), [list(range(len(INPUTS)))])


@pytest.fixture(scope="module")
def decided(from_nothing) -> list[Decision]:
    """Decisions of people about that record: two reports withdrawn, one of them again in the story, a claim that is
    wrong, two actors that are one."""
    rows = [json.loads(one) for one in from_nothing.splitlines()]
    of_type = {
        kind: [row for row in rows if row["type"] == kind] for kind in ("article", "event", "actor")
    }
    nurse, union = (
        next(row["id"] for row in of_type["article"] if row.get("address", "").endswith(name))
        for name in ("/n", "copy.txt")
    )
    first, second = (row["id"] for row in of_type["actor"][:2])
    event = of_type["event"][0]["mentions"][0]["id"]

    def judged(decision: str, *subjects: str, **more: str) -> Decision:
        fields = {"decision": decision, "subjects": subjects, "who": "desk", "why": "seen"}
        id = identifier(*fields.values())
        judgement = Judgement(id=id, when="2023-10-09", **fields, **more)  # type: ignore[arg-type]
        return lambda folder: append(folder, judgement)

    return [
        lambda folder: withdraw(open_story(folder), nurse, "made up", "desk"),
        lambda folder: withdraw(open_story(folder), union, "said twice", "desk"),
        judged("wrong", event, value="claim"),
        judged("same", first, second),
    ]


@st.composite
def splits(draw: st.DrawFn) -> list[list[int]]:
    """The inputs in any order, parted into a few builds, some of them given again."""
    order = draw(st.permutations(range(len(INPUTS))))
    cuts = sorted(draw(st.sets(st.integers(1, len(INPUTS) - 1), max_size=2)))
    parts = [list(order[a:b]) for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    if draw(st.booleans()):
        parts.append(draw(st.lists(st.sampled_from(order), max_size=3, unique=True)))
    return parts


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(parts=splits())
def test_any_order_and_any_split_give_the_same_bytes(from_nothing, parts):
    with tempfile.TemporaryDirectory() as folder:
        assert built(Path(folder), parts) == from_nothing


@pytest.fixture(scope="module")
def from_nothing_decided(tmp_path_factory, decided) -> bytes:
    first = [(0, decide) for decide in decided]
    return built(tmp_path_factory.mktemp("decided"), [list(range(len(INPUTS)))], first)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(parts=splits(), data=st.data())
def test_so_do_decisions_made_at_any_time(from_nothing_decided, decided, parts, data):
    times = [data.draw(st.integers(0, len(parts) - 1)) for _ in decided]
    with tempfile.TemporaryDirectory() as folder:
        assert built(Path(folder), parts, list(zip(times, decided, strict=True))) == (
            from_nothing_decided
        )


def test_decisions_change_the_record(from_nothing, from_nothing_decided):
    rows = [json.loads(one) for one in from_nothing_decided.splitlines()]
    assert from_nothing != from_nothing_decided
    assert sum(row["type"] == "article" and row["status"] == "withdrawn" for row in rows) == 2
    assert sum(row["type"] == "judgement" for row in rows) == 2


def test_the_story_has_what_makes_it_hard(from_nothing):
    rows = [json.loads(one) for one in from_nothing.splitlines()]
    articles = [row for row in rows if row["type"] == "article"]
    assert sorted(row["status"] for row in articles) == ["failed", *["read"] * 5]
    assert sorted(len(row["versions"]) for row in articles) == [0, 0, 0, 0, 1, 1]
