"""The table of event words: its rows are whole, and its sentences do what they say."""

import pytest

from secondsource.lexicon.cameo import cameo_code, plover_type
from secondsource.lexicon.events import classes, entries, operators
from secondsource.reading.events.finding import find_triggers
from secondsource.reading.reader import Reader
from secondsource.reading.tokens import tokens_of


def test_there_are_enough_rows_and_each_is_whole() -> None:
    assert len(entries()) >= 600
    for entry in entries():
        assert entry.fires, entry
        assert entry.fires_not, entry
        for need in entry.needs:
            for value in need.values:
                known = value in classes() or value in ("ACTORISH", "ONMAP", "PLACEISH", "PERSON")
                assert known or not value.isupper(), (entry.word, value)


def fired(reader: Reader, text: str) -> set[tuple[str, str | None]]:
    """Word and type of all that fires in a text, the nouns of light verbs included."""
    found = set()
    for trigger in find_triggers(tokens_of(reader.pipeline(text))):
        found.add((trigger.entry.word, trigger.entry.type))
        if trigger.noun is not None:
            found.add((trigger.noun.lemma_.lower(), trigger.entry.type))
    return found


@pytest.mark.parametrize("number", range(0, len(entries()), 9))
def test_sentences_of_every_ninth_row(reader: Reader, number: int) -> None:
    check(reader, number)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(entries())))
def test_sentences_of_all_rows(reader: Reader, number: int) -> None:
    check(reader, number)


def check(reader: Reader, number: int) -> None:
    """The row fires in its first sentence and not in its second."""
    entry = entries()[number]
    if entry.type is None:
        assert not any(word == entry.word for word, _ in fired(reader, entry.fires)), entry.fires
        return
    assert any(kind == entry.type for _, kind in fired(reader, entry.fires)), entry.fires
    assert (entry.word, entry.type) not in fired(reader, entry.fires_not), entry.fires_not


def test_classes_take_nouns_of_their_kind() -> None:
    assert "trombonist" in classes()["PERSON"]
    assert "catamaran" in classes()["SHIP"]
    assert "monastery" in classes()["BUILDING"]
    assert "trombonist" not in classes()["BUILDING"]


def test_operators_have_known_outcomes() -> None:
    assert operators("clause")["deny"] == "denied"
    assert operators("verb_prep")["accuse+of"] == "alleged"


@pytest.mark.parametrize(
    ("kind", "mode", "status", "code", "why"),
    [
        ("consult", "visit", "happened", "042", "a visit"),
        ("aid", "military", "planned", "030", "an intent"),
        ("assault", None, "threatened", "130", "a threat"),
        ("assault", None, "hypothetical", None, "what may happen has no code"),
        ("consult", None, "negated", "120", "a refusal"),
    ],
)
def test_cameo(kind: str, mode: str | None, status: str, code: str | None, why: str) -> None:
    assert cameo_code(kind, mode, status) == code, why  # type: ignore[arg-type]


def test_cameo_back() -> None:
    assert plover_type("0871") == "retreat"
    assert plover_type("190") == "assault"
    assert plover_type("012") is None
