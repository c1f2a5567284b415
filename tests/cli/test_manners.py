"""How the commands behave towards a shell: interrupts, disks that are full, days, encodings, `--known-at`."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cli import following, viewing
from secondsource.cli.main import main

SENTENCE = "The mayor of Tanga, José Mwema, said on Tuesday that 30 boats were seized off the café."


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_an_interrupt_ends_with_130_and_one_word(pemba_story, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(viewing, "record_of", interrupted)
    ended = run("standing", pemba_story)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (130, "", "interrupted\n")


@pytest.mark.parametrize("command", [("brief",), ("standing", "--json"), ("export",)])
def test_output_that_cannot_be_written_is_one_line(pemba_story, command):
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "secondsource", command[0], pemba_story, *command[1:]],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (2, "error: No space left on device\n")


def test_nobody_who_reads_on_is_no_error(pemba_story):
    program = "import os, sys; os.close(1); r, w = os.pipe(); os.close(r); os.dup2(w, 1)\n"
    program += (
        "from secondsource.cli.main import main; sys.argv = ['x', 'export', sys.argv[1]]; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, pemba_story], stderr=subprocess.PIPE, text=True, check=False
    )
    assert "Traceback" not in ended.stderr


DAYS = [
    ("agenda", "--as-of"), ("thread", "--as-of"), ("search", "--from"), ("search", "--to"),
]  # fmt: skip


@pytest.mark.parametrize("day", ["tomorrow", "2023-02-31", "2023-2-3", "18.1.2022", ""])
@pytest.mark.parametrize(("command", "option"), DAYS)
def test_what_is_no_day_is_told_how_to_write_one(pemba_story, command, option, day):
    ended = run(command, pemba_story, option, day)
    assert ended.exit_code == 2
    assert f"{day!r} is no ISO day; write it as 2024-03-05" in ended.stderr


def test_a_day_in_another_iso_form_is_the_same_day(pemba_story):
    plain, basic = (
        run("agenda", pemba_story, "--as-of", day, "--json").stdout
        for day in ("2023-10-09", "20231009")
    )
    assert plain == basic


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_to_check_is_a_mistake_in_the_call(pemba_story, tmp_path, text):
    assert run("check", pemba_story, text).exit_code == 2
    file = tmp_path / "draft.txt"
    file.write_text(text, "utf-8")
    ended = run("check", pemba_story, "--file", file)
    assert ended.exit_code == 2
    assert "empty" in ended.stderr


def test_an_unknown_kind_of_actor_is_refused(pemba_story):
    ended = run("actors", pemba_story, "--kind", "wizard")
    assert ended.exit_code == 2
    assert "armed-force" in ended.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_whatever_encoding_it_is(tmp_path, encoding):
    file = tmp_path / "report.txt"
    file.write_bytes(SENTENCE.encode(encoding))
    ended = run("read", file, "--as-is", "--json")
    assert json.loads(ended.stdout)["article"]["text"] == SENTENCE


@pytest.mark.parametrize(("data", "says"), [(b"", "empty"), (bytes(range(256)) * 9, "binary")])
def test_a_text_that_is_none_is_named(tmp_path, data, says):
    file = tmp_path / "report.txt"
    file.write_bytes(data)
    ended = run("read", file)
    assert ended.exit_code == 2
    assert f"{file}: the file is {says}" in ended.stderr


def test_every_view_of_a_record_can_be_asked_as_of_a_day_of_knowledge():
    for command in (viewing.brief, following.thread, following.actors, following.search):
        assert "--known-at" in {name for option in command.params for name in option.opts}


def test_actors_and_search_know_only_what_was_known(pemba_story, pemba):
    before, after = (
        len(json.loads(run("actors", pemba_story, "--json", *day).stdout))
        for day in (("--known-at", "2023-10-06"), ())
    )
    assert before < after
    found = json.loads(
        run("search", pemba_story, "boats", "--known-at", "2023-10-06", "--json").stdout
    )
    late = {
        row.id
        for row in pemba.articles
        if row.article and row.article.published and row.article.published.earliest > "2023-10-06"
    }
    assert late
    assert found["articles"]
    assert not late & {row["article"] for row in found["articles"]}


def test_a_folder_with_spaces_and_letters_of_others_is_a_story(tmp_path: Path):
    story = tmp_path / "my störy – 名"
    report = tmp_path / "a report.txt"
    report.write_text(SENTENCE, "utf-8")
    assert run("build", story, report).exit_code == 0
    assert SENTENCE[:20] in run("lineage", story).stdout


SLOW_TO_LOAD = """
import signal, sys, time
# Who runs the tests behind something else may ignore interrupts, and children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
class Loads:
    def find_spec(self, name, path=None, target=None):
        if name == "secondsource":
            print("loads", flush=True)
            time.sleep(20)
sys.meta_path.insert(0, Loads())
from secondsource_command import main
main()
"""
"""The command, held up where it begins to load the package."""


def test_an_interrupt_while_it_loads_ends_alike():
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_TO_LOAD],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == "loads\n"
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err) == (130, "", "interrupted\n")


def test_the_command_runs_as_ever_once_it_is_loaded():
    program = (
        "import sys; from secondsource_command import main; sys.argv[1:] = ['--version']; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0
    assert "version" in ended.stdout


def test_an_option_of_other_commands_is_told_with_theirs(pemba_story):
    ended = run("brief", pemba_story, "--as-of", "2023-10-05")
    assert ended.exit_code == 2
    assert "it is one of agenda, thread. Did you mean '--known-at'?" in ended.stderr
    ended = run("check", pemba_story, "A word.", "--known-at", "2023-10-05")
    assert ended.exit_code == 2
    assert "it is one of brief, timeline," in ended.stderr


def test_the_day_of_a_text_that_is_read_is_a_day(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(SENTENCE, "utf-8")
    ended = run("read", file, "--published", "soon")
    assert ended.exit_code == 2
    assert "'soon' is no ISO day; write it as 2024-03-05" in ended.stderr


def test_parts_are_seen_as_of_a_day_of_knowledge_and_written_whole(pemba_story, tmp_path):
    ended = run("split", pemba_story, "--known-at", "2023-10-06")
    assert "as known on 2023-10-06" in ended.stdout
    ended = run("split", pemba_story, "--known-at", "2023-10-06", "--into", tmp_path / "parts")
    assert ended.exit_code == 2
    assert "--into" in ended.stderr
    assert not (tmp_path / "parts").exists()
