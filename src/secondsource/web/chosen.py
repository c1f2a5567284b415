"""What of a view a request asks for by its query: one reading of it for pages and API, which then cannot differ."""

from starlette.requests import Request

from ..model.claim import Claim, Series
from ..model.event import Status
from ..views.agenda import AgendaItem
from ..views.brief import LENGTHS
from ..views.line import Line
from . import lists
from .current import Sight
from .lists import A_PAGE, Part
from .site import asked_of, choice_of, day_of
from .words import FLAGS, KINDS, LABELS, STATUS_GROUPS

YES_OR_NO = ("yes", "no")

STATUSES: tuple[Status, ...] = tuple(s for _, group in STATUS_GROUPS.values() for s in group)


def length(request: Request) -> str:
    """The name of a length of the brief."""
    return choice_of(request, "length", tuple(LENGTHS)) or "medium"


def timeline(request: Request, sight: Sight) -> Part[Line]:
    """The lines of the timeline, of one label, between two days."""
    label = choice_of(request, "label", tuple(LABELS))
    since, until = day_of(request, "since"), day_of(request, "until")
    return lists.timeline(sight, asked_of(request), label, since, until)


def agenda(request: Request, sight: Sight) -> Part[AgendaItem]:
    """The items of the agenda as of a day, all or those ahead."""
    ahead = choice_of(request, "ahead", YES_OR_NO) == "yes"
    return lists.agenda_items(sight, asked_of(request), day_of(request, "as_of"), ahead)


def figures(request: Request, sight: Sight, size: int = A_PAGE) -> Part[Series]:
    """The series, all or those that changed, `size` on a page unless asked otherwise."""
    changed = choice_of(request, "changed", YES_OR_NO) == "yes"
    return lists.figures(sight, asked_of(request, size), changed)


def standing(request: Request, sight: Sight) -> Part[Claim]:
    """The claims of one label, kind, status, flag."""
    return lists.standing(
        sight,
        asked_of(request),
        choice_of(request, "label", tuple(LABELS)),
        choice_of(request, "kind", tuple(KINDS)),
        choice_of(request, "status", STATUSES),
        choice_of(request, "flag", tuple(FLAGS)),
    )
