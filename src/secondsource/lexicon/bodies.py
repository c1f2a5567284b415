"""Bodies that news names without explaining them, and the words that tell a body's kind: look-ups
over `bodies.tsv` and `bodywords.toml`."""

from functools import cache

from ..model.value import Value
from .nationalities import country_name
from .tables import read_rows, read_toml


class Body(Value, frozen=True):
    """A known body: the kind of its mentions, its full name, its acronym and the common name of its
    country (null for those of no one country). `ambiguous` says that the word is an ordinary one too.
    `key` is the same for all names of one body."""

    kind: str
    name: str
    acronym: str | None
    country: str | None
    key: str
    ambiguous: bool = False


@cache
def bodies() -> dict[str, Body]:
    """All names and acronyms of the table."""
    found: dict[str, Body] = {}
    for kind, code, acronym, names in read_rows("bodies.tsv"):
        written = names.split("|")
        first = written[0].strip("[]")
        short = None if acronym == "-" else acronym
        for name in [*written, *([short] if short else [])]:
            plain = name.strip("[]")
            found.setdefault(
                plain,
                Body(
                    kind=kind,
                    name=first,
                    acronym=short,
                    country=country_name(code),
                    key=f"{code} {first}",
                    ambiguous=plain != name,
                ),
            )
    return found


@cache
def _kinds(where: str) -> dict[str, str]:
    return {
        word: kind
        for kind, words in reversed(read_toml("bodywords.toml")[where].items())
        for word in words.split()
    }


def kind_of_last(word: str) -> str | None:
    """The kind of a body whose name ends in `word` (lower case): "ministry" -> government."""
    return _kinds("last").get(word)


def kind_of_end(words: list[str]) -> str | None:
    """The kind of a body by the end of its name, in lower case: "meridian news agency" and "nato-russia council" are no governments,
    as an agency or a council alone is."""
    if words[-1] == "council" and len(words) > 1 and "-" in words[-2]:
        return "organization"
    return _kinds("ends").get("_".join(words[-2:])) or kind_of_last(words[-1])


def kind_of_first(word: str) -> str | None:
    """The kind of a body whose name begins with `word` (lower case) and goes on with "of" or "for"."""
    return _kinds("first").get(word)


def kind_of_foreign(word: str) -> str | None:
    """The kind of a body whose name begins with `word` (lower case) in a language that puts the kind
    first: "partido"."""
    return _kinds("foreign").get(word)


def is_of_parliament(word: str) -> bool:
    """Whether committees whose names begin with `word` (lower case) are a parliament's: "senate"."""
    return word in _kinds("parliament")


def is_no_acronym(word: str) -> bool:
    """Whether a word in capitals is the acronym of no body: "ICBM", "GDP"."""
    return word.replace(".", "") in _kinds("no-acronyms")


def small_kind(words: list[str]) -> tuple[str, int] | None:
    """The kind of the body that a nationality makes with the next one or two of `words` (lower case), and
    how many they are: "Danish" with "air force"."""
    small = _kinds("small")
    for length in (2, 1):
        kind = small.get("_".join(words[:length])) if len(words) >= length else None
        if kind is not None:
            return kind, length
    return None


def is_legal_form(word: str) -> bool:
    """Whether `word` (lower case) is a company's legal form: "inc."."""
    return word in _kinds("legal-forms")


def is_whole(word: str) -> bool:
    """Whether a name that ends in `word` (lower case) is whole, so that "and" begins another."""
    return word in _kinds("whole")


def is_no_body(first: str, last: str) -> bool:
    """Whether a name of several words that begins and ends so (lower case) is of a happening, a paper or
    a land, not of a body: "Northern War", "Treaty of ..."."""
    lists = read_no_bodies()
    return last in lists["last"] or first in lists["first"]


@cache
def read_no_bodies() -> dict[str, frozenset[str]]:
    """The words at the ends of names that are of no body: `first` and `last`."""
    table = read_toml("bodywords.toml")["no-body"]
    return {where: frozenset(words.split()) for where, words in table.items()}
