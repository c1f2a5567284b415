"""Names that are no actors: adjectives of countries, datelines, places; bodies that others speak for."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

FORMS = [
    # text, words, form, why
    ("The Kenyan chancellor spoke for an hour.", "Kenyan", "adjective", "whose chancellor it is"),
    ("Chadian talks with Kenya went on.", "Chadian", "adjective", "whose talks they are"),
    ("A Kenyan-built ferry sank.", "Kenyan", "adjective", "first half of a compound"),
    ("The Kenyans agreed to pay.", "Kenyans", "name", "people who act"),
    ("The Dutch agreed to pay.", "Dutch", "name", "people who act, written like an adjective"),
]


@pytest.mark.parametrize(("text", "words", "form", "why"), FORMS)
def test_form_of_a_nationality(read: Read, text: str, words: str, form: str, why: str) -> None:
    found = {m.citation.words: m.form for m in read(text).mentions if m.kind == "nationality"}
    assert found.get(words) == form, (why, found)


NOBODY = [
    # text, words that are no mention of an actor, why
    ("KENYA, Friday — The ferries stood still.", "KENYA", "a dateline"),
    ("Chad (Lake News Agency) - The ferries stood still.", "Chad", "a dateline with its agency"),
    ("The skippers, north of the Kisite reef, saw nothing.", "Kisite", "a reef's name"),
    ("The dhow sank five miles south of Jasini on Friday.", "Jasini", "what lies south of it"),
    ("Weapons came for the Allied Wind 2024 drills.", "Allied Wind 2024", "an occasion"),
    ("Weapons came for the Allied Wind drills.", "Allied Wind", "what the drills are called"),
    ("Kingfish fell by a tenth. Buyers of kingfish stayed home.", "Kingfish", "a common noun"),
]


@pytest.mark.parametrize(("text", "words", "why"), NOBODY)
def test_nobody(read: Read, text: str, words: str, why: str) -> None:
    assert words not in {m.citation.words for m in read(text).mentions}, why


BELONGING = [
    # text, name, affiliation, why
    (
        "Neema Lusinde, a spokeswoman for the foreign ministry, said it was late.",
        "Neema Lusinde",
        "foreign ministry",
        "a ministry written small",
    ),
    (
        "She met Chadian President Omari Chuo and Foreign Minister Amina Otieno.",
        "Amina Otieno",
        "Chad",
        "the minister beside the president",
    ),
    (
        "She met Chadian President Omari Chuo and bishop Amina Otieno.",
        "Amina Otieno",
        None,
        "a bishop is of no country",
    ),
    (
        "Kenya's foreign ministry spokesman, Elijah Muteti, said it was late.",
        "Elijah Muteti",
        "Kenya",
        "a ministry written small inside the role",
    ),
    (
        "Prisca Odongo of the Coastal Law Forum, a research group, said it was late.",
        "Prisca Odongo",
        "Coastal Law Forum",
        "the body right behind the name",
    ),
    (
        "Chadian Foreign Minister Idriss Bako met reporters. The Foreign Ministry said more later.",
        "Foreign Ministry",
        "Chad",
        "a ministry by its minister",
    ),
    (
        "The Kenya Coast Guard Service said it was late.",
        "Kenya Coast Guard Service",
        "Kenya",
        "one name and not two",
    ),
]


@pytest.mark.parametrize(("text", "name", "affiliation", "why"), BELONGING)
def test_belongs_to(read: Read, text: str, name: str, affiliation: str, why: str) -> None:
    found = {m.name: m.affiliation for m in read(text).mentions}
    assert found.get(name) == affiliation, (why, found)
