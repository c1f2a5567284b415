"""Holding one sentence against another: what of it the other tells, and what the other tells otherwise."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..lexicon.synonyms import senses as _senses
from ..model.event import REAL, Status
from ..model.figure import Figure
from .names import Keys
from .told import Deed, Saying, Told

HELD = 0.66
"""Share of a sentence's content words (by weight) that another must have to tell the same: two thirds, since
whoever retells a sentence changes some of its words, and names, numbers, days and roles are compared apart."""

OWN = 0.5
"""Share that a source sentence must have by itself, whatever stands before it: else "he rejected it" would tell
of everything that the sentences before are about."""

ANCHORED = 0.5
"""The same where the deed itself was found by its own word, or all numbers of the sentence: the rest may then be
told in other words."""

PASSING = 0.4
"""The same for what reports have only as planned, threatened or denied."""

SAME_MATTER = 0.5
"""Share from which two sentences are about the same matter, so that a difference between them counts."""

_DENIALS = frozenset({"deny", "reject", "=deni", "=reject", "=dismiss", "=rebuff", "=refus"})
_SYMMETRIC = frozenset({"consult", "cooperate", "agree"})
NEWS_DAYS = timedelta(days=4)
"""How long before a report's publication what it tells without a day mostly was."""

_WIDE = 1.25

Difference = Literal["number", "date", "place", "participants", "polarity"]


@dataclass(frozen=True)
class Comparison:
    """How `source` stands to the sentence that is checked.

    `share` is how much of its content words it has (with what stands before it), `own` how much by itself. `differs` says in what it contradicts,
    `missing` what it does not tell. `status` is what the source says of the matter: real statuses
    are `happened` and `ongoing`. `deed` and `saying` are the event and statement that were found again. `anchored` says that its deed or all its numbers stand there, `relaxed` that a name or day
    of the question was taken from around the source, not from it."""

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

    @property
    def held(self) -> bool:
        """Whether the source tells the same (be it as planned, threatened or denied)."""
        if self.differs or self.missing:
            return False
        if self.deed is not None and self.status not in REAL:
            # What did not happen is told in passing, in words of its own.
            return self.share >= PASSING
        if self.anchored:
            return self.share >= ANCHORED and self.own >= PASSING
        return self.share >= HELD and self.own >= OWN

    @property
    def contradicts(self) -> bool:
        """Whether the source tells of the same matter and cannot be true together with the sentence."""
        return self.share >= SAME_MATTER and bool(self.differs) and not self.missing


@dataclass(frozen=True)
class Surroundings:
    """What stands around a source sentence: words and names of the sentences before it and of the headline, and
    for its deeds the days that the whole record settled (event id -> earliest, latest). `article_names` are the keys
    of all names of its article, `published` the first and last ISO day on which that can have come out."""

    words: frozenset[str]
    names: tuple[Keys, ...]
    days: dict[str, tuple[str, str]]
    article_names: frozenset[str] = frozenset()
    published: tuple[str, str] | None = None


@dataclass(frozen=True)
class Question:
    """The sentence that is checked. `main` holds the senses of the word that carries its assertion (the verb,
    or what is said to be so), `attributed` its own statement if it only says that somebody said it."""

    told: Told
    deed: Deed | None
    main: frozenset[str]
    put: Status
    attributed: Saying | None


def compare(
    question: Question,
    source: Told,
    around: Surroundings,
    weights: dict[str, float],
    asserted: Status | None,
) -> Comparison:
    """How `source` stands to the question. `asserted` is what its parse says of the word that carries
    the question's assertion (None where it has no such word)."""
    differs: list[tuple[Difference, str]] = []
    missing: list[str] = []
    status: Status = "happened"
    deed: Deed | None = None
    saying: Saying | None = None
    settled = frozenset[str]()
    relaxed = False
    if question.attributed:
        saying = _same_saying(question.attributed, source, weights) or _saying_by(
            question, source, weights
        )
        if saying is None:
            missing.append("nobody is told to have said it there")
        else:
            differs += _polarity_of_cues(question.attributed, saying)
            differs += _inner_polarity(question.told.deeds, source.deeds)
    elif question.deed is not None:
        asked = question.deed
        deed = _same_deed(asked, source)
        if deed:
            status = _status(asked.status, deed.status, differs, missing)
            differs += _participants(asked, deed)
            settled |= _place(asked, deed, differs)
            relaxed |= _date(asked, question.told, deed, source, around, differs, missing)
    if deed is None and saying is None and not missing:
        status = _by_assertion(question, asserted, differs, missing)
        if question.told.days and not _any_overlap(question.told.days, source.days):
            if source.days or not _is_news_of(question.told.days[0], around):
                missing.append("its date")
            relaxed = True
    differs += _numbers(question.told.figures, source.figures, missing)
    known = frozenset[str]().union(
        settled,
        *source.names,
        *around.names,
        *(keys for item in source.deeds for keys in (*item.sources, *item.targets)),
        *(item.speaker for item in source.sayings),
    )
    acting = _acting(question)
    for keys in question.told.names:
        if keys & known:
            continue
        if keys & acting or not keys & around.article_names:
            missing.append(_plain(keys))
        relaxed = True
    return Comparison(
        source=source,
        share=_share(question.told.words, source.spoken, around.words, weights),
        own=_share(question.told.words, source.spoken, frozenset(), weights),
        differs=tuple(differs),
        missing=tuple(missing),
        status=status,
        deed=deed,
        saying=saying,
        relaxed=relaxed,
        anchored=_is_anchored(question, deed, missing),
    )


def _is_anchored(question: Question, deed: Deed | None, missing: list[str]) -> bool:
    """Whether the deed was found by its own word, or every number that the sentence gives."""
    by_word = (
        deed is not None
        and question.deed is not None
        and any(word.startswith("=") for word in deed.words & question.deed.words)
    )
    return by_word or (bool(question.told.figures) and not missing)


def _acting(question: Question) -> frozenset[str]:
    """The keys of those who act or speak in the question: they must stand in the source sentence (or right
    before it), not just anywhere in its article."""
    groups: list[Keys] = [question.attributed.speaker] if question.attributed else []
    if question.deed is not None:
        groups += [*question.deed.sources, *question.deed.targets]
    return frozenset[str]().union(*groups)


def _is_news_of(day: tuple[str, str], around: Surroundings) -> bool:
    """Whether a day lies so shortly before an article's publication that what it tells without a day may
    be of that day."""
    if around.published is None:
        return False
    first = date.fromisoformat(around.published[0]) - NEWS_DAYS
    return first.isoformat() <= day[1] and day[0] <= around.published[1]


def _plain(keys: Keys) -> str:
    return next(
        (key[5:] for key in sorted(keys) if key.startswith("name:")), min(sorted(keys), default="")
    )


def _weight(word: frozenset[str], weights: dict[str, float]) -> float:
    return (
        max((weights.get(sense, 0.0) for sense in word if sense.startswith("=")), default=0.0)
        or 3.0
    )


def _share(
    asked: tuple[frozenset[str], ...],
    here: frozenset[str],
    around: frozenset[str],
    weights: dict[str, float],
) -> float:
    """The share of the weight of the asked words that the source has (or, for three quarters of
    their weight, what stands right before it)."""
    whole = held = 0.0
    for word in asked:
        weight = _weight(word, weights)
        whole += weight
        if word & here:
            held += weight
        elif word & around:
            held += 0.75 * weight
    return held / whole if whole else 1.0


def _same_saying(asked: Saying, source: Told, weights: dict[str, float]) -> Saying | None:
    best: tuple[float, Saying] | None = None
    for saying in source.sayings:
        if not asked.speaker & saying.speaker:
            continue
        share = _share(asked.content, frozenset().union(*saying.content), frozenset(), weights)
        if share >= HELD and (best is None or share > best[0]):
            best = share, saying
    return best[1] if best else None


def _polarity_of_cues(asked: Saying, told: Saying) -> list[tuple[Difference, str]]:
    if bool(asked.cue & _DENIALS) != bool(told.cue & _DENIALS):
        return [("polarity", "one says it, the other denies it")]
    return []


def _inner_polarity(
    asked: tuple[Deed, ...], told: tuple[Deed, ...]
) -> list[tuple[Difference, str]]:
    for one in asked:
        for other in told:
            if (
                one.type == other.type
                and one.words & other.words
                and (one.status in REAL) != (other.status in REAL)
            ):
                return [("polarity", f"told there as {other.status}")]
    return []


def _saying_by(question: Question, source: Told, weights: dict[str, float]) -> Saying | None:
    """A statement of the same speaker in a sentence that has nearly all words of the question: where the
    two papers, or reading, part who speaks from what is said otherwise."""
    assert question.attributed is not None
    if _share(question.told.words, source.spoken, frozenset(), weights) < HELD:
        return None
    return next(
        (item for item in source.sayings if item.speaker & question.attributed.speaker), None
    )


def _same_deed(asked: Deed, source: Told) -> Deed | None:
    """The deed of the source that is of the same kind, told by the same word or the same mode; of several the
    one with most in common."""

    def likeness(deed: Deed) -> tuple[bool, int, int]:
        actors = sum(
            any(keys & other for other in (*deed.sources, *deed.targets))
            for keys in (*asked.sources, *asked.targets)
        )
        same_words = len([word for word in asked.words & deed.words if word.startswith("=")])
        return same_words > 0, actors, deed.status == asked.status

    found = [
        deed
        for deed in source.deeds
        if deed.type == asked.type
        and (asked.words & deed.words or (asked.mode is not None and asked.mode == deed.mode))
    ]
    return max(found, key=lambda deed: (*likeness(deed), deed.event), default=None)


_AGAINST: frozenset[Status] = frozenset({"negated", "denied", "cancelled"})


def _status(
    asked: Status,
    told: Status,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> Status:
    """What the source says of the matter as it is put: `happened` if it bears it out, else its own
    status. Notes a difference of polarity, or that the source does not go so far."""
    if asked in REAL:
        if told in ("negated", "denied", "cancelled"):
            differs.append(("polarity", f"told there as {told}"))
        return "happened" if told in REAL else told
    if asked in _AGAINST:
        if told in REAL:
            differs.append(("polarity", "told there as happened"))
        elif told not in _AGAINST:
            missing.append(f"told there as {told}")
        return "happened"
    if told in _AGAINST:
        differs.append(("polarity", f"told there as {told}"))
    return "happened"


def _by_assertion(
    question: Question,
    asserted: Status | None,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> Status:
    if asserted is None:
        missing.append("the word that carries it")
        return "happened"
    if (question.put == "negated") != (asserted == "negated"):
        differs.append(("polarity", "affirmed by one, negated by the other"))
    return "happened" if asserted in ("negated", question.put) else asserted


def _is_named(keys: Keys) -> bool:
    return any(key.startswith(("country:", "actor:")) for key in keys)


def _meet(ones: tuple[Keys, ...], others: tuple[Keys, ...]) -> bool:
    return any(one & other for one in ones for other in others)


def _participants(asked: Deed, told: Deed) -> list[tuple[Difference, str]]:
    if asked.type in _SYMMETRIC:
        return []
    if (
        _meet(asked.sources, told.targets)
        and not _meet(asked.sources, told.sources)
        and not _meet(asked.targets, told.targets)
    ):
        return [("participants", "who did it to whom is the other way round")]
    for ones, others, what in (
        (asked.sources, told.sources, "somebody else did it"),
        (asked.targets, told.targets, "it was done to somebody else"),
    ):
        countries = [
            [key for keys in side for key in keys if key.startswith("country:")]
            for side in (ones, others)
        ]
        if all(countries) and not _meet(ones, others):
            return [("participants", what)]
    return []


def _place(asked: Deed, told: Deed, differs: list[tuple[Difference, str]]) -> Keys:
    """The keys of the asked place if the source sets the deed elsewhere (which is noted)."""

    def is_town(keys: Keys) -> bool:
        return any(key.startswith("place:") for key in keys) and not any(
            key.startswith("country:") for key in keys
        )

    if is_town(asked.place) and is_town(told.place) and not asked.place & told.place:
        differs.append(("place", f"there: {_plain(told.place)}"))
        return asked.place
    return frozenset()


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _any_overlap(ones: tuple[tuple[str, str], ...], others: tuple[tuple[str, str], ...]) -> bool:
    return any(_overlap(one, other) for one in ones for other in others)


def _date(
    asked: Deed,
    question: Told,
    told: Deed,
    source: Told,
    around: Surroundings,
    differs: list[tuple[Difference, str]],
    missing: list[str],
) -> bool:
    """Whether the day had to be taken from the article's publication; notes a day that differs or is
    missing."""
    if asked.earliest and asked.latest:
        day = (asked.earliest, asked.latest)
    elif question.days:
        day = question.days[0]
    else:
        return False
    if told.earliest and told.latest:
        when: tuple[str, str] | None = (told.earliest, told.latest)
    else:
        when = around.days.get(told.event)
    if when is not None:
        if not _overlap(day, when):
            differs.append(
                ("date", f"there: {when[0]}" + (f" to {when[1]}" if when[1] != when[0] else ""))
            )
    elif not _any_overlap((day,), source.days):
        if source.days or not _is_news_of(day, around):
            missing.append("its date")
        return True
    return False


def _bounds(figure: Figure) -> tuple[float, float]:
    """The values that a figure allows: an open side reaches a quarter further, as does nothing else."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return (0.0, 0.0)
    if low is None:
        return (high or 0.0) / _WIDE, high or 0.0
    if high is None:
        return low, low * _WIDE
    slack = 0.1 if figure.approximator else 0.0
    return low * (1 - slack), high * (1 + slack)


def _agree(one: Figure, other: Figure) -> bool:
    first, second = _bounds(one), _bounds(other)
    return one.unit == other.unit and first[0] <= second[1] and second[0] <= first[1]


def _numbers(
    asked: tuple[Figure, ...], told: tuple[Figure, ...], missing: list[str]
) -> list[tuple[Difference, str]]:
    found: list[tuple[Difference, str]] = []
    for one in asked:
        if any(_agree(one, other) for other in told):
            continue
        alike = [other for other in told if other.unit == one.unit and _same_measure(one, other)]
        if alike:
            found.append(("number", f"there: {alike[0].citation.words}"))
        else:
            missing.append(one.citation.words)
    return found


def _same_measure(one: Figure, other: Figure) -> bool:
    from_one, from_other = (
        {sense for word in (figure.measured or "").split() for sense in _senses(word)}
        for figure in (one, other)
    )
    return bool(from_one & from_other) or (
        one.unit is not None and not (one.measured and other.measured)
    )
