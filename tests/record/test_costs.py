"""What rules cost: counts of calls, which are the same on every machine, since seconds on a busy one hide a tenth more.

Each number of `CALLS` is what a step does for an article when one more is added to the example story four times over, in other
words. A rule that needs more raises it here, in the commit that brings the rule, where it can be seen and weighed.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from bench.enlarge import enlarged
from tests.record.counting import calls_within
from tests.record.test_alike import Kept

from secondsource.lineage import trace
from secondsource.model.reading import Reading
from secondsource.record import clusters
from secondsource.record import record as steps
from secondsource.record.claims import find_claims
from secondsource.store.story import open_story

STEPS: dict[str, Callable[..., object]] = {
    "the record": steps.make_record,
    "anchoring": steps.anchored,
    "refrains": steps.without_refrains,
    "actors": clusters.find_actors,
    "voices": clusters.find_voices,
    "utterances": clusters.find_utterances,
    "events": clusters.find_events,
    "series": clusters.find_series,
    "claims": find_claims,
    "conflicts": steps.find_conflicts,
    "changes": steps.find_changes,
    "doubts": steps.find_doubts,
}

CALLS = {
    "the record": 36,
    "anchoring": 384,
    "refrains": 33,
    "actors": 122,
    "voices": 124,
    "utterances": 1311,
    "events": 1692,
    "series": 649,
    "claims": 1475,
    "conflicts": 354,
    "changes": 9,
    "doubts": 597,
}
"""Calls of our functions for each article, without comprehensions and what a cache answers."""

MORE = 1.15
"""So many times the calls of a step are too many to go unnoticed, ..."""

MORE_IN_ALL = 1.05
"""... and of all steps together."""

LEAST_SEEN = 50
"""Calls for an article below which a step may do as it likes."""


@pytest.fixture(scope="module")
def readings(pemba_story) -> list[Reading]:
    with open_story(pemba_story).store() as store:
        return list(store.readings())


def calls_of_one_more(readings: Sequence[Reading], copies: int) -> Counter[str]:
    """The calls of each step when the last of so many copies of all readings is added to the others."""
    story = list(enlarged(readings, copies))
    lineage = trace([one.article for one in story])
    steps.make_record(story, lineage)  # so that what is cached for the whole process is there
    kept = Kept()
    steps.make_record(story[:-1], trace([one.article for one in story[:-1]]), keeping=kept)
    with calls_within(STEPS) as calls:
        steps.make_record(story, lineage, keeping=kept)
    return Counter({step: round(calls[step] / len(story)) for step in STEPS})


@pytest.fixture(scope="module")
def calls(readings) -> Counter[str]:
    return calls_of_one_more(readings, 4)


def test_no_step_costs_more_than_is_written_down(calls):
    more = {
        step: f"{calls[step]} calls an article, {CALLS[step]} are written down"
        for step in STEPS
        if calls[step] > max(LEAST_SEEN, MORE * CALLS[step])
    }
    assert not more, f"{more}; if it is worth that, let CALLS be {dict(calls)}"


def test_nor_do_all_together(calls):
    allowed = MORE_IN_ALL * sum(CALLS.values())
    assert calls.total() <= allowed, f"if it is worth that, let CALLS be {dict(calls)}"


def test_no_step_grows_with_the_square_of_the_story(readings, calls):
    """Copies tell the same in other words, so that more is alike than in other stories: twice as many articles may cost each
    half as much again, but not twice as much."""
    twice = calls_of_one_more(readings, 8)
    grown = {step: twice[step] / calls[step] for step in STEPS if calls[step] > LEAST_SEEN}
    assert max(grown.values()) < 1.75, grown
