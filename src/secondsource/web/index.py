"""Index: the little of a record that is kept in memory, so that no page has to read the whole record.

It holds orders, ids and what lists are chosen by; the items themselves stay in the store and are
read by id, a page at a time. One index belongs to one record and is made once for it (see `indexing`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, TypeVar

from ..model.edtf import last_day
from ..model.record import Record
from ..model.text import Reference
from ..model.value import Value
from ..views.agenda import AgendaItem, agenda
from ..views.brief import LENGTHS, Brief, brief
from ..views.line import Line
from ..views.search import Asked as Question
from ..views.search import Searched, Topics
from ..views.search import warm as warm_search
from ..views.threads import threads
from ..views.threads.item import Thread
from ..views.timeline import timeline

T = TypeVar("T")

MOST_CHOICES = 256
"""Choices out of lists (a label with a status, a part of a name) of which the answer is kept."""


class ArticleLine(Value, frozen=True):
    """An article in a list. `sign` is its short sign, empty if it was not read; `published` its
    publication date as EDTF, `date` the same in words, with how it is known; `versions` says how many other
    versions of it are kept."""

    id: str
    sign: str
    headline: str | None
    outlet: str | None
    address: str
    published: str | None
    date: str
    first_words: str
    newsrooms: tuple[Reference, ...]
    status: str
    reason: str | None
    versions: int = 0


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What the standing board chooses by."""

    id: str
    about: str
    kind: str
    status: str
    label: str
    flags: tuple[str, ...]
    independent: int
    at_most: int


@dataclass(frozen=True)
class Index:
    """Orders and look-ups of one record; `made_from` names the record. The names in `quotes` (utterance,
    claim, voice) and `actors` (id, kind, name) have no capital letters; `said` tells of each utterance who says it and how."""

    made_from: str
    as_of: str | None
    pipeline: str
    articles: dict[str, ArticleLine]
    claims: dict[str, ClaimLine]
    agenda_record: Record
    agenda: tuple[AgendaItem, ...]
    weighty: Record
    figures: tuple[str, ...]
    changing_series: frozenset[str]
    quotes: tuple[tuple[str, str, str], ...]
    actors: tuple[tuple[str, str, str], ...]
    voices: dict[str, str]
    said: dict[str, str]
    passages: tuple[str, ...]
    newsrooms: tuple[str, ...]
    conflicts: tuple[str, ...]
    changes: tuple[str, ...]
    doubts: tuple[str, ...]
    judgements: tuple[str, ...]
    set_aside: tuple[str, ...]
    claims_in: dict[str, tuple[str, ...]]
    claims_of: dict[str, tuple[str, ...]]
    conflicts_of: dict[str, tuple[str, ...]]
    changes_of: dict[str, tuple[str, ...]]
    passages_of: dict[str, tuple[str, ...]]
    series_of_point: dict[str, str]
    counts: dict[str, dict[str, int]]

    @cached_property
    def briefs(self) -> dict[str, Brief]:
        """The brief in each of its lengths."""
        return {length: brief(self.weighty, length=length) for length in LENGTHS}

    @cached_property
    def timeline(self) -> tuple[Line, ...]:
        """What is reported to have happened, by day."""
        return timeline(self.weighty)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """What is followed through the story."""
        return threads(self.weighty)

    def warm(self) -> None:
        """Makes now what would else be made for the first reader who asks."""
        _ = self.timeline, self.briefs, self.threads, self.perhaps_more
        _ = self.topics
        self.board()
        warm_search(self.weighty)

    @cached_property
    def topics(self) -> Topics:
        """What the claims that are searched are about."""
        return Topics(self.weighty)

    @cached_property
    def _keeping(self) -> Lock:
        return Lock()

    @cached_property
    def _chosen(self) -> dict[tuple[str, ...], Any]:
        return {}

    def _once(self, key: tuple[str, ...], choose: Callable[[], T]) -> T:
        """What `choose` gives, kept for whoever asks for the same; the choices of longest ago are dropped."""
        with self._keeping:
            found: T | None = self._chosen.pop(key, None)
        if found is None:
            found = choose()
        with self._keeping:
            self._chosen[key] = found
            while len(self._chosen) > MOST_CHOICES:
                del self._chosen[next(iter(self._chosen))]
        return found

    def board(
        self,
        label: str | None = None,
        kind: str | None = None,
        status: str | None = None,
        flag: str | None = None,
    ) -> tuple[str, ...]:
        """The ids of the claims, best supported first; only those of a label, kind, status, flag."""
        return self._once(
            ("board", label or "", kind or "", status or "", flag or ""),
            lambda: tuple(
                line.id
                for line in self.claims.values()
                if label in (None, line.label)
                and kind in (None, line.kind)
                and status in (None, line.status)
                and (flag is None or flag in line.flags)
            ),
        )

    @cached_property
    def perhaps_more(self) -> tuple[str, ...]:
        """The ids of the claims that may have more independent sources than can be counted: those that may
        have a second one first, then by how many they may have."""
        lines = [line for line in self.claims.values() if line.at_most > line.independent]
        lines.sort(key=lambda line: (line.independent != 1, -line.at_most, line.id))
        return tuple(line.id for line in lines)

    def agenda_of(self, as_of: str | None, ahead: bool) -> tuple[AgendaItem, ...]:
        """What was announced, as it stood on an ISO day (the record's own without one), with `ahead` only what was not
        over then. Raises ValueError for a day that is none."""
        day = as_of or self.as_of
        if day != self.as_of:
            return self._once(
                ("agenda", day or "", str(ahead)),
                lambda: agenda(self.agenda_record, as_of, ahead),
            )
        if not ahead or day is None:
            return self.agenda
        return self._once(
            ("ahead",),
            lambda: tuple(item for item in self.agenda if last_day(item.when) >= day),
        )

    def quotes_of(self, voice: str) -> tuple[tuple[str, str], ...]:
        """Utterance and claim of what was said by voices whose name holds these words, in any letter case."""
        words = voice.casefold()
        return self._once(
            ("quotes", words),
            lambda: tuple((said, claim) for said, claim, name in self.quotes if words in name),
        )

    def actors_of(self, kind: str | None, name: str) -> tuple[str, ...]:
        """The ids of the actors of a kind whose name holds these words, in any letter case."""
        words = name.casefold()
        return self._once(
            ("actors", kind or "", words),
            lambda: tuple(
                id for id, other, called in self.actors if kind in (None, other) and words in called
            ),
        )

    @cached_property
    def actor_kinds(self) -> tuple[str, ...]:
        """The kinds of actors that there are."""
        return tuple(sorted({kind for _, kind, _ in self.actors}))

    @cached_property
    def searches(self) -> dict[Question, Searched]:
        """What was found lately; `finding` fills it and keeps it small."""
        return {}

    @property
    def left_out(self) -> int:
        """Claims that are too little supported to be looked at for brief, timeline and threads."""
        return len(self.claims) - len(self.weighty.claims)
