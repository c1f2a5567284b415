"""Sheets of corroborated claims for reading blind, and what verdicts add up to."""

import pytest
from evaluation.corroborated import (
    Verdict,
    drawn,
    in_order,
    main,
    read_verdicts,
    sheet,
    summary,
    wilson,
)
from tests.record.conftest import article

from secondsource.lineage import trace
from secondsource.record.record import make_record

ONE = "The Coast Guard said on Monday that 14 sailors had died on the ferry Amani."
TWO = "On the ferry Amani 14 sailors died, according to the Kenya Red Cross, which had searched all night."


@pytest.fixture(scope="module")
def made(reader):

    articles = [article(n, text, "2031-05-12") for n, text in enumerate((ONE, TWO))]
    return make_record([reader.read_article(each) for each in articles], trace(articles))


def test_a_sheet_shows_both_sources_and_no_reasons(made):
    claims = drawn(made, 100, "abc")
    assert claims == drawn(made, 100, "abc")
    printed = "\n".join(sheet(made, claims))
    assert "Coast Guard" in printed
    assert "Kenya Red Cross" in printed
    assert not any(reason in printed for claim in claims for reason in claim.standing.reasons)


def test_two_readings_are_in_two_orders():
    claims = list(range(30))
    assert in_order(claims, "abc", 1) != in_order(claims, "abc", 2)
    assert sorted(in_order(claims, "abc", 1)) == claims


def test_verdicts_add_up(tmp_path, capsys):
    file = tmp_path / "verdicts.jsonl"
    file.write_text(
        '# a note\n{"claim": "a", "order": 1, "verdict": "right"}\n'
        '{"claim": "b", "order": 1, "verdict": "wrong", "kind": "one source"}\n'
        '{"claim": "a", "order": 2, "verdict": "right"}\n'
        '{"claim": "b", "order": 2, "verdict": "right"}\n'
    )
    main(["--verdicts", str(file)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("reading 1: 1 of 2 right")
    assert lines[0].endswith("; one source 1")
    assert lines[1].startswith("reading 2: 2 of 2 right")
    assert lines[2] == "readings 1 and 2 agree on 1 of 2"


def test_a_verdict_is_right_or_wrong(tmp_path):
    file = tmp_path / "verdicts.jsonl"
    file.write_text('{"claim": "a", "order": 1, "verdict": "perhaps"}\n')
    with pytest.raises(ValueError, match="perhaps is no verdict"):
        read_verdicts(file)


def test_intervals_are_wilsons():
    low, high = wilson(95, 100)
    assert (round(low, 3), round(high, 3)) == (0.888, 0.978)
    assert next(iter(summary([Verdict("a", 1, "right")]))).startswith("reading 1: 1 of 1 right")
