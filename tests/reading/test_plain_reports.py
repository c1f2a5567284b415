"""Reports of ordinary news: headings in two parts, datelines, and verbs that the parser hangs on the wrong speaker."""

from collections.abc import Callable

import pytest

from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.reading.reader import Reader

Read = Callable[..., Reading]


def test_a_heading_in_two_parts_is_two_sentences(reader: Reader) -> None:
    headline = "Ferry toll climbs to 17; navy called in"
    reading = reader.read_article(
        Article(id="a", address="", text="Rain fell.", language="en", headline=headline)
    )
    assert [s for s in reading.statements if s.cue and s.cue.part == "headline"] == []
    assert [f.nature for f in reading.figures if f.low == 17] == ["measured"]


def test_reports_read_together_are_read_as_if_alone(reader: Reader) -> None:
    texts = (
        "Lunda's harbour board fined Ann Bell $4.2m on Monday. She called the fine a farce.",
        "",
        "He denied that 12 dockers had struck at Kimbo in May, the union's Omar Reyes said.",
        "She will meet them on Friday.",
    )
    articles = [
        Article(id=str(number), address="", text=text, language="en")
        for number, text in enumerate(texts)
    ]
    alone = [reader.read_article(article) for article in articles]
    assert reader.read_together(articles) == alone
    assert list(reader.read_many(articles)) == alone
    assert reader.read_together([]) == []


def test_a_dateline_is_no_part_of_its_sentence(read: Read) -> None:
    reading = read(
        "LUMBO, May 4 (CNA) - Dock workers across Lunda began a two-day strike on Monday."
    )
    strike = next(e for e in reading.events if e.citation.words == "strike")
    assert [p.name for p in strike.sources] == ["Dock workers"]
    assert [s.start for s in reading.sentences] == [0, len("LUMBO, May 4 (CNA) - ")]


def test_a_unit_is_parted_from_the_stop_of_its_sentence(read: Read) -> None:
    reading = read("The board fined Ann Bell $4.2m. She says the fine is a farce.")
    assert [m.name for m in reading.mentions if m.form == "name"] == ["Ann Bell"]
    assert [s.voice.name for s in reading.statements if s.cue and s.cue.words == "says"] == [
        "Ann Bell"
    ]


SECOND_DEEDS = [
    # text, cue, last words of its content, why
    (
        "She promised that those to blame would be punished and ordered an inquiry into the fire.",
        "promised",
        "punished",
        "nobody would be ordered an inquiry: she ordered it",
    ),
    (
        'The mayor said the demand was "absurd" and ruled out raising the fares.',
        "said",
        '"absurd"',
        "a demand rules nothing out",
    ),
    (
        "The relief fund said 300 families were sleeping in the open and appealed for tents.",
        "said",
        "in the open",
        "the fund appeals",
    ),
    (
        "The mayor added that no road is closed for good and warned of delays if the rain goes on.",
        "added",
        "for good",
        "the mayor warns",
    ),
    (
        "The mayor said the rebels had fled and had warned of a raid.",
        "said",
        "raid",
        "the rebels warned: a helping verb of theirs",
    ),
    (
        "Chuo said the port had been closed and ordered to pay a fine.",
        "said",
        "fine",
        "two things done to the port",
    ),
    (
        "Chuo said the port was shut and the ferries had stopped.",
        "said",
        "stopped",
        "a clause with its own subject is said too",
    ),
]


@pytest.mark.parametrize(("text", "cue", "last", "why"), SECOND_DEEDS)
def test_second_deeds(read: Read, text: str, cue: str, last: str, why: str) -> None:
    statement = next(s for s in read(text).statements if s.cue and s.cue.words == cue)
    assert statement.content[-1].words.rstrip(".").endswith(last), why


def voices(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """Cue, who speaks and for whom, of each statement."""
    return [
        (s.cue.words, s.voice.name or s.voice.description, s.voice.party)
        for s in reading.statements
        if s.cue
    ]


WHOSE = [
    # text, expected (cue, who, party), why
    (
        "Chad closed its airspace on Monday, its foreign ministry said.",
        ("said", "foreign ministry", "Chad"),
        "its: the country that is the subject",
    ),
    (
        "Nana Bell cancelled a trip to Kenya, his spokesman said.",
        ("said", "Nana Bell's spokesman", "Nana Bell"),
        "his: the person that the article means",
    ),
    (
        "Officials of Chad said the border was closed.",
        ("said", "Officials of Chad", "Chad"),
        "of whom they are officials",
    ),
    (
        "The union, SNRT, accused the mine of locking drivers out.",
        ("accused", "SNRT", "SNRT"),
        "a body that a common noun introduces",
    ),
    (
        "Fertang, the private operator, said that its trains were not affected.",
        ("said", "Fertang", "Fertang"),
        "what follows the comma describes it",
    ),
    (
        "Open Ledger Zambia urged the government to suspend the contract.",
        ("urged", "Open Ledger Zambia", "Open Ledger Zambia"),
        "a body that ends with its country is not the country",
    ),
    (
        "The union voted. Acme Inc. has denied paying bribes. It said in a statement that it had won the tender.",
        ("said in a statement", "Acme Inc.", "Acme Inc."),
        "it: the body that is the subject of the sentence before",
    ),
    (
        "The contract went to Chinese builder Sinorail. Sinorail said it had won the tender on merit.",
        ("said", "Sinorail", "Sinorail"),
        "a builder is a company",
    ),
    (
        "Antonio Prado resigned. The deputy leader, Ana Moura, is to replace Prado. She said the union would strike.",
        ("said", "Ana Moura", "Ana Moura"),
        "she: the one with a woman's first name",
    ),
    (
        "Omar Bell left the country on Monday, two police officers who declined to be named told the Gazette.",
        ("told", "two police officers", None),
        "the terms of anonymity are no part of who speaks",
    ),
    (
        "Thousands marched. Police put the crowd at 800.",
        ("put", "Police", None),
        "a number that somebody gives",
    ),
    (
        "Police put the crowd at 800, the union at 2,000.",
        ("at", "union", "union"),
        "the second number, without the verb",
    ),
    (
        "Nine people died by the army's count and forty by that of the rebels.",
        ("count", "army", "army"),
        "whose count it is",
    ),
    (
        "Nine people died by the army's count and forty by that of the rebels.",
        ("by that", "the rebels", None),
        "the second count",
    ),
    ("By the army's count, nine people died.", ("count", "army", "army"), "before the clause"),
    (
        "Chad lost nine boats by its own count.",
        ("count", "Chad", "Chad"),
        "its: the one who tells of himself",
    ),
    (
        "The nurses at the mill counted 43 bodies.",
        ("counted", "The nurses at the mill", None),
        "a count",
    ),
    ("Fares rose. The union spoke of 10 percent.", ("spoke of", "union", "union"), "a number"),
    (
        'The mayor said the demand was "absurd" and ruled out raising the fares.',
        ("ruled out", "The mayor", None),
        "what else the speaker says by a second verb",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), WHOSE)
def test_who_speaks(read: Read, text: str, expected: tuple[str, str, str | None], why: str) -> None:
    assert expected in voices(read(text)), why


UNSAID = [
    ("This reporter counted 11 empty moorings.", "what the newsroom has seen itself"),
    (
        "Chuo accepted the resignation and named Ann Bell, the harbour master, to act in his place.",
        "a post is given",
    ),
    ("Morocco has not yet asked for the money.", "what was not asked for"),
    ("The ferries stop if the union refuses to run them.", "what may be refused"),
    ("In all, 55 people are now known to have died in the north.", "what is known, nobody says"),
    (
        "The former minister Peter Bell was questioned for six hours by the board.",
        "a deed upon people",
    ),
]


@pytest.mark.parametrize(("text", "why"), UNSAID)
def test_what_nobody_says(read: Read, text: str, why: str) -> None:
    assert voices(read(text)) == [], why


def test_neither_confirmed_nor_denied(read: Read) -> None:
    reading = read("The police spokesman, Rae Hamo, would neither confirm nor deny this.")
    assert [s.mode for s in reading.statements] == ["refusal"]


def test_two_of_one_surname_are_told_apart(read: Read) -> None:
    reading = read(
        "Margaret Bell is on trial. Omar Bell, her son, left the country. Mrs Bell's farm was seized. Mr Bell"
        " was seen in Chad."
    )
    bare = [m.name for m in reading.mentions if m.citation.words == "Bell"]
    assert bare == ["Margaret Bell", "Omar Bell"]


DEEDS = [
    # text, word, its doers, to whom, why
    (
        "Bell's son was arrested in Lusaka on Monday.",
        "arrested",
        [],
        ["Bell's son"],
        "not his father",
    ),
    (
        "The NDU denied that its supporters were involved.",
        "denied",
        ["NDU"],
        [],
        "they are not denied",
    ),
    (
        "Chuo promised that every family would be rehoused.",
        "promised",
        ["Chuo"],
        [],
        "a promise about them",
    ),
]


@pytest.mark.parametrize(("text", "word", "sources", "targets", "why"), DEEDS)
def test_who_and_to_whom(
    read: Read, text: str, word: str, sources: list[str], targets: list[str], why: str
) -> None:
    event = next(e for e in read(text).events if e.citation.words == word)
    assert [p.name for p in event.sources] == sources, why
    assert [p.name for p in event.targets] == targets, why


def test_what_would_be_called_off_is_not_called_off(read: Read) -> None:
    reading = read("Chuo said the union would call off the strike if the mine improved its offer.")
    assert [e.status for e in reading.events if e.citation.words == "strike"] == ["conditional"]


def test_what_is_said_in_a_letter_is_said(read: Read) -> None:
    reading = read(
        "Ann Bell said in a letter that she was stepping down in the interest of the inquiry."
    )
    assert [e.status for e in reading.events if e.citation.words == "stepping down"] == ["ongoing"]


def test_reports_of_others_are_no_occasion(read: Read) -> None:
    reading = read(
        "The Dam Authority said it had no plans to spill, contrary to reports on social media."
    )
    assert [s.occasion for s in reading.statements] == [None]
