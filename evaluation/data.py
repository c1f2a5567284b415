"""The folders of public data: where they lie, and whether they are whole.

`check(root, folder)` raises DataProblem, whose message names the file and the line, when a folder is
absent, cut short, or of another format than its adapter reads. Counts were taken on 2026-11-22, and so were the
sizes in `data_sizes.tsv`: a file with fewer bytes is cut short, whatever it still looks like. `python -m evaluation.data`
takes the sizes anew.
"""

import csv
import hashlib
import json
import lzma
import re
import tarfile
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[1]
DATA = PROJECT.parent / "shared" / "data"
UNPACKED = PROJECT / "build" / "evaluation" / "data"
SIZES = Path(__file__).with_name("data_sizes.tsv")


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
    except (LookupError, ValueError) as error:
        raise DataProblem(f"{path}, line 1: XML of an unknown encoding ({error})") from None


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
    """Records of a list, or of an object whose values are the records."""
    text = "".join(line for _, line in _lines(path))
    if not text:
        return 0
    try:
        made = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataProblem(f"{path}, line {error.lineno}: no JSON ({error.msg})") from None
    if isinstance(made, dict) and all(isinstance(record, dict) for record in made.values()):
        made = list(made.values())
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
    count = 0
    try:
        header = next(reader, [])
        if header:
            _must_have(path, 1, has, header, "columns")
        for row in reader:
            if len(row) != len(header):
                raise DataProblem(
                    f"{path}, line {reader.line_num}: {len(header)} columns expected, found {len(row)}"
                )
            count += 1
    except csv.Error as error:
        raise DataProblem(f"{path}, line {reader.line_num}: no CSV ({error})") from None
    return count


def _words(path: Path, _: tuple[str, ...]) -> int:
    """1 for a text of mostly letters and spaces, in whatever encoding."""
    content = path.read_bytes()
    plain = len(re.findall(rb"[A-Za-z\s]", content))
    if plain < 0.6 * len(content):
        raise DataProblem(f"{path}, line 1: words expected, found {content[:20]!r}")
    return int(bool(content))


def _holding(path: Path, has: tuple[str, ...]) -> int:
    """How many lines hold one of the given marks, whatever else the file is."""
    lines = path.read_bytes().splitlines()
    count = sum(any(mark.encode() in line for mark in has) for line in lines)
    if lines and not count:
        raise DataProblem(f"{path}, line 1: {' or '.join(has)} expected, found {lines[0][:40]!r}")
    return count


def _dated(path: Path) -> int:
    """How many days a timeline has."""
    lines = path.read_bytes().splitlines()
    days = sum(re.fullmatch(rb"\s*\d{4}-\d\d-\d\d\s*", line) is not None for line in lines)
    if lines and not days:
        raise DataProblem(f"{path}, line 1: a day (2020-01-31) expected, found {lines[0][:40]!r}")
    return days


FORMATS: dict[str, Callable[[Path, tuple[str, ...]], int]] = {
    "xml": _xml,
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "text": lambda path, _: sum(1 for _ in _lines(path)),
    "any": lambda _, __: 1,  # empty articles are left out where they are read
    "bytes": lambda path, _: int(path.stat().st_size > 0),
    "holding": _holding,
    "words": _words,
    "brat": _matching(r"[A-Z]\d+\t|#|\s*$", "a line of brat stand-off (T1, E1, A1 ...)"),
    "conll": _matching(r"#|\s*$|[^\t]+\t\d+\t\d+\t[^\t]*\t\S", "five columns of CoNLL"),
    "bio": _matching(r"\s*$|[^\t]+\t(?:O|[BI]-\w+)\s*$", "a word and a BIO label"),
    "pairs": _matching(r"(?:[^\t]+\t)+[^\t]+$", "columns set apart by tabs"),
    "dated": lambda path, _: _dated(path),
    "timelines": _matching(r"[^\t<]+$|\d+\t[^\t]+\t\S|\s*$", "order, date and events"),
}

FOLDERS: dict[str, tuple[Files, ...]] = {
    "polnear": (
        Files("data/dev/text/*.txt", "text", 84, 1000),
        Files("data/dev/attributions/*.ann", "brat", 94, 5000),
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
    "ecbplus": (Files("*/*.xml", "xml", 772, has=("token", "Markables")),),
    "petrarch": (
        # Some records of this set are no well-formed XML as published; its adapter reads them by pattern.
        Files("universal/UniversalPetrarch/data/text/PETR*.xml", "holding", 2, 360, ("<Sentence",)),
        Files("petrarch2/petrarch2/data/dictionaries/*.actors.txt", "holding", 4, 1000, ("[",)),
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
        Files("data/*.txt", "words", 100, 100),
    ),
    "rewriting_pairs": (
        Files("msr-para-train.tsv", "pairs", 1, 3500),
        Files("SICK_train.txt", "pairs", 1, 4000),
        Files("sts2013-headlines.tsv", "pairs", 1, 700),
        Files("semeval2022_task8_en_train.csv", "csv", 1, 100, ("pair_id", "text1", "text2")),
    ),
    "name_variants": (Files("*.csv", "csv", 4, 1000, ("full_name",)),),
    "timeline17": (
        Files("*/timelines/*.txt", "dated", 10, 270),
        Files("*/InputDocs/*/*.txt", "any", 2300),
    ),
    "webpages": (
        Files("tests/evaldata.json", "json", 1, 900, ("file", "with", "without")),
        Files("tests/[ce]*/*", "bytes", 900, 900),
    ),
}
ARCHIVES = ("timeline17", "webpages")


def check(root: Path, folder: str) -> None:
    """Raises DataProblem unless everything that the adapter of `folder` reads is there and whole."""
    place = unpacked(root, folder) if folder in ARCHIVES else root / folder
    if not place.is_dir():
        raise DataProblem(f"{place}: the folder is not there")
    for files in FOLDERS[folder]:
        paths = sorted(place.glob(files.glob))
        if len(paths) < files.least:
            raise DataProblem(
                f"{place / files.glob}, line 1: {files.least} files expected, {len(paths)} are there"
            )
        rows = 0
        for path in paths:
            made = FORMATS[files.format](path, files.has)
            if made == 0:
                raise DataProblem(f"{path}, line 1: the file is empty")
            _must_be_whole(path, f"{folder}/{path.relative_to(place).as_posix()}")
            rows += made
        if rows < files.rows:
            raise DataProblem(
                f"{paths[-1]}, line {rows}: cut short, {files.rows} rows expected at least"
            )


def _must_be_whole(path: Path, name: str) -> None:
    there, wanted = path.stat().st_size, sizes().get(key_of(name), 0)
    if there < wanted:
        lines = max(1, len(path.read_bytes().splitlines()))
        raise DataProblem(f"{path}, line {lines}: cut short, {there} of {wanted} bytes are there")


def key_of(name: str) -> str:
    """What stands for a file in the list of sizes: some names are headlines of the reports inside."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


@cache
def sizes() -> dict[str, int]:
    """The bytes of every file that is read, by the key of its path below the folder of all data; of archives
    none, which tell themselves whether they are whole."""
    lines = SIZES.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {key: int(size) for key, size in rows}


def _take_out(file: tarfile.TarFile, folder: Path) -> None:
    """Unpacks an archive into a folder, with the standard library's guard against names that lead out of it where this
    Python has it (3.11.4 and later; Debian 12 has 3.11.2)."""
    if hasattr(tarfile, "data_filter"):
        file.extractall(folder, filter="data")
    else:
        file.extractall(folder)


def unpacked(root: Path, folder: str) -> Path:
    """The folder of an archive's content, unpacked below build/ once for each content; raises DataProblem when
    the archive is absent or damaged."""
    if (root / folder).is_dir():
        return root / folder
    archive = root / f"{folder}.tar.xz"
    if not archive.exists():
        raise DataProblem(f"{archive}, line 1: neither the archive nor a folder {folder}/ is there")
    target = UNPACKED / hashlib.sha256(archive.read_bytes()).hexdigest()[:16]
    if not target.exists():
        UNPACKED.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=UNPACKED) as making:
            whole = Path(making) / "whole"
            try:
                with tarfile.open(archive) as file:
                    _take_out(file, whole)
            except (tarfile.TarError, lzma.LZMAError, EOFError, OSError) as error:
                told = (str(error).splitlines() or [type(error).__name__])[0]
                raise DataProblem(f"{archive}, line 1: no whole archive ({told})") from None
            if not (whole / folder).is_dir():
                raise DataProblem(f"{archive}, line 1: a folder {folder}/ expected in the archive")
            # Two sets may unpack one archive at the same time: whoever is first has made it.
            if not target.exists():
                with suppress(OSError):
                    whole.rename(target)
    return target / folder


def main() -> None:
    """Writes the sizes of all files that are read."""
    rows = sorted(
        (key_of(f"{folder}/{path.relative_to(DATA / folder).as_posix()}"), path.stat().st_size)
        for folder, kinds in FOLDERS.items()
        if folder not in ARCHIVES
        for files in kinds
        for path in (DATA / folder).glob(files.glob)
    )
    head = "# bytes of each file that is measured on, by `python -m evaluation.data`; see data.py\n"
    SIZES.write_text(head + "".join(f"{key}\t{size}\n" for key, size in rows), "utf-8")


if __name__ == "__main__":
    main()
