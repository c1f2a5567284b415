"""The parse of a text's sentences, kept as values and made into parses again: a sentence that was read is never parsed twice."""

from collections.abc import Sequence

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, LOWER, POS, SPACY, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ..model.grammar import Grammar
from .columns import columns_of
from .language import as_learned

_KEPT = (TAG, POS, DEP, LEMMA)
_BETWEEN = " "
"""What stands between two tokens in a column; no label of a pipeline holds it, and of lemmas only those of blanks."""


def grammar_of(doc: Doc, sentences: Sequence[tuple[int, int]]) -> tuple[Grammar, ...]:
    """The grammar of each sentence, given by its first token and the one behind its last."""
    columns = columns_of(doc)
    lengths = (columns.numbers(LENGTH) + columns.flags(SPACY)).tolist()
    heads = columns.numbers(HEAD).tolist()
    tags, classes, dependencies = (columns.names(kind) for kind in (TAG, POS, DEP))
    lemmas = [
        "" if lemma == lower or _BETWEEN in lemma else lemma
        for lemma, lower in zip(columns.names(LEMMA), columns.names(LOWER), strict=True)
    ]
    return tuple(
        Grammar(
            lengths=tuple(lengths[first:end]),
            heads=tuple(
                head if first <= token + head < end else 0
                for token, head in enumerate(heads[first:end], first)
            ),
            tags=_BETWEEN.join(tags[first:end]),
            classes=_BETWEEN.join(classes[first:end]),
            dependencies=_BETWEEN.join(dependencies[first:end]),
            lemmas=_BETWEEN.join(lemmas[first:end]),
        )
        for first, end in sentences
    )


def parse_of(grammar: Grammar, words: str, vocab: Vocab) -> Doc:
    """The parse of a sentence, which is written as `words`."""
    texts, spaces = [], []
    words = as_learned(words)
    start = 0
    for length in grammar.lengths:
        text = words[start : start + length]
        start += length
        is_spaced = len(text) > 1 and text.endswith(" ")
        texts.append(text[:-1] if is_spaced else text)
        spaces.append(is_spaced)
    lemmas = [
        lemma or text.lower()
        for lemma, text in zip(grammar.lemmas.split(_BETWEEN), texts, strict=True)
    ]
    columns = (
        grammar.tags.split(_BETWEEN),
        grammar.classes.split(_BETWEEN),
        grammar.dependencies.split(_BETWEEN),
        lemmas,
    )
    number = vocab.strings.add
    table = np.empty((len(texts), len(_KEPT) + 1), dtype=np.uint64)
    for place, column in enumerate(columns):
        table[:, place] = [number(name) for name in column]
    table[:, len(_KEPT)] = np.array(grammar.heads, dtype=np.int64).view(np.uint64)
    return Doc(vocab, words=texts, spaces=spaces).from_array([*_KEPT, HEAD], table)  # type: ignore[arg-type]
