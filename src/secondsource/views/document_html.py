"""The brief as one HTML page that needs nothing else: no script, no address is loaded, made for print too."""

from functools import cache
from importlib import resources
from typing import Any

from ..extras import needed
from .document import PREFACE, Document
from .document_markdown import mark_words


def html(made: Document) -> str:
    """The document as an HTML page; all words are escaped by the template. Raises UsageError without the
    extra `web`."""
    page: str = _template().render(document=made, preface=PREFACE)
    return page


@cache
def _template() -> Any:
    jinja = needed("jinja2", "web", "a page")
    environment = jinja.Environment(
        autoescape=True, undefined=jinja.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["mark"] = mark_words
    # The only markup that is not escaped: SVG of our own making, with its words escaped there.
    environment.filters["svg"] = needed("markupsafe", "web", "a page").Markup
    folder = resources.files(__package__).joinpath("templates")
    return environment.from_string(folder.joinpath("document.html").read_text("utf-8"))
