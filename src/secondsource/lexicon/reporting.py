"""Words that report: look-ups over `reporting.toml`."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from .tables import read_rows


@cache
def _table() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("reporting.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def verbs(group: str) -> frozenset[str]:
    """Lemmas of reporting verbs of one group: speech, attitude, showing, decision, about or manner.

    Raises KeyError for any other group.
    """
    return frozenset(_table()["verbs"][group].split())


@cache
def all_verbs() -> frozenset[str]:
    """Lemmas of all reporting verbs that report without a quotation beside them, with those that
    take their content after a preposition."""
    groups = [verbs(group) for group in ("speech", "attitude", "showing", "decision")]
    return frozenset().union(*groups, _table()["prepositions"])


@cache
def all_words() -> frozenset[str]:
    """Lemmas of all reporting verbs with those of the nouns of speech and attitude."""
    return all_verbs() | nouns("speech") | nouns("attitude")


@cache
def nouns(group: str) -> frozenset[str]:
    """Lemmas of nouns of one group: speech, attitude, documents or issued (documents in the name of
    somebody)."""
    return frozenset(_table()["nouns"][group].split())


@cache
def content_prepositions(verb: str) -> frozenset[str]:
    """Prepositions that join the verb of this lemma to its content; empty if there are none."""
    return frozenset(_table()["prepositions"].get(verb, "").split())


@cache
def addressing_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object is the one spoken to."""
    return frozenset(_table()["addressed"]["verbs"].split())


@cache
def deed_verbs() -> frozenset[str]:
    """Lemmas of verbs of deeds that are no words even with a clause behind them, unless quoted."""
    return frozenset(_table()["deeds"]["verbs"].split())


@cache
def verbs_of_deeds_with(what: str) -> frozenset[str]:
    """Lemmas of verbs that are deeds with some contents and words with others: `bare` (an object
    without clause or quotation), `force` (between armies, countries and crowds), `persons` (with
    people and bodies as object), `posts` (with somebody and an infinitive), `particle` (without a particle
    or preposition), `things` (with a thing that can be touched) or `passive` (in the passive, of nobody). Raises
    KeyError for anything else."""
    return frozenset(_table()["deeds"][what].split())


@cache
def no_people() -> frozenset[str]:
    """Nouns (lemmas) that look like nouns for people and are none: "takeover", "border"."""
    return frozenset(_table()["things"]["nouns"].split())


@cache
def credit_labels() -> frozenset[str]:
    """Words (lower case) of labels before a colon that are no speakers: "Photo: ..."."""
    return frozenset(_table()["labels"]["words"].split())


@cache
def headline_labels() -> frozenset[str]:
    """Words (lower case) that end what a headline is about, before its colon: "Border clash: ..."."""
    return frozenset(_table()["labels"]["headlines"].split())


@cache
def turn_labels() -> frozenset[str]:
    """Words, in lower case, before the turns of a transcript that name nobody."""
    return frozenset(_table()["labels"]["turns"].split())


@cache
def refusing_verbs() -> frozenset[str]:
    """Lemmas of the verbs of "declined to comment"."""
    return frozenset(_table()["refusal"]["verbs"].split())


@cache
def refused_acts() -> frozenset[str]:
    """Lemmas of what is declined when somebody declines to speak."""
    return frozenset(_table()["refusal"]["acts"].split())


@cache
def withheld_details() -> frozenset[str]:
    """Lemmas of acts that are refusals to speak when they are not done: "did not specify"."""
    return frozenset(_table()["refusal"]["details"].split())


@cache
def refusal_words(group: str) -> frozenset[str]:
    """Lemmas of one group of the refusals: "answers", "giving", "requests", "for_words", "leaving", "answering", "replying"."""
    return frozenset(_table()["refusal"][group].split())


@cache
def citing_phrases() -> tuple[str, ...]:
    """Words in lower case that tie a content to the noun phrase behind them: "in the words of"."""
    return tuple(_table()["phrases"]["after"])


@cache
def unnamed_media(group: str) -> frozenset[str]:
    """Common nouns, in lower case, for media without a name ("unnamed"), those of them with other senses ("ambiguous"),
    and the words before which such a one is a medium all the same ("described")."""
    return frozenset(_table()["media"][group].split())


@cache
def occasion_words() -> tuple[tuple[str, str], ...]:
    """Pairs of a phrase in lower case and the kind of occasion that it tells, in order of strength."""
    return tuple((words, kind) for kind, rows in _table()["occasions"].items() for words in rows)


@cache
def titles_behind(noun: str) -> frozenset[str]:
    """Words of titles for which a common noun (lower case) may stand: "diplomat" -> ambassador, ...;
    empty if the noun stands only for itself."""
    return frozenset(_table()["people"].get(noun, "").split())


@cache
def gender_of(word: str) -> str | None:
    """`he` or `she` for a word (lower case) that tells it: "mr." -> he; None for any other."""
    for gender in ("he", "she"):
        if word in _genders()[gender]:
            return gender
    return None


@cache
def _genders() -> dict[str, frozenset[str]]:
    return {gender: frozenset(words.split()) for gender, words in _table()["gender"].items()}


@cache
def newsroom_phrases() -> tuple[str, ...]:
    """How an article speaks of itself, in lower case."""
    return tuple(_table()["newsroom"]["phrases"])


@cache
def anonymity_terms() -> re.Pattern[str]:
    """A pattern for the beginnings of the terms of anonymity, in any case."""
    terms = sorted(_table()["anonymity"]["terms"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, terms)) + r")\b", re.IGNORECASE)


@cache
def anonymity_words() -> frozenset[str]:
    """One word (lower case) of each of the terms of anonymity: a text without any of them states none."""
    terms: list[str] = _table()["anonymity"]["terms"]
    common = frozenset("their would first cannot".split())
    return frozenset(max((w for w in term.split() if w not in common), key=len) for term in terms)


@cache
def longest_anonymity_term() -> int:
    """Code points of the longest of the terms of anonymity."""
    return max(map(len, _table()["anonymity"]["terms"]))


@cache
def official_speakers() -> frozenset[str]:
    """Nouns for unnamed people who speak for the body or country that they are said to belong to."""
    return frozenset(_table()["anonymity"]["speakers"].split())


@cache
def medium_words() -> frozenset[str]:
    """Words that tell a news medium inside an organization's name, in lower case."""
    return frozenset(_table()["media"]["words"].split())


@cache
def speaking_nouns() -> frozenset[str]:
    """Common nouns (as written, lower case) for people and bodies of people who can speak."""
    return frozenset(_table()["speakers"]["nouns"].split())


@cache
def nouns_by_kind(kind: str) -> frozenset[str]:
    """Common nouns, in lower case, whose commonest sense is a "person", a "body", "troops" or a "building"
    (noun_kinds.tsv, after WordNet)."""
    return frozenset(
        word
        for name, words in read_rows("noun_kinds.tsv")
        if name == kind
        for word in words.split()
    )


@cache
def saying_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject speaks, whatever noun it is: "the brewery said"."""
    return frozenset(_table()["verbs"]["saying"].split())


@cache
def nouns_of_firms() -> frozenset[str]:
    """Lemmas of nouns for firms and houses that speak as bodies."""
    return frozenset(_table()["speakers"]["firms"].split())


@cache
def nouns_for_many() -> frozenset[str]:
    """Nouns for many of what stands after "of", in lower case: "a number of officials"."""
    return frozenset(_table()["speakers"]["many"].split())


@cache
def american_roles() -> frozenset[str]:
    """Roles, in lower case, that agency style gives without the name of their country."""
    return frozenset(_table()["american"]["roles"])


@cache
def topic_heads() -> frozenset[str]:
    """Heads of roles before which a country's name is a topic: "adviser" in "a China adviser"."""
    return frozenset(_table()["topics"]["heads"].split())
