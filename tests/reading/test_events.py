"""Events: what they are, who does them to whom, and what stands inside them."""

from collections.abc import Callable

import pytest

from secondsource.model.event import EventMention
from secondsource.model.reading import Reading

ROWS = [
    # text, trigger, type, status, why
    (
        "Norland held talks with Sudria on Monday.",
        "held talks",
        "consult",
        "happened",
        "light verb",
    ),
    (
        "The rebels were attacked by government forces.",
        "attacked",
        "assault",
        "happened",
        "passive",
    ),
    (
        "Chad could at any moment launch an attack.",
        "launch an attack",
        "assault",
        "hypothetical",
        "modal",
    ),
    ("No attack took place.", "attack", "assault", "negated", "negative determiner"),
    ("Norland called off the talks.", "talks", "consult", "cancelled", "cancelled by its verb"),
    (
        "A plan to invade Sudria was found.",
        "invade",
        "assault",
        "planned",
        "infinitive after a noun",
    ),
    ("Not one shot was fired.", "fired", "assault", "negated", "not one"),
    (
        "The envoys will write a text before the ministers meet in Lima on Oct. 24.",
        "meet",
        "consult",
        "planned",
        "what something is done before is still to come",
    ),
    (
        "There was no sign that the Friday summit would be called off.",
        "summit",
        "consult",
        "planned",
        "a calling off that is denied leaves the plan standing",
    ),
    (
        "They stood together in the face of Sudrian aggression.",
        "aggression",
        "assault",
        "alleged",
        "a word of judgement without an article",
    ),
    ("Two patrol boats collided on Monday.", "collided", "assault", "happened", "a collision"),
    ("Norland to send tanks to Sudria", "send", "aid", "planned", "headline infinitive"),
]


def event(reading: Reading, words: str) -> EventMention:
    """The event whose trigger is `words`."""
    return next(event for event in reading.events if event.citation.words == words)


@pytest.mark.parametrize(("text", "trigger", "kind", "status", "why"), ROWS)
def test_events(
    read: Callable[..., Reading], text: str, trigger: str, kind: str, status: str, why: str
) -> None:
    found = event(read(text), trigger)
    assert (found.type, found.status) == (kind, status), why


def test_a_threat_is_two_events(read: Callable[..., Reading]) -> None:
    reading = read("Sudria threatened to impose sanctions on Norland if it invades the island.")
    threat, inside = event(reading, "threatened"), event(reading, "impose sanctions")
    assert threat.status == "happened"
    assert inside.status == "threatened"
    assert threat.about == inside.id
    assert inside.condition is not None
    assert inside.condition.citation.words == "if it invades the island"
    assert inside.condition.event == event(reading, "invades").id


def test_saying_nothing_is_no_refusal(read: Callable[..., Reading]) -> None:
    assert read("The ministry declined to comment.").events == ()


def test_when_where_and_who(read: Callable[..., Reading]) -> None:
    reading = read(
        "Foreign Minister Ana Ruiz met Chilean Foreign Minister Juan Vega in Lima on Monday. "
        "The two will meet again on Friday in Quito.",
        "2023-10-12",
    )
    second = event(reading, "meet")
    assert [each.name for each in second.sources] == ["Ana Ruiz", "Juan Vega"]
    assert second.time is not None
    assert second.time.value == "2023-10-13"
    assert second.place is not None
    assert second.place.name == "Quito"


def test_the_country_stands_for_its_adjective(read: Callable[..., Reading]) -> None:
    found = event(read("Greek and Turkish officials will meet in Lima."), "meet")
    assert [each.name for each in found.sources] == ["Greece", "Turkey"]


WHOM = [
    (
        "Kenya imposed sanctions on two anti-Ugandan agents.",
        {"Kenya", "anti-Ugandan agents"},
        "against",
    ),
    (
        "Clashes between Chad and pro-Kenyan separatists killed four.",
        {"Chad", "pro-Kenyan separatists"},
        "for",
    ),
    (
        "Chad arrested three Kenyan-born traders.",
        {"Chad", "Kenyan-born traders"},
        "only born there",
    ),
    ("Chad has imposed sanctions on about 735 persons.", {"Chad", "persons"}, "however many"),
    ("Chad attacked Kenyan boats.", {"Chad", "Kenya"}, "their own country's"),
]


@pytest.mark.parametrize(("text", "names", "why"), WHOM, ids=[row[0] for row in WHOM])
def test_whom_a_nationality_before_a_noun_names(
    read: Callable[..., Reading], text: str, names: set[str], why: str
) -> None:
    first = read(text).events[0]
    assert {each.name for each in (*first.sources, *first.targets)} == names, why


CLAUSES = [
    # text, trigger, clause, why
    (
        "The army attacked the village on Sunday, the ministry said.",
        "attacked",
        "The army attacked the village on Sunday",
        "a reporting clause that follows is left out",
    ),
    (
        "The ministry said that the army attacked the village.",
        "attacked",
        "The ministry said that the army attacked the village",
        "one that comes first is not",
    ),
    (
        "After the army attacked the village, the rebels signed a truce.",
        "attacked",
        "the army attacked the village",
        "no subordinator",
    ),
    ("“We attacked the village,” he said.", "attacked", None, "not without its marks"),
]


@pytest.mark.parametrize(("text", "trigger", "clause", "why"), CLAUSES)
def test_clauses(
    read: Callable[..., Reading], text: str, trigger: str, clause: str | None, why: str
) -> None:
    found = event(read(text), trigger).clause
    assert (found.words if found else None) == clause, why


def test_no_events_in_a_match(read: Callable[..., Reading]) -> None:
    assert read("The striker attacked from the left in the second half.").events == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "“",
        "?" * 50,
        "attack " * 400,
        "He said “he said “she said “attack",
        "\u202e9" * 400,
    ],
)
def test_odd_input_is_survived(read: Callable[..., Reading], text: str) -> None:
    read(text)


def kinds_of(reading: Reading) -> list[tuple[str, str, str]]:
    return [(event.citation.words, event.type, event.status) for event in reading.events]


@pytest.mark.parametrize(
    ("text", "words", "kind", "status"),
    [
        (
            "Kenya has stopped supplying lorries and tents to Chad.",
            "supplying",
            "sanction",
            "happened",
        ),
        ("Kenya ceased shelling the port on Monday.", "shelling", "assault", "happened"),
        ("Chad urged Mali to de-escalate the dispute.", "de-escalate", "retreat", "demanded"),
        (
            "Officials have not said what sanctions have been agreed.",
            "sanctions",
            "sanction",
            "hypothetical",
        ),
        ("Chad could at any time want an attack on Mali.", "attack", "assault", "hypothetical"),
        ("Kenya demanded a pledge not to widen the base.", "pledge", "agree", "demanded"),
        (
            "Two hundred soldiers, officials estimate, are being deployed.",
            "deployed",
            "mobilize",
            "ongoing",
        ),
        (
            "The rebels undertook to release the crew and to return the boats.",
            "return",
            "retreat",
            "promised",
        ),
        ("Kenya announced a summit to be held in May.", "summit", "consult", "planned"),
    ],
)
def test_type_and_status_in_their_sentences(
    read: Callable[..., Reading], text: str, words: str, kind: str, status: str
) -> None:
    found = kinds_of(read(text))
    assert [(of_type, was) for cited, of_type, was in found if words in cited] == [(kind, status)]


@pytest.mark.parametrize(
    "text",
    [
        "My aunt sells octopus by the jetty.",
        "We received seven men, the nurse said.",
        "The poem ends with the word strike.",
        "The police could not be reached on Sunday.",
        "Omari Chuo sold the nets.",
    ],
)
def test_private_acts_are_no_events(read: Callable[..., Reading], text: str) -> None:
    assert kinds_of(read(text)) == []


def test_a_threat_under_a_condition_is_meant_for_who_would_fulfil_it(
    read: Callable[..., Reading],
) -> None:
    reading = read("Kenya threatens serious consequences if Chad invades Mali.")
    threat = next(event for event in reading.events if event.type == "threaten")
    assert [target.name for target in threat.targets] == ["Chad"]
    assert threat.condition is not None
    reading = read("The sanctions to be imposed on Chad if it invades Mali are ready.")
    sanctions = next(event for event in reading.events if event.type == "sanction")
    assert [target.name for target in sanctions.targets] == ["Chad"]
    assert sanctions.condition is not None


def test_the_name_of_an_accord_is_no_agreement_and_its_year_dates_nothing_else(
    read: Callable[..., Reading],
) -> None:
    reading = read("Kenya pushed Chad to abide by the Arusha accords, a 2014 pact on grazing.")
    asked = next(event for event in reading.events if event.type == "request")
    assert asked.time is None
    assert all(event.citation.words != "accords" for event in reading.events)


def test_a_dateline_is_nobody(read: Callable[..., Reading]) -> None:
    reading = read("VANGA, Kenya, Oct. 4 - Tanzanian police seized 30 Kenyan fishing boats.")
    assert [source.name for source in reading.events[0].sources] == ["Tanzania"]
