"""What a line looks like: finished sentence, title, bare name, list of sections."""

import re
from functools import lru_cache

_CLOSERS = "\"'”’»)]"
_FINAL = ".?!…"
_LAST = frozenset(_CLOSERS + _FINAL)
_LONGEST_ABBREVIATION = 16
"""Characters at the end of a line that are looked at for one."""
_ABBREVIATED_END = re.compile(
    r"(?:^|[\s(\[“\"‘])(?:(?:[A-Z]\.)+(?:[A-Z]\.?)?|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Brig"
    r"|Prof|Rev|Hon|St|Pres|Amb|Messrs|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.$"
)
_TITLE_END = re.compile(
    r"(?:^|[\s(\[“\"‘])(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Maj|Brig|Prof|Rev|Hon|St|Pres|Amb|Messrs)\.$"
)

# A sentence or title that ends in one of these is not at its end (closed class of English).
_OPEN_WORDS = frozenset(
    """
    a an the and or but nor of in on at by to for from with without into onto over under between among
    against during about after before since until through across near toward towards upon via per than as if
    that which who whom whose when where while because although though whether is are was were be been has
    have had will would can could may might must shall should does did said says told called named its his
    her their our your my this these those not also including like amid along behind beyond despite outside
    inside around both either neither
    """.split()
)
# Words for an office, after which a name is due.
_OFFICE_WORDS = frozenset(
    """
    president minister secretary chancellor premier chairman chairwoman chair chief commander spokesman
    spokeswoman spokesperson ambassador envoy governor mayor senator director general leader counterpart
    state king queen prince princess pope bishop archbishop judge justice prosecutor captain colonel major
    admiral sergeant officer representative congressman congresswoman lawmaker commissioner coach professor
    analyst correspondent economist author actor actress singer striker midfielder goalkeeper founder
    executive deputy lawyer attorney adviser advisor aide official critic activist lieutenant inspector
    superintendent sheriff treasurer administrator head
    """.split()
)
_CONTINUES = re.compile(
    r"^(?:[,;:.!?)\]]|['’](?:s|re|ve|ll|d|t|m)?\b|[”\"](?:\s|$|,)|[-–—]\s?[a-z])"
)
_LOWER = re.compile(r"^(?!\S+@\S|https?:|www\.)[\"“‘'(\[]?[a-zà-öø-ÿ]")
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞŁŚŻČŠŽĐ][\w’'\-]*\.?|(?:de|da|del|della|di|du|dos|van|von|der|den|ten|la|le|el|al|bin|bint|ibn|ben|of|the|and|for|&)|[A-Z][a-z]?\.)$"
)
_LINKING = frozenset(
    """
    de da del della di du dos van von der den ten la le el al bin bint ibn ben of the and for &
    """.split()
)


@lru_cache(maxsize=4096)  # each step asks it of the lines of one text
def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence ends: a final stop that belongs to no title or month.

    "the U.S." may end a sentence or not: that counts as ended here (see `may_go_on`).
    """
    if words[-1:] not in _LAST:  # most lines: looked at first, since this is asked often
        return False
    bare = words.rstrip(_CLOSERS)
    return (
        bool(bare) and bare[-1] in _FINAL and not _TITLE_END.search(bare[-_LONGEST_ABBREVIATION:])
    )


def may_go_on(words: str) -> bool:
    """Whether a sentence could go on after these words: no final stop, or one of an abbreviation."""
    return not ends_sentence(words) or bool(_ABBREVIATED_END.search(words[-_LONGEST_ABBREVIATION:]))


def is_open(words: str) -> bool:
    """Whether something must follow: the words end with a comma, an article, a preposition, a
    conjunction, an auxiliary, "said", or a title."""
    bare = words.rstrip()
    if not bare or ends_sentence(bare):
        return False
    if bare.rstrip(_CLOSERS)[-1:] in ",;–—-(" or bare[-1] in "([“‘":
        return True
    if _TITLE_END.search(bare[-_LONGEST_ABBREVIATION:]):
        return True
    last = bare.split()[-1].strip(_CLOSERS + "“‘(,")
    return last in _OPEN_WORDS


def awaits_name(words: str) -> bool:
    """Whether the last word is one for an office, after which a name is due."""
    tokens = words.split()
    return bool(tokens) and tokens[-1].lower() in _OFFICE_WORDS


def goes_on(words: str) -> bool:
    """Whether the words can only be the rest of something: they begin with closing punctuation or
    with a small letter."""
    return bool(_CONTINUES.match(words)) or bool(_LOWER.match(words))


def begins_with_stop(words: str) -> bool:
    """Whether no blank belongs before the words: ", 52" or "." or "’s"."""
    return bool(re.match(r"^(?:[,;:.!?)\]]|['’](?:s|re|ve|ll|d|t|m)?\b|”|\"(?:,|\s*$))", words))


def name_like(words: str, longest: int = 6) -> bool:
    """Whether the words could be one bare name: up to `longest` words, each with a capital or a
    linking word, no final stop but of an initial."""
    tokens = words.strip().rstrip(",").split()
    if not 1 <= len(tokens) <= longest or tokens[0] in _LINKING - {"de", "al", "el", "van", "von"}:
        return False
    return all(_NAME_WORD.match(token) for token in tokens) and words.rstrip()[-1:] not in "?!:;"


def person_like(words: str) -> bool:
    """Whether the words could be a person's bare name: two to five words with capitals, none
    wholly in capitals but initials, none that only organisations have."""
    tokens = words.strip().split()
    if not 2 <= len(tokens) <= 5:
        return False
    if not all(_NAME_WORD.match(token) for token in tokens):
        return False
    if {"of", "the", "and", "for", "&"} & set(tokens):
        return False
    return not any(
        (len(token) > 3 and token.isupper()) or token.lower() in _ORGANISATION_WORDS
        for token in tokens
    )


def names_organisation(words: str) -> bool:
    """Whether a name holds a word that only papers, bureaus and offices bear."""
    return any(token.lower() in _ORGANISATION_WORDS for token in words.split())


_ORGANISATION_WORDS = frozenset(
    """
    news times post press daily gazette herald tribune journal agency staff desk reporter correspondent
    editor editors writer writers online network media magazine review report standard guardian observer
    mail express telegraph chronicle sentinel courier ledger wire broadcasting tv radio team bureau service
    group institute university center centre ministry department council committee party union association
    foundation street road north south east west
    """.split()
)


@lru_cache(maxsize=4096)
def is_prose(words: str) -> bool:
    """Whether a line reads as body text: a finished sentence of at least six words, or so long
    that no title or label is."""
    count = words.count(" ") + 1
    return (count >= 6 and ends_sentence(words)) or count >= 28


def title_like(words: str) -> bool:
    """Whether a line could be a headline: 3 to 30 words, begun with a capital, figure or quote,
    without a final stop (a question or exclamation mark may stand there) and not open."""
    count = words.count(" ") + 1
    if not 3 <= count <= 30 or "|" in words:
        return False
    first = words.lstrip("\"“‘'([¿¡")[:1]
    # A small first letter is none of a title, save in "iPhone maker ...".
    if first.islower() and not words[1:2].isupper():
        return False
    bare = words.rstrip(_CLOSERS)
    if bare.endswith((".", "…", ":", ";", ",")) and not _ABBREVIATED_END.search(
        bare[-_LONGEST_ABBREVIATION:]
    ):
        return False
    return any(letter.isalpha() for letter in words)
