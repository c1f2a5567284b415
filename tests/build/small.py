"""A small invented story, and builds of it that read each text only once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from secondsource.build import reading as reading_step
from secondsource.check.shelves.shelf import ShelvedArticle
from secondsource.export.jsonl import json_lines
from secondsource.model.record import Record
from secondsource.store.story import open_story

HEAD = "By Asha Otieno\nPublished: {day} October 2023\n\n"

FERRY = (
    "Ferry company stops night crossings\n"
    + HEAD.format(day=3)
    + "MOMBASA, Kenya - The ferry company will stop all night crossings from Friday, its director"
    " Omari Chuo told reporters on Tuesday.\n\n"
    "He said that 12 passengers were hurt when a ramp broke on Monday evening.\n\n"
    "“We do not gamble with lives,” Chuo said at the landing in Likoni.\n\n"
    "The union of boatmen asked the county for a meeting next week.\n"
)
FERRY_LATER = FERRY.replace("12 passengers", "19 passengers").replace(
    "Ferry company stops night crossings", "Ferry company stops crossings after 19 are hurt"
) + (
    "\nCorrection: An earlier version of this article gave a wrong number of passengers who were hurt.\n"
)
FERRY_GONE = "This article has been withdrawn because its author did not go to Likoni at all.\n"
UNION = (
    "Boatmen to meet county\n"
    + HEAD.format(day=5)
    + "MOMBASA, Kenya - The union of boatmen met county officials on Thursday, its chairwoman Neema"
    " Kazungu said.\n\n"
    "She said that 19 passengers were hurt when a ramp broke on Monday evening.\n\n"
    "The county promised that the ramp would be mended within a month.\n"
)
NURSE = (
    "Hospital counts the hurt\n"
    + HEAD.format(day=4)
    + "MOMBASA, Kenya - A nurse at the district hospital, Rehema Juma, said on Wednesday that 14"
    " passengers were hurt when a ramp broke on Monday.\n\n"
    "Two of them will stay in the hospital until Sunday, she said.\n"
)


def export_of(folder: Path) -> bytes:
    """The whole record as JSON Lines."""
    return b"\n".join(json_lines(record_of(folder)))


def record_of(folder: Path) -> Record:
    """The record of a built story."""
    with open_story(folder).store() as store:
        return store.record()


@contextmanager
def each_text_read_once(known: dict[Any, Any]) -> Iterator[None]:
    """Builds inside keep every reading in `known`, and read nothing that is kept there."""
    read_one = reading_step.read_job

    def read_job(job: Any) -> list[Any]:
        found = []
        for id, capture in job.captures:
            key = (id, job.pipeline)
            if key not in known:
                one = type(job)(**{**vars(job), "captures": ((id, capture),)})
                known[key] = read_one(one)
            found += known[key]
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_step, "read_job", read_job)
        yield


def whole_article(article: ShelvedArticle) -> tuple[object, ...]:
    """An article with its sentences; of the bytes of a set only what is in it counts, not the order."""
    tells = msgspec.structs.replace(article.tells, told=())
    count = len(article.tells.told)
    return tells, article.settled, [article.sentence(place) for place in range(count)]
