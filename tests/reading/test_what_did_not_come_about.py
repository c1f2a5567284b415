"""What is only feared, reported untruly, talked out of, tied to a condition or asked for by a day has not happened."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
fears and hopes, also where the parse takes them for nouns
The abbey has had no word and fears he has been killed. | killed | assault hypothetical

a report that turns out to be untrue
Reports that the depot had been blown up turned out to be a hoax. | blown up | assault negated
Reports that the depot had been blown up turned out to be true. | blown up | assault happened
The army called reports that its men had looted the depot a fabrication. | looted | assault denied
The ministry dismissed as nonsense reports that its men had burned the mill. | burned | assault denied
Reports that the duke has shelled Bol are fake news, his office said. | shelled | assault denied
The army called the man who had burned the mill a liar. | burned | assault happened
Reports that the duke has shelled Bol are old news, his office said. | shelled | assault happened

neither said nor denied
The ministry neither confirmed nor denied that its men had burned the mill. | burned | assault hypothetical
The ministry did not deny that its men had burned the mill. | burned | assault hypothetical
The ministry denied that its men had burned the mill. | burned | assault denied

"or" goes on with what is not so
Ordan has not cut ties with Chad or recalled its envoy, the abbot said. | recalled | sanction negated
The envoy never met the rebels or visited the camp. | visited | consult negated
The army did not shell the mill, and the rebels attacked it. | attacked | assault happened

what fell through was never made
The sale of jets fell through. | sale | aid cancelled
The deal fell through. | deal | agree cancelled

what is decided against, held off on or backed away from
The union decided against striking. | striking | protest negated
Ordan held off on imposing tariffs. | imposing tariffs | sanction negated
Ordan backed away from imposing tariffs. | imposing tariffs | sanction negated

what is supposed to begin has not begun, and who is called upon to resign is somebody
The truce is supposed to start on Monday. | truce | retreat planned
The duke rejected calls to resign. | resign | retreat demanded

weather and sickness attack nobody
A cyclone pounded the coast. | pounded | -
The mill was razed by an earthquake. | razed | -
Jets pounded the coast. | pounded | assault happened
A mine holed the frigate. | holed | assault happened
Three people were killed when a quake razed the mill. | killed | -

what somebody is talked out of
The bishops talked the duke out of bombing the mill. | bombing | assault negated

a condition that a participle opens
Ordan will ease the curbs, provided that the arms were shipped to Chad. | shipped | aid conditional

a draft is none yet
The general would not look at the draft truce. | truce | retreat hypothetical

whom somebody gives a time to do it in
The guild gave the owner until Monday to reopen the port. | reopen | concede demanded
The court has given the duke a fortnight to reinstate the clerks. | reinstate | concede demanded
The council set the rebels a deadline of Friday to release the medics. | release | retreat demanded

what must come before somebody will do something, or leave off what he means to do, has not come
Weavers would block the weir until the mayor was freed, the guild said. | freed | retreat conditional
The guild vowed to occupy the mill until four clerks were released. | released | retreat conditional
The rebels refused to leave the fort until their chief was freed. | freed | retreat conditional
The weavers were to stay until the duke resigned. | resigned | retreat conditional
The monks managed to hold the weir until the rebels withdrew. | withdrew | retreat happened
The crowd stayed in the square until police arrested the singer. | arrested | coerce happened
The duke did not leave the fort until the army arrested his clerks. | arrested | coerce happened

what somebody only threatens to call off still stands
The bishop threatened to cancel the meeting. | meeting | consult planned
Chad threatened to halt the release of the prisoners. | release | retreat planned
Chad halted the release of the prisoners. | release | retreat cancelled
The bishop cancelled the meeting. | meeting | consult cancelled

banks that sanction loans and sellers who retreat do nothing of the kind
State banks sanctioned loans worth four million. | sanctioned | -
Sellers retreated as the price rose. | retreated | -

who calls a law or a sanction something calls no halt
The duke called the sanctions "a hostile act". | called | -
The rebels called a truce on Monday. | called | retreat happened

what is held back from, thought better of, spared or only spoken of as open
The army held back from storming the mill. | storming | assault negated
The army thought better of storming the mill. | storming | assault negated
The army balked at storming the mill. | storming | assault negated
The mill was spared from being attacked. | attacked | assault negated
The council is divided over expelling the envoy. | expelling | sanction hypothetical
The duke is opposed to expelling the envoy. | expelling | sanction hypothetical
The council is divided over the siege of the mill. | siege | coerce happened

what never began, or hangs on something else
The march through the town failed to materialise. | march | protest negated
The attack on the mill failed to dislodge the rebels. | attack | assault happened
The withdrawal of the troops has yet to begin. | withdrawal | retreat negated
The release of the clerks hinges on a ransom. | release | retreat conditional
The release of the clerks is still months away. | release | retreat predicted
The closure of the border is up to parliament. | closure | coerce hypothetical
Negotiations over the release of the clerks broke down. | release | retreat hypothetical
Negotiations over the siege of the mill broke down. | siege | coerce happened
The vote on the ban on the guild was put off. | ban | coerce hypothetical
Release of clerks in doubt as guards stay | Release | retreat hypothetical

a report that is taken back, told by mistake or made up
A report, since retracted, said that the army had shelled the mill. | shelled | assault alleged
The paper withdrew a report that the army had shelled the mill. | shelled | assault alleged
The paper has retracted a story that said the army had shelled the mill. | shelled | assault alleged
The paper wrongly reported that the army had shelled the mill. | shelled | assault negated
The paper apologised for reporting that the army had shelled the mill. | shelled | assault negated
The paper was praised for reporting that the army had shelled the mill. | shelled | assault happened
A doctored video showed that the army had shelled the mill. | shelled | assault negated
A leaked video showed that the army had shelled the mill. | shelled | assault happened
The story that the army shelled the mill was made up. | shelled | assault denied
The abbot joked that the army had shelled the mill. | shelled | assault hypothetical
A video that appears to show soldiers beating a clerk was shared on Sunday. | beating | assault alleged
A video showed soldiers beating a clerk. | beating | assault happened

whether, and the idea of somebody's doing it
Doubts remain over whether the general was killed. | killed | assault hypothetical
There is no sign of the premier endorsing the clerk. | endorsing | support negated
The idea of Chad banning the guild is absurd. | banning | coerce hypothetical
There is a danger of Chad closing the border. | closing | coerce hypothetical
Chad's warning of a military intervention impressed nobody. | intervention | assault hypothetical

what a motion calls for, where the parse takes it for the subject of what became of the motion
A motion calling for the recall of the envoy was defeated. | recall | sanction demanded
The army may order the arrest of the editor. | arrest | coerce hypothetical
The UN was authorised to evacuate the hospital. | evacuate | retreat hypothetical

efforts and campaigns to do it, also where the parse gives their verb another subject
Efforts to free the clerks continue. | free | retreat planned
Efforts to arrest the clerks failed. | arrest | coerce negated
A campaign to free the clerks has stalled. | free | retreat planned
A campaign of bombing began. | bombing | assault happened

what is conditional on something, needs somebody's consent
The release of the clerks is conditional on a ransom. | release | retreat conditional
The conditional release of two clerks was welcomed. | release | retreat happened
The closure of the border needs the approval of parliament. | closure | coerce conditional
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
