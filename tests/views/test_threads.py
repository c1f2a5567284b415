"""Threads: each thing once, where it stood on a day, and what answers it."""

import pytest
from handmade import Story

from secondsource.errors import UsageError
from secondsource.views.threads import THREADS, thread, threads
from secondsource.views.verify import reasons_to_refuse


@pytest.fixture
def story() -> Story:
    made = Story()
    made.article("Gazette", "2023-05-02")
    made.article("Courier", "2023-05-09")
    return made


def test_a_sanction_that_is_imposed_later_is_pending_on_the_day(story: Story):
    story.told(
        "Gazette",
        "Kenya is preparing sanctions on traders of Chad.",
        "sanctions",
        "sanction",
        status="planned",
        who=("Kenya",),
        whom=("Chad",),
        thing="traders of Chad",
    )
    story.told(
        "Courier",
        "Kenya imposed sanctions on traders of Chad on Monday.",
        "imposed",
        "sanction",
        who=("Kenya",),
        whom=("Chad",),
        when="2023-05-08",
        thing="traders of Chad",
    )
    record = story.record()
    [before] = thread(record, "sanctions", "2023-05-05").items
    [now] = thread(record, "sanctions").items
    assert (before.state, now.state) == ("pending", "imposed")
    assert [(step.day, step.state) for step in now.history] == [
        ("2023-05-02", "pending"),
        ("2023-05-09", "imposed"),
    ]
    assert before.standing is not None
    assert {cited.article for cited in before.citations} == {"Gazette"}


def test_talks_name_who_is_only_described(story: Story):
    story.told(
        "Gazette",
        "Kenya met the mayor of the port on Monday.",
        "met",
        "consult",
        who=("Kenya",),
        whom=("mayor of the port", "other officials"),
        when="2023-05-01",
    )
    [item] = thread(story.record(), "talks").items
    assert [who.name for who in item.who] == ["Kenya", "mayor of the port"]


def test_who_cannot_accept_demands_does_not_make_them(story: Story):
    sentence = story.sentence("Gazette", "We cannot accept demands about our ports, Kenya said.")
    story.told("Gazette", "", "demands", "request", mode="demand", voice="Kenya", sentence=sentence)
    assert thread(story.record(), "demands").items == ()


def test_those_demands_are_the_demand_before_and_their_refusal_answers_it(story: Story):
    story.told(
        "Gazette",
        "Kenya demanded that Chad open its markets.",
        "demanded",
        "request",
        mode="demand",
        who=("Kenya",),
        whom=("Chad",),
        thing="markets",
    )
    refused = story.sentence("Gazette", "Chad has rejected those demands.")
    again = story.told("Gazette", "", "demands", "request", mode="demand", sentence=refused)
    story.told("Gazette", "", "rejected", "reject", who=("Chad",), about=again.id, sentence=refused)
    [item] = thread(story.record(), "demands").items
    assert item.state == "refused"
    assert [(one.relation, one.who[0].name) for one in item.related] == [("answer", "Chad")]


def test_demands_that_are_only_spoken_of_are_not_so_many_demands(story: Story):
    story.told(
        "Gazette",
        "Kenya demanded that Chad open its markets.",
        "demanded",
        "request",
        mode="demand",
        who=("Kenya",),
        whom=("Chad",),
        thing="markets",
    )
    for article, words in (
        ("Courier", "A reply to the demands of Kenya is being written."),
        ("Courier", "Few expect the demands of Kenya to be met soon."),
    ):
        story.told(article, words, "demands", "request", mode="demand", who=("Kenya",))
    items = thread(story.record(), "demands").items
    assert sorted(len(item.events) for item in items) == [1, 2]


def test_who_warns_or_urges_asks_something_of_his_own(story: Story):
    for words, who in (
        ("Kenya warned miners against the road.", "warned"),
        ("Kenya urged Chad to act.", "urged"),
    ):
        story.told("Gazette", words, who, "request", mode="appeal", who=("Kenya",))
    items = thread(story.record(), "demands").items
    assert len(items) == 2, "demands that are only spoken of are called demands"


def test_a_licence_that_is_not_withdrawn_moves_no_forces(story: Story):
    for words, thing in (
        ("Chad will not withdraw it.", "it"),
        ("Chad will not withdraw its troops.", "its troops"),
    ):
        story.told(
            "Gazette",
            words,
            "withdraw",
            "retreat",
            mode="withdraw",
            status="negated",
            who=("Chad",),
            thing=thing,
        )
    assert [item.what for item in thread(story.record(), "forces").items] == ["its troops"]


def test_a_threat_has_its_condition_and_nothing_is_carried_out_by_being_threatened(story: Story):
    words = "Kenya threatened to close the crossing if the boats were kept."
    cited = story.sentence("Gazette", words)
    inner = story.told(
        "Gazette", "", "close", "coerce", status="threatened", who=("Kenya",), sentence=cited
    )
    story.told(
        "Gazette",
        "",
        "threatened",
        "threaten",
        who=("Kenya",),
        about=inner.id,
        condition="if the boats were kept",
        sentence=cited,
    )
    [item] = thread(story.record(), "threats").items
    assert item.state == "threatened"
    assert item.condition is not None
    assert item.condition.words == "if the boats were kept"


def test_a_meeting_announced_and_held_is_one_and_one_never_held_is_said_so(story: Story):
    story.told(
        "Gazette",
        "Omari Chuo will meet Idriss Haroun on May 4.",
        "meet",
        "consult",
        status="planned",
        who=("Omari Chuo",),
        whom=("Idriss Haroun",),
        when="2023-05-04",
    )
    [item] = thread(story.record(), "talks", "2023-05-03").items
    assert item.state == "due"
    [item] = thread(story.record(), "talks").items
    assert item.state == "past, not reported as held"
    story.told(
        "Courier",
        "Omari Chuo met Idriss Haroun on May 4.",
        "met",
        "consult",
        who=("Omari Chuo",),
        whom=("Idriss Haroun",),
        when="2023-05-04",
    )
    [item] = thread(story.record(), "talks").items
    assert item.state == "held"
    assert [reference.name for reference in item.who] == ["Idriss Haroun", "Omari Chuo"]


def test_other_persons_of_the_same_countries_meet_apart(story: Story):
    for who, day in ((("Omari Chuo",), "2023-05-01"), (("Kenya",), "2023-04-03")):
        story.told(
            "Gazette",
            f"{who[0]} met Idriss Haroun on {day}.",
            "met",
            "consult",
            who=who,
            whom=("Idriss Haroun",),
            when=day,
        )
    assert len(thread(story.record(), "talks").items) == 2


def test_a_denial_by_the_party_of_the_deed_stands_among_the_denials(story: Story):
    story.told(
        "Gazette",
        "Omari Chuo denied that Kenya attacked Chad.",
        "attacked",
        "assault",
        status="denied",
        who=("Kenya",),
        whom=("Chad",),
        voice="Omari Chuo",
    )
    [item] = thread(story.record(), "accusations").items
    assert item.state == "denied"
    assert [reference.name for reference in item.whom] == ["Kenya"]


def test_stopped_aid_is_not_delivered_aid(story: Story):
    story.told(
        "Gazette",
        "Kenya has stopped supplying tents to Chad.",
        "supplying",
        "aid",
        who=("Kenya",),
        whom=("Chad",),
        thing="tents",
    )
    [item] = thread(story.record(), "aid").items
    assert item.state == "stopped"


def test_a_warning_that_something_could_happen_is_an_assessment_and_no_deed(story: Story):
    story.told(
        "Gazette",
        "Omari Chuo said that Chad could attack.",
        "attack",
        "assault",
        status="hypothetical",
        who=("Chad",),
        voice="Omari Chuo",
    )
    record = story.record()
    [item] = thread(record, "assessments").items
    assert (item.state, item.likelihood) == ("held possible", "possible")
    assert not thread(record, "forces").items


def test_every_item_is_held_by_what_it_cites(story: Story):
    story.told("Gazette", "Kenya moved troops to the border.", "moved", "mobilize", who=("Kenya",))
    for view in threads(story.record()):
        for item in view.items:
            assert not reasons_to_refuse(item.words, [cited.words for cited in item.citations])


def test_unknown_names_and_days_say_what_to_do(story: Story):
    with pytest.raises(UsageError, match="talks"):
        thread(story.record(), "gossip")
    with pytest.raises(UsageError, match="2023-10-05"):
        thread(story.record(), "talks", "yesterday")
    assert [view.name for view in threads(story.record())] == list(THREADS)
