"""Fuzzing led by coverage: `python tests/fuzz/guided.py FORM... [--seconds 600] [--runs N] [--keep FOLDER]`.

Each form (a name of `forms.FORMS`; all without one) is read in a process of its own by atheris, which begins
with the file of that form and the marks of its syntax, and keeps what leads to code that was not
reached before. An input that raises, that takes more than `MOST_SECONDS` of processor time, or that needs more than
`MOST_MEGABYTES` is left in FOLDER as `FORM-crash-...` (or `-timeout-`, `-oom-`) and the command ends with 1.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

MOST_SECONDS = 10.0
"""Processor seconds for one input of at most `LONGEST` bytes, instrumented, which costs ten times the usual."""
MOST_MEGABYTES = 1500
LONGEST = 20_000
INSTRUMENTED = ("secondsource.ingest", "secondsource.article", "feedparser", "warcio", "pypdf", "zipfile", "csv", "htmldate", "trafilatura")  # fmt: skip
MARKS = (
    "<", ">", "</", "/>", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE", "&#x", "&amp;", "<script", "<p>", "<div",
    "<time datetime=", "<meta ", "content=", "charset=", "<base href=", "<link rel=canonical", "application/ld+json",
    "WARC/1.0\\x0d\\x0a", "Content-Length: ", "Content-Type: ", "WARC-Type: ", "HTTP/1.1 200 OK\\x0d\\x0a", "chunked",
    "gzip", "<item>", "<entry>", "<content", "<pubDate>", "<loc>", "<urlset", "<sitemapindex", "xmlns=", "{\\\"",
    "null", "\\\\u00", "1e9", "PK\\x03\\x04", "PK\\x01\\x02", " 0 R", "/Kids", "/Filter", "/FlateDecode", "/Length",
    "<</", ">>", "stream", "/Prev", "/Parent", "/Contents", "trailer", "xref", "endobj", "/ObjStm", "/XRef",
)  # fmt: skip


def one_form(name: str, keep: Path, options: list[str]) -> None:
    """Reads what atheris makes of one form, until it is told to end or something is found."""
    import atheris

    with atheris.instrument_imports(include=list(INSTRUMENTED)):
        from forms import holds

    def read(data: bytes) -> None:
        began = time.process_time()
        try:
            holds(data, name)
        except BaseException:
            (keep / f"{name}-crash-{sha256(data).hexdigest()[:16]}").write_bytes(data)
            raise
        took = time.process_time() - began
        if took > MOST_SECONDS:
            raise TimeoutError(f"{len(data)} bytes took {took:.1f} s")

    atheris.Setup([sys.argv[0], *options], read)
    atheris.Fuzz()


def fuzz(name: str, seconds: int, runs: int, keep: Path) -> int:
    """The exit code of a process that reads one form: 0 when nothing was found."""
    from forms import FORMS

    with tempfile.TemporaryDirectory() as folder:
        seeds, marks = Path(folder) / "seeds", Path(folder) / "marks"
        seeds.mkdir()
        (seeds / "whole").write_bytes(FORMS[name])
        marks.write_text("".join(f'"{mark}"\n' for mark in MARKS), "utf-8")
        options = [
            str(seeds),
            f"-dict={marks}",
            f"-max_len={LONGEST}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-timeout={int(MOST_SECONDS * 2)}",
            f"-artifact_prefix={keep / name}-",
            "-seed=1",
            "-print_final_stats=1",
            *([f"-max_total_time={seconds}"] if seconds else []),
            *([f"-runs={runs}"] if runs else []),
        ]
        command = [sys.executable, __file__, "--one", name, str(keep), *options]
        return subprocess.run(command, check=False).returncode


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        one_form(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
        return 0
    from forms import FORMS

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("form", nargs="*", default=[], choices=[[], *FORMS])
    asked.add_argument("--seconds", type=int, default=0)
    asked.add_argument("--runs", type=int, default=0)
    asked.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    given = asked.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    names = given.form or list(FORMS)
    found = [name for name in names if fuzz(name, given.seconds, given.runs, given.keep)]
    print(f"{len(names)} forms, something found in: {', '.join(found) or 'none'}", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
