"""What one article tells of mentions that a caller gives: head, arguments, names, surroundings.

The spans are taken as they are; nothing is added to them and nothing is known of what belongs together.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..lexicon import nationalities, reporting
from ..lexicon.stems import stem
from ..model.article import Article
from ..model.given import GivenForm, GivenKind, GivenMention, GivenReading, Span
from ..model.mention import Mention
from ..model.reading import Reading
from .draft import Draft, lay_out
from .given_antecedents import PERSONS, antecedents
from .given_arguments import NAMES, Arguments, arguments_of, called, is_content
from .grid import Grid, grid_of
from .reader import Reader

LEAD = 3
"""Sentences that tell what a report is about."""


def read_given(
    reader: Reader, article: Article, spans: Mapping[GivenKind, Iterable[Span]]
) -> GivenReading:
    """The reading of an article and of the given spans of its body; a span without a word in it is
    left out. Actors' pronouns get their antecedents among the given actors."""
    text, parts = lay_out(article)
    draft = reader.draft_of(article, reader.pipeline(text), parts)
    around = Around(draft, grid_of(draft.doc, text))
    found = {
        kind: [
            around.mention(kind, span, tokens)
            for span in sorted(set(spans[kind]))
            if (tokens := around.tokens(span))
        ]
        for kind in sorted(spans)
    }
    actors = found.get("actor", [])
    meant = antecedents(draft, around.grid, actors)
    found["actor"] = [replace(each, antecedent=meant.get(each.place)) for each in actors]
    return GivenReading(
        reading=Reading(
            article=article,
            mentions=draft.mentions,
            times=draft.times,
            places=draft.places,
            events=draft.events,
        ),
        mentions=tuple(sorted((m for row in found.values() for m in row), key=lambda m: m.place)),
        stems=around.counted(lambda token: True),
        lead=around.counted(lambda token: around.grid.sentence[token] < LEAD),
        names=around.counted(lambda token: around.grid.tag[token] in NAMES),
        called=called(around.grid, around.stems),
    )


@dataclass(frozen=True)
class Around:
    """A draft with look-ups by token."""

    draft: Draft
    grid: Grid

    def tokens(self, span: Span) -> range:
        """The tokens of a span."""
        return self.grid.tokens_in(*span)

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each token's lemma."""
        return [stem(lemma) if lemma.strip() else "" for lemma in self.grid.lemma]

    def counted(self, wanted: Callable[[int], bool]) -> Counter[str]:
        """How often each content stem occurs among the tokens that are wanted."""
        grid = self.grid
        return Counter(self.stems[i] for i in range(len(grid)) if is_content(grid, i) and wanted(i))

    @cached_property
    def named(self) -> dict[int, tuple[Mention, bool]]:
        """By token the mention of the article that covers it, and whether it is that mention's head."""
        found: dict[int, tuple[Mention, bool]] = {}
        for mention in self.draft.mentions:
            if mention.citation.part == "text":
                tokens = self.tokens((mention.citation.start, mention.citation.end))
                if not len(tokens):
                    continue
                for token in tokens:
                    found.setdefault(token, (mention, False))
                found[head_of(self.grid, tokens)] = (mention, True)
        return found

    @cached_property
    def arguments(self) -> Arguments:
        """What stands for the arguments of heads."""
        return Arguments(self.grid, self.stems, {i: m.name for i, (m, _) in self.named.items()})

    @cached_property
    def sentences(self) -> dict[int, list[int]]:
        """The tokens of each sentence."""
        found: dict[int, list[int]] = {}
        for token, number in enumerate(self.grid.sentence):
            found.setdefault(number, []).append(token)
        return found

    @cached_property
    def types(self) -> dict[int, str]:
        """The type of the article's own event by the tokens of its trigger."""
        return {
            token: event.type
            for event in self.draft.events
            if event.citation.part == "text"
            for token in self.tokens((event.citation.start, event.citation.end))
        }

    @cached_property
    def times(self) -> dict[int, frozenset[str]]:
        """Stems of the times of each sentence."""
        found: dict[int, set[str]] = {}
        for time in self.draft.times:
            if time.citation.part == "text":
                for token in self.tokens((time.citation.start, time.citation.end)):
                    if self.grid.tag[token][:2] in ("NN", "CD"):
                        found.setdefault(self.grid.sentence[token], set()).add(self.stems[token])
        return {number: frozenset(words) for number, words in found.items()}

    @cached_property
    def places(self) -> dict[int, frozenset[str]]:
        """Names of the places of each sentence, in lower case."""
        found: dict[int, set[str]] = {}
        for place in self.draft.places:
            if place.citation.part == "text":
                for token in self.tokens((place.citation.start, place.citation.end)):
                    found.setdefault(self.grid.sentence[token], set()).add(place.name.casefold())
        return {number: frozenset(names) for number, names in found.items()}

    def mention(self, kind: GivenKind, span: Span, tokens: range) -> GivenMention:
        """The given mention at a span."""
        grid, stems = self.grid, self.stems
        head = head_of(grid, tokens)
        content = frozenset(stems[i] for i in tokens if is_content(grid, i))
        doers, undergoers, others = arguments_of(self.arguments, head)
        named = self._named_at(head)
        sentence = grid.sentence[head]
        upper = grid.head[head]
        return GivenMention(
            article=self.draft.article.id,
            start=span[0],
            end=span[1],
            kind=kind,
            form=_form(grid, tokens, head, named),
            words=tuple(grid.lower[i] for i in tokens),
            head=grid.lower[head],
            lemma=grid.lemma[head].lower(),
            stem=stems[head],
            tag=grid.tag[head],
            phrase=" ".join(stems[i] for i in tokens if grid.tag[i] not in _UNTOLD),
            content=content,
            surroundings=frozenset(
                stems[i]
                for i in self.sentences[sentence]
                if i not in tokens and is_content(grid, i)
            ),
            doers=frozenset(doers) - content,
            undergoers=frozenset(undergoers) - content,
            others=frozenset(others) - content,
            times=self.times.get(sentence, frozenset()),
            places=self.places.get(sentence, frozenset()),
            event_type=self.types.get(head),
            entity=named.entity if named else None,
            entity_kind=named.kind if named else None,
            titles=frozenset(stem(w) for title in named.titles for w in title.split())
            if named
            else frozenset(),
            proper=frozenset(
                grid.lower[i] for i in tokens if grid.tag[i] in NAMES and is_content(grid, i)
            ),
            numbers=frozenset(grid.lemma[i] for i in tokens if grid.tag[i] == "CD"),
            lands=_lands([grid.text[grid.start[i] : grid.end[i]] for i in tokens]),
            plural=_is_plural(grid, tokens, head),
            gender=_gender(grid, tokens),
            governor=f"{stems[upper]} {grid.dep[head]}" if upper != head else "",
            quoted=grid.quote[head] >= 0,
            sentence=sentence,
            token=head,
            vector=self._vector([head]),
            phrase_vector=self._vector([i for i in tokens if is_content(grid, i)]),
        )

    def _named_at(self, head: int) -> Mention | None:
        found = self.named.get(head)
        return found[0] if found and (found[1] or self.grid.tag[head] in NAMES) else None

    def _vector(self, tokens: list[int]) -> Any:
        """The direction of the word vectors of tokens, together."""
        vocab = self.draft.doc.vocab
        total = np.zeros(vocab.vectors_length or 1, dtype=np.float32)
        for token in tokens:
            for word in (self.grid.lower[token], self.grid.lemma[token]):
                if vocab.has_vector(word):
                    total += np.asarray(vocab.get_vector(word), dtype=np.float32)
                    break
        length = float(np.linalg.norm(total))
        return total / length if length else total


_UNTOLD = frozenset({"DT", "POS", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "_SP", "HYPH"})
"""Tags of tokens without which a phrase is still the same."""


def head_of(grid: Grid, tokens: range) -> int:
    """The first token that hangs on nothing inside the span; punctuation only where there is no word."""
    words = [i for i in tokens if grid.tag[i][:1].isalpha() and grid.tag[i] != "HYPH"] or list(
        tokens
    )
    return next(
        (i for i in words if grid.head[i] not in tokens or grid.head[i] == i),
        words[0],
    )


def _form(grid: Grid, tokens: range, head: int, named: Mention | None) -> GivenForm:
    if len(tokens) <= 2 and grid.lower[head] in PERSONS and grid.tag[head][:1] in "PWDI":
        return "pronoun"
    if grid.tag[head][:1] == "V":
        return "verb"
    is_name = grid.tag[head] in NAMES or (named is not None and named.form == "name")
    return "name" if is_name else "nominal"


def _is_plural(grid: Grid, tokens: range, head: int) -> bool:
    joined = any(grid.dep[i] == "conj" and i in tokens for i in grid.children[head])
    return joined or grid.tag[head] in ("NNS", "NNPS")


def _gender(grid: Grid, tokens: range) -> str | None:
    found = [gender for i in tokens if (gender := reporting.gender_of(grid.lower[i]))]
    return found[-1] if found else None


def _lands(words: list[str]) -> frozenset[str]:
    """The countries that words name, themselves, by adjective or by capital."""
    found = set()
    for size in (1, 2):
        for at in range(len(words) - size + 1):
            name = " ".join(words[at : at + size])
            for table in (
                nationalities.countries(),
                nationalities.demonyms(),
                nationalities.capitals(),
            ):
                if name in table:
                    found.add(table[name].name)
    return frozenset(found)
