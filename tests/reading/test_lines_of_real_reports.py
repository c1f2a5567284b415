"""Lines of real reports that a reader found wrong: gerunds that only say what somebody is turned to, papers of a case,
who is "which", guests who are welcomed, numbers that are topped."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_parts, check_sense, event_at, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]


SENSES = """
Behind "to", a gerund says what somebody is turned to and not by what means.
Ann Bell looked forward to meeting the Malian president. | meeting | consult hypothetical
The army is dedicated to freeing the hostages. | freeing | retreat hypothetical
The army was opposed to attacking the town. | attacking | assault hypothetical
The army gave thought to attacking the town. | attacking | assault hypothetical
Some verbs say that it comes to that.
The rebels went back to shelling the town. | shelling | assault happened
The rebels took to shelling the town at night. | shelling | assault happened
The police resorted to arresting reporters. | arresting | coerce happened
The rebels admitted to killing two sailors. | killing | assault happened
In addition to arresting the mayor, they freed the hostages. | arresting | coerce happened
So it is behind adjectives, but for those of guilt and part.
The army is bent on attacking the town. | attacking | assault hypothetical
The army is interested in attacking the town. | attacking | assault hypothetical
The police were right in arresting the rebels. | arresting | coerce happened
She was instrumental in freeing the hostages. | freeing | retreat happened
The army was involved in killing sailors. | killing | assault happened
What is spoken or thought of is not done; a noun there may well be.
The firm spoke of attacking the town. | attacking | assault hypothetical
The army is thinking of attacking the town. | attacking | assault hypothetical
The army focused on attacking the town. | attacking | assault hypothetical
Ann Bell spoke in favour of arresting the general. | arresting | coerce hypothetical
The police used dogs in the course of arresting the general. | arresting | coerce happened
Somebody has the task.
The army is tasked with attacking the town. | attacking | assault planned
What a row is over is open where it is over whether.
A row broke out over whether Chad attacked the village. | attacked | assault hypothetical
A row broke out over how Chad attacked the village. | attacked | assault happened
The paper of one party to a case pleads wherever it is named in its sentence.
Chad's army attacked the camp, the indictment said. | attacked | assault alleged
The indictment said that Chad's army attacked the camp. | attacked | assault alleged
"Chad attacked the camp," the suit reads. | attacked | assault alleged
Chad's army attacked the camp, the report said. | attacked | assault happened
A guest is welcomed to a house, a decision or a people only with words.
The king welcomed Prime Minister Ann Bell to his palace on Monday. | welcomed | consult happened
The king welcomed Ann Bell at the airport on Monday. | welcomed | consult happened
The king welcomed the decision to sell the palace on Monday. | welcomed | support happened
Who assures somebody of what is promises nothing.
The mayor assured the clerk that the vote had failed. | assured | -
The mayor assured the clerk that he would resign. | assured | agree happened
Computers are hacked into.
Marek Tolva hacked into the computers of the ministry on Monday. | hacked | coerce happened
"""


@pytest.mark.parametrize("row", rows_of(SENSES))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)


WHICH = [
    # text, trigger, by whom, to whom, why
    (
        "It is wrong, said attorney Ann Bell of the River Center, which is suing the mayor.",
        "suing",
        ["River Center"],
        ["mayor"],
        "no person is which",
    ),
    (
        "Ann Bell, head of the Lake Union, which was sued by Chad, resigned.",
        "sued",
        ["Chad"],
        ["Lake Union"],
        "nor is she sued",
    ),
    (
        "Ann Bell of the Lake Union, who is suing the mayor, resigned.",
        "suing",
        ["Ann Bell"],
        ["mayor"],
        "who is a person",
    ),
    (
        "The union lodged a complaint against the mayor and the council accusing them of fraud.",
        "accusing",
        ["union"],
        None,
        "who filed it accuses, and not those whom it is against",
    ),
    (
        "The union won its case against the mayor alleging fraud.",
        "alleging",
        ["union"],
        [],
        "so with a case",
    ),
    (
        "The army marched against rebels accusing the mayor of fraud.",
        "accusing",
        ["rebels"],
        None,
        "no suit was filed",
    ),
]


@pytest.mark.parametrize(("text", "words", "sources", "targets", "why"), WHICH)
def test_whose_doing_a_clause_is(
    read: Read, text: str, words: str, sources: list[str], targets: list[str] | None, why: str
) -> None:
    check_parts(event_at(read(text), words), sources, targets, why)


NUMBERS = [
    # text, what is counted, least, most, why
    ("The number injured topped 2,200.", "injured", 2200, None, "more than that"),
    ("The number of those killed rose to 34.", "killed", 34, 34, "the number itself"),
    ("The death toll surpassed 300.", "killed", 300, None, "more than that"),
    ("The number of soldiers never exceeded 900.", "soldiers", None, 900, "no more than that"),
    ("The number of soldiers rose to 900.", "soldiers", 900, 900, "nothing happened to them"),
]


@pytest.mark.parametrize(("text", "measured", "low", "high", "why"), NUMBERS)
def test_a_number_that_is_topped(
    read: Read, text: str, measured: str, low: float | None, high: float | None, why: str
) -> None:
    (figure,) = read(text).figures
    assert (figure.measured, figure.low, figure.high) == (measured, low, high), why


@pytest.mark.parametrize(
    ("text", "spoken", "why"),
    [
        ("Kenyan police charged over boy's death", False, "they were charged"),
        ("Kenyan police charge man over boy's death", False, "they have charged him"),
        ("The king welcomed Ann Bell to his palace.", False, "he received her"),
        ("The king welcomed the decision.", True, "he said so"),
    ],
)
def test_deeds_are_no_statements(read: Read, text: str, spoken: bool, why: str) -> None:
    assert bool(read(text).statements) == spoken, why


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The Lake Union on Friday filed a federal lawsuit in Lusaka against the mayor, the Congo government"
            " and Northbank Industries alleging that they had rigged the vote.",
            "Lake Union",
        ),
        ("The Lake Union met Northbank Industries, alleging that they had lied.", "Lake Union"),
    ],
)
def test_who_files_a_suit_alleges(read: Read, text: str, voice: str) -> None:
    (statement,) = read(text).statements
    assert statement.voice.name == voice
