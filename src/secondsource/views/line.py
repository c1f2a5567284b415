"""Line: one sentence that we print, with the words that hold it."""

from ..model.claim import Standing
from ..model.text import Citation
from ..model.value import Value


class Line(Value, frozen=True):
    """One printed sentence. `words` say no more than the cited words do; everything that we worked
    out (date, status, who, standing) stands beside them under its own name, never inside them.

    `about` is the id of the claim (or conflict, change) behind the line. `citations` are all
    reports, the one that `words` were taken from first. `status` is claimed of what `claimed` names:
    the words of the sentence that tell of it; `kind` and `mode` are the event's type and mode. `when` is EDTF; `when_by` is the sentence that gives it, where the
    printed one does not. `who` are all who take part, `to` those of
    them to whom it is done, `what` the words of what is threatened, asked for or promised. `by` are those who threaten, demand, promise or allege it, `condition` the
    words on which it hangs, `answered` the words and the names of those who refuse or deny it. `notes`
    are short remarks in our own words about how it is known. `counted` is what a number counts, where
    `claimed` does not hold it. `also` are the other facts of the same
    words, each with its own status and standing: a sentence is printed once. `retold` are lines of other sentences that
    perhaps tell of the same, and `course` those of the other numbers of the same series, each of one day once, in the order of
    their days.
    """

    about: str
    words: str
    citations: tuple[Citation, ...]
    status: str | None = None
    claimed: str | None = None
    kind: str | None = None
    when: str | None = None
    place: str | None = None
    who: tuple[str, ...] = ()
    standing: Standing | None = None
    notes: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    what: str | None = None
    condition: str | None = None
    answered: tuple[tuple[str, tuple[str, ...]], ...] = ()
    also: tuple["Line", ...] = ()
    when_by: Citation | None = None
    mode: str | None = None
    counted: str | None = None
    retold: tuple["Line", ...] = ()
    course: tuple["Line", ...] = ()


MOST_ELSEWHERE = 8
"""Other sentences, or numbers of the same kind, that are printed with a line; as JSON it has them all."""


class Section(Value, frozen=True):
    """A heading with its lines. `empty` says what it means that there are none."""

    title: str
    lines: tuple[Line, ...]
    empty: str
