"""Whether a row of the event table holds for a word as it stands in its sentence."""

from collections.abc import Iterable

from spacy.tokens import Token

from ...lexicon.events import EventEntry, Need, classes, noun_entries, verb_entries, word_lists
from ...lexicon.nationalities import countries, demonyms
from .grammar import (
    agents_of,
    children,
    coordinated,
    direct_object,
    first_child,
    is_nominal,
    is_passive,
    is_subjunctive,
    is_told_of,
    is_verb,
    lemma,
    objects_of,
    positions,
    sentence_of,
    subject,
)

HOSTILE = frozenset({"assault", "coerce", "sanction", "threaten", "mobilize"})
_PERSON_ENDINGS = ("men", "woman", "women", "sman", "ists", "ist", "tarians", "crats", "crat")
_NAMED_ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP", "FAC"})
ALTERNATIVES = frozenset({"obj", "obj!", "with", "prep", "inf", "that", "coord", "gerund"})
"""Needs that are alternatives to each other where several stand in one row."""
_PARTITIVE = frozenset(
    [
        "dozen",
        "hundred",
        "thousand",
        "million",
        "billion",
        "number",
        "series",
        "string",
        "wave",
        "round",
        "group",
        "batch",
        "lot",
        "ton",
        "tonne",
        "couple",
        "package",
        "shipment",
        "consignment",
        "set",
        "array",
        "column",
        "convoy",
        "kind",
        "type",
        "piece",
        "unit",
        "couple",
        "barrage",
        "volley",
        "host",
        "slew",
        "pair",
        "hundreds",
        "worth",
        "load",
        "truckload",
        "member",
    ]
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
    for each in coordinated(noun):
        for head in {each.i: each, content_noun(each).i: content_noun(each)}.values():
            for name in names:
                if name == "ACTORISH":
                    if is_actor(head):
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


def is_actor(noun: Token) -> bool:
    """Whether a noun names somebody who can act or be acted on."""
    if noun.ent_type_ in _NAMED_ACTORS:
        return True
    if noun.pos_ == "PRON":
        return noun.lower_ not in ("it", "this", "that", "which", "what", "these", "those")
    table = classes()
    word = lemma(noun)
    return (
        word in table["ACTORWORD"]
        or word in table["PERSON"]
        or word in table["TROOPS"]
        or noun.pos_ == "PROPN"
        or noun.lower_.endswith(_PERSON_ENDINGS)
    )


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
    return word in table["CITIZEN"] or word in table["WORKER"] or word == "family"


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


_MEMORY = "secondsource.event_entries"


def entry_for(token: Token) -> EventEntry | None:
    """The row of the table that holds for a token, or None. The token is the head of its phrase.

    Asked several times for each word, so the answers are kept with the parsed text.
    """
    memory: dict[int, EventEntry | None] = token.doc.user_data.setdefault(_MEMORY, {})
    if token.i not in memory:
        memory[token.i] = _find_entry(token)
    return memory[token.i]


def _find_entry(token: Token) -> EventEntry | None:
    if is_verb(token):
        for entry in verb_entries().get(prefix_of(token) + lemma(token), ()):
            if all(_verb_holds(need, token, entry) for need in entry.needs):
                return entry if entry.type is not None else None
        return None
    joined = hyphenated(token)
    if is_nominal(token) or joined:
        names = [lemma(token)]
        if joined:
            names = [joined]
        elif token.i and token.nbor(-1).head == token:
            names.insert(0, f"{token.nbor(-1).lower_} {lemma(token)}")
        for name in [*names, "*"]:
            for entry in noun_entries().get(name, ()):
                if all(_noun_holds(need, token) for need in entry.needs):
                    return entry if entry.type is not None else None
    return None


_REVERSING = frozenset({"de", "non", "un", "mis", "anti", "pre", "re", "co", "counter", "over"})


def prefix_of(verb: Token) -> str:
    """The prefix that the pipeline has cut from a verb at a hyphen ("de-escalate" gives "de"), or an empty
    string."""
    if verb.i < 2 or verb.i - 1 not in positions(verb.doc, "-") or verb.nbor(-1).whitespace_:
        return ""
    before = verb.nbor(-2)
    return before.lower_ if not before.whitespace_ and before.lower_ in _REVERSING else ""


def hyphenated(token: Token) -> str:
    """The whole word where the pipeline has cut it at a hyphen ("cease-fire"), for the last of its
    pieces, in the singular; else an empty string."""
    if token.i < 2 or token.i - 1 not in positions(token.doc, "-") or token.nbor(-1).whitespace_:
        return ""
    if token.nbor(-2).whitespace_:
        return ""
    last = token.lower_ if token.pos_ not in ("NOUN", "PROPN") else lemma(token)
    return (
        f"{token.nbor(-2).lower_}-{last.removesuffix('s') if last in _PLURAL_PARTICLES else last}"
    )


_PLURAL_PARTICLES = frozenset({"ups", "ins", "outs", "downs", "offs", "backs", "fires"})


def _to_infinitive(verb: Token) -> Token | None:
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "advcl", "acl")
            and child.i > verb.i
            and any(inner.lower_ == "to" and inner.dep_ == "aux" for inner in child.children)
            and not (lemma(verb) == "tell" and is_told_of(child, verb))
        ):
            return child
    return None


def _that_clause(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "ccomp" and not any(
            inner.lower_ == "to" and inner.dep_ == "aux" for inner in child.children
        ):
            return child
    return None


def _hostile_verb(verb: Token) -> bool:
    entry = entry_for(verb) if lemma(verb) not in ("vow", "pledge", "promise", "threaten") else None
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


def _verb_holds(need: Need, verb: Token, entry: EventEntry) -> bool:
    what, values = need.what, need.values
    match what:
        case "obj" if values == ("none",):
            return direct_object(verb) is None
        case "obj" | "obj!" | "with" | "prep" | "inf" | "that" | "coord" | "gerund":
            # several of these in one row are alternatives to each other
            return any(
                _complement_holds(other, verb)
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
            return who is not None and belongs(who, values)
        case "of":
            return any(
                belongs(noun, values)
                for noun in [*objects_of(verb, "of"), *objects_of(verb, "from")]
            )
        case "objinf":
            clause = _to_infinitive(verb)
            return clause is not None and (
                first_child(clause, "nsubj") is not None
                or first_child(verb, "dobj") is not None
                or is_passive(verb)
            )
        case "subjunctive":
            clause = _that_clause(verb)
            return clause is not None and is_subjunctive(clause)
        case "that-own":
            clause = _that_clause(verb)
            if clause is None or not any(child.tag_ == "MD" for child in children(clause, "aux")):
                return False
            who, speaker = subject(clause), subject(verb)
            if who is None or speaker is None:
                return False
            helpers = {child.lower_ for child in children(clause, "aux")}
            if not helpers & {"will", "would", "'ll", "’ll", "wo"}:
                return False
            return (
                who.lower_ in ("it", "they", "he", "she", "we", "i") or who.lower_ == speaker.lower_
            )
        case "that-other":
            clause = _that_clause(verb)
            if clause is None:
                return False
            who, speaker = subject(clause), subject(verb)
            return (
                who is not None
                and speaker is not None
                and who.pos_ != "PRON"
                and who.lower_ != speaker.lower_
                and _hostile_verb(clause)
            )
        case "inf-hostile":
            clause = _to_infinitive(verb)
            return clause is not None and _hostile_verb(clause)
        case "saying":
            clause = _to_infinitive(verb)
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
        case "grata":
            return any(token.lower_ == "grata" for token in verb.subtree)
        case "noinf":
            return _to_infinitive(verb) is None
        case "dest":
            return any(
                child.dep_ in ("prep", "dative") and child.lower_ in ("to", "into", "towards")
                for child in verb.children
            )
        case "public":
            doers = agents_of(verb) if is_passive(verb) else [subject(verb)]
            return any(who is not None and not is_private(who) for who in doers)
        case "recipient":
            return any(
                is_actor(content_noun(noun)) or noun.ent_type_ in ("LOC", "FAC")
                for word in ("to", "for")
                for noun in objects_of(verb, word)
            ) or (first_child(verb, "dative") is not None)
        case "nostate":
            return first_child(verb, "oprd", "ccomp", "xcomp", "acomp") is None
        case "offline" | "hostage" | "custody":
            return any(token.lower_ == what for token in verb.subtree)
        case "fire":
            return any(token.lower_ in ("fire", "ablaze", "alight") for token in verb.subtree)
        case "agentless":
            return subject(verb) is None or (is_passive(verb) and not agents_of(verb))
        case "subjless":
            return subject(verb) is None
        case "passive":
            return is_passive(verb)
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
            near = {lemma(token) for token in sentence_of(verb)}
            return bool(
                near & {"test", "sea", "waters", "satellite", "orbit", "trial"}
            ) and not objects_of(verb, "at")
    return True


def _complement_holds(need: Need, verb: Token) -> bool:
    what, values = need.what, need.values
    match what:
        case "obj":
            thing = direct_object(verb)
            if thing is None:
                return False
            if first_child(verb, "dative") is not None and values and belongs(thing, values):
                return True
            return belongs(thing, values) if values else True
        case "obj!":
            thing = direct_object(verb)
            return thing is not None and not belongs(thing, values)
        case "gerund":
            return any(child.tag_ == "VBG" for child in children(verb, "xcomp", "ccomp"))
        case "with":
            if values:
                return any(belongs(noun, values) for noun in objects_of(verb, "with"))
            return bool(objects_of(verb, "with"))
        case "prep":
            if any(
                child.dep_ in ("prep", "agent", "dative") and child.lower_ in values
                for child in verb.children
            ):
                return True
            return any(child.dep_ == "prt" and child.lower_ in values for child in verb.children)
        case "inf":
            clause = _to_infinitive(verb)
            return clause is not None and (not values or lemma(clause) in values)
        case "that":
            return _that_clause(verb) is not None
        case "coord":
            who = None if is_passive(verb) else subject(verb)
            if who is None or (direct_object(verb) is not None and not is_passive(verb)):
                return False
            return (
                len(list(coordinated(who))) > 1
                or who.tag_ in ("NNS", "NNPS")
                or who.lower_ in ("they", "we", "both", "two", "who")
            )
    return False


def _noun_holds(need: Need, noun: Token) -> bool:
    what, values = need.what, need.values
    head = noun.head
    match what:
        case "plural":
            return noun.tag_ in ("NNS", "NNPS")
        case "mod":
            return any(
                child.lower_ in values or lemma(child) in values
                for child in noun.lefts
                if child.dep_ in ("compound", "amod", "nmod", "poss")
            )
        case "of":
            found = objects_of(noun, "of")
            return any(belongs(each, values) for each in found) if values else bool(found)
        case "of!":
            found = objects_of(noun, "of")
            return bool(found) and not any(belongs(each, values) for each in found)
        case "prep":
            return any(child.dep_ == "prep" and child.lower_ in values for child in noun.children)
        case "for" if values:
            return any(belongs(each, values) for each in objects_of(noun, "for"))
        case "to" | "with" | "for" | "against" | "between" | "at":
            if what == "at":
                return noun.dep_ == "pobj" and head.lower_ in ("at", "to")
            return (
                any(child.dep_ == "prep" and child.lower_ == what for child in noun.children)
                or (what == "for" and _noun_infinitive(noun))
                or (noun.dep_ == "dobj" and is_verb(head) and bool(objects_of(head, what)))
            )
        case "for+to":
            return any(
                child.dep_ == "prep" and child.lower_ in ("for", "to") for child in noun.children
            ) or _noun_infinitive(noun)
        case "on+lv":
            return any(
                child.dep_ == "prep" and child.lower_ == "on" for child in noun.children
            ) or _light(noun)
        case "lv":
            return _light(noun) or (
                lemma(noun) == "threat"
                and noun.dep_ == "dobj"
                and lemma(noun.head)
                in ("carry", "make", "issue", "repeat", "withdraw", "drop", "dismiss")
            )
        case "inf":
            return _noun_infinitive(noun)
        case "whose":
            owner = first_child(noun, "poss")
            return owner is not None and is_actor(owner)
        case "given":
            return belongs(noun, values) and _is_given(noun)
        case "phone":
            return any(
                child.lower_ in ("phone", "telephone", "video") for child in noun.lefts
            ) or any(token.lower_ in ("phone", "telephone") for token in objects_of(noun, "by"))
        case "notpress" | "nobig":
            loose = (
                "press",
                "news",
                "party",
                "video",
                "great",
                "good",
                "big",
                "raw",
                "real",
                "sales",
            )
            return not any(child.lower_ in loose for child in noun.lefts)
        case "signing":
            return any(child.lower_ == "signing" for child in noun.lefts)
        case "det":
            return first_child(noun, "det", "poss") is not None
        case "lvcall":
            return noun.dep_ in ("dobj", "nsubjpass") and is_verb(head)
        case "worker":
            near = [token for token in sentence_of(noun) if abs(token.i - noun.i) < 8]
            return any(belongs(token, ("WORKER", "union")) for token in near if is_nominal(token))
        case "pobj":
            return noun.dep_ == "pobj" and head.lower_ in ("with", "to")
        case "cutobj":
            return noun.dep_ in ("dobj", "nsubjpass") and lemma(head) == "cut"
        case "would-be":
            return any("would" in child.lower_ for child in noun.lefts)
    return True


def _is_given(noun: Token) -> bool:
    """Whether a thing is what is pledged, offered or asked for ("a pledge of ambulances")."""
    head = noun.head
    if noun.dep_ == "conj" and is_nominal(head):
        return _is_given(head)
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        return lemma(head) in ("promise", "pledge", "offer", "request")
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        holder = head.head
        if head.dep_ == "prep" and holder.dep_ == "prep":
            holder = holder.head
        if is_verb(holder):
            return (lemma(holder), head.lower_) in (
                ("appeal", "for"),
                ("ask", "for"),
                ("plead", "for"),
            )
        if is_nominal(holder) and content_noun(holder) != holder:
            return _is_given(holder)
        return lemma(holder) in ("pledge", "offer", "promise", "request", "appeal") and (
            head.lower_ in ("of", "for")
        )
    return any(child.lower_ in ("pledged", "promised", "requested") for child in noun.lefts)


def _noun_infinitive(noun: Token) -> bool:
    return any(
        child.dep_ in ("acl", "relcl")
        and any(inner.lower_ == "to" for inner in children(child, "aux"))
        for child in noun.children
    )


def _light(noun: Token) -> bool:
    """Whether a loose noun stands with a verb that makes an event of it, or with whose and for whom."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        return lemma(head) in _LIGHT_VERBS
    if noun.dep_ in ("conj", "appos") and is_nominal(head):
        return _light(head)
    if noun.dep_ == "pobj" and head.dep_ == "prep" and is_verb(head.head):
        return (lemma(head.head), head.lower_) in _LIGHT_PAIRS
    if noun.dep_ == "nsubj" and is_verb(head):
        return lemma(head) in (
            "take",
            "begin",
            "erupt",
            "break",
            "start",
            "continue",
            "resume",
            "escalate",
            "intensify",
        )
    return False


_LIGHT_VERBS = frozenset(
    [
        "hold",
        "launch",
        "carry",
        "conduct",
        "stage",
        "make",
        "begin",
        "start",
        "open",
        "resume",
        "impose",
        "give",
        "provide",
        "send",
        "offer",
        "deliver",
        "receive",
        "announce",
        "pledge",
        "promise",
        "grant",
        "extend",
        "express",
        "voice",
        "lend",
        "approve",
        "sign",
        "conclude",
        "strike",
        "reach",
        "declare",
        "wage",
        "reinforce",
        "dispatch",
        "withhold",
        "cut",
        "halt",
        "suspend",
        "lift",
        "file",
        "lodge",
        "submit",
        "issue",
        "deploy",
        "step",
        "withdraw",
        "seek",
        "request",
        "demand",
        "get",
        "win",
        "secure",
        "need",
        "lose",
        "cease",
        "stop",
        "end",
        "escalate",
        "use",
        "exercise",
        "cast",
        "expand",
        "increase",
        "boost",
        "reaffirm",
        "reiterate",
        "renew",
        "reject",
        "present",
        "put",
        "commit",
        "fight",
        "engage",
        "trigger",
        "spark",
        "incite",
        "condemn",
        "fund",
        "ramp",
        "donate",
        "allocate",
    ]
)
_LIGHT_PAIRS = frozenset(
    {
        ("engage", "in"),
        ("take", "in"),
        ("call", "for"),
        ("appeal", "for"),
        ("ask", "for"),
        ("plead", "for"),
        ("go", "to"),
        ("agree", "to"),
        ("agree", "on"),
        ("prepare", "for"),
        ("threaten", "with"),
        ("participate", "in"),
        ("embark", "on"),
    }
)
