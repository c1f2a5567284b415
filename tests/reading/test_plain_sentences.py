"""Short sentences: deeds that nobody is reported to speak of, and words that somebody says or thinks."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

DEEDS = """
Chad attacked Niger.
Kenya has imposed sanctions on four traders.
The minister resigned.
The Union appointed a mediator.
Uganda has approved the pipeline.
The Security Council adopted a resolution on the strait.
Tanzania retaliated against the suspension.
The governor visited the harbour on Monday.
The army shelled the village of Moyale.
Parliament passed the budget.
The court convicted two traders.
The police arrested three fishermen.
The rebels seized the airport.
Kenya closed its border with Somalia.
The central bank raised interest rates.
Troops crossed the river at dawn.
The president signed the treaty in Arusha.
The council elected a new chairwoman.
Ethiopia recalled its ambassador from Chad.
The two countries resumed talks.
The bishop blessed the boats.
Malawi expelled four diplomats.
The company sold its ferries.
The committee postponed the vote.
The navy rescued 40 sailors.
Zambia joined the alliance in May.
The airline cancelled all flights to Lamu.
The union won the election.
The general replaced his deputy.
Ghana defeated Togo in the final.
The ministry banned the export of maize.
The mayor opened the new market.
The soldiers killed six villagers.
The delegates arrived in Kampala on Tuesday.
The envoy met the prime minister.
Mozambique ratified the agreement.
The regulator fined the bank.
The workers blocked the road to the port.
The senate vetoed the bill.
The cabinet dissolved the commission.
Rwanda withdrew its troops from the valley.
The coast guard intercepted two boats.
The judge sentenced the smuggler to six years in prison.
The refugees fled to Chad.
The agency suspended the licence of the mine.
Botswana supplied the town with water.
The fund granted Malawi a loan.
The crowd burned tyres outside the palace.
The bloc expanded its mission in the lake region.
The fishermen repaired their nets.
The prosecutor dropped the case.
Namibia recognized the new government.
The party nominated Amina Haroun.
The rebels released the hostages.
The bridge collapsed on Friday.
Sudan deployed tanks along the canal.
The health ministry vaccinated 3,000 children.
Kenya and Uganda signed a trade agreement.
The minister ended the dispute over the ferry.
The airport reopened after the storm.
""".strip().splitlines()
"""Plain sentences in which somebody does something and nobody says or thinks anything."""

WORDS = """
The minister said the border was open.
Chad denied that its army had crossed the river.
The governor warned of floods.
The envoy called for a truce.
Kenya accused Chad of smuggling maize.
The mayor called the plan a mistake.
The ministry announced a curfew.
The court ruled that the law was void.
The president vowed to rebuild the bridge.
Omari Chuo blamed the army for the fire.
The police believe the traders have fled.
The report shows that prices have doubled.
The doctors fear an outbreak of cholera.
Uganda demanded the release of the hostages.
According to the harbour office, the ferry was full.
The union threatened to block the port.
The bishop urged the rebels to disarm.
The opposition rejected the proposal.
The general praised the soldiers.
The bank expects growth of five percent.
The envoys agreed to meet in Arusha.
The company admitted that the pipe had leaked.
The villagers hope for rain.
The army declined to comment.
The judge asked the witness to leave.
The committee recommended new pumps.
The governor criticized the decision.
The rebels claimed responsibility for the blast.
Ethiopia condemned the raid.
The minister promised aid for the farmers.
The survey found that most people favour the pact.
The editor thinks the vote was fair.
The spokeswoman confirmed the arrests.
The president refused to answer.
The witnesses described a long convoy.
The parties want a new election.
The council proposed a tax on sugar.
Rwanda protested against the new visa rules.
The diplomats doubt that the truce will last.
The experts predict a drought.
The ambassador apologized for the delay.
Traders complained about the new toll.
“The road is closed,” the driver said.
The poll suggests that voters are angry.
The chief insisted that the land was his.
The captain reported a fault in the engine.
The ministry plans to build a school.
Amina Haroun told reporters that the strike was over.
The union dismissed the claim as a rumour.
The memo states that the dam is unsafe.
The panel concluded that the pilot was tired.
The king ordered the troops to withdraw.
Malawi invited Chad to join the talks.
The farmers oppose the dam.
The lawyer argued that the arrest was illegal.
The teacher explained why the school had closed.
The agency estimates that 300 people are missing.
The premier expressed regret over the accident.
The guards heard that a boat had sunk.
The navy acknowledged the loss of a frigate.
""".strip().splitlines()
"""Plain sentences with something said, thought, wanted or shown by somebody."""


def test_sixty_of_each() -> None:
    assert len(set(DEEDS)) == len(set(WORDS)) == 60


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_is_no_statement(read: Read, text: str) -> None:
    """Nothing is a statement where nobody says, thinks or shows anything."""
    assert [(s.cue and s.cue.words, s.source) for s in read(text).statements] == []


@pytest.mark.parametrize("text", WORDS)
def test_words_are_a_statement(read: Read, text: str) -> None:
    """Something is a statement, and somebody is its source, where somebody says or thinks it."""
    assert [s for s in read(text).statements if s.source], text


REFUSALS = [
    "The minister did not specify.",
    "She did not specify the price of the boats.",
    "They would not say where the talks would be held.",
]


@pytest.mark.parametrize("text", REFUSALS)
def test_details_withheld_are_a_refusal(read: Read, text: str) -> None:
    """Who does not give details refuses to speak."""
    assert [s.mode for s in read(text).statements] == ["refusal"]


def test_who_cannot_does_not_refuse(read: Read) -> None:
    assert read("Kenya could not identify the wreck.").statements == ()


VOICES = [
    # text, cue, fields of its voice, why
    (
        "Kenya has massed boats near the reef that Chadian officials estimate number around 400 and "
        "project could reach 900 by May.",
        "estimate",
        {"kind": "anonymous", "party": "Chad"},
        "who estimates vouches for both figures",
    ),
    (
        "Chad expects a reply to demands that were presented last year to Kenya and Uganda, which "
        "called for new rules on fishing.",
        "called for",
        {"kind": "document", "name": "demands"},
        "the demands call, not the last of a list of those who got them",
    ),
    (
        "In Kenya on Tuesday, the country's new president, Omari Chuo, warned of floods.",
        "warned",
        {"name": "Omari Chuo", "party": "Kenya"},
        "the country that stands before",
    ),
    (
        "June 14 - Omari Chuo says that the leak has stopped.",
        "says",
        {"name": "Omari Chuo"},
        "a list of days",
    ),
    (
        "Executives from the Bank of Kenya, the Lake Oil Company and the World Bank said that the pipe "
        "had held.",
        "said",
        {"kind": "anonymous", "party": None},
        "people of several bodies speak for none of them alone",
    ),
    (
        "Chad is poor. A new study said that prices had doubled. The study said that wages had not.",
        "said",
        {"kind": "document", "party": None},
        "a document without an issuer is unplaced",
    ),
]


@pytest.mark.parametrize(("text", "cue", "fields", "why"), VOICES)
def test_voice(read: Read, text: str, cue: str, fields: dict[str, str | None], why: str) -> None:
    voices = [s.voice for s in read(text).statements if s.cue and cue in s.cue.words]
    found = [{name: getattr(voice, name) for name in fields} for voice in voices]
    assert found, why
    assert all(row == fields for row in found), (why, voices)


def test_both_estimates_are_content(read: Read) -> None:
    content = " ".join(p.words for s in read(VOICES[0][0]).statements for p in s.content)
    assert "400" in content
    assert "900" in content


def test_a_photograph_does_not_speak(read: Read) -> None:
    text = "Photograph: Jan Kowal/Reuters The ferry sank off Lamu on Friday."
    assert not [s for s in read(text).statements if s.source and s.source.words == "Photograph"]
