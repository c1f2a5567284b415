"""The file of a story's own lexicon, `lexicon.toml` in its folder (`model/own_lexicon.py` tells what it says)."""

import tomllib
from pathlib import Path

import msgspec

from ..errors import UsageError
from ..model.own_lexicon import EMPTY, Lexicon
from .story import Story

FILE = "lexicon.toml"


def own_lexicon(story: Story) -> Lexicon:
    """The names and words of a story. Raises UsageError when its file is no lexicon."""
    return read_lexicon(story.folder / FILE)


def read_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file; the empty one if there is no such file. Raises UsageError, which names the
    line or field at fault, when the file is not as the module describes it."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return EMPTY
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    try:
        lexicon = msgspec.convert(tomllib.loads(text), Lexicon)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, RecursionError) as error:
        raise UsageError(f"{path} is no lexicon: {error}; correct or remove it") from error
    for row in lexicon.names:
        for name in (row.name, *row.aliases):
            if not any(letter.isalnum() for letter in name):
                raise UsageError(f"{path} is no lexicon: a name without letters; remove it")
    return lexicon
