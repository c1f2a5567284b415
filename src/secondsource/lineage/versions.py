"""What a newer version of an article changed in an older one."""

from ..model.article import Article
from ..model.lineage import Alteration
from .alignment import Indexed, Weights, chain, pairs_of
from .alterations import alterations_of, cite
from .shingles import Shapes


def compare_versions(older: Article, newer: Article) -> tuple[Alteration, ...]:
    """What became of the older text in the newer one, in the order of the newer; then the sentences that
    were put in or left out. Citations name their article by the ids of the two."""
    shapes = Shapes()
    sheets = [shapes.lay_out(older), shapes.lay_out(newer)]
    weights = Weights(sheets)
    before, after = (Indexed(sheet, weights) for sheet in sheets)
    pairs = chain(pairs_of(before, after))
    changed = [
        item
        for item in alterations_of(before, after, pairs)
        if item.kind not in ("omitted", "added")
    ]
    kept = {pair.original for pair in pairs}
    known = {pair.copy for pair in pairs}
    added = [
        Alteration(kind="added", was="", became=line.shape.text, citations=(cite(line, newer.id),))
        for number, line in enumerate(after.lines)
        if number not in known
    ]
    omitted = [
        Alteration(
            kind="omitted", was=line.shape.text, became="", citations=(cite(line, older.id),)
        )
        for number, line in enumerate(before.lines)
        if number not in kept
    ]
    return (*changed, *added, *omitted)
