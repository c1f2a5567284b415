"""Pages that answer a question: search with facets, a checked text, what is new, the map, other versions."""

import sqlite3
import sys
import threading

import lxml.html
import msgspec
import pytest
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from secondsource.model.record import ArticleVersion
from secondsource.store.pages import Snapshot
from secondsource.store.story import open_story
from secondsource.views.search import Asked, search
from secondsource.views.threads import threads
from secondsource.web.app import make_app
from secondsource.web.checked_page import lay_out
from secondsource.web.desk import MOST_TEXT, VERDICTS, CheckedText, SinceKnown
from secondsource.web.settings import Settings
from secondsource.web.work import MOST_WAITING, Work, waited

from .conftest import HARM, HOME, SCRIPT
from .test_guard import sign_in

DRAFT = "Tanzania will free the crews.\n\nNobody counted the lorries of Chad."


@pytest.fixture
def asking(copy_of_story) -> TestClient:
    """Asks for pages of a copy of the story."""
    return TestClient(make_app(open_story(copy_of_story), Settings()), base_url=HOME)


class TestSearch:
    @pytest.mark.parametrize(
        "question",
        [
            {"words": "boats"},
            {"status": "threatened"},
            {"type": "consult", "from": "2023-10-01", "to": "2023-10-31"},
            {"thread": "demands"},
            {"actor": "khalfan", "standing": "single"},
            {"newsroom": "harbour", "words": "boats"},
            {"place": "entebbe"},
        ],
        ids=str,
    )
    def test_facts_are_those_of_the_view(self, client, pemba, question):
        asked = Asked(**{{"from": "from_"}.get(name, name): v for name, v in question.items()})
        found = client.get("/api/facts", params=question | {"size": "200"}).json()
        view = search(pemba, asked, limit=200)
        assert [fact["claim"] for fact in found["facts"]] == [fact.claim for fact in view.facts]
        assert found["facets"] == view.facets
        assert found["facts"]
        page = lxml.html.fromstring(client.get("/search", params=question).text)
        links = page.xpath("//main//ol[1]//a[contains(@class, 'badge')]/@href")
        assert links[:20] == [f"/claim/{fact.claim}" for fact in view.facts[:20]]

    def test_a_facet_narrows_to_as_many_as_it_says(self, client):
        page = lxml.html.fromstring(client.get("/search?words=boats").text)
        for item in page.xpath("//ul[@class='counts']/li[a]"):
            link, count = item.xpath("./a/@href")[0], item.xpath("./span/text()")[0]
            if "type=" in link or "status=" in link or "standing=" in link:
                narrowed = client.get(link.replace("/search", "/api/facts")).json()
                assert narrowed["total"] == int(count), link

    def test_pages_join_to_the_whole(self, client):
        whole = client.get("/api/facts?size=200").json()
        parts = [client.get(f"/api/facts?size=40&page={n}").json()["facts"] for n in (1, 2, 3)]
        assert [fact for part in parts for fact in part] == whole["facts"][:120]

    @pytest.mark.parametrize("wrong", ["from=soon", "status=done", "thread=x", "type=x", "page=0"])
    def test_what_is_no_choice_is_told(self, client, wrong):
        assert client.get(f"/search?{wrong}").status_code == 422
        assert client.get(f"/api/facts?{wrong}").status_code == 422


def test_threads_know_the_same_people_as_the_view(client, pemba):
    shown = client.get("/api/threads").json()
    assert shown == msgspec.json.decode(msgspec.json.encode(threads(pemba)))


class TestCheck:
    def send(self, asking, **form: str):
        sign = sign_in(asking.get("/check").text)
        return asking.post("/check", data={"sign": sign} | form, follow_redirects=False)

    def test_each_sentence_is_marked_with_its_verdict_and_citations(self, asking):
        answer = self.send(asking, text=DRAFT, published="2023-10-12")
        assert answer.status_code == 303
        html = finished(asking, answer.headers["location"])
        page = lxml.html.fromstring(html)
        marked = page.xpath("//span[contains(@class, 'sentence ')]")
        assert [one.text_content() for one in marked] == DRAFT.split("\n\n")
        assert "is-unknown" in marked[1].get("class")
        assert len(page.xpath("//li[starts-with(@id, 'sentence-')]")) == 2
        for link in page.xpath("//ul[contains(@class, 'cited')]//a/@href"):
            assert asking.get(link.partition("#")[0]).status_code == 200
        assert page.xpath("//textarea")[0].text_content().strip() == DRAFT

    def test_words_of_the_text_are_never_markup(self, asking):
        answer = self.send(asking, text=f"The minister spoke {HARM} on Monday.")
        html = finished(asking, answer.headers["location"])
        assert SCRIPT not in html
        assert "&lt;script&gt;" in html

    @pytest.mark.parametrize(
        ("form", "says"),
        [
            ({"text": "  "}, "There is no text"),
            ({"text": "Boats. " * MOST_TEXT}, ""),
            ({"text": "Boats sank. " * (MOST_TEXT // 10)}, "check at most"),
            ({"text": "Boats sank.", "published": "soon"}, "is no day"),
        ],
    )
    def test_what_cannot_be_checked_is_told(self, asking, form, says):
        answer = self.send(asking, **form)
        assert answer.status_code in (413, 422)
        assert says in answer.text

    def test_a_form_of_somebody_else_is_refused(self, asking):
        assert asking.post("/check", data={"text": "Boats sank.", "sign": "x"}).status_code == 403

    def test_an_unknown_check_is_told(self, client):
        for key in ("0" * 32, "x", "%2e%2e%2fx"):
            assert client.get(f"/check/{key}").status_code == 404

    def test_it_is_given_to_programs(self, asking):
        answer = asking.post("/api/check", json={"text": DRAFT, "published": "2023-10-12"})
        assert answer.status_code == 200, answer.text
        found = msgspec.json.decode(answer.content, type=CheckedText)
        assert sum(found.counts.values()) == len(found.sentences) == 2
        assert set(found.counts) == set(VERDICTS)
        for sentence in found.sentences:
            assert DRAFT[sentence.start : sentence.end] == sentence.words
        pieces = [piece.words for paragraph in lay_out(found) for piece in paragraph]
        assert "".join(pieces) == DRAFT.replace("\n", "")

    @pytest.mark.parametrize(
        ("sent", "status"),
        [
            ({"json": {}}, 422),
            ({"json": {"text": ""}}, 422),
            ({"json": {"text": "A.", "published": "2023-13-40"}}, 422),
            ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422),
            (
                {
                    "content": b'{"text": "A.", "more": ' + b"[" * 60_000,
                    "headers": {"Content-Type": "application/json"},
                },
                422,
            ),
            ({"data": {"text": "A."}}, 415),
            ({"content": '{"text": "A."}', "headers": {"Content-Type": "text/plain"}}, 415),
        ],
        ids=lambda value: str(value)[:60],
    )
    def test_what_is_not_as_described_is_refused(self, client, sent, status):
        answer = client.post("/api/check", **sent)
        assert answer.status_code == status
        assert "error" in answer.json()


def finished(asking: TestClient, path: str) -> str:
    """The page, as soon as what it shows is worked out."""
    for _ in range(60):
        answer = asking.get(path)
        if answer.status_code != 202:
            break
        assert "Look again" in answer.text
    assert answer.status_code == 200, answer.text[:300]
    return answer.text


class TestSince:
    def test_a_day_has_new_reports_and_claims(self, client):
        html = finished(client, "/since?point=2023-10-10")
        told = client.get("/api/since/2023-10-10")
        found = msgspec.json.decode(told.content, type=SinceKnown).since
        assert found.articles
        assert found.claims
        page = lxml.html.fromstring(html)
        for row in found.articles[:20]:
            assert page.xpath(
                f"//section[@aria-labelledby='new-articles']//a[@href='/article/{row.id}']"
            )
        assert len(page.xpath("//section[@aria-labelledby='fresh']//li")) >= 1

    def test_an_article_asks_for_what_came_with_it(self, client, pemba):
        page = lxml.html.fromstring(client.get(f"/article/{pemba.articles[0].id}").text)
        (link,) = page.xpath("//main//a[starts-with(@href, '/since')]/@href")
        assert "New reports" in finished(client, link)

    def test_a_day_that_is_none_is_told(self, client):
        for point in ("soon", "2023-13-40"):
            assert client.get(f"/since?point={point}").status_code == 422
            assert client.get(f"/api/since/{point}").status_code == 404


def test_the_map_has_its_places_as_a_table_too(client):
    page = lxml.html.fromstring(finished(client, "/map"))
    spots = client.get("/api/places").json()["spots"]
    assert spots
    drawn = page.xpath("//div[contains(@class, 'map')]")[0].text_content()
    for spot in spots:
        assert spot["name"] in drawn
        (link,) = page.xpath(f"//table//a[text()='{spot['name']}']/@href")
        assert client.get(link).status_code == 200


def test_a_harmful_story_is_only_words_on_these_pages_too(harmful_client):
    for path in ("/search", "/search?words=boats", "/map", "/check"):
        html = finished(harmful_client, path)
        assert SCRIPT not in html, path
        assert "onerror=alert(2)>" not in html.replace("&gt;", ""), path


def test_without_the_calendar_package_the_calendar_says_what_to_install(client, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    answer = client.get("/agenda.ics")
    assert answer.status_code == 501
    assert "pip install" in answer.text
    assert "secondsource[exports]" in answer.text


class TestVersions:
    """An article with another version, and one that was withdrawn."""

    @pytest.fixture
    def changed(self, copy_of_story, pemba):
        row = next(row for row in pemba.articles if row.article and row.status == "read")
        version = ArticleVersion(
            id=f"{row.id}@0123abcd",
            capture="0123abcd",
            since="2023-10-03",
            ordered_by="captured",
            headline="An earlier headline",
            text="Nine boats were seized.\n\nNobody was hurt.",
        )
        new = msgspec.structs.replace(
            row, versions=(version,), status="withdrawn", reason="a hoax (Desk)"
        )
        connection = sqlite3.connect(copy_of_story / "story.db")
        with connection:
            connection.execute(
                "UPDATE article SET json = ? WHERE id = ?", (new.to_json().decode(), row.id)
            )
        connection.close()
        asking = TestClient(make_app(open_story(copy_of_story), Settings()), base_url=HOME)
        return asking, new, version

    def test_the_page_says_so(self, changed):
        asking, row, version = changed
        html = asking.get(f"/article/{row.id}").text
        assert "Withdrawn." in html
        assert "a hoax (Desk)" in html
        assert version.headline in html
        assert "a hoax" in asking.get("/articles?status=withdrawn").text

    def test_words_of_a_version_are_opened_in_it(self, changed):
        asking, _, version = changed
        page = lxml.html.fromstring(asking.get(f"/article/{version.id}?at=text.0.10").text)
        (mark,) = page.xpath("//mark[@class='asked']")
        assert mark.text_content() == "Nine boats"
        assert "not kept" in asking.get(f"/article/{version.id}?at=text.0.9999").text
        assert asking.get(f"/article/{version.id[:-1]}?at=text.0.10").status_code == 404


def test_the_reading_of_an_article_is_that_of_its_bytes_and_text(copy_of_story, pemba):
    row = next(row for row in pemba.articles if row.article)
    database = copy_of_story / "story.db"
    connection = sqlite3.connect(database)
    with connection:
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(reading)")]
        held = connection.execute(
            "SELECT * FROM reading WHERE address = ?", (row.article.address,)
        ).fetchone()
        for capture, digest, text in (("0", "f" * 64, "other bytes"), ("1", None, "other text")):
            other = dict(zip(columns, held, strict=True))
            other["capture"], other["digest"] = capture, digest or other["digest"]
            kept = msgspec.json.decode(other["json"])
            kept["article"]["text"] = text
            other["json"] = msgspec.json.encode(kept).decode()
            marks = ", ".join("?" * len(columns))
            connection.execute(f"INSERT INTO reading VALUES ({marks})", [*other.values()])
    connection.close()
    snapshot = Snapshot(database)
    try:
        assert snapshot.reading_of(row.article).article.text == row.article.text
        unknown = msgspec.structs.replace(row.article, capture="e" * 64)
        assert snapshot.reading_of(unknown) is None
        assert sum(1 for _ in snapshot.readings()) == len(pemba.articles) + 2
    finally:
        snapshot.close()


class TestWork:
    def test_an_answer_is_made_once_and_kept(self):
        work, made = Work(), []
        for _ in range(3):
            assert waited(work.begin(("a",), lambda: made.append(1) or "answer")) == "answer"
        assert len(made) == 1
        work.close()

    def test_a_failure_is_told_and_tried_again(self):
        work = Work()

        def fails() -> str:
            raise ValueError("no day")

        with pytest.raises(HTTPException, match="no day"):
            waited(work.begin(("a",), fails))
        assert waited(work.begin(("a",), lambda: "answer")) == "answer"
        work.close()

    def test_who_asks_too_much_is_told_to_come_back(self):
        work, gate = Work(), threading.Event()
        try:
            for n in range(MOST_WAITING):
                assert waited(work.begin((str(n),), gate.wait), 0.0) is None
            with pytest.raises(HTTPException) as told:
                work.begin(("one more",), gate.wait)
            assert told.value.status_code == 503
        finally:
            gate.set()
            work.close()
