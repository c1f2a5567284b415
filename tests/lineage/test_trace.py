"""What text comes from what: whole stories in, passages out."""

import itertools
import re
import time

import pytest
from invented import DAM, DAM_INDEPENDENT, DAM_RETOLD, article
from variants import COPIES, REWRITES, Kind, variant

from secondsource.lineage import trace
from secondsource.model.article import DateCandidate
from secondsource.model.text import Citation


def links(lineage: object) -> list[tuple[str, str, str]]:
    return [(p.from_, p.to, p.kind) for p in lineage.passages]  # type: ignore[attr-defined]


def test_a_retelling_comes_from_its_original_and_an_independent_report_does_not() -> None:
    lineage = trace(
        [
            article("retold", DAM_RETOLD, "2024-05-07"),
            article("first", DAM, "2024-05-06"),
            article("independent", DAM_INDEPENDENT, "2024-05-07"),
        ]
    )
    assert links(lineage) == [("first", "retold", "rewrite")]


def without_year(month_and_day: str) -> DateCandidate:
    """A dateline's day, with no year."""
    cited = Citation(start=0, end=5, words="May 6")
    return DateCandidate(
        value=f"XXXX-{month_and_day}", basis="dateline", supports="on", citation=cited
    )


def test_a_dateline_without_a_year_says_which_came_first() -> None:
    for first, second in (("05-06", "2024-05-07"), ("12-31", "2025-01-01")):
        lineage = trace(
            [
                article("retold", DAM_RETOLD, second),
                article("first", DAM, date_candidates=(without_year(first),)),
            ]
        )
        assert links(lineage) == [("first", "retold", "rewrite")]


@pytest.mark.parametrize(
    ("added", "why"),
    [
        ("That is what the chief engineer told Harbour Wire.", "who was told"),
        ("The sirens went at noon, Harbour Wire reported.", "who reported it"),
    ],
)
def test_a_text_that_names_the_others_newsroom_is_the_copy(added: str, why: str) -> None:
    retold = article("a copy", f"{DAM_RETOLD}\n\n{added}", "2024-05-06", outlet="Daily Lock")
    first = article("b first", DAM, "2024-05-06", agencies=("Harbour Wire",))
    assert links(trace([retold, first])) == [("b first", "a copy", "rewrite")], why


def test_a_digest_is_not_the_original_of_the_report_that_it_sums_up() -> None:
    """Though its words are more the story's own: another report of the story happens to share them."""
    paragraphs = DAM_RETOLD.split("\n\n")
    brief = "\n\n".join(paragraphs[index] for index in (0, 2, 3))
    shared = sorted(set(re.findall(r"[a-z]+", brief)) - set(re.findall(r"[a-z]+", DAM)))
    other = " ".join(shared)
    lineage = trace(
        [
            article("a digest", brief, "2024-05-06"),
            article("b", f"{DAM}\n\n{DAM_INDEPENDENT}", "2024-05-06"),
            article("c other", other, "2024-05-06"),
        ]
    )
    assert [(p.from_, p.to) for p in lineage.passages] == [("b", "a digest")]


def test_quotations_that_were_reworded_are_no_evidence_of_the_words() -> None:
    lineage = trace(
        [article("first", DAM, "2024-05-06"), article("retold", DAM_RETOLD, "2024-05-07")]
    )
    (passage,) = lineage.passages
    assert not passage.verbatim
    assert lineage.unverbatim == ("retold",)
    assert lineage.unverbatim_reasons["retold"]


def test_a_shared_quotation_is_a_shared_voice_and_no_lineage() -> None:
    lineage = trace([article("a", DAM), article("b", DAM_INDEPENDENT)])
    assert links(lineage) == []


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        article("a", DAM),
        article("b", DAM_RETOLD),
        article("c", DAM_INDEPENDENT),
        article("d", variant(DAM, "cut", 1).text),
    ]
    results = {trace(order).to_json() for order in itertools.permutations(articles)}
    assert len(results) == 1


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_is_found_with_its_original(kind: Kind) -> None:
    copy = article("copy", variant(DAM, kind, 3).text, "2024-05-08")
    lineage = trace([copy, article("first", DAM, "2024-05-06"), article("other", DAM_INDEPENDENT)])
    assert [(p.from_, p.to) for p in lineage.passages] == [("first", "copy")]
    assert lineage.passages[0].kind in ("copy", "excerpt", "edited")


@pytest.mark.parametrize("kind", REWRITES)
def test_a_rewrite_is_found_with_its_original(kind: Kind) -> None:
    copy = article("copy", variant(DAM, kind, 3).text, "2024-05-08")
    lineage = trace([copy, article("first", DAM, "2024-05-06"), article("other", DAM_INDEPENDENT)])
    assert [(p.from_, p.to) for p in lineage.passages] == [("first", "copy")]
    assert lineage.passages[0].kind in ("edited", "rewrite")


def test_every_span_says_what_stands_there() -> None:
    texts = {"first": DAM, "retold": DAM_RETOLD}
    lineage = trace([article(name, text) for name, text in texts.items()])
    for passage in lineage.passages:
        for span in passage.spans:
            for cited in (span.original, span.copy):
                assert texts[cited.article][cited.start : cited.end] == cited.words


def test_thousands_of_copies_meet_their_original_and_not_one_another() -> None:
    articles = [article(f"copy {number:04}", DAM, "2024-05-07") for number in range(2000)]
    articles += [
        article(f"near {number:04}", f"{DAM}\n\nSeen by reader {number}.", "2024-05-08")
        for number in range(300)
    ]
    lineage = trace([*articles, article("first", DAM, "2024-05-06")])
    assert len(lineage.passages) == 2300
    assert {passage.from_ for passage in lineage.passages} == {"first"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "“",
        '"' * 50,
        "9" * 400,
        "“never closed " * 30,
        "\u202e\u0000é\ufffd",
        "a",
        ".",
    ],
)
def test_odd_texts_do_not_crash(text: str) -> None:
    lineage = trace([article("odd", text), article("again", text), article("first", DAM)])
    assert set(lineage.newsroom_of) == {"odd", "again", "first"}


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        '"no" ' * 40_000,
        "a. " * 40_000,
        "word " * 40_000,
        "\n\n".join(["B - c"] * 9_000),
    ],
    ids=["capitals", "quotations", "tiny sentences", "no full stop", "datelines"],
)
def test_long_odd_texts_take_no_longer_than_their_length_deserves(text: str) -> None:
    began = time.process_time()
    trace([article("odd", text), article("again", text + " end"), article("first", DAM)])
    assert time.process_time() - began < 20


def test_credits_in_a_circle_end() -> None:
    lineage = trace(
        [
            article("a", DAM, outlet="Tormo Post", credited_newsrooms=("Ask Herald",)),
            article("b", DAM, outlet="Ask Herald", credited_newsrooms=("Tormo Post",)),
        ]
    )
    assert len(set(lineage.newsroom_of.values())) == 1


def test_an_article_that_quotes_itself_is_not_its_own_original() -> None:
    lineage = trace([article("a", f"{DAM}\n\n{DAM}"), article("b", DAM_INDEPENDENT)])
    assert links(lineage) == []


def test_no_articles_have_no_lineage() -> None:
    assert trace([]).passages == ()
