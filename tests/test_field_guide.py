"""docs/fields.md and docs/fields-views.md are complete: every field and every listed value of what is exported or printed
as JSON stands in them, and nothing else."""

import json
import re
import typing
from functools import cache
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from secondsource.check import Checked
from secondsource.cli.main import main
from secondsource.export.tables import TABLES
from secondsource.lexicon.events import entries
from secondsource.model.reading import Reading
from secondsource.model.record import Record
from secondsource.views.actors import ActorView
from secondsource.views.agenda import AgendaItem
from secondsource.views.brief import Brief
from secondsource.views.changes import ChangesView
from secondsource.views.lineage import LineageView
from secondsource.views.quotes import Quote
from secondsource.views.search import Found
from secondsource.views.since import Since
from secondsource.views.threads import Thread
from secondsource.watch.alerts import Alert

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (DOCS / "fields.md").read_text("utf-8")
VIEWS = (DOCS / "fields-views.md").read_text("utf-8")
PRINTED: tuple[type, ...] = (
    Brief,
    AgendaItem,
    Quote,
    Checked,
    Thread,
    Found,
    Since,
    ChangesView,
    ActorView,
    LineageView,
    Alert,
)
"""What the views print as JSON, besides values of the record."""
COMPUTED = {"claim": {"credibility"}, "report": {"reliability"}}
"""Fields that the export adds to those of the model."""

HEADINGS = {
    "ArticleRow": "article",
    "StoryVoice": "voice",
    "StoryEvent": "event",
    "StoryJudgement": "judgement",
    "StoryCondition": "condition of an event",
    "StoryEventMention": "mention of an event",
    "UtteranceStatement": "statement of an utterance",
    "EventMention": "event in an article",
    "SetAside": "set-aside",
    "Voice": "voice of a statement",
}
"""Where a value has another heading than its name in words."""


def heading_of(value: type) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", value.__name__).lower()
    return HEADINGS.get(value.__name__, words)


@cache
def sections(guide: str = GUIDE) -> dict[str, set[str]]:
    """Heading -> the fields in the first cells of its table."""
    found: dict[str, set[str]] = {}
    for part in re.split(r"^### ", guide.split("## Lists of values")[0], flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        cells = re.findall(r"^\| (`.*?) \|", body, re.MULTILINE)
        found[heading.strip()] = {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}
    return found


def structs(hint: object) -> set[type]:
    """The values that an annotation names."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return {hint}
    return {found for each in typing.get_args(hint) for found in structs(each)}


def listed(hint: object) -> set[str]:
    """The values of all literals in an annotation."""
    if typing.get_origin(hint) is typing.Literal:
        return {str(each) for each in typing.get_args(hint)}
    return {found for each in typing.get_args(hint) for found in listed(each)}


@cache
def exported() -> dict[type, dict[str, object]]:
    """Every value that a record or reading can hold -> its fields as exported, with their annotations."""
    found = held_by(Record, Reading)
    del found[Record]
    return found


@cache
def printed() -> dict[type, dict[str, object]]:
    """The same of what views print, without what a record holds."""
    known = exported()
    return {value: fields for value, fields in held_by(*PRINTED).items() if value not in known}


def held_by(*values: type) -> dict[type, dict[str, object]]:
    """These values and all that they can hold -> their fields, with their annotations."""
    found: dict[type, dict[str, object]] = {}
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if value in found:
            continue
        hints = typing.get_type_hints(value)
        fields = msgspec.structs.fields(value)
        found[value] = {field.encode_name: hints[field.name] for field in fields}
        for hint in found[value].values():
            waiting += structs(hint)
    return found


@pytest.mark.parametrize("value", sorted(exported(), key=lambda each: each.__name__))
def test_every_field_of_a_value_stands_in_its_section_and_no_other(value):
    heading = heading_of(value)
    assert heading in sections(), f"docs/fields.md needs a section: ### {heading}"
    expected = set(exported()[value]) | COMPUTED.get(heading, set())
    if heading == "article":
        expected |= {"type"}
        both = {each.__name__: set(fields) for each, fields in exported().items()}
        expected |= both["Article"] | both["ArticleRow"]
        expected -= {"article"}
    elif "type" in sections()[heading]:
        expected |= {"type"}
    assert sections()[heading] == expected


@pytest.mark.parametrize("value", sorted(printed(), key=lambda each: each.__name__))
def test_every_field_of_a_printed_value_stands_in_its_section_and_no_other(value):
    assert sections(VIEWS)[heading_of(value)] == set(printed()[value])


def test_every_listed_value_stands_in_the_guide():
    values = {v for fields in exported().values() for hint in fields.values() for v in listed(hint)}
    assert sorted(value for value in values if f"`{value}`" not in GUIDE) == []


def test_every_mode_stands_in_the_guide():
    modes = {word.mode for word in entries() if word.mode}
    assert sorted(mode for mode in modes if f"`{mode}`" not in GUIDE) == []


def test_every_column_stands_in_the_guide():
    for table in TABLES:
        columns = ", ".join(f"`{column}`" for column in table.columns)
        assert f"| `{table.name}` | {columns} |" in GUIDE


def keys_of(value: object) -> set[str]:
    """The keys of all objects inside a JSON value."""
    if isinstance(value, list):
        return {key for each in value for key in keys_of(each)}
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys_of(each)}
    return set()


def test_every_key_of_the_example_export_stands_in_the_section_of_its_object(pemba_story):
    printed = CliRunner().invoke(main, ["export", str(pemba_story)]).stdout
    known = {name for fields in sections().values() for name in fields}
    for line in printed.splitlines():
        item = json.loads(line)
        assert set(item) <= sections()[item["type"]]
        assert keys_of(item) <= known


def test_every_key_of_a_reading_stands_in_the_guide(read):
    text = (
        "Omari Chuo, a fisherman, said on Tuesday that about 30 boats had been seized off Vanga, Kenya, "
        "and that the skippers would strike if they were not freed by Friday."
    )
    known = {name for fields in sections().values() for name in fields}
    assert keys_of(read(text, "2023-10-05").to_dict()) <= known
