"""Rounds: what is new is taken in, the record made, the rules asked, and whoever wants to know is told.

A round that is cut off anywhere, by a fault or by the system, is finished by the next one: an entry counts
as known only when its capture is kept, and an alert as told only when its receiver has it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec

from ..build import BuildReport, no_progress
from ..build import build as build_story
from ..build.taking_in import take_in
from ..errors import (
    CaptureError,
    DiskFull,
    SecondsourceError,
    StoryLocked,
    StoryNotFound,
    StoryTooOld,
    UnsupportedLine,
    UsageError,
)
from ..ingest.fetch import PAUSE_SECONDS, SECONDS, Fetcher
from ..ingest.item import Failure, Item
from ..model.record import Record
from ..model.value import Value
from ..store.story import Story, open_story
from .alerts import Alert, find_alerts
from .delivery import Delivery, Receiver, deliver_all, targets_of
from .rules import Rule
from .sources import (
    Listing,
    Taken,
    is_address,
    list_feed,
    list_folder,
    new_entries,
    take_file,
    take_page,
)
from .state import Baseline, Entry, WatchState

EVERY_SECONDS = 300.0
PATIENCE_SECONDS = 600.0
"""For so long a round waits for another program that writes to the story."""
PAUSE_FOR_STORY = 2.0
KEPT_TOGETHER = 16
"""Entries that are fetched before they are written down; a watch that is killed fetches them again."""

Build = Callable[..., BuildReport]
"""Called as `build(folder, [], workers=..., progress=...)`."""
Talk = Callable[[str], None]
T = TypeVar("T")


class SourceReport(Value, frozen=True):
    """What one source gave in a round: how many new entries it named, how many captures of them were
    taken in, how many entries wait to be tried again. `fault` says why the source could not be read at
    all, `faults` why parts of it could not."""

    source: str
    changed: bool
    new: int
    taken: int
    waiting: int
    fault: str | None = None
    faults: tuple[Failure, ...] = ()


class RoundReport(Value, frozen=True):
    """What a round did. `read` articles were read anew, of `articles` that the story holds. `first` says that
    there was no record to compare with, so that nothing could be told. `day` is the story's day. `fault`
    says why the record could not be made; what came in is kept, and the next round goes on."""

    round: int
    sources: tuple[SourceReport, ...]
    read: int
    articles: int
    changed: bool
    first: bool
    day: str | None
    alerts: tuple[Alert, ...]
    deliveries: tuple[Delivery, ...]
    fault: str | None = None
    fault_kind: str | None = None


def say_nothing(words: str) -> None:
    """Says nothing."""


@dataclass
class Watch:
    """What is followed, and how. `today` is an ISO day for what is due (default: the story's own day).
    `clock` (monotonic) and `sleep` are in seconds; `build` can be another one, for tests."""

    folder: Path
    sources: Sequence[str]
    rules: Sequence[Rule]
    receivers: Sequence[Receiver] = ()
    today: str | None = None
    workers: int = 1
    allow_private: bool = False
    pause_seconds: float = PAUSE_SECONDS
    fetch_seconds: float = SECONDS
    patience_seconds: float = PATIENCE_SECONDS
    talk: Talk = say_nothing
    build: Build = build_story
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    progress: Callable[[str, int, int], None] = field(default=no_progress)

    def check(self) -> None:
        """Raises UsageError for a folder that does not exist, and for no sources."""
        if not self.sources:
            raise UsageError("name what to watch: the URL of a feed or news sitemap, or a folder")
        for source in self.sources:
            if not is_address(source) and not Path(source).exists():
                raise UsageError(f"{source} does not exist; give a folder, or the URL of a feed")

    def open(self) -> WatchState:
        """The story's state, held until it is closed; makes the story if there is none. Raises as
        `WatchState` and `build` do."""
        if not (self.folder / "story.toml").is_file():
            self._patiently(lambda: self._build())
        return WatchState(self.folder)

    def follow(
        self, state: WatchState, every: float, rounds: int | None = None
    ) -> Iterator[RoundReport]:
        """One report a round, `every` seconds from the beginning of one to that of the next; without end,
        or so many."""
        done = 0
        while rounds is None or done < rounds:
            began = self.clock()
            yield self.round(state)
            done += 1
            if rounds is None or done < rounds:
                self.sleep(max(0.0, began + every - self.clock()))

    def round(self, state: WatchState) -> RoundReport:
        """One round. A fault of a source, of a receiver, or a story that another program holds is in the
        report; a mistake of the caller's raises UsageError."""
        number = state.next_round()
        sources: list[SourceReport] = []
        built: BuildReport | None = None
        alerts: tuple[Alert, ...] = ()
        first = False
        fault: SecondsourceError | None = None
        # What an earlier round could not tell does not wait until this one has read everything.
        last = state.last_number()
        early = deliver_all(self.receivers, state) if state.waiting_for() else ()
        try:
            first = self._needs_baseline(state)
            # A fetcher for each round: pauses hold for all sources of one host, and what its robots.txt
            # says is asked anew.
            fetcher = Fetcher(
                allow_private=self.allow_private,
                pause_seconds=self.pause_seconds,
                seconds=self.fetch_seconds,
                sleep=self.sleep,
            )
            for source in dict.fromkeys(self.sources):
                sources.append(self._take(source, state, number, fetcher))
            built = self._patiently(self._build)
            alerts = self._compare(state)
        except (StoryLocked, DiskFull, UnsupportedLine) as error:
            fault = error
            self.talk(f"round {number}: {error}")
        late = deliver_all(self.receivers, state, last if early else 0)
        compared = state.compared()
        return RoundReport(
            round=number,
            sources=tuple(sources),
            read=built.read if built else 0,
            articles=built.articles if built else 0,
            changed=built.changed if built else False,
            first=first and built is not None,
            day=compared[1] if compared else None,
            alerts=alerts,
            deliveries=_joined(early, late),
            fault=str(fault) if fault else None,
            fault_kind=type(fault).__name__ if fault else None,
        )

    # -- taking in ------------------------------------------------------------------------------

    def _take(self, source: str, state: WatchState, number: int, fetcher: Fetcher) -> SourceReport:
        """What a source has that is new, taken in."""
        marks = state.marks(source)
        waiting = state.waiting(source)
        try:
            if is_address(source):
                listing = new_entries(list_feed(source, fetcher, *state.headers(source)), marks)
            else:
                listing = list_folder(Path(source), marks, self.sleep)
        except Exception as error:  # whatever a source does to a parser, the others are read
            reason = str(error) if isinstance(error, CaptureError) else f"{source} cannot be read ({type(error).__name__}: {error})"  # fmt: skip
            self.talk(f"{source}: {reason}")
            return SourceReport(
                source=source, changed=False, new=0, taken=0, waiting=len(waiting), fault=reason
            )
        named = {entry.address for entry in listing.entries}
        again = [
            entry
            for entry in waiting
            if entry.address not in named and entry.again is not None and entry.again <= number
        ]
        taken = 0
        faults = [*listing.faults]
        tried = (
            take_page(entry, fetcher, number)
            if is_address(source)
            else take_file(Path(source), entry)
            for entry in (*listing.entries, *again)
        )
        while batch := list(islice(tried, KEPT_TOGETHER)):
            taken += self._keep(source, state, batch)
            faults += [
                Failure(address=one.entry.address, reason=one.entry.reason)
                for one in batch
                if one.entry.reason
            ]
        if listing.changed and listing.whole and not listing.faults and is_address(source):
            state.keep_headers(source, listing.etag, listing.last_modified)
        self._say(source, listing, taken, faults)
        return SourceReport(
            source=source,
            changed=listing.changed,
            new=len(listing.entries),
            taken=taken,
            waiting=len(state.waiting(source)),
            faults=tuple(faults),
        )

    def _keep(self, source: str, state: WatchState, batch: Sequence[Taken]) -> int:
        """Keeps captures in the story, then that their entries are known; in this order, so that one that
        was cut off between them is fetched again and found to be there."""
        items: list[Item] = [item for one in batch for item in one.items]

        def kept() -> None:
            with open_story(self.folder).writing() as store:
                take_in(store, items, no_progress)

        if items:
            self._patiently(kept)
        entries: list[Entry] = [one.entry for one in batch if one.entry.mark]
        state.keep_entries(source, entries)
        return sum(not isinstance(item, Failure) for item in items)

    def _say(self, source: str, listing: Listing, taken: int, faults: Sequence[Failure]) -> None:
        for one in faults:
            self.talk(f"{source}: {one.reason}")
        if listing.entries or taken:
            self.talk(f"{source}: {len(listing.entries)} new, {taken} taken in")

    def _build(self) -> BuildReport:
        return self.build(self.folder, [], workers=self.workers, progress=self.progress)

    def _patiently(self, action: Callable[[], T]) -> T:
        """What the action gives, as soon as no other program writes to the story. Raises StoryLocked when
        that takes too long."""
        began = self.clock()
        told = False
        while True:
            try:
                return action()
            except StoryLocked:
                if self.clock() - began >= self.patience_seconds:
                    raise
                if not told:
                    self.talk(
                        f"another program is writing to {self.folder}; waiting until it is done"
                    )
                    told = True
                self.sleep(PAUSE_FOR_STORY)

    # -- comparing ------------------------------------------------------------------------------

    def _needs_baseline(self, state: WatchState) -> bool:
        """Whether there is nothing to compare with. A record that was there before the watch began is taken."""
        if state.compared() is not None:
            return False
        with suppress(StoryNotFound, StoryTooOld):
            record, made_from = self._record(open_story(self.folder))
            if record.articles:
                state.keep_alerts([], [], self._baseline(record, made_from))
                return False
        return True

    def _compare(self, state: WatchState) -> tuple[Alert, ...]:
        """The alerts of what is in the record now and was not when it was last compared."""
        record, made_from = self._record(open_story(self.folder))
        now = self._baseline(record, made_from)
        if state.compared() == (now.made_from, now.day):
            return ()
        before = state.baseline()
        found: Sequence[Alert] = ()
        if before is None and not record.articles:
            # Whatever comes first is no news: the record begins with it.
            return ()
        if before is None and state.compared() is not None:
            self.talk("another version of secondsource kept the last record; comparing begins anew")
        if before is not None:
            found = find_alerts(before.record, record, self.rules, before.day, now.day)
        return state.keep_alerts(found, targets_of(self.receivers), now)

    def _baseline(self, record: Record, made_from: str) -> Baseline:
        return Baseline(record=record, made_from=made_from, day=self.today or record.as_of)

    def _record(self, story: Story) -> tuple[Record, str]:
        """The record, and the digest of what it was made from."""
        with story.store() as store:
            while True:
                made_from = store.meta("record_made_from")
                record = store.record()
                if made_from is not None and store.meta("record_made_from") == made_from:
                    return record, made_from


def _joined(early: Sequence[Delivery], late: Sequence[Delivery]) -> tuple[Delivery, ...]:
    """The deliveries of a round, of its beginning and its end, one for each receiver."""
    if not early:
        return tuple(late)
    return tuple(
        msgspec.structs.replace(
            two,
            sent=one.sent + two.sent,
            given_up=one.given_up + two.given_up,
            reason=two.reason or (one.reason if two.waiting or one.given_up else None),
        )
        for one, two in zip(early, late, strict=True)
    )
