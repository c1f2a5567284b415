"""One small tree of errors.

::

    SecondsourceError            anything that secondsource raises on purpose
    ├── UsageError               the caller's mistake; the message says what to do
    │   ├── StoryNotFound        the folder holds no story
    │   ├── StoryTooNew          the story was written by a newer version
    │   ├── StoryTooOld          it must be migrated, and lies where nothing can be written
    │   ├── StoryLocked          another build is writing to the story
    │   ├── StoryReadOnly        the story lies where nothing can be written
    │   ├── StoryDamaged         the database is broken; doctor says what to do
    │   ├── NoSuchClaim          no claim, or more than one, has that id
    │   ├── DiskFull             there is no room left
    │   ├── ServerLost           the server that holds the story cannot be reached
    │   ├── WorkerLost           the system ended the processes that read
    │   └── PipelineMissing      no language pipeline is installed
    ├── CaptureError             one input could not be taken in (becomes a row)
    ├── ArticleError             one capture holds no readable article (becomes a row)
    └── UnsupportedLine          a printed line that its citations do not hold
"""


class SecondsourceError(Exception):
    """Anything that secondsource raises on purpose."""


class UsageError(SecondsourceError):
    """The caller's mistake; the message says what to do."""


class StoryNotFound(UsageError):
    """The folder holds no story."""


class StoryTooNew(UsageError):
    """The story was written by a newer version of secondsource."""


class StoryTooOld(UsageError):
    """The story must be migrated first, and cannot be written."""


class StoryLocked(UsageError):
    """Another build is writing to the story."""


class StoryReadOnly(UsageError):
    """The story lies where nothing can be written."""


class StoryDamaged(UsageError):
    """The story's database is broken."""


class NoSuchClaim(UsageError, KeyError):
    """No claim, or more than one, has an id with that beginning."""

    def __str__(self) -> str:
        return str(self.args[0])  # not the quoted form of a KeyError


class DiskFull(UsageError):
    """There is no room left on the disk; what was kept before stays."""


class ServerLost(UsageError):
    """The server that holds the story cannot be reached; what was kept before stays."""


class WorkerLost(UsageError):
    """The system ended the processes that read, again and again; what was kept before stays."""


class PipelineMissing(UsageError):
    """No language pipeline is installed, or not the one that was asked for."""


class CaptureError(SecondsourceError):
    """One input could not be taken in; a build turns it into a row with this reason."""


class ArticleError(SecondsourceError):
    """One capture holds no readable article; a build turns it into a row with this reason."""


class UnsupportedLine(SecondsourceError):
    """A printed line that its citations do not hold."""
