"""The command: alerts on standard output, talk on standard error, one report a round as JSON."""

import json
from functools import partial

import pytest
from click.testing import CliRunner
from unread import unread_build

from secondsource.cli.main import main
from secondsource.watch.rounds import Watch
from secondsource.watch.rules import example_rules


@pytest.fixture
def run(monkeypatch, tmp_path, site):
    """`run(*arguments)`: the command on a story of the test, which reads nothing."""
    quick = partial(Watch, build=unread_build, pause_seconds=0.0)
    monkeypatch.setattr("secondsource.cli.watching.Watch", quick)
    (tmp_path / "rules.toml").write_text("[[rule]]\nwhen = 'article'\n", "utf-8")

    def called(*arguments: str):
        rules = ["--rules", str(tmp_path / "rules.toml"), "--allow-private"]
        story = str(tmp_path / "story")
        return CliRunner().invoke(main, ["watch", story, *rules, *arguments])

    return called


def test_once_and_once_again(run, site, tmp_path):
    feed, file = f"{site.root}/rss", str(tmp_path / "alerts.jsonl")
    first = run(feed, "--once", "--alerts", file)
    assert first.exit_code == 0, first.output
    assert first.stdout == ""
    assert "1 taken in" in first.stderr
    site.add("/rss", "/second", "Post: more", "2024-03-02\nThe pier closed.")
    second = run(feed, "--once", "--alerts", file)
    assert "article: “So” [a new report]" in second.stdout
    assert f"{site.root}/second headline 0-2: “So”" in second.stdout
    assert len((tmp_path / "alerts.jsonl").read_text("utf-8").splitlines()) == 1


def test_one_report_a_round_as_json(run, site):
    shown = run(f"{site.root}/rss", f"{site.root}/none", "--once", "--json")
    report = json.loads(shown.stdout)
    assert [one["taken"] for one in report["sources"]] == [1, 0]
    assert "404" in report["sources"][1]["fault"]
    assert shown.exit_code == 0


def test_strict_tells_of_sources_that_failed(run, site):
    assert run(f"{site.root}/none", "--once", "--strict").exit_code == 1
    assert run(f"{site.root}/rss", "--once", "--strict").exit_code == 0


MISTAKES = [
    ([], "name what to watch"),
    (["nowhere"], "does not exist"),
    (["{feed}", "--today", "tomorrow"], "no ISO day"),
    (["{feed}", "--webhook", "there"], "no web address"),
    (["{feed}", "--rules", "none.toml"], "cannot be read as rules"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_mistakes_say_what_to_do(run, site, arguments, said):
    shown = run(*[one.format(feed=f"{site.root}/rss") for one in arguments], "--once")
    assert shown.exit_code == 2
    assert said in shown.stderr
    assert not site.asked


def test_the_usual_rules_are_printed(run):
    assert run("--print-rules").stdout == example_rules()
