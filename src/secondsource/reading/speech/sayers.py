"""Which proposals are statements of somebody: who can speak, and what is no more than a deed."""

from ...lexicon import reporting, titles
from ..grid import Grid
from ..proposal import Proposal
from ..quotes import Quotations, Quote
from ..voices import Room, can_speak, is_medium
from .attach import is_utterance
from .counts import is_counting
from .deeds import is_deed
from .hearsay import HEARSAY
from .told import is_of_a_post, is_put_at, is_unsaid
from .unsaid import is_nobodys_word

_MODAL = frozenset({"MD"})
_BACK = frozenset({"back", "up", "off", "out", "in"})
_NOBODY = frozenset({"you", "one", "your", "neither", "none", "nobody"})
_TALKING = frozenset({"discuss", "talk", "debate", "negotiate", "confer"})
_RITES = frozenset("goodbye goodbyes farewell farewells hello grace mass prayers".split())
_HAVING = frozenset(
    {"see", "obtain", "review", "view", "examine", "read", "publish", "leak", "share"}
)
"""What papers do with documents of others."""
_THINGS_TOLD = frozenset("time story tale joke fortune yarn anecdote difference".split())
_PERFORMING = frozenset(
    "sing perform play rehearse compose record stage screen film direct translate paint publish watch".split()
)
"""What is done with songs, plays, films and books (own list); what somebody reads or writes may be his words."""
_LONG = 5
"""Letters from which on a word of a title has its capital."""
_COMING = frozenset({"will", "shall", "'ll", "’ll", "to"})
_PURPOSE = frozenset({"advcl", "relcl", "acl", "conj", "ROOT", "ccomp"})


def is_statement(room: Room, proposal: Proposal, quotes: Quotations) -> bool:
    """Whether somebody (or a document) is reported to say, think, want or refuse something. What is
    quoted at length always counts; beside it a source must be one who can speak and a cue
    no verb of a deed."""
    grid = room.grid
    if proposal.verbatim:
        return True
    if proposal.refusal:
        return _is_refused(room, proposal)
    if _is_sight(grid, proposal) or _is_thing_told(grid, proposal):
        return False
    if room.has_terms and _states_terms(grid, proposal):
        return False
    if _is_gloss(grid, proposal) or _is_agenda(grid, proposal):
        return False
    if _is_question_put(grid, proposal) or _is_teaser(grid, proposal) or _is_doubt(grid, proposal):
        return False
    text = grid.text
    held = [quote for piece in proposal.content for quote in quotes.within(*piece)]
    if _is_work_of_art(grid, proposal, held):
        return False
    if any(is_utterance(text, quote) for quote in held):
        return True
    head = proposal.head
    if _is_rite(grid, proposal):
        return False
    if is_put_at(grid, head) or is_counting(grid, head):
        return can_speak(room, proposal)
    if not held and (is_of_a_post(grid, head) or is_unsaid(grid, head)):
        return False
    if not held and is_nobodys_word(grid, proposal):
        return False
    lemma = grid.lemma[head].lower()
    words = reporting.all_words()
    cue = grid.tokens_in(*proposal.cue)
    own = room.draft.lexicon.reporting.verbs
    if lemma in reporting.deed_verbs() and lemma not in own and grid.tag[head].startswith("VB"):
        # "raised questions about", "took to the radio to accuse" are words all the same.
        return any(grid.lemma[index].lower() in words for index in cue if index != head)
    if lemma == "add" and not held and _is_increase(grid, proposal):
        return False
    if lemma == "call" and any(
        grid.dep[child] == "prt" and grid.lower[child] in _BACK for child in grid.children[head]
    ):
        # "calling back the troops": nobody says anything.
        return False
    if not held and is_deed(room, proposal):
        return False
    if proposal.source is None:
        return _needs_no_source(grid, proposal)
    tokens = grid.tokens_in(*proposal.source)
    if len(tokens) == 1 and grid.lower[tokens[0]] in _NOBODY:
        return False
    return can_speak(room, proposal)


def _is_work_of_art(grid: Grid, proposal: Proposal, held: list[Quote]) -> bool:
    """Whether all that is quoted are titles of what people sing, play or write: "sang "Blue Boats"", and no words."""
    if not held or grid.lemma[proposal.head].lower() not in _PERFORMING:
        return False
    return all(_is_title(grid.text[quote.start + 1 : quote.end - 1]) for quote in held)


def _is_title(words: str) -> bool:
    """Whether words are written as titles are: with capitals, but for short words between, and without a point at the end."""
    parts = words.rstrip(",").split()
    ends = parts[:1] + parts[-1:]
    capital = all(part[0].isupper() for part in ends) and parts[-1:] != ["I"]
    return (
        capital
        and words[-1:] not in ".!?"
        and all(part[0].isupper() or len(part) < _LONG for part in parts)
    )


def _is_refused(room: Room, proposal: Proposal) -> bool:
    """Whether who does not speak could have been asked; who could only not be reached is a person."""
    if proposal.source is None:
        return True
    grid = room.grid
    if grid.lemma[proposal.head] == "reach" and "comment" not in grid.text[slice(*proposal.cue)]:
        tokens = grid.tokens_in(*proposal.source)
        head = grid.head_in(tokens)
        mention = room.at.get(head)
        lemma = grid.lemma[head].lower()
        person = mention.kind == "person" if mention is not None else titles.is_head(lemma)
        return person or lemma in reporting.official_speakers()
    return can_speak(room, proposal)


def _is_sight(grid: Grid, proposal: Proposal) -> bool:
    """Whether the "statement" is only that a paper has a document: "a cable, seen by this newspaper"."""
    head = proposal.head
    if grid.lemma[head] not in _HAVING or grid.tag[head] != "VBN" or grid.dep[head] != "acl":
        return False
    return any(grid.dep[child] == "agent" for child in grid.children[head])


def _is_thing_told(grid: Grid, proposal: Proposal) -> bool:
    """Whether what is told is only a kind of thing to tell ("told the time", "told a joke"), with no words of it."""
    if grid.lemma[proposal.head] != "tell" or len(proposal.content) != 1:
        return False
    tokens = grid.tokens_in(*proposal.content[0])
    return (
        bool(len(tokens)) and len(tokens) <= 4 and grid.lemma[grid.head_in(tokens)] in _THINGS_TOLD
    )


def _is_rite(grid: Grid, proposal: Proposal) -> bool:
    """Whether what is said is only a greeting or a prayer: "said goodbye to its members"."""
    if grid.lemma[proposal.head] not in {"say", "bid", "wave"} or not proposal.content:
        return False
    first = grid.token_at(proposal.content[0][0])
    if grid.tag[first] == "PRP$":
        first += 1
    return grid.lower[min(first, len(grid) - 1)] in _RITES


def _states_terms(grid: Grid, proposal: Proposal) -> bool:
    """Whether the "statement" is that somebody wants no name: "who asked not to be named"."""
    end = max((stop for _, stop in proposal.content), default=proposal.cue[1])
    return reporting.anonymity_terms().match(grid.text, proposal.cue[0], end) is not None


def _is_increase(grid: Grid, proposal: Proposal) -> bool:
    """Whether something is made more and nothing said: "it adds to the cost"."""
    first = grid.token_at(proposal.content[0][0]) if proposal.content else -1
    follows = grid.tag[first + 1] if 0 <= first < len(grid) - 1 else ""
    return first >= 0 and grid.lower[first] == "to" and not follows.startswith("VB")


def _is_gloss(grid: Grid, proposal: Proposal) -> bool:
    """Whether the "statement" only tells whom or what somebody's words mean: ", referring to the mayor"."""
    head = proposal.head
    return (
        grid.lemma[head].lower() == "refer"
        and grid.tag[head] == "VBG"
        and grid.dep[head] == "advcl"
        and grid.lower[head - 1 if head else 0] == ","
    )


def _is_agenda(grid: Grid, proposal: Proposal) -> bool:
    """Whether the "statement" is what people are yet to talk about: "will travel to discuss the plan to
    impose "heavy tolls"". Nobody has said it, and what is quoted in it somebody else has said."""
    head = proposal.head
    if grid.lemma[head].lower() not in _TALKING or grid.tag[head] != "VB":
        return False
    aside = [child for child in grid.children[head] if child < head]
    if any(grid.dep[child] == "neg" for child in aside) or grid.dep[head] not in _PURPOSE:
        return False
    return any(grid.lower[child] in _COMING for child in aside if grid.dep[child] == "aux")


def _is_question_put(grid: Grid, proposal: Proposal) -> bool:
    """Whether it is only what the next speaker was asked, nobody says by whom: "Asked whether she would resign, she said ..."."""
    head = proposal.head
    return (
        proposal.source is None
        and grid.lower[head] in {"asked", "questioned", "pressed"}
        and grid.dep[head] == "advcl"
        and head < grid.head[head]
    )


def _is_teaser(grid: Grid, proposal: Proposal) -> bool:
    """Whether a paper only says what a page of its own is about: "The Gazette explains what is behind the quarrel"."""
    if grid.lower[proposal.head] not in {"explains", "explores", "examines"}:
        return False
    if proposal.source is None or not proposal.content:
        return False
    first = grid.token_at(proposal.content[0][0])
    words = grid.text[slice(*proposal.source)].removeprefix("The ").removeprefix("the ")
    return grid.tag[first] in {"WP", "WRB", "WDT"} and is_medium(words)


def _is_doubt(grid: Grid, proposal: Proposal) -> bool:
    """Whether somebody only leaves no doubt of a thing, and nothing of his words is told: "left little doubt of his mood"."""
    head = proposal.head
    if grid.lemma[head].lower() != "leave" or "doubt" not in grid.text[slice(*proposal.cue)]:
        return False
    tokens = (index for piece in proposal.content for index in grid.tokens_in(*piece))
    return not any(grid.tag[index] in {"VBD", "VBZ", "VBP", "MD"} for index in tokens)


def _needs_no_source(grid: Grid, proposal: Proposal) -> bool:
    """Whether a cue without a source still tells of somebody's words: a verb or noun of saying, that is
    not only what might be said ("could be announced") or what only seems so."""
    tokens = grid.tokens_in(*proposal.cue)
    head = proposal.head
    if grid.lower[head] in HEARSAY:
        return True
    lemmas = {grid.lemma[index].lower() for index in tokens} | {grid.lemma[head].lower()}
    groups = (reporting.all_words(), reporting.nouns("hearsay"))
    if all(lemmas.isdisjoint(words) for words in groups) or grid.lemma[head].lower() == "know":
        # "55 people are known to have died": nobody is said to say so.
        return False
    passive = any(grid.dep[child] == "auxpass" for child in grid.children[head])
    return not (
        passive and any(grid.tag[c] in _MODAL for c in grid.children[head] if grid.dep[c] == "aux")
    )
