"""What people decided, in the form in which sameness is worked out: pairs that are tied, pairs that
are kept apart, and mentions that are wrong.

A decision stands above every rule: a tied pair is joined whatever speaks against it, a parted pair is
never joined, not even by way of a third. What is wrong is grouped only with what is wrong.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Literal

from ...model.judgement import Judgement
from ...model.value import identifier


def pair_of(one: str, two: str) -> tuple[str, str]:
    """The two ids, the smaller first."""
    return (one, two) if one < two else (two, one)


@dataclass(frozen=True)
class Ties:
    """Decisions about items of one kind, by their ids; pairs have the smaller id first. `together`
    contradicts no pair of `apart`, not even by way of a third. What other chapters tell (`elsewhere`) is grouped only with
    its like, as what is wrong is."""

    together: tuple[tuple[str, str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    wrong: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.together or self.apart or self.wrong or self.elsewhere)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """All items that somebody decided about."""
        pairs = chain(self.together, self.apart)
        return frozenset(chain(self.wrong, self.elsewhere, chain.from_iterable(pairs)))

    @cached_property
    def _apart_from(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one, two in self.apart:
            found.setdefault(one, set()).add(two)
            found.setdefault(two, set()).add(one)
        return found

    @cached_property
    def _bundles(self) -> dict[str, tuple[str, ...]]:
        group: dict[str, set[str]] = {}
        for one, two in self.together:
            joined = group.get(one, {one}) | group.get(two, {two})
            group.update(dict.fromkeys(joined, joined))
        return {item: tuple(sorted(joined)) for item, joined in group.items()}

    def bundle(self, item: str) -> tuple[str, ...]:
        """The item with all that people tied to it, sorted."""
        return self._bundles.get(item, (item,))

    def part(self, one: Collection[str], two: Collection[str]) -> bool:
        """Whether people decided that these two groups are not to be joined."""
        for set_apart in (self.wrong, self.elsewhere):
            if set_apart and len({item in set_apart for item in chain(one, two)}) > 1:
                return True
        return any(
            not self._apart_from[item].isdisjoint(two) for item in one if item in self._apart_from
        )

    def unfit(
        self, one: Collection[str], two: Collection[str], fit: Callable[[str, str], bool]
    ) -> bool:
        """Whether some member of one group fits none of what people tied to some member of the other:
        where a person joined what no rule would, it is enough to fit one of the two."""
        if not self.together:
            return any(not fit(first, second) for first in one for second in two)
        return any(
            not any(fit(a, b) for a in self.bundle(first) for b in self.bundle(second))
            for first in one
            for second in two
        )

    def renamed(self, item_of: Mapping[str, str]) -> "Ties":
        """The same decisions about the items that these mentions belong to; what belongs to none, or
        to one and the same, falls away."""
        return Ties(
            together=tuple(_renamed(self.together, item_of)),
            apart=frozenset(_renamed(sorted(self.apart), item_of)),
            wrong=frozenset(item_of[mention] for mention in self.wrong if mention in item_of),
        )

    def regrouped(self, groups: Sequence[Sequence[str]]) -> list[list[str]]:
        """The groups with tied items brought together and parted items taken apart. Where a group
        must be parted, each item goes to the first part that nothing keeps it from."""
        if not self:
            return [list(group) for group in groups]
        found: list[list[str]] = []
        for group in _joined(groups, self.together):
            parts: list[list[str]] = []
            units = dict.fromkeys(
                tuple(item for item in self.bundle(member) if item in group)
                for member in sorted(group)
            )
            for unit in units:
                for part in parts:
                    if not self.part(part, unit):
                        part += unit
                        break
                else:
                    parts.append(list(unit))
            found += parts
        return found


NO_TIES = Ties()


def _renamed(
    pairs: Iterable[tuple[str, str]], item_of: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for one, two in pairs:
        first, second = item_of.get(one), item_of.get(two)
        if first is not None and second is not None and first != second:
            yield pair_of(first, second)


def _joined(
    groups: Sequence[Sequence[str]], together: Iterable[tuple[str, str]]
) -> list[frozenset[str]]:
    """The groups, those merged that a tied pair reaches into."""
    group_of = {item: frozenset(group) for group in groups for item in group}
    for one, two in together:
        if one in group_of and two in group_of and group_of[one] != group_of[two]:
            whole = group_of[one] | group_of[two]
            group_of.update(dict.fromkeys(whole, whole))
    return list(dict.fromkeys(group_of[item] for item in sorted(group_of)))


@dataclass(frozen=True)
class Ruling:
    """What became of one judgement before sameness was worked out: the subjects that were found (as
    they are called now), its status, and why."""

    judgement: Judgement
    subjects: tuple[str, ...]
    status: Literal["applied", "fits-nothing", "overruled"]
    reason: str


@dataclass(frozen=True)
class Judged:
    """Everything that people decided about one story. Pairs are of mentions. `unsure` pairs are kept
    apart, yet never counted as two. `wrong` and `confirmed` give the judgement's id of each mention."""

    actors: Ties = NO_TIES
    events: Ties = NO_TIES
    figures: Ties = NO_TIES
    utterances: Ties = NO_TIES
    voices: Ties = NO_TIES
    unsure: frozenset[tuple[str, str]] = frozenset()
    unsure_voices: frozenset[tuple[str, str]] = frozenset()
    wrong: Mapping[str, str] = field(default_factory=dict)
    confirmed: Mapping[str, str] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()

    def doubtful(
        self, pairs: Iterable[tuple[str, str]], actor_of_mention: Mapping[str, str]
    ) -> frozenset[tuple[str, str]]:
        """Pairs of actors that may be one: those of the rules without those that a person knows to be
        two, and those of which a person is unsure."""
        parted = self.actors.apart - self.unsure
        known = set(_renamed(sorted(parted), actor_of_mention))
        asked = set(_renamed(sorted(self.unsure), actor_of_mention))
        return frozenset((set(pairs) - known) | asked)

    def voice_keys(
        self, keys: Mapping[str, str], named: Collection[str], nobody: Collection[str]
    ) -> dict[str, str]:
        """The key of each statement's voice, as people decided. `named` are keys of actors, which
        name a joined voice; `nobody` those of voices that many statements share without being one."""
        found = dict(keys)
        for one, two in self.voices.together:
            first, second = found[one], found[two]
            known = sorted({first, second} - set(nobody), key=lambda key: (key not in named, key))
            key = known[0] if known else identifier("voice", pair_of(one, two)[0])
            for statement, old in found.items():
                if statement in (one, two) or (old in (first, second) and old not in nobody):
                    found[statement] = key
        for one, two in sorted(self.voices.apart):
            if found[one] == found[two]:
                found[two] = identifier("voice apart", two)
        return found

    def voices_apart(self, voice_of_statement: Mapping[str, str]) -> list[tuple[str, str]]:
        """The pairs of voices that a person knows to be two."""
        return list(_renamed(sorted(self.voices.apart), voice_of_statement))

    def voices_asked(self, voice_of_statement: Mapping[str, str]) -> list[tuple[str, str]]:
        """The pairs of voices of which a person is unsure: they may be one."""
        return list(_renamed(sorted(self.unsure_voices), voice_of_statement))


NOTHING_JUDGED = Judged()
