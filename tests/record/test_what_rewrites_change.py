"""A rewrite tells of the events of its original, and what it changed is no evidence."""

import msgspec
import pytest
from tests.given_days import on

from secondsource.lineage import trace
from secondsource.model.article import Article
from secondsource.record.record import make_record
from secondsource.views.brief import brief

ORIGINAL = (
    "Marine police seized 30 fishing boats and detained 118 crew members in the Lamu Channel before dawn on Tuesday, skippers"
    " who escaped the sweep said on Wednesday.\n\n"
    "When the tide came in on Wednesday morning, 11 moorings were empty along the jetty. Women stood in the shallows with"
    " their baskets beside them, watching the horizon.\n\n"
    "“They came without lights,” said Omari Chuo, a skipper whose outrigger slipped away in the dark.\n\n"
    "Since May every boat working east of the reef has had to carry a licence costing $250 a year. Few skippers have bought one."
)
REWRITE = (
    "Officers of the marine police impounded 30 fishing vessels in the Lamu Channel before dawn on Tuesday and took 181 crew"
    " members into custody, according to skippers who evaded the sweep.\n\n"
    "On Wednesday morning, as the tide came in, 11 moorings lay empty along the jetty, while women with baskets stood in the"
    " shallows and watched the horizon.\n\n"
    "“There was not a lamp on their craft,” recalled Omari Chuo, a skipper whose outrigger got away in the dark.\n\n"
    "Since May a licence priced at $250 a year has been compulsory for every boat working east of the reef; few skippers have"
    " bought one."
)


def article(name: str, day: str, text: str) -> Article:
    published = on(day)
    return Article(
        id=name, address=name, text=text, language="en", outlet=name, published=published
    )


@pytest.fixture(scope="module")
def record(reader):
    articles = [
        article("Lamu Post", "2031-05-07", ORIGINAL),
        article("Coast Wire", "2031-05-08", REWRITE),
    ]
    lineage = trace(articles)
    assert [passage.kind for passage in lineage.passages] == ["rewrite"]
    return make_record([reader.read_article(each) for each in articles], lineage)


def figure(record, words):
    return next(
        claim
        for series in record.series
        for point in series.points
        if point.words == words
        for claim in record.claims
        if claim.about == point.id
    )


def test_a_changed_number_is_no_evidence(record):
    standing = figure(record, "181").standing
    assert (standing.label, standing.independent, standing.flags) == (
        "unsupported",
        0,
        ("altered",),
    )
    assert "“118” became “181”" in standing.reasons[0]


def test_the_original_is_not_contested_by_it(record):
    standing = figure(record, "118").standing
    assert (standing.independent, standing.flags) == (1, ())
    assert not record.conflicts


def test_a_number_that_was_kept_stands(record):
    assert figure(record, "30").standing.label == "single"


@pytest.mark.parametrize("mode", ["seize", "arrest"])
def test_other_words_for_one_event(record, mode):
    (event,) = [e for e in record.events if e.mode == mode and e.status == "happened"]
    assert {mention.article for mention in event.mentions} == {"Lamu Post", "Coast Wire"}


def test_the_brief_says_what_was_changed_beside_the_original(record):
    lines = [line for section in brief(record).sections for line in section.lines]
    notes = [note for line in lines for note in line.notes]
    assert any("“118” became “181” in Coast Wire" in note for note in notes)
    assert not any("181" in line.words for line in lines)


def test_a_lost_not_makes_no_deed(reader):
    denied = ORIGINAL.replace("seized 30 fishing boats and", "did not seize the fishing boats but")
    turned = denied.replace("did not seize the", "did seize the").replace("crew members", "sailors")
    articles = [
        article("Lamu Post", "2031-05-07", denied),
        article("Coast Wire", "2031-05-08", turned),
    ]
    lineage = trace(articles)
    record = make_record([reader.read_article(each) for each in articles], lineage)
    standings = {
        claim.status: claim.standing
        for event in record.events
        if event.mode == "seize"
        for claim in record.claims
        if claim.about == event.id
    }
    assert "altered" in standings["happened"].flags
    assert standings["happened"].independent == 0
    assert standings["negated"].independent == 1


@pytest.mark.parametrize(
    ("outlet", "text", "why"),
    [
        ("Lamu Post", REWRITE, "a paper brings its own report up to date"),
        (
            "Coast Wire",
            REWRITE.partition("\n\n")[0]
            + "\n\n"
            + "The governor flew to the island on Thursday and met the owners of the boats in a school. She promised them nets and"
            " a lawyer, and said that the county would ask the ministry for the names of all who were held. A clerk read out a"
            " list of forty. Two women wept when a brother's name was missing from it, and the meeting ended without a vote.",
            "a report of its own takes up one sentence",
        ),
    ],
)
def test_news_is_no_alteration(reader, outlet, text, why):
    articles = [
        article("Lamu Post", "2031-05-07", ORIGINAL),
        msgspec.structs.replace(article("later", "2031-05-09", text), outlet=outlet),
    ]
    record = make_record([reader.read_article(each) for each in articles], trace(articles))
    assert "altered" not in figure(record, "181").standing.flags, why
