"""Quotes: by which words somebody says what he says."""

import msgspec
import pytest

from secondsource.model.claim import Utterance, UtteranceStatement
from secondsource.model.statement import Mode
from secondsource.model.text import Reference
from secondsource.views.quotes import cue_words

BELL = Reference(id="voice-bell", name="Ann Bell")


def utterance(voice: Reference, *modes: Mode) -> Utterance:
    statements = tuple(
        UtteranceStatement(
            id=f"statement-{number}",
            article="a",
            start=0,
            end=4,
            words="to resign",
            part="text",
            mode=mode,
            newsroom=Reference(id="newsroom", name="Gazette"),
            cue="is expected",
        )
        for number, mode in enumerate(modes)
    )
    return Utterance(
        id="utterance",
        voice=voice,
        said=None,
        place=None,
        occasion=None,
        addressee=None,
        statements=statements,
        wordings=(),
    )


@pytest.mark.parametrize(
    ("cues", "words", "why"),
    [
        (("said", "told", "said"), "said, told", "each once, in their order"),
        (("denied", ":"), "denied", "a headline's colon says no more"),
        ((":",), "said", "that it was said"),
        ((None,), "said", "no word of saying is cited"),
        (("has\n said",), "has said", "in one line"),
    ],
)
def test_the_words_of_saying(cues: tuple[str | None, ...], words: str, why: str) -> None:
    made = utterance(BELL, *["direct" for _ in cues])
    told = zip(made.statements, cues, strict=True)
    statements = tuple(msgspec.structs.replace(each, cue=cue) for each, cue in told)
    assert cue_words(msgspec.structs.replace(made, statements=statements)) == words, why


def test_remarks_that_a_rewrite_puts_otherwise_stand_with_the_original(pemba):
    """The Coastwire text says everything in other words, hardly one of which the Gazette has."""
    for voice, words in (("Mwanasha Juma", "a lad aged 15"), ("Omari Chuo", "not a lamp")):
        (found,) = [
            each
            for each in pemba.utterances
            if each.voice.name == voice and any(words in told.words for told in each.statements)
        ]
        assert {told.mode for told in found.statements} >= {"direct"}, voice
        assert len({told.article for told in found.statements}) > 1, voice
