"""Which names of an article are names of the same: spellings, bare surnames, acronyms with their long form."""

from ...lexicon import titles
from ...lexicon.calendar import cues
from .extent import is_calendar
from .linked_bodies import link_bodies
from .linked_people import link_bynames, link_people
from .run import Run, without_generation
from .words import Words

_DATE_WORDS = cues("dating") | {"on"}


def add_missed(words: Words, runs: list[Run]) -> list[Run]:
    """The runs and, besides them, every other place at which a person's surname or a body's name of
    this article stands, though the pipeline saw no name there."""
    surnames: dict[str, str] = {}
    for run in runs:
        parts = without_generation(run.words).split()
        if run.kind == "person" and len(parts[-1]) > 2:
            surnames.setdefault(parts[-1], "person")
        elif (
            run.kind in {"organization", "company", "party", "armed-force"}
            and len(parts) == 1
            and run.words.isupper()
        ):
            surnames.setdefault(run.words, run.kind)
    taken: set[int] = set()
    for run in runs:
        taken.update(range(run.start, run.end))
    shouted = {name.upper(): (name, kind) for name, kind in surnames.items()}
    added = []
    for index in words.capitals:
        if index in taken:
            continue
        word = words.plain[index]
        kind = surnames.get(word)
        if kind is None and words.shouting[index] and word in shouted:
            kind = shouted[word][1]
        if kind and _may_be_name(words, index):
            if is_calendar(word) and _dates(words, index):
                continue
            start = index
            if kind == "person":
                while (
                    start - 1 not in taken
                    and start > 0
                    and words.tag[start - 1] == "NNP"
                    and any(
                        run.words.endswith(f"{words.text[start - 1]} {word}")
                        for run in runs
                        if run.kind == "person"
                    )
                ):
                    start -= 1
            added.append(
                Run(start, index + 1, "SPREAD", " ".join(words.plain[start : index + 1]), kind=kind)
            )
    return sorted([*runs, *added], key=lambda run: run.start)


def _may_be_name(words: Words, index: int) -> bool:
    """Whether a word that is a name elsewhere may be that name here: surely as a proper noun; as another
    noun or adjective unless the article uses the word itself too; in a headline always."""
    pos = words.pos[index]
    if pos == "PROPN" or words.shouting[index]:
        return True
    return pos in {"NOUN", "ADJ", "X", "INTJ", "VERB"} and words.lower[index] not in words.small


def _dates(words: Words, index: int) -> bool:
    """Whether the name of a month or day is a date where it stands: "in May", "May 3"."""
    after = words.text[index + 1] if index + 1 < len(words) else ""
    if index and titles.is_courtesy(words.lower[index - 1]):
        return False
    return (
        words.lower[index - 1] in _DATE_WORDS
        or words.lower[index - 1].isdigit()
        or after[:1].isdigit()
        or words.label[index] == "DATE"
    )


def link(words: Words, runs: list[Run]) -> None:
    """Gives the runs of one entity the same `key`, and all of them its fullest `name`."""
    people = [run for run in runs if run.kind == "person"]
    link_people(words, people)
    link_bynames(words, people)
    link_bodies(words, [run for run in runs if run.kind != "person"])
    fullest: dict[str, str] = {}
    for run in runs:
        if run.label == "SPREAD" and run.key in fullest:
            continue
        best = fullest.get(run.key)
        if best is None or _fullness(run) > _fullness_of(best, run.kind):
            fullest[run.key] = run.words
    belongs: dict[str, str] = {}
    for run in runs:
        if run.kind == "person" and run.affiliation and not run.former:
            belongs.setdefault(run.key, run.affiliation)
    for run in runs:
        run.name = fullest[run.key]
        if run.kind == "person" and run.affiliation is None:
            run.affiliation = belongs.get(run.key)


def _fullness(run: Run) -> tuple[int, int]:
    return _fullness_of(run.words, run.kind)


def _fullness_of(name: str, kind: str) -> tuple[int, int]:
    if kind in {"nationality", "group"}:
        return (0, 0)
    parts = name.split()
    if kind == "party" and len(parts) == 1:
        # "Democrats" are somebody, "Democratic" only says of what party something is.
        return (1, int(name.endswith("s")))
    shouted = name.isupper() and len(name) > 5
    return (0 if shouted else len(parts), 0 if shouted else len(name))
