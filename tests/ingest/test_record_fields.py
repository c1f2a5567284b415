"""Records as services, search engines and tables give them: names of fields, envelopes, days."""

import json
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.ingest import Failure, captures
from secondsource.ingest.record_days import day_of_seconds, day_stated, order_of
from secondsource.model.article import Article

TITLE = "Ferry crews walk out at Ibo"
ONE = "Ferry crews at Ibo walked out on Tuesday after the harbour board cut their night pay, their secretary, Zainabu Faki, said."
TWO = "The islanders depend on the boats for rice and fuel, the head nurse of the clinic told reporters on the old pier."
TEXT = f"{ONE}\n\n{TWO}"
PAGE = f"<p>{ONE}</p><p>{TWO}</p>"


def articles(tmp_path: Path, name: str, content: str) -> list[Article]:
    (tmp_path / name).write_text(content, "utf-8")
    found = list(captures([tmp_path / name]))
    assert not [item for item in found if isinstance(item, Failure)], found
    return [read_capture(item) for item in found if not isinstance(item, Failure)]


ENVELOPES = [
    ({"response": {"status": "ok", "results": [{"id": "w/1", "webPublicationDate": "2021-04-06T10:00:00Z", "webTitle": TITLE, "webUrl": "https://ibo.example/a", "fields": {"byline": "By Ola Berg in Ibo", "bodyText": TEXT}}]}}, "a list two objects deep, the text in `fields`"),
    ({"took": 3, "hits": {"total": 1, "hits": [{"_id": "a", "_source": {"headline": TITLE, "body": TEXT, "publish_date": "2021-04-06", "author": "Ola Berg"}}]}}, "hits of a search engine"),
    ({"data": [{"id": "1", "type": "articles", "attributes": {"title": TITLE, "content": PAGE, "published-on": "2021-04-06", "author-name": "Ola Berg"}}]}, "JSON:API"),
    ([{"id": 5, "date": "2021-04-06T10:00:00", "title": {"rendered": TITLE}, "content": {"rendered": PAGE}, "author": "Ola Berg"}], "a publishing system"),
    ({"version": "https://jsonfeed.org/version/1.1", "title": "Ibo Post", "items": [{"id": "1", "title": TITLE, "content_html": PAGE, "date_published": "2021-04-06T23:30:00-05:00", "authors": [{"name": "Ola Berg"}]}]}, "a JSON feed"),
    ({"status": "ok", "articles": [{"source": {"id": None, "name": "Ibo Post"}, "author": "Ola Berg", "title": TITLE, "publishedAt": "2021-04-06T10:00:00Z", "content": TEXT}]}, "an interface for news"),
    ([{"headline": {"main": TITLE}, "byline": {"original": "By Ola Berg"}, "pub_date": "2021-04-06T10:00:00+0000", "body": TEXT}], "objects for headline and byline"),
    ({"title": TITLE, "text": TEXT, "published_at": 1617703200000, "byline": "By Ola Berg"}, "thousandths of seconds since 1970"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "why"), ENVELOPES, ids=[row[1] for row in ENVELOPES])
def test_answers_of_services(tmp_path: Path, document: object, why: str) -> None:
    (article,) = articles(tmp_path, "answer.json", json.dumps(document))
    assert article.text == TEXT, why
    assert article.headline == TITLE, why
    assert article.authors == ("Ola Berg",), why
    assert article.published is not None, why
    assert article.published.value == "2021-04-06", why
    assert article.outlet == ("Ibo Post" if "Ibo Post" in json.dumps(document) else None), why


POSTS = [
    ({"created_at": "Tue Apr 06 10:00:00 +0000 2021", "id_str": "9", "full_text": ONE, "user": {"screen_name": "ibo", "name": "Ibo Harbour"}}, "X, the older interface"),
    ({"id": "1", "created_at": "2021-04-06T10:00:00.000Z", "content": f"<p>{ONE}</p>", "account": {"username": "ibo", "display_name": "Ibo Harbour"}}, "Mastodon"),
    ({"uri": "at://x/1", "author": {"handle": "ibo.example", "displayName": "Ibo Harbour"}, "record": {"text": ONE, "createdAt": "2021-04-06T10:00:00.000Z"}}, "Bluesky"),
    ({"post": {"uri": "at://x/1", "author": {"displayName": "Ibo Harbour"}, "record": {"text": ONE, "createdAt": "2021-04-06T10:00:00.000Z"}}}, "Bluesky, in a feed"),
]  # fmt: skip


@pytest.mark.parametrize(("post", "why"), POSTS, ids=[row[1] for row in POSTS])
def test_posts_of_networks(tmp_path: Path, post: object, why: str) -> None:
    (article,) = articles(tmp_path, "posts.json", json.dumps([post]))
    assert (article.text, article.authors) == (ONE, ("Ibo Harbour",)), why
    assert article.published is not None, why
    assert article.published.value == "2021-04-06", why


TABLES = [
    (f'Headline;Publication Date;Newspaper;Full Text\n"{TITLE}";06.04.2021;Ibo Post;"{TEXT}"\n', "2021-04-06", "blanks in the names of columns"),
    (f'TITLE\tDATE\tNEWS SOURCE\tBODY\n{TITLE}\t6-Apr-21\tIbo Post\t"{TEXT}"\n', "2021-04-06", "a year of two figures"),
    (f'seendate,title,content,domain\n20210406T101500Z,"{TITLE}","{TEXT}",Ibo Post\n', "2021-04-06", "ISO 8601 without hyphens"),
    (f'Title,Date,Outlet,Story\n"{TITLE}",04/06/2021,Ibo Post,"{TEXT}"\n"B",5/23/2021,Ibo Post,"{TEXT} Two."\n', "2021-04-06", "month first, as another row shows"),
    (f'Title,Date,Outlet,Story\n"{TITLE}",06/04/2021,Ibo Post,"{TEXT}"\n"B",23/05/2021,Ibo Post,"{TEXT} Two."\n', "2021-04-06", "day first, as another row shows"),
    (f'Title,Date,Outlet,Story\n"{TITLE}",06/04/2021,Ibo Post,"{TEXT}"\n', None, "nothing shows which is the day"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "day", "why"), TABLES, ids=[row[2] for row in TABLES])
def test_tables_with_other_heads(tmp_path: Path, table: str, day: str | None, why: str) -> None:
    article = articles(tmp_path, "reports.csv", table)[0]
    assert (article.headline, article.outlet) == (TITLE, "Ibo Post"), why
    assert article.text.startswith(ONE), why
    assert (article.published.value if article.published else None) == day, why


def test_the_order_of_day_and_month() -> None:
    assert order_of(["04/05/2021", "23/05/2021"]) == "day-first"
    assert order_of(["4/5/21", "5/23/21"]) == "month-first"
    assert order_of(["04/05/2021"]) is None
    assert order_of(["23/05/2021", "5/23/2021"]) is None, "two kinds of days in one table"
    assert day_stated("4/5/21", "month-first") == "2021-04-05"
    assert day_stated("4/5/2021") == "4/5/2021"
    assert day_stated("1617703200") == ""
    assert day_of_seconds("1617703200") == "2021-04-06"
    assert day_of_seconds("16177032") == ""


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Ibo Post</title><item><title>Ferry crews walk out at Ibo</title><link>https://ibo.example/a</link>
<pubDate>Tue, 06 Apr 2021 23:50:00 -0500</pubDate><content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>"""


def test_a_short_report_in_a_feed_and_its_day(tmp_path: Path) -> None:
    (article,) = articles(tmp_path, "feed.xml", FEED.format(PAGE))
    assert article.text == TEXT
    assert article.published is not None
    assert article.published.value == "2021-04-06", "the feed's own day, not that of Greenwich"


@pytest.mark.parametrize("end", [" [&#8230;]", "…", " <a href='/a'>Continue reading</a>"])
def test_what_breaks_off_in_a_feed_is_a_summary(tmp_path: Path, end: str) -> None:
    (tmp_path / "feed.xml").write_text(FEED.format(PAGE.removesuffix("</p>") + end + "</p>"))
    (item,) = captures([tmp_path / "feed.xml"])
    assert isinstance(item, Failure)
    assert "only a summary" in item.reason
