"""The README's example output is the real one; every command that it names exists and has help."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.build import build
from secondsource.cli.main import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_shown_agenda_is_what_the_command_prints(pemba_story):
    printed = CliRunner().invoke(main, ["agenda", str(pemba_story)]).stdout
    shown = re.search(r"<!-- begin: agenda -->\n```\n(.*?)```\n<!-- end", README, re.DOTALL)
    assert shown is not None
    assert shown[1] == f"$ secondsource agenda build/pemba-channel\n{printed}", (
        "run: python -m tests.test_readme, which puts the new output into README.md"
    )


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_and_stands_in_the_readme(command):
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 5
    assert f"secondsource {command}" in README


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "pemba-channel"
        build(story, [ROOT / "examples" / "pemba-channel" / "reports"])
        printed = CliRunner().invoke(main, ["agenda", str(story)]).stdout
    block = f"```\n$ secondsource agenda build/pemba-channel\n{printed}```\n"
    pattern = r"(<!-- begin: agenda -->\n).*?(<!-- end: agenda -->)"
    fresh = re.sub(pattern, lambda m: m[1] + block + m[2], README, flags=re.DOTALL)
    (ROOT / "README.md").write_text(fresh, "utf-8")
