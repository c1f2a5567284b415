"""Whom or what a relative pronoun or a participle behind a noun belongs to, where the parse has hung its clause on the wrong one."""

from ..pleadings import ALLEGING, PLEADINGS
from ..tokens import Token
from .grammar import first_child, is_nominal, is_verb, lemma
from .kinds import belongs


def meant_by(pronoun: Token, noun: Token) -> Token:
    """What a relative pronoun stands for; `noun` is what its clause hangs on."""
    return _said_thing_behind(noun, pronoun) or _body_before(noun, pronoun) or noun


def _body_before(noun: Token, pronoun: Token) -> Token | None:
    """The body right before ", which" where the clause hangs on one of its people: "Mary Boyd of the River Center, which is
    suing"; None where there is none. A person is never "which"."""
    if pronoun.lower_ != "which" or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return None
    before = pronoun.nbor(-2)
    person = noun.ent_type_ == "PERSON" or belongs(noun, ("PERSON", "OFFICER", "WORKER"))
    if not person or before == noun or before.dep_ != "pobj" or not is_nominal(before):
        return None
    return before if before.ent_type_ != "PERSON" else None


def filed_against(participle: Token, noun: Token) -> Token | None:
    """The verb of filing whose subject alleges what a participle behind those whom a suit is against tells: "filed a lawsuit
    against Chad and Mali alleging a plot"; None where the noun itself may do it."""
    if lemma(participle) not in ALLEGING:
        return None
    sued = noun
    while sued.dep_ == "conj":
        sued = sued.head
    link = sued.head
    if sued.dep_ != "pobj" or link.lower_ != "against":
        return None
    filed = link.head if is_verb(link.head) else link.head.head
    paper = first_child(filed, "dobj", "nsubjpass") if is_verb(filed) else None
    return filed if paper is not None and lemma(paper) in PLEADINGS else None


_SAID_THINGS = frozenset(
    {"demand", "proposal", "letter", "note", "draft", "document", "list", "statement", "resolution"}
    | {"report", "plan", "message", "petition", "paper"}
)


def _said_thing_behind(noun: Token, pronoun: Token) -> Token | None:
    """The thing in writing that a "which" after a comma means where the parse has hung it on whoever got it:
    "demands sent to Chad and Mali, which called for a withdrawal"; None where there is none."""
    if pronoun.lower_ != "which" or pronoun.nbor(-1).text != ",":
        return None
    receiver = noun
    while receiver.dep_ == "conj":
        receiver = receiver.head
    link = receiver.head
    if receiver.dep_ != "pobj" or link.lower_ not in ("to", "with", "for"):
        return None
    thing = link.head.head if link.head.dep_ == "acl" else link.head
    return thing if is_nominal(thing) and lemma(thing) in _SAID_THINGS else None
