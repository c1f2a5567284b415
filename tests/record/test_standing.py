"""Standing against a brute-force oracle, and the cases of the rule in words."""

from itertools import combinations, product
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.model.actor import StoryVoice
from secondsource.model.claim import Report
from secondsource.model.lineage import Lineage, Newsroom, Passage, PassageSpan
from secondsource.model.text import Citation, Reference
from secondsource.record.evidence import Evidence
from secondsource.record.standing import maximum_matching, standing_of

EDGES = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), min_size=0, max_size=12
)


@given(EDGES)
def test_matching_is_as_large_as_the_largest_set_of_disjoint_edges(edges):
    unique = sorted(set(edges))
    largest = 0
    for size in range(len(unique), 0, -1):
        if any(
            len({left for left, _ in chosen}) == size == len({right for _, right in chosen})
            for chosen in combinations(unique, size)
            if size <= 5
        ):
            largest = size
            break
    pairs = maximum_matching(edges)
    assert len(pairs) == largest
    assert set(pairs) <= set(unique)


def voice(name, kind="named", party=None, maybe=()):
    return StoryVoice(
        id=name,
        name=name,
        kind=kind,
        description=None,
        affiliation=party,
        party=party or (name if kind == "named" else None),
        same_as_maybe=tuple(maybe),
    )


VOICES = {
    item.id: item
    for item in [
        voice("minister"),
        voice("rescuer"),
        voice("official-1", "anonymous", "Ministry", ["minister", "official-2"]),
        voice("official-2", "anonymous", "Ministry", ["minister", "official-1"]),
        voice("someone", "anonymous"),
        voice("unstated", "unstated"),
    ]
}

CASES = [
    ("one paper, one voice", "A-minister", 1, 1, "single"),
    ("two papers quoting one minister", "A-minister B-minister", 1, 1, "single"),
    ("two papers, two parties", "A-minister B-rescuer", 2, 2, "corroborated"),
    ("two eyewitnesses in one paper count one", "A-minister A-rescuer", 1, 1, "single"),
    ("two anonymous of one ministry may be one", "A-official-1 B-official-2", 1, 2, "single"),
    ("an anonymous may be the minister", "A-minister B-official-1", 1, 2, "single"),
    ("several papers, none says how it knows", "A-unstated B-unstated", 1, 1, "reported"),
    ("one paper, unstated", "A-unstated", 1, 1, "single"),
    ("unstated may be the minister", "A-minister B-unstated", 1, 2, "single"),
    ("an unplaced anonymous may be anybody", "A-minister B-someone", 1, 2, "single"),
    ("an unknown newsroom may be A", "A-minister unknown-rescuer", 1, 2, "single"),
    ("nothing supports it", "", 0, 0, "unsupported"),
]


@pytest.mark.parametrize(("why", "reports", "low", "high", "label"), CASES)
def test_cases_of_the_rule(why, reports, low, high, label):
    made = [
        Report(
            article=f"article-{n}",
            start=0,
            end=1,
            words="x",
            part="text",
            newsroom=Reference(id=newsroom, name=newsroom),
            voice=Reference(id=spoken, name=spoken),
        )
        for n, edge in enumerate(reports.split())
        for newsroom, spoken in [edge.split("-", 1)]
    ]
    standing = standing_of(made, VOICES)
    assert (standing.independent, standing.independent_at_most) == (low, high), why
    assert standing.label == label, why


@given(EDGES)
def test_the_lower_bound_is_never_above_the_upper(edges):
    made = [
        Report(
            article="article",
            start=0,
            end=1,
            words="x",
            part="text",
            newsroom=Reference(id=newsroom, name=newsroom),
            voice=Reference(id=spoken, name=spoken),
        )
        for newsroom, spoken in edges
    ]
    voices = {
        "v": voice("v"),
        "w": voice("w", "anonymous", "P", ["v", "x"]),
        "x": voice("x", "anonymous", "P", ["v", "w"]),
        "y": voice("y", "unknown"),
        "z": voice("z"),
    }
    standing = standing_of(made, voices)
    assert standing.independent <= standing.independent_at_most


MIXED = {
    "v": voice("v"),
    "w": voice("w", "anonymous", "P", ["v", "x"]),
    "x": voice("x", "anonymous", "P", ["v", "w"]),
    "y": voice("y", "unknown"),
    "z": voice("z"),
}
MIXED_EDGES = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c", "unknown"]), st.sampled_from("vwxyz")), max_size=6
)


@given(MIXED_EDGES)
def test_no_way_that_things_may_truly_be_has_fewer_sources(edges):
    """Every anonymous voice may be any of those that it may be the same as, the unknown voice and the
    unknown newsroom may be anybody: the lower bound holds in each of these worlds."""
    made = [report(newsroom, spoken) for newsroom, spoken in edges]
    low = standing_of(made, MIXED).independent
    spoken = sorted({each for _, each in edges})
    newsrooms = sorted({each for each, _ in edges})
    choices = [[each, *(MIXED[each].same_as_maybe if each != "y" else "vwxz")] for each in spoken]
    rooms = [[each, *("abc" if each == "unknown" else "")] for each in newsrooms]
    for truly in product(*choices):
        for room in product(*rooms):
            who, where = (
                dict(zip(spoken, truly, strict=True)),
                dict(zip(newsrooms, room, strict=True)),
            )
            world = {(where[newsroom], who[each]) for newsroom, each in edges}
            assert len(maximum_matching(world)) >= low


def report(newsroom, spoken):
    return Report(
        article="article",
        start=0,
        end=1,
        words="x",
        part="text",
        newsroom=Reference(id=newsroom, name=newsroom),
        voice=Reference(id=spoken, name=spoken),
    )


@pytest.mark.parametrize(
    ("reports", "reason"),
    [
        ("A-minister B-minister", "B adds none: minister is counted already through A"),
        (
            "A-minister B-official-1",
            "B adds none: official-1 may be the same source as minister, counted through A",
        ),
        ("A-minister B-unstated", "B adds none: it does not state its source"),
        ("A-minister B-someone", "B adds none: someone may be anybody"),
    ],
)
def test_the_reasons_say_why_it_is_not_more(reports, reason):
    made = [report(*edge.split("-", 1)) for edge in reports.split()]
    assert reason in standing_of(made, VOICES).reasons


PRINTED = [
    # reports (newsroom-voice, and the paper behind an @ where the newsroom is only believed), independent, why
    ("A-minister B-rescuer@A", 1, "two articles of one paper, of which one only looks like B's"),
    ("A-minister B-rescuer", 2, "what is credited to B, or copied from it, is B's"),
    ("A-minister B-rescuer@A B-unstated", 2, "an article of B tells the same"),
    ("A-minister B-rescuer@C", 2, "B's or C's, it is not A's"),
    ("A-minister A-rescuer@B", 1, "A's or B's: the way that proves less"),
]


@pytest.mark.parametrize(("reports", "independent", "why"), PRINTED)
def test_whose_a_reworked_text_is_is_not_sure(reports, independent, why):
    made = []
    for edge in reports.split():
        newsroom, _, rest = edge.partition("-")
        spoken, _, paper = rest.partition("@")
        printed_by = Reference(id=paper, name=paper) if paper else None
        made.append(msgspec.structs.replace(report(newsroom, spoken), printed_by=printed_by))
    standing = standing_of(made, VOICES)
    assert standing.independent == independent, why
    assert standing.independent <= standing.independent_at_most, why


@pytest.mark.parametrize(
    ("kind", "at", "expected", "why"),
    [
        ("rewrite", 10, "coast", "the sentence lies in reworked text"),
        ("edited", 10, "coast", "so too if it was only edited"),
        ("rewrite", 70, None, "the sentence is the paper's own"),
        ("copy", 10, None, "a copy is the other's for sure"),
        ("agency", 10, None, "so is an agency's text"),
    ],
)
def test_who_printed_what_is_only_believed_to_be_anothers(kind, at, expected, why):
    papers = {"herald-1": "Lake Herald", "courier-1": "Coast Courier", "courier-2": "Coast Courier"}
    readings = tuple(
        SimpleNamespace(article=SimpleNamespace(id=name, outlet=outlet))
        for name, outlet in papers.items()
    )
    span = Citation(start=0, end=50, words="x" * 50)
    lineage = Lineage(
        passages=(
            Passage(
                id="passage",
                from_="herald-1",
                to="courier-1",
                kind=kind,
                share=0.4,
                spans=(PassageSpan(original=span, copy=span),),
            ),
        ),
        newsrooms=tuple(
            Newsroom(id=id, name=id, articles=(), reasons=()) for id in ("lake", "coast")
        ),
        newsroom_of={"herald-1": "lake", "courier-1": "coast", "courier-2": "coast"},
    )
    found = Evidence(readings, lineage).printed_by(
        "courier-1", Citation(start=at, end=at + 5, words="x" * 5)
    )
    assert (found and found.id) == expected, why
