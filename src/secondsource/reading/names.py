from ..model.mention import Mention
from .draft import Draft


def find_mentions(draft: Draft) -> tuple[Mention, ...]:
    return ()
