"""Where an event is said to be: near a land is not in it."""

import pytest

from secondsource.views.place_words import _patterns

ROWS = [
    # sentence, place, near, inside, why
    ("Kenya has massed troops near Chad.", "Chad", True, False, "near"),
    ("Kenya has massed troops near Chad's capital.", "Chad", False, False, "its capital is in it"),
    ("Rebels stand along Chad's eastern border.", "Chad", True, False, "a side of its border"),
    ("Rebels stand on the border with Chad.", "Chad", True, False, "its border"),
    ("Rebels moved closer to the long frontier of Chad.", "Chad", False, False, "on the way to it"),
    ("A dhow sank off the coast of Chad.", "Chad", True, False, "at sea"),
    ("Rebels met in eastern Chad.", "Chad", False, True, "in it"),
    ("Rebels gathered in Chad's border towns.", "Chad", False, False, "neither is said"),
    ("A convoy near Chadian posts was seen.", "Chad", False, False, "another word"),
]


@pytest.mark.parametrize(("words", "place", "near", "inside", "why"), ROWS)
def test_near_is_not_in(words: str, place: str, near: bool, inside: bool, why: str) -> None:
    found = tuple(bool(pattern.search(words)) for pattern in _patterns(place))
    assert found == (near, inside), why
