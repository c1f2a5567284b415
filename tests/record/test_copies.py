"""Thousands of copies of one text cost no more comparisons than two, and count as one source."""

import pytest
from tests.given_days import on

from secondsource.lineage import trace
from secondsource.model.article import Article
from secondsource.record import event_groups, same_numbers
from secondsource.record.record import make_record

TEXT = (
    "Gunmen shot dead Ann Bell, a judge, in Lamu on Friday, police said. Nine clerks were wounded when the gunmen fled through the"
    " market. Police arrested two men near the harbour on Saturday. “We will find all of them,” Omari Chuo, the mayor, said."
)


TOLD_ANEW = "Nine clerks were wounded on Saturday when men shot dead Ann Bell, a judge of Lamu, a nurse said."


def copies(reader, count, text=TEXT, others=()):
    """The record of `count` copies of a text, one a paper, over three days, and of other texts."""
    articles = []
    for n, words in enumerate([text] * count + list(others)):
        day = f"2031-05-{12 + n % 3}"
        published = on(day)
        articles.append(
            Article(
                id=f"copy-{n:03}",
                address=f"copy-{n:03}",
                text=words,
                language="en",
                outlet=f"Paper {n}",
                published=published,
            )
        )
    return make_record([reader.read_article(each) for each in articles], trace(articles))


@pytest.mark.parametrize(
    ("module", "name"), [(event_groups, "compatible"), (same_numbers, "_same_number")]
)
def test_more_copies_are_not_compared_more(reader, monkeypatch, module, name):
    calls = []
    real = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *args: calls.append(1) or real(*args))
    copies(reader, 6, others=[TOLD_ANEW])
    few = len(calls)
    calls.clear()
    copies(reader, 24, others=[TOLD_ANEW])
    assert 0 < len(calls) <= 2 * few, "the same days and sentences, told four times as often"


def test_copies_are_one_source(reader):
    record = copies(reader, 12)
    claims = [claim for claim in record.claims if claim.kind == "event"]
    assert claims
    assert {claim.standing.independent for claim in claims} == {1}
    assert max(len(claim.reports) for claim in claims) == 12


def test_what_a_copy_has_somebody_refuse_or_say_briefly_is_said_once(reader):
    text = f"{TEXT} Ann Moyo, the registrar, declined to say when the court would reopen. She called it unsafe."
    told = copies(reader, 3, text).utterances
    refused = [each for each in told if each.voice.name == "Ann Moyo"]
    assert refused
    assert [len(each.statements) for each in refused] == [3] * len(refused)
