"""Lines of stories of crises that readers found wrong: whose people did it, who was ousted, coups that failed, what goes
on behind "officials said", who "it" is, as of when a number holds."""

from collections.abc import Callable

import pytest
from tests.reading.senses import event_at

from secondsource.lexicon.nationalities import countries
from secondsource.model.reading import Reading

Read = Callable[..., Reading]


SOURCES = [
    # text, trigger, by whom, why
    (
        "Supporters of Marek Tolva burned tyres in Lusaka on Friday.",
        "burned",
        ["Supporters of Marek Tolva"],
        "not he himself",
    ),
    (
        "Opponents of President Ann Bell stormed the parliament on Friday.",
        "stormed",
        ["Opponents of Ann Bell"],
        "least of all she",
    ),
    (
        "Opponents of the Union Party stormed the parliament on Friday.",
        "stormed",
        ["Opponents of Union Party"],
        "least of all the party",
    ),
    (
        "Troops of General Marek Tolva attacked the town on Friday.",
        "attacked",
        ["Marek Tolva"],
        "whose troops he commands",
    ),
    (
        "The government of Kenya closed the border on Friday.",
        "closed",
        ["Kenya"],
        "a government is its country",
    ),
    (
        "Chad closed the border on Monday, officials said, defying calls by aid groups.",
        "defying",
        ["Chad"],
        "who closed it defies them",
    ),
    (
        "Chad closed the border on Monday, officials said, accusing aid groups of theft.",
        "accusing",
        ["officials"],
        "a participle of saying is the speaker's",
    ),
    (
        "Prosecutors dropped the charge of financing the rebels.",
        "financing",
        [],
        "not who dropped it",
    ),
    (
        "Ann Bell accepted his resignation on Monday.",
        "resignation",
        [],
        "not she, whoever he is",
    ),
    (
        "Ann Bell announced her resignation on Monday.",
        "resignation",
        ["Ann Bell"],
        "her own",
    ),
    (
        "Prosecutors convicted Ann Bell of financing the rebels.",
        "financing",
        ["Ann Bell"],
        "who is convicted of it",
    ),
    (
        "Kenyan and Chadian border guards exchanged fire on Monday.",
        "exchanged",
        ["Kenyan border guards", "Chadian border guards"],
        "the two shot at each other",
    ),
    (
        "Kenyan and Chadian farmers attacked a camp on Monday.",
        "attacked",
        ["Kenyan farmers", "Chadian farmers"],
        "no farmers of both lands",
    ),
    (
        "Kenyan and Chadian soldiers attacked a camp on Monday.",
        "attacked",
        ["Kenya", "Chad"],
        "soldiers are their lands",
    ),
    (
        "Chadian border guards attacked a camp on Monday.",
        "attacked",
        ["Chadian border guards"],
        "of one land as they are called",
    ),
    (
        "Ann Bell's spokesman announced her arrest on Monday.",
        "arrest",
        [],
        "who announces it need not have made it",
    ),
    ("Police announced his arrest on Monday.", "arrest", ["Police"], "police have"),
    (
        "President Omari Kolo announced the dismissal of two ministers on Monday.",
        "dismissal",
        ["Omari Kolo"],
        "who dismisses ministers announces it",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "by", "why"), SOURCES)
def test_who_did_it(read: Read, text: str, trigger: str, by: list[str], why: str) -> None:
    assert [source.name for source in event_at(read(text), trigger).sources] == by, why


TARGETS = [
    # text, trigger, to whom, why
    ("Soldiers ousted the president of Togo.", "ousted", ["president of Togo"], "not the country"),
    ("Soldiers ousted Togo's president.", "ousted", ["Togo's president"], "not the country"),
    ("Soldiers ousted President Ann Bell.", "ousted", ["Ann Bell"], "by name"),
    ("Rebels overthrew the government of Togo.", "overthrew", ["Togo"], "a government is"),
    (
        "They met Ann Bell, a former mayor who was arrested on Monday.",
        "arrested",
        ["Ann Bell"],
        "the role tells more of her",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "whom", "why"), TARGETS)
def test_to_whom(read: Read, text: str, trigger: str, whom: list[str], why: str) -> None:
    assert [target.name for target in event_at(read(text), trigger).targets] == whom, why


STATUSES = [
    ("Police caught the leader of a failed coup in Togo.", "coup", "negated", "nothing was seized"),
    ("A minister said that the coup had failed.", "coup", "negated", "nothing was seized"),
    ("Police caught the leader of the coup in Togo.", "coup", "happened", "it did not fail"),
    ("Police caught the leader of a failed raid in Togo.", "raid", "happened", "a raid it was"),
    ("The vote was stolen on Sunday, Ann Bell said.", "stolen", "alleged", "what losers say"),
    (
        "Chad closed the border on Thursday, hours after a court ordered the seizure of a ship.",
        "closed",
        "happened",
        "the court ordered something else",
    ),
    ("The court ordered the seizure of a ship.", "seizure", "demanded", "ordered only"),
    ("Gunmen stole nine trucks on Sunday, Ann Bell said.", "stole", "happened", "theft of things"),
]


@pytest.mark.parametrize(("text", "trigger", "status", "why"), STATUSES)
def test_what_happened(read: Read, text: str, trigger: str, status: str, why: str) -> None:
    assert event_at(read(text), trigger).status == status, why


def test_who_is_identified_is_not_appointed(read: Read) -> None:
    assert not read("The ministry named the men as Ola Berg and Jan Kowal.").events
    assert event_at(read("The ministry named a new premier on Monday."), "named").type == "support"


def test_who_was_allowed_to_visit_has_been_there(read: Read) -> None:
    text = "The consul was allowed to visit them on Friday."
    visit = event_at(read(text, published="2025-03-12"), "visit")
    assert visit.time is not None
    assert visit.time.value == "2025-03-07"


VOICES = [
    # text, words of the statement, who said it, why
    (
        "The tanks are gone, international monitors said on Monday.",
        "tanks",
        "international monitors",
        "monitors speak",
    ),
    (
        "The road was closed, the foreign ministry in Accra said. A man had died, it said.",
        "died",
        "foreign ministry in Accra",
        "the ministry goes on",
    ),
    (
        "Kenya's border service said that two had fled. Three conscripts were killed, it said.",
        "killed",
        "border service",
        "the service goes on",
    ),
    (
        "Ann Bell of the ministry said that two had fled. Three conscripts were killed, it said.",
        "killed",
        None,
        "she is not it",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), VOICES)
def test_who_says_it(read: Read, text: str, words: str, name: str | None, why: str) -> None:
    statements = read(text).statements
    found = next(s for s in statements if any(words in part.words for part in s.content))
    voice = found.voice
    assert (voice.name or voice.description) == name, why


def test_the_main_clause_is_not_what_its_background_says(read: Read) -> None:
    assert not read("Chad closed the border, hours after a court ordered a seizure.").statements
    assert read("The border was closed, officials said after a court ordered it.").statements


def test_congo_alone_is_the_larger_one() -> None:
    """As agencies write; the other is "Congo Republic" or "Congo-Brazzaville"."""
    assert countries()["Congo"].name == "Democratic Republic of the Congo"
    assert countries()["Congo Republic"].name == "Republic of the Congo"


def test_an_outpost_is_not_attacked_with_words(read: Read) -> None:
    assert not read("Supporters of the party attacked a bus in Lusaka.").statements
    assert read("The senator attacked the plan as a fraud.").statements


def test_what_was_counted_since_a_day_holds_as_of_the_report(read: Read) -> None:
    (figure,) = read("She said that 214 people had been arrested since Thursday.").figures
    assert figure.as_of is None
    (figure,) = read("She said that 214 people were arrested on Thursday.").figures
    assert figure.as_of is not None


@pytest.mark.parametrize(
    ("text", "nature", "why"),
    [
        ("He will go if Congo frees 700 prisoners.", "projected", "hangs on a condition"),
        ("He went when Congo freed 700 prisoners.", "measured", "they are free"),
        ("They wanted to kill peace between two neighbours.", "measured", "those are there"),
        ("They wanted to kill two neighbours.", "planned", "what they want"),
    ],
)
def test_how_firm_a_number_is(read: Read, text: str, nature: str, why: str) -> None:
    (figure,) = read(text).figures
    assert figure.nature == nature, why


@pytest.mark.parametrize(
    ("text", "units", "why"),
    [
        ('Troops held the tower and "the men are being taken one by one".', [], "letters"),
        ('She had seen "only 14" of them.', [None], "the words end there"),
        ('She sold a 12" saw.', ["inch"], "inches"),
    ],
)
def test_a_mark_that_closes_a_quotation_is_no_inch(
    read: Read, text: str, units: list[str | None], why: str
) -> None:
    assert [figure.unit for figure in read(text).figures] == units, why


@pytest.mark.parametrize(
    ("text", "types", "why"),
    [
        ("Britain has warned against travel to Togo.", [], "advice to its own people"),
        ("Britain has warned against all but essential travel to Togo.", [], "so with a part left"),
        ("Britain warned against Togo on Monday.", ["threaten"], "a land, no journey"),
    ],
)
def test_advice_to_travellers_threatens_nobody(
    read: Read, text: str, types: list[str], why: str
) -> None:
    assert [event.type for event in read(text).events if event.type == "threaten"] == types, why
