"""Sentences altered in one thing: what the rules alter, and that none of the invented story's is called supported."""

import pytest
from evaluation.alterations import KINDS, Names, alterations
from evaluation.altered import asked_of, report

NAMES = Names(
    {
        "country": ("Chad", "Mali", "Niger"),
        "nation": ("Chadian", "Malian"),
        "person": ("Anna Brel", "Ivo Tarn"),
        "town": ("Quell",),
    },
    {"Quell": "Chad", "Brim": "Mali"},
)

AT_MOST = 0.01
"""Share of altered sentences that may be called supported. When these were first asked 67 of 470 were (14 %)."""


def altered(reader, text: str, kind: str) -> list[str]:
    return [one.text for one in alterations(reader.pipeline(text), NAMES) if one.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("name", "Anna Brel left.", ["Ivo Tarn left."]),
        ("number", "Guards shut two piers and 1,400 shops.",
         ["Guards shut seven piers and 1,400 shops.", "Guards shut two piers and 2,801 shops."]),
        ("not", "Guards have shut it.", ["Guards have not shut it."]),
        ("not", "Guards shut it in May.", ["Guards did not shut it in May."]),
        ("done", "Guards will shut the pier.", ["Guards did shut the pier."]),
        ("done", "Guards threatened to shut the pier.", ["Guards did shut the pier."]),
        ("day", "They left on Monday.", ["They left on Thursday."]),
        ("day", "They left on May 3.", ["They left on May 12."]),
        ("roles", "Chad attacked Niger.", ["Niger attacked Chad."]),
        ("not", "Guards said that piers which were shut are empty.",
         ["Guards did not say that piers which were shut are empty.",
          "Guards said that piers which were not shut are empty.",
          "Guards said that piers which were shut are not empty."]),
        ("done", "The pier is due to be opened.", ["The pier has been opened."]),
        ("ahead", "Guards shut the pier.", ["Guards will shut the pier."]),
        ("place", "They met in Quell.", ["They met in Mali."]),
        ("all", "Several guards shut 14 piers.", ["All guards shut 14 piers.", "Several guards shut all piers."]),
        ("office", "The finance minister left.", ["The transport minister left."]),
        ("office", "Secretary of State Anna Brel left.", ["Secretary of Commerce Anna Brel left."]),
        ("month", "They left on May 3.", ["They left on October 3."]),
        ("without", "They left with the keys.", ["They left without the keys."]),
        ("order", "They left before dawn.", ["They left after dawn."]),
        ("bound", "More than 40 guards shut two piers.",
         ["Fewer than 40 guards shut two piers.", "More than 40 guards shut fewer than two piers."]),
        ("side", "Chad sold trucks to Niger.", ["Chad bought trucks to Niger."]),
    ],
)  # fmt: skip
def test_one_thing_is_altered(reader, kind: str, text: str, expected: list[str]):
    assert altered(reader, text, kind) == expected


def test_a_land_is_not_replaced_by_its_people(reader):
    found = altered(reader, "Chad attacked Niger.", "name")
    assert sorted(found) == ["Chad attacked Mali.", "Mali attacked Niger."]


def test_altered_sentences_of_the_invented_story_are_not_supported(pemba_story):
    found = list(asked_of(pemba_story, most=60, seed="", kinds=KINDS))
    wrong = [one.altered.text for one in found if one.checked.verdict == "supported"]
    assert len(found) > 100
    assert len(wrong) <= AT_MOST * len(found), wrong
    assert list(report(found, show=True))[-1].startswith(f"all: {len(found)} asked, {len(wrong)}")
