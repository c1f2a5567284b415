"""What the shelving of an article asked of the record's names: as long as the answers are the same, so is what is kept of
the article."""

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from .names import Keys, NameKeys

Question = tuple[str, ...]
"""What is asked (the name of a method of NameKeys), and of which name."""


class AskedKeys(NameKeys):
    """Answers as the NameKeys that it is given, and remembers which names it was asked about."""

    def __init__(self, keys: NameKeys) -> None:
        """Asked about nothing yet."""
        self._keys = keys
        self._asked: dict[Question, None] = {}

    def asked(self) -> bytes:
        """The questions, in the order in which they came."""
        return msgspec.msgpack.encode(tuple(self._asked))

    def of_actor(self, name: str, kind: str = "") -> Keys:
        """See NameKeys."""
        self._asked["of_actor", name, kind] = None
        return self._keys.of_actor(name, kind)

    def is_known(self, name: str) -> bool:
        """See NameKeys."""
        self._asked["is_known", name] = None
        return self._keys.is_known(name)

    def parts_of(self, name: str) -> tuple[str, ...]:
        """See NameKeys."""
        self._asked["parts_of", name] = None
        return self._keys.parts_of(name)

    # What follows asks the record about actors alone, and those only `of_actor` gives.

    def with_ties(self, keys: Keys) -> Keys:
        """See NameKeys."""
        return self._keys.with_ties(keys)

    def offices(self, keys: Keys) -> frozenset[str]:
        """See NameKeys."""
        return self._keys.offices(keys)


class Answers:
    """Digests of what the names of one record answer. Each question is put to them once."""

    def __init__(self, keys: NameKeys) -> None:
        """Of these names."""
        self._keys = keys
        self._known: dict[Question, bytes] = {}

    def to(self, asked: bytes) -> bytes:
        """A digest of the answers to questions that `AskedKeys.asked` gave."""
        questions = _QUESTIONS.decode(asked)
        return _digest(b"".join(map(self._answer, questions)))

    def _answer(self, question: Question) -> bytes:
        found = self._known.get(question)
        if found is None:
            found = self._known[question] = _digest("\0".join(self._words(question)).encode())
        return found

    def _words(self, question: Question) -> Iterable[str]:
        match question:
            case ("of_actor", name, kind):
                keys = self._keys.of_actor(name, kind)
                ties, offices = self._keys.with_ties(keys), self._keys.offices(keys)
                return (*sorted(keys), "", *sorted(ties), "", *sorted(offices))
            case ("is_known", name):
                return (str(self._keys.is_known(name)),)
            case ("parts_of", name):
                return self._keys.parts_of(name)
        raise ValueError(f"nobody asks {question}")


_QUESTIONS = msgspec.msgpack.Decoder(tuple[Question, ...])


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
