"""What judgements are about: every mention of the readings by its id, and subjects found again by
their words where a changed rule or a new version of the text gave a mention another id."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...model.judgement import Judgement, SubjectKind
from ...model.lineage import Lineage
from ...model.reading import Reading
from ...model.text import Citation


@dataclass(frozen=True)
class Subject:
    """Something that can be judged: its id, what it is, and the words that it stands at, with their
    article. `entity` is an actor mention's chain in its article."""

    id: str
    kind: SubjectKind
    citation: Citation
    entity: str | None = None


def subjects_of(reading: Reading) -> Iterator[Subject]:
    """All that can be judged of one article, the article itself first."""
    article = reading.article.id
    yield Subject(article, "article", Citation(start=0, end=0, words="", article=article))
    for mention in reading.mentions:
        yield Subject(mention.id, "actor", mention.citation.of(article), mention.entity)
    for event in reading.events:
        yield Subject(event.id, "event", event.citation.of(article))
    for figure in reading.figures:
        yield Subject(figure.id, "figure", figure.citation.of(article))
    for statement in reading.statements:
        if statement.content:
            yield Subject(statement.id, "utterance", statement.content[0].of(article))


@dataclass(frozen=True)
class Subjects:
    """All that can be judged in a story: `gathered` gives it when the first judgement asks, since where nobody judged it
    would be a tenth of all that is in memory."""

    gathered: Callable[[], Iterable[Subject]]

    @cached_property
    def all(self) -> tuple[Subject, ...]:
        """Every subject, those of articles that could be read first."""
        return tuple(self.gathered())

    @cached_property
    def by_id(self) -> dict[str, Subject]:
        """Subjects by id."""
        return {subject.id: subject for subject in self.all}

    @cached_property
    def of_article(self) -> dict[str, list[Subject]]:
        """Article id -> its events, figures and statements."""
        found: dict[str, list[Subject]] = {}
        for subject in self.all:
            if subject.kind in ("event", "figure", "utterance"):
                found.setdefault(subject.citation.article, []).append(subject)
        return found

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], list[Subject]]:
        found: dict[tuple[str, str], list[Subject]] = {}
        for subject in self.all:
            found.setdefault((subject.citation.article, subject.citation.part), []).append(subject)
        return found

    def found(self, judgement: Judgement) -> list[Subject | None]:
        """The subjects of a judgement in their order, None for one that is nowhere any more."""
        kinds = {self.by_id[item].kind for item in judgement.subjects if item in self.by_id}
        return [
            self.by_id.get(item) or self._again(judgement, n, kinds)
            for n, item in enumerate(judgement.subjects)
        ]

    def _again(self, judgement: Judgement, n: int, kinds: set[SubjectKind]) -> Subject | None:
        """The mention that now stands where the n-th subject stood: of the other subjects' kind if
        they have one, with the same words; the nearest, if that is only one."""
        if n >= len(judgement.cited) or not judgement.cited[n].words:
            return None
        was = judgement.cited[n]
        standing = [
            subject
            for subject in self._by_place.get((was.article, was.part), ())
            if subject.citation.words == was.words and (not kinds or subject.kind in kinds)
        ]
        if not kinds and len({subject.kind for subject in standing}) > 1:
            return None
        distances = sorted((abs(item.citation.start - was.start), item.id) for item in standing)
        if not distances or [d for d, _ in distances].count(distances[0][0]) > 1:
            return None
        return self.by_id[distances[0][1]]


def all_subjects(readings: Sequence[Reading], lineage: Lineage, others: Sequence[str]) -> Subjects:
    """The subjects of all readings, with the newsrooms; `others` are ids of articles without one."""

    def gathered() -> Iterator[Subject]:
        for reading in readings:
            yield from subjects_of(reading)
        for article in others:
            yield Subject(article, "article", Citation(start=0, end=0, words="", article=article))
        for room in lineage.newsrooms:
            yield Subject(room.id, "newsroom", Citation(start=0, end=0, words=room.name))

    return Subjects(gathered)
