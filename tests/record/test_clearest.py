"""By whose words a claim is shown: a row each, the reports of one claim and the one that tells best on its own."""

import pytest

from secondsource.model.claim import Report, StoryEventMention
from secondsource.model.text import Citation, Reference
from secondsource.record.clearest import clearest

KENYA, CHAD, ITALY = (Reference(id=name, name=name) for name in ("Kenya", "Chad", "Italy"))
ANN = Reference(id="ann-bell", name="Ann Bell")
UNSTATED = Reference(id="unstated", name="source not stated")


def report(
    words: str, part: str = "text", voice: Reference = ANN, altered: str | None = None
) -> Report:
    return Report(
        article=words[:5],
        part=part,
        start=0,
        end=len(words),
        words=words,
        newsroom=Reference(id="g", name="Gazette"),
        voice=voice,
        altered=altered,
    )


def mention(told: Report, who: tuple[Reference, ...]) -> StoryEventMention:
    return StoryEventMention(
        id=told.words,
        article=told.article,
        part=told.part,
        start=0,
        end=3,
        words="met",
        status="happened",
        voice=told.voice,
        newsroom=told.newsroom,
        sentence=Citation(start=0, end=told.end, words=told.words),
        who=who,
    )


LONG = report("The ministers of Kenya and Chad met in Tanga, she said.")
SHORT = report("At the talks he smiled.")
HEADLINE = report("Boats held", part="headline")
NAMELESS = report("Boats are held.", voice=UNSTATED)
CHANGED = report("Nine men.", altered="six")

BEST = [
    # reports, who takes part by the words of each, the clearest, why
    ((LONG, SHORT), ((), ()), SHORT, "the shorter of two sentences"),
    ((LONG, SHORT), ((KENYA, CHAD), ()), LONG, "who met is told"),
    ((LONG, SHORT), ((KENYA, CHAD), (KENYA,)), LONG, "and with whom"),
    ((LONG, SHORT), ((KENYA, CHAD, ITALY), (KENYA, CHAD)), SHORT, "a third adds nothing"),
    ((LONG, HEADLINE), ((), ()), LONG, "no headline, where the text tells it"),
    ((LONG, NAMELESS), ((), ()), LONG, "somebody says so"),
    ((LONG, CHANGED), ((), ()), LONG, "nothing that a copy changed"),
    ((HEADLINE,), ((),), HEADLINE, "the only one"),
]


@pytest.mark.parametrize(("reports", "who", "best", "why"), BEST)
def test_the_clearest_words(
    reports: tuple[Report, ...], who: tuple[tuple[Reference, ...], ...], best: Report, why: str
) -> None:
    mentions = [mention(*each) for each in zip(reports, who, strict=True)]
    assert clearest(reports, mentions) == best.words, why
    assert clearest(reports[::-1], mentions[::-1]) == best.words, "in any order"


def test_a_number_has_no_sides() -> None:
    assert clearest((LONG, SHORT)) == SHORT.words
