"""Running text from the tokens of a corpus, with the place of each token."""

from collections.abc import Sequence

_WRITTEN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
_CLOSING = frozenset(
    ". , ; : ! ? ) ] % ” ’ 's ’s 'S n't n’t 'll 're 've 'd 'm ’ll ’re ’ve ’d ’m".split()
)
_OPENING = frozenset("( [ “ $ £ €".split())


def spaced(sentences: Sequence[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The text of sentences of tokens, spaced as print is, a line each; and for each token its span
    in code points. Tokens of white space alone become line breaks of no length."""
    text = ""
    places = []
    for tokens in sentences:
        row = []
        before = "("
        for token in tokens:
            word = _WRITTEN.get(token, token).strip()
            if not word or word == "\\n":
                row.append((len(text), len(text)))
                continue
            if word == '"':
                word = "”" if text.count("“") > text.count("”") else "“"
            if before not in _OPENING and word not in _CLOSING and not text.endswith("\n"):
                text += " "
            row.append((len(text), len(text) + len(word)))
            text += word
            before = word
        places.append(row)
        text = text.rstrip() + "\n" if row else text
    return text.rstrip("\n"), places
