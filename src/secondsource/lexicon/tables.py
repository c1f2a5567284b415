"""Tables of the lexicon: how their files are read."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


def read_toml(name: str) -> dict[str, Any]:
    """The table `name` of this folder."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def read_rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated table of this folder, in its order; lines of `#` are notes."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The top-level word lists of a TOML table, each as a set."""
    return {
        key: frozenset(words.split())
        for key, words in read_toml(name).items()
        if isinstance(words, str)
    }
