"""English stems, for comparing words across their forms (the Snowball stemmer)."""

from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word without case, possessive ending and dots."""
    bare = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    return str(_STEMMER.stemWord(bare))
