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
    """What stands in the captures: `captured` is the captured text by article, without space, for articles
    that have their capture in the bundle. See Verification for the counts."""

    articles: int = 0
    taken_anew: int = 0
    other_rules: int = 0
    captured: dict[str, str] = {}
    problems: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        items: Sequence[dict[str, Any]],
        captures: Iterable[CaptureLine],
        bytes_of: Callable[[str], bytes],
        cleaning: str,
    ) -> "Texts":
        """Takes every article of the record anew. With the rules that made the bundle (`cleaning`) text,
        headline, captions and removed words must come out the same; with others every piece of the text
        must at least stand in the capture. What does not is a problem."""
        lines: dict[str, list[CaptureLine]] = {}
        for line in captures:
            lines.setdefault(line.sha256, []).append(line)
        captured: dict[str, str] = {}
        same, differing, problems = 0, 0, []
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
            elif cleaning != cleaning_rules() and stands_in(item, captured[item["id"]]):
                differing += 1
            else:
                problems.append(f"article {item['id']} is not what its capture holds")
        return cls(
            articles=len(articles),
            taken_anew=same,
            other_rules=differing,
            captured=captured,
            problems=tuple(problems),
        )


def captured_words(capture: Capture) -> str:
    """The captured text without tags and space: to look words up in, no more."""
    try:
        text = decode(capture.data, capture.metadata.get("charset"))
    except ArticleError:
        return ""
    return without_space(
        html.unescape(_TAG.sub("", text)) if "html" in capture.media_type else text
    )


def without_space(words: str) -> str:
    """The words without any space: what cleaning may change, and nothing else."""
    return "".join(words.split())


def stands_in(item: dict[str, Any], captured: str) -> bool:
    """Whether every piece of a text stands in the captured text: the pieces that came unchanged, by its
    `origins`, with nothing but space between them; of a text without origins its lines."""
    text: str = item["text"]
    if "origins" not in item:
        return all(without_space(line) in captured for line in text.splitlines())
    rest = 0
    for piece in item["origins"]:
        if text[rest : piece["start"]].strip():
            return False
        if without_space(text[piece["start"] : piece["end"]]) not in captured:
            return False
        rest = piece["end"]
    return not text[rest:].strip()


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
