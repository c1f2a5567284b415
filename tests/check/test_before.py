"""What a sentence tells of the time before which something else is to be done: as open as that."""

import pytest

from secondsource.check.grammar.assertion import assertion
from secondsource.check.telling.kin import word_kin


@pytest.mark.parametrize(
    ("text", "word", "put"),
    [
        ("Tarn might announce a deal before he met Brel.", "met", "hypothetical"),
        ("The crew will sail before the governor arrives.", "arrives", "planned"),
        ("The crew sailed before the governor arrived.", "arrived", "happened"),
        # What somebody did not do before it leaves it as it was.
        ("Tarn did not resign before the court ruled.", "ruled", "happened"),
    ],
)
def test_a_clause_with_before(reader, text: str, word: str, put: str):
    assert assertion(reader.pipeline(text), word_kin(word)) == put
