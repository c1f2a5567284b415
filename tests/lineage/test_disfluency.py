"""Signs of machine rewriting, and texts that have none."""

import pytest

from secondsource.lineage.disfluency import disfluencies, is_machine_rewritten

CASES = [
    ("The aid comes to $ 40 million.", ["space after a currency sign"], "a translator's blank"),
    ("He spoke for the government. .", ["full stop doubled with a space"], "a stop left over"),
    (
        "They brought the lorries closer. to the ford. It rained.",
        ["sentence that begins in lower case"],
        "a sentence torn in two",
    ),
    (
        "Mr. Ek said so. Mr Ek said it twice.",
        ["titles written both with and without a full stop"],
        "one house, two styles",
    ),
    ("It cost $40 million. Mr. Ek paid.", [], "nothing to see"),
    ("It cost $ 40 million , he said . Mr Ek paid .", [], "tokenised text has blanks everywhere"),
]


@pytest.mark.parametrize(("text", "kinds", "why"), CASES, ids=[case[2] for case in CASES])
def test_signs(text: str, kinds: list[str], why: str) -> None:
    assert [sign.kind for sign in disfluencies(text)] == kinds, why


def test_one_sign_is_not_enough_and_several_are() -> None:
    one = "The aid comes to $ 40 million. Nobody objected."
    several = f"{one} He spoke for the government. . Mr. Ek agreed. Mr Ek left."
    assert not is_machine_rewritten(one)
    assert is_machine_rewritten(several)
