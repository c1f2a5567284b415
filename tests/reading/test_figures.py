"""Figures: the numbers of a text, with bounds, unit and what they count."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.senses import counted

from secondsource.lexicon import measures, units
from secondsource.model.reading import Reading
from secondsource.reading.figures.amounts import find_amounts
from secondsource.reading.figures.codes import find_codes

VALUES = [
    # text, then words, low, high, unit of each figure, why
    ("The port lost 42 cranes.", [("42", 42, 42, None)], "plain digits"),
    ("More than 3,500 sailors left.", [("More than 3,500", 3500, None, None)], "a lower bound"),
    ("As many as 90 trucks burned.", [("As many as 90", None, 90, None)], "an upper bound"),
    ("About 40 percent of voters stayed home.", [("About 40 percent", 40, 40, "percent")], "near"),
    ("They paid $12.5 million.", [("$12.5 million", 12_500_000, 12_500_000, "USD")], "money"),
    ("It cost 30 million rubles.", [("30 million rubles", 30e6, 30e6, "RUB")], "money after"),
    ("Half a million leaflets fell.", [("Half a million", 500_000, 500_000, None)], "half of"),
    ("Dozens of houses burned.", [("Dozens", 24, None, None)], "vague plural"),
    ("Tens of thousands of marchers came.", [("Tens of thousands", 10_000, None, None)], "vague"),
    ("They handed over two rifles.", [("two", 2, 2, None)], "what changes hands"),
    ("The flood killed over two dozen.", [("over two dozen", 24, None, None)], "a bound"),
    ("They bought a dozen drones.", [("a dozen", 12, 12, None)], "a dozen"),
    ("Some 8 to 10 boats sank.", [("Some 8 to 10", 8, 10, None)], "a range"),
    ("The pipe is 7 1/2 miles long.", [("7 1/2 miles", 7.5, 7.5, "mile")], "a mixed fraction"),
    ("Forty-two miners were freed.", [("Forty-two", 42, 42, None)], "words"),
    ("He owed # 2.3 bn.", [("# 2.3 bn", 2.3e9, 2.3e9, "GBP")], "a pound sign lost on the way"),
    ("It pumps 1.2 mbpd.", [("1.2 mbpd", 1.2e6, 1.2e6, "barrel per day")], "a rate of the trade"),
    (
        "It leaked 5,000 barrels (210,000 gallons) per day.",
        [
            ("5,000 barrels", 5000, 5000, "barrel per day"),
            ("210,000 gallons", 210e3, 210e3, "gallon"),
        ],
        "a rate behind a bracket",
    ),
    (
        "It held 40 gallons\\/1 .5 million liters.",
        [("40 gallons", 40, 40, "gallon"), ("1 .5 million liters", 1.5e6, 1.5e6, "litre")],
        "a number split on the way",
    ),
    ("It fell to minus 12 degrees.", [("minus 12 degrees", -12, -12, "degree")], "below zero"),
    ("The party won 30 to 40 seats.", [("30 to 40", 30, 40, None)], "a range, no score"),
    ("Fuel rose to $98 a barrel.", [("$98 a barrel", 98, 98, "USD per barrel")], "a rate"),
]

COUNTED = [
    # text, then measured, of, nature of each figure, why
    (
        "Weavers will block the weir until 30 clerks are freed.",
        [("freed", "clerks", "projected")],
        "they are not free yet",
    ),
    (
        "Chad has not said whether it would lift its 25 percent duty on tin.",
        [("duty", None, "measured")],
        "the duty is there",
    ),
    (
        "Chad freed 12 of 31 clerks on Tuesday, hours after it agreed to a truce, monks said.",
        [("clerks", None, "measured"), ("clerks", None, "measured")],
        "who agreed to something before has freed them even so",
    ),
    (
        "Ann Bell said that the front had asked for 11 of its members.",
        [("members", "front", "planned")],
        "a person is no it",
    ),
    (
        "The marshal has the power to sink 30 ships.",
        [("ships", None, "projected")],
        "what could be done has not been",
    ),
    (
        "The raids hit more than 600 targets.",
        [("targets", None, "measured")],
        "targets that are counted are no plan",
    ),
    (
        "The death toll rose to 41 and 900 people were infected.",
        [("killed", None, "measured"), ("infected", "people", "measured")],
        "the number that ends a clause does not count what the next one begins with",
    ),
    (
        "The fleet fell to 30 and 40 ships.",
        [("ships", None, "measured"), ("ships", None, "measured")],
        "but two numbers may count the same",
    ),
    (
        "Nine hundred doses of vaccine are to be sent next week.",
        [("doses", None, "planned")],
        "what is to be has not been",
    ),
    (
        "The wreck is to be raised at a cost of 8.5 million euros.",
        [("cost", "wreck", "planned")],
        "nor has it cost anything",
    ),
    (
        "The mill will stay open until at least 2029 and no more than 300 jobs will be cut.",
        [("jobs", None, "planned")],
        "a year up to which something is",
    ),
    (
        "The ferry carried 261 passengers, 50 more than its licence allowed.",
        [("passengers", None, "measured")],
        "by how much it differs is no count",
    ),
    (
        "The army set a target of 500 tanks.",
        [("tanks", None, "planned")],
        "what a target is of",
    ),
    (
        "The delegation is prepared for one more round of talks.",
        [("round of talks", None, "planned")],
        "what somebody is prepared for is to come",
    ),
    (
        "They hope for a truce after four rounds of talks.",
        [("rounds of talks", None, "measured")],
        "what the hoped for comes after was so",
    ),
    (
        "Ruritania massed more than 9,000 troops near the border.",
        [("troops", None, "measured")],
        "a plain noun",
    ),
    ("Some 300 Polish sailors left.", [("sailors", "Poland", "measured")], "whose, as a country"),
    (
        "The blast killed 12 people and wounded 30.",
        [("killed", "people", "measured"), ("wounded", None, "measured")],
        "fates",
    ),
    (
        "Norway imposed sanctions on 12 Polish generals and froze the assets of four banks.",
        [("generals sanctioned", "Poland", "measured"), ("banks sanctioned", None, "measured")],
        "what a sanction is laid on",
    ),
    (
        "Five pro-Norwegian agents left.",
        [("pro-norwegian agents", None, "measured")],
        "not Norway's",
    ),
    ("The assets of 12 banks grew.", [("banks", None, "measured")], "no sanction"),
    (
        "The fleet grew to 53 ships, up from an estimated 50.",
        [("ships", None, "measured"), ("ships", None, "estimated")],
        "a lent noun",
    ),
    ("Norway plans to send 400 soldiers.", [("soldiers", "Norway", "planned")], "a plan"),
    ("The toll could reach 900, doctors said.", [("killed", None, "projected")], "a projection"),
    ("The tunnel is 90 metres deep.", [("depth", "tunnel", "measured")], "which way a length runs"),
    ("They seized 3 tonnes of copper.", [("copper", None, "measured")], "stuff after of"),
    ("The guide, a 41-year-old man, fell.", [("age", "man", "measured")], "an age"),
    ("Ada Okoro, now 71, left.", [("age", "Ada Okoro", "measured")], "an age now"),
    (
        "Norway is expected to impose fines on four firms.",
        [("firms", None, "planned")],
        "a deed that is expected of somebody",
    ),
    ("The work is expected to cost $40 million.", [("cost", "work", "projected")], "what comes"),
    ("The bill is likely to exceed $1bn.", [("amount", None, "projected")], "likely"),
    ("Up to 40 people may have died.", [("killed", "people", "estimated")], "past but uncertain"),
    (
        "Ninety miners are feared dead.",
        [("killed", "miners", "estimated")],
        "feared and not counted",
    ),
    (
        "It adds to about 900 Polish boats that harbour officials estimate are at sea.",
        [("boats", "Poland", "estimated")],
        "estimated by a relative clause behind the noun",
    ),
    (
        "To guard the bay, 12 ferries will be moved to Norway, in addition to two units of the coast"
        " guard, said Mr. Berg.",
        [("ferries", None, "planned"), ("units", "coast guard", "planned")],
        "what comes in addition to what is planned is planned",
    ),
    (
        "The firm scrapped 40 of its 300 boats.",
        [("boats", "firm", "measured"), ("boats", "firm", "measured")],
        "whose they are: the subject that its means",
    ),
    (
        "A 12-village league met.",
        [("village", "league", "measured")],
        "a noun and its number joined",
    ),
    (
        "Only 90 readers of the almanac are left.",
        [("readers", "almanac", "measured")],
        "whose readers, behind of",
    ),
    (
        "They ate 40 loaves of bread.",
        [("loaves", None, "measured")],
        "stuff behind of owns nothing",
    ),
    (
        "Norway gave 9 million kroner to the library.",
        [("amount", "library", "measured")],
        "whom money is for",
    ),
    ("The crypt needs $9 million.", [("amount", "crypt", "planned")], "what needs money"),
    ("The crate held 4 kg of cheese.", [("cheese", "crate", "measured")], "what holds the stuff"),
    (
        "The sit-in lasted nine hours.",
        [("duration", "sit-in", "measured")],
        "a hyphen inside a word",
    ),
    ("The dogs, aged 3 to 9, slept.", [("age", "dogs", "measured")], "whose age, before the comma"),
    (
        "At least 70 sailors were killed, 41 of them children.",
        [("killed", "sailors", "measured"), ("killed", "children", "measured")],
        "a part of them",
    ),
    (
        "Norway has massed troops near Vardo that port officials estimate number around 900 and project that"
        " could reach 1,500 by June.",
        [("troops", "Norway", "estimated"), ("troops", "Norway", "projected")],
        "two estimates of the same troops, and whose",
    ),
    ("The bakery employs 120.", [("people", "bakery", "measured")], "who are employed are people"),
    ("The 40 tonnes could sink.", [("mass", None, "measured")], "not of its own unit"),
    (
        "Deputies passed the motion by 44 votes to 39.",
        [("votes", "for", "measured"), ("votes", "against", "measured")],
        "who carries a motion is for it",
    ),
    (
        "Deputies rejected the motion by 44 votes to 39.",
        [("votes", "against", "measured"), ("votes", "for", "measured")],
        "who rejects it is against",
    ),
    ("The bill fell by nine votes.", [("votes", "margin", "measured")], "the margin of a vote"),
    ("A column of 60 lorries left.", [("lorries", "column", "measured")], "what they make up"),
    ("The fund lent the mill $9 million.", [("amount", "mill", "measured")], "who gets a loan"),
    ("The judge fined the mill $9,000.", [("fine", "mill", "measured")], "who pays a fine"),
    (
        "Shares in the mill closed at $14.20.",
        [("price", "Shares", "measured")],
        "a price at the close",
    ),
    ("He faces nine years in prison.", [("sentence", None, "measured")], "time in prison"),
    ("Turnout was 61.5 percent.", [("turnout", None, "measured")], "taken for a name"),
    (
        "The yard built 40 boats, up from 30 last year.",
        [("boats", None, "measured"), ("boats", None, "measured")],
        "no year is counted",
    ),
    ("The levy is 9 euros per tonne.", [("levy", None, "measured")], "the measure that is named"),
    ("The fair drew 1.5 m visitors.", [("visitors", "fair", "measured")], "no metre"),
    ("The fence is 1.5 m high.", [("height", "fence", "measured")], "a metre"),
]

NOTHING = [
    ("The Su-35 and the S-400 were shown.", "names of weapons"),
    ("Resolution 2231 was adopted in 2015.", "names and years"),
    ("The meeting is on Feb. 9 at 10:30.", "dates and clocks"),
    ("Call 020 5550 0144 or visit 9 Harbour Street.", "telephone and address"),
    ("They met on the 1990s site of platform 4.", "decades, numbers of things"),
    ("The side won 3-1 at home.", "a score"),
    ("Their test scores were low.", "results, not many"),
    ("He slept like a log, 24/7.", "an idiom"),
    ("The pump runs 24 hours a day, seven days a week.", "always"),
    ("They remembered the 9\\/11 attacks.", "a date with an escaped slash"),
    ("The village beat the town 21 to 14.", "a score in words"),
    ("The plans are in stage three and four.", "stages"),
    ("The 711 Brigade Support Battalion dug in.", "the number of a unit of an army"),
    ("Lot # 12 was sold.", "the number of a lot"),
    ("No one knew, and one of them left.", "one as a pronoun"),
    ("He made a 911 call and dialled 999.", "numbers to call in need"),
    ("The two sides met and the two countries agreed.", "who they are, not how many"),
    ("", "nothing at all"),
    ("1" * 400, "a code of 400 digits"),
]


@pytest.mark.parametrize(("text", "expected", "why"), VALUES)
def test_values(
    read: Callable[..., Reading],
    text: str,
    expected: list[tuple[str, float | None, float | None, str | None]],
    why: str,
) -> None:
    found = [(item.citation.words, item.low, item.high, item.unit) for item in read(text).figures]
    assert found == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED)
def test_what_is_counted(
    read: Callable[..., Reading],
    text: str,
    expected: list[tuple[str | None, str | None, str]],
    why: str,
) -> None:
    assert counted(read(text)) == expected, why


@given(st.text(alphabet="0123456789.,-/ $€%½±'²oneadfm\n\u202eüı٣", max_size=80))
@settings(max_examples=300, deadline=None)
def test_amounts_lie_in_any_text(text: str) -> None:
    reached = 0
    for amount in find_amounts(text):
        assert reached <= amount.start < amount.end <= len(text)
        assert amount.start <= amount.number[0] < amount.number[1] <= amount.end
        reached = amount.end
    find_codes(text)


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_figure(read: Callable[..., Reading], text: str, why: str) -> None:
    assert [item.citation.words for item in read(text).figures] == [], why


def test_measures_join_what_counts_the_same() -> None:
    assert measures.measure_of("soldiers") == measures.measure_of("servicemen") == "troops"
    assert measures.measure_of("negotiating sessions") == measures.measure_of("rounds of talks")
    assert measures.measure_of("people killed") == measures.measure_of("fatalities")
    assert measures.measure_of("purple teapots") == "purple teapot"


def test_units_come_to_base_units() -> None:
    assert units.in_base_unit(2, "kilometre") == (2000, "length")
    assert units.in_base_unit(2, "USD") is None
