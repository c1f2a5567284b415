"""Full text on a PostgreSQL server: a GIN index finds the articles, and their words rank them as FTS5 does."""

from collections.abc import Iterable

from .database import Database, Hit, Marks
from .fulltext import K1, B, Phrase, idf, phrases_of, snippet, spaced

LONGEST_WORD = 500
"""Characters of a word in the index (the server allows 2,046 bytes); the words themselves are compared whole."""

MOST_BYTES = 900_000
"""Bytes of different words of one article in the index (the server allows 2^20); words beyond are not found."""


def replace_texts(database: Database, texts: Iterable[tuple[str, str, str]]) -> None:
    """Makes these the articles that a search finds (id, headline, text), inside a transaction."""
    database.execute("DELETE FROM article_text")
    database.execute_many(
        "INSERT INTO article_text (id, headline, text, spaced, length, words)"
        " VALUES (?, ?, ?, ?, ?, array_to_tsvector(?))",
        (_row(*text) for text in texts),
    )


def _row(id: str, headline: str, text: str) -> tuple[object, ...]:
    joined, forms = spaced(headline, text)
    words, size = [], 0
    for word in dict.fromkeys(form[:LONGEST_WORD] for form in forms):
        size += len(word.encode()) + 1
        if word and size <= MOST_BYTES:
            words.append(word)
    return id, headline, text, joined, len(forms), words


def _holds(phrases: Iterable[Phrase]) -> tuple[str, list[object]]:
    """The condition that an article holds all the phrases, with its values."""
    terms, patterns = [], []
    for phrase in phrases:
        for number, form in enumerate(phrase.forms):
            is_begun = phrase.beginning and number == len(phrase.forms) - 1
            # Letters and digits alone: nothing that could be syntax.
            terms.append(f"'{form[:LONGEST_WORD]}'{':*' if is_begun else ''}")
        patterns.append(phrase.pattern)
    conditions = ["words @@ CAST(? AS tsquery)", *["strpos(spaced, ?) > 0"] * len(patterns)]
    return " AND ".join(conditions), [" & ".join(terms), *patterns]


def count_found(database: Database, words: str, beginnings: bool) -> int:
    """How many articles hold all the words."""
    phrases = phrases_of(words, beginnings)
    return _count(database, phrases) if phrases else 0


def _count(database: Database, phrases: Iterable[Phrase]) -> int:
    condition, values = _holds(phrases)
    [(found,)] = database.rows(f"SELECT count(*) FROM article_text WHERE {condition}", values)
    return int(found)


def find(
    database: Database, words: str, beginnings: bool, marks: Marks, limit: int, offset: int
) -> list[Hit]:
    """The articles that hold all the words, the best first, then by id."""
    phrases = phrases_of(words, beginnings)
    if not phrases:
        return []
    [(articles, length)] = database.rows("SELECT count(*), sum(length) FROM article_text")
    if not articles or not length:
        return []
    average = int(length) / int(articles)
    scores, values = [], list[object]()
    for phrase in phrases:
        weight = idf(int(articles), _count(database, [phrase]))
        pattern = phrase.pattern
        often = "((octet_length(spaced) - octet_length(replace(spaced, ?, ''))) / ?)"
        scores.append(f"- ? * ({often} * (? + 1)) / ({often} + ? * (1 - ? + ? * length / ?))")
        here = [pattern, len(pattern.encode())]
        values += [weight, *here, K1, *here, K1, B, B, average]
    condition, wanted = _holds(phrases)
    rows = database.rows(
        f"SELECT id, headline, text, {' '.join(scores)} AS rank FROM article_text WHERE {condition}"
        " ORDER BY rank, id LIMIT ? OFFSET ?",
        [*values, *wanted, limit, offset],
    )
    return [Hit(str(id), snippet((str(headline), str(text)), phrases, marks), float(rank)) for id, headline, text, rank in rows]  # fmt: skip
