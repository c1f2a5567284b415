"""The same facts come out when every person, place, weekday and date of the real reports is another one:
nothing is known by its name."""

import re
from pathlib import Path

import pytest

from secondsource.views.agenda import agenda

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

PEOPLE = {
    "Antony Blinken": "Walter Harmon",
    "Blinken": "Harmon",
    "Sergei Lavrov": "Mehmet Aydin",
    "Sergey Lavrov": "Mehmed Aydin",
    "Lavrov": "Aydin",
    "Volodymyr Zelenskyy": "Vasile Rusnak",
    "Volodymyr Zelensky": "Vasile Rusnac",
    "Zelensky": "Rusnac",
    "Dmytro Kuleba": "Andrei Munteanu",
    "Vladimir Putin": "Kemal Yildiz",
    "Putin": "Yildiz",
    "Jen Psaki": "Carol Whitfield",
    "Psaki": "Whitfield",
    "Annalena Baerbock": "Lucia Navarro",
    "Baerbock": "Navarro",
    "Alexander Lukashenko": "Milan Petrovic",
    "Lukashenko": "Petrovic",
    "Alexander Fomin": "Osman Kaya",
    "Fomin": "Kaya",
    "Jens Stoltenberg": "Anders Lindqvist",
    "Stoltenberg": "Lindqvist",
    "Joe Biden": "Joe Calloway",
    "Biden": "Calloway",
    "Olaf Scholz": "Pablo Herrera",
    "Scholz": "Herrera",
    "Joly": "Tremblay",
}
PLACES = {
    "Ukrainian": "Moldovan",
    "Ukraine": "Moldova",
    "Kyiv": "Chisinau",
    "Kiev": "Chisinau",
    "Russian": "Turkish",
    "Russia": "Turkey",
    "Moscow": "Ankara",
    "German": "Spanish",
    "Germany": "Spain",
    "Berlin": "Madrid",
    "Belarusian": "Serbian",
    "Belarus": "Serbia",
    "Minsk": "Belgrade",
    "Geneva": "Vienna",
    "Stockholm": "Oslo",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHIFT_DAYS = 2


def retold(text: str) -> str:
    """The text with other people and places, and all days two days later."""
    for was, becomes in sorted({**PEOPLE, **PLACES}.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"\b{was}\b", becomes, text)
    text = re.sub("|".join(DAYS), lambda m: DAYS[(DAYS.index(m.group()) + SHIFT_DAYS) % 7], text)
    return re.sub(
        r"\b((?:Jan|Feb|August|February)\.? )(\d{1,2})(-\d{1,2})?\b",
        lambda m: (
            m[1] + str(int(m[2]) + SHIFT_DAYS) + (f"-{int(m[3][1:]) + SHIFT_DAYS}" if m[3] else "")
        ),
        text,
    )


@pytest.fixture(scope="module")
def other(tmp_path_factory, record_in):
    """The record of the five reports, retold."""
    if not SEEDS.is_dir():
        pytest.skip("../shared/seeds is not there")
    folder = tmp_path_factory.mktemp("other")
    (folder / "in").mkdir()
    for seed in sorted(SEEDS.glob("*.txt")):
        (folder / "in" / seed.name).write_text(retold(seed.read_text("utf-8")), "utf-8")
    return record_in(folder / "story", folder / "in")


def test_the_dates_move_along(other):
    dates = {
        row.article.address[:3]: (row.article.published.earliest, row.article.published.latest)
        for row in other.articles
    }
    assert dates == {
        "000": ("2022-01-20", "2022-01-21"),
        "001": ("2021-12-01", "2021-12-31"),
        "002": ("2022-01-21", "2022-01-22"),
        "003": ("2022-01-20", "2022-01-21"),
        "004": ("2021-10-01", "2022-04-30"),
    }


@pytest.mark.parametrize(
    ("day", "place", "who"),
    [
        ("2022-01-21", "Chisinau", {"Harmon", "Rusna", "Munteanu"}),
        ("2022-01-22", "Madrid", {"Harmon"}),
        ("2022-01-23", "Vienna", {"Harmon", "Aydin"}),
    ],
)
def test_the_meetings_are_those_of_others(other, day, place, who):
    items = [item for item in agenda(other, "2022-01-20") if item.when == day]
    named = " ".join(
        reference.name
        for item in items
        if item.place is not None and place in item.place.name.replace("ă", "a").replace("ș", "s")
        for reference in item.who
    )
    assert {name for name in who if name in named} == who


def test_newsrooms_and_conflicts_are_the_same(other):
    newsroom = {row.article.address[:3]: row.newsrooms[0].id for row in other.articles}
    assert newsroom["000"] == newsroom["001"] == newsroom["002"] != newsroom["003"]
    reasons = " ".join(item.reason for item in other.conflicts)
    assert "launch" in reasons
    assert "four rounds" in reasons
    assert "three negotiating sessions" in reasons


@pytest.mark.parametrize("surname", ["Harmon", "Aydin", "Rusna", "Whitfield", "Navarro"])
def test_one_actor_for_each_person(other, surname):
    bearing = [
        actor
        for actor in other.actors
        if actor.kind == "person" and any(surname in name for name in actor.names)
    ]
    assert len(bearing) == 1, [actor.names for actor in bearing]
