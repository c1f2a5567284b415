"""Words of violence, agreement and help that tell of an event in one sentence and of none in another, and cases,
inquiries and documents that are known to be: what each rule keeps out and, beside it, what it must let through."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
accidents, sicknesses and the weather kill nobody by somebody's hand
A heat wave gripped the south, killing cattle on nine farms. | killing | -
Nine clerks were killed when a boiler burst at the mill. | killed | -
Hurricane Otto killed ninety fishermen in Ordan in 1998. | killed | -
Nine millers lost their lives in the flood. | lost | -
Nine guards lost their lives in the ambush. | lost | assault happened

who is taken somewhere to be cared for is not seized; nor does everybody attack who crosses a border or fights over something
Hanna Kova, 48, was taken to Saint Anna Hospital on Tuesday. | taken | -
Ordan's army took the harbour on Tuesday. | took | assault happened
Ninety refugees crossed the border on Tuesday. | crossed | -
Ordan's troops crossed the border on Tuesday. | crossed | assault happened
The studio is fighting lawyers for the singer over access to the film. | fighting | -
The first to arrive in the bedroom was a doctor called Hanna Kova. | arrive | -
A police raid on the clinic lasted an hour. | raid | coerce happened
Two nuns were injured in a crash near Kova. | injured | -
The flu kills thousands of millers each year. | kills | -
An explosion on the rig killed nine welders. | killed | -
An explosion on the bus killed nine welders. | killed | assault happened
Nine clerks were killed when gunmen stormed the mint. | killed | assault happened
The shelling killed nine clerks. | killed | assault happened
The oil platform blew up at noon. | blew up | -
Rebels blew up the toll bridge at noon. | blew up | assault happened

what is fought without a weapon
The governor is fighting the oil spill with nine boats. | fighting | -
The senator fought for the rights of weavers. | fought | -
The senator has fought to get the toll law through. | fought | -
Rebels fought for the toll bridge until dawn. | fought | assault happened
The army is fighting the rebels near Kova. | fighting | assault ongoing

who only thinks alike agrees to nothing
The analysts agreed that the memo was relevant. | agreed | -
Most people would agree that the ferry is safer today. | agree | -
The ministers agreed that the airstrike had failed. | airstrike | assault happened
The two dukes agreed that the toll would be halved. | agreed | agree happened
The two dukes agreed to meet in Kova. | agreed | agree happened

what is offered, welcomed and guaranteed to nobody
The letters offer a rare look at the old court. | offer | -
Ordan offered the rebels an amnesty. | offered | agree happened
We welcome comments on this page. | welcome | -
The result guarantees a long contest. | guarantees | -
The ministry is committed to openness. | committed | -
They want readers to know the truth. | want | -
God bless the miners of Kova. | bless | -

what only shows or walks
The study demonstrates the peril that the dam faces. | demonstrates | -
Weavers demonstrated in Kova on Monday. | demonstrated | protest happened
The athletes marched under one flag. | marched | -
Voters flocked to his rallies. | rallies | -
Thousands came to the rally against the toll on Monday. | rally | protest happened
The candidate suspended her campaign after the vote. | suspended | -

papers that speak, and the same papers when they are made
According to the accord, both sides will free their prisoners. | accord | -
The treaty says that neither side may land troops. | treaty | -
The lawsuit alleges that the mayor took bribes. | lawsuit | -
The two dukes signed an accord in Kova. | signed an accord | agree happened
The suit said that the firm was violating the water law. | violating | reject alleged
The envoy said that the firm was violating the water law. | violating | reject ongoing

cases and inquiries are known to be, whatever comes of them
The lawsuit might not have any staying power, Harrow said. | lawsuit | accuse happened
The mayor called the lawsuit frivolous. | lawsuit | accuse happened
The clerk's aide was aware of the inquiry. | inquiry | accuse happened
In addition to the police probe, nine clerks were moved. | probe | accuse happened
The judge asked whether the mayor had lied in the inquiry. | inquiry | accuse happened
The mayor may face a lawsuit over the toll. | lawsuit | accuse hypothetical
Any lawsuit would fail, the mayor said. | lawsuit | accuse conditional

what it came to
The fall of the mint led to clashes in the brick quarter. | clashes | assault happened
The fall of the mint could lead to clashes in the brick quarter. | clashes | assault hypothetical
The feud that led to the clashes is not over. | clashes | assault happened

attempts that are called failed, and what lagged
The failed attempt to overthrow the king cost nine lives. | overthrow | coerce negated
An attempt to overthrow the king is being planned. | overthrow | coerce planned
The ministry has lagged in enforcing the curfew. | enforcing | coerce negated
The two senators differ on backing the bill. | backing | support hypothetical

what happens each time
Weavers need help when they are jailed for striking. | jailed | sanction hypothetical
The supporters will be met by police when they march on Saturday. | march | protest planned

what one has is not done yet
They have my blessing to discuss the end of the war. | discuss | consult planned
The police had him arrested. | arrested | coerce happened

how it was done is told, not whether
She often talks about how she pushed the duke to arm the rebels. | pushed | request happened

what is of a kind
The rule is common in village meetings. | meetings | consult hypothetical
The rule was read out in nine village meetings in May. | meetings | consult happened

set up: there at once, or to come
The premier has set up an appeal to help the miners. | appeal | request happened
The envoys have set up a meeting in Kova. | meeting | consult planned

second senses of taking, selling, giving up and ending
The clerk captured the mood of the day. | captured | -
The rebels captured the bridge. | captured | assault happened
The mill sold its shares on Monday. | sold | -
The singer released her single on Monday. | released | -
The militia released the hostages on Monday. | released | retreat happened
Those who sign must give up their right to a bonus. | give up | -
Norland ended the rescue operation on Monday. | ended | -
The rise in demand for licences was noted. | demand | -
An office is charged with overseeing the port. | charged | -
The clerk was charged with theft. | charged | accuse happened
Floods are the biggest threat to the mint. | threat | -

attacked in words
The mayor attacked the inquiry on Monday. | attacked | accuse happened
The army attacked the village on Monday. | attacked | assault happened

attacks and clashes of politicians are of words, where nobody is hurt
Jeb Harrow attacked Tom Kane in the debate. | attacked | accuse happened
A gunman attacked Tom Kane in Kova. | attacked | assault happened
The attack on the village killed nine millers. | attack | assault happened
Jeb Harrow clashed with Tom Kane in the debate. | clashed | -
Troops clashed with rebels in Kova. | clashed | assault happened

more second senses
The mayor held a fundraiser on Monday. | held | -
The headline of a news release was read out. | release | -
The mill released nine barrels of oil. | released | -
The concert will clash with the trial. | clash | -
The firm took a beating in the press. | beating | -
The firm faces a barrage of questions. | barrage | -
A barrage of rockets hit the mill. | barrage | assault happened
She was struck that nobody spoke. | struck | -
His appeal to voters is waning. | appeal | -
She does not call her opponents fat pigs. | call | -
Nine clerks filed an invasion of privacy lawsuit in May. | invasion | -

who is bound to do it on an occasion is to do it; who insists that it will be asks for nothing
Many will be obliged in the first vote to back the candidate. | back | support planned
Ordan was the first state to back the candidate. | back | support happened
The duke insists that the leak will be stopped. | insists | -
The duke insisted that the mint be closed. | insisted | request happened

an aim that is not reached yet, what is assured, what is struck down
Norland was aiming for a broad deal in which the rebels agreed to go. | deal | agree hypothetical
The judge assured the duke that most traders supported his bill. | supported | support happened
The judge assured the duke that most traders would support his bill. | support | support promised
After striking down the curfew, the judge left. | curfew | coerce happened

a case runs whatever comes of it
It is unclear when the prosecutor's investigation might conclude. | investigation | accuse happened
The mayor fears an investigation. | investigation | accuse hypothetical

how something was is asked, not whether
He asked whether their talks were private. | talks | consult happened
He asked whether talks were likely. | talks | consult hypothetical
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)


def test_a_town_before_attacks_is_where_they_were(read: Read) -> None:
    for text, wanted in (
        ("The Paris attacks shook the council.", ()),
        ("Israel attacks shook the council.", ("Israel",)),
    ):
        event = next(each for each in read(text).events if each.citation.words == "attacks")
        assert tuple(source.name for source in event.sources) == wanted
