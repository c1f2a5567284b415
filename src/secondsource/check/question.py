"""A sentence made into a question to a record: what it asserts, by which word, of whom, and how it puts it."""

from spacy.tokens import Doc, Token

from .comparing.core import asserted_deed, core_of, opposed_to, said_as, turning_words
from .grammar.assertion import (
    DENYING_PHRASES,
    NEGATIONS,
    SILENCE,
    assertion,
    is_ahead,
    is_negated,
    is_unfolding,
    leaves_open,
)
from .telling.carrying import is_done_to_thing, is_light, main_word, said_in, told_word
from .telling.kin import word_kin
from .telling.told import Told
from .telling.values import Question


def question_of(asked: Told, doc: Doc, reported: bool = True) -> Question:
    """What is asked by a sentence that was parsed; of one that says that somebody says it, without `reported`, only what that is."""
    main = main_word(doc)
    said = None
    silent = main is not None and _keeps_silent(main)
    if reported and main is not None and not silent and not is_done_to_thing(main):
        # Only what the main clause itself reports is checked as a saying.
        said = next(
            (
                saying
                for saying in asked.sayings
                if saying.cue & word_kin(main.lower_)
                and saying.speaker
                and not any(deed.words & saying.cue for deed in asked.deeds)
            ),
            None,
        )
    if said is None and not silent:
        main = told_word(doc)
    deed = asserted_deed(asked, main)
    denying = silent or (main is not None and said_as(main, doc) in DENYING_PHRASES)
    if deed is not None:
        carries = deed.words
        if main is not None and word_kin(main.lower_) & carries:
            carries |= word_kin(said_as(main, doc))
    elif main is None:
        carries = frozenset()
    elif silent:
        carries = word_kin(SILENCE)
    else:
        carries = word_kin(said_as(main, doc))
    return Question(
        told=asked,
        deed=deed,
        main=carries,
        put=(is_ahead(doc) and "planned") or assertion(doc, carries) or "happened",
        denies=main is not None and is_negated(main) and not denying,
        negates=any(token.lower_ in NEGATIONS for token in doc) and not denying,
        light=deed is None and (main is None or is_light(main)),
        against=_opposites(main),
        attributed=said,
        core=core_of(doc, asked, said is not None or not reported),
        turning=turning_words(doc, asked),
        unfolding=is_unfolding(doc),
        open=leaves_open(doc),
        has=bool(asked.figures) and any(one.head == one and one.lemma_ == "have" for one in doc),
    )


def _keeps_silent(main: Token) -> bool:
    """Whether somebody is told not to say something ("has not said who"), which is no statement that is denied."""
    said = said_in(main.doc)
    if said.get(main.idx) not in (None, "", SILENCE):
        return False
    clause = next((child for child in main.children if child.dep_ == "ccomp"), None)
    is_of_what = clause is None or any(
        one.tag_ in ("WP", "WDT", "WRB", "WP$") or one.lower_ in ("whether", "if")
        for one in clause.subtree
    )
    # Who "did not say that they fired" is denied to have said it.
    return is_of_what and any(said.get(one.idx) == SILENCE for one in (main, *main.children))


def _opposites(main: Token | None) -> frozenset[str]:
    if main is None:
        return frozenset()
    return frozenset(f"={other}" for other in opposed_to(main.lemma_.lower()))
