"""Reader: from articles to readings, one article at a time and nothing else in sight."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from ..model.article import Article, Published
from ..model.own_lexicon import EMPTY, Lexicon
from ..model.reading import Reading, Sentence
from ..model.value import identifier
from . import coreference, events, figures, names, places, speech, times
from .anchor import anchor
from .draft import Draft, Part, lay_out
from .grammar import grammar_of
from .language import load_pipeline, pipeline_name


def given_date(day: str) -> Published:
    """The publication date that a caller gave as an ISO day; raises ValueError on anything else."""
    date.fromisoformat(day)
    return Published(value=day, precision="day", earliest=day, latest=day, basis="given")


METHOD = "reading 1"
"""Goes up with every change that alters what is read; saved readings of another method are read anew."""

STEPS: tuple[tuple[str, Callable[[Draft], tuple[Any, ...]]], ...] = (
    ("mentions", names.find_mentions),
    ("mentions", coreference.find_references),
    ("times", times.find_times),
    ("places", places.find_places),
    ("figures", figures.find_figures),
    ("statements", speech.find_statements),
    ("events", events.find_events),
)
"""The steps in their order: each fills one field of the Draft from the fields before it."""


def as_clean_body(text: str) -> Article:
    """The article whose body is `text` as it stands; its id is the hash of the text."""
    return Article(id=identifier(text), address="", text=text, language="en")


def _spans_of_sentences(doc: Doc) -> Iterator[Tokens]:
    """The sentences of all parts, without outer space, in the order of the laid-out text."""
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        if words:
            yield doc[words[0] : words[-1] + 1]


def _sentence(draft: Draft, tokens: Tokens) -> Sentence:
    cited = draft.cite_tokens(tokens)
    return Sentence(part=cited.part, start=cited.start, end=cited.end)


KEPT_PARSES = 8
"""Parses that a reader holds: copies of one text mostly come in one after the other."""


class Reader:
    """Reads articles. Loads the language pipeline once; holds no other state but the last few parses."""

    def __init__(
        self,
        pipeline: str | Language | None = None,
        clean: Callable[[str], Article] | None = None,
        lexicon: Lexicon = EMPTY,
    ) -> None:
        """`pipeline` is the package of a spaCy pipeline, a loaded one, or None for the best that is
        installed; `clean` makes an Article of a bare text (the article stage, which this room does
        not know); `lexicon` holds a story's own names and words. Raises PipelineMissing when there
        is no pipeline."""
        self._clean = clean or as_clean_body
        self.lexicon = lexicon
        self.pipeline = pipeline if isinstance(pipeline, Language) else load_pipeline(pipeline)
        self._parsed: dict[str, Doc] = {}

    def read(self, text: str, published: str | None = None, as_is: bool = False) -> Reading:
        """The reading of one text, anchored on `published` (an ISO day) if it is given.

        With `as_is` the text is taken as a clean body: nothing is removed or rejoined and offsets
        are into `text`. Without it the text is cleaned first, as plain text from a file would be.
        Raises ValueError when `published` is no ISO day.
        """
        article = as_clean_body(text) if as_is else self._clean(text)
        reading = self.read_article(article)
        return anchor(reading, given_date(published)) if published else reading

    def read_article(self, article: Article) -> Reading:
        """The unanchored reading of one article."""
        return self.read_together([article])[0]

    def read_together(self, articles: Sequence[Article]) -> list[Reading]:
        """The unanchored readings of a few articles, each the same as if it were read alone. They are held in memory at
        once; a step costs a tenth less where it goes over several short reports in a row, since its code stays at hand."""
        laid_out = [(article, *lay_out(article)) for article in articles]
        parsed = [(article, self._parse(text), parts) for article, text, parts in laid_out]
        return [self._reading(draft) for draft in self.drafts_of(parsed)]

    def _parse(self, text: str) -> Doc:
        """The parse of a text; of copies that come one after the other it is made once."""
        doc = self._parsed.pop(text, None)
        if doc is None:
            doc = self.pipeline(text)
        self._parsed[text] = doc
        if len(self._parsed) > KEPT_PARSES:
            del self._parsed[next(iter(self._parsed))]
        return doc

    def draft_of(self, article: Article, doc: Doc, parts: tuple[Part, ...]) -> Draft:
        """What all steps find in an article, laid out as `parts` and parsed as `doc`."""
        return self.drafts_of([(article, doc, parts)])[0]

    def drafts_of(self, parsed: Iterable[tuple[Article, Doc, tuple[Part, ...]]]) -> list[Draft]:
        """The same for several articles: each step goes over all of them before the next."""
        drafts = [Draft(*one, lexicon=self.lexicon) for one in parsed]
        for field, step in STEPS:
            found: list[dict[str, Any]] = [{field: step(draft)} for draft in drafts]
            drafts = [replace(draft, **more) for draft, more in zip(drafts, found, strict=True)]
        return drafts

    def _reading(self, draft: Draft) -> Reading:
        sentences = tuple(_spans_of_sentences(draft.doc))
        return Reading(
            article=draft.article,
            mentions=draft.mentions,
            times=draft.times,
            places=draft.places,
            figures=draft.figures,
            statements=draft.statements,
            events=draft.events,
            sentences=tuple(_sentence(draft, tokens) for tokens in sentences),
            grammar=grammar_of(draft.doc, [(one.start, one.end) for one in sentences]),
            pipeline=pipeline_name(self.pipeline),
            method=METHOD,
        )

    def read_many(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Reading]:
        """The unanchored readings of many articles, in their order, as a stream."""
        laid_out = (
            (text, (article, parts)) for article in articles for text, parts in [lay_out(article)]
        )
        for doc, (article, parts) in self.pipeline.pipe(
            laid_out, as_tuples=True, batch_size=batch_size
        ):
            yield self._reading(self.draft_of(article, doc, parts))
