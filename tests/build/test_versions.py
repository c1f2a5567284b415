"""Versions of an article, withdrawn ones, what was known on a day, and what is new since one."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from small import FERRY, FERRY_GONE, FERRY_LATER, NURSE, UNION, each_text_read_once, export_of
from small import record_of as record_in

from secondsource.build import build
from secondsource.build.known import known_before, record_known_at
from secondsource.cli.main import main
from secondsource.errors import UsageError
from secondsource.model.record import Record
from secondsource.store.story import open_story
from secondsource.views.changes import changes
from secondsource.views.since import since

READ: dict[object, object] = {}


def page(url: str, text: str, captured: str, **more: str) -> str:
    """One line of JSONL."""
    return json.dumps({"url": url, "text": text, "captured": captured, **more}) + "\n"


FERRY_URL = "https://gazette.example/ferry"


@pytest.fixture(scope="module")
def story(tmp_path_factory) -> Path:
    """A report that was corrected two days later, and two others."""
    folder = tmp_path_factory.mktemp("versions")
    source = folder / "in.jsonl"
    source.write_text(
        page(FERRY_URL, FERRY_LATER, "2023-10-05T18:00:00+03:00")
        + page(FERRY_URL, FERRY, "2023-10-03T09:00:00Z")
        + page("https://mail.example/nurse", NURSE, "2023-10-04T10:00:00Z")
        + page("https://courier.example/union", UNION, "2023-10-06T10:00:00Z"),
        "utf-8",
    )
    with each_text_read_once(READ):
        build(folder / "story", [source])
    return folder / "story"


@pytest.fixture(scope="module")
def record(story) -> Record:
    return record_in(story)


def row_of(record: Record, address: str):
    return next(row for row in record.articles if row.article and row.article.address == address)


def run(*arguments: object) -> str:
    """The standard output of a command that must succeed."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


class TestVersions:
    def test_the_record_rests_on_the_newest_and_keeps_the_other(self, record):
        row = row_of(record, FERRY_URL)
        assert row.article.text.count("19 passengers") == 1
        assert [(one.since, one.ordered_by) for one in row.versions] == [
            ("2023-10-03T09:00:00Z", "captured")
        ]
        assert "12 passengers" in row.versions[0].text
        assert len(record.articles) == 3

    def test_what_was_changed_is_said_with_words_that_can_be_found_again(self, record):
        found = [change for change in record.changes if change.kind == "version"]
        texts = {row.id: row.article.text for row in record.articles}
        for row in record.articles:
            texts |= {version.id: version.text for version in row.versions}
        assert {("headline"), ("figure"), ("correction")} <= {change.what for change in found}
        figure = next(change for change in found if change.what == "figure")
        assert (figure.was, figure.became) == ("12", "19")
        for change in found:
            assert change.citations
            for cited in change.citations:
                if cited.part == "text":
                    assert texts[cited.article][cited.start : cited.end] == cited.words

    def test_the_order_of_arrival_changes_nothing(self, story, tmp_path):
        lines = (story.parent / "in.jsonl").read_text("utf-8").splitlines(keepends=True)
        with each_text_read_once(READ):
            for number, line in enumerate(reversed(lines)):
                source = tmp_path / f"{number}.jsonl"
                source.write_text(line, "utf-8")
                build(tmp_path / "story", [source])
        assert export_of(tmp_path / "story") == export_of(story)

    def test_the_command_prints_them(self, story):
        assert "“12” became “19”" in run("changes", story, "--kind", "version")
        view = json.loads(run("changes", story, "--json"))
        assert view["changes"]
        assert view["articles"][0]["versions"]

    def test_a_kind_that_there_is_not(self, record):
        with pytest.raises(ValueError, match="version"):
            changes(record, "nothing")


class TestFiles:
    """A file's name alone makes no version: the texts must be alike."""

    def make(self, folder: Path, *files: tuple[str, str]) -> Record:
        with each_text_read_once(READ):
            for name, text in files:
                place = folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, "utf-8")
            build(folder / "story", [folder / name.split("/")[0] for name, _ in files])
        return record_in(folder / "story")

    def test_a_changed_file_is_a_new_version(self, tmp_path):
        self.make(tmp_path, ("in/a.txt", FERRY))
        record = self.make(tmp_path, ("in/a.txt", FERRY_LATER))
        (row,) = record.articles
        assert "19 passengers" in row.article.text
        assert [one.ordered_by for one in row.versions] == ["notices"]

    def test_another_report_under_the_same_name_is_an_article_of_its_own(self, tmp_path):
        record = self.make(tmp_path, ("one/a.txt", FERRY), ("two/a.txt", UNION))
        assert {row.article.address for row in record.articles} == {"a.txt", "two/a.txt"}
        assert not any(row.versions for row in record.articles)


class TestWithdrawn:
    def one_story(self, folder: Path, *lines: str) -> Record:
        source = folder / "in.jsonl"
        source.write_text("".join(lines), "utf-8")
        with each_text_read_once(READ):
            build(folder / "story", [source])
        return record_in(folder / "story")

    def test_a_notice_withdraws_it_and_what_rested_on_it_alone_says_so(self, tmp_path):
        record = self.one_story(
            tmp_path,
            page(FERRY_URL, FERRY, "2023-10-03T09:00:00Z"),
            page(FERRY_URL, FERRY_GONE, "2023-10-09T09:00:00Z"),
            page("https://courier.example/union", UNION, "2023-10-06T10:00:00Z"),
        )
        row = row_of(record, FERRY_URL)
        assert (row.status, "says so itself" in row.reason) == ("withdrawn", True)
        assert "night crossings" in row.article.text, "the report stays, not only the notice"
        alone = [
            claim
            for claim in record.claims
            if {report.article for report in claim.reports} == {row.id}
        ]
        assert alone
        for claim in alone:
            standing = claim.standing
            assert (standing.label, standing.independent) == ("unsupported", 0)
            assert "withdrawn" in standing.flags
            assert any("withdrawn" in reason for reason in standing.reasons)
        for claim in record.claims:
            if claim not in alone:
                assert "withdrawn" not in claim.standing.flags

    def test_a_person_withdraws_it_and_takes_that_back(self, story, tmp_path):
        with each_text_read_once(READ):
            source = story.parent / "in.jsonl"
            build(tmp_path / "story", [source])
            before = export_of(tmp_path / "story")
            out = run("withdraw", tmp_path / "story", FERRY_URL, "--why", "invented", "--json")
            assert json.loads(out)["status"] == "withdrawn"
            assert json.loads(out)["unsupported"]
            assert row_of(record_in(tmp_path / "story"), FERRY_URL).reason == "invented"
            # It outlives the database.
            for file in (tmp_path / "story").glob("story.db*"):
                file.unlink()
            build(tmp_path / "story", [source])
            assert row_of(record_in(tmp_path / "story"), FERRY_URL).status == "withdrawn"
            run("withdraw", tmp_path / "story", FERRY_URL, "--undo")
        assert export_of(tmp_path / "story") == before

    def test_a_reason_is_needed_and_an_article_that_is_there(self, story):
        assert CliRunner().invoke(main, ["withdraw", str(story), FERRY_URL]).exit_code == 2
        result = CliRunner().invoke(main, ["withdraw", str(story), "zz", "--why", "x"])
        assert result.exit_code == 2
        assert "0 articles" in result.stderr


class TestKnownAt:
    @pytest.mark.parametrize(
        ("day", "articles", "figure"),
        [("2023-10-02", 0, ""), ("2023-10-03", 1, "12"), ("2023-10-05", 2, "19"), ("2023-10-06", 3, "19")],
    )  # fmt: skip
    def test_only_what_was_taken_in_by_then(self, story, day, articles, figure):
        opened = open_story(story)
        with opened.store() as store:
            record, known = record_known_at(opened, store, day)
        assert (len(record.articles), known.by_capture) == (articles, articles)
        assert record.known_at == day
        if figure:
            assert f"{figure} passengers" in row_of(record, FERRY_URL).article.text

    def test_every_view_takes_it_and_says_on_what_it_rests(self, story):
        for view in ("brief", "timeline", "agenda", "figures", "quotes", "standing", "lineage"):
            out = run(view, story, "--known-at", "2023-10-04")
            assert out.startswith(
                "as known on 2023-10-04: 2 articles (2 by the time of their capture"
            )
            json.loads(run(view, story, "--known-at", "2023-10-04", "--json").splitlines()[0])
        lines = run("export", story, "--known-at", "2023-10-04").splitlines()
        assert all("type" in json.loads(line) for line in lines)

    def test_it_is_made_once_and_the_same_when_the_cache_is_gone(self, story):
        first = run("export", story, "--known-at", "2023-10-04")
        for kept in (story / "cache").glob("*.json"):
            kept.write_bytes(b"torn")
        assert run("export", story, "--known-at", "2023-10-04") == first

    def test_publication_dates_count_where_no_capture_has_a_time(self, tmp_path):
        with each_text_read_once(READ):
            (tmp_path / "in").mkdir()
            (tmp_path / "in/a.txt").write_text(FERRY, "utf-8")
            (tmp_path / "in/b.txt").write_text(UNION, "utf-8")
            build(tmp_path / "story", [tmp_path / "in"])
        out = run("lineage", tmp_path / "story", "--known-at", "2023-10-04")
        assert "1 article (0 by the time of their capture, 1 by their date of publication); 1 came later" in out  # fmt: skip

    def test_no_day(self, story):
        result = CliRunner().invoke(main, ["brief", str(story), "--known-at", "soon"])
        assert (result.exit_code, "ISO day" in result.stderr) == (2, True)


class TestSince:
    def test_a_day(self, story, record):
        opened = open_story(story)
        with opened.store() as store:
            before, _, day = known_before(opened, store, "2023-10-05")
        view = since(before, record, "2023-10-05")
        assert day == "2023-10-04"
        assert [row.article.address for row in view.articles] == ["https://courier.example/union"]
        assert {change.what for change in view.versions} >= {"figure", "headline"}
        assert view.claims
        assert not {one.claim.id for one in view.claims} & {claim.id for claim in before.claims}

    def test_an_article(self, story):
        out = json.loads(run("since", story, "https://courier.example/union", "--json"))
        assert [row["article"]["address"] for row in out["articles"]] == [
            "https://courier.example/union"
        ]

    def test_nothing_is_new_against_itself(self, record):
        view = since(record, record, "now")
        assert not any(
            (view.articles, view.claims, view.versions, view.contested, view.second_sourced)
        )
        assert not any((view.figures, view.agenda, view.withdrawn, view.fallen))

    def test_the_command_prints_text(self, story):
        out = run("since", story, "2023-10-05")
        assert "## New reports" in out
        assert "## Have a second source now" in out

    def test_a_point_that_there_is_not(self, story):
        opened = open_story(story)
        with opened.store() as store, pytest.raises(UsageError, match="0 articles"):
            known_before(opened, store, "nothing")


class TestGone:
    """A page that its server takes away."""

    @pytest.fixture
    def site(self) -> Iterator[tuple[str, dict[str, tuple[int, str]]]]:
        """A real server on the loopback address: its root, and its pages, which a test may change."""
        pages: dict[str, tuple[int, str]] = {}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, text = pages.get(self.path, (404, ""))
                self.send_response(status)
                self.send_header("Content-Type", "text/plain")
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *arguments: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", pages
        server.shutdown()

    @pytest.mark.parametrize("status", [404, 410])
    def test_it_stays_and_counts_no_more(self, site, tmp_path, monkeypatch, status):
        root, pages = site
        monkeypatch.setattr("secondsource.ingest.fetch.is_private", lambda one: False)
        monkeypatch.setattr("secondsource.ingest.fetch.PAUSE_SECONDS", 0.0)
        pages["/ferry"] = (200, FERRY)
        with each_text_read_once(READ):
            build(tmp_path / "story", [f"{root}/ferry"])
            (row,) = record_in(tmp_path / "story").articles
            assert (row.status, row.article.address) == ("read", f"{root}/ferry")
            pages["/ferry"] = (500, "")
            build(tmp_path / "story", [f"{root}/ferry"])
            assert record_in(tmp_path / "story").articles[0].status == "read", "may come back"
            pages["/ferry"] = (status, "")
            report = build(tmp_path / "story", [f"{root}/ferry"])
        record = record_in(tmp_path / "story")
        (row,) = record.articles
        assert (row.status, str(status) in row.reason) == ("withdrawn", True)
        assert report.articles == 0
        assert {claim.standing.independent for claim in record.claims} == {0}
