"""From what a person points at to a judgement: ids, beginnings and names; mistakes say what to do."""

import pytest
from by_hand import event_of, reading, record

from secondsource.corrections import judge, things_of
from secondsource.errors import UsageError

A, B, C = (reading(name, "The Coast Guard") for name in "abc")
X = reading("x", "The Harbour Board", tail="near Shimoni")
ALL = (A, B, C, X)
FOUND = record(ALL)
THINGS = things_of(FOUND, ALL)
EVENT = next(event for event in FOUND.events if len(event.mentions) == 3)
CLAIM = next(claim for claim in FOUND.claims if claim.about == EVENT.id)
WHO = {"who": "Amina Otieno", "why": "she was there", "when": "2024-04-01"}


def test_a_claim_comes_down_to_its_mentions():
    made = judge(THINGS, "wrong", [CLAIM.id], **WHO)
    assert set(made.subjects) == {event_of(item) for item in (A, B, C)}
    assert made.value == "claim"
    assert [citation.words for citation in made.cited] == ["seized"] * 3


def test_a_single_mention_can_be_meant():
    made = judge(THINGS, "wrong", [EVENT.id], **WHO, value="mention")
    assert made.subjects == (EVENT.id,)


def test_a_pair_comes_down_to_one_mention_of_each_side():
    made = judge(THINGS, "same", [EVENT.id, event_of(X)], **WHO)
    assert made.subjects == (EVENT.id, event_of(X))
    assert made.value is None


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one():
    made = judge(THINGS, "confirmed", [CLAIM.id[:12]], **WHO)
    assert made == judge(THINGS, "confirmed", [CLAIM.id], **WHO)


def test_a_newsroom_goes_by_its_name():
    room = next(item for item in FOUND.newsrooms if "a" in item.articles)
    made = judge(THINGS, "reliability", [room.name.lower()], **WHO, value="b")
    assert (made.subjects, made.value) == ((room.id,), "B")


def test_the_same_decision_has_the_same_id():
    assert judge(THINGS, "wrong", [CLAIM.id], **WHO) == judge(THINGS, "wrong", [CLAIM.id], **WHO)


@pytest.mark.parametrize(
    ("decision", "pointed_at", "more", "says"),
    [
        ("same", ["zz", CLAIM.id], {}, "nothing in the story"),
        ("same", [CLAIM.id], {}, "two different things"),
        ("same", [EVENT.id, A.mentions[0].id], {}, "cannot be the same"),
        ("same", ["a", "b"], {}, "not held against each other"),
        ("wrong", [""], {}, "names nothing"),
        ("wrong", [CLAIM.id], {"value": "all"}, "--value"),
        ("wrong", [CLAIM.id], {"who": " "}, "--who"),
        ("wrong", [CLAIM.id], {"why": ""}, "--why"),
        ("wrong", [CLAIM.id], {"when": "yesterday"}, "ISO 8601"),
        ("wrong", [FOUND.newsrooms[0].id], {}, "neither wrong nor confirmed"),
        ("reliability", [FOUND.newsrooms[0].id], {}, "--value"),
        ("reliability", [FOUND.newsrooms[0].id], {"value": "G"}, "from A"),
        ("reliability", [CLAIM.id], {"value": "B"}, "is no newsroom"),
        ("perhaps", [CLAIM.id], {}, "no decision"),
    ],
)
def test_a_mistake_says_what_to_do(decision, pointed_at, more, says):
    with pytest.raises(UsageError, match=says):
        judge(THINGS, decision, pointed_at, **{**WHO, **more})


def test_a_beginning_that_is_not_the_only_one_lists_what_it_may_be():
    first = sorted(claim.id[0] for claim in FOUND.claims)
    twice = next((sign for sign in first if first.count(sign) > 1), None)
    many = twice or next(s for s in "0123456789abcdef" if sum(k.startswith(s) for k in _ids()) > 1)
    with pytest.raises(UsageError, match="ids begin with"):
        judge(THINGS, "wrong", [many], **WHO)


def _ids() -> set[str]:
    return {thing.id for thing in (*THINGS.clusters, *THINGS.mentions)}


def test_what_was_set_aside_can_still_be_pointed_at():
    wrong = judge(THINGS, "wrong", [CLAIM.id], **WHO)
    after = record(ALL, wrong)
    aside = next(item for item in after.set_aside if item.event is not None)
    made = judge(things_of(after, ALL), "confirmed", [aside.id], **{**WHO, "when": "2024-05-01"})
    assert set(made.subjects) == set(wrong.subjects)
    again = record(ALL, wrong, made)
    assert again.set_aside == ()
    assert CLAIM.id in {claim.id for claim in again.claims}
