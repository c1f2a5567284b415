"""What several chapters tell of one person, voice, newsroom or judgement, put together."""

import pytest

from secondsource.model.actor import Actor, Role, StoryVoice
from secondsource.model.judgement import StoryJudgement
from secondsource.model.lineage import Newsroom
from secondsource.model.text import Citation, Reference
from secondsource.record.chapters.joining import (
    joined_actor,
    joined_judgement,
    joined_newsroom,
    joined_voice,
)

NOBODY = Reference(id="n", name="nobody")


def cited(article: str) -> Citation:
    return Citation(start=0, end=8, words="director", article=article)


def actor(
    name: str, mentions: int, article: str, role: str = "director", day: str | None = None
) -> Actor:
    held = Role(role=role, from_=day, to=day, citations=(cited(article),))
    return Actor(id="a", name=name, kind="person", names=(name,), roles=(held,), party=NOBODY, mentions=mentions,
                 articles=(article,))  # fmt: skip


def test_an_actor_is_called_as_where_he_is_mentioned_most():
    early = actor("Omar Chuo", 2, "x", day="2024-05-01")
    late = actor("Omari Chuo", 5, "w", "Director", "2024-05-09")
    found = joined_actor([early, late])
    assert (found.name, found.names) == ("Omari Chuo", ("Omari Chuo", "Omar Chuo"))
    assert (found.mentions, found.articles) == (7, ("w", "x"))
    [role] = found.roles
    assert (role.from_, role.to) == ("2024-05-01", "2024-05-09")
    assert [item.article for item in role.citations] == ["w", "x"]


def voice(party: str | None, unplaced: str | None, *maybe: str) -> StoryVoice:
    return StoryVoice(id="v", name="Chuo", kind="named", description=None, affiliation=None, party=party,
                      same_as_maybe=maybe, unplaced=unplaced)  # fmt: skip


VOICES = (
    (
        (None, "unknown", "b"),
        ("Ferry Company", None, "a", "v"),
        ("Ferry Company", None, ("a", "b")),
    ),
    ((None, "unknown"), (None, "unknown"), (None, "unknown", ())),
)


@pytest.mark.parametrize(("one", "two", "expected"), VOICES)
def test_whose_a_voice_is_one_chapter_may_know(one, two, expected):
    found = joined_voice([voice(*one), voice(*two)])
    assert (found.party, found.unplaced, found.same_as_maybe) == expected


def test_a_newsroom_has_the_articles_of_all():
    rooms = [Newsroom(id="n", name="Gazette", articles=(id,), reasons=("outlet",)) for id in "ba"]
    assert joined_newsroom(rooms).articles == ("a", "b")
    assert joined_newsroom(rooms).reasons == ("outlet",)


JUDGED = (
    (("fits-nothing", "applied"), "applied", "where it holds, it holds"),
    (("overruled", "fits-nothing"), "overruled", "where it is overruled, it was about something"),
    (("fits-nothing", "fits-nothing"), "fits-nothing", "what is in no chapter is nowhere"),
)


@pytest.mark.parametrize(("told", "status", "why"), JUDGED, ids=[row[2] for row in JUDGED])
def test_a_judgement_holds_where_it_holds_in_one(told, status, why):
    found = joined_judgement(
        [
            StoryJudgement(
                id="j", decision="wrong", subjects=("m",), who="desk", when="2024-05-09", why="seen", value=None,
                status=each, reason="", items=(f"item {n}",), citations=(),
            )
            for n, each in enumerate(told)
        ]
    )  # fmt: skip
    assert found.status == status, why
    assert found.items == ("item 0", "item 1")
