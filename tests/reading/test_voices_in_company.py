"""Who speaks with others, whom several serve, and whom somebody works for, in invented sentences."""

import pytest

VOICES = [
    (
        "Prime Minister Ana Ruiz, President Tom Akello and General Jan Kowal said the truce would hold.",
        {"name": "Ana Ruiz, Tom Akello and Jan Kowal", "count": 3},
        "titles of two words stand in a list of speakers",
    ),
    (
        "Foreign Minister Ana Ruiz, General Tom Akello and Commissioner Jan Kowal said the truce would hold.",
        {"name": "Ana Ruiz, Tom Akello and Jan Kowal", "count": 3},
        "the same with other titles",
    ),
    (
        "Ana Ruiz, the ferry company's lawyer, said the truce would hold.",
        {"name": "Ana Ruiz", "count": 1},
        "what she is speaks no word of its own",
    ),
    (
        "The foreign ministers of Kenya and Chad said that talks would go on.",
        {"kind": "anonymous", "affiliation": "Kenya and Chad", "party": None},
        "ministers of two countries do not speak for one of them",
    ),
    (
        "The presidents of Chad, Mali and Niger agreed to open the border.",
        {"affiliation": "Chad and Mali and Niger", "party": None},
        "nor presidents of three",
    ),
    (
        "Officials from Chad said that the border was shut.",
        {"affiliation": "Chad", "party": "Chad"},
        "officials of one country do",
    ),
    (
        "An official who met the ministers of Chad and Mali said nobody was paid.",
        {"affiliation": None},
        "whom he met he does not serve",
    ),
    (
        "The plan failed, said a former official, who worked on water policy for the Diallo administration.",
        {"affiliation": "Diallo administration", "party": None},
        "a clause tells whom he worked for; he need not speak for it",
    ),
    (
        "The pump broke, said an engineer who worked at the Kariba Mining Company.",
        {"affiliation": "Kariba Mining Company"},
        "the same of a company",
    ),
    (
        "A driver who used to work for the Harbour Authority said nobody was paid.",
        {"affiliation": "Harbour Authority"},
        "the same with 'used to'",
    ),
    (
        "A lawyer who works against the Harbour Authority said nobody was paid.",
        {"affiliation": None},
        "against a body nobody works for it",
    ),
    (
        "A man who never worked for the Harbour Authority said nobody was paid.",
        {"affiliation": None},
        "nor who never did",
    ),
    (
        "A teacher who works in Nairobi said nobody was paid.",
        {"affiliation": None},
        "a town is no employer",
    ),
]


@pytest.mark.parametrize(("text", "fields", "why"), VOICES)
def test_voice(read, text: str, fields: dict[str, object], why: str) -> None:
    voices = [statement.voice for statement in read(text).statements if statement.parent is None]
    assert len(voices) == 1, why
    assert {name: getattr(voices[0], name) for name in fields} == fields, why
