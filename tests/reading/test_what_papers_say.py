"""What a paper, an inquiry or a court says behind a comma is told by it, and by nobody else."""

import pytest

SAID = [
    # sentence, its source, status of its first deed (None: no deed), why
    ("The company knew of the crack and killed 21 people through neglect, the lawsuit states.", "the lawsuit", "alleged", "a form that is a noun as well"),
    ("Police fired on the crowd, a United Nations report states.", "a United Nations report", "happened", "behind a longer name"),
    ("The governor, the audit states, paid 40 gunmen.", "the audit", "happened", "in the middle"),
    ("“They knew, and they let us sleep under that wall,” the lawsuit states.", "the lawsuit", None, "behind words in marks"),
    ("Soldiers killed nine villagers, the inquiry found.", "the inquiry", "happened", "an inquiry speaks"),
    ("An inquiry by the bishops found that soldiers killed nine villagers.", "An inquiry by the bishops", "happened", "before what it found"),
    ("Soldiers killed nine villagers, the autopsy showed.", "the autopsy", "happened", "so does what was looked at"),
    ("Soldiers killed nine villagers, papers filed in court show.", "papers filed in court", "happened", "what was done with them stands between"),
    ("Soldiers killed nine villagers, documents seen by the bishop show.", "documents seen by the bishop", "happened", "who saw them is not the source"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "status", "why"), SAID)
def test_what_papers_say(reader, sentence, source, status, why):
    reading = reader.read(sentence, published="2025-03-07", as_is=True)
    told = {s.id: s for s in reading.statements if s.source and s.source.words == source}
    assert told, why
    deeds = [event for event in reading.events if event.type in ("assault", "aid")]
    assert (deeds[0].status if deeds else None) == status, why
    for deed in deeds:
        assert deed.voice is not None, why


RULED = [
    # sentence, status of the deed, why
    ("The court ruled that soldiers killed nine villagers.", "happened", "what was so"),
    ("The court ruled the army had bombed the clinic.", "happened", "without “that”"),
    ("The jury decided that the guard shot the boy.", "happened", "of a jury"),
    ("The judge ruled that police must release the men.", "demanded", "what is to be"),
    ("The judge ruled that the men be released.", "demanded", "in the subjunctive"),
]


@pytest.mark.parametrize(("sentence", "status", "why"), RULED)
def test_what_courts_rule(reader, sentence, status, why):
    reading = reader.read(sentence, published="2025-03-07", as_is=True)
    deeds = [event for event in reading.events if event.type in ("assault", "retreat")]
    assert [deed.status for deed in deeds] == [status], why


TAKEN_UP = [
    # text, the source of its last statement, its party, why
    ("The mine belongs to Norrfjord Metals, which is listed in Oslo. The company said it had halted work.", "The company", "Norrfjord Metals", "what metal firms are called"),
    ("Kessel Mining owns the pit. The firm said it would pay.", "The firm", "Kessel Mining", "a firm is a company"),
    ("Aldous Airways cancelled flights. The airline said fog was to blame.", "The airline", "Aldous Airways", "and what it does"),
    ("Aldous Airways bought a share of Kessel Mining. The airline said it would pay cash.", "The airline", "Aldous Airways", "of two the one that flies"),
    ("Kessel Mining made an offer. A residents' group rejected it. Its lawyer said the group would sue.", "Its lawyer", None, "of the group, which has no name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "party", "why"), TAKEN_UP)
def test_whom_a_noun_takes_up(reader, text, source, party, why):
    told = reader.read(text, published="2025-03-07", as_is=True).statements[-1]
    assert (told.source.words, told.voice.party) == (source, party), why


LABELS = [
    # headline, report, who says the headline, why
    ("KOVA: MILL OWNER OFFERS CASH, MAYOR QUITS", "The mill at Kova is shut.", [], "where it is from"),
    ("Sudan: Army retakes market", "Shops in Sudan were shut, a trader said.", ["a trader"], "a land"),
    ("Norland: We will not leave", "Shops in Norland were shut.", ["Norland"], "what a government says"),
    ("Halvorsen: I will not resign", "Petra Halvorsen, the minister, was in Kova.", ["Halvorsen"], "a person"),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "text", "sources", "why"), LABELS)
def test_labels_of_headlines(reader, headline, text, sources, why):
    told = reader.read(f"{headline}\n\n{text}", published="2025-03-07", as_is=True).statements
    assert [s.source.words for s in told if s.source] == sources, why
