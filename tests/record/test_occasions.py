"""Who heard a remark: an occasion that is told once holds for what the same person says next, and for nothing else."""

import pytest

DAM = "“We checked every wall of the dam twice and found no crack,”"
OTHER = (f"{DAM} Chuo said. The water minister, Omari Chuo, took office in May.", "2031-05-12")

HEARD = [
    (
        "the occasion stands with it",
        f"{DAM} Water Minister Omari Chuo told reporters in Tanga.",
    ),
    (
        "and with the remark before",
        f"Water Minister Omari Chuo told reporters in Tanga that nobody was hurt. {DAM} Chuo said.",
    ),
    (
        "and with the remark behind",
        f"{DAM} said Water Minister Omari Chuo. “Nobody was hurt by the flood,” Chuo told a news conference.",
    ),
    (
        "members of parliament at a hearing",
        f"At a hearing on the flood, {DAM} Omari Chuo told senators.",
    ),
    ("before the cameras", f"{DAM} Omari Chuo said as he faced the cameras in Tanga."),
    ("a statement made aloud", f"In a statement outside the dam, Omari Chuo said: {DAM}"),
    ("he speaks at a place", f"Speaking on a visit to Tanga, Omari Chuo said: {DAM}"),
    ("he is shown around", f"{DAM} Omari Chuo said while touring the flooded villages."),
    ("and looks at it", f"{DAM} Omari Chuo said as he visited the flooded villages."),
    ("to those who have called in", f"{DAM} Omari Chuo told a teleconference."),
    ("candidates debate", f"{DAM} Omari Chuo said in Tuesday night's televised debate."),
    ("some way into it", f"{DAM} Omari Chuo said ten minutes into the debate."),
    ("where the members sit", f"{DAM} Omari Chuo told lawmakers in the chamber."),
    ("on the floor of parliament", f"{DAM} Omari Chuo said on the Senate floor."),
    (
        "a programme that is none of a medium",
        f"Omari Chuo told reporters nobody had called to halt his programme of drilling. {DAM} Omari Chuo said.",
    ),
    (
        "a speech after a show",
        f"Omari Chuo was on Rehema Juma's radio show on Sunday. {DAM} Omari Chuo said in a speech in Tanga.",
    ),
    (
        "the sentence before tells whom he speaks to",
        f"Omari Chuo addressed a noisy crowd of supporters on Monday. {DAM} Chuo said.",
    ),
    (
        "or at what",
        f"At a hearing on Monday, Omari Chuo traded blame with the builders. One senator called it a circus. {DAM} Omari Chuo said.",
    ),
    (
        "what is added to a remark in public",
        f"Omari Chuo told reporters in Tanga that nobody was hurt. {DAM} Chuo added.",
    ),
]

NOT_HEARD = [
    ("nobody says where", f"{DAM} Water Minister Omari Chuo said."),
    ("an interview", f"{DAM} Water Minister Omari Chuo said in an interview."),
    ("asked by one medium", f"Asked by CNN what had happened, Omari Chuo said: {DAM}"),
    ("on the air of one", f"Speaking on NBC, Omari Chuo said: {DAM}"),
    ("on a show of one", f"{DAM} Omari Chuo said on Rehema Juma's radio show."),
    ("to who holds it", f"{DAM} Omari Chuo told talk-show host Rehema Juma."),
    (
        "the sentence before has him on a show",
        f"Omari Chuo was on Rehema Juma's radio show on Monday. Then Omari Chuo spoke of his remarks. {DAM} Omari Chuo said.",
    ),
    ("members of parliament behind closed doors", f"{DAM} Omari Chuo told senators over lunch."),
    (
        "what was handed out before",
        f"In prepared remarks to a committee, Omari Chuo said: {DAM}",
    ),
    ("evidence in writing", f"In his written evidence to the inquiry, Omari Chuo said: {DAM}"),
    ("in writing", f"{DAM} Omari Chuo said in a long May 11 statement."),
    ("paid for", f"In a televised advertisement, Omari Chuo said: {DAM}"),
    ("on a page", f"{DAM} Omari Chuo said on the ministry's website."),
    ("a debate is the talk of a land", f"{DAM} Omari Chuo said in the debate over the dam."),
    ("a floor that is none of a parliament", f"{DAM} Omari Chuo said of the sea floor."),
    (
        "another speaks to the crowd",
        f"Rehema Juma addressed a noisy crowd on Monday. {DAM} Omari Chuo said.",
    ),
    (
        "the crowd stands too far back",
        "Omari Chuo addressed a noisy crowd on Monday. The rain went on. Six boats came in. The market was full."
        f" {DAM} Chuo said.",
    ),
    (
        "what is told of an earlier hour",
        "Omari Chuo told reporters in Tanga that nobody was hurt. Earlier, Omari Chuo flew over the valley."
        f" {DAM} Omari Chuo said.",
    ),
    (
        "two occasions",
        "Omari Chuo told reporters in Tanga that nobody was hurt. Chuo said in an interview that he would stay."
        f" {DAM} Chuo said.",
    ),
]


def independent(story):
    return max(
        claim.standing.independent
        for claim in story.claims
        if claim.kind == "utterance" and len({report.article for report in claim.reports}) == 2
    )


@pytest.mark.parametrize(("why", "text"), HEARD, ids=[row[0] for row in HEARD])
def test_heard_by_two_newsrooms(record, why, text):
    assert independent(record((text, "2031-05-12"), OTHER)) == 2


@pytest.mark.parametrize(("why", "text"), NOT_HEARD, ids=[row[0] for row in NOT_HEARD])
def test_not_known_to_be_heard_by_two(record, why, text):
    assert independent(record((text, "2031-05-12"), OTHER)) < 2


def test_what_was_handed_out_and_then_said_aloud(record):
    told = (f"{DAM} Omari Chuo told reporters in Tanga.", "2031-05-12")
    heard = (f"{DAM} Water Minister Omari Chuo told a hearing.", "2031-05-12")
    read = (f"In prepared remarks for a hearing, Omari Chuo said: {DAM}", "2031-05-12")
    silent = (f"{DAM} Water Minister Omari Chuo said.", "2031-05-12")
    for reports, expected in (
        ((told, heard, read), 2),  # two heard it, whoever read it
        ((told, read), 1),  # one heard it, the other may only have read it
        ((told, read, silent), 1),
        ((read, silent), 1),
    ):
        said = [
            claim.standing.independent
            for claim in record(*reports).claims
            if claim.kind == "utterance" and len(claim.reports) == len(reports)
        ]
        assert max(said, default=None) == expected, reports


PUBLIC = "“We will rebuild every house before the rain,” Omari Chuo told reporters in Tanga."


@pytest.mark.parametrize(
    ("why", "text", "heard"),
    [
        ("the same words", "“We will rebuild every house before the rain,” Omari Chuo said.", 2),
        ("a part of them", "“We will rebuild every house,” Omari Chuo said.", 2),
        ("a word left out", "“We will rebuild every house before rain,” Omari Chuo said.", 2),
        ("in no words of his", "Omari Chuo said every house would be rebuilt before the rain.", 2),
        ("another word", "“We will repair every house before the rain,” Omari Chuo said.", 1),
        (
            "another word, but heard",
            "“We will repair every house before the rain,” Omari Chuo told a news conference.",
            2,
        ),
    ],
)
def test_who_quotes_other_words_may_have_heard_another_occasion(record, why, text, heard):
    assert independent(record((text, "2031-05-12"), (PUBLIC, "2031-05-12"))) == heard, why


ADVERTISED = "In a television advertisement, Omari Chuo promises that every house will be rebuilt."


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (f"{ADVERTISED} {DAM} Omari Chuo adds.", 1),  # in the same advertisement
        (f"{ADVERTISED} Omari Chuo also says: {DAM}", 1),
        (
            f"{ADVERTISED} {DAM} Omari Chuo told villagers and reporters.",
            2,
        ),  # an occasion of its own
        (f"{ADVERTISED} {DAM} Omari Chuo said.", 2),  # nothing ties it to the advertisement
    ],
)
def test_what_is_added_to_something_published(record, text, heard):
    other = (f"{DAM} Water Minister Omari Chuo told reporters in Tanga.", "2031-05-12")
    assert independent(record((text, "2031-05-12"), other)) == heard


def test_what_another_medium_is_credited_with_was_not_heard(record):
    one = f"{DAM} Water Minister Omari Chuo told reporters in Tanga."
    two = f"The dam stands, according to Reuters. {DAM} Omari Chuo told reporters."
    assert independent(record((one, "2031-05-12"), (two, "2031-05-12"))) < 2
    two = f"The dam has a new name, according to Reuters.\n\n{DAM} Omari Chuo told reporters."
    assert independent(record((one, "2031-05-12"), (two, "2031-05-12"))) < 2
    two = f"The dam has a new name, according to Reuters.\n\nIn Tanga Omari Chuo told reporters: {DAM}"
    assert independent(record((one, "2031-05-12"), (two, "2031-05-12"))) == 2


def test_what_somebody_is_yet_to_say_was_not_heard(record):
    one = f"{DAM} Water Minister Omari Chuo told a hearing."
    two = "Omari Chuo expects to tell a hearing that “we checked every wall of the dam twice and found no crack”."
    story = record((one, "2031-05-12"), (two, "2031-05-12"))
    assert all(
        claim.standing.independent < 2 for claim in story.claims if claim.kind == "utterance"
    )
