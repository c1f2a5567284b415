"""Evidence: the anchored readings of a story with their lineage, and look-ups over them."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

import msgspec

from ..model.article import Article
from ..model.event import EventMention
from ..model.figure import Figure
from ..model.lineage import Alteration, Lineage, Passage, facts_changed, told_to
from ..model.mention import Mention, Time
from ..model.reading import Reading
from ..model.statement import Statement
from ..model.text import Citation, Reference
from .judged import NOTHING_JUDGED, Judged
from .standing import UNKNOWN_NEWSROOM


@dataclass(frozen=True)
class Evidence:
    """What the record is made from. `readings` are anchored and sorted by article id; `judged` is what
    people decided; `is_chapter` says that it is that of one chapter, whose actors other chapters may name too."""

    readings: tuple[Reading, ...]
    lineage: Lineage
    judged: Judged = NOTHING_JUDGED
    is_chapter: bool = False

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {reading.article.id: reading.article for reading in self.readings}

    @cached_property
    def reading_of(self) -> dict[str, Reading]:
        """Readings by article id."""
        return {reading.article.id: reading for reading in self.readings}

    @cached_property
    def statements(self) -> dict[str, tuple[str, Statement]]:
        """Statement id -> (article id, Statement)."""
        return {
            statement.id: (reading.article.id, statement)
            for reading in self.readings
            for statement in reading.statements
        }

    @cached_property
    def event_mentions(self) -> dict[str, tuple[str, EventMention]]:
        """EventMention id -> (article id, EventMention)."""
        return {
            event.id: (reading.article.id, event)
            for reading in self.readings
            for event in reading.events
        }

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Mentions of actors by id."""
        return {mention.id: mention for reading in self.readings for mention in reading.mentions}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for reading in self.readings for figure in reading.figures}

    @cached_property
    def times(self) -> dict[str, Time]:
        """Time expressions by id."""
        return {time.id: time for reading in self.readings for time in reading.times}

    @cached_property
    def _newsrooms(self) -> dict[str, Reference]:
        return {
            newsroom.id: Reference(id=newsroom.id, name=newsroom.name)
            for newsroom in self.lineage.newsrooms
        }

    @cached_property
    def passages_into(self) -> dict[str, list[Passage]]:
        """Article id -> the passages that it took over, in the order of the lineage."""
        into: dict[str, list[Passage]] = {}
        for passage in self.lineage.passages:
            into.setdefault(passage.to, []).append(passage)
        return into

    @cached_property
    def _changed_in(self) -> dict[str, list[tuple[Alteration, Citation, Citation]]]:
        """Article id -> what it changed in sentences that it took over, with the original sentence and its own."""
        changed: dict[str, list[tuple[Alteration, Citation, Citation]]] = {}
        outlets = {id: article.outlet for id, article in self.articles.items()}
        for passage in self.lineage.passages:
            for alteration in facts_changed(passage, outlets):
                original, copy = alteration.citations
                changed.setdefault(passage.to, []).append((alteration, original, copy))
        return changed

    def changed_at(
        self, article: str, sentence: Citation
    ) -> list[tuple[Alteration, Citation, Citation]]:
        """What an article changed in a sentence that it took over: the alterations, each with the original sentence and
        the article's own."""
        return [
            found
            for found in self._changed_in.get(article, ())
            if sentence.part == found[2].part
            and found[2].start < sentence.end
            and sentence.start < found[2].end
        ]

    def own_newsroom(self, article: str) -> Reference:
        """The newsroom of an article as a whole; the unknown one if lineage names none."""
        return self._newsrooms.get(self.lineage.newsroom_of.get(article, ""), UNKNOWN_NEWSROOM)

    def newsroom_at(self, article: str, citation: Citation) -> Reference:
        """Whose reporting the words at `citation` are: that of the original if they lie in text that
        comes from another article (followed to its end), that of the paper in a paragraph with what somebody told it
        itself, else the article's own."""
        own = self._told_itself(article, citation)
        if own is not None and self._original_of(article, citation) is None:
            return own
        seen = {article}
        while (original := self._original_of(article, citation)) and original[0] not in seen:
            article, citation = original
            seen.add(article)
        return self.own_newsroom(article)

    def _told_itself(self, article: str, citation: Citation) -> Reference | None:
        """The paper's own newsroom, where the words lie in a paragraph with what somebody told the paper itself."""
        newsroom = self.lineage.told_itself.get(article)
        outlet = self.articles[article].outlet
        if newsroom is None or outlet is None or citation.part != "text":
            return None
        text = self.articles[article].text
        first = text.rfind("\n", 0, citation.start) + 1
        last = text.find("\n", citation.end)
        told = re.search(told_to(outlet), text[first : last if last >= 0 else len(text)])
        return self._newsrooms.get(newsroom) if told else None

    def printed_by(self, article: str, citation: Citation) -> Reference | None:
        """The newsroom of the paper that printed the words at `citation`, where they lie in text that looks reworked from
        another paper's: then it is not sure whose reporting they are. None for copies, agencies' texts and what is its own."""
        reworked = self._reworked_into.get(article)
        paper = self._newsroom_of_outlet.get(self.articles[article].outlet or "")
        if reworked is None or paper is None:
            return None
        newsroom = self.newsroom_at(article, citation)
        if paper == newsroom:
            return None
        as_a_whole = newsroom == self.own_newsroom(article)
        is_reworked = as_a_whole or any(self._aligned(each, citation) for each in reworked)
        return paper if is_reworked else None

    @cached_property
    def _reworked_into(self) -> dict[str, list[Passage]]:
        """Article id -> the passages that it took over in other words."""
        into: dict[str, list[Passage]] = {}
        for passage in self.lineage.passages:
            if passage.kind in _REWORKED:
                into.setdefault(passage.to, []).append(passage)
        return into

    def has_outlet(self, name: str) -> bool:
        """Whether reports of the story are an outlet's of this name, with or without "the"."""
        return bool(name) and name.removeprefix("the ") in self._newsroom_of_outlet

    @cached_property
    def _newsroom_of_outlet(self) -> dict[str, Reference]:
        """Name of an outlet -> the newsroom that most of its articles have."""
        counts: dict[str, Counter[str]] = {}
        for article in self.articles.values():
            if article.outlet and (newsroom := self.lineage.newsroom_of.get(article.id)):
                counts.setdefault(article.outlet, Counter())[newsroom] += 1
        most = {
            outlet: min(of_outlet, key=lambda id: (-of_outlet[id], id))
            for outlet, of_outlet in counts.items()
        }
        return {outlet: self._newsrooms[id] for outlet, id in most.items() if id in self._newsrooms}

    def is_verbatim(self, article: str, citation: Citation) -> bool:
        """False when the article's quotations, or those of the passage in which the words lie, cannot be
        word for word."""
        if article in self.lineage.unverbatim:
            return False
        return all(
            passage.verbatim
            for passage in self.passages_into.get(article, ())
            if self._aligned(passage, citation)
        )

    def _original_of(self, article: str, citation: Citation) -> tuple[str, Citation] | None:
        for passage in self.passages_into.get(article, ()):
            original = self._aligned(passage, citation)
            if original:
                return passage.from_, original
        return None

    @staticmethod
    def _aligned(passage: Passage, citation: Citation) -> Citation | None:
        for span in passage.spans:
            copy = span.copy
            middle = (citation.start + citation.end) // 2
            if copy.part == citation.part and copy.start <= middle < copy.end:
                return _at_same_place(citation, copy, span.original)
        return None

    def first_hand(self, article: str, sentence: Citation) -> bool:
        """Whether a sentence shows that the newsroom was there or saw it itself: it names its own
        reporter or paper as the one who saw, or says "here" under a dateline. Text that comes from
        another article shows it of that one's newsroom."""
        words = sentence.words
        lowered = words.lower()
        if any(name in lowered for name in _REPORTERS) and _OWN_EYES.search(words):
            return True
        source = self.articles[article]
        if source.dateline is not None and "here" in words and _HERE.search(words):
            return True
        return bool(source.outlet and " by " in words and _seen_by(source.outlet).search(words))


@lru_cache(maxsize=10_000)
def _seen_by(outlet: str) -> re.Pattern[str]:
    """How a paper writes of itself that it saw something."""
    return re.compile(
        rf"\b(?:seen|obtained|reviewed|counted|witnessed|visited) by (?:the )?"
        rf"{re.escape(outlet.removeprefix('The '))}\b"
    )


def _at_same_place(citation: Citation, copy: Citation, original: Citation) -> Citation:
    """Where in a passage the words stand that a copy of it has at `citation`: as far from its beginning, in proportion to
    the lengths of both."""
    share = (original.end - original.start) / (copy.end - copy.start)
    start = original.start + int((max(citation.start, copy.start) - copy.start) * share)
    end = original.start + int((min(citation.end, copy.end) - copy.start) * share)
    return msgspec.structs.replace(original, start=start, end=max(end, start + 1), words="")


_REWORKED = frozenset({"rewrite", "edited"})
"""Kinds of passages of which the words were changed: two papers that tell of one speech can look so too."""

_OWN_EYES = re.compile(
    r"\b(?:this reporter|this correspondent|our (?:own )?(?:reporter|correspondent)|"
    r"(?:seen|obtained|reviewed|counted|witnessed) by (?:this (?:newspaper|paper|reporter)|"
    r"(?:a|the) (?:reporter|correspondent|journalist)s?)|"
    r"(?:a|the) (?:reporter|correspondent) (?:of|for|from) (?:this|our) \w+)\b",
    re.IGNORECASE,
)
"""How papers say that they saw it themselves (own list, from English news prose)."""

_REPORTERS = ("reporter", "correspondent", "journalist", "paper")
"""One of these stands in each of them: most sentences have none, and that is seen sooner."""

_HERE = re.compile(r"\bhere\b")
