"""Who does it, and to whom: the actors of an event, by the roles of its row in the table."""

from ...lexicon.events import EventEntry, classes
from ...lexicon.nationalities import countries, demonyms
from ...lexicon.titles import is_aide, is_private
from ...model.event import Participant
from ...model.mention import Mention
from ..names.placed import SPEAKING_STREETS, STREETS
from ..tokens import Token
from .actors import (
    Actors,
    governed_by,
    named,
    named_behind,
    of_each_land,
    own_country,
    sayer_above,
    sayer_himself,
)
from .beside import BESIDE, is_himself
from .grammar import (
    children,
    coordinated,
    first_child,
    is_verb,
    lemma,
    listed_behind,
    named_together,
    objects_of,
)
from .kinds import content_noun, is_actor
from .roles import parts_of_noun, parts_of_verb

_INDEFINITE_WORDS = frozenset(
    {"it", "this", "that", "which", "what", "who", "there", "these", "those", "whom", "one"}
)


def participants_of(
    token: Token, entry: EventEntry, actors: Actors
) -> tuple[tuple[Participant, ...], tuple[Participant, ...], Token | None]:
    """Sources, targets and the object (a token that is no actor, or None) of the event of `token`."""
    if is_verb(token):
        sources, targets, thing = parts_of_verb(token, entry)
    else:
        sources, targets, thing = parts_of_noun(token, entry)
    from_ = _resolved(sources, actors, undergone=entry.mode == "resign")
    undergone = entry.type in _DONE_TO_PEOPLE
    to = _resolved(targets, actors, himself=entry.mode == "seize", undergone=undergone)
    if entry.roles.mutual and not to and len(from_) > 1:
        to = from_
    if not (entry.roles.mutual and to == from_):
        # nobody does it to himself; a second mention of the same country is the same
        names = {participant.name.lower() for participant in from_}
        to = tuple(participant for participant in to if participant.name.lower() not in names)
    return from_, to, thing


_DONE_TO_PEOPLE = frozenset({"assault", "coerce", "sanction"})
"""Types of what the manager of a firm undergoes himself and the firm does not."""


def _resolved(
    nouns: list[Token], actors: Actors, himself: bool = False, undergone: bool = False
) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for noun in nouns:
        behind = listed_behind(noun) if undergone else []
        for each in (*coordinated(noun), *behind, *named_together(noun)):
            meant = _participants(each, actors, himself, undergone)
            for participant in of_each_land(meant, each):
                if all(participant.name.lower() != other.name.lower() for other in found):
                    found.append(participant)
    return tuple(found)


_SPEAKERS = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})


_NO_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NAMING = frozenset({"ORG", "PERSON", "EVENT", "PRODUCT", "WORK_OF_ART"})


def _speaker(noun: Token, actors: Actors) -> Participant | None:
    """Who says "we" or "I": for "we" the body that the voice speaks for, where the article names it."""
    statement = actors.statements.get(noun.i)
    if statement is None:
        return None
    voice = statement.voice
    plural = noun.lower_ in ("we", "us", "our", "ourselves")
    for name in (voice.party if plural else None, voice.name):
        if name is None:
            continue
        mention = actors.by_name.get(name)
        if mention is not None:
            return named(mention)
    return None


def _participants(
    noun: Token, actors: Actors, himself: bool = False, undergone: bool = False
) -> list[Participant]:
    """The actors that a noun stands for: its own mention, else those of the countries or bodies before
    it ("Russian troops", "Greek and Turkish officials"), else its own words if it is somebody at all.
    A pronoun that nobody is known to stand behind is nobody. `himself`: the holder of an office is meant and not
    the country that he holds it in ("ousted Chad's president"). `undergone`: it is done to him and not to the body that he
    belongs to ("arrested the manager of the Lake Line")."""
    if noun.lower_ in _SPEAKERS and noun.text != "US":
        speaker = _speaker(noun, actors)
        return [speaker] if speaker is not None else []
    head = content_noun(noun)
    if _is_where(head):
        return []
    if undergone and head != noun and lemma(noun) == "member":
        body = actors.by_token.get(head.i)
        return [Participant(mention=None, name=f"members of {body.name if body else head.text}")]
    apposed = (
        next(
            (child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"),
            None,
        )
        or named_behind(head, actors)
        or _named_before(head, actors)
    )
    for token in (noun, head, apposed):
        if token is None:
            continue
        mention = actors.by_token.get(token.i)
        if mention is not None:
            return [named(mention, before_noun=token.pos_ == "ADJ")]
    if himself and lemma(head) in classes()["PERSON"]:
        return [Participant(mention=None, name=_office(head))]
    of_his = own_country(head, actors)
    if of_his is not None:
        return [of_his]
    governed = governed_by(head, actors)
    if governed is not None:
        return [governed]
    if noun.lower_ in ("it", "they"):
        known = sayer_himself(noun, actors)
        sayer = sayer_above(noun) if noun.lower_ == "it" else None
        if (
            not known
            and sayer is not None
            and sayer.tag_ == "NN"
            and lemma(sayer) in _BODIES_THAT_SAY
        ):
            return _participants(sayer, actors)
        return known
    if (noun.pos_ == "PRON" and noun.text != "US") or head.ent_type_ in _NO_TIMES:
        return []
    if noun.dep_ in ("compound", "nmod") and noun.pos_ == "PROPN" and noun.ent_type_ in _NAMING:
        return []  # no name of an actor: what the event is called ("the Dry Wind drills")
    owner = first_child(head, "poss")
    if owner is not None and _is_person(owner, actors) and _acts_for_another(head):
        return [Participant(mention=None, name=_owned(owner, head))]
    whose = _person_before(head, actors)
    if whose is not None:
        return [Participant(mention=None, name=_of_person(whose, head))]
    modifiers = [
        token
        for token in head.subtree
        if token.i < head.i
        and token.dep_ in ("amod", "compound", "poss", "nmod")
        and token.head in (head, *head.lefts)
        and not _takes_side(token)
        and (token.tag_ != "PRP$" or lemma(head) in classes()["TROOPS"])
    ]
    of_a_party = head.pos_ == "NOUN" and any(_is_of_a_party(token, actors) for token in modifiers)
    for token in reversed(modifiers if not (_is_for_himself(head) or of_a_party) else []):
        joined = [
            named(actors.by_token[each.i], before_noun=True)
            for each in coordinated(token)
            if each.i in actors.by_token and each.i < head.i and each.lower_ not in _CONTINENTAL
        ]
        if joined:
            return joined
    lands = [Participant(mention=None, name=land) for land in _lands_of_offices(head)]
    own = _by_its_words(head, modifiers, actors, undergone)
    return [*lands, own] if own is not None else lands


_BODIES_THAT_SAY = frozenset(
    """army navy military force government ministry police union company firm agency council court commission committee party group
    militia coalition alliance bank airline regime junta cabinet parliament office service authority""".split()
)
"""Bodies whose "it", in what they say, is themselves."""

_OFFICES = frozenset({"minister", "president", "leader", "premier", "chancellor", "king", "envoy"})


def _lands_of_offices(head: Token) -> list[str]:
    """The lands for which several act who have one office there: "the foreign ministers of Kenya and Chad"."""
    if head.tag_ != "NNS" or lemma(head) not in _OFFICES:
        return []
    named_lands = [each.text for inner in objects_of(head, "of") for each in coordinated(inner)]
    return [countries()[name].name for name in named_lands if name in countries()]


def _named_before(head: Token, actors: Actors) -> Token | None:
    """The person whom a role behind a comma tells more of, whose relative clause this is: "Ann Bell, a former mayor who
    was arrested on Monday"; None where there is none."""
    name = head.head
    mention = actors.by_token.get(name.i)
    if head.dep_ != "appos" or mention is None or mention.kind != "person" or name.i > head.i:
        return None
    return name if first_child(head, "relcl", "acl") is not None and is_actor(head) else None


_CONTINENTAL = frozenset({"european", "african", "asian", "latin", "caribbean", "arab", "western"})
"""Of whom somebody is one among many: "other Arctic nations" are not the Arctic."""


def _is_of_a_party(token: Token, actors: Actors) -> bool:
    """Whether an adjective says of what party or faith people are, and no land: three Republican chairmen are
    not the party."""
    mention = actors.by_token.get(token.i)
    if mention is None or token.pos_ not in ("ADJ", "PROPN") or token.ent_type_ != "NORP":
        return False
    return mention.name not in demonyms() and mention.name not in countries()


def _is_person(token: Token, actors: Actors) -> bool:
    """Whether a word belongs to the name of a person, and is no pronoun for one."""
    mention = actors.by_token.get(token.i)
    if token.tag_ == "PRP$":
        return False
    return token.ent_type_ == "PERSON" if mention is None else mention.kind == "person"


_CAMPS = frozenset(
    "campaign camp team entourage foundation estate transition official loyalist appointee"
    " committee company firm business fund charity supporter fan".split()
)
"""What bears a person's name and does things of its own."""


def _person_before(head: Token, actors: Actors) -> Mention | None:
    """Whose campaign, team or aides a noun stands for ("several Bell campaign aides", "Bell's campaign"): what they do
    he has not done himself; None for a noun of another kind."""
    if lemma(head) not in _CAMPS and not _acts_for_another(head):
        return None
    for token in head.subtree:
        if token.i < head.i and token.dep_ in ("compound", "nmod", "poss") and token.tag_ != "PRP$":
            mention = actors.by_token.get(token.i)
            if mention is not None and mention.kind == "person":
                return mention
    return None


def _of_person(owner: Mention, head: Token) -> str:
    """The owner's name and what is his, without how many and in what role: "Ann Bell's campaign aides"."""
    between = [
        child
        for child in head.lefts
        if child.dep_ == "compound" and child.pos_ == "NOUN" and child.text not in owner.name
    ]
    words = " ".join(head.doc.words(child) for child in [*between, head])
    return f"{owner.name}'s {words}"


def _office(head: Token) -> str:
    """An office in its own words, with the country that is named right before it or behind its "of"."""
    own = [child for child in head.lefts if child.dep_ in _OF_OFFICE and child.tag_ != "PRP$"]
    start = min((child.left_edge.i for child in own), default=head.i)
    end = next((inner for inner in objects_of(head, "of") if inner.pos_ == "PROPN"), head)
    return " ".join(head.doc.words(*head.doc[start : end.i + 1]).split())


_OF_OFFICE = frozenset({"poss", "compound", "nmod", "amod"})


def _acts_for_another(head: Token) -> bool:
    """Whether a person's envoy, aide or kin is meant, who is not that person."""
    word = lemma(head)
    return is_private(word) or is_aide(word) or word in BESIDE


def _owned(owner: Token, head: Token) -> str:
    """The words from a possessor to what is his: "Moon's special envoys"."""
    start = owner
    while start.i > 0 and start.nbor(-1).head == owner and start.nbor(-1).pos_ == "PROPN":
        start = start.nbor(-1)
    return " ".join(head.doc.words(*head.doc[start.i : head.i + 1]).split())


_LAWMAKERS = frozenset(
    {"senator", "lawmaker", "legislator", "parliamentarian", "congressman", "congresswoman"}
)


_AWAY_FROM_HOME = frozenset(
    {
        "exile",
        "refugee",
        "migrant",
        "immigrant",
        "emigre",
        "émigré",
        "expatriate",
        "dissident",
        "defector",
    }
)
"""Those who have left the land that they are called after."""


_NOT_THE_STATE = frozenset(
    """opposition alliance party movement union federation league church club association newspaper airline company firm cartel
    gang clan tribe militia rebel insurgent guerrilla protester demonstrator activist dissident separatist charity university""".split()
)
"""What has a land's name before it and does not act for it: "Kenya's main opposition party" is not Kenya."""


def _is_for_himself(head: Token) -> bool:
    """Whether somebody does not act for his country: Kenyan senators or farmers are not Kenya."""
    word = lemma(head)
    owned = any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in head.lefts)
    if is_private(word) and owned:
        return True  # whose son or wife he is does not make it the father's doing
    return (
        word in _LAWMAKERS
        or word in _AWAY_FROM_HOME
        or word in _NOT_THE_STATE
        or (word in classes()["WORKER"] and word not in classes()["TROOPS"])
    )


def _by_its_words(
    head: Token, modifiers: list[Token], actors: Actors, undergone: bool
) -> Participant | None:
    if (
        head.lower_ in _INDEFINITE_WORDS
        or (head.text[:1].isupper() and head.lower_.removesuffix("s") in _CAPITAL_DEEDS)
        or head.pos_ not in ("NOUN", "PROPN")
        or head.text in ("Act", "Amendment")
        or not (
            is_actor(head) or any(token.ent_type_ in ("GPE", "NORP", "ORG") for token in modifiers)
        )
    ):
        return None
    for child in children(head, "prep"):
        if child.lower_ in ("of", "from", "in"):
            for inner in children(child, "pobj"):
                mention = actors.by_token.get(inner.i)
                if mention is None or head.ent_type_ != "":
                    continue
                if is_himself(head, child.lower_, mention, undergone):
                    name = f"{head.text} {child.lower_} {mention.name}"
                    return Participant(mention=None, name=name)
                return named(mention)
    words = [
        token
        for token in head.subtree
        if token.i <= head.i
        and token.dep_ not in _UNNAMING
        and token.lower_ not in ("other", "another", "such", "same")
        and token.tag_ != "PRP$"
        # "about 40 sailors" are "sailors", however many.
        and not {"nummod", "quantmod"} & {token.head.dep_, token.dep_, token.head.head.dep_}
        and (token == head or token.head == head or token.head.head == head)
        and token.i > head.i - 6
    ]
    spans = [_with_hyphens(token) for token in words if token.text not in ("'s", "’s", "-")]
    held = {token.i for span in spans for token in span[:-1]}
    name = " ".join(head.doc.words(*span) for span in spans if span[-1].i not in held)
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    if owner is not None and owner.tag_ != "PRP$" and words and is_private(lemma(head)):
        name = _owned(owner, head)
    return Participant(mention=None, name=name) if name else None


def _is_where(noun: Token) -> bool:
    """Whether a name is that of a street, an airport or a water, where somebody may be and which is nobody: "Garden Avenue", "the Gulf of
    Aden"; what a street stands for ("Wall Street") is somebody."""
    if noun.pos_ != "PROPN":
        return False
    before = noun.nbor(-1) if noun.i else noun
    if noun.lower_ in STREETS and before.pos_ == "PROPN":
        return before.lower_ not in SPEAKING_STREETS
    if noun.lower_ in _FIELDS:
        return before.pos_ == "PROPN"
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    named = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].pos_ == "PROPN"
    return noun.lower_ in _WATERS and (named or before.pos_ == "PROPN")


_FIELDS = frozenset({"airport", "airbase", "airfield", "stadium", "hotel"})
_WATERS = frozenset("gulf sea ocean strait straits channel bay river lake".split())

_CAPITAL_DEEDS = frozenset(
    {"test", "talk", "launch", "missile", "weapon", "sanction", "tariff", "election", "protest"}
)
"""What is nobody, though somebody who writes in capitals makes it look like a name ("all Nuclear Tests")."""


def _takes_side(token: Token) -> bool:
    """Whether a nationality is only sided with or against: who is "pro-Kenyan" is not Kenyan."""
    return _with_hyphens(token)[0].lower_ in ("pro", "anti", "non")


def _with_hyphens(token: Token) -> list[Token]:
    """A word with what hyphens join to the front of it."""
    first = token
    while first.i > 1 and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:
        if first.nbor(-2).whitespace_:
            break
        first = first.nbor(-2)
    return token.doc[first.i : token.i + 1]


_UNNAMING = frozenset({"det", "punct", "cc", "preconj", "relcl", "nummod", "predet", "neg"})
