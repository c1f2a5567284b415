"""Statements proposed from the parse and the lexicon: subject, reporting verb, what it governs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ...lexicon import reporting
from ..grid import Grid
from ..proposal import Proposal, trim
from ..quotes import Quote

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
GROUP = {"aux", "auxpass", "neg", "advmod"}
CLAUSES = {"ccomp", "xcomp"}
OBJECTS = {"dobj", "attr", "oprd", "acomp", "dative"}
RELATIVE = {"WDT", "WP", "WP$"}
PRONOUNS_THAT_SAY_NOTHING = {"it", "there"}


def _extent(token: Token) -> tuple[int, int]:
    """Code points of a token's subtree."""
    doc = token.doc
    left, right = doc[token.left_edge.i], doc[token.right_edge.i]
    return left.idx, right.idx + len(right)


def verb_group(verb: Token) -> tuple[int, int]:
    """Tokens (half-open) of a verb with its auxiliaries, negation, adverbs and particle, as far as
    they touch each other."""
    doc, start, end = verb.doc, verb.i, verb.i + 1
    own = {child.i for child in verb.children if child.dep_ in GROUP}
    while start > 0 and start - 1 in own:
        start -= 1
    while end < len(doc) and (
        doc[end].head.i == verb.i
        and (doc[end].dep_ == "prt" or (doc[end].dep_ == "advmod" and doc[end].tag_ == "RB"))
    ):
        end += 1
    return start, end


def subject_of(verb: Token) -> Token | None:
    """The token that heads who does what `verb` says, by way of conjunctions, participles and
    relative clauses; None when the text does not tell."""
    seen = 0
    current = verb
    while seen < 6:
        seen += 1
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in current.children)
        if passive:
            for child in current.children:
                if child.dep_ == "agent":
                    return next((c for c in child.children if c.dep_ == "pobj"), None)
            if current is verb:
                return None
        for child in current.children:
            if child.dep_ in SUBJECTS and child.i != verb.i:
                return child
        head = current.head
        if head is current:
            return None
        if current.dep_ in {"acl"} and current.tag_ in {"VBG", "VBN"}:
            return None if current.tag_ == "VBN" else head
        if current.dep_ in {"conj", "advcl", "xcomp", "ccomp", "dep", "pcomp", "prep", "parataxis"}:
            current = head
            continue
        return None
    return None


def source_span(doc: Doc, head: Token, cue: tuple[int, int]) -> tuple[int, int]:
    """Code points of the noun phrase around `head`: with appositions and modifiers, without a
    clause that holds the cue, and with the comma that closes an insertion."""
    left, right = head.left_edge.i, head.right_edge.i
    if left <= cue[0] < cue[1] <= right + 1:
        # The cue stands in a clause on the source itself.
        if cue[0] > head.i:
            right = min(right, cue[0] - 1)
            for child in head.children:
                if child.left_edge.i <= cue[0] <= child.right_edge.i:
                    right = min(right, child.left_edge.i - 1)
        else:
            left = max(left, cue[1])
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    while (
        left < head.i
        and (doc[left].is_punct or doc[left].is_space)
        and doc[left].text not in "“\"'‘"
    ):
        left += 1
    end = doc[right].idx + len(doc[right])
    inserted = any(doc[i].text == "," for i in range(head.i, right))
    if inserted and right + 1 < len(doc) and doc[right + 1].text == "," and right + 2 == cue[0]:
        end = doc[right + 1].idx + 1
    return doc[left].idx, end


def _content_children(verb: Token, lemma: str) -> tuple[list[Token], Token | None]:
    """The dependents that hold what `verb` reports, and the preposition that belongs to its cue."""
    children = [child for child in verb.children if child.dep_ not in GROUP]
    clauses = [
        child
        for child in children
        if child.dep_ in CLAUSES or (child.dep_ == "advcl" and child.i < verb.i and lemma == "say")
    ]
    if clauses:
        objects = [
            child
            for child in children
            if child.dep_ == "dobj"
            and lemma not in reporting.addressing_verbs()
            and any(clause.dep_ == "xcomp" and clause.i > child.i for clause in clauses)
        ]
        return clauses + objects, None
    wanted = reporting.content_prepositions(lemma)
    for child in children:
        if child.dep_ == "prep" and child.lower_ in wanted and child.i > verb.i:
            return [c for c in child.children if c.dep_ in {"pobj", "pcomp"}], child
    objects = [child for child in children if child.dep_ in OBJECTS and child.dep_ != "dative"]
    roles = [
        child
        for child in children
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > verb.i and objects
    ]
    return objects + roles, None


def _verb_proposal(
    doc: Doc, verb: Token, text: str, quotes: list[Quote], weak: bool
) -> Proposal | None:
    lemma = verb.lemma_.lower()
    start, end = verb_group(verb)
    children, preposition = _content_children(verb, lemma)
    if preposition is not None and preposition.i == end:
        end += 1
    elif preposition is not None and preposition.i > end + 3:
        children = []
    subject = subject_of(verb)
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if passive:
        children += [
            child
            for child in verb.children
            if child.dep_ == "nsubjpass" and child.lower_ not in PRONOUNS_THAT_SAY_NOTHING
        ]
    if end < len(doc) and doc[end].text == ":":
        end += 1
    source = None
    if subject is not None and not (
        subject.lower_ in PRONOUNS_THAT_SAY_NOTHING and subject.dep_ != "pobj" and passive
    ):
        source = source_span(doc, subject, (start, end))
    cue = (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    pieces: list[tuple[int, int]] = []
    for child in children:
        left, right = _extent(child)
        for part in _without(left, right, [cue, *([source] if source else [])]):
            trimmed = trim(text, *part, quotes)
            if trimmed:
                pieces.append(trimmed)
    if not pieces and verb.dep_ in {"parataxis", "ccomp"} and verb.head.i != verb.i:
        # "The talks, he said, would go on": the clause around it is what is said.
        left, right = _extent(verb.head)
        own = _extent(verb)
        for part in _without(left, right, [own]):
            trimmed = trim(text, *part, quotes)
            if trimmed:
                pieces.append(trimmed)
    return Proposal(verb.i, cue, source, _joined(text, pieces), weak)


def _without(start: int, end: int, holes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces of `start:end` that are left when `holes` are cut out."""
    for left, right in sorted(holes):
        if right <= start or left >= end:
            continue
        if left > start:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


def _joined(text: str, pieces: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Pieces in order, those joined between which nothing but blanks stands."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _according(doc: Doc, token: Token, text: str, quotes: list[Quote]) -> Proposal | None:
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return None
    target = next((c for c in to.children if c.dep_ == "pobj"), None)
    if target is None:
        target = next((c for c in token.children if c.dep_ == "pobj"), None)
    if target is None:
        return None
    phrase = _extent(token)
    sentence = token.sent
    cue = (token.idx, to.idx + len(to))
    source = source_span(doc, target, (token.i, to.i + 1))
    end = sentence.end_char
    pieces = []
    for part in _without(sentence.start_char, end, [phrase, cue, source]):
        trimmed = trim(text, *part, quotes)
        if trimmed:
            pieces.append(trimmed)
    return Proposal(token.i, cue, source, _joined(text, pieces))


def _noun_proposal(doc: Doc, noun: Token, text: str, quotes: list[Quote]) -> Proposal | None:
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i), None)
    if clause is None:
        return None
    first = clause.left_edge
    if first.lower_ not in {"that", "to"} or first.tag_ in RELATIVE:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in {"by", "from", "of", "among"}:
                owner = next((c for c in child.children if c.dep_ == "pobj"), None)
    start = noun.i
    cue = (doc[start].idx, doc[start].idx + len(doc[start]))
    source = None
    if owner is not None:
        source = source_span(doc, owner, (noun.i, noun.i + 1))
        if text[source[1] - 2 : source[1]] in {"'s", "’s"}:
            source = (source[0], source[1] - 2)
    content = trim(text, *_extent(clause), quotes)
    return Proposal(noun.i, cue, source, (content,) if content else ())


def propose(
    doc: Doc, text: str, quotes: list[Quote], grid: Grid, paragraphs: set[int] | None = None
) -> list[Proposal]:
    """Proposals of one text (or of the paragraphs of these numbers), in the order of their cues.
    Those without content wait for a quotation beside them."""
    strong = reporting.all_verbs()
    weak = reporting.verbs("manner")
    nouns = reporting.nouns("speech") | reporting.nouns("attitude")
    found: list[Proposal] = []
    for index in _tokens_of(grid, paragraphs):
        lemma = grid.lemma[index].lower()
        tag = grid.tag[index]
        proposal = None
        if grid.lower[index] == "according":
            proposal = _according(doc, doc[index], text, quotes)
        elif tag.startswith("V") and (lemma in strong or lemma in weak):
            if grid.dep[index] not in {"amod", "compound", "aux", "auxpass"}:
                proposal = _verb_proposal(doc, doc[index], text, quotes, lemma not in strong)
        elif tag.startswith("N") and lemma in nouns:
            proposal = _noun_proposal(doc, doc[index], text, quotes)
        if proposal is not None:
            found.append(proposal)
    return found


def _tokens_of(grid: Grid, paragraphs: set[int] | None) -> Iterator[int]:
    """The tokens of the paragraphs of these numbers, of all if None, in their order."""
    if paragraphs is None:
        yield from range(len(grid))
        return
    for number in sorted(paragraphs):
        yield from range(bisect_left(grid.paragraph, number), bisect_right(grid.paragraph, number))


def propose_verbs(
    doc: Doc, text: str, quotes: list[Quote], grid: Grid, lemmas: frozenset[str]
) -> list[Proposal]:
    """Proposals for the verbs of these lemmas alone (a story's own), in the order of their cues."""
    found = []
    for index, lemma in enumerate(grid.lemma):
        if lemma.lower() not in lemmas or not grid.tag[index].startswith("V"):
            continue
        if grid.dep[index] not in {"amod", "compound", "aux", "auxpass"}:
            proposal = _verb_proposal(doc, doc[index], text, quotes, False)
            if proposal is not None:
                found.append(proposal)
    return found
