"""The walk from an event's word up to the root of its sentence."""

from collections.abc import Callable

from ...model.event import REAL, Status
from ..tokens import Token
from .composing import compose

MAX_STEPS = 60
"""Longer chains are broken parses (sentences of 400 words): what hangs on them is not said to have happened."""

Climb = Callable[[Token, "Walk"], None]
Govern = Callable[[Token, "Walk", bool], None]


class Walk:
    """One walk up: the status as it stands after each operator, from the inside out.

    `kind` is the event's type and `start` its word. `verbs` and `nouns` are the rules for what governs
    a verb and a noun, `govern` that for a noun whose own words have been heard; they add to the walk and send it on.
    """

    def __init__(self, start: Token, kind: str, verbs: Climb, nouns: Climb, govern: Govern) -> None:
        self.start = start
        self.kind = kind
        self.status: Status = "happened"
        self.steps = 0
        self._soft = False
        self._verbs = verbs
        self._nouns = nouns
        self._govern = govern

    def add(self, *operators: str) -> None:
        """One or more operators, the inner ones first; empty ones say nothing."""
        for operator in operators:
            if operator:
                before = self.status
                self.status = compose(operator, before, self._soft)
                if self.status != before:
                    self._soft = operator in ("future", "forecast")

    @property
    def is_real(self) -> bool:
        """Whether nothing met so far says that the event is not so."""
        return self.status in REAL

    def above_verb(self, verb: Token) -> None:
        """Goes on with what governs the clause of `verb`, whose own tense and mood have been heard."""
        if self._is_lost():
            return
        self._verbs(verb, self)

    def above_noun(self, noun: Token) -> None:
        """Goes on with what governs `noun`."""
        if self._is_lost():
            return
        self._nouns(noun, self)

    def govern(self, noun: Token, definite: bool) -> None:
        """Goes on with what stands around `noun`; `definite`: it is taken to be known."""
        self._govern(noun, self, definite)

    def ahead(self, start: Token) -> "Walk":
        """A fresh walk, to see what becomes of something else above."""
        other = Walk(start, "", self._verbs, self._nouns, self._govern)
        other.steps = self.steps
        return other

    def _is_lost(self) -> bool:
        self.steps += 1
        if self.steps > MAX_STEPS:
            self.add("hypothetical")
            return True
        return False
