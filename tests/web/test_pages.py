"""Every page answers, says what the views say, and leads on to the exact words."""

import json
import re
from collections.abc import Iterator

import lxml.html
import pytest

from secondsource.views.quotes import quotes
from secondsource.views.standing import standing_board
from secondsource.views.timeline import timeline

from .conftest import LONG, SCRIPT, links_in

LISTS = (
    "/ /brief /brief?length=long /timeline /timeline?label=single&since=2023-10-01 /agenda"
    " /agenda?ahead=yes&as_of=2023-10-08 /figures /figures?changed=yes /quotes /quotes?voice=a"
    " /standing /standing?kind=event&status=happened&page=2 /conflicts /changes /threads /lineage"
    " /actors /actors?name=a /articles /articles?status=read /search /search?words=boats /unsure"
    " /judgements /help /search?status=happened&place=a /check /since"
).split()


def pages_of(client) -> Iterator[tuple[str, str]]:
    """All lists, and of each kind of single page some."""
    found = list(LISTS)
    for start, beginning in (
        ("/standing", "/claim/"),
        ("/articles", "/article/"),
        ("/lineage", "/passage/"),
        ("/actors", "/actor/"),
    ):
        found += links_in(client.get(start).text, beginning)[:6]
    for path in found:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        yield path, answer.text


def test_every_page_answers_with_landmarks_one_heading_and_named_fields(client):
    for path, html in pages_of(client):
        page = lxml.html.fromstring(html)
        assert len(page.xpath("//h1")) == 1, path
        assert len(page.xpath("//main")) == 1, path
        assert page.xpath("//a[@class='skip'][@href='#main']"), path
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            named = field.xpath("ancestor::label") or page.xpath(
                f"//label[@for='{field.get('id')}']"
            )
            assert named, (path, field.get("name"))
        for table in page.xpath("//table"):
            assert table.xpath("./caption"), path
            assert table.xpath(".//th[@scope]"), path


def test_links_inside_the_site_lead_somewhere(client):
    seen: set[str] = set()
    for path, html in pages_of(client):
        for link in links_in(html, "/"):
            kind = re.sub(r"[0-9a-f]{16}|\d+", "N", link.partition("#")[0])
            if kind in seen:
                continue
            seen.add(kind)
            assert client.get(link).status_code == 200, (path, link)


def test_the_timeline_has_all_events_of_the_view_in_its_order(client, pemba):
    shown = client.get("/api/timeline?size=200").json()
    assert [item["about"] for item in shown["items"]] == [line.about for line in timeline(pemba)][
        :200
    ]


def test_standing_and_quotes_keep_the_order_of_their_views(client, pemba):
    claims = client.get("/api/claims?size=200").json()["items"]
    assert [claim["id"] for claim in claims] == [c.id for c in standing_board(pemba)][:200]
    spoken = client.get("/api/quotes?size=200").json()["items"]
    assert [item["utterance"]["id"] for item in spoken] == [
        quote.utterance.id for quote in quotes(pemba)
    ][:200]


def test_pages_of_a_list_join_to_the_whole(client):
    whole = client.get("/api/claims?size=200").json()
    parts = [
        client.get(f"/api/claims?size=50&page={n}").json()["items"]
        for n in range(1, min(4, -(-whole["total"] // 50)) + 1)
    ]
    assert [claim for part in parts for claim in part] == whole["items"][: 50 * len(parts)]


def test_a_claims_second_source_is_named_and_opens_the_exact_words(get, pemba):
    claim = next(c for c in standing_board(pemba) if c.standing.independent >= 2)
    page = lxml.html.fromstring(get(f"/claim/{claim.id}"))
    sources = page.xpath("//ol[@class='sources']/li")
    assert len(sources) == claim.standing.independent
    for source, (newsroom, voice) in zip(sources, claim.standing.pairs, strict=True):
        assert newsroom.name in source.text_content()
        assert voice.name in source.text_content()
        link = source.xpath(".//a[contains(@class, 'read')]/@href")[0]
        marked = lxml.html.fromstring(get(link)).xpath("//mark[contains(@class, 'asked')]")
        words = "".join(mark.text_content() for mark in marked)
        assert words in {report.words for report in claim.reports}


def test_every_report_of_every_claim_opens_its_exact_words(client, pemba):
    seen = set()
    for claim in pemba.claims:
        for report in claim.reports:
            at = (report.article, f"{report.part}.{report.start}.{report.end}")
            if at in seen or len(seen) > 150:
                continue
            seen.add(at)
            html = client.get(f"/article/{at[0]}?at={at[1]}").text
            marked = lxml.html.fromstring(html).xpath("//mark[contains(@class, 'asked')]")
            assert "".join(m.text_content() for m in marked) == report.words, at


def test_an_article_shows_its_whole_text_and_what_was_removed(get, pemba):
    for row in pemba.articles:
        html = get(f"/article/{row.id}")
        page = lxml.html.fromstring(html)
        shown = "\n\n".join(
            p.text_content() for p in page.xpath("//article[contains(@class, 'body')]/p")
        )
        assert shown == row.article.text
        for removal in row.article.removed:
            assert " ".join(removal.words.split()) in " ".join(page.text_content().split())


def test_words_that_are_not_there_are_said_not_to_be(get, pemba):
    id = pemba.articles[0].id
    for at in ("text.0.999999", "text.5.2", "caption:99.0.1", "nonsense", "removed:-1.0.1"):
        html = get(f"/article/{id}?at={at}")
        assert "are not in this article" in html
        assert 'id="span"' not in html


def test_a_beginning_of_an_id_leads_to_its_claim(client, pemba):
    id = pemba.claims[0].id
    answer = client.get(f"/claim/{id[:12]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/claim/{id}")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/claim/ffffffffffffffff", 404),
        ("/claim/%25", 404),
        ("/article/../../etc/passwd", 404),
        ("/article/%2e%2e%2f%2e%2e%2fetc%2fpasswd", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e%2fapp.py", 404),
        ("/static/..%5capp.py", 404),
        ("/passage/x", 404),
        ("/actor/x", 404),
        ("/standing?label=x", 422),
        ("/standing?page=0", 422),
        ("/standing?page=1e3", 422),
        ("/standing?size=201", 422),
        ("/agenda?as_of=yesterday", 422),
        ("/search?words=" + "a" * 201, 422),
        ("/search?words=%00", 422),
        ("/judge/claim/x", 405),
    ],
)
def test_what_is_not_there_or_not_understood_is_told(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text


@pytest.mark.parametrize("words", ['"', "' OR 1=1 --", "a* NEAR b", "(", "^x", "{a}", "boats AND"])
def test_search_takes_any_words_as_words(client, words):
    assert client.get("/search", params={"words": words}).status_code == 200


def test_search_marks_what_was_searched(get):
    page = lxml.html.fromstring(get("/search?words=boats"))
    assert any("boats" in mark.text_content().lower() for mark in page.xpath("//mark"))


class TestHarm:
    """Whatever comes from outside is shown as words, never taken as markup."""

    def test_nothing_from_outside_becomes_markup(self, harmful_client):
        shown = 0
        for path, html in pages_of(harmful_client):
            page = lxml.html.fromstring(html)
            assert SCRIPT not in html, path
            shown += "&lt;script&gt;" in html
            assert {s.get("src") for s in page.xpath("//script")} <= {"/static/page.js"}, path
            assert not page.xpath("//img | //iframe | //object | //base | //style"), path
            assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style"), path
            for link in page.xpath("//@href | //@src | //@action"):
                assert re.match(r"[/?#]|https?://", link), (path, link)
        assert shown > 15

    def test_template_marks_are_not_run(self, harmful_client):
        html = harmful_client.get("/standing").text
        assert "{{ 7*7 }}" in html

    def test_long_names_are_shown_whole(self, harmful_client):
        assert LONG in harmful_client.get("/actors").text

    def test_the_api_gives_the_words_as_they_are(self, harmful_client):
        answer = harmful_client.get("/api/claims")
        assert answer.headers["content-type"] == "application/json"
        assert SCRIPT in json.dumps(answer.json())

    def test_an_address_that_is_no_web_address_is_no_link(self, harmful_client):
        for link in links_in(harmful_client.get("/articles").text, "/article/"):
            assert "javascript:" not in harmful_client.get(link).text


def test_the_sides_of_a_conflict_stand_side_by_side(get, pemba) -> None:
    tree = lxml.html.fromstring(get("/brief"))
    pairs = [
        [" ".join(side.text_content().split()) for side in box.iterchildren()]
        for box in tree.find_class("two")
    ]
    for conflict in pemba.conflicts:
        words = [" ".join(cited.words.split()) for cited in conflict.sides]
        assert any(all(any(one in side for side in sides) for one in words) for sides in pairs), (
            conflict.reason
        )
