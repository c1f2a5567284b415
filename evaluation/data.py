"""The folders of public data: where they lie, and whether they are whole.

`check(root, folder)` raises DataProblem, whose message names the file and the line, when a folder is
absent, cut short, or of another format than its adapter reads. Counts were taken on 2026-11-22.
"""

import csv
import json
import lzma
import re
import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
DATA = PROJECT.parent / "shared" / "data"
UNPACKED = PROJECT / "build" / "evaluation" / "data"


class DataProblem(Exception):
    """Data that cannot be measured on; the message names the file and the line."""


@dataclass(frozen=True)
class Files:
    """Files that must be there: a glob below the folder, the name of their format, how many of them
    at least, how many rows (lines, records) all together at least, and what each must have: XML elements, keys of
    a record of JSON, columns of CSV."""

    glob: str
    format: str
    least: int = 1
    rows: int = 1
    has: tuple[str, ...] = ()


def _must_have(
    path: Path, line: int, wanted: Iterable[str], there: Iterable[str], what: str
) -> None:
    lacking = sorted(set(wanted) - set(there))
    if lacking:
        raise DataProblem(f"{path}, line {line}: {what} {', '.join(lacking)} expected")


def _xml(path: Path, has: tuple[str, ...]) -> int:
    try:
        tags = [element.tag for element in ElementTree.parse(path).iter()]
        _must_have(path, 1, has, tags, "XML elements")
        return len(tags)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise DataProblem(
            f"{path}, line {line}, column {column}: no well-formed XML ({error})"
        ) from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from enumerate(file, 1)
    except UnicodeDecodeError as error:
        before = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DataProblem(f"{path}, line {before}: not UTF-8 ({error.reason})") from None


def _record(path: Path, line: int, made: object, has: tuple[str, ...]) -> None:
    if not isinstance(made, dict):
        raise DataProblem(f"{path}, line {line}: a JSON object expected")
    _must_have(path, line, has, made, "keys")


def _jsonl(path: Path, has: tuple[str, ...]) -> int:
    count = 0
    for number, line in _lines(path):
        if line.strip():
            try:
                made = json.loads(line)
            except json.JSONDecodeError as error:
                raise DataProblem(f"{path}, line {number}: no JSON ({error.msg})") from None
            _record(path, number, made, has)
            count += 1
    return count


def _json(path: Path, has: tuple[str, ...]) -> int:
    text = "".join(line for _, line in _lines(path))
    if not text:
        return 0
    try:
        made = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataProblem(f"{path}, line {error.lineno}: no JSON ({error.msg})") from None
    if not isinstance(made, list):
        raise DataProblem(f"{path}, line 1: a JSON list expected")
    for record in made:
        _record(path, 1, record, has)
    return len(made)


def _matching(pattern: str, what: str) -> Callable[[Path, tuple[str, ...]], int]:
    compiled = re.compile(pattern)

    def read(path: Path, _: tuple[str, ...]) -> int:
        count = 0
        for number, line in _lines(path):
            if not compiled.match(line):
                raise DataProblem(f"{path}, line {number}: {what} expected, found {line[:40]!r}")
            count += 1
        return count

    return read


def _csv(path: Path, has: tuple[str, ...]) -> int:
    reader = csv.reader(line for _, line in _lines(path))
    header = next(reader, [])
    if header:
        _must_have(path, 1, has, header, "columns")
    count = 0
    for row in reader:
        if len(row) != len(header):
            raise DataProblem(
                f"{path}, line {reader.line_num}: {len(header)} columns expected, found {len(row)}"
            )
        count += 1
    return count


FORMATS: dict[str, Callable[[Path, tuple[str, ...]], int]] = {
    "xml": _xml,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "text": lambda path, _: sum(1 for _ in _lines(path)),
    "bytes": lambda path, _: int(path.stat().st_size > 0),
    "brat": _matching(r"[A-Z]\d+\t|#|\s*$", "a line of brat stand-off (T1, E1, A1 ...)"),
    "conll": _matching(r"#|\s*$|[^\t]+\t\d+\t\d+\t[^\t]*\t\S", "five columns of CoNLL"),
    "bio": _matching(r"\s*$|[^\t]+\t(?:O|[BI]-\w+)\s*$", "a word and a BIO label"),
    "pairs": _matching(r"(?:[^\t]+\t)+[^\t]+$", "columns set apart by tabs"),
    "timelines": _matching(r"[^\t<]+$|\d+\t[^\t]+\t\S|\s*$", "order, date and events"),
}

FOLDERS: dict[str, tuple[Files, ...]] = {
    "polnear": (
        Files("data/dev/text/*.txt", "text", 80, 1000),
        Files("data/dev/attributions/*.ann", "brat", 80, 5000),
    ),
    "tempeval3": (
        Files("TBAQ-cleaned/TimeBank/*.tml", "xml", 183, has=("DCT", "TEXT", "TIMEX3")),
        Files("TBAQ-cleaned/AQUAINT/*.tml", "xml", 73, has=("DCT", "TEXT", "TIMEX3")),
    ),
    "meantime": (
        Files(
            "intra_cross-doc_annotation/corpus_apple/*.xml",
            "xml",
            30,
            has=("token", "EVENT_MENTION"),
        ),
    ),
    "semeval2015_timeline": (Files("TimeLines_trial_data_task4_v1.2/*.txt", "timelines", 6, 80),),
    "newswcl50": (Files("topics_0_3.conll", "conll", 1, 15000),),
    "ecbplus": (Files("*/*.xml", "xml", 700, has=("token", "Markables")),),
    "petrarch": (
        # Some records of this set are no well-formed XML as published; its adapter reads them by pattern.
        Files("universal/UniversalPetrarch/data/text/PETR*.xml", "bytes", 2),
        Files("petrarch2/petrarch2/data/dictionaries/*.actors.txt", "bytes", 4),
    ),
    "geoparsing": (
        Files("lgl.xml", "xml", 1, 5000, ("article", "text", "toponym")),
        Files("GeoVirus.xml", "xml", 1, 2000, ("article", "text", "location")),
    ),
    "quantities": (Files("*-model.json", "json", 4, 100, ("text", "quantities")),),
    "crossner": (Files("politics/dev.txt", "bio", 1, 15000),),
    "lineage_ecb_meta": (Files("pairs.jsonl", "jsonl", 1, 200, ("id", "sentences")),),
    "clough_stevenson": (
        Files("data/file_information.csv", "csv", 1, 100, ("File", "Task", "Category")),
        Files("data/*.txt", "bytes", 100, 100),
    ),
    "rewriting_pairs": (
        Files("msr-para-train.tsv", "pairs", 1, 3500),
        Files("SICK_train.txt", "pairs", 1, 4000),
        Files("sts2013-headlines.tsv", "pairs", 1, 700),
        Files("semeval2022_task8_en_train.csv", "csv", 1, 100, ("pair_id", "text1", "text2")),
    ),
    "name_variants": (Files("*.csv", "csv", 4, 1000, ("full_name",)),),
    "timeline17": (),
    "webpages": (),
}
ARCHIVES = ("timeline17", "webpages")


def check(root: Path, folder: str) -> None:
    """Raises DataProblem unless everything that the adapter of `folder` reads is there and whole."""
    if folder in ARCHIVES:
        path = root / f"{folder}.tar.xz"
        if not path.exists() and not (root / folder).is_dir():
            raise DataProblem(
                f"{path}, line 1: neither the archive nor a folder {folder}/ is there"
            )
        return
    if not (root / folder).is_dir():
        raise DataProblem(f"{root / folder}: the folder is not there")
    for files in FOLDERS[folder]:
        paths = sorted((root / folder).glob(files.glob))
        if len(paths) < files.least:
            raise DataProblem(
                f"{root / folder / files.glob}, line 1: {files.least} files expected, {len(paths)} are there"
            )
        rows = 0
        for path in paths:
            made = FORMATS[files.format](path, files.has)
            if made == 0:
                raise DataProblem(f"{path}, line 1: the file is empty")
            rows += made
        if rows < files.rows:
            raise DataProblem(
                f"{paths[-1]}, line {rows}: cut short, {files.rows} rows expected at least"
            )


def unpacked(root: Path, folder: str) -> Path:
    """The folder of an archive's content, unpacked below build/ once; raises DataProblem when the
    archive is damaged."""
    if (root / folder).is_dir():
        return root / folder
    target, mark = UNPACKED / folder, UNPACKED / f"{folder}.whole"
    if not mark.exists():
        archive = root / f"{folder}.tar.xz"
        try:
            with tarfile.open(archive) as file:
                file.extractall(UNPACKED, filter="data")
        except (tarfile.TarError, lzma.LZMAError, EOFError, OSError) as error:
            raise DataProblem(f"{archive}, line 1: no whole archive ({error})") from None
        mark.touch()
    return target
