"""Names that only say where a report was written."""

from ...lexicon import town_datelines
from .run import Run
from .words import Words


def opens_dateline(words: Words, run: Run) -> bool:
    """Whether a name opens a paragraph as the place of writing does: "LYON, France --", "Mombasa (LNA) -",
    "LYON | Tue", "Lahore: "."""
    if town_datelines.stands_in_one(words.source, words.start[run.start]):
        return True
    after = words.after(run.end - 1)
    if run.words.isupper() and after >= 0 and _is_agency(words, after):
        # Behind the time that a web page prints before it: "9:03 pm BST LYON (LNA) -".
        return True
    if words.before(run.start) >= 0 or after < 0:
        return False
    if run.words.isupper() and words.text[after] in {",", "--", "-", "—", "–", "(", "|"}:
        return True
    for _ in range(12):
        if after < 0 or words.text[after] in {".", ";", "“", '"'} or words.pos[after] == "VERB":
            return False
        if words.text[after] in {"--", "-", "—", "–"}:
            return words.start[after] > words.end(after - 1)
        after = words.after(after)
    return False


def _is_agency(words: Words, index: int) -> bool:
    """Whether a short name in brackets stands here and a dash behind it: "(LNA) -"."""
    if words.text[index] != "(":
        return False
    for closing in range(index + 2, min(index + 5, len(words))):
        if words.text[closing] == ")":
            behind = words.after(closing)
            return behind >= 0 and words.text[behind] in {"--", "-", "—", "–"}
    return False
