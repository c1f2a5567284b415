"""What comes out for one checked sentence, and for one that joins several."""

from collections.abc import Sequence

from ..model.text import Citation
from ..model.value import Value
from .comparing.saying import Verdict


class Checked(Value, frozen=True):
    """One checked sentence: its place in the text, the verdict, why in words, the exact words that bear it out or
    speak against it, the claims behind them, and the highest number of independent sources among those."""

    start: int
    end: int
    words: str
    verdict: Verdict
    why: str
    citations: tuple[Citation, ...]
    claims: tuple[str, ...]
    independent: int


_WORST_FIRST: tuple[Verdict, ...] = (
    "never happened",
    "contested",
    "unknown",
    "only said",
    "supported",
)
"""What one clause is decides for the sentence that joins it to others, the first of these that is there."""


def together(whole: Checked, clauses: Sequence[Checked], of_one: bool) -> Checked:
    """The result for a sentence from those of the clauses that it joins: no better than the worst of them, with the words and
    claims of those that decide it, and as many independent sources as the least supported has. A clause that
    is unknown by itself counts for less than what the `whole` shows, unless that would bear out what somebody else is told
    to have done (`of_one` says that all clauses are of one subject)."""
    verdict = next(one for one in _WORST_FIRST if any(each.verdict == one for each in clauses))
    if verdict == "unknown" and (of_one or whole.verdict not in ("supported", "only said")):
        return whole
    deciding = [each for each in clauses if each.verdict == verdict]
    why = deciding[0].why
    if len(deciding) < len(clauses):
        why = f"“{deciding[0].words}”: {why}"
    return Checked(
        start=whole.start,
        end=whole.end,
        words=whole.words,
        verdict=verdict,
        why=why,
        citations=tuple(dict.fromkeys(cited for each in deciding for cited in each.citations)),
        claims=tuple(dict.fromkeys(claim for each in deciding for claim in each.claims)),
        independent=min(each.independent for each in deciding),
    )
