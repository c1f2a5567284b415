"""The parse of a sentence as reading keeps it: the same tokens, tags and heads when it is made again."""

import pytest

from secondsource.model.reading import Reading
from secondsource.model.value import from_json
from secondsource.reading.grammar import parse_of
from secondsource.reading.reader import Reader

TEXTS = [
    "The pilots won’t sail. “We’d rather wait,” she said.",  # bent apostrophes, which the models do not know
    "A fine of $4.2m. It was paid  twice.",  # a unit before a full stop, and two spaces
    "BERGHOLM, May 6 (Post) - Rail workers met.\n\nNobody came;\tall had left.",  # paragraphs and a tab
    "Toll rises to 53; army called in",  # two sentences in a heading
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_parse_is_made_again_from_what_was_kept(reader: Reader, text: str) -> None:
    reading = reader.read(text, as_is=True)
    whole = reader.pipeline(text)
    at = {token.idx: token for token in whole}
    for sentence, grammar in zip(reading.sentences, reading.grammar, strict=True):
        words = text[sentence.start : sentence.end]
        made = parse_of(grammar, words, reader.pipeline.vocab)
        assert len(made.text) == len(words)
        for token in made:
            was = at[token.idx + sentence.start]
            assert (token.text, token.tag_, token.pos_) == (was.text, was.tag_, was.pos_)
            assert (token.dep_, token.lemma_) == (was.dep_, was.lemma_)
            assert token.head.idx + sentence.start == was.head.idx


def test_a_reading_tells_nothing_of_its_grammar(reader: Reader) -> None:
    reading = reader.read("The pilots stopped work.", as_is=True)
    assert "grammar" not in reading.to_dict()
    assert from_json(reading.to_json(), Reading) == reading
