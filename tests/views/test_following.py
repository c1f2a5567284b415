"""Search, actors and the importance of days."""

from datetime import date

import msgspec
import pytest
from handmade import Story

from secondsource.errors import UsageError
from secondsource.store.phrases import match_expression
from secondsource.views.actors import actor_view, actors
from secondsource.views.calendar import calendar_of, days_named
from secondsource.views.importance import timeline_of_days
from secondsource.views.search import Asked, search
from secondsource.views.timeline import line_of


@pytest.fixture
def story() -> Story:
    made = Story()
    made.article("Gazette", "2023-05-02")
    made.article("Courier", "2023-05-20")
    made.told(
        "Gazette",
        "Omari Chuo met Idriss Haroun in the old harbour on Tuesday.",
        "met",
        "consult",
        who=("Omari Chuo",),
        whom=("Idriss Haroun",),
        when="2023-05-02",
    )
    made.told(
        "Courier",
        "Kenya accused Chad of breaking the deal of May 2 in the old harbour.",
        "accused",
        "accuse",
        who=("Kenya",),
        whom=("Chad",),
        when="2023-05-19",
    )
    return made


def test_all_words_and_all_facets_must_hold(story: Story):
    record = story.record()
    assert len(search(record, Asked(words="meets harbour")).facts) == 1
    assert len(search(record, Asked(words="harbour")).facts) == 2
    assert not search(record, Asked(words="meets", type="accuse")).facts
    assert len(search(record, Asked(from_="2023-05-10", standing="single")).facts) == 1
    assert len(search(record, Asked(actor="haroun", thread="talks")).facts) == 1
    assert not search(record, Asked(newsroom="Herald")).facts
    assert search(record, Asked()).facets["type"] == {"accuse": 1, "consult": 1}


def test_articles_are_found_by_their_words_and_only_where_the_facets_are_theirs(story: Story):
    hits = {"Gazette": "met … harbour"}
    found = search(story.record(), Asked(words="met", to="2023-05-03"), hits)
    assert [article.article for article in found.articles] == ["Gazette"]
    assert not search(story.record(), Asked(words="met", status="happened"), hits).articles


def test_what_is_searched_is_never_taken_as_syntax():
    assert match_expression('old "stone harbour" OR (') == '"old" "stone harbour" "OR"'
    assert match_expression(" - ") == ""


def test_an_actor_has_its_events_and_ties(story: Story):
    view = actor_view(story.record(), "omari chuo")
    assert [(tie.other.name, tie.relation, tie.from_) for tie in view.ties] == [
        ("Idriss Haroun", "consult: happened", "both")
    ]
    kenya = actor_view(story.record(), "Kenya")
    assert [(tie.other.name, tie.from_) for tie in kenya.ties] == [("Chad", "this")]
    assert {row.name: row.events for row in actors(story.record(), "person")} == {
        "Idriss Haroun": 1,
        "Omari Chuo": 1,
    }
    with pytest.raises(UsageError, match="0 actors"):
        actor_view(story.record(), "Nobody")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("They left on Sunday.", "2023-04-30"),
        ("They left yesterday.", "2023-05-01"),
        ("They left on December 30.", "2022-12-30"),
        ("They left on 3 May 2021.", "2021-05-03"),
    ],
)
def test_days_are_named_from_the_day_of_the_article(words: str, day: str):
    assert list(days_named(words, date(2023, 5, 2))) == [day]


def test_a_day_that_is_looked_back_to_weighs_most(story: Story):
    assert calendar_of(story.record())[0].day == "2023-05-02"
    [line] = timeline_of_days(story.record(), 1)
    assert (line.when, line.kind) == ("2023-05-02", "consult")


def test_a_day_since_which_or_for_which_is_not_the_day_of_the_sentence(story: Story):
    story.sentence(
        "Courier", "Traders have slept in the old harbour since May 11, wardens told us."
    )
    story.sentence("Courier", "A second count of all boats is scheduled for May 12 in the harbour.")
    story.sentence(
        "Courier", "Wardens counted forty boats in the old harbour on May 13, all empty."
    )
    days = {line.when for line in timeline_of_days(story.record(), 9, 9)}
    assert "2023-05-13" in days
    assert not days & {"2023-05-11", "2023-05-12"}


def test_a_dateline_is_no_part_of_a_line():
    made = Story()
    made.article("Gazette", "2023-05-02", dateline="VANGA, Kenya, May 1")
    made.sentence("Gazette", "VANGA, Kenya, May 1 — Fishermen left the old harbour in nine boats.")
    [line] = timeline_of_days(made.record(), 3)
    assert (line.when, line.words) == (
        "2023-05-02",
        "Fishermen left the old harbour in nine boats.",
    )
    assert line.citations[0].start == len("VANGA, Kenya, May 1 — ")


def test_what_only_may_be_is_no_line(story: Story):
    story.sentence("Courier", "The old harbour may be closed to all traders on Friday.")
    words = [line.words for line in timeline_of_days(story.record(), 9, 9)]
    assert words
    assert not any("may be closed" in each for each in words)


def test_a_line_says_by_which_sentence_it_knows_the_day(story: Story):
    """The printed sentence has no day; that of the other paper has."""
    first = story.told(
        "Gazette", "Kenya is still massing troops.", "massing", "mobilize", who=("Kenya",)
    )
    other = story.told(
        "Courier",
        "Kenya began to mass troops in April.",
        "mass",
        "mobilize",
        who=("Kenya",),
        when="2023-04",
    )
    [claim] = [claim for claim in story.claims if claim.about == first.id]
    dated = msgspec.structs.replace(other.mentions[0], time="2023-04")
    event = msgspec.structs.replace(first, time=other.time, mentions=(*first.mentions, dated))
    line = line_of(event, claim)
    assert (line.when, line.when_by) == ("2023-04", dated.sentence)
    itself = msgspec.structs.replace(first.mentions[0], time="2023-04")
    assert line_of(msgspec.structs.replace(event, mentions=(itself, dated)), claim).when_by is None
