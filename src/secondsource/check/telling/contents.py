"""What a reading found, by the sentence in which it stands: each sentence is asked for by its place, not by looking
through all that the article holds."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import UNSET

from ...model.event import EventMention
from ...model.figure import Figure
from ...model.grammar import Grammar
from ...model.mention import Mention, Place, Time
from ...model.reading import Reading, Sentence
from ...model.statement import Statement
from ...model.text import Citation

T = TypeVar("T")


class _Placed(Generic[T]):
    """Items by part and place."""

    def __init__(self, items: Iterable[T], place: Callable[[T], Citation | None]) -> None:
        found: dict[str, list[tuple[int, int, int, T]]] = {}
        for number, item in enumerate(items):
            cited = place(item)
            if cited is not None:
                found.setdefault(cited.part, []).append((cited.start, number, cited.end, item))
        self._items = {part: sorted(held, key=_first_two) for part, held in found.items()}
        self._starts = {part: [one[0] for one in held] for part, held in self._items.items()}

    def inside(self, sentence: Sentence) -> tuple[T, ...]:
        """Those that lie wholly in a sentence, in the order in which they came."""
        starts = self._starts.get(sentence.part)
        if not starts:
            return ()
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end + 1)
        held = self._items[sentence.part][first:last]
        inside = [(number, item) for _, number, end, item in held if end <= sentence.end]
        return tuple(item for _, item in sorted(inside, key=lambda one: one[0]))


def _first_two(held: tuple[int, int, int, T]) -> tuple[int, int]:
    return held[:2]


class Contents:
    """Look-ups over one reading, made once and asked for each of its sentences."""

    def __init__(self, reading: Reading) -> None:
        """Of an anchored reading, or one without a day."""
        self.reading = reading
        self._mentions = _Placed(reading.mentions, _cited)
        self._places = _Placed(reading.places, _cited)
        self._times = _Placed(reading.times, _cited)
        self._figures = _Placed(reading.figures, _cited)
        self._events = _Placed(reading.events, _cited)
        self._statements = _Placed(reading.statements, lambda item: item.cue)
        self.grammar: dict[Sentence, Grammar] = {}
        if reading.grammar is not UNSET:
            self.grammar = dict(zip(reading.sentences, reading.grammar, strict=True))

    def mentions(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Mentions of actors."""
        return self._mentions.inside(sentence)

    def places(self, sentence: Sentence) -> tuple[Place, ...]:
        """Places."""
        return self._places.inside(sentence)

    def times(self, sentence: Sentence) -> tuple[Time, ...]:
        """Time expressions."""
        return self._times.inside(sentence)

    def figures(self, sentence: Sentence) -> tuple[Figure, ...]:
        """Numbers."""
        return self._figures.inside(sentence)

    def events(self, sentence: Sentence) -> tuple[EventMention, ...]:
        """Events."""
        return self._events.inside(sentence)

    def statements(self, sentence: Sentence) -> tuple[Statement, ...]:
        """Statements whose cue stands there."""
        return self._statements.inside(sentence)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each mention of an actor, by id."""
        return {mention.id: mention.kind for mention in self.reading.mentions}

    @cached_property
    def place_of(self) -> dict[str, Place]:
        """Places by id."""
        return {place.id: place for place in reversed(self.reading.places)}

    @cached_property
    def time_of(self) -> dict[str, Time]:
        """Time expressions by id."""
        return {time.id: time for time in reversed(self.reading.times)}

    @cached_property
    def _said(self) -> dict[str, list[tuple[int, int, Statement]]]:
        """What somebody other than the paper is said to say, by part, piece by piece, with the statement."""
        found: dict[str, list[tuple[int, int, Statement]]] = {}
        for item in self.reading.statements:
            if item.voice.kind not in ("newsroom", "unstated"):
                for piece in item.content:
                    found.setdefault(piece.part, []).append((piece.start, piece.end, item))
        return found

    def said_elsewhere(self, sentence: Sentence) -> tuple[Statement, ...]:
        """The statements within which most of a sentence lies and that name their speaker in another sentence, or nowhere."""
        first, last = sentence.start, sentence.end
        return tuple(
            item
            for start, end, item in self._said.get(sentence.part, ())
            if start < last
            and first < end
            and min(end, last) - max(start, first) > (last - first) / 2
            and not (item.cue is not None and is_inside(item.cue, sentence))
        )


def is_inside(citation: Citation, sentence: Sentence) -> bool:
    """Whether the words lie wholly in a sentence."""
    return (
        citation.part == sentence.part
        and sentence.start <= citation.start
        and citation.end <= sentence.end
    )


def _cited(item: Mention | Place | Time | Figure | EventMention) -> Citation:
    return item.citation
