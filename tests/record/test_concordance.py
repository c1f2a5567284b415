"""Every wording of an utterance stands to the wording that it is one of, and to no other."""

import pytest

from secondsource.record.concordance import Told, concordance


def told(*articles: str, verbatim: bool = True) -> Told:
    return Told(frozenset(articles), verbatim)


PORT = "We will keep the port open all winter"

CASES = [
    (
        "passages that share no words are each word for word: one is not a paraphrase of the other",
        {
            PORT: told("a1"),
            "and the minister will say so himself in the capital tomorrow": told("a2"),
            "We will keep the port shut all winter": told("a2"),
        },
        [
            (PORT, "verbatim", None),
            ("We will keep the port shut all winter", "altered", PORT),
            ("and the minister will say so himself in the capital tomorrow", "verbatim", None),
        ],
    ),
    (
        "the apostrophe of a keyboard and that of a printer are one",
        {"We’re here to stay": told("a1"), "We're here to stay": told("a2")},
        [
            ("We're here to stay", "verbatim", None),
            ("We’re here to stay", "verbatim", "We're here to stay"),
        ],
    ),
    (
        "a piece is trimmed from the whole",
        {PORT: told("a1"), "keep the port open": told("a2")},
        [(PORT, "verbatim", None), ("keep the port open", "trimmed", PORT)],
    ),
    (
        "words that cannot be verbatim stand to what is, whatever they look like",
        {PORT: told("a1"), "All winter the harbour will stay open": told("a2", verbatim=False)},
        [(PORT, "verbatim", None), ("All winter the harbour will stay open", "paraphrase", PORT)],
    ),
    (
        "indirect speech alone stands to nothing",
        {"that the port stays open": told("a1", verbatim=False)},
        [("that the port stays open", "paraphrase", None)],
    ),
    (
        "quotations that share most of their content words are one passage told in two ways",
        {
            "Our port stays open through the whole winter": told("a1"),
            "Open is how the port stays": told("a2"),
        },
        [
            ("Our port stays open through the whole winter", "verbatim", None),
            (
                "Open is how the port stays",
                "paraphrase",
                "Our port stays open through the whole winter",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("why", "given", "expected"), CASES, ids=[case[0] for case in CASES])
def test_wordings(why, given, expected):
    found = concordance(given)
    assert [(one.words, one.relation, one.of) for one in found] == expected, why


def test_order_of_what_is_given_changes_nothing():
    for _, given, _ in CASES:
        assert concordance(dict(reversed(given.items()))) == concordance(given)


def test_passages_stand_in_the_order_of_telling():
    first = Told(frozenset({"a1"}), True, ("2031-05-12", "a1", 40))
    second = Told(frozenset({"a1"}), True, ("2031-05-12", "a1", 90))
    told = {"Nobody here does": second, "Whose boat floats well": first}
    assert [each.words for each in concordance(told)] == [
        "Whose boat floats well",
        "Nobody here does",
    ]


def test_indirect_wordings_stand_to_the_one_that_was_told_first():
    original = Told(frozenset({"a1"}), False, ("2031-05-12", "a1", 40))
    rewrite = Told(frozenset({"a2"}), False, ("2031-05-13", "a2", 40))
    told = {"that the harbour had been closed on Monday": rewrite, "the port was shut": original}
    assert [(each.words, each.of) for each in concordance(told)] == [
        ("the port was shut", None),
        ("that the harbour had been closed on Monday", "the port was shut"),
    ]
