"""Money whose name several states share is that of the state that the text names."""

import pytest

from secondsource.lexicon.shared_currencies import lands_of_word, usual

# A text, the words of the amount, its unit.
MONEY = [
    ("Kuwait will give 40 million dinars to Jordan for schools.", "40 million dinars", "KWD"),
    ("Bahrain said that it paid 3 million dinars.", "3 million dinars", "BHD"),
    ("The school is in Amman. It cost 700,000 dinars to build, she said.", "700,000 dinars", "JOD"),
    ("The Moroccan bank lost 5 million dirhams.", "5 million dirhams", "MAD"),
    ("In Colombia the fine was 90,000 pesos.", "90,000 pesos", "COP"),
    ("The fine was 90,000 pesos.", "90,000 pesos", "MXN"),
    ("Mexico lent Chile 90,000 pesos.", "90,000 pesos", "MXN"),
    ("Cairo said on Friday that the dam cost 90 million pounds.", "90 million pounds", "EGP"),
    ("The dam in Ottawa cost 90 million dollars.", "90 million dollars", "USD"),
    ("The price in Karachi, Pakistan, is 20 rupees.", "20 rupees", "PKR"),
    ("The bridge in Chile cost 20 Mexican pesos.", "20 Mexican pesos", "MXN"),
    ("The owner paid 1.2m Kenyan shillings.", "1.2m Kenyan shillings", "KES"),
    ("The ditch at the Kenyan school is 1.2m deep.", "1.2m", "metre"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "unit"), MONEY)
def test_whose_money(read, text, words, unit):
    assert [(found.citation.words, found.unit) for found in read(text).figures] == [(words, unit)]


def test_without_a_state_dinars_are_only_counted(read):
    [figure] = read("The roof of the school cost 40 million dinars, the owner said.").figures
    assert figure.unit is None


def test_shared_words_come_from_the_table():
    assert lands_of_word()["dinar"]["Tunisia"] == "TND"
    assert "dollar" not in lands_of_word()
    assert "yen" not in lands_of_word()
    assert (usual("peso"), usual("dinar")) == ("MXN", None)
