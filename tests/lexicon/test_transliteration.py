"""Names across spellings: keys and comparisons of invented names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lexicon.transliteration import names_match, skeleton

SAME_KEY = [
    # Two spellings, why.
    ("Sergei", "Sergey", "ei and ey"),
    ("Zarensky", "Zarenskyy", "adjective ending of Ukrainian names"),
    ("Zarenskiy", "Zarenskii", "adjective ending of Russian names"),
    ("Evgeny", "Yevgeny", "e and ye at the start"),
    ("Yulia", "Yuliya", "ia and iya"),
    ("Alexei", "Aleksey", "x and ks"),
    ("Usama", "Osama", "o and u"),
    ("Łukasz", "Lukasz", "letters with strokes"),
    ("Chernov", "Tchernov", "French spelling of ch"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME_KEY)
def test_skeleton_is_the_same(one: str, other: str, why: str) -> None:
    assert skeleton(one) == skeleton(other), why


@pytest.mark.parametrize(
    ("one", "other"), [("Kyiv", "Kigali"), ("Petrov", "Pavlov"), ("Reed", "Bell")]
)
def test_skeleton_differs(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


MATCHES = [
    # Two names, answer, why.
    ("Sergei Lomov", "Sergey Lomov", True, "spellings"),
    ("Lomov, Sergey", "Sergey Lomov", True, "turned round"),
    ("Ann M. Bell", "Ann Bell", True, "a middle initial more"),
    ("Bill Harwood", "William Harwood", True, "a short form"),
    ("Omar al-Sadiri", "Omar Sadiri", True, "a particle"),
    ("Kim Song-ho", "Kim Song Ho", True, "a hyphen"),
    ("Dr. Ann Bell", "Ann Bell", True, "a title"),
    ("Bell", "Ann Bell", None, "only a surname"),
    ("Bell", "Bell", None, "a bare surname says little"),
    ("A. Bell", "Ann Bell", None, "only an initial"),
    ("George H.W. Harwood", "George W. Harwood", None, "middle names differ"),
    ("Ann Bell", "Tom Bell", False, "first names differ"),
    ("Kim Song Ho", "Kim Song Min", False, "names of one family"),
    ("Ann Bell", "Tom Reed", False, "nothing alike"),
    ("", "Ann Bell", None, "nothing to compare"),
]


@pytest.mark.parametrize(("one", "other", "answer", "why"), MATCHES)
def test_names_match(one: str, other: str, answer: bool | None, why: str) -> None:
    assert names_match(one, other)[0] is answer, why
    assert names_match(other, one)[0] is answer, why


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_answered(one: str, other: str) -> None:
    assert names_match(one, other)[0] in {True, False, None}
    assert skeleton(one) == skeleton(one)
