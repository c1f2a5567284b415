"""When a remark was made, which remarks are one, and by which words a remark is shown."""

from datetime import date

import pytest
from tests.record.conftest import article

from secondsource.lineage import trace
from secondsource.model.claim import Utterance, Wording
from secondsource.model.text import Reference
from secondsource.record.clearest import clearest_wording
from secondsource.record.evidence import Evidence
from secondsource.record.record import anchored
from secondsource.record.remark_days import days_of_remarks

DAYS = [
    ("no day is told", "“The dam will hold,” Omari Chuo said.", ("2031-05-10", "2031-05-12")),
    ("its day", "“The dam will hold,” Omari Chuo said on May 3.", ("2031-05-03", "2031-05-03")),
    (
        "a year of long ago before it",
        "When he became minister in 2027, Omari Chuo told reporters that the dam would hold.",
        ("2027-01-01", "2027-12-31"),
    ),
    (
        "a year of what was asked",
        "When asked about the flood of 2027, Omari Chuo told reporters that the dam would hold.",
        ("2031-05-10", "2031-05-12"),
    ),
    (
        "a year of somebody else",
        "Omari Chuo, who became minister in 2027, told reporters that the dam would hold.",
        ("2031-05-10", "2031-05-12"),
    ),
    (
        "an entry of a chronology",
        "April 2 - The dam breaks.\n\nApril 4 - Omari Chuo says the dam will be rebuilt.\n\nApril 9 - Work begins.",
        ("2031-04-04", "2031-04-04"),
    ),
    (
        "a second line of an entry",
        "April 2 - The dam breaks.\n\nApril 4 - Two villages are cleared.\n\n-- Omari Chuo says the dam will be rebuilt.\n\n"
        "April 9 - Work begins.",
        ("2031-04-04", "2031-04-04"),
    ),
    (
        "one day with a dash is no chronology",
        "May 2 - a Friday - was dry. Omari Chuo says the dam will be rebuilt.",
        ("2031-05-10", "2031-05-12"),
    ),
]


@pytest.mark.parametrize(("why", "text", "days"), DAYS, ids=[row[0] for row in DAYS])
def test_days_of_a_remark(reader, why, text, days):
    (reading,) = anchored([reader.read_article(article(0, text, "2031-05-12"))])
    found = days_of_remarks(reading, Evidence((reading,), trace([reading.article])))
    said = [
        found[statement.id]
        for statement in reading.statements
        if "dam w" in " ".join(piece.words for piece in statement.content)
    ]
    assert said == [tuple(map(date.fromisoformat, days))]


VOW = "Mayor Omari Chuo vowed to hold the shipyard to account for the spill."
SAME_VOW = "The mayor, Omari Chuo, told reporters in Tanga that the shipyard would be held to account for the spill."


def together(story, words):
    """Of how many reports the utterances with these words are."""
    return sorted(
        len(utterance.statements)
        for utterance in story.utterances
        if any(words in statement.words for statement in utterance.statements)
    )


def test_what_is_said_again_and_again_tells_no_day(record):
    once = ((VOW, "2031-05-12"), (SAME_VOW, "2031-05-12"))
    assert together(record(*once), "shipyard") == [2]
    before = "Mayor Omari Chuo promised to hold the shipyard to account for the spill."
    assert together(record(*once, (before, "2031-05-02")), "shipyard") == [1, 1, 1]


def test_what_is_quoted_alike_is_one_whatever_is_said_on_other_days(record):
    words = "“we will hold the shipyard to account for the spill”"
    once = (
        (f"Mayor Omari Chuo vowed: {words}.", "2031-05-12"),
        (f"The mayor, Omari Chuo, told reporters in Tanga that {words}.", "2031-05-12"),
    )
    before = "Mayor Omari Chuo promised to hold the shipyard to account for the spill."
    assert together(record(*once, (before, "2031-05-02")), "shipyard") == [1, 2]


def test_a_remark_of_last_month_is_known_by_its_words_alone(record):
    heard = (
        "Mayor Omari Chuo told reporters that the old shipyard would pay for the cleaning of the lake.",
        "2031-05-12",
    )
    later = (
        "Mayor Omari Chuo said last month that the old shipyard would pay for cleaning the lake."
    )
    assert together(record(heard, (later, "2031-06-20")), "shipyard") == [1, 1]


PLEDGE = "“The old shipyard will pay for the cleaning of the lake,”"

TWICE = [
    # why, each with its day of print: two reports, and of how many the remarks are
    (
        "what is said on a day cannot be in print before",
        (f"{PLEDGE} Mayor Omari Chuo told reporters.", "2031-05-02"),
        (f"{PLEDGE} Mayor Omari Chuo told a hearing on Monday.", "2031-05-13"),
        [1, 1],
    ),
    (
        "it may be quoted later",
        (f"{PLEDGE} Mayor Omari Chuo told reporters on Friday.", "2031-05-02"),
        (f"{PLEDGE} Mayor Omari Chuo told reporters.", "2031-05-13"),
        [2],
    ),
    (
        "a day later than the report's own is that of what it tells",
        (f"On 20 May, Mayor Omari Chuo said, {PLEDGE} and more.", "2031-05-12"),
        (f"{PLEDGE} Mayor Omari Chuo told reporters.", "2031-05-12"),
        [2],
    ),
    (
        "six words are said again months later",
        (
            "“The old shipyard will pay us,” Mayor Omari Chuo told a crowd in Tanga. Six boats came.",
            "2031-02-02",
        ),
        (
            "“The old shipyard will pay us,” Mayor Omari Chuo told a crowd. The market was full.",
            "2031-08-13",
        ),
        [1, 1],
    ),
    (
        "and quoted again weeks later",
        (
            "“The old shipyard will pay us,” Mayor Omari Chuo told a crowd in Tanga. Six boats came.",
            "2031-05-02",
        ),
        (
            "“The old shipyard will pay us,” Mayor Omari Chuo told a crowd. The market was full.",
            "2031-05-23",
        ),
        [2],
    ),
    (
        "two counts are two remarks",
        ("The Lake Board said the shipyard had spilled 1,085 barrels in 21 weeks.", "2031-05-12"),
        ("The Lake Board said the shipyard had spilled 1,534 barrels in 22 weeks.", "2031-05-13"),
        [1, 1],
    ),
    (
        "one count is rounded",
        ("The Lake Board said the shipyard had spilled 1,085 barrels in 21 weeks.", "2031-05-12"),
        ("The Lake Board said the shipyard had spilled 1,100 barrels in 21 weeks.", "2031-05-13"),
        [2],
    ),
    (
        "one tells a number more",
        ("The Lake Board said the shipyard had spilled 1,085 barrels in 21 weeks.", "2031-05-12"),
        ("The Lake Board said the shipyard had spilled 1,085 barrels of oil.", "2031-05-13"),
        [2],
    ),
]


@pytest.mark.parametrize(("why", "one", "two", "sizes"), TWICE, ids=[row[0] for row in TWICE])
def test_what_was_said_twice(record, why, one, two, sizes):
    assert together(record(one, two), "shipyard") == sizes, why


QUOTE = "“The wall will stand,”"
HEARD = (f"{QUOTE} Mayor Omari Chuo told reporters in Tanga.", "2031-05-12")
OWN = "Engineers had poured cement into the cracks for nine days before the rain came back to the valley."
ALIKE = f"{OWN} {QUOTE} Omari Chuo told a news conference."

OURS = (
    "The harbour office sold tickets for the regatta. Six boats came in from Mombasa, and the market was full. A baker burned his"
    " hand. Two schools swapped their teachers of music for a week. The choir sang under the trees until dark. Ferries left late"
    " because of fog. A painter showed nine pictures of his mother. The library bought a lamp. Nobody won the raffle. "
)
THEIRS = (
    "Farmers asked for seed. A bus line to Dodoma opens in June, and the school has a new roof of tin. Goats ate the wreaths at the"
    " station. A nurse from Kigoma wrote a cookbook. The price of salt fell again. Three weddings were held on one afternoon. Rain"
    " is expected by the weekend. The cinema shows a film about bees. A clock stopped at noon. "
)
"""What else stands in the two papers, so that lineage ties nothing."""

NAME = "the Coast and Lake Bureau of Dams, Harbours and Locks of the Republic of Kenya"

SHARED = [
    ("nothing in common", f"{QUOTE} Omari Chuo told a news conference.", f"{OWN} {HEARD[0]}", 2),
    ("a sentence of their own in common", ALIKE, f"{OWN} {HEARD[0]}", 1),
    ("and it is behind", f"{QUOTE} Omari Chuo told a hearing. {OWN}", f"{OWN} {HEARD[0]}", 1),
    (
        "the same in another voice's quotation marks",
        f"“{OWN}” a guard said. {QUOTE} Omari Chuo told a news conference.",
        f"“{OWN}” a guard said. {HEARD[0]}",
        2,
    ),
    (
        "a long name",
        f"Forty men whom {NAME} had hired in March for a pipeline were sent home with soup. {QUOTE} Omari Chuo told a hearing.",
        f"A complaint of three widows against {NAME} was read out before supper on the pier. {HEARD[0]}",
        2,
    ),
]


@pytest.mark.parametrize(("why", "one", "two", "expected"), SHARED, ids=[row[0] for row in SHARED])
def test_papers_with_the_same_words_of_their_own_are_one_newsroom(record, why, one, two, expected):
    story = record((OURS + one, "2031-05-12"), (THEIRS + two, "2031-05-13"))
    found = [
        claim.standing.independent
        for claim in story.claims
        if claim.kind == "utterance" and "wall will stand" in claim.words
    ]
    assert found == [expected]


def utterance(*wordings: Wording) -> Utterance:
    return Utterance(
        id="one",
        voice=Reference(id="chuo", name="Omari Chuo"),
        said=None,
        place=None,
        occasion=None,
        addressee=None,
        statements=(),
        wordings=wordings,
    )


def wording(words, relation="verbatim"):
    return Wording(words=words, articles=("a",), relation=relation, of=None)


LINES = [
    (
        "a sentence",
        wording("We will stay"),
        ["“We will stay,”", "that they would stay"],
        "We will stay",
    ),
    (
        "a fragment, of which the sentence says that it is not so",
        wording("a slush fund"),
        [
            "that it was not “a slush fund”",
            "he never thought of the account as “a slush fund” for the port",
        ],
        "that it was not “a slush fund”",
    ),
    ("a fragment is all that is told", wording("too late"), ["“too late”"], "too late"),
    (
        "told in other words",
        wording(
            "that the pump, which the port bought in May, froze on two nights of June", "paraphrase"
        ),
        [
            "that the pump, which the port bought in May, froze on two nights of June",
            "the pump of the port froze",
        ],
        "the pump of the port froze",
    ),
]


@pytest.mark.parametrize(("why", "first", "contents", "line"), LINES, ids=[row[0] for row in LINES])
def test_by_which_words_an_utterance_is_shown(why, first, contents, line):
    assert clearest_wording(utterance(first), contents) == line


def test_lineage_ties_nothing_of_texts_that_share_a_sentence():
    texts = OURS + ALIKE, f"{THEIRS}{OWN} {HEARD[0]}"
    articles = [article(n, text, "2031-05-12") for n, text in enumerate(texts)]
    assert len(set(trace(articles).newsroom_of.values())) == 2


def test_a_new_report_on_the_frame_of_an_old_one_tells_of_new_remarks(record):
    """What was said on Tuesday is not what was said on Sunday, though the sentences around it were taken over."""
    talks = "Kenya and Chad will hold talks in Nairobi on 9 October 2023,"
    made = record(
        (
            "The ferry company will stop all night crossings, its director Omari Chuo told reporters on Tuesday. He said that 12"
            f" passengers were hurt when a ramp broke on Monday evening. {talks} Chuo said.",
            "2023-10-03",
        ),
        (
            "A nurse at the hospital, Rehema Juma, said on Sunday that 14 passengers were hurt when a ramp broke on Monday last"
            f" week. “We will run the ferries again,” Omari Chuo said on Sunday. {talks} Juma said.",
            "2023-10-08",
        ),
    )
    ferries = [each for each in made.utterances if "ferr" in each.statements[0].words]
    assert [len(each.statements) for each in ferries] == [1, 1]


def test_what_a_paper_puts_in_the_place_of_a_remark_is_another(record):
    """Of a report that stands on the frame of an old one, hardly a word of the remark is the same."""
    frame = (
        "The ferry company will stop all night crossings from Tanga until the ramp has been mended."
        " Twelve passengers were hurt when the ramp broke on Monday evening. {} A crane came from Mombasa by rail."
        " The harbour is open to fishing boats alone."
    )
    old = "The director of the ferries, Omari Chuo, said there was one more crack in the ramp."
    new = "The director of the ferries, Omari Chuo, told a press conference nobody could ignore the rules of the port."
    made = record((frame.format(old), "2031-05-12"), (frame.format(new), "2031-05-13"))
    assert together(made, "crack") == [1]
    again = (
        "The director of the ferries, Omari Chuo, said there was one further crack in that ramp."
    )
    assert together(
        record((frame.format(old), "2031-05-12"), (frame.format(again), "2031-05-13")), "crack"
    ) == [2]


SAID = [
    # text, whether somebody said it, why
    ("Ann Bell is expected to resign on Friday.", False, "nobody said so"),
    ("“The port is shut,” it was said on Friday.", True, "words in quotation marks are somebody's"),
    ("Ann Bell expects to win the vote.", True, "what she expects is hers"),
]


@pytest.mark.parametrize(("text", "is_said", "why"), SAID)
def test_what_nobody_known_expects_is_no_remark(record, text: str, is_said: bool, why: str) -> None:
    assert bool(record((text, "2031-05-12")).utterances) == is_said, why
    both = record((text, "2031-05-12"), (text, "2031-05-13"))
    assert bool(both.utterances) == is_said, "nor where two articles have it"
