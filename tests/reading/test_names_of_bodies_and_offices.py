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


DESCRIBED = [
    # text, name, kind (None: no actor), why
    ("She runs Kasim Vale, a shipping firm in Lamu.", "Kasim Vale", "company", "called a firm"),
    ("They bought shares of Amani Wele, an airline.", "Amani Wele", "company", "called an airline"),
    ("He met Kasim Vale, a lawyer from Lamu.", "Kasim Vale", "person", "called a lawyer"),
    ("He met Kasim Vale, a developer in Lamu.", "Kasim Vale", "person", "people develop as well"),
    ("The rebels took Mera Dola, a town of 4,000.", "Mera Dola", None, "called a town"),
    (
        '"We will shut Lunga Lunga to every lorry," she said.',
        "Lunga Lunga",
        None,
        "nobody shuts people",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind", "why"), DESCRIBED)
def test_what_words_around_a_name_say_it_is(
    reader: Reader, text: str, name: str, kind: str | None, why: str
) -> None:
    kinds = [
        mention.kind for mention in reader.read(text, as_is=True).mentions if mention.name == name
    ]
    assert kinds == ([kind] if kind else []), why
