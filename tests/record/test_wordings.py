"""What one paper only cuts is no other wording."""

import pytest

from secondsource.record.wordings import differing_words, relation

PORT = "I really believe that we will keep the port open all winter. That is a promise. Nobody will lose his work"

# The first wording, the second, how it stands to the first, what differs.
CASES = [
    (PORT, "we will keep the port open all winter", "trimmed", []),
    (PORT, "I really believe that we will keep the port open all winter. Nobody will lose his work", "trimmed", []),
    (PORT, "we will keep the port open ... Nobody will lose his work", "trimmed", []),
    (PORT, "we will keep the port open. Nobody will lose his work", "altered", [("all winter That is a promise", "")]),
    (PORT, "we will keep the port open all winter. That is a promise. Nobody will lose his work. We hope so.", "trimmed", []),
    (PORT, "We will not keep the port open all winter", "altered", [("", "not")]),
    (PORT, "we will keep the port shut all winter", "altered", [("open", "shut")]),
    ("we saw (Mayor Omar) Verrick at the gate of the port", "We saw Verrick at the gate of the port", "verbatim", []),
    ("we saw [him] at the gate of the port", "we saw him at the gate of the port", "verbatim", []),
    ("there is a lot of good will here", "a lot of goodwill here", "trimmed", []),
    ("There is no plan", "The snow has come early", "paraphrase", None),
    ("We’re here to stay", "We're here to stay", "verbatim", []),
    # What papers write in two ways: short forms, spelling, units.
    ("There is a leak in the dam at forty metres", "There's a leak in the dam at forty meters", "verbatim", []),
    ("Clearly there is a leak in the dam", "There's a leak in the dam", "trimmed", []),
    ("We didn't see the leak in the dam", "We did not see the leak in the dam", "verbatim", []),
    ("That is my judgement of the dam", "That is my judgment of the dam", "verbatim", []),
    ("The wilful captain lowered a 300 ft chain", "The willful captain lowered a 300 feet chain", "verbatim", []),
    ("The U.S. mends the dam in winter", "The US mends the dam in winter", "verbatim", []),
    ("We paid 20bn for the dam in winter", "We paid 20 billion for the dam in winter", "verbatim", []),
    ("They don't mend the dam in winter", "They mend the dam in winter", "altered", [("don't", "")]),
    ("He filled the forms at the gate", "He filed the forms at the gate", "altered", [("filled", "filed")]),
    ("The dam‘s wall is sound and dry", "The dam's wall is sound and dry", "verbatim", []),
    # What is cut off from its beginning may begin with a joining word.
    ("I hear that the board is lazy, and we mend the dam every year", "And we mend the dam every year", "trimmed", []),
    ("I hear that the board is lazy, and we mend the dam every year", "But they mend the dam every year", "altered", None),
    # An editor's brackets own to what they stand for.
    ("We saw a leak, so by looking at it we told the miller", "We saw a leak [and] we told the miller", "trimmed", []),
    ("We saw a leak, so by looking at it we told the miller", "We saw a leak and we told the miller", "altered", None),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "stands", "differs"), CASES)
def test_relation(first, second, stands, differs):
    assert relation(first, second) == stands
    assert relation(second, first) == stands
    if differs is not None:
        assert differing_words(first, second) == differs
        assert differing_words(second, first) == [(became, was) for was, became in differs]
