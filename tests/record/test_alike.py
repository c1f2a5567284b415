"""What was compared is kept: with what any earlier build kept, pairs and whole records are those from nothing."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.given_days import on

from secondsource.lineage import trace
from secondsource.model.article import Article
from secondsource.record import words
from secondsource.record.alike import alike_pairs, print_of
from secondsource.record.record import make_record
from secondsource.record.words import StemWeights, sampled_weights

MOST = 5
"""Larger blocks are left out, so that one more item can part what was compared."""

WEIGHTS = StemWeights({"reef": 1.5})


class Kept(dict[tuple[str, str], bytes]):
    """What was kept, in memory."""

    def kept(self, kind: str, key: str) -> bytes | None:
        return self.get((kind, key))

    def keep(self, kind: str, key: str, value: bytes) -> None:
        self[kind, key] = value


Items = dict[str, frozenset[int]]
"""Ids with what is compared of them; who has a number in common shares a block."""


def blocks_of(items: Items) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id in sorted(items):
        for number in items[id]:
            found.setdefault(str(number), []).append(id)
    return {name: block for name, block in found.items() if 2 <= len(block) <= MOST}


def compared(items: Items, weights=WEIGHTS, asked: list | None = None, **keeping):
    def compare(one: str, two: str) -> float:
        if asked is not None:
            asked.append((one, two))
        shared = len(items[one] & items[two]) * weights["reef"]
        return shared if shared >= 2 else 0.0

    prints = {id: print_of(id, sorted(items[id])) for id in items}
    return alike_pairs(blocks_of(items), prints, weights, compare, "numbers", **keeping)


STATES = st.lists(
    st.dictionaries(
        st.sampled_from("abcdefghij"),
        st.frozensets(st.integers(0, 6), min_size=1, max_size=4),
        max_size=10,
    ),
    min_size=2,
    max_size=4,
)


@given(states=STATES, heavier=st.booleans())
def test_pairs_with_what_was_kept_are_those_of_all_blocks(states, heavier):
    kept = Kept()
    for n, items in enumerate(states):
        weights = StemWeights({"reef": 2.5}) if heavier and n == 1 else WEIGHTS
        within = {pair for block in blocks_of(items).values() for pair in combinations(block, 2)}
        alike = {
            (one, two): len(items[one] & items[two]) * weights["reef"]
            for one, two in within
            if len(items[one] & items[two]) * weights["reef"] >= 2
        }
        assert compared(items, weights, keeping=kept) == alike
        assert compared(items, weights) == alike


def test_one_more_is_compared_with_all_in_its_blocks_and_nothing_else_again():
    kept = Kept()
    items: Items = {"a": frozenset({1, 2}), "b": frozenset({1, 2}), "d": frozenset({1, 3})}
    compared(items, keeping=kept)
    asked: list[tuple[str, str]] = []
    compared({**items, "c": frozenset({1, 3})}, asked=asked, keeping=kept)
    assert sorted(asked) == [("a", "c"), ("b", "c"), ("c", "d")]
    asked.clear()
    compared({**items, "c": frozenset({1, 3}), "b": frozenset({2})}, asked=asked, keeping=kept)
    assert asked == [("a", "b")]


def test_words_of_a_large_story_are_weighed_over_a_sample_that_hangs_on_no_order(monkeypatch):
    texts = [(f"report {n}", frozenset({"reef", f"word{n}"})) for n in range(9)]
    monkeypatch.setattr(words, "MOST_WEIGHED", 4)
    sample = sampled_weights(texts)
    assert sample == sampled_weights(texts[::-1])
    assert len(sample) == 1 + 4
    rarest = max(sample.values())
    assert sample["word nobody has"] == rarest
    assert sample.total(frozenset({"word nobody has", "reef"})) == rarest + sample["reef"]


REPORTS = [
    (
        "The harbour master of Lamu, Omari Chuo, said on Monday that the pier would be closed for three weeks after"
        " a barge struck it. Omari Chuo met the governor Neema Kazungu in Mombasa on Tuesday. Some 40 boats were"
        " damaged.",
        "2031-03-05",
    ),
    (
        "Omari Chuo, harbour master of Lamu, said the pier would be closed for three weeks since a barge struck it. The"
        " governor, Neema Kazungu, met Omari Chuo in Mombasa on Tuesday. At least 38 boats were damaged.",
        "2031-03-05",
    ),
    (
        "Governor Neema Kazungu threatened to sue the owner of the barge. “Nobody may leave a broken pier behind and"
        " sail away from it,” Neema Kazungu said on Wednesday. Police arrested the skipper Ali Bakari in Lamu.",
        "2031-03-06",
    ),
    (
        "Police arrested Ali Bakari, the skipper, in Lamu on Wednesday, the governor said. “Nobody may leave a broken"
        " pier behind and sail away from it,” said Neema Kazungu. Some 40 boats were damaged on Sunday.",
        "2031-03-06",
    ),
    (
        "The pier at Lamu will be closed for three weeks, harbour master Omari Chuo said on Monday. Fishermen"
        " protested in Lamu on Thursday against the closure.",
        "2031-03-07",
    ),
]


@pytest.fixture(scope="module")
def readings(reader):
    def article(number: int, text: str, day: str) -> Article:
        return Article(
            id=f"report-{number}",
            address=f"report-{number}",
            text=text,
            language="en",
            outlet=f"Paper {number}",
            published=on(day),
        )

    return [reader.read_article(article(n, *report)) for n, report in enumerate(REPORTS)]


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    states=st.lists(
        st.lists(st.sampled_from(range(len(REPORTS))), unique=True), min_size=2, max_size=4
    )
)
@pytest.mark.parametrize("most_weighed", [2, 256])
def test_a_record_with_what_was_kept_is_that_from_nothing(
    readings, states, most_weighed, monkeypatch
):
    monkeypatch.setattr(words, "MOST_WEIGHED", most_weighed)
    kept = Kept()
    for chosen in states:
        some = [readings[n] for n in chosen]
        lineage = trace([one.article for one in some])
        assert make_record(some, lineage, keeping=kept) == make_record(some, lineage)


def test_the_reports_of_these_tests_hold_what_is_joined(readings):
    record = make_record(readings, trace([one.article for one in readings]))
    assert any(len(item.statements) > 1 for item in record.utterances)
    assert any(len(event.mentions) > 1 for event in record.events)
