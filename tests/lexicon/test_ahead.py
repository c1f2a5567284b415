"""Which sentences look ahead."""

import pytest

from secondsource.lexicon.ahead import looks_ahead

ROWS = [
    ("The envoys will meet on Friday.", True),
    ("The vote due last Monday was put off.", True),
    ("The vote was scheduled for 3 March.", True),
    ("Chad was supposed to sign last week.", True),
    ("Chad sought an accord at talks last week.", False),  # intended then, no appointment
    ("Rebels tried to storm the bridge.", False),
]


@pytest.mark.parametrize(("words", "ahead"), ROWS)
def test_looks_ahead(words: str, ahead: bool) -> None:
    assert looks_ahead(words) is ahead
