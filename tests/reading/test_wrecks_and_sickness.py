"""What stories of wrecks, sickness, courts and firms tell: accidents, what follows what, who speaks, what is promised."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_parts, check_sense, event_at, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

SENSES = """
What breaks by itself kills nobody by a deed.
A ferry capsized off Lamu on Sunday, killing nine people. | killing | -
The bus carrying nine clerks plunged into a river, killing four. | killing | -
The inquiry into the sinking that killed nine people opened. | killed | -
Some forty people are killed in road wrecks every year. | killed | -
Rebels sank a ferry off Lamu on Sunday, killing nine people. | killing | assault happened
Gunmen broke into a shop, killing nine people. | killing | assault happened
Nine people were killed on Sunday by rebels. | killed | assault happened

What will follow something that is to be done first: neither is done; who is tried for a deed has done it.
A relative said she would speak after meeting her lawyers. | meeting | consult planned
The envoy will fly home after meeting the premier. | meeting | consult planned
The envoy flew home after meeting the premier. | meeting | consult happened
The clerk will face trial after beating a guard. | beating | assault happened

Money promised in aid is no aid given.
The union has promised 4m euros in emergency aid. | emergency aid | aid promised
Norland promised $4 million in emergency aid. | emergency aid | aid promised
Norland gave Sudria 4 million dollars in food aid. | food aid | aid happened

Who is bidden is to do it, though an authority to do it stands there.
The judge ordered the authority to release the crew by Friday. | release | retreat demanded
The council has the authority to expel the envoy. | expel | sanction hypothetical

Words of two trades.
Minister sacked over cholera as border reopens | sacked | sanction happened
The convoy reached the town on Friday. | reached | aid happened
Soldiers reached the town on Friday. | reached | mobilize happened
The search was suspended on Tuesday because of the wind. | suspended | -
The army suspended the airlift on Monday. | suspended | sanction happened
The court held the minister to account. | held | -
Police held the minister on Monday. | held | coerce happened
The singer died of a cardiac arrest. | arrest | -
Thousands were left homeless after the earthquake. | left | -

Strikes of those who work, and firms that are bought.
The firm whose workers are in the second week of a strike lost money. | strike | protest happened
The union met on Monday. The strike ended on Tuesday. | strike | protest happened
The rebels met on Monday. The strike on the depot killed nine. | strike | assault happened
The shareholders met on Monday. The takeover is to be completed in June. | takeover | -
Lenz Metals made an offer of nine million pounds for a steel mill. | pounds | -
Norland made an offer of nine million pounds for flood relief. | pounds | aid promised

Under what is made already.
Under an agreement signed on Friday the mill will stay open. | agreement signed | agree happened
"""


@pytest.mark.parametrize("row", rows_of(SENSES))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)


PARTS = [
    # text, trigger, who does it, to whom, why
    (
        "The children's agency has sent nine million tablets and the European Union on Thursday pledged money for wells.",
        "pledged",
        ["European Union"],
        None,
        "the subject of the second clause, listed by the parse with what was sent",
    ),
    (
        "The ministry has sent nine doctors and nurses and on Thursday pledged money for wells.",
        "pledged",
        ["ministry"],
        None,
        "but what was sent pledges nothing",
    ),
    (
        "Prosecutors charged the captain of the Blue Heron with theft on Tuesday.",
        "charged",
        ["Prosecutors"],
        ["captain of Blue Heron"],
        "who sails on it is not the ship",
    ),
    (
        "Supporters of the ruling Civic Union clashed with police on Monday.",
        "clashed",
        ["Supporters of Civic Union"],
        ["police"],
        "those who are for a body are not the body",
    ),
    (
        "The premier has promised an inquiry into the sale.",
        "promised",
        ["premier"],
        [],
        "what is promised is nobody to whom it is",
    ),
    (
        "Judge Ann Bell ordered the authority to release the crew.",
        "release",
        ["authority"],
        ["crew"],
        "who is bidden does it",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "sources", "targets", "why"), PARTS)
def test_who_takes_part(
    read: Read,
    text: str,
    trigger: str,
    sources: list[str] | None,
    targets: list[str] | None,
    why: str,
) -> None:
    check_parts(event_at(read(text, "2023-05-10"), trigger), sources, targets, why)


VOICES = [
    # text, cue, who speaks, why
    (
        "Police questioned the captain, Omar Moor. His lawyer, Ann Bell, said he had followed every rule.",
        "said",
        "Ann Bell",
        "whose lawyer she is does not speak with her",
    ),
    ("The WHO said nine people had died.", "said", "WHO", "a body and no pronoun"),
    ("According to the WHO, nine people have died.", "According to", "WHO", "nor here"),
]


@pytest.mark.parametrize(("text", "cue", "name", "why"), VOICES)
def test_who_speaks(read: Read, text: str, cue: str, name: str, why: str) -> None:
    statements = read(text, "2023-05-10").statements
    statement = next(each for each in statements if each.cue and each.cue.words == cue)
    assert statement.voice.name == name, why
