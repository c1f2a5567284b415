"""Invented reports for the tests of lineage, and how to make an Article of one."""

from tests.given_days import on

from secondsource.model.article import Article


def article(name: str, text: str, published: str | None = None, **fields: object) -> Article:
    """An Article with this text; `published` is an ISO day."""
    date = on(published) if published else None
    return Article(id=name, address=name, text=text, published=date, **fields)  # type: ignore[arg-type]


DAM = """\
Engineers lowered the Orlava reservoir by two metres on Monday after a crack 14 metres long was found in the northern wall of the dam.

"The wall is standing and it will stand," the chief engineer, Petra Lindqvist, told reporters beside the spillway. "We are lowering the water so that we can look at it in peace."

About 3,200 people in the villages of Tormo and Ask were told to sleep elsewhere until Thursday. Two schools and a sawmill have been closed.

The crack was noticed by a fisherman, who sent a photograph to the county office on Sunday evening. Inspectors had last examined the wall in March and had found nothing unusual.

Insurers put the value of the buildings below the dam at 410 million kronor. The county may ask the government for help if the order lasts longer than a week, its director, Nils Bergqvist, said.

A retired miner in Tormo, Elof Sand, said he would not leave his goats. "They cannot read the order, and I will not read it to them," he said."""

DAM_RETOLD = """\
The water level of the Orlava reservoir was brought down by two metres on Monday, once a 14-metre crack had turned up in the dam's northern wall.

"The wall is holding and it is going to hold," said chief engineer Petra Lindqvist at the spillway. "We let water out in order to examine it calmly."

Some 3,200 inhabitants of the Tormo and Ask villages must spend the nights until Thursday somewhere else, and a sawmill and two schools were shut.

It was a fisherman who spotted the crack and mailed a picture of it to the county office on Sunday evening; at the previous inspection of the wall, in March, nothing unusual was seen.

The buildings lying below the dam are worth 410 million kronor, according to insurers. County director Nils Bergqvist said the government could be asked for help should the order last beyond a week."""

DAM_INDEPENDENT = """\
Residents of two villages below the Orlava dam packed cars and barns in the rain on Monday, hours after sirens told them that the wall above them had cracked.

By nightfall the road out of Ask was a line of headlights. Maja Holm had put her hens in a wardrobe and the wardrobe on a trailer. "I took what makes a noise," she said.

"The wall is standing and it will stand," Petra Lindqvist, the chief engineer, told a crowd beside the spillway. Few seemed calmed by it.

The power company that owns the dam, Nordfall, lost six percent of its value on the exchange. It declined to say when the wall was last repaired."""
