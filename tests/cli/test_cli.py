"""The command line: data on standard output, talk on standard error, documented exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cli.main import main

REPORTS = Path(__file__).parents[2] / "examples" / "pemba-channel" / "reports"


@pytest.fixture(scope="module")
def story(tmp_path_factory) -> Path:
    """Three reports of the example story, built by the command."""
    folder = tmp_path_factory.mktemp("cli") / "story"
    files = [str(file) for file in sorted(REPORTS.iterdir())[:3]]
    built = CliRunner().invoke(main, ["build", str(folder), *files])
    assert built.exit_code == 0, built.output
    assert built.stdout == ""
    return folder


VIEWS = ["brief", "timeline", "agenda", "figures", "quotes", "standing", "lineage"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_prints_text_and_json(story, view):
    shown = CliRunner().invoke(main, [view, str(story)])
    assert shown.exit_code == 0
    assert shown.stdout.strip()
    assert shown.stderr == ""
    as_json = CliRunner().invoke(main, [view, str(story), "--json"])
    json.loads(as_json.stdout)


def test_export_gives_one_object_a_line_with_type_and_id(story):
    shown = CliRunner().invoke(main, ["export", str(story), "--format", "jsonl"])
    objects = [json.loads(line) for line in shown.stdout.splitlines()]
    assert all(item["type"] and item["id"] for item in objects)
    assert {"article", "newsroom", "actor", "voice", "utterance", "event", "series", "claim"} <= {
        item["type"] for item in objects
    }


def test_explain_says_why(story):
    claims = json.loads(CliRunner().invoke(main, ["standing", str(story), "--json"]).stdout)
    shown = CliRunner().invoke(main, ["explain", str(story), claims[0]["id"]])
    assert shown.exit_code == 0
    assert "Why:" in shown.stdout


def test_read_gives_the_contract(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(
        "The minister, Jane Okello, said on Tuesday that 30 boats were seized.", "utf-8"
    )
    shown = CliRunner().invoke(
        main, ["read", str(file), "--published", "2023-10-05", "--as-is", "--json"]
    )
    reading = json.loads(shown.stdout)
    assert {"article", "mentions", "times", "places", "figures", "statements", "events"} <= set(
        reading
    )
    text = file.read_text("utf-8")
    for time in reading["times"]:
        cited = time["citation"]
        assert text[cited["start"] : cited["end"]] == cited["words"]
    assert reading["times"][0]["value"] == "2023-10-03"


MISTAKES = [
    ("no story there", ["brief", "nowhere"], 2, "holds no story"),
    ("a source that is missing", ["build", "story", "nowhere"], 2, "nowhere"),
    ("a day that is none", ["agenda", "{story}", "--as-of", "soon"], 2, "soon"),
    ("a claim that is none", ["explain", "{story}", "zzzz"], 2, "zzzz"),
]


@pytest.mark.parametrize(("why", "command", "code", "says"), MISTAKES)
def test_a_mistake_says_what_to_do(story, tmp_path, monkeypatch, why, command, code, says):
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(main, [part.format(story=story) for part in command])
    assert shown.exit_code == code, why
    assert says in shown.stderr
    assert shown.stdout == ""


def test_strict_counts_failures(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    command = ["build", str(tmp_path / "story"), str(tmp_path / "empty.txt")]
    assert CliRunner().invoke(main, command).exit_code == 0
    strict = CliRunner().invoke(main, [*command, "--strict"])
    assert strict.exit_code == 1
    assert "empty.txt" in strict.stderr
