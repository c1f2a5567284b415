"""A small invented story asked about in other words: what is borne out all the same, and what must not be."""

from pathlib import Path

import pytest

from secondsource.check import Checker
from secondsource.check.comparing.figures import agree
from secondsource.check.telling.kin import word_kin
from secondsource.lexicon.paraphrases import paraphrases, wider_paraphrases
from secondsource.model.figure import Figure
from secondsource.model.text import Citation
from secondsource.reading.reader import Reader
from secondsource.store.story import open_story

REPORTS = {
    "lakeside-post.txt": """Lakeside Post

Ferry strike enters second week

By Ann Tull in Bergholm

BERGHOLM, May 6, 2024 - The ferry pilots of Bergholm extended their strike on Monday after talks with the harbour board broke up.

This reporter counted 31 lorries along the quay by noon. Each pilot earns about 900 crowns a week.

The board met the pilots for nearly six hours and agreed to hold a second round of talks.

"We have 40 tonnes of barley and no way to ship it," said Lotte Varn, who manages Brakewater Mills, an island company. She put its losses at as much as $3,000 a day.

The price of barley rose 9 percent in Bergholm, traders said. Bakers on the island expect bread to climb by a fifth.

Mayor Pia Lund said the town would pay $70,000 towards a new pier. The harbour tug will not be sold, she added.

The union has threatened to block the canal. "There was no raid on the office. Nobody broke a window," Oskar Brand, the union's chairman, told reporters on Tuesday.
""",
    "island-courier.txt": """Island Courier

Bergholm pilots stay out

By our own correspondent

BERGHOLM, May 8, 2024 - Pilots in Bergholm have stopped work for eight days, according to the Harbour Board. Two of their boats and a customs launch
collided off the pier on Sunday evening.

The fate of the boats is open. Oskar Brand, the union's chairman, declined to say when they would be returned.

The board will not pay the pilots until the canal is open, said its chairwoman, Rita Moll. Rumours that the pilots had stormed the
office were false, she added.

Karl Ost, a former envoy to Chad, called the strike a mistake. The repair of the lock took six months.

Norland sold Bergholm barley worth at least 5 million crowns last year, according to the statistics office.
""",
    "harbour-mail.txt": """Harbour Mail

Deputies look at the pier

BERGHOLM, May 9, 2024 - A group of Norland deputies visited the lighthouse on Thursday. The delegation, led by Sen. Ida Krog, asked about
the cost of its lamp.

The lamp was the gift of Hans Meer, a former Norwegian ambassador to Kenya, who paid 1.2 million Norwegian crowns.

Inspectors haven't identified the tugs that the levy would hit. The Ministry of Transport declined to comment on the levy.

The yard has lined up tugs that harbour officials estimate number around 40 and project that could reach 90 by June.

The town hopes to enlarge its 60-strong rescue crew. Krog and Mayor Pia Lund met in Vienna at a summit of the Association of Southeast Asian Nations.

Talks on fish with Western nations failed, Krog said. She insisted that any deal must include the islanders and Iceland.

Speaking in Oslo on Thursday, Trade Minister Nils Aas said that he signed the order on nets last April. The Norwegian government declared
the lamp a monument.
""",
    "quay-herald.txt": """Quay Herald

Ministers part after two hours

By Tove Rask in Entebbe

ENTEBBE, Uganda, May 10, 2024 - The trade ministers of Norway and Kenya met here on Friday for two hours.

Kenya's trade minister, Amina Otieno, left first. Ms Otieno pressed ship owners to keep to the Geneva accord on nets.
""",
}

BORNE_OUT = [
    # what is asked, and by which grammar or words it differs
    ("Barley got nine per cent dearer in Bergholm.", "a price that rises, told of the thing"),
    ("There are 31 lorries waiting along the quay.", "what a reporter saw with her own eyes"),
    ("The talks of the board and the pilots lasted almost six hours.", "how long, by another verb"),
    ("Brakewater Mills is losing up to 3,000 dollars a day.", "a pronoun, and the unit in words"),
    ("Pia Lund promised $70,000 for a new pier.", "who says that she would has promised"),
    ("Two boats and a customs launch crashed into each other.", "each other is not each"),
    ("Bergholm bought barley worth at least 5 million crowns from Norland.", "buying for selling"),
    ("Brand would not say when the boats will be given back.", "a pronoun for the boats"),
    ("The repair of the lock took half a year.", "a span of time in another unit"),
    ("Karl Ost, once envoy to Chad, called the strike a mistake.", "a role that is over"),
    ("The board will not pay the pilots until the canal is open.", "as it was said"),
    ("The pilots have downed tools for eight days, says the Harbour Board.", "according to"),
    (
        "Senator Ida Krog led a group of Norland deputies who visited the lighthouse.",
        "the next sentence says who leads them",
    ),
    ("Hans Meer used to be the Norwegian ambassador in Nairobi.", "a capital for its country"),
    ("Hans Meer paid 1.2m Norwegian crowns for the lamp.", "a letter for a million"),
    ("Inspectors have not said which tugs the levy will hit.", "silence, by another verb"),
    ("The transport ministry would not comment on the levy.", "silence, by a phrase"),
    ("Krog and Lund met in Vienna at an ASEAN summit.", "an acronym that no report has"),
    ("Fish talks with the West failed, says Krog.", "a land that is none, by its adjective"),
    ("Trade Minister Nils Aas spoke in Oslo on Thursday.", "the office that is known"),
    ("Nils Aas signed the order on nets in April.", "the month that is told"),
    ("The town has a rescue crew of 60.", "there are so many, whatever is hoped of them"),
    ("In Entebbe, Otieno pressed ship owners to keep to the Geneva accord.", "no other scene"),
]

NOT_BORNE_OUT = [
    ("Barley got nine per cent cheaper in Bergholm.", "the other way"),
    ("The talks of the board and the pilots lasted almost nine hours.", "another number"),
    (
        "Bakers on the island expect bread to drop by a fifth.",
        "the opposite of a word of the same group",
    ),
    ("The union blocked the canal.", "only threatened"),
    ("Pia Lund paid $70,000 for a new pier.", "only promised"),
    ("Norland bought barley worth at least 5 million crowns from Bergholm.", "exchanged"),
    ("The harbour tug was sold.", "denied"),
    ("Brand told reporters on Friday that there was no raid.", "another day of the week"),
    ("Oskar Brand promised $70,000 for a new pier.", "another promised it"),
    ("We will never sell the tug.", "nobody is named who says so"),
    ("Karl Ost, once envoy to Niger, called the strike a mistake.", "sent to another land"),
    ("The board will not pay the pilots once the canal is open.", "not until then is then"),
    ("Rita Moll confirmed that the pilots had stormed the office.", "told there as false"),
    ("Moll said that the repair of the lock took six weeks.", "another span, and nobody says so"),
    ("The pilots went into the office to break windows.", "another goal and deed"),
    ("A group of Norland deputies led by Rita Moll visited the lighthouse.", "another leads them"),
    ("Hans Meer used to be the Norwegian ambassador in Kampala.", "another country's capital"),
    ("Hans Meer paid 1.2m Kenyan shillings for the lamp.", "another land's coin"),
    ("Oskar Brand did not say that nobody broke a window.", "denied to have said, not silent"),
    ("The transport ministry commented on the levy.", "not silent"),
    ("The yard has lined up 90 tugs.", "a number that is only expected"),
    ("The tugs in the yard have swollen to 90.", "the same, by another verb"),
    ("Krog and Lund met in Vienna at an IAEA summit.", "another acronym"),
    ("Fish talks with the East failed, says Krog.", "another land that is none"),
    ("Norland received barley from Bergholm.", "from whom is the other way round"),
    ("Defence Minister Nils Aas spoke in Oslo on Thursday.", "another portfolio before the name"),
    ("Nils Aas signed the order on nets in September.", "another month"),
    ("Krog said that any deal could be made without Iceland.", "without whom it must not be"),
    ("The Norwegian parliament declared the lamp a monument.", "a parliament is no government"),
    ("In Vienna, Otieno pressed ship owners to keep to the Geneva accord.", "another town"),
    ("In Entebbe, Otieno pressed ship owners to keep to the Vienna accord.", "another accord"),
]


@pytest.fixture(scope="module")
def checker(tmp_path_factory, record_in, reader: Reader) -> Checker:
    folder: Path = tmp_path_factory.mktemp("ferry")
    sources = folder / "reports"
    sources.mkdir()
    for name, text in REPORTS.items():
        (sources / name).write_text(text, "utf-8")
    record_in(folder / "story", sources)
    with open_story(folder / "story").store() as store:
        return Checker(store.record(), store.readings(), reader)


@pytest.mark.parametrize(("asked", "why"), BORNE_OUT)
def test_borne_out_in_other_words(checker: Checker, asked: str, why: str) -> None:
    found = checker.check(asked)[0]
    assert found.verdict in ("supported", "only said"), f"{why}: {found.why}"


@pytest.mark.parametrize(("asked", "why"), NOT_BORNE_OUT)
def test_not_borne_out(checker: Checker, asked: str, why: str) -> None:
    found = checker.check(asked)[0]
    assert found.verdict not in ("supported", "only said"), why


def test_an_answer_does_not_hang_on_what_was_asked_before(checker: Checker) -> None:
    asked = "Two boats and a customs launch crashed into each other."
    first = checker.check(asked)
    checker.check("The ferry pilots of Bergholm extended their strike on Monday.")
    assert checker.check(asked) == first


def figure(words: str, low: float | None, high: float | None, unit: str | None) -> Figure:
    return Figure(
        id=words,
        citation=Citation(start=0, end=len(words), words=words),
        low=low,
        high=high,
        approximator=None,
        unit=unit,
        measured=None,
        of=None,
        where=None,
        as_of=None,
        nature="measured",
    )


def test_units_of_one_measure() -> None:
    a_head = figure("$5 a head", 5, 5, "USD per head")
    assert agree(figure("$5", 5, 5, "USD"), a_head)
    assert not agree(
        figure("$5 a day", 5, 5, "USD per day"), figure("$5 a year", 5, 5, "USD per year")
    )
    shillings = figure("900 shillings", 900, 900, "KES")
    assert agree(shillings, figure("900 Tanzanian shillings", 900, 900, "TZS"))
    assert not agree(
        figure("900 Kenyan shillings", 900, 900, "KES"),
        figure("900 Tanzanian shillings", 900, 900, "TZS"),
    )
    assert not agree(figure("900 crowns", 900, 900, "SEK"), shillings)


def test_wider_groups_are_for_sentences_from_outside_only() -> None:
    assert wider_paraphrases("refuge") & wider_paraphrases("shelter")
    assert not paraphrases("refuge") & paraphrases("shelter")
    for one, other in (
        ("kill", "injure"),
        ("murder", "kill"),
        ("permit", "ban"),
        ("rise", "fall"),
        ("seize", "release"),
    ):
        assert not {key for key in word_kin(one) & word_kin(other) if key.startswith("~")}, (
            one,
            other,
        )
