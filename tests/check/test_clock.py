"""Which words of a sentence tell a time."""

import pytest

from secondsource.check.telling.clock import tells_time


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The pier was shut on Monday.", ["Monday"]),
        ("Traders may march to the pier in May.", ["May"]),
        ("Last week two boats were lost.", ["Last", "week"]),
        ("The strike will last until the end of the month.", ["the", "end", "month"]),
        ("Nine boats sank in 1998.", ["1998"]),
        ("The traders waited eight hours.", ["eight", "hours"]),
        ("The end of the strike was near.", []),
    ],
)
def test_words_of_time(reader, text: str, times: list[str]):
    found = [token.text for token in reader.pipeline(text) if tells_time(token)]
    assert [word for word in found if word != "the"] == [word for word in times if word != "the"]
