"""Which voices may be one: known exactly of any number of voices, though a record lists only some of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model.actor import StoryVoice
from secondsource.model.claim import Report
from secondsource.model.text import Reference
from secondsource.record import doubles as doubles_module
from secondsource.record.actors import Actors
from secondsource.record.doubles import doubles_of, with_doubles
from secondsource.record.judged import Judged, Ties
from secondsource.record.standing import same_among, standing_of

PARTIES = ("Ministry of Salt", "ministry of salt", "Tana Harbour Board", "Harbour Board", "", None)
NOBODY = Actors((), {}, {})


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[StoryVoice], Actors, Judged]:
    """Voices, some of which may be one by their actors, and what a person decided about some."""
    kinds = st.sampled_from(("anonymous", "named"))
    drawn = draw(st.lists(st.tuples(kinds, st.sampled_from(PARTIES)), min_size=2, max_size=14))
    voices = [
        StoryVoice(
            id=f"v{n:02}", name=f"V {n}", kind=kind, description=None, affiliation=None, party=party
        )
        for n, (kind, party) in enumerate(drawn)
    ]
    ids = [voice.id for voice in voices]
    pairs = st.sets(
        st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda two: two[0] < two[1]),
        max_size=2,
    )
    unsure, apart, asked = (frozenset(draw(pairs)) for _ in range(3))
    judged = Judged(voices=Ties(apart=apart), unsure_voices=asked)
    return voices, Actors((), {}, {}, unsure), judged


def may_be_one(one: StoryVoice, two: StoryVoice, actors: Actors, judged: Judged) -> bool:
    """The rule, pair by pair."""
    pair = (min(one.id, two.id), max(one.id, two.id))
    parties = {(voice.party or "").casefold() for voice in (one, two)}
    is_one_party = len(parties) == 1 and parties != {""}
    is_part = parties == {"tana harbour board", "harbour board"}
    by_rule = pair in actors.unsure or is_one_party or is_part
    known_apart = pair in judged.voices.apart and not is_one_party
    return pair in judged.unsure_voices or (by_rule and not known_apart)


@pytest.mark.parametrize("most", [1, 3, 100])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(story=stories())
def test_what_may_be_one_is_what_the_rule_says_of_each_pair_whatever_is_listed(most, story):
    voices, actors, judged = story
    ids = {voice.id: voice.id for voice in voices}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doubles_module, "MOST_LISTED", most)
        found = {
            voice.id: voice
            for voice in with_doubles(voices, doubles_of(voices, actors, judged, ids))
        }
    for one in voices:
        wanted = sorted(
            two.id for two in voices if two is not one and may_be_one(one, two, actors, judged)
        )
        assert sorted(same_among(one.id, set(ids), found)) == wanted
        assert list(found[one.id].same_as_maybe) == wanted[:most]


def test_voices_beyond_the_list_are_no_second_source():
    voices = [
        StoryVoice(
            id=f"v{n:04}",
            name="an official",
            kind="anonymous",
            description="an official",
            affiliation="Ministry of Salt",
            party="Ministry of Salt",
        )
        for n in range(400)
    ]
    groups = doubles_of(voices, NOBODY, Judged(), {})
    found = {voice.id: voice for voice in with_doubles(voices, groups)}
    assert sum(len(voice.same_as_maybe) for voice in found.values()) == 400 * 100
    reports = [
        Report(
            article=f"a{n}",
            start=0,
            end=1,
            words="x",
            part="text",
            newsroom=Reference(id=f"n{n}", name=f"N{n}"),
            voice=Reference(id=voices[at].id, name="an official"),
        )
        for n, at in enumerate((250, 390))
    ]
    standing = standing_of(reports, found)
    assert (standing.independent, standing.independent_at_most) == (1, 2)


def test_the_work_grows_with_the_voices_and_not_with_their_pairs():
    voices = [
        StoryVoice(
            id=f"v{n:06}",
            name="an official",
            kind="anonymous",
            description=None,
            affiliation=None,
            party=f"Ministry of Salt {n % 7}",
        )
        for n in range(20_000)
    ]
    groups = doubles_of(voices, NOBODY, Judged(), {})
    assert len(groups.members) == 7
    assert len({id(groups.circle_of(voice.id)) for voice in voices}) == 7
    last = list(with_doubles(voices, groups))[-1]
    assert last.like == "v000000" or last.like in groups.members
