"""Grammar: how the language pipeline parsed a sentence, in a form that can be kept."""

from .value import Value


class Grammar(Value, frozen=True, array_like=True):
    """The parse of one sentence in its report. Of each token, in order: its length in code points with the space that follows it,
    how many tokens further on its head stands (0 for the root), and, with one space between two tokens, its tags (Penn
    Treebank and Universal Dependencies), its dependency and its lemma (nothing where that is the word in lower case)."""

    lengths: tuple[int, ...]
    heads: tuple[int, ...]
    tags: str
    classes: str
    dependencies: str
    lemmas: str
