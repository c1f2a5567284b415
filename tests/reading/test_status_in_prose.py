"""Status in long sentences of prose: what a rule lets through and, beside it, what it must not."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
failed to prevent: it came about
Two treaties failed to prevent Ordan from annexing the salt flats in 1987. | annexing | happened
The new radar will prevent Ordan from annexing the salt flats, the marshal said. | annexing | hypothetical
The patrols have not stopped the raids on the ferry. | raids | happened
The patrols stopped Ordan from raiding the ferry. | raiding | negated

what somebody calls unlikely or impossible
A lawyer called such an attack unlikely. | attack | hypothetical
A lawyer called an attack on the port impossible. | attack | negated
A lawyer called such an attack impossible. | attack | negated
A lawyer called the attack cowardly. | attack | happened

what is done for an end, and what was spent on one
The army has taken control of the airfield to distribute aid more quickly. | distribute | planned
The army took three days to seize the bridge. | seize | happened
If it leaves the talks, Ordan could take other steps to more directly threaten Velmark. | threaten | conditional
If the talks fail, Ordan will send troops to seize the harbour. | seize | hypothetical
Ordan signed a treaty that promises Velmark's help in the event of an invasion. | invasion | conditional

what is to be ended goes on; what was ended went on until then
The bishops met in Kova on a plan aimed at ending the shelling of the valley. | shelling | ongoing
The governor has ended the siege of the mill. | siege | happened

a statement that is taken back
Velmark withdrew its statement that the islands would join the alliance. | join | planned

participles of what is done
A new command would take over the troops already deployed along the canal. | deployed | happened
The bill would help clerks dismissed in March. | dismissed | happened

answered demands were made
The cabinet refuses to bow to Ordan's demands. | demands | happened
The union said its demands would not be met. | demands | happened
The cabinet would consider any demand for a share of the port. | demand | hypothetical

what may be refused is open; what was refused is not so
The weavers could refuse to talk. | talk | hypothetical
The weavers refused to talk. | talk | negated
The failure of the guards to protect the convoy was debated in Kova. | protect | negated

what somebody asks to be stopped goes on; what is to be called off is planned
The duke asked the judge to stop the inquiry into the raid. | inquiry | ongoing
The duke told her to shut down an investigation. | investigation | ongoing
The duke asked her to call off the visit to Kova. | visit | planned
The judge stopped the inquiry into the raid. | inquiry | cancelled

forms that may be of the past, beside a verb with will or may
The harbour board will close the mill and set up a relief fund for the weavers. | set up | planned
Velmark may close its border, recall its envoy and shut the embassy in Kova. | shut | hypothetical
Velmark closed its border and shut the embassy in Kova. | shut | happened
The bank will close and has set up a relief fund for the weavers. | set up | happened
The police could not find him and shut the bridge. | shut | happened

what came of a promise is not in it
The duke promised the isles “no bread for a hundred winters,” pushing the isles to threaten Kova. | threaten | happened

what counts a meeting that is still to come
The duke, who will meet the marshal on Friday in the town of Kova, his first visit to Ordan, said little. | visit | planned
The duke will meet the marshal on Friday, their first meeting since the flood. | meeting | planned
The duke flew to Kova on Friday, his first trip abroad. | trip | happened

plans are under way for it
Plans are under way for the first parley of Kovan and Ordan dukes this spring. | parley | planned
Arrangements are being made for a summit of the two ministers. | summit | planned

what is part of a deal that is only aimed at
Ordan was aiming at a treaty in which Velmark agreed to return the mills. | agreed | hypothetical
Ordan was aiming at a treaty in which Velmark agreed to return the mills. | return | hypothetical

to call is to phone, unless on somebody
An old friend called to congratulate the miller. | congratulate | happened

what is no longer asked for
She said the islands no longer insist on a withdrawal. | withdrawal | hypothetical
She said the islands no longer insist on a withdrawal. | insist | cancelled

a journey for the sake of it
The envoy made the trip to discuss the pact. | discuss | planned

what something was not may well have been
The raid was not the attack that they had feared. | attack | hypothetical

what is not told may be so
Rather than report that Ordan had raided the mill, the paper kept silent. | raided | hypothetical

let alone
The bishop never blessed the truce, let alone ordered a raid. | ordered | negated

do this, or else
"He said 'withdraw or be bombed', and we did not believe him," the miller told the bishop. | bombed | threatened

a condition that opens with "had"
Had the barge not turned back, the guards would have opened fire. | opened fire | conditional
The barge had not turned back when the guards opened fire. | opened fire | happened

what would come of an attack
A raid on the mill would be met with force, the duke said. | raid | conditional

what has not arrived
The shipment of flour promised in May has still not arrived. | shipment | negated
Two potters remain in detention. | detention | ongoing
The duke hinted at recognition of the province. | recognition | hypothetical

a particle that the parse takes for a preposition
The army sealed off the village on Monday. | sealed | happened

presupposed by what is done about it
Troops were sent to put down riots in the brick quarter. | riots | happened
Mounted police moved in to disperse students protesting against the toll. | protesting | happened
The ministry ordered a crackdown on protests over the toll in May. | protests | happened
The consul was called in to explain the seizure of two barges. | seizure | happened

effects
A build-up of troops near Kova strains ties between the two dukes. | build-up | happened

the first time that, the ninth to
It was the first time that a mob had stormed the mint. | stormed | happened
Ordan was the ninth state to recognise the junta. | recognise | happened

who did it, not whether
It is not clear who shelled the mill. | shelled | happened
It is not clear who, if anyone, shelled the mill. | shelled | hypothetical

persuading
Elders persuaded the mutineers to surrender. | surrender | happened
Elders tried to persuade the mutineers to surrender. | surrender | planned
The consul sought to reassure the traders. | reassure | planned

parts of a whole
Of the three rounds of talks last month only one was useful. | talks | happened
He conceded that some of the arrests were unlawful. | arrests | happened

under sanctions
The shipping line is under sanctions for carrying coal. | sanctions | ongoing

coordinated prepositions and nouns
Velmark accused Ordan of massing troops and of arming smugglers. | arming | alleged
Condemnation and threats of sanctions did not move the junta. | sanctions | threatened

progressive inside a report
Officials warned that Ordan is massing troops near Kova. | massing | ongoing
Officials warned Ordan against massing troops near Kova. | massing | hypothetical

a threat is made by calling it so
Any change of the border would be a red line, the marshal said. | red line | happened

dated participles between commas
Under the accord, signed on May 2 in Kova, both sides will free their prisoners. | signed | happened

what it stands for
The two sides signed a truce in May and accused each other of violating it in June. | violating | alleged
The brick union ended its strike but would renew it in June, it warned. | renew | threatened

plans that are made, calls that are resisted
Plans are being made to house the widows in tents. | house | planned
The treasury resisted calls to cut pensions for judges. | calls | happened
Repeated calls for the junta to free the monks have gone unheeded. | calls | happened
He spent a year in Kova before having to flee the city. | flee | happened

what is suspended or cancelled only in words
The premier called for the suspension of the pact. | pact | happened
Assurances that the mill would not be shelled meant little. | Assurances | happened
There were clashes between the guards and rebels backed by Ordan. | clashes | happened
Talks between the two dukes were crucial, he said. | Talks | happened
Nine people were held over the 2003 raid on the mint. | raid | happened
Police are looking into all five of the shootings. | shootings | happened

still to come
Ahead of the premier's visit to Kova, guards swept the station. | visit | planned
"""

NONE = """
words of sourcing
A clerk who spoke on condition of anonymity to discuss the plans said nothing more. | discuss
She was not authorized to discuss the budget and asked not to be named. | discuss

second senses
Demand for diesel fell in May. | Demand
The new engines met all specifications. | met
Any landing will be met by the guards. | met
The army says that the station helps to neutralize threats. | threats
Exports were hit by the frost. | hit
The base raises concerns in Kova. | raises
The war was undertaken to please the duke. | undertaken
A poll released on Monday found that he was ahead. | released
The senator beat the mayor in the primary. | beat
The plan calls for a narrow focus. | calls
The ministry ordered nine lorries from a firm in Kova. | ordered
Most people were left to dig by hand. | left
He threw a lot of money at the choir. | threw
In the film's best scene a deserter shoots his captain. | shoots
The tenor was bombarded with flowers after the second act. | bombarded
"""


def rows(table: str) -> list[list[str]]:
    """The rows of a table, without the lines that say what they are about."""
    return [
        [cell.strip() for cell in line.split("|")] for line in table.splitlines() if "|" in line
    ]


@pytest.mark.parametrize(("text", "trigger", "status"), rows(ROWS))
def test_status(read: Read, text: str, trigger: str, status: str) -> None:
    start = text.index(trigger)
    found = [
        event.status
        for event in read(text, "2023-06-14").events
        if event.citation.start < start + len(trigger) and start < event.citation.end
    ]
    assert found == [status]


@pytest.mark.parametrize(("text", "trigger"), rows(NONE))
def test_no_event(read: Read, text: str, trigger: str) -> None:
    start = text.index(trigger)
    assert not [
        event
        for event in read(text, "2023-06-14").events
        if event.citation.start < start + len(trigger) and start < event.citation.end
    ]
