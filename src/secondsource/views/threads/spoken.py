"""Threats that no single word names: whoever says that harm will follow if something is done."""

import re
from collections.abc import Iterator, Sequence

from ...model.claim import Utterance, UtteranceStatement
from ...model.text import Citation
from .item import Step, ThreadItem
from .known import Known, part_of

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|[”\"’]|$)[^.!?]*)*[.!?]?")
_IF = re.compile(r"\b(?:if|unless|should|in case of)\s[^,.;:—”\"]+", re.IGNORECASE)
_HARM = re.compile(
    r"\bconsequences?\b|\bretaliat\w+|\bpunish\w*|\bpenalt(?:y|ies)\b"
    r"|\b(?:severe|high|heavy|massive|enormous|steep|grave|unbearable)(?:\s\w+)?\s(?:costs?|price)\b"
    r"|\bpay (?:a|the|dearly|for)\b"
    r"|\b(?:decisive|strong|firm|swift|forceful|harsh|crushing|tough|resolute) response\b"
    r"|\brespond (?:decisively|strongly|firmly|swiftly|forcefully|harshly|with force|in kind)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|face|faces|prepared to|ready to|going to|vows?|vowed|warn\w*)\b|’ll\b|'ll\b",
    re.IGNORECASE,
)


def spoken_threats(known: Known, found: Sequence[ThreadItem]) -> Iterator[ThreadItem]:
    """A threat for each sentence of somebody's whose party is known that has an if-clause, harm and a
    word of what is to come. One that is found already (its sentence, or the same harm from the same
    party in the same article) is not repeated."""
    seen = {(cited.article, cited.start, cited.end) for item in found for cited in item.citations}
    harms = {
        (cited.article, known.party(ref), harm)
        for item in found
        for ref in item.who
        for cited in item.citations
        for harm in _harms(cited.words)
    }
    for utterance in known.record.utterances:
        if not known.is_party(utterance.voice):
            continue
        for statement in utterance.statements:
            if statement.article not in known.articles or statement.mode == "attitude":
                continue
            for cited in _sentences(statement):
                condition = _IF.search(cited.words)
                party = known.party(utterance.voice)
                keys = {(cited.article, party, harm) for harm in _harms(cited.words)}
                overlaps = any(
                    article == cited.article and start < cited.end and cited.start < end
                    for article, start, end in seen
                )
                if overlaps or not condition or not keys or keys & harms:
                    continue
                if not _TO_COME.search(cited.words):
                    continue
                harms |= keys
                yield _item(
                    utterance, cited, part_of(cited, condition.start(), condition.end()), known
                )


def _harms(words: str) -> set[str]:
    return {match.group().casefold() for match in _HARM.finditer(words)}


def _sentences(statement: UtteranceStatement) -> Iterator[Citation]:
    whole = Citation(
        article=statement.article,
        part=statement.part,
        start=statement.start,
        end=statement.end,
        words=statement.words,
    )
    if len(statement.words) != statement.end - statement.start:
        yield whole  # several pieces: offsets inside do not follow from the words
        return
    for match in _SENTENCE.finditer(statement.words):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            yield part_of(whole, start, end)


def _item(utterance: Utterance, cited: Citation, condition: Citation, known: Known) -> ThreadItem:
    claims = [claim for claim in known.record.claims if claim.about == utterance.id]
    harm = _HARM.search(cited.words)
    return ThreadItem(
        id=utterance.id,
        thread="threats",
        state="threatened",
        event_type="threaten",
        mode=None,
        who=(utterance.voice,),
        whom=(),
        what=harm.group() if harm else None,
        when=utterance.said,
        precision=None,
        place=None,
        words=cited.words,
        citations=(cited,),
        standing=known.standing(claims[0]) if claims else None,
        condition=condition,
        history=(Step(day=known.published(cited.article), state="threatened", citations=(cited,)),),
    )
