"""Voices across articles: who ultimately vouches, and which voices may be the same."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ..model.actor import Actor, StoryVoice
from ..model.event import EventMention
from ..model.reading import Reading
from ..model.statement import Statement, Voice, VoiceKind
from ..model.text import Citation, Reference
from ..model.value import identifier
from .actors import Actors
from .belonging import Belonging, is_of_the_press, needs_a_body
from .doubles import doubles_of, with_doubles
from .evidence import Evidence
from .parties import is_proper
from .standing import UNKNOWN_NEWSROOM, UNSTATED_VOICE
from .words import normalised

UNKNOWN_VOICE = Reference(id="unknown-voice", name="unknown speaker")

UNSTATED = StoryVoice(
    id=UNSTATED_VOICE.id,
    name=UNSTATED_VOICE.name,
    kind="unstated",
    description=None,
    affiliation=None,
    party=None,
)
UNKNOWN = StoryVoice(
    id=UNKNOWN_VOICE.id,
    name=UNKNOWN_VOICE.name,
    kind="unknown",
    description=None,
    affiliation=None,
    party=None,
)


@dataclass(frozen=True)
class Voices:
    """All voices of a story, the voice of each statement, and the circle of each voice (see `Doubles`): with whom it
    may be one."""

    voices: tuple[StoryVoice, ...]
    voice_of_statement: dict[str, str]
    circles: dict[str, frozenset[str]]

    @cached_property
    def by_id(self) -> dict[str, StoryVoice]:
        """Voices by id."""
        return {voice.id: voice for voice in self.voices}

    @cached_property
    def by_name(self) -> dict[str, str]:
        """Ids of the named voices by their names, normalised; of two of one name the first id."""
        named = sorted(
            (voice for voice in self.voices if voice.kind == "named"), key=lambda v: v.id
        )
        return {normalised(voice.name): voice.id for voice in reversed(named)}

    def reference(self, voice: str) -> Reference:
        """Id and name of a voice."""
        return Reference(id=voice, name=self.by_id[voice].name)

    def of_statement(self, statement: str | None) -> Reference:
        """The voice of a statement; that of the newsroom, unstated, when there is none."""
        if statement is None or statement not in self.voice_of_statement:
            return UNSTATED_VOICE
        return self.reference(self.voice_of_statement[statement])


def voice_key(article: str, statement: Statement, actors: Actors) -> str:
    """What identifies the voice of a statement: the actor for a named one, else the article
    and the description, since two anonymous voices are never known to be one."""
    voice = statement.voice
    if voice.kind == "unstated":
        return UNSTATED_VOICE.id
    if voice.kind in ("named", "document", "medium"):
        actor = actors.actor_of_entity.get(statement.speaker or "")
        if actor and voice.kind == "named":
            whose = voice.affiliation
            if whose and voice.name and _is_only_whose(voice.name, whose, actors.by_id[actor]):
                return identifier("voice", normalised(whose), normalised(voice.name))
            return actor
        if voice.name:
            return actors.named(voice.name).id
    if voice.kind == "newsroom":
        return identifier("newsroom", article)
    if voice.kind == "anonymous":
        description = normalised(voice.description or "")
        return identifier("voice", article, description, voice.party or voice.affiliation or "")
    return UNKNOWN_VOICE.id


def _is_only_whose(name: str, whose: str, actor: Actor) -> bool:
    """Whether the actor that a voice is tied to is only the land whose body it is: "Kenya's weather bureau" is
    not Kenya, and no other land's weather bureau."""
    return not is_proper(name) and normalised(whose) == normalised(actor.name)


def find_voices(evidence: Evidence, actors: Actors) -> Voices:
    """The voices of all statements, with unstated and unknown as voices of their own."""
    statements: dict[str, list[tuple[str, Statement]]] = {}
    voice_of_statement: dict[str, str] = {}
    for reading in evidence.readings:
        for statement in reading.statements:
            voice_of_statement[statement.id] = voice_key(reading.article.id, statement, actors)
    voice_of_statement = evidence.judged.voice_keys(
        voice_of_statement, actors.by_id, (UNSTATED.id, UNKNOWN.id)
    )
    for statement_id, (article, statement) in evidence.statements.items():
        statements.setdefault(voice_of_statement[statement_id], []).append((article, statement))
    belonging = Belonging(evidence, actors)
    drafts = [
        _story_voice(key, [statement for _, statement in statements[key]], actors, belonging)
        for key in sorted(statements)
        if key not in (UNSTATED.id, UNKNOWN.id)
    ]
    drafts += [UNSTATED, UNKNOWN]
    drafts.sort(key=lambda voice: voice.id)
    doubles = doubles_of(drafts, actors, evidence.judged, voice_of_statement)
    return Voices(
        tuple(with_doubles(drafts, doubles)),
        voice_of_statement,
        {voice.id: doubles.circle_of(voice.id) for voice in drafts},
    )


def _story_voice(
    key: str, statements: list[Statement], actors: Actors, belonging: Belonging
) -> StoryVoice:
    voices = [statement.voice for statement in statements]
    first = min(
        voices, key=lambda voice: (voice.name is None, voice.name or "", voice.description or "")
    )
    actor = actors.by_id.get(key)
    name = actor.name if actor else _called(first)
    bodies = belonging.of_voice(key, statements)
    return StoryVoice(
        id=key,
        name=name,
        kind=first.kind,
        description=first.description,
        affiliation=_first_known([voice.affiliation for voice in voices]),
        party=_party(key, voices, actors),
        bodies=bodies,
        unplaced=_why_unplaced(name, first.kind, bodies, voices, actors.by_id.get(key)),
    )


def _called(voice: Voice) -> str:
    """What a voice that is no actor of the record is called; a body with a common name by whose it is as well."""
    if voice.name and voice.affiliation and not is_proper(voice.name) and voice.description:
        return voice.description
    return voice.name or voice.description or "unknown speaker"


def _why_unplaced(
    name: str,
    kind: VoiceKind,
    bodies: tuple[str, ...],
    voices: list[Voice],
    actor: Actor | None,
) -> str | None:
    """Why it is not known whose voice this is; None if it is."""
    called = [voice.description for voice in voices if voice.description]
    called += [role.role for role in actor.roles] if actor else []
    if kind == "medium":
        return f"{name} does not say from whom it has it"
    if kind == "newsroom":
        return "the newsroom speaks itself"
    if kind != "named":
        return None
    belongs = {voice.affiliation for voice in voices if voice.affiliation}
    if is_of_the_press(belongs, called):
        return f"{name} is of the press"
    is_person = actor is not None and actor.kind == "person"
    if not is_person and not any(map(is_proper, (name, *(actor.names if actor else ()), *belongs))):
        return f"which {name} it is, is not known"
    if bodies:
        return None
    if actor is not None and actor.kind == "person":
        if len(name.split()) == 1:
            return f"{name} is known only by one name"
        return f"for whom {name} speaks is not known" if needs_a_body(called) else None
    return None


def _first_known(values: list[str | None]) -> str | None:
    return min((value for value in values if value), default=None)


def _party(key: str, voices: list[Voice], actors: Actors) -> str | None:
    """The body that the voice speaks for: what most articles say, else the actor's own party."""
    stated = [voice.party for voice in voices if voice.party]
    if stated:
        counts = Counter(stated)
        return min(counts, key=lambda party: (-counts[party], party))
    actor = actors.by_id.get(key)
    if actor is not None:
        return actor.party.name
    placed = _first_known([voice.affiliation for voice in voices])
    return placed or _first_known([voice.name for voice in voices])


def newsroom_voice(newsroom: Reference) -> Reference:
    """The voice of a newsroom that was there itself; unstated for an unknown one."""
    if newsroom.id == UNKNOWN_NEWSROOM.id:
        return UNSTATED_VOICE
    return Reference(id=f"newsroom:{newsroom.id}", name=newsroom.name)


def voice_at(
    evidence: Evidence, voices: Voices, article: str, statement: str | None, sentence: Citation
) -> Reference:
    """Who vouches for what a sentence says: the voice of the statement that it stands in; without one
    the newsroom, if the sentence shows that it was there, else nobody that is stated."""
    if statement is None and evidence.first_hand(article, sentence):
        return newsroom_voice(evidence.newsroom_at(article, sentence))
    return voices.of_statement(statement)


_FRONTED = re.compile(
    r"(?:at|in|on|during|after|before|since|by|under|following)\b[^,;.]{1,80},?$", re.IGNORECASE
)
"""Everything before the words of saying, where it only tells when or where: "At Monday's talks in Mombasa,"."""


def fronted_statement(reading: Reading, words: Citation, sentence: Citation) -> str | None:
    """The statement to which `words` belong, in this sentence, that stand before a parenthesis of saying ("At Monday's talks
    in Mombasa, he said, the crews were freed"): they are as much the speaker's as what follows."""
    start, end = max(sentence.start, words.end), sentence.end
    for statement in reading.statements:
        cue = statement.cue
        if cue is None or not start <= cue.start < end or cue.part != words.part:
            continue
        source = statement.source
        begins = cue.start if source is None else min(cue.start, source.start)
        if (
            words.end <= begins
            and _FRONTED.fullmatch(sentence.words[: begins - sentence.start].strip())
            and all(piece.start >= cue.end for piece in statement.content)
        ):
            return statement.id
    return None


_ON_CONDITION = re.compile(r"[\s”\"’'*]*(?:if|unless|in case)\b[^,;.]*")
"""What stands between the content of a statement and an event in its condition."""


def statement_of(reading: Reading, mention: EventMention) -> str | None:
    """The statement that a mention of an event belongs to: the one whose content holds it, or before whose
    words of saying it stands (`fronted_statement`), or on whose condition it hangs ("warned of “war” if the
    fleet sails")."""
    if mention.voice is not None:
        return mention.voice.id
    fronted = fronted_statement(reading, mention.citation, mention.sentence)
    return fronted or _statement_on_condition(reading, mention)


def _statement_on_condition(reading: Reading, mention: EventMention) -> str | None:
    sentence, cited = mention.sentence, mention.citation
    if mention.status != "conditional":
        return None
    for statement in reading.statements:
        for piece in statement.content[-1:]:
            inside = piece.part == cited.part and sentence.start <= piece.start
            if not inside or not piece.end <= cited.start:
                continue
            between = sentence.words[piece.end - sentence.start : cited.start - sentence.start]
            if _ON_CONDITION.fullmatch(between):
                return statement.id
    return None
