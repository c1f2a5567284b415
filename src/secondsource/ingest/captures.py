"""The one door through which reports come in."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import UsageError
from ..model.article import Capture
from .files import read_source
from .item import Item


def captures(sources: Sequence[Path | str]) -> Iterator[Item]:
    """The captures of all sources as a stream, with a Failure for each input that could not be
    taken in.

    A source is a file, a folder (read with all below it, sorted by name) or a URL. Addresses are
    URLs where known, else paths below the given folder (of a given file: its name), so that they do
    not depend on where it lies. The order of the sources changes nothing: they are taken by name.
    Two different inputs with one address get their source's name in front. Raises UsageError, before
    anything is read, for a source that does not exist.
    """
    ordered = sorted(sources, key=lambda source: (Path(str(source)).name, str(source)))
    for source in ordered:
        if not _is_url(source) and not Path(source).exists():
            raise UsageError(f"{source} does not exist; give a file, a folder or a URL")
    return _stream(ordered)


def _is_url(source: Path | str) -> bool:
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def _stream(sources: Sequence[Path | str]) -> Iterator[Item]:
    seen: dict[str, str] = {}
    for source in sources:
        if _is_url(source):
            raise UsageError("URLs are not taken yet")
        for item in read_source(Path(source)):
            yield _told_apart(item, Path(source).name, seen)


def _told_apart(item: Item, source_name: str, seen: dict[str, str]) -> Item:
    """The item under an address of its own. The same address with the same bytes is one capture;
    URLs are left alone, since the same page with new words is a new version of it."""
    if not isinstance(item, Capture) or item.address.startswith(("http://", "https://")):
        return item
    known = seen.setdefault(item.address, item.digest)
    if known == item.digest:
        return item
    address = f"{source_name}/{item.address}"
    if seen.setdefault(address, item.digest) != item.digest:
        address = f"{address}@{item.digest[:8]}"
    return Capture(
        digest=item.digest,
        address=address,
        media_type=item.media_type,
        data=item.data,
        captured=item.captured,
        metadata=item.metadata,
    )
