"""`check`: a sentence, or a whole document, held against the record."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from ..check import Checked, Verdict
from ..check.opening import Checkers
from ..errors import UsageError
from ..model.record import ArticleRow
from ..store.pages import Snapshot
from ..store.story import open_story
from .command import DAY, JSON, STORY, print_json, print_lines, text_of

MARKS: dict[Verdict, str] = {
    "supported": "+",
    "contested": "!",
    "only said": "“",
    "never happened": "-",
    "unknown": "?",
}


@click.command()
@STORY
@click.argument("text", required=False)
@click.option("--file", "file", type=click.File("rb"), help="Check a whole document.")
@click.option(
    "--published", type=DAY, help="When the text was written, for “on Tuesday” and the like."
)
@JSON
def check(
    story: Path, text: str | None, file: BinaryIO | None, published: str | None, as_json: bool
) -> None:
    """Hold TEXT (or a document) against the record: each sentence is supported, contested, only
    said, never happened, or unknown, with the exact words and the number of independent sources.

    Unknown means that no report tells of it, not that it is false.

    \b
    secondsource check mystory "Kenya closed the crossing."
    secondsource check mystory --file draft.txt --json
    """
    if (text is None) == (file is None):
        raise UsageError('give either a sentence ("...") or --file FILE')
    asked = text_of(file) if file else text or ""
    if not asked.strip():
        raise UsageError("there is no sentence to check")
    opened = open_story(story)
    opened.store().close()  # a story of an older version is migrated
    with closing(Snapshot(opened.database)) as snapshot:
        checker = Checkers(opened).of(snapshot)
        results = checker.check(asked, published)
        cited = {cited.article or "" for result in results for cited in result.citations}
        outlets = {
            row.id: (row.article.outlet or row.article.address) if row.article else row.id
            for row in snapshot.some(ArticleRow, sorted(cited))
        }
    if as_json:
        print_json(results)
        return
    print_lines(line for result in results for line in _shown(result, outlets))
    if file:
        count = Counter(result.verdict for result in results)
        click.echo(", ".join(f"{count[verdict]} {verdict}" for verdict in MARKS), err=True)


def _shown(result: Checked, outlets: dict[str, str]) -> list[str]:
    sources = f", {result.independent} independent" if result.independent else ""
    why = f": {result.why}" if result.why else ""
    lines = [f"{MARKS[result.verdict]} {result.words}", f"    {result.verdict}{sources}{why}"]
    lines += [
        f"    “{cited.words}” ({outlets.get(cited.article, cited.article)})"
        for cited in result.citations[:3]
    ]
    if len(result.citations) > 3:
        lines.append(f"    … and {len(result.citations) - 3} more (--json shows all)")
    return lines
