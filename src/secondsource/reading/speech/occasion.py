"""The occasion of a statement: when, where, to whom and how it was said, as far as the article tells."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from ...lexicon import outlets, reporting
from ...model.mention import Mention, Place, Time
from ...model.statement import Said, Voice
from ...model.text import Reference
from ..draft import Draft
from ..grid import Grid
from ..proposal import Proposal
from ..voices import Spoken, is_medium, sentence_around
from ..voices.speakers import is_people
from .told import told_person

AFAR = 18
"""Tokens from the cue beyond which a time or place in its sentence belongs to something else."""
_AT = frozenset({"in", "at", "from", "outside", "near", "inside", "on"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of the saying; None where the article does not tell."""

    said: Said | None = None
    place: Reference | None = None
    occasion: str | None = None
    addressee: str | None = None


def occasions_of(
    draft: Draft, grid: Grid, kept: list[Proposal], spoken: list[Spoken]
) -> list[Occasion]:
    """The occasion of each proposal; days are carried on within what one voice says in a row."""
    times = [
        (grid.tokens_in(*draft.locate(t.citation)), t)
        for t in draft.times
        if t.type in {"DATE", "TIME"}
    ]
    places = [(grid.tokens_in(*draft.locate(p.citation)), p) for p in draft.places]
    times = sorted((row for row in times if len(row[0])), key=lambda row: row[0].start)
    places = sorted((row for row in places if len(row[0])), key=lambda row: row[0].start)
    at_times = [grid.start[tokens.start] for tokens, _ in times]
    at_places = [grid.start[tokens.start] for tokens, _ in places]
    found: list[Occasion] = []
    last: dict[str, tuple[int, Occasion]] = {}
    for proposal, speech in zip(kept, spoken, strict=True):
        start, end = sentence_around(grid, proposal.cue[0])
        outside = _outside(grid.text, start, end, proposal)
        said = _said(grid, proposal, start, end, _between(at_times, times, start, end))
        place = _place(grid, proposal, start, end, _between(at_places, places, start, end))
        how = _how(outside)
        to = _addressee(draft, grid, proposal)
        key = _key(speech)
        paragraph = grid.paragraph[grid.token_at(proposal.cue[0])]
        if key and key in last and paragraph - last[key][0] <= 1:
            before = last[key][1]
            elsewhere = how == "phone call" != before.occasion  # told to nobody else there
            if said is None and before.said is not None and not elsewhere:
                said = Said(value=None, basis="same occasion", time=before.said.time)
            if said is not None and before.said is not None and said.time == before.said.time:
                how = how or before.occasion
                place = place or before.place
        occasion = Occasion(said, place, how, to)
        if key:
            last[key] = (paragraph, occasion)
        found.append(occasion)
    return found


T = TypeVar("T")


def _between(
    begins: list[int], items: list[tuple[range, T]], start: int, end: int
) -> list[tuple[range, T]]:
    """The items whose first token starts in `start:end`; `begins` tells of each where, in the order of the text."""
    return items[bisect_left(begins, start) : bisect_left(begins, end)]


def _key(speech: Spoken) -> str | None:
    voice: Voice = speech.voice
    if voice.kind == "unknown":
        return None
    if voice.count != 1 and voice.name is not None:
        return voice.name  # what two said together neither has said alone
    return speech.speaker or voice.description or voice.name


def _outside(text: str, start: int, end: int, proposal: Proposal) -> str:
    """The words of the sentence that are not content, in lower case."""
    pieces = []
    for left, right in proposal.content:
        if left >= end or right <= start:
            continue
        pieces.append(text[start : max(start, left)])
        start = min(end, max(start, right))
    pieces.append(text[start:end])
    return " " + _OTHERS_WORDS.sub(" ", " ".join(" ".join(pieces).lower().split())) + " "


_OTHERS_WORDS = re.compile(r"\b(?:contrary to|despite|amid|dismissing|rejecting|denying)\s[^,;.]*")
"""What others said somewhere: "contrary to reports on social media"."""


def _free(proposal: Proposal, grid: Grid, tokens: range, start: int, end: int) -> bool:
    """Whether a run of tokens lies in the sentence of the cue and not in content or source."""
    left, right = grid.start[tokens[0]], grid.end[tokens[-1]]
    if left < start or right > end:
        return False
    if any(s < right and left < e for s, e in proposal.content):
        return False
    source = proposal.source
    return source is None or not (source[0] < right and left < source[1])


_SPOKEN_AT = frozenset(
    "conference interview statement remark speech briefing call meeting hearing email e-mail letter"
    " post tweet address summit forum debate testimony event rally message note talk visit"
    " committee commission panel court inquiry inquest tribunal parliament".split()
)
_EVENTS = frozenset({"conference", "briefing", "presser", "interview"})
"""Occasions that stand where others name their hearers: "told a press conference"."""
_INTERVIEW = re.compile(r"\binterview (?:with|by|for|on)\b")
_YEARS = re.compile(r"\byear\b")
_UNSAID = re.compile(r"\b(?:will|would|could|may|might|shall|should|can)\b")


def _hangs_on(grid: Grid, token: int, verb: int) -> bool:
    """Whether a token stands below `verb`, with nothing between but prepositions, participles and
    words for an occasion: "said at a news conference in Oslo", "Speaking in Oslo, he said"."""
    current = token
    for _ in range(7):
        upper = grid.head[current]
        if upper == verb:
            return True
        if upper == current:
            return False
        tag = grid.tag[upper]
        if tag.startswith("V") and tag not in {"VBG", "VBN"}:
            return False
        if (
            tag.startswith("N")
            and upper != grid.head[token]
            and grid.lemma[upper].lower() not in _SPOKEN_AT
        ):
            return False
        current = upper
    return False


def _said(
    grid: Grid, proposal: Proposal, start: int, end: int, times: list[tuple[range, Time]]
) -> Said | None:
    if _UNSAID.search(grid.text[slice(*proposal.cue)].lower()):
        return None
    cue = grid.tokens_in(*proposal.cue) or range(proposal.head, proposal.head + 1)
    best: tuple[int, str] | None = None
    for tokens, time in times:
        if not len(tokens) or not _free(proposal, grid, tokens, start, end):
            continue
        apart = max(cue[0] - tokens[-1], tokens[0] - cue[-1], 0)
        near = apart <= 2
        hangs = _hangs_on(grid, tokens[-1], proposal.head) or _hangs_on(
            grid, tokens[0], proposal.head
        )
        if apart > AFAR or not (near or hangs):
            continue
        if not near and _YEARS.search(time.rule):
            # Remarks are dated by days; a year further off is that of what is told.
            continue
        if best is None or apart < best[0]:
            best = (apart, time.id)
    return Said(value=None, basis="time expression", time=best[1]) if best else None


def _place(
    grid: Grid, proposal: Proposal, start: int, end: int, places: list[tuple[range, Place]]
) -> Reference | None:
    cue = grid.tokens_in(*proposal.cue) or range(proposal.head, proposal.head + 1)
    for tokens, place in places:
        if not len(tokens) or not _free(proposal, grid, tokens, start, end):
            continue
        apart = max(cue[0] - tokens[-1], tokens[0] - cue[-1], 0)
        if apart > AFAR:
            continue
        head = grid.head_in(tokens)
        preposition = grid.head[head]
        if grid.lower[preposition] not in _AT or not _hangs_on(grid, preposition, proposal.head):
            continue
        return Reference(id=place.id, name=place.name)
    return None


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[int, str]]]:
    """A pattern for the phrases that tell an occasion, and the rank and kind of each."""
    rows = reporting.occasion_words()
    longest = sorted((phrase for phrase, _ in rows), key=len, reverse=True)
    pattern = re.compile(r"(?<![a-z])(?:" + "|".join(map(re.escape, longest)) + ")")
    ranks: dict[str, tuple[int, str]] = {}
    for rank, (phrase, kind) in enumerate(rows):
        ranks.setdefault(phrase, (rank, kind))
    return pattern, ranks


def _how(outside: str) -> str | None:
    pattern, ranks = _phrases()
    best: tuple[int, str] | None = None
    for match in pattern.finditer(outside):
        found = ranks[match.group()]
        if found[1] in {"meeting", "speech", "briefing"} and not _WHERE.search(
            outside[: match.start()]
        ):
            # "said before his meeting": not what it was said at.
            continue
        if best is None or found < best:
            best = found
    return best[1] if best else None


_WHERE = re.compile(r"\b(?:in|at|during|to|told|on)\s+(?:[\w'’.-]+\s+){0,5}$")


def _addressee(draft: Draft, grid: Grid, proposal: Proposal) -> str | None:
    """To whom it was said: the object of the cue's verb, or who held the interview."""
    verb = proposal.head
    lemma = grid.lemma[verb].lower()
    if grid.lower[verb] == "according":
        return None
    wanted: int | None = told_person(grid, verb)
    for child in grid.children[verb]:
        if child <= verb or _in_content(grid, proposal, child):
            continue
        if grid.dep[child] in {"dobj", "dative"} and lemma in reporting.addressing_verbs():
            wanted = child
            if grid.lower[child] == "to":
                wanted = next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
            break
        if grid.dep[child] in {"prep", "dative"} and grid.lower[child] == "to":
            wanted = next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
            if wanted is not None:
                break
    if wanted is None:
        wanted = _hearers(grid, proposal) or _interviewer(grid, proposal)
    if wanted is None or _in_content(grid, proposal, wanted) or grid.lemma[wanted] in _EVENTS:
        return None
    low, high = wanted, wanted
    for child in grid.children[wanted]:
        if grid.dep[child] in {"det", "amod", "compound", "poss", "nummod", "nmod"}:
            low = min(low, child, *grid.children[child])
        elif grid.dep[child] in {"conj", "cc"} and child == high + 1:
            high = child
    words = grid.words(low, high + 1)
    mention = _mention_at(draft, grid, wanted)
    if mention is not None and mention.kind in {"organization", "company"}:
        outlet = outlets.outlet_named(mention.name)
        if outlet is not None:
            return outlet.name
        if is_medium(mention.name):
            return mention.name
    return words


def _mention_at(draft: Draft, grid: Grid, token: int) -> Mention | None:
    position = grid.start[token]
    for mention in draft.mentions:
        start, end = draft.locate(mention.citation)
        if start <= position < end:
            return mention
    return None


def _in_content(grid: Grid, proposal: Proposal, token: int) -> bool:
    return any(s <= grid.start[token] < e for s, e in proposal.content)


_SPEAKING = frozenset({"speaking", "talking", "writing"})
_ADDRESSING = frozenset({"addressing", "briefing", "telling"})
_ADDRESSED = frozenset(
    "speech letter remark address message email e-mail sermon testimony memo note".split()
)
"""What is held before or sent to somebody: "in a letter to shareholders"."""
_TALKS = frozenset({"call", "conversation"})
"""What somebody has with the one to whom he speaks."""


def _hearers(grid: Grid, proposal: Proposal) -> int | None:
    """The people or body that the occasion names, beside the verb of the cue: "Speaking to reporters", "Briefing the council",
    "in a letter to shareholders". Whom somebody has talked to before ("after talking to") is none."""
    for child in grid.children[proposal.head]:
        if _in_content(grid, proposal, child):
            continue
        word, found = grid.lower[child], None
        if grid.dep[child] in {"advcl", "acl"}:
            if word in _SPEAKING:
                found = _below(grid, child, "to")
            elif word in _ADDRESSING:
                found = next((c for c in grid.children[child] if grid.dep[c] == "dobj"), None)
        elif grid.dep[child] == "prep" and word in {"in", "at", "during"}:
            held = next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
            if held is not None and grid.lemma[held].lower() in _ADDRESSED | _TALKS:
                found = _below(grid, held, "to") or _of_talks(grid, held)
        if found is not None and (is_people(grid, found) or grid.tag[found].startswith("NNP")):
            return found
    return None


def _of_talks(grid: Grid, held: int) -> int | None:
    return _below(grid, held, "with") if grid.lemma[held].lower() in _TALKS else None


def _below(grid: Grid, token: int, preposition: str) -> int | None:
    """The noun behind a preposition that hangs on a token; None where there is none."""
    for child in grid.children[token]:
        if grid.dep[child] in {"prep", "dative"} and grid.lower[child] == preposition:
            return next((c for c in grid.children[child] if grid.dep[c] == "pobj"), None)
    return None


def _interviewer(grid: Grid, proposal: Proposal) -> int | None:
    """Who is named after "in an interview with"."""
    start, end = sentence_around(grid, proposal.cue[0])
    if grid.text.find("interview", start, end) < 0:
        return None
    match = _INTERVIEW.search(grid.text, start, end)
    if match is None:
        return None
    preposition = grid.token_at(match.end() - 1)
    return next((c for c in grid.children[preposition] if grid.dep[c] == "pobj"), None)
