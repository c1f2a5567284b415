from ..model.mention import Time
from .draft import Draft


def find_times(draft: Draft) -> tuple[Time, ...]:
    return ()
