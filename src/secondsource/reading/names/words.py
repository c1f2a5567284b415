"""Words: the tokens of a parsed text as plain lists, since asking spaCy token by token is slow."""

import re
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, TAG
from spacy.tokens import Doc

POSSESSIVE_END = re.compile(r"(?<=\w)(?:['’‘`´]s|(?<=s)['’])$|(?<=[a-z])[‘`´]$|-+$")
"""A possessive or a dash that the pipeline left on its word."""


@dataclass(frozen=True)
class Words:
    """One list for each property, all with one item a token of `doc`.

    `source` is the whole text (which spaCy would put together at every call), `head` the index of the token's head, `sentence` the number of its sentence, `label` and `inside` its
    entity label ("" for none) and whether it goes on with the entity before it.
    """

    doc: Doc
    source: str
    text: list[str]
    lower: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    lemma: list[str]
    head: list[int]
    start: list[int]
    label: list[str]
    inside: list[bool]

    @classmethod
    def of(cls, doc: Doc) -> "Words":
        """The lists of a parsed text."""
        strings = doc.vocab.strings
        names: dict[int, str] = {0: ""}

        def column(values: list[int]) -> list[str]:
            for value in set(values).difference(names):
                names[value] = strings[value]
            return [names[value] for value in values]

        raw = doc.to_array([TAG, POS, DEP, LEMMA, HEAD, ENT_TYPE, ENT_IOB])
        tag, pos, dep, lemma, _, label, inside = (raw[:, n].tolist() for n in range(7))
        text = [token.text for token in doc]
        offsets = raw[:, 4].astype("int32").tolist()
        return cls(
            doc=doc,
            source=doc.text,
            text=text,
            lower=[word.lower() for word in text],
            tag=column(tag),
            pos=column(pos),
            dep=column(dep),
            lemma=column(lemma),
            head=[index + int(offset) for index, offset in enumerate(offsets)],
            start=[token.idx for token in doc],
            label=column(label),
            inside=[value == 1 for value in inside],
        )

    def __len__(self) -> int:
        return len(self.text)

    def end(self, index: int) -> int:
        """The code point after token `index`."""
        return self.start[index] + len(self.text[index])

    def written(self, start: int, end: int) -> str:
        """The words of tokens `start:end` as written, with single spaces."""
        return " ".join(self.source[self.start[start] : self.end(end - 1)].split())

    def is_break(self, index: int) -> bool:
        """Whether token `index` is white space with an empty line in it."""
        return self.text[index].count("\n") > 1

    def is_space(self, index: int) -> bool:
        """Whether token `index` is white space."""
        return self.pos[index] == "SPACE" or self.text[index].isspace()

    def before(self, index: int) -> int:
        """The token before `index`, over single line breaks; -1 at the start of a paragraph."""
        index -= 1
        while index >= 0 and self.is_space(index):
            if self.is_break(index):
                return -1
            index -= 1
        return index

    def after(self, index: int) -> int:
        """The token after `index`, over single line breaks; -1 at the end of a paragraph."""
        index += 1
        while index < len(self.text) and self.is_space(index):
            if self.is_break(index):
                return -1
            index += 1
        return index if index < len(self.text) else -1

    @cached_property
    def listed(self) -> dict[int, list[int]]:
        """For each token of a list ("Ann, Tom and Eve"), the token before and behind it in the list."""
        neighbours: dict[int, list[int]] = {}
        for index, dep in enumerate(self.dep):
            if dep == "conj":
                neighbours.setdefault(index, []).append(self.head[index])
                neighbours.setdefault(self.head[index], []).append(index)
        return neighbours

    @cached_property
    def sentences(self) -> list[int]:
        """For each token the number of its sentence."""
        return [n for n, sent in enumerate(self.doc.sents) for _ in sent]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand somewhere in small letters."""
        return frozenset(word for word in self.text if word.islower())

    @cached_property
    def plain(self) -> list[str]:
        """The words with straight apostrophes and without possessives that were left on them."""
        if not any(mark in self.source for mark in "’‘`´"):
            return self.text
        return [
            POSSESSIVE_END.sub("", word).replace("’", "'")
            if len(word) > 2
            else word.replace("’", "'")
            for word in self.text
        ]

    @cached_property
    def shouting(self) -> list[bool]:
        """For each token, whether it stands in a paragraph written like a headline: in capitals, or with a
        capital on nearly every longer word and no full stop at its end."""
        flags = [False] * len(self.text)
        begin = 0
        for index in range(len(self.text) + 1):
            if index < len(self.text) and not self.is_break(index):
                continue
            longer = [
                word for word in self.text[begin:index] if len(word) > 3 and word[0].isalpha()
            ]
            raised = sum(word[0].isupper() for word in longer)
            last = next((w for w in reversed(self.text[begin:index]) if not w.isspace()), "")
            capitals = sum(word.isupper() for word in longer)
            like_headline = len(longer) >= 3 and (
                capitals >= 0.8 * len(longer)
                or (raised >= 0.8 * len(longer) and last not in {".", '"', "”", "?", "!"})
            )
            if like_headline:
                flags[begin:index] = [True] * (index - begin)
            begin = index + 1
        return flags
