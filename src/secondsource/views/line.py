"""Line: one sentence that we print, with the words that hold it."""

from ..model.claim import Standing
from ..model.text import Citation
from ..model.value import Value


class Line(Value, frozen=True):
    """One printed sentence. `words` say no more than the cited words do; everything that we worked
    out (date, status, who, standing) stands beside them under its own name, never inside them.

    `about` is the id of the claim (or conflict, change) behind the line. `citations` are all
    reports, the one that `words` were taken from first. `status` is claimed of what `claimed` names:
    the words of the sentence that tell of it. `when` is EDTF. `notes` are short remarks in our own
    words about how it is known.
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


class Section(Value, frozen=True):
    """A heading with its lines. `empty` says what it means that there are none."""

    title: str
    lines: tuple[Line, ...]
    empty: str
