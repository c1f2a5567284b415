"""Flat tables: CSV that no spreadsheet runs, Parquet with types, frames."""

import csv
import io

import pytest
from hostile_record import FORMULA
from hypothesis import given
from hypothesis import strategies as st

from secondsource.errors import UsageError
from secondsource.export import rows
from secondsource.export.csv import cell_text, csv_table, harmless
from secondsource.export.frames import frame
from secondsource.export.parquet import parquet_table
from secondsource.export.tables import TABLES, table_named

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_the_columns_of_its_table(table, record):
    for row in table.fill(record):
        assert row.keys() <= table.columns.keys()
    known = {column for row in table.fill(record) for column in row}
    if known:
        assert known == set(table.columns), "a column that nothing ever fills"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_cell_of_a_harmful_record_is_a_formula(table, harmful):
    rows = cells(csv_table(table, harmful))
    assert rows[0] == list(table.columns)
    numbers = {n for n, kind in enumerate(table.columns.values()) if kind in ("integer", "number")}
    for row in rows[1:]:
        assert len(row) == len(table.columns)
        for n, cell in enumerate(row):
            if n not in numbers:
                assert not cell.startswith(DANGEROUS), cell


def test_the_formula_is_still_to_be_read(harmful):
    assert "'" + FORMULA in csv_table(table_named("articles"), harmful).decode().replace('""', '"')


@given(st.text())
def test_words_come_back_but_for_the_apostrophe(words):
    shown = harmless(words)
    assert shown in (words, "'" + words)
    assert not shown.startswith(DANGEROUS)


NUMBERS = [(-3, "-3"), (2.5, "2.5"), (1e9, "1000000000"), (True, "true"), (None, "")]


@pytest.mark.parametrize(("cell", "text"), NUMBERS)
def test_numbers_are_written_in_full(cell, text):
    assert cell_text(cell) == text


def test_claims_as_a_frame(record):
    claims = frame(record, "claims")
    assert list(claims["id"]) == [claim.id for claim in record.claims]
    assert str(claims["independent"].dtype) == "Int64"
    reports = frame(record, "reports")
    joined = reports.merge(claims, left_on="claim", right_on="id")
    assert len(joined) == sum(len(claim.reports) for claim in record.claims)


def test_parquet_keeps_types_and_lists(record, tmp_path):
    import pyarrow.parquet

    file = tmp_path / "claims.parquet"
    file.write_bytes(parquet_table(table_named("claims"), record))
    assert file.read_bytes() == parquet_table(table_named("claims"), record)
    read = pyarrow.parquet.read_table(file).to_pylist()
    assert [row["id"] for row in read] == [claim.id for claim in record.claims]
    assert read[0]["newsrooms"] == [room.name for room in record.claims[0].standing.newsrooms]
    assert isinstance(read[0]["independent"], int)


def test_a_table_that_there_is_not_names_those_that_there_are(record):
    with pytest.raises(UsageError, match="claims"):
        frame(record, "claim")


def test_tables_say_whose_voice_it_is_and_whether_it_vouches(record):
    voices = {row["id"]: row for row in rows.voices(record)}
    assert all(voices[one.id]["bodies"] == one.bodies for one in record.voices)
    assert all(voices[one.id]["unplaced"] == one.unplaced for one in record.voices)
    told = [report for claim in record.claims for report in claim.reports]
    assert [row["vouched"] for row in rows.reports(record)] == [one.vouched for one in told]
    assert [row["through"] for row in rows.reports(record)] == [
        one.through.name if one.through else None for one in told
    ]
