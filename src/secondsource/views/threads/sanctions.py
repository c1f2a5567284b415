"""Sanctions: announced, pending, imposed, lifted; their targets and legal basis."""

import re
from dataclasses import replace

from ...model.event import REAL, Status
from ...model.text import Citation, Reference
from .item import Step, ThreadItem
from .joining import Strand, strands
from .known import Days, Known, Told, part_of, stems_of
from .making import condition_of, make_item, side, voices_of

_OTHER = frozenset({"convict", "dismiss", "relations", "expel", "withdraw"})
"""Modes of the type that are no economic or travel sanctions."""
STUFF = stems_of(
    "aid assistance weapon weapons arms support supplies supply fund funds funding delivery"
)
"""What is given: to stop giving it is in the thread of aid."""
_PENDING = frozenset({"planned", "promised", "predicted"})
_FROM_AFAR = frozenset({"threatened", "conditional", "demanded", "requested"})
_NOT = frozenset({"cancelled", "negated", "denied"})
_SANCTION_WORDS = stems_of(
    "sanction sanctions embargo embargoes penalty penalties freeze measures ban"
)
_BASIS = re.compile(
    r"\b(?:under|pursuant to|based on|on the basis of|authori[sz]ed by|by) (?:an? |the |its )?"
    r"(?:[\w.-]+ ){0,3}?(?:executive order|resolution|act|law|decree|regulation|directive|"
    r"sanctions regime|statute|bill)\b[^,.;]*",
    re.IGNORECASE,
)


def sanctions(known: Known) -> tuple[ThreadItem, ...]:
    """Each round of sanctions once. States: `pending` (announced or prepared, not yet imposed),
    `imposed`, `lifted`, `threatened`, `considered`, `called for`, `ruled out`."""
    told = [_with_speaker(item, known) for item in known.of_types("sanction") if _is_sanction(item)]
    lifted = [item for item in known.told if _lifts(item)]
    weak = [item for item in told if _says_little(item)]
    strong = [item for item in told if item not in weak]
    afar = [item for item in strong if _family(item) == "afar"]
    found = [
        *strands([item for item in strong if item not in afar], _family, least=2),
        # Of what is only threatened or weighed, who threatens whom is all that tells one from another.
        *strands(afar, _family, least=1),
    ]
    found = _with_what_came_of_them(found)
    for item in weak:
        if (strand := _strand_before(item, found)) is not None:
            # Going on about them says nothing new of where they stand.
            status = strand.told[0].sights[0].status
            strand.add(replace(item, sights=tuple(replace(s, status=status) for s in item.sights)))
    return tuple(
        _item(strand, lifted, known) for strand in found if _is_told(strand, known)
    ) + tuple(
        make_item("sanctions", strand, known, _lifting_state)
        for strand in strands(lifted, lambda item: "", least=2)
        if strand.sources and not any(_is_lifted(one, strand.told) for one in found)
    )


def _with_what_came_of_them(found: list[Strand]) -> list[Strand]:
    """What was pending and was then imposed is one: by the same, on the same, and told of before."""
    imposed = [strand for strand in found if strand.is_real]
    kept = []
    for strand in found:
        one = next(
            (
                other
                for other in imposed
                if _family(strand.told[0]) == "pending"
                and strand.sources & other.sources
                and (not strand.targets or not other.targets or strand.targets & other.targets)
                and strand.object & other.object
                and _first_out(strand) <= _first_out(other)
            ),
            None,
        )
        if one is None:
            kept.append(strand)
            continue
        for told in strand.told:
            one.add(told)
    return kept


def _first_out(strand: Strand) -> str:
    return min(sight.published or "9999" for told in strand.told for sight in told.sights)


def _with_speaker(told: Told, known: Known) -> Told:
    """Sanctions that are only spoken of are those of whoever speaks of them, if nobody else is named;
    what they are called ("sanctions") does not tell them apart."""
    sources = told.sources
    if not sources and _family(told) == "afar" and not told.points_back:
        sources = known.parties(filter(known.is_party, voices_of([told])))
    thing = frozenset() if _family(told) == "afar" else told.object - _SANCTION_WORDS
    return replace(told, sources=sources, object=thing)


def _says_little(told: Told) -> bool:
    """Whether neither who nor whom is known, and nobody makes a condition of it."""
    return not (told.sources or told.targets or told.event.condition or told.is_real)


def _strand_before(told: Told, found: list[Strand]) -> Strand | None:
    """The sanctions of the same article that what says little goes on about: those told of last before
    it; what is pending goes on about pending ones."""
    fitting = [
        (max(place for article, _, place in strand.sentences if article == told.first.article), n)
        for n, strand in enumerate(found)
        if told.first.article in strand.articles
        and (_family(told) == _family(strand.told[0]) or told.points_back)
        and min(place for article, _, place in strand.sentences if article == told.first.article)
        <= told.first.start
    ]
    return found[max(fitting)[1]] if fitting else None


def _is_sanction(told: Told) -> bool:
    if told.object & STUFF:
        return False  # aid that stops stands with the aid
    return told.event.mode not in _OTHER and bool(
        told.statuses & (REAL | _PENDING | _FROM_AFAR | _NOT | {"hypothetical"})
    )


def _lifts(told: Told) -> bool:
    return told.event.event_type == "concede" and bool(told.object & _SANCTION_WORDS)


def _family(told: Told) -> str:
    if told.is_real:
        return "imposed"
    if told.statuses & _PENDING:
        return "pending"
    return "not" if told.statuses & _NOT else "afar"


def _is_told(strand: Strand, known: Known) -> bool:
    """Whether it is told who imposes them or on whom; of those that are only talked about both, or a
    threat, or a condition."""
    known_sides = bool(strand.sources) + bool(strand.targets)
    if _family(strand.told[0]) == "afar":
        conditional = condition_of(strand.told, known) is not None
        threatened = any("threatened" in told.statuses for told in strand.told)
        return known_sides + conditional + threatened > 1
    return bool(known_sides)


def _is_lifted(strand: Strand, lifted: list[Told]) -> bool:
    return any(_lifting(strand, item) for item in lifted)


def _lifting(strand: Strand, item: Told) -> bool:
    return (
        item.is_real
        and bool(item.sources & strand.sources)
        and (not item.targets or not strand.targets or bool(item.targets & strand.targets))
    )


def _item(strand: Strand, lifted: list[Told], known: Known) -> ThreadItem:
    ends = [item for item in lifted if strand.is_real and _lifting(strand, item)]
    who = side(strand, known, "sources")
    if not any(known.is_actor(ref) for ref in who):
        who = _threatening(strand, known) or _speakers(strand, known) or who
    return make_item(
        "sanctions",
        strand,
        known,
        _state,
        who=who,
        condition=condition_of(strand.told, known) if _family(strand.told[0]) == "afar" else None,
        basis=_basis(strand),
        final="lifted" if ends else None,
        later=[
            Step(day=item.sights[0].published, state="lifted", citations=(item.first.sentence,))
            for item in ends
        ],
    )


def _threatening(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Who threatens with them or says that they come."""
    outer = [other for other in known.about(told.id for told in strand.told) if other.sources]
    found = {ref.id: ref for other in outer for ref in other.event.sources}
    return tuple(found.values())


def _speakers(strand: Strand, known: Known) -> tuple[Reference, ...]:
    """Of each party that speaks of imposing them the party itself if the record knows it, else the first
    voice of it."""
    found: dict[str, Reference] = {}
    for voice in voices_of(strand.told):
        party = known.party(voice)
        if party in strand.sources:
            found.setdefault(party, known.actor_named(party) or voice)
    return tuple(found[party] for party in sorted(found))


def _basis(strand: Strand) -> Citation | None:
    """The law or order that a sentence of it names."""
    for told in strand.told:
        for sight in told.sights:
            sentence = sight.mention.sentence
            if match := _BASIS.search(sentence.words):
                return part_of(sentence, match.start(), match.end())
    return None


def _state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    if statuses & REAL:
        return "imposed"
    if statuses & _PENDING:
        return "pending"
    if statuses & _NOT:
        return "ruled out"
    if statuses & {"demanded", "requested"}:
        return "called for"
    return "threatened" if statuses & {"threatened", "conditional"} else "considered"


def _lifting_state(statuses: frozenset[Status], days: Days | None, day: str | None) -> str:
    return "lifted" if statuses & REAL else "lifting talked about"
