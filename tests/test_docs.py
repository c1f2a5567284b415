"""The documentation is true: its commands and snippets run, its output is what they print, its field guide is
complete.

Every page gets a copy of the built example story at `build/pemba-channel`, beside `examples`. In the order of the page:

- ```` ```console ```` runs each line that begins with `$ secondsource`; the lines under it must stand in the output in
  this order (`...` alone leaves lines out, ` ...` at the end cuts a line);
- ```` ```python ```` is executed; a ```` ```text ```` block right after it is checked like output;
- a block with `title="NAME"` is written to that file.

A comment before a block says what is special: `<!-- needs: server -->` (or `network`) has only the help of its
commands tested; `<!-- exits with N -->` states an exit code other than 0.

`python -m tests.test_docs [STORY] [PAGE...]` puts the nearest real lines where shown ones are out of date; STORY is a
folder in which the example story is kept from one run to the next.
"""

import difflib
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from secondsource.cli.main import main
from secondsource.reading import reader as reader_module

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GENERATED = ("lexicon-unused.md", "quality.md")
PAGES = sorted(path.name for path in DOCS.glob("*.md") if path.name not in GENERATED)

MEND = "run: python -m tests.test_docs, which puts the nearest real lines into the page"
ID = re.compile(r"\b[0-9a-f]{16}\b")


@dataclass
class Block:
    """A fenced block: its language, title and note, and the numbers of its lines (`first` to `last`, half-open)."""

    language: str
    title: str | None
    note: str
    first: int
    last: int


@dataclass
class Shown:
    """What a page shows that is not so: a line, with the output in which it does not stand."""

    number: int
    line: str
    output: str


@dataclass
class Page:
    """A page as lines, run from top to bottom; `stale` are the shown lines that are not real."""

    name: str
    lines: list[str]
    mend: bool = False
    stale: list[Shown] = field(default_factory=list)
    names: dict[str, object] = field(default_factory=dict)

    def blocks(self) -> Iterator[Block]:
        """The fenced blocks, in the order of the page."""
        start, info, note = None, "", ""
        for number, line in enumerate(self.lines):
            fence = re.match(r"\s*```(.*)", line)
            if fence is None:
                if start is None and line.strip():
                    found = re.fullmatch(r"<!-- (.*) -->", line.strip())
                    note = found[1] if found else ""
                continue
            if start is None:
                start, info = number + 1, fence[1]
                continue
            title = re.search(r'title="([^"]*)"', info)
            yield Block(info.split()[0] if info else "", title and title[1], note, start, number)
            start, note = None, ""

    def run(self) -> None:
        """Runs every block in the working folder. Raises AssertionError where something does not run."""
        printed: str | None = None
        for block in list(self.blocks()):
            body = self.lines[block.first : block.last]
            if block.title is not None:
                Path(block.title).parent.mkdir(parents=True, exist_ok=True)
                Path(block.title).write_text("\n".join(body) + "\n", "utf-8")
            elif block.language == "console":
                self._console(block)
            elif block.language == "python":
                printed = self._python(block)
                continue
            elif block.language == "text" and printed is not None:
                self._compare(block.first, block.last, printed)
            printed = None

    def _python(self, block: Block) -> str:
        code = "\n" * block.first + "\n".join(self.lines[block.first : block.last])
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(code, self.name, "exec"), self.names)
        return printed.getvalue()

    def _console(self, block: Block) -> None:
        starts = [
            n for n in range(block.first, block.last) if self.lines[n].lstrip().startswith("$ ")
        ]
        assert starts, f"{self.name}:{block.first}: a console block without a command"
        for start, end in zip(starts, [*starts[1:], block.last], strict=True):
            command = self.lines[start].strip().removeprefix("$ ")
            output = run_command(command, block.note, f"{self.name}:{start + 1}")
            if output is not None:
                self._compare(start + 1, end, output)

    def _compare(self, first: int, last: int, output: str) -> None:
        """Looks the shown lines up in the output, in order; mends them or notes those that are not there."""
        real = [line.rstrip() for line in output.splitlines()]
        at = 0
        for number in range(first, last):
            shown = self.lines[number].rstrip()
            if shown.strip() in ("", "..."):
                continue
            found = _find(shown, real, at)
            if found is None and self.mend:
                found = self._put_right(number, shown, real, at)
            if found is None:
                self.stale.append(Shown(number + 1, shown, output))
            else:
                at = found + 1

    def _put_right(self, number: int, shown: str, real: list[str], at: int) -> int | None:
        """Puts the nearest later line in the place of `shown`, and renames its ids in all that follows."""
        short = shown.removesuffix(" ...")
        was_cut = short != shown
        later = [line[: len(short)] if was_cut else line for line in real[at:]]
        near = difflib.get_close_matches(short, later, 1, 0.5)
        if not near:
            return None
        place = at + later.index(near[0])
        cut = near[0]
        if real[place][len(cut) :].strip() and not real[place][len(cut)].isspace():
            cut = cut.rpartition(" ")[0]
        self.lines[number] = f"{cut} ..." if cut != real[place] else cut
        for was, became in zip(ID.findall(shown), ID.findall(near[0]), strict=False):
            for later_number in range(number + 1, len(self.lines)):
                self.lines[later_number] = self.lines[later_number].replace(was, became)
        return place


def _find(shown: str, real: list[str], at: int) -> int | None:
    cut = shown.removesuffix(" ...")
    for number in range(at, len(real)):
        if real[number] == shown or (cut != shown and real[number].startswith(cut)):
            return number
    return None


def run_command(command: str, note: str, where: str) -> str | None:
    """What the command prints (both streams); None where there is nothing to compare. Raises AssertionError
    for another exit code than the one that the note states (0 without)."""
    if command.startswith("make "):
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert command.split()[1] in targets, f"{where}: {command}"
        return None
    words = shlex.split(command)
    assert words[0] == "secondsource", (
        f"{where}: only secondsource and make are run, not: {command}"
    )
    file = None
    if ">" in words:
        words, file = words[: words.index(">")], words[words.index(">") + 1]
    if note.startswith("needs:"):
        words = [*words[:2], "--help"]
    result = CliRunner().invoke(main, words[1:])
    stated = re.fullmatch(r"exits with (\d+)", note)
    expected = int(stated[1]) if stated else 0
    assert result.exit_code == expected, (
        f"{where}: {command}\n{result.output}\n{result.exception!r}"
    )
    if file is not None:
        Path(file).write_bytes(result.stdout_bytes)
    assert result.output.strip(), f"{where}: {command} prints nothing"
    return None if note.startswith("needs:") else result.output


def page_in(folder: Path, name: str, story: Path, mend: bool = False) -> Page:
    """The page, run in a folder that holds a copy of the story. Changes the working folder."""
    shutil.copytree(story, folder / "build" / "pemba-channel")
    (folder / "examples").symlink_to(ROOT / "examples")
    os.chdir(folder)
    page = Page(name, (DOCS / name).read_text("utf-8").splitlines(), mend)
    page.run()
    return page


@pytest.fixture(autouse=True)
def _pipeline_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that read load the language pipeline once for the whole run."""
    monkeypatch.setattr(reader_module, "load_pipeline", loaded)


loaded: Callable[..., object] = cache(reader_module.load_pipeline)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_true(name, tmp_path, pemba_story, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = page_in(tmp_path, name, pemba_story)
    shown = "\n".join(f"docs/{name}:{each.number}: {each.line}" for each in page.stale)
    assert not page.stale, f"not in the real output:\n{shown}\n{MEND}\n{page.stale[0].output}"


def test_every_page_is_in_the_navigation_and_every_command_on_a_page():
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert [name for name in [*PAGES, *GENERATED] if f" {name}\n" not in navigation] == []
    text = "\n".join((DOCS / name).read_text("utf-8") for name in PAGES)
    assert [name for name in main.commands if f"$ secondsource {name} " not in text] == []


def test_every_option_of_every_command_stands_on_a_page():
    text = "\n".join((DOCS / name).read_text("utf-8") for name in PAGES)
    missing = [
        f"{name} {option}"
        for name, command in main.commands.items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and not re.search(rf"[` ]{option}\b", text)
    ]
    assert missing == []


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The pages as `make docs` writes them; fails on a warning."""
    pytest.importorskip("material")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    folder = tmp_path_factory.mktemp("site")
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True))
    return folder


@pytest.mark.slow
def test_the_site_asks_nothing_of_the_network(site):
    """Scripts, styles and pictures of the pages are their own; only a reader's click leads elsewhere."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(PAGES)
    fetched = r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//"
    for page in pages:
        assert re.findall(fetched, page.read_text("utf-8")) == [], page


@pytest.mark.slow
def test_the_site_is_searched_from_the_disk(site):
    """In a browser without a server, and without a single request to anywhere."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / "index.html").as_uri())
        page.click("input.md-search__input")
        page.keyboard.type("withdraw", delay=50)
        page.wait_for_selector(".md-search-result__item")
        browser.close()
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []


if __name__ == "__main__":
    import tempfile

    from secondsource.build import build as build_story

    reader_module.load_pipeline = loaded  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as top:
        if len(sys.argv) > 1 and Path(sys.argv[1]).is_dir():
            story = Path(sys.argv.pop(1)).resolve()
        else:
            story = Path(top) / "pemba-channel"
        build_story(story, [ROOT / "examples" / "pemba-channel" / "reports"])
        for name in sys.argv[1:] or PAGES:
            folder = Path(top) / name
            folder.mkdir()
            mended = page_in(folder, name, story, mend=True)
            (DOCS / name).write_text("\n".join(mended.lines) + "\n", "utf-8")
            for each in mended.stale:
                print(f"docs/{name}:{each.number}: nothing like it is printed: {each.line}")
