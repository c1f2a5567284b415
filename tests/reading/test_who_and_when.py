"""Who does what, when, and all that is asked for: where a parse or a neighbour in the sentence misleads."""

from collections.abc import Callable

import pytest
from tests.reading.senses import event_at

from secondsource.model.reading import Reading

Read = Callable[..., Reading]


WHO = [
    # text, trigger, sources, targets, why
    (
        "The government gave the rebels until Monday to leave the town.",
        "leave",
        {"rebels"},
        None,
        "who is given the time",
    ),
    (
        "Police arrested the manager of the Kenya Ports Authority on Monday.",
        "arrested",
        {"Police"},
        {"manager of Kenya Ports Authority"},
        "he is in custody, the authority is not",
    ),
    (
        "Fighters of the Lamu Liberation Army attacked the post.",
        "attacked",
        {"Lamu Liberation Army"},
        None,
        "what its fighters do it does",
    ),
    (
        "The opposition in the Senate demanded the minister's resignation.",
        "demanded",
        {"opposition in Senate"},
        None,
        "a part of it against the rest",
    ),
    (
        "Officials in the Foreign Ministry rejected the demand.",
        "rejected",
        {"Foreign Ministry"},
        None,
        "officials speak for their ministry",
    ),
    (
        "In an effort to deter President Okoro, Kenya and Uganda have vowed to impose sanctions "
        "if Chad is attacked.",
        "vowed",
        {"Kenya", "Uganda"},
        None,
        "names after a comma are not joined to the phrase before it",
    ),
    (
        "Mr. Okoro expects an answer to demands sent last year to Kenya and Uganda, which called "
        "for guarantees for Chad.",
        "called",
        set(),
        set(),
        "the demands called for it, not those who got them",
    ),
    (
        "Ruth Chuo met the chancellor. She said Kenya in due course will deliver its written proposals.",
        "proposals",
        {"Kenya"},
        None,
        "who delivers, not who says so",
    ),
    (
        "Speaking to reporters, Okoro rejected the claim as nonsense.",
        "rejected",
        {"Okoro"},
        set(),
        "those who are told are not rejected",
    ),
    (
        "Kenya wants Chad to pay, curb its raids on Niger and attack no town.",
        "curb",
        {"Chad"},
        None,
        "each infinitive of a list has the same doer",
    ),
    (
        "President Ann Bell spoke. Two Bell campaign aides met the bankers.",
        "met",
        {"Ann Bell's campaign aides"},
        None,
        "what her aides do she has not done herself",
    ),
    (
        "President Ann Bell spoke. The Bell campaign welcomed the ruling.",
        "welcomed",
        {"Ann Bell's campaign"},
        None,
        "nor what her campaign does",
    ),
    (
        "The flood forced the guild's president at the time, Ruth Chuo, to step down.",
        "step",
        {"Ruth Chuo"},
        None,
        "the name behind a role, not the party that she led",
    ),
    (
        "Nine Democratic mayors asked that the letters be sent to Parliament.",
        "asked",
        {"Democratic mayors"},
        None,
        "some members are not their party",
    ),
    (
        "Four fishermen were hurt by the Kenyan count.",
        "hurt",
        set(),
        {"fishermen"},
        "a count hurts nobody",
    ),
    (
        "Kenya is moving 300 soldiers to Chad for war games.",
        "war games",
        {"Kenya"},
        set(),
        "who sends people to an exercise holds it",
    ),
    (
        "The Kenyan president arrived in Moroni for talks with Chad.",
        "talks",
        {"Kenya"},
        {"Chad"},
        "who arrives for talks takes part in them",
    ),
    (
        "Ruth Chuo asked Chad to honour the accord, an old pact meant for ending the fighting around Moyale.",
        "fighting",
        set(),
        None,
        "a pact does not fight",
    ),
    (
        "When Mr. Okoro's special envoys met Mr. Abe in Lagos, the two countries agreed on a hotline.",
        "met",
        {"Mr. Okoro's special envoys"},
        {"Abe"},
        "who sends envoys is not there himself",
    ),
    (
        "Mr. Okoro met Mr. Abe in Lagos. The two countries agreed to open a hotline.",
        "agreed",
        {"countries"},
        {"countries"},
        "two men are no two countries",
    ),
    (
        "Chad announced it will suspend nuclear tests.",
        "suspend",
        {"Chad"},
        None,
        "a country that speaks of itself",
    ),
    (
        "Ministers agreed to impose sanctions on Chad.",
        "agreed",
        {"Ministers"},
        set(),
        "against whom something is agreed has not agreed",
    ),
    (
        "Kenya agreed with Chad to send troops.",
        "agreed",
        {"Kenya"},
        {"Chad"},
        "with whom it is has",
    ),
    (
        "Police arrested four members of the Union for Change.",
        "arrested",
        {"Police"},
        {"members of Union for Change"},
        "the union itself is in no cell",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "sources", "targets", "why"), WHO)
def test_who_does_it(
    read: Read, text: str, trigger: str, sources: set[str], targets: set[str] | None, why: str
) -> None:
    event = event_at(read(text), trigger)
    assert {each.name for each in event.sources} == sources, why
    if targets is not None:
        assert {each.name for each in event.targets} == targets, why


STATUS = [
    # text, trigger, type, status, why
    (
        "Analysts wonder if Chad is planning to attack Niger.",
        "attack",
        "assault",
        "hypothetical",
        "whether there is a plan is asked",
    ),
    (
        "Analysts believe that Chad is planning to attack Niger.",
        "attack",
        "assault",
        "planned",
        "and here it is believed",
    ),
    (
        "Chad has massed troops, prompting fears it plans to invade Niger.",
        "invade",
        "assault",
        "hypothetical",
        "the plan is feared, not known",
    ),
    (
        "The move raises concerns that Chad might intend to invade Niger.",
        "invade",
        "assault",
        "hypothetical",
        "nor is an intent that somebody might have",
    ),
    (
        "Chad's demand was a pledge, a condition that Kenya has rejected.",
        "rejected",
        "reject",
        "happened",
        "what stands for the noun is no plan that is open",
    ),
    (
        "There are fears that Chad will not release the crew.",
        "release",
        "retreat",
        "negated",
        "what is feared not to come is not to come",
    ),
    (
        "Chad may be planning to send troops to attack Niger.",
        "attack",
        "assault",
        "hypothetical",
        "what a possible plan is for is possible",
    ),
    (
        "He condemned what the envoy said was a crime by Chad and its redirection of a plane last year "
        "to arrest a blogger.",
        "arrest",
        "coerce",
        None,
        "no order: far from the verb of saying",
    ),
    (
        "The dispute has hindered agreement between Kenya and Chad.",
        "agreement",
        "agree",
        "hypothetical",
        "what is made harder has not been reached",
    ),
    (
        "The missile battalions were relocated on Monday.",
        "relocated",
        "mobilize",
        "happened",
        "soldiers are moved, villagers driven out",
    ),
    (
        "The spy chief laid the groundwork for their meeting, which will be the first in years.",
        "meeting",
        "consult",
        "planned",
        "its own clause says that it is to come",
    ),
    (
        "Abe will meet Okoro on Friday in the border town of Moyale, Abe's first visit to Kenya.",
        "visit",
        "consult",
        "planned",
        "it sums up what is planned",
    ),
    (
        "Chad agreed to drop its long-held demand that Kenya withdraw its troops.",
        "withdraw",
        "retreat",
        "cancelled",
        "a bare verb after that is what is demanded, no past",
    ),
    (
        "Chad put pressure on Kenya before Mr. Okoro agrees to give up his weapons.",
        "give up",
        "retreat",
        "hypothetical",
        "nobody has promised it yet",
    ),
    (
        "Chad is likely to want Kenya to curtail joint exercises.",
        "exercises",
        "mobilize",
        "ongoing",
        "what is to be curtailed is not itself demanded",
    ),
    (
        "Chad test-launched two missiles on Monday.",
        "launched",
        "mobilize",
        "happened",
        "a test is no attack",
    ),
    (
        "Chad has suspended its nuclear tests.",
        "suspended",
        "retreat",
        "happened",
        "arms that are no longer tested",
    ),
    (
        "Chad moves more soldiers; negotiations planned Thursday at Doha",
        "negotiations",
        "consult",
        "planned",
        "a headline's day of what is to come",
    ),
    ("Discussions slated Monday at Nairobi", "Discussions", "consult", "planned", "the same"),
    ("Talks expected Monday", "Talks", "consult", "predicted", "the same with another word"),
    ("Talks held Monday in Cairo", "Talks", "consult", "happened", "these were held"),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "status", "why"), STATUS)
def test_whether_it_is_so(
    read: Read, text: str, trigger: str, kind: str, status: str | None, why: str
) -> None:
    event = event_at(read(text), trigger)
    assert event.type == kind, why
    assert event.status == status if status else event.status not in ("demanded", "requested"), why


WORDS_ONLY = [
    ("The lawmakers clashed with the minister over the budget.", "an argument"),
    ("After clashes over fishing quotas the two states recalled nobody.", "an argument"),
    ('"I assure you, nobody is at fault," he said.', "a turn of speech"),
    ("Kenya hosted the summer games in Mombasa.", "nobody is visited"),
    ("Kenya reaffirmed its commitment to the sovereignty of Chad.", "a stand, no agreement"),
]


@pytest.mark.parametrize(("text", "why"), WORDS_ONLY)
def test_no_event(read: Read, text: str, why: str) -> None:
    assert not {event.type for event in read(text).events} & {"assault", "agree", "consult"}, why


@pytest.mark.parametrize(
    "text",
    [
        "Villagers clashed with police over the price of bread.",
        "Deadly clashes over grazing rights between herders and farmers killed nine people.",
        "Soldiers clashed with smugglers over the weekend.",
    ],
)
def test_who_fights_over_something_fights(read: Read, text: str) -> None:
    assert event_at(read(text), "clash").type == "assault"


WHEN = [
    # text, trigger, whether it has a time, why
    ("On Monday Chad rejected the Kenyan allegations.", "allegations", False, "made before"),
    ("On Monday Chad rejected the Kenyan allegations.", "rejected", True, "that was on Monday"),
    ("The envoy condemned Sunday's attack on Moyale.", "attack", True, "its own day"),
    (
        "Chad is sending troops to Niger, the army said on Tuesday, a deployment that costs much.",
        "deployment",
        False,
        "it was only said on Tuesday",
    ),
    (
        "Two guards were charged in the Dec. 21, 2008, bombing of a ferry.",
        "charged",
        False,
        "the law comes later than the deed",
    ),
    (
        "Two guards were charged in the Dec. 21, 2008, bombing of a ferry.",
        "bombing",
        True,
        "the deed itself",
    ),
    (
        "Juma Wario, 20, was found guilty of slaying Zura Bint, 34, and wounding Una Moss, 32, in "
        "October 2011 as he aimed at rivals.",
        "found",
        False,
        "the verdict came later",
    ),
    (
        "Juma Wario, 20, was found guilty of slaying Zura Bint, 34, and wounding Una Moss, 32, in "
        "October 2011 as he aimed at rivals.",
        "wounding",
        True,
        "the deed was then",
    ),
    (
        "Juma Wario was convicted on Monday of killing a farmer.",
        "convicted",
        True,
        "a day before the deed is told is that of the verdict",
    ),
    ("Nine were wounded in the 2014 attack.", "wounded", True, "who is hurt is hurt then"),
    (
        "He was seen on Monday, the day before the police issued a warrant.",
        "issued",
        False,
        "counted from it, not its day",
    ),
    (
        "Chuo condemned on Monday the attack that left nine dead.",
        "attack",
        False,
        "who condemns does so later",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "dated", "why"), WHEN)
def test_whose_day_it_is(read: Read, text: str, trigger: str, dated: bool, why: str) -> None:
    assert (event_at(read(text, published="2021-06-02"), trigger).time is not None) == dated, why


HOURS = [
    # text behind a long report, whether the shooting has a day, why
    ("Wario was shot dead at 10 p.m. in his kitchen.", False, "an hour without a day"),
    ("Wario was shot dead at 10 p.m. on Monday.", True, "an hour of a day"),
    ("Wario was seen on Friday. He was shot at 10 p.m.", True, "the day told before"),
]


@pytest.mark.parametrize(("text", "dated", "why"), HOURS)
def test_an_hour_far_down_has_no_day(read: Read, text: str, dated: bool, why: str) -> None:
    long = "The harbour board has had the mill for longer than anybody in the town knows. " * 15
    for before, known in ((long, dated), ("", True)):
        found = event_at(read(before + text, published="2021-06-02"), "shot")
        assert (found.time is not None) == known, why


def test_all_that_is_demanded_in_one_breath(read: Read) -> None:
    reading = read(
        "Kenya demanded that Chad lift the siege, release the crew and withdraw its troops."
    )
    demanded = event_at(reading, "demanded")
    asked = {event.id for event in reading.events if event.status == "demanded"}
    assert len(asked) >= 2
    assert {demanded.about, *demanded.also_about} == asked


def test_what_is_told_as_done_is_not_demanded_with_the_rest(read: Read) -> None:
    reading = read("Kenya demanded that Chad release the crew and has expelled its ambassador.")
    assert event_at(reading, "demanded").also_about == ()


def test_colleagues_of_three_lands_stand_for_the_lands(read: Read) -> None:
    event = event_at(
        read("Mr Okoro will meet his Italian, Spanish and Greek colleagues in May."), "meet"
    )
    assert {each.name for each in event.targets} == {"Italy", "Spain", "Greece"}


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("Gunmen killed nine people in the town of Moyale on Monday.", "Moyale", "its kind before its name"),
        ("Gunmen killed the mayor of the town of Moyale.", None, "whose mayor he is"),
        ("Gunmen killed nine people near the port of Mombasa.", "Mombasa", "near it"),
    ],
)  # fmt: skip
def test_where_it_was(read: Read, text: str, place: str | None, why: str) -> None:
    found = event_at(read(text), "killed").place
    assert (found.name if found else None) == place, why


def test_what_is_talked_about_is_not_where(read: Read) -> None:
    assert (
        event_at(read("The delegation discussed military aid to Kenya."), "discussed").place is None
    )
    place = event_at(read("The delegation held talks in Kenya."), "talks").place
    assert place is not None
    assert place.name == "Kenya"
