"""What one sentence tells, in a form in which two sentences can be compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..lexicon.reporting import verbs
from ..lexicon.stems import stem
from ..lexicon.synonyms import senses
from ..model.event import EventMention, Participant, Status
from ..model.figure import Figure
from ..model.reading import Reading, Sentence
from ..model.statement import Statement
from ..model.text import Citation
from .names import Keys, NameKeys

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")

EMPTY_WORDS = frozenset(
    """a an the and or but nor so yet if then than that this these those it its he him his she her hers they
    them their theirs we us our ours i me my you your who whom whose which what where when why how there here
    is are was were be been being am do does did doing done has have had having will would shall should may
    might can could must of in on at by for with from to into onto over under about above below between among
    through during before after against as not no also just only very more most much many some any each all
    both either neither other another such own same too mr mrs ms dr out up off again further view
    said say says saying right wrong according it's there's""".split()
)
"""Words that do not decide whether two sentences are about the same."""


@dataclass(frozen=True)
class Deed:
    """One event of a sentence. `words` are the senses of its trigger; `earliest` and `latest` are ISO days."""

    event: str
    type: str
    mode: str | None
    words: frozenset[str]
    status: Status
    sources: tuple[Keys, ...]
    targets: tuple[Keys, ...]
    place: Keys
    earliest: str | None
    latest: str | None
    voice: str | None


@dataclass(frozen=True)
class Saying:
    """One statement of a sentence: the keys of who speaks, what kind of saying, and the senses of what is said."""

    statement: str
    speaker: Keys
    cue: frozenset[str]
    content: tuple[frozenset[str], ...]
    span: tuple[int, int]


@dataclass(frozen=True)
class Told:
    """What a sentence tells. `words` holds for each content word (no name, no number) its senses,
    `spoken` the senses of all its words, those of names too ("owners" in "the Boat Owners' Association")."""

    citation: Citation
    words: tuple[frozenset[str], ...]
    spoken: frozenset[str]
    names: tuple[Keys, ...]
    deeds: tuple[Deed, ...]
    sayings: tuple[Saying, ...]
    figures: tuple[Figure, ...]
    days: tuple[tuple[str, str], ...]


def word_senses(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[frozenset[str], ...]:
    """The senses of each content word of a text, but of those that lie in a `taken` span."""
    spans = list(taken)
    return tuple(
        senses(match.group().lower())
        for match in _WORD.finditer(text)
        if match.group().lower() not in EMPTY_WORDS
        and not match.group()[0].isdigit()
        and not any(start <= match.start() < end for start, end in spans)
    )


def told(reading: Reading, sentence: Sentence, text: str, keys: NameKeys) -> Told:
    """What `sentence` of an (anchored) reading tells; `text` is the text of the part it stands in."""

    def inside(citation: Citation) -> bool:
        return (
            citation.part == sentence.part
            and sentence.start <= citation.start
            and citation.end <= sentence.end
        )

    mentions = tuple(item for item in reading.mentions if inside(item.citation))
    places = tuple(item for item in reading.places if inside(item.citation))
    times = tuple(item for item in reading.times if inside(item.citation))
    figures = tuple(item for item in reading.figures if inside(item.citation))
    names = [keys.of_actor(item.name, item.kind) for item in mentions if item.kind != "equipment"]
    names += [keys.of_place(item.name, item.geonameid, item.precision) for item in places]
    named = [mention.citation for mention in mentions if mention.form == "name"]
    named += [item.citation for item in places]
    named += [item.citation for item in times]
    taken = [(cited.start - sentence.start, cited.end - sentence.start) for cited in named]
    words = text[sentence.start : sentence.end]
    return Told(
        citation=Citation(
            start=sentence.start,
            end=sentence.end,
            words=words,
            part=sentence.part,
            article=reading.article.id,
        ),
        words=word_senses(words, taken),
        spoken=frozenset[str]().union(*word_senses(words)),
        names=tuple(dict.fromkeys(names)),
        deeds=tuple(
            _deed(event, reading, keys) for event in reading.events if inside(event.citation)
        ),
        sayings=tuple(
            _saying(item, keys, sentence.start)
            for item in reading.statements
            if item.cue and inside(item.cue) and _is_saying(item.cue.words)
        ),
        figures=figures,
        days=tuple((time.earliest, time.latest) for time in times if time.earliest and time.latest),
    )


def _is_saying(cue: str) -> bool:
    speech = _speech_stems()
    return any(stem(word.lower()) in speech for word in _WORD.findall(cue))


@cache
def _speech_stems() -> frozenset[str]:
    return frozenset(stem(verb) for verb in sorted(verbs("speech")))


def _deed(event: EventMention, reading: Reading, keys: NameKeys) -> Deed:
    kinds = {mention.id: mention.kind for mention in reading.mentions}
    place = next(
        (item for item in reading.places if event.place and item.id == event.place.id), None
    )
    time = next((item for item in reading.times if event.time and item.id == event.time.time), None)

    def parties(found: Iterable[Participant]) -> tuple[Keys, ...]:
        return tuple(keys.of_actor(item.name, kinds.get(item.mention or "", "")) for item in found)

    return Deed(
        event=event.id,
        type=event.type,
        mode=event.mode,
        words=_trigger_senses(event.citation.words),
        status=event.status,
        sources=parties(event.sources),
        targets=parties(event.targets),
        place=keys.of_place(place.name, place.geonameid, place.precision) if place else frozenset(),
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
        voice=event.voice.id if event.voice else None,
    )


LIGHT_VERBS = frozenset(
    stem(verb)
    for verb in "launch hold make take carry conduct stage mount give have impose do".split()
)
"""Verbs that say little beside the noun that they stand with ("launched an attack", "held talks")."""


def _trigger_senses(trigger: str) -> frozenset[str]:
    words = [word.lower() for word in _WORD.findall(trigger) if word.lower() not in EMPTY_WORDS]
    telling = [word for word in words if stem(word) not in LIGHT_VERBS] or words
    return frozenset[str]().union(*(senses(word) for word in telling))


def _saying(statement: Statement, keys: NameKeys, offset: int) -> Saying:
    cue = statement.cue
    voice = statement.voice
    kind = "person" if voice.kind == "named" else ""
    # Who speaks for a body is that body's voice, so that either name finds the saying again.
    speaker = frozenset[str]().union(
        keys.of_actor(voice.name, kind) if voice.name else (),
        *(keys.of_actor(body) for body in (voice.party, voice.affiliation) if body),
    )
    content = statement.content
    return Saying(
        statement=statement.id,
        speaker=speaker,
        cue=frozenset().union(*(senses(word.lower()) for word in _WORD.findall(cue.words)))
        if cue
        else frozenset(),
        content=tuple(sense for piece in content for sense in word_senses(piece.words)),
        span=(
            min((piece.start for piece in content), default=0) - offset,
            max((piece.end for piece in content), default=0) - offset,
        ),
    )
