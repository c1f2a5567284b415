"""Statements of somebody: sources that can speak, deeds that are no words, transcripts, odd input."""

import time
from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

NO_STATEMENT = [
    # text, what must be no source, why
    ("The talks will seek to end the dispute over the lake.", "The talks", "talks do not speak"),
    (
        "That Minister Achieng will meet the envoy on Friday indicates that Kenya is ready to bargain.",
        "Minister Achieng will meet the envoy on Friday",
        "a clause does not speak",
    ),
    (
        "The takeover of the harbour has convinced the fishermen to leave.",
        "The takeover of the harbour",
        "a deed does not speak",
    ),
    ("The ferry rule covers the waters north of the reef.", "The ferry rule", "a rule of a deed"),
    (
        "Since then Chad has imposed sanctions on 70 traders.",
        "Chad",
        "a deed of somebody who could have spoken",
    ),
    ("Kenya has massed troops near the town of Moyale.", "Kenya", "troops are no words"),
    (
        "A diplomat, who asked not to be named, said that the draft was ready.",
        "who",
        "the terms of anonymity are the article's words",
    ),
    (
        "Kenya urged Chad to calm things down by calling back its envoys.",
        "by",
        "nobody says anything by calling envoys back",
    ),
    (
        'Mr. Tarus will travel to Oslo to discuss partners\' plans to impose "swift fines and heavy tolls".',
        "Mr. Tarus",
        "what is yet to be talked about, nobody has said",
    ),
    ("It adds to about 900 boats that are at sea.", "It", "more of something, and no words"),
    (
        "The ministers will discuss the fish quota on Monday.",
        "The ministers",
        "an agenda is no statement",
    ),
    (
        "The men were not identified after the fire.",
        "The men",
        "who is not identified does not refuse to speak",
    ),
]


@pytest.mark.parametrize(("text", "source", "why"), NO_STATEMENT)
def test_no_source(read: Read, text: str, source: str, why: str) -> None:
    found = [s.source.words for s in read(text).statements if s.source]
    assert source not in found, (why, found)


SOURCES = [
    # text, source, content, why
    (
        "Judge Amina Haroun met reporters on Friday, criticizing the army.",
        "Judge Amina Haroun",
        "the army",
        "the subject of the clause and not all of it",
    ),
    (
        "A number of Chadian officials said that the road was closed.",
        "A number of Chadian officials",
        "that the road was closed",
        "many of somebody",
    ),
    (
        "The port will close on Friday, the mayor told residents.",
        "the mayor",
        "The port will close on Friday",
        "whom somebody tells it is no content",
    ),
    (
        "Repeated Kenyan calls for a truce have gone unheeded.",
        "Kenyan",
        "a truce",
        "a noun reports: neither its adjective nor the sentence's verb belong in",
    ),
    (
        "Ms. Oduya said Monday that she wants an answer to letters sent in May to the council, which asked"
        " for new rules, the harbour office said after her talk with Mr. Tarus.",
        "the harbour office",
        "Ms. Oduya said Monday that she wants an answer to letters sent in May to the council, which asked"
        " for new rules",
        "when an office said it is no content; what stands before the comma is",
    ),
    (
        "The port will face “swift fines” if it reopens, Mayor Paul Tarus told his old rival bluntly Monday"
        " as queues grow outside the shops and the council faces a vote.",
        "Mayor Paul Tarus",
        "The port will face “swift fines” if it reopens",
        "the condition before the comma belongs in, the circumstances after the verb do not",
    ),
    (
        "Meanwhile, the council is expected to impose fines on four traders working in Lamu, according to"
        " port officials.",
        "port officials",
        "the council is expected to impose fines on four traders working in Lamu",
        "the clause that is cited and not only its infinitive",
    ),
    (
        '"We must wait," according to a March report from the Institute for Coastal Studies. group.',
        "a March report from the Institute for Coastal Studies",
        '"We must wait,"',
        "a stray word after the point is no part of the source",
    ),
    (
        'Mayor Paul Tarus said on the radio\'s "Morning Talk," that the bridge would stay shut.',
        "Mayor Paul Tarus",
        "that the bridge would stay shut",
        "the title of a show is not what he said",
    ),
]


@pytest.mark.parametrize(("text", "source", "content", "why"), SOURCES)
def test_source_and_content(read: Read, text: str, source: str, content: str, why: str) -> None:
    found = [
        (s.source.words if s.source else None, " ... ".join(p.words for p in s.content))
        for s in read(text).statements
    ]
    assert (source, content) in found, (why, found)


MODES = [
    # text, cue, mode, why
    (
        "The office hasn't identified the men whom the fine would hit.",
        "hasn't identified",
        "refusal",
        "an irregular form of a detail withheld",
    ),
    (
        "The ministry has not described the minister's agenda for the talks.",
        "has not described",
        "refusal",
        "what is not described is withheld",
    ),
    (
        "Mr. Tarus did not say how many boats would sail.",
        "did not say",
        "refusal",
        "an open question that is not answered",
    ),
    (
        "Governor Ines Moller said that the drills of the coast guard off the northern islands, planned for"
        ' June, were meant "to calm nerves" among the fishermen of the towns.',
        "said",
        "mixed",
        "three quoted words in a long content are his",
    ),
    (
        'Governor Ines Moller said that the so-called "quiet zone" would be opened to all boats in June.',
        "said",
        "indirect",
        "what others call a thing is not his wording",
    ),
]


@pytest.mark.parametrize(("text", "cue", "mode", "why"), MODES)
def test_mode(read: Read, text: str, cue: str, mode: str, why: str) -> None:
    found = {s.cue.words: s.mode for s in read(text).statements if s.cue}
    assert found.get(cue) == mode, (why, found)


ESTIMATES = [
    # text, source, content, why
    (
        "Kenya has massed boats near Lamu that port officials estimate number around 40 and project that"
        " could reach 90 by June, with the new crews on board.",
        "port officials",
        "number around 40 and project that could reach 90 by June",
        "a relative clause of two estimates",
    ),
    (
        "It comes in addition to about 4,000 Kenyan police that US and Chadian officials estimate are being"
        " moved to the lake.",
        "US and Chadian officials",
        "about 4,000 Kenyan police ... are being moved to the lake",
        "the number before the relative clause is what they estimate",
    ),
]


@pytest.mark.parametrize(("text", "source", "content", "why"), ESTIMATES)
def test_estimate(read: Read, text: str, source: str, content: str, why: str) -> None:
    found = [
        (s.source.words if s.source else None, " ... ".join(p.words for p in s.content))
        for s in read(text).statements
    ]
    assert (source, content) in found, (why, found)


def test_us_is_no_pronoun_in_capitals(read: Read) -> None:
    """ "US and Chadian officials" are unnamed people, not the newsroom's "us"."""
    for name in ("US", "U.S."):
        text = f"It adds to about 4,000 men that {name} and Chadian officials estimate are at the lake."
        assert [s.voice.kind for s in read(text).statements] == ["anonymous"]


def test_a_gloss_is_no_statement(read: Read) -> None:
    """ ", referring to the mayor" tells whom the words mean: nobody says so."""
    text = (
        '"He will decide on Sunday," Mr Hale told the council, referring to the Kenyan president.'
    )
    assert [s.cue.words for s in read(text).statements if s.cue] == ["told"]


def test_what_an_adviser_knows_about_is_not_whom_he_serves(read: Read) -> None:
    text = (
        "Jane Munro, who was a top Kenya adviser in the Hale administration when the strait was closed,"
        " said that the fines would not work."
    )
    assert [s.voice.affiliation for s in read(text).statements] != ["Kenya"]


def test_another_noun_is_another_voice(read: Read) -> None:
    """ "The administration" is not the unnamed person who once worked for one."""
    text = (
        "“It did little,” said a former official, who worked on the Chuo administration's trade "
        "policy. The administration has proposed that talks be held in Arusha."
    )
    voices = [s.voice for s in read(text).statements]
    proposed = [v for v in voices if v.description and "former official" in v.description]
    assert len(proposed) <= 1, voices


def test_the_administration_is_the_only_one_that_the_report_names(read: Read) -> None:
    """Whether it is named before or behind; where two are named it stays without a name."""
    behind = (
        "The administration has proposed talks in Arusha. Hands of the Chuo administration met."
    )
    assert [s.voice.name for s in read(behind).statements] == ["Chuo administration"]
    two = behind + " The Harlow administration met too."
    assert [s.voice.name for s in read(two).statements] == ["administration"]


VOICES = [
    # text, kind, name, affiliation, why
    (
        "The port is open, according to a description of the meeting published by the Kenyan treasury.",
        "document",
        None,
        "Kenya",
        "whose document it is",
    ),
    (
        "Chad's fisheries department said the boats were safe.",
        "named",
        "fisheries department",
        "Chad",
        "a body of state by its country",
    ),
    ("His office said that the boats were safe.", "anonymous", None, None, "whose office is open"),
    ("Both envoys said the lake was calm.", "anonymous", None, None, "two of them"),
]


@pytest.mark.parametrize(("text", "kind", "name", "affiliation", "why"), VOICES)
def test_voice(
    read: Read, text: str, kind: str, name: str | None, affiliation: str | None, why: str
) -> None:
    voice = read(text).statements[-1].voice
    assert (voice.kind, voice.affiliation) == (kind, affiliation), (why, voice)
    assert name is None or voice.name == name, (why, voice)


def test_a_dateline_is_no_content(read: Read) -> None:
    text = "KISUMU (Lake News Agency) - Kenya will not sell the ferries, Governor Paul Otieno said."
    assert [p.words for s in read(text).statements for p in s.content] == [
        "Kenya will not sell the ferries"
    ]


def test_terms_hold_for_all_that_one_voice_says(read: Read) -> None:
    text = (
        "A senior Kenyan official said the ferry was full. The official, who spoke on condition of "
        "anonymity, said the captain was new."
    )
    terms = [s.voice.terms for s in read(text).statements]
    assert terms == ["on condition of anonymity"] * 2, terms


def test_quotation_in_a_paragraph_after_a_colon(read: Read) -> None:
    text = "The governor added on Friday:\n\n“We have no boats and no petrol, and nobody asks.”"
    found = [(s.source.words, s.mode) for s in read(text).statements if s.source]
    assert found == [("The governor", "direct")], found


TRANSCRIPT = (
    "CHUO: Will the ferry run on Friday?\n\nACHIENG: It will, if the engine holds.\n\n"
    "CHUO: And if it does not hold?\n\nACHIENG: Then we row across, as our fathers did."
)


def test_transcript(read: Read) -> None:
    """Each turn is a statement of the one named before the colon, and no more than its paragraph."""
    found = [
        (s.source.words, [p.words for p in s.content], s.mode)
        for s in read(TRANSCRIPT).statements
        if s.source and s.parent is None
    ]
    assert found == [
        ("CHUO", ["Will the ferry run on Friday?"], "direct"),
        ("ACHIENG", ["It will, if the engine holds."], "direct"),
        ("CHUO", ["And if it does not hold?"], "direct"),
        ("ACHIENG", ["Then we row across, as our fathers did."], "direct"),
    ]


@pytest.mark.parametrize("mark", [":", "."])
def test_interview_without_names_is_doubtful(read: Read, mark: str) -> None:
    text = "Q: Who pays for it?\n\nA: The county.\n\nQ: All of it?\n\nA: All of it, says the plan."
    text = text.replace(":", mark)
    turns = [s for s in read(text).statements if s.source and s.source.words in {"Q", "A"}]
    assert len(turns) == 4
    assert all(s.doubtful and s.voice.kind == "unknown" for s in turns)


def test_a_list_of_facts_is_no_transcript(read: Read) -> None:
    text = "Place: Kisumu\n\nDate: Friday\n\nPrice: 40 shillings\n\nSeats: 300\n\nDoors: 7 p.m."
    assert not [s for s in read(text).statements if s.cue and s.cue.words == ":"]


PARAGRAPHS = [f"Paragraph number {n} tells of the harbour in Lamu." for n in range(8)]
BAD = [
    ("“We row at dawn. " + "\n\n".join(PARAGRAPHS), "never closed"),
    ("\n\n".join(PARAGRAPHS) + " We row at dawn,” said Omari Chuo.", "never opened"),
    ('"' + "\n\n".join(PARAGRAPHS) + '"', "the whole text is one quotation"),
    ("Chuo said: „" + "\n\n".join(PARAGRAPHS), "a low mark that nothing closes"),
    (
        "The net is wet,\nthe lamp is low,\nand who will say\nwhere herons go?\n\n"
        "“Not I,” said reed.\n“Nor I,” said stone.\nThe heron fishes\nall alone.",
        "a poem",
    ),
    (
        'MombA5A, Jan. l4 - Tbe rninister sa1d "we wi11 n0t pay the f ine, he\nadded . " "lt is '
        "unju st , '' sa id\nM r . C h u o .",
        "noise of a scanner",
    ),
]


@pytest.mark.parametrize(("text", "why"), BAD)
def test_no_quotation_swallows_paragraphs(read: Read, text: str, why: str) -> None:
    """No piece of a content crosses a paragraph, and what an unclosed mark begins is doubtful."""
    for statement in read(text).statements:
        for piece in statement.content:
            assert "\n\n" not in piece.words, why
            opened = piece.words[:1] in {"“", "„"}
            if opened and not any(mark in piece.words[1:] for mark in '”“"'):
                assert statement.doubtful, why


def test_a_missing_mark_leaves_the_speaker_doubtful(read: Read) -> None:
    """Who speaks behind a mark that is never closed is found, in his paragraph, and marked doubtful."""
    text = "“We will open the port, said Minister Ada Moyo.\n\nThe council met on Monday."
    found = [
        (s.source.words if s.source else None, [p.words for p in s.content], s.doubtful)
        for s in read(text).statements
    ]
    assert found == [("Minister Ada Moyo", ["“We will open the port"], True)]


def test_thousands_of_quotations_in_a_row(read: Read) -> None:
    """Many quotations in a row take time in proportion; ten thousand were read so by hand."""
    few = "“We row at dawn,” said Omari Chuo. “The sea is calm.” " * 150
    read("A first sentence. " + few)  # another text: the parse of the same one would be held
    started = time.process_time()
    found = read(few).statements
    once = time.process_time() - started
    assert len(found) >= 140
    started = time.process_time()
    assert len(read(few * 5).statements) >= 700
    assert time.process_time() - started < 10 * once + 2
