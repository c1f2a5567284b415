"""However articles arrive, go and are corrected, lineage with what earlier traces kept is that from nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import DAM, DAM_INDEPENDENT, DAM_RETOLD, article
from variants import COPIES, REWRITES, variant

from secondsource.lineage import cards, trace
from secondsource.lineage.cards import weighed_of

VARIANTS = [variant(text, kind, 3).text for text in (DAM, DAM_INDEPENDENT) for kind in (*COPIES, *REWRITES)]  # fmt: skip
REPORTS = [
    article(f"{number:02}", text, f"2024-03-{4 + number % 3:02}")
    for number, text in enumerate([DAM, DAM_RETOLD, DAM_INDEPENDENT, DAM, "", *VARIANTS])
]
CORRECTED = [
    article(f"{number:02}", text.replace("Lindqvist", "Lindkvist"), "2024-03-09")
    for number, text in enumerate([DAM, DAM_RETOLD, DAM_INDEPENDENT])
]


class Kept(dict[tuple[str, str], bytes]):
    """What was kept, in memory."""

    def kept(self, kind: str, key: str) -> bytes | None:
        return self.get((kind, key))

    def keep(self, kind: str, key: str, value: bytes) -> None:
        self[kind, key] = value


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    states=st.lists(
        st.lists(
            st.sampled_from([*REPORTS, *CORRECTED]), max_size=12, unique_by=lambda one: one.id
        ),
        min_size=2,
        max_size=4,
    )
)
@pytest.mark.parametrize("most_weighed", [4, 256])
def test_lineage_with_what_was_kept_is_that_from_nothing(states, most_weighed, monkeypatch):
    monkeypatch.setattr(cards, "MOST_WEIGHED", most_weighed)
    kept = Kept()
    for articles in states:
        assert trace(articles, kept) == trace(articles)


def test_an_article_more_compares_only_what_it_concerns(monkeypatch):
    kept = Kept()
    trace(REPORTS[:-1], kept)
    compared = []
    compare = cards.card_of
    monkeypatch.setattr(cards, "card_of", lambda *args: compared.append(1) or compare(*args))
    trace(REPORTS, kept)
    assert len(compared) == 1


def test_the_words_of_a_large_story_are_weighed_over_a_sample_that_hangs_on_no_order(monkeypatch):
    monkeypatch.setattr(cards, "MOST_WEIGHED", 4)
    forwards = {REPORTS[n].text for n in weighed_of(REPORTS)}
    turned = REPORTS[::-1]
    assert forwards == {turned[n].text for n in weighed_of(turned)}
    assert len(weighed_of(REPORTS)) == 4
    assert weighed_of(REPORTS[:3]) == [0, 1, 2]
