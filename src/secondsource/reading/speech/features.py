"""What the speech network sees of a text: one row of numbers for each token.

Everything here is a general property of words and of the parse; no text is kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import (
    DEP,
    ENT_TYPE,
    HEAD,
    ID,
    IS_TITLE,
    IS_UPPER,
    LEMMA,
    LENGTH,
    LOWER,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from ...lexicon import reporting
from ..columns import columns_of
from ..quotes import Quote

Array = NDArray[Any]

STRINGS = StringStore()
"""Gives the hash of a word; hashes are the same in every pipeline."""

_DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj"
    " csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd"
    " parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
)
DEPENDENCIES = _DEPENDENCIES.split()
_TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT"
    " POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)
TAGS = _TAGS.split()
_ENTITIES = (
    "PERSON NORP ORG GPE LOC FAC DATE TIME CARDINAL MONEY PERCENT EVENT LAW PRODUCT WORK_OF_ART"
    " QUANTITY ORDINAL LANGUAGE"
)
ENTITIES = _ENTITIES.split()
BUCKETS = 8192
"""Hash buckets for lemmas: with the some 20,000 lemmas of news, common ones rarely meet."""
FLAGS = 18


@dataclass(frozen=True, slots=True)
class Features:
    """Arrays with one row a token. `heads` are token indices; `dependency`, `tag` and `entity` count
    into the tables above (0: none of them); `lemma` and `lower` are hash buckets; `quote` numbers
    the quotation that holds the token (-1: none); `paragraph` numbers paragraphs; `vector` is the row of the word in the
    pipeline's table of word vectors (-1: none)."""

    tensor: Array
    heads: Array
    dependency: Array
    tag: Array
    entity: Array
    lemma: Array
    lower: Array
    flags: Array
    quote: Array
    paragraph: Array
    starts: Array
    ends: Array
    vector: Array


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers the words of a list from 1 by their hashes: some bits of these are different for each of them, and tell
    where it stands in a table."""

    shift: np.uint64
    mask: np.uint64
    table: Array
    hashes: Array

    @classmethod
    def of(cls, words: Iterable[str]) -> "Numbers":
        """The numbers of the words in their order."""
        hashes = np.array([0, *map(STRINGS.add, words)], dtype=np.uint64)
        for bits in range(len(hashes).bit_length(), 64):
            mask = np.uint64((1 << bits) - 1)
            for shift in map(np.uint64, range(64 - bits)):
                slots = (hashes[1:] >> shift) & mask
                if len(np.unique(slots)) == len(slots):
                    table = np.zeros(1 << bits, dtype=np.int64)
                    table[slots] = np.arange(1, len(hashes))
                    return cls(shift, mask, table, hashes)
        raise ValueError("a word stands in the list twice")

    def __call__(self, hashes: Array) -> Array:
        """The number of each word, 0 of one that is not in the list."""
        found: Array = self.table.take((hashes >> self.shift) & self.mask)
        found[self.hashes.take(found) != hashes] = 0
        return found


@cache
def _numbers(kind: str) -> Numbers:
    return Numbers.of({"dependency": DEPENDENCIES, "tag": TAGS, "entity": ENTITIES}[kind])


@cache
def _lexicon() -> tuple[Numbers, Array]:
    """The numbers of all reporting words, and for each a row that tells which groups hold it; row 0, of a word that
    none holds, is empty."""
    groups = [
        reporting.verbs("speech"),
        reporting.verbs("attitude"),
        reporting.verbs("showing"),
        reporting.verbs("decision"),
        reporting.nouns("speech"),
        reporting.nouns("attitude"),
        reporting.nouns("documents"),
    ]
    words = sorted(frozenset().union(*groups))
    rows = [[word in group for group in groups] for word in ("", *words)]
    return Numbers.of(words), np.array(rows, dtype=np.float32)


def _groups_of(lemmas: Array) -> Array:
    """For each lemma (a hash) the row that tells which groups of reporting words hold it."""
    numbers, rows = _lexicon()
    return rows.take(numbers(lemmas), axis=0)


def _vector_rows(vocab: Vocab, ids: Array) -> Array:
    """The row of each word in the table of word vectors, -1 for none. spaCy keeps it as the id of the lexeme
    (`Vocab._new_lexeme`), which saves looking up each word of a text among some hundred thousand."""
    found: Array = np.where(ids < len(vocab.vectors.data), ids, -1).astype(np.int64)
    return found


def read_features(doc: Doc, text: str, quotes: list[Quote]) -> Features:
    """The features of all tokens of `doc` with the text `text`, whose quotations are `quotes`."""
    count = len(doc)
    columns = columns_of(doc)
    heads = np.arange(count) + columns.numbers(HEAD)
    dependency = _numbers("dependency")(columns.hashes(DEP))
    tag = _numbers("tag")(columns.hashes(TAG))
    entity = _numbers("entity")(columns.hashes(ENT_TYPE))
    lemma, lower = columns.hashes(LEMMA), columns.hashes(LOWER)
    lengths = columns.numbers(LENGTH)
    widths = lengths + columns.flags(SPACY)
    starts = np.concatenate([[0], np.cumsum(widths)[:-1]]) if count else np.zeros(0, np.int64)
    ends = starts + lengths
    space = tag == TAGS.index("_SP") + 1
    breaks = np.array([match.start() for match in re.finditer("\n", text)], dtype=np.int64)
    broken = np.zeros(count, dtype=bool)
    if count and len(breaks):
        broken[np.searchsorted(starts, breaks, side="right") - 1] = True
    paragraph = np.cumsum(broken)
    quote = np.full(count, -1, dtype=np.int64)
    flags = np.zeros((count, FLAGS), dtype=np.float32)
    if quotes:
        opens = np.array([q.start for q in quotes])
        closes = np.array([q.end for q in quotes])
        place = np.searchsorted(opens, starts, side="right") - 1
        inside = (place >= 0) & (starts < closes[np.maximum(place, 0)])
        quote[inside] = place[inside]
        held = np.maximum(place, 0)
        flags[:, 0] = inside
        flags[:, 1] = inside & (starts == opens[held])
        flags[:, 2] = inside & (ends == closes[held])
        single = np.array([q.single for q in quotes])
        flags[:, 3] = inside & single[held]
        size = closes - opens
        flags[:, 4] = inside & (size[held] > 30)
        flags[:, 5] = inside & (size[held] > 100)
        after = np.zeros(count, dtype=bool)
        after[1:] = flags[:-1, 2] > 0
        flags[:, 6] = after
    begins = np.zeros(count, dtype=bool)
    begins[1:] = broken[:-1]
    if count:
        begins[0] = True
    flags[:, 7] = begins
    flags[:, 8] = columns.numbers(SENT_START) == 1
    flags[:, 9] = space
    flags[:, 10] = columns.flags(IS_TITLE) | columns.flags(IS_UPPER)
    flags[:, 11:] = _groups_of(lemma)
    return Features(
        tensor=np.asarray(doc.tensor, dtype=np.float32),
        heads=heads,
        dependency=dependency,
        tag=tag,
        entity=entity,
        lemma=(lemma % np.uint64(BUCKETS)).astype(np.int64),
        lower=(lower % np.uint64(BUCKETS)).astype(np.int64),
        flags=flags,
        quote=quote,
        paragraph=paragraph,
        starts=starts,
        ends=ends,
        vector=_vector_rows(doc.vocab, columns.numbers(ID)),
    )
