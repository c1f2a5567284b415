"""Every citation of a record, held against the parts of the articles that it addresses."""

from collections.abc import Iterator, Sequence
from typing import Any

from ..model.value import Value
from .texts import Texts, texts_in, without_space

_NOT_CITED = frozenset({"removed", "origins"})
"""Parts of an article whose `start` counts in the captured text, not in the article."""


class Citations(Value, frozen=True):
    """How many citations there are, how many are held, how many could not be looked up, and which are
    not held, in words."""

    found: int
    held: int
    unchecked: int
    problems: tuple[str, ...]


def citations_in(items: Sequence[dict[str, Any]], texts: Texts) -> Citations:
    """Checks all citations of a record's objects. What is in no text of the bundle (metadata and addresses
    of captures that it does not hold, sealed texts) counts as unchecked."""
    articles = {item["id"]: item for item in items if item["type"] == "article"}
    articles |= {item["id"]: item for item in texts_in(items)}
    found = held = unchecked = 0
    problems: list[str] = []
    for item in items:
        own = item["id"] if item["type"] == "article" else ""
        for cited in _citations(item):
            found += 1
            article = cited.get("article") or own
            if item["type"] == "judgement" and article not in articles:
                verdict = None  # a person judged words of an article that the story has no more
            else:
                verdict = _verdict(cited, articles.get(article), texts, article)
            held += verdict is True
            unchecked += verdict is None
            if verdict is False:
                problems.append(
                    f"{item['type']} {item['id']}: “{str(cited['words'])[:80]}” does not stand at"
                    f" {cited['start']}:{cited['end']} of {cited.get('part', 'text')} of article"
                    f" {article or 'unknown'}"
                )
    return Citations(found=found, held=held, unchecked=unchecked, problems=tuple(problems))


def _citations(value: Any) -> Iterator[dict[str, Any]]:
    """Everything in an object that has the shape of a citation, at any depth."""
    if isinstance(value, dict):
        if {"start", "end", "words"} <= value.keys():
            yield value
        for name, inner in value.items():
            if name not in _NOT_CITED:
                yield from _citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _citations(inner)


def _verdict(
    cited: dict[str, Any], article: dict[str, Any] | None, texts: Texts, key: str
) -> bool | None:
    """Whether the words stand at their address; None where there is no text to look into."""
    if article is None:
        return False
    words, part = cited["words"], cited.get("part", "text")
    if part in ("metadata", "url"):
        # The words were taken from a page's head or an address, which are no part of the text.
        known = (article.get("address") or "", texts.captured.get(key, ""))
        return True if any(without_space(words) in place for place in known) else None
    held = _part(article, part)
    if not isinstance(held, str) or not isinstance(words, str):
        return None if held is not None else False
    return 0 <= cited["start"] <= cited["end"] and held[cited["start"] : cited["end"]] == words


def _part(article: dict[str, Any], part: str) -> Any:
    """The text of a part of an article, its seal where the text was left out, None where there is none."""
    name, _, number = part.partition(":")
    if name in ("text", "headline") and not number:
        return article.get(name)
    parts = article.get({"caption": "captions", "removed": "removed"}.get(name, ""), [])
    if number.isdecimal() and int(number) < len(parts):
        return parts[int(number)]["words"]
    return None
