"""Sentences in which nobody says anything, and near ones in which somebody does."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        # when and where people used their voices
        "Two guards were chatting when the wall came down on Tuesday.",
        "They were talking when the roof fell in, killing four clerks and a cook.",
        "The brothers were speaking while the barn burned.",
        "The two skippers talked after the race on Sunday.",
        "The mother screamed when the coffin passed.",
        # a further deed
        "They yelled and wept.",
        # to whom, and nothing of what
        "Officials of the port authority briefed the press on Monday.",
        "The bishop addressed the pilgrims on Sunday.",
        "Sheriff Tova Quist addressed the strikers for an hour.",
        "Hall wrote to Attorney General Ines Duarte.",
        "The duchess was talking warmly with her guests.",
        "The nurse called an ambulance.",
        # deeds
        "The princess laid a wreath at the monument on Sunday.",
        "The minister laid flowers beside the wrecked bus that killed nine children.",
        "A soldier pointed his rifle at the driver.",
        "The hotel boasts the best view of the lake.",
        "Police found a pistol in the van.",
        "A farmer saw two lorries near the barn.",
        "A fisherman spotted the raft at dawn.",
        "Kari Moe has been the focus of a bitter dispute between the two valleys.",
        "Two brothers have been charged.",
        # who shows something has said nothing of it
        "The governor showed no will to negotiate.",
        "The rebels showed no sign of leaving.",
        "She showed reporters a map of the quarry.",
        "He has not apologised to the families for “a regrettable error”.",
    ],
)
def test_no_statement(read: Read, text: str) -> None:
    found = read(text).statements
    assert [(s.cue and s.cue.words, [c.words for c in s.content]) for s in found] == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund asked when the ferry would sail.", "when the ferry would sail"),
        ("She was talking about her son when the shot rang out.", "her son"),
        ("She spoke in favour of the dam.", "the dam"),
        ("The guard whispered that the gate was open.", "that the gate was open"),
        ("The crowd shouted that the mayor must go.", "that the mayor must go"),
        ("The general briefed the cabinet about the landslide.", "the landslide"),
        (
            "The admiral briefed reporters on the search for the trawler.",
            "the search for the trawler",
        ),
        ("The doctors informed the parents of the risk.", "the risk"),
        ("The bishop addressed the shortage of priests.", "the shortage of priests"),
        ("Hall wrote to Attorney General Ines Duarte about the files.", "the files"),
        ("The duchess talked to the pickets about their pay.", "their pay"),
        ("The envoy spoke to the need for peace.", "the need for peace"),
        ("The chairman called the plan foolish.", "the plan foolish"),
        ("The minister laid out his plan for the harbour.", "his plan for the harbour"),
        ("The envoy pointed to the missing pages.", "the missing pages"),
        ("The skipper boasted of his catch.", "his catch"),
        ("Police found that the pistol was stolen.", "that the pistol was stolen"),
        ("Auditors found no evidence of theft.", "no evidence of theft"),
        ("A farmer saw the visit as an insult.", "the visit as an insult"),
        ("Two clerks were charged with taking bribes.", "taking bribes"),
        ("The clerk was questioned about the missing money.", "the missing money"),
        ("The audit showed a loss of nine million.", "a loss of nine million"),
        ("Ministry figures showed a rise in thefts.", "a rise in thefts"),
        ("The minister showed that the bill was paid.", "that the bill was paid"),
        ("The bank apologised to customers for “the delay caused”.", "“the delay caused”"),
        ("The chairman apologised on Monday for “a slip”, and left.", "“a slip”"),
        ("The colonel said nothing had been lost.", "nothing had been lost"),
        ("The keeper said little of the cargo was saved.", "little of the cargo was saved"),
        ("The captain said: “Nothing.”", "“Nothing.”"),
        ("She said no.", "no"),
    ],
)
def test_statement(read: Read, text: str, content: str) -> None:
    found = read(text).statements
    assert any(content in piece.words for s in found for piece in s.content)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The captain said nothing.", "The captain", "said nothing"),
        ("The owners said little on Monday.", "The owners", "said little"),
        ("The widow said no more.", "The widow", "said no more"),
        ("He did not say a word.", "He", "did not say a word"),
        ("The driver said nothing and left.", "The driver", "said nothing"),
        ("The abbess said little to the press afterwards.", "The abbess", "said little"),
        ("Mrs. Vik said nothing as she left the court.", "Mrs. Vik", "said nothing"),
    ],
)
def test_silence_has_no_content(read: Read, text: str, source: str, cue: str) -> None:
    (statement,) = read(text).statements
    assert statement.mode == "refusal"
    assert statement.source is not None
    assert statement.source.words == source
    assert statement.cue is not None
    assert statement.cue.words == cue
    assert statement.content == ()


@pytest.mark.parametrize("words", ["said nothing", "said little", "did not say anything"])
def test_what_is_kept_silent(read: Read, words: str) -> None:
    (statement,) = read(f"The owners {words} about the leak at the dam on Friday.").statements
    assert statement.mode == "refusal"
    assert statement.cue is not None
    assert statement.cue.words == f"{words} about"
    assert statement.content[0].words.startswith("the leak at the dam")
