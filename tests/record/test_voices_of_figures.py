"""Whose word a figure is: that of the innermost statement which vouches for it."""

import pytest


@pytest.mark.parametrize(
    ("text", "voice", "why"),
    [
        (
            "Meanwhile, Kenya is expected to impose fines on 14 traders who work in Chad, according to port officials.",
            "port officials",
            "an expectation that names nobody stands inside of what officials say",
        ),
        (
            "Kenya and its allies hope for a truce after 14 rounds of talks in Oslo.",
            "source not stated",
            "who hopes for a truce does not vouch for the talks before it",
        ),
        (
            "Kenya hopes to send 14 ships to the strait.",
            "Kenya",
            "what is hoped is his who hopes",
        ),
        (
            "Officials believe that 14 sailors died on the ferry.",
            "officials",
            "what somebody believes is his word",
        ),
    ],
)
def test_voice_of_a_figure(record, text, voice, why):
    made = record((text, "2031-05-12"))
    points = [point for series in made.series for point in series.points if point.low == 14]
    assert [point.voice.name.lower() for point in points] == [voice.lower()], why


SPEAKERS = [
    ("Two people briefed on the trip said that the talks had failed.", []),
    ("Four officials told reporters that 14 people were killed.", ["14"]),
    ("A lawyer for the families of 12 miners said that nothing was known.", ["12"]),
    ("All 240 nurses of the hospital said that the roof was leaking.", ["240"]),
]


@pytest.mark.parametrize(("text", "numbers"), SPEAKERS)
def test_how_many_speak_is_no_figure_of_the_story(record, text, numbers):
    story = record((text, "2031-05-11"))
    assert [point.words for series in story.series for point in series.points] == numbers


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("Some 40 tons of oil have reached the shore since the ferry sank on 9 May.", "2031-05-21"),
        ("Forty tons of oil leaked into the lake on 9 May, officials say.", "2031-05-09"),
    ],
)
def test_since_a_day_is_not_of_that_day(record, text, as_of):
    made = record((text, "2031-05-21"))
    assert [point.as_of for series in made.series for point in series.points] == [as_of]
