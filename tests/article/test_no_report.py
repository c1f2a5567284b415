"""Pages that stand in the place of a report are rows, and short reports about such things are none."""

import pytest

from secondsource.article import read_capture
from secondsource.article.no_report import why_no_report
from secondsource.errors import ArticleError
from secondsource.model.article import Capture

WORDS = "The page you are looking for does not exist, or it has moved to another place."


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("404 Not Found", "not there"),
        ("Page not found", "not there"),
        ("This article is no longer available", "not there"),
        ("403 Forbidden", "refused"),
        ("Access denied", "refused"),
        ("Just a moment...", "robots"),
        ("Are you a robot?", "robots"),
        ("Log in", "log in"),
        ("Subscribe to continue", "subscribe"),
        ("We value your privacy", "consent"),
    ],
)
def test_the_title_says_so(title: str, reason: str) -> None:
    assert reason in (why_no_report((title,), WORDS) or ""), title
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{WORDS}</p></body></html>"
    capture = Capture(digest="", address="a.html", media_type="text/html", data=page.encode())
    with pytest.raises(ArticleError, match=reason):
        read_capture(capture)


@pytest.mark.parametrize(
    "title",
    [
        "404 soldiers return home after a year at the border",
        "Access to the harbour is cut",
        "Log in the river stops the ferry",
        "Privacy law passes the council of Ibo",
        "Sorry state of the pier worries crews",
        "Cookies for the crews of Ibo",
    ],
)
def test_a_report_about_such_things_is_one(title: str) -> None:
    assert why_no_report((title,), WORDS) is None


def test_a_long_text_is_a_report_whatever_its_title() -> None:
    assert why_no_report(("Page not found",), WORDS * 20) is None
