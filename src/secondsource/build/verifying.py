"""Step 5: every line of the brief is held against the words that it cites."""

from ..errors import UnsupportedLine
from ..model.record import Record
from ..views.brief import brief_lines
from ..views.verify import refusals


def verify(record: Record) -> None:
    """Raises UnsupportedLine, naming the first line of the longest brief that its citations do not hold."""
    for line, reasons in refusals(brief_lines(record)):
        raise UnsupportedLine(f"“{line.words}” is not held by its citations: {'; '.join(reasons)}")
