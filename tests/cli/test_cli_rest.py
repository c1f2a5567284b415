"""Every command that has no test file of its own: its JSON, its text, its help, and what a wrong call says."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cli.main import main
from secondsource.corrections.file import read_corrections


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def copy(pemba_story, tmp_path) -> Path:
    """A copy of the example story that may be changed."""
    return Path(shutil.copytree(pemba_story, tmp_path / "story"))


READS = [
    ("judgements",),
    ("unsure",),
    ("unsure", "--kind", "event", "--length", "3"),
    ("split",),
    ("thread",),
    ("thread", "demands"),
    ("thread", "talks", "--as-of", "2023-10-08"),
    ("search", "boats"),
    ("search", "--type", "consult", "--from", "2023-10-01", "--to", "2023-10-31"),
    ("actors",),
    ("actors", "--kind", "person"),
    ("changes",),
    ("changes", "--kind", "figure"),
    ("doctor",),
    ("migrate",),
]


@pytest.mark.parametrize("command", READS, ids=" ".join)
def test_it_prints_text_and_valid_json(pemba_story, command):
    name, *rest = command
    shown = run(name, pemba_story, *rest)
    assert shown.exit_code == 0, shown.output
    assert "Traceback" not in shown.output
    as_json = run(name, pemba_story, *rest, "--json")
    assert as_json.exit_code == 0
    json.loads(as_json.stdout)
    assert len(as_json.stdout.splitlines()) == 1


COMMANDS = """judge judgements unsure split thread search actors since changes withdraw doctor backup
    restore migrate verify chart check serve export build read brief explain""".split()


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_it_does(name):
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f" {name} [OPTIONS]" in shown.stdout
    first = shown.stdout.split("\n\n")[1].strip()
    assert len(first.split()) >= 5


WRONG = [
    (("thread", "{story}", "nothing"), "nothing"),
    (("thread", "{story}", "--as-of", "soon"), "2024-03-05"),
    (("search", "{story}", "--from", "soon"), "2024-03-05"),
    (("search", "{story}", "boats", "--limit", "0"), "--limit"),
    (("actors", "{story}", "Zzyzx"), "secondsource actors"),
    (("since", "{story}", "soon"), "soon"),
    (("since", "{story}"), "DAY|ARTICLE"),
    (("changes", "{story}", "--kind", "none"), "--kind"),
    (("withdraw", "{story}", "zzzz", "--why", "x"), "zzzz"),
    (("withdraw", "{story}", "zzzz"), "--undo"),
    (("withdraw", "{story}", "zzzz", "--why", "x", "--undo"), "--undo"),
    (("doctor", "nowhere"), "secondsource build"),
    (("backup", "nowhere", "x.zip"), "secondsource build"),
    (("backup", "{story}", "{story}/story.toml"), "name a new file"),
    (("restore", "nowhere.zip", "new"), "secondsource backup"),
    (("restore", "{story}/story.toml", "new"), "no whole backup"),
    (("restore", "nowhere.zip", "{story}"), "name a new folder"),
    (("migrate", "nowhere"), "secondsource build"),
    (("verify", "nowhere.zip"), "evidence bundle"),
    (("verify", "{story}/story.toml"), "evidence bundle"),
    (("chart", "{story}", "nothing"), "nothing"),
    (("chart", "nowhere", "map"), "secondsource build"),
    (("check", "{story}"), "--file"),
    (("check", "{story}", "A sentence.", "--published", "soon"), "2024-03-05"),
    (("judge", "{story}", "wrong", "zzzz", "--who", "a", "--why", "b"), "secondsource standing"),
    (("judge", "{story}", "nothing", "aa", "--who", "a", "--why", "b"), "nothing"),
    (("judge", "{story}", "wrong", "--who", "a", "--why", "b"), "SUBJECT"),
    (("judge", "{story}", "wrong", "aa"), "--who"),
    (("judgements", "nowhere"), "secondsource build"),
    (("unsure", "{story}", "--kind", "none"), "--kind"),
    (("split", "nowhere"), "secondsource build"),
]


@pytest.mark.parametrize(("command", "says"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_a_wrong_call_exits_with_2_and_one_line_that_says_what_to_do(
    pemba_story, tmp_path, monkeypatch, command, says
):
    monkeypatch.chdir(tmp_path)
    shown = run(*(word.format(story=pemba_story) for word in command))
    assert shown.exit_code == 2, shown.output
    assert shown.stdout == ""
    last = shown.stderr.strip().splitlines()[-1]
    assert last.lower().startswith("error: ")
    assert says in last
    assert not list(tmp_path.iterdir())


def test_since_a_day_and_since_an_article(pemba_story, pemba):
    shown = run("since", pemba_story, "2023-10-10")
    assert shown.exit_code == 0, shown.stderr
    assert "## New reports" in shown.stdout
    newest = max(
        (row for row in pemba.articles if row.article and row.article.published),
        key=lambda row: row.article.published.latest,
    )
    found = json.loads(run("since", pemba_story, newest.id, "--json").stdout)
    assert newest.id in {row["id"] for row in found["articles"]}


def test_an_actor_is_shown_with_its_names(pemba_story, pemba):
    actor = max((a for a in pemba.actors if a.kind == "person"), key=lambda one: one.mentions)
    shown = run("actors", pemba_story, actor.name)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"# {actor.name}")
    assert json.loads(run("actors", pemba_story, actor.name, "--json").stdout)["name"] == actor.name


def test_search_gives_only_what_was_asked(pemba_story):
    found = json.loads(
        run("search", pemba_story, "--status", "threatened", "--limit", "5", "--json").stdout
    )
    assert found["facts"]
    assert {fact["status"] for fact in found["facts"]} == {"threatened"}


def test_a_judgement_is_kept_and_waits_for_the_next_build(copy, pemba):
    claim = next(claim for claim in pemba.claims if claim.kind == "event")
    made = run("judge", copy, "confirmed", claim.id, "--who", "Desk", "--why", "seen", "--json")
    assert made.exit_code == 0, made.stderr
    assert json.loads(made.stdout)["decision"] == "confirmed"
    assert "secondsource build" in made.stderr
    (kept,) = read_corrections(copy).judgements
    assert (kept.who, kept.why) == ("Desk", "seen")
    waiting = run("judgements", copy, "--json")
    assert json.loads(waiting.stdout) == []
    assert "1 wait for" in waiting.stderr


def test_unsure_is_about_two(copy, pemba):
    one, two = [claim for claim in pemba.claims if claim.kind == "event"][:2]
    alone = run("judge", copy, "unsure", one.id, "--who", "Desk", "--why", "unclear")
    assert alone.exit_code == 2
    assert "name both" in alone.stderr
    both = run("judge", copy, "unsure", one.id, two.id, "--who", "Desk", "--why", "unclear")
    assert both.exit_code == 0, both.stderr


def test_an_article_is_withdrawn_and_taken_back(copy, pemba):
    id = pemba.articles[0].id
    gone = run("withdraw", copy, id, "--why", "a hoax", "--who", "Desk", "--json")
    assert gone.exit_code == 0, gone.stderr
    told = json.loads(gone.stdout)
    assert (told["article"], told["status"]) == (id, "withdrawn")
    assert "a hoax" in told["reason"]
    assert f"{copy}: nothing found" in run("doctor", copy).stderr
    back = run("withdraw", copy, id, "--undo")
    assert back.exit_code == 0, back.stderr
    assert ": read" in back.stdout


def test_a_backup_is_restored_to_the_same_record(copy, tmp_path):
    file, again = tmp_path / "story.zip", tmp_path / "again"
    made = run("backup", copy, file, "--json")
    assert made.exit_code == 0, made.stderr
    assert json.loads(made.stdout)["files"] > 0
    restored = run("restore", file, again, "--json")
    assert restored.exit_code == 0, restored.stderr
    assert json.loads(restored.stdout)["story"] == str(again)
    for command in (["standing"], ["export", "--format", "jsonl"]):
        name, *rest = command
        assert run(name, again, *rest).stdout == run(name, copy, *rest).stdout
    assert run("doctor", again).exit_code == 0


def test_doctor_names_a_line_that_is_no_judgement(copy):
    with (copy / "corrections.jsonl").open("a") as file:
        file.write('{"decision": "shrug"}\n')
    shown = run("doctor", copy, "--json")
    assert shown.exit_code == 1
    assert [row["kind"] for row in json.loads(shown.stdout)] == ["no-judgement"]
    assert "line 1" in shown.stdout


def test_doctor_names_what_is_lost_and_exits_with_1(copy):
    lost = next(file for file in (copy / "captures").rglob("*") if file.is_file())
    lost.unlink()
    shown = run("doctor", copy, "--json")
    assert shown.exit_code == 1
    (found,) = json.loads(shown.stdout)
    assert found["what_to_do"]
    assert found["kind"] == "missing-capture"


def test_an_article_checked_against_its_own_record_is_supported(pemba_story, pemba, tmp_path):
    claim = max(
        (c for c in pemba.claims if c.kind == "event" and c.status == "happened"),
        key=lambda one: (one.standing.independent, one.id),
    )
    file = tmp_path / "draft.txt"
    file.write_text(claim.reports[0].words, "utf-8")
    shown = run("check", pemba_story, "--file", file, "--json")
    assert shown.exit_code == 0, shown.stderr
    found = json.loads(shown.stdout)
    assert found
    assert {one["verdict"] for one in found} <= {
        "supported",
        "contested",
        "only said",
        "never happened",
        "unknown",
    }
    text = run("check", pemba_story, "Nobody counted the lorries of Chad.")
    assert text.exit_code == 0
    assert "unknown" in text.stdout
