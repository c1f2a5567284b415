"""Statements: who said what, as one article reports it."""

from typing import Literal

from .text import Citation, Reference
from .value import Value

VoiceKind = Literal["named", "anonymous", "document", "medium", "newsroom", "unstated", "unknown"]
Mode = Literal["direct", "indirect", "mixed", "attitude", "refusal"]


class Voice(Value, frozen=True):
    """Who ultimately vouches.

    `name` is the person or body ("Omari Chuo"), null for an anonymous voice. `description` is
    how the article describes it ("a senior State Department official"). `count` is how many people
    speak (null: several, number unstated). `affiliation` is the body or country that the voice
    is placed in. `party` is the body that it speaks for (a spokeswoman's ministry; a private
    person is his own). `terms` are the conditions of anonymity, as written.
    """

    kind: VoiceKind
    name: str | None = None
    description: str | None = None
    count: int | None = 1
    affiliation: str | None = None
    party: str | None = None
    terms: str | None = None


class Said(Value, frozen=True):
    """When it was said: EDTF `value` (null while unanchored) and on which basis; `time` is the id
    of the Time it was taken from."""

    value: str | None
    basis: str
    time: str | None = None


class Statement(Value, frozen=True):
    """A source, a cue and a content. `content` holds one citation for each unbroken piece, quotation
    marks included, in the order of the text. `parent` is the id of the statement inside whose
    content this one stands. `doubtful` says that the boundary or the speaker is uncertain."""

    id: str
    source: Citation | None
    cue: Citation | None
    content: tuple[Citation, ...]
    mode: Mode
    parent: str | None
    doubtful: bool
    voice: Voice
    said: Said | None = None
    place: Reference | None = None
    occasion: str | None = None
    addressee: str | None = None
    speaker: str | None = None
    """Entity id (`Mention.entity`) of the voice, if it was mentioned in the article."""
