"""Which lines of a web page are its report: what trafilatura leaves out and takes too much of."""

from collections.abc import Iterator

import pytest

from secondsource.article import page as page_room
from secondsource.article import page_choice, read_capture
from secondsource.article.page import extracted, parse
from secondsource.article.page_blocks import Block, shown_blocks
from secondsource.article.page_choice import corrected
from secondsource.article.page_signs import COUNT, Stated, signs, stated_texts
from secondsource.model.article import Article, Capture

LEAD = "After nine winters the ferry between the two banks at Orlund will sail again, the parish council has decided."
BODY = (
    "The parish council of Orlund voted on Tuesday to buy back the old ferry, which had been moored since a storm tore away its landing stage.",
    "Its chair, Marit Sandvoll, said that the sum of 40,000 crowns had been found in the fund for roads, and that the work would begin in May.",
    "Two members voted against it. They had asked for a bridge, which the county refused to pay for in three successive years.",
    "The first crossing is planned for the last Sunday in August, when the village also holds its market on the eastern bank.",
)


def page(head: str = "", before: str = "", within: str = "", after: str = "") -> Article:
    html = (
        f"<html><head><title>Ferry to sail again</title>{head}</head><body><header class='top'><a href='/'>Home</a>"
        f"<a href='/news'>News</a></header><main><h1>Ferry to sail again</h1>{before}<div class='story-body'>"
        f"<p>{BODY[0]}</p><p>{BODY[1]}</p>{within}<p>{BODY[2]}</p><p>{BODY[3]}</p></div>{after}</main></body></html>"
    )
    return read_capture(
        Capture(digest="", address="page.html", media_type="text/html", data=html.encode())
    )


def test_the_body_is_kept() -> None:
    assert page().text.split("\n\n") == list(BODY)


def test_a_lead_that_the_page_states_as_its_description_is_kept() -> None:
    meta = f'<meta property="og:description" content="{LEAD}">'
    found = page(head=meta, before=f"<div class='article-header'><p class='dek'>{LEAD}</p></div>")
    assert found.text.startswith(LEAD)


@pytest.mark.parametrize(
    ("box", "why"),
    [
        ("<div class='newsletter-box'><p>Get the best of our stories in your inbox every Friday: sign up for our newsletter</p></div>", "a newsletter's box"),
        ("<p><a href='/a'>Read also: Parish sells the old school to its teachers</a></p>", "a line that leads on"),
        ("<div class='widget promo'><p>Follow us on Facebook, Instagram and Twitter</p></div>", "a call to follow"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)  # fmt: skip
def test_boxes_within_the_body_are_left_out(box: str, why: str) -> None:
    assert page(within=box).text.split("\n\n") == list(BODY), why


def test_what_a_page_states() -> None:
    tree = parse(
        "<html><head><title>Ferry to sail</title><meta name=description content='"
        + LEAD
        + '\'><script type="application/ld+json">{"@graph": [{"articleBody": "'
        + " ".join(BODY)
        + '"}]}</script><script type="application/ld+json">{broken</script></head><body><p>x</p></body></html>'
    )
    said = stated_texts(tree)
    assert said.titles == ("ferrytosail",)
    assert said.descriptions[0].startswith("afternine")
    assert said.bodies[0].startswith("theparishcounciloforlund")
    (row,) = signs(shown_blocks(tree), [True], said, [0])
    assert len(row) == COUNT


def _shown(texts: list[tuple[str, bool]]) -> list[Block]:
    return [Block(text, "p", "p.# < div.main#", float(link)) for text, link in texts]


def test_a_link_far_from_the_body_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only blocks that may be body are weighed: text anywhere, links near what trafilatura chose."""
    shown = _shown(
        [("Ports", True)] * 5 + [(BODY[0], False), ("Harbour office", True)] + [("Tides", True)] * 5
    )
    asked: list[int] = []

    def note(
        blocks: list[Block], chosen: list[bool], stated: Stated, numbers: list[int]
    ) -> Iterator[list[float]]:
        asked.extend(numbers)
        return signs(blocks, chosen, stated, numbers)

    monkeypatch.setattr(page_choice, "signs", note)
    body = corrected(shown, [n == 5 for n in range(len(shown))], Stated())
    assert asked == [2, 3, 4, 5, 6, 7, 8]
    assert body[5]
    assert not any(body[:5])


def test_words_that_speak_to_readers_are_found_in_each_text() -> None:
    """One search over all texts marks the same blocks as one search over each would."""
    texts = ["Sign up for our newsletter", "The gapped ice held", "Our apps and more", "Apply now"]
    rows = signs(_shown([(text, False) for text in texts]), [False] * 4, Stated(), range(4))
    assert [row[6] for row in rows] == [1.0, 0.0, 1.0, 0.0]


@pytest.mark.parametrize(
    ("found", "speeds"), [(" ".join(BODY), [True]), ("Two words", [True, False])]
)
def test_the_slow_search_is_asked_only_where_the_fast_one_finds_little(
    monkeypatch: pytest.MonkeyPatch, found: str, speeds: list[bool]
) -> None:
    """Readability and justext cost as much again as trafilatura's own rules."""
    asked: list[bool] = []

    def note(tree: None, url: None, fast: bool) -> str:
        asked.append(fast)
        return found if fast else " ".join(BODY)

    monkeypatch.setattr(page_room, "extract", note)
    chosen = extracted(None, None, _shown([(text, False) for text in BODY]))
    assert asked == speeds
    assert all(chosen)
