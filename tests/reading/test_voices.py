"""Voices: who vouches, for which body, on which terms; and the occasion of saying."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.model.statement import Statement

Read = Callable[..., Reading]


def last_with(reading: Reading, cue: str) -> Statement:
    """The last statement whose cue holds these words."""
    return [s for s in reading.statements if s.cue and cue in s.cue.words][-1]


VOICES = [
    # text, cue, expected fields of the voice, why
    (
        "Norwegian Foreign Minister Kari Dahl spoke on Monday. She said the treaty was dead.",
        "said",
        {"kind": "named", "name": "Kari Dahl", "party": "Norway"},
        "a pronoun stands for the minister, who speaks for her country",
    ),
    (
        "The council's director-general for roads and harbour walls, Ann Verrick, said that it was old.",
        "said",
        {"kind": "named", "name": "Ann Verrick"},
        "the name ends the source, far from the office that it fills",
    ),
    (
        "The mayor's deputy for roads, who knows Ann Verrick, said that it was old.",
        "said",
        {"kind": "anonymous", "name": None},
        "whom somebody knows does not speak",
    ),
    (
        "Kenya asked that NATO take back its old statements that Chad may enter the pact.",
        "statements",
        {"kind": "named", "name": "NATO"},
        "its statements are those of the body that is told to take them back",
    ),
    (
        "A senior Kenyan official said the border was calm.",
        "said",
        {"kind": "anonymous", "name": None, "count": 1, "affiliation": "Kenya", "party": "Kenya"},
        "unnamed, placed in a country",
    ),
    (
        "Two French diplomats said the draft had changed.",
        "said",
        {"kind": "anonymous", "count": 2, "party": "France"},
        "how many",
    ),
    (
        "A senior Kenyan official met reporters. The official said the border was calm.",
        "said",
        {"kind": "anonymous"},
        "a definite noun without a name stays unnamed",
    ),
    (
        "A Brazilian diplomat said the talks had failed. The diplomat added that nobody was surprised.",
        "added",
        {"kind": "anonymous", "description": "A Brazilian diplomat", "party": "Brazil"},
        "a definite noun takes up the unnamed voice",
    ),
    (
        "The ship sank in minutes, an official said, speaking on condition of anonymity because "
        "the inquiry is under way.",
        "said",
        {
            "kind": "anonymous",
            "terms": "on condition of anonymity because the inquiry is under way",
        },
        "the terms, as written",
    ),
    (
        "The Kremlin said it would reply.",
        "said",
        {"kind": "named", "party": "Russia"},
        "a seat of government speaks for its country",
    ),
    (
        "A police report said the door was open.",
        "said",
        {"kind": "document"},
        "a document speaks",
    ),
    (
        "Reuters reported that the mine had closed.",
        "reported",
        {"kind": "medium"},
        "another medium",
    ),
    (
        "It was said that the mine had closed.",
        "said",
        {"kind": "unknown", "name": None},
        "a passive hides who said it",
    ),
    (
        "Jonas Bell said the gate was open. A guard pulled a reporter's arm as she called, she and another reporter wrote.",
        "wrote",
        {"kind": "unknown", "name": None},
        "she is not a man who spoke before",
    ),
    (
        "The air force said its jets had hit two depots.",
        "said",
        {"kind": "named", "name": "air force"},
        "two words that name a body, though a force alone is none",
    ),
]


@pytest.mark.parametrize(("text", "cue", "fields", "why"), VOICES)
def test_voice(read: Read, text: str, cue: str, fields: dict[str, object], why: str) -> None:
    """The voice has these fields."""
    voice = last_with(read(text), cue).voice
    assert {name: getattr(voice, name) for name in fields} == fields, why


def test_speaker_is_an_entity_of_the_article(read: Read) -> None:
    """`speaker` is the entity of the voice's mentions."""
    reading = read("President Tomas Novak arrived. “I am glad,” Novak said.")
    spoken = last_with(reading, "said")
    assert spoken.speaker in {m.entity for m in reading.mentions if m.name == "Tomas Novak"}


def test_said_and_occasion(read: Read) -> None:
    """The day of saying hangs on a time expression; how it was said is told."""
    text = "Premier Jana Horak told a news conference in Prague on Tuesday that taxes would fall."
    reading = read(text, published="2023-03-16")
    spoken = last_with(reading, "told")
    assert spoken.said is not None
    assert spoken.said.value == "2023-03-14"
    assert spoken.occasion == "press conference"


def test_a_coming_day_is_not_when_it_was_said(read: Read) -> None:
    """A day inside the content is no day of saying."""
    reading = read(
        "Premier Jana Horak said that taxes would fall on Friday.", published="2023-03-15"
    )
    assert last_with(reading, "said").said is None


def test_addressee_may_be_a_medium(read: Read) -> None:
    """Who was told is kept; a medium by its name."""
    reading = read("“We lost the file,” the archivist told the Washington Post.")
    assert last_with(reading, "told").addressee == "The Washington Post"


def test_whom_somebody_heads_does_not_speak_with_him(read) -> None:
    text = '"It is a long road," said Ann Bell, president, Pemba Shipping Group.'
    (statement,) = read(text).statements
    assert statement.voice.name == "Ann Bell"
