"""Telling: nothing is lost and nothing told twice, whatever receivers do and whenever the watch is killed."""

import json
from xml.etree import ElementTree

import pytest
from unread import articles_in

from secondsource.errors import UsageError
from secondsource.watch import rounds
from secondsource.watch.delivery import AlertFile, AtomFile, Webhook
from secondsource.watch.state import WatchState


@pytest.fixture
def file(tmp_path):
    return tmp_path / "alerts.jsonl"


def hook(site, path="/hook", now=None, seconds=20.0):
    now = now if now is not None else [0.0]
    return Webhook(site.root + path, lambda: now[0], lambda _: None, seconds)


def ids_in(file) -> list[str]:
    return [json.loads(line)["id"] for line in file.read_text("utf-8").splitlines()]


def news(site, *names: str) -> None:
    for name in names:
        site.add("/rss", f"/{name}", f"Post: {name}", f"2024-03-02\nThe {name} closed.")


def test_an_alert_carries_its_evidence(site, watch, file, tmp_path):
    atom = tmp_path / "alerts.atom"
    receivers = [AlertFile(file), hook(site), AtomFile(atom, "harbour")]
    watching = watch(receivers=receivers)
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        report = watching.round(state)
    (line,) = [json.loads(one) for one in file.read_text("utf-8").splitlines()]
    assert line["citations"] == [
        {"start": 0, "end": 2, "words": "So", "part": "headline", "article": f"{site.root}/pier"}
    ]
    assert line["articles"][0]["address"] == f"{site.root}/pier"
    assert line["day"] == "2024-03-05"
    assert site.posted["/hook"] == [(line["id"], line)]
    assert [one.sent for one in report.deliveries] == [1, 1, 1]
    root = ElementTree.fromstring(atom.read_bytes())
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert root.find("a:entry/a:updated", space).text == "2024-03-05T00:00:00Z"
    assert root.find("a:entry/a:link", space).get("href") == f"{site.root}/pier"


BAD_HOOKS = [(500, "answers 500"), (429, "answers 429"), ("hang", "did not take it")]


@pytest.mark.parametrize(("fault", "said"), BAD_HOOKS)
def test_a_webhook_that_fails_gets_its_alerts_later(site, watch, file, fault, said):
    now = [0.0]
    watching = watch(receivers=[hook(site, now=now, seconds=1.0), AlertFile(file)])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier", "quay")
        site.faults["/hook"] = fault
        failed, other = watching.round(state).deliveries
        assert said in (failed.reason or "")
        assert (failed.sent, failed.waiting) == (0, 2)
        assert other.sent == 2
        posts = sum(path == "/hook" for path, _ in site.asked)
        watching.round(state)
        assert sum(path == "/hook" for path, _ in site.asked) == posts, (
            "it is left alone for a while"
        )
    del site.faults["/hook"]
    # The next run begins anew, and knows what waits.
    again = watch(receivers=[hook(site)])
    with again.open() as state:
        (done,) = again.round(state).deliveries
    assert (done.sent, done.waiting) == (2, 0)
    assert [key for key, _ in site.posted["/hook"]] == ids_in(file)


def test_a_webhook_is_left_alone_ever_longer(site, watch):
    now = [0.0]
    receiver = hook(site, now=now)
    watching = watch(receivers=[receiver])
    asked = []
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        site.faults["/hook"] = 500
        for second in range(0, 240, 30):
            now[0] = float(second)
            before = sum(path == "/hook" for path, _ in site.asked)
            watching.round(state)
            if sum(path == "/hook" for path, _ in site.asked) > before:
                asked.append(second)
    assert asked == [0, 30, 90, 210]


def test_an_alert_that_is_refused_for_good_holds_up_no_other(site, watch, monkeypatch):
    monkeypatch.setattr("secondsource.watch.delivery.MOST_REFUSALS", 3)
    watching = watch(receivers=[hook(site)])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        site.faults["/hook"] = 400
        for number in range(3):
            (delivery,) = watching.round(state).deliveries
            assert delivery.given_up == (number == 2), number
        assert delivery.waiting == 0
        del site.faults["/hook"]
        news(site, "quay")
        (delivery,) = watching.round(state).deliveries
    assert delivery.sent == 1


def test_redirects_are_not_followed(site, watch):
    site.faults["/hook"] = "loop"
    watching = watch(receivers=[hook(site)])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        (delivery,) = watching.round(state).deliveries
    assert "answers 302" in (delivery.reason or "")
    assert sum(path == "/hook" for path, _ in site.asked) == 1


def test_the_secret_of_a_webhook_is_nowhere(site, watch):
    watching = watch(receivers=[hook(site, "/hook/s3cr3t")])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        site.faults["/hook/s3cr3t"] = 500
        report = watching.round(state)
    assert b"s3cr3t" not in report.to_json()
    assert b"s3cr3t" not in (watching.folder / "watch.db").read_bytes()


def test_no_web_address():
    with pytest.raises(UsageError, match="no web address"):
        Webhook("ftp://there/x", lambda: 0.0, lambda _: None)


def test_a_file_that_cannot_be_written_gets_its_alerts_later(site, watch, tmp_path):
    file = tmp_path / "late" / "alerts.jsonl"
    watching = watch(receivers=[AlertFile(file)])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        (delivery,) = watching.round(state).deliveries
        assert "cannot be written" in (delivery.reason or "")
        file.parent.mkdir()
        (delivery,) = watching.round(state).deliveries
    assert (delivery.sent, delivery.waiting) == (1, 0)
    assert len(ids_in(file)) == 1


class Killed(BaseException):
    """Stands for the end of the process."""


def dies_before(owner, name, monkeypatch, after=False, skip=0):
    """Lets the process end before (or after) a call, once; so many calls go well first."""
    real = getattr(owner, name)
    calls = [0]

    def call(*arguments, **options):
        calls[0] += 1
        if calls[0] != skip + 1:
            return real(*arguments, **options)
        if after:
            real(*arguments, **options)
        raise Killed

    monkeypatch.setattr(owner, name, call)


MOMENTS = [
    (rounds, "take_in", False, "before the pages are kept"),
    (WatchState, "keep_entries", False, "before they are known as kept"),
    (WatchState, "keep_entries", True, "after that"),
    (WatchState, "keep_headers", False, "before the feed is known as read"),
    (rounds, "find_alerts", False, "before the records are compared"),
    (WatchState, "keep_alerts", False, "before alerts are kept"),
    (WatchState, "keep_alerts", True, "after that"),
    (AlertFile, "_append", False, "before the file has them"),
    (AlertFile, "_append", True, "after the file has them"),
    (Webhook, "_post", False, "before the webhook has them"),
    (Webhook, "_post", True, "after the webhook has one"),
    (WatchState, "delivered", False, "before they are known as told"),
]


@pytest.mark.parametrize(("owner", "name", "after", "why"), MOMENTS)
def test_killed_at_any_moment(site, watch, file, monkeypatch, owner, name, after, why):
    def watching():
        return watch(receivers=[AlertFile(file), hook(site)])

    with watching().open() as state:
        watching().round(state)
    news(site, "pier", "quay", "dock")
    with monkeypatch.context() as patch:
        dies_before(owner, name, patch, after)
        state = watching().open()
        with pytest.raises(Killed):
            watching().round(state)
        state.close()
    news(site, "buoy")
    with watching().open() as state:
        watching().round(state)
        watching().round(state)
    everything = {f"{site.root}/{name}" for name in ("pier", "quay", "dock", "buoy")}
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert sorted(line["article"] for line in lines) == sorted(everything), why
    posted = site.posted["/hook"]
    assert {body["article"] for _, body in posted} == everything, why
    assert len({key for key, _ in posted}) == len(everything), why
    # Only an alert whose answer was lost with the process comes again, and under the same id.
    assert len(posted) - len(everything) == (owner is Webhook and after), why
    assert articles_in(watching().folder) == sorted({f"{site.root}/first", *everything}), why


def test_a_line_that_was_cut_off_is_written_whole(site, watch, file):
    watching = watch(receivers=[AlertFile(file)])
    with watching.open() as state:
        watching.round(state)
        news(site, "pier")
        watching.round(state)
        with file.open("ab") as torn:
            torn.write(b'{"id":"0123')
        news(site, "quay")
        watching.round(state)
    assert len(ids_in(file)) == 2
