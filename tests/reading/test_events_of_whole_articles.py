"""Deeds that a sentence only names, set right by the rest of their article; whose they are; what parses hide."""

from collections.abc import Callable

from secondsource.model.event import EventMention
from secondsource.model.reading import Reading

Read = Callable[..., Reading]


def event(reading: Reading, words: str, sentence: str = "") -> EventMention:
    """The first event whose trigger has these words, in a sentence that has those."""
    return next(
        each
        for each in reading.events
        if words in each.citation.words and sentence in each.sentence.words
    )


def test_a_visit_that_the_article_has_to_come_is_no_past_visit(read: Read) -> None:
    text = (
        "On Friday, Ms. Salome Adeyo will meet the mayor in Nairobi. "
        "Ms. Adeyo’s visit to Nairobi follows visits by two bishops."
    )
    reading = read(text, "2023-06-14")
    assert event(reading, "visit", "follows").status == "planned"
    assert event(reading, "visits").status == "happened"
    alone = read("Ms. Adeyo’s visit to Nairobi follows visits by two bishops.", "2023-06-14")
    assert event(alone, "visit").status == "happened"


def test_what_is_pending_is_his_who_prepares_it(read: Read) -> None:
    text = (
        "Kenya is preparing sanctions on two brokers, officials said. "
        "The pending sanctions could be announced on Thursday."
    )
    found = event(read(text, "2023-06-14"), "announced")
    assert [source.name for source in found.sources] == ["Kenya"]
    two = read(f"Ghana is preparing sanctions on a miller. {text}", "2023-06-14")
    assert not event(two, "announced").sources


def test_a_condition_behind_a_noun_is_not_that_of_the_talk(read: Read) -> None:
    text = "Mr. Chuo will discuss with envoys the port's planning, should Chad choose to attack."
    assert event(read(text, "2023-06-14"), "discuss").status == "planned"


def test_his_country_is_the_country_of_the_subject(read: Read) -> None:
    text = (
        "Kenyan Foreign Minister Omari Chuo spoke on Monday. "
        "Chuo rejected the Ghanaian allegations that his country was planning to invade."
    )
    reading = read(text, "2023-06-14")
    accusation = event(reading, "allegations")
    assert accusation.status == "happened"
    assert [source.name for source in accusation.sources] == ["Ghana"]
    invasion = event(reading, "invade")
    assert invasion.status == "denied"
    assert [source.name for source in invasion.sources] == ["Kenya"]


def test_all_that_is_wanted_is_demanded(read: Read) -> None:
    text = "Kenya wants Ghana to leave the fort, curb its raids and restrict its patrols."
    reading = read(text, "2023-06-14")
    wants = event(reading, "wants")
    assert [target.name for target in wants.targets] == ["Ghana"]
    assert event(reading, "restrict").status == "demanded"
    assert [source.name for source in event(reading, "restrict").sources] == ["Ghana"]


def test_a_wish_for_good_relations_is_no_demand(read: Read) -> None:
    reading = read("Kenya seeks a stable relationship with Ghana.", "2023-06-14")
    assert not reading.events


def test_consequences_that_somebody_will_face_are_a_threat(read: Read) -> None:
    text = "Ghana will face severe consequences if it attacks the dam, Mr. Chuo said."
    found = event(read(text, "2023-06-14"), "face")
    assert (found.type, found.status) == ("threaten", "happened")
    assert [target.name for target in found.targets] == ["Ghana"]
    assert found.condition is not None


def test_the_place_of_a_meeting_with_two(read: Read) -> None:
    text = "Ms. Adeyo will meet President Omari Chuo and Minister Jane Mwangi in Nairobi."
    place = event(read(text, "2023-06-14"), "meet").place
    assert place is not None
    assert place.name == "Nairobi"
