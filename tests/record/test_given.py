"""Given mentions: what the reading tells around them, and which are found to be one."""

from collections.abc import Callable
from functools import partial

import pytest

from secondsource.model.article import Article
from secondsource.model.given import GivenMention, GivenReading
from secondsource.reading.given import read_given
from secondsource.record.given import same_things

FERRY = (
    "A ferry with forty passengers capsized off Old Harbour on Monday. The coastguard rescued "
    "thirty people. Captain Amina Dole said she had warned the owners of the ferry."
)
AGAIN = (
    "The ferry capsized near Old Harbour with forty passengers aboard. Amina Dole, its captain, "
    "was questioned by the police."
)
BUDGET = (
    "Parliament approved the budget after a long debate. Finance minister Joss Arren defended "
    "higher taxes on fuel."
)

Given = Callable[..., GivenReading]


@pytest.fixture(scope="module")
def given(reader) -> Given:
    return partial(_given, reader)


def _given(reader, name: str, text: str, **words: list[str]) -> GivenReading:
    """A text with the first places of the words that are given for each kind (after "|": the n-th)."""
    spans: dict = {}
    for kind, rows in words.items():
        for row in rows:
            word, _, nth = row.partition("|")
            at = -1
            for _ in range(int(nth or 1)):
                at = text.index(word, at + 1)
            spans.setdefault(kind, []).append((at, at + len(word)))
    return read_given(reader, Article(id=name, address=name, text=text, language="en"), spans)


def mention(reading: GivenReading, words: str) -> GivenMention:
    """The given mention of these words."""
    return next(m for m in reading.mentions if " ".join(m.words) == words.lower())


def test_arguments(given: Given) -> None:
    made = given("a", BUDGET + " The plan was defended by him.", event=["approved", "defended|2"])
    approved, defended = made.mentions
    assert (approved.lemma, approved.form, approved.doers, approved.undergoers) == (
        "approve",
        "verb",
        {"parliament"},
        {"budget"},
    )
    assert defended.undergoers == {"plan"}


def test_pronoun_means_the_speaker(given: Given) -> None:
    made = given("a", FERRY, actor=["Captain Amina Dole", "she", "The coastguard"])
    dole = mention(made, "captain amina dole")
    assert mention(made, "she").antecedent == (dole.start, dole.end)
    clusters = same_things([made])["actor"]
    assert clusters[mention(made, "she").place] == clusters[dole.place]
    assert clusters[mention(made, "the coastguard").place] != clusters[dole.place]


def test_across_articles(given: Given) -> None:
    """One sinking in two reports and the captain in both are one; a third story stays apart."""
    readings = [
        given("a", FERRY, event=["capsized", "rescued"], actor=["Captain Amina Dole"]),
        given("b", AGAIN, event=["capsized", "questioned"], actor=["Amina Dole"]),
        given("c", BUDGET, event=["approved", "debate"], actor=["Finance minister Joss Arren"]),
    ]
    found = same_things(readings)
    event = {
        (place[0], m.lemma): found["event"][place]
        for row in readings
        for m in row.mentions
        for place in [m.place]
        if m.kind == "event"
    }
    assert event["a", "capsize"] == event["b", "capsize"]
    assert len(set(event.values())) == 5
    assert sorted(found["actor"].values()) == [0, 0, 1]
    assert same_things(readings[::-1]) == found


def test_spans_without_words_are_left_out(given: Given, reader) -> None:
    article = Article(id="a", address="a", text=BUDGET, language="en")
    made = read_given(reader, article, {"event": [(11, 11), (11, 19)]})
    assert [m.words for m in made.mentions] == [("approved",)]
    assert same_things([]) == {}
