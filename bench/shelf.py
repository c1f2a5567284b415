"""What the first question about a record costs, what later ones do, and what one article more costs them.

`python bench/shelf.py [ARTICLES...]` (1,000 and 10,000 unless told) makes a story as `bench/pages.py` does, and for each size
tells the processor seconds of shelving all sentences, of shelving them again after one article more came, and of opening
what is kept; the processor milliseconds of the first question of a process (its language pipeline loaded) and of those
that follow; and the bytes on disk. Figures go to `bench/results/shelf.json` with the machine and the commit.
"""

import json
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

from pages import ROOT, large_story, milliseconds
from scale import commit, machine, p95

from secondsource.check.opening import Checkers
from secondsource.check.shelves.shelving import shelve
from secondsource.reading.reader import Reader
from secondsource.store.pages import Snapshot
from secondsource.store.story import Story, open_story

RESULTS = ROOT / "bench/results/shelf.json"
SIZES = (1_000, 10_000)
QUESTIONS = (
    "Kenya closed the crossing.",
    "A ferry sank off Zanzibar.",
    "The minister met fishermen in Mombasa on Tuesday.",
    "Twelve boats were seized.",
    "The navy will not leave the strait.",
    "Tanzania denied that its patrol ship fired.",
    "Talks were held in Entebbe.",
    "The licence fee doubled.",
    "Nobody was hurt.",
    "The spokeswoman said that the drills would go on.",
)


def seconds(action: Callable[[], object]) -> float:
    """Processor seconds that an action takes."""
    started = time.process_time()
    action()
    return round(time.process_time() - started, 2)


def one_more(story: Story) -> float:
    """Processor seconds of shelving again after an article came back that had been taken out."""
    connection = sqlite3.connect(story.folder / "story.db")
    with closing(connection):
        id, address = connection.execute(
            "SELECT id, address FROM article ORDER BY id LIMIT 1 OFFSET 7"
        ).fetchone()
        taken = {
            table: connection.execute(
                f"SELECT * FROM {table} WHERE {column} = ?", (value,)
            ).fetchall()
            for table, column, value in (("article", "id", id), ("reading", "address", address))
        }

        def changed(action: str) -> float:
            with connection:
                for table, rows in taken.items():
                    for row in rows:
                        if action == "out":
                            key = "id" if table == "article" else "capture"
                            connection.execute(f"DELETE FROM {table} WHERE {key} = ?", row[:1])
                        else:
                            marks = ", ".join("?" * len(row))
                            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)
                connection.execute(
                    "UPDATE meta SET value = value || ? WHERE key = 'record_made_from'", (action,)
                )
            return seconds(lambda: shelve(story))

        changed("out")
        return changed("in")


def measured(folder: Path) -> dict[str, Any]:
    """The figures of one story."""
    story = open_story(folder)
    shutil.rmtree(story.cache, ignore_errors=True)
    whole = seconds(lambda: shelve(story))
    again = seconds(lambda: shelve(story))
    more = one_more(story)
    checkers = Checkers(story)
    checkers._reader = Reader(story.pipeline or None)
    checkers._reader.read("The language pipeline and the tables are loaded before the clock runs.")

    def ask(text: str) -> None:
        with closing(Snapshot(story.database)) as snapshot:
            checkers.of(snapshot).check(text)

    first = milliseconds(lambda: ask(QUESTIONS[0]))
    later = [milliseconds(lambda text=text: ask(text)) for text in QUESTIONS[1:]]  # type: ignore[misc]
    repeated = [milliseconds(lambda text=text: ask(text)) for text in QUESTIONS[1:]]  # type: ignore[misc]
    with closing(sqlite3.connect(story.folder / "story.db")) as connection:
        ((articles,),) = connection.execute("SELECT count(*) FROM article")
    return {
        "articles": articles,
        "shelve_all_cpu_seconds": whole,
        "nothing_new_cpu_seconds": again,
        "one_more_cpu_seconds": more,
        "first_question_ms": round(first, 1),
        "new_question_ms_median": round(median(later), 1),
        "new_question_ms_p95": p95(later),
        "known_question_ms_p95": p95(repeated),
        "bytes": sum(file.stat().st_size for file in story.cache.glob("sentences-*.db")),
        "bytes_of_story": (story.folder / "story.db").stat().st_size,
    }


def main() -> None:
    """Prints and keeps the figures."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    found = {str(size): measured(large_story(size)) for size in sizes}
    kept = {"machine": machine(), "commit": commit(), "sizes": found}
    RESULTS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
