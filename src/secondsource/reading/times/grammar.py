"""Which runs of items are time expressions.

Each pattern is a regular expression over the classes of `lexer` (one letter an item); of the patterns that match
at overlapping places the longest wins, then the one that stands first. What an expression means
is worked out in `meaning`, by the function that bears the pattern's name.

Classes: W weekday, P its plural, M month, n number 1 to 31 in digits, Y number of four digits (1000 to 2199) or a
year in words, N other number, O ordinal, H holiday, S season, U unit, T part of day, K clock time, Z zone,
Q quarter as "Q3", I date in digits, D decade in digits, E decade in words, V vague word, R word of repetition,
C "o'clock", d the, a a, o of, i in at on, l last, x next, c this, t that, m same, g ago, e earlier or later, b before,
f after or from, v every, p early ... end, q approximator, j trading, business ..., h half, u once, w ahead, s old, L long,
F future, moment ..., J near, k period, z 's, & and or to, y today ..., $ sign of money, ¶ paragraph.
"""

import re
from dataclasses import dataclass

from .lexer import Item

_AMOUNT = "(?:q?(?:a|[NnY](?:-?&-?[NnY])?))"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("numeric", "(?:W,?)?I"),
        (
            "day_of_month",
            "(?:d?(?P<early>T)o)?(?:(?:cx?|d?[lx])?W,?)?(?P<which>[lx])?p?-?M-?d?(?P<day>[nO])(?:-(?P<to>n)(?![-U]))?(?:,?(?P<year>Y)|o?(?P<rel>[lxc]U))?(?P<clock>,?T)?",
        ),
        (
            "day_of_month",
            "(?:d?(?P<early>T)o)?(?:(?:cx?|d?[lx])?W,?)?(?:p-?|d(?=O))?(?P<day>[nO])(?:-(?P<to>[nO]))?o?M(?:,?(?P<year>Y)|o?(?P<rel>[lxc]U))?",
        ),
        (
            "days_between",
            "(?P<day>[nO])&(?P<to>[nO])o?M(?:,?(?P<year>Y)|o?(?P<rel>[lxc]U))?",
        ),
        ("day_ahead", "d?(?P<day>[nO])(?=&d?[nO]o?M(?!-))"),
        ("day_again", "(?<=M[nO]&)(?P<day>[nO])(?![-U.NnYO])(?:,?(?P<year>Y))?"),
        ("day_again", "(?<=M[nO]&)(?P<day>[nO])(?=[.])"),
        ("day_alone", "d(?P<day>O)"),
        ("day_to_day", "M(?P<day>n)[-](?P<other>M)(?P<to>n)(?:,?(?P<year>Y))?"),
        ("months", "M[-](?P<other>M)(?:,?(?P<year>Y))?"),
        (
            "month",
            "(?:dpo|p-?)?(?P<which>[lxct]|cx)?M(?:o?(?P<year>Y)|o?(?P<rel>[lxct]U)|,(?P<year2>Y))?",
        ),
        ("month", "(?P<rel>[lxc]U)z?M"),
        ("year", "(?:dpo|d?p-?)?j?(?P<year>Y)(?:-(?P<to>[nN]))?"),
        ("year_period", "d(?P<year>Y)(?:k|(?P<unit>U))"),
        ("year", "dU(?P<year>[YN])"),
        ("decade", "d?(?:po)?(?:d|p-?)?(?P<decade>[DE])"),
        ("decade", "d?[Ol]hod(?P<decade>[DE])"),
        ("century", "(?:dpo)?d?(?:p-?)?OU"),
        (
            "quarter",
            "(?:dpo)?d?(?P<year1>Y)?j?(?P<number>[Ol])(?P<unit>[Uh])(?:o?(?P<year>Y)|o?(?P<rel>[lxct]U))?",
        ),
        ("quarter", "j?(?P<number>O)-(?P<unit>[Uh])"),
        ("quarter", "d?(?P<number>O)(?=&d?O-?(?P<unit>U)(?:o?(?P<year>Y)|o?(?P<rel>[lxct]U))?)"),
        (
            "two_quarters",
            "d(?P<number>[Ol])(?P<amount>[Nn])(?P<unit>U)o?(?:(?P<year>Y)|(?P<rel>[lxct]U))",
        ),
        ("quarter", "dj-(?P<number>O)(?P<unit>[Uh])"),
        ("quarter", "(?P<rel>[lxct]U)zj?(?P<number>[Ol])-?(?P<unit>[Uh])"),
        ("quarter", "d?(?P<number>Q)(?:o?,?(?P<year>Y))?"),
        ("quarter", "(?P<year>Y)-?(?P<number>Q)"),
        ("year_earlier", "U-[eg]"),
        ("year_earlier", "lUz(?:U|k)"),
        ("year_earlier", "d[Uk]aU[eg]"),
        ("year_earlier", "dU-?[eg](?:[OU]U?|k)"),
        ("set", "(?P<day>W)(?=&W(?P<nights>T))"),
        ("week_of", "d(?P<unit>U)o(?:W,?)?M(?P<day>[nO])(?:-n)?(?:,?(?P<year>Y))?"),
        ("week_of", "d(?P<unit>U)o(?:W,?)?(?P<day>[nO])(?:-n)?M(?:,?(?P<year>Y))?"),
        (
            "weekday",
            "(?P<edge>[pe])?(?P<which>d?[lxm]|cx|[ct])?W(?P<part>T)?(?:o?(?P<rel>d?[lxct]U))?",
        ),
        ("weekday_clock", "(?P<clock>K|T|nC)Z?[,i]?(?P<edge>p)?(?P<which>d?[lx])?W"),
        ("weekday_clock", "d(?P<clock>T)oW"),
        ("clock_of", "(?P<clock>K|T)Z?[,i]?(?P<day>(?:W,?)?M[nO](?:,?Y)?|y)"),
        ("clock_of", "d(?P<clock>T)o(?P<day>(?:W,?)?M[nO](?:,?Y)?)"),
        ("deictic", "(?P<edge>[pe])?y(?P<part>T)?"),
        ("deictic", "(?:p-?)?(?P<part>T)y"),
        ("part", "(?P<edge>[pe]-?)?(?P<which>d?[lxm]|[ct]m?|d)(?P<part>T)"),
        ("part", "(?P<edge>p-?)(?P<part>T)"),
        ("part", "(?P<part>T)"),
        ("clock", "(?P<clock>K|nC)(?:Z)?(?:idT)?"),
        ("clock", "(?P<clock>[nN])idT"),
        ("unit", "(?:dpo|d?[pe](?:id)?)?(?P<which>d?[lxm]|cx|[ct]m?)j?(?P<unit>U)"),
        ("unit_edge", "(?:d?po|[pe]i?)d?j?(?P<unit>U)"),
        ("unit_end", "d?(?P<unit>U)z?-?p"),
        (
            "past_span",
            "d?(?P<side>[lx])(?:q?(?P<low>[Nna])(?:&(?P<high>[Nn]))?)(?:o)?j?(?P<unit>U)(?:&N)?",
        ),
        ("past_span", "d(?P<low>[Nn])(?P<side>[lx])(?P<unit>U)"),
        ("ago", f"(?P<amount>{_AMOUNT})j?(?P<unit>U)(?:&(?:N|so|ah))?(?P<side>[ge]|fV|b|w|i(?=,))"),
        ("ago", "(?P<unit>U)(?P<side>[ge])"),
        ("ago_from", "(?P<amount>a|[Nn])(?P<unit>U)(?P<side>[fb])(?P<base>y|[lx]?W)"),
        ("day_before", "d(?P<unit>U)(?P<side>[bf])(?P<base>y|[lx]?W|H)?"),
        ("set", "v(?P<other>[NnO])?(?P<unit>U)"),
        ("set", "d?OWov(?P<unit>U)"),
        ("set", "vA?(?P<day>W)T?"),
        (
            "weekday_of_month",
            "d?(?P<number>[Ol])(?P<weekday>W)[oi]M(?:,?(?P<year>Y)|o?(?P<rel>[lxc]U))?",
        ),
        (
            "unit_of_month",
            "d?(?P<number>[Ol])(?P<unit>U)[oi](?:dUo)?M(?:,?(?P<year>Y)|o?(?P<rel>[lxc]U))?",
        ),
        ("set", "vA(?P<unit>U)"),
        ("set", "v(?P<recurring>M|S|T|H)"),
        ("set", "(?P<word>R)"),
        ("set", "(?P<days>P)"),
        ("set", "(?P<day>W)(?P<nights>T)"),
        ("set", "ua(?P<unit>U)"),
        (
            "duration",
            f"(?P<amount>{_AMOUNT})-?j?-?(?P<unit>U)(?!-[eg])(?:&(?P<half>N|ah(?!N)))?(?:-?(?P<tail>[sL]))?",
        ),
        ("duration", "d(?:O|p)?(?P<amount>[Nn])j?(?P<unit>U)"),
        ("duration", "(?P<unit>U)-(?P<tail>L)"),
        ("duration_bare", "(?P<unit>U)(?:&U)?"),
        ("holiday", "(?P<which>[lxc])?H(?:o?,?(?P<year>Y)|o?(?P<rel>[lxc]U))?(?P<part>T)?"),
        (
            "season",
            "(?:dpo)?d?(?:p-?)?(?P<which>c?[lx]|[ct])?S(?:o?(?P<year>Y)(?:-[nN](?!U))?|o?(?P<rel>[lxc]U))?",
        ),
        ("the_unit", "dj?(?P<unit>U)"),
        ("current_unit", "d?Vj?(?P<unit>U)"),
        ("the_period", "dlk"),
        ("vague_phrase", "X"),
        ("vague_units", "d?V(?P<unit>U)(?:&U)?"),
        ("vague_units", "d?x(?P<unit>U)"),
        ("vague_units", "d(?P<unit>U)w"),
        ("vague", "V"),
        ("vague_noun", "d?J?F"),
        ("this_time", "cF"),
        ("vague_noun", "d(?P<past>l)"),
    )
)


@dataclass(frozen=True, slots=True)
class Match:
    """A run of items, `first` to `after`, that a pattern holds, and its named parts as runs of items."""

    name: str
    first: int
    after: int
    parts: dict[str, tuple[int, int]]


_NO_TIME = re.compile(r"\.[^¶IMnNOYDEUQWKTyPRHSXVFl]*\.")
"""Words among which no pattern matches: all classes without which none does are missing. Most of a text is such, and a
pattern that begins with what may be missing is tried at every letter."""


def matches(items: list[Item]) -> list[Match]:
    """All matches of all patterns, the longest first at each place, in the order of the text."""
    codes = "".join([item.code for item in items])
    kept: list[int] = []
    reached = 0
    for empty in _NO_TIME.finditer(codes):
        kept.extend(range(reached, empty.start() + 1))
        reached = empty.end()
    kept.extend(range(reached, len(codes)))
    shortened = "".join([codes[place] for place in kept])
    found: list[tuple[int, int, int, Match]] = []
    for order, (name, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(shortened):
            # No pattern holds a word without a class, so that what it holds stands together in the text too.
            first, after = kept[match.start()], kept[match.end() - 1] + 1
            shift = first - match.start()
            parts = {
                key: (match.start(key) + shift, match.end(key) + shift)
                for key, part in match.groupdict().items()
                if part
            }
            found.append((first, -after, order, Match(name, first, after, parts)))
    found.sort(key=lambda row: row[:3])
    return [row[3] for row in found]
