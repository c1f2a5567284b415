"""Names: who and what an article mentions by name.

The pipeline's entities are the start; tables and patterns repair them, the kind of each name is
decided for the whole article, and names of the same are linked.
"""

from functools import partial
from itertools import chain

from ...model.mention import Mention, MentionKind
from ...model.text import Citation, mention_id
from ..draft import Draft
from .acting import acts, is_adjective
from .belonging import (
    country_of,
    ministries_of_dateline,
    ministries_of_ministers,
    share_countries,
)
from .entities import add_missed, link
from .extent import complete
from .kinds import decide
from .own import own_runs, settle
from .parted import halves
from .patterns import find_patterns
from .roles import mark_address, read_roles
from .run import Run
from .spans import find_runs, make_run
from .words import POSSESSIVE_END, Words


def find_mentions(draft: Draft) -> tuple[Mention, ...]:
    """All mentions by name of people, bodies, peoples, equipment, and of countries and capitals that
    act, in the order of the laid-out text. Places that do not act are left to the step `places`."""
    words = Words.of(draft.doc, draft.text)
    certain = chain(own_runs(words, draft.lexicon), find_patterns(words))
    runs = complete(words, find_runs(words, certain), partial(make_run, words))
    for run in runs:
        mark_address(words, run)
    runs = halves(words, decide(words, runs))
    runs = add_missed(words, runs)
    for run in runs:
        run.country = country_of(run)
    link(words, runs)
    settle(runs, draft.lexicon)
    read_roles(words, runs)
    share_countries(words, runs)
    _spread_affiliations(runs)
    ministries_of_ministers(runs)
    ministries_of_dateline(words, runs, draft.article.dateline)
    runs = [run for run in runs if run.kind != "place" or acts(words, run)]
    return _mentions(draft, words, runs)


def _spread_affiliations(runs: list[Run]) -> None:
    """Gives each mention of a person the first affiliation that the article tells of that person."""
    belongs: dict[str, str] = {}
    for run in runs:
        if run.kind == "person" and run.affiliation and not run.former:
            belongs.setdefault(run.key, run.affiliation)
    for run in runs:
        if run.kind == "person" and run.affiliation is None:
            run.affiliation = belongs.get(run.key)


def _mentions(draft: Draft, words: Words, runs: list[Run]) -> tuple[Mention, ...]:
    first: dict[str, str] = {}
    mentions = []
    for run in runs:
        start = words.start[run.start]
        exact = POSSESSIVE_END.sub("", words.source[start : words.end(run.end - 1)])
        part = draft.part_at(start)
        citation = Citation(
            start=start - part.start,
            end=start - part.start + len(exact),
            words=exact,
            part=part.name,
        )
        kind: MentionKind = "place-as-actor" if run.kind == "place" else run.kind  # type: ignore[assignment]
        identity = mention_id(draft.article.id, citation, kind)
        mentions.append(
            Mention(
                id=identity,
                citation=citation,
                kind=kind,
                name=run.name,
                entity=first.setdefault(run.key, identity),
                form="adjective" if is_adjective(words, run) else "name",
                titles=run.titles,
                former=run.former,
                affiliation=run.affiliation,
                acronym=run.acronym,
            )
        )
    return tuple(mentions)
