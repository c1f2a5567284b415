"""Exports of posts, and records whose text stands in an unusual place: nothing of them is lost."""

import json
from pathlib import Path

import pytest

from secondsource.article import read_capture
from secondsource.ingest import captures
from secondsource.ingest.item import Failure, Item
from secondsource.model.article import Capture

FIRST = (
    "The lock at Vesterholm will stay shut until the gate has been mended, the canal office wrote."
)
SECOND = (
    "Barges are sent round by the northern arm, which takes a day longer, said the office's head."
)


def _taken(folder: Path, name: str, document: object) -> list[Item]:
    words = document if isinstance(document, str) else json.dumps(document)
    (folder / name).write_text(words, "utf-8")
    return list(captures([folder / name]))


def _post(number: int, text: str) -> dict[str, object]:
    return {"id": number, "type": "message", "date": f"2031-05-0{number}T08:00:00", "text": text}


def test_all_chats_of_a_telegram_account(tmp_path: Path) -> None:
    """Two chats number their posts alike; the channel is the outlet; service messages are no posts."""
    service = {"id": 9, "type": "service", "date": "2031-05-01T07:00:00", "text": ""}
    chats = [
        {"name": "Canal news", "id": 5, "messages": [service, _post(1, FIRST)]},
        {"name": "Barge watch", "id": 6, "messages": [_post(1, SECOND)]},
    ]
    items = _taken(tmp_path, "result.json", {"about": "x", "chats": {"list": chats}})
    assert [one.address for one in items] == ["result.json#5/1", "result.json#6/1"]
    assert [one.metadata["outlet"] for one in items if isinstance(one, Capture)] == [
        "Canal news",
        "Barge watch",
    ]


@pytest.mark.parametrize(
    "document", [{"name": "Canal news", "messages": []}, {"chats": {"list": []}}]
)
def test_an_export_without_posts_is_a_row(tmp_path: Path, document: object) -> None:
    (row,) = _taken(tmp_path, "result.json", document)
    assert isinstance(row, Failure)
    assert "no posts" in row.reason


def test_an_archive_of_x(tmp_path: Path) -> None:
    """Its posts are a script that assigns them, with the day in an order of its own."""
    tweet = {"id_str": "77", "full_text": FIRST, "created_at": "Fri May 02 08:00:00 +0000 2031"}
    words = "window.YTD.tweets.part0 = " + json.dumps([{"tweet": tweet}])
    (item,) = _taken(tmp_path, "tweets.js", words)
    assert isinstance(item, Capture)
    assert item.address == "tweets.js#77"
    article = read_capture(item)
    assert article.text == FIRST
    assert article.published is not None
    assert article.published.value == "2031-05-02"
    (tmp_path / "app.js").write_text("window.x = 1")
    assert [one.address for one in captures([tmp_path])] == ["tweets.js#77"]


def test_an_answer_of_x_names_its_authors_apart(tmp_path: Path) -> None:
    users = [{"id": "4", "name": "Canal Office", "username": "canaloffice"}]
    data = [{"id": "8", "text": FIRST, "author_id": "4"}, {"id": "9", "text": SECOND}]
    one, two = _taken(tmp_path, "x.json", {"data": data, "includes": {"users": users}})
    assert isinstance(one, Capture)
    assert one.address == "https://x.com/canaloffice/status/8"
    assert one.metadata["authors"] == "Canal Office"
    assert two.address == "x.json#9"


def test_ninjs_with_its_texts_in_bodies_alone(tmp_path: Path) -> None:
    """Of several headlines the one with the main role counts."""
    document = {
        "uri": "https://agency.example/1",
        "headlines": [{"role": "short", "value": "Lock"}, {"role": "main", "value": "Lock shut"}],
        "bodies": [{"contenttype": "text/html", "value": f"<p>{FIRST}</p><p>{SECOND}</p>"}],
        "infosources": [{"name": "Canal Agency"}],
    }
    (item,) = _taken(tmp_path, "one.json", document)
    assert isinstance(item, Capture)
    assert item.media_type == "text/html"
    assert (item.metadata["title"], item.metadata["outlet"]) == ("Lock shut", "Canal Agency")


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_an_agency_took_back_is_gone(tmp_path: Path, status: str) -> None:
    document = {"uri": "https://agency.example/2", "pubstatus": status, "body_text": FIRST}
    (row,) = _taken(tmp_path, "one.json", document)
    assert isinstance(row, Failure)
    assert row.gone
    assert status in row.reason


def test_a_record_of_fundus_has_its_page_within(tmp_path: Path) -> None:
    page = {"requested_url": "https://canal.example/lock", "crawl_date": "2031-05-03 09:00:00"}
    body = {"summary": [], "sections": [{"headline": [], "paragraphs": [FIRST, SECOND]}]}
    (item,) = _taken(tmp_path, "one.json", [{"title": "Lock", "body": body, "html": page}])
    assert isinstance(item, Capture)
    assert item.address == "https://canal.example/lock"
    assert item.captured == "2031-05-03T09:00:00Z"


def test_what_stands_beside_a_report_in_a_graph_is_no_row(tmp_path: Path) -> None:
    graph = [{"@type": "Organization", "name": "Canal Post"}, {"articleBody": FIRST}]
    (item,) = _taken(tmp_path, "one.json", {"@graph": graph})
    assert isinstance(item, Capture)
