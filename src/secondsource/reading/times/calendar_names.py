"""Whether the name of a month, a season or a weekday is one where it stands: "May" and "fall" are words as well,
"June" is a first name, and the Sunday Herald a paper."""

from ...lexicon.calendar import cues, tables
from ..tokens import Token
from .wording import Wording

MONTH_LEADS = cues("dating") | frozenset(
    "through before after every each to for and till between end past that following previous coming around -".split()
)
"""Words before the name of a month by which it is one, also where it might be a person's."""


def near_time(wording: Wording, place: int) -> bool:
    return wording.lower(place - 1) in MONTH_LEADS


def is_month(wording: Wording, place: int) -> bool:
    """Whether the name of a month is one here: "May" and "March" are words, "June" a name."""
    word = wording.words[place]
    if not wording.text[word.start].isupper():
        return word.lower not in ("may", "march", "august")
    after = place + 1
    following = wording.lower(after)
    beside = (following.isdecimal() and len(following) in (1, 2, 4)) or wording.lower(
        place - 1
    ).isdecimal()
    if beside or (
        following == ","
        and wording.lower(after + 1).isdecimal()
        and len(wording.lower(after + 1)) == 4
    ):
        return True
    token = wording.token(place)
    leads = wording.lower(place - 1) in MONTH_LEADS
    if token is None or (
        not leads and (token.ent_type_ in ("PERSON", "NORP") or ends_name(wording, token))
    ):
        return False
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in cues("reporting"):
        return False  # "May said"
    if begins_name(wording, token) and token.ent_type_ not in ("DATE", ""):
        return False
    if word.lower not in ("may", "march"):
        return True
    if wording.lower(place - 1) in MONTH_LEADS:
        return token.tag_ in ("NNP", "NN", "NNPS") or wording.lower(place - 1) in (
            "in",
            "since",
            "last",
            "next",
        )
    if token.tag_ != "NNP" or token.ent_type_ != "DATE":
        return False
    # "March on the capital!" begins like a month.
    return following not in ("on", "to", "for", "with", "against", "toward", "towards", "into")


def begins_name(wording: Wording, token: Token) -> bool:
    """Whether a capitalised word follows that belongs to one name with this one ("Summer Okafor")."""
    if token.i + 1 >= len(wording.doc):
        return False
    behind = wording.doc[token.i + 1]
    if behind.tag_ not in ("NNP", "NNPS") or behind.ent_type_ in ("DATE", "TIME"):
        return False
    return token.dep_ == "compound" or (token.ent_iob_ != "O" and behind.ent_iob_ == "I")


def ends_name(wording: Wording, token: Token) -> bool:
    """Whether the word ends a name ("Hurricane June")."""
    before = wording.doc[token.i - 1] if token.i else None
    return (
        before is not None
        and before.tag_ == "NNP"
        and before.head.i == token.i
        and before.dep_ == "compound"
    )


def is_season(wording: Wording, place: int) -> bool:
    """Whether "spring", "fall" and their like are seasons here."""
    token = wording.token(place)
    if token is None or token.tag_ not in ("NN", "NNP"):
        return False
    if wording.text[wording.words[place].start].isupper() and begins_name(wording, token):
        return False
    if wording.lower(place) != "fall" and wording.lower(place) != "spring":
        return token.ent_type_ not in ("PERSON", "GPE", "ORG")
    before = wording.lower(place - 1)
    if (
        before in ("the", "of")
        and wording.lower(place + 1) == "of"
        and not wording.lower(place + 2).isdecimal()
        and wording.lower(place + 2) not in tables()["numbers"]
    ):
        return False
    return (
        before in MONTH_LEADS
        or (before in ("the", "each", "every", "-") and token.ent_type_ == "DATE")
        or wording.lower(place + 1).isdecimal()
    )


def is_weekday(wording: Wording, place: int) -> bool:
    """Whether a weekday is not part of a name ("the Sunday Times")."""
    word = wording.words[place]
    if wording.text[word.start].isupper():
        token = wording.token(place)
        if token is None:
            return False
        if token.i + 1 < len(wording.doc):
            behind = wording.doc[token.i + 1]
            inside = (
                token.ent_type_ in ("ORG", "WORK_OF_ART", "PERSON", "EVENT")
                and behind.ent_iob_ == "I"
            )
            if inside and behind.tag_ in ("NNP", "NNPS"):
                return False
            titled = (
                wording.lower(place - 1) == "the"
                and behind.tag_ in ("NNP", "NNPS")
                and not behind.text.isupper()
                and behind.lower_ not in tables()["months"]
            )
            if titled:  # "the Sunday Herald", "the Saturday Evening Post"
                return False
    return True
