from ..model.event import EventMention
from .draft import Draft


def find_events(draft: Draft) -> tuple[EventMention, ...]:
    return ()
