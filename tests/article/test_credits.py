"""Who wrote a report, who contributed, and from whom it was taken, in the wordings of many newsrooms."""

import pytest

from secondsource.article import clean_text
from secondsource.lineage.newsrooms import own_origin

LAST = "The union's chairman, Piet Varga, said that its members would not return before the inquiry had begun."
BODY = (
    "The port authority of Sarnovia shut two piers on Monday after a crane collapsed on the quay, its director, Lena Okoro, said."
    "\n\nEngineers were inspecting the other cranes, and ferries to Tesk were sent to the old harbour, Okoro told reporters."
    f"\n\n{LAST}"
)
TITLE = "Two piers shut in Sarnovia after a crane falls"

AP, AFP, DPA = "The Associated Press", "Agence France-Presse", "Deutsche Presse-Agentur"

# the last line, its contributors, its agencies, the newsrooms that it credits beside them
CREDITED = [
    ("Additional reporting by Mira Stahl in Tesk and Jon Abara in Lowen; editing by Tom Reyes", ("Mira Stahl", "Jon Abara"), (), ()),
    ("— With files from Reuters and The Canadian Press", (), ("Reuters", "The Canadian Press"), ()),
    ("With files from Dana Kowal", ("Dana Kowal",), (), ()),
    ("(With inputs from PTI and ANI)", (), ("Press Trust of India", "Asian News International"), ()),
    ("With additional reporting by AFP and dpa", (), (AFP, DPA), ()),
    ("Reporters Ana Silva in Tesk and Bo Lind in Lowen contributed to this story.", ("Ana Silva", "Bo Lind"), (), ()),
    ("Courier staff writers Ida Holm and Rolf Beck and researcher Ulla Sand contributed to this report.", ("Ida Holm", "Rolf Beck", "Ulla Sand"), (), ()),
    ("Associated Press writer Ida Holm in Tesk contributed to this report.", ("Ida Holm",), (AP,), ()),
    ("Ida Holm reported from Lowen and Rolf Beck from Tesk.", ("Ida Holm", "Rolf Beck"), (), ()),
    ("Ida Holm of the Tesk Mirror and Rolf Beck of Reuters contributed.", ("Ida Holm", "Rolf Beck"), ("Reuters",), ("Tesk Mirror",)),
    ("This report includes material from Reuters and AFP.", (), ("Reuters", AFP), ()),
    ("Some information for this report came from Reuters.", (), ("Reuters",), ()),
    ("Holm reported from Lowen, Beck from Tesk. Ulla Sand contributed reporting from Karst.", ("Ulla Sand",), (), ()),
    ("AFP/Reuters", (), (AFP, "Reuters"), ()),
    ("kb/wd (AP, dpa)", (), (AP, DPA), ()),
    ("Sources: Reuters, AFP", (), ("Reuters", AFP), ()),
    ("ANSA", (), ("ANSA",), ()),
    ("This article was originally published by the Lowen Courier.", (), (), ("Lowen Courier",)),
    ("This story first appeared in the Tesk Mirror on 3 February.", (), (), ("Tesk Mirror",)),
    ("This article is republished from The Quay Review under a Creative Commons license.", (), (), ("Quay Review",)),
    ("Reprinted with permission from the Tesk Mirror.", (), (), ("Tesk Mirror",)),
    ("This article was first published on Monday.", (), (), ()),
    ("This story was originally published in Spanish.", (), (), ()),
    ("Rolf Beck can be reached at rbeck@tesk-mirror.example or on Signal.", (), (), ()),
    ("Contact Ana Silva at asilva@lowen.example. Follow her on X @anasilva.", (), (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "contributors", "agencies", "others"), CREDITED)
def test_credits_under_a_report(
    line: str, contributors: tuple[str, ...], agencies: tuple[str, ...], others: tuple[str, ...]
) -> None:
    article = clean_text(f"{BODY}\n\n{line}")
    assert article.text.endswith(LAST)
    assert article.contributors == contributors
    assert article.agencies == agencies
    assert set(others) <= set(article.credited_newsrooms)
    if not agencies:
        assert article.credited_newsrooms == others


PROSE = [
    "The report was published by the Ministry of Transport on Friday and says that no crane was ever checked.",
    "Originally produced by a works in Karst, the cranes were bought forty years ago.",
    "Follow the money, Varga told @dockers, and you will find the owner of the crane.",
    "The old salt on the rails has also contributed.",
    "Lena Okoro reported from the start that no crane was safe.",
    "Questions were put to the owner of the crane, who did not answer them.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_sentences_that_begin_as_credits_do_stay(sentence: str) -> None:
    article = clean_text(BODY.replace(LAST, f"{sentence}\n\n{LAST}"))
    assert sentence in article.text
    assert article.credited_newsrooms == ()


# what stands under the headline, the authors, the agencies, whose reporting it is
BYLINES = [
    ("By Reuters", (), ("Reuters",), "Reuters"),
    ("By IDA HOLM | The Associated Press", ("Ida Holm",), (AP,), AP),
    ("By Ida Holm and Rolf Beck, Associated Press", ("Ida Holm", "Rolf Beck"), (AP,), AP),
    ("By Ida Holm and AP", ("Ida Holm",), (AP,), "Lowen Courier"),
    ("By Ida Holm for the Tesk Mirror", ("Ida Holm",), (), "Lowen Courier"),
    ("By Ida Holm\nPhotographs by Ulla Sand", ("Ida Holm",), (), "Lowen Courier"),
    ("From Ida Holm, our correspondent in Lowen", ("Ida Holm",), (), "Lowen Courier"),
    ("Posted on February 4, 2025 by Ida Holm", ("Ida Holm",), (), "Lowen Courier"),
    ("Ida Holm\nTesk Mirror", ("Ida Holm",), (), "Lowen Courier"),
]


@pytest.mark.parametrize(("line", "authors", "agencies", "newsroom"), BYLINES)
def test_an_agency_that_signs_over_the_text_is_its_newsroom(
    line: str, authors: tuple[str, ...], agencies: tuple[str, ...], newsroom: str
) -> None:
    article = clean_text(f"{TITLE}\n\n{line}\n\n{BODY}\n\n© 2025 Lowen Courier")
    assert (article.authors, article.agencies) == (authors, agencies)
    origin = own_origin(article)
    assert origin is not None
    assert origin.name == newsroom


def test_who_reported_it_wrote_it_where_nobody_else_is_named() -> None:
    line = "(Reporting by Ana Silva; Additional reporting by Bo Lind; Editing by Jo Hale)"
    alone = clean_text(f"{BODY}\n\n{line}")
    assert (alone.authors, alone.contributors) == (("Ana Silva",), ("Bo Lind",))
    signed = clean_text(f"{TITLE}\n\nBy Ida Holm\n\n{BODY}\n\n{line}")
    assert signed.authors == ("Ida Holm",)
    assert signed.contributors == ("Ana Silva", "Bo Lind")
