"""Whose count a number is, where no verb of saying tells: "nine died by the army's count and forty by that of the rebels",
"the union spoke of 10 percent", "the army put the dead at nine, the rebels at forty"."""

from ..grid import Grid
from ..proposal import Proposal, trim
from .mending import extent
from .told import is_put_at

_COUNTS = frozenset(
    "count counts tally reckoning estimate estimates calculation calculations".split()
)
"""What somebody arrives at a number by (own list)."""
_COUNTING = frozenset({"count", "tally", "list"})
"""Verbs whose object somebody gives the number of."""
_SPEAKING = frozenset({"speak"})
"""Verbs with which somebody gives a number behind "of"."""
_COUNTED = _COUNTING | _SPEAKING | {"put"}
_OF_THE_PAPER = frozenset({"reporter", "correspondent", "photographer", "journalist"})
"""Who counts for the newsroom itself: what they counted it has seen."""
_WHERE = frozenset("in at near off along across".split())
_SAID_IN = frozenset(
    "interview statement speech post letter call address briefing television radio parliament report".split()
)
_DONE = frozenset({"VBD", "VBN"})
_OPENING = frozenset(
    "by count counts tally reckoning spoke speak speaks listed lists counted put puts".split()
)
"""Words by which a text without any of this is told at once."""
_PHRASE = frozenset("DT JJ NN NNS NNP NNPS POS PRP$ VBN HYPH".split())
_NUMBERS = frozenset({"CD", "$"})
LONGEST = 6
"""Tokens of the phrase that says whose count it is, or of who gives the second number."""


def counts(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for such counts that stand in no cue or content of `proposals` and in no quotation."""
    if _OPENING.isdisjoint(grid.lower):
        return []
    words = zip(grid.lower, grid.lemma, strict=True)
    openings = [
        index for index, (word, lemma) in enumerate(words) if word == "by" or lemma in _COUNTED
    ]
    if not openings:
        return []
    taken = {
        index
        for row in proposals
        for span in (row.cue, *row.content)
        for index in grid.tokens_in(*span)
    }
    found = []
    for index in openings:
        if grid.quote[index] >= 0:
            continue
        if grid.lower[index] == "by":
            found += _by_counts(grid, index) if index not in taken else []
        elif grid.lemma[index] in _COUNTING | _SPEAKING and index not in taken:
            found += _numbered(grid, index)
        elif grid.lemma[index] == "put" and is_put_at(grid, index):
            found += _second_put(grid, index)
    return found


def _numbered(grid: Grid, verb: int) -> list[Proposal]:
    """ "The hospital counted nine dead", "The union spoke of 10 percent"."""
    linked = "of" if grid.lemma[verb] in _SPEAKING else None
    if grid.tag[verb][:2] != "VB" or (linked is None and grid.tag[verb] not in _DONE):
        return []
    children = grid.children[verb]
    who = next((c for c in children if grid.dep[c] == "nsubj" and c < verb), None)
    link = next((c for c in children if c > verb and grid.lower[c] == linked), None)
    what = next(
        (
            c
            for c in grid.children[link if link is not None else verb]
            if grid.dep[c] in {"dobj", "pobj"} and c > verb
        ),
        None,
    )
    if who is None or what is None or (linked is not None and link is None):
        return []
    if grid.tag[who] in {"WP", "WDT", "PRP"} or grid.lemma[who] in _OF_THE_PAPER:
        return []
    if any(grid.dep[c] == "neg" for c in children):
        return []
    low, high = extent(grid, what)
    high = _with_places(grid, verb, high)
    if not any(grid.tag[i] in _NUMBERS for i in (*grid.children[what], what)):
        return []
    return _proposal(grid, verb, (verb, link or verb), extent(grid, who), (low, high))


def is_counting(grid: Grid, head: int) -> bool:
    """Whether a verb gives somebody's number of something: "counted nine dead"."""
    if any(grid.lemma[c] in _OF_THE_PAPER for c in grid.children[head] if c < head):
        return False
    if grid.lemma[head] not in _COUNTING or grid.tag[head] not in _DONE:
        return False
    things = [c for c in grid.children[head] if grid.dep[c] == "dobj" and c > head]
    return any(grid.tag[i] in _NUMBERS for c in things for i in (c, *grid.children[c]))


def _with_places(grid: Grid, verb: int, last: int) -> int:
    """The last token of what is counted with where it is, which the parse hangs on the verb: "spoke of forty dead in the
    mines"; where it was said is left out ("in an interview")."""
    for child in grid.children[verb]:
        low, high = extent(grid, child)
        place = next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
        if low != last + 1 or grid.lower[child] not in _WHERE or place is None:
            continue
        if grid.lemma[place] not in _SAID_IN:
            last = high
    return last


def _by_counts(grid: Grid, by: int) -> list[Proposal]:
    """ "Nine died by the army's count", and the second number behind it: "and forty by that of the rebels"."""
    whose = _whose_count(grid, by)
    if whose is None:
        return []
    source, cue, last = whose
    first, until = _what_is_counted(grid, by, last)
    if not any(grid.tag[i] in _NUMBERS for i in range(first, until + 1)):
        return []
    found = _proposal(grid, by, (cue, cue), source, (first, until))
    stop = _sentence_end(grid, by)
    again = next((i for i in range(last + 1, stop) if grid.lower[i] == "by"), None)
    if again is None or again + 3 >= stop or grid.lower[again + 1] not in {"that", "those"}:
        return found
    second = _noun_phrase(grid, again + 3)
    between = [i for i in range(last + 1, again) if grid.tag[i] in _NUMBERS]
    if grid.lower[again + 2] != "of" or second is None or not between:
        return found
    return [*found, *_proposal(grid, again, (again, again + 1), second, (between[0], again - 1))]


def _whose_count(grid: Grid, by: int) -> tuple[tuple[int, int], int, int] | None:
    """First and last token of who counts, the word for the count, and the last of the whole phrase; None where there is
    no count or nobody is named."""
    phrase = _noun_phrase(grid, by + 1)
    if phrase is None or grid.lower[phrase[1]] not in _COUNTS:
        return None
    first, last = phrase
    owner = next((i for i in range(first, last) if grid.tag[i] in {"POS", "PRP$"}), None)
    if owner is not None:
        return (first, owner - (grid.tag[owner] == "POS")), last, last
    if last + 2 < len(grid) and grid.lower[last + 1] == "of":
        behind = _noun_phrase(grid, last + 2)
        return (behind, last, behind[1]) if behind is not None else None
    named = range(first + (grid.tag[first] == "DT"), last)
    if any(grid.written[i][0].isupper() for i in named):
        return (named[0], last - 1), last, last
    return ((first, last), by, last) if last > first else None


def _second_put(grid: Grid, verb: int) -> list[Proposal]:
    """Who puts it at the second number: "The army put the dead at nine, the rebels at forty"."""
    stop = _sentence_end(grid, verb)
    places = [i for i in range(verb + 1, stop) if grid.lower[i] == "at"]
    found = []
    for at in places[1:]:
        start = at
        while start > verb and grid.tag[start - 1] in _PHRASE and at - start < LONGEST:
            start -= 1
        number = next((i for i in range(at + 1, min(at + 4, stop)) if grid.tag[i] == "CD"), None)
        if (
            start < at
            and number is not None
            and grid.lower[start - 1] in {",", "and", ";", "while"}
        ):
            last = number
            while last + 1 < stop and grid.tag[last + 1] in {"CD", "NN", "NNS"}:
                last += 1
            found += _proposal(grid, at, (at, at), (start, at - 1), (at + 1, last))
    return found


def _noun_phrase(grid: Grid, first: int) -> tuple[int, int] | None:
    last = first
    while last < len(grid) and last - first < LONGEST:
        if grid.tag[last] not in _PHRASE and grid.lower[last] not in _COUNTS:
            break
        last += 1
    return (first, last - 1) if last > first else None


def _what_is_counted(grid: Grid, by: int, last: int) -> tuple[int, int]:
    """First and last token of what is counted: from the subject of the verb, or from the phrase that "by" hangs on, up to
    it; behind the phrase where that opens the sentence."""
    if not by or grid.sentence[by - 1] != grid.sentence[by]:
        start = last + 1 + (last + 1 < len(grid) and grid.text[grid.start[last + 1]] == ",")
        return start, _sentence_end(grid, by) - 1
    head = grid.head[by]
    who = [c for c in grid.children[head] if grid.dep[c] in {"nsubj", "nsubjpass"} and c < by]
    return extent(grid, who[0] if who else head)[0], by - 1


def _sentence_end(grid: Grid, index: int) -> int:
    number = grid.sentence[index]
    stop = index
    while stop < len(grid) and grid.sentence[stop] == number:
        stop += 1
    return stop


def _proposal(
    grid: Grid,
    head: int,
    cue: tuple[int, int],
    source: tuple[int, int],
    content: tuple[int, int],
) -> list[Proposal]:
    """The statement of these first and last tokens; none where nothing is left of its content."""
    start, end = grid.start[content[0]], grid.end[content[1]]
    piece = trim(grid.text, start, end, grid.quotations.touching(start, end))
    if piece is None:
        return []
    spans = [(grid.start[low], grid.end[high]) for low, high in (cue, source)]
    return [Proposal(head, spans[0], spans[1], (piece,))]
