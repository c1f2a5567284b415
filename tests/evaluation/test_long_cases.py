"""Long sentences of several events (tests/cases/status-long.jsonl): how their rows are scored."""

from types import SimpleNamespace
from typing import Any

from evaluation.protocol import Example
from evaluation.sets import status_long

from secondsource.model.reading import Reading

ROW = {"text": "They fled.", "trigger": "fled", "occurrence": 0, "type": "retreat"}


def outcome(given: str | None, **more: Any) -> tuple[str, str | None, str | None, bool]:
    """What is scored when the reading gives one event of this status, or none."""
    citation = SimpleNamespace(start=5, end=9)
    event = SimpleNamespace(citation=citation, type="retreat", status=given)
    reading: Any = SimpleNamespace(events=(event,) if given else ())
    row = {**ROW, **more}
    typed: Reading = reading
    made = status_long.outcomes(Example("l1", ROW["text"], None, row), typed)
    return made[0].metric, made[0].gold, made[0].found, made[0].right


def test_a_status_that_is_accepted_too_is_right_and_counts_as_the_answer() -> None:
    assert outcome("ongoing", status="happened", also=["ongoing"]) == (
        "status",
        "ongoing",
        "ongoing",
        True,
    )
    assert outcome("planned", status="happened", also=["ongoing"]) == (
        "status",
        "happened",
        "planned",
        False,
    )
    assert outcome(None, status="happened") == ("status", "happened", None, False)


def test_where_none_may_be_any_event_is_wrong() -> None:
    assert outcome("planned", status="happened", expect_absent=True)[0] == "absent"
    assert not outcome("planned", status="happened", expect_absent=True)[3]
    assert outcome(None, status="happened", expect_absent=True)[3]
