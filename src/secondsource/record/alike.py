"""Which items of the same blocks are alike: every pair is compared, and in a later build only those that are new.

What is kept holds whatever else is in the story: among these items, each under a digest of all that is compared of
it, all pairs were compared, and these were found alike. A build takes from it what it has in its own blocks, and
compares what is new in a block with all that are in it. So it finds what it would find without it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b

import msgspec

from ..model.keeping import NOWHERE, Keeping
from .words import StemWeights

Compare = Callable[[str, str], float]
"""How alike two items are, given by their ids, the smaller first; 0 for not alike."""

Pairs = dict[tuple[str, str], float]


class _Compared(msgspec.Struct, frozen=True, array_like=True):
    """Blocks of items, as places in `prints`, within each of which all pairs were compared, and those that are alike."""

    prints: list[str] = []
    blocks: dict[str, list[int]] = {}
    alike: list[tuple[int, int, float]] = []


def print_of(*compared: object) -> str:
    """16 hex digits that depend on everything that is compared of an item."""
    return blake2b(msgspec.json.encode(compared), digest_size=8).hexdigest()


def alike_pairs(
    blocks: Mapping[str, Sequence[str]],
    prints: Mapping[str, str],
    weights: StemWeights,
    compare: Compare,
    kind: str,
    keeping: Keeping = NOWHERE,
) -> Pairs:
    """The pairs that share a block and are alike, with how much, the smaller id first. `blocks` hold ids, sorted;
    `prints` of each id what `print_of` gives for all that `compare` looks at besides the weights. The same for any
    order and with anything that is kept under `kind`."""
    key = print_of(sorted(weights.items()))
    held = keeping.kept(kind, key)
    before = msgspec.msgpack.decode(held, type=_Compared) if held else _Compared()
    found = _known_pairs(blocks, prints, before)
    for one, others in _to_compare(blocks, prints, before):
        for two in others:
            if (one, two) not in found and (value := compare(one, two)):
                found[one, two] = value
    if keeping is not NOWHERE:
        keeping.keep(kind, key, msgspec.msgpack.encode(_compared(blocks, prints, found)))
    return found


def _known_pairs(
    blocks: Mapping[str, Sequence[str]], prints: Mapping[str, str], before: _Compared
) -> Pairs:
    """The pairs that were found alike before, of items that are as they were and still share a block."""
    id_of = {mark: id for id, mark in prints.items()}
    still: Pairs = {}
    for first, second, value in before.alike:
        one, two = id_of.get(before.prints[first]), id_of.get(before.prints[second])
        if one is not None and two is not None:
            still[one, two] = value
    places: dict[str, set[str]] = {id: set() for pair in still for id in pair}
    for name, block in blocks.items() if still else ():
        for id in places.keys() & block:
            places[id].add(name)
    return {pair: value for pair, value in still.items() if places[pair[0]] & places[pair[1]]}


def _to_compare(
    blocks: Mapping[str, Sequence[str]], prints: Mapping[str, str], before: _Compared
) -> Iterator[tuple[str, set[str]]]:
    """Each item with those after it in its blocks with which it was not compared before."""
    meeting: dict[str, list[tuple[Sequence[str], int]]] = {}
    for name in sorted(blocks):
        block = blocks[name]
        known = {before.prints[place] for place in before.blocks.get(name, ())}
        fresh = [id for id in block if prints[id] not in known]
        is_fresh = set(fresh)
        passed = 0
        for n, id in enumerate(block):
            if id in is_fresh:
                passed += 1
                meeting.setdefault(id, []).append((block, n + 1))
            elif passed < len(fresh):
                meeting.setdefault(id, []).append((fresh, passed))

    for id in sorted(meeting):
        yield id, {two for within, start in meeting[id] for two in within[start:]}


def _compared(
    blocks: Mapping[str, Sequence[str]], prints: Mapping[str, str], found: Pairs
) -> _Compared:
    ids = sorted({id for block in blocks.values() for id in block})
    place = {id: n for n, id in enumerate(ids)}
    return _Compared(
        prints=[prints[id] for id in ids],
        blocks={name: [place[id] for id in blocks[name]] for name in sorted(blocks)},
        alike=[(place[one], place[two], value) for (one, two), value in sorted(found.items())],
    )
