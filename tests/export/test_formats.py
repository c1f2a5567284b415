"""Formats of other programs: valid by their own rules, harmless, and never a threat as a deed."""

import csv
import io
import json
import re
from datetime import date

import msgspec
import pytest
from hostile_record import SCRIPT

from secondsource.errors import UsageError
from secondsource.export.cameo import cameo
from secondsource.export.claimreview import claimreview
from secondsource.export.formats import FORMATS, Options, exported, write_export
from secondsource.export.geojson import geojson
from secondsource.export.ics import ics
from secondsource.export.source import Source
from secondsource.export.timelinejs import timelinejs
from secondsource.model.event import REAL
from secondsource.views.agenda import agenda

OPTIONAL = {"followthemoney": "followthemoney", "ics": "icalendar"}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_story_gives_the_same_bytes(form, folder, story):
    pytest.importorskip(OPTIONAL.get(form, "secondsource"))
    first = exported(Source(story), form, Options())
    assert first
    assert first == exported(Source(type(story).open(folder)), form, Options())


# -- geojson --------------------------------------------------------------------------------------


def test_geojson_has_points_with_precision_and_status(source):
    made = json.loads(geojson(source.record, source.places))
    assert made["type"] == "FeatureCollection"
    assert made["features"]
    for feature in made["features"]:
        assert feature["type"] == "Feature"
        assert feature["properties"]["status"]
        if feature["geometry"] is not None:
            lon, lat = feature["geometry"]["coordinates"]
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
            assert feature["properties"]["place_precision"]


def test_geojson_tells_what_did_not_happen_apart(source):
    only_real = json.loads(geojson(source.record, source.places, all_statuses=False))
    assert {feature["properties"]["status"] for feature in only_real["features"]} <= REAL


# -- iCalendar ------------------------------------------------------------------------------------


def unfolded(data: bytes) -> list[str]:
    """The content lines of RFC 5545, section 3.1."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    return re.sub(r"\r\n[ \t]", "", text).split("\r\n")


def test_the_calendar_is_valid_and_all_day(record):
    icalendar = pytest.importorskip("icalendar")
    data = ics(record, "story")
    unfolded(data)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["version"] == "2.0"
    items = {f"{item.id}@secondsource.invalid": item for item in agenda(record)}
    entries = calendar.walk("VEVENT")
    assert entries
    assert len({entry["uid"] for entry in entries}) == len(entries)
    for entry in entries:
        assert not entry.errors
        item = items[entry["uid"]]
        first, end = entry["dtstart"].dt, entry["dtend"].dt
        assert type(first) is date
        assert first < end
        assert entry["x-secondsource-state"] == item.state
        assert entry["dtstamp"].dt.date().isoformat() == record.as_of
        if item.precision == "day":
            assert first.isoformat() == item.when
            assert (end - first).days == 1


def test_what_is_only_announced_is_tentative(record):
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(ics(record, "story"))
    states = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
    for entry in calendar.walk("VEVENT"):
        assert entry["status"] == states.get(entry["x-secondsource-state"], "TENTATIVE")


def test_a_harmful_calendar_has_no_line_of_a_report(harmful):
    pytest.importorskip("icalendar")
    names = {
        line.partition(":")[0].partition(";")[0] for line in unfolded(ics(harmful, "x\r\nX:1"))
    }
    allowed = """BEGIN END VERSION PRODID SUMMARY DTSTART DTEND DTSTAMP UID CATEGORIES DESCRIPTION LOCATION
    STATUS TRANSP X-WR-CALNAME X-SECONDSOURCE-STATE X-SECONDSOURCE-WHEN X-SECONDSOURCE-PRECISION"""
    assert names <= {*allowed.split(), ""}


# -- TimelineJS -----------------------------------------------------------------------------------


def test_timelinejs_has_what_it_needs(record):
    made = json.loads(timelinejs(record, "story"))
    assert made["events"]
    assert len({slide["unique_id"] for slide in made["events"]}) == len(made["events"])
    for slide in made["events"]:
        date(**slide["start_date"])
        assert slide["text"]["headline"]
        assert (slide["group"] == "Announced") == slide["text"]["headline"].startswith("Announced:")


def test_timelinejs_shows_no_markup_of_a_report(harmful):
    for slide in json.loads(timelinejs(harmful, SCRIPT))["events"]:
        tags = set(re.findall(r"<[^>]*>", slide["text"]["headline"] + slide["text"]["text"]))
        assert tags <= {"<p>", "</p>"}


# -- FollowTheMoney -------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["record", "harmful"])
def test_followthemoney_takes_every_entity(which, request):
    library = pytest.importorskip("followthemoney")
    from secondsource.export.ftm import followthemoney

    record = request.getfixturevalue(which)
    entities = [json.loads(line) for line in followthemoney(record)]
    assert {"Article", "Event", "Person", "Documentation"} <= {e["schema"] for e in entities}
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        proxy = library.model.get_proxy(entity)
        proxy.schema.validate(entity)
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert value in ids
    real = {f"event-{event.id}" for event in record.events if event.status in REAL}
    assert {e["id"] for e in entities if e["schema"] == "Event"} == real


# -- ClaimReview ----------------------------------------------------------------------------------


def test_claimreview_counts_sources_and_judges_nothing(record):
    made = json.loads(claimreview(record, "A desk"))
    claims = {claim.id: claim for claim in record.claims if claim.kind != "utterance"}
    assert made["@context"] == "https://schema.org"
    assert len(made["@graph"]) == len(claims)
    for review in made["@graph"]:
        claim = claims[review["@id"].rpartition(":")[2]]
        rating = review["reviewRating"]
        assert rating["ratingValue"] == claim.standing.independent
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert "nothing on whether" in rating["ratingExplanation"]
        assert claim.status in review["reviewAspect"]
        assert review["itemReviewed"]["appearance"]


def test_claimreview_links_only_the_web(harmful):
    assert b'"url":"javascript' not in claimreview(harmful, "A desk")


# -- CAMEO ----------------------------------------------------------------------------------------


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_cameo_has_only_what_happened(source):
    made = rows(cameo(source.record, source.places))
    statuses = {event.id: event.status for event in source.record.events}
    assert made
    assert {row["status"] for row in made} <= REAL
    assert {row["event"] for row in made} == {key for key, s in statuses.items() if s in REAL}
    for row in made:
        assert row["cameo"]
        assert row["status"] == statuses[row["event"]]
        assert row["source_id"] != row["target_id"] or not row["source_id"]


DEEDS = re.compile(r"^(04|05|06|07|08|14|15|16|17|18|19|20)")
"""CAMEO's codes of what was done; intents, appeals, threats and refusals are 02, 03, 10, 12 and 13."""


def test_cameo_never_codes_what_did_not_happen_as_done(source):
    made = rows(cameo(source.record, source.places, all_statuses=True))
    unreal = [row for row in made if row["status"] not in REAL]
    assert unreal
    for row in unreal:
        assert not DEEDS.match(row["cameo"]), row


def test_cameo_counts_a_threat_once(source):
    about = {event.about for event in source.record.events if event.status in REAL}
    for row in rows(cameo(source.record, source.places, all_statuses=True)):
        if row["status"] not in REAL and row["event"] in about:
            assert row["cameo"] == ""


# -- where they go --------------------------------------------------------------------------------


def test_tables_go_to_a_folder(source, tmp_path):
    written = write_export(source, "csv", Options(), tmp_path / "tables")
    assert {file.name for file in written} >= {"claims.csv", "events.csv", "reports.csv"}
    assert all(file.read_bytes() for file in written)


MISTAKES = [
    ("a format that there is not", "xml", Options(), "jsonl"),
    ("a table that there is not", "csv", Options(table="people"), "claims"),
    ("tables without a folder", "csv", Options(), "--output"),
]


@pytest.mark.parametrize(("why", "form", "options", "says"), MISTAKES)
def test_a_mistake_says_what_to_do(why, form, options, says, source):
    with pytest.raises(UsageError, match=says):
        exported(source, form, options)


def test_a_file_in_the_way_is_left_alone(source, tmp_path):
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is a file"):
        write_export(source, "csv", Options(), tmp_path / "file")
    with pytest.raises(UsageError, match="is a folder"):
        write_export(source, "jsonl", Options(), tmp_path)
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_record_with_nothing_in_it(record):
    fields = {
        name: () for name in record.__struct_fields__ if isinstance(getattr(record, name), tuple)
    }
    empty = msgspec.structs.replace(record, **fields, as_of=None)
    pytest.importorskip("icalendar")
    assert json.loads(geojson(empty, {}))["features"] == []
    assert b"VEVENT" not in ics(empty, "nothing")
    assert json.loads(timelinejs(empty, "nothing"))["events"] == []
    assert json.loads(claimreview(empty, "desk"))["@graph"] == []
    assert len(rows(cameo(empty, {}))) == 0


def test_a_missing_library_is_named_with_its_extra(monkeypatch, record):
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(UsageError, match=r"secondsource\[exports\]"):
        ics(record, "story")
