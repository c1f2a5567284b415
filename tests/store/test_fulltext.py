"""Full text as a server does it, held against FTS5: the same words, order, ranks and snippets."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.store.database import Marks
from secondsource.store.fulltext import K1, B, Phrase, idf, phrases_of, snippet, spaced, tokens
from secondsource.store.phrases import match_expression

WORDS = (
    "the ferry ferryman of Likoni stops. crosses: harbour Älva café nurse-in 12.5 ramp; “we” don't"
    " U.N. ß İst \n\n New e\u0301te\u0301"
).split(" ")
ASKED = (
    *"the ferry Fer likoni nurse-in 12.5 cafe don't ß ete".split(),
    *('"of the"', '"ferry likoni stops"', '"U.N. the"'),
)

texts = st.lists(st.sampled_from(WORDS), max_size=90).map(" ".join)
articles = st.lists(st.tuples(texts, texts), min_size=1, max_size=8)
questions = st.lists(st.sampled_from(ASKED), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(articles, questions, st.booleans(), st.sampled_from([4, 7, 24, 64]))
def test_it_finds_ranks_and_cuts_as_fts5_does(articles, words, beginnings, most):
    marks = Marks(most, "[", "]")
    mine = dict(found_by_us(articles, phrases_of(words, beginnings), marks))
    theirs = {
        number: (rank, cut)
        for number, cut, rank in found_by_fts5(articles, match_expression(words, beginnings), marks)
    }
    assert {number: cut for number, (_, cut) in mine.items()} == {
        number: cut for number, (_, cut) in theirs.items()
    }
    # not rounded: two sums that differ in their last bit may fall on either side of a rounding
    assert {number: rank for number, (rank, _) in mine.items()} == pytest.approx(
        {number: rank for number, (rank, _) in theirs.items()}, abs=1e-9
    )


def found_by_us(articles, phrases: list[Phrase], marks: Marks):
    """What `postgres_text.find` asks of its server, as it is meant."""
    words = [spaced(*texts) for texts in articles]
    length = sum(len(forms) for _, forms in words)
    holding = [sum(phrase.pattern in joined for joined, _ in words) for phrase in phrases]
    for number, (joined, forms) in enumerate(words):
        if not phrases or not all(phrase.pattern in joined for phrase in phrases):
            continue
        rank = 0.0
        for phrase, held in zip(phrases, holding, strict=True):
            often = joined.count(phrase.pattern)
            long = 1 - B + B * len(forms) / (length / len(articles))
            rank -= idf(len(articles), held) * (often * (K1 + 1)) / (often + K1 * long)
        yield number, (rank, snippet(articles[number], phrases, marks))


def found_by_fts5(articles, expression: str, marks: Marks):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, headline, text)")
    connection.executemany(
        "INSERT INTO t VALUES (?, ?, ?)", [(n, *texts) for n, texts in enumerate(articles)]
    )
    if not expression:
        return []
    found = connection.execute(
        "SELECT id, snippet(t, -1, ?, ?, ' … ', ?), rank FROM t WHERE t MATCH ?",
        (marks.before, marks.after, marks.words, expression),
    ).fetchall()
    connection.close()
    return found


LETTERS = [chr(code) for start, end in ((0x21, 0x590), (0x1E00, 0x2070)) for code in range(start, end)]  # fmt: skip
NEWER = set("\u037f\u0528\u052a\u052c\u052e\u058d\u058e\u058f\u052f\u0529\u052b\u052d")
"""Letters and signs of Unicode after 6.1, which FTS5 knows; Python knows more."""


def test_latin_greek_and_cyrillic_letters_make_the_same_words():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.executemany(
        "INSERT INTO t (rowid, text) VALUES (?, ?)", [(ord(one), f"x{one}y") for one in LETTERS]
    )
    theirs: dict[int, list[str]] = {}
    for number, word in connection.execute("SELECT doc, term FROM v ORDER BY doc, offset"):
        theirs.setdefault(number, []).append(word)
    connection.close()
    other = [
        one
        for one in LETTERS
        if [token.form for token in tokens(f"x{one}y")] != theirs[ord(one)] and one.isprintable()
    ]
    assert set(other) <= NEWER


@pytest.mark.parametrize(
    ("words", "patterns"),
    [
        ("old harbour", [" old ", " harbour "]),
        ('"old harbour" wal', [" old  harbour ", " wal "]),
        ("rock-fall", [" rock  fall "]),
        ("' | :*", []),
    ],
)
def test_what_is_searched_is_never_taken_as_syntax(words, patterns):
    assert [phrase.pattern for phrase in phrases_of(words, beginnings=False)] == patterns
