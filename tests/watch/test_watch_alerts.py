"""Alerts: what each rule finds in the difference of two records, and with which evidence."""

from pathlib import Path

import msgspec
import pytest

from secondsource.build import build
from secondsource.model.claim import Conflict
from secondsource.model.record import Record
from secondsource.model.text import Citation
from secondsource.store.story import open_story
from secondsource.watch.alerts import find_alerts
from secondsource.watch.rules import Rule

HEAD = "By Asha Otieno\nPublished: {day} October 2023\n\n"
FIRST = (
    "Ferry company stops night crossings\n"
    + HEAD.format(day=3)
    + "MOMBASA, Kenya - The ferry company will stop all night crossings, its director Omari Chuo told"
    " reporters on Tuesday.\n\n"
    "He said that 12 passengers were hurt when a ramp broke on Monday evening.\n\n"
    "Kenya and Chad will hold talks in Nairobi on 9 October 2023, Chuo said.\n"
)
SECOND = (
    "Hospital counts the hurt\n"
    + HEAD.format(day=8)
    + "MOMBASA, Kenya - A nurse at the district hospital, Rehema Juma, said on Sunday that 14"
    " passengers were hurt when a ramp broke on Monday last week.\n\n"
    "“We will run the ferries again,” Omari Chuo said on Sunday.\n\n"
    "Kenya and Chad will hold talks in Nairobi on 9 October 2023, Juma said.\n"
)


def record_of(folder: Path) -> Record:
    with open_story(folder).store() as store:
        return store.record()


@pytest.fixture(scope="module")
def records(tmp_path_factory) -> tuple[Record, Record]:
    """The record of one report, and that of two."""
    folder = tmp_path_factory.mktemp("alerts")
    found = []
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, "utf-8")
        build(folder / "story", [folder / name])
        found.append(record_of(folder / "story"))
    return found[0], found[1]


def changed(record: Record, claim: str, **standing: object) -> Record:
    """The record with another standing of one claim."""
    claims = tuple(
        msgspec.structs.replace(one, standing=msgspec.structs.replace(one.standing, **standing))
        if one.id == claim
        else one
        for one in record.claims
    )
    return msgspec.structs.replace(record, claims=claims)


def assert_held(record: Record, alert) -> None:
    """Every citation of an alert is the words that stand there."""
    articles = {row.id: row.article for row in record.articles}
    assert alert.citations
    for cited in alert.citations:
        article = articles[cited.article]
        text = article.headline if cited.part == "headline" else article.text
        assert text[cited.start : cited.end] == cited.words
    assert {one.id for one in alert.articles} == {one.article for one in alert.citations}


def test_nothing_changed_nothing_told(records):
    rules = [Rule(name=when, when=when, actor=None) for when in ("contested", "figure", "article")]
    assert find_alerts(records[1], records[1], rules) == ()


def test_a_second_source(records):
    _, now = records
    claim = next(one for one in now.claims if one.standing.independent == 1)
    later = changed(now, claim.id, independent=2, label="corroborated")
    (alert,) = find_alerts(now, later, [Rule(name="two", when="second-sourced")])
    assert (alert.rule, alert.claim) == ("two", claim.id)
    assert alert.before.independent == 1
    assert alert.after.independent == 2
    assert (alert.was, alert.became) == ("1 independent source", "2 independent sources")
    assert_held(now, alert)


def test_a_contradiction(records):
    _, now = records
    claim = next(one for one in now.claims if "contested" not in one.standing.flags)
    other = next(row for row in now.articles if row.id != claim.reports[0].article)
    words = other.article.text[:7]
    side = Citation(article=other.id, start=0, end=7, words=words)
    conflict = Conflict(id="c", kind="number", claims=(claim.id,), sides=(side,), reason="not both")
    later = changed(now, claim.id, flags=("contested",))
    later = msgspec.structs.replace(later, conflicts=(*now.conflicts, conflict))
    (alert,) = find_alerts(now, later, [Rule(name="against", when="contested")])
    assert alert.claim == claim.id
    assert "contested" in alert.after.flags
    assert "contested" not in alert.before.flags
    assert "not both" in alert.became
    assert side in alert.citations
    assert_held(now, alert)


def test_a_report_and_a_claim_that_are_withdrawn(records):
    _, now = records
    claim = next(one for one in now.claims if one.standing.independent == 1)
    later = changed(now, claim.id, independent=0, label="unsupported", flags=("withdrawn",))
    rows = (msgspec.structs.replace(now.articles[0], status="withdrawn", reason="a mistake"),)
    later = msgspec.structs.replace(later, articles=(*rows, *now.articles[1:]))
    fallen, gone = find_alerts(now, later, [Rule(name="gone", when="withdrawn")])
    assert (fallen.claim, fallen.after.independent) == (claim.id, 0)
    assert gone.article == now.articles[0].id
    assert gone.became == "withdrawn: a mistake"
    assert not find_alerts(now, later, [Rule(name="x", when="withdrawn", outlet="Nobody's")])


def test_a_figure_that_moved(records):
    before, now = records
    (alert,) = find_alerts(before, now, [Rule(name="hurt", when="figure", words="passenger")])
    assert "12" in alert.was
    assert "14" in alert.became
    assert "14 passengers were hurt" in alert.words
    assert alert.claim in {one.id for one in now.claims}
    assert alert.before is None
    assert_held(now, alert)
    assert not find_alerts(before, now, [Rule(name="x", when="figure", words="aeroplanes")])


def test_somebody_speaks(records):
    before, now = records
    found = find_alerts(before, now, [Rule(name="Chuo", when="speaks", actor="omari chuo")])
    assert any("We will run the ferries again" in alert.words for alert in found)
    for alert in found:
        assert alert.after is not None
        assert_held(now, alert)
    assert not find_alerts(before, now, [Rule(name="x", when="speaks", actor="Idriss")])


def test_a_new_report_of_an_outlet(records):
    before, now = records
    (alert,) = find_alerts(before, now, [Rule(name="all", when="article")])
    assert alert.words == "Hospital counts the hurt"
    assert_held(now, alert)
    assert not find_alerts(before, now, [Rule(name="x", when="article", outlet="Courier")])
    assert find_alerts(before, now, [Rule(name="x", when="article", words="nurse")])


def test_a_meeting_is_due_by_the_storys_own_day_once(records):
    before, now = records
    near = Rule(name="soon", when="due", days_ahead=1)
    (alert,) = find_alerts(before, now, [near])
    assert alert.became == "due 2023-10-09"
    assert alert.day == "2023-10-08"
    assert "talks in Nairobi" in alert.words
    assert_held(now, alert)
    assert find_alerts(now, now, [near]) == ()
    assert not find_alerts(before, now, [Rule(name="x", when="due", days_ahead=0)])
    # A longer view was told of it before already.
    assert not find_alerts(before, now, [Rule(name="x", when="due", days_ahead=6)])


def test_a_given_day_stands_for_the_storys(records):
    before, _ = records
    near = Rule(name="soon", when="due", days_ahead=1)
    assert not find_alerts(before, before, [near], None, "2023-10-07")
    (alert,) = find_alerts(before, before, [near], None, "2023-10-08")
    assert alert.day == "2023-10-08"
    (over,) = find_alerts(before, before, [near], "2023-10-09", "2023-10-10")
    assert over.became == "past, not reported as held: 2023-10-09"


def test_the_same_is_found_under_the_same_id(records):
    before, now = records
    rules = [Rule(name="new", when="article"), Rule(name="hurt", when="figure")]
    once, twice = (find_alerts(before, now, rules) for _ in range(2))
    assert once == twice
    other = find_alerts(before, now, [Rule(name="other", when="article")])
    assert not {one.id for one in other} & {one.id for one in once}
