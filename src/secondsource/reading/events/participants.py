"""Who does it, and to whom: the actors of an event, by the roles of its row in the table."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from ...lexicon.events import EventEntry, classes, word_lists
from ...lexicon.nationalities import demonyms
from ...model.event import Participant
from ...model.mention import Mention
from ...model.statement import Statement
from ..draft import Draft
from .conditions import condition_of, is_condition
from .frames import entry_for
from .grammar import (
    agents_of,
    children,
    clauses_after,
    coordinated,
    direct_object,
    first_child,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    objects_of,
    subject,
)
from .kinds import content_noun, is_accord_name, is_actor

_INDEFINITE_WORDS = frozenset(
    {"it", "this", "that", "which", "what", "who", "there", "these", "those", "whom", "one"}
)


@dataclass(frozen=True)
class Actors:
    """The mentions of a draft, found by token."""

    draft: Draft
    by_token: dict[int, Mention] = field(default_factory=dict)
    by_name: dict[str, Mention] = field(default_factory=dict)
    statements: dict[int, Statement] = field(default_factory=dict)


def index_actors(draft: Draft, statements: dict[int, Statement]) -> Actors:
    """For each token the shortest mention that covers it (equipment is nobody); `statements` by token."""
    by_name: dict[str, Mention] = {}
    found: dict[int, Mention] = {}
    lengths: dict[int, int] = {}
    for mention in draft.mentions:
        if mention.kind == "equipment":
            continue
        by_name.setdefault(mention.name, mention)
        tokens = draft.tokens_at(mention.citation)
        for token in tokens:
            if token.i not in found or len(tokens) < lengths[token.i]:
                found[token.i] = mention
                lengths[token.i] = len(tokens)
    return Actors(draft, found, by_name, statements)


def participants_of(
    token: Token, entry: EventEntry, actors: Actors
) -> tuple[tuple[Participant, ...], tuple[Participant, ...], Token | None]:
    """Sources, targets and the object (a token that is no actor, or None) of the event of `token`."""
    if is_verb(token):
        sources, targets, thing = _of_verb(token, entry)
    else:
        sources, targets, thing = _of_noun(token, entry)
    from_ = _resolved(sources, actors)
    to = _resolved(targets, actors)
    if entry.roles.mutual and not to and len(from_) > 1:
        to = from_
    if not (entry.roles.mutual and to == from_):
        # nobody does it to himself; a second mention of the same country is the same
        names = {participant.name.lower() for participant in from_}
        to = tuple(participant for participant in to if participant.name.lower() not in names)
    return from_, to, thing


def _resolved(nouns: list[Token], actors: Actors) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for noun in nouns:
        for each in coordinated(noun):
            for participant in _participants(each, actors):
                if all(participant.name.lower() != other.name.lower() for other in found):
                    found.append(participant)
    return tuple(found)


def named(mention: Mention, before_noun: bool = False) -> Participant:
    """The participant that a mention stands for; of a nationality `before_noun` ("Kenyan boats") its
    country."""
    nation = demonyms().get(mention.name) if before_noun else None
    return Participant(mention=mention.id, name=nation.name if nation else mention.name)


_SPEAKERS = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
_NO_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})


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


def _participants(noun: Token, actors: Actors) -> list[Participant]:
    """The actors that a noun stands for: its own mention, else those of the countries or bodies before
    it ("Russian troops", "Greek and Turkish officials"), else its own words if it is somebody at all.
    A pronoun that nobody is known to stand behind is nobody."""
    if noun.lower_ in _SPEAKERS and noun.text != "US":
        speaker = _speaker(noun, actors)
        return [speaker] if speaker is not None else []
    head = content_noun(noun)
    apposed = next(
        (child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None
    )
    for token in (noun, head, apposed):
        if token is None:
            continue
        mention = actors.by_token.get(token.i)
        if mention is not None:
            return [named(mention, before_noun=token.pos_ == "ADJ")]
    if (noun.pos_ == "PRON" and noun.text != "US") or head.ent_type_ in _NO_TIMES:
        return []
    modifiers = [
        token
        for token in head.subtree
        if token.i < head.i
        and token.dep_ in ("amod", "compound", "poss", "nmod")
        and token.head in (head, *head.lefts)
        and (token.tag_ != "PRP$" or lemma(head) in classes()["TROOPS"])
    ]
    for token in reversed(modifiers):
        joined = [
            named(actors.by_token[each.i], before_noun=True)
            for each in coordinated(token)
            if each.i in actors.by_token and each.i < head.i
        ]
        if joined:
            return joined
    own = _by_its_words(head, modifiers, actors)
    return [own] if own is not None else []


def _by_its_words(head: Token, modifiers: list[Token], actors: Actors) -> Participant | None:
    if (
        head.lower_ in _INDEFINITE_WORDS
        or head.pos_ not in ("NOUN", "PROPN")
        or not (
            is_actor(head) or any(token.ent_type_ in ("GPE", "NORP", "ORG") for token in modifiers)
        )
    ):
        return None
    for child in children(head, "prep"):
        if child.lower_ in ("of", "from", "in"):
            for inner in children(child, "pobj"):
                mention = actors.by_token.get(inner.i)
                if mention is not None and head.ent_type_ == "":
                    return named(mention)
    words = [
        token
        for token in head.subtree
        if token.i <= head.i
        and token.dep_ not in _UNNAMING
        and token.tag_ != "PRP$"
        and (token == head or token.head == head or token.head.head == head)
        and token.i > head.i - 6
    ]
    name = " ".join(token.text for token in words if token.text not in ("'s", "’s"))
    return Participant(mention=None, name=name) if name else None


_UNNAMING = frozenset({"det", "punct", "cc", "preconj", "relcl", "nummod", "predet", "neg"})


def _of_verb(verb: Token, entry: EventEntry) -> tuple[list[Token], list[Token], Token | None]:
    passive = is_passive(verb)
    who = subject(verb)
    thing = direct_object(verb)
    roles = entry.roles
    sources: list[Token] = []
    if roles.source == "S":
        if passive:
            sources = agents_of(verb)
        elif who is not None:
            sources = [who]
    elif roles.source not in ("-", "*"):
        sources = objects_of(verb, roles.source)
    targets: list[Token] = []
    used: Token | None = None
    for target in roles.targets:
        if target == "O":
            if thing is not None and not (False):
                owner = first_child(thing, "poss")
                targets = [thing] if is_actor(content_noun(thing)) or not owner else [owner]
                if _is_somebody(targets[0]):
                    used = thing
                    break
                targets = _owners(thing)
                if targets:
                    break
        elif target == "I":
            given = [
                child
                for child in children(verb, "dative")
                if is_nominal(child) or child.pos_ == "PRON"
            ]
            if passive and who is not None and first_child(verb, "dobj") is not None:
                given = [who]
            if given:
                targets = given
                break
        elif target == "S":
            if who is not None:
                targets = [who]
                break
        elif target == "that":
            clause = first_child(verb, "ccomp", "xcomp")
            inner = subject(clause) if clause is not None else None
            if inner is not None and inner != who:
                targets = [inner]
                break
        else:
            found = objects_of(verb, target)
            if not found and thing is not None:
                found = objects_of(thing, target)
                if not found and target == "of":
                    found = _owners(thing)
            if not found:
                for infinitive in children(verb, "xcomp", "advcl"):
                    if entry.type in ("agree", "reject", "threaten", "request") and not (
                        is_condition(infinitive)
                    ):
                        inner = direct_object(infinitive)
                        if inner is not None and _is_somebody(inner):
                            found = [inner]
            if found and any(_is_somebody(each) for each in found):
                targets = found
                break
    if not targets and entry.type in ("threaten", "agree", "reject"):
        targets = _inner_targets(verb)
    if roles.mutual and not targets and who is not None and not passive:
        pass
    kept = thing if thing != used else None
    if not sources and passive and entry.type == "assault":
        sources = _attackers(verb)
    return sources, targets, kept


def _attackers(verb: Token) -> list[Token]:
    """Who did it where only the attack is named: "were killed in an air strike by the army"."""
    for word in ("in", "by", "during"):
        for noun in objects_of(verb, word):
            entry = entry_for(noun)
            if entry is not None and entry.type == "assault" and not entry.roles.mutual:
                found, _, _ = _of_noun(noun, entry)
                if any(_is_somebody(each) for each in found):
                    return found
    return []


def _inner_targets(verb: Token) -> list[Token]:
    """Whom a promised, threatened or refused act would meet."""
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if is_condition(clause):
            continue
        inner = direct_object(clause)
        if inner is not None and _is_somebody(inner):
            return [inner]
        for word in ("on", "to", "against", "with", "from", "at"):
            found = [noun for noun in objects_of(clause, word) if _is_somebody(noun)]
            if not found and inner is not None:
                found = [noun for noun in objects_of(inner, word) if _is_somebody(noun)]
            if found:
                return found
    return _threatened_by_condition(verb)


def _threatened_by_condition(verb: Token) -> list[Token]:
    """Whom a threat is meant for that names only what would call it down: "if Chad attacks"."""
    condition = condition_of(verb)
    if condition is None or not is_verb(condition) or is_passive(condition):
        return []
    doer, speaker = subject(condition), subject(verb)
    if doer is None or doer == speaker or not _is_somebody(doer):
        return []
    return [doer]


def _is_somebody(noun: Token) -> bool:
    head = content_noun(noun)
    return (
        is_actor(head)
        or any(child.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") for child in head.lefts)
        or head.ent_type_ in ("LOC", "FAC")
    )


def _owners(thing: Token) -> list[Token]:
    """Whose thing it is: possessive, "of", or a nationality before it."""
    owner = first_child(thing, "poss")
    if owner is not None:
        return [owner]
    found = [
        noun for noun in objects_of(thing, "of") + objects_of(thing, "by") if _is_somebody(noun)
    ]
    if found:
        return found
    return [
        child
        for child in thing.lefts
        if child.ent_type_ in ("NORP", "GPE", "ORG")
        and child.dep_ in ("amod", "compound", "nmod")
        and not is_accord_name(thing)
    ]


def _of_noun(noun: Token, entry: EventEntry) -> tuple[list[Token], list[Token], Token | None]:
    roles = entry.roles
    sources: list[Token] = []
    head = noun.head
    verb = head if noun.dep_ in ("dobj", "nsubjpass", "attr") and is_verb(head) else None
    if verb is None and noun.dep_ == "pobj" and is_verb(head.head) and head.dep_ == "prep":
        verb = (
            head.head
            if (lemma(head.head), head.lower_)
            in (("engage", "in"), ("take", "in"), ("participate", "in"))
            else None
        )
    owner = first_child(noun, "poss")
    if owner is not None and owner.ent_type_ not in ("DATE", "TIME"):
        sources = [owner]
    if not sources:
        sources = objects_of(noun, "by") or objects_of(noun, "between")
    before = [
        child
        for child in noun.lefts
        if child.dep_ in ("amod", "compound", "nmod")
        and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
    ]
    if not sources and before:
        sources = before
    light = verb is not None and with_light(verb)
    if light and verb is not None:
        doers = (
            agents_of(verb)
            if is_passive(verb)
            else [who]
            if (who := subject(verb)) is not None
            else []
        )
        if doers and any(_is_somebody(doer) for doer in doers):
            sources = doers if not sources or not roles.mutual else doers + sources
    targets: list[Token] = []
    thing: Token | None = None
    for target in roles.targets:
        found = objects_of(noun, target)
        if not found and verb is not None:
            found = objects_of(verb, target)
        if (
            target == "of"
            and found
            and not any(_is_somebody(each) or each.ent_type_ for each in found)
        ):
            thing = found[0]
            continue
        if found and any(_is_somebody(each) for each in found):
            targets = found
            break
    if not targets:
        targets = _of_clause_after(noun)
    if not targets:
        # "the resumption of ties between the two", "the lifting of the embargo on Chad"
        for inner in objects_of(noun, "of"):
            if _is_somebody(inner):
                continue
            between = objects_of(inner, "between")
            sources = sources or between
            targets = between or [
                each
                for word in ("with", "on", "against")
                for each in objects_of(inner, word)
                if _is_somebody(each)
            ]
    of_phrase = [each for each in objects_of(noun, "of") if each not in targets]
    if of_phrase and thing is None:
        if not sources and is_actor(content_noun(of_phrase[0])) and "of" not in roles.targets:
            sources = of_phrase
            thing = of_phrase[0] if entry.type in ("mobilize", "retreat", "aid") else None
        else:
            thing = of_phrase[0]
    if roles.mutual and not targets and sources and len(sources) == 1 and verb is None:
        pass
    return sources, targets, thing


def _of_clause_after(noun: Token) -> list[Token]:
    """Whom it meets by the clause after the noun ("sanctions to be imposed on Chad"), or who faces it."""
    for clause in clauses_after(noun):
        for word in ("on", "against", "upon"):
            found = [each for each in objects_of(clause, word) if _is_somebody(each)]
            if found:
                return found
    if noun.dep_ == "dobj" and lemma(noun.head) == "face":
        who = subject(noun.head)
        if who is not None and _is_somebody(who):
            return [who]
    return []


def with_light(verb: Token) -> bool:
    """Whether the subject of a verb is also the one who does what its object names."""
    words = word_lists("light")
    return lemma(verb) in words["both"] or lemma(verb) in words["doer"]
