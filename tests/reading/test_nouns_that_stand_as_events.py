"""Nouns that need no light verb and no phrase where what governs them can only govern what happens."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
what is feared, weighed, faced or spoken of may come
Clerks of the ministry fear a purge. | purge | coerce hypothetical
Villagers spoke of the risk of war. | war | assault hypothetical
Brokers fled the town amid fears of a tariff. | tariff | sanction hypothetical
Ordan denied talk of a purge. | purge | coerce denied

what stands behind a word of time has its time
Envoys left after the war. | war | assault happened
Four people have died since the explosion. | explosion | assault happened
Weavers stayed at home despite a reprieve. | reprieve | concede happened
The guild reopened the mill without a guarantee. | guarantee | agree negated

the word, no deed
War is a card game. | War | -
He reads of war in old books. | war | -
The bank has a loan for anyone. | loan | -

what is named by a class of things stays bound to it: without the class it is another sense
The firm fears the release. | release | -
After the election, the duke went fishing. | election | -
Dockers stayed until the return. | return | -

nouns for somebody, for ties or for a danger that nobody utters
After the delegation, two clerks walked in. | delegation | -
The town faces a threat from mice. | threat | -
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
