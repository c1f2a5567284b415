"""Who says what, by which cue, in sentences of many kinds of news.

They are those of a list of 68 that were right when it was first run (44), so they guard what works and measure nothing.
"""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

Row = tuple[str, str | None, str, list[str], str, str]

ROWS: list[Row] = [
    # text, source, cue, content pieces, mode, kind of voice
    (
        "“We gave the ball away too cheaply,” coach Ivo Maric said after the 3-1 defeat.",
        "coach Ivo Maric",
        "said",
        ["“We gave the ball away too cheaply,”"],
        "direct",
        "named",
    ),
    (
        "“I felt the knee go,” said striker Lena Osei, “but I wanted to finish the match.”",
        "striker Lena Osei",
        "said",
        ["“I felt the knee go,”", "“but I wanted to finish the match.”"],
        "direct",
        "named",
    ),
    (
        "Captain Theo Brandt described the penalty as “a joke” and the crowd as “magnificent”.",
        "Captain Theo Brandt",
        "described",
        ["the penalty as “a joke” and the crowd as “magnificent”"],
        "mixed",
        "named",
    ),
    (
        "The club expects Marisa Doyle to return in time for the derby.",
        "The club",
        "expects",
        ["Marisa Doyle to return in time for the derby"],
        "attitude",
        "named",
    ),
    (
        "Maric: we will not sell the captain",
        "Maric",
        ":",
        ["we will not sell the captain"],
        "indirect",
        "named",
    ),
    (
        "The federation denied that it had paid for the referee's flight.",
        "The federation",
        "denied",
        ["that it had paid for the referee's flight"],
        "indirect",
        "named",
    ),
    (
        "Season-ticket holders were told that the north stand would stay shut until March.",
        None,
        "were told",
        ["that the north stand would stay shut until March"],
        "indirect",
        "unknown",
    ),
    (
        "Judge Hanna Wolff ruled that the letters could be read to the jury.",
        "Judge Hanna Wolff",
        "ruled",
        ["that the letters could be read to the jury"],
        "indirect",
        "named",
    ),
    (
        "Prosecutors say the brothers moved the money through a car wash in Leith.",
        "Prosecutors",
        "say",
        ["the brothers moved the money through a car wash in Leith"],
        "indirect",
        "anonymous",
    ),
    (
        "A neighbour testified that she heard two shots shortly after midnight.",
        "A neighbour",
        "testified",
        ["that she heard two shots shortly after midnight"],
        "indirect",
        "anonymous",
    ),
    (
        "The indictment states that the clerk altered 41 invoices.",
        "The indictment",
        "states",
        ["that the clerk altered 41 invoices"],
        "indirect",
        "document",
    ),
    (
        "The fund owned nine flats in the town, according to court documents seen by the Courier.",
        "court documents seen by the Courier",
        "according to",
        ["The fund owned nine flats in the town"],
        "indirect",
        "document",
    ),
    (
        "A lawyer for the clerk declined to comment on the charges.",
        "A lawyer for the clerk",
        "declined",
        ["to comment on the charges"],
        "refusal",
        "anonymous",
    ),
    (
        "Brewer Halden & Sons forecast that profits would fall by a tenth next year.",
        "Brewer Halden & Sons",
        "forecast",
        ["that profits would fall by a tenth next year"],
        "indirect",
        "named",
    ),
    (
        "Two people familiar with the matter said the board would meet on Sunday.",
        "Two people familiar with the matter",
        "said",
        ["the board would meet on Sunday"],
        "indirect",
        "anonymous",
    ),
    (
        "Chief executive Dora Quint told the Northern Herald that the sale was off.",
        "Chief executive Dora Quint",
        "told",
        ["that the sale was off"],
        "indirect",
        "named",
    ),
    (
        "The Northern Herald reported that three bidders remained.",
        "The Northern Herald",
        "reported",
        ["that three bidders remained"],
        "indirect",
        "medium",
    ),
    (
        "Quint put the cost of the recall at 14 million euros.",
        "Quint",
        "put",
        ["the cost of the recall at 14 million euros"],
        "indirect",
        "named",
    ),
    (
        "Forecasters warned of gusts of up to 120 kph along the coast.",
        "Forecasters",
        "warned",
        ["of gusts of up to 120 kph along the coast"],
        "indirect",
        "anonymous",
    ),
    (
        "Rainfall in May was the lowest since 1911, according to the national weather service.",
        "the national weather service",
        "according to",
        ["Rainfall in May was the lowest since 1911"],
        "indirect",
        "named",
    ),
    (
        "“The water came up to the piano,” recalled Agnes Tully, 81, whose house stands by the mill.",
        "Agnes Tully, 81, whose house stands by the mill",
        "recalled",
        ["“The water came up to the piano,”"],
        "direct",
        "named",
    ),
    (
        "Residents were urged to stay away from the harbour wall.",
        None,
        "were urged",
        ["to stay away from the harbour wall"],
        "indirect",
        "unknown",
    ),
    (
        "Researchers believe the crater is about 60 million years old.",
        "Researchers",
        "believe",
        ["the crater is about 60 million years old"],
        "attitude",
        "anonymous",
    ),
    (
        "“It is a lovely result,” says Priya Nandakumar, a chemist at Lund who was not involved in the work.",
        "Priya Nandakumar, a chemist at Lund who was not involved in the work",
        "says",
        ["“It is a lovely result,”"],
        "direct",
        "named",
    ),
    (
        "Early results suggest that the drug shortens the illness by two days.",
        "Early results",
        "suggest",
        ["that the drug shortens the illness by two days"],
        "indirect",
        "document",
    ),
    (
        "Nandakumar and her colleagues write in the journal that the sample was too small.",
        "Nandakumar and her colleagues",
        "write",
        ["that the sample was too small"],
        "indirect",
        "named",
    ),
    (
        "Helsinki said the cable had been cut on purpose.",
        "Helsinki",
        "said",
        ["the cable had been cut on purpose"],
        "indirect",
        "named",
    ),
    (
        "Lucero intends to visit the flooded villages on Friday.",
        "Lucero",
        "intends",
        ["to visit the flooded villages on Friday"],
        "attitude",
        "named",
    ),
    (
        "Mayor Rosa Klein, fire chief Tom Abara and the archbishop said the chapel would be rebuilt.",
        "Mayor Rosa Klein, fire chief Tom Abara and the archbishop",
        "said",
        ["the chapel would be rebuilt"],
        "indirect",
        "named",
    ),
    (
        "“No deal,” Pratt tweeted.",
        "Pratt",
        "tweeted",
        ["“No deal,”"],
        "direct",
        "named",
    ),
    (
        "The union demanded that the drivers be paid for the lost week.",
        "The union",
        "demanded",
        ["that the drivers be paid for the lost week"],
        "indirect",
        "named",
    ),
    (
        "Said Pratt: “I have no plans to run.”",
        "Pratt",
        "Said",
        ["“I have no plans to run.”"],
        "direct",
        "named",
    ),
    (
        "A senior defence official, who asked not to be named, said the missile fell into the sea.",
        "A senior defence official, who asked not to be named,",
        "said",
        ["the missile fell into the sea"],
        "indirect",
        "anonymous",
    ),
    (
        "'Nobody warned us,' said the baker, Noor Haddad.",
        "the baker, Noor Haddad",
        "said",
        ["'Nobody warned us,'"],
        "direct",
        "named",
    ),
    (
        "— We are leaving tonight, said the ferryman.",
        "the ferryman",
        "said",
        ["We are leaving tonight"],
        "indirect",
        "anonymous",
    ),
    (
        "Councillor Bev Ashby asked why the lamps had not been mended.",
        "Councillor Bev Ashby",
        "asked",
        ["why the lamps had not been mended"],
        "indirect",
        "named",
    ),
    (
        "Witnesses described seeing a grey van speed away from the jeweller's.",
        "Witnesses",
        "described",
        ["seeing a grey van speed away from the jeweller's"],
        "indirect",
        "anonymous",
    ),
    (
        "A hospital spokeswoman confirmed the death of a second passenger.",
        "A hospital spokeswoman",
        "confirmed",
        ["the death of a second passenger"],
        "indirect",
        "anonymous",
    ),
    (
        "A sign on the door read “Closed until further notice.”",
        "A sign on the door",
        "read",
        ["“Closed until further notice.”"],
        "direct",
        "document",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "mode", "kind"), ROWS)
def test_one_statement(
    read: Read, text: str, source: str | None, cue: str, content: list[str], mode: str, kind: str
) -> None:
    """It is the only statement of its sentence."""
    (found,) = read(text).statements
    assert (found.source.words if found.source else None) == source
    assert found.cue is not None
    assert found.cue.words == cue
    assert [piece.words for piece in found.content] == content
    assert (found.mode, found.voice.kind) == (mode, kind)


@pytest.mark.parametrize(
    "text",
    [
        "He pleaded not guilty on Monday.",
        "The firm sells so-called “smart” kettles in eleven countries.",
        "Her first novel, “The Salt Road”, sold two copies.",
        "Shares fell 4% to 212 pence.",
        "Lucero opened the dam on Tuesday and left for the capital.",
    ],
)
def test_nobody_says_anything(read: Read, text: str) -> None:
    """Scare quotes, titles, pleas, prices and deeds are no statements."""
    assert read(text).statements == ()


def test_a_verb_and_its_colon_are_one_cue(read: Read) -> None:
    """Beside the verb of the same source and content a colon is no cue of its own."""
    (found,) = read("Said Pratt: “I have no plans to run.”").statements
    assert found.cue is not None
    assert found.cue.words == "Said"


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "The bank's warning that rates could rise again sent shares lower.",
            "bank",
            "that rates could rise again",
        ),
        ("Repeated Lucero administration calls for a truce have gone unheeded.", None, "a truce"),
    ],
)
def test_the_voice_of_a_noun_that_reports(
    read: Read, text: str, name: str | None, content: str
) -> None:
    """Neither the mark of possession nor what belongs to the noun is a part of who speaks."""
    (found,) = read(text).statements
    assert found.voice.name == name
    assert "Repeated" not in (found.voice.description or "")
    assert [piece.words for piece in found.content] == [content]
