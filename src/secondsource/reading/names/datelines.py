"""Names that only say where a report was written."""

from .run import Run
from .words import Words


def opens_dateline(words: Words, run: Run) -> bool:
    """Whether a name opens a paragraph as the place of writing does: "LYON, France --", "Mombasa (LNA) -"."""
    after = words.after(run.end - 1)
    if words.before(run.start) >= 0 or after < 0:
        return False
    if run.words.isupper() and words.text[after] in {",", "--", "-", "—", "–", "("}:
        return True
    for _ in range(12):
        if after < 0 or words.text[after] in {".", ";", "“", '"'} or words.pos[after] == "VERB":
            return False
        if words.text[after] in {"--", "-", "—", "–"}:
            return words.start[after] > words.end(after - 1)
        after = words.after(after)
    return False
