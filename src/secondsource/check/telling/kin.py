"""Words that may be said for one another: by our tables of news usage and by WordNet."""

import re
from functools import cache, lru_cache

from ...lexicon.paraphrases import wider_paraphrases
from ...lexicon.synonyms import senses
from ...lexicon.wordnet import kinds, meanings

_PAST = dict(
    pair.split(":")
    for pair in """rose:rise left:leave shot:shoot felt:feel found:find dealt:deal slept:sleep shook:shake
    shaken:shake stole:steal stolen:steal tore:tear torn:tear woke:wake woken:wake chose:choose chosen:choose
    drove:drive driven:drive flew:fly flown:fly bore:bear borne:bear bound:bind clung:cling crept:creep dug:dig
    fed:feed forgave:forgive forgot:forget forgotten:forget hung:hang lent:lend lit:light meant:mean rang:ring
    rode:ride ridden:ride sank:sink sunk:sink shone:shine slid:slide spent:spend sprang:spring stuck:stick
    stung:sting swam:swim swept:sweep swung:swing taught:teach understood:understand wept:weep won:win
    freed:free overthrew:overthrow overthrown:overthrow undertook:undertake undertaken:undertake withheld:withhold""".split()
)
"""Past forms that the stemmer of the lexicon does not lead back (English grammar; written by hand)."""


def _base(word: str) -> str:
    if word.endswith("men") and word not in ("men", "women", "regimen", "specimen"):
        return word[:-3] + "man"
    doubled = _DOUBLED.fullmatch(word)
    return doubled.group(1) if doubled else _PAST.get(word, word)


_DOUBLED = re.compile(r"(\w*ff|add|err)(?:ed|ing)")
"""Verbs that end in two like letters, of which the stemmer takes one away ("rebuffed")."""


@lru_cache(maxsize=100_000)
def word_kin(word: str) -> frozenset[str]:
    """What a word may mean: two words that share a key may be said for one another."""
    base = _base(word)
    return (
        senses(word)
        | senses(base)
        | meanings(base)
        | wider_paraphrases(word)
        | wider_paraphrases(base)
    )


OFFICES = frozenset(
    """president minister chancellor king queen ambassador senator governor mayor general prince judge prosecutor
    secretary deputy commissioner envoy""".split()
)
"""Nouns for offices: known for the same only by the table of news usage, since who presides is no president."""


def is_office(noun: str) -> bool:
    """Whether a noun is one for an office or for those who hold it."""
    return noun in OFFICES or noun.removesuffix("s") in OFFICES


def telling_kin(word: str) -> frozenset[str]:
    """What a word may mean, and an office no more than what news calls it."""
    return senses(word) if is_office(word) else word_kin(word)


def noun_kin(noun: str) -> frozenset[str]:
    """What a noun may mean, without the wider groups and without what it means as a verb ("rule": govern)."""
    return frozenset(key for key in word_kin(noun) if not _OTHER_SENSE.match(key))


_OTHER_SENSE = re.compile(r"~~|[var]\d")


@cache
def ways() -> frozenset[str]:
    """The senses of words that say up or down, which with the same number tell the opposite."""
    return word_kin("rise") | word_kin("fall") | word_kin("gain") | word_kin("lose")


@lru_cache(maxsize=100_000)
def word_reach(word: str) -> frozenset[str]:
    """The same with what the word is a kind of: who tells of a dhow tells of a boat, not the other way."""
    return word_kin(word) | kinds(_base(word))
