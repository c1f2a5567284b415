"""Tokens as plain values answer what spaCy's own answer."""

import pytest
from spacy.tokens import Doc

from secondsource.reading.reader import Reader
from secondsource.reading.tokens import tokens_of

OWN = (
    *("i", "idx", "text", "whitespace_", "text_with_ws", "lower_", "lemma_", "tag_", "pos_"),
    *("dep_", "ent_type_", "ent_iob_", "is_punct", "is_quote", "is_space"),
    *("is_currency", "is_digit", "like_num"),
)
TEXTS = (
    "The minister, who had flown to Kisumu on Monday, said that talks “would not” begin before May.",
    "HARBOUR CLOSED\n\nTwo co-owners of the Lady Anne, a 40-metre ferry, were held.  Nobody knew why.",
    "¿Qué? – 12 % of $3.5m; l’État… 😀 שלום",
    "x",
    "",
)


def assert_alike(doc: Doc) -> None:
    """Every answer about every token is spaCy's."""
    tokens = tokens_of(doc)
    assert len(tokens) == len(doc)
    for ours, theirs in zip(tokens, doc, strict=True):
        for name in OWN:
            assert getattr(ours, name) == getattr(theirs, name), (theirs, name)
        assert ours.is_sent_start == bool(theirs.is_sent_start)
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(ours, name).i == getattr(theirs, name).i, (theirs, name)
        for name in ("children", "lefts", "rights", "ancestors"):
            found = [other.i for other in getattr(ours, name)]
            assert found == [other.i for other in getattr(theirs, name)], (theirs, name)
        assert [other.i for other in ours.subtree] == sorted(other.i for other in theirs.subtree)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        for other in ours.sent:
            assert ours.is_ancestor(other) == theirs.is_ancestor(doc[other.i])


@pytest.mark.parametrize("text", TEXTS)
def test_answers_are_those_of_the_pipeline(reader: Reader, text: str) -> None:
    assert_alike(reader.pipeline(text))


@pytest.mark.parametrize("text", TEXTS)
def test_runs_are_those_of_the_pipeline(reader: Reader, text: str) -> None:
    doc = reader.pipeline(text)
    tokens = tokens_of(doc)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            ours, theirs = (
                tokens.touched(start, end),
                doc.char_span(start, end, alignment_mode="expand"),
            )
            assert ours is not None
            assert (ours.start, ours.end) == (theirs.start, theirs.end)
            assert ours.text == theirs.text
            inside = doc.char_span(start, end, alignment_mode="contract")
            assert [token.i for token in tokens.held(start, end)] == [t.i for t in inside or ()]
            if ours:
                assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
                assert (ours.root.i, ours.sent.start) == (theirs.root.i, theirs.sent.start)
    assert tokens.touched(0, len(text) + 1) is None
    assert tokens.touched(1, 1) is None


def test_crossing_arcs(reader: Reader) -> None:
    words = "A hearing is scheduled on the issue today .".split()
    heads = [1, 3, 3, 3, 1, 6, 4, 3, 3]  # "on the issue" hangs on "hearing", before the verb
    assert_alike(Doc(reader.pipeline.vocab, words, heads=heads, deps=["dep"] * len(words)))


def test_tokens_are_made_once_and_know_their_words(reader: Reader) -> None:
    doc = reader.pipeline("The ferry-owner left  Kisumu.")
    tokens = tokens_of(doc)
    assert tokens_of(doc) is tokens
    assert tokens.words(*tokens[1:5]) == "ferry-owner left"
    assert tokens[0].nbor().text == "ferry"
    with pytest.raises(IndexError):
        tokens[0].nbor(-1)
    with pytest.raises(IndexError):
        tokens[-1].nbor()
