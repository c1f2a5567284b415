"""`watch`: follow feeds, news sitemaps and folders, and tell what changes."""

from collections.abc import Sequence
from pathlib import Path

import click

from ..watch.atom import alert_lines
from ..watch.delivery import AlertFile, AtomFile, Receiver, Webhook
from ..watch.rounds import EVERY_SECONDS, RoundReport, Watch
from ..watch.rules import example_rules, rules_of
from .command import (
    DAY,
    EXIT_STRICT,
    EXIT_UNSUPPORTED,
    EXIT_USAGE,
    JSON,
    STORY,
    print_json,
    print_lines,
    progress_bars,
)

SHORTEST_EVERY = 10.0
"""Seconds; more often no server should be asked."""


@click.command()
@STORY
@click.argument("sources", nargs=-1)
@click.option(
    "--every",
    type=click.FloatRange(SHORTEST_EVERY),
    default=EVERY_SECONDS,
    show_default=True,
    help="Seconds from one round to the next.",
)
@click.option("--once", is_flag=True, help="One round only; a later call goes on where it stood.")
@click.option(
    "--rules",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What to tell of (default: rules.toml in the story, else a usual set).",
)
@click.option("--print-rules", is_flag=True, help="Print the usual rules, to start from, and end.")
@click.option(
    "--alerts",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File that alerts are added to, one JSON object a line.",
)
@click.option("--webhook", "webhooks", multiple=True, help="URL that each alert is posted to.")
@click.option(
    "--atom",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Atom feed of the last alerts, written anew with each.",
)
@click.option("--today", type=DAY, help="The day for what is due (default: the story's own).")
@click.option("--allow-private", is_flag=True, help="Fetch from private addresses too.")
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that read."
)
@click.option("--strict", is_flag=True, help="With --once: exit with 1 when a source failed.")
@JSON
def watch(
    story: Path,
    sources: Sequence[str],
    every: float,
    once: bool,
    rules: Path | None,
    print_rules: bool,
    alerts: Path | None,
    webhooks: Sequence[str],
    atom: Path | None,
    today: str | None,
    allow_private: bool,
    workers: int,
    strict: bool,
    as_json: bool,
) -> None:
    """Follow SOURCES (feeds, news sitemaps, folders): add what is new to STORY, and tell what changed.

    Alerts are printed with their evidence, and go to a file, webhooks and an Atom feed where these are named.
    A watch that was stopped in any way goes on where it stood: nothing is lost, and a webhook that did
    not answer gets its alerts later, each under the same id. With --json one report a round is printed.

    \b
    secondsource watch mystory https://news.example/rss reports/ --alerts alerts.jsonl
    secondsource watch mystory https://news.example/sitemap-news.xml --once --json
    secondsource watch mystory --print-rules > mystory/rules.toml
    """
    if print_rules:
        click.echo(example_rules(), nl=False)
        return
    receivers: list[Receiver] = [AlertFile(alerts)] if alerts else []
    with progress_bars() as progress:
        watched = Watch(
            folder=story,
            sources=sources,
            rules=rules_of(story, rules),
            receivers=receivers,
            today=today,
            workers=workers,
            allow_private=allow_private,
            talk=lambda words: click.echo(words, err=True),
            progress=progress,
        )
        receivers += [Webhook(url, watched.clock, watched.sleep) for url in dict.fromkeys(webhooks)]
        receivers += [AtomFile(atom, story.resolve().name)] if atom else []
        watched.check()
        with watched.open() as state:
            for report in watched.follow(state, every, 1 if once else None):
                print_json(report) if as_json else _say(report, story)
    if once and report.fault:
        unsupported = report.fault_kind == "UnsupportedLine"
        click.get_current_context().exit(EXIT_UNSUPPORTED if unsupported else EXIT_USAGE)
    if strict and any(one.fault or one.faults for one in report.sources):
        click.get_current_context().exit(EXIT_STRICT)


def _say(report: RoundReport, story: Path) -> None:
    """The alerts on standard output, the talk about the round on standard error."""
    for alert in report.alerts:
        print_lines(alert_lines(alert))
    for one in report.deliveries:
        if one.reason:
            click.echo(
                f"{one.to}: {one.reason}; {one.waiting} alerts wait, {one.given_up} given up",
                err=True,
            )
    silent = sum(1 for one in report.sources if one.fault)
    parts = [
        f"{sum(one.taken for one in report.sources)} taken in from {len(report.sources)} sources",
        f"{report.articles} articles as of {report.day or 'an unknown day'}",
        f"{len(report.alerts)} alerts",
    ]
    if silent:
        parts.insert(1, f"{silent} sources could not be read")
    if report.first:
        parts.append("there was no record before, so nothing could be compared")
    click.echo(f"{story}, round {report.round}: {'; '.join(parts)}", err=True)
