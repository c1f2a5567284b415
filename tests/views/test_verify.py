"""The check of a printed line sees a sentence and its cited words, and refuses what they do not hold."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.views.verify import reasons_to_refuse

BODIES = Path(__file__).parents[1] / "stories" / "pemba-channel" / "bodies"

CASES = [
    ("its own words", "The army left.", "The army left.", True),
    ("shortened at the end", "The army left", "The army left on Monday.", True),
    ("an article more or less", "Army left the town.", "The army left town.", True),
    ("a number changed", "Some 40 died.", "Some 50 died.", False),
    ("a negation lost", "The army did leave.", "The army did not leave.", False),
    ("a negation put in", "The army did not leave.", "The army did leave.", False),
    ("a contraction lost", "The army did leave.", "The army didn't leave.", False),
    ("a modal lost", "The army leave.", "The army may leave.", False),
    ("a modal changed", "The army will leave.", "The army may leave.", False),
    ("who says so left out", "The army left.", "Rebels said the army left.", False),
    ("a condition left out", "The army will leave.", "If paid, the army will leave.", False),
    ("an approximator lost", "100 died.", "About 100 died.", False),
    ("sides exchanged", "Kenya sued Chad.", "Chad sued Kenya.", False),
    ("a name exchanged", "Ali sued Chad.", "Omar sued Chad.", False),
    ("no citation", "The army left.", "", False),
]


@pytest.mark.parametrize(("why", "sentence", "cited", "held"), CASES)
def test_cases(why: str, sentence: str, cited: str, held: bool):
    reasons = reasons_to_refuse(sentence, [cited] if cited else [])
    assert (not reasons) == held, (why, reasons)


def sentences() -> list[str]:
    """True sentences: those of the invented story."""
    found = []
    for body in sorted(BODIES.glob("*.txt")):
        for paragraph in body.read_text("utf-8").split("\n"):
            found += [
                s for s in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", paragraph) if len(s) > 30
            ]
    return found


NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
MODALS = {
    "will": "may",
    "would": "could",
    "may": "will",
    "could": "would",
    "must": "might",
    "can": "must",
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
OTHER_NAMES = ["Marchetti", "Oslo", "Bratislava", "Yamada", "Peru", "Lindqvist"]


def change_number(text: str, chance: random.Random) -> str:
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    digits = one.group()
    other = str((int(digits[-1]) + chance.randint(1, 8)) % 10)
    return text[: one.start()] + digits[:-1] + other + text[one.end() :]


def change_name(text: str, chance: random.Random) -> str:
    found = list(NAME.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(OTHER_NAMES) + text[one.end() :]


def change_negation(text: str, chance: random.Random) -> str:
    if re.search(r"\b(?:not|no|never|nobody)\b", text):
        return re.sub(r"\b(?:not|no|never|nobody) ", "", text, count=1)
    return re.sub(r"\b(is|are|was|were|has|had|will|would|may)\b", r"\1 not", text, count=1)


def change_modal(text: str, chance: random.Random) -> str:
    return re.sub(
        r"\b(will|would|may|could|must|can)\b", lambda m: MODALS[m.group()], text, count=1
    )


def change_day(text: str, chance: random.Random) -> str:
    return re.sub(
        "|".join(DAYS),
        lambda m: DAYS[(DAYS.index(m.group()) + chance.randint(1, 6)) % 7],
        text,
        count=1,
    )


def exchange_actors(text: str, chance: random.Random) -> str:
    found = list(NAME.finditer(text))
    if len(found) < 2 or found[0].group() == found[-1].group():
        return text
    one, two = found[0], found[-1]
    return (
        text[: one.start()]
        + two.group()
        + text[one.end() : two.start()]
        + one.group()
        + text[two.end() :]
    )


MUTATIONS: list[Callable[[str, random.Random], str]] = [
    change_number,
    change_name,
    change_negation,
    change_modal,
    change_day,
    exchange_actors,
]


def test_of_a_thousand_mutants_at_least_99_of_100_are_refused():
    chance = random.Random(20231017)
    originals = sentences()
    refused, made, passed = 0, 0, []
    while made < 1000:
        original = chance.choice(originals)
        mutant = chance.choice(MUTATIONS)(original, chance)
        if mutant == original:
            continue
        made += 1
        if reasons_to_refuse(mutant, [original]):
            refused += 1
        else:
            passed.append((mutant, original))
    assert refused >= 990, passed[:10]


def test_every_true_sentence_is_held():
    for sentence in sentences():
        assert not reasons_to_refuse(sentence, [sentence])
