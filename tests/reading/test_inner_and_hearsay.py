"""Statements that the speech network leaves out: inner ones, nouns that hold speech, "reportedly", what stands before
a cue between commas, paragraphs that go on with a quotation, and marks that lack."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading
from secondsource.model.statement import Statement
from secondsource.reading.quotes import Quote, find_quotes

Read = Callable[..., Reading]


def told(reading: Reading) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each statement."""
    return [
        (s.source and s.source.words, s.cue.words if s.cue else "", [c.words for c in s.content])
        for s in reading.statements
    ]


def by_cue(reading: Reading, cue: str) -> Statement:
    (found,) = [s for s in reading.statements if s.cue and s.cue.words == cue]
    return found


def test_the_inner_statement_has_its_own_source_and_stands_in_the_outer_one(read: Read) -> None:
    reading = read("Engineer Tamsin Vole said that the crew had told her the valve was open.")
    outer, inner = by_cue(reading, "said"), by_cue(reading, "had told")
    assert inner.source is not None
    assert inner.source.words == "the crew"
    assert [c.words for c in inner.content] == ["the valve was open"]
    assert (outer.parent, inner.parent) == (None, outer.id)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The guide said that he believed the path was safe.", "his own belief is all his word"),
        ("The bank said it would tell savers that the fund was closed.", "nobody has told it yet"),
        ("The clerk said the owner had not claimed that the roof leaked.", "what was not claimed"),
        ("The guard said nobody knew if the dean had agreed that it was late.", "an open question"),
    ],
)
def test_what_nobody_is_reported_to_have_said_is_no_inner_statement(
    read: Read, text: str, why: str
) -> None:
    assert all(s.parent is None for s in read(text).statements), why


def test_who_goes_on_is_the_outer_speaker(read: Read) -> None:
    reading = read(
        "A Chilean diplomat said that a Peruvian officer had told him the pass was shut. "
        "The snow would stay until June, he added."
    )
    assert by_cue(reading, "added").voice.affiliation == "Chile"


HEARSAY = [
    (
        "The announcement that the foundry would move dismayed its apprentices.",
        (None, "announcement", ["that the foundry would move"]),
        "nobody is said to have announced it",
    ),
    (
        "A warning from foresters that the beetle had spread reached the palace.",
        ("foresters", "A warning", ["that the beetle had spread"]),
        "whose warnings",
    ),
    (
        "The tenor has reportedly left the company.",
        (None, "reportedly", ["The tenor has", "left the company"]),
        "who reports it is not said",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEARSAY)
def test_hearsay(
    read: Read, text: str, expected: tuple[str | None, str, list[str]], why: str
) -> None:
    assert expected in told(read(text)), why


def test_hearsay_without_a_source_has_an_unknown_voice(read: Read) -> None:
    reading = read("The rumour that the pier would be sold had reached every shop by noon.")
    assert by_cue(reading, "rumour").voice.kind == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "The demands that the printers made in spring were met.",
        "The idea that the pier is haunted sells postcards.",
    ],
)
def test_nouns_that_hold_no_words(read: Read, text: str) -> None:
    assert not [s for s in read(text).statements if s.cue and s.cue.words in {"demands", "idea"}]


def test_what_stands_before_a_cue_between_commas_belongs_to_the_content(read: Read) -> None:
    reading = read("All nine divers, the harbour guard said on Sunday, had been found alive.")
    assert told(reading)[0][2] == ["All nine divers", "had been found alive"]


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker_before(read: Read) -> None:
    reading = read(
        "“The bells froze,” said sexton Ada Brill.\n\n“We rang a pan instead.”\n\nIt was a hard winter."
    )
    assert told(reading)[0][2] == ["“The bells froze,”", "“We rang a pan instead.”"]


def test_a_quotation_left_open_belongs_to_the_cue_of_the_next_paragraph(read: Read) -> None:
    reading = read(
        "Warden Ilse Kranz was angry.\n\n“They felled the limes at night.\n\n"
        "“Nobody asked the parish,” she said."
    )
    assert told(reading)[-1][2] == [
        "“They felled the limes at night.",
        "“Nobody asked the parish,”",
    ]


def test_other_marks_are_an_extract_and_no_part_of_the_quotation(read: Read) -> None:
    reading = read(
        '“The bells froze,” said sexton Ada Brill.\n\n"A bell that froze and one that cracked."'
    )
    assert told(reading)[0][2] == ["“The bells froze,”"]


def test_two_apostrophes_open_and_close() -> None:
    text = "She called it ''a poor trade'' and left."
    (quote,) = find_quotes(text)
    assert text[quote.start : quote.end] == "''a poor trade''"


def test_words_whose_opening_mark_is_lost_are_a_quotation_that_is_not_closed() -> None:
    assert find_quotes('The lift is stuck," the porter said.') == [Quote(0, 19, closed=False)]
    assert not find_quotes('It rained. The lift is stuck," the porter said.')
    assert not find_quotes('The board measures 12" by 4".')


def test_words_whose_closing_mark_is_lost_end_before_said() -> None:
    text = "“The lift is stuck, said the porter. We walked."
    (quote,) = find_quotes(text)
    assert text[quote.start : quote.end] == "“The lift is stuck,"
    assert not quote.closed


def test_who_could_not_be_asked_is_a_refusal(read: Read) -> None:
    reading = read("The skipper could not immediately be reached for comment.")
    (only,) = reading.statements
    assert only.mode == "refusal"
    assert only.source is not None
    assert only.source.words == "The skipper"


def test_what_an_audit_finds_it_tells(read: Read) -> None:
    assert by_cue(read("The audit found that the vault was empty."), "found").mode == "indirect"


def test_three_turns_in_capitals_are_a_transcript(read: Read) -> None:
    reading = read(
        "BRILL: Who locked the tower?\n\nKRANZ: I did. It was late.\n\nBRILL: Where is the key?"
    )
    assert [s.mode for s in reading.statements] == ["direct"] * 3


def test_who_is_told_is_no_source(read: Read) -> None:
    reading = read("Tenants were told that the lift would stay shut.")
    (only,) = reading.statements
    assert (only.source, only.voice.kind, only.addressee) == (None, "unknown", "Tenants")
    reading = read("The council was warned by surveyor Ada Brill that the wall would fall.")
    (only,) = reading.statements
    assert only.voice.name == "Ada Brill"
    assert only.addressee == "The council"


def test_an_occasion_is_no_hearer(read: Read) -> None:
    reading = read("The dean told a press conference that the hall would reopen.")
    assert [(s.addressee, s.occasion) for s in reading.statements] == [(None, "press conference")]


def test_an_adviser_is_placed_where_his_principal_is(read: Read) -> None:
    reading = read(
        "Kenyan President Omari Chuo flew home. Two advisers to Mr. Chuo say that the pact is dead."
    )
    voice = by_cue(reading, "say").voice
    assert (voice.kind, voice.count, voice.affiliation) == ("anonymous", 2, "Kenya")


def test_a_greeting_is_no_statement(read: Read) -> None:
    assert not read("The orchestra said goodbye to its oldest cellist.").statements


def test_a_quotation_over_two_lines_is_of_its_own_speaker(read: Read) -> None:
    """The first line has no closing mark, the second no opening one: both are of who stands behind them, and not
    of who spoke before."""
    reading = read(
        "Two producers, Ann Bell and Omari Chuo, named the host on Friday.\n\n"
        "“We are glad that she will come,” said Bell and Chuo.\n\n"
        "“I am so happy to return to this hall.\n\n"
        "Those who know me will laugh,” said Ruth Lund.\n\nThe show is in May."
    )
    voices = {
        piece.words: statement.voice.name
        for statement in reading.statements
        for piece in statement.content
    }
    assert voices["“I am so happy to return to this hall."] == "Ruth Lund"
    assert voices["Those who know me will laugh,”"] == "Ruth Lund"
    assert voices["“We are glad that she will come,”"] == "Ann Bell and Omari Chuo"


def test_what_a_speaker_assures_in_his_own_words_is_no_second_statement(read) -> None:
    text = '"I assure you that the ferry is safe," Ann Bell said on Monday.'
    assert [statement.voice.name for statement in read(text).statements] == ["Ann Bell"]


@pytest.mark.parametrize(
    ("text", "claim", "denial", "why"),
    [
        (
            "Niger says Chadian agents burned the post, an allegation that Chad denies.",
            ("Niger", "says", ["Chadian agents burned the post"]),
            ("Chad", "denies", ["an allegation"]),
            "who denies it stands before the verb",
        ),
        (
            "The union said that guards beat two strikers, a charge rejected by the mine.",
            ("The union", "said", ["that guards beat two strikers"]),
            ("the mine", "rejected", ["a charge"]),
            "and behind it",
        ),
        (
            "Chadian agents burned the post, Niger says, a claim which Chad has denied.",
            ("Niger", "says", ["Chadian agents burned the post"]),
            ("Chad", "has denied", ["a claim"]),
            "behind who tells it",
        ),
    ],
)
def test_a_denial_behind_a_comma_is_no_part_of_what_is_told(
    read: Read,
    text: str,
    claim: tuple[str, str, list[str]],
    denial: tuple[str, str, list[str]],
    why: str,
) -> None:
    assert told(read(text)) == [claim, denial], why


def test_a_report_that_was_rejected_is_part_of_what_is_told(read: Read) -> None:
    text = "The clerk said that the court had read a report that the mine rejected."
    assert told(read(text))[0][2] == ["that the court had read a report that the mine rejected"]
