"""What judgements do to a record: they stand above the rules, outlive rebuilds, and none is dropped."""

from collections.abc import Sequence

import msgspec
from by_hand import event_of, events, judgement, reading, record, status
from hypothesis import given, settings
from hypothesis import strategies as some

from secondsource.export.jsonl import json_lines
from secondsource.model.judgement import Judgement
from secondsource.model.reading import Reading
from secondsource.model.text import Citation
from secondsource.views.brief import brief
from secondsource.views.credibility import credibility, opponents, reliabilities
from secondsource.views.standing import find_claim, standing_board
from secondsource.views.unsure import unsure

A, B, C, D = (reading(name, "The Coast Guard") for name in "abcd")
X = reading("x", "The Harbour Board", tail="near Shimoni")
ALL = (A, B, C, X)


def groups(*names: str) -> set[frozenset[str]]:
    return {frozenset(name) for name in names}


def test_the_rules_alone_join_what_is_told_alike():
    assert events(record(ALL)) == groups("abc", "x")


def test_not_same_parts_what_the_rules_join():
    found = record(ALL, judgement("not-same", event_of(A), event_of(B)))
    assert not any({"a", "b"} <= event for event in events(found))
    assert status(found) == {"not-same 2024-04-01": "applied"}


def test_same_joins_what_the_rules_part_and_the_rest_comes_along():
    found = record(ALL, judgement("same", event_of(A), event_of(X)))
    assert events(found) == groups("abcx")
    assert found.events[0].judgements


def test_not_same_holds_against_the_closure_of_same():
    found = record(
        ALL,
        judgement("same", event_of(A), event_of(X), when="2024-04-03"),
        judgement("same", event_of(B), event_of(X), when="2024-04-02"),
        judgement("not-same", event_of(A), event_of(B), when="2024-04-01"),
    )
    assert not any({"a", "b"} <= event for event in events(found))
    assert status(found) == {
        "same 2024-04-03": "applied",
        "same 2024-04-02": "overruled",
        "not-same 2024-04-01": "applied",
    }
    reason = next(row.reason for row in found.judgements if row.status == "overruled")
    assert "Amina Otieno decided not-same" in reason


def test_of_two_that_contradict_each_other_the_newer_holds_and_the_older_is_reported():
    old = judgement("same", event_of(A), event_of(X), when="2024-04-01T23:30:00+03:00")
    new = judgement("not-same", event_of(X), event_of(A), when="2024-04-01T21:00:00Z")
    for order in ((old, new), (new, old)):
        found = record(ALL, *order)
        assert events(found) == groups("abc", "x")
        assert sorted(row.status for row in found.judgements) == ["applied", "overruled"]


def test_what_is_wrong_as_a_claim_is_set_aside_with_what_joins_it_later():
    wrong = judgement("wrong", event_of(A), value="claim")
    found = record((*ALL, D), wrong)
    assert events(found) == groups("x")
    aside = next(item for item in found.set_aside if item.event is not None)
    assert {report.article for report in aside.claim.reports} == {"a", "b", "c", "d"}
    assert aside.claim.judged == "wrong"
    assert not any(claim.about == aside.event.id for claim in found.claims if aside.event)


def test_a_wrong_mention_leaves_the_others_as_they_are():
    found = record(ALL, judgement("wrong", event_of(A), value="mention"))
    assert events(found) == groups("bc", "x")


def test_an_article_that_is_wrong_is_wrong_in_all_that_it_tells():
    found = record(ALL, judgement("wrong", "a", value="mention"))
    assert events(found) == groups("bc", "x")
    assert {item.claim.kind for item in found.set_aside} == {"event", "utterance"}


def test_a_later_confirmation_takes_a_wrong_back():
    subjects = [event_of(item) for item in (A, B, C)]
    found = record(
        ALL,
        judgement("wrong", *subjects, value="mention"),
        judgement("confirmed", *subjects, value="mention", when="2024-04-02"),
    )
    assert events(found) == groups("abc", "x")
    assert status(found) == {"wrong 2024-04-01": "overruled", "confirmed 2024-04-02": "applied"}


def test_a_confirmation_is_shown_and_never_counted():
    plain = record(ALL)
    found = record(ALL, judgement("confirmed", event_of(X), value="claim"))
    before = {claim.id: claim.standing for claim in plain.claims}
    assert {claim.id: claim.standing for claim in found.claims} == before
    assert [claim.judged for claim in found.claims if claim.judged] == ["confirmed"]


def test_unsure_keeps_apart_and_asks_and_an_answer_ends_it():
    asked = judgement("unsure", event_of(A), event_of(X))
    found = record(ALL, asked)
    assert events(found) == groups("abc", "x")
    assert [doubt.judgements for doubt in unsure(found, "event")] == [(asked.id,)]
    answered = record(
        ALL, asked, judgement("not-same", event_of(A), event_of(X), when="2025-01-01")
    )
    assert unsure(answered, "event") == ()


def test_actors_are_joined_and_parted():
    actor = {item.article.id: item.mentions[0].id for item in ALL}
    joined = record(ALL, judgement("same", actor["a"], actor["x"]))
    assert any(set(item.articles) == {"a", "b", "c", "x"} for item in joined.actors)
    parted = record(ALL, judgement("not-same", actor["a"], actor["b"]))
    assert not any(
        {"a", "b"} <= set(item.articles) for item in parted.actors if "Guard" in item.name
    )


def test_utterances_and_voices_are_joined_and_parted():
    said = {item.article.id: item.statements[0].id for item in ALL}
    apart = record(ALL, judgement("not-same", said["a"], said["b"]))
    together = [{s.article for s in item.statements} for item in apart.utterances]
    assert not any({"a", "b"} <= articles for articles in together)
    voices = record(ALL, judgement("not-same", said["a"], said["b"], value="voice"))
    by_article = {s.article: u.voice.id for u in voices.utterances for s in u.statements}
    assert len({by_article["a"], by_article["b"]}) == 2 or len(voices.voices) > len(apart.voices)


def test_what_fits_nothing_any_more_is_reported_and_not_dropped():
    found = record(ALL, judgement("same", "0" * 16, "1" * 16), judgement("wrong", "2" * 16))
    assert [row.status for row in found.judgements] == ["fits-nothing", "fits-nothing"]
    assert events(found) == groups("abc", "x")


def test_two_of_different_kinds_are_never_one():
    found = record(ALL, judgement("same", event_of(A), A.mentions[0].id))
    assert [row.status for row in found.judgements] == ["fits-nothing"]
    assert "cannot be one" in found.judgements[0].reason


def test_a_mention_with_another_id_is_found_again_by_its_words():
    old = judgement(
        "not-same",
        "0" * 16,
        event_of(B),
        cited=(A.events[0].citation.of("a"), B.events[0].citation.of("b")),
    )
    found = record(ALL, old)
    assert not any({"a", "b"} <= event for event in events(found))
    assert "found again by their words" in found.judgements[0].reason


def test_words_that_stand_nowhere_any_more_are_not_guessed():
    gone = Citation(article="a", start=0, end=4, words="sank")
    found = record(ALL, judgement("wrong", "0" * 16, cited=(gone,)))
    assert [row.status for row in found.judgements] == ["fits-nothing"]


def test_the_brief_leaves_out_what_is_wrong_and_says_so_at_its_end():
    found = record(ALL, judgement("wrong", event_of(A), value="claim"))
    view = brief(found)
    last = view.sections[-1]
    assert "Judged wrong" in last.title
    assert (
        "judged wrong by Amina Otieno on 2024-04-01, because she was there" in last.lines[0].notes
    )
    wrong = {item.id for item in found.set_aside}
    assert not any(line.about in wrong for section in view.sections[:-1] for line in section.lines)
    assert standing_board(found)[-1].judged == "wrong"
    assert find_claim(found, next(iter(wrong))).judged == "wrong"


def test_reliability_is_a_persons_and_credibility_follows_the_standing():
    room = next(item for item in record(ALL).newsrooms if "a" in item.articles)
    found = record(
        ALL,
        judgement("reliability", room.id, value="D"),
        judgement("reliability", room.id, value="B", when="2024-05-01"),
    )
    assert reliabilities(found)[room.id] == "B"
    lines = [msgspec.json.decode(line) for line in json_lines(found)]
    letters = {
        report["newsroom"]["id"]: report["reliability"]
        for line in lines
        if line["type"] == "claim"
        for report in line["reports"]
    }
    assert letters == {key: "B" if key == room.id else "F" for key in letters}
    assert reliabilities(record(ALL)) == {}
    assert all(1 <= line["credibility"] <= 6 for line in lines if line["type"] == "claim")
    assert sum(line["type"] == "judgement" for line in lines) == 2
    aside = record(ALL, judgement("wrong", event_of(A), value="claim")).set_aside
    assert credibility(aside[0].claim, opponents(found)) == 5


MENTIONS = [event_of(item) for item in (A, B, C, D, X)]
PAIRS = some.lists(
    some.builds(
        lambda decision, pair, day: judgement(decision, *pair, when=f"2024-04-{day:02}"),
        some.sampled_from(["same", "not-same", "unsure"]),
        some.permutations(MENTIONS).map(lambda found: found[:2]),
        some.integers(1, 28),
    ),
    max_size=6,
    unique_by=lambda item: item.id,
)


@settings(max_examples=40, deadline=None)
@given(PAIRS, some.permutations([A, B, C, D, X]), some.integers(2, 5))
def test_judgements_outlive_rebuilds_and_new_articles(
    made: list[Judgement], readings: Sequence[Reading], first: int
) -> None:
    """However articles come in, every judgement that is applied holds, and every one is accounted for."""
    everything = record(readings, *made)
    assert record(readings[::-1], *made[::-1]) == everything
    for found in (record(readings[:first], *made), everything):
        assert {row.id for row in found.judgements} == {item.id for item in made}
        event = {mention.id: item.id for item in found.events for mention in item.mentions}
        for row in found.judgements:
            one, two = row.subjects
            if row.status != "applied" or one not in event or two not in event:
                continue
            assert (event[one] == event[two]) == (row.decision == "same"), row
