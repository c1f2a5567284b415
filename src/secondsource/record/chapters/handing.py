"""What the first reports of a chapter tell again of what the last ones of the chapter before have told.

Both chapters ask this function, and it looks at nothing but those reports: so they agree without knowing each other, and
each mention is told in exactly one chapter.
"""

from collections.abc import Collection, Sequence

from ...model.keeping import NOWHERE, Keeping
from ...model.lineage import Lineage
from ...model.reading import Reading
from ..clusters import find_clusters
from ..evidence import Evidence
from ..record import anchored
from ..refrains import without_refrains
from .sharing import mentions_in


def handed_back(
    readings: Sequence[Reading],
    lineage: Lineage,
    first: Collection[str],
    keeping: Keeping = NOWHERE,
) -> tuple[str, ...]:
    """The ids of the mentions (of events, figures and statements), sorted, of the articles `first` (ids), those that begin a chapter, that
    are one with mentions of the other readings, which end the chapter before. The other one tells them. The
    lineage is that of these readings."""
    evidence = Evidence(without_refrains(anchored(readings, lineage), lineage), lineage)
    article_of = {
        mention: reading.article.id
        for reading in evidence.readings
        for mention in mentions_in(reading)
    }
    groups: dict[str, list[str]] = {}
    for mention, cluster in find_clusters(evidence, keeping).mentions():
        groups.setdefault(cluster, []).append(mention)
    found = []
    for group in groups.values():
        begun = [mention for mention in group if article_of[mention] in first]
        if 0 < len(begun) < len(group):
            found += begun
    return tuple(sorted(found))
