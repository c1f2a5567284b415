"""Numbers that two reports tell with other nouns, and numbers that only look the same."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.record import told_again as told_again_module

ONE = [
    (
        "a rate of a leak, as so much oil and as a flow",
        "The harbour office estimates that 4,000 barrels a day of crude are gushing from the cracked pipe off Mombasa.",
        "The company put the flow from the cracked pipe off Mombasa, where crude is gushing into the sea, at 4,000 barrels per day.",
        4000,
    ),
    (
        "a sum, as a fund and as an amount",
        "The bank agreed to a $30 million fund for fishermen who lost their nets in the flood, the minister said.",
        "Fishermen who lost their nets in the flood were given $30 million by the bank, Omari Chuo said.",
        30_000_000,
    ),
]

TWO = [
    (
        "what a pump can do at most, and what it did",
        "The ministry said the pump was collecting 4,000 barrels a day from the cracked pipe off Mombasa.",
        "The pump off Mombasa has a capacity of 4,000 barrels a day from the cracked pipe, the company said.",
        4000,
    ),
    (
        "a number that somebody doubts",
        "The harbour office estimates that 4,000 barrels a day of crude are gushing from the cracked pipe off Mombasa.",
        "“I do not see how crude gushing from the cracked pipe off Mombasa is only 4,000 barrels a day,” said Ida Lund.",
        4000,
    ),
    (
        "those who come on top of others",
        "The clinic said two children had been bitten by hyenas near the lake in the drought.",
        "The ministry said two more children had been bitten by hyenas near the lake in the drought.",
        2,
    ),
    (
        "the most that one allows is the least of the other",
        "The harbour office put the dead of the flood in Mombasa at 50,000 to 100,000.",
        "The minister said more than 100,000 people died in the flood in Mombasa.",
        100_000,
    ),
    (
        "sums for other ends",
        "The bank agreed to a $30 million fund for fishermen who lost their nets in the flood, the minister said.",
        "A new stadium for the capital will cost $30 million, Ida Lund said after a council vote.",
        30_000_000,
    ),
]


def lines_with(record, value):
    return [
        line.id
        for line in record.series
        for point in line.points
        if value in (point.low, point.high)
    ]


@pytest.mark.parametrize(("why", "one", "two", "value"), ONE, ids=[row[0] for row in ONE])
def test_one_number_in_two_wordings(record, why, one, two, value):
    found = lines_with(record((one, "2031-05-10"), (two, "2031-05-11")), value)
    assert len(found) == 2
    assert len(set(found)) == 1


@pytest.mark.parametrize(("why", "one", "two", "value"), TWO, ids=[row[0] for row in TWO])
def test_two_numbers_are_not_one_claim(record, why, one, two, value):
    story = record((one, "2031-05-10"), (two, "2031-05-11"))
    points = {
        point.id
        for line in story.series
        for point in line.points
        if value in (point.low, point.high)
    }
    assert len(points) == 2
    claims = [claim for claim in story.claims if claim.kind == "figure" and claim.about in points]
    assert len(claims) == 2


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.integers(1, 9).flatmap(
        lambda count: st.tuples(
            st.lists(st.integers(0, 3), min_size=count, max_size=count),
            st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=12),
        )
    )
)
def test_points_are_tied_by_chains_of_pairs_whatever_their_order(drawn):
    articles, pairs = drawn
    everyone = [
        SimpleNamespace(
            point=SimpleNamespace(id=f"p{n}", article=f"a{a}", part="text"), value=(7.0,)
        )
        for n, a in enumerate(articles)
    ]
    like = {
        frozenset((f"p{one}", f"p{two}")) for one, two in pairs if articles[one] != articles[two]
    }

    def is_tied(one, two, weights):
        return frozenset((one.point.id, two.point.id)) in like

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(told_again_module, "is_told_again", is_tied)
        found = sorted(told_again_module._tied(everyone, {}))
    reached = {told.point.id: {told.point.id} for told in everyone}
    for _ in everyone:
        for one, two in map(tuple, like):
            both = reached[one] | reached[two]
            for id in both:
                reached[id] = both
    assert found == sorted(map(list, {tuple(sorted(group)) for group in reached.values()}))
