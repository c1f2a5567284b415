"""Quotes: what was said, by whom, in which wordings."""

from ..model.claim import Claim, Utterance
from ..model.record import Record
from ..model.value import Value


class Quote(Value, frozen=True):
    """An utterance with the claim that it was said."""

    utterance: Utterance
    claim: Claim


def quotes(record: Record, voice: str | None = None) -> tuple[Quote, ...]:
    """What was said, that which most articles have first; with `voice` only by voices whose name holds
    these words (any case)."""
    claims = {claim.about: claim for claim in record.claims if claim.kind == "utterance"}
    chosen = [
        Quote(utterance=utterance, claim=claims[utterance.id])
        for utterance in record.utterances
        if voice is None or voice.casefold() in utterance.voice.name.casefold()
    ]
    return tuple(
        sorted(
            chosen,
            key=lambda quote: most_told_first(quote.utterance),
        )
    )


def most_told_first(utterance: Utterance) -> tuple[int, int, str, str, str]:
    """The place of an utterance: by newsrooms, reports, voice, day, id."""
    return (
        -len({report.newsroom.id for report in utterance.statements}),
        -len(utterance.statements),
        utterance.voice.name,
        utterance.said or "",
        utterance.id,
    )


def said_words(utterance: Utterance) -> str:
    """Who says it and by which words of saying ("Omari Chuo: denied"): they can turn the content round."""
    return f"{utterance.voice.name}: {cue_words(utterance)}"


def cue_words(utterance: Utterance) -> str:
    """The words of saying of all who report it, each once; "said" where they are none but a headline's colon."""
    cues = dict.fromkeys(" ".join(each.cue.split()) for each in utterance.statements if each.cue)
    cues.pop(":", None)
    return ", ".join(cues) or "said"
