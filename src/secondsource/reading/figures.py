from ..model.figure import Figure
from .draft import Draft


def find_figures(draft: Draft) -> tuple[Figure, ...]:
    return ()
