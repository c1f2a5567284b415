"""What a number counts or measures, and whose it is."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from ...lexicon import measures, nationalities, units
from ..draft import Draft, lay_out
from .amounts import Amount
from .codes import VOTED


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun beside a number, what is counted or measured in lower case, and of whom or what."""

    head: Token | None
    phrase: str | None
    of: str | None


_SPANS = ("year", "month", "week", "day", "hour", "quarter")
NOTHING = Counted(None, None, None)
_SKIPPED = frozenset(
    [
        "more",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "such",
        "strong",
        "different",
        "separate",
        "new",
        "total",
        "of",
        "the",
        "a",
        "an",
    ]
)


def text_of(draft: Draft) -> str:
    """The laid-out text. `Doc.text` puts it together from the tokens anew each time, 100 times as slow."""
    return lay_out(draft.article)[0]


def number_tokens(draft: Draft, amount: Amount) -> Tokens | None:
    """The tokens of the number itself; None if it has none."""
    return draft.doc.char_span(*amount.number, alignment_mode="expand") or None


def counted(draft: Draft, amount: Amount) -> Counted:
    """What the number counts, as the words next to it and the parse say."""
    found = _counted(draft, amount)
    if (
        found.phrase
        and amount.dimension == "currency"
        and amount.per is not None
        and amount.per not in _SPANS
        and found.phrase not in measures.natural("currency")
    ):
        found = replace(found, phrase="price", of=found.phrase)  # "gold at $2,000 an ounce"
    if found.of is not None and found.of.lower() == found.phrase:
        found = replace(found, of=None)
    if found.head is not None and found.of is None:
        return replace(found, of=_pointed_at(draft, found.head))
    return found


def _pointed_at(draft: Draft, head: Token) -> str | None:
    """The owner that "its" or "the country's" before a noun refers to, where reference was resolved."""
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    for mention in draft.mentions:
        start, end = draft.locate(mention.citation)
        if start <= owner.idx < end and mention.name != mention.citation.words:
            return country_or(mention.name)
    return None


def _counted(draft: Draft, amount: Amount) -> Counted:
    doc = draft.doc
    tokens = number_tokens(draft, amount)
    if tokens is None:
        return NOTHING
    whole = doc.char_span(amount.start, amount.end, alignment_mode="expand") or tokens
    after = max(tokens.end, whole.end)
    if amount.dimension == "count" or amount.unit == "ratio":
        return _count(doc, amount, tokens, whole, after)
    return _measure(doc, amount, whole, after)


# Counts


def _count(doc: Doc, amount: Amount, tokens: Tokens, whole: Tokens, after: int) -> Counted:
    sentence_end = tokens.sent.end
    head = _head_after(doc[after:sentence_end], tokens, amount.numeral.fraction)
    start = after
    if head is None and after < sentence_end and doc[after].lower_ == "of":
        head = object_of(doc[after])
        start = after + 1
        if head is not None and (head.pos_ not in ("NOUN", "PROPN") or head.i < start):
            return _alone(doc, amount, tokens, whole)
    if head is None:
        return _alone(doc, amount, tokens, whole)
    owner, first = _nation_before(doc[start : head.i])
    words = _without_leading(
        [
            token
            for token in doc[first : head.i + 1]
            if token.lower_ not in _SKIPPED or token.i == head.i
        ]
    )
    phrase = _joined(words)
    if len(phrase) < 2:
        return _alone(doc, amount, tokens, whole)
    state = measures.states().get(head.lower_)
    if state:
        others = [token for token in words if token.i != head.i and token.pos_ in ("NOUN", "PROPN")]
        return Counted(head, state, owner or _joined(others) or None)
    fate = _fate(tokens.root if start > after else head)
    if fate:
        named = _without_leading(
            [token for token in doc[start : head.i + 1] if token.lower_ not in _SKIPPED]
        )
        return Counted(head, fate, "".join(token.text_with_ws for token in named).strip() or None)
    if head.lemma_.lower() in measures.words("classifiers"):
        inner = next(
            (child for child in head.children if child.lower_ == "of" and child.i == head.i + 1),
            None,
        )
        noun = object_of(inner) if inner is not None else None
        if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.i - head.i < 6:
            pieces = [
                token for token in doc[head.i + 2 : noun.i + 1] if token.pos_ not in ("DET", "PRON")
            ]
            phrase = f"{phrase} of {_joined(pieces)}"
    return Counted(head, phrase or None, owner or _possessor(head) or _holder(head))


def _head_after(following: Tokens, number: Tokens, fraction: bool = False) -> Token | None:
    """The noun that follows a number in the same noun phrase."""
    root = number.root
    if (
        root.dep_ in ("nummod", "amod", "compound", "quantmod", "nmod")
        and root.head.i >= number.end
    ):
        noun = root.head
        between = noun.doc[number.end : noun.i]
        verbs = any(
            token.pos_ in ("ADP", "VERB", "AUX") and token.tag_ not in ("VBN", "VBG")
            for token in between
        )
        if (
            noun.pos_ in ("NOUN", "PROPN")
            and len(between) < 8
            and not verbs
            and not re.match(r"\s*[,;()]", between.text)
        ):
            return noun
    head = None
    for token in following[:8]:
        if (
            token.lower_ in measures.states()
            and token.pos_ in ("ADJ", "VERB", "NOUN")
            and token.tag_ != "VBD"
        ):
            beyond = token.nbor() if token.i + 1 < len(token.doc) else None
            if beyond is None or beyond.pos_ not in ("NOUN", "PROPN"):
                return token if head is None else head
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            joined = token.dep_ in ("compound", "nmod", "amod", "poss")
            if not joined and not (token.i + 1 < len(token.doc) and token.nbor().text == "-"):
                break
        elif (
            (head is not None and token.pos_ not in ("PUNCT", "PART"))
            or token.text in (",", ";", "(", ")", ".", ":")
            or not (token.pos_ in ("ADJ", "ADV", "NUM") or token.tag_ in ("VBN", "VBG", "HYPH"))
        ):
            break
    return head


def _fate(head: Token) -> str | None:
    """What happened to the people of a noun ("killed"), as its verb or a participle beside it says."""
    for child in head.children:
        if child.i > head.i and child.dep_ in ("acl", "amod") and child.tag_ in ("VBN", "JJ"):
            found = measures.states().get(child.lower_) or measures.fates().get(
                child.lemma_.lower()
            )
            if found:
                return found
    verb = head.head
    if head.dep_ == "conj" and verb.pos_ in ("NOUN", "PROPN"):
        head, verb = verb, verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = verb.lemma_.lower()
    passive = head.dep_ == "nsubjpass"
    undergone = head.dep_ in ("dobj", "obj", "nsubjpass") and lemma != "flee"
    undergone = undergone or (head.dep_ == "nsubj" and lemma in _UNDERGONE_BY_SUBJECT)
    if undergone and (lemma not in _OF_THINGS_TOO or passive or _personal(head)):
        fate = measures.fates().get(lemma)
        if fate:
            return fate
    if head.dep_ in ("nsubj", "nsubjpass") and verb.tag_ in ("VBG", "VBN", "JJ"):
        state = measures.states().get(verb.lower_)
        if state:
            return state
    if head.dep_ in ("nsubj", "nsubjpass", "dobj", "obj"):
        for child in verb.children:
            if (
                child.dep_ in ("acomp", "oprd", "ccomp", "attr", "xcomp")
                and child.i > head.i
                and child.lower_ in measures.states()
            ):
                return measures.states()[child.lower_]
    return None


_UNDERGONE_BY_SUBJECT = ("die", "drown", "perish", "flee")
_OF_THINGS_TOO = ("pull", "save", "free", "capture", "hurt", "sanction", "release")


def _personal(noun: Token) -> bool:
    group = measures.measure_of(noun.lower_)
    return group in (
        "people",
        "civilians",
        "children",
        "women",
        "men",
        "hostages",
        "troops",
        "fighters",
        "workers",
        "displaced",
        "detained",
        "police",
    )


def _alone(doc: Doc, amount: Amount, tokens: Tokens, whole: Tokens) -> Counted:
    """A number that stands for a noun: "killing 12", "12 were arrested", "the toll rose to 12"."""
    root = tokens.root
    governor = root.head
    named = _named_before(whole)
    if named is not None:
        return named
    verb = governor if governor.pos_ in ("VERB", "AUX") else governor.head
    if root.dep_ in ("dobj", "obj", "nsubjpass") or (
        root.dep_ == "nsubj" and verb.lemma_.lower() in ("die", "drown", "perish", "flee")
    ):
        fate = measures.fates().get(verb.lemma_.lower())
        if fate:
            return Counted(None, fate, None)
    for child in verb.children:
        if (
            child.dep_ in ("acomp", "oprd", "attr")
            and child.lower_ in measures.states()
            and abs(child.i - root.i) < 8
        ):
            return Counted(None, measures.states()[child.lower_], None)
    if verb.pos_ in ("VERB", "AUX") and root.dep_ in (
        "pobj",
        "dobj",
        "attr",
        "obj",
        "npadvmod",
        "nummod",
    ):
        found = _from_verb(verb, root)
        if found is not None:
            return found
    known = _known_before(tokens) if verb.lemma_.lower() in measures.words("changing") else None
    if known is not None:
        return known
    if VOTED.search(tokens.sent.text):
        return Counted(None, "votes", None)
    return NOTHING


_SPEAKERS = frozenset(
    ["officials", "diplomats", "lawmakers", "police", "attacks", "meetings", "talks", "prices"]
)


def _known_before(tokens: Tokens) -> Counted | None:
    """The last plural before a number in its sentence that is known to be counted, where the parse has
    lost the subject ("troops that officials say number around 900"): no speakers."""
    for token in reversed(tokens.doc[tokens.sent.start : tokens.start]):
        known = measures.group_of(token.lower_) if token.tag_ == "NNS" else None
        if known and known not in _SPEAKERS:
            return Counted(None, token.lower_, None)
    return None


# Measures


_STUFF = frozenset(["mass", "volume", "energy", "information", "currency", "share", "power"])
_NO_STUFF = frozenset(
    [
        "cash",
        "total",
        "all",
        "return",
        "exchange",
        "advance",
        "part",
        "year",
        "month",
        "week",
        "day",
        "quarter",
        "trading",
        "case",
        "cases",
        "court",
    ]
)


def _measure(doc: Doc, amount: Amount, whole: Tokens, after: int) -> Counted:
    """What an amount with a unit measures: a noun beside it, its verb's subject or object, or the dimension."""
    default = measures.dimensions().get(amount.dimension)
    if amount.dimension == "currency" and amount.per:
        default = "amount" if amount.per in _SPANS else "price"
    nearby = doc[after : min(after + 2, whole.sent.end)]
    extent = (
        measures.extents().get(nearby[0].lower_)
        if len(nearby) and amount.dimension == "length"
        else None
    )
    if (
        extent is None
        and len(nearby) == 2
        and nearby[0].lower_ in ("in", "-")
        and amount.dimension == "length"
    ):
        extent = measures.extents().get(nearby[1].lower_)
    if extent is not None:
        return Counted(None, extent, _topic(whole))
    noun = _noun_described(doc, whole, after)
    if noun is not None:
        phrase = _noun_phrase(noun, after)
        if amount.dimension in ("currency", "share") or measures.measure_of(
            phrase
        ) in measures.natural(amount.dimension):
            return Counted(noun, phrase or None, _possessor(noun))
        return Counted(noun, "length" if amount.dimension == "length" else default, phrase)
    if after < whole.sent.end and doc[after].lower_ in ("of", "in", "for"):
        inner = object_of(doc[after])
        if (
            inner is not None
            and inner.pos_ in ("NOUN", "PROPN")
            and inner.lower_ not in _NO_STUFF
            and inner.ent_type_ not in ("DATE", "GPE", "TIME")
        ):
            phrase = _noun_phrase(inner, after + 1)
            if doc[after].lower_ == "of":
                stuff = amount.dimension in _STUFF or phrase in ("rain", "snow", "water")
                named = _named_before(whole)
                if not stuff:
                    return Counted(inner, named.phrase if named else default, phrase)
                return Counted(inner, phrase or None, _possessor(inner))
            if amount.dimension == "currency" and doc[after].lower_ == "in":
                return Counted(inner, phrase or None, _possessor(inner))
    named = _named_before(whole)
    if named is not None:
        return named
    root = whole.root
    verb = root.head if root.head.pos_ in ("VERB", "AUX") else root.head.head
    if root.pos_ in ("VERB", "AUX"):
        verb = root
    if verb.pos_ in ("VERB", "AUX"):
        lemma = verb.lemma_.lower()
        beside = measures.verbs().get(lemma)
        if beside and beside in measures.natural(amount.dimension):
            target = (
                _object(verb)
                if lemma in ("fine", "sentence", "jail", "imprison", "sell")
                else _subject(verb)
            )
            return Counted(None, beside, _name(target))
        found = _from_verb(verb, root)
        if found is not None and found.phrase is not None:
            if amount.dimension in ("currency", "share", "point") or measures.measure_of(
                found.phrase
            ) in measures.natural(amount.dimension):
                return found
            return Counted(found.head, default, found.phrase)
        return Counted(
            None,
            default,
            _name(_subject(verb)) if amount.dimension not in ("currency", "share") else None,
        )
    return Counted(None, default, None)


def _noun_described(doc: Doc, whole: Tokens, after: int) -> Token | None:
    """The noun that an amount stands before as an adjective does: "a 150-kilometre front", "a $5 million
    loan"."""
    if after >= whole.sent.end or (
        doc[after].pos_ not in ("NOUN", "PROPN", "ADJ")
        and doc[after].tag_ not in ("VBN", "VBG", "JJ")
    ):
        return None
    head = None
    for token in doc[after : min(after + 6, whole.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
            if token.dep_ not in ("compound", "nmod", "amod", "poss"):
                break
        elif head is not None or not (token.pos_ == "ADJ" or token.tag_ in ("VBN", "VBG", "HYPH")):
            break
    if head is None or head.ent_type_ in ("DATE", "TIME"):
        return None
    inside = any(token.head == head or token.head.head == head for token in whole)
    return head if inside else None


def _noun_phrase(noun: Token, first: int) -> str:
    """A noun with the words that run up to it without a break, from token `first` on at the earliest."""
    start = noun.i
    while start > max(first, noun.left_edge.i, 0):
        token = noun.doc[start - 1]
        attached = token.dep_ in ("compound", "amod", "nmod", "npadvmod", "punct")
        if not (attached and (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") or token.text == "-")):
            break
        if token.text in nationalities.demonyms():
            break
        start -= 1
    return _joined(_without_leading(list(noun.doc[start : noun.i + 1])))


def _named_before(whole: Tokens) -> Counted | None:
    """The noun before "of" and a number: "a depth of 10 kilometres", "a force of 15,000"."""
    doc = whole.doc
    if whole.start < 2 or doc[whole.start - 1].lower_ != "of":
        return None
    noun = doc[whole.start - 2]
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in measures.words("empty"):
        return None
    words = [
        token
        for token in noun.lefts
        if token.dep_ in ("compound", "amod") and token.i >= noun.i - 2
    ]
    phrase = _joined([*words, noun])
    return Counted(
        noun,
        measures.extents().get(noun.lower_, phrase),
        _possessor(noun) or _topic(doc[noun.i : noun.i + 1]),
    )


def _topic(tokens: Tokens) -> str | None:
    """The noun that an extent is of: the one it describes, or the subject of its verb."""
    root = tokens.root
    for token in islice(root.ancestors, 4):
        if (
            token.pos_ in ("NOUN", "PROPN")
            and root.dep_ in ("npadvmod", "amod", "nummod", "nmod")
            and token.i > root.i
        ):
            return token.lower_
        if token.pos_ in ("VERB", "AUX"):
            return _name(_subject(token))
    return None


def _from_verb(verb: Token, root: Token) -> Counted | None:
    """The subject or object of a verb of change or state, as what a number beside the verb measures."""
    lemma = verb.lemma_.lower()
    target = None
    if root.dep_ in ("pobj", "npadvmod", "nummod") or root.head.dep_ in ("prep", "npadvmod"):
        target = _object(verb) if lemma in measures.words("setting") else None
        if target is not None and (target.i >= root.i or target.pos_ not in ("NOUN", "PROPN")):
            target = None
    if target is None and lemma in measures.words("changing"):
        target = _subject(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    of = next(
        (
            child
            for child in target.children
            if child.lower_ in ("of", "for", "among", "at", "to", "in") and child.i > target.i
        ),
        None,
    )
    inner = object_of(of) if of is not None else None
    if target.lemma_.lower() in measures.words("empty"):
        if inner is None:
            return None
        nations = [
            nationalities.demonyms().get(child.text)
            for child in inner.doc[inner.left_edge.i : inner.i]
        ]
        nation = next((nation.name for nation in nations if nation is not None), None)
        return Counted(inner, _noun_phrase(inner, 0), nation or _possessor(inner))
    if target.pos_ == "PROPN":
        return Counted(target, None, country_or(_name(target) or ""))
    owner = next(
        (
            nationalities.demonyms()[token.text].name
            for token in target.lefts
            if token.text in nationalities.demonyms()
        ),
        None,
    )
    phrase = measures.states().get(target.lower_) or _noun_phrase(target, 0)
    return Counted(target, phrase, owner or _possessor(target) or country_or_none(_name(inner)))


# Words and owners


def _joined(words: list[Token]) -> str:
    return "".join(token.text_with_ws for token in words).strip().lower()


def _without_leading(words: list[Token]) -> list[Token]:
    while words and (
        words[0].is_punct or words[0].is_space or words[0].pos_ in ("DET", "PRON", "PART", "NUM")
    ):
        words = words[1:]
    return words


def object_of(preposition: Token) -> Token | None:
    """The noun that a preposition governs."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _object(verb: Token) -> Token | None:
    return next(
        (child for child in verb.children if child.dep_ in ("dobj", "obj", "nsubjpass")), None
    )


def _subject(verb: Token) -> Token | None:
    """The subject of a verb; that of the verb it depends on, or what a relative clause describes."""
    for _ in range(4):
        found = next(
            (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None
        )
        if found is not None and found.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
            return verb.head
        if found is not None:
            return found
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in ("xcomp", "conj", "aux", "advcl"):
            return None
        verb = verb.head
    return None


def _name(token: Token | None) -> str | None:
    """A noun with its compounds, as written; None for pronouns."""
    if token is None or token.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [child for child in token.lefts if child.dep_ == "compound"]
    return "".join(part.text_with_ws for part in [*words, token]).strip()


def _nation_before(between: Tokens) -> tuple[str | None, int]:
    """Country of a nationality adjective among the words before a noun, and where the rest starts."""
    for token in between[:3]:
        nation = nationalities.demonyms().get(token.text)
        if nation is None and token.pos_ == "PROPN":
            nation = nationalities.countries().get(token.text)
        if nation is not None and not (
            token.i + 1 < len(token.doc) and token.nbor().text in ("-", "'s", "’s")
        ):
            return nation.name, token.i + 1
    return None, between.start


def _possessor(head: Token) -> str | None:
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            if child.lower_ in ("country", "nation", "group", "state", "kingdom", "republic"):
                return None  # which one, only reference can say
            words = [token for token in child.subtree if token.dep_ != "case"]
            return country_or("".join(token.text_with_ws for token in words).strip())
    return None


def _holder(head: Token) -> str | None:
    """Who has what is counted: the country (or its capital) that is the subject of a verb such as send, or
    any noun that is the subject of a verb of owning ("the airline owns 40 jets")."""
    if head.dep_ not in ("dobj", "obj", "pobj"):
        return None
    verb = head.head if head.dep_ != "pobj" else head.head.head
    lemma = verb.lemma_.lower()
    if verb.pos_ not in ("VERB", "AUX") or lemma not in measures.words("having"):
        return None
    name = _name(_subject(verb))
    if name is None:
        return None
    plain = re.sub(r"^(?:the|The) ", "", name)
    nation = (
        nationalities.countries().get(plain)
        or nationalities.capitals().get(plain)
        or nationalities.demonyms().get(plain)
    )
    if nation:
        return nation.name
    owning = lemma in measures.words("owning") and head.dep_ != "pobj"
    return plain if owning and re.fullmatch(r"[\w .&'’-]{2,60}", plain) else None


def country_or(name: str) -> str:
    """The common name of the country if the name is one, else the name without its article."""
    plain = re.sub(r"^(?:the|The|its|their|his|her) ", "", name)
    nation = nationalities.countries().get(plain) or nationalities.demonyms().get(plain)
    return nation.name if nation else plain


def country_or_none(name: str | None) -> str | None:
    """The same, for a name that may be missing."""
    return country_or(name) if name else None


def per_each(head: Token | None) -> str | None:
    """What each of several has the counted things: "group" in "each group has around 90 men", "each"
    in "ten groups of 90 men each"; None where they are not counted so."""
    if head is None:
        return None
    if head.dep_ in ("dobj", "obj", "attr", "pobj"):
        verb = next((token for token in head.ancestors if token.pos_ in ("VERB", "AUX")), None)
        subject = _subject(verb) if verb is not None else None
        if subject is not None and any(
            child.lower_ in ("each", "every") for child in subject.lefts
        ):
            return measures.singular(subject.lower_)
    following = head.doc[head.i + 1 : head.i + 3]
    if not len(following):
        return None
    word, unit = following[0].lower_, following[-1].lower_
    if word in ("each", "apiece") and following[-1].pos_ != "NOUN":
        return "each"
    known = units.by_word().get(unit) if word in ("a", "an", "each", "every", "per") else None
    return known.name if known is not None and known.dimension == "time" else None


def whose_age(draft: Draft, tokens: Tokens) -> str | None:
    """Whose age a number is: the noun that "34-year-old" describes or follows, or the name before it."""
    root = tokens.root
    for token in (root, *islice(root.ancestors, 4)):
        if token.pos_ == "PROPN" or (
            token.pos_ == "NOUN" and token.lemma_.lower() not in _AGE_WORDS
        ):
            name = [
                part
                for part in token.doc[token.left_edge.i : token.i + 1]
                if part.pos_ == "PROPN" and part.i >= token.i - 3
            ]
            return "".join(part.text_with_ws for part in name).strip() or token.lower_
        if token.pos_ in ("VERB", "AUX"):
            return _name(_subject(token))
    return None


_AGE_WORDS = frozenset(["year", "month", "week", "day", "old", "age", "olds", "yo"])
