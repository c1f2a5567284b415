"""What the wording of a source says against a sentence: invented pairs that differ in one thing, and pairs that do not."""

import pytest

from secondsource.check.grammar.clauses import exchanged_anywhere
from secondsource.check.grammar.frames import framed
from secondsource.check.grammar.stances import left_open, put_otherwise
from secondsource.check.grammar.wording import may_be_near, said_by_nearest, told_otherwise
from secondsource.check.telling.names import NameKeys

TIES = NameKeys().with_name


@pytest.mark.parametrize(
    ("asked", "told", "kind"),
    [
        ("The Chad Ports Agency closed two piers.", "The Niger Ports Agency closed two piers.", "participants"),
        ("Envoys from Mali met in Quell Harbour.", "Envoys from Mali met in Quell Harbour.", None),
        ("She said on Monday that the pier was shut.", "She said on Friday that the pier was shut.", "date"),
        ("The pier was shut on May 3 by the guards.", "The pier was shut on May 9 by the guards.", "date"),
        ("The guards shut nine piers in the north.", "The guards shut two piers in the north.", "number"),
        ("The guards shut about 98 piers in the north.", "The guards shut 100 piers in the north.", None),
        ("The guards did not shut the northern pier.", "The guards shut the northern pier.", "polarity"),
        ("Envoys of Chad and Mali shut the pier.", "Envoys of Mali and Chad shut the pier.", None),
        ("The governor shut the pier in the north.", "Anna Brel shut the pier in the north.", None),
        ("The rains have begun in the hills.", "Envoys of Chad met traders of Mali in May.", None),
        ("The pier that any trader did use was shut to all boats.", "The pier that any trader can use was shut to all boats.", "polarity"),
        ("The envoys of Chad will meet the traders of the northern town.", "The envoys of Chad met the traders of the northern town.", "polarity"),
        ("The envoys of Chad met the traders of the northern town.", "The envoys of Chad would meet the traders of the northern town.", None),  # asked elsewhere
        ("The storm, which did not come as the traders met, shut the northern pier.", "The storm, which came as the traders met, shut the northern pier.", "polarity"),
        ("The envoys of Chad had met the traders of the northern town.", "The envoys of Chad met the traders of the northern town.", None),
        ("Word of a storm in the Gulf of Mexico reached the traders of the old northern town last night.", "Word of a storm in Niger reached the traders of the old northern town last night.", "participants"),
    ],
)  # fmt: skip
def test_another_name_number_or_day_in_the_same_place(reader, asked: str, told: str, kind):
    one, other = (reader.pipeline(text) for text in (asked, told))
    found = [*framed(one, other, TIES), *put_otherwise(one, other)]
    assert [each[0] for each in found[:1]] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("asked", "told", "differ"),
    [
        ("He denied that the guards had left.", "He denied that the guards had not left.", True),
        ("The guards did not leave.", "He denied that the guards had left.", False),
        ("Nobody left the pier.", "The guards left the pier.", True),
        ("The pier is not open.", "The pier is open, they said.", True),
        ("The pier is not open.", "The pier is long.", False),
        ("The guards will neither leave nor fight.", "The guards will not fight.", False),
    ],
)
def test_what_one_denies_and_the_other_affirms(reader, asked: str, told: str, differ: bool):
    one, other = (reader.pipeline(text) for text in (asked, told))
    assert bool(put_otherwise(one, other)) is differ


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("The union blockaded the pier.", "The union said that it would blockade the pier.", True),
        ("The union did blockade the pier.", "The union threatened to blockade the pier.", True),
        ("The guards left the pier.", "The guards were forced to leave the pier.", False),
        ("The union blockaded the pier.", "The union had blockaded the pier for a week.", False),
        ("The union will blockade the pier.", "The union may blockade the pier.", False),
    ],
)
def test_what_is_told_as_done_and_left_open_there(reader, asked: str, told: str, found: bool):
    one, other = (reader.pipeline(text) for text in (asked, told))
    assert bool(left_open(one, other)) is found


def test_doer_and_object_in_a_clause_that_is_reported(reader):
    asked = reader.pipeline("The envoy said that Chad had attacked Niger.")
    told = reader.pipeline("The envoy said that Niger had attacked Chad in May.")
    assert exchanged_anywhere(asked, told, TIES)
    assert told_otherwise(asked, told, TIES, real=True)
    assert not exchanged_anywhere(asked, asked, TIES)


def test_what_is_nearest_in_wording_counts_first(reader):
    asked, near, free = (
        reader.pipeline(text)
        for text in (
            "Chad has closed the northern pier since May.",
            "Niger has closed the northern pier since May.",
            "The pier was closed by guards.",
        )
    )
    doc, there = said_by_nearest(asked, [free, near], [free], TIES)
    assert (doc, there) == (near, "Niger")
    assert said_by_nearest(asked, [near], [asked], TIES) is None
    assert may_be_near(asked.text, near.text)
    assert not may_be_near(asked.text, "A nurse spoke.")


def test_regions_without_a_code_are_not_one_another():
    assert not TIES("Europe") & TIES("Crimea")
    assert TIES("Chad") & TIES("Chadian")
