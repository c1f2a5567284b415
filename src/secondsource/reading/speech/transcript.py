"""Transcripts and interviews: paragraphs that begin with who speaks, "CHUO: We were in the car."."""

import re
from itertools import pairwise

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal

_TURN = re.compile(
    r"^[\"“]?(?P<who>[A-Z][\w.'’-]*(?:[ \xa0](?:of|the|and|[A-Z(][\w.,'’)-]*)){0,6})[ \xa0]?"
    r"(?P<colon>:|(?<=^[QA])\.)[ \xa0\t]+(?P<said>\S.*?)[ \xa0\t]*$",
    re.MULTILINE,
)
_LETTERED = re.compile(r"^[QA]\.", re.MULTILINE)
"""Questions and answers marked by a letter and a point."""
FEWEST_TURNS = 4
"""Fewer paragraphs with a label and a colon are no transcript: it may be a list of facts."""
FEWEST_IN_CAPITALS = 3
"""As many are enough where the labels are names in capital letters, as transcripts write them."""


def find_turns(grid: Grid) -> list[Proposal]:
    """One proposal for each turn of a transcript, its content the rest of the paragraph; empty if the
    text is none: in a transcript the speakers come back in turn."""
    if grid.text.count(":") + len(_LETTERED.findall(grid.text)) < FEWEST_IN_CAPITALS:
        return []
    labels = reporting.credit_labels()
    turns = [
        turn
        for turn in _TURN.finditer(grid.text)
        if turn["who"].split()[0].lower() not in labels and len(turn["said"]) > 1
    ]
    speakers = [turn["who"].casefold() for turn in turns]
    changes = sum(one != two for one, two in pairwise(speakers))
    returning = len(speakers) - len(set(speakers))
    capitals = all(len(turn["who"]) > 1 and turn["who"].isupper() for turn in turns)
    fewest = FEWEST_IN_CAPITALS if capitals else FEWEST_TURNS
    if len(turns) < fewest or returning < fewest - 2 or changes < 2:
        return []
    return [
        Proposal(
            head=grid.token_at(turn.start("colon")),
            cue=turn.span("colon"),
            source=turn.span("who"),
            content=(turn.span("said"),),
            verbatim=True,
        )
        for turn in turns
    ]
