"""A Reader for measuring: each text is parsed once in a run, however many views of it are asked."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

KEPT = 64
"""Parses that are held at a time; sets ask for the same text again at once."""


class ParsedOnce:
    """A language pipeline that remembers its last parses; everything else is the pipeline's own."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self._docs: OrderedDict[str, Any] = OrderedDict()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipeline, name)

    def __call__(self, text: str) -> Any:
        doc = self._docs.get(text)
        if doc is None:
            doc = self._docs[text] = self._pipeline(text)
            if len(self._docs) > KEPT:
                self._docs.popitem(last=False)
        return doc

    def pipe(self, texts: Iterable[Any], as_tuples: bool = False, **options: Any) -> Iterator[Any]:
        """As the pipeline's own `pipe`, one text at a time."""
        for item in texts:
            yield (self(item[0]), item[1]) if as_tuples else self(item)


def measuring_reader() -> Any:
    """A Reader whose pipeline parses each text once."""
    from secondsource import Reader

    reader: Any = Reader()
    reader.pipeline = ParsedOnce(reader.pipeline)
    return reader
