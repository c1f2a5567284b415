"""Rules: what they may say, and what is said of their faults."""

from pathlib import Path

import pytest

from secondsource.errors import UsageError
from secondsource.watch.rules import example_rules, parsed_rules, rules_of

FAULTS = [
    ("", "it holds no rule", "an empty file"),
    ("rule = 1", "it holds no rule", "a rule that is no table"),
    ("[[rule]]\nwhen = ", "is no TOML", "a file that is cut off"),
    ("[[rule]]\nname = 'x'", "does not say when", "a rule that waits for nothing"),
    ("[[rule]]\nwhen = 'contestd'", "is 'contested' meant?", "a slip of the pen"),
    ("[[rule]]\nwhen = 'due'\ndays = 3", "is 'days_ahead' meant?", "a key by another name"),
    ("[[rule]]\nwhen = 'due'\ndays_ahead = -1", "from 0 to 366", "days that lie behind"),
    ("[[rule]]\nwhen = 'due'\ndays_ahead = true", "from 0 to 366", "days that are none"),
    ("[[rule]]\nwhen = 'figure'\nwords = ['hurt']", "in quotation marks", "words in a list"),
    ("[[rule]]\nwhen = 'figure'\noutlet = 'Post'", "there is no 'outlet' for figure", "a foreign key"),
    ("[[rule]]\nwhen = 'contested'\nthread = 'talk'", "is 'talks' meant?", "a thread that is none"),
    ("[[rule]]\nwhen = 'speaks'", "add actor", "nobody to listen to"),
    ("[[rule]]\nwhen = 'due'\n[[rule]]\nwhen = 'due'", "another name", "two rules of one name"),
    ("every = 5\n[[rule]]\nwhen = 'due'", "no 'every' outside a rule", "a key outside of rules"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "why"), FAULTS)
def test_what_is_said_of_a_fault(text: str, said: str, why: str):
    with pytest.raises(UsageError) as error:
        parsed_rules(text, "rules.toml")
    assert said in str(error.value), why
    assert str(error.value).startswith("rules.toml"), why


def test_all_faults_are_said_at_once():
    text = "[[rule]]\nwhen = 'spoken'\n[[rule]]\nwhen = 'speaks'\n[[rule]]\nwhen = 'due'\nplace = 3"
    with pytest.raises(UsageError) as error:
        parsed_rules(text, "rules.toml")
    assert all(f"rule {number}" in str(error.value) for number in (1, 2, 3))


def test_a_story_without_rules_has_the_usual_ones(tmp_path: Path):
    usual = rules_of(tmp_path)
    assert [rule.when for rule in usual] == [
        "second-sourced",
        "contested",
        "withdrawn",
        "figure",
        "due",
    ]
    (tmp_path / "rules.toml").write_text(example_rules(), "utf-8")
    assert rules_of(tmp_path) == usual


def test_the_storys_own_rules_and_those_that_are_given(tmp_path: Path):
    (tmp_path / "rules.toml").write_text("[[rule]]\nwhen = 'article'\n", "utf-8")
    other = tmp_path / "other.toml"
    other.write_text("[[rule]]\nname = 'Chuo'\nwhen = 'speaks'\nactor = 'Chuo'\n", "utf-8")
    assert [rule.name for rule in rules_of(tmp_path)] == ["article"]
    assert [rule.name for rule in rules_of(tmp_path, other)] == ["Chuo"]


def test_rules_that_are_not_there(tmp_path: Path):
    with pytest.raises(UsageError, match="cannot be read"):
        rules_of(tmp_path, tmp_path / "none.toml")


def test_the_example_in_the_usual_rules_holds():
    commented = [line.removeprefix("#   ") for line in example_rules().splitlines() if line.startswith("#   ")]  # fmt: skip
    text = "\n".join(commented[commented.index("[[rule]]") :])
    assert {rule.when for rule in parsed_rules(text, "example")} == {"speaks", "figure"}
