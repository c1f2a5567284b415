"""What a reader is told of a story that is told in chapters."""

from collections.abc import Sequence

from ..store.chapters import ChapterRow


def chapters_note(chapters: Sequence[ChapterRow]) -> str:
    """One line: how many chapters there are, of which days, and what that means for the reader."""
    dated = [chapter.days for chapter in chapters if chapter.days]
    span = f", {dated[0][0]} to {dated[-1][1]}" if dated else ""
    undated = sum(chapter.articles for chapter in chapters if not chapter.days)
    rest = f" (articles without a day: {undated}, by themselves)" if undated else ""
    return (
        f"told in {len(chapters)} chapters{span}{rest}: reports of days far apart are not compared with each other, only"
        " people, bodies and newsrooms are put together"
    )
