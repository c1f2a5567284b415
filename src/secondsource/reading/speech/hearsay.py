"""Statements without a verb of saying that the network leaves out: nouns that hold speech with a clause behind them
("the announcement that", "warnings from geologists that"), "it is hoped that", and "reportedly". Often nobody is said to say it:
their voice is unknown."""

from functools import cache

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quotations, Quote, merged
from .mending import extent

_OWNERS = frozenset({"by", "from", "of", "among"})
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
"""Adverbs that tell that somebody says so, and not who."""
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "appos"})
_SUPPOSED = frozenset(
    "hope fear believe think expect understand say report allege rumor rumour claim suppose assume estimate suspect".split()
)
"""Verbs of "it is hoped that"."""
_BELIEVED = frozenset(
    "believe think understand say report allege rumor rumour suspect fear".split()
)
"""Of these those of "is believed to"; what is expected or estimated the paper often does itself."""
_NONE = frozenset({"no", "any", "neither"})
_NO_SPEECH = frozenset({"notion", "reminder", "order", "decision", "charge"})
"""Of the nouns of speech those that with a clause tell of a thought or a deed more often than of words."""
_HANDING = frozenset(
    "make generate issue raise release give offer receive send publish submit deliver put present bring"
    " deny reject dismiss dispute repeat call describe".split()
)
"""What is done with words: a clause of such a verb without an object only tells which words are meant."""
_LIMITS = frozenset({";", ":", "—", "–", "--"})


def hearsay(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """Proposals for such nouns and adverbs that stand in no cue of `proposals` and in no quotation. An adverb may
    stand in the cue of a deed ("has reportedly signed"), which is no statement."""
    words = _words()
    held = [index for index, lemma in enumerate(grid.lemma) if lemma in words]
    if not held:
        return []
    taken = {index for row in proposals for index in grid.tokens_in(*row.cue)}
    pieces = merged(piece for row in proposals for piece in row.content)
    said = Quotations([Quote(*piece) for piece in pieces])
    found = []
    for index in held:
        adverb = grid.lower[index] in HEARSAY
        if (index in taken and not adverb) or grid.quote[index] >= 0:
            continue
        proposal = None
        if adverb:
            proposal = _of_adverb(grid, index)
        elif grid.tag[index] in {"NN", "NNS"}:
            proposal = _of_noun(grid, index)
        elif grid.tag[index] == "VBN" and grid.lemma[index] in _SUPPOSED:
            proposal = _of_passive(grid, index)
        if proposal is None or (proposal.source is None and said.hold(*proposal.cue)):
            # What somebody says of hearsay is his own word for it.
            continue
        found.append(proposal)
    return found


@cache
def _words() -> frozenset[str]:
    """Lemmas of the nouns and adverbs."""
    return (
        (reporting.nouns("speech") - _NO_SPEECH) | reporting.nouns("hearsay") | HEARSAY | _SUPPOSED
    )


def _of_noun(grid: Grid, noun: int) -> Proposal | None:
    """A noun with a clause that begins with "that" and has a subject of its own."""
    children = grid.children[noun]
    if any(grid.lower[child] in _NONE for child in children):
        return None
    clause = next((c for c in children if c > noun and grid.dep[c] in _CLAUSES), None)
    if clause is None:
        return None
    low, high = extent(grid, clause)
    opens = grid.lower[low] == "that" and grid.dep[low] == "mark" and grid.head[low] == clause
    told = any(grid.dep[c] in {"nsubj", "nsubjpass", "expl"} for c in grid.children[clause])
    if not (opens and told) or _lacks_object(grid, clause):
        return None
    as_told = [
        c
        for c in grid.children[clause]
        if grid.dep[c] == "advcl" and any(grid.lower[b] == "as" for b in grid.children[c])
    ]
    # "as his aide put it" tells who else says so; the sentence's own verb is no part of the noun's clause
    ends = [extent(grid, c)[0] - 1 for c in as_told if c > clause]
    high = min([high, *ends])
    piece = _trimmed(grid, grid.start[low], grid.end[high])
    if piece is None:
        return None
    return Proposal(noun, (grid.start[noun], grid.end[noun]), _owner(grid, noun, low), (piece,))


def _of_passive(grid: Grid, verb: int) -> Proposal | None:
    """What "it is hoped", "it was feared" are followed by; of whom, where "by" tells."""
    children = grid.children[verb]
    it = any(
        grid.lower[c] == "it" and grid.dep[c] in {"nsubjpass", "nsubj", "expl"} for c in children
    )
    if not any(grid.dep[c] == "auxpass" for c in children):
        return None
    if not it:
        return _of_supposed(grid, verb)
    if any(grid.dep[c] == "neg" or grid.tag[c] == "MD" for c in children):
        return None
    clause = next(
        (c for c in children if c > verb and grid.dep[c] in {"ccomp", "csubj", "csubjpass"}), None
    )
    if clause is None:
        return None
    low, high = extent(grid, clause)
    piece = _trimmed(grid, grid.start[low], grid.end[high]) if low > verb else None
    if piece is None:
        return None
    by = next((c for c in children if grid.dep[c] == "agent"), None)
    who = next((c for c in grid.children[by] if grid.dep[c] == "pobj"), None) if by else None
    source = None
    if who is not None:
        first, last = extent(grid, who)
        source = (grid.start[first], grid.end[last]) if last < low else None
    return Proposal(verb, (grid.start[verb], grid.end[verb]), source, (piece,))


def _of_supposed(grid: Grid, verb: int) -> Proposal | None:
    """What somebody "is believed to" have done; of whom, nobody tells."""
    children = grid.children[verb]
    who = next((c for c in children if grid.dep[c] == "nsubjpass" and c < verb), None)
    deed = next((c for c in children if grid.dep[c] == "xcomp" and c > verb), None)
    if who is None or deed is None or grid.lemma[verb] not in _BELIEVED:
        return None
    if any(grid.dep[c] in {"neg", "agent"} or grid.tag[c] == "MD" for c in children):
        return None
    low, high = extent(grid, who)
    first, last = extent(grid, deed)
    if grid.lower[first] != "to" or high >= verb:
        return None
    pieces = [
        _trimmed(grid, grid.start[one], grid.end[two]) for one, two in ((low, high), (first, last))
    ]
    content = tuple(piece for piece in pieces if piece is not None)
    return Proposal(verb, (grid.start[verb], grid.end[verb]), None, content)


def _lacks_object(grid: Grid, verb: int) -> bool:
    """Whether "that" is the object of the clause: "the demands that the union made"."""
    objects = {"dobj", "ccomp", "xcomp", "acomp", "attr", "oprd"}
    return grid.lemma[verb].lower() in _HANDING and not any(
        grid.dep[child] in objects or grid.dep[child] == "nsubjpass"
        for child in grid.children[verb]
    )


def _owner(grid: Grid, noun: int, limit: int) -> tuple[int, int] | None:
    """Whose words a noun holds: "the mayor's claim", "a warning from geologists"."""
    for child in grid.children[noun]:
        if grid.dep[child] == "poss" and child < noun:
            low, high = extent(grid, child)
            return grid.start[low], grid.end[high]
        if grid.dep[child] == "prep" and grid.lower[child] in _OWNERS and noun < child < limit:
            who = next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
            if who is not None:
                low, high = extent(grid, who)
                return grid.start[low], grid.end[min(high, limit - 1)]
    return None


def _of_adverb(grid: Grid, adverb: int) -> Proposal | None:
    """The clause in which the adverb stands, without it."""
    verb = grid.head[adverb]
    if not grid.tag[verb].startswith("VB") or grid.dep[adverb] != "advmod":
        return None
    lemma = grid.lemma[verb].lower()
    if lemma in reporting.verbs("speech") or lemma in reporting.verbs("attitude"):
        # "reportedly told", "reportedly wants": the verb has a source of its own.
        return None
    pieces = []
    low, high = extent(grid, verb)
    # A clause behind a conjunction is another.
    later = [c for c in grid.children[verb] if grid.dep[c] == "conj" and c > adverb]
    high = min([high, *(extent(grid, c)[0] - 1 for c in later)])
    subject = next(
        (c for c in grid.children[verb] if grid.dep[c] in {"nsubj", "nsubjpass"} and c < verb), None
    )
    low = extent(grid, subject)[0] if subject is not None and subject < adverb else adverb + 1
    for index in range(low, adverb):
        if grid.lower[index] in _LIMITS:
            low = index + 1
    for start, stop in ((low, adverb), (adverb + 1, high + 1)):
        piece = _trimmed(grid, grid.start[start], grid.end[stop - 1]) if start < stop else None
        if piece is not None:
            pieces.append(piece)
    if not pieces or pieces[-1][0] < grid.start[adverb]:
        return None
    return Proposal(adverb, (grid.start[adverb], grid.end[adverb]), None, tuple(pieces))


def _trimmed(grid: Grid, start: int, end: int) -> tuple[int, int] | None:
    return trim(grid.text, start, end, grid.quotations.touching(start, end))
