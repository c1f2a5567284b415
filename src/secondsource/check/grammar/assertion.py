"""Whether a parsed sentence asserts one of its words: as so, as not so, or as neither."""

from collections.abc import Callable, Mapping, Sequence

from spacy.tokens import Doc, Token

from ...lexicon.stems import stem
from ...model.event import Status
from ...model.figure import Figure
from ..telling.carrying import said_in, told_word
from ..telling.clock import tells_time
from ..telling.kin import word_kin, word_reach
from ..telling.told import values_of

_UNREAL_MARKS = frozenset({"if", "unless", "whether", "should", "lest"})
_UNREAL_MODALS = frozenset(
    {"could", "would", "might", "may", "should", "must", "can", "shall", "ought", "will"}
)
_ACCUSING = frozenset(stem(verb) for verb in ("accuse", "allege", "suspect", "blame"))

NEGATIONS = frozenset({"no", "not", "n't", "never", "nobody", "neither", "without", "hardly"})


def is_ahead(doc: Doc) -> bool:
    """Whether a sentence says of somebody that he is to do something ("is to see", "are due to meet")."""
    root = next((token for token in doc if token.head == token), None)
    if root is None or root.lemma_ != "be" or any(one.dep_ == "aux" for one in root.children):
        return False
    inner = [child for child in root.children if child.dep_ in ("xcomp", "acomp")]
    inner += [one for child in inner for one in child.children if one.dep_ == "xcomp"]
    return root.tag_ in ("VBZ", "VBP") and any(
        one.tag_ == "VB" and any(child.lower_ == "to" for child in one.children) for one in inner
    )


def is_unfolding(doc: Doc) -> bool:
    """Whether a sentence tells of something as under way or coming ("is sending", "are being sent")."""
    root = next((token for token in doc if token.head == token), None)
    if root is None:
        return False
    helpers = [one for one in root.children if one.dep_ in ("aux", "auxpass")]
    is_now = any(one.lower_ in ("is", "are") for one in helpers)
    return is_now and (root.tag_ == "VBG" or any(one.lower_ == "being" for one in helpers))


def is_negated(word: Token) -> bool:
    """Whether the word, or the verb that carries it, is negated."""
    verb = _verb_over(word)
    near = [*word.children, *verb.children]
    near += [
        child
        for one in verb.children
        if one.dep_ in ("attr", "dobj", "nsubj")
        for child in one.children
    ]
    return any(token.lower_ in NEGATIONS for token in near)


def _verb_over(word: Token) -> Token:
    while (word.pos_ not in ("VERB", "AUX") or word.dep_ == "prep") and word.head != word:
        word = word.head
    return word


_CARRYING_TIES = frozenset("ROOT ccomp acomp attr oprd conj advcl".split())


def carried(doc: Doc, words: frozenset[str]) -> Status | None:
    """The same as `assertion` for what the sentence itself, or a clause of it, is about: no word in passing."""
    found = [
        token for token in doc if token.dep_ in _CARRYING_TIES and word_kin(token.lower_) & words
    ]
    return put_of(found[0]) if found else None


def assertion(
    doc: Doc, main: frozenset[str], counts: Callable[[Token], bool] = lambda word: True
) -> Status | None:
    """How the sentence puts the word that shares a sense with `main`: `happened` (asserted), `negated`,
    `alleged` (accused of it), `planned` (will), `hypothetical` (may, if, wants to), or None where it has no such word. Of several such
    words the strongest counts; `counts` says which may."""
    said = {at: word_reach(word) for at, word in said_in(doc).items()}
    for token in doc:
        if token.idx in said:
            said[token.idx] |= word_reach(token.lemma_.lower())
    phrases = said_in(doc)
    found = {
        "happened"
        if phrases.get(token.idx) in DENYING_PHRASES
        and phrases[token.idx] not in (token.lower_, token.lemma_)
        else put_of(token)
        for token in doc
        if token.is_alpha
        and not tells_time(token)
        and said.get(token.idx, word_kin(token.lower_)) & main
        and counts(token)
    }
    order: tuple[Status, ...] = ("happened", "negated", "alleged", "planned", "hypothetical")
    return next((status for status in order if status in found), None)


SILENCE = "stonewall"
"""The word that phrases for saying nothing stand for ("would not say", "no comment")."""

DENYING_PHRASES = frozenset({"refuse", "fail", SILENCE})
"""Words that phrases with a "no" in them stand for ("gave no answer"): what they say is so."""


def whole_assertion(doc: Doc) -> Status | None:
    """How the sentence puts its own main word."""
    word = told_word(doc)
    return put_of(word) if word is not None else None


_UNTRUE = frozenset("false untrue wrong baseless unfounded groundless fabricated invented".split())


def _is_called_untrue(verb: Token) -> bool:
    """Whether the word stands in a clause of a subject that is called untrue ("rumours that they fled were false")."""
    for over in verb.ancestors:
        if over.lemma_ == "be" and any(child.lower_ in _UNTRUE for child in over.children):
            subject = [child for child in over.children if child.dep_ == "nsubj"]
            return any(verb in one.subtree for one in subject)
    return False


DOUBTING = frozenset(
    """fear suspect suspicion accuse accusation allege allegation deny denial speculate speculation worry concern claim rumour
    rumor if dissuade deter deterrence prevent avert avoid discourage warn warning concerned wonder unclear whether should""".split()
)
"""Words over a plan that is nobody's own announcement."""


def marks(word: Token) -> list[Token]:
    """The conjunctions of the clauses that a word stands in ("if")."""
    return [
        child for over in (word, *word.ancestors) for child in over.children if child.dep_ == "mark"
    ]


_LEAVING_OPEN = frozenset(
    "demand seek want need ask urge require threaten propose offer consider weigh plan call request expect promise pledge vow fear discuss draft prepare".split()
)
"""Verbs that leave open whether there is what their object names."""


def leaves_open(doc: Doc) -> bool:
    """Whether some word of a sentence says that what hangs on it need not come true ("wants $400", "would")."""
    return any(
        token.lemma_.lower() in _LEAVING_OPEN
        or token.lower_ in _UNREAL_MODALS
        or token.lower_ in _UNREAL_MARKS
        or (token.lower_ == "to" and token.dep_ == "aux")
        for token in doc
    )


_UNREAL_NOUNS = frozenset(
    """threat plan risk fear rumour rumor prospect possibility danger call demand talk proposal idea hope chance
    preparation bid offer request pretext option short instead""".split()
)
"""Nouns (and "short", "instead") of which what follows "of", "for" or "against" need not be so."""

_UNREAL_ADJECTIVES = frozenset(
    """threatened planned proposed possible potential feared expected alleged likely future imminent hypothetical
    intended rumoured rumored""".split()
)
UNDOING = frozenset(
    "postpone cancel delay avert prevent avoid stop block drop scrap shelve suspend defer reject refuse deny".split()
)
"""Verbs that undo what their object or passive subject names."""


_HELD = frozenset(
    """permit permission licence license right job seat post access control contract membership status support
    immunity citizenship office title""".split()
)
"""What is no more when it is lost (who loses money or men had them)."""


_GETTING = frozenset("get receive obtain win have secure".split())
"""Verbs whose object is there, whoever only wanted it before."""


def _unreal_noun(word: Token, said: Mapping[int, str]) -> Status | None:
    """Whether a noun names what is only threatened, planned or called off, by what stands around it."""
    if word.pos_ != "NOUN":
        return None
    verb = _verb_over(word)
    named = said.get(verb.idx, verb.lemma_)
    tied = word.dep_ in ("dobj", "nsubjpass") or (word.dep_ == "nsubj" and named != verb.lemma_)
    lost = verb.lemma_ == "lose" and word.lemma_ in _HELD
    if tied and (named in UNDOING or verb.lemma_ in UNDOING or lost):
        return "negated"
    if verb.lemma_ in _LEAVING_OPEN and word.dep_ in ("dobj", "pobj"):
        return "hypothetical"
    is_had = verb.lemma_ in _GETTING and word.dep_ == "dobj"
    open_clause = not is_had and any(
        child.dep_ in ("relcl", "acl")
        and (child.lemma_ in _LEAVING_OPEN or child.lemma_ in UNDOING)
        for child in word.children
    )
    named_by = (word, word.head) if word.dep_ == "compound" else (word,)
    unreal = any(child.lower_ in _UNREAL_ADJECTIVES for one in named_by for child in one.children)
    over = word.head.head if word.dep_ == "pobj" else word
    if open_clause or unreal or (over is not word and over.lemma_.lower() in _UNREAL_NOUNS):
        return "hypothetical"
    return None


def _is_called_for(verb: Token) -> bool:
    """Whether a clause tells what somebody demands, proposes or fears ("demanded that they leave", "the threat that")."""
    over = verb.head
    return (
        verb.dep_ in ("ccomp", "acl")
        and (over.lemma_ in _ASKING or over.lemma_ in _UNREAL_NOUNS)
        and any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children)
    )


_ASKING = frozenset(
    "demand urge ask request require propose suggest recommend threaten insist fear imperative".split()
)
"""Verbs and nouns whose clause with "that" need not be so."""


_STRESSING = frozenset({"do", "does", "did"})
"""Auxiliaries with which a bare verb tells what is so ("did leave")."""


def put_of(word: Token) -> Status:
    """How a sentence puts one of its words."""
    verb = _verb_over(word)
    unreal = _unreal_noun(word, said_in(word.doc))
    if unreal is not None:
        return unreal
    if is_negated(word) or _is_called_untrue(verb):
        return "negated"
    if verb.dep_ == "amod" and verb.head != verb:
        # "A reinforced posture" is as real as the posture.
        return put_of(verb.head)
    if _is_called_for(verb):
        return "hypothetical"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "mark")}
    until = any(child.lower_ in ("until", "till") for child in verb.children)
    if until and (verb.tag_ in ("VBZ", "VBP", "VBN") or helpers & {"is", "are", "have", "has"}):
        return "hypothetical"
    if helpers & {"will", "'ll", "’ll"}:
        return "planned"
    if helpers & (_UNREAL_MODALS | _UNREAL_MARKS):
        return "hypothetical"
    if verb.dep_ in ("pcomp", "advcl", "ccomp") and any(
        stem(over.lower_) in _ACCUSING for over in verb.ancestors
    ):
        return "alleged"
    # A bare verb with a subject is a present that was mistaken for an infinitive ("boats rise to 40" in a headline).
    is_bare = verb.tag_ == "VB" and not any(one.dep_ == "nsubj" for one in verb.lefts)
    if (is_bare and not helpers & _STRESSING) or "to" in helpers:
        return "hypothetical"
    if verb.dep_ == "advcl" and "before" in helpers and verb.head != verb:
        # "Might sign before he met them": the past of what is still to come.
        over = put_of(verb.head)
        if over in ("planned", "hypothetical"):
            return over
    if verb.tag_ == "VBG" and (
        verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and helpers & _UNREAL_MARKS)
    ):
        return "hypothetical"
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head != verb:
        # "Invaded it, annexing a part": as real as what it stands with.
        return put_of(verb.head)
    return "happened"


def assertion_of_number(
    doc: Doc, figures: Sequence[Figure], there_is: bool = False
) -> Status | None:
    """How the sentence puts what it says of a number that these figures have. With `there_is` only whether there are so
    many: of what is spoken of as known ("the country's 40-strong crew") there are, whatever is to be done with it."""
    wanted = {value for figure in figures for value in (figure.low, figure.high)}
    for token in doc:
        if token.like_num and values_of(token.text) & wanted:
            noun = token
            while noun.head != noun and noun.pos_ in ("NUM", "SYM", "ADV", "ADJ"):
                noun = noun.head
            known = any(one.dep_ == "poss" or one.lower_ == "the" for one in noun.lefts)
            return "happened" if there_is and known else put_of(noun)
    return None
