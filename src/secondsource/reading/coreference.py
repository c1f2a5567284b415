from ..model.mention import Mention
from .draft import Draft


def find_references(draft: Draft) -> tuple[Mention, ...]:
    return draft.mentions
