"""Small words that turn what a sentence tells, against the same words of a source: each row with what a careful reader says."""

import pytest

from secondsource.check.grammar.frames import reworded
from secondsource.check.grammar.guards import _unborne_feasts, _unborne_particles
from secondsource.check.grammar.qualifiers import turned
from secondsource.check.grammar.stances import over_already, puts_alike
from secondsource.check.telling.names import NameKeys


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        # With or without.
        ("They left without the keys.", "They left with the keys.", True),
        ("They left with the keys.", "They went off without the keys.", True),
        ("They left with the keys.", "They went off with the keys.", False),
        ("They met without Brel.", "The two sat down, without Brel, for an hour.", False),
        ("They sailed without Tarn.", "They sailed with Brel and Tarn.", True),
        # Before or after.
        ("They left before the vote.", "They left after the vote.", True),
        ("They left after the vote.", "They left shortly after the vote.", False),
        ("They left before he spoke.", "They left after he spoke.", True),
        ("They left before the vote.", "They left before the vote and came back after the vote.", False),
        # Which minister, of what rank.
        ("The finance minister resigned.", "The transport minister resigned.", True),
        ("The defence minister resigned.", "The defense minister resigned.", False),
        ("The minister resigned.", "The transport minister resigned.", False),
        ("The finance minister chaired it.", "A minister of state chaired it.", False),
        ("The deputy foreign minister spoke.", "The foreign minister spoke.", True),
        ("The foreign minister spoke.", "The vice foreign minister spoke.", True),
        ("The secretary of commerce spoke.", "The secretary of state spoke.", True),
        # Who sells and who buys.
        ("Chad bought the trucks.", "Chad sold the trucks.", True),
        ("Chad bought trucks from Mali.", "Mali sold trucks to Chad.", False),
        ("Chad received trucks from Mali.", "Mali delivered trucks to Chad.", False),
        ("Permits of ten importers lapsed.", "Permits of ten exporters lapsed.", True),
        ("Firms exporting fish lost their import permits.", "Exporters lost their import permits.", False),
    ],
)  # fmt: skip
def test_what_small_words_turn(reader, asked: str, told: str, found: bool):
    docs = [reader.pipeline(text) for text in (asked, told)]
    assert bool(turned(*docs, NameKeys().with_name)) is found


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("A group of four governors from the coast saw the mayor on Monday.",
         "A group of four senators from the coast saw the mayor on Monday.", True),
        ("A group of four lawmakers from the coast visited the mayor on Monday.",
         "A group of four lawmakers from the coast saw the mayor on Monday.", False),  # nine in ten words, but one verb says little
        ("Four governors saw the mayor.", "Four senators saw the mayor.", False),  # too short to be a copy
    ],
)  # fmt: skip
def test_a_word_of_a_long_sentence_that_was_copied(reader, asked: str, told: str, found: bool):
    docs = [reader.pipeline(text) for text in (asked, told)]
    assert bool(reworded(*docs)) is found


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("Guards will shut the pier.", "Guards shut the pier on Monday.", True),
        ("Guards will shut the pier.", "Guards are to shut the pier.", False),
        ("Guards shut the pier.", "Guards shut the pier on Monday.", False),
    ],
)
def test_what_is_told_as_to_come_and_is_over(reader, asked: str, told: str, found: bool):
    docs = [reader.pipeline(text) for text in (asked, told)]
    assert bool(over_already(*docs)) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Brel met Tarn and did not say why.", True),
        ("Brel did not meet Tarn, and said why.", False),
        ("Brel said why at the meeting with Tarn.", True),
        ("Brel said why.", False),
    ],
)
def test_a_verb_is_put_alike_by_itself_or_by_its_noun(reader, told: str, found: bool):
    docs = [reader.pipeline(text) for text in ("Brel met Tarn and said why.", told)]
    assert puts_alike(*docs, "met") is found


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("They met over Christmas.", "They met over Easter.", True),
        ("They met over Christmas.", "They met over Christmas and again at Easter.", False),
        (
            "They met over Christmas.",
            "They met on December 25.",
            False,
        ),  # may be the same day
        ("They met over Christmas.", "They met.", True),
        ("They met in May.", "They met over Easter.", False),
    ],
)
def test_the_feast_at_which_it_was(reader, asked: str, told: str, found: bool):
    assert bool(_unborne_feasts(*map(reader.pipeline, (asked, told)))) is found


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("Chad called its envoys back.", "The plain, called the Donbol, is dry.", True),
        ("Chad called its envoys back.", "Chad has called back its envoys.", False),
        ("Chad called off the drill.", "Chad called the drill a success.", True),
        ("Chad called off the drill.", "Chad cancelled what it had called a drill.", False),  # the phrase by one word
        ("The clerk read out the list.", "The clerk read the list.", False),
        ("The guards left.", "The guards left off.", False),  # asked is the sentence's particle only
    ],
)  # fmt: skip
def test_a_verb_with_its_particle(reader, asked: str, told: str, found: bool):
    assert bool(_unborne_particles(*map(reader.pipeline, (asked, told)))) is found
