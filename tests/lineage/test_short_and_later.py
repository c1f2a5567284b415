"""Short reports of one matter name the same people in the same order; what tells of a later day is no copy."""

import pytest
from invented import article

from secondsource.lineage import trace

BEFORE = """\
Transmar and the Dockers' Federation will meet on Sunday under a state mediator, the labour ministry said on Friday, in a last attempt to avert a strike at Westmark's largest port.

The mediator, former judge Per Aalto, met both sides separately on Thursday.

Transmar's chief executive, Olof Dahl, told the agency that the company would not withdraw the pension plan but could delay it by a year.

Police said they were investigating a fire that destroyed two of Transmar's trucks in Gallen on Wednesday night. No one was hurt. Hugo Lantz denied that union members had set it."""

AFTER = """\
Dockers at Port Gallen postponed their strike by a week on Sunday night after a state mediator, Per Aalto, presented a proposal to delay pension cuts until 2027.

Hugo Lantz, the union's leader, said members would vote on the proposal on Saturday. "It is not what we wanted, but it is something," he said.

Transmar accepted the proposal, its chief executive Olof Dahl said on Monday.

Two men were arrested on Monday over the burning of two Transmar trucks. Neither belongs to the union, police said."""

RETOLD = """\
A state mediator will bring Transmar and the Dockers' Federation together on Sunday in a last attempt to avert a strike at the largest port of Westmark, according to the labour ministry.

Per Aalto, the mediator and a former judge, saw both sides separately on Thursday.

The company could delay the pension plan by a year but would not withdraw it, said Olof Dahl, chief executive of Transmar.

A fire that destroyed two of Transmar's trucks in Gallen on Wednesday night is being investigated by police. No one was hurt, and Hugo Lantz denied that union members had set it."""

CASES = [
    # the later text, its day, whether it comes from the one of 13 June, why
    (AFTER, "2025-06-16", False, "it tells of Sunday and Monday, and shares the names"),
    (RETOLD, "2025-06-16", True, "the same told anew three days later"),
    (RETOLD, "2025-06-14", True, "and on the next day"),
]


@pytest.mark.parametrize(("later", "day", "is_copy", "why"), CASES)
def test_what_tells_of_later_days_comes_from_no_earlier_report(later, day, is_copy, why):
    passages = trace([article("a", BEFORE, "2025-06-13"), article("b", later, day)]).passages
    assert [(p.from_, p.to) for p in passages] == ([("a", "b")] if is_copy else []), why
