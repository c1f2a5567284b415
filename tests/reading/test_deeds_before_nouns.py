"""Deeds that the parse takes for adjectives of what they are done to, and adjectives that stay what they are."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
after a preposition or a verb of ending, the noun is what it is done to
Ordan answered by halting exports of tin. | halting | sanction happened
Two weavers were jailed for burning flags. | burning | assault happened
The abbess urges Ordan to stop shelling villages | shelling | assault ongoing

a second deed of the one who did the first
Rioters torched a mill and looted shops. | looted | protest happened
Clerks imposed a curfew and banned gatherings of more than six people. | banned | coerce happened

"had" helps the verb behind it, and does not say what was owned
The band burned the chapel, which had sheltered refugees. | sheltered | aid happened

whoever does it stays who does it, and what is so stays so
The mill was shut by visiting monks. | visiting | -
The mill is run by visiting monks. | visiting | -
The chapel had limited supplies. | limited | -
The firm sells a boat and used cars. | used | -
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
