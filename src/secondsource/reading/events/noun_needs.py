"""Whether a noun has about it what a row of the event table asks for."""

from itertools import islice

from ...lexicon.events import Need, word_lists
from ..tokens import Token
from .grammar import children, first_child, is_nominal, is_verb, lemma, objects_of
from .kinds import belongs, content_noun, is_actor, is_argued, is_arms_test, is_sum
from .second_senses import is_fought_in_words, is_of_workers


def noun_holds(need: Need, noun: Token) -> bool:
    """Whether one need of a row holds for a noun."""
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
            if not values:
                return bool(found)
            if not found:
                return _whose_it_is(noun, values)
            return any(belongs(each, values) for each in found)
        case "of!":
            found = objects_of(noun, "of")
            return bool(found) and not any(belongs(each, values) for each in found)
        case "prep":
            return any(child.dep_ == "prep" and child.lower_ in values for child in noun.children)
        case "for" | "to" if values:
            return any(belongs(each, values) for each in objects_of(noun, what))
        case "pp":
            # the parse may hang the phrase on the verb ("lost her battle with the flu")
            holders = [noun, head] if noun.dep_ in ("dobj", "nsubjpass") else [noun]
            return any(
                belongs(each, (value.rpartition(":")[2],))
                for value in values
                for holder in holders
                for each in objects_of(holder, values[0].partition(":")[0])
            )
        case "rise":
            above = head.head
            return noun.dep_ == "pobj" and head.lower_ in ("in", "of") and lemma(above) in _CHANGES
        case "verbal":
            return is_fought_in_words(noun)
        case "hisown":
            owner = first_child(noun, "poss")
            return owner is not None and (
                owner.lower_ in ("his", "her") or owner.ent_type_ == "PERSON"
            )
        case "of-military":
            return any(
                part.lower_ in _MILITARY
                for each in objects_of(noun, "of")
                for part in children(each, "compound", "amod", "nmod")
            )
        case "of-armstest":
            return any(map(is_arms_test, objects_of(noun, "of") + objects_of(noun, "on")))
        case "argued":
            before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
            violent = any(lemma(child) in _VIOLENT for child in before)
            return not violent and is_argued(noun, before + objects_of(noun, "between"))
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
        case "of+lv":
            return bool(objects_of(noun, "of")) or _light(noun)
        case "towhom":
            holders = [noun, head] if noun.dep_ in ("dobj", "nsubjpass") else [noun]
            return any(
                is_actor(each) for holder in holders for each in objects_of(holder, "to")
            ) and not first_child(noun, "compound")
        case "verb":
            return (
                noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
                and is_verb(head)
                and lemma(head) in values
            )
        case "inf":
            return _noun_infinitive(noun)
        case "whose":
            owner = first_child(noun, "poss")
            return owner is not None and is_actor(owner)
        case "given":
            return belongs(noun, values) and _is_given(noun) and not _is_price(noun)
        case "phone":
            return any(
                child.lower_ in ("phone", "telephone", "video") for child in noun.lefts
            ) or any(token.lower_ in ("phone", "telephone") for token in objects_of(noun, "by"))
        case "notfor":
            # what one is ready for is not said by anybody
            return not (noun.dep_ == "pobj" and head.lower_ == "for")
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
        case "definite":
            # "the veto", "its vigil": one that is taken to be known
            return any(
                child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "these", "those")
                for child in children(noun, "det", "poss")
            )
        case "det":
            return first_child(noun, "det", "poss") is not None
        case "lvcall":
            armed = any(child.lower_ in _BY_ARMS for child in noun.lefts)
            return noun.dep_ in ("dobj", "nsubjpass") and is_verb(head) and not armed
        case "worker":
            near = [token for token in noun.sent if abs(token.i - noun.i) < 10]
            return any(
                belongs(token, ("WORKER", "union", "worker", "staff", "employee"))
                for token in near
                if is_nominal(token)
            )
        case "firms":
            return any(token.lower_ in _OF_FIRMS for token in noun.doc)
        case "labour":
            return is_of_workers(noun)
        case "measured":
            measure = head.head
            return noun.dep_ == "pobj" and head.lower_ == "of" and lemma(measure) in _MEASURES
        case "armed":
            near = [token for token in noun.sent if abs(token.i - noun.i) < 12]
            return any(
                belongs(token, ("TROOPS", "ARMS", "SHIP", "AIRCRAFT")) or token.lower_ in _OF_ARMS
                for token in near
                if token.pos_ in ("NOUN", "PROPN", "ADJ")
            )
        case "pobj":
            return noun.dep_ == "pobj" and head.lower_ in ("with", "to")
        case "cutobj":
            return noun.dep_ in ("dobj", "nsubjpass") and lemma(head) == "cut"
        case "would-be":
            return any("would" in child.lower_ for child in noun.lefts)
    return True


_OF_FIRMS = frozenset(
    "shareholder shareholders bid bidder bidders stock shares buyout takeovers".split()
)
"""Words of a report of which the takeovers are of firms."""


_MILITARY = frozenset({"army", "military", "armoured", "armored"})
"""What makes vehicles those of forces: "a convoy of army trucks"."""


def _whose_it_is(noun: Token, values: tuple[str, ...]) -> bool:
    """Whether a possessive says what stands behind "of" elsewhere: "her suspension", "the envoy's expulsion"."""
    owner = first_child(noun, "poss")
    if owner is None or noun.tag_ != "NN" or owner.ent_type_ in ("DATE", "TIME"):
        return False
    if owner.lower_ in ("his", "her"):
        return "PERSON" in values
    return owner.pos_ in ("NOUN", "PROPN") and belongs(owner, values)


_BY_ARMS = frozenset(
    "air drone missile missiles rocket artillery military retaliatory preemptive pre-emptive precision aerial naval".split()
)
_VIOLENT = frozenset({"armed", "deadly", "violent", "bloody", "fatal", "street", "border"})


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
            if any(
                child.lower_ == "to"
                for done in children(holder, "xcomp", "advcl")
                for child in children(done, "aux")
            ):
                return False  # "called for the boats to be let go": that is done to them
            return (lemma(holder), head.lower_) in (
                ("appeal", "for"),
                ("ask", "for"),
                ("plead", "for"),
                ("call", "for"),
            )
        if is_nominal(holder) and content_noun(holder) != holder:
            return _is_given(holder)
        return lemma(holder) in (
            "pledge",
            "offer",
            "promise",
            "request",
            "appeal",
            "call",
            "plea",
        ) and (head.lower_ in ("of", "for"))
    return any(child.lower_ in ("pledged", "promised", "requested") for child in noun.lefts)


def _is_price(noun: Token) -> bool:
    """Whether money is offered for a firm or a part of one and aids nobody: "an offer of nine million pounds for the mill"."""
    above = list(islice(noun.ancestors, 3))
    if not is_sum(noun) or not any(lemma(each) in ("offer", "bid") for each in above):
        return False
    bought = (each for holder in (noun, *above) for each in objects_of(holder, "for"))
    return any(
        lemma(each) in _BOUGHT
        or (each.pos_ == "PROPN" and each.ent_type_ not in ("GPE", "NORP", "LOC"))
        for each in bought
    )


_BOUGHT = frozenset(
    "company firm stake share business unit mill bank club brand subsidiary rival plant steelmaker airline".split()
)


def _noun_infinitive(noun: Token) -> bool:
    return any(
        child.dep_ in ("acl", "relcl", "advcl")
        and any(inner.lower_ == "to" for inner in children(child, "aux"))
        for child in noun.children
    ) or _before_infinitive(noun)


def _before_infinitive(noun: Token) -> bool:
    """Whether an infinitive stands right after a noun, though the parse has hung it on the verb."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.i + 2 >= len(noun.doc):
        return False
    after = noun.nbor(1)
    return after.lower_ == "to" and after.dep_ == "aux" and after.head.head == noun.head


def _light(noun: Token) -> bool:
    """Whether a loose noun stands with a verb that makes an event of it, or with whose and for whom."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(head):
        light = word_lists("light")["both"] | word_lists("light")["noun"]
        return lemma(head) in light and not _is_added(noun, head)
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


def _is_added(noun: Token, verb: Token) -> bool:
    """Whether the parse gives a verb a second object behind a comma, which only says what was named before it: "were holding
    drills on the border of the union, an alliance that binds both"."""
    opens = noun.left_edge
    return (
        opens.i > 0
        and opens.nbor(-1).text == ","
        and any(other.i < noun.i for other in children(verb, "dobj") if other != noun)
    )


_CHANGES = frozenset(
    {"rise", "drop", "fall", "increase", "decrease", "surge", "growth", "decline", "spike", "jump"}
    | {"slump", "boom", "upturn", "downturn", "lack"}
)
_MEASURES = frozenset(
    {"day", "week", "month", "year", "string", "series", "wave", "barrage", "spate", "stream"}
    | {"flurry", "torrent", "campaign"}
)
_OF_ARMS = frozenset({"military", "naval", "army", "navy", "defense", "defence", "warplanes"})

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
