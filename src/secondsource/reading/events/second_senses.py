"""Verbs of violence, of agreement and of help in senses in which nobody does anything to anybody."""

from ..tokens import Token
from .clause_parts import agents_of, subject
from .grammar import (
    auxiliaries,
    children,
    coordinated,
    first_child,
    is_passive,
    lemma,
    objects_of,
)
from .kinds import belongs, content_noun, is_actor
from .tenses import is_subjunctive

_BREAKING = frozenset(
    {
        "slip",
        "trip",
        "stumble",
        "explode",
        "blow",
        "collapse",
        "crash",
        "sink",
        "capsize",
        "derail",
        "burst",
        "erupt",
        "fall",
    }
    | {"overturn", "break", "topple", "founder", "skid", "plunge", "flood", "leak", "catch"}
)
_FALLING = frozenset({"fall", "slip", "trip", "stumble"})
_CRAFT = ("HARM", "PLANT", "VEHICLE", "AIRCRAFT", "SHIP", "BUILDING", "bridge", "roof", "wall")


_MEASURED = frozenset({"worst", "worse", "hardest", "harder", "badly", "hard", "severely"})


def is_mishap(verb: Token) -> bool:
    """Whether a verb of killing, wounding or wrecking tells of an accident, a sickness or the weather: so its
    subject, its agent, a phrase "in an accident", or a clause "when the boiler burst" says."""
    doers = agents_of(verb) if is_passive(verb) else [subject(verb)]
    if any(who is not None and _does_nothing(who) for who in doers):
        return True
    if is_passive(verb) and not doers and verb.i and verb.nbor(-1).lower_ in _MEASURED:
        return True  # "the villages worst hit": of a flood, a quake, a slump
    named = (noun for link in ("in", "from", "of") for noun in objects_of(verb, link))
    if any(belongs(noun, ("HARM", "DISEASE")) for noun in named):
        return True
    if lemma(verb) == "leave" and any(
        belongs(noun, ("HARM",)) for noun in objects_of(verb, "after")
    ):
        return True  # "were left homeless after the quake"
    if any(lemma(noun) in _ROADS for noun in objects_of(verb, "on")) or _follows_breaking(verb):
        return True
    if any(
        (who := first_child(clause, "nsubj")) is not None and _does_nothing(who)
        for clause in children(verb, "advcl")
    ):
        return True  # "injured when a quake razed villages"
    if any(is_passive(other) and is_mishap(other) for other in children(verb, "conj")):
        # "two were killed and ten injured in the flood": the last of the list has the phrase
        return not any(objects_of(verb, link) for link in ("in", "by"))
    return any(
        lemma(clause) in _BREAKING
        and not is_passive(clause)
        and first_child(clause, "dobj") is None
        and (
            lemma(clause) in _FALLING
            or any(belongs(who, _CRAFT) for who in children(clause, "nsubj"))
        )
        for clause in children(verb, "advcl")
    )


def _follows_breaking(participle: Token) -> bool:
    """Whether a participle tells what came of something that broke: "a ferry sank in a storm, killing nine"."""
    if participle.tag_ != "VBG" or participle.dep_ not in ("advcl", "acl"):
        return False
    head = participle.head
    before = [head, *(verb for verb in children(head, "acl", "conj") if verb.i < participle.i)]
    before += [inner for verb in before for inner in children(verb, "acl", "conj")]
    if not any(
        lemma(verb) in _BREAKING and not is_passive(verb) and not first_child(verb, "dobj")
        for verb in before
        if verb.i < participle.i and verb.pos_ == "VERB"
    ):
        return False
    who = head if head.pos_ in ("NOUN", "PROPN") else subject(head)
    return who is not None and belongs(who, _CRAFT)


_ROADS = frozenset({"road", "highway", "motorway"})
_BREAKDOWNS = frozenset({"sinking", "capsizing"})


def is_of_nature(doer: Token) -> bool:
    """Whether a noun is a sickness, the weather or what else of nature does harm ("Hurricane Ida")."""
    return belongs(doer, ("HARM", "DISEASE")) or (
        doer.pos_ == "PROPN"
        and any(belongs(child, ("HARM",)) for child in children(doer, "compound"))
    )


def _does_nothing(doer: Token) -> bool:
    """Whether what kills is a sickness, the weather or an engine, or what has blown up by itself."""
    if is_of_nature(doer) or belongs(doer, ("PLANT",)) or lemma(doer) in _POISONS | _BREAKDOWNS:
        return True
    before = children(doer, "compound")
    if any(lemma(child) == "heat" for child in before):
        return True
    burst = [noun for link in ("in", "on", "at") for noun in objects_of(doer, link)]
    burst += children(doer, "compound")
    return lemma(doer) in ("explosion", "blast") and any(
        belongs(each, ("PLANT",)) for each in burst
    )


def is_of_workers(strike: Token) -> bool:
    """Whether a report that tells of a strike tells of a union or a walkout too, and of no arms."""
    doc = strike.doc
    known: bool | None = doc.user_data.get(_LABOUR)
    if known is None:
        words = {token.lower_ for token in doc}
        known = not words.isdisjoint(_OF_UNIONS) and words.isdisjoint(_OF_WAR)
        doc.user_data[_LABOUR] = known
    return known


_LABOUR = "secondsource.labour"
_OF_UNIONS = frozenset("union unions walkout walkouts picket pickets strikers striking".split())
_OF_WAR = frozenset(
    "missile missiles airstrike airstrikes drone drones rocket rockets bomb bombs bombing warplane warplanes troops rebels militants"
    " shelling artillery airforce jets retaliatory nuclear ceasefire truce war".split()
)
"""Words of a report in which an unnamed strike may be one of arms."""

_POISONS = frozenset({"oil", "pollution", "toxin", "chemical", "fume", "bacteria"})
_UNDERTAKING = frozenset(
    {"will", "would", "shall", "should", "must", "'ll", "’ll", "'d", "’d", "wo"}
)
_ANYBODY = frozenset({"i", "you", "people", "everyone", "everybody", "anyone", "one"})
_ONLOOKERS = (
    "expert",
    "analyst",
    "critic",
    "scientist",
    "observer",
    "voter",
    "economist",
    "scholar",
)


def is_opinion(verb: Token) -> bool:
    """Whether who agrees only thinks alike: what is agreed is a state of things and nothing that will be done, or
    those who agree are no parties to anything."""
    clauses = [
        child
        for child in children(verb, "ccomp", "advcl")
        if child.i > verb.i and first_child(child, "nsubj", "nsubjpass", "expl") is not None
    ]
    infinitive = any(
        any(inner.lower_ == "to" for inner in children(child, "aux"))
        for child in children(verb, "xcomp", "ccomp")
    )
    if infinitive:
        return False
    if any(noun.pos_ == "PRON" for noun in objects_of(verb, "with")) and not clauses:
        return True  # "agrees with me on everything"
    who = subject(verb)
    if who is not None and (who.lower_ in _ANYBODY or belongs(who, _ONLOOKERS)):
        return True
    if not clauses or clauses[0].dep_ != "ccomp":
        return False
    clause = clauses[0]
    if is_subjunctive(clause):
        return False
    return not any(helper.lower_ in _UNDERTAKING for helper in auxiliaries(clause))


def is_pleading(head: Token) -> bool:
    """Whether what a verb says in a clause is said by the paper of one party to a case."""
    who = first_child(head, "nsubj")
    papers = ("lawsuit", "suit", "complaint", "indictment")
    return who is not None and lemma(who) in papers


_DOCUMENTS = frozenset(
    {"agreement", "accord", "treaty", "pact", "deal", "convention", "resolution", "lawsuit", "suit"}
    | {"complaint", "indictment", "memorandum", "truce", "ceasefire", "settlement"}
)
_STATING = frozenset(
    {"say", "state", "read", "allege", "accuse", "name", "note", "describe", "stipulate", "specify"}
    | {"argue", "contend", "claim", "list", "quote", "cite", "define", "refer", "add", "assert"}
)


def is_speaking_document(noun: Token) -> bool:
    """Whether a noun only stands for the paper that says something ("the treaty says", "according to the lawsuit"):
    what is told is what it says, and not that it was made."""
    if lemma(noun) not in _DOCUMENTS:
        return False
    head = noun.head
    if noun.dep_ == "nsubj":
        return lemma(head) in _STATING and not is_passive(head)
    return noun.dep_ == "pobj" and head.lower_ == "to" and head.head.lower_ == "according"


_ACTING = (
    "campaign",
    "team",
    "side",
    "camp",
    "TROOPS",
    "SHIP",
    "AIRCRAFT",
    "ARMS",
    "MISSILE",
    "BODY",
    "STATE",
    "PERSON",
    "CONVOY",
)
_AID_ITSELF = ("AID", "MONEY", "shipment", "package", "programme", "program", "project", "donation")


def is_thing(noun: Token | None) -> bool:
    """Whether a common noun stands for nobody who acts, and for no aid that is on its way."""
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_ in ("ORG", "GPE", "NORP", "PERSON"):
        return False
    return not any(
        is_actor(head) or belongs(head, (*_ACTING, *_AID_ITSELF))
        for each in coordinated(noun)
        for head in (each, content_noun(each))
    )


_POLITICS = frozenset(
    {"campaign", "candidate", "nominee", "nomination", "primary", "caucus", "debate", "ad", "poll"}
    | {"running", "frontrunner", "front-runner", "pac", "superpac", "voter", "delegate", "ballot"}
    | {"republican", "democrat", "democratic", "gop", "senator", "tweet", "twitter", "speech"}
)
_BODILY = frozenset(
    {"kill", "wound", "injure", "die", "death", "dead", "knife", "stab", "gun", "shoot", "bomb"}
    | {"terrorist", "terror", "militant", "army", "troop", "soldier", "police", "gunman", "rocket"}
    | {"missile", "compound", "consulate", "embassy", "physical", "physically", "victim", "blood"}
    | {"armed", "military", "strike", "drone", "chemical", "acid", "mob", "hospital", "suicide"}
    | {"war", "terrorism", "shooting", "arrest", "jail", "rape", "sexual", "assailant", "suspect"}
)


_ONE = frozenset({"he", "she", "his", "her", "him"})


def is_fought_in_words(word: Token) -> bool:
    """Whether an attack or a clash is one of politicians: between persons who are named, or of a campaign, in a
    sentence without arms, wounds or the town where it was."""
    near = {lemma(token) for token in word.sent}
    if near & _BODILY:
        return False
    if any(_is_where(word, link) for link in ("in", "at", "near", "outside", "with")):
        return False
    if word.pos_ in ("VERB", "AUX"):
        who = subject(word)
        thing = first_child(word, "dobj", "nsubjpass")
        sides = [each for each in (who, thing) if each is not None]
    else:
        owner = first_child(word, "poss")
        sides = [each for each in (owner, *objects_of(word, "on")) if each is not None]
        if any(child.ent_type_ in ("GPE", "DATE", "LOC") for child in word.lefts):
            return False
    if any(lemma(child) in _SAYING for child in children(word, "advcl") if child.tag_ == "VBG"):
        return True  # "attacked her, calling the plan a farce"
    named = [side for side in sides if side.ent_type_ == "PERSON" or side.lower_ in _ONE]
    if any(side.ent_type_ in ("GPE", "NORP", "LOC", "FAC") for side in sides):
        return False
    if named and len(sides) == 2 and lemma(sides[1]) in _CRITICISED and word.pos_ == "VERB":
        return True
    return len(named) == 2 or bool(near & _POLITICS and (named or not sides))


_SAYING = frozenset("say call accuse argue describe claim denounce blame cite brand label".split())
_CRITICISED = frozenset(
    "judge candidate nominee opponent rival critic senator lawmaker governor president party campaign media press "
    "newspaper reporter administration democrat republican establishment elite".split()
)
"""Whom somebody who is named attacks in words, where nothing tells of blows."""


def _is_where(word: Token, link: str) -> bool:
    """Whether what follows a preposition is a place, or something to hit with."""
    return any(
        noun.ent_type_ in ("GPE", "LOC", "FAC") or (link == "with" and noun.ent_type_ == "")
        for noun in objects_of(word, link)
    )
