"""The frozen table of statements (tests/cases/statements.jsonl): how its rows are scored."""

from types import SimpleNamespace
from typing import Any

from evaluation.protocol import Example
from evaluation.sets.statement_cases import SECOND, THIRD, load, outcomes

from secondsource.model.reading import Reading

TEXT = "Ann Bell said that it rained. Her aunt denied it."
GOLD = {"source": "Ann Bell", "cue": "said", "content": ["that it rained"], "mode": "indirect"}
GOLD |= {"kind": ["named", "unknown"], "name": "Ann Bell"}


def cited(words: str) -> SimpleNamespace:
    start = TEXT.index(words)
    return SimpleNamespace(start=start, end=start + len(words), words=words)


def statement(cue: str, content: str, **more: Any) -> SimpleNamespace:
    fields = {"source": cited("Ann Bell"), "mode": "indirect", "parent": None, "id": cue}
    voice = SimpleNamespace(kind="named", name="Ann Bell")
    fields |= {"cue": cited(cue), "content": [cited(content)], "voice": voice} | more
    return SimpleNamespace(**fields)


def told(gold: list[dict[str, Any]], *statements: Any) -> dict[str, list[bool]]:
    """Of each metric whether its decisions are right, in their order."""
    reading: Any = SimpleNamespace(statements=statements)
    typed: Reading = reading
    found: dict[str, list[bool]] = {}
    for row in outcomes(Example("x", TEXT, None, gold), typed):
        found.setdefault(row.metric, []).append(row.right)
    return found


def test_a_statement_answers_by_its_cue_and_an_opening_that_counts_for_nothing() -> None:
    metrics = ("found", "source", "content", "mode", "kind", "details", "nested")
    assert told([GOLD], statement("said", "it rained")) == {metric: [True] for metric in metrics}


def test_what_is_left_over_is_spurious_and_what_is_not_there_is_missed() -> None:
    assert told([], statement("denied", "it rained")) == {"found": [False]}
    assert told([GOLD], statement("denied", "it rained")) == {"found": [False, False]}


def test_every_field_is_held_against_its_own() -> None:
    other = statement("said", "rained", source=None, mode="direct", parent="above")
    other.voice = SimpleNamespace(kind="document", name=None)
    wrong = told([GOLD], other)
    assert wrong.pop("found") == [True]
    assert list(wrong.values()) == [[False]] * 6


def test_without_a_cue_the_words_of_the_content_answer() -> None:
    bare = GOLD | {"cue": None}
    assert told([bare], statement("denied", "it rained"))["found"] == [True]
    assert told([bare], statement("denied", "Her"))["found"] == [False, False]


def test_the_inner_one_must_stand_in_its_outer_one() -> None:
    inner = GOLD | {"cue": "denied", "within": 0, "content": None}
    outer = statement("said", "it rained")
    right = told([GOLD, inner], outer, statement("denied", "Her", parent="said"))
    assert right["nested"] == [True, True]
    wrong = told([GOLD, inner], outer, statement("denied", "Her"))
    assert wrong["nested"] == [True, False]


def test_one_cue_twice_answers_by_the_source() -> None:
    said = statement("said", "it rained")
    other = statement("said", "it rained")
    other.source = cited("Her aunt")
    assert told([GOLD], other, said)["source"] == [True]


def test_the_tables_hold_their_rows() -> None:
    rows = load()
    assert len(rows) == 132
    assert sum(len(row.gold) for row in rows) == 127
    rows = load(table=SECOND)
    assert len(rows) == 96
    assert sum(len(row.gold) for row in rows) == 107
    rows = load(table=THIRD)
    assert len(rows) == 60
    assert sum(len(row.gold) for row in rows) == 63
