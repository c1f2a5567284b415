from ..model.mention import Place
from .draft import Draft


def find_places(draft: Draft) -> tuple[Place, ...]:
    return ()
