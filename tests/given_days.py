"""Days of publication for invented reports."""

from secondsource.model.article import Published


def on(day: str) -> Published:
    """Published on an ISO day that is given."""
    return Published(value=day, precision="day", earliest=day, latest=day, basis="given")
