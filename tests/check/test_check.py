"""Sentences from outside against the record: frozen lists (tests/cases/README.md), and the laws."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.check import Checker
from secondsource.check.grammar.clauses import exchanged
from secondsource.check.telling.kin import word_kin
from secondsource.check.telling.names import NameKeys
from secondsource.check.telling.told import said_words
from secondsource.lexicon.wordnet import meanings
from secondsource.store.story import open_story

CASES = Path(__file__).parents[1] / "cases"
AT_LEAST = 0.9


@pytest.fixture(scope="module")
def checker_of(reader) -> Callable[[Path], Checker]:
    def make(folder: Path) -> Checker:
        with open_story(folder).store() as store:
            return Checker(store.record(), store.readings(), reader)

    return make


@pytest.fixture(scope="module")
def pemba_checker(pemba_story, checker_of) -> Checker:
    return checker_of(pemba_story)


def rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def scored(checker: Checker, cases: list[dict]) -> tuple[list[str], list[str]]:
    """The sentences with another verdict than a careful reader's, and those falsely supported."""
    wrong, false = [], []
    for case in cases:
        verdict = checker.check(case["text"])[0].verdict
        if verdict not in case["verdict"]:
            wrong.append(f"{case['text']} {verdict}")
        if verdict == "supported" and case["kind"] in ("threatened", "altered"):
            false.append(case["text"])
    return wrong, false


def test_sentences_about_the_invented_story(pemba_checker):
    cases = rows("check-pemba-channel.jsonl")
    wrong, false = scored(pemba_checker, cases)
    assert not false
    assert len(wrong) <= (1 - AT_LEAST) * len(cases), wrong


def test_sentences_about_the_seeds(seeds_story, checker_of):
    cases = rows("check-seeds.jsonl")
    wrong, false = scored(checker_of(seeds_story), cases)
    assert not false
    assert len(wrong) <= (1 - AT_LEAST) * len(cases), wrong


BLIND_AT_LEAST = 0.7
"""Floor of the second lists, which were written by somebody who knew no rule. First run: 62 of 130."""


def test_blind_sentences_about_the_invented_story(pemba_checker):
    cases = rows("check-pemba-channel-2.jsonl")
    wrong, false = scored(pemba_checker, cases)
    assert not false
    assert len(wrong) <= (1 - BLIND_AT_LEAST) * len(cases), wrong


LATER_LISTS = {
    "check-pemba-channel-3.jsonl": 0.85,
    "check-pemba-channel-4.jsonl": 0.8,
    "check-pemba-channel-5.jsonl": 0.8,
    "check-pemba-channel-6.jsonl": 0.8,
    "check-pemba-channel-7.jsonl": 0.7,
    "check-pemba-channel-8.jsonl": 0.8,
    "check-pemba-channel-9.jsonl": 0.8,
    "check-pemba-channel-10.jsonl": 0.75,
    "check-pemba-channel-11.jsonl": 0.8,
    "check-pemba-channel-12.jsonl": 0.8,
    "check-pemba-channel-13.jsonl": 0.5,
    "check-pemba-channel-14.jsonl": 0.7,
    "check-pemba-channel-15.jsonl": 0.55,
    "check-pemba-channel-16.jsonl": 0.9,
}
"""Floors of the later lists, a little under what was measured when they were added."""


@pytest.mark.parametrize(("name", "at_least"), LATER_LISTS.items())
def test_later_sentences_about_the_invented_story(pemba_checker, name: str, at_least: float):
    cases = rows(name)
    wrong, false = scored(pemba_checker, cases)
    assert not false
    assert len(wrong) <= (1 - at_least) * len(cases), wrong


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("check-seeds-3.jsonl", 0.65),
        ("check-seeds-4.jsonl", 0.74),
        ("check-seeds-5.jsonl", 0.6),
        ("check-seeds-6.jsonl", 0.85),
        ("check-seeds-7.jsonl", 0.7),
        ("check-seeds-8.jsonl", 0.8),
        ("check-seeds-9.jsonl", 0.8),
        ("check-seeds-10.jsonl", 0.7),
        ("check-seeds-11.jsonl", 0.65),
        ("check-seeds-12.jsonl", 0.5),
        ("check-seeds-13.jsonl", 0.85),
        ("check-seeds-14.jsonl", 0.88),
        ("check-seeds-15.jsonl", 0.8),
    ],
)
def test_later_sentences_about_the_seeds(seeds_story, checker_of, name: str, at_least: float):
    cases = rows(name)
    wrong, false = scored(checker_of(seeds_story), cases)
    assert not false
    assert len(wrong) <= (1 - at_least) * len(cases), wrong


@pytest.mark.parametrize(
    "text",
    [
        "Skippers who got away reported the seizure of 4 Kenyan boats.",  # of 30; the report is of Oct. 4
        "Titus Barmao announced the suspension of the permits on October 18, 2021.",
        "Drivers did not report that customs officers sent them back at Lunga Lunga after midnight.",
        "The police chief of the Tanga region did not have no comment.",
        "The Kenyan and Tanzanian ministers negotiated for about five hours in Kigali.",
        "Uganda and Tanzania will meet again in Kigali.",
        "The Kenyan licence rule has been in effect since September 1, 2023.",
        "Uganda's Ruth Ssali presided over the talks in Kigali.",
        "A Ugandan minister presided over the Kigali talks.",
        "Kenya suspended the permits of all Tanzanian fish exporters.",
        "The ministers will meet again in Kigali on 3 December.",
        "Kenya's interior minister threatened to close the Lunga Lunga crossing.",
        "Cement was held up at the crossing as well.",
        "Tanzania seized Kenyan boats, and Uganda released them.",
        "Tanzania freed four boats on Sunday while Rwanda freed six.",
        "Tanzania answered the suspension of the permits with a ban of its own.",
        "Kenya broke off the talks with Tanzania.",
        "Masimba said that the yard does not hold 42 Kenyan boats.",
        "The trade minister read out the notice on the permits on 9 October.",
        "Beatrice Awuor, who buys for six hotels, expects dearer fish for months.",
        "Abdulrahman Khalfan, Tanzania's trade minister, said that not one shot was fired.",
        "Kenya suspended the permits of fewer than 14 Tanzanian fish exporters.",
        "Tanzania freed more than four boats on Sunday.",
        "Kenya suspended the permits of 14 Tanzanian fish importers.",
        "Customs officers turned two drivers back shortly before midnight.",
        "The trade ministers of Kenya and Tanzania met in Entebbe.",
        "Khalfan accused the Kenyan crews of fishing without dynamite.",
    ],
)
def test_a_sentence_with_one_thing_altered_is_not_supported(pemba_checker, text: str):
    assert pemba_checker.check(text)[0].verdict != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "JUST IN: 42 Kenyan boats are now held in Tanga",
        "#Kenya suspended the permits of 14 fish exporters https://news.example/a",
        "The two ministers met in Entebbe and agreed on a second round of talks.",
        "The deadline passed and the crossing stayed open.",
        "Kenya has halted the permits of 14 exporters from Tanzania while the crossing stays open.",
    ],
)
def test_what_is_pasted_or_joined_is_found_again(pemba_checker, text: str):
    assert pemba_checker.check(text)[0].verdict in ("supported", "only said"), text


def test_a_number_that_two_count_differently_is_contested(pemba_checker):
    plain = pemba_checker.check("In the collision of October 7 four fishermen were hurt.")[0]
    assert plain.verdict == "contested"
    assert "seven" in plain.why
    said = pemba_checker.check("By the Tanzanian count four fishermen were hurt in the collision.")[
        0
    ]
    assert said.verdict in ("supported", "only said")


def test_words_stand_where_they_stood(pemba_checker):
    text = "BREAKING: Kenya suspended the permits of 14 fish exporters."
    checked = pemba_checker.check(text)[0]
    assert text[checked.start : checked.end] == checked.words == text[10:]


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("Chad sold trucks to Niger.", "Niger sold trucks to Chad.", True),
        ("Chad sold trucks to Niger.", "Niger bought trucks from Chad.", False),
        ("Chad received trucks from Niger.", "Chad delivered trucks to Niger.", True),
        ("Trucks went from Chad to Niger.", "The trucks drove from Niger to Chad.", True),
        ("The rebels were attacked by Chad.", "Chad attacked the rebels.", False),
    ],
)
def test_who_gave_what_to_whom(reader, asked: str, told: str, found: bool):
    docs = [reader.pipeline(text) for text in (asked, told)]
    main = next(word_kin(token.lower_) for token in docs[0] if token.dep_ == "ROOT")
    keys = NameKeys()
    assert bool(exchanged(*docs, main, keys.with_name)) is found


def test_what_is_missing_is_named_as_it_is_written(pemba_checker):
    result = pemba_checker.check("Leonard Zimba declined to comment on the seizure of the boats.")[
        0
    ]
    assert result.verdict == "unknown"
    assert "Zimba" in result.why or "tells of it" in result.why


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("postponed", "postponement", True),
        ("impound", "seize", True),
        ("boat", "dhow", False),
        ("east", "west", False),
    ],
)
def test_words_of_one_meaning_share_a_key(first: str, second: str, shared: bool):
    assert bool(word_kin(first) & word_kin(second)) is shared


@pytest.mark.parametrize("word", "boats houses cities weapons quickly carried promised".split())
def test_the_stems_of_the_table_are_those_of_the_stemmer(word: str):
    # A stemmer of another version finds them no more: make the table anew (evaluation/make_wordnet_table.py).
    assert meanings(word)


def test_phrases_stand_for_one_word():
    assert [word for _, word in said_words("They handed the boats back.")] == ["return", "boats"]


def test_blind_sentences_about_the_seeds(seeds_story, checker_of):
    cases = rows("check-seeds-2.jsonl")
    wrong, false = scored(checker_of(seeds_story), cases)
    assert not false
    assert len(wrong) <= (1 - BLIND_AT_LEAST) * len(cases), wrong


def test_a_sentence_of_a_report_is_found_with_its_words(pemba_checker):
    result = pemba_checker.check("Khalfan denied that his officers had opened fire.")[0]
    assert result.verdict == "supported"
    assert any("opened fire" in cited.words for cited in result.citations)


def test_every_sentence_of_a_document_has_its_place(pemba_checker):
    text = "Kenya closed the crossing. A ferry sank off Zanzibar.\n\nThe licence costs $250 a year."
    results = pemba_checker.check(text)
    assert [text[one.start : one.end] for one in results] == [one.words for one in results]
    assert len(results) == 3


@pytest.mark.parametrize("text", ["", " \n ", "?!", "0" * 400, "a " * 3000])
def test_odd_texts_are_unknown_and_harm_nothing(pemba_checker, text):
    assert all(one.verdict == "unknown" for one in pemba_checker.check(text))


def test_the_day_of_writing_gives_weekdays_their_date(pemba_checker):
    text = "The foreign ministers of Kenya and Tanzania met in Entebbe on Wednesday."
    assert pemba_checker.check(text, "2023-10-12")[0].verdict == "supported"
    assert pemba_checker.check(text, "2023-10-19")[0].verdict != "supported"
