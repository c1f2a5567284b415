"""Conflicts between what somebody says and who denies it.

A report gives a claim and the other side's answer side by side: "the accusation", "it" and "a lie" take up what stands
right before. What tells itself what it denies is held against all that others told, since it says what it is about.
Neither needs an event: a leak, a crash and a loss are denied as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ..model.claim import Claim, Conflict, StoryEvent, StoryEventMention, Utterance
from ..model.event import REAL
from .days import days_fit
from .denials import BETWEEN, told_and_denied
from .denying import Denied, denied_by, is_not_said
from .event_conflicts import conflict
from .evidence import Evidence
from .replies import Reply, Told, answers, answers_from_afar, answers_what_it_names
from .voices import Voices
from .words import content_stems, words_of

FARTHEST = 2000
"""Characters between what stands in one sentence and in the next, at most."""

REACH = timedelta(days=21)
"""How far apart the reports of a claim and of its denial come out, at most."""


def reply_conflicts(
    voices: Voices,
    utterances: tuple[Utterance, ...],
    events: tuple[StoryEvent, ...],
    by_about: Mapping[str, list[Claim]],
    evidence: Evidence,
) -> Iterator[Conflict]:
    """A conflict for each denial and the claim that it is the answer to."""
    claims = _ClaimsOfStatements(utterances, events, by_about)
    seen: set[tuple[str, str]] = set()
    for claim, reply in replies(evidence, voices):
        words = (claim.words, reply.told.words)
        if words in seen:
            continue  # told by a copy as well
        seen.add(words)
        yield conflict(
            "polarity",
            [*claims.of_told(claim), *claims.of_denial(reply.told)],
            list(dict.fromkeys([claim.sentence, reply.told.sentence])),
            told_and_denied(
                voices.reference(claim.voice.id), voices.reference(reply.told.voice.id)
            ),
        )


def replies(evidence: Evidence, voices: Voices) -> Iterator[tuple[Told, Reply]]:
    """Each denial with the claim that it denies: that which stands beside it, else one that any report of the story has."""
    told = [
        Told(statement, reading, voices.by_id[voices.of_statement(statement.id).id])
        for reading in evidence.readings
        for statement in reading.statements
        if statement.content
    ]
    denials = [Reply(item, denied) for item in told if (denied := _denied(item)) is not None]
    denying = {reply.told.statement.id for reply in denials}
    claims = [item for item in told if item.statement.id not in denying]
    of_article: dict[str, list[Told]] = defaultdict(list)
    for claim in claims:
        of_article[claim.article].append(claim)
    elsewhere = _Elsewhere(claims, denials, evidence)
    for reply in denials:
        near = _beside(reply, of_article[reply.told.article])
        found = next((claim for claim in near if answers(reply, claim)), None)
        found = found or elsewhere.of(reply)
        found = found or next(
            (claim for claim in near if answers_what_it_names(claim, reply)), None
        )
        if found is not None:
            yield found, reply


def _beside(reply: Reply, claims: Sequence[Told]) -> list[Told]:
    """The claims of the same sentence, then those of the sentence before and of the one behind."""
    here = reply.told.sentence
    found: tuple[list[Told], list[Told], list[Told]] = ([], [], [])
    for claim in claims:
        if abs(claim.start - reply.told.start) > FARTHEST or claim.sentence.part != here.part:
            continue
        if claim.sentence.start == here.start:
            found[0].append(claim)
        elif 0 <= here.start - claim.sentence.end <= BETWEEN:
            found[1].append(claim)
        elif 0 <= claim.sentence.start - here.end <= BETWEEN:
            found[2].append(claim)
    return [claim for side in found for claim in sorted(side, key=_inner_and_earlier_last)]


def _inner_and_earlier_last(claim: Told) -> tuple[bool, int]:
    """Orders claims of one sentence: who speaks last is answered, be it that he passes on what another said."""
    return claim.statement.parent is not None, -claim.start


class _Elsewhere:
    """The claims of a story by the words that denials have in common with them."""

    def __init__(
        self, claims: Sequence[Told], denials: Iterable[Reply], evidence: Evidence
    ) -> None:
        wanted = frozenset().union(*(reply.denied.told for reply in denials))
        self.holding: dict[str, list[Told]] = defaultdict(list)
        for claim in claims:
            for word in wanted & claim.stems:
                self.holding[word].append(claim)
        self.published = {
            id: (date.fromisoformat(day.earliest), date.fromisoformat(day.latest))
            for id, article in evidence.articles.items()
            if (day := article.published) is not None
        }

    def of(self, reply: Reply) -> Told | None:
        """The claim, wherever it stands, that tells what is denied in so many words that it is known by them: one of the
        same article, else of the first."""
        told = reply.denied.told
        if not _is_known_by_words(reply):
            return None
        rarest = min(told, key=lambda word: (len(self.holding[word]), word))
        fitting = [
            claim
            for claim in self.holding[rarest]
            if self._near(claim, reply) and answers_from_afar(reply, claim)
        ]
        return min(
            fitting,
            key=lambda claim: (claim.article != reply.told.article, claim.article, claim.start),
            default=None,
        )

    def _near(self, claim: Told, reply: Reply) -> bool:
        one, two = (self.published.get(item.article) for item in (claim, reply.told))
        if one is None or two is None:
            return claim.article == reply.told.article
        return days_fit(one, two, REACH.days)


def _is_known_by_words(reply: Reply) -> bool:
    """Whether what is denied is told in enough words to be known wherever it was told: three, or two by a word of denial,
    one of them a name."""
    denied = reply.denied
    names = {
        stem
        for word in words_of(reply.told.words)[1:]
        if word[:1].isupper()
        for stem in content_stems(word)
    }
    if denied.own_part or not names & denied.told or not (denied.explicit or denied.none):
        return False
    return len(denied.told) >= (2 if denied.explicit else 3)


def _denied(told: Told) -> Denied | None:
    """What a statement denies; nobody is known to deny what nobody with a name or a description says."""
    if told.voice.kind in ("unstated", "unknown", "newsroom"):
        return None
    denied = denied_by(told.statement)
    return None if denied is None or is_not_said(told.statement, told.sentence) else denied


_BY_THE_WAY = re.compile(
    r"\S\s+(?:that|which|who|whom|whose|when|where|while|because|since|after|before|until|if|whether|how|why|over|about|despite)\b"
    r"|\b(?:may|might|could)\s+be\s+\w+ing\b",
    re.IGNORECASE,
)
"""Words before a deed by which a statement tells something else of which the deed is only a part, and which alone is denied:
"the families were wrong when they said that she had attacked them"."""


class _ClaimsOfStatements:
    """The claims of the record that statements make."""

    def __init__(
        self,
        utterances: Iterable[Utterance],
        events: Iterable[StoryEvent],
        by_about: Mapping[str, list[Claim]],
    ) -> None:
        self.by_about = by_about
        self.utterance_of = {
            reported.id: utterance.id
            for utterance in utterances
            for reported in utterance.statements
        }
        self.mentions: dict[str, list[tuple[StoryEventMention, StoryEvent]]] = defaultdict(list)
        for event in events:
            for mention in event.mentions:
                if mention.part == "text":
                    self.mentions[mention.article].append((mention, event))

    def of_told(self, told: Told) -> list[str]:
        """The claim of the first deed that a statement tells as so; where it tells none, that it was said."""
        return self._first(told, REAL | {"alleged"}) or self._said(told)

    def of_denial(self, told: Told) -> list[str]:
        """The claim of what is denied; where none stands for it, that it was denied."""
        return self._first(told, frozenset({"denied", "negated"})) or self._said(told)

    def _said(self, told: Told) -> list[str]:
        return self._claims(self.utterance_of.get(told.statement.id))

    def _first(self, told: Told, statuses: Iterable[str]) -> list[str]:
        """The claims of the first deed of a statement that is what it tells, and not told by the way."""
        content = told.statement.content
        for mention, event in sorted(
            self.mentions[told.article], key=lambda item: (item[0].start, item[1].id)
        ):
            piece = next((each for each in content if each.start <= mention.start < each.end), None)
            if piece is None or mention.status not in statuses:
                continue
            before = piece.words[: mention.start - piece.start]
            return [] if _BY_THE_WAY.search(before) else self._claims(event.id)
        return []

    def _claims(self, about: str | None) -> list[str]:
        return [claim.id for claim in self.by_about.get(about or "", ())]
