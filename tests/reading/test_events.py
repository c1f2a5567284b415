"""Events: what they are, who does them to whom, and what stands inside them."""

from collections.abc import Callable

import pytest

from secondsource.model.event import EventMention
from secondsource.model.reading import Reading

ROWS = [
    # text, trigger, type, status, why
    (
        "Norland held talks with Sudria on Monday.",
        "held talks",
        "consult",
        "happened",
        "light verb",
    ),
    (
        "The rebels were attacked by government forces.",
        "attacked",
        "assault",
        "happened",
        "passive",
    ),
    (
        "Russia could at any point launch an attack.",
        "launch an attack",
        "assault",
        "hypothetical",
        "modal",
    ),
    ("No attack took place.", "attack", "assault", "negated", "negative determiner"),
    ("Norland called off the talks.", "talks", "consult", "cancelled", "cancelled by its verb"),
    (
        "A plan to invade Sudria was found.",
        "invade",
        "assault",
        "planned",
        "infinitive after a noun",
    ),
    ("Norland to send tanks to Sudria", "send", "aid", "planned", "headline infinitive"),
]


def event(reading: Reading, words: str) -> EventMention:
    """The event whose trigger is `words`."""
    return next(event for event in reading.events if event.citation.words == words)


@pytest.mark.parametrize(("text", "trigger", "kind", "status", "why"), ROWS)
def test_events(
    read: Callable[..., Reading], text: str, trigger: str, kind: str, status: str, why: str
) -> None:
    found = event(read(text), trigger)
    assert (found.type, found.status) == (kind, status), why


def test_a_threat_is_two_events(read: Callable[..., Reading]) -> None:
    reading = read("Sudria threatened to impose sanctions on Norland if it invades the island.")
    threat, inside = event(reading, "threatened"), event(reading, "impose sanctions")
    assert threat.status == "happened"
    assert inside.status == "threatened"
    assert threat.about == inside.id
    assert inside.condition is not None
    assert inside.condition.citation.words == "if it invades the island"
    assert inside.condition.event == event(reading, "invades").id


def test_no_events_in_a_match(read: Callable[..., Reading]) -> None:
    assert read("The striker attacked from the left in the second half.").events == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "“",
        "?" * 50,
        "attack " * 400,
        "He said “he said “she said “attack",
        "\u202e9" * 400,
    ],
)
def test_odd_input_is_survived(read: Callable[..., Reading], text: str) -> None:
    read(text)
