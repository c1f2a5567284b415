"""Quotes: what somebody said, and not what nobody known only expects."""

import msgspec
import pytest

from secondsource.model.claim import Utterance, UtteranceStatement
from secondsource.model.statement import Mode
from secondsource.model.text import Reference
from secondsource.views.quotes import cue_words, is_said

UNKNOWN = Reference(id="unknown-voice", name="unknown speaker")
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


ROWS = [
    # voice, modes of its statements, whether it is a quote, why
    (UNKNOWN, ("attitude",), False, "Bell is expected to resign: nobody said so"),
    (UNKNOWN, ("attitude", "attitude"), False, "nor where two articles have it"),
    (UNKNOWN, ("direct",), True, "words in quotation marks are somebody's"),
    (UNKNOWN, ("attitude", "indirect"), True, "one of the two articles has somebody say it"),
    (BELL, ("attitude",), True, "what she expects is hers"),
]


@pytest.mark.parametrize(("voice", "modes", "said", "why"), ROWS)
def test_what_nobody_known_expects_is_no_quote(
    voice: Reference, modes: tuple[Mode, ...], said: bool, why: str
) -> None:
    """Only what was said, or what somebody known thinks, stands among the quotes."""
    assert is_said(utterance(voice, *modes)) == said, why


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
