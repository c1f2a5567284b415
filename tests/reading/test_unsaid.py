"""What looks like somebody's words and is none, and whose office speaks."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

CUES = [
    (
        "The ministers met, Coastwire reports, citing diplomats.",
        ["reports"],
        "whom it cites is no content",
    ),
    (
        "Coastwire cited diplomats as saying the road was shut.",
        ["cited"],
        "here they say something",
    ),
    (
        "Four of the nine are also on the union's list of 20.",
        [],
        "to be on a list is to say nothing",
    ),
    (
        "Minister Ana Silva talked with both leaders by telephone.",
        [],
        "how they talked is not what they said",
    ),
    ("Minister Ana Silva talked about the flood.", ["talked about"], "here a topic is told"),
    ("France talks loom as rebels regroup", [], "a noun of a headline"),
    ("Parliament was notified of the $60 million sale in May.", [], "by whom, nobody tells"),
    (
        "Ama Mensah called on the bloc to demand that the vote be postponed.",
        ["called on"],
        "what the bloc is to demand it has not demanded",
    ),
    ("Ama Mensah demanded that the vote be postponed.", ["demanded"], "here she has"),
    ("The union spoke of the flood.", ["spoke of"], "a topic"),
    ("URGENT: Gunfire near palace, soldiers on state TV", [], "a label is no speaker"),
    (
        "A diplomat who was not authorized to speak publicly said embassies had been warned.",
        ["said"],
        "the adverb belongs to the verb before it",
    ),
    ("The envoy publicly said that the plan was dead.", ["publicly said"], "here to this one"),
]


@pytest.mark.parametrize(("text", "cues", "why"), CUES)
def test_cues(read: Callable[..., Reading], text: str, cues: list[str], why: str) -> None:
    found = [item.cue.words if item.cue else None for item in read(text).statements]
    assert found == cues, why


SOURCES = [
    ("Sudan accused of massing forces at border", [None], "who is accused accuses nobody"),
    ("Sudan accused Chad of massing forces at border.", ["Sudan"], "who accuses has an object"),
    (
        "The other three were released, according to the prosecutor's office.",
        ["prosecutor's office"],
        "whose office it is tells it from others",
    ),
    ("The envoy's office declined to comment.", ["envoy's office"], "the same"),
    (
        "Chad's prime minister's office called it false.",
        ["prime minister's office"],
        "here the rest does",
    ),
]


@pytest.mark.parametrize(("text", "names", "why"), SOURCES)
def test_sources(
    read: Callable[..., Reading], text: str, names: list[str | None], why: str
) -> None:
    assert [item.voice.name for item in read(text).statements] == names, why
