"""Lists of people to whom something is done: all of them, and the day that stands behind the last."""

import pytest

LISTS = [
    # sentence of a report of 7 March 2025, to whom, the day, why
    ("Police arrested Karl Ostby, two clerks and a driver on Monday.", ["Karl Ostby", "clerks", "driver"], "2025-03-03", "the first by name"),
    ("Police detained the mine manager, Karl Ostby, and two other employees late on Monday.", ["Karl Ostby", "employees"], "2025-03-03", "his office before his name"),
    ("The court jailed Ola Berg, a banker, and two brokers on Tuesday.", ["Ola Berg", "brokers"], "2025-03-04", "what he is between commas"),
    ("Soldiers killed Ada Berg, a nurse and mother of two, on 3 March.", ["Ada Berg"], "2025-03-03", "she is both"),
    ("Police detained the manager and two clerks late on Monday.", ["manager", "clerks"], "2025-03-03", "a plain list"),
    ("They killed two leaders, Ola Berg and Jon Wiik.", ["Ola Berg", "Jon Wiik"], None, "both names behind their noun"),
    ("Police arrested Ada Berg and two drivers who had worked on Sunday shifts.", ["Ada Berg", "drivers"], None, "the day of something else"),
    ("The court jailed Ada Berg, the mayor of Kova since 2019.", ["Ada Berg"], None, "since when she is it"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "whom", "day", "why"), LISTS)
def test_lists_of_people(reader, sentence, whom, day, why):
    (event, *_) = reader.read(sentence, published="2025-03-07", as_is=True).events
    assert [target.name for target in event.targets] == whom, why
    assert (event.time.value if event.time else None) == day, why


NUMBERS = [
    # sentence, what is counted, how firm, why
    ("Eighteen people are still unaccounted for.", "missing", "measured", "nobody knows where they are"),
    ("The bodies of 21 people have been recovered.", "bodies", "measured", "not any people"),
    ("The remains of six miners were found.", "bodies", "measured", "so are remains"),
    ("The number of villagers displaced by the fighting has doubled to 8,000.", "displaced", "measured", "what became of them"),
    ("The number of people killed by the collapse of a waste dam at the Brenna mine rose to 14 on Tuesday.", "killed", "measured", "by what, and where"),
    ("The count of people displaced by the flood passed 40,000.", "displaced", "measured", "a count is no vote"),
    ("The number of homes destroyed by the fire rose to 120.", "homes", "measured", "no people"),
    ("The hearing was put off because two lawyers could not reach the town.", "lawyers", "measured", "they could not: it is so"),
    ("The storm could leave 400 homes without power.", "homes", "projected", "it could: it is not so yet"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "measured", "nature", "why"), NUMBERS)
def test_what_became_of_them(reader, sentence, measured, nature, why):
    (figure, *_) = reader.read(sentence, published="2025-03-07", as_is=True).figures
    assert (figure.measured, figure.nature) == (measured, nature), why
