"""Tables of the lexicon: how their files are read."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """The table `name` of this folder."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def read_lines(name: str) -> list[str]:
    """The lines of a tab-separated table of this folder, in its order, without its notes (lines of `#`)."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read_rows(name: str) -> list[list[str]]:
    """The same with each line taken apart into its columns."""
    return [line.split("\t") for line in read_lines(name)]


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The top-level word lists of a TOML table, each as a set."""
    return {
        key: frozenset(words.split())
        for key, words in read_toml(name).items()
        if isinstance(words, str)
    }
