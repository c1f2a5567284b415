"""The values of a comparison: the sentence that is checked, what stands around a source, and how the two stand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ...model.event import REAL, Status
from .names import Keys
from .told import Deed, Saying, Told

HELD = 0.6
"""Share of a sentence's content words (by weight) that another must have to tell the same: most, not all, since
whoever retells a sentence changes some of its words, and names, numbers, days and roles are compared apart."""

OWN = 0.5
"""Share that a source sentence must have by itself, whatever stands before it: else "he rejected it" would tell
of everything that the sentences before are about."""

ANCHORED = 0.5
"""The same where the deed itself was found by its own word, or all numbers of the sentence: the rest may then be
told in other words."""

PASSING = 0.4
"""The same for what reports have only as planned, threatened or denied."""

ALL_BUT_ALL = 0.75
"""Share of a source's own content words that a sentence must have for it to tell of nothing else."""

POINTING_BACK = 0.25
"""What such a source must have of the sentence by itself; the rest stands before it."""

SAME_MATTER = 0.5
"""Share from which two sentences are about the same matter, so that a difference between them counts."""

Difference = Literal["number", "date", "place", "participants", "polarity"]


@dataclass(frozen=True)
class Comparison:
    """How `source` stands to the sentence that is checked.

    `share` is how much of its content words it has (with what stands before it), `own` how much by itself. `differs` says in what it contradicts,
    `missing` what it does not tell. `status` is what the source says of the matter: real statuses
    are `happened` and `ongoing`. `deed` and `saying` are the event and statement that were found again. `anchored` says that its deed or all its numbers stand there, `relaxed` that a name or day
    of the question was taken from around the source, not from it; `turned` that it tells the
    opposite of the main word, so that "still open" says "not closed"; `doubted` that the plan it tells of is only what
    somebody fears or denies, `back` the share of the source's own content words that the sentence has,
    `to_come` that a number of it is only planned or projected there."""

    source: Told
    share: float
    own: float
    differs: tuple[tuple[Difference, str], ...]
    missing: tuple[str, ...]
    status: Status
    deed: Deed | None
    saying: Saying | None
    relaxed: bool = False
    anchored: bool = False
    turned: bool = False
    doubted: bool = False
    back: float = 0.0
    to_come: bool = False

    @property
    def held(self) -> bool:
        """Whether the source tells the same (be it as planned, threatened or denied)."""
        if self.differs or self.missing:
            return False
        if self.status not in REAL:
            # What did not happen is told in passing, in words of its own.
            return self.share >= (PASSING if self.deed is not None else ANCHORED)
        if self.anchored:
            return self.share >= ANCHORED and self.own >= PASSING
        # A short sentence that points back ("each group has 800") tells little by itself, but nothing else.
        least = POINTING_BACK if self.back >= ALL_BUT_ALL else OWN
        return self.share >= HELD and self.own >= least

    @property
    def contradicts(self) -> bool:
        """Whether the source tells of the same matter and cannot be true together with the sentence."""
        return self.share >= SAME_MATTER and bool(self.differs) and not self.missing


@dataclass(frozen=True)
class Surroundings:
    """What stands around a source sentence: words and names of the sentences before it and of the headline, and
    for its deeds the days that the whole record settled (event id -> earliest, latest). `article_names` are the keys
    of all names of its article, `published` the first and last ISO day on which that can have come out, `newest` that first day or, where it is not known, the story's day. `places` are the keys of the places
    that its article names, `scene` those of the towns that were named last before the sentence and of the article's opening,
    `near_towns` those of the sentences before and the headline, `near_days` the day of the sentences before, if they name but one, `article_words` the senses of all words of the article."""

    words: frozenset[str]
    names: tuple[Keys, ...]
    days: dict[str, tuple[str, str]]
    article_names: frozenset[str] = frozenset()
    published: tuple[str, str] | None = None
    newest: str | None = None
    places: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()
    near_days: tuple[tuple[str, str], ...] = ()
    article_words: frozenset[str] = frozenset()
    near_towns: tuple[Keys, ...] = ()


@dataclass(frozen=True)
class CoreWord:
    """A word that carries the sentence. `near` says that it must stand in the source itself (a verb or what it is done
    to), not only before it, `firm` that without it the source tells something else (what is done, and to what);
    `against` holds its opposites; `slight` says that it only stands with another noun ("fee" in "licence fee"),
    `is_thing` that a pronoun may stand for it."""

    words: str
    kin: frozenset[str]
    against: frozenset[str]
    near: bool
    slight: bool
    firm: bool
    is_thing: bool = False


@dataclass(frozen=True)
class Question:
    """The sentence that is checked. `core` are the words that carry it, `turning` those that have
    an opposite. `denies` says that its main verb is negated, `negates` that
    some word of it is, `unfolding` that it tells of something as under way or coming, `has` that it says how many of something somebody has, `open` that some word of it leaves open whether what hangs on it comes true, `light` that its main word says little by itself, `against` are the
    opposites of that word. `main` holds the senses of the word that carries its assertion (the verb,
    or what is said to be so), `attributed` its own statement if it only says that somebody said it."""

    told: Told
    deed: Deed | None
    main: frozenset[str]
    put: Status
    denies: bool
    negates: bool
    light: bool
    against: frozenset[str]
    attributed: Saying | None
    core: tuple[CoreWord, ...]
    turning: tuple[CoreWord, ...]
    unfolding: bool = False
    open: bool = False
    has: bool = False

    @property
    def asserts(self) -> bool:
        """Whether the sentence says that it is so, not that it is planned, denied or feared."""
        return self.put in REAL and (self.deed is None or self.deed.status in REAL)


def _with_status(deed: Deed, statuses: Mapping[str, Status]) -> Deed:
    return replace(deed, status=statuses.get(deed.event, deed.status))


def as_written(asked: Told, statuses: Mapping[str, Status]) -> Told:
    """The sentence with the statuses that it has by itself: whether what it tells lies after the story's
    day is for the record to say."""
    return replace(asked, deeds=tuple(_with_status(deed, statuses) for deed in asked.deeds))
