"""Statements: source, cue and content of every construction, and what is no statement."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.reading.quotes import find_quotes

Read = Callable[..., Reading]

SAID = [
    # text, source, cue, content pieces, mode, why
    (
        "“The bridge will open in May,” said Marta Nilsen, the city’s engineer.",
        "Marta Nilsen, the city’s engineer",
        "said",
        ["“The bridge will open in May,”"],
        "direct",
        "cue after the content, before the source",
    ),
    (
        '"We are ready," Governor Paul Adeyemi said. "The boats are full."',
        "Governor Paul Adeyemi",
        "said",
        ['"We are ready,"', '"The boats are full."'],
        "direct",
        "a quotation split by its cue",
    ),
    (
        "Minister Olga Petrenko said that the port would close on Friday.",
        "Minister Olga Petrenko",
        "said",
        ["that the port would close on Friday"],
        "indirect",
        "indirect speech, without the point of the sentence",
    ),
    (
        'The mayor called the plan "a gift to smugglers" on Tuesday.',
        "The mayor",
        "called",
        ['the plan "a gift to smugglers"'],
        "mixed",
        "a part is quoted",
    ),
    (
        "The army believes the rebels have left the valley.",
        "The army",
        "believes",
        ["the rebels have left the valley"],
        "attitude",
        "a belief is no saying",
    ),
    (
        "The vaccine is safe, according to the health ministry.",
        "the health ministry",
        "according to",
        ["The vaccine is safe"],
        "indirect",
        "according to, after the content",
    ),
    (
        "According to the harbour police, two ferries collided at dawn.",
        "the harbour police",
        "According to",
        ["two ferries collided at dawn"],
        "indirect",
        "according to, before the content",
    ),
    (
        "The talks, the envoy said, will resume in June.",
        "the envoy",
        "said",
        ["The talks", "will resume in June"],
        "indirect",
        "the cue stands inside the content",
    ),
    (
        "The company declined to comment.",
        "The company",
        "declined",
        ["to comment"],
        "refusal",
        "a refusal to speak",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "mode", "why"), SAID)
def test_statement(
    read: Read, text: str, source: str, cue: str, content: list[str], mode: str, why: str
) -> None:
    """The statement that starts with this cue has exactly these spans."""
    statements = [s for s in read(text).statements if s.parent is None]
    found = [s for s in statements if s.cue is not None and s.cue.words == cue]
    assert len(found) == 1, [s.cue for s in statements]
    assert found[0].source is not None
    assert found[0].source.words == source, why
    assert [piece.words for piece in found[0].content] == content, why
    assert found[0].mode == mode, why


def test_a_relative_pronoun_is_no_content(read: Read) -> None:
    found = read("The colonel spoke of drills, which are expected to begin on 3 March.").statements
    assert ["to begin on 3 March"] in [[c.words for c in s.content] for s in found]


def test_offsets_are_exact(read: Read) -> None:
    """Every citation's words stand where it says, in a text with several paragraphs."""
    text = (
        "Envoy Luis Prado said the truce held.\n\n"
        "“Nobody fired,” he said. “We counted.”\n\nThe rebels denied it."
    )
    for statement in read(text).statements:
        for citation in [statement.source, statement.cue, *statement.content]:
            if citation is not None:
                assert text[citation.start : citation.end] == citation.words


QUOTES = [
    # text, quotations, closed, why
    ("He said “no” and left.", ["“no”"], [True], "curly marks"),
    ('"Yes," she said. "But later."', ['"Yes,"', '"But later."'], [True, True], "straight marks"),
    ("He said ``never'' twice.", ["``never''"], [True], "marks of the tokenisers"),
    ("The ‘reform’ failed.", ["‘reform’"], [True], "single curly marks"),
    ("The farmers' plea and the miners' wages", [], [], "apostrophes are no marks"),
    (
        "“One never closed. It goes on and on.\n\nA new paragraph.",
        ["“One never closed."],
        [False],
        "an open mark ends with its sentence",
    ),
    (
        "“First part.\n\n“Second part.”",
        ["“First part.", "“Second part.”"],
        [True, True],
        "the newspapers' way to go on in the next paragraph",
    ),
]


@pytest.mark.parametrize(("text", "found", "closed", "why"), QUOTES)
def test_quotes(text: str, found: list[str], closed: list[bool], why: str) -> None:
    """The stretches between quotation marks, marks included."""
    quotes = find_quotes(text)
    assert [text[q.start : q.end] for q in quotes] == found, why
    assert [q.closed for q in quotes] == closed, why


def test_continued_quotation_has_one_speaker(read: Read) -> None:
    """A quotation that runs on into the next paragraph stays with its cue."""
    text = (
        "“The nets are gone,” said Amina Yusuf, a fisher. “We have no word from them.\n\n"
        "“If they want money, let them say how much. I will sell the house.”"
    )
    direct = [s for s in read(text).statements if s.mode == "direct" and s.parent is None]
    assert [s.voice.name for s in direct] == ["Amina Yusuf"]
    held = " ".join(piece.words for piece in direct[0].content)
    assert "let them say how much" in held


def test_unbalanced_mark_swallows_nothing(read: Read) -> None:
    """What an open mark starts never reaches the next paragraph, and is doubtful."""
    text = (
        "“The mine is closed, Director Hana Sato said on Monday.\n\n"
        "Prices rose sharply in the capital.\n\nThe weather was fine."
    )
    for statement in read(text).statements:
        for piece in statement.content:
            assert "Prices" not in piece.words


NOTHING = [
    ("The film “A River in Winter” opened on Friday.", "a title"),
    ("The so-called “reform” costs money.", "a scare quote"),
    ("", "an empty text"),
    ('“” ‘ ’ " \n\n "', "marks without words"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_direct_statement(read: Read, text: str, why: str) -> None:
    """Quotation marks alone make no statement."""
    assert [s for s in read(text).statements if s.mode == "direct"] == [], why


def test_nested_statement_has_parent(read: Read) -> None:
    """Who is reported inside a report stands below it."""
    text = "Captain Ole Berg said on Monday that the pilot had told him that the radar failed."
    by_cue = {s.cue.words: s for s in read(text).statements if s.cue}
    outer = by_cue["said"]
    for cue, statement in by_cue.items():
        if cue != "said":
            assert statement.parent == outer.id


ODD = [
    "“" * 2000,
    '"a" ' * 3000,
    "He said " * 400,
    "Q: Who?\n\nA: Nobody.\n\n" * 100,
    "“" + "word " * 4000 + "”",
    "\u202e\u0000 ‘’“” \U0001f600 said ﷽",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_input_does_not_crash(read: Read, text: str) -> None:
    """Odd texts give a reading, with citations that hold."""
    for statement in read(text).statements:
        for piece in statement.content:
            assert text[piece.start : piece.end] == piece.words


def test_same_text_same_statements(read: Read) -> None:
    """Reading twice gives the same values."""
    text = "Minister Eva Lind said the law passed. “It took years,” she added."
    assert read(text).statements == read(text).statements
