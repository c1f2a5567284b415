"""Events in the phrases of agencies: what is left or found as something, what somebody is called, two nouns that name one
happening, nouns with what they are of."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

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

what is told in the past was not done on a day that is still to come
The guild invited the abbot on Friday. | invited | request happened
The duke ordered a raid tomorrow. | ordered | assault happened
Weavers served notice of a strike next month. | served | threaten happened
Bandits quit the mill on Friday. | quit | retreat happened

what is near, far or in the balance has not come
The envoys said an accord was within reach. | accord | agree hypothetical
A truce is still a long way off. | truce | retreat hypothetical
The regent is tipped to resign. | resign | retreat predicted

what is told by nobody
Rumours swirled that the regent had abdicated. | abdicated | retreat alleged
Word spread that the regent had abdicated. | abdicated | retreat happened

what somebody answers, feeds or fails to end has been there
The abbess endorsed the weavers' call for a count. | call | request happened
The duke reneged on his promise to the weavers. | promise | agree happened
The duke was accused of stoking the riots. | riots | protest happened
Ordan fears a spillover of the fighting. | fighting | assault happened
The mayor was faulted for failing to stop the lynching. | lynching | assault happened
Critics asked whether the duke had ordered the arrests. | arrests | coerce happened
She stopped short of blaming the marines for the massacre. | massacre | assault happened
The guild stormed out of the talks. | talks | consult happened

what lacks, and what comes of it
Without a loan, the mill will shed ninety jobs. | shed | sanction conditional
Without a truce, the port will close. | truce | retreat conditional
The truce held without a shot. | truce | retreat happened

what nearly was, and what is over
The marines were minutes away from shelling the mill. | shelling | assault negated
The accord is dead, said the duke. | accord | agree negated
The weavers must leave the mill or face arrest. | arrest | coerce threatened
The palace would not confirm the arrest. | arrest | coerce alleged

what is only told or called so
Rebels 'shelled mill in Kova' | shelled | assault alleged
Rebels shelled mill in Kova | shelled | assault happened
The fleet will drill in May in what Ordan calls a provocation. | calls | accuse happened

several verbs with one object, and what meets whom
Jets bombed, shelled and strafed the camp. | bombed | assault happened
Any landing will be met with force. | met | assault conditional
The plea was met with silence. | met | -
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
