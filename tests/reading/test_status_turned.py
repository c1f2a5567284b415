"""Status in turned and roundabout sentences: what opens a clause, what came close to being, what is only told."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
an auxiliary before its subject
Never before had the court jailed a serving bishop. | jailed | negated
Never in its long history has the club expelled a member. | expelled | negated
Hardly had the accord been signed when mortars hit the mill. | signed | happened
No sooner had they released the monks than gunmen seized them again. | released | happened

what is done in the stead of something else
Instead of negotiating, the junta jailed the weavers. | negotiating | negated
Far from disarming, the militia shelled the mill. | disarming | negated

what nearly came about
The two navies all but clashed in the strait. | clashed | negated
The frigate came close to shelling the port. | shelling | negated
The marshal came within an hour of ordering a raid. | ordering | negated
The regent narrowly escaped assassination. | assassination | negated
The regent escaped the bombing of the theatre. | bombing | happened
The ruling all but ensures that Ordan attacked first. | attacked | happened

what is told of all occasions
The ministry urged its citizens to be careful when visiting Ordan. | visiting | hypothetical
Weavers should carry papers when visiting Solwin. | visiting | hypothetical
The notice suggests that citizens “exercise caution” when visiting Ordan. | visiting | hypothetical
The rule tells soldiers to wear masks when bombing a village. | bombing | hypothetical
When visiting Solwin, the regent met weavers. | visiting | happened
The regent was hurt when visiting Solwin. | visiting | happened

what is only told
There was no truth in reports that the bishop had been abducted. | abducted | denied
The rumour that the regent had resigned proved false. | resigned | denied
Clerks scoffed at suggestions that the marshal had been removed from his post. | removed | denied
The junta's claim to have recaptured Solwin could not be independently confirmed. | recaptured | alleged
According to the indictment, the twins bombed a bridge. | bombed | alleged
According to the mayor, the twins bombed a bridge. | bombed | happened
Marines stormed a mock embassy at dawn. | stormed | hypothetical

what hangs on something else that has yet to be
Velmark said it would free the pilots once Ordan apologised. | apologised | conditional
The rebels say they will leave provided that the siege is lifted. | lifted | conditional
Were the strait to be mined, insurers would leave. | mined | conditional

what came to nothing, or was put off
Nothing came of an attempt to broker a truce in May. | broker | negated
The envoy's visit to Kova was scratched at noon. | visit | cancelled
The king's visit to Kova has been put on ice. | visit | cancelled
She left without the pledge that she had hoped for. | pledge | negated
The threat of a general strike has receded. | threat | hypothetical

who does it, and who promises it
The opposition has refused to accept the result and petitioned the court. | petitioned | happened
The firm has refused to lift the ban and cut wages. | lift | negated
The generals have promised elections within a year and the lifting of the curfew by May. | lifting | promised
Polls suggest that the mayor will be ousted in May. | ousted | predicted
"""

CASES = [
    tuple(part.strip() for part in line.split("|")) for line in ROWS.splitlines() if "|" in line
]


@pytest.mark.parametrize(("text", "word", "status"), CASES)
def test_turned_sentences(read: Read, text: str, word: str, status: str) -> None:
    found = [event for event in read(text).events if word in event.citation.words]
    assert found, text
    assert found[0].status == status, text


MATCHES = [
    "United attacked early and defeated Rovers 3-0.",
    "Rovers attacked from the left, but the visitors struck back in the second half.",
    "The chess champion attacked early and captured the queen.",
]


@pytest.mark.parametrize("text", MATCHES)
def test_matches_are_no_events(read: Read, text: str) -> None:
    assert not read(text).events, text


def test_votes_have_scores_too(read: Read) -> None:
    found = read("The court voted 5-4 to strike down the ban and defeated the appeal.").events
    assert any(event.citation.words == "voted" for event in found)
