"""The `secondsource` command: thin commands over library functions.

Data goes to standard output, talk and progress to standard error. Exit codes: 0 done; 1 done, but
`--strict` found inputs that failed; 2 a mistake in the call (the message says what to do); 3 a line
that its citations do not hold (nothing was written); 130 interrupted.
"""

import click

from .. import __version__
from . import (
    building,
    changing,
    checking,
    exporting,
    following,
    judging,
    serving,
    verifying,
    viewing,
    watching,
)
from .command import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
def main() -> None:
    """Keeps the record of a developing story.

    It reads many reports and writes down who said what, what happened and what was only threatened,
    planned, demanded or denied, and of every line how many independent sources support it.

    \b
    Start with:
      secondsource build mystory reports/      read a folder of reports
      secondsource brief mystory               what is known, and how well
      secondsource standing mystory            every claim with its sources
      secondsource explain mystory CLAIM       why a claim has one source and not four

    Exit codes: 0 done, 1 inputs failed (with --strict), 2 wrong call, 3 a line without support,
    130 interrupted.
    """


for _command in (
    building.build,
    building.read,
    viewing.brief,
    checking.check,
    viewing.timeline,
    viewing.agenda,
    viewing.figures,
    viewing.quotes,
    viewing.standing,
    viewing.explain,
    viewing.lineage,
    following.thread,
    following.search,
    following.actors,
    exporting.export,
    exporting.chart,
    watching.watch,
    serving.serve,
    verifying.verify,
    judging.judge,
    judging.judgements,
    judging.unsure,
    judging.split,
    changing.changes,
    changing.since,
    changing.withdraw,
    changing.doctor,
    changing.backup,
    changing.restore,
    changing.migrate,
):
    main.add_command(_command)
