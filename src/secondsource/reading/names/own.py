"""Names that the story's own lexicon knows: found as they are written there, and one actor each."""

from collections.abc import Iterator

from ...model.own_lexicon import Lexicon, OwnName
from .run import Run
from .spans import make_run
from .words import Words


def own_runs(words: Words, lexicon: Lexicon) -> Iterator[Run]:
    """A run for each place at which a name or alias of the lexicon stands, longer names first."""
    rows = sorted(
        ((spelling, row) for row in lexicon.names for spelling in (row.name, *row.aliases)),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    if not rows:
        return
    ends = {words.end(index): index + 1 for index in range(len(words)) if words.text[index]}
    starts = {start: index for index, start in reversed(list(enumerate(words.start)))}
    for spelling, row in rows:
        position = words.source.find(spelling)
        while position >= 0:
            start, end = starts.get(position), ends.get(position + len(spelling))
            if start is not None and end is not None:
                run = make_run(words, start, end, "PATTERN")
                run.kind, run.table, run.words = row.kind, "", spelling
                yield run
            position = words.source.find(spelling, position + 1)


def settle(runs: list[Run], lexicon: Lexicon) -> None:
    """Gives all runs of one name of the lexicon (and the short forms linked to them) one key, the name
    and the country that the lexicon tells."""
    rows: dict[str, OwnName] = {
        spelling: row for row in lexicon.names for spelling in (row.name, *row.aliases)
    }
    owned = {
        run.key: rows[run.words]
        for run in runs
        if run.words in rows and run.kind == rows[run.words].kind
    }
    for run in runs:
        row = owned.get(run.key)
        if row is not None:
            run.key, run.name = f"own {row.name}", row.name
            if row.country:
                run.country = run.affiliation = row.country
