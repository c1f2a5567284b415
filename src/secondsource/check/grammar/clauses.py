"""Who does what to whom, and from where to where, by the grammar of a sentence: what a swap changes and words do not show."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ...lexicon.nationalities import capitals, countries, demonyms
from ...lexicon.stems import stem
from ...model.event import REAL
from ..telling.kin import word_kin
from ..telling.names import Keys, is_state
from ..telling.values import Difference
from .assertion import put_of

Ties = Callable[[str], Keys]
"""Gives the keys of a name, with those of the country that its bearer belongs to."""

_GIVING = frozenset(
    stem(verb) for verb in "deliver give send supply provide sell ship grant lend donate".split()
)
_GETTING = frozenset(stem(verb) for verb in "receive get obtain buy borrow accept".split())
_MUTUAL = frozenset(
    stem(word)
    for word in """meet talk negotiate confer speak agree collide clash consult cooperate sit see discuss meeting
    talks negotiation agreement collision""".split()
)
"""What two do with each other, whoever of them is named first."""

_PEOPLE = frozenset("people person man woman life human soul".split())
"""Nouns that count people, whoever they are."""

_TOWARDS = frozenset({"to", "into", "toward", "towards"})
_ON = frozenset({"of", "on", "against", "to"})


@dataclass(frozen=True)
class Roles:
    """The names of those who do it and of those to whom it is done, each with its keys."""

    agents: tuple[Keys, ...]
    patients: tuple[Keys, ...]


def roles_of(word: Token, ties: Ties) -> Roles:
    """Who does what a verb or noun tells, and to whom, as far as they are named."""
    agents, patients = _parts(word)
    return Roles(_named(agents, ties), _named(patients, ties))


def _named(tokens: Iterable[Token], ties: Ties) -> tuple[Keys, ...]:
    found = (keys_of(one, ties) for token in tokens for one in (token, *token.conjuncts))
    return tuple(keys for keys in found if keys)


def keys_of(head: Token, ties: Ties) -> Keys:
    """The keys of the name that a noun phrase is, or of the country that it belongs to."""
    found: set[str] = set()
    parts = [one for one in head.lefts if one.dep_ == "compound" and one.pos_ == "PROPN"]
    if head.pos_ == "PROPN" or parts:
        found |= ties(" ".join(one.text for one in (*parts, head)))
    own = ties(head.text) if head.pos_ == "PROPN" or head.is_title else frozenset[str]()
    if head.pos_ == "PROPN" or any(key.startswith("actor:") for key in own):
        # A surname that opens a sentence may look like another word ("Baker met them").
        found |= own
    for token in (head, *head.lefts):
        nation = demonyms().get(token.text) or countries().get(token.text)
        nation = nation or capitals().get(token.text)
        if nation and is_state(nation):
            found.add(f"country:{nation.code}")
    return frozenset(found)


def _parts(word: Token) -> tuple[list[Token], list[Token]]:
    if word.pos_ in ("NOUN", "PROPN"):
        return _parts_of_noun(word)
    agents = [child for child in word.children if child.dep_ == "nsubj"]
    patients = [child for child in word.children if child.dep_ in ("dobj", "nsubjpass")]
    agents += [one for child in word.children if child.dep_ == "agent" for one in child.children]
    is_passive = any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in word.children)
    agents, patients = [_meant(one) for one in agents], [_meant(one) for one in patients]
    if word.dep_ == "acl" and word.tag_ == "VBN" and not _has_object(word):
        patients.append(word.head)
    elif not agents and not is_passive:
        if word.dep_ in ("conj", "xcomp", "advcl") and word.head.pos_ in ("VERB", "AUX"):
            above = _parts(word.head)
            control = word.dep_ == "xcomp" and above[1]
            agents = above[1] if control else above[0]
        elif word.dep_ == "acl":
            agents = [word.head]
    return agents, patients


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "ccomp") for child in verb.children)


def _meant(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl":
        return token.head.head
    return token


def _parts_of_noun(word: Token) -> tuple[list[Token], list[Token]]:
    agents = [child for child in word.children if child.dep_ in ("poss", "amod", "compound")]
    agents = [child for child in agents if child.dep_ == "poss" or child.text in demonyms()]
    patients: list[Token] = []
    for child in word.children:
        if child.dep_ in ("prep", "agent"):
            objects = [one for one in child.children if one.dep_ == "pobj"]
            if child.lower_ == "by":
                agents += objects
            elif child.lower_ in _ON:
                patients += objects
    return agents, patients


def exchanged(
    asked: Doc, told: Doc, main: frozenset[str], ties: Ties
) -> tuple[tuple[Difference, str], ...] | None:
    """The difference if the source has the same deed with its doer and its object the other way round or goes the
    other way; None if it has it only of others, nothing if no name speaks against it."""
    if _goes_back(_ways(asked, ties), _ways(told, ties)) or _comes_back(asked, told, ties):
        return (("participants", "from whom to whom is the other way round"),)
    here = [word for word in asked if f"={stem(word.lower_)}" in main and _is(word, main)]
    here = here or [word for word in asked if _is(word, main)]
    there = [word for word in told if _is(word, main)]
    if not here or not there:
        return ()
    if stem(here[0].lower_) in _MUTUAL:
        return None if _met_without(here[0], there, ties) else ()
    if any(_are_converse(here[0], word) for word in there):
        # Who buys is whom another sells to: which way it goes was asked above.
        return ()
    one = roles_of(here[0], ties)
    others = [roles_of(word, ties) for word in there]
    if any(not _is_swapped(one, other) and not _is_of_others(one, other) for other in others):
        return ()
    if any(_is_swapped(one, other) for other in others):
        return (("participants", "who did it to whom is the other way round"),)
    return None


def _met_without(one: Token, others: Sequence[Token], ties: Ties) -> bool:
    """Whether who is named as doing something with others is nowhere among those who are named as doing it."""
    doers = [each for doer in _parts(one)[0] for each in (doer, *doer.conjuncts)]
    doers = [doer for doer in doers if doer.is_title and keys_of(doer, ties)]
    for other in [other for other in others if put_of(other) in REAL] or others:
        agents, patients = _parts(other)
        there = [
            each
            for token in (*agents, *patients, *_objects_of(other))
            for each in (token, *token.conjuncts)
        ]
        named = [token for token in there if keys_of(token, ties)]
        if len(named) < 2 or any(_is_he(doer, each, ties) for doer in doers for each in named):
            return False
    return bool(doers)


def _is_he(one: Token, other: Token, ties: Ties) -> bool:
    """Whether two names may be of the same: a land is any of its people, but of two people each is himself."""
    shared = keys_of(one, ties) & keys_of(other, ties)
    if _is_land(one) or _is_land(other):
        return bool(shared)
    return any(not key.startswith("country:") for key in shared)


def _is_land(token: Token) -> bool:
    words = (token.text, *(one.text for one in token.lefts))
    return any(word in countries() or word in demonyms() or word in capitals() for word in words)


def _are_converse(one: Token, other: Token) -> bool:
    ours, theirs = stem(one.lemma_.lower()), stem(other.lemma_.lower())
    return (ours in _GIVING and theirs in _GETTING) or (ours in _GETTING and theirs in _GIVING)


def have_other_parts(one: Token, other: Token, ties: Ties) -> bool:
    """Whether who does the one is whom, to or from whom the other is done, or the other way round."""
    if one.pos_ != "VERB" or other.pos_ not in ("VERB", "NOUN"):
        return False
    (doers, _), (agents, _) = _parts(one), _parts(other)
    ours, theirs = _beside(one, doers), _beside(other, agents)
    return _share_one(doers, theirs, ties) or _share_one(agents, ours, ties)


def _beside(word: Token, doers: Sequence[Token]) -> list[Token]:
    """The nouns and names that a word stands with, those who do it apart."""
    apart = {one for doer in doers for one in doer.subtree}
    found = (one for one in word.subtree if one.pos_ in ("NOUN", "PROPN"))
    return [one for one in found if one is not word and one not in apart]


def exchanged_anywhere(
    asked: Doc, told: Doc, ties: Ties
) -> tuple[tuple[Difference, str, str], ...]:
    """The difference, with the words of both, if the source has some verb of the sentence only with its doer and its object
    the other way round."""
    for verb in asked:
        own = stem(verb.lemma_.lower())
        if verb.pos_ != "VERB" or own in _MUTUAL:
            continue
        one = _wide_roles(verb, ties)
        there = [t for t in told if t.pos_ == "VERB" and stem(t.lemma_.lower()) == own]
        if there and all(_is_swapped(one, _wide_roles(other, ties)) for other in there):
            shown = "who did it to whom is the other way round"
            return (("participants", verb.text, shown),)
    return ()


def _wide_roles(verb: Token, ties: Ties) -> Roles:
    """Who does it, and to, from or against whom."""
    agents, patients = _parts(verb)
    return Roles(_named(agents, ties), _named((*patients, *_objects_of(verb)), ties))


def is_of_same(
    asked: Doc, main: frozenset[str], ties: Ties, lenient: bool
) -> Callable[[Token], bool]:
    """Tells for a word of a source whether it is the very word that carries the sentence, or stands there with those or
    with that of which the sentence tells it; to the `lenient` a pronoun is whoever is meant."""
    own_words = [word for word in asked if f"={stem(word.lower_)}" in main and _is(word, main)]
    carrying = next(iter(own_words), None) or next(
        (word for word in asked if _is(word, main)), None
    )
    if carrying is None:
        return lambda word: True
    agents, patients = _parts(carrying)
    if carrying.dep_ in ("attr", "acomp"):
        agents += [child for child in carrying.head.children if child.dep_ == "nsubj"]
    own = stem(carrying.lower_)
    # What is done to whom tells more than who does it, but only a deed that is told for real needs both the same.
    objects = [one for one in patients if one.is_alpha and not one.like_num and len(one) > 2]
    telling = objects if lenient and objects else [*agents, *patients]

    def is_same(word: Token) -> bool:
        if stem(word.lower_) == own and own in _WISHING:
            # Who wants two things wants each of them apart.
            return bool(_wished(carrying) & _wished(word)) or not _wished(carrying)
        if stem(word.lower_) == own or not (agents or patients):
            return True
        doers, done_to = _parts(word)
        if word.pos_ == "VERB":
            there = [*doers, *done_to, *_objects_of(word)]
            return (lenient and any(one.pos_ == "PRON" for one in there)) or _share_one(
                telling, there, ties
            )
        there = [*doers, *done_to, *_objects_of(word), *word.lefts]
        over = next((one for one in word.ancestors if one.pos_ in ("VERB", "AUX")), None)
        if over is not None:
            there += _parts(over)[0]
        named = [one for one in agents if keys_of(one, ties)]
        return _share_one(named or (*agents, *patients), there, ties)

    return is_same


_WISHING = frozenset(map(stem, "want wish hope seek plan intend try need like ready".split()))


def _wished(verb: Token) -> frozenset[str]:
    """What the words of that which somebody wants may mean."""
    return frozenset[str]().union(
        *(
            word_kin(one.lower_)
            for child in verb.children
            if child.dep_ in ("xcomp", "ccomp", "dobj")
            for one in child.subtree
            if one.pos_ in ("VERB", "NOUN", "PROPN") and not one.is_stop
        )
    )


def _of(word: Token) -> list[Token]:
    """What a noun is of ("troops" in "a number of troops")."""
    return [
        one
        for child in word.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for one in child.children
        if one.dep_ == "pobj"
    ]


def _objects_of(word: Token) -> list[Token]:
    return [
        one
        for child in word.children
        if child.dep_ in ("prep", "agent", "dative")
        for one in (child, *child.children)
        if one.dep_ in ("pobj", "dative")
    ]


def _share_one(ones: Iterable[Token], others: Iterable[Token], ties: Ties) -> bool:
    there = list(others)
    for one in (each for token in ones for each in (token, *_of(token))):
        keys, kin = keys_of(one, ties), word_kin(one.lower_)
        for other in there:
            for each in (other, *other.conjuncts, *_of(other)):
                if keys & keys_of(each, ties) or (
                    one.pos_ == "NOUN"
                    and (each.pos_ == "NOUN" or _opens(each) or each.lower_ == one.lower_)
                    and (kin & word_kin(each.lower_) or {one.lemma_, each.lemma_} <= _PEOPLE)
                ):
                    return True
    return False


def _opens(word: Token) -> bool:
    """Whether a word has its capital letter from the beginning of the sentence, perhaps."""
    return word.pos_ == "PROPN" and word.i == word.sent.start


def _is(word: Token, main: frozenset[str]) -> bool:
    return word.pos_ in ("VERB", "NOUN") and bool(word_kin(word.lower_) & main)


def _meets(ones: tuple[Keys, ...], others: tuple[Keys, ...]) -> bool:
    return any(one & other for one in ones for other in others)


def _is_swapped(one: Roles, other: Roles) -> bool:
    return (
        (_meets(one.agents, other.patients) or _meets(one.patients, other.agents))
        and not _meets(one.agents, other.agents)
        and not _meets(one.patients, other.patients)
    )


def _is_of_others(one: Roles, other: Roles) -> bool:
    return bool(one.agents and other.agents) and not _meets(one.agents, other.agents)


def _ways(doc: Doc, ties: Ties) -> tuple[Keys, Keys]:
    """The keys of where something comes from and of where it goes."""
    sources: set[str] = set()
    goals: set[str] = set()
    for token in doc:
        if token.dep_ == "pobj" and token.head.lower_ == "from":
            sources |= keys_of(token, ties)
        elif (token.dep_ == "pobj" and token.head.lower_ in _TOWARDS) or (
            token.dep_ == "dative" and token.pos_ == "PROPN"
        ):
            goals |= keys_of(token, ties)
        elif token.pos_ == "VERB" and stem(token.lemma_) in _GIVING | _GETTING:
            doers = frozenset[str]().union(*_named(_parts(token)[0], ties))
            (sources if stem(token.lemma_) in _GIVING else goals).update(doers)
    return frozenset(sources), frozenset(goals)


def _comes_back(asked: Doc, told: Doc, ties: Ties) -> bool:
    """Whether what the sentence has from one comes, in the source, from another whom the sentence names elsewhere."""
    ours, others = _from(asked, ties)
    theirs, _ = _from(told, ties)
    return bool(ours and theirs & others) and not ours & theirs


def _from(doc: Doc, ties: Ties) -> tuple[Keys, Keys]:
    """The keys of the names right after "from", and of all others."""
    here: set[str] = set()
    others: set[str] = set()
    for token in doc:
        if token.pos_ == "PROPN":
            is_from = token.dep_ == "pobj" and token.head.lower_ == "from"
            (here if is_from else others).update(keys_of(token, ties))
    return frozenset(here), frozenset(others)


def _goes_back(one: tuple[Keys, Keys], other: tuple[Keys, Keys]) -> bool:
    return bool((one[0] & other[1]) - other[0]) or bool((one[1] & other[0]) - other[1])
