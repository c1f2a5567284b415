"""Our scorers against reference scorers of other people, on random small cases.

The libraries stand in requirements-scorers.lock (`make slow-env`); a case of one that is not installed is skipped.
"""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from evaluation.intervals import figure
from evaluation.metrics import chains, spans, timelines
from evaluation.metrics.counts import Counts, harmonic
from evaluation.protocol import Outcome, score
from evaluation.sets import lgl
from hypothesis import given, seed, settings
from hypothesis import strategies as st

pytestmark = pytest.mark.slow
CASES = settings(max_examples=150, deadline=None, derandomize=True, database=None)
WORDS = "rain fell bridge town the was flooding floods ministers minister agreed of ferries".split()


def precision_recall(counts: Counts) -> tuple[float, float]:
    return (
        counts.right_found / counts.found if counts.found else 0.0,
        counts.right_gold / counts.gold if counts.gold else 0.0,
    )


@st.composite
def two_partitions(draw: st.DrawFn) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
    """Gold and found chains of up to 14 mentions, some of them on one side alone."""
    sides = []
    for _ in range(2):
        labels = draw(st.dictionaries(st.integers(0, 13), st.integers(0, 4), min_size=1))
        sides.append([frozenset(chain) for chain in chains.chains(labels)])
    return sides[0], sides[1]


@CASES
@given(two_partitions())
def test_chains_against_scorch(sides: Any) -> None:
    reference = pytest.importorskip("scorch.scores")
    gold, found = sides
    key, response = [set(each) for each in gold], [set(each) for each in found]
    rows = [(chains.b_cubed, reference.b_cubed), (chains.ceaf_e, reference.ceaf_e)]
    for ours, theirs in [*rows, (chains.muc, reference.muc)]:
        made = ours(gold, found)
        if made.right_gold and made.right_found:  # theirs divides by zero where nothing is right
            precision, recall = precision_recall(made)
            f1 = harmonic(precision, recall)
            assert (recall, precision, f1) == pytest.approx(tuple(theirs(key, response)))


@CASES
@given(two_partitions())
def test_chains_against_neleval(sides: Any) -> None:
    """neleval counts numerators and denominators."""
    reference = pytest.importorskip("neleval.coref_metrics")
    gold, found = sides
    true = {str(number): set(map(str, chain)) for number, chain in enumerate(gold)}
    predicted = {str(number): set(map(str, chain)) for number, chain in enumerate(found)}
    # Its CEAFe does not run with the numpy of today.
    for ours, theirs in ((chains.muc, reference.muc), (chains.b_cubed, reference.b_cubed)):
        made = ours(gold, found)
        right_found, of_found, right_gold, of_gold = (float(x) for x in theirs(true, predicted))
        assert (made.right_found, made.found) == pytest.approx((right_found, of_found))
        assert (made.right_gold, made.gold) == pytest.approx((right_gold, of_gold))


@CASES
@given(st.data())
def test_best_pairs_against_scipy(data: st.DataObject) -> None:
    optimize = pytest.importorskip("scipy.optimize")
    numpy = pytest.importorskip("numpy")
    shape = (data.draw(st.integers(1, 7)), data.draw(st.integers(1, 7)))
    flat = data.draw(st.lists(st.floats(0, 1), min_size=shape[0] * shape[1], max_size=49))
    gains = numpy.array(flat[: shape[0] * shape[1]]).reshape(shape)
    rows, columns = optimize.linear_sum_assignment(gains, maximize=True)
    ours = sum(gains[pair] for pair in chains.best_pairs(gains))
    assert ours == pytest.approx(gains[rows, columns].sum())


texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@CASES
@given(texts, texts)
def test_rouge_against_rouge_score(gold: str, found: str) -> None:
    scorer = pytest.importorskip("rouge_score.rouge_scorer").RougeScorer(["rouge1", "rouge2"])
    for n in (1, 2):
        made = precision_recall(timelines.rouge(gold, found, n))
        expected = scorer.score(gold, found)[f"rouge{n}"]
        assert made == pytest.approx((expected.precision, expected.recall))


days = st.integers(0, 25).map(lambda n: (date(2020, 2, 20) + timedelta(days=n)).isoformat())
stories = st.dictionaries(days, texts.filter(bool), min_size=1, max_size=5)


@pytest.mark.parametrize("stemmed", [False, True])
@CASES
@given(stories, stories)
def test_timelines_against_their_authors(stemmed: bool, gold: Any, found: Any) -> None:
    """tilse is the toolkit of those who defined the measure (Martschat and Markert 2017)."""
    evaluator = pytest.importorskip("tilse.evaluation.rouge")
    values = pytest.importorskip("tilse.data.timelines")
    nltk = pytest.importorskip("nltk")

    def theirs(timeline: dict[str, str]) -> Any:
        return values.Timeline({date.fromisoformat(d): [w] for d, w in timeline.items()})

    reference = evaluator.TimelineRougeEvaluator({"rouge_1", "rouge_2"}, "reimpl")
    reference.rouge = evaluator.RougeReimplementation(stem=stemmed, ignore_stopwords=stemmed)
    # Porter's own stems, which are those of ROUGE-1.5.5; nltk's defaults depart from them.
    reference.rouge.porter_stemmer = nltk.stem.PorterStemmer(mode="ORIGINAL_ALGORITHM")
    expected = reference.evaluate_align_date_content_costs_many_to_one(
        theirs(found), values.GroundTruth([theirs(gold)])
    )
    for n in (1, 2):
        words = timelines.stems if stemmed else timelines.plain
        made = precision_recall(timelines.aligned_rouge(gold, found, n, words))
        wanted = expected[f"rouge_{n}"]
        assert made == pytest.approx((wanted["precision"], wanted["recall"]))
    dates = pytest.importorskip("tilse.evaluation.dates")
    wanted = dates.evaluate_dates(theirs(found), values.GroundTruth([theirs(gold)]))
    made = precision_recall(timelines.date_f1(gold, found))
    assert made == pytest.approx((wanted["precision"], wanted["recall"]))


def test_our_list_of_common_words_is_that_of_rouge() -> None:
    evaluator = pytest.importorskip("tilse.evaluation.rouge")
    assert timelines._common() == evaluator.RougeReimplementation().stopwords


@st.composite
def bio(draw: st.DrawFn) -> list[str]:
    """A row of 12 BIO labels of one kind, well formed."""
    labels = []
    for step in draw(st.lists(st.sampled_from("BIO"), min_size=12, max_size=12)):
        inside = step == "I" and labels and labels[-1] != "O"
        labels.append("I-X" if inside else "B-X" if step in "BI" else "O")
    return labels


def spans_of(labels: list[str]) -> list[tuple[int, int]]:
    starts = [at for at, label in enumerate(labels) if label == "B-X"]
    ends = [
        next((at for at in range(start + 1, len(labels)) if labels[at] != "I-X"), len(labels))
        for start in starts
    ]
    return list(zip(starts, ends, strict=True))


@CASES
@given(bio(), bio())
def test_exact_spans_against_seqeval(gold: list[str], found: list[str]) -> None:
    reference = pytest.importorskip("seqeval.metrics")
    made = spans.exact(spans_of(gold), spans_of(found))
    told = {"y_true": [gold], "y_pred": [found], "zero_division": 0}
    precision, recall = precision_recall(made)
    assert precision == pytest.approx(reference.precision_score(**told))
    assert recall == pytest.approx(reference.recall_score(**told))
    assert harmonic(precision, recall) == pytest.approx(reference.f1_score(**told))


@CASES
@given(bio(), bio())
def test_overlapping_spans_against_networkx(gold: list[str], found: list[str]) -> None:
    """Largest first is one to one and maximal; of spans of which none meets two it is all that meet."""
    networkx = pytest.importorskip("networkx")
    ours, theirs = spans_of(gold), spans_of(found)
    graph = networkx.Graph()
    graph.add_edges_from(
        (("gold", g), ("found", f)) for g in ours for f in theirs if g[0] < f[1] and f[0] < g[1]
    )
    pairs = {("gold", ours[i]): ("found", theirs[j]) for i, j in spans.matched(ours, theirs)}
    assert networkx.is_maximal_matching(graph, set(pairs.items()))
    if all(degree <= 1 for _, degree in graph.degree()):
        assert len(pairs) == graph.number_of_edges()


decisions = st.lists(
    st.tuples(st.sampled_from([None, "a", "b", "c"]), st.sampled_from([None, "a", "b", "c"])),
    min_size=1,
    max_size=20,
)


@st.composite
def valued_spans(draw: st.DrawFn) -> tuple[list[spans.Valued], list[spans.Valued]]:
    """Gold and found times, each in a stretch of its own that it shares with at most one of the other side: nervaluate
    lets a span have several partners, TempEval does not."""
    sides: tuple[list[spans.Valued], list[spans.Valued]] = ([], [])
    for stretch in range(draw(st.integers(1, 6))):
        for side in sides:
            start, end = draw(st.tuples(st.integers(0, 4), st.integers(1, 5)))
            if draw(st.booleans()):
                at = stretch * 20
                side.append((at + start, at + start + end, draw(st.sampled_from("abc"))))
    return sides


@CASES
@given(valued_spans())
def test_times_against_nervaluate(sides: Any) -> None:
    """Values stand for its types: its "exact" is strict, what it finds right or wrong of type is relaxed, and what it finds right
    of type is value."""
    reference = pytest.importorskip("nervaluate.evaluate")
    gold, found = sides
    written = [
        [{"label": value, "start": start, "end": end - 1} for start, end, value in side]
        for side in sides
    ]
    theirs = reference.compute_metrics(*written, list("abc"), 0)[0]
    ours = spans.tempeval(gold, found)
    rows = {
        "strict": theirs["exact"]["correct"],
        "relaxed": theirs["ent_type"]["correct"] + theirs["ent_type"]["incorrect"],
        "value": theirs["ent_type"]["correct"],
    }
    for name, right in rows.items():
        made = ours[name]
        assert (made.right_found, made.right_gold) == (right, right), name
        assert (made.found, made.gold) == (len(found), len(gold)), name


@CASES
@given(decisions)
def test_decisions_against_scikit_learn(rows: list[tuple[str | None, str | None]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    outcomes = [Outcome("x", "m", g, f, g is not None and g == f) for g, f in rows]
    made = score(outcomes)
    wanted = metrics.precision_recall_fscore_support(
        [gold or "-" for gold, _ in rows],
        [found or "-" for _, found in rows],
        labels=["a", "b", "c"],
        average="micro",
        zero_division=0,
    )
    assert (made.precision, made.recall, made.f1) == pytest.approx(wanted[:3])


def test_intervals_against_scipy() -> None:
    """The percentile bootstrap of an accuracy over documents of one decision each."""
    stats = pytest.importorskip("scipy.stats")
    numpy = pytest.importorskip("numpy")
    chance = random.Random(3)
    right = [float(chance.random() < 0.7) for _ in range(300)]
    units = {str(at): Counts(each, 1, each, 1, 1, 1) for at, each in enumerate(right)}
    ours = figure("accuracy", [units], draws=4000)
    theirs = stats.bootstrap(
        (numpy.array(right),), numpy.mean, n_resamples=4000, method="percentile", rng=1
    ).confidence_interval
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.006)


points = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


@seed(1)
@CASES
@given(points, points)
def test_kilometres_against_geopy(one: tuple[float, float], two: tuple[float, float]) -> None:
    distance = pytest.importorskip("geopy.distance")
    ours = lgl.km(*one, *two)
    assert ours == pytest.approx(distance.great_circle(one, two, radius=6371).km, abs=1e-3)
    # A globe in place of the ellipsoid is at most .6 % off: 161 km are 160 to 162.
    assert ours == pytest.approx(distance.geodesic(one, two).km, rel=0.006, abs=1e-3)
