"""Whether reports tell it themselves, or only say that somebody says so."""

import re
from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Doc

from ...lexicon.stems import stem
from ...model.claim import Claim, Report
from ..telling.carrying import reports
from ..telling.kin import word_kin
from ..telling.names import Keys
from ..telling.told import Told, reporting_stems, said_words
from ..telling.values import Comparison, Question
from .compare import AHEAD
from .figures import counted_otherwise, says_whose_count

Verdict = Literal["supported", "contested", "only said", "never happened", "unknown"]

_CREDITS = re.compile(
    r"\b(?:according to|in the (?:view|opinion|words) of|by the account of|"
    r"(?:in|by) [\w .-]+[’']s? (?:view|opinion|account|words|estimate|reckoning|count))\b",
    re.I,
)
"""Phrases by which a sentence names its source."""

_NO_VOICE = frozenset({"unstated", "unknown"})
"""Ids of the voices that nobody is."""


def by_standing(
    question: Question,
    found: Sequence[Comparison],
    claims: Sequence[Claim],
    credited: frozenset[str],
) -> tuple[Verdict, str]:
    """Supported, or only said by one party, or contested, by the standing of the claims behind it. `credited` are the keys
    of those whom the sentence itself names as its source."""
    if question.attributed:
        return "supported", "reported as said by them"
    contested = [
        claim for claim in claims if {"contested", "denied", "altered"} & set(claim.standing.flags)
    ]
    if contested and "altered" in contested[0].standing.flags:
        return "contested", "it stands only where words of another report were changed"
    counts = (counted_otherwise(question.told, one.source) for one in found)
    if not credited and (other := next(filter(None, counts), None)):
        return "contested", f"the record has it otherwise: by another count: {other}"
    # That others count otherwise says nothing against whose count it is.
    is_count_of = bool(credited and question.told.figures) or says_whose_count(question.told)
    contested = [
        claim for claim in contested if not is_count_of or "denied" in claim.standing.flags
    ]
    if contested:
        return "contested", "the record holds reports that cannot both be so: " + "; ".join(
            contested[0].standing.flags
        )
    own = [one for one in found if not _is_said(one, question)]
    if claims and all(_is_of_another(report) for claim in claims for report in claim.reports):
        own = [
            one
            for one in own
            if one.deed is not None or _OWN_EYES.search(one.source.citation.words)
        ]
    independent = max((claim.standing.independent for claim in claims), default=0)
    ahead = question.put in AHEAD and any(
        one.deed and one.deed.status in ("planned", "promised") for one in found
    )
    # What is to come on a day that is named is an appointment, not a forecast.
    ahead |= question.put == "planned" and bool(question.told.days)
    ahead |= bool(question.deed and question.deed.status in ("planned", "promised"))
    if ahead and all(one.doubted for one in found):
        return "contested", "only feared, alleged or denied"
    if ahead:
        return "supported", "announced by those whom the reports name"
    if _is_done_by_saying(question, found):
        return "supported", "told of those who say it themselves"
    if own or _is_told_by_papers(claims):
        return "supported", "told by reports in their own voice"
    if independent >= 2:
        return "supported", f"told by {independent} independent sources"
    if any(
        credited & (saying.speaker | saying.who) for one in found for saying in one.source.sayings
    ):
        return "supported", "reported as said by them"
    voices = sorted({report.voice.name for claim in claims for report in claim.reports})
    return "only said", "only by the word of " + (", ".join(voices) or "somebody quoted")


def _is_told_by_papers(claims: Sequence[Claim]) -> bool:
    """Whether papers tell each of these claims themselves too."""
    return bool(claims) and all(
        any(not _is_of_another(report) for report in claim.reports) for claim in claims
    )


def _is_of_another(report: Report) -> bool:
    """Whether a report gives it as the word of somebody else, not as what the paper itself saw or holds."""
    return report.voice.id not in _NO_VOICE and not report.voice.id.startswith("newsroom:")


def credited(asked: Told, doc: Doc) -> frozenset[str]:
    """The keys of those whom a parsed sentence itself names as its source: "according to", "in the view of",
    "X considers"."""
    root = next((token for token in doc if token.head == token), None)
    if root is None:
        return frozenset()
    by_phrase = _CREDITS.search(asked.citation.words) is not None
    if not by_phrase and not reports(root) and stem(root.lemma_) not in reporting_stems():
        return frozenset()
    subjects = (child.lemma_.lower() for child in root.children if child.dep_ == "nsubj")
    return frozenset[str]().union(*asked.names, *map(word_kin, subjects))


_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:view|words) of|by the account of)\s+(.+)", re.I
)


def is_credited(speaker: Keys, source: Told) -> bool:
    """Whether a source gives what it tells as the words of this speaker, though no verb of saying in it has that name."""
    if speaker & source.speakers:
        return True
    found = _ACCORDING.search(source.citation.words)
    behind = found.group(1) if found else ""
    return any(
        speaker & keys and name in behind
        for keys, name in zip(source.names, source.shown, strict=True)
    )


_DONE_BY_SAYING = frozenset({"request", "accuse", "reject", "threaten"})
"""Types of deeds that are done by saying so."""

_UTTERED = frozenset({"demanded", "requested", "threatened", "promised"})
"""Statuses of what is no more than said."""


def _is_done_by_saying(question: Question, found: Sequence[Comparison]) -> bool:
    """Whether the sentence tells of a demand, an offer, a refusal that a source has as such or in the doer's own words."""
    asked = question.deed
    if asked is None:
        return False
    for one in found:
        if one.deed is None:
            continue
        if asked.status in _UTTERED and one.deed.status == asked.status:
            return True
        speakers = frozenset[str]().union(*(item.speaker for item in one.source.sayings))
        if asked.type in _DONE_BY_SAYING and any(keys & speakers for keys in asked.sources):
            return True
    return False


_OWN_EYES = re.compile(
    r"\b(?:this|our|an?) (?:[\w-]+ )?(?:correspondent|reporter|journalist|newspaper)\b(?:[^,.;:]*? )?"
    r"(?:had )?(?:counted|saw|seen|watched|heard|found|noted|witnessed)\b",
    re.I,
)
"""Words by which a report says that its writer was there."""

_MERELY_NAMED = re.compile(
    r"\bwhat (?:\w+ ){1,3}(?:called|described as|termed|dubbed|labell?ed)\b.*?\b(?:during|at|after|before|when|while)\b",
    re.I,
)
"""Words by which somebody only gives a thing its name, up to where the report tells on ("what he called a friendship, at")."""


def _told_after_name(one: Comparison) -> bool:
    """Whether the deed stands behind what somebody merely calls something."""
    found = _MERELY_NAMED.search(one.source.citation.words)
    if one.deed is None or not found:
        return False
    return any(
        word_kin(word) & one.deed.words
        for _, word in said_words(one.source.citation.words[found.end() :])
    )


def _is_said(one: Comparison, question: Question) -> bool:
    """Whether the source has it only as somebody's words."""
    if _OWN_EYES.search(one.source.citation.words) or _told_after_name(one):
        return False
    if one.deed is not None:
        return one.deed.voice is not None or one.source.quoted
    if one.source.quoted:
        return True
    for saying in one.source.sayings:
        if saying.cue & question.main:
            # The saying itself is what the sentence asserts ("ruled it out").
            continue
        said = frozenset[str]().union(*saying.content)
        words = [word for word in question.told.words if word & one.source.spoken]
        if question.main & said or sum(bool(word & said) for word in words) > len(words) / 2:
            return True
    return False
