"""A story for Python: everything that its record holds, as values and as frames.

>>> import secondsource as ss
>>> story = ss.Story.open("mystory")
>>> [claim.words for claim in story.claims(label="corroborated")]
>>> story.frame("claims").groupby("label").size()
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .build import build as build_story
from .errors import UsageError
from .export.formats import Options, exported, write_export
from .export.frames import frame
from .export.source import Source
from .export.tables import TABLES
from .model.actor import Actor, StoryVoice
from .model.claim import Change, Claim, Conflict, Series, StoryEvent, Utterance
from .model.judgement import Doubt, StoryJudgement
from .model.lineage import Newsroom, Passage
from .model.record import ArticleRow, Record
from .store.story import Story as StoryFolder
from .store.story import open_story as open_folder
from .views.agenda import AgendaItem
from .views.agenda import agenda as agenda_view
from .views.brief import Brief
from .views.brief import brief as brief_view
from .views.charts import chart_svg
from .views.document import document
from .views.document_html import html
from .views.document_markdown import markdown
from .views.importance import timeline_of_days
from .views.line import Line
from .views.map import map_svg
from .views.places import PlacedEvent, placed_events
from .views.print import pdf
from .views.quotes import Quote
from .views.quotes import quotes as quotes_view
from .views.standing import find_claim, standing_board
from .views.timeline import timeline as timeline_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pandas import DataFrame


class Story(StoryFolder):
    """A story folder with its record. The record is read when something is first asked of it, and kept:
    after a build open the story again.

    All values are frozen, sorted by a rule that does not depend on the order of arrival, and carry ids that
    join them: `claim.about` is the id of an event, utterance or figure; a citation's `article` that of an
    article.
    """

    @classmethod
    def open(cls, folder: str | Path) -> Story:
        """The story in `folder`. Raises StoryNotFound, StoryTooNew or UsageError with what to do."""
        found = open_folder(Path(folder))
        return cls(found.folder, found.name, found.pipeline)

    @classmethod
    def build(cls, folder: str | Path, sources: Sequence[str | Path], workers: int = 1) -> Story:
        """Builds or continues the story in `folder` from files, folders or URLs, and opens it. Raises as
        `secondsource.build` does."""
        build_story(Path(folder), sources, workers)
        return cls.open(folder)

    @cached_property
    def source(self) -> Source:
        """The record with what it only refers to, as exports take it."""
        return Source(self)

    @property
    def record(self) -> Record:
        """The whole record. Raises StoryNotFound when none was made yet."""
        return self.source.record

    # -- what the record holds ---------------------------------------------------------------------

    def articles(self) -> tuple[ArticleRow, ...]:
        """All articles, read or not, with newsrooms, versions and, where not read, the reason."""
        return self.record.articles

    def passages(self) -> tuple[Passage, ...]:
        """What text of which article comes from which other."""
        return self.record.passages

    def newsrooms(self) -> tuple[Newsroom, ...]:
        """Whose reporting the articles rest on, with reasons."""
        return self.record.newsrooms

    def actors(self, name: str | None = None) -> tuple[Actor, ...]:
        """Who acts; with `name` only those of whose names one holds these words (any case)."""
        return tuple(
            actor
            for actor in self.record.actors
            if name is None or any(name.casefold() in known.casefold() for known in actor.names)
        )

    def voices(self) -> tuple[StoryVoice, ...]:
        """Who vouches."""
        return self.record.voices

    def utterances(self) -> tuple[Utterance, ...]:
        """What was said, once each, with every wording."""
        return self.record.utterances

    def events(self, status: str | None = None) -> tuple[StoryEvent, ...]:
        """What happened and what only was threatened, planned, denied...; with `status` only those."""
        return tuple(
            event for event in self.record.events if status is None or event.status == status
        )

    def series(self) -> tuple[Series, ...]:
        """Figures by what they count, with their points and changes."""
        return self.record.series

    def claims(self, label: str | None = None, kind: str | None = None) -> tuple[Claim, ...]:
        """The claims, best supported first; only those of a label or kind if one is given."""
        return standing_board(self.record, label, kind)

    def claim(self, start_of_id: str) -> Claim:
        """The claim whose id begins so, with all its reports and the reasons of its standing. Raises
        KeyError when there is none or more than one."""
        return find_claim(self.record, start_of_id)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What cannot both hold, both sides with their words."""
        return self.record.conflicts

    def changes(self) -> tuple[Change, ...]:
        """What was one way and became another."""
        return self.record.changes

    def judgements(self) -> tuple[StoryJudgement, ...]:
        """What people decided, and what came of it."""
        return self.record.judgements

    def doubts(self) -> tuple[Doubt, ...]:
        """Pairs that may be one and were kept apart."""
        return self.record.doubts

    # -- views -------------------------------------------------------------------------------------

    def brief(self, length: str = "medium") -> Brief:
        """The brief: `short`, `medium` or `long`. Raises ValueError for any other length."""
        return brief_view(self.record, self.name, length)

    def timeline(self, length: int | None = None) -> tuple[Line, ...]:
        """Dated events that are reported as so, by day; with `length` a line each of so many days, those most
        spoken of."""
        return (
            timeline_view(self.record) if length is None else timeline_of_days(self.record, length)
        )

    def agenda(self, as_of: str | None = None, ahead_only: bool = False) -> tuple[AgendaItem, ...]:
        """What was announced for a day. `as_of` is an ISO day (default: the newest publication date).
        Raises ValueError when it is none."""
        return agenda_view(self.record, as_of, ahead_only)

    def quotes(self, voice: str | None = None) -> tuple[Quote, ...]:
        """Who said what; with `voice` only voices whose name holds these words."""
        return quotes_view(self.record, voice)

    def places(self) -> tuple[PlacedEvent, ...]:
        """The events that have a place, with coordinates and precision."""
        return placed_events(self.record, self.source.places)

    # -- as frames, files and pictures -------------------------------------------------------------

    def frame(self, name: str) -> DataFrame:
        """A table of the record as a pandas frame: claims, reports, events, figures, ... (`tables` names
        all). Raises UsageError for any other name, and without the extra `exports`."""
        return frame(self.record, name)

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that `frame` and the formats csv and parquet know."""
        return tuple(table.name for table in TABLES)

    def export(
        self, form: str, output: str | Path | None = None, options: Options | None = None
    ) -> bytes | tuple[Path, ...]:
        """The story in a format of other programs (see `secondsource export --help`): its bytes, or with
        `output` the files that were written there. Raises UsageError for an unknown format."""
        chosen = options or Options()
        if output is None:
            return exported(self.source, form, chosen)
        return write_export(self.source, form, chosen, Path(output))

    def chart(self, kind: str) -> str:
        """SVG of `figures`, `timeline`, `lineage`, `standing` or `map`. Raises UsageError for any other, and
        without the extra `charts`."""
        if kind == "map":
            return map_svg(self.record, self.source.places)
        return chart_svg(self.record, kind)

    def document(self, form: str = "markdown", length: str = "medium") -> str | bytes:
        """The brief as `markdown` or `html` (text), or `pdf` (bytes). Raises UsageError for any other form, and
        without the extras `web` and `pdf`."""
        made = document(self.brief(length), self.record)
        match form:
            case "markdown":
                return markdown(made)
            case "html":
                return html(made)
            case "pdf":
                return pdf(html(made))
        raise UsageError(f"there is no form {form!r}; there are: markdown, html, pdf")


def open_story(folder: str | Path) -> Story:
    """The story in `folder`; the same as `Story.open`."""
    return Story.open(folder)
