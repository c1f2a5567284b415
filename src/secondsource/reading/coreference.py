"""References inside one article: "he", "the minister", "the ministry" tied to whom the article named.

Conservative: what cannot be told is left alone. Names come from the step before.
"""

from collections import Counter
from collections.abc import Iterable

from ..lexicon import bodies, nationalities, reporting, titles
from ..model.mention import Mention
from .draft import Draft, lay_out
from .grid import Grid, grid_of
from .pronouns import SUBJECTS, Candidate, pronouns_of, stands_for

BODY_KINDS = frozenset({"government", "organization", "company", "party", "armed-force", "group"})


def find_references(draft: Draft) -> tuple[Mention, ...]:
    """All mentions of the article in the order of the laid-out text: those by name, and the noun
    phrases and pronouns that stand for them, with kind, name and entity of what they stand for."""
    if not draft.mentions:
        return draft.mentions
    text, _ = lay_out(draft.article)
    grid = grid_of(draft.doc, text)
    named = [(grid.tokens_in(*draft.locate(m.citation)), m) for m in draft.mentions]
    named = [(tokens, mention) for tokens, mention in named if len(tokens)]
    taken = {index for tokens, _ in named for index in tokens}
    genders = _genders(grid, named)
    nominal, anonymous = _nominals(draft, grid, named, taken)
    candidates = [
        Candidate(grid.head_in(tokens), mention, genders.get(mention.entity))
        for tokens, mention in [*named, *nominal]
        if mention.kind == "person"
    ]
    candidates += [Candidate(token, None, _gender_of_noun(grid, token)) for token in anonymous]
    candidates += [
        Candidate(grid.head_in(tokens), None, None)
        for tokens, mention in named
        if _may_be_surname(grid, tokens, mention)
    ]
    candidates.sort(key=lambda candidate: candidate.token)
    pronouns = pronouns_of(draft, grid, candidates, taken)
    everything = [*named, *nominal, *pronouns]
    everything.sort(key=lambda item: (item[0][0], item[0][-1]))
    return tuple(mention for _, mention in everything)


def _may_be_surname(grid: Grid, tokens: range, mention: Mention) -> bool:
    """Whether a single word that was taken for a place or some body may be the surname of somebody whom the article does
    not name in full: "Haldane refused. He said …". Known lands, capitals and bodies are what they are."""
    word = mention.name
    return (
        len(tokens) == 1
        and mention.kind in {"place-as-actor", "organization"}
        and word.istitle()
        and grid.dep[tokens[0]] in SUBJECTS
        and word not in nationalities.countries()
        and word not in nationalities.capitals()
        and word not in bodies.bodies()
        and bodies.kind_of_last(word.lower()) is None
    )


def _genders(grid: Grid, named: Iterable[tuple[range, Mention]]) -> dict[str, str]:
    """Gender of people by entity, from forms of address and the words of their roles."""
    votes: dict[str, Counter[str]] = {}
    for tokens, mention in named:
        if mention.kind != "person":
            continue
        words = [word for title in mention.titles for word in title.lower().split()]
        first = tokens[0]
        words += [grid.lower[i] for i in range(max(0, first - 2), first + 1)]
        for word in words:
            gender = reporting.gender_of(word)
            if gender:
                votes.setdefault(mention.entity, Counter())[gender] += 2
        given = titles.gender_of_given_name(mention.name.partition(" ")[0])
        if given and " " in mention.name:
            # A form of address tells more than a first name.
            votes.setdefault(mention.entity, Counter()).setdefault(given, 1)
        elif not given and titles.is_womans_surname(mention.name.rpartition(" ")[2]):
            votes.setdefault(mention.entity, Counter()).setdefault("she", 1)
    return {
        entity: max(sorted(count), key=lambda gender: count[gender])
        for entity, count in votes.items()
    }


def _gender_of_noun(grid: Grid, token: int) -> str | None:
    return reporting.gender_of(grid.lower[token])


def _phrase(grid: Grid, head: int) -> tuple[int, int]:
    """Tokens (half-open) of a noun phrase from its determiner to its head, and "of" after it."""
    start = head
    for child in grid.children[head]:
        if child < head and grid.dep[child] in {
            "det",
            "amod",
            "compound",
            "poss",
            "nmod",
            "nummod",
        }:
            start = min(start, child)
    end = head + 1
    for child in grid.children[head]:
        if grid.lower[child] == "of" and child == head + 1:
            objects = [c for c in grid.children[child] if grid.dep[c] == "pobj"]
            if len(objects) == 1 and titles.is_portfolio(grid.lower[objects[0]]):
                end = objects[0] + 1
    return start, end


def _nominals(
    draft: Draft, grid: Grid, named: list[tuple[range, Mention]], taken: set[int]
) -> tuple[list[tuple[range, Mention]], list[int]]:
    """Definite noun phrases that stand for somebody named before, and the heads of noun phrases for
    people whom the article does not name."""
    found: list[tuple[range, Mention]] = []
    anonymous: list[int] = []
    before: list[tuple[int, Mention]] = []
    queue = iter(named)
    upcoming = next(queue, None)
    at_token = {index: mention for tokens, mention in named for index in tokens}
    for token, tag in enumerate(grid.tag):
        while upcoming is not None and upcoming[0][0] <= token:
            before.append((upcoming[0][0], upcoming[1]))
            upcoming = next(queue, None)
        if tag not in {"NN", "NNP", "NNPS", "NNS"} or token in taken:
            continue
        word = grid.lower[token]
        person = titles.is_head(word) or bool(reporting.titles_behind(word))
        person = person or reporting.gender_of(word) is not None
        body = bodies.kind_of_last(word) is not None or word in _OF_FIRMS
        if not person and not body:
            continue
        if grid.dep[token] in {"compound", "amod", "attr", "nmod"}:
            continue
        start, end = _phrase(grid, token)
        applied = any(
            index in at_token and at_token[index].kind == "person"
            for child in grid.children[token]
            if grid.dep[child] == "appos"
            for index in (child,)
        )
        if applied or grid.dep[token] == "appos":
            continue
        definite = grid.lower[start] in {"the", "this", "that"}
        mention = None
        if definite and tag in {"NN", "NNP"} and grid.quote[token] < 0:
            words = grid.lower[start + 1 : token]
            if person:
                mention = _person_behind(grid, before, token, words, grid.lower[token:end])
            elif not any(index in taken for index in range(start, end)):
                mention = _body_behind(grid, before, token, words)
        if mention is not None:
            found.append(
                (range(start, end), stands_for(draft, grid, range(start, end), mention, ""))
            )
            before.append((token, mention))
        elif person and tag in {"NN", "NNP"}:
            anonymous.append(token)
    return found, anonymous


def _latest(
    grid: Grid, fitting: list[tuple[int, Mention]], token: int, paragraphs: int
) -> Mention | None:
    """The fitting mention that stands nearest before `token`, unless another entity that fits stands
    in the same or the paragraph before as well."""
    here = grid.paragraph[token]
    near = [(i, m) for i, m in fitting if here - grid.paragraph[i] <= paragraphs]
    if not near:
        return None
    entities = {m.entity for _, m in near}
    return near[-1][1] if len(entities) == 1 else None


def _person_behind(
    grid: Grid, before: list[tuple[int, Mention]], token: int, words: list[str], head: list[str]
) -> Mention | None:
    """The person whose role the words of a definite noun phrase name."""
    noun = head[0]
    countries = nationalities.demonyms()
    wanted = {countries[w.capitalize()].name for w in words if w.capitalize() in countries}
    others = {w for w in words if w.capitalize() not in countries and w.isalpha()}
    roles: dict[str, set[str]] = {}
    homes: dict[str, str] = {}
    for _, mention in before:
        if mention.kind != "person" or mention.former:
            continue
        spoken = {w.strip(".,").lower() for title in mention.titles for w in title.split()}
        roles.setdefault(mention.entity, set()).update(spoken)
        if mention.affiliation:
            homes.setdefault(mention.entity, mention.affiliation)
    stands = reporting.titles_behind(noun) | {noun}
    exact = [
        (i, m)
        for i, m in before
        if m.kind == "person"
        and noun in roles.get(m.entity, set())
        and others - {"current", "new", "then"} <= roles[m.entity]
        and (not wanted or homes.get(m.entity) in wanted)
    ]
    if exact:
        return _latest(grid, exact, token, 40) or _latest(grid, exact, token, 1)
    if noun == "official" or others:
        return None
    loose = [
        (i, m)
        for i, m in before
        if m.kind == "person"
        and stands & roles.get(m.entity, set())
        and (not wanted or homes.get(m.entity) in wanted)
    ]
    return _latest(grid, loose, token, 2)


_OF_THE_STATE = frozenset({"army", "military", "navy"})
"""Words that, left alone, mean the forces of the land: "the army" is not the Lamu Liberation Army that it fights."""


def _is_of_a_land(name: str, noun: str) -> bool:
    """Whether a body has in its name nothing but a land, or its people, and the noun: "Kenyan army"."""
    rest = " ".join(word for word in name.split() if word.lower() not in {noun, "the", "royal"})
    return rest in nationalities.demonyms() or rest in nationalities.countries()


_OF_FIRMS: dict[str, frozenset[str]] = {
    "company": frozenset(),
    "firm": frozenset(),
    "airline": frozenset({"air", "airways", "airlines", "aviation"}),
    "carrier": frozenset({"air", "airways", "airlines", "aviation"}),
    "miner": frozenset({"mining", "metals", "minerals", "gold", "resources"}),
    "insurer": frozenset({"insurance", "assurance"}),
    "lender": frozenset({"bank"}),
    "utility": frozenset({"power", "electric", "energy", "water", "gas"}),
}
"""Nouns that take up a company named before, and the words of which its name must have one (empty: any company)."""


def _body_behind(
    grid: Grid, before: list[tuple[int, Mention]], token: int, words: list[str]
) -> Mention | None:
    """The body of which a definite noun phrase names the kind: "the ministry"."""
    noun = grid.lower[token]
    others = {w for w in words if w.isalpha()}
    of_any = noun in {"organization", "organisation", "alliance", "bloc"} and not others
    organizations = [(i, m) for i, m in before if of_any and m.kind == "organization"]
    if organizations and grid.paragraph[organizations[-1][0]] == grid.paragraph[token]:
        return _latest(grid, organizations, token, 0)  # nearer than one that ends in the word
    fitting = [
        (i, m)
        for i, m in before
        if m.kind in BODY_KINDS
        and noun in m.name.lower().split()
        and others <= set(m.name.lower().split())
        and len(m.name.split()) > 1
        and (noun not in _OF_THE_STATE or _is_of_a_land(m.name, noun))
    ]
    if fitting:
        return _latest(grid, fitting, token, 40) or _latest(grid, fitting, token, 1)
    if noun in _OF_FIRMS and not others:
        # What something was only posted "on" is no company that the article speaks of.
        wanted = _OF_FIRMS[noun]
        firms = [
            (i, m)
            for i, m in before
            if m.kind == "company"
            and grid.lower[i - 1] != "on"
            and (not wanted or not wanted.isdisjoint(m.name.lower().split()))
        ]
        return _latest(grid, firms, token, 2)
    return _latest(grid, organizations, token, 1)
