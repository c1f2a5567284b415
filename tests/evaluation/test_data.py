"""A folder that is absent, cut short, or of another format says so, with the file and the line."""

import re
import tarfile
from pathlib import Path

import pytest
from evaluation.data import DATA, FOLDERS, DataProblem, check
from evaluation.registry import BY_NAME, SETS
from evaluation.run import run_here
from evaluation.table import table


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_absent_folder_is_named(folder: str, tmp_path: Path) -> None:
    with pytest.raises(DataProblem, match=folder):
        check(tmp_path, folder)


CASES = [
    # A JSONL that ends in the middle of a row.
    (
        "lineage_ecb_meta",
        "pairs.jsonl",
        '{"id": 1, "sentences": []}\n{"id": 2, "te',
        r"pairs\.jsonl, line 2: no JSON",
    ),
    # A JSONL that is whole but far too short.
    (
        "lineage_ecb_meta",
        "pairs.jsonl",
        '{"id": 1, "sentences": []}\n',
        r"pairs\.jsonl, line 1: cut short",
    ),
    # A table in place of CoNLL.
    (
        "newswcl50",
        "topics_0_3.conll",
        "#begin\na,b,c\n",
        r"topics_0_3\.conll, line 2: five columns",
    ),
    # A BIO file whose labels are gone.
    (
        "crossner",
        "politics/dev.txt",
        "The\tO\nSenate\n",
        r"dev\.txt, line 2: a word and a BIO label",
    ),
    # XML without its end.
    (
        "geoparsing",
        "lgl.xml",
        "<articles>\n<article>\n",
        r"lgl\.xml, line 3, column 0: no well-formed",
    ),
    # JSON cut in the middle.
    ("quantities", "age-model.json", '[\n{"text": "x"},\n', r"line 3: no JSON"),
    # Well-formed, but something else.
    (
        "geoparsing",
        "lgl.xml",
        "<html><article/></html>",
        r"lgl\.xml, line 1: XML elements text, toponym expected",
    ),
    ("quantities", "age-model.json", '{"text": 1}', r"line 1: a JSON list expected"),
    ("quantities", "age-model.json", "[1]", r"line 1: a JSON object expected"),
    ("quantities", "age-model.json", '[{"text": "x"}]', r"line 1: keys quantities expected"),
    ("lineage_ecb_meta", "pairs.jsonl", '{"id": 1}\n', r"line 1: keys sentences expected"),
    ("name_variants", "x.csv", "name;born\n", r"x\.csv, line 1: columns full_name expected"),
    # A table whose rows have lost columns, and one in another encoding.
    (
        "name_variants",
        "x.csv",
        "full_name,born\nA\n",
        r"x\.csv, line 2: 2 columns expected, found 1",
    ),
    ("name_variants", "x.csv", b"full_name\nJos\xe9\n", r"x\.csv, line 2: not UTF-8"),
    ("quantities", "age-model.json", b"[\n\xe9]", r"model\.json, line 2: not UTF-8"),
    # An empty file.
    ("crossner", "politics/dev.txt", "", r"dev\.txt, line 1: the file is empty"),
    # Another encoding.
    ("crossner", "politics/dev.txt", b"The\tO\n\xff\xfe\n", r"dev\.txt, line 2: not UTF-8"),
]


@pytest.mark.parametrize(("folder", "name", "content", "message"), CASES)
def test_damaged_file_is_named_with_its_line(
    folder: str, name: str, content: str | bytes, message: str, tmp_path: Path
) -> None:
    for number in range(4):
        given = Path(name)
        # As many of its kind as the folder has at least, where it has several.
        path = tmp_path / folder / given.with_name(f"{number or ''}{given.name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataProblem, match=message):
        check(tmp_path, folder)


@pytest.mark.slow
@pytest.mark.parametrize("damage", ["cut", "page", "bytes"])
@pytest.mark.parametrize(
    ("folder", "number"),
    [(folder, number) for folder, rows in FOLDERS.items() for number in range(len(rows))],
)
def test_every_folder_damaged_is_named(
    folder: str, number: int, damage: str, tmp_path: Path
) -> None:
    """The real folder with one file of each kind cut in the middle, exchanged for a web page, or for noise."""
    if not (DATA / folder).is_dir():
        pytest.skip(f"{DATA / folder} is not there")
    files = FOLDERS[folder][number]
    victim = sorted((DATA / folder).glob(files.glob))[0]
    data = victim.read_bytes()
    (tmp_path / folder).mkdir()
    for path in (DATA / folder).rglob("*"):
        copy = tmp_path / folder / path.relative_to(DATA / folder)
        if path.is_dir():
            copy.mkdir(parents=True, exist_ok=True)
        elif path != victim:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(path)
        elif damage != "cut":
            copy.write_bytes(b"<p>Not here\n" if damage == "page" else b"\x80\xff" * 40)
        else:
            copy.write_bytes(data[: len(data) // 2])
    with pytest.raises(
        DataProblem, match=rf"{re.escape(victim.name)}, line \d+|line \d+: .* expected"
    ):
        check(tmp_path, folder)


def test_archive_cut_short_is_named_and_left_unused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another archive that was unpacked before does not stand in for it."""
    from evaluation import data

    monkeypatch.setattr(data, "UNPACKED", tmp_path / "unpacked")
    inside = tmp_path / "webpages" / "tests"
    inside.mkdir(parents=True)
    (inside / "evaldata.json").write_text("{}", "utf-8")
    (inside / "page.html").write_bytes(bytes(range(256)) * 40)
    root = tmp_path / "root"
    root.mkdir()
    archive = root / "webpages.tar.xz"
    with tarfile.open(archive, "w:xz") as file:
        file.add(tmp_path / "webpages", "webpages")
    assert (data.unpacked(root, "webpages") / "tests" / "page.html").exists()
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    with pytest.raises(DataProblem, match=r"webpages\.tar\.xz, line 1: no whole archive"):
        data.unpacked(root, "webpages")


def test_damaged_archive_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from evaluation import data

    (tmp_path / "timeline17.tar.xz").write_bytes(b"no archive at all")
    monkeypatch.setattr(data, "UNPACKED", tmp_path / "unpacked")
    with pytest.raises(DataProblem, match=r"timeline17\.tar\.xz, line 1: no whole archive"):
        data.unpacked(tmp_path, "timeline17")


@pytest.mark.parametrize("name", [each.name for each in SETS if each.folder])
def test_missing_data_is_a_row_with_its_reason(name: str, tmp_path: Path) -> None:
    result = run_here(BY_NAME[name], tmp_path, None, None)
    assert (result.reason or "").startswith("skipped: ")
    assert BY_NAME[name].folder.split("/")[0] in table([result])


def test_a_failing_set_is_a_row_that_names_its_place(tmp_path: Path) -> None:
    from dataclasses import replace

    def run(root: object, reader: object, limit: object):  # type: ignore[no-untyped-def]
        raise KeyError("sentence")
        yield

    result = run_here(replace(BY_NAME["status_cases"], run=run), tmp_path, None, None)
    assert (result.reason or "").startswith("failed: KeyError: 'sentence' (test_data.py, line ")
