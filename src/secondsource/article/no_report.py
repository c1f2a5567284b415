"""Pages that stand in the place of a report: not found, log in, consent, a check for robots."""

import re

_LONGEST = 150
"""Words of body; a report is longer, or says more than that it is not there."""

_TITLES = tuple(
    (re.compile(rf"^\W*(?:{pattern})", re.IGNORECASE), reason)
    for pattern, reason in (
        (
            r"(?:error\s+)?(?:404|410)(?:\W*$|\W+(?:error|not found|page|gone|-|[|]))|(?:(?:the |this |that )?(?:page|article|story|content|site) (?:was |is |could |can)?(?:not|n['’]t|no longer) (?:be )?(?:found|available|exist))|(?:page |file )?not found$|oops\b|sorry, (?:we|this page|the page)\b",
            "the page says that the report is not there",
        ),
        (
            r"(?:error\s+)?(?:401|403|429|451|50\d|52\d)(?:\W*$|\W+(?:error|forbidden|unauthori[sz]ed|bad|service|internal|gateway|too many|unavailable))|access (?:denied|to this page)|forbidden$|too many requests|service unavailable|(?:internal )?server error|bad gateway|gateway time-?out|site (?:under )?maintenance",
            "the server refused the page",
        ),
        (
            r"just a moment|attention required|checking (?:your|if the site)|one more step|are you (?:a )?(?:robot|human)|verify(?:ing)? (?:you are|that you are)|please verify|security check|pardon our interruption|robot check|human verification|enable javascript|please (?:enable|turn on) (?:javascript|cookies)|javascript is (?:disabled|required)",
            "the page checks for robots instead of showing a report",
        ),
        (
            r"(?:please )?(?:log ?in|sign ?in|log on|register|create (?:an|your) account|my account)(?: (?:to|or|with)\b.{0,60})?$|subscribe to (?:continue|read)\b|(?:already a )?subscribers? only$|subscription required$",
            "the page asks to log in or to subscribe instead of showing a report",
        ),
        (
            r"we value your privacy|(?:your|about) (?:privacy|cookies)(?: choices| settings)?$|cookie (?:notice|consent|policy|settings|preferences)|privacy (?:notice|policy|settings|preferences)|before you continue|manage (?:consent|cookies)|consent$",
            "the page asks for consent instead of showing a report",
        ),
    )
)  # fmt: skip


def why_no_report(titles: tuple[str | None, ...], body: str) -> str | None:
    """Why a page is no report, of its titles and a short body: that it says so; None for any other page."""
    if body.count(" ") >= _LONGEST:
        return None
    shown = [title.strip() for title in titles if title and title.strip()]
    return next((why for title in shown for pattern, why in _TITLES if pattern.match(title)), None)
