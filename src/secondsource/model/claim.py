"""Utterances, events and series across articles; claims and how well they are supported."""

from typing import Literal

from .event import EventType, Status
from .figure import Nature
from .statement import Mode
from .text import Citation, Reference
from .value import Value

Label = Literal["unsupported", "single", "reported", "corroborated"]
Flag = Literal["contested", "denied", "superseded", "withdrawn", "altered"]


class UtteranceStatement(Value, frozen=True):
    """One article's report of an utterance; `id` is the id of the Statement, `cue` its words of saying
    ("denied"): with a content that is denied or refused the words alone would say the opposite."""

    id: str
    article: str
    start: int
    end: int
    words: str
    part: str
    mode: Mode
    newsroom: Reference
    cue: str | None = None


class Wording(Value, frozen=True):
    """One wording of an utterance and the articles that have it. `relation` says how it stands to `of`,
    the nearest wording of another article: verbatim, trimmed, altered or paraphrase; a wording that
    stands first has no `of` and counts as verbatim."""

    words: str
    articles: tuple[str, ...]
    relation: Literal["verbatim", "trimmed", "altered", "paraphrase"]
    of: str | None = None


class Utterance(Value, frozen=True):
    """One thing said once by one voice, however many articles report it. `said` is EDTF."""

    id: str
    voice: Reference
    said: str | None
    place: Reference | None
    occasion: str | None
    addressee: str | None
    statements: tuple[UtteranceStatement, ...]
    wordings: tuple[Wording, ...]


class When(Value, frozen=True):
    """EDTF value and its precision."""

    value: str
    precision: str


class StoryEventMention(Value, frozen=True):
    """One article's mention of an event; `id` is that of the EventMention, `clause` the part of the
    sentence that tells of it and stands alone, where that is sure, `time` the EDTF value and `who` those who take part
    that this mention alone gives."""

    id: str
    article: str
    start: int
    end: int
    words: str
    part: str
    status: Status
    voice: Reference
    newsroom: Reference
    sentence: Citation
    clause: Citation | None = None
    time: str | None = None
    who: tuple[Reference, ...] = ()


class StoryCondition(Value, frozen=True):
    """The words on which an event hangs, the Event inside them, and the day until which it is waited for
    ("if the boats are not home by Tuesday"), if the words give one."""

    citation: Citation
    event: str | None
    by: When | None = None


class StoryEvent(Value, frozen=True):
    """One happening across articles. `status` is the furthest that evidence supports: a meeting
    that was announced and then held is `happened`; one that only was announced stays `planned`."""

    id: str
    event_type: EventType
    mode: str | None
    status: Status
    sources: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    object: str | None
    time: When | None
    place: Reference | None
    about: str | None
    condition: StoryCondition | None
    mentions: tuple[StoryEventMention, ...]
    judgements: tuple[str, ...] = ()
    """Ids of what people decided about its mentions (`Record.judgements`)."""
    also_about: tuple[str, ...] = ()
    """Ids of the other events that are threatened, demanded or promised in the same breath as `about`."""


class SeriesPoint(Value, frozen=True):
    """One figure at one time, as one article has it; `id` is that of the Figure, `measured` the noun that
    the article uses. `as_of` is EDTF."""

    id: str
    low: float | None
    high: float | None
    approximator: str | None
    measured: str | None
    nature: Nature
    as_of: str | None
    article: str
    start: int
    end: int
    words: str
    part: str
    voice: Reference
    newsroom: Reference
    sentence: Citation


class SeriesChange(Value, frozen=True):
    """From one point to the next one that differs: ids of both, with the words of both."""

    was: str
    became: str
    citations: tuple[Citation, ...]


class Series(Value, frozen=True):
    """The same measure through time: what is counted, of whom, where, in which unit. `notes` are sums
    within one report that do not come out: remarks, no conflicts."""

    id: str
    measured: str | None
    of: str | None
    place: str | None
    unit: str | None
    points: tuple[SeriesPoint, ...]
    changes: tuple[SeriesChange, ...]
    notes: tuple["SeriesNote", ...] = ()


class SeriesNote(Value, frozen=True):
    """A remark on the numbers of one report, with the words that it rests on."""

    words: str
    citations: tuple[Citation, ...]


class Report(Value, frozen=True):
    """One article asserting one claim at one span, through one newsroom, from one voice. `doubtful`
    words (a back-translated quotation) are no evidence of the wording. `vouched` is false where the
    voice only speaks of it: takes it as known, or comments on it. `through` is the voice that
    passed on what `voice` said, null where the article heard it itself. `printed_by` is the newsroom
    of the paper itself where its words look reworked from an article of `newsroom`, which is then
    not sure: the reporting may be its own. `altered` says what a copy or rewrite changed in
    its sentence ("“118” became “181”"), null for the words of an original."""

    article: str
    start: int
    end: int
    words: str
    part: str
    newsroom: Reference
    voice: Reference
    first_hand: bool = False
    vouched: bool = True
    through: Reference | None = None
    printed_by: Reference | None = None
    altered: str | None = None


class Standing(Value, frozen=True):
    """How well a claim is supported. `independent` is the size of a maximum matching of newsrooms to
    voices with voices that may be the same merged (a lower bound), `independent_at_most` with them
    kept apart. `pairs` is the matching that was found."""

    label: Label
    flags: tuple[Flag, ...]
    independent: int
    independent_at_most: int
    newsrooms: tuple[Reference, ...]
    voices: tuple[Reference, ...]
    reasons: tuple[str, ...]
    pairs: tuple[tuple[Reference, Reference], ...] = ()


class Claim(Value, frozen=True):
    """One checkable proposition with all its reports. `about` is the id of the event, utterance,
    series point or role that it is about; `kind` says which. `status` is what is claimed of it:
    that it happened (was said, is so), or was planned, threatened, denied..."""

    id: str
    about: str
    kind: Literal["event", "utterance", "figure", "role"]
    status: Status
    words: str
    reports: tuple[Report, ...]
    standing: Standing
    judged: Literal["wrong", "confirmed"] | None = None
    """What a person decided of it; never part of the standing."""
    judgements: tuple[str, ...] = ()
    """Ids of what people decided about its mentions (`Record.judgements`)."""


class Conflict(Value, frozen=True):
    """Claims that cannot all hold, both sides with their words, and why they cannot."""

    id: str
    kind: Literal["number", "date", "place", "participants", "polarity", "role", "wording"]
    claims: tuple[str, ...]
    sides: tuple[Citation, ...]
    reason: str


class Change(Value, frozen=True):
    """Something that was one way and became another: a figure, a status, a date, a version. Of a version
    `about` is the article and `what` says what of it was changed: its headline, a figure, a name, a
    notice that was added, ..."""

    id: str
    kind: Literal["figure", "status", "date", "role", "version", "wording"]
    was: str
    became: str
    citations: tuple[Citation, ...]
    about: str | None = None
    what: str | None = None
