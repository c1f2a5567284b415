"""What one sentence tells, in a form in which two sentences can be compared."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ...lexicon.nationalities import capitals
from ...lexicon.numbers import values
from ...lexicon.phrases import phrases_in
from ...lexicon.reporting import nouns, verbs
from ...lexicon.stems import stem
from ...model.event import EventMention, Participant, Status
from ...model.figure import Figure
from ...model.grammar import Grammar
from ...model.mention import Place, Time
from ...model.reading import Sentence
from ...model.statement import Statement, Voice
from ...model.text import Citation
from .contents import Contents
from .counts import is_known_count, raised_to
from .kin import word_kin, word_reach
from .names import Keys, NameKeys, is_state
from .naming import is_common, is_common_word, is_forename

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
TOWNS = ("city", "point")
"""Precisions of places that are no regions."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+|,\d+)*")

EMPTY_WORDS = frozenset(
    """a an the and or but nor so yet if then than that this these those it its he him his she her hers they
    them their theirs we us our ours i me my you your who whom whose which what where when why how there here
    is are was were be been being am do does did doing done has have had having will would shall should may
    might can could must of in on at by for with from to into onto over under about above below between among
    through during before after against as not no also just only very more most much many some any each all
    both either neither other another such own same too mr mrs ms dr out up off again further view
    become becomes became now said say says saying right wrong according it's there's""".split()
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
    """One statement of a sentence: the keys of who speaks and what the words for them mean, what kind of saying, the senses of what is said, and whether
    it is a refusal to say it."""

    statement: str
    speaker: Keys
    who: frozenset[str]
    cue: frozenset[str]
    content: tuple[frozenset[str], ...]
    span: tuple[int, int]
    refused: bool


@dataclass(frozen=True)
class Told:
    """What a sentence tells. `words` holds for each content word (no name, no number) its senses,
    `spoken` the senses of all its words, those of names too ("owners" in "the Boat Owners' Association"), and what
    they are kinds of. `shown` is how each name is written, in their order, `numbers` all numbers that it holds, in digits or words,
    `counted` those of them that stand in no name or time and are no figure, `persons` and `towns` which of the names are such,
    `yearless` the first and last of days that are named without a year ("11-24"), `lent` the keys of the names with those of their bearers' countries,
    `quoted` whether it lies within what somebody is said elsewhere to say, `speakers` the keys of who that is, `taken` where names and times stand (offsets into the sentence), `grammar` its parse where
    reading kept it."""

    citation: Citation
    words: tuple[frozenset[str], ...]
    spoken: frozenset[str]
    names: tuple[Keys, ...]
    shown: tuple[str, ...]
    deeds: tuple[Deed, ...]
    sayings: tuple[Saying, ...]
    figures: tuple[Figure, ...]
    days: tuple[tuple[str, str], ...]
    yearless: tuple[tuple[str, str], ...]
    numbers: frozenset[float]
    counted: frozenset[float]
    persons: tuple[Keys, ...]
    towns: tuple[Keys, ...]
    taken: tuple[tuple[int, int], ...]
    quoted: bool
    lent: Keys = frozenset()
    speakers: Keys = frozenset()
    grammar: Grammar | None = None


@lru_cache(maxsize=4096)
def _written(text: str) -> list[tuple[int, str]]:
    """All words of a text with where they stand, in lower case."""
    return [(match.start(), match.group().lower()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=4096)
def said_words(text: str) -> tuple[tuple[int, str], ...]:
    """The telling words of a text with where they stand, in lower case; a phrase is one word ("put off": postpone)."""
    found = _written(text)
    phrases = phrases_in([word for _, word in found])
    return tuple(
        (start, phrases.get(at, word))
        for at, (start, word) in enumerate(found)
        if phrases.get(at) or (at not in phrases and word not in EMPTY_WORDS)
    )


def word_senses(text: str) -> tuple[frozenset[str], ...]:
    """The senses of each content word of a text."""
    return _senses(said_words(text), ())


_COUNTS = frozenset((values("ones") | values("tens")).keys()) - {"one"}


def _senses(
    said: Iterable[tuple[int, str]], taken: Sequence[tuple[int, int]]
) -> tuple[frozenset[str], ...]:
    return tuple(
        word_kin(word)
        for at, word in said
        # Numbers are compared apart, those that count nothing new ("the two ministers") not at all.
        if not word[0].isdigit()
        and word not in _COUNTS
        and not any(start <= at < end for start, end in taken)
    )


def _spoken(text: str, said: Iterable[tuple[int, str]]) -> frozenset[str]:
    """What all words of a text may mean, those inside phrases too, and what they are kinds of."""
    words = [word for _, word in _written(text)]
    words += [part for word in words if "-" in word for part in word.split("-")]
    words = [word for word in words if word not in EMPTY_WORDS]
    return frozenset[str]().union(
        *map(word_reach, dict.fromkeys([*words, *(word for _, word in said)]))
    )


def _inside(figures: Iterable[Figure], offset: int) -> list[tuple[int, int]]:
    return [(item.citation.start - offset, item.citation.end - offset) for item in figures]


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def values_of(text: str) -> frozenset[float]:
    """All numbers of a text, in digits or as single words."""
    words = values("ones") | values("tens")
    found = {float(number.replace(",", "")) for number in _NUMBER.findall(text)}
    found |= {words[word] for word in re.findall(r"[a-z]+", text.lower()) if word in words}
    return frozenset(found)


def told(
    contents: Contents,
    sentence: Sentence,
    text: str,
    keys: NameKeys,
    common: Container[str] = frozenset(),
) -> Told:
    """What `sentence` of a reading with these contents tells; `text` is the text of the part it stands in. `common` are the keys
    of words that others use as no names: one that opens the sentence is none either."""

    mentions = tuple(
        item for item in contents.mentions(sentence) if not is_common(item, sentence, keys, common)
    )
    persons = {item.citation.start for item in mentions if item.kind == "person"}
    # A forename that stands right before a name is no one of its own.
    mentions = tuple(
        item
        for item in mentions
        if (item.kind != "person" and not is_forename(item, mentions, keys))
        or " " in item.name
        or item.citation.end + 1 not in persons
    )
    places = tuple(
        item
        for item in contents.places(sentence)
        if not is_common_word(item.name, item.citation, sentence, keys, common)
    )
    times = contents.times(sentence)
    figures = tuple(
        raised_to(item, text[sentence.start : item.citation.start])
        for item in contents.figures(sentence)
    )
    shown = {
        keys.of_actor(name, item.kind): name
        for item in mentions
        if item.kind != "equipment"
        for name in keys.parts_of(item.name)
    }
    placed = {item.id: _place_keys(item, text, keys) for item in places}
    shown |= {placed[item.id]: item.name for item in places if len(keys.parts_of(item.name)) == 1}
    # Boats and missiles are no names that are compared apart: their words tell.
    named = [item.citation for item in mentions if item.form == "name" and item.kind != "equipment"]
    named += [item.citation for item in places]
    named += [item.citation for item in times]
    taken = [(cited.start - sentence.start, cited.end - sentence.start) for cited in named]
    taken += _inside(figures, sentence.start)
    words = text[sentence.start : sentence.end]
    said = said_words(words)
    elsewhere = contents.said_elsewhere(sentence)
    return Told(
        citation=Citation(
            start=sentence.start,
            end=sentence.end,
            words=words,
            part=sentence.part,
            article=contents.reading.article.id,
        ),
        words=_senses(said, taken),
        spoken=_spoken(words, said),
        names=tuple(shown),
        shown=tuple(shown.values()),
        deeds=tuple(_deed(event, contents, keys) for event in contents.events(sentence)),
        sayings=tuple(
            _saying(item, keys, sentence.start, dict(said))
            for item in contents.statements(sentence)
            if item.cue and _is_saying(item.cue.words)
        ),
        figures=tuple(
            item for item in figures if not is_known_count(item, text[: item.citation.start])
        ),
        numbers=values_of(words),
        quoted=bool(elsewhere),
        speakers=frozenset[str]().union(*(_speaker(item.voice, keys) for item in elsewhere)),
        counted=values_of(_blanked(words, taken)),
        persons=tuple(
            dict.fromkeys(
                keys.of_actor(item.name, item.kind) for item in mentions if item.kind == "person"
            )
        ),
        towns=tuple(
            dict.fromkeys(
                name
                for item in places
                for name in (placed[item.id],)
                if item.precision in TOWNS and not any(key.startswith("country:") for key in name)
            )
        ),
        taken=tuple(taken),
        days=tuple((time.earliest, time.latest) for time in times if time.earliest and time.latest),
        yearless=tuple(days for time in times if not time.earliest and (days := _yearless(time))),
        grammar=contents.grammar.get(sentence),
    )


_DEALING = re.compile(
    r"\b(?:for|against|with|between|by|towards?"
    r"|(?:officials?|authorities|governments?|leaders?|leadership|ministers?|diplomats?|officers) in"
    r"|(?:ambassadors?|envoys?|emissar(?:y|ies)|embassy|consulate) (?:in|to))\s+$",
    re.I,
)


def _place_keys(place: Place, text: str, keys: NameKeys) -> Keys:
    """The keys of a place; of a capital that something is done for, against or with, those of its country too."""
    found = keys.of_place(place.name, place.geonameid, place.precision)
    nation = capitals().get(place.name)
    if nation and is_state(nation) and _DEALING.search(text[: place.citation.start]):
        return found | {f"country:{nation.code}"}
    return found


_DAY_OF_YEAR = re.compile(r"calendar\((\d\d-\d\d)(?:\.\.(\d\d-\d\d))?,")


def _yearless(time: Time) -> tuple[str, str] | None:
    """The month and day, or the first and last of them, of a time without its year."""
    found = _DAY_OF_YEAR.match(time.rule or "")
    return (found.group(1), found.group(2) or found.group(1)) if found else None


def lent(told: Told, keys: NameKeys) -> Told:
    """The same sentence of a record with what the record knows of those whom it names: their countries ("Kenya's
    minister" is there by her name) and the words for their offices."""

    def tied(names: tuple[Keys, ...]) -> tuple[Keys, ...]:
        return tuple(keys.with_ties(name) for name in names)

    return replace(
        told,
        lent=frozenset[str]().union(*tied(told.names)),
        spoken=told.spoken.union(*map(keys.offices, told.names)),
        deeds=tuple(
            replace(deed, sources=tied(deed.sources), targets=tied(deed.targets))
            for deed in told.deeds
        ),
        sayings=tuple(replace(item, speaker=keys.with_ties(item.speaker)) for item in told.sayings),
    )


def _is_saying(cue: str) -> bool:
    speech = reporting_stems()
    return any(stem(word.lower()) in speech for word in _WORD.findall(cue))


@cache
def reporting_stems() -> frozenset[str]:
    """The stems of the verbs with which speech is reported."""
    return frozenset(stem(verb) for verb in sorted(verbs("speech")))


def _deed(event: EventMention, contents: Contents, keys: NameKeys) -> Deed:
    kinds = contents.kinds
    place = contents.place_of.get(event.place.id or "") if event.place else None
    time = contents.time_of.get(event.time.time or "") if event.time else None

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
    words = [word for _, word in said_words(trigger)]
    telling = [word for word in words if stem(word) not in LIGHT_VERBS] or words
    return frozenset[str]().union(*(word_kin(word) for word in telling))


def _document_keys(voice: Voice) -> Keys:
    """The key of what kind of document speaks: an article tells of one communique, by whatever name."""
    words = _WORD.findall((voice.description or voice.name or "").lower())
    return frozenset(f"document:{stem(word)}" for word in words if word in nouns("documents"))


def _speaker(voice: Voice, keys: NameKeys) -> Keys:
    """The keys of who speaks: who speaks for a body is that body's voice, so that either name finds the saying again."""
    kind = "person" if voice.kind == "named" else ""
    return frozenset[str]().union(
        keys.of_actor(voice.name, kind) if voice.name else (),
        *(keys.of_actor(body) for body in (voice.party, voice.affiliation) if body),
        _document_keys(voice) if voice.kind == "document" else (),
    )


def _saying(statement: Statement, keys: NameKeys, offset: int, said: Mapping[int, str]) -> Saying:
    cue = statement.cue
    voice = statement.voice
    content = statement.content
    return Saying(
        statement=statement.id,
        speaker=_speaker(voice, keys),
        who=frozenset[str]().union(*word_senses(f"{voice.name or ''} {voice.description or ''}")),
        cue=frozenset().union(
            *(word_kin(word.lower()) for word in _WORD.findall(cue.words)),
            word_kin(said.get(cue.start - offset) or cue.words.lower()),
        )
        if cue
        else frozenset(),
        content=tuple(sense for piece in content for sense in word_senses(piece.words)),
        span=(
            min((piece.start for piece in content), default=0) - offset,
            max((piece.end for piece in content), default=0) - offset,
        ),
        refused=statement.mode == "refusal",
    )
