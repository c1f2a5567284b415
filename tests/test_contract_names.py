"""The contract that other programs rely on: every name that it promises is there, of the kind that it says, in the
reading of a text and in the exported record. More may be there; nothing may be missing."""

import json
import re
from typing import Any, get_args

import pytest

import secondsource as ss
from secondsource.export.jsonl import json_lines
from secondsource.model.event import Status

TEXT = (
    "KWALE, Kenya - Fisheries minister Jane Okello said on Tuesday in Mombasa that about 30 boats had been seized by"
    " Tanzania. “We demand that they be released by Friday,” she told reporters. A spokeswoman for the ministry, who"
    " spoke on condition of anonymity, declined to comment. Kenya threatened to close the Lunga Lunga crossing if the"
    " boats are not returned."
)

READING = {
    "article": "id address headline outlet credited_newsrooms[] authors[] contributors[] agencies[] dateline language zone"
    " text published removed[] captions[]",
    "mentions": "id citation kind name",
    "times": "id citation type value earliest latest anchor rule",
    "places": "id citation name geonameid lat lon country precision",
    "figures": "id citation low high approximator unit measured of as_of nature",
    "statements": "id source cue content[] mode parent doubtful voice said place occasion addressee",
    "events": "id citation type mode status sources[] targets[] object time place voice about condition",
}

RECORD = {
    "article": "id newsrooms[] versions[] status reason address headline outlet authors[] agencies[] language text published",
    "passage": "id from to kind share spans[] alterations[]",
    "newsroom": "id name articles[] reasons[]",
    "actor": "id name kind names[] roles[] mentions",
    "voice": "id name kind description affiliation party same_as_maybe[]",
    "utterance": "id voice said place occasion addressee statements[] wordings[]",
    "event": "id event_type mode status sources[] targets[] object time place about condition mentions[]",
    "series": "id measured of place unit points[] changes[]",
    "claim": "id about words reports[] standing",
    "conflict": "id kind claims[] sides[] reason",
    "change": "id kind was became citations[]",
}

INSIDE = {
    ("passage", "alterations"): "kind was became citations[]",
    ("actor", "roles"): "role from to citations[]",
    ("utterance", "statements"): "article start end words mode newsroom",
    ("utterance", "wordings"): "words articles[]",
    ("event", "mentions"): "article start end words status voice newsroom",
    (
        "series",
        "points",
    ): "id low high approximator nature as_of article start end words voice newsroom",
    ("claim", "reports"): "article start end words newsroom voice",
    (
        "claim",
        "standing",
    ): "label flags[] independent independent_at_most newsrooms voices reasons[]",
    ("conflict", "sides"): "article start end words",
}

VALUES = {
    "passage": {"kind": "copy excerpt edited rewrite agency release"},
    "event": {"status": " ".join(get_args(Status))},
    "conflict": {"kind": "number date place participants polarity role wording"},
    "article": {"status": "read unread failed withdrawn"},
}


def missing(item: dict[str, Any], promised: str) -> list[str]:
    """The promised names that are not there, and lists that are none."""
    lacking = []
    for word in promised.split():
        name = word.removesuffix("[]")
        if name not in item or (word.endswith("[]") and not isinstance(item[name], list)):
            lacking.append(word)
    return lacking


@pytest.fixture(scope="module")
def ours(reader) -> ss.Reader:
    return ss.Reader(reader.pipeline)


@pytest.fixture(scope="module")
def reading(ours) -> dict[str, Any]:
    return json.loads(json.dumps(ours.read(TEXT, published="2023-10-05", as_is=True).to_dict()))


@pytest.fixture(scope="module")
def objects(pemba) -> list[dict[str, Any]]:
    return [json.loads(line) for line in json_lines(pemba)]


@pytest.mark.parametrize("part", READING)
def test_a_reading_has_what_is_promised(reading, part):
    items = [reading[part]] if part == "article" else reading[part]
    assert items
    assert not [lacking for item in items if (lacking := missing(item, READING[part]))]


def citations(value: Any) -> list[dict[str, Any]]:
    """All citations inside a value."""
    if isinstance(value, list):
        return [found for one in value for found in citations(one)]
    if not isinstance(value, dict):
        return []
    if {"start", "end", "words"} <= value.keys():
        return [value]
    return [found for one in value.values() for found in citations(one)]


def test_every_citation_of_a_reading_is_the_very_words(reading):
    found = citations(reading)
    assert len(found) > 20
    for citation in found:
        assert citation.get("part", "text") == "text"
        assert TEXT[citation["start"] : citation["end"]] == citation["words"]


def test_a_time_of_publication_has_its_precision_and_evidence(reading):
    promised = "value precision earliest latest basis evidence[]"
    assert not missing(reading["article"]["published"], promised)
    assert reading["article"]["published"]["value"] == "2023-10-05"


def test_a_text_without_a_day_says_why_and_stays_unanchored(ours):
    found = ours.read(TEXT, as_is=True).to_dict()
    assert found["article"]["published"] is None
    assert found["article"]["unknown_because"]


@pytest.mark.parametrize("kind", RECORD)
def test_an_exported_object_has_what_is_promised(objects, kind):
    items = [item for item in objects if item["type"] == kind]
    assert items, "the story has none"
    assert not [lacking for item in items if (lacking := missing(item, RECORD[kind]))]
    for name, allowed in VALUES.get(kind, {}).items():
        assert {item[name] for item in items} <= set(allowed.split())


@pytest.mark.parametrize(("kind", "name"), INSIDE, ids=lambda words: words)
def test_what_stands_inside_has_it_too(objects, kind, name):
    held = [item[name] for item in objects if item["type"] == kind]
    items = [one for value in held for one in (value if isinstance(value, list) else [value])]
    assert items, "the story has none"
    assert not [lacking for item in items if (lacking := missing(item, INSIDE[kind, name]))]


def test_ids_are_unique_and_actors_places_and_voices_are_told_by_id_and_name(objects):
    ids = [(item["type"], item["id"]) for item in objects]
    assert len(ids) == len(set(ids))
    for item in objects:
        for name in ("voice", "place", "newsroom"):
            value = item.get(name)
            # Of a series the contract has the place in the words of the reports.
            in_words = item["type"] == "series"
            assert value is None or in_words or {"id", "name"} <= value.keys(), item["type"]
        for name in ("sources", "targets"):
            assert all({"id", "name"} <= one.keys() for one in item.get(name, ()))


def test_what_a_citation_of_the_record_says_stands_in_its_article(objects):
    texts = {item["id"]: item["text"] for item in objects if item["type"] == "article"}
    checked = 0
    for item in objects:
        for citation in citations(item):
            if citation.get("part", "text") == "text" and citation.get("article") in texts:
                words = texts[citation["article"]][citation["start"] : citation["end"]]
                assert re.sub(r"\s+", " ", words) == re.sub(r"\s+", " ", citation["words"])
                checked += 1
    assert checked > 500
