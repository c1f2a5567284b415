"""Where a page shows its own day when its first heading is the site's name."""

from secondsource.article import read_capture
from secondsource.model.article import Capture

BODY = (
    "The parish council of Orlund voted on Tuesday to buy back the old ferry, which had been moored since a storm tore away its stage.",
    "Its chair said that the sum had been found in the fund for roads, and that the work would begin in May.",
    "Two members voted against it. They had asked for a bridge, which the county refused to pay for.",
)


def day(over_body: str) -> str | None:
    links = "".join(f"<li><a href='/{n}'>Part {n}</a></li>" for n in range(30))
    html = (
        f"<html><head><title>Orlund</title></head><body><div class='top'><h1>Orlund</h1><ul>{links}</ul></div>"
        f"<div class='content'>{over_body}<div class='text'>{''.join(f'<p>{one}</p>' for one in BODY)}</div></div></body></html>"
    )
    found = read_capture(
        Capture(digest="", address="page.html", media_type="text/html", data=html.encode())
    ).published
    return found.value if found else None


def test_a_day_over_the_first_paragraph_is_the_reports() -> None:
    assert day("<div class='info'>18.10.2021 | Category: council</div>") == "2021-10-18"


def test_a_page_without_a_day_has_none() -> None:
    assert day("<div class='info'>Category: council</div>") is None
