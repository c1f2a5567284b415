"""Which roles stand with a person's name, whether they are past, and whom the person belongs to."""

from dataclasses import dataclass

from ...lexicon import bodies, titles
from .belonging import member_of, possessor
from .run import Run
from .words import Words

_LINKS = frozenset({"of", "for"})
_JOINERS = frozenset({"and", "&", "-", ",", "/"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "‘s"})
_PLACING = frozenset({"of", "for", "at", "in", "with", "from", "to", "on"})


@dataclass(frozen=True)
class Role:
    """A role as written, at tokens `start:end`, and the token before which its owner's body is named."""

    start: int
    end: int
    words: str
    former: bool


def mark_address(words: Words, run: Run) -> None:
    """Notes on a run whether a form of address ("Mr.") or a role ("Sen.", "President") stands right
    before it."""
    before = words.before(run.start)
    if before < 0:
        return
    word = words.lower[before]
    if titles.is_courtesy(word):
        run.honored = True
    elif all(
        titles.is_portfolio(part) or titles.is_head(part) for part in run.words.lower().split()
    ):
        # "Deputy Defense Minister": part of a role, not somebody of that name.
        return
    elif titles.is_before(word) and words.text[before][0].isupper():
        run.honored = word.endswith(".") or run.honored
        run.roled = True
    elif titles.is_head(word) and run.words[:1].isupper():
        run.roled = True
    elif words.text[before][0].isupper() and words.lower[before] in {
        "state",
        "affairs",
        "defense",
        "defence",
        "intelligence",
    }:
        link = words.before(before)
        head = words.before(link) if link >= 0 else -1
        run.roled = head >= 0 and words.lower[link] == "of" and titles.is_head(words.lower[head])


def read_roles(words: Words, runs: list[Run]) -> None:
    """Fills in titles, `former` and affiliation of the people among `runs`."""
    at: dict[int, Run] = {}
    for run in runs:
        for index in range(run.start, run.end):
            at[index] = run
    for run in runs:
        if run.kind != "person":
            continue
        found: list[str] = []
        role = _role_ending(words, words.before(run.start), at)
        if role is None:
            comma = words.before(run.start)
            if comma >= 0 and words.text[comma] == ",":
                role = _role_ending(words, words.before(comma), at)
                if role and not (_is_definite(words, role, at) and _opens(words, run)):
                    role = None
        if role:
            found.append(role.words)
            run.former = role.former
            run.affiliation = _owner_before(words, role, at) or _owner_after(
                words, role.start, role.end, at
            )
        behind = _role_behind(words, run, at)
        if behind:
            role, owner = behind
            if role.words not in found:
                found.append(role.words)
            if len(found) == 1:
                run.former = role.former
            run.affiliation = run.affiliation or owner
        run.titles = tuple(found)
        if not found and run.affiliation is None:
            run.affiliation = possessor(words, run, at) or member_of(words, run, at)


def _opens(words: Words, run: Run) -> bool:
    """Whether the name after a comma is set in commas, as an apposition is."""
    after = words.after(run.end - 1)
    return (
        after < 0
        or words.text[after] in {",", ".", ")", ";", "—", "-", ":", "!", "?"}
        or words.dep[run.end - 1] == "appos"
    )


def _is_definite(words: Words, role: Role, at: dict[int, Run]) -> bool:
    before = words.before(role.start)
    while before >= 0 and (
        before in at or titles.is_past(words.lower[before]) or words.lower[before] == "new"
    ):
        if words.lower[before] in _POSSESSIVE:
            return True
        if before in at and at[before].kind in {"place", "nationality"}:
            return True
        before = words.before(before)
    if before >= 0 and words.lower[before] == "the":
        # "an adviser to the president, Ann Bell": the president is somebody else.
        link = words.before(before)
        holder = words.before(link) if link >= 0 else -1
        if holder >= 0 and words.lower[link] in {"to", "of", "for"}:
            return not titles.is_head(words.lower[holder])
    return before >= 0 and (
        words.lower[before] in {"the", "his", "her", "its", "their", "our", "my"}
        or words.lower[before] in _POSSESSIVE
    )


def _role_ending(words: Words, end: int, at: dict[int, Run]) -> Role | None:
    """The role whose last word is token `end`."""
    if end < 0:
        return None
    start = head = -1
    word = words.lower[end]
    known = at.get(end)
    if (known is not None and known.kind == "person") or word in _LINKS or titles.is_courtesy(word):
        return None
    if (titles.is_head(word) or titles.is_before(word)) and not titles.is_courtesy(word):
        start = head = end
    else:
        index = end
        for _ in range(7):
            if index < 0:
                return None
            lower = words.lower[index]
            if lower in _LINKS:
                index = words.before(index)
                if index >= 0 and titles.is_head(words.lower[index]):
                    start = head = index
                break
            if titles.is_courtesy(lower) or not (
                titles.is_portfolio(lower)
                or lower in _JOINERS
                or lower == "the"
                or words.text[index][:1].isupper()
                or index in at
            ):
                return None
            index = words.before(index)
        if head < 0:
            return None
    start = _role_start(words, start, at)
    former = False
    while start < head and (titles.is_past(words.lower[start]) or words.lower[start] == "-"):
        former = former or titles.is_past(words.lower[start])
        start += 1
    before = words.before(start)
    while before >= 0 and (
        titles.is_past(words.lower[before])
        or words.lower[before] in {"new", "-"}
        or (before in at and at[before].kind in {"nationality", "place"})
    ):
        former = former or titles.is_past(words.lower[before])
        before = words.before(before)
    return Role(start, end + 1, words.written(start, end + 1), former)


def _role_start(words: Words, start: int, at: dict[int, Run]) -> int:
    """The first token of the role whose head is at `start`: over modifiers and portfolios."""
    while True:
        before = words.before(start)
        if before < 0:
            return start
        lower = words.lower[before]
        known = at.get(before)
        if known is not None and known.kind != "thing":
            return start
        fits = titles.is_modifier(lower) or titles.is_portfolio(lower) or titles.is_head(lower)
        if lower == "under":
            fits = words.lower[start] == "secretary"
        if lower in {"and", "-", "&"}:
            left = words.before(before)
            fits = (
                left >= 0
                and left not in at
                and (
                    titles.is_modifier(words.lower[left])
                    or titles.is_portfolio(words.lower[left])
                    or (lower == "-" and words.text[left].isalpha())
                )
            )
        elif (
            not fits
            and (
                words.pos[before] in {"NOUN", "ADJ"}
                or (words.pos[before] == "PROPN" and words.text[before].islower())
            )
            and words.dep[before] in {"compound", "amod", "nmod"}
        ):
            fits = words.tag[before] not in {"CD"} and words.text[before].isalpha()
        if not fits:
            return start
        start = before


def _owner_before(words: Words, role: Role, at: dict[int, Run]) -> str | None:
    """The country or body named right before a role: "Kenyan", "Peru's", "Pentagon"."""
    before = words.before(role.start)
    for _ in range(4):
        if before < 0:
            return None
        owner = at.get(before)
        if owner is not None and owner.kind == "person":
            # "Mr. Bell's spokesman" speaks for whom Mr. Bell belongs to.
            return owner.affiliation if titles.is_aide(role.words.lower().split()[-1]) else None
        if owner is not None:
            return (
                owner.country
                if owner.kind in {"nationality", "place"} and owner.country
                else owner.words
            )
        lower = words.lower[before]
        if (
            lower in _POSSESSIVE
            or titles.is_past(lower)
            or lower in {"new", "-", "then"}
            or titles.is_modifier(lower)
        ):
            before = words.before(before)
        else:
            return None
    return None


def _owner_after(words: Words, start: int, end: int, at: dict[int, Run]) -> str | None:
    """The country or body named inside or right after a role: "president of Chile", "director at Acme"."""
    for index in range(start, min(end + 9, len(words))):
        if index >= end and (
            words.text[index] in {",", ";", ".", "(", "—"} or words.is_break(index)
        ):
            return None
        if index >= end and words.pos[index] in {"VERB", "AUX"} and words.tag[index] != "VBG":
            return None
        owner = at.get(index)
        if owner is not None and owner.kind == "place" and words.lower[owner.start - 1] == "for":
            continue
        if owner is not None and (index > start):
            if owner.kind == "person":
                if index >= end:
                    return None
                continue
            return (
                owner.country
                if owner.kind in {"nationality", "place"} and owner.country
                else owner.words
            )
    return None


def _role_behind(words: Words, run: Run, at: dict[int, Run]) -> tuple[Role, str | None] | None:
    """The role in the apposition behind a name (", the Russian foreign minister,") and its owner."""
    comma = words.after(run.end - 1)
    if comma < 0 or words.text[comma] not in {",", "-", "—", "–", "--", "("}:
        return None
    index = words.after(comma)
    if index >= 0 and words.lower[index] in {"and", "but", "or"}:
        return None
    former = False
    owner: str | None = None
    first = -1
    head = -1
    for _ in range(12):
        if index < 0 or index >= len(words):
            break
        lower = words.lower[index]
        known = at.get(index)
        if known is not None and known.kind == "person":
            return None
        if head >= 0 and not (titles.is_head(lower) or lower == "-"):
            break
        if titles.is_past(lower):
            former = True
        elif (
            lower
            in {"the", "a", "an", "his", "her", "its", "their", "our", "one", "also", "now", "new"}
            or lower in _POSSESSIVE
        ):
            pass
        elif known is not None and known.kind != "thing":
            owner = owner or (
                known.country
                if known.kind in {"nationality", "place"} and known.country
                else known.words
            )
            index = known.end - 1
            first = -1
        elif titles.is_head(lower):
            head = index
            first = index if first < 0 else first
        elif (
            words.pos[index] in {"NOUN", "ADJ", "PROPN"}
            or titles.is_modifier(lower)
            or lower in {"and", "-", "&"}
            or words.tag[index] in {"VBN", "VBG", "CD"}
        ):
            first = index if first < 0 else first
        else:
            break
        index = words.after(index)
    if head < 0 or first < 0:
        return None
    end = head + 1
    link = words.after(head)
    if link >= 0 and words.lower[link] in _LINKS:
        portfolio = words.after(link)
        while (
            portfolio >= 0
            and portfolio not in at
            and (
                titles.is_portfolio(words.lower[portfolio])
                or words.lower[portfolio] in {"and", "the", "national", "foreign"}
            )
        ):
            if titles.is_portfolio(words.lower[portfolio]):
                end = portfolio + 1
            portfolio = words.after(portfolio)
        if portfolio >= 0 and portfolio not in at and bodies.kind_of_last(words.lower[portfolio]):
            # "a spokeswoman for the foreign ministry": the body that she speaks for.
            start = words.after(link)
            start = words.after(start) if words.lower[start] in {"the", "its", "his"} else start
            if 0 <= start <= portfolio:
                end = head + 1
                owner = owner or words.written(start, portfolio + 1)
    role = Role(first, end, words.written(first, end), former)
    if owner is None and not titles.is_private(words.lower[head]):
        owner = _owner_after(words, head, end, at)
    return role, owner
