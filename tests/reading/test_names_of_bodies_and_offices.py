"""Bodies that their form gives away, people by their office, and titles and storms that are nobody."""

import pytest

from secondsource.reading.reader import Reader

# A sentence, and what it names with the kind of each, in the order of the text.
ROWS = [
    (
        "Voters left the Partei für Wald und Heide and joined the Parti des Pêcheurs de Kerl.",
        [("Partei für Wald und Heide", "party"), ("Parti des Pêcheurs de Kerl", "party")],
    ),
    (
        "Two deputies of the Mouvement pour la Paix et le Pain resigned.",
        [("Mouvement pour la Paix et le Pain", "party")],
    ),
    ("The Danish Greens lost a seat.", [("Danish Greens", "party")]),
    ("A motion of the Austrian Social Democrats failed.", [("Austrian Social Democrats", "party")]),
    ("The rally was called by Veterans for Calm.", [("Veterans for Calm", "organization")]),
    ("The Kenyan Senate passed the bill.", [("Kenyan Senate", "government")]),
    ("Orlow was re-elected in May.", [("Orlow", "person")]),
    ("Tropical Depression Mara weakened over the sea.", []),
    ("Her novel The Silent Orchard sold well.", []),
    ("They traded ten Russians for bread.", [("Russians", "nationality")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_what_is_named(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    reading = reader.read(text, as_is=True)
    named = [(m.citation.words, m.kind) for m in reading.mentions if m.citation.words[0].isupper()]
    assert named == expected
