"""Whose reporting: what an article says of itself, and what its original says."""

import pytest
from invented import DAM, DAM_RETOLD, article

from secondsource.lineage import trace
from secondsource.model.article import CreditLine
from secondsource.model.text import Citation


def credit(kind: str, organization: str) -> CreditLine:
    words = organization
    return CreditLine(  # type: ignore[arg-type]
        kind=kind,
        organization=organization,
        citation=Citation(start=0, end=len(words), words=words, part="removed:0"),
    )


CASES: list[tuple[dict[str, object], str, str]] = [
    ({}, "unknown newsroom", "a text that says nothing of itself is unknown"),
    ({"outlet": "Tormo Post"}, "Tormo Post", "the outlet"),
    (
        {"outlet": "Tormo Post", "publisher": "Tormo Post Media plc"},
        "Tormo Post",
        "outlet and publisher of one name are one, by the name that readers know",
    ),
    (
        {"outlet": "Some Blog", "credit_lines": (credit("copyright", "Dow Jones & Company, Inc"),)},
        "Dow Jones",
        "another publisher's copyright line stays where a text was taken over",
    ),
    (
        {"outlet": "Tormo Post", "credit_lines": (credit("agency", "Reuters"),)},
        "Reuters",
        "a text credited to an agency is the agency's",
    ),
    (
        {"outlet": "Tormo Post", "credit_lines": (credit("contributor", "Reuters"),)},
        "Tormo Post",
        "an agency that contributed does not make the text its own",
    ),
    ({"credit_lines": (credit("email", "wsj.com"),)}, "Dow Jones", "the address of the reporters"),
]


@pytest.mark.parametrize(("fields", "name", "why"), CASES, ids=[case[2] for case in CASES])
def test_newsroom_of_one_article(fields: dict[str, object], name: str, why: str) -> None:
    lineage = trace([article("a", DAM, **fields)])
    names = {newsroom.id: newsroom.name for newsroom in lineage.newsrooms}
    assert names[lineage.newsroom_of["a"]] == name, why


@pytest.mark.parametrize(
    ("shown", "name", "why"),
    [
        (["USA Today"], "USA Today", "one outlet alone is known by its name, whoever owns it"),
        (["USA Today", "USA Today"], "USA Today", "in two reports too"),
        (
            ["USA Today", "Detroit Free Press"],
            "Gannett",
            "two outlets are one publisher's newsroom",
        ),
        (["Reuters"], "Reuters", "an agency by its own"),
    ],
)
def test_by_what_name_a_newsroom_is_shown(shown: list[str], name: str, why: str) -> None:
    texts = [DAM, "Other words."]
    lineage = trace([article(f"a{n}", texts[n], outlet=outlet) for n, outlet in enumerate(shown)])
    assert {newsroom.name for newsroom in lineage.newsrooms} == {name}, why


def test_outlets_of_one_publisher_are_one_newsroom() -> None:
    lineage = trace(
        [article("a", DAM, outlet="WSJ"), article("b", "Other words.", publisher="Dow Jones & Co.")]
    )
    assert lineage.newsroom_of["a"] == lineage.newsroom_of["b"]


def test_a_rewrite_has_the_newsroom_of_its_original() -> None:
    lineage = trace(
        [
            article("first", DAM, "2024-05-06", outlet="Tormo Post"),
            article("retold", DAM_RETOLD, "2024-05-07", outlet="Quick Digest"),
        ]
    )
    assert lineage.newsroom_of["retold"] == lineage.newsroom_of["first"]
    (newsroom,) = lineage.newsrooms
    assert newsroom.name == "Tormo Post"
    assert any("retold" in reason and "rewrite" in reason for reason in newsroom.reasons)


def test_a_newsroom_that_is_credited_in_part_lists_the_article_too() -> None:
    lineage = trace([article("a", DAM, outlet="Tormo Post", credited_newsrooms=("Ask Herald",))])
    assert {newsroom.name: newsroom.articles for newsroom in lineage.newsrooms} == {
        "Ask Herald": ("a",),
        "Tormo Post": ("a",),
    }


def test_both_papers_carry_one_text_of_an_agency() -> None:
    agency = {"agencies": ("Reuters",), "credit_lines": (credit("agency", "Reuters"),)}
    lineage = trace(
        [article("a", DAM, "2024-05-06", **agency), article("b", DAM, "2024-05-06", **agency)]
    )
    assert [passage.kind for passage in lineage.passages] == ["agency"]
    assert [newsroom.name for newsroom in lineage.newsrooms] == ["Reuters"]
