"""What is taken over word for word is of the day and the newsroom of its original; what the paper adds of its own is not."""

from tests.given_days import on

from secondsource.model.lineage import FirstPrinted
from secondsource.reading.anchor import anchor

WIRE = (
    "Soldiers closed the bridge at Lamu by noon and arrested Omari Chuo, a ferry owner. Forty sailors were missing, the harbour master"
    " told reporters. The mayor, Ann Bell, asked the navy for two boats. Divers went out at dusk to look for the wreck of the ferry."
)
OWN = " The bakers of Vanga sold bread to the families at the pier by noon."


def test_times_and_numbers_of_a_copy(record):
    story = record((WIRE, "2031-05-12"), (WIRE + OWN, "2031-05-13"))
    days = {
        event.time.value for event in story.events if event.time and event.event_type != "cooperate"
    }
    assert days == {"2031-05-12"}
    missing = [point for series in story.series for point in series.points if point.low == 40]
    assert [point.as_of for point in missing] == ["2031-05-12", "2031-05-12"]


def test_a_part_is_anchored_on_its_own_day(reader):
    published = on("2031-05-19")
    reading = reader.read("Police closed the weir on Monday. Ann left on Monday.", as_is=True)
    taken = [FirstPrinted(start=0, end=33, day="2031-05-12")]
    first, second = anchor(reading, published, taken).times
    assert (first.value, first.anchor) == ("2031-05-12", "2031-05-12")
    assert (second.value, second.anchor) == ("2031-05-19", "2031-05-19")


def test_a_number_is_of_the_day_on_which_it_was_told(record):
    words = "Ten people are now known to have died in the flood that hit Lamu on Tuesday, divers said on Thursday."
    (series,) = record((words, "2031-05-16")).series
    assert [point.as_of for point in series.points] == ["2031-05-15"]


def test_what_somebody_told_the_paper_itself_is_no_report_of_the_agency(record):
    told = "\nThe governor, Moses Tuva, told the Coast Courier that soldiers had arrested nine bakers on Monday. They will be tried, he said."
    added = "\nPolice arrested two cooks on Monday."
    story = record((WIRE, "2031-05-12"), (WIRE + told + added, "2031-05-13"))
    newsrooms = {
        mention.sentence.words.split()[0]: mention.newsroom.name
        for event in story.events
        for mention in event.mentions
        if mention.article == "report-1" and mention.words == "arrested"
    }
    assert newsrooms == {"Soldiers": "Lake Herald", "The": "Coast Courier", "Police": "Lake Herald"}
