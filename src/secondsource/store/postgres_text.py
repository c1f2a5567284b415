"""Full text on a PostgreSQL server: a GIN index finds the articles, and their words rank them as FTS5 does."""

from collections.abc import Iterable, Sequence

from .database import Database, Hit, Marks
from .fulltext import K1, B, Phrase, idf, phrases_of, snippet, spaced
from .rows import delete

LONGEST_WORD = 500
"""Characters of a word in the index (the server allows 2,046 bytes); the words themselves are compared whole."""

MOST_BYTES = 900_000
"""Bytes of different words of one article in the index (the server allows 2^20); words beyond are not found."""


def replace_texts(database: Database, texts: Iterable[tuple[str, str, str]]) -> None:
    """Makes these the articles that a search finds (id, headline, text), inside a transaction."""
    database.execute("DELETE FROM article_text")
    _insert(database, texts)


def change_texts(
    database: Database, gone: Sequence[str], fresh: Iterable[tuple[str, str, str]]
) -> None:
    """Takes articles (ids) out of those that a search finds and puts others in, inside a transaction."""
    delete(database, "article_text", "id", gone)
    _insert(database, fresh)


def _insert(database: Database, texts: Iterable[tuple[str, str, str]]) -> None:
    database.execute_many(
        "INSERT INTO article_text (id, headline, text, spaced, length, words)"
        " VALUES (?, ?, ?, ?, ?, array_to_tsvector(?))",
        (_row(*text) for text in texts),
    )
    database.execute("DELETE FROM article_total")
    database.execute(
        "INSERT INTO article_total SELECT count(*), coalesce(sum(length), 0) FROM article_text"
    )
    # What is new waits in a list that every search would have to go through, until some vacuum.
    database.execute("SELECT gin_clean_pending_list('article_text_words')")
    database.execute("ANALYZE article_text")


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
        if len(phrase.forms) > 1 or len(phrase.forms[0]) > LONGEST_WORD:
            # The index knows neither order nor the rest of a long word.
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
    [(articles, length)] = database.rows("SELECT articles, length FROM article_total") or [(0, 0)]
    if not length:
        return []
    average = int(length) / int(articles)
    # How often each phrase stands in an article: OFFSET keeps it from being counted anew wherever it is named.
    often, patterns, scores, weights = [], list[object](), [], list[object]()
    for number, phrase in enumerate(phrases):
        often.append(
            f"(octet_length(spaced) - octet_length(replace(spaced, ?, ''))) / ? AS often_{number}"
        )
        patterns += [phrase.pattern, len(phrase.pattern.encode())]
        scores.append(
            f"- ? * (often_{number} * (? + 1)) / (often_{number} + ? * (1 - ? + ? * length / ?))"
        )
        weights += [idf(int(articles), _count(database, [phrase])), K1, K1, B, B, average]
    condition, wanted = _holds(phrases)
    rows = database.rows(
        f"SELECT id, headline, text, {' '.join(scores)} AS rank"
        f" FROM article_text, LATERAL (SELECT {', '.join(often)} OFFSET 0) AS counted"
        f" WHERE {condition} ORDER BY rank, id LIMIT ? OFFSET ?",
        [*weights, *patterns, *wanted, limit, offset],
    )
    return [
        Hit(str(id), snippet((str(headline), str(text)), phrases, marks), float(rank))
        for id, headline, text, rank in rows
    ]
