"""The parses that a question asks for: those that reading kept, made again from what it kept."""

from spacy.language import Language
from spacy.tokens import Doc

from ...model.text import Citation
from ...reading.grammar import parse_of
from ..telling.told import Told

UNUSED = ("ner",)
"""Steps of the language pipeline that a comparison does without: the names of both sentences are known already."""


class Parses:
    """The parses of sentences, for one question, each made once."""

    def __init__(self, pipeline: Language) -> None:
        """Without any parse yet."""
        self._pipeline = pipeline
        self._made: dict[Citation, Doc] = {}

    def of(self, told: Told) -> Doc:
        """The parse of a sentence: that of its report, or, where reading kept none, of the sentence by itself."""
        cited = told.citation
        doc = self._made.get(cited)
        if doc is None:
            if told.grammar is not None:
                doc = parse_of(told.grammar, cited.words, self._pipeline.vocab)
            else:
                doc = self._pipeline(cited.words, disable=UNUSED)
            self._made[cited] = doc
        return doc
