"""Events in the wider words of the news, what is said of them roundabout, and texts that are no news at all: matches,
works, recipes, stars, jokes, markets and figures of speech tell of no event of today."""

from collections.abc import Callable

import pytest
from tests.reading.senses import check_sense, rows_of

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

ROWS = """
words of the front, the street, the court, the customs house
Mortars slammed into a customs house near Kova at noon. | slammed | assault happened
Bandits overran a toll post and made off with ninety mules. | overran | assault happened
Bandits overran a toll post and made off with ninety mules. | made off | coerce happened
The army drafted in sappers on Tuesday. | drafted in | mobilize happened
Students poured into the square at noon. | poured | protest happened
Farmers dumped milk before the mint. | dumped | protest happened
The regent reshuffled his cabinet on Tuesday. | reshuffled | retreat happened
Two deputies crossed the floor on Tuesday. | crossed | retreat happened
The court halved the abbot's sentence. | halved | concede happened
Jurors absolved the abbot of theft. | absolved | concede happened
The bank was cut off from its clients by the ministry. | cut off | sanction happened
Ordan halted exports of tin to Velmark. | halted | sanction happened
Velmark nominated a midwife. | nominated | support happened
The recapture of the mill took a week. | recapture | assault happened
The dressing-down by the abbess was brief. | dressing-down | accuse happened
The motion was defeated by ninety votes. | defeated | reject happened
The marines stopped short of boarding the ferry. | boarding | coerce negated

what somebody faces has been said, what a law binds to has not been done
The abbot faces calls to resign. | calls | request happened
The abbot faces calls to resign. | resign | retreat demanded
The abbot faces expulsion. | expulsion | sanction hypothetical
The accord obliges both dukes to free the weavers. | free | retreat hypothetical
The siege forced both dukes to free the weavers. | free | retreat happened

what was to be and was dropped, put back or left undone
Plans to invade the islet have been dropped. | invade | assault cancelled
Plans to invade the islet have been drawn up. | invade | assault planned
The delivery of ninety doses has been put back by a month. | delivery | aid cancelled
The duke was to have met the rebels but flew to Kova. | met | consult cancelled
The duke went back on his promise to free the weavers. | free | retreat cancelled
The abbess gave an assurance that the weavers would be freed. | freed | retreat promised

who says it, and whether anybody believes it
Whether the duke bribed the clerks is for the court to say. | bribed | coerce hypothetical
The envoy was kidnapped, according to unconfirmed reports. | kidnapped | assault alleged
The envoy was kidnapped, according to the police. | kidnapped | assault happened
Few believe that the junta will free the weavers. | free | retreat hypothetical
Ordan accused the weavers of arson, a charge that the guild rejected. | rejected | reject happened
Ordan advised the weavers to withdraw. | withdraw | retreat requested
Ninety people awoke to the roar of shelling. | shelling | assault happened

how little is not nothing, and until when is not when
Barely ninety rebels surrendered. | surrendered | retreat happened
Hardly any rebels surrendered. | surrendered | retreat negated
The council was dissolved until next year. | dissolved | coerce happened

matches
Kova were hammered 4-1 and surrendered the cup. | surrendered | -
The pitcher struck out six batters. | struck out | -
After the break the hosts laid siege to the goal and captured the title. | laid | -
The rider attacked on the last climb and dropped his rivals. | attacked | -
Ordan will meet Velmark in the quarter-final on Friday. | meet | -
Talks between the two halves of the city on water rights failed. | Talks | consult happened

works
In the second act the duke poisons his sister. | poisons | -
The abbess's second act of mercy was to free the weavers. | free | retreat happened
The play's hero is arrested and hanged. | arrested | -
The hero of the siege was arrested on Tuesday. | arrested | coerce happened
The fresco shows a mob storming a mill. | storming | -
The mayor showed a mob storming a mill on his phone. | storming | assault happened
Her book tells how a baker murders three abbots. | murders | -
Her book tells how soldiers murdered three abbots in 1950. | murdered | assault happened

the kitchen, the stars, the beasts, the weather
Whip the cream, crush the walnuts and torch the sugar. | torch | -
Mars invades your house of love, so guard your heart. | invades | -
Ordan invaded your valley in 1950, the duke said. | invaded | assault happened
Wolves ambushed a flock near Kova. | ambushed | -
Bandits ambushed a flock near Kova. | ambushed | assault happened
The storm bombarded the coast with hail. | bombarded | -
A strike of lightning burned the mill. | strike | -

jokes and scorn
I will murder my brother if he sings again, she laughed. | murder | -
Oh sure, and tomorrow the baker will invade Ordan on his bicycle. | invade | -
Area man invades kitchen of neighbour. | invades | -
I could murder a sandwich, said the duke. | murder | -

markets and figures of speech
The pound came under fire on Tuesday. | came | -
The convoy came under fire on Tuesday. | came | assault happened
A war of words broke out over the tram. | war | -
The grocer launched an assault on the market for tea. | launched | -
The grocer declared war on plastic. | declared | -
Velmark declared war on Ordan on Tuesday. | declared | assault happened
The duke shot himself in the foot with that remark. | shot | -
Investors fled bank shares on Tuesday. | fled | -
The marketing coup pleased the grocer. | coup | -
The garden is a riot of colour. | riot | -
"""


@pytest.mark.parametrize("row", rows_of(ROWS))
def test_sense(read: Read, row: str) -> None:
    check_sense(read, row)
