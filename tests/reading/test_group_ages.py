"""Ages that tell who is meant are no counts of people; a row of a list is nobody who speaks."""

import pytest

AGES = [
    ("The fever is most dangerous for those over 65, who may die.", "over 65", "age"),
    ("The jab is given to people under 30.", "under 30", "age"),
    ("The fever has killed over 65 people.", "over 65", "killed"),
    ("They marched past all under 20 flags.", "under 20", "flags"),
]


@pytest.mark.parametrize(("text", "words", "measured"), AGES)
def test_what_is_counted(read, text, words, measured):
    assert [(found.citation.words, found.measured) for found in read(text).figures] == [
        (words, measured)
    ]


def test_a_bare_number_does_not_speak(read):
    reading = read("Kenya: 20 confirmed to have died of the fever, 18 confirmed ill with it.")
    voices = {(said.voice.name, said.voice.description) for said in reading.statements}
    assert not {("18", "18"), (None, "18"), ("20", "20"), (None, "20")} & voices
