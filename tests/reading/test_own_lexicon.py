"""A story's own lexicon: its names and reporting verbs, its file, its digest."""

from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.model.own_lexicon import EMPTY, Lexicon
from secondsource.reading.reader import Reader
from secondsource.store.own_lexicon import read_lexicon

WRITTEN = """
[[name]]
name = "Kisite Ndege"
kind = "armed-force"
aliases = ["the Ndege", "KN"]
country = "Kenya"

[[name]]
name = "Kingfish Moto"
kind = "person"

[reporting]
verbs = ["ululate"]
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    """The lexicon above, read from a file."""
    path = tmp_path / "lexicon.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    return read_lexicon(path)


def test_names_are_of_one_actor(reader: Reader, lexicon: Lexicon) -> None:
    text = "Kisite Ndege seized two dhows. KN said later that both were empty. Ask the Ndege why."
    own = Reader(reader.pipeline, lexicon=lexicon)
    found = [m for m in own.read(text, as_is=True).mentions if m.name == "Kisite Ndege"]
    named = [m for m in found if m.form == "name"]
    assert [m.citation.words for m in named] == ["Kisite Ndege", "KN", "the Ndege"]
    assert {(m.kind, m.affiliation) for m in named} == {("armed-force", "Kenya")}
    assert len({m.entity for m in found}) == 1


def test_short_forms_follow(reader: Reader, lexicon: Lexicon) -> None:
    text = "Kingfish Moto met the crews. Moto said the sea was calm."
    own = Reader(reader.pipeline, lexicon=lexicon)
    people = [m for m in own.read(text, as_is=True).mentions if m.kind == "person"]
    assert [m.name for m in people] == ["Kingfish Moto"] * 2


def test_verbs_report(reader: Reader, lexicon: Lexicon) -> None:
    text = "The mayor ululated that the ferry was saved."
    own = Reader(reader.pipeline, lexicon=lexicon)
    found = [(s.source.words, s.cue.words) for s in own.read(text, as_is=True).statements]
    assert ("The mayor", "ululated") in found


def test_a_story_without_a_lexicon_reads_as_before(reader: Reader, tmp_path: Path) -> None:
    assert read_lexicon(tmp_path / "lexicon.toml") == EMPTY
    assert EMPTY.digest == ""
    text = "Kisite Ndege seized two dhows, the mayor said."
    with_empty = Reader(reader.pipeline, lexicon=EMPTY).read(text, as_is=True)
    assert with_empty == reader.read(text, as_is=True)


def test_digest_counts_what_is_said(lexicon: Lexicon, tmp_path: Path) -> None:
    commented = tmp_path / "commented.toml"
    commented.write_text("# why\n" + WRITTEN, encoding="utf-8")
    assert read_lexicon(commented).digest == lexicon.digest != ""
    changed = tmp_path / "changed.toml"
    changed.write_text(WRITTEN.replace('"KN"', '"NK"'), encoding="utf-8")
    assert read_lexicon(changed).digest != lexicon.digest


BROKEN = [
    ("[[name]\n", "no TOML"),
    ('[[name]]\nname = "A"\n', "no kind"),
    ('[[name]]\nname = "A"\nkind = "planet"\n', "no kind of mention"),
    ('[[name]]\nname = ""\nkind = "person"\n', "an empty name"),
    ('[[nmae]]\nname = "A"\nkind = "person"\n', "a field that nobody knows"),
]


@pytest.mark.parametrize(("text", "why"), BROKEN)
def test_broken_lexicon_is_the_callers_mistake(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"lexicon\.toml"):
        read_lexicon(path)
