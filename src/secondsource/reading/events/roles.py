"""Whose part is whose: the nouns that stand where a row of the table looks for source and target."""

from ...lexicon.events import EventEntry, word_lists
from ...lexicon.nationalities import countries
from ..tokens import Token
from .clause_parts import agents_of, direct_object, subject
from .conditions import condition_of, is_condition
from .frames import entry_for
from .grammar import (
    children,
    clause_of,
    clauses_after,
    first_child,
    is_nominal,
    is_passive,
    is_verb,
    lemma,
    objects_of,
)
from .kinds import content_noun, is_accord_name, is_actor
from .undergone import only_announces, undergoes


def parts_of_verb(verb: Token, entry: EventEntry) -> tuple[list[Token], list[Token], Token | None]:
    """The nouns of source and target of a verb, and its object where that is neither."""
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
            if thing is not None:
                owner = first_child(thing, "poss")
                targets = [thing] if is_actor(content_noun(thing)) or not owner else [owner]
                if _is_somebody(targets[0]) and not _is_promised_deed(thing, entry):
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
                    if infinitive.i < verb.i:
                        continue
                    if entry.type in ("agree", "reject", "threaten", "request") and not (
                        is_condition(infinitive)
                    ):
                        inner = direct_object(infinitive)
                        if (
                            inner is not None
                            and _is_somebody(inner)
                            and not first_child(inner, "poss")
                            # nobody promises those whom he vows to hunt down
                            and (entry.type != "agree" or _is_named(inner))
                        ):
                            found = [inner]
            if found and any(_is_somebody(each) for each in found):
                targets = found
                break
    if not targets and entry.type == "request":
        targets = [
            inner
            for clause in children(verb, "ccomp", "xcomp")
            if any(aux.lower_ == "to" for aux in children(clause, "aux"))
            for inner in children(clause, "nsubj")
            if _is_somebody(inner)
        ]
    agreed_against = entry.type == "agree" and entry.roles.mutual and _is_hostile_deed(verb)
    if not targets and entry.type in ("threaten", "agree", "reject") and not agreed_against:
        targets = [
            each for each in _inner_targets(verb) if entry.type == "threaten" or _is_named(each)
        ]
    kept = thing if thing != used else None
    if not sources and passive and entry.type == "assault":
        sources = _attackers(verb)
    return sources, targets, kept


def _is_named(noun: Token) -> bool:
    """Whether a noun is a name or a pronoun, or has a name before it: people whom a denial or promise only speaks of
    ("denied that its supporters were there") are not those whom it is given."""
    head = content_noun(noun)
    return head.pos_ in ("PROPN", "PRON") or any(child.ent_type_ for child in (head, *head.lefts))


def _is_promised_deed(thing: Token, entry: EventEntry) -> bool:
    """Whether what is promised is a deed, though its word may stand for a body too: "promised an inquiry"."""
    return entry.type == "agree" and not thing.ent_type_ and entry_for(thing) is not None


def _attackers(verb: Token) -> list[Token]:
    """Who did it where only the attack is named: "were killed in an air strike by the army"."""
    for word in ("in", "by", "during"):
        for noun in objects_of(verb, word):
            entry = entry_for(noun)
            if entry is not None and entry.type == "assault" and not entry.roles.mutual:
                found, _, _ = parts_of_noun(noun, entry)
                if any(_is_somebody(each) for each in found):
                    return found
    return []


_HOSTILE = frozenset({"sanction", "coerce", "assault", "mobilize", "accuse", "threaten"})


def _is_hostile_deed(verb: Token) -> bool:
    """Whether what is agreed is done against somebody: who will "impose sanctions on Chad" has not agreed with it."""
    clauses = children(verb, "xcomp")
    words = [word for clause in clauses for word in (clause, direct_object(clause)) if word]
    return any(entry.type in _HOSTILE for word in words if (entry := entry_for(word)) is not None)


def _inner_targets(verb: Token) -> list[Token]:
    """Whom a promised, threatened or refused act would meet."""
    for clause in children(verb, "xcomp", "ccomp", "advcl"):
        if is_condition(clause) or (clause.dep_ == "advcl" and clause.i < verb.i):
            continue  # "Speaking to reporters, he rejected": they are only told
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


_ANSWERING = frozenset("accept reject refuse receive approve".split())


def _is_his(owner: Token | None) -> bool:
    return owner is not None and owner.tag_ == "PRP$"


def parts_of_noun(noun: Token, entry: EventEntry) -> tuple[list[Token], list[Token], Token | None]:
    """The nouns of source and target of an event noun, and what it is done to where that is neither."""
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
    undergone = owner is not None and undergoes(owner, noun)
    if owner is not None and owner.ent_type_ not in ("DATE", "TIME") and not undergone:
        sources = [owner]
    if not sources:
        sources = objects_of(noun, "by") or objects_of(noun, "between")
    before = [
        child
        for child in noun.lefts
        if child.dep_ in ("amod", "compound", "nmod")
        and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON")
    ]
    if not sources and before and lemma(noun) not in _OF_A_LAW:
        sources = [child for child in before if not _is_where(child, entry)]
    light = verb is not None and with_light(verb)
    if verb is not None and lemma(verb) == "call" and entry.mode == "strike":
        light = True  # a union that calls a strike will strike
    if verb is not None and lemma(verb) == "seek" and not roles.mutual:
        light = False  # who seeks support does not give it
    if verb is not None and entry.type == "assault" and lemma(verb) in _STOPPING:
        light = False  # who halts a bombing need not be who bombs
    if verb is not None and lemma(verb) in _ANSWERING and _is_his(owner):
        return [], [], None  # "accepted his resignation": whoever that is, it is not who accepts
    if verb is not None and owner is not None and undergone and only_announces(verb, owner):
        light = False
    if light and verb is not None:
        doers = (
            agents_of(verb)
            if is_passive(verb)
            else [who]
            if (who := subject(verb)) is not None
            else []
        )
        told = lemma(verb) == "order" and any(map(_is_somebody, objects_of(noun, "of")))
        if doers and any(_is_somebody(doer) for doer in doers) and not told:
            sources = doers if not sources or not roles.mutual else doers + sources
    targets: list[Token] = [owner] if owner is not None and undergone else []
    thing: Token | None = None
    for target in roles.targets if not undergone else ():
        found = [each for each in objects_of(noun, target) if not is_accord_name(each)]
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
    if not targets and entry.type == "accuse":
        # "allegations that Chad was preparing a raid"
        targets = [
            inner
            for clause in children(noun, "acl")
            if first_child(clause, "mark") is not None
            for inner in children(clause, "nsubj", "nsubjpass")
            if _is_somebody(inner)
        ]
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
    if not sources and entry.type == "consult" and (targets or entry.mode == "visit"):
        sources = _of_whose_occasion(noun, targets)
    if not sources and (entry.type == "consult" or entry.mode == "exercise"):
        sources = _of_who_goes_for_it(noun, targets)
    sources = sources or _of_who_made_it(noun)
    of_phrase = [each for each in objects_of(noun, "of") if each not in targets]
    if of_phrase and thing is None:
        if not sources and is_actor(content_noun(of_phrase[0])) and "of" not in roles.targets:
            sources = of_phrase
            thing = of_phrase[0] if entry.type in ("mobilize", "retreat", "aid") else None
        else:
            thing = of_phrase[0]
    return sources, targets, thing


def _is_where(name: Token, entry: EventEntry) -> bool:
    """Whether a name before a noun of attack is the town where it was made ("the Kova attacks"), as no country's is, or the
    firm or school ("the Acme shooting"), as no force's is that goes by letters."""
    if entry.type != "assault" or name.pos_ != "PROPN":
        return False
    if name.ent_type_ == "ORG" and entry.word in _RAMPAGES and not name.text.isupper():
        return True
    if name.ent_type_ != "GPE":
        return False
    words = name.doc[name.left_edge.i : name.i + 1]
    whole = " ".join(word.text for word in words if word.ent_type_ == "GPE")
    return whole not in countries() and name.text not in countries()


_RAMPAGES = frozenset({"shooting", "stabbing", "massacre", "rampage", "slaying", "siege"})


def _of_who_made_it(noun: Token) -> list[Token]:
    """Who made it by a clause of its own: "demands that Chad made", "an attack carried out by rebels"."""
    for clause in noun.children:
        if clause.dep_ not in ("relcl", "acl") or not is_verb(clause) or not with_light(clause):
            continue
        doers = agents_of(clause) if is_passive(clause) or clause.tag_ == "VBN" else []
        who = subject(clause)
        if who is not None and who.tag_ not in ("WDT", "WP") and clause.tag_ != "VBN":
            doers = [who]
        if doers and all(_is_somebody(doer) for doer in doers):
            return doers
    return []


_OF_A_LAW = frozenset({"lawsuit", "suit", "litigation", "complaint"})
"""Nouns before which a name says over what, by what law or against whom as often as by whom."""
_STOPPING = frozenset({"halt", "end", "suspend", "conclude"})
_ON_OCCASION = frozenset({"on", "during", "after", "before", "following", "ahead", "at"})


def _of_whose_occasion(noun: Token, targets: list[Token]) -> list[Token]:
    """Who was there, for a visit or talks that only say when somebody does something: "speaking on a visit
    to Chad, she ...", "he told reporters after talks with Chad"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in _ON_OCCASION:
        return []
    verb = link.head
    if not is_verb(verb):
        return []
    who = subject(verb)
    if who is None and verb.dep_ in ("advcl", "ccomp", "xcomp") and is_verb(verb.head):
        who = subject(verb.head)
    return [who] if who is not None and _is_somebody(who) and who not in targets else []


def _of_who_goes_for_it(noun: Token, targets: list[Token]) -> list[Token]:
    """Who goes or sends somebody to take part: "Chad is moving troops to the coast for drills", "envoys
    arrived in Moroni for talks"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ != "for":
        return []
    verb = clause_of(link)
    if not is_verb(verb) or is_passive(verb) or lemma(verb) not in word_lists("going")["verbs"]:
        return []
    who = subject(verb)
    return [who] if who is not None and _is_somebody(who) and who not in targets else []


def _of_clause_after(noun: Token) -> list[Token]:
    """Whom it meets by the clause after the noun ("sanctions to be imposed on Chad"), or who faces it."""
    for clause in clauses_after(noun):
        for word in ("on", "against", "upon", "to"):
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
