"""English stems, for comparing words across their forms (the Snowball stemmer)."""

from importlib.metadata import version

import msgspec
import snowballstemmer

from ..model.keeping import Keeping

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


MOST_KNOWN = 500_000
"""Words whose stems are kept in memory; some 200 bytes each."""

_known: dict[str, str] = {}


def stem(word: str) -> str:
    """The stem of a word without case, possessive ending and dots."""
    found = _known.get(word)
    if found is None:
        bare = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "")
        found = str(_STEMMER.stemWord(_IRREGULAR.get(bare, bare)))
        if len(_known) < MOST_KNOWN:
            _known[word] = found
    return found


def known() -> int:
    """How many words' stems are known."""
    return len(_known)


def recall(keeping: Keeping) -> int:
    """Takes over the stems that were kept, and says how many there are: finding 14,000 takes over a second."""
    held = keeping.kept("stems", version("snowballstemmer"))
    found = msgspec.json.decode(held, type=dict[str, str]) if held else {}
    for word, root in found.items():
        _known.setdefault(word, root)
    return len(found)


def keep(keeping: Keeping) -> None:
    """Keeps all stems that are known."""
    keeping.keep("stems", version("snowballstemmer"), msgspec.json.encode(_known))
