"""Whose people are: the bodies that somebody speaks or works for, and those that a body is part of.

Everything that any report of the story says of it counts, and what a table of agencies says: a tie that one
paper does not mention still holds there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from ..lexicon.bodies import bodies, is_of_parliament
from ..lexicon.outlets import outlet_named
from ..lexicon.tables import read_rows
from ..lexicon.titles import (
    is_before,
    is_courtesy,
    is_head,
    is_modifier,
    is_past,
    is_portfolio,
    is_private,
)
from ..model.mention import Mention
from ..model.statement import Statement
from .actors import Actors
from .evidence import Evidence
from .parties import is_country, is_proper, key_of
from .words import normalised

BODY_KINDS = frozenset({"organization", "company", "government", "armed-force", "party", "group"})
"""Kinds of mentions that somebody may work for."""

FARTHEST = 90
"""Characters between a name and the body of its apposition, at most: longer roles hold other people's."""

_JOINING = frozenset({"and", "of", "for", "the", "a", "an", "at", "with", "in", "its"})
_AFTER_NAME = re.compile(r",\s+(?P<role>[^,.;:“”\"()]{0,80}?)\s*$")
_BEHIND_BODY = re.compile(
    r"(?:['’]s?)?\s+(?P<role>[a-z][a-z -]{2,60}?)(?=[,.;]|\s+(?:who|and|said)\b|$)"
)
_PART_OF = re.compile(
    r"(?:['’]s?\s+"
    r"|,?\s+(?:which is |is )?(?:an?|the) (?:[a-z-]+ ){0,2}(?:agency|unit|arm|division|part|branch|bureau|office|"
    r"subsidiary|service|committee|panel|affiliate) (?:of|in|within|at|under) (?:the )?)$"
)


LEAST_SHARE = 0.1
"""Share of the articles that tell most of somebody's bodies, below which a tie is a slip of one paper or ours."""


class Belonging:
    """Keys (`key_of`) of the bodies that the actors of a story belong to, by the id of the actor."""

    def __init__(self, evidence: Evidence, actors: Actors) -> None:
        self._actors = actors
        self._told: dict[str, dict[str, set[str]]] = {}
        for reading in evidence.readings:
            article = reading.article.id
            for mention in reading.mentions:
                actor = actors.actor_of_mention.get(mention.id)
                if mention.affiliation and not mention.former:
                    self._tie(actor, mention.affiliation, article)
                if mention.kind == "person":
                    for title in mention.titles:
                        for body in _bodies_of_office(title):
                            self._tie(actor, body, article)
            for statement in reading.statements:
                actor = actors.actor_of_entity.get(statement.speaker or "")
                if statement.voice.kind == "named":
                    for name in (statement.voice.affiliation, statement.voice.party):
                        self._tie(actor, name, article)
            for one, of in _tied(reading.mentions, reading.article.text):
                self._tie(actors.actor_of_mention.get(one.id), of.name, article)
        self._doubles: dict[str, set[str]] = {}
        for first, second in actors.unsure:
            self._doubles.setdefault(first, set()).add(second)
            self._doubles.setdefault(second, set()).add(first)

    def _tie(self, actor: str | None, body: str | None, article: str) -> None:
        known = self._actors.by_id.get(actor or "")
        if known is None or not body or not is_proper(body):
            return
        if known.kind != "person" and is_country(body):
            # A company is of its country and does not speak for it.
            return
        if body not in known.names:
            self._told.setdefault(known.id, {}).setdefault(key_of(body), set()).add(article)

    def of_actor(self, actor: str) -> frozenset[str]:
        """The bodies of an actor and of everybody who may be the same."""
        found: set[str] = set()
        for one in {actor, *self._doubles.get(actor, ())}:
            known = self._actors.by_id.get(one)
            if known is None:
                continue
            told = self._told.get(one, {})
            most = max(map(len, told.values()), default=0)
            if known.kind != "person":
                found |= {key_of(name) for name in (known.name, *known.names)}
                most = max(most, len(known.articles))
            found |= {
                body for body, articles in told.items() if len(articles) >= LEAST_SHARE * most
            }
        return frozenset(found - {""})

    def of_voice(self, actor: str, statements: Iterable[Statement]) -> tuple[str, ...]:
        """The bodies of a voice, sorted, by what is known of the actor, else by what its statements say."""
        found = set(self.of_actor(actor))
        if actor not in self._actors.by_id:
            for statement in statements:
                found |= self._of_statement(statement)
        return tuple(sorted(found | {above for body in found for above in bodies_above(body)}))

    def _of_statement(self, statement: Statement) -> set[str]:
        voice = statement.voice
        if voice.kind in ("unstated", "unknown", "newsroom"):
            return set()
        names = [voice.party, voice.affiliation, voice.name]
        if voice.kind == "document" or (voice.affiliation and is_country(voice.affiliation)):
            names.remove(voice.affiliation)
        if voice.kind == "document":
            names = [name for name in names if name != voice.name]
        found = {key_of(name) for name in names if name and is_proper(name)}
        if voice.kind in ("anonymous", "document"):
            found |= set(self._named_in(voice.description or voice.name or ""))
        return found - {""}

    def _named_in(self, description: str) -> Iterator[str]:
        """Keys of the bodies of the story that a description names: "a Coast Survey report"."""
        words = re.findall(r"[\w.&-]+", description)
        for start in range(len(words)):
            if not words[start][:1].isupper():
                continue
            for end in range(min(len(words), start + 7), start, -1):
                name = " ".join(words[start:end])
                actor = self._actors.by_name.get(normalised(name))
                if (actor is not None and actor.kind in BODY_KINDS) or name in bodies():
                    yield key_of(name)
                    break


def _tied(mentions: Iterable[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of somebody (or a body) and the body that the words between them say he belongs to."""
    here = sorted(
        (
            mention
            for mention in mentions
            if mention.citation.part == "text"
            and mention.form == "name"
            and (mention.kind == "person" or mention.kind in BODY_KINDS)
        ),
        key=lambda mention: (mention.citation.start, mention.citation.end),
    )
    for one, two in pairwise(here):
        gap = text[one.citation.end : two.citation.start]
        if len(gap) > FARTHEST:
            continue
        if one.kind in BODY_KINDS and two.kind in BODY_KINDS:
            if one.entity != two.entity and _PART_OF.match(gap):
                possessive = gap.lstrip()[:1] in "'’" and gap.strip()
                yield (two, one) if possessive else (one, two)
        elif one.kind in BODY_KINDS and two.kind == "person":
            role = re.match(r"(?:['’]s?)?\s+(?P<role>(?:[\w.&-]+\s+)*)$", gap)
            if role and _is_role(role["role"]):
                yield two, one
        elif one.kind == "person" and two.kind in BODY_KINDS:
            role = _AFTER_NAME.match(gap)
            if role is None:
                continue
            before = role["role"]
            if before in ("", "the", "a", "an"):
                behind = _BEHIND_BODY.match(text, two.citation.end)
                before = behind["role"] if behind else ""
            if _has_head(before):
                yield one, two


def _is_role(words: str) -> bool:
    """Whether these words, which stand between a body and a name, are nothing but his office there."""
    return all(_in_role(word.casefold()) for word in words.split())


def _in_role(word: str) -> bool:
    return (
        is_head(word)
        or is_modifier(word)
        or is_portfolio(word)
        or is_before(word)
        or is_courtesy(word)
        or word in _JOINING
    ) and not is_past(word)


def _has_head(words: str) -> bool:
    lower = words.casefold().split()
    return any(is_head(word) for word in lower) and not any(is_past(word) for word in lower)


_OFFICE = re.compile(
    r"(?P<portfolio>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:[Ss]ecretary|[Mm]inister)$|"
    r"(?:[Ss]ecretary|[Mm]inister) (?:of|for) (?:the )?(?P<other>[A-Z][\w-]+)"
)


def _bodies_of_office(title: str) -> Iterator[str]:
    """The department or ministry of which an office is the head: "Fisheries Secretary"."""
    found = _OFFICE.search(title)
    portfolio = found and (found["portfolio"] or found["other"])
    if portfolio and not any(
        is_modifier(word.casefold()) and word.casefold() in _DEPUTIES for word in title.split()
    ):
        yield f"{portfolio} Department"


_DEPUTIES = frozenset({"press", "prime", "general", "permanent", "first"})
"""Words before "secretary" or "minister" that name no department."""


@cache
def _table_above() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for names, above in read_rows("bodies_above.tsv"):
        for name in names.split("|"):
            found.setdefault(key_of(name), set()).update(map(key_of, above.split("|")))
    return {name: frozenset(above) for name, above in found.items()}


def bodies_above(key: str) -> frozenset[str]:
    """Keys of the bodies that the body of this key is part of, by the table, up to the top."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        below = waiting.pop()
        for above in _table_above().get(below, frozenset()) | _chambers(below):
            if above not in found:
                found.add(above)
                waiting.append(above)
    return frozenset(found)


def _chambers(key: str) -> frozenset[str]:
    """The chamber of a parliament whose committee this is: "house" for "house fisheries committee" and for
    "us house of representatives"."""
    words = key.split()
    return frozenset(
        word
        for before, word in pairwise(["", *words])
        if is_of_parliament(word) and before != "white" and len(words) > 1
    )


def is_of_the_press(names: Iterable[str], descriptions: Iterable[str]) -> bool:
    """Whether somebody is a journalist: what he is called says so, or all that he is said to belong to are
    outlets of news."""
    words = {word.casefold().strip(",") for each in descriptions for word in each.split()}
    belonging = list(names)
    return bool(words & _JOURNALISTS) or (
        bool(belonging) and all(outlet_named(name) is not None for name in belonging)
    )


_JOURNALISTS = frozenset(
    """reporter correspondent columnist anchor anchorman anchorwoman newscaster presenter broadcaster journalist
    blogger commentator""".split()
)


def needs_a_body(descriptions: Iterable[str]) -> bool:
    """Whether what somebody is called is an office or a profession in some body, so that without its name
    it is not known whose voice it is: "the chief executive", but not "a fisherman"."""
    words = {word.casefold().strip(",") for each in descriptions for word in each.split()}
    return any(is_head(word) and not is_private(word) for word in words)
