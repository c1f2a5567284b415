"""English stems, for comparing words across their forms (the Snowball stemmer)."""

from functools import lru_cache

import snowballstemmer

_IRREGULAR = dict(
    pair.split(":")
    for pair in """met:meet held:hold spoke:speak spoken:speak said:say told:tell sent:send went:go gone:go
    gave:give given:give took:take taken:take made:make fought:fight struck:strike
    led:lead won:win lost:lose built:build bought:buy brought:bring sought:seek began:begin begun:begin
    broke:break broken:break fell:fall fallen:fall risen:rise grew:grow grown:grow hid:hide
    kept:keep laid:lay paid:pay ran:run seen:see sold:sell stood:stand swore:swear sworn:swear
    threw:throw thrown:throw withdrew:withdraw withdrawn:withdraw wrote:write written:write
    fled:flee froze:freeze frozen:freeze drew:draw drawn:draw caught:catch blew:blow blown:blow
    thought:think knew:know known:know heard:hear forbade:forbid""".split()
)
"""Past forms that no stemmer leads back (English grammar; written by hand)."""

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word without case, possessive ending and dots."""
    bare = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
    return str(_STEMMER.stemWord(_IRREGULAR.get(bare, bare)))
