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
