"""Who speaks in the opening of a report: described behind his words, named further down, and labels that speak not at all."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

BEHIND = [
    # text, who said it, content, why
    (
        "Soldiers burned forty houses in Obo on Monday, villagers who had fled the attack said on Tuesday.",
        "villagers who had fled the attack",
        "Soldiers burned forty houses in Obo on Monday",
        "a clause about the speakers",
    ),
    (
        "Marine police took 12 boats and held 40 men before dawn, skippers who escaped the sweep said on Monday.",
        "skippers who escaped the sweep",
        "Marine police took 12 boats and held 40 men before dawn",
        "two deeds before it",
    ),
    (
        "The dam broke shortly after midnight, a farmer who lives below it said.",
        "a farmer who lives below it",
        "The dam broke shortly after midnight",
        "the clause ends in a pronoun",
    ),
    (
        "Rebels took the airfield on Friday, two officials who asked not to be named said.",
        "two officials",
        "Rebels took the airfield on Friday",
        "the terms are no description",
    ),
]


@pytest.mark.parametrize(("text", "who", "content", "why"), BEHIND)
def test_speakers_with_a_clause_behind_their_words(
    read: Read, text: str, who: str, content: str, why: str
) -> None:
    (statement,) = read(text).statements
    assert statement.voice.description == who, why
    assert [piece.words for piece in statement.content] == [content], why


OTHERS = [
    # text, contents of all statements, why
    (
        "The mayor met Ana Ruiz, a lawyer who said she was innocent.",
        [["she was innocent"]],
        "what the lawyer said stands behind",
    ),
    (
        "The pilot, a man who had flown for years, said he saw smoke.",
        [["he saw smoke"]],
        "who is described stands first",
    ),
    ("A cook who works there said so on Monday.", [["so"]], "nothing stands before"),
]


@pytest.mark.parametrize(("text", "contents", "why"), OTHERS)
def test_other_clauses_about_people(
    read: Read, text: str, contents: list[list[str]], why: str
) -> None:
    found = [[piece.words for piece in s.content] for s in read(text).statements]
    assert found == contents, why


NAMED_LATER = [
    # text, name of the first voice, why
    (
        "Seven men were hurt, a nurse said.\n\n"
        "“We took in seven,” Ruth Abara, the nurse in charge of the ward, said on Sunday.",
        "Ruth Abara",
        "one nurse speaks",
    ),
    (
        "A launch struck a ferry off Moa, the police commander of the district has said.\n\n"
        '"Our boat was standing still," Paul Okema told reporters.',
        "Paul Okema",
        "his office came before his name",
    ),
    (
        "Seven men were hurt, a nurse said.\n\n"
        "“We took in seven,” said Ruth Abara, a nurse. Jane Mori, a nurse on another ward, said it was eight.",
        None,
        "two nurses speak",
    ),
    (
        "The plan is dead, a minister who asked not to be named said.\n\n"
        "Trade Minister Ann Bell said she would resign.",
        None,
        "who wants no name is not named",
    ),
    (
        "The plan is dead, a Chadian minister said.\n\nKenyan Trade Minister Ann Bell said she would resign.",
        None,
        "of another land",
    ),
    (
        "The plan is dead, a minister said.\n\nFormer minister Ann Bell said she had warned of it.",
        None,
        "holds it no more",
    ),
    (
        "The road is cut, a driver said.\n\nAnn Bell said help was on the way.",
        None,
        "a calling is no office that a bare name could take up",
    ),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMED_LATER)
def test_who_is_named_further_down(read: Read, text: str, name: str | None, why: str) -> None:
    assert read(text).statements[0].voice.name == name, why


def test_a_clause_of_who_is_described_beside_his_name(read: Read) -> None:
    text = "That was milder than the promise of Omar Said, the trade minister, who said a ban would be answered."
    (statement,) = read(text).statements
    assert statement.voice.name == "Omar Said"


LABELS = [
    # headline, words of each voice, statuses of its deeds, why
    ("Channel talks: Kenya and Chad to meet again in Moa", [], ["planned"], "what it is about"),
    ("Peace talks: Rebels walk out over prisoners", [], ["happened"], "tells a deed"),
    ("Border clash: 12 soldiers killed, army says", ["army"], ["happened"], "the army speaks"),
    ("Minister: Rebels walked out", ["Minister"], ["happened"], "a minister speaks"),
]


@pytest.mark.parametrize(("headline", "voices", "statuses", "why"), LABELS)
def test_labels_of_headlines(
    read: Read, headline: str, voices: list[str], statuses: list[str], why: str
) -> None:
    reading = read(headline)
    assert [s.voice.description for s in reading.statements] == voices, why
    label = headline.index(":")
    assert [e.status for e in reading.events if e.citation.start > label] == statuses, why


def test_nobody_has_said_what_neither_has(read: Read) -> None:
    assert not read(
        "The governments began an inquiry. Neither has said when it will report."
    ).statements


HEADLINES_WITHOUT_IS = [
    # headline, whom it befell, why
    ("12 soldiers killed, army says", "soldiers", "the speaker stands behind"),
    ("Four villagers abducted, says mayor", "villagers", "the other way round"),
    ("Ten rebels killed: army", "rebels", "the army says it and is not killed"),
    ("Army says 12 soldiers killed", "soldiers", "the speaker stands before"),
]


@pytest.mark.parametrize(("headline", "whom", "why"), HEADLINES_WITHOUT_IS)
def test_passives_of_headlines_beside_who_says_so(
    read: Read, headline: str, whom: str, why: str
) -> None:
    (event,) = [e for e in read(headline).events if e.type == "assault"]
    assert not event.sources, why
    assert [target.name for target in event.targets] == [whom], why


WHOLE = [
    # text, content, why
    (
        "Rebels shelled the town on Monday and seized its airfield, according to the army.",
        "Rebels shelled the town on Monday and seized its airfield",
        "both deeds are the army's word",
    ),
    (
        "The mayor of Lamu said it was a mistake and left, according to an aide.",
        "The mayor of Lamu said it was a mistake and left",
        "what the mayor said included",
    ),
]


@pytest.mark.parametrize(("text", "content", "why"), WHOLE)
def test_both_of_two_deeds_are_told(read: Read, text: str, content: str, why: str) -> None:
    contents = [piece.words for s in read(text).statements for piece in s.content]
    assert content in contents, why
