"""secondsource keeps the record of a developing story.

>>> import secondsource as ss
>>> reader = ss.Reader()
>>> reading = reader.read("The minister said on Tuesday ...", published="2023-10-05")
>>> story = ss.Story.open("mystory")
>>> story.claims(label="corroborated")
"""

import os

# One thread for the products of small matrices: how many cores a machine has must not decide the last
# bits of a sum, and on news articles more threads only wait for each other (measured: 14 % of the CPU time).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from msgspec.structs import replace
from spacy.language import Language

from .article import clean_text
from .article.decode import decode
from .build import BuildReport, build
from .errors import SecondsourceError
from .model.article import Article, Capture
from .model.own_lexicon import EMPTY, Lexicon
from .model.reading import Reading
from .model.record import Record
from .reading.anchor import anchor
from .reading.reader import Reader as _ReaderOfArticles
from .reading.reader import given_date
from .store.own_lexicon import read_lexicon
from .story import Story, open_story

__version__ = "0.1.0"


class Reader(_ReaderOfArticles):
    """Reads texts and articles; cleans a text first unless it is read as it is."""

    def __init__(self, pipeline: str | Language | None = None, lexicon: Lexicon = EMPTY) -> None:
        """`pipeline` is the package of a spaCy pipeline, a loaded one, or None for the best that is
        installed; `lexicon` holds a story's own names and words. Raises PipelineMissing when there
        is none."""
        super().__init__(pipeline, clean=clean_text, lexicon=lexicon)

    def read(self, text: str, published: str | None = None, as_is: bool = False) -> Reading:
        """The reading of one text, with `published` (an ISO day) as the date of its article, on which
        it is anchored; without it an article that shows no date says that none was given.

        With `as_is` the text is taken as a clean body: nothing is removed or rejoined and offsets
        are into `text`. Raises ValueError when `published` is no ISO day.
        """
        reading = super().read(text, published, as_is)
        article = reading.article
        if published:
            article = replace(article, published=given_date(published), unknown_because=None)
        elif article.published is None and not article.unknown_because:
            article = replace(article, unknown_because="no day of publication was given")
        return replace(reading, article=article)


__all__ = [
    "Article",
    "BuildReport",
    "Capture",
    "Lexicon",
    "Reader",
    "Reading",
    "Record",
    "SecondsourceError",
    "Story",
    "__version__",
    "anchor",
    "build",
    "decode",
    "open_story",
    "read_lexicon",
]
