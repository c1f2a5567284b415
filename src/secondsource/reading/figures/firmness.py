"""How firm a number is: measured, estimated, planned or projected."""

from itertools import islice, pairwise

from ...lexicon import measures, numbers
from ...model.figure import Nature
from ..draft import Draft
from ..grid import RIGHT_LEMMA
from ..tokens import Run, Token
from .single import Amount

_MODALS = frozenset(["could", "may", "might", "would"])
_BRINGING_ABOUT = frozenset(["raise", "lead", "push", "reduce", "cut", "lift"])
_WILL = frozenset(["will", "'ll", "’ll", "shall"])


def nature(draft: Draft, tokens: Run, amount: Amount) -> Nature:
    """How firm the number is: measured unless a word over it says estimated, planned or projected."""
    if amount.estimated:
        return "estimated"
    root = tokens.root
    chain = _over(root)
    reported = _said_just_before(root) or _said_just_after(root) or _as_reported(chain[:6])
    if reported is not None:
        return reported
    if _is_given(root):
        return "measured"
    for previous, token in pairwise(chain):
        if _is_told_after(previous, token):
            break
        if token.dep_ == "prep" and token.lower_ in _BEHIND and amount.dimension != "time":
            break  # what is hoped for after four rounds of talks comes when those are over
        found = (
            _by_verb(token, previous, root)
            if token.pos_ in ("VERB", "AUX")
            else _by_noun(token, previous)
        )
        if found is not None:
            return found
        own_subject = token.dep_ == "conj" and any(
            child.dep_ in ("nsubj", "nsubjpass") for child in token.children
        )
        if token.dep_ == "advcl" and _is_condition(token):
            return "projected"  # "if they freed 700 prisoners"
        if _is_laid_down(token):
            return "projected"  # "on condition that they keep two miles away"
        if token.dep_ == "advcl" and _is_awaited(token):
            return "projected"  # "would stay until 11 prisoners were freed"
        if token.dep_ in ("relcl", "advcl") or own_subject:
            break  # what holds of the clause above does not hold of this one
    return "measured"


def _is_condition(clause: Token) -> bool:
    return any(
        child.lower_ in ("if", "unless") for child in clause.children if child.dep_ == "mark"
    )


def _is_laid_down(clause: Token) -> bool:
    """Whether the clause is a condition that somebody makes: "on condition that the ships keep away"."""
    that = next((child for child in clause.children if child.dep_ == "mark"), None)
    return (
        that is not None
        and that.lower_ == "that"
        and that.i > 0
        and that.nbor(-1).lower_ in ("condition", "proviso")
    )


def _is_told_after(main: Token, verb: Token) -> bool:
    """Whether a clause is the main one though the parse hangs it on the verb of the background behind it: "freed 12 of
    them, hours after both sides agreed"."""
    return main.pos_ == "VERB" and any(
        child.lower_ in _BEHIND and main.i < child.i < verb.i
        for child in verb.children
        if child.dep_ in ("mark", "prep")
    )


def _is_awaited(clause: Token) -> bool:
    """Whether what the clause tells must come before something still to come is over: "will strike until 40 are freed"."""
    opens = {child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")}
    helpers = {child.lower_ for child in clause.head.children if child.dep_ == "aux"}
    ahead = _WILL | {"would", "'d", "’d"}
    return bool(opens & {"until", "till", "once"}) and bool(helpers & ahead)


def _over(root: Token) -> list[Token]:
    """A number and what stands over it in the parse. What comes "in addition to" other things stands under
    the verb of their clause, also where the parse hangs it on the "said" around them."""
    chain = [root, *islice(root.ancestors, 8)]
    for at, (previous, token) in enumerate(pairwise(chain)):
        if previous.dep_ != "prep" or token.pos_ != "VERB" or chain[at - 1].lower_ not in _BESIDES:
            continue
        said = [child for child in token.lefts if child.dep_ == "ccomp" and child.i < root.i]
        if said:
            return [*chain[: at + 1], said[-1], *chain[at + 1 :]]
    return chain


_ABILITIES = frozenset(["ability", "capability", "capacity", "power", "potential", "means"])
_BESIDES = frozenset(["addition"])
_BEHIND = frozenset(["after", "since", "following", "despite", "between", "among"])


def _said_just_after(root: Token) -> Nature | None:
    """ "around 900 boats that officials estimate are at sea": a relative clause right behind the noun."""
    noun = root.head if root.dep_ in ("nummod", "quantmod", "amod") else root
    if noun.i < root.i or noun.i + 2 >= len(noun.doc):
        return None
    doc = noun.doc
    if doc[noun.i + 1].lower_ not in ("that", "which", "whom", "who"):
        return None
    for token in doc[noun.i + 2 : min(noun.i + 11, root.sent.end)]:
        if token.is_punct and token.text != "-":
            return None
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "compound":
            lemma = token.lemma_.lower()
            if lemma in ("estimate", "reckon"):
                return "estimated"
            return "projected" if lemma in ("project", "forecast", "predict") else None
    return None


def _is_given(root: Token) -> bool:
    """Whether the noun phrase takes for granted that the counted things exist ("the 12 ships", "its
    900-strong army"), whatever is planned for them."""
    noun = next(
        (
            token
            for token in (root, root.head, root.head.head)
            if token.pos_ == "NOUN" or token.tag_ == "NNPS"
        ),
        None,
    )
    if noun is None or noun.i < root.i:
        return False
    if any(child.lower_ in _TO_BEGIN_WITH for child in (*noun.lefts, *root.lefts)):
        return False  # "the first 50 could arrive in March"
    if any(_has_befallen(child) for child in noun.rights):
        return True
    while noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head  # "its 25 percent duty": whose the duty is
    return any(
        child.i < root.i
        and (
            child.dep_ == "poss"
            or (child.dep_ == "det" and child.lower_ != "a" and child.lower_ in _DEFINITE)
        )
        for child in noun.children
    )


def _has_befallen(clause: Token) -> bool:
    """Whether a clause behind a noun says what was done to these people: "release 12 miners detained last week"."""
    if clause.lemma_.lower() not in measures.fates():
        return False
    done = clause.dep_ == "acl" and clause.tag_ in ("VBN", "VBD")
    helped = any(child.lower_ in ("was", "were") for child in clause.children)
    return done or (clause.dep_ == "relcl" and helped)


_TO_BEGIN_WITH = frozenset(["first", "next", "further"])
_DEFINITE = frozenset(["the", "these", "those", "all"])


def _said_just_before(root: Token) -> Nature | None:
    """ "officials estimate around 900": the word stands right before, though the parse may not join them."""
    for token in reversed(root.doc[max(root.sent.start, root.i - 5) : root.i]):
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "NOUN") and lemma == "estimate":
            return "estimated"
        if token.pos_ in ("VERB", "NOUN") and lemma in ("project", "forecast", "predict"):
            return "projected"
        if token.is_punct:
            return None
    return None


def _as_reported(chain: list[Token]) -> Nature | None:
    """ "estimated" where the clause with the number is what somebody estimates."""
    for previous, token in pairwise(chain):
        if token.pos_ != "VERB":
            continue
        lemma = token.lemma_.lower()
        inside = previous.dep_ in ("ccomp", "xcomp") or token.tag_ == "VBN"
        if lemma in numbers.firmness("estimating") and inside and previous.dep_ != "advcl":
            speaker = next((child for child in token.children if child.dep_ == "nsubj"), None)
            own = speaker is not None and speaker.lower_ in ("i", "we", "you")
            return None if own else "estimated"
        if lemma == "put" and previous.dep_ == "prep" and previous.lower_ == "at":
            return "estimated"
        if lemma == "fear" and token.tag_ == "VBN" and previous.dep_ in ("nsubj", "nsubjpass"):
            return "estimated"  # "hundreds are feared dead"
    return None


def _lemma(verb: Token) -> str:
    return RIGHT_LEMMA.get(verb.lower_, verb.lemma_.lower())


def _by_verb(verb: Token, previous: Token, root: Token) -> Nature | None:
    lemma = _lemma(verb)
    if lemma == "be" and _is_to_be(verb):
        return "planned"  # "900 doses are to be sent"
    if previous.dep_ == "nsubjpass" and _are_expected(verb, lemma):
        return "projected"
    modal = next((child.lower_ for child in verb.children if child.tag_ == "MD"), None)
    within = previous.dep_ in ("ccomp", "xcomp")
    if lemma in numbers.firmness("projecting") and (within or previous.dep_ in ("dobj", "prep")):
        own = previous.dep_ == "xcomp" and lemma == "expect" and _is_deed(verb, previous, root)
        return "planned" if own else "projected"
    unable = modal == "could" and any(child.dep_ == "neg" for child in verb.children)
    if modal in _MODALS and previous.dep_ != "ccomp" and not unable:
        perfect = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
        return "estimated" if perfect and modal != "would" else "projected"
    if modal == "can" and (lemma in numbers.firmness("foretelling") or lemma in _BRINGING_ABOUT):
        return "projected"  # "a levy can raise prices by 7 percent", but not "can carry 90 people"
    if modal in _WILL and previous.dep_ != "ccomp":
        return "projected" if lemma in numbers.firmness("foretelling") else "planned"
    asked = _lemma(verb.head) in numbers.firmness("asking_for")
    if asked and any(child.lower_ == "for" for child in verb.children if child.dep_ == "mark"):
        return "planned"  # "called for 40 boats shared by both ports"
    if previous.dep_ in ("nsubj", "nsubjpass"):
        return None
    if lemma in numbers.firmness("planning") and within:
        return "planned"
    if lemma in numbers.firmness("asking") and previous.dep_ in ("dobj", "prep", "xcomp", "ccomp"):
        return "planned"
    if lemma in numbers.firmness("asking_for") and previous.dep_ == "prep":
        return "planned" if previous.lower_ == "for" else None
    return None


def _are_expected(verb: Token, lemma: str) -> bool:
    """Whether so many are expected at all: "300 guests are expected at the wedding", "are forecast to come"; those who are
    expected to be charged or to leave are there already."""
    if lemma not in numbers.firmness("projecting") or lemma == "fear" or verb.tag_ != "VBN":
        return False
    deed = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp")), None)
    if deed is None:
        return True
    return _lemma(deed) in numbers.firmness("foretelling") | numbers.firmness("coming")


def _is_to_be(verb: Token) -> bool:
    """Whether a form of "be" says with the "to" right behind it what is to come: "are to be sent", "is to visit"."""
    if verb.tag_ not in ("VBZ", "VBP", "VBD") or verb.i + 2 >= len(verb.doc):
        return False
    return verb.nbor().lower_ == "to" and verb.nbor(2).tag_ == "VB"


def _is_deed(verb: Token, done: Token, root: Token) -> bool:
    """Whether what is expected is a deed upon what the number counts, which somebody means to do, rather than
    something that comes of itself: "expected to impose fines on four firms", but not "to cost 4 million"."""
    if verb.tag_ != "VBN":
        return True
    lemma = done.lemma_.lower()
    if lemma in numbers.firmness("foretelling") or lemma == "be":
        return False
    return root.ent_type_ not in ("MONEY", "PERCENT") and not root.is_currency


def _by_noun(noun: Token, previous: Token) -> Nature | None:
    lemma = noun.lemma_.lower()
    if noun.pos_ == "ADJ" and previous.dep_ == "xcomp" and lemma in ("likely", "bound", "sure"):
        return "projected"
    ready = noun.pos_ == "ADJ" and lemma in ("ready", "prepared", "willing")
    if ready and (previous.lower_ == "for" or previous.dep_ == "xcomp"):
        return "planned"
    if lemma in _ABILITIES and previous.dep_ == "acl" and previous.tag_ == "VB":
        return "projected"  # "the power to sink 30 ships"
    if previous.dep_ == "nummod" and noun.tag_ == "NNS":
        return None  # "hit 600 targets", "made three offers": what is counted is there
    if lemma in numbers.firmness("plans"):
        return "planned"
    if lemma in numbers.firmness("projections"):
        return "projected"
    return "estimated" if lemma in numbers.firmness("estimates") else None
