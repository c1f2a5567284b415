"""A story of many articles, made by writing the record and the readings of a small one many times under other ids."""

import re
import sqlite3
from pathlib import Path

from secondsource.store.tables import TABLES

_ID = re.compile(r"\b[0-9a-f]{12}(?=[0-9a-f]{4}\b)")


def multiply(database: Path, times: int) -> None:
    """Adds `times - 1` copies of everything in the record of `database` and of its readings, each with ids of its own
    and each article with an address of its own."""
    connection = sqlite3.connect(database)
    with connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("UPDATE meta SET value = 'many' WHERE key = 'record_made_from'")
        addresses = [each for (each,) in connection.execute("SELECT address FROM reading")]
        address = re.compile("|".join(map(re.escape, sorted(addresses, key=len, reverse=True))))
        for name in ["reading", *(table.name for table in TABLES)]:
            cursor = connection.execute(f"SELECT * FROM {name} ORDER BY 1")
            columns = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
            marks = ", ".join("?" * len(columns))
            for n in range(1, times):
                connection.executemany(
                    f"INSERT OR IGNORE INTO {name} VALUES ({marks})",
                    [
                        [
                            _other(value, n, address) if isinstance(value, str) else value
                            for value in row
                        ]
                        for row in rows
                    ],
                )
        rows = connection.execute("SELECT id, headline, text FROM article_text").fetchall()
        for n in range(1, times):
            connection.executemany(
                "INSERT INTO article_text (id, headline, text) VALUES (?, ?, ?)",
                [(_other(id, n, address), headline, text) for id, headline, text in rows],
            )
    connection.close()


def _other(text: str, n: int, address: re.Pattern[str]) -> str:
    return address.sub(
        lambda match: f"{match.group()}?copy={n}",
        _ID.sub(lambda match: f"{n:06x}{match.group()[6:]}", text),
    )
