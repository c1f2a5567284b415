"""Three frozen tables of invented texts with every statement, voice and occasion (tests/cases/statements.jsonl, -2, -3).

A row's statement is answered by the one whose cue touches the cue of the gold (where several do, by the one of the same
source), or, where the gold has none, whose content shares most words with it. Run: `python -m evaluation.sets.statement_cases
[tests/cases/statements-2.jsonl]` prints the misses and the scores.

Metrics: `found` (with what is spurious), then of those found `source`, `content` (the same words, whatever marks stand
around them; a "that" in front may be there or not), `mode`, `kind` of voice, `nested` (inside the right one, or in none),
and `details`: every other field that the row gives (name, affiliation, party, count, terms, said, place, addressee,
occasion, doubtful).
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondsource.model.reading import Reading
from secondsource.model.statement import Statement

from ..data import PROJECT
from ..protocol import Example, Outcome, score

FIRST = "tests/cases/statements.jsonl"
SECOND = "tests/cases/statements-2.jsonl"
THIRD = "tests/cases/statements-3.jsonl"
METRICS = ("found", "source", "content", "mode", "kind", "nested", "details")
_OF_VOICE = ("name", "affiliation", "party", "count", "terms")


def load(root: Path = PROJECT, table: str = FIRST) -> list[Example]:
    """The rows of a table, each an Example with its statements as gold. `root` is the project's root."""
    lines = (root / table).read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    return [Example(row["id"], row["text"], row["published"], row["statements"]) for row in rows]


def _words(pieces: list[str]) -> list[str]:
    words = re.findall(r"\w+", " ".join(pieces).lower())
    return words[1:] if words[:1] == ["that"] else words


def _common(statement: Statement, content: list[str]) -> int:
    return len(set(_words([piece.words for piece in statement.content])) & set(_words(content)))


def answering(text: str, gold: dict[str, Any], left: list[Statement]) -> Statement | None:
    """The statement that answers one of the gold, of those that answer none yet."""
    if gold["cue"] is None:
        # half of the words at least, lest any statement answer
        enough = max(1, len(set(_words(gold["content"]))) / 2)
        likest = max(left, key=lambda s: _common(s, gold["content"]), default=None)
        return likest if likest and _common(likest, gold["content"]) >= enough else None
    places = [
        match.span() for match in re.finditer(rf"(?<!\w){re.escape(gold['cue'])}(?!\w)", text)
    ]
    touching = [
        s
        for s in left
        if s.cue and any(s.cue.start < end and start < s.cue.end for start, end in places)
    ]
    own = [s for s in touching if s.source and s.source.words == gold["source"]]
    return next(iter(own or touching), None)


def _value(statement: Statement, field: str) -> Any:
    if field in _OF_VOICE:
        return getattr(statement.voice, field)
    value: Any = getattr(statement, field)
    if field == "said":
        return value and value.value
    if field == "place":
        return value and value.name
    return value


def _compared(example: str, gold: dict[str, Any], found: Statement) -> Iterator[Outcome]:
    source, given = gold["source"], found.source.words if found.source else None
    same = _words([source or ""]) == _words([given or ""])
    yield Outcome(example, "source", source or "nobody", given or "nobody", same)
    if gold["content"] is not None:
        pieces = [piece.words for piece in found.content]
        same = _words(pieces) == _words(gold["content"])
        yield Outcome(example, "content", " | ".join(gold["content"]), " | ".join(pieces), same)
    for name, value in (("mode", found.mode), ("kind", found.voice.kind)):
        wanted = gold[name]
        accepted = wanted if isinstance(wanted, list) else [wanted]
        if wanted is not None:
            yield Outcome(example, name, " or ".join(accepted), value, value in accepted)
    for field in (*_OF_VOICE, "said", "place", "addressee", "occasion", "doubtful"):
        if field in gold:
            value = _value(found, field)
            shown = (f"{field} {gold[field]}", f"{field} {value}")
            yield Outcome(example, "details", *shown, value == gold[field])


def outcomes(example: Example, reading: Reading) -> Iterator[Outcome]:
    """Outcomes of the metrics named above."""
    left = list(reading.statements)
    answers: list[Statement | None] = []
    for gold in example.gold:
        found = answering(example.text, gold, left)
        answers.append(found)
        wanted = f"{gold['source']} / {gold['cue']}"
        if found is None:
            yield Outcome(example.id, "found", wanted, None, False)
            continue
        left.remove(found)
        yield Outcome(example.id, "found", wanted, wanted, True)
        yield from _compared(example.id, gold, found)
        outer = answers[gold["within"]] if "within" in gold else None
        right = found.parent == (outer.id if outer else None)
        inside = "inside" if "within" in gold else "outside"
        yield Outcome(example.id, "nested", inside, found.parent or "outside", right)
    for statement in left:
        words = " / ".join(c.words if c else "" for c in (statement.source, statement.cue))
        yield Outcome(example.id, "found", None, words, False)


def main(table: str = FIRST) -> None:
    """Reads a table; prints every miss, then one line a metric."""
    from secondsource import Reader

    reader, rows = Reader(), []
    for example in load(table=table):
        rows += outcomes(example, reader.read(example.text, example.published, as_is=True))
    for row in rows:
        if not row.right:
            print(f"{row.example} {row.metric}: {row.gold!r} given as {row.found!r}")
    for metric in METRICS:
        of = score([row for row in rows if row.metric == metric])
        print(f"{metric:8} P {of.precision:.3f} R {of.recall:.3f} F1 {of.f1:.3f} of {of.n}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
