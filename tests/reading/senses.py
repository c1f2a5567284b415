"""One table of senses: text, words of it, and the type and status of the event that they tell of ("-" for none)."""

from collections.abc import Callable

from secondsource.model.event import EventMention
from secondsource.model.reading import Reading


def rows_of(table: str) -> list[str]:
    """The rows of a table; a line without " | " between its cells is the heading of those behind it."""
    return [line for line in table.splitlines() if " | " in line]


def check_sense(read: Callable[..., Reading], row: str) -> None:
    """Asserts that the words of a row tell of its event, and of no other."""
    text, words, wanted = row.split(" | ")
    reading = read(text, "2023-05-10")
    start = text.index(words)
    found = [
        f"{event.type} {event.status}"
        for event in reading.events
        if event.citation.start < start + len(words) and start < event.citation.end
    ]
    assert found == ([] if wanted == "-" else [wanted]), text


def event_at(reading: Reading, words: str) -> EventMention:
    """The first event with these words in its trigger."""
    return next(event for event in reading.events if words in event.citation.words)


def check_parts(
    event: EventMention, sources: list[str] | None, targets: list[str] | None, why: str
) -> None:
    """Asserts who takes part; None is not asked."""
    if sources is not None:
        assert [each.name for each in event.sources] == sources, why
    if targets is not None:
        assert [each.name for each in event.targets] == targets, why


def counted(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    """What each number of a text counts, of whom, and its nature, in the order of the text."""
    return [(item.measured, item.of, item.nature) for item in reading.figures]
