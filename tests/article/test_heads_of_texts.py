"""What stands over the report in texts as people save them: fields, tables, bylines and days of many forms."""

import pytest

from secondsource.article import clean_text
from secondsource.model.article import Article

TITLE = "Ferry crews walk out at Ibo over their pay"
BODY = (
    "Ferry crews at Ibo walked out on Tuesday after the harbour board cut their night pay, their secretary said.",
    "“We will not sail unpaid,” Zainabu Faki told reporters on the old pier.",
    "The islanders depend on the boats for rice, fuel and medicine, the head nurse of the clinic said.",
)
DAY = "3 February 2031"


def article(*over: str, under: tuple[str, ...] = ()) -> Article:
    return clean_text("\n\n".join((TITLE, *over, *BODY, *under)))


HEADS = [
    ((f"By\nOla Berg\nand Rosa Imbert\nin Ibo\n{DAY}",), ("Ola Berg", "Rosa Imbert"), None, "a byline in four lines"),
    ((f"By Ola Berg | Lindmouth Gazette | {DAY} | 4 min read",), ("Ola Berg",), "Lindmouth Gazette", "all between bars"),
    ((f"Lindmouth Gazette | {DAY} | World",), (), "Lindmouth Gazette", "without a writer"),
    ((f"Outlet: Lindmouth Gazette\nAuthor: Ola Berg\nDate: {DAY}",), ("Ola Berg",), "Lindmouth Gazette", "fields"),
    ((f"**Source:** Lindmouth Gazette\n**Published:** {DAY}\n**Author:** Ola Berg",), ("Ola Berg",), "Lindmouth Gazette", "fields in bold"),
    ((f"- Source: Lindmouth Gazette\n- Date: {DAY}",), (), "Lindmouth Gazette", "fields as a list"),
    (("| Outlet | Date | Author |\n|---|---|---|\n| Lindmouth Gazette | 3 February 2031 | Ola Berg |",), ("Ola Berg",), "Lindmouth Gazette", "a table across"),
    (("| Field | Value |\n|:--|--:|\n| Source | Lindmouth Gazette |\n| Published | 2031-02-03 |",), (), "Lindmouth Gazette", "a table down"),
    ((f"Section: NEWS; Pg. 4\nLength: 97 words\nByline: Ola Berg\n{DAY}",), ("Ola Berg",), None, "a database of newspapers"),
    ((f"Written by Ola Berg | Photographs by Rosa Imbert\n{DAY}",), ("Ola Berg",), None, "who took the pictures is no writer"),
    (("Veröffentlicht am 3. Februar 2031, 14:05 Uhr",), (), None, "a day in German"),
    (("Stand: 3. Februar 2031",), (), None, "as of a day, in German"),
    (("Publié le jeudi 3 février 2031 à 14h05",), (), None, "in French"),
    (("3 février 2031 – Mis à jour le 4 février 2031",), (), None, "and when it was changed"),
    (("Publicado el 3 de febrero de 2031",), (), None, "in Spanish"),
    (("Publicado em 3 de fevereiro de 2031 às 10h20",), (), None, "in Portuguese"),
    (("Pubblicato il 3 febbraio 2031 alle ore 14.05",), (), None, "in Italian"),
]  # fmt: skip


@pytest.mark.parametrize(("over", "authors", "outlet", "why"), HEADS, ids=[row[3] for row in HEADS])
def test_what_stands_over_a_report(
    over: tuple[str, ...], authors: tuple[str, ...], outlet: str | None, why: str
) -> None:
    found = article(*over)
    assert found.headline == TITLE, why
    assert found.authors == authors, why
    assert found.outlet == outlet, why
    assert found.published is not None, why
    assert found.published.value == "2031-02-03", why
    assert found.text == "\n\n".join(BODY), why


@pytest.mark.parametrize(
    ("line", "agencies", "why"),
    [
        ("Text: Reuters | Photo: AFP", ("Reuters",), "who wrote, not who took the picture"),
        ("Source: Xinhua", ("Xinhua",), "a source that is an agency"),
    ],
)
def test_agencies_in_a_line_of_the_head(line: str, agencies: tuple[str, ...], why: str) -> None:
    assert article(line, DAY).agencies == agencies, why


def test_an_agency_in_small_letters_opens_a_report() -> None:
    found = clean_text("\n\n".join((TITLE, f"Ibo (dpa) - {BODY[0]}", *BODY[1:])))
    assert found.agencies == ("Deutsche Presse-Agentur",)


AROUND = [
    (("We value your privacy\nWe and our 842 partners store and access information on a device, such as cookies. You may accept.\nAccept all\nManage options",), "a request for consent"),
    (("3/2/31, 14:05\n" + TITLE + " | Lindmouth Gazette",), "the head of a printed page"),
    (("128 Comments",), "a count of comments"),
]  # fmt: skip


@pytest.mark.parametrize(("over", "why"), AROUND, ids=[row[1] for row in AROUND])
def test_it_is_no_headline_and_no_body(over: tuple[str, ...], why: str) -> None:
    found = clean_text("\n\n".join((*over, TITLE, DAY, *BODY)))
    assert (found.headline, found.text) == (TITLE, "\n\n".join(BODY)), why


AMONG = [
    ("- 2 -", "the number of a page"),
    ("“We will not sail unpaid”\nZainabu Faki, secretary", "a pull quote and who said it"),
    ("3/2/31, 14:05\n" + TITLE + " | Lindmouth Gazette\nhttps://gazette.example/ferry 2/3", "the edge of a printed page"),
    ("This article is for subscribers only. To continue reading, log in or subscribe from £1 a week.", "a wall"),
    ("ENDS", "the mark of an end"),
    ("Get the Lindmouth app. Download it on Google Play or the App Store.", "an app"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "why"), AMONG, ids=[row[1] for row in AMONG])
def test_it_is_taken_out_of_the_body(line: str, why: str) -> None:
    found = clean_text("\n\n".join((TITLE, DAY, *BODY[:2], line, BODY[2])))
    assert found.text == "\n\n".join(BODY), why


STAYS = [
    ("To continue reading the ledger he lit a lamp and sat down again, the clerk said.", "somebody reads"),
    ("“We will not sail unpaid,” Zainabu Faki, the secretary, said again in the evening.", "somebody says it again"),
    ("| Boats | Crews |\n| 12 | 40 |", "a table that names no field"),
    ("The stand of 3 February was full, the keeper of the gate said.", "an English word that is a German label"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "why"), STAYS, ids=[row[1] for row in STAYS])
def test_it_stays_in_the_body(line: str, why: str) -> None:
    assert (
        line.split("\n")[0] in clean_text("\n\n".join((TITLE, DAY, BODY[0], line, BODY[1]))).text
    ), why


def test_a_last_paragraph_with_the_mark_of_an_end_is_kept() -> None:
    found = clean_text("\n\n".join((TITLE, DAY, *BODY[:2], BODY[2] + " Enditem")))
    assert BODY[2] in found.text


def test_a_text_as_a_mail_quotes_it() -> None:
    quoted = "\n".join(
        f"> {line}".rstrip() for line in "\n\n".join((TITLE, DAY, *BODY)).split("\n")
    )
    found = clean_text(quoted)
    assert (found.headline, found.text) == (TITLE, "\n\n".join(BODY))


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("Ferry cr\u001b[1mews\u001b[0m wait", "Ferry crews wait", "the colours of a terminal"),
        ("a Ã¢â‚¬Å“restÃ¢â‚¬\u009d at a cafÃƒÂ©", "a “rest” at a café", "read wrong twice"),
        ("a â€œrestâ€\u009d at a cafÃ©", "a “rest” at a café", "read wrong once"),
        ("São Tomé and Âland", "São Tomé and Âland", "letters that are meant"),
    ],
)
def test_characters(words: str, expected: str, why: str) -> None:
    found = clean_text(f"{TITLE}\n\n{BODY[0]}\n\nThe crews saw {words} on the quay, she said.")
    assert found.text.endswith(f"The crews saw {expected} on the quay, she said."), why


@pytest.mark.parametrize(
    ("last", "stays", "why"),
    [
        ("It is a long way to the next harbour, and no road leads there from Ibo.", True, "it"),
        ("The Nile is the longest river of the land, and no boat was seen on it.", True, "a river"),
        ("Zainabu Faki is the first woman who speaks for the crews of Ibo.", True, "one of whom the report tells"),
        ("Ola Berg is a shipping correspondent of the Lindmouth Gazette and lives in Ibo.", False, "who wrote it"),
    ],
)  # fmt: skip
def test_a_last_paragraph_about_somebody(last: str, stays: bool, why: str) -> None:
    assert article(DAY, under=(last,)).text.endswith(last) is stays, why
