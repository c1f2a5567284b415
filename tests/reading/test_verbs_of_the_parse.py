"""Main verbs that the parse takes for adjectives or for parts of names, participles that take a deed for granted, warnings
of those who command force, and whose arrest or suspension it is."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
a past form between its subject and its object is the verb, unless a hyphen makes an adjective of it
The ministry refutes claims that its consul smuggled weapons in sacks. | smuggled | aid denied
Monks fled the rebel-held town. | held | -

a form in "-s" behind a name, in a line without a verb
Chad shelves levy on grain | levy | sanction cancelled
CHAD PULLS ENVOY OUT OF KOVA OVER TOLL ROW | PULLS | sanction happened

what a participle before a known noun takes for granted
The duke returned the seized barges. | seized | coerce happened
Envoys spoke to the ousted premier. | ousted | coerce happened
Bread reached the besieged quarter. | besieged | coerce ongoing
Exiled princes write long letters. | Exiled | -
The arrested weavers sang. | arrested | -
The guild fed the wounded dog. | wounded | -

who commands force and says what will be done by force threatens; who only foresees it does not
The admiral warned that any ship in the strait would be fired upon. | warned | threaten happened
The army warned that looters would be shot. | warned | threaten happened
The president warned that smugglers would be jailed. | warned | threaten happened
Farmers warned that the looters would be shot. | warned | -
The admiral warned that the ice would be gone by May. | warned | -

whose it is says what "of" says elsewhere
Her suspension surprised the guild. | suspension | sanction happened
The abbot's appointment was delayed. | appointment | support cancelled
Friday's appointment was short. | appointment | -

the least that could be expected
Not one of the powers has so much as lifted a finger for the town. | lifted | aid negated

whoever is held on charges has been charged
Two weavers remain in detention on charges of theft. | charges | accuse happened

arms are smuggled to somebody, a pistol into a cell
Clerks smuggled weapons to the rebels. | smuggled | aid happened
A pistol was smuggled into the cell. | smuggled | -
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
