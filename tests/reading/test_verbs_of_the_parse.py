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

a past form before the only noun of a sentence without another verb is its verb; a line without a full stop may be a name
The fleet stationed gunboats off Lamu. | stationed | mobilize happened
Troops advanced towards the mill. | advanced | assault happened
NATO-trained troops. | trained | -

a modal verb and its verb, whatever is inserted between them
They would (had the abbot approved) have released the pilgrims. | released | retreat conditional
They would, had the abbot approved, have released the pilgrims on Monday. | released | retreat conditional
They would, had the abbot approved, have released the pilgrims on Monday. | approved | agree conditional
The army might (its chief said) have shelled the mill. | shelled | assault hypothetical
The rebels may, officials fear, have seized the mill. | seized | coerce hypothetical
The guards could – if nobody had seen them – have attacked the mill. | attacked | assault conditional
The council will, its chair said, meet the crews on Friday. | meet | consult planned
The minister must, the court said, release the prisoners. | release | retreat demanded
The army had (its chief said) shelled the mill. | shelled | assault happened
The army has, officials said, seized the mill. | seized | coerce happened

a form in "-s" behind a name, in a line without a verb
Chad shelves levy on grain | levy | sanction cancelled
CHAD PULLS ENVOY OUT OF KOVA OVER TOLL ROW | PULLS | sanction happened
Chad sanctions Ordani mills | sanctions | sanction happened
N. Korea fires missile | fires | assault happened

a bare verb behind somebody in the plural, in such a line; a noun that a raid leaves survivors of stays a noun
Rebels ambush convoy in Mali | ambush | assault happened
Gunmen storm hotel | storm | assault happened
Police raid survivors | raid | -

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

what is given stays the object of a passive
The exile was granted asylum in Ordan. | granted | aid happened
The boy was given a kite. | given | -

a second participle has so many of its own and shares "were"
Two weavers were killed and dozens injured in a raid on the mill. | injured | assault happened
Two weavers were killed and dozens injured in a raid on the mill. | raid | assault happened
Two weavers were killed and 12 injured when a quake razed the mill. | injured | -

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
