"""What a number is shown as: words of its sentence, never a sentence of ours in quotation marks."""

import pytest

from secondsource.model.claim import SeriesPoint
from secondsource.model.text import Citation, Reference
from secondsource.views.figure_words import counted_apart, counted_words, figure_words

NOBODY = Reference(id="unstated", name="source not stated")


def point(sentence: str, words: str, measured: str | None) -> SeriesPoint:
    start = 40 + sentence.index(words)
    return SeriesPoint(
        id="figure",
        low=1.0,
        high=1.0,
        approximator=None,
        measured=measured,
        nature="measured",
        as_of=None,
        article="a",
        start=start,
        end=start + len(words),
        words=words,
        part="text",
        voice=NOBODY,
        newsroom=NOBODY,
        sentence=Citation(
            article="a", part="text", start=40, end=40 + len(sentence), words=sentence
        ),
    )


ROWS = [
    # sentence, number, what is counted, shown, said beside it, why
    ("Some 300 Kenyan boats sank.", "Some 300", "boats", "Some 300 Kenyan boats", None, "the adjective stays"),
    ("Of the boats 300 sank.", "300", "boats", "300", "boats", "the noun stands before the number"),
    ("He saw 300. Boats lay idle.", "300", "boats", "300", "Boats", "a noun of the next sentence is not counted"),
    ("Two Mi-8 helicopters came.", "Two", "mi-8 helicopters", "Two Mi-8 helicopters", None, "with its capitals"),
    ("At least 40 people were killed.", "At least 40", "people killed", "At least 40 people were killed", None, "fate and all"),
    ("Fees rose by $ 3 million.", "$ 3 million", None, "$ 3 million", None, "what is counted is not known"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "number", "measured", "shown", "beside", "why"), ROWS)
def test_a_number_is_shown_in_words_of_its_sentence(
    sentence: str, number: str, measured: str | None, shown: str, beside: str | None, why: str
) -> None:
    one = point(sentence, number, measured)
    assert figure_words(one) == shown, why
    assert figure_words(one) in sentence
    assert counted_apart(one) == beside, why


def test_small_letters_win_where_any_report_has_them() -> None:
    points = [point("300 Boats Sink", "300", "boats"), point("He saw 300 boats.", "300", "boats")]
    assert counted_words("boats", points) == "boats"
    assert counted_words("boats", points[:1]) == "Boats"
