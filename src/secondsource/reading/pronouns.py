"""Whom a pronoun means: "he", "her", tied to somebody named before it, where one is clearly ahead of the others."""

from dataclasses import dataclass

from ..model.mention import Mention
from ..model.text import Citation, mention_id
from .draft import Draft
from .grid import Grid

PRONOUNS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOOK_BACK = 3
"""Sentences before that of a pronoun in which its antecedent may stand."""
MARGIN = 5.0
"""By how much the best antecedent must be ahead of the next one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean: the token that heads the mention, the named mention it
    belongs to (None: somebody without a name), and its gender if that is known."""

    token: int
    mention: Mention | None
    gender: str | None


def stands_for(draft: Draft, grid: Grid, tokens: range, antecedent: Mention, form: str) -> Mention:
    """The mention at `tokens` that stands for the one of `antecedent`."""
    start, end = grid.start[tokens[0]], grid.end[tokens[-1]]
    part = draft.part_at(start)
    citation = Citation(
        start=start - part.start, end=end - part.start, words=grid.text[start:end], part=part.name
    )
    return Mention(
        id=mention_id(draft.article.id, citation, antecedent.kind),
        citation=citation,
        kind=antecedent.kind,
        name=antecedent.name,
        entity=antecedent.entity,
        form="pronoun" if form == "pronoun" else "nominal",
        affiliation=antecedent.affiliation,
    )


def pronouns_of(
    draft: Draft, grid: Grid, candidates: list[Candidate], taken: set[int]
) -> list[tuple[range, Mention]]:
    """Third-person singular pronouns outside quotations with the person they mean."""
    found: list[tuple[range, Mention]] = []
    pool = list(candidates)
    told = _told(grid)
    for token, tag in enumerate(grid.tag):
        if tag not in {"PRP", "PRP$"} or token in taken:
            continue
        gender = PRONOUNS.get(grid.lower[token])
        if gender is None or grid.quote[token] >= 0:
            continue
        chosen = _antecedent(grid, told, pool, token, gender)
        if chosen is None:
            continue
        pool.append(Candidate(token, chosen.mention, gender))
        if chosen.mention is not None:
            where = range(token, token + 1)
            found.append((where, stands_for(draft, grid, where, chosen.mention, "pronoun")))
    return found


def _told(grid: Grid) -> list[int]:
    """For each token the number of its sentence, counting only sentences of which some words stand
    outside of quotations: a long quotation does not part a speaker from "he said"."""
    own = {
        number
        for number, quote, tag in zip(grid.sentence, grid.quote, grid.tag, strict=True)
        if quote < 0 and tag[:1].isalpha()
    }
    numbers: list[int] = []
    current, last = 0, -1
    for number in grid.sentence:
        if number != last:
            last = number
            current += number in own
        numbers.append(current)
    return numbers


def _key(candidate: Candidate) -> object:
    return candidate.mention.entity if candidate.mention else ("nobody", candidate.token)


def _object_of_verb_beside(grid: Grid, pool: list[Candidate], token: int) -> Candidate | None:
    """To whom the first of two verbs is done, where a pronoun is the object of the second and nobody new does it: "might
    take Ann Bell abroad or harm her"; None where there is nobody such."""
    verb = grid.head[token]
    if grid.dep[token] != "dobj" or grid.dep[verb] != "conj":
        return None
    if any(
        grid.dep[at] in SUBJECTS and grid.head[at] == verb for at in range(grid.head[verb], verb)
    ):
        return None
    above = grid.head[verb]
    objects = (
        each
        for each in reversed(pool)
        if grid.dep[each.token] == "dobj" and grid.head[each.token] == above
    )
    return next(objects, None)


def _antecedent(
    grid: Grid, told: list[int], pool: list[Candidate], token: int, gender: str
) -> Candidate | None:
    """The candidate that a pronoun most likely means; None if none is clearly ahead."""
    sentence, paragraph = told[token], grid.paragraph[token]
    known: dict[object, str] = {}
    for candidate in pool:
        if candidate.gender:
            known.setdefault(_key(candidate), candidate.gender)
    beside = _object_of_verb_beside(grid, pool, token)
    if beside is not None and known.get(_key(beside), gender) == gender:
        return beside
    acting = _acting_on(grid, token)
    spoken_of = _spoken_of(grid, token)
    barred = {_key(candidate) for candidate in pool if candidate.token in acting}
    scores: dict[object, tuple[float, Candidate]] = {}
    for candidate in pool:
        if _key(candidate) in barred:
            continue
        back = sentence - told[candidate.token]
        apart = paragraph - grid.paragraph[candidate.token]
        if not 0 <= back <= LOOK_BACK or not 0 <= apart <= 1:
            continue
        if grid.quote[candidate.token] >= 0:
            continue
        if candidate.token >= token and not _is_fronted(grid, token, candidate.token):
            continue
        if known.get(_key(candidate), gender) != gender:
            continue
        if _same_clause(grid, token, candidate.token):
            continue
        score = 30.0 - 8 * back - 6 * apart
        first = candidate.token
        # "His predecessor, Ann Bell, is on trial": she is the subject.
        while grid.dep[first] in {"conj", "appos"} and grid.head[first] < first:
            first = grid.head[first]
        if grid.dep[first] in SUBJECTS:
            score += 10
            if grid.dep[token] in SUBJECTS:
                score += 2
        elif grid.dep[candidate.token] in {"poss", "compound", "nmod"}:
            score -= 4
        elif grid.dep[candidate.token] == "pobj":
            score -= 3
        if known.get(_key(candidate)) == gender:
            # Whose gender is not known is rarely a woman, and not tied before one who is named beside.
            score += 6 if gender == "he" else 12
        if _is_judged_for(grid, token, candidate.token):
            score += 15
        if back == 1 and _answers_for_himself(grid, token, candidate.token):
            score += 20  # more than a later name that nobody accused has
        if candidate.token in spoken_of:
            score += 20  # more than the subject of the clause has before its object
        if _goes_on(grid, token, candidate.token):
            score += 25  # more than a new paragraph and a gender that is known come to
        score += (candidate.token - token) / 100
        key = _key(candidate)
        if key not in scores or score > scores[key][0]:
            scores[key] = (score, candidate)
    ranked = sorted(scores.values(), key=lambda item: (-item[0], item[1].token))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


_GOING_ON = frozenset({"add", "continue", "conclude"})
_SAYING = frozenset("say tell report explain write argue note warn".split()) | _GOING_ON


def _goes_on(grid: Grid, pronoun: int, other: int) -> bool:
    """Whether a pronoun adds something and `other` is who has spoken before: "The talks have stalled, our correspondent
    reports. Dan Okoro has been invited, he adds"."""
    subjects = grid.dep[pronoun] in SUBJECTS and grid.dep[other] in SUBJECTS
    return (
        subjects
        and grid.lemma[grid.head[pronoun]] in _GOING_ON
        and grid.lemma[grid.head[other]] in _SAYING
    )


_JUDGING = frozenset(
    """praise thank commend laud applaud congratulate honor honour criticize criticise condemn blame fault accuse denounce
    rebuke chide scold attack slam mock fire jail arrest charge sentence indict convict acquit remember""".split()
)
"""Verbs after which "for his" or "over her" gives what their object has done."""


def _is_judged_for(grid: Grid, pronoun: int, other: int) -> bool:
    """Whether a possessive gives the ground on which its clause judges `other`: "praised Bell for his bravery"."""
    verb = grid.head[other]
    if grid.tag[pronoun] != "PRP$" or grid.lemma[verb].lower() not in _JUDGING:
        return False
    if grid.dep[other] not in {"dobj", "nsubjpass"}:
        return False
    current = pronoun
    for _ in range(6):
        current = grid.head[current]
        if grid.dep[current] == "prep" and grid.lower[current] in {"for", "of", "over", "with"}:
            return grid.head[current] in {verb, other}
    return False


_ACCUSING = frozenset(
    "accuse charge indict arrest blame suspect sentence convict jail sue detain hold".split()
)
_ANSWERING = frozenset("deny reject dismiss dispute plead maintain".split())


def _answers_for_himself(grid: Grid, pronoun: int, other: int) -> bool:
    """Whether a pronoun opens what the accused says to what the sentence before accuses him of: "Lawmakers accused Ann Bell of
    theft. She denies it"."""
    verb = grid.head[other]
    return (
        grid.dep[pronoun] in SUBJECTS
        and grid.lemma[grid.head[pronoun]].lower() in _ANSWERING
        and grid.lemma[verb].lower() in _ACCUSING
        and grid.dep[other] in {"dobj", "nsubjpass"}
        and not any(grid.dep[child] == "neg" for child in grid.children[verb])
    )


_SENDING_AWAY = frozenset("resign quit apologise apologize".split())
_ASKING = frozenset("call urge ask press tell order want".split())


def _spoken_of(grid: Grid, pronoun: int) -> set[int]:
    """Of whom a clause behind "saying" speaks, where its "he" or "she" is its subject: whom the clause above judges or asks to
    go. "Bell accused Reyes, saying he had lied", "called on Reyes to step down, saying he had lied". Empty elsewhere."""
    if grid.dep[pronoun] not in SUBJECTS:
        return set()
    saying = grid.head[grid.head[pronoun]]
    if grid.lower[saying] not in {"saying", "arguing", "claiming", "alleging"}:
        return set()
    verb = grid.head[saying]
    if _goes(grid, verb) and grid.lemma[grid.head[verb]] in _ASKING:
        verb = grid.head[verb]
    asked_to_go = grid.lemma[verb] in _ASKING and any(
        _goes(grid, child) for child in grid.children[verb]
    )
    if not asked_to_go and grid.lemma[verb] not in _JUDGING:
        return set()
    return {
        below
        for child in grid.children[verb]
        if grid.dep[child] in {"dobj", "dative", "prep", "ccomp", "xcomp"}
        for below in (child, *grid.children[child])
        if verb < below < saying and grid.dep[below] in {"dobj", "dative", "pobj", "nsubj"}
        if grid.dep[child] != "dobj" or below == child
    }


def _goes(grid: Grid, verb: int) -> bool:
    """Whether a verb asks somebody to go or to be sorry: "to resign", "step down"."""
    if grid.lemma[verb] in _SENDING_AWAY:
        return True
    return grid.lemma[verb] in {"step", "stand"} and any(
        grid.lower[child] in {"down", "aside"} for child in grid.children[verb]
    )


def _is_fronted(grid: Grid, pronoun: int, other: int) -> bool:
    """Whether the pronoun stands in a clause before its main clause, whose subject is `other`:
    "Speaking after his visit, Smith said"."""
    if grid.sentence[pronoun] != grid.sentence[other] or grid.dep[other] not in SUBJECTS:
        return False
    verb = grid.head[other]
    current = pronoun
    for _ in range(12):
        upper = grid.head[current]
        if upper == verb:
            return grid.dep[current] in {"advcl", "prep", "npadvmod", "dep"} and current < other
        if upper == current:
            return False
        current = upper
    return False


def _acting_on(grid: Grid, pronoun: int) -> set[int]:
    """The subjects of the verb whose object a pronoun is, also where the first of several verbs has them ("had a word with one
    clerk and told her to wait") or the pronoun opens what is ordered ("the judge ordered him held"): nobody of them is meant,
    wherever else he is named. Empty for "his" and "himself"."""
    if grid.tag[pronoun] == "PRP$" or grid.lower[pronoun].endswith("self"):
        return set()
    verb = grid.head[pronoun]
    if grid.dep[pronoun] == "pobj":
        verb = grid.head[verb]
    elif grid.dep[pronoun] in SUBJECTS:
        if (
            grid.tag[verb] not in {"VBN", "VB"}
            or grid.dep[verb] != "ccomp"
            or grid.lower[pronoun] in {"he", "she"}
        ):
            return set()
        verb = grid.head[verb]
    elif grid.dep[pronoun] not in {"dobj", "dative"}:
        return set()
    for _ in range(4):
        found = {child for child in grid.children[verb] if grid.dep[child] in SUBJECTS}
        if found or grid.dep[verb] != "conj":
            return found
        verb = grid.head[verb]
    return set()


def _same_clause(grid: Grid, pronoun: int, other: int) -> bool:
    """Whether both hang on one verb, so that the pronoun cannot mean the other one."""
    if grid.tag[pronoun] == "PRP$":
        return False
    if grid.lower[pronoun].endswith("self"):
        return False
    one, two = grid.head[pronoun], grid.head[other]
    if one == two:
        return True
    # "met with him": the pronoun hangs on a preposition.
    return grid.dep[pronoun] == "pobj" and grid.head[one] == two
