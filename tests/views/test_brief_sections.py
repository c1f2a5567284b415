"""The brief by thread, and with what is new: no line may say more than in the brief by status."""

from secondsource.views.brief import brief
from secondsource.views.brief_sections import brief_by_thread, with_news


def facts(view):
    """What every line says of which claim, with those beside it."""
    return {
        (each.about, each.status)
        for section in view.sections
        for line in section.lines
        for each in (line, *line.also)
    }


def test_by_thread_holds_nothing_that_the_brief_does_not(pemba):
    assert facts(brief_by_thread(pemba, length="long")) <= facts(brief(pemba, length="long"))


def test_every_line_of_the_threads_stands_in_one_section(pemba):
    view = brief_by_thread(pemba, length="long")
    titles = [section.title for section in view.sections]
    assert "Talks and visits" in titles
    lines = [line.about for section in view.sections[:-3] for line in section.lines]
    assert len(lines) == len(set(lines))


def test_what_is_new_keeps_its_own_status(pemba):
    import msgspec

    empty = msgspec.structs.replace(
        pemba, claims=(), events=(), series=(), utterances=(), conflicts=(), articles=()
    )
    view = with_news(brief(pemba), empty, pemba, "2023-10-01")
    claims = {claim.id: claim for claim in pemba.claims}
    news = view.sections[0]
    assert news.lines
    for line in news.lines:
        assert line.status == claims[line.about].status
        assert line.notes


def test_silence_is_not_told_as_agreement(pemba):
    for section in brief(pemba).sections:
        assert "found" in section.empty, "we say what we found, not what there is"
