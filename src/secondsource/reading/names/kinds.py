"""What kind of thing each name is: decided for the whole article at once, by all that it shows."""

import re
from collections import defaultdict
from collections.abc import Iterable

from ...lexicon import acting, bodies, nationalities, titles
from .datelines import opens_dateline
from .described import described_as
from .firms import OF_COMPANIES, as_company
from .office import holds_office
from .placed import placing
from .run import Run, without_generation
from .spans import entry_of
from .words import Words

BODY_KINDS = frozenset({"government", "organization", "company", "party", "armed-force", "group"})
_LABEL_VOTES = {
    "PERSON": {"person": 1.0},
    "ORG": {"organization": 1.0},
    "GPE": {"place": 1.0},
    "LOC": {"place": 1.0},
    "NORP": {"group": 0.8, "party": 0.0},
    "FAC": {"place": 0.6, "organization": 0.3},
    "PRODUCT": {"thing": 1.0},
}
_SAYING = frozenset({"say", "tell", "add", "think", "believe", "write", "ask", "recall", "explain"})
_SEAT = re.compile(r"[A-Z]-[A-Z][A-Za-z.]{0,7}")
"""A legislator's party and state: "D-N.H."."""
_LISTED = {"PERSON": "person", "ORG": "organization", "GPE": "place"}
"""What stands in a list with names of one label is mostly of the same kind."""
FEW_SIGNS = 1.5
"""Votes: no more than the pipeline's label tells that a name is a person's."""
_OF_A_YEAR = re.compile(r"[a-z] (?:19|20)\d\d$")
_NAMED_OCCASIONS = frozenset(
    {"drill", "drills", "exercise", "exercises", "manoeuvres", "maneuvers", "operation", "festival"}
)
"""Nouns whose own name may stand before them ("the Dry Wind exercises"), like a body's."""
_HIS = frozenset({"his", "her", "he", "she", "himself", "herself"})
_OF = frozenset({"of", "for", "on", "against", "in", "to"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "into", "outside", "across", "inside", "around"}
)


def decide(words: Words, runs: list[Run]) -> list[Run]:
    """The runs with `kind` filled in, without those that are no names of actors or places.

    Kinds are those of mentions, and `place` for places that may or may not act.
    """
    if any(words.shouting):
        runs = _without_shouted(words, runs)
    together: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for run in runs:
        if run.kind or not _is_open(run):
            continue
        votes = together[run.words]
        for kind, vote in _evidence(words, run).items():
            votes[kind] += vote
    for run in runs:
        # Where there is a "Harlow Inc.", "Harlow" is the company.
        first, _, last = run.words.rpartition(" ")
        if first in together and bodies.is_legal_form(last.lower()):
            together[first]["company"] += 3
    people = _people_names(runs, together)
    kept = []
    for run in runs:
        if not run.kind:
            run.kind = _kind(words, run, together, people)
        if run.kind and run.kind != "thing":
            kept.append(run)
    _shorten(words, kept)
    return kept


def _shorten(words: Words, runs: list[Run]) -> None:
    """Takes a plural that is no name ("Ann Bell Memos") off a person's name that stands without it
    elsewhere, or that the article writes in small letters too and has nobody bear alone."""
    names = {run.words for run in runs if run.kind == "person"}
    for run in runs:
        first, _, last = run.words.rpartition(" ")
        if run.kind != "person" or not first:
            continue
        plural = words.tag[run.end - 1] in {"NNS", "NNPS"}
        told_small = last.endswith("s") and last.lower() in words.small and last not in names
        if (first in names and (plural or told_small)) or (" " in first and told_small):
            run.words, run.end = first, run.end - 1


def _without_shouted(words: Words, runs: list[Run]) -> list[Run]:
    """The runs without what only a headline's capitals make look like a name. In a headline names of
    the tables count, names that the rest of the article has, and people of several words whom nothing
    else tells; names of people and bodies of the rest are found in it later."""
    whole: set[str] = set()
    single: set[str] = set()
    for run in runs:
        if not words.shouting[run.start]:
            whole.add(run.words)
            single.update(run.words.casefold().split())
    kept = []
    for run in runs:
        parts = run.words.split()
        full = run.label == "PERSON" and len(parts) in {2, 3} and not run.words.isupper()
        if (
            not words.shouting[run.start]
            or run.table
            or run.kind == "equipment"
            or run.label == "PATTERN"
            or run.words in whole
            or (full and not single.intersection(run.words.casefold().split()))
        ):
            kept.append(run)
    return kept


def _is_open(run: Run) -> bool:
    """Whether the tables leave the kind of this run open."""
    if not run.table:
        return True
    found = entry_of(run.words)
    return bool(found and found[1].ambiguous)


def _evidence(words: Words, run: Run) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    if not words.shouting[run.start]:
        for kind, vote in _LABEL_VOTES.get(run.label, {}).items():
            votes[kind] += vote
    else:
        for kind, vote in _LABEL_VOTES.get(run.label, {}).items():
            votes[kind] += vote / 10
    if run.honored:
        votes["person"] += 4
    if run.roled:
        votes["person"] += 3
    root = _root(words, run)
    dep, head = words.dep[root], words.head[root]
    if (
        dep in {"nsubj", "nsubjpass"}
        and run.label in {"ORG", "GPE", "PERSON"}
        and (acting.is_human(words.lemma[head]) or _has_his(words, run, head))
    ):
        votes["person"] += 1.2
    if dep in {"nsubj", "nsubjpass"} and holds_office(words, head, dep):
        votes["person"] += 1.2
    for other in words.listed.get(root, ()):
        label = words.label[other]
        if label in _LISTED and label != run.label:
            votes[_LISTED[label]] += 1.2
    if dep == "nsubj" and words.lemma[head] in _SAYING:
        votes["person"] += 0.7
        votes["place"] -= 0.5
    if run.end - run.start > 1 and titles.is_given_name(words.text[run.start]):
        votes["person"] += 1.2
    next_word = words.lower[run.end] if run.end < len(words) else ""
    if next_word in OF_COMPANIES and run.label in {"ORG", "PERSON", "GPE"}:
        votes["company"] += 3
    votes["company"] += as_company(words, run)
    for kind, vote in described_as(words, run).items():
        votes[kind] += vote
    if run.end - run.start > 1 and _next_but_year(words, run) in _NAMED_OCCASIONS:
        votes["thing"] += 4
    before = words.before(run.start)
    votes["place"] += placing(words, run, before, next_word)
    if before >= 0:
        if words.lower[before] in _PLACE_PREPOSITIONS and run.label in {"GPE", "LOC", "FAC"}:
            votes["place"] += 0.7
        if words.lower[before] == "the" and words.dep[root] not in {"compound", "poss", "nmod"}:
            votes["person"] -= 2
    after = words.after(run.end - 1)
    if 0 <= after < len(words) - 1 and words.text[after] == ",":
        age = words.after(after)
        if age >= 0 and words.text[age].isdigit() and len(words.text[age]) == 2:
            votes["person"] += 2.5
        if age >= 0 and words.lower[age] == "who":
            votes["person"] += 2
    return votes


def _next_but_year(words: Words, run: Run) -> str:
    """The word after a run, small, with a year between them passed over."""
    following = run.end
    if following < len(words) and re.fullmatch(r"(?:19|20)?\d\d", words.text[following]):
        following += 1
    return words.lower[following] if following < len(words) else ""


def _has_his(words: Words, run: Run, verb: int) -> bool:
    """Whether "his" or "her" follows in the clause of which the run is the subject, with no other name
    between that it could mean."""
    for index in range(run.end, min(run.end + 14, len(words))):
        if words.label[index] == "PERSON" or words.text[index] in {".", ";"}:
            return False
        if words.lower[index] in _HIS:
            return words.dep[index] in {"poss", "dobj", "nsubj"} and index > verb
    return False


def _root(words: Words, run: Run) -> int:
    for index in range(run.start, run.end):
        if not run.start <= words.head[index] < run.end:
            return index
    return run.end - 1


def _people_names(runs: Iterable[Run], together: dict[str, dict[str, float]]) -> set[str]:
    """Last words of the names that are people's, and whole names that a form of address stands before."""
    found = set()
    for run in runs:
        parts = run.words.split()
        if run.kind == "person" and len(parts) > 1:
            # Certain from the start: the story's own lexicon says so.
            found.add(parts[-1])
        if run.kind or run.table or not parts:
            continue
        votes = together[run.words]
        if run.honored:
            found.add(run.words)
        rivals = (votes[kind] for kind in ("organization", "company", "place", "thing"))
        if votes["person"] > max(0.3, *rivals):
            if len(parts) > 1 and _body_kind(run.words) and not run.honored:
                continue
            found.add(without_generation(run.words).rpartition(" ")[2])
    return found


def _body_kind(name: str) -> str | None:
    """The kind of body that the words of the name tell."""
    parts = name.lower().split()
    if len(parts) < 2:
        return None
    first, last = parts[0], parts[-1]
    if bodies.is_no_body(first, last):
        return None
    link = next((n for n, part in enumerate(parts) if n and part in _OF), None)
    if link is not None:
        before = bodies.kind_of_last(parts[link - 1]) if link > 1 else None
        return before or bodies.kind_of_first(first) or bodies.kind_of_last(last)
    kind = bodies.kind_of_end(parts) or bodies.kind_of_foreign(first)
    if kind == "organization" and bodies.is_of_parliament(first):
        return "government"
    return kind


def _kind(words: Words, run: Run, together: dict[str, dict[str, float]], people: set[str]) -> str:
    votes = together.get(run.words, {})
    if run.table and not _is_open(run):
        return _kind_of_table(run)
    if run.table and not (run.honored or (run.words in people and run.label != "GPE")):
        return _kind_of_table(run)
    parts = run.words.split()
    if len(parts) == 1 and (bodies.is_no_acronym(run.words) or _SEAT.fullmatch(run.words)):
        return ""
    if run.honored and len(parts) <= 4:
        return "person"
    body = _body_kind(run.words)
    person = votes.get("person", 0.0)
    rivals = max(votes.get("organization", 0.0), votes.get("place", 0.0), votes.get("thing", 0.0))
    if body and person < rivals + 2.5:
        return body if not (run.label in {"GPE", "LOC"} and body == "organization") else "place"
    if run.words.isupper() and len(run.words) > 3:
        if run.words.title() in people:
            return "person"
        if opens_dateline(words, run):
            return "place"
    if (
        len(parts) == 1
        and person < FEW_SIGNS
        and run.words.lower() in words.small
        and _opens_sentence(words, run)
    ):
        # A word of the article with the capital of its sentence.
        return ""
    if run.words in people and (person >= 0 or run.honored):
        return "person"
    if (
        1 < len(parts) <= 3
        and parts[-1] in people
        and person + 0.5 > rivals - 1
        and run.label in {"ORG", "FAC"}
    ):
        return "person" if _may_be_person(words, run) and not body else (body or "")
    if len(parts) > 1 and bodies.is_no_body(parts[0].lower(), parts[-1].lower()):
        return "place" if votes.get("place", 0.0) > 0 else ""
    best = max(votes, key=lambda kind: (votes[kind], kind), default="")
    if not best or votes[best] <= 0:
        return ""
    if best == "person" and not _may_be_person(words, run):
        return "organization" if run.words.isupper() and len(run.words) > 1 else ""
    if best == "organization" and not _may_be_body(words, run):
        return ""
    if best == "group":
        return _kind_of_norp(words, run)
    return best


def _opens_sentence(words: Words, run: Run) -> bool:
    """Whether the capital of the run's first word may be that of its sentence."""
    before = words.before(run.start)
    return before < 0 or words.text[before] in {".", "!", "?", "“", '"', ":"}


def _kind_of_table(run: Run) -> str:
    if run.table == "body":
        return bodies.bodies()[_spelling(run)].kind
    if run.table == "people":
        return nationalities.peoples()[_spelling(run)].kind
    return "nationality" if run.table == "demonym" else "place"


def _spelling(run: Run) -> str:
    found = entry_of(run.words)
    return found[0] if found else run.words


def _may_be_person(words: Words, run: Run) -> bool:
    """Whether a run may be a person at all: no digits, no role or plain small word alone."""
    if any(letter.isdigit() for letter in run.words):
        return False
    parts = run.words.split()
    if len(parts) == 1:
        if titles.is_head(run.words.lower()) or titles.is_portfolio(run.words.lower()):
            return False
        if not run.words[0].isupper():
            return False
        tag = words.tag[run.start]
        if (
            run.end - run.start == 1
            and tag not in {"NNP", "NNPS", "NN", "FW", "JJ"}
            and not run.honored
        ):
            return False
    return sum(part[:1].isupper() for part in parts) * 2 >= len(parts)


def _may_be_body(words: Words, run: Run) -> bool:
    """Whether a run may be a body: not a role or a portfolio alone ("State", "Defense"), nor an occasion
    that bears its year ("Dry Wind 2024")."""
    if _OF_A_YEAR.search(run.words):
        return False
    if sum(letter.isdigit() for letter in run.words) > sum(map(str.isalpha, run.words)):
        return False
    parts = run.words.lower().split()
    if all(titles.is_head(part) or titles.is_portfolio(part) for part in parts):
        return bool(bodies.kind_of_last(parts[-1])) and len(parts) > 1
    after = words.after(run.end - 1)
    if after >= 0 and titles.is_head(words.lower[after]) and words.text[after][0].isupper():
        return not all(titles.is_portfolio(part) for part in parts)
    return any(part[0].isupper() for part in run.words.split() if part)


def _kind_of_norp(words: Words, run: Run) -> str:
    last = run.words.split()[-1].lower()
    if last.startswith(
        ("democrat", "republican", "conservative", "socialist", "liberal", "communist")
    ):
        return "party"
    if words.tag[run.end - 1] == "JJ" or last in {"-"} or run.words[0].islower():
        return ""
    if run.words.replace(".", "").isupper():
        return "organization" if len(run.words) > 3 else ""
    return "group" if last.endswith("s") and "-" not in run.words else ""
