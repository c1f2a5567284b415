"""What a noun stands for: somebody who can act, a class of the table, a name of an accord."""

from collections.abc import Iterable

from ...lexicon.events import classes, loosely_known_actors
from ...lexicon.nationalities import countries, demonyms
from ..tokens import Token
from .grammar import children, coordinated, lemma, objects_of
from .hyphens import hyphenated

_PERSON_ENDINGS = ("men", "woman", "women", "sman", "ists", "ist", "tarians", "crats", "crat")


_NAMED_ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP", "FAC"})


_PARTITIVE = frozenset(
    """
    dozen hundred thousand million billion number series string wave round group batch lot ton tonne couple
    package shipment consignment set array column convoy kind type piece unit couple barrage volley host
    slew pair hundreds worth load truckload member state
    """.split()
)


def content_noun(noun: Token) -> Token:
    """The noun that is meant behind a measure: "thousands of troops" gives "troops"."""
    node = noun
    for _ in range(4):
        if (
            lemma(node) in _PARTITIVE
            or node.pos_ == "NUM"
            or node.lower_ in ("all", "some", "more", "part", "most")
        ):
            inner = objects_of(node, "of")
            if inner:
                node = inner[0]
                continue
        break
    return node


def belongs(noun: Token, names: Iterable[str]) -> bool:
    """Whether a noun (or what it measures, or one coordinated with it) is of one of the classes, or
    is one of the words in lower case."""
    table = classes()
    if noun.lower_ in _PRONOUNS:
        noun = _meant_by(noun, names) or noun
    for each in coordinated(noun):
        for head in {each.i: each, content_noun(each).i: content_noun(each)}.values():
            joined = hyphenated(head)
            for name in names:
                if name == "ACTORISH":
                    if is_actor(head):
                        return True
                elif name == "ONMAP":
                    if head.ent_type_ in ("GPE", "LOC", "FAC") or lemma(head) in table["PLACEWORD"]:
                        return True
                elif name == "PLACEISH":
                    if head.ent_type_ in ("GPE", "LOC", "FAC") or lemma(head) in table["PLACEWORD"]:
                        return True
                    if head.pos_ == "PROPN" and head.ent_type_ != "PERSON":
                        return True
                elif name == "PERSON":
                    if head.ent_type_ == "PERSON" or lemma(head) in table["PERSON"]:
                        return True
                elif name in table:
                    if lemma(head) in table[name] or head.lower_ in table[name]:
                        return True
                    if name == "STATE" and head.ent_type_ == "GPE":
                        return True  # a country's name stands for its government
                    if joined and joined in table[name]:
                        return True
                    # "cruise missiles and other aid": a compound says it too
                    if name in ("ARMS", "AID", "TROOPS", "SANCTION", "DRILL", "GAS") and any(
                        lemma(child) in table[name]
                        for child in children(head, "compound")
                        if lemma(head)
                        in (
                            "system",
                            "package",
                            "supply",
                            "shipment",
                            "delivery",
                            "unit",
                            "measure",
                            "equipment",
                            "program",
                            "export",
                        )
                    ):
                        return True
                elif name == lemma(head) or name == head.lower_:
                    return True
    return False


_PRONOUNS = frozenset({"it", "them", "they", "this", "these", "those"})
_THINGS = frozenset(
    {"AGREEMENT", "CEASEFIRE", "SANCTION", "RESTRICTION", "POLICY", "SHIP", "BUILDING"}
    | {"PROTESTNOUN"}
)
_REACH = 25
"""Tokens to look back for the noun that a pronoun stands for."""


def _meant_by(pronoun: Token, names: Iterable[str]) -> Token | None:
    """The nearest noun before a pronoun in its sentence that is of one of the classes of things asked for and
    of the pronoun's number; an agreement that somebody breaks is rarely named twice."""
    wanted = [name for name in names if name in _THINGS]
    if not wanted:
        return None
    table = classes()
    many = pronoun.lower_ not in ("it", "this")
    first = max(pronoun.sent.start, pronoun.i - _REACH)
    for word in reversed(list(pronoun.doc[first : pronoun.i])):
        if word.pos_ != "NOUN" or (word.tag_ == "NNS") != many:
            continue
        if any(lemma(word) in table[name] or hyphenated(word) in table[name] for name in wanted):
            return word
    return None


def is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who can act or be acted on."""
    if noun.ent_type_ in _NAMED_ACTORS:
        return True
    if noun.pos_ == "PRON":
        return noun.lower_ not in ("it", "this", "that", "which", "what", "these", "those")
    table = classes()
    word = lemma(noun)
    if noun.pos_ == "NOUN" and noun.lower_ in _ACCORDS:
        return False  # "a pact that should end the war" ends nothing itself
    return (
        word in table["ACTORWORD"]
        or word in table["PERSON"]
        or word in table["TROOPS"]
        or noun.pos_ == "PROPN"
        or noun.lower_.endswith(_PERSON_ENDINGS)
    )


_FOUGHT_OVER = frozenset(
    {"land", "water", "border", "territory", "hill", "road", "weekend", "day", "night", "year"}
)


def is_arms_test(noun: Token) -> bool:
    """Whether a noun stands for tests of weapons, for the making of their fuel, or for the site of either."""
    if lemma(noun) == "enrichment":
        return True
    before = {lemma(child) for child in noun.lefts}
    before |= {lemma(inner) for child in children(noun, "compound") for inner in child.lefts}
    if lemma(noun) in ("site", "ground", "range", "tunnel", "facility") and "test" in before:
        return bool(before & _ARMS_BEFORE)
    return lemma(noun) in _TESTS and bool(before & _ARMS_BEFORE)


_TESTS = frozenset({"test", "testing", "launch", "program", "programme"})
_ARMS_BEFORE = frozenset(
    {"nuclear", "missile", "missiles", "weapon", "weapons", "atomic", "ballistic", "rocket", "icbm"}
)
_FIGHTERS = ("TROOPS", "POLICE", "PROTESTER", "rebel", "militia", "gunman", "villager", "gang")


def is_argued(word: Token, sides: list[Token]) -> bool:
    """Whether a verb or noun of clashing is about a topic, and none of the `sides` fights: who clashes with the
    minister over the budget only argues, other than police and crowds."""
    others = objects_of(word, "with")
    about = [
        noun
        for holder in (word, *others)
        for link in ("over", "about")
        for noun in objects_of(holder, link)
    ]
    return any(map(_is_topic, about)) and not any(
        belongs(side, _FIGHTERS) for side in (*sides, *others)
    )


def _is_topic(noun: Token) -> bool:
    """Whether something can only be argued about: no place, no land or water, no stretch of time."""
    if noun.ent_type_ in ("GPE", "LOC", "FAC", "DATE", "TIME"):
        return False
    return lemma(noun) not in _FOUGHT_OVER and not belongs(noun, ("PLACEISH",))


def is_private(noun: Token) -> bool:
    """Whether a noun stands for somebody who acts for himself: a pronoun, a worker or villager, a person
    whose name comes without an office or body. What he buys, sells and pays is his own business."""
    table = classes()
    word = lemma(noun)
    if noun.pos_ == "PRON":
        return True
    if noun.ent_type_ == "PERSON":
        around = [token for token in noun.subtree if token != noun]
        return not any(
            token.ent_type_ in ("GPE", "NORP", "ORG") or lemma(token) in table["OFFICER"]
            for token in around
        ) and not any(lemma(token) in table["STATE"] for token in around)
    if word in table["CITIZEN"] or word in table["WORKER"] or word == "family":
        return True
    return noun.pos_ == "NOUN" and word in loosely_known_actors()


def is_sum(noun: Token) -> bool:
    """Whether a noun is a sum of money: "four million euros", "$2 billion"."""
    counted = noun.pos_ == "NUM" or any(
        child.dep_ in ("nummod", "quantmod") or child.ent_type_ in ("MONEY", "QUANTITY")
        for child in noun.lefts
    )
    return counted and (noun.ent_type_ == "MONEY" or lemma(noun) in classes()["MONEY"])


_ACCORDS = frozenset(
    {"agreement", "agreements", "accord", "accords", "treaty", "pact", "protocol", "protocols"}
    | {"memorandum", "convention", "declaration", "charter", "process", "formula"}
)


def is_accord_name(noun: Token) -> bool:
    """Whether a noun phrase is the name of an accord after the place where it was made ("the Arusha accords",
    "the Lome Convention"): no agreement that is being made, and its town is nobody. A country before
    the noun is a party to it."""
    if noun.lower_ not in _ACCORDS:
        return False
    before = [child for child in noun.lefts if child.dep_ in ("compound", "nmod")]
    if not before or before[-1].pos_ != "PROPN" or before[-1].i != noun.i - 1:
        return False
    name = before[-1].text
    return name not in countries() and name not in demonyms() and before[-1].tag_ != "NNPS"
