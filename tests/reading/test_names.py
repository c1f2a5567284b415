"""Names: which words are names, of what kind, of whom."""

from collections.abc import Callable

import pytest

from secondsource.model.article import Article
from secondsource.model.mention import Mention
from secondsource.reading.draft import Draft, lay_out
from secondsource.reading.names import find_mentions
from secondsource.reading.reader import Reader

Find = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def find(reader: Reader) -> Find:
    """`find(text, headline=None)`: the mentions by name in a clean body."""

    def find_in(text: str, headline: str | None = None) -> tuple[Mention, ...]:
        article = Article(id="invented", address="", text=text, headline=headline)
        laid_out, parts = lay_out(article)
        return find_mentions(Draft(article, reader.pipeline(laid_out), parts))

    return find_in


KINDS = [
    # Text, words of the mention, kind, why.
    ("Russian President Ivan Melnik arrived.", "Ivan Melnik", "person", "role before the name"),
    ("The Kremlin said talks would go on.", "Kremlin", "government", "a seat stands for it"),
    ("Denmark's Foreign Ministry said so.", "Foreign Ministry", "government", "ministry"),
    ("The Danish government denied it.", "Danish government", "government", "X government"),
    (
        "The Harlow administration has agreed.",
        "Harlow administration",
        "government",
        "named after one",
    ),
    ("He said NATO would answer soon.", "NATO", "organization", "in the table of bodies"),
    ("Twelve Su-35 jets were moved.", "Su-35", "equipment", "a designation"),
    ("Two S-400 systems arrived.", "S-400", "equipment", "a designation"),
    ("The Pantsir-S batteries moved.", "Pantsir-S", "equipment", "hyphen between letters"),
    ("They fired Javelin missiles at it.", "Javelin", "equipment", "beside a noun of weapons"),
    ("The destroyer USS Harwood left port.", "USS Harwood", "equipment", "a ship"),
    ("The Norwegian army said it was ready.", "Norwegian army", "armed-force", "written small"),
    ("Hamas said it had agreed.", "Hamas", "armed-force", "in the table of bodies"),
    ("Belarus has rejected the plan.", "Belarus", "place-as-actor", "subject of a verb"),
    ("Paris's demands were met.", "Paris", "place-as-actor", "possessor of a demand"),
    ("The Germans agreed to the plan.", "Germans", "nationality", "inhabitants"),
    ("Republicans voted against it.", "Republicans", "party", "members of a party"),
    ("Shares of Harlow Industries Inc. fell.", "Harlow Industries Inc.", "company", "Inc."),
]


@pytest.mark.parametrize(("text", "words", "kind", "why"), KINDS)
def test_kind(find: Find, text: str, words: str, kind: str, why: str) -> None:
    found = {m.citation.words: m.kind for m in find(text)}
    assert found.get(words) == kind, (why, found)


NOTHING = [
    # Text, words that must be no mention, why.
    ("The convoy crossed the border into Poland.", "Poland", "a place that does not act"),
    ("Norway borders Sweden.", "Norway", "it only lies there"),
    ("Secretary of State Anna Bell left.", "State", "part of a role"),
    ("Deputy Defense Minister Oleg Sorin spoke.", "Defense", "part of a role"),
]


@pytest.mark.parametrize(("text", "words", "why"), NOTHING)
def test_no_mention(find: Find, text: str, words: str, why: str) -> None:
    assert words not in {m.citation.words for m in find(text)}, why


ROLES = [
    # Text, name, titles, former, affiliation, why.
    (
        "Danish Foreign Minister Lars Holm spoke.",
        "Lars Holm",
        ("Foreign Minister",),
        False,
        "Denmark",
        "before",
    ),
    (
        "Pentagon spokesman John Reed declined.",
        "John Reed",
        ("spokesman",),
        False,
        "Pentagon",
        "body before",
    ),
    (
        "John Reed, the CEO of Acme, resigned.",
        "John Reed",
        ("CEO",),
        False,
        "Acme",
        "behind, with its body",
    ),
    ("Secretary of State Anna Bell left.", "Anna Bell", ("Secretary of State",), False, None, "of"),
    ("Former President Carlos Vega spoke.", "Carlos Vega", ("President",), True, None, "past"),
    (
        "Germany's foreign minister, Petra Vogel, spoke.",
        "Petra Vogel",
        ("foreign minister",),
        False,
        "Germany",
        "set in commas",
    ),
]


@pytest.mark.parametrize(("text", "name", "titles", "former", "affiliation", "why"), ROLES)
def test_roles(
    find: Find,
    text: str,
    name: str,
    titles: tuple[str, ...],
    former: bool,
    affiliation: str | None,
    why: str,
) -> None:
    found = [m for m in find(text) if m.kind == "person"]
    assert [(m.name, m.titles, m.former, m.affiliation) for m in found] == [
        (name, titles, former, affiliation)
    ], why


NAMESAKES = [
    # Text, how many people, why.
    ("Tom Bell and Tom Bell Jr. met. Bell left.", 2, "a father and a son"),
    ("Ann Bell met Tom Bell. Ann Bell left.", 2, "two first names"),
    ("Moon Jae-song spoke. President Moon left. Mr. Moon's aide stayed.", 1, "surname first"),
]


@pytest.mark.parametrize(("text", "count", "why"), NAMESAKES)
def test_namesakes(find: Find, text: str, count: int, why: str) -> None:
    assert len({m.entity for m in find(text) if m.kind == "person"}) == count, why


SAME = [
    # Text, words of all mentions of one entity, its name, why.
    (
        "Sergey Lomov met reporters. Lomov said it was late. Mr. Lomov’s aides left.",
        ["Sergey Lomov", "Lomov", "Lomov"],
        "Sergey Lomov",
        "bare surname and possessive",
    ),
    (
        "Oleksiy Zarensky spoke on Monday. Later Oleksii Zarenskyy left for Rome.",
        ["Oleksiy Zarensky", "Oleksii Zarenskyy"],
        "Oleksii Zarenskyy",
        "two romanisations",
    ),
    (
        "The Northern Grain Council (NGC) met. The NGC will meet again.",
        ["Northern Grain Council", "NGC", "NGC"],
        "Northern Grain Council",
        "acronym with its long form",
    ),
    (
        "Harlow said its shares rose. Harlow Inc. makes paper. Harlow's chief left.",
        ["Harlow", "Harlow Inc.", "Harlow"],
        "Harlow Inc.",
        "with and without its legal form",
    ),
    (
        "The Chilean Foreign Ministry spoke. Peru's Foreign Ministry did not.",
        ["Chilean Foreign Ministry"],
        "Chilean Foreign Ministry",
        "ministries of two countries",
    ),
    (
        "Omar Sadiri, known as Abu Nour, fled. Abu Nour was found.",
        ["Omar Sadiri", "Abu Nour", "Abu Nour"],
        "Omar Sadiri",
        "a byname",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), SAME)
def test_same_entity(find: Find, text: str, words: list[str], name: str, why: str) -> None:
    mentions = find(text)
    first = next(m for m in mentions if m.citation.words == words[0])
    same = [m for m in mentions if m.entity == first.entity]
    assert [m.citation.words for m in same] == words, why
    assert {m.name for m in same} == {name}, why


HEADLINES = [
    # Headline, words and kinds of its mentions, why.
    (
        "LOMOV WARNS POLAND OVER GRAIN DEAL",
        [("LOMOV", "person"), ("POLAND", "place-as-actor")],
        "capitals: the names of the body and the tables",
    ),
    (
        "Lomov Warns Poland as Warsaw Blocks Grain Imports",
        [("Lomov", "person"), ("Poland", "place-as-actor"), ("Warsaw", "place-as-actor")],
        "a capital on each word makes no name",
    ),
]


@pytest.mark.parametrize(("headline", "expected", "why"), HEADLINES)
def test_headline(find: Find, headline: str, expected: list[tuple[str, str]], why: str) -> None:
    body = "Sergey Lomov told reporters on Monday that Poland must open its border."
    found = find(body, headline)
    assert [(m.citation.words, m.kind) for m in found if m.citation.part == "headline"] == expected
    assert {m.name for m in found if m.kind == "person"} == {"Sergey Lomov"}, why


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "A",
        "Mr. X",
        "X said.",
        "Иван met 李明 and حسین in Łódź.",
        "’s ’s ’s",
        "(((",
        "U.S." * 300,
    ],
)
def test_odd_input(find: Find, text: str) -> None:
    for mention in find(text):
        assert text[mention.citation.start : mention.citation.end] == mention.citation.words


TITLED = "President Tom Bell met Ann Bell. Ann Bell left. Bell was heard. An inquiry into {} ended."


@pytest.mark.parametrize(
    ("called", "name", "why"),
    [
        ("President Bell", "Tom Bell", "who bears the title with the whole name"),
        ("Mrs. Bell", "Ann Bell", "the form of address decides"),
        ("Captain Bell", "Ann Bell", "a title that nobody bears tells nothing"),
    ],
)
def test_a_title_tells_namesakes_apart(find: Find, called: str, name: str, why: str) -> None:
    assert [mention.name for mention in find(TITLED.format(called))][-1] == name, why
