"""What people withdrew from a story: `withdrawals.jsonl`, one object a line, only ever added to.

It lies beside the database, so that it outlives every rebuild; the last line about an article holds.
"""

import os

import msgspec

from ..errors import UsageError
from ..model.record import Withdrawal
from .files import writing_failed
from .lock import decisions_held
from .story import Story


def withdrawals(story: Story) -> dict[str, Withdrawal]:
    """The withdrawals that hold, by the id of their article. A line that was cut off or is none is
    passed over: a build says so (`withdrawal_notes`), and `doctor` names it."""
    found: dict[str, Withdrawal] = {}
    for line in whole_lines(story)[0]:
        found[line.article] = line
    return {article: item for article, item in found.items() if item.why}


def whole_lines(story: Story) -> tuple[list[Withdrawal], list[bytes]]:
    """The lines that can be read, and those that cannot. Raises UsageError when the file cannot be read."""
    try:
        data = story.withdrawals.read_bytes()
    except FileNotFoundError:
        return [], []
    except OSError as error:
        # Left out, what people withdrew would count again.
        raise UsageError(
            f"{story.withdrawals} cannot be read ({error.strerror}); mend that first"
        ) from error
    good: list[Withdrawal] = []
    torn: list[bytes] = []
    for line in data.splitlines():
        try:
            good.append(msgspec.json.decode(line, type=Withdrawal))
        except (ValueError, RecursionError):  # those of msgspec are ValueErrors
            if line.strip():
                torn.append(line)
    return good, torn


def withdrawal_notes(story: Story) -> tuple[str, ...]:
    """The lines that are no withdrawals, for a person to look at: whatever they withdrew counts."""
    return tuple(
        f"{story.withdrawals}: a line is no withdrawal and is skipped"
        f" ({line[:80].decode('utf-8', 'replace')}); withdraw the article again, then run:"
        f" secondsource doctor {story.folder} --repair"
        for line in whole_lines(story)[1]
    )


def withdraw(story: Story, article: str, why: str, who: str = "") -> None:
    """Withdraws an article, with the reason; an empty reason takes an earlier withdrawal back. Raises
    StoryReadOnly or DiskFull."""
    data = Withdrawal(article=article, why=why, who=who).to_json() + b"\n"
    try:
        with decisions_held(story.folder), story.withdrawals.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    # The line before was cut off: it must not take this one with it.
                    data = b"\n" + data
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise writing_failed(story.folder, error) from error
