"""Alerts as an Atom feed (RFC 4287).

An entry is updated on the story's day, since the machine's clock is in no result; its id is a UUID made from
that of the alert (RFC 9562, version 5). Alerts of which no day is known stand at the beginning of 1970.
"""

import re
import uuid
from collections.abc import Sequence
from xml.etree import ElementTree

from ..model.claim import Standing
from ..views.sources import standing_words
from .alerts import Alert

NAMESPACE = "http://www.w3.org/2005/Atom"
UNKNOWN_DAY = "1970-01-01"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(alerts: Sequence[Alert], title: str) -> bytes:
    """The feed of these alerts, in the order in which they are given (the newest first); UTF-8."""
    ElementTree.register_namespace("", NAMESPACE)
    feed = _element(None, "feed")
    _element(feed, "title", f"{title}: alerts")
    _element(feed, "id", _urn(f"feed {title}"))
    _element(feed, "updated", _time(max((alert.day or "" for alert in alerts), default="")))
    _element(_element(feed, "author"), "name", "secondsource")
    for alert in alerts:
        entry = _element(feed, "entry")
        _element(entry, "title", alert_line(alert))
        _element(entry, "id", _urn(alert.id))
        _element(entry, "updated", _time(alert.day or ""))
        _element(entry, "category").set("term", alert.rule)
        for article in alert.articles:
            if article.address.startswith(("http://", "https://")):
                link = _element(entry, "link")
                link.set("rel", "related")
                link.set("href", article.address)
        _element(entry, "content", "\n".join(alert_lines(alert))).set("type", "text")
    text = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return bytes(text) + b"\n"


def alert_line(alert: Alert) -> str:
    """An alert in one line: the rule, the words of the report, what changed."""
    change = f"{alert.was} → {alert.became}" if alert.was else alert.became or ""
    return f"{alert.rule}: “{alert.words}”" + (f" [{change}]" if change else "")


def alert_lines(alert: Alert) -> list[str]:
    """An alert with all its evidence, for a person: one line, then one each for standing and citations."""
    lines = [alert_line(alert)]
    if alert.after is not None:
        lines.append(f"  {_words(alert.before)} → {_words(alert.after)} (claim {alert.claim})")
    names = {one.id: one for one in alert.articles}
    for cited in alert.citations:
        article = names.get(cited.article)
        where = (article.outlet or article.address) if article else cited.article
        place = "" if cited.part == "text" else f" {cited.part}"
        words = " ".join(cited.words.split())
        lines.append(f"  {where}{place} {cited.start}-{cited.end}: “{words}”")
    return lines


def _words(standing: Standing | None) -> str:
    return standing_words(standing) if standing else "new"


def _element(
    parent: ElementTree.Element | None, name: str, text: str | None = None
) -> ElementTree.Element:
    tag = f"{{{NAMESPACE}}}{name}"
    made = ElementTree.Element(tag) if parent is None else ElementTree.SubElement(parent, tag)
    if text is not None:
        made.text = _NOT_XML.sub("\ufffd", text)
    return made


def _time(day: str) -> str:
    return f"{day or UNKNOWN_DAY}T00:00:00Z"


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"secondsource:alert:{name}").urn
