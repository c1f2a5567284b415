"""Main verbs that the parser of the language pipeline takes for a part of a name or for an adjective, set right in the parse:
"The move enraged critics", "Chad shelves levy on grain"."""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ..lexicon.events import noun_entries, verb_entries

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
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
    "note that the bishop confirmed reports". A participle that describes ("rebel-held town") has a hyphen before it."""
    for token in doc:
        if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.i:
            who, noun = token.nbor(-1), token.head
            subject = who.head == token and who.dep_ in ("nsubj", "npadvmod")
            if subject and who.pos_ in _NOUNS and noun.i > token.i and noun.dep_ in _CLAUSES:
                _turn_past(token, who, noun)
    return doc


def _turn_past(token: Token, who: Token, noun: Token) -> None:
    label, above = _CLAUSES[noun.dep_], noun.head
    own = [child for child in noun.children if child != token]
    token.head = token if label == "ROOT" else above
    token.tag_, token.pos_, token.dep_ = "VBD", "VERB", label
    who.dep_ = "nsubj"
    noun.head, noun.dep_ = token, "dobj"
    for child in own:
        if child.i < who.i and child.dep_ in _OF_NOUNS:
            child.head = who
        elif child.i < who.i or child.dep_ in ("advcl", "punct"):
            child.head = token


@Language.component("verbs_of_headlines")
def verbs_of_headlines(doc: Doc) -> Doc:
    """Makes a verb of a form in "-s" right behind a name in a line without any verb: "Chad shelves levy on grain"."""
    if not doc.has_annotation("DEP"):
        return doc
    for sentence in list(doc.sents):
        if sentence.root.pos_ in _NOUNS and not any(word.pos_ in _VERBS for word in sentence):
            verb = _verb_behind_name(sentence)
            if verb is not None:
                _turn_present(verb, sentence)
    return doc


def _verb_behind_name(line: Span) -> Token | None:
    """The first word of a line that can be a verb of the table in "-s", with one name in the singular before it."""
    for word in line[1:-1]:
        before = word.nbor(-1)
        if (
            before.pos_ != "PROPN"
            or before.tag_ == "NNPS"
            or any(each.text == "," for each in line[: word.i - line.start])
        ):
            continue
        if word.tag_ in ("NNS", "NNP", "NNPS") and word.pos_ in _NOUNS and _singular_verb(word):
            return word
    return None


def _singular_verb(word: Token) -> str | None:
    """The verb of the table whose form a word is; of one that is a noun of the table as well ("attacks", "strikes") only
    before a name, since "Kenya attacks survivors" is as likely about survivors of attacks."""
    form = word.lower_
    bases = (form.removesuffix("s"), form.removesuffix("es"), form.removesuffix("ies") + "y")
    verb = next((base for base in bases if base != form and base in verb_entries()), None)
    return verb if verb not in noun_entries() or word.nbor(1).pos_ == "PROPN" else None


def _turn_present(verb: Token, line: Span) -> None:
    root, who = line.root, verb.nbor(-1)
    free = [word for word in line if word.i > verb.i and word.head.i <= verb.i and word != verb]
    if root.i > verb.i and root not in free:
        free.insert(0, root)
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", _singular_verb(verb) or verb.lemma_
    who.head, who.dep_ = verb, "nsubj"
    for word in line:
        if word.i < who.i and (word.head.i >= verb.i or word.head == word):
            word.head, word.dep_ = who, "compound"
    for word in free:
        word.head = verb
        if word.pos_ in _NOUNS and word.dep_ not in ("conj", "appos"):
            word.dep_ = "dobj"
