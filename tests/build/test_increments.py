"""However the reports arrive, the record is that of a rebuild from nothing, byte for byte."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import FERRY, FERRY_LATER, NURSE, UNION, each_text_read_once, export_of

from secondsource.build import build

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


def built(folder: Path, parts: list[list[int]]) -> bytes:
    """The record after one build for each part."""
    with each_text_read_once(READ):
        for number, part in enumerate(parts):
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


def test_the_story_has_what_makes_it_hard(from_nothing):
    rows = [json.loads(one) for one in from_nothing.splitlines()]
    articles = [row for row in rows if row["type"] == "article"]
    assert sorted(row["status"] for row in articles) == ["failed", *["read"] * 5]
    assert sorted(len(row["versions"]) for row in articles) == [0, 0, 0, 0, 1, 1]
