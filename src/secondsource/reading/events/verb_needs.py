"""Whether a verb has about it what a row of the event table asks for."""

from collections.abc import Callable

from ...lexicon.events import EventEntry, Need, operators, word_lists
from ..tokens import Token
from .clause_parts import agents_of, direct_object, is_bidden, is_result, subject
from .complement_needs import (
    complement_holds,
    is_called,
    is_wanted_done,
    leads_to_a_day,
    links_to,
    phrase_holds,
    several_do_it,
    stands_as,
    that_clause,
    to_infinitive,
)
from .grammar import (
    children,
    first_child,
    is_passive,
    lemma,
    objects_of,
)
from .kinds import belongs, content_noun, is_actor, is_argued, is_arms_test, is_private
from .second_senses import is_fought_in_words, is_mishap, is_opinion, is_thing
from .tenses import is_subjunctive

LookUp = Callable[[Token], EventEntry | None]
"""The row of the table that holds for a word, if one does."""


ALTERNATIVES = frozenset({"obj", "obj!", "with", "prep", "inf", "that", "coord", "gerund"})
"""Needs that are alternatives to each other where several stand in one row."""


def _hostile_verb(verb: Token, entry_of: LookUp) -> bool:
    entry = entry_of(verb) if lemma(verb) not in ("vow", "pledge", "promise", "threaten") else None
    if entry is not None and entry.type in ("assault", "coerce", "sanction"):
        return True
    if lemma(verb) in (
        "retaliate",
        "respond",
        "punish",
        "avenge",
        "crush",
        "destroy",
        "impose",
        "target",
        "hit",
        "fight",
    ):
        return True
    thing = direct_object(verb)
    return (
        thing is not None
        and lemma(verb) in ("take", "inflict", "launch", "carry")
        and belongs(thing, ("OFFENSIVE", "SANCTION", "CONSEQUENCE", "revenge"))
    )


def _is_force_of_the_speaker(clause: Token, speaker: Token, entry_of: LookUp) -> bool:
    """Whether those who command force say what will be done by force, and not by whom: "the admiral warned that any ship
    in the strait would be fired upon": by him."""
    entry = entry_of(clause) if is_passive(clause) and not agents_of(clause) else None
    kinds = {"assault": ("TROOPS",), "coerce": ("TROOPS", "STATE"), "sanction": ("STATE",)}
    return entry is not None and belongs(speaker, kinds.get(entry.type or "", ()))


_CONTEST = frozenset(
    {
        "election",
        "primary",
        "nomination",
        "nominee",
        "poll",
        "candidate",
        "runoff",
        "ballot",
        "caucus",
    }
    | {"vote", "frontrunner", "odds", "expectation", "record", "champion", "final"}
)
"""Words of elections and contests, in which whoever is beaten has only lost."""


_SHOWBIZ = frozenset(
    {"single", "album", "song", "soundtrack", "trailer", "remix", "record", "film"}
)
_DUTIES = frozenset(
    {"facilitate", "oversee", "ensure", "implement", "protect", "manage", "find", "lead", "run"}
    | {"enforce", "monitor", "investigate", "supervise", "coordinate", "guard", "keep", "draft"}
    | {"help", "review", "regulate", "carry", "handle", "make", "develop", "maintain", "advise"}
)
_PEACEFUL = frozenset(
    {"rescue", "search", "relief", "cleanup", "clean-up", "drilling", "aid", "salvage", "recovery"}
)


def verb_holds(need: Need, verb: Token, entry: EventEntry, entry_of: LookUp) -> bool:
    """Whether one need of a row holds for a verb; `entry_of` finds the rows of other words."""
    what, values = need.what, need.values
    match what:
        case "obj" if values == ("none",):
            return direct_object(verb) is None
        case "obj" | "obj!" | "with" | "prep" | "inf" | "that" | "coord" | "gerund":
            # several of these in one row are alternatives to each other
            return any(
                complement_holds(other, verb)
                for other in entry.needs
                if other.what in ALTERNATIVES and other.values != ("none",)
            )
        case "prt":
            particle = first_child(verb, "prt")
            if particle is not None and particle.lower_ in values:
                return True
            return any(
                child.dep_ in ("advmod", "prep")
                and child.lower_ in values
                and 0 < child.i - verb.i <= 2
                and not leads_to_a_day(child)
                for child in verb.children
            )
        case "noobj":
            return direct_object(verb) is None
        case "subj":
            who = subject(verb)
            if is_passive(verb):
                found = agents_of(verb)
                return belongs(found[0], values) if found else entry.type is not None
            if who is not None and who.lower_ == "it" and "ACTORISH" in values:
                return True
            if who is None or _is_asked_of_somebody(verb, who):
                # "a pledge to rebuild the mosque", "calls to resign": whoever it is, somebody
                return "ACTORISH" in values and verb.dep_ in (
                    "acl",
                    "xcomp",
                    "advcl",
                    "pcomp",
                    "csubj",
                    "relcl",
                )
            return belongs(who, values)
        case "of":
            # "warned the town of reprisals": the parse may hang the phrase on the object
            holders = [verb, *children(verb, "dobj")]
            return any(
                belongs(noun, values)
                for holder in holders
                for noun in [*objects_of(holder, "of"), *objects_of(holder, "from")]
            )
        case "pp":
            return any(phrase_holds(value, values, verb) for value in values)
        case "link":
            return links_to(verb, values)
        case "nowith":
            return not any(belongs(noun, values) for noun in objects_of(verb, "with"))
        case "state":
            return stands_as(verb, values)
        case "called":
            return is_called(verb, values)
        case "wanted":
            return is_wanted_done(verb)
        case "noresult":
            return not is_result(verb)
        case "armstest":
            thing = direct_object(verb)
            return thing is not None and is_arms_test(thing)
        case "argued":
            who = subject(verb)
            return is_argued(verb, [who] if who is not None else [])
        case "objmod":
            thing = direct_object(verb)
            return thing is not None and any(
                child.lower_ in word_lists("threats")["kinds"] or lemma(child) == "technical"
                for child in children(thing, "amod", "compound")
            )
        case "electoral":
            thing = direct_object(verb)
            return thing is not None and any(
                child.lower_ in _ELECTORAL or (child.dep_ == "poss" and child.ent_type_ == "PERSON")
                for child in children(thing, "amod", "compound", "poss")
            )
        case "polled":
            thing = direct_object(verb)
            words = list(thing.subtree)[: thing.i - thing.left_edge.i + 1] if thing else []
            return any(word.lower_ in ("%", "percent", "votes", "vote") for word in words)
        case "nohit":
            return not any(
                child.lower_ in ("on", "at", "upon") for child in children(verb, "prep")
            ) or (not belongs(subject(verb) or verb, ("TROOPS", "ARMS", "SHIP")))
        case "coordwith":
            return bool(objects_of(verb, "with")) or several_do_it(verb)
        case "objinf":
            clause = to_infinitive(verb)
            return clause is not None and (
                first_child(clause, "nsubj") is not None
                or first_child(verb, "dobj") is not None
                or is_passive(verb)
            )
        case "subjunctive":
            clause = that_clause(verb)
            return clause is not None and is_subjunctive(clause)
        case "that-own":
            clause = that_clause(verb)
            if clause is None or not any(child.tag_ == "MD" for child in children(clause, "aux")):
                return False
            who, speaker = subject(clause), subject(verb)
            if who is None or speaker is None:
                return False
            helpers = {child.lower_ for child in children(clause, "aux")}
            if not helpers & {"will", "would", "'ll", "’ll", "wo"}:
                return False
            owned = any(
                child.lower_ in ("its", "their", "his", "her", "our", "my")
                for child in children(who, "poss")
            )
            return (
                owned
                or _is_force_of_the_speaker(clause, speaker, entry_of)
                or who.lower_ in ("it", "they", "he", "she", "we", "i")
                or who.lower_ == speaker.lower_
            )
        case "that-other":
            clause = that_clause(verb)
            if clause is None:
                return False
            who, speaker = subject(clause), subject(verb)
            return (
                who is not None
                and speaker is not None
                and who.pos_ != "PRON"
                and who.lower_ != speaker.lower_
                and _hostile_verb(clause, entry_of)
            )
        case "inf-hostile":
            clause = to_infinitive(verb)
            # who vows not to attack promises, and threatens nobody
            return (
                clause is not None
                and _hostile_verb(clause, entry_of)
                and first_child(clause, "neg") is None
            )
        case "saying":
            clause = to_infinitive(verb)
            return clause is not None and lemma(clause) in word_lists("saying")["verbs"]
        case "phone":
            near = {token.lower_ for token in verb.subtree}
            return bool(near & word_lists("speech")["phone"])
        case "own":
            thing = direct_object(verb)
            return thing is not None and any(
                child.lower_ in ("its", "their", "own") for child in thing.children
            )
        case "dead":
            return any(
                child.lower_ in ("dead", "wounded", "injured", "homeless")
                for child in verb.subtree
                if child.dep_ in ("oprd", "acomp", "amod", "ccomp", "xcomp", "acl", "advcl", "dobj")
            )
        case "until":
            return any(
                child.dep_ in ("prep", "mark") and child.lower_ in ("until", "till")
                for holder in (verb, *children(verb, "dobj", "dative"))
                for child in holder.children
            )
        case "grata":
            return any(token.lower_ == "grata" for token in verb.subtree)
        case "contest":
            return any(lemma(token) in _CONTEST for token in verb.sent)
        case "noinf":
            return to_infinitive(verb) is None
        case "dest":
            return any(
                child.dep_ in ("prep", "dative") and child.lower_ in ("to", "into", "towards")
                for child in verb.children
            )
        case "public":
            doers = agents_of(verb) if is_passive(verb) else [subject(verb)]
            if is_passive(verb) and not doers:
                return True  # nobody is said to have done it for himself
            return any(who is not None and not is_private(who) for who in doers)
        case "recipient":
            return any(
                is_actor(content_noun(noun)) or noun.ent_type_ in ("LOC", "FAC")
                for word in ("to", "for")
                for noun in objects_of(verb, word)
            ) or (first_child(verb, "dative") is not None)
        case "mishap":
            return is_mishap(verb)
        case "showbiz":
            return any(token.pos_ == "NOUN" and lemma(token) in _SHOWBIZ for token in verb.sent)
        case "verbal":
            return is_fought_in_words(verb)
        case "duty":
            # "an office charged with overseeing the port"
            return is_passive(verb) and any(
                child.dep_ == "pcomp" and lemma(child) in _DUTIES
                for preposition in children(verb, "prep")
                for child in preposition.children
            )
        case "about":
            # what is attacked in words; an object that the verb does not complete, as "obj" does
            thing = direct_object(verb)
            return thing is not None and belongs(thing, values)
        case "peaceful":
            thing = direct_object(verb)
            return thing is not None and any(child.lower_ in _PEACEFUL for child in thing.lefts)
        case "opinion":
            return is_opinion(verb)
        case "thing":
            return not is_passive(verb) and is_thing(subject(verb))
        case "nostate":
            return first_child(verb, "oprd", "ccomp", "xcomp", "acomp") is None
        case "bidden":
            return is_bidden(verb)
        case "letgo":
            return any(
                lemma(child) == "go"
                and (who := subject(child)) is not None
                and is_actor(who)
                and who.tag_ != "PRP"
                for child in children(verb, "ccomp", "xcomp")
            )
        case "offline" | "hostage" | "custody" | "free" | "ablaze" | "terrorist":
            return any(token.lower_ == what for token in verb.subtree)
        case "guilty":
            return any(
                token.lower_ == "guilty" and token.nbor(-1).lower_ != "not"
                for token in verb.subtree
            )
        case "fire":
            return any(token.lower_ in ("fire", "ablaze", "alight") for token in verb.subtree)
        case "agentless":
            return subject(verb) is None or (is_passive(verb) and not agents_of(verb))
        case "subjless":
            return subject(verb) is None
        case "passive":
            return is_passive(verb)
        case "active":
            return not is_passive(verb)
        case "anyone":
            who = subject(verb)
            return is_passive(verb) and who is not None and is_actor(content_noun(who))
        case "court":
            who = subject(verb)
            return who is not None and lemma(who) in (
                "court",
                "judge",
                "tribunal",
                "jury",
                "threat",
            )
        case "speechwith":
            return any(
                belongs(
                    noun,
                    ("DOCUMENT", "SPEECHTHING", "question", "superlative", "request", "praise"),
                )
                for noun in objects_of(verb, "with")
            )
        case "nomilitary":
            who = subject(verb)
            return who is not None and not belongs(who, ("TROOPS", "AIRCRAFT", "MISSILE"))
        case "testish":
            near = {lemma(token) for token in verb.sent}
            return bool(
                near & {"test", "sea", "waters", "satellite", "orbit", "trial"}
            ) and not objects_of(verb, "at")
    return True


def _is_asked_of_somebody(verb: Token, noun: Token) -> bool:
    """Whether the noun before an infinitive is what somebody wants or plans, and not who does it."""
    return verb.head == noun and verb.tag_ == "VB" and lemma(noun) in operators("noun")


_ELECTORAL = frozenset(
    "presidential electoral election political senate congressional mayoral gubernatorial re-election reelection "
    "parliamentary primary republican democratic advertising marketing fundraising".split()
)
"""What makes a campaign one for votes or money."""
