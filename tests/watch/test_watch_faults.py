"""Long runs: many feeds with faults, and a watch that is killed by the system again and again."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from loopback import Site, served

from secondsource.build import build, no_progress
from secondsource.build import reading as reading_step
from secondsource.build.taking_in import take_in
from secondsource.export.jsonl import json_lines
from secondsource.ingest import captures
from secondsource.ingest.fetch import Fetcher
from secondsource.store.lock import one_writer
from secondsource.store.story import create_story, open_story
from secondsource.watch.delivery import AlertFile, Webhook
from secondsource.watch.rounds import Watch
from secondsource.watch.rules import Rule

pytestmark = pytest.mark.slow

FEEDS, ARTICLES, ROUNDS, FAULTY = 10, 200, 20, 0.05
SEED = 5
PLACES = ("Kilifi", "Lamu", "Malindi", "Mombasa", "Kwale")
PEOPLE = ("Omari Chuo", "Asha Otieno", "Rehema Juma", "Neema Kazungu")


def article(number: int) -> tuple[str, str]:
    """Title and body of a tiny report; some share their matter, no two their words."""
    place, who = PLACES[number % len(PLACES)], PEOPLE[number // 3 % len(PEOPLE)]
    day = 1 + number // 8
    title = f"Post {number % FEEDS}: {place} counts its boats for the {number}th time"
    return title, (
        f"2024-03-{day:02}\n{who} said on Monday that {number % 17 + 2} boats were lost at pier"
        f" {number % 23} of {place}."
    )


def exported(folder: Path) -> bytes:
    with open_story(folder).store() as store:
        return b"\n".join(json_lines(store.record()))


def in_one_build(folder: Path, site: Site) -> bytes:
    """The record of all that the feeds name at the end, built at once."""
    story = create_story(folder, "")
    fetcher = Fetcher(allow_private=True, pause_seconds=0.0)
    with one_writer(folder), story.store() as store:
        everything = captures([site.root + feed for feed in sorted(site.feeds)], fetcher)
        take_in(store, everything, no_progress)
    build(folder, [])
    return exported(folder)


@pytest.fixture
def each_text_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one build at the end takes the readings of the watch."""
    real, known = reading_step.read_job, {}

    def read_job(job: Any) -> list[Any]:
        found = []
        for id, capture in job.captures:
            if id not in known:
                known[id] = real(type(job)(**{**vars(job), "captures": ((id, capture),)}))
            found += known[id]
        return found

    monkeypatch.setattr(reading_step, "read_job", read_job)


def test_many_feeds_with_faults(tmp_path: Path, each_text_read_once: None):
    chance = random.Random(SEED)
    folder, file = tmp_path / "story", tmp_path / "alerts.jsonl"
    with served() as site:
        feeds = [f"/feed{number}" for number in range(FEEDS)]
        for feed in feeds:
            site.feeds[feed] = []
        reports = []
        for number in range(ROUNDS):
            for item in range(number * ARTICLES // ROUNDS, (number + 1) * ARTICLES // ROUNDS):
                site.add(feeds[item % FEEDS], f"/report{item}", *article(item))
            site.faults = {
                path: chance.choice((500, 503, 404, "loop", *(["html"] if path in feeds else [])))
                for path in [*feeds, *sorted(site.pages)]
                if chance.random() < FAULTY
            }
            if chance.random() < 0.2:
                site.faults["/hook"] = 500
            # Each round is a process of its own, as far as what is remembered goes.
            reports.append(one_round(folder, site, feeds, file))
        site.faults = {}
        reports += [one_round(folder, site, feeds, file) for _ in range(2)]
        while any(one.waiting for one in reports[-1].sources):
            reports.append(one_round(folder, site, feeds, file))
        everything = {f"{site.root}/report{item}" for item in range(ARTICLES)}
        assert sum(bool(one.fault) for report in reports for one in report.sources) > 3
        assert sum(len(one.faults) for report in reports for one in report.sources) > 3
        assert exported(folder) == in_one_build(tmp_path / "batch", site)
    with open_story(folder).store() as store:
        rows = store.record().articles
    assert {row.article.address for row in rows if row.article} == everything
    assert len(rows) == ARTICLES
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({one["id"] for one in told}) == len(told)
    first = {f"{site.root}/report{item}" for item in range(ARTICLES // ROUNDS)}
    of_reports = [address_in(one) for one in told if one["when"] == "article"]
    assert len(set(of_reports)) == len(of_reports)
    assert everything - first <= set(of_reports)
    posted = site.posted["/hook"]
    assert [body for _, body in posted] == told


def address_in(alert: dict[str, Any]) -> str:
    """The address of the report that an alert tells of."""
    return str(alert["articles"][0]["address"])


def one_round(folder: Path, site: Site, feeds: list[str], file: Path):
    hook = Webhook(f"{site.root}/hook", time.monotonic, lambda _: None)
    watching = Watch(
        folder=folder,
        sources=[site.root + feed for feed in feeds],
        rules=[Rule(name="new", when="article"), Rule(name="moved", when="figure")],
        receivers=[AlertFile(file), hook],
        allow_private=True,
        pause_seconds=0.0,
        fetch_seconds=5.0,
        sleep=lambda _: None,
    )
    with watching.open() as state:
        return watching.round(state)


KILLS = 8


def test_killed_by_the_system_again_and_again(tmp_path: Path):
    chance = random.Random(SEED)
    folder, file, rules = tmp_path / "story", tmp_path / "alerts.jsonl", tmp_path / "rules.toml"
    rules.write_text("[[rule]]\nwhen = 'article'\n[[rule]]\nwhen = 'figure'\n", "utf-8")
    with served() as site:
        command = [sys.executable, "-m", "secondsource", "watch", str(folder), f"{site.root}/rss"]
        command += ["--rules", str(rules), "--alerts", str(file), "--webhook", f"{site.root}/hook"]
        command += ["--allow-private", "--once"]
        site.add("/rss", "/report0", *article(0))
        subprocess.run(command, check=True, capture_output=True)
        for number in range(1, KILLS + 1):
            site.add("/rss", f"/report{number}", *article(number))
            running = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            before = len(site.asked)
            # The moment is counted from the first request, since starting takes its time.
            deadline = time.monotonic() + 60
            while len(site.asked) == before and time.monotonic() < deadline:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.0, 8.0))
            os.kill(running.pid, signal.SIGKILL)
            running.wait()
        subprocess.run(command, check=True, capture_output=True)
        everything = {f"{site.root}/report{number}" for number in range(KILLS + 1)}
        assert exported(folder) == in_one_build(tmp_path / "batch", site)
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({one["id"] for one in told}) == len(told)
    of_reports = [address_in(one) for one in told if one["when"] == "article"]
    assert sorted(of_reports) == sorted(everything - {f"{site.root}/report0"})
    posted = site.posted["/hook"]
    assert {key for key, _ in posted} == {one["id"] for one in told}
    # Only an alert whose answer was lost with its process may come twice, and under its own id.
    assert len(posted) <= len(told) + KILLS
