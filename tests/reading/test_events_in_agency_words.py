"""Events in the phrases of agencies: what is left or found as something, what somebody is called, two nouns that name one
happening, nouns with what they are of."""

from collections.abc import Callable

import pytest
from senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
as what somebody or something is found, left or sent
The jury found the abbot guilty of theft. | found | sanction happened
The bishop held the harbour office responsible for the wreck. | held | accuse happened
The plea of the weavers went unheeded. | went | reject happened
Ordan sent home two envoys on Friday. | sent | sanction happened
The duke may stand firm on the toll. | stand | reject hypothetical

what somebody is called by whoever condemns it
Weavers called the trial a charade. | called | accuse happened
The abbess described the raid as inhuman. | described | accuse happened
Dockers branded the treasurer a thug. | branded | accuse happened
The abbess called the harbour a jewel. | called | -
The abbess described the choir as splendid. | described | -

what one wants to be done, and puts on whom
The guild wanted the toll repealed. | wanted | request happened
Ordan put tariffs on tin. | put | sanction happened
Ordan put bread on the table. | put | -

what is seized, steered and stopped
Bandits took control of the mill on Friday. | took | assault happened
The firm took control of its debts. | took | -
Clerks siphoned off relief money. | siphoned off | coerce happened
The customs officer accepted a bribe. | accepted | coerce happened
Students flooded the square at noon. | flooded | protest happened
Rain flooded the square at noon. | flooded | -
Rescuers combed the rubble for a baker. | combed | aid happened

two nouns that name one happening
The abbess received a death threat. | death threat | threaten happened
A trade ban on tin angered Ordan. | trade ban | sanction happened
The aid convoy never left the port. | aid convoy | aid negated
A bomb plot against the regent was foiled. | bomb plot | assault negated

nouns with what they are of
The fall of the citadel surprised Ordan. | fall | assault happened
The fall of the leaves surprised nobody. | fall | -
An exchange of fire followed. | exchange | assault happened
The appointment of a premier was delayed. | appointment | support cancelled
A stay of execution is possible. | stay | concede hypothetical
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
