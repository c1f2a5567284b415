"""The texts of a bundle's articles, taken anew from their captures."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from ..article import read_capture
from ..article.decode import decode
from ..errors import ArticleError
from ..model.article import Article, Capture
from ..model.value import Value
from .bundle import CaptureLine, cleaning_rules

_TAG = re.compile(r"<[^>]*>")


class Texts(Value, frozen=True):
    """What stands in the captures: `captured` is the captured text by article, its space made one blank,
    for articles that have their capture in the bundle. `differing` are articles that this version's other
    rules clean otherwise. See Verification for the counts."""

    articles: int = 0
    taken_anew: int = 0
    captured: dict[str, str] = {}
    differing: frozenset[str] = frozenset()
    problems: tuple[str, ...] = ()

    @property
    def other_rules(self) -> int:
        """How many articles other rules cleaned otherwise."""
        return len(self.differing)

    @classmethod
    def of(
        cls,
        items: Sequence[dict[str, Any]],
        captures: Iterable[CaptureLine],
        bytes_of: Callable[[str], bytes],
        cleaning: str,
    ) -> "Texts":
        """Takes every article of the record anew. With the rules that made the bundle (`cleaning`) text,
        headline, captions and removed words must come out the same; else that is a problem."""
        lines: dict[str, list[CaptureLine]] = {}
        for line in captures:
            lines.setdefault(line.sha256, []).append(line)
        captured: dict[str, str] = {}
        same, differing, problems = 0, set(), []
        articles = list(texts_in(items))
        for item in articles:
            found = lines.get(item["capture"], [])
            if not found:
                problems.append(f"article {item['id']} names a capture that is not in the bundle")
                continue
            line = next((one for one in found if one.address == item.get("address")), found[0])
            capture = Capture(
                digest=line.sha256,
                address=line.address,
                media_type=line.media_type,
                data=bytes_of(line.sha256),
                captured=next(iter(line.seen), None),
                metadata=line.metadata,
            )
            captured[item["id"]] = captured_words(capture)
            if _is_same(item, _article(capture)):
                same += 1
            elif cleaning == cleaning_rules():
                problems.append(f"article {item['id']} is not what its capture holds")
            else:
                differing.add(item["id"])
        return cls(
            articles=len(articles),
            taken_anew=same,
            captured=captured,
            differing=frozenset(differing),
            problems=tuple(problems),
        )


def captured_words(capture: Capture) -> str:
    """The captured text without tags, its space made one blank: to look words up in, no more."""
    try:
        text = decode(capture.data, capture.metadata.get("charset"))
    except ArticleError:
        return ""
    plain = html.unescape(_TAG.sub(" ", text)) if "html" in capture.media_type else text
    return one_blank(plain)


def one_blank(words: str) -> str:
    """The words with every run of space made one blank."""
    return " ".join(words.split())


def _article(capture: Capture) -> dict[str, Any]:
    try:
        article: Article = read_capture(capture)
    except ArticleError:
        return {}
    plain: dict[str, Any] = msgspec.json.decode(article.to_json())
    return plain


def texts_in(items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The objects of a record that have a text: articles, and their earlier versions."""
    for item in items:
        if item["type"] == "article":
            yield from (one for one in (item, *item.get("versions", ())) if "text" in one)


def _is_same(item: dict[str, Any], anew: dict[str, Any]) -> bool:
    """Whether everything that a citation can point into is what the capture holds."""
    names = ("text", "headline", "captions", "removed")
    return bool(anew) and all(item[name] == anew[name] for name in names if name in item)
