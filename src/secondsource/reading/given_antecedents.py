"""Whom a pronoun means, when the mentions of an article are given: one of those, or a named speaker."""

from collections.abc import Sequence

from ..lexicon import reporting, titles
from ..model.given import GivenMention, Span
from ..model.statement import Statement
from .draft import Draft
from .grid import Grid

PERSONS = {
    word: person
    for person, words in {
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves",
        "i": "i me my mine myself",
        "we": "we us our ours ourselves",
        "you": "you your yours yourself",
        "who": "who whom whose which that",
    }.items()
    for word in words.split()
}
"""Pronouns by whom they mean."""

LOOK_BACK = 4
"""Sentences before that of a pronoun in which its antecedent may stand."""

_SPEAKERS = ("i", "we")
_NO_ANTECEDENT = ("i", "we", "you", "who")

Place = tuple[str, int, int]


def antecedents(
    draft: Draft, grid: Grid, mentions: Sequence[GivenMention]
) -> dict[Place, Span | str]:
    """What each pronoun among the mentions stands for: the span of another one, or the id of the entity
    who speaks. Those of which nothing is known are left out."""
    rows = sorted(mentions, key=lambda each: (each.token, -each.end))
    found: dict[Place, Span | str] = {}
    for at, mention in enumerate(rows):
        if mention.form != "pronoun":
            continue
        person = PERSONS[mention.head]
        meant: GivenMention | str | None = None
        if person == "who":
            meant = _relative(grid, rows, at)
        elif person in _SPEAKERS:
            meant = _speaker(draft.statements, rows, mention)
        elif person != "you":
            meant = _best(grid, rows, at)
        if meant is None and person != "who":
            before = [m for m in rows[:at] if PERSONS.get(m.head) == person]
            meant = before[-1] if before else None
        if isinstance(meant, str):
            found[mention.place] = meant
        elif meant is not None:
            found[mention.place] = (meant.start, meant.end)
    return found


def _relative(grid: Grid, rows: list[GivenMention], at: int) -> GivenMention | None:
    """The mention whose head the relative clause of the pronoun hangs on; else the one before it."""
    token = grid.head[rows[at].token]
    for _ in range(LOOK_BACK):
        if grid.dep[token] in ("relcl", "acl") or grid.head[token] == token:
            break
        token = grid.head[token]
    noun = grid.head[token] if grid.dep[token] in ("relcl", "acl") else -1
    fitting = [m for m in rows if m.token == noun and m is not rows[at]]
    before = [m for m in rows[:at] if m.form != "pronoun"]
    return fitting[0] if fitting else before[-1] if before else None


def _speaker(
    statements: Sequence[Statement], rows: list[GivenMention], pronoun: GivenMention
) -> GivenMention | str | None:
    """Who speaks the words in which the pronoun stands, by the shortest statement that has a speaker."""
    around = [
        each
        for each in statements
        if any(
            piece.part == "text" and piece.start <= pronoun.start < piece.end
            for piece in each.content
        )
    ]
    for each in sorted(around, key=lambda each: sum(p.end - p.start for p in each.content)):
        source = each.source
        if source is not None and source.part == "text":
            near = [m for m in rows if m.start < source.end and source.start < m.end]
            near = [m for m in near if m is not pronoun]
            if near:
                return min(
                    near, key=lambda m: abs(m.start - source.start) + abs(m.end - source.end)
                )
        if each.speaker:
            return each.speaker
    return None


def is_person(mention: GivenMention) -> bool:
    """Whether a mention is known to be of somebody and not of something."""
    if mention.entity_kind == "person" or mention.gender:
        return True
    return mention.form == "nominal" and (
        titles.is_head(mention.lemma) or bool(reporting.titles_behind(mention.lemma))
    )


def _best(grid: Grid, rows: list[GivenMention], at: int) -> GivenMention | None:
    """The mention before the pronoun that fits it best."""
    scored = [
        (score, m.token, n)
        for n, m in enumerate(rows)
        if m.token < rows[at].token and (score := _fit(grid, rows[at], m)) is not None
    ]
    return rows[max(scored)[2]] if scored else None


def _fit(grid: Grid, pronoun: GivenMention, other: GivenMention) -> float | None:
    """Points for `other` being what the pronoun means; None if it cannot be."""
    person = PERSONS[pronoun.head]
    back = pronoun.sentence - other.sentence
    if back > LOOK_BACK or (other.start <= pronoun.start and pronoun.end <= other.end):
        return None
    if other.form == "pronoun" and PERSONS[other.head] != person:
        return None
    if grid.head[pronoun.token] == grid.head[other.token] and pronoun.tag != "PRP$":
        return None
    if person != "they" and other.plural:
        return None
    points = 30.0 - 8 * back - 0.05 * (pronoun.token - other.token)
    if person in ("he", "she"):
        if (other.gender or person) != person or other.entity_kind not in (None, "person"):
            return None
        points += 8 * is_person(other)
    elif person == "it" and (other.entity_kind == "person" or other.gender):
        return None
    elif person == "they" and not other.plural and other.form != "pronoun":
        if other.entity_kind == "person":
            return None
        points -= 6 * is_person(other)
    elif person == "they":
        points += 8
    role = grid.dep[other.token]
    points += 5 * (other.form == "pronoun") + 6 * (role in ("nsubj", "nsubjpass"))
    points -= 3 * (role == "pobj") + (role == "poss") + 5 * (pronoun.quoted != other.quoted)
    return points
