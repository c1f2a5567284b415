"""Of whom a number is, what it counts and how firm it is, where the nearest name or noun is not the one."""

from collections.abc import Callable

import pytest
from tests.reading.senses import counted

from secondsource.model.reading import Reading

COUNTED = [
    (
        "Peru has asked the alliance to send up to 900 extra monitors.",
        [("monitors", None, "planned")],
        "who asks for them does not have them",
    ),
    (
        "France will send 900 extra monitors.",
        [("monitors", "France", "planned")],
        "who sends them has them",
    ),
    (
        "Sudan would pull its troops back 40km under the draft.",
        [("distance", None, "projected")],
        "the distance is of no land",
    ),
    (
        "Local votes in six mainly Kurdish districts would be put off.",
        [("mainly kurdish districts", None, "projected")],
        "who lives there for the most part is not whose they are",
    ),
    (
        "Brazil is Peru's third-biggest partner, accounting for 12.4 percent of its trade in 2023.",
        [("trade", None, "measured")],
        "who accounts for a part of its trade is not whose trade it is",
    ),
    (
        "Officials put the number of troops near the line at about 7,000, up from 4,500 three weeks ago.",
        [("troops", None, "estimated"), ("troops", None, "measured")],
        "the second number is of troops and not of weeks",
    ),
    (
        "The minister raised the official death toll to nine yesterday.",
        [("killed", None, "measured")],
        "a day is not counted",
    ),
    (
        "The toll has been revised to nine, including three nuns, said the minister.",
        [("killed", None, "measured"), ("nuns", None, "measured")],
        "the noun of the part is none of the whole",
    ),
    (
        "The union won 98 seats, the left 77.",
        [("seats", "union", "measured"), ("seats", "left", "measured")],
        "the noun of the number before is that of the next",
    ),
    (
        "The Civic Bloc won 82 of the 156 elected seats, the Green Party 61 and the Labour Party seven.",
        [
            ("elected seats", "Civic Bloc", "measured"),
            ("elected seats", None, "measured"),
            ("elected seats", "Green Party", "measured"),
            ("elected seats", "Labour Party", "measured"),
        ],
        "each party has its own",
    ),
    (
        "Norway sent 20 boats in May, and 12 in June.",
        [("boats", "Norway", "measured"), ("boats", "Norway", "measured")],
        "nobody else stands before the second number",
    ),
    (
        "Kenya had some 24,000 soldiers in 2022, against fewer than 6,000 for the Coast Guard.",
        [("soldiers", "Kenya", "measured"), ("soldiers", "Coast Guard", "measured")],
        "the number that it is compared with has an owner of its own",
    ),
    (
        "Satellite data show 12 of 18 boats moved off overnight.",
        [("boats", None, "measured"), ("boats", None, "measured")],
        "part and whole count the same",
    ),
    (
        "Of those, 54 remain in custody, rights groups say. The government puts the number at 39.",
        [("detained", None, "measured"), ("detained", None, "estimated")],
        "another side's number of what the sentence before counts",
    ),
    (
        "A lawyer said 51 people were in prison, 7 of them minors. The ministry says 38.",
        [
            ("people", None, "measured"),
            ("detained", "minors", "measured"),
            ("people", None, "measured"),
        ],
        "the other side counts the whole and not the part",
    ),
    (
        "The firm said 20 trucks had left. The minister said nine would follow.",
        [("trucks", None, "measured"), (None, None, "projected")],
        "what goes on behind the number is told of something else",
    ),
    (
        "Chad's minister demanded that Kenya release 12 sailors arrested in a raid last week.",
        [("arrested", "sailors", "measured")],
        "what is demanded is their release: they have been arrested",
    ),
    (
        "Chad demanded that Kenya send 12 trucks loaded with grain.",
        [("trucks", "Kenya", "planned")],
        "nothing has befallen the trucks",
    ),
    (
        "They want the release of 300 prisoners.",
        [("prisoners", None, "planned")],
        "how many are to be freed is the demand",
    ),
    (
        "The ministry said that France was ready to send a further 300 soldiers.",
        [("soldiers", None, "planned")],
        "who is ready to send them has not sent them",
    ),
    (
        "The first 60 rockets could arrive by mid-May.",
        [("rockets", None, "projected")],
        "the first of what is to come are no given ones",
    ),
    (
        "The 60 rockets could be fired at any time.",
        [("rockets", None, "measured")],
        "these are there already",
    ),
    (
        "Ali Hassan accepted on condition that the ships keep three miles away from the boats.",
        [("distance", "ships", "projected")],
        "what is laid down is not yet so",
    ),
    (
        "A levy can raise prices by 8 percent.",
        [("prices", None, "projected")],
        "what it can bring about it has not brought about",
    ),
    (
        "The ferry can carry 90 people.",
        [("people", None, "measured")],
        "what it can carry is its size",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED)
def test_of_whom(
    read: Callable[..., Reading],
    text: str,
    expected: list[tuple[str | None, str | None, str]],
    why: str,
) -> None:
    assert counted(read(text)) == expected, why


AS_OF = [
    (
        "The two are to hold talks in Cairo next week after a collision that injured six sailors on Monday.",
        "2024-03-18",
        "the day of a past deed is no day of the coming week",
    ),
    (
        "The two are to hold talks next week that begin with six speakers on Monday.",
        "2024-03-25",
        "what is to come on Monday comes in the week that is told",
    ),
    ("Dozens of monitors were injured in clashes in 2022.", "2022", "a year behind two nouns"),
]


@pytest.mark.parametrize(("text", "day", "why"), AS_OF)
def test_as_of(read: Callable[..., Reading], text: str, day: str, why: str) -> None:
    reading = read(text, published="2024-03-20")
    (figure,) = reading.figures
    as_of = figure.as_of or ""
    values = {f"time:{time.id}": time.value for time in reading.times}
    assert values.get(as_of, as_of) == day, why
