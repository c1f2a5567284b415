"""What the parser of the language pipeline gets wrong again and again in reports, set right in the parse itself, so
that all steps read the same."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..lexicon import reporting

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prt"})
_BE = frozenset({"be"})


@Language.component("second_deeds")
def second_deeds(doc: Doc) -> Doc:
    """Hangs a second verb of who speaks on the verb of saying and not on what is said: "She promised that those to
    blame would be punished and ordered an inquiry": she ordered it. The tense tells: no "would be" reaches it."""
    for token in doc:
        saying = _saying_above(token)
        if saying is not None:
            token.head = saying
    return doc


@Language.component("clauses_of_saying")
def clauses_of_saying(doc: Doc) -> Doc:
    """Hangs what is said on the verb of saying and not on where it was said: "said in a letter that he was leaving"."""
    for token in doc:
        noun = token.head
        if token.dep_ not in {"relcl", "acl"} or noun.dep_ != "pobj" or noun.i > token.i:
            continue
        saying = noun.head.head
        said_in = noun.head.lower_ in {"in", "at", "on", "during"} and _reports(saying)
        if not said_in or not saying.tag_.startswith("VB") or saying.i > noun.i:
            continue
        opens = any(
            child.dep_ == "mark" and child.lower_ == "that" and child.i == noun.i + 1
            for child in token.children
        )
        if opens and not any(child.dep_ == "ccomp" for child in saying.children):
            token.head = saying
            token.dep_ = "ccomp"
    return doc


@Language.component("clauses_with_as")
def clauses_with_as(doc: Doc) -> Doc:
    """Makes a clause of "as" with a name and a verb that the parse takes for one noun: "as Minister Ann Bell heads to Lamu to
    meet the miners": she heads there, and meets them."""
    for token in doc:
        link = token.head
        if token.dep_ != "pobj" or link.lower_ != "as" or not token.i:
            continue
        who = doc[token.i - 1]
        if token.tag_ == "NNS" and who.dep_ == "nsubj":
            token.tag_ = "VBZ"  # taken for a noun with a subject of its own
        if token.tag_ not in {"VBZ", "VBP", "VBD"}:
            continue
        above = next((each for each in link.ancestors if each.pos_ in {"VERB", "AUX"}), None)
        if above is None or who.head != token or who.pos_ != "PROPN":
            continue
        token.head, token.dep_, token.pos_ = above, "advcl", "VERB"
        link.head, link.dep_ = token, "mark"
        who.dep_ = "nsubj"
        for aim in doc[token.i + 1 : token.i + 8]:
            if aim.dep_ in {"advcl", "xcomp"} and aim.head == above and aim.tag_ == "VB":
                aim.head = token
    return doc


@Language.component("gerunds_beside_nouns")
def gerunds_beside_nouns(doc: Doc) -> Doc:
    """Hangs a deed in "-ing" on the deed or noun that "and" joins it to, and not on the verb before both, of which it is no second
    form: "was charged with theft and inciting a riot": with inciting one, too."""
    for token in doc:
        verb = token.head
        if token.dep_ != "conj" or token.tag_ != "VBG" or verb.tag_ not in _NO_PROGRESSIVE:
            continue
        own = any(child.dep_ in _SUBJECTS | {"aux"} for child in token.children)
        link = next(
            (doc[i] for i in (token.i - 1, token.i - 2) if i > verb.i and _joins(doc[i])), None
        )
        if own or link is None:
            continue
        deeds = (
            each
            for each in reversed(doc[verb.i + 1 : link.i])
            if each.tag_ == "VBG" and each.dep_ in {"pcomp", "xcomp"}
        )
        first = next(deeds, None)
        noun = doc[link.i - 1]
        if first is not None and verb in first.ancestors:
            token.head = first
        elif (
            noun.pos_ == "NOUN" and noun.dep_ in {"dobj", "pobj", "conj"} and verb in noun.ancestors
        ):
            token.head = noun
    return doc


_ASKING = frozenset({"how", "why", "when", "where", "whether"})


@Language.component("clauses_of_asking")
def clauses_of_asking(doc: Doc) -> Doc:
    """Makes a clause of a preposition, "how" and a name whose verb the parse hangs on the main clause: "questions about how
    convicted robber Ann Bell, 49, escaped": she escaped, and not who was asked."""
    for token in doc:
        if (
            token.dep_ != "advcl"
            or token.tag_ not in {"VBD", "VBZ"}
            or any(child.dep_ in _SUBJECTS for child in token.children)
        ):
            continue
        asking = next(
            (
                doc[i]
                for i in range(token.i - 1, max(token.i - 12, 0), -1)
                if doc[i].lower_ in _ASKING
            ),
            None,
        )
        link = doc[asking.i - 1] if asking is not None and asking.i else None
        if asking is None or link is None or link.dep_ != "prep":
            continue
        who = next(
            (
                child
                for child in link.children
                if child.dep_ == "pobj" and asking.i < child.i < token.i
            ),
            None,
        )
        if who is None or any(doc[i] not in who.subtree for i in range(who.i + 1, token.i)):
            continue
        token.head, token.dep_ = link, "pcomp"
        who.head, who.dep_ = token, "nsubj"
        asking.head, asking.dep_ = token, "advmod"
    return doc


@Language.component("roles_before_names")
def roles_before_names(doc: Doc) -> Doc:
    """Hangs a role on the name right behind it where the parse gives one verb two subjects: "wide receiver Ann Bell was
    arrested"."""
    for token in doc:
        if (
            token.dep_ not in {"nsubj", "nsubjpass"}
            or token.pos_ != "NOUN"
            or token.i + 1 >= len(doc)
        ):
            continue
        name = next(
            (
                doc[i]
                for i in range(token.i + 1, min(token.i + 5, len(doc)))
                if doc[i].dep_ == token.dep_
            ),
            None,
        )
        if (
            name is None
            or name.head != token.head
            or name.pos_ != "PROPN"
            or name.left_edge.i != token.i + 1
        ):
            continue
        token.head, token.dep_ = name, "compound"
    return doc


@Language.component("sayers_at_the_root")
def sayers_at_the_root(doc: Doc) -> Doc:
    """Makes a verb of saying the main one of its sentence where the parse takes it for an attribute of who speaks: "Ann Bell, a
    skipper, demanded by telephone that Chad pay": a sentence with a "that" and no other main verb has its verb there."""
    for token in doc:
        who = token.head
        if (
            token.dep_ != "acl"
            or token.tag_ not in {"VBN", "VBD"}
            or who.dep_ != "ROOT"
            or who.pos_ != "PROPN"
        ):
            continue
        told = next(
            (each for each in doc[token.i + 1 : who.sent.end] if _opens_that(each, token, who)),
            None,
        )
        if (
            told is None
            or not _reports(token)
            or any(each.dep_ in {"aux", "auxpass"} for each in token.children)
        ):
            continue
        for child in list(who.children):
            if child.i > token.i and child != token:
                child.head = token
        told.head, told.dep_ = token, "ccomp"
        token.head, token.dep_, token.tag_ = token, "ROOT", "VBD"
        who.head, who.dep_ = token, "nsubj"
    return doc


def _opens_that(clause: Token, verb: Token, who: Token) -> bool:
    """Whether a verb has a "that" of its own and hangs on one of the two."""
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    return (
        marked and clause.head in {verb, who} and clause.dep_ in {"acl", "relcl", "ccomp", "advcl"}
    )


@Language.component("days_of_what_is_said")
def days_of_what_is_said(doc: Doc) -> Doc:
    """Hangs a day between what is said and the comma before who says it on what is said: "The envoys will meet in Lamu, on
    Friday, a spokesman announced": they meet on that day, whenever it was announced."""
    for token in doc:
        saying = token.head
        if token.ent_type_ != "DATE" or not token.i:
            continue
        when = saying if saying.dep_ == "prep" and token.dep_ == "pobj" else token
        saying = when.head
        if when.dep_ not in {"prep", "npadvmod"} or saying.i <= token.i or not _reports(saying):
            continue
        told = next((each for each in saying.lefts if each.dep_ == "ccomp"), None)
        comma = token.right_edge.i + 1
        if told is None or told.i > when.i or comma >= saying.i or doc[comma].text != ",":
            continue
        if any(each.dep_ in _SUBJECTS and each.i > comma for each in saying.lefts):
            when.head = told
    return doc


@Language.component("clauses_with_of_which")
def clauses_with_of_which(doc: Doc) -> Doc:
    """Hangs ", the first part of which is due on Friday" on the noun before its comma, where the parse takes it for a second
    main clause."""
    for token in doc:
        if token.tag_ != "WDT" or token.dep_ != "pobj" or token.head.lower_ != "of":
            continue
        part, clause = token.head.head, token.head.head.head
        start = part.left_edge.i
        if part.dep_ not in _SUBJECTS or clause.dep_ == "relcl" or start < 2 or part.i > clause.i:
            continue
        before = doc[start - 2]
        if doc[start - 1].text != "," or before.pos_ not in {"NOUN", "PROPN"}:
            continue
        if clause.head == clause:
            _hand_over(clause, before)
        if clause.head != clause and clause.head.i < start:
            clause.head, clause.dep_ = before, "relcl"
    return doc


def _hand_over(clause: Token, noun: Token) -> None:
    """Makes the clause that holds a noun, which the parse hangs on the main one behind it, the main one."""
    main = next((each for each in clause.lefts if each.is_ancestor(noun)), None)
    if main is None or main.dep_ != "ccomp":
        return
    for each in [*clause.lefts, *clause.rights]:
        if each.dep_ == "punct":
            each.head = main
    main.head, main.dep_ = main, "ROOT"
    clause.head = main


@Language.component("taken_hostage")
def taken_hostage(doc: Doc) -> Doc:
    """Reads "took two guards hostage" as what is done to the guards: the parse takes "hostage" for a verb or joins it to them."""
    for token in doc:
        verb = token.head
        if token.lower_ not in {"hostage", "captive", "prisoner"} or verb.lemma_ not in {
            "take",
            "hold",
            "keep",
        }:
            continue
        before = doc[token.i - 1]
        if token.dep_ not in {"dobj", "oprd", "ccomp", "xcomp", "advcl"} or not verb.i < before.i:
            continue
        if before.head == token and before.dep_ in {"compound", "nsubj"}:
            for child in list(token.lefts):
                if child != before:
                    child.head = before
            before.head, before.dep_ = verb, "dobj"
        token.dep_, token.tag_, token.pos_ = "oprd", "NN", "NOUN"
    return doc


@Language.component("clauses_with_while")
def clauses_with_while(doc: Doc) -> Doc:
    """Hangs ", while offering talks" behind what is told of a thing (", which the union said would cost jobs,") on the verb that
    the thing belongs to: who did that offers, and neither the thing nor who spoke of it."""
    for token in doc:
        if token.lower_ != "while" or token.dep_ != "mark" or token.head.tag_ != "VBG":
            continue
        clause, comma = token.head, doc[token.i - 1] if token.i else token
        told = clause.head
        while told.dep_ in {"ccomp", "xcomp", "conj"}:
            told = told.head
        opening = told.left_edge
        if comma.text != "," or told.dep_ != "relcl" or told.i > clause.i:
            continue
        if opening.lower_ != "which" or not opening.i or doc[opening.i - 1].text != ",":
            continue
        main = told.head
        while main.dep_ not in {"ROOT", "ccomp"} and main.head != main:
            main = main.head
        if main.i < told.i and any(each.dep_ == "nsubj" for each in main.lefts):
            clause.head, clause.dep_ = main, "advcl"
    return doc


_NO_PROGRESSIVE = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB"})


def _joins(token: Token) -> bool:
    return token.dep_ == "cc" and token.lower_ in {"and", "or"}


def _saying_above(token: Token) -> Token | None:
    """The past verb of saying whose subject does what `token` tells; None where the parse may be right."""
    told = token.head
    if token.dep_ != "conj" or token.tag_ not in {"VBD", "VBN"} or told.dep_ != "ccomp":
        return None
    saying = told.head
    if saying.tag_ != "VBD" or not saying.i < told.i < token.i or not _reports(saying):
        return None
    own = {child.dep_ for child in token.children}
    active = token.tag_ == "VBD" or "dobj" in own
    has_object = active and (bool(own & _COMPLEMENTS) or _reports_with_preposition(token))
    if not _reports(token) or own & (_SUBJECTS | {"aux", "auxpass"}) or not has_object:
        return None
    return saying if _is_unlike_past(told) or _goes_on_anew(token) else None


_ANEW = frozenset({"also", "further", "additionally", "separately", "likewise"})


def _goes_on_anew(verb: Token) -> bool:
    """Whether a comma, "and" and "also" stand before a verb: who speaks goes on with the next thing, as in "the panel said
    the army fired on the town, and also accused the rebels of two raids"."""
    also = next(
        (child for child in verb.children if child.lower_ in _ANEW and child.i < verb.i), None
    )
    start = also.i if also is not None else 0
    return start > 1 and verb.doc[start - 1].lower_ == "and" and verb.doc[start - 2].text == ","


def _reports(token: Token) -> bool:
    return token.lemma_.lower() in reporting.all_words()


def _reports_with_preposition(token: Token) -> bool:
    """Whether a verb that takes no object is followed by what it is about: "appealed for tents"."""
    return token.tag_ == "VBD" and any(
        child.dep_ == "prep"
        and child.i == token.i + 1
        and child.lower_ in {"for", "on", "to", "of", "against"}
        for child in token.children
    )


def _is_unlike_past(verb: Token) -> bool:
    """Whether a verb has another form than the simple past of a deed: helped by another verb, or "was" with a
    noun or adjective."""
    helped = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    return helped or verb.lemma_ in _BE or verb.tag_ != "VBD"
