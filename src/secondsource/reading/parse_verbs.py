"""Main verbs that the parser of the language pipeline takes for a part of a name or for an adjective, set right in the parse:
"The move enraged critics", "Chad shelves levy on grain"."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ..lexicon import reporting
from ..lexicon.events import classes, noun_entries, verb_entries
from .parse_deeds import is_done_to, verb_of

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_NOUNS = frozenset({"det", "amod", "poss", "compound", "nmod", "nummod"})
_CLAUSES = {
    "ROOT": "ROOT",
    "ccomp": "ccomp",
    "advcl": "advcl",
    "relcl": "relcl",
    "acl": "acl",
    "dobj": "ccomp",
}


@Language.component("verbs_between_nouns")
def verbs_between_nouns(doc: Doc) -> Doc:
    """Makes a verb of a past form that stands between its subject and its object and is hung on the object as an adjective:
    "note that the bishop confirmed reports", "The fleet stationed gunboats off Lamu." A participle that describes ("rebel-held
    town") has a hyphen before it."""
    for token in doc:
        if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.i:
            who, noun = token.nbor(-1), token.head
            subject = who.head == token and who.dep_ in ("nsubj", "npadvmod")
            subject = subject or (who.head == noun and _is_whole_sentence(noun))
            if subject and who.pos_ in _NOUNS and noun.i > token.i and noun.dep_ in _CLAUSES:
                _turn_past(token, who, noun)
    return doc


def _is_whole_sentence(noun: Token) -> bool:
    """Whether a sentence that ends with a full stop has no verb but what describes its main noun."""
    if noun.dep_ != "ROOT":
        return False
    sentence = noun.sent
    words = [word for word in sentence if not word.is_space]
    return words[-1].text == "." and not any(word.tag_ in _FINITE for word in words)


def _turn_past(token: Token, who: Token, noun: Token) -> None:
    label, above = _CLAUSES[noun.dep_], noun.head
    own = [child for child in noun.children if child != token]
    token.head = token if label == "ROOT" else above
    token.tag_, token.pos_, token.dep_ = "VBD", "VERB", label
    who.head, who.dep_ = token, "nsubj"
    noun.head, noun.dep_ = token, "dobj"
    for child in own:
        if child.i < who.i and child.dep_ in _OF_NOUNS:
            child.head = who
        elif child.i < who.i or child.dep_ in ("advcl", "punct"):
            child.head = token


@Language.component("verbs_of_headlines")
def verbs_of_headlines(doc: Doc) -> Doc:
    """Makes a verb of a form in "-s" right behind a name, or of a bare form right behind somebody in the plural, in a line
    without any verb: "Chad shelves levy on grain", "Rebels ambush convoy"."""
    if not doc.has_annotation("DEP"):
        return doc
    for sentence in list(doc.sents):
        root = sentence.root
        if root.pos_ == "VERB" or any(word.pos_ in _VERBS for word in sentence):
            continue
        if _has_subject(root):
            _retag(root)
        elif root.pos_ in _NOUNS:
            verb = _verb_behind_name(sentence)
            if verb is not None:
                _turn_present(verb, sentence)
    return doc


def _has_subject(root: Token) -> bool:
    """Whether a main word that is tagged as a noun or adjective is built as a verb: "Gunmen storm hotel", "Troops advanced"."""
    labels = {child.dep_ for child in root.children}
    return "nsubj" in labels and (root.tag_ == "JJ" or (root.tag_ == "NN" and "dobj" in labels))


def _retag(root: Token) -> None:
    past = verb_of(root, "ed") if root.tag_ == "JJ" else None
    base = past or (root.lower_ if root.tag_ == "NN" and root.lower_ in verb_entries() else None)
    if base is not None:
        root.tag_, root.pos_, root.lemma_ = "VBD" if past else "VBP", "VERB", base


def _verb_behind_name(line: Span) -> Token | None:
    """The first word of a line that can be a verb of the table in "-s", with one name in the singular before it, or a bare
    verb with what it is done to behind it and somebody in the plural before it."""
    for word in line[1:-1]:
        before = word.nbor(-1)
        if _is_done_by_several(word, line):
            return word
        if (
            before.pos_ != "PROPN"
            or before.tag_ == "NNPS"
            or any(each.text == "," for each in line[: word.i - line.start])
        ):
            continue
        if word.tag_ in ("NNS", "NNP", "NNPS") and word.pos_ in _NOUNS and _singular_verb(word):
            return word
    return None


_SEVERAL = ("ACTORWORD", "TROOPS", "PROTESTER", "WORKER")
_UNDERGOING = ("CITIZEN", "REFUGEE", "PERSON")


def _may_undergo(noun: Token) -> bool:
    return any(noun.lemma_.lower() in classes()[name] for name in _UNDERGOING)


def _is_done_by_several(word: Token, line: Span) -> bool:
    """Whether a word can be a bare verb of the table between who does it, right at the start, and the thing it is done to."""
    who, thing = word.nbor(-1), word.head
    if who.tag_ != "NNS" or word.tag_ != "NN" or who.dep_ not in _OF_NOUNS or thing.i < word.i:
        return False
    known = any(who.lemma_.lower() in classes()[name] for name in _SEVERAL)
    first = all(each.dep_ in _OF_NOUNS for each in line[: who.i - line.start])
    undergone = word.lower_ in noun_entries() and _may_undergo(thing)  # survivors of a police raid?
    is_verb = word.lower_ in verb_entries() and is_done_to(word.lower_, thing)
    return known and first and is_verb and not undergone


def _singular_verb(word: Token) -> str | None:
    """The verb of the table whose form a word is; of one that is a noun of the table as well ("attacks", "strikes") only
    before a name, a nationality or what the table has it done to, since "Kenya attacks survivors" is as likely about
    survivors of attacks."""
    form = word.lower_
    bases = (form.removesuffix("s"), form.removesuffix("es"), form.removesuffix("ies") + "y")
    verb = next((base for base in bases if base != form and base in verb_entries()), None)
    if verb is None or verb not in noun_entries():
        return verb
    behind = word.nbor(1)
    named = behind.pos_ == "PROPN" or behind.ent_type_ == "NORP"
    thing = word.head
    is_thing = thing.i > word.i and thing.dep_ == "ROOT" and not _may_undergo(thing)
    return verb if named or (is_thing and is_done_to(verb, thing, certain=True)) else None


def _turn_present(verb: Token, line: Span) -> None:
    root, who = line.root, verb.nbor(-1)
    free = [word for word in line if word.i > verb.i and word.head.i <= verb.i and word != verb]
    if root.i > verb.i and root not in free:
        free.insert(0, root)
    verb.head, verb.dep_ = verb, "ROOT"
    several = verb.tag_ == "NN"
    name = verb.lower_ if several else _singular_verb(verb)
    verb.tag_, verb.pos_ = "VBP" if several else "VBZ", "VERB"
    verb.lemma_ = name or verb.lemma_
    who.head, who.dep_ = verb, "nsubj"
    for word in line:
        if word.i < who.i and (word.head.i >= verb.i or word.head == word):
            word.head, word.dep_ = who, "compound"
    for word in free:
        word.head = verb
        if word.pos_ in _NOUNS and word.dep_ not in ("conj", "appos"):
            word.dep_ = "dobj"


@Language.component("verbs_of_documents")
def verbs_of_documents(doc: Doc) -> Doc:
    """Makes a verb of a form in "-s" between commas or behind one that the parse takes for a noun behind that of a document:
    "The firm knew of the cracks, the lawsuit states." What it says hangs on it."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.lower_ in _SAYS and token.pos_ in _NOUNS and token.i >= _LEAST_BEFORE:
            _turn_saying(doc, token)
        elif token.lower_ in _SHOWING and token.i >= _LEAST_BEFORE:
            _turn_showing(doc, token)
    return doc


_SAYS = {
    "states": "state", "records": "record", "claims": "claim", "notes": "note", "shows": "show", "reads": "read",
    "reports": "report", "charges": "charge", "documents": "document", "details": "detail", "estimates": "estimate", "finds": "find",
}  # fmt: skip
_LEAST_BEFORE = 4
"""Words before such a verb: one that says something, a comma, an article and the document."""


def _turn_saying(doc: Doc, verb: Token) -> None:
    noun, behind = verb.nbor(-1), verb.nbor(1) if verb.i + 1 < len(doc) else None
    if behind is not None and behind.text not in (".", ",", ";"):
        return
    if not _is_document(noun):
        return
    first = noun.i
    while first and (doc[first - 1].dep_ in _OF_NOUNS or doc[first - 1].dep_ == "case"):
        first -= 1
    if first > verb.sent.start and doc[first - 1].text in _PARTING:
        _hang_on(verb, noun, first)


def _is_document(noun: Token) -> bool:
    lemmas = {noun.lower_, noun.lemma_.lower()}
    return not lemmas.isdisjoint(reporting.nouns("documents") | reporting.nouns("papers"))


_PARTING = (",", "”", '"')


def _hang_on(verb: Token, noun: Token, first: int) -> None:
    """Makes what stands before token `first`, or around what it opens, the clause that `noun` says by `verb`."""
    doc, sentence = verb.doc, verb.sent
    inside = range(first, verb.i + 1)
    main = sentence.root
    if main.i in inside:
        told = [w for w in sentence if w.i < first and w.head.i in inside and w.pos_ in _VERBS]
        main = told[-1] if told else main
    if main.i in inside or main.pos_ not in _VERBS:
        return
    for word in sentence:
        if word.i not in inside and word.head.i in inside:
            word.head = main
    verb.head, verb.dep_ = verb, "ROOT"
    several = not verb.lower_.endswith("s")
    verb.tag_, verb.pos_ = "VBP" if several else "VBZ", "VERB"
    verb.lemma_ = _SAYS.get(verb.lower_, verb.lower_.removesuffix("s"))
    main.head, main.dep_ = verb, "ccomp"
    noun.head, noun.dep_ = verb, "nsubj"
    for word in doc[first : verb.i]:
        if word != noun and (word.head.i not in inside or word.head == verb):
            word.head = noun
    for mark in (doc[first - 1], doc[min(verb.i + 1, len(doc) - 1)]):
        if mark.is_punct:
            mark.head = verb


_SHOWING = frozenset(
    "show shows say says suggest suggests indicate indicates reveal reveals".split()
)
_LONGEST_SOURCE = 14
"""Words of a document with what was done to it: "documents seen by the Courier"."""


def _turn_showing(doc: Doc, verb: Token) -> None:
    """ "…, documents seen by the Courier show.", of which the parse makes one noun or a second deed."""
    behind = verb.nbor(1) if verb.i + 1 < len(doc) else None
    if behind is not None and behind.text not in (".", ";"):
        return
    first = verb.i
    while (
        first > verb.sent.start and verb.i - first < _LONGEST_SOURCE and doc[first - 1].text != ","
    ):
        first -= 1
    if doc[first - 1].text != "," or first == verb.sent.start:
        return
    for noun in doc[first : min(first + _NEAR_START, verb.i - 1)]:
        done = noun.nbor(1)
        if _is_document(noun) and done.tag_ in ("VBN", "VBD") and done.i < verb.i - 1:
            if all(word.dep_ in _OF_NOUNS for word in doc[first : noun.i]):
                done.head, done.dep_, done.tag_ = noun, "acl", "VBN"
                for word in doc[done.i + 1 : verb.i]:
                    if word.head == verb or word.head.i < first:
                        word.head = done
                _hang_on(verb, noun, first)
            return


_NEAR_START = 4


_DECLARING = frozenset(
    "threaten vow pledge promise demand call urge accuse order warn announce deny reject offer appeal ask insist refuse invite".split()
)
_OPENING, _CLOSING = frozenset('"“'), frozenset('"”')


@Language.component("deeds_behind_quotations")
def deeds_behind_quotations(doc: Doc) -> Doc:
    """Hangs a verb of declaring behind words in quotation marks on the verb that tells who said these: "said it would not “stand by
    while bread is short” and threatened to send troops". The parser hangs it on the last verb between the marks."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if (
            token.dep_ != "conj"
            or token.tag_ not in ("VBD", "VBN")
            or token.lemma_.lower() not in _DECLARING
        ):
            continue
        inside = token.head
        marks = [w for w in token.sent if w.text in _OPENING | _CLOSING and w.i < token.i]
        closing = next((w for w in reversed(marks) if w.i > inside.i and w.text in _CLOSING), None)
        opening = next((w for w in reversed(marks) if w.i < inside.i and w.text in _OPENING), None)
        if closing is None or opening is None or token.i - closing.i > _NEAR_START:
            continue
        outside = [w for w in inside.ancestors if w.i < opening.i and w.tag_ == "VBD"]
        if not outside or any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
            continue
        token.head, token.tag_, token.pos_ = outside[0], "VBD", "VERB"
        for word in doc[closing.i : token.i]:
            if word.dep_ == "cc" and word.head == inside:
                word.head = outside[0]
    return doc


_INSERTED = {"(": ")", ",": ",", "–": "–", "—": "—", "--": "--", "[": "]"}
"""Marks around what stands between a modal verb and the verb that it belongs to, the opening one first."""
_LONGEST_INSERTION = 16
"""Tokens."""


@Language.component("modals_before_insertions")
def modals_before_insertions(doc: Doc) -> Doc:
    """Hangs a modal verb behind which something is inserted on the verb that follows the insertion: "could – if nobody had
    seen them – have attacked the camp". The parser hangs it on the insertion, and what could have been seems done."""
    modal_tag = doc.vocab.strings["MD"]
    for modal in doc:
        if modal.tag == modal_tag and modal.i + 1 < len(doc):
            verb = _behind_insertion(doc, modal)
            if verb is None or modal.head == verb:
                continue
            if modal.i <= verb.head.i < verb.i and verb.head.dep_ not in ("aux", "auxpass"):
                _change_places(verb, verb.head, modal)
            if not modal.is_ancestor(verb):
                modal.head, modal.dep_ = verb, "aux"
    return doc


def _change_places(verb: Token, above: Token, modal: Token) -> None:
    """Puts a verb where the modal, or the verb of what is inserted, stands in the tree, with what hangs there from
    outside of the insertion."""
    outside = [child for child in above.children if child.i < modal.i or child.i > verb.i]
    label, upper = above.dep_, above.head
    verb.head = verb if label == "ROOT" else upper
    verb.dep_ = label
    above.head, above.dep_ = verb, "advcl"
    for child in outside:
        child.head = verb


def _behind_insertion(doc: Doc, modal: Token) -> Token | None:
    """The main verb of the bare form that follows what marks set behind a modal; None without one."""
    closing = _INSERTED.get(doc[modal.i + 1].text)
    if closing is None:
        return None
    last = min(modal.i + _LONGEST_INSERTION, len(doc) - 1)
    for place in range(modal.i + 2, last):
        bare = doc[place + 1]
        is_bare = bare.lower_ in ("have", "be") or bare.tag_ == "VB"
        if doc[place].text == closing and is_bare:
            verb = bare.head if bare.dep_ in ("aux", "auxpass") else bare
            return verb if verb.i >= bare.i and verb.sent == modal.sent else None
    return None
