"""The commands export, chart, verify and brief --format: files, streams, exit codes."""

import json

import pytest
from click.testing import CliRunner

from secondsource.cli.main import main
from secondsource.export.formats import FORMATS


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "followthemoney"])
def test_export_to_a_file_and_to_standard_output_are_the_same(form, folder, tmp_path):
    pytest.importorskip("icalendar")
    shown = run("export", folder, "--format", form)
    assert shown.exit_code == 0, shown.stderr
    written = run("export", folder, "--format", form, "--output", tmp_path / "x")
    assert written.exit_code == 0
    assert written.stdout == ""
    assert (tmp_path / "x").read_bytes() == shown.stdout_bytes


def test_tables_go_to_a_folder_or_one_to_standard_output(folder, tmp_path):
    assert run("export", folder, "--format", "parquet", "--output", tmp_path / "t").exit_code == 0
    assert (tmp_path / "t" / "claims.parquet").is_file()
    shown = run("export", folder, "--format", "csv", "--table", "claims")
    assert shown.stdout.startswith("id,about,")


@pytest.mark.parametrize("kind", ["figures", "timeline", "lineage", "standing", "map"])
def test_chart_writes_svg(kind, folder, tmp_path):
    assert run("chart", folder, kind, "--output", tmp_path / "x.svg").exit_code == 0
    assert (tmp_path / "x.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("form", "start"), [("text", "# "), ("markdown", "# "), ("html", ""), ("pdf", "%PDF")]
)
def test_brief_in_every_form(form, start, folder, tmp_path):
    file = tmp_path / "brief"
    assert run("brief", folder, "--format", form, "--output", file).exit_code == 0
    assert file.read_bytes().startswith(start.encode())
    assert run("brief", folder, "--format", form).stdout_bytes.strip() == file.read_bytes().strip()


def test_verify_says_what_it_checked(folder, tmp_path):
    file = tmp_path / "x.zip"
    assert run("export", folder, "--format", "bundle", "--output", file).exit_code == 0
    shown = run("verify", file)
    assert shown.exit_code == 0
    assert "all that can be checked holds" in shown.stdout
    assert json.loads(run("verify", file, "--json").stdout)["problems"] == []


def test_verify_fails_on_what_was_changed(folder, tmp_path):
    file = tmp_path / "x.zip"
    run("export", folder, "--format", "bundle", "--output", file)
    data = file.read_bytes()
    file.write_bytes(data.replace(b"This is an evidence bundle", b"This is no evidence bundle", 1))
    shown = run("verify", file)
    assert shown.exit_code in (2, 3)
    assert "PROBLEM" in shown.stdout or "error" in shown.stderr


MISTAKES = [
    ("tables without a folder", ["export", "{story}", "--format", "csv"], "--output"),
    (
        "a table that there is not",
        ["export", "{story}", "--format", "csv", "--table", "x"],
        "claims",
    ),
    ("no such key", ["export", "{story}", "--format", "bundle", "--sign", "nokey"], "nokey"),
    ("no bundle", ["verify", "{story}/story.toml"], "bundle"),
    ("no story", ["chart", "nowhere", "map"], "holds no story"),
]


@pytest.mark.parametrize(("why", "command", "says"), MISTAKES)
def test_a_mistake_says_what_to_do(why, command, says, folder):
    shown = run(*[word.format(story=folder) for word in command])
    assert shown.exit_code == 2, why
    assert says in shown.stderr
    assert shown.stdout == ""
