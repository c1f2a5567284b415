"""Refusals to speak that the network leaves out: "did not specify", "would not say when", "had no comment", "declined a
request for an interview", "calls were not returned"."""

import re
from dataclasses import replace

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from .mending import extent, group_start

_UNREACHED = re.compile(
    r"\b(?:(?:could|can)(?: not|n['’]t|not)(?: \w+ly)? be (?P<head>reached)|(?:was|were|is|are)(?: not|n['’]t)"
    r"(?: \w+ly)? (?P<able>available)|(?:was|were|is|are) (?P<un>unavailable)) for (?:further )?comment"
)
_REACHED = re.compile(
    r"\b(?:could|can)(?: not|n['’]t|not)(?: \w+ly)? be (?P<head>reached)(?! (?:by|in|before|until|without|via|on foot)\b)|"
    r"\b(?:could|can)(?: not|n['’]t|not)(?: \w+ly)? be (?P<phoned>reached) (?:by|via) (?:tele)?(?:phone|e-?mail)\b"
)
"""Who could not be reached; a village "by road" or a deal "in time" is not asked for words."""
_UNANSWERED = re.compile(
    r"\b(?:went|go|goes|gone|remained|remains|remain) (?P<head>unanswered|unreturned)\b"
)
_THERE = re.compile(
    r"\b(?:there was|there has been|there were) no (?:\w+ )?(?P<head>\w+) (?:from|by) ",
    re.IGNORECASE,
)
_NOTHING = ("unanswered", "unreturned", "there was no", "there has been no", "there were no")
"""One of these stands where one of the last two patterns does, and each is looked for faster."""
_SUBJECTS = frozenset({"nsubj"})
_ABLE = frozenset({"can", "could", "ca", "may", "might"})
_CONTENT = frozenset({"ccomp", "xcomp", "dobj"})


_MAYBE = re.compile(r"declin|refus|neither|not\b|n['’]t\b|never|no\b")
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
_OPEN = re.compile(r"(?:how|what|when|where|whether|which|who|whom|whose|why|if)\b")


def is_refusal(grid: Grid, proposal: Proposal) -> bool:
    """Whether somebody is reported not to speak: "declined to comment", "would not say when"."""
    if proposal.refusal:
        return True
    cue = grid.text[slice(*proposal.cue)].lower()
    if not _MAYBE.search(cue):
        return False
    content = " ".join(grid.text[start:end] for start, end in proposal.content).lower()
    lemma = grid.lemma[proposal.head].lower()
    words = re.findall(r"[a-z]+", cue)
    rest = re.findall(r"[a-z]+", content)[:3]
    acts = reporting.refused_acts()
    refused = any(
        word.startswith(verb.removesuffix("e"))
        for word in words
        for verb in reporting.refusing_verbs()
    )
    if refused:
        return any(word in acts for word in [*words, *rest[:2]])
    if "neither" in words and "confirm" in words and "deny" in [*words, *rest[:2]]:
        return True
    if not _NOT.search(cue):
        return False
    if any(
        word.removesuffix("ed") in {"comment", "respond", "elaborate", "answer"} for word in words
    ):
        return True
    if lemma in reporting.withheld_details() and not content.startswith("as "):
        return True
    return any(word in acts or word == "said" for word in words) and bool(_OPEN.match(content))


def with_refusals(grid: Grid, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals and those of `refusals`; where one of them tells of the same verb, it is a refusal, of whom the parse
    has as its subject."""
    sure = {row.head: row for row in (*_unreached(grid), *_no_answer(grid), *_nothing_from(grid))}
    found = []
    for row in proposals:
        same = sure.get(row.head)
        if same is not None and not any(grid.quotations.within(*p) for p in row.content):
            row = replace(row, source=same.source or row.source, refusal=True)
        found.append(row)
    return found + refusals(grid, found, list(sure.values()))


def refusals(grid: Grid, proposals: list[Proposal], sure: list[Proposal]) -> list[Proposal]:
    """Those of `sure` and proposals for negated verbs of giving details, and of "say" with an open question behind it,
    that have a subject and stand in no cue of `proposals` and in no quotation."""
    cues = {index for row in proposals for index in grid.tokens_in(*row.cue)}
    found = [row for row in sure if cues.isdisjoint(grid.tokens_in(*row.cue))]
    cues |= {index for row in found for index in grid.tokens_in(*row.cue)}
    withheld = reporting.withheld_details() | {"say"}
    for verb in grid.verbs:
        if grid.lemma[verb] not in withheld or verb in cues or grid.quote[verb] >= 0:
            continue
        proposal = _refusal(grid, verb)
        if proposal is not None:
            found.append(proposal)
    return found


def _unreached(grid: Grid) -> list[Proposal]:
    """Who could not be asked: "could not be reached", "were not available for comment"."""
    if "reached" not in grid.text and "vailable" not in grid.text:
        return []
    found: list[Proposal] = []
    matches = [*_UNREACHED.finditer(grid.text), *_REACHED.finditer(grid.text)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if found and match.start() < found[-1].cue[1]:
            continue
        head = grid.token_at(match.start(match.lastgroup or 0))
        carrier = head if grid.tag[head].startswith("V") else grid.head[head]
        subject = next(
            (c for c in grid.children[carrier] if grid.dep[c] in {"nsubj", "nsubjpass"}), None
        )
        if subject is None or grid.quote[head] >= 0:
            continue
        low, high = extent(grid, subject)
        if grid.end[high] <= match.start():
            source = (grid.start[low], grid.end[high])
            found.append(Proposal(carrier, match.span(), source, (), refusal=True))
    return found


def _no_answer(grid: Grid) -> list[Proposal]:
    """Who gives no answer or takes no question, and questions that nobody answers, verb by verb."""
    giving, leaving = reporting.refusal_words("giving"), reporting.refusal_words("leaving")
    answering, replying = reporting.refusal_words("answering"), reporting.refusal_words("replying")
    wanted = giving | leaving | answering | replying
    found = []
    for verb in grid.verbs:
        lemma = grid.lemma[verb]
        if lemma not in wanted or grid.quote[verb] >= 0:
            continue
        children = grid.children[verb]
        if any(grid.tag[c] == "MD" and grid.lower[c] in _ABLE for c in children):
            continue
        thing = next((c for c in children if grid.dep[c] == "dobj" and c > verb), None)
        passive = any(grid.dep[c] == "auxpass" for c in children)
        last: int | None = None
        if passive:
            last = verb if lemma in answering and _is_asking_left(grid, verb) else None
        elif thing is None:
            last = verb if lemma in replying and _is_denied(grid, verb) else None
        elif lemma in giving:
            no = any(grid.lower[c] in {"no", "little"} for c in grid.children[thing])
            last = thing if no and grid.lemma[thing] in reporting.refusal_words("answers") else None
        elif lemma in leaving:
            last = thing if _is_request(grid, thing) else None
        elif grid.lemma[thing] in reporting.refusal_words("requests"):
            last = verb if _is_denied(grid, verb) else None
        proposal = _left(grid, verb, last, passive) if last is not None else None
        if proposal is not None:
            found.append(proposal)
    return found


def _left(grid: Grid, verb: int, last: int, passive: bool) -> Proposal | None:
    """The refusal whose cue runs from the verb's own words to token `last`; where questions are left, of nobody."""
    first = group_start(grid, verb)
    cue = (grid.start[first], grid.end[last])
    if passive:
        return Proposal(verb, cue, None, (), refusal=True)
    who = _subject(grid, verb)
    if who is None:
        return None
    low, high = extent(grid, who)
    if high >= first:
        return None
    return Proposal(verb, cue, (grid.start[low], grid.end[high]), (), refusal=True)


def _subject(grid: Grid, verb: int) -> int | None:
    """The subject of a verb, or of the verb that it is joined to."""
    for current in (verb, grid.head[verb]):
        if current != verb and grid.dep[verb] != "conj":
            return None
        for child in grid.children[current]:
            if grid.dep[child] == "nsubj" and child < verb:
                return child
    return None


def _is_denied(grid: Grid, verb: int) -> bool:
    """Whether a verb stands behind "not", "never" or "neither", or has "nobody" for its subject."""
    if any(grid.dep[c] == "neg" or grid.lower[c] == "never" for c in grid.children[verb]):
        return True
    who = _subject(grid, verb)
    if who is None:
        return False
    first = extent(grid, who)[0]
    return grid.lower[first] in {"neither", "nobody", "none"} or grid.lower[first : first + 2] in (
        ["no", "one"],
        ["no", "-"],
    )


def _is_request(grid: Grid, thing: int) -> bool:
    """Whether what is declined is a request for words, a question, or words themselves: "a request for an interview"."""
    lemma = grid.lemma[thing]
    wanted = reporting.refusal_words("for_words")
    if lemma in wanted - {"statement", "detail", "information"}:
        return True
    if lemma in {"question", "inquiry", "enquiry", "query"}:
        return True
    if lemma not in reporting.refusal_words("requests"):
        return False
    # the interview of "a request for an interview", the comment of "requests for further comment", "an invitation to comment"
    high = extent(grid, thing)[1]
    return any(
        grid.lemma[i] in wanted or grid.lower[i] == "speak" for i in range(thing + 1, high + 1)
    )


def _is_asking_left(grid: Grid, verb: int) -> bool:
    """Whether questions or calls are not answered or returned."""
    children = grid.children[verb]
    what = next((c for c in children if grid.dep[c] == "nsubjpass"), None)
    if what is None or grid.lemma[what].lower() not in reporting.refusal_words("requests"):
        return False
    return any(grid.dep[c] == "neg" for c in children)


def _nothing_from(grid: Grid) -> list[Proposal]:
    """Of whom there was no comment: "There was no immediate response from the embassy"."""
    found: list[Proposal] = []
    lowered = grid.text.lower()
    if not any(words in lowered for words in _NOTHING):
        return found
    for match in _UNANSWERED.finditer(grid.text):
        head = grid.token_at(match.start("head"))
        verb = grid.token_at(match.start())
        who = _subject(grid, verb)
        asked = who is not None and grid.lemma[who].lower() in reporting.refusal_words("requests")
        if asked and grid.quote[head] < 0:
            found.append(Proposal(verb, match.span(), None, (), refusal=True))
    for match in _THERE.finditer(grid.text):
        head = grid.token_at(match.start("head"))
        if grid.lemma[head] not in reporting.refusal_words("answers") or grid.quote[head] >= 0:
            continue
        preposition = grid.token_at(match.end() - 1)
        if grid.lower[preposition].isspace():
            preposition -= 1
        who = next((c for c in grid.children[preposition] if grid.dep[c] == "pobj"), None)
        if who is not None:
            low, high = extent(grid, who)
            cue = (grid.start[head], grid.end[head])
            source = (grid.start[low], grid.end[high])
            found.append(Proposal(head, cue, source, (), refusal=True))
    return found


def _refusal(grid: Grid, verb: int) -> Proposal | None:
    children = grid.children[verb]
    if not any(grid.dep[child] == "neg" for child in children):
        return None
    if any(grid.dep[child] == "auxpass" for child in children):
        # "The men were not identified": they did not refuse.
        return None
    if any(grid.lower[child] in _ABLE for child in children):
        # "could not identify the wreck": who cannot does not refuse.
        return None
    subject = next((child for child in children if grid.dep[child] in _SUBJECTS), None)
    if subject is None or subject > verb:
        return None
    parts = [child for child in children if child > verb and grid.dep[child] in _CONTENT]
    if grid.lemma[verb] == "say" and not any(
        grid.tag[index] in {"WRB", "WP", "WDT"} or grid.lower[index] in {"whether", "if"}
        for index in range(verb + 1, min(verb + 3, len(grid)))
    ):
        return None
    first = group_start(grid, verb)
    low, high = extent(grid, subject)
    if high >= first:
        return None
    cue = (grid.start[first], grid.end[verb])
    content = []
    for part in parts:
        start, end = extent(grid, part)
        quotes = grid.quotations.touching(grid.start[start], grid.end[end])
        piece = trim(grid.text, grid.start[start], grid.end[end], quotes)
        if piece is not None and piece[0] >= cue[1]:
            content.append(piece)
    return Proposal(verb, cue, (grid.start[low], grid.end[high]), tuple(sorted(content)))
