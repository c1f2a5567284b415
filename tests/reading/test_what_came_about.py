"""What came about though a word near it says "not", "until", "doubt" or "promise", and what did not though much is like it."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
what was not done until a day was done then; what lasts until then may not have been
The army did not storm the mill until Friday. | storm | assault happened
The clerks were not freed until a ransom had been paid. | freed | retreat happened
It was not until dawn that the army shelled the mill. | shelled | assault happened
The duke did not extend the truce until May. | extend | agree negated
The duke will not free the clerks until May. | free | retreat negated
The army did not storm the mill. | storm | assault negated

a time in which to do it is no deed
Kenya had until Monday to sign the pact. | sign | agree demanded
The duke said Kenya had until Friday to sign the pact. | sign | agree demanded
The militia has had ten days to free the clerks. | free | retreat demanded
Kenya had to sign the pact. | sign | agree happened

what is called for a day is to come, also behind a name that the parse cannot read
The union federation Sterk '44 called a two-day strike for Tuesday. | strike | protest planned
The clerks' union called a strike for Tuesday. | strike | protest planned

what somebody did not fail or hesitate to do
The army did not hesitate to shell the mill. | shell | assault happened
The army will not hesitate to shell the mill. | shell | assault hypothetical
The army hesitated to shell the mill. | shell | assault negated
The army forgot to free the clerks. | free | retreat negated
The duke failed to mention the attack on the mill. | attack | assault happened
The army failed to attack the mill. | attack | assault negated

a promise or a threat that was kept
The duke kept his promise to free the clerks. | free | retreat happened
The militia carried out its threat to shell the mill. | shell | assault happened
The militia made good on a threat to shell the mill. | shell | assault happened
The militia followed through on a threat to shell the mill. | shell | assault happened
The duke broke his promise to free the clerks. | free | retreat promised
The duke did not keep his promise to free the clerks. | free | retreat negated
The militia may carry out its threat to shell the mill. | shell | assault hypothetical

phrases that only say that it was done
The duke took the rare step of expelling the envoy. | expelling | sanction happened
The duke may take the rare step of expelling the envoy. | expelling | sanction hypothetical
The army made the mistake of shelling the mill. | shelling | assault happened
Chad wasted no time in expelling the envoy. | expelling | sanction happened
The army went on to shell the mill. | shell | assault happened
The army may go on to shell the mill. | shell | assault hypothetical
The duke saw fit to expel the envoy. | expel | sanction happened
The army dared to shell the mill. | shell | assault happened
The army did not dare to shell the mill. | shell | assault negated
The duke could not help insulting the envoy. | insulting | accuse happened

what nobody doubts
Nobody doubts that the army shelled the mill. | shelled | assault happened
Few doubt that the army shelled the mill. | shelled | assault happened
The abbot doubts that the army shelled the mill. | shelled | assault hypothetical
It is no secret that the army shelled the mill. | shelled | assault happened
It is beyond doubt that the army shelled the mill. | shelled | assault happened
It is in doubt whether the army shelled the mill. | shelled | assault hypothetical

when something was, which whoever denies another thing takes for granted
The army denied that it had acted rashly when it shelled the mill. | shelled | assault happened
The army denied that it had shelled the mill. | shelled | assault denied

an order of words that only seems a condition
Not only had the army shelled the mill, it was proud of it. | shelled | assault happened
Had the army shelled the mill, the talks would have ended. | shelled | assault conditional
Were Chad to expel the envoy, the talks would end. | expel | sanction conditional

what could not be prevented
The army could not prevent the attack on the mill. | attack | assault happened
The army could prevent the attack on the mill. | attack | assault hypothetical
The attack on the mill did not come as a surprise. | attack | assault happened

charges to which somebody pleads
The clerk pleaded not guilty to bombing the mill. | bombing | assault denied
The clerk pleaded not guilty to charges that he bombed the mill. | bombed | assault denied
The clerk pleaded not guilty to the attack on the mill. | attack | assault happened

whoever refuses to explain it takes it for granted, and so does whoever blames him for it
The duke refused to explain why he had closed the border. | closed | coerce happened
The duke refused to say whether he had closed the border. | closed | coerce hypothetical
The duke is under fire for closing the border. | closing | coerce happened
The attack on the mill did not go unnoticed. | attack | assault happened
The march through the town did not go ahead. | march | protest negated

what was lacking and what was not
Without the deployment of peacekeepers, the truce would fail. | deployment | mobilize conditional
Without the release of the clerks, the town would have starved. | release | retreat happened
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_what_came_about(read: Read, row: str) -> None:
    check_sense(read, row)
