"""Items: the words of a text that can be part of a time expression, each with a class of one letter.

The classes of a text in their order make a short string over which the grammar is a list of
regular expressions; every word that says nothing about time has the class `.`.
"""

from typing import Any, NamedTuple

from ...lexicon.calendar import holidays_by_first_word, tables
from ..tokens import Text
from .calendar_names import is_month, is_season, is_weekday, near_time
from .numeric import NUMERIC
from .wording import Wording, quickly
from .words import NOT_INCLUDED, VAGUE_PHRASES, Phrases, known, lexicon, phrase_tables, plain

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
LARGEST = 10_000
"""Larger numbers count something else than time (10,000 years is the most that is read)."""
MOST_DIGITS = 6


class Item(NamedTuple):
    """Code points `start:end` of the text, their class, and what they mean."""

    code: str
    start: int
    end: int
    value: Any = None


class Lexer(Wording):
    """Reads the items of one text."""

    def __init__(self, doc: Text) -> None:
        super().__init__(doc)
        self.items: list[Item] = []
        self.known = known()
        self.plain = plain()
        self.vague, self.approximate, self.vague_numbers = phrase_tables()

    def run(self) -> list[Item]:
        """All items in their order."""
        add, plain_words, known_words = self.items.append, self.plain, self.known
        place, count = 0, len(self.words)
        while place < count:
            start, end, lower = self.words[place]
            found = plain_words.get(lower)
            if found is not None:
                add(quickly(Item, (found[0], start, end, found[1])))
            elif lower not in known_words and lower[0].isalpha() and "." not in lower:
                add(quickly(Item, (".", start, end, None)))
            else:
                place = self.step(place)
                continue
            place += 1
        return self.items

    def add(self, code: str, first: int, after: int, value: Any = None) -> int:
        self.items.append(Item(code, self.words[first].start, self.words[after - 1].end, value))
        return after

    def phrase(self, place: int, table: Phrases) -> int:
        """How many words of the longest phrase of a table stand here; 0 if none."""
        for words in table.get(self.words[place].lower, ()):
            if all(self.lower(place + n) == word for n, word in enumerate(words)):
                return len(words)
        return 0

    def step(self, place: int) -> int:
        """Reads the item that begins at a word of several meanings; gives the word after it."""
        word = self.words[place]
        lower = word.lower
        first = lower[0]
        if first == "\n":
            return self.add("¶", place, place + 1)
        if first.isdecimal() or first in _FRACTIONS:
            return self.number(place)
        if not first.isalpha():
            return self.sign(place)
        if lower in ("am", "pm") or (first in "ap" and lower[1:2] == "."):
            return self.add(".", place, place + 1)
        holiday = self.holiday(place)
        if holiday:
            return holiday
        count = self.phrase(place, self.vague)
        if count:
            phrase = " ".join(self.lower(place + n) for n in range(count))
            return self.add("X", place, place + count, VAGUE_PHRASES[phrase])
        for code, table in (("q", self.approximate), ("N", self.vague_numbers)):
            count = self.phrase(place, table)
            if count and code == "q" and lower in NOT_INCLUDED:
                continue
            if count:
                count_meant = (
                    2 if code == "N" and "couple" in (lower, self.lower(place + 1)) else None
                )
                return self.add(code, place, place + count, count_meant)
        number = self.number_words(place)
        if number:
            return number
        abbreviated = self.abbreviation(place)
        if abbreviated:
            return abbreviated
        ordinal = tables()["ordinals"].get(lower)
        if ordinal:
            return self.add("O", place, place + 1, ordinal)
        if lower == "q" and self.lower(place + 1) in "1234" and self.joined(place + 1):
            return self.add("Q", place, place + 2, int(self.lower(place + 1)))
        if lower == "so" and self.lower(place - 1) == "or":
            return self.add("N", place, place + 1)
        code, value = lexicon().get(lower, (".", None))
        if code == "U":
            value = (value, lower.endswith("s") or lower in ("millennia",))
        if lower == "last":
            token = self.token(place)
            verb = token is not None and token.tag_.startswith("VB")
            if (verb and self.lower(place - 1) != "the") or self.lower(place - 1) in LAST_IS_A_VERB:
                code = "."
        if code == "p" and lower in ("start", "end", "close", "turn", "beginning", "middle"):
            # Nouns only: "to end Thursday" is a verb.
            behind = self.items[-1].code if self.items else ""
            if self.lower(place + 1) != "of" and behind not in ("U", "z", "-"):
                code = "."
        if code == "M" and not is_month(self, place):
            code = "."
        if code == "S" and not is_season(self, place):
            code = "."
        if code in "WP" and not is_weekday(self, place):
            code = "."
        return self.add(code, place, place + 1, value)

    def sign(self, place: int) -> int:
        lower = self.lower(place)
        if lower in ("'s", "’s", "‘s"):
            return self.add("z", place, place + 1)
        if lower in "'’‘" and self.joined(place + 1):
            tens, tail = self.lower(place + 1), self.lower(place + 2)
            if len(tens) == 2 and tens.isdecimal():
                if tail == "s" and self.joined(place + 2):
                    return self.add("D", place, place + 3, 190 + int(tens) // 10)
                if lexicon().get(tail, ("",))[0] == "U":
                    return self.add(".", place, place + 1)  # a quotation mark before an amount
                return self.add("Y", place, place + 2, 1900 + int(tens) + 100 * (int(tens) < 30))
        if lower in "-–—‐‑" and lower:
            return self.add("-", place, place + 1, lower)
        if lower in ",/$#€£":
            return self.add(lower if lower in ",/" else "$", place, place + 1)
        return self.add(".", place, place + 1)

    def holiday(self, place: int) -> int:
        for words in holidays_by_first_word().get(self.lower(place), ()):
            seen = place
            for word in words:
                here = self.lower(seen)
                if (word == "'s" and here in ("'s", "’s", "‘s")) or (
                    word == "'" and here in ("'", "’")
                ):
                    seen += 1
                elif "-" in word or word.endswith("."):
                    stop = self.words[seen].start if seen < len(self.words) else 0
                    if self.text[stop : stop + len(word)].lower() != word:
                        break
                    while seen < len(self.words) and self.words[seen].start < stop + len(word):
                        seen += 1
                elif here == word:
                    seen += 1
                else:
                    break
            else:
                words_there = self.text[self.words[place].start : self.words[seen - 1].end]
                named = words_there[:1].isupper() and (
                    words != ("new", "year")
                    or (
                        self.lower(place - 1) in ("the", "western") and words_there[-4:-3].isupper()
                    )
                )
                if named:
                    return self.add("H", place, seen, " ".join(words))
        return 0

    def number(self, place: int) -> int:
        """A number written in digits, with what is joined to it: a clock time, a numeric date, an
        ordinal, a decade, a fraction."""
        numeric = self.numeric(place)
        if numeric:
            return numeric
        lower = self.lower(place)
        if lower in _FRACTIONS:
            return self.add("N", place, place + 1, _FRACTIONS[lower])
        digits = lower.replace(",", "")
        # "40²" begins like a number and is none that can be reckoned with.
        if len(digits) > MOST_DIGITS or not digits.isdecimal():
            return self.add(".", place, place + 1)
        value: float = int(digits)
        tail = self.lower(place + 1) if self.joined(place + 1) else ""
        if tail in ("st", "nd", "rd", "th"):
            return self.add("O", place, place + 2, int(digits))
        if tail == "s" and len(digits) == 4 and digits.endswith("0") and digits[0] in "12":
            return self.add("D", place, place + 2, int(digits) // 10)
        if (
            tail in ("'s", "’s")
            and len(digits) == 4
            and digits.endswith("0")
            and self.lower(place - 1) in ("the", "early", "late", "mid", "-")
        ):
            return self.add("D", place, place + 2, int(digits) // 10)  # "the 1980's"
        if (
            tail == "s"
            and len(digits) == 2
            and digits.endswith("0")
            and self.lower(place - 1) in ("the", "-", "mid")
        ):
            return self.add("D", place, place + 2, 190 + int(digits) // 10)
        after = place + 1
        if self.lower(after) in _FRACTIONS:
            value += _FRACTIONS[self.lower(after)]
            return self.add("N", place, after + 1, value)
        if (
            self.lower(after) == "."
            and self.joined(after)
            and self.lower(after + 1).isdecimal()
            and self.joined(after + 1)
        ):
            fraction = self.lower(after + 1)
            if len(fraction) < 4:
                return self.add("N", place, after + 2, float(f"{digits}.{fraction}"))
        if (
            self.lower(after + 1) == "/"
            and self.lower(after).isdecimal()
            and self.lower(after + 2).isdecimal()
        ):
            over, under = self.lower(after), self.lower(after + 2)
            if len(over) == len(under) == 1 and 0 < int(over) < int(under):
                value += int(over) / int(under)
                return self.add("N", place, after + 3, value)
        if self.lower(place - 1) in "$€£#%" and self.lower(place - 1):
            return self.add(".", place, place + 1)
        if len(digits) == 4 and "," not in lower and 1000 <= value <= 2199:
            return self.add("Y", place, place + 1, int(value))
        if len(digits) <= 2 and 1 <= value <= 31:
            return self.add("n", place, place + 1, int(value))
        return self.add("N", place, place + 1, value if value <= LARGEST else None)

    def numeric(self, place: int) -> int:
        """Clock times and dates made of digits."""
        begin = self.words[place].start
        before = self.text[begin - 1 : begin]
        if before and (before.isalnum() or (before in ".:/-$€£#" and before not in "-")):
            return 0
        for pattern, code, read in NUMERIC:
            match = pattern.match(self.text, begin)
            if match is None:
                continue
            value = read(match)
            if value is None:
                continue
            after = place
            while after < len(self.words) and self.words[after].end <= match.end():
                after += 1
            if self.words[after - 1].end == match.end():
                return self.add(code, place, after, value)
        return 0

    def number_words(self, place: int) -> int:
        """A number in words: "twenty-five", "two and a half", "a hundred", "nineteen ninety-six"."""
        table = tables()["numbers"]
        lower = self.lower(place)
        if lower == "half" and self.lower(place + 1) in ("a", "an"):
            return self.add("N", place, place + 2, 0.5)
        if (
            lower == "half"
            and self.lower(place + 1) in "-–"
            and lexicon().get(self.lower(place + 2), ("",))[0] == "U"
        ):
            return self.add("N", place, place + 1, 0.5)
        start = place
        if lower in ("a", "an") and self.lower(place + 1) in ("hundred", "thousand", "dozen"):
            place += 1
        if self.lower(place) not in table:
            return 0
        total, after, parts = 0, place, []
        while self.lower(after) in table:
            parts.append(table[self.lower(after)])
            after += 1
            joint = self.lower(after) in ("-", "‑") and self.lower(after + 1) in table
            after += joint and parts[-1] % 10 == 0
        if len(parts) >= 2 and 10 <= parts[0] <= 20 and parts[1] >= 10 and parts[1] < 100:
            year = parts[0] * 100 + sum(parts[1:])
            return self.add("Y", start, after, year)
        for part in parts:
            total = (
                max(total, 1) * part
                if part in (100, 1000, 12) and parts[0] != part
                else total + part
            )
        value: float = total
        if self.lower(after) in ("-", "and"):
            tail = after + (self.lower(after) == "-")
            tail += self.lower(tail) == "and"
            tail += self.lower(tail) == "-"
            if self.lower(tail) in ("a", "one"):
                tail += 1
                tail += self.lower(tail) == "-"
                if self.lower(tail) == "half":
                    value, after = value + 0.5, tail + 1
        return self.add("N", start, after, value)

    def abbreviation(self, place: int) -> int:
        """A shortened month or weekday, with its full stop."""
        table = tables()
        lower = self.lower(place)
        if not (lower in table["month_abbreviations"] or lower in table["weekday_abbreviations"]):
            return 0
        stop = self.lower(place + 1) == "." and self.joined(place + 1)
        after = place + 1 + stop
        if not self.text[self.words[place].start].isupper():
            return 0
        if lower in table["month_abbreviations"] and self.lower(after) != "":
            beside = self.lower(after).isdecimal() or self.lower(place - 1).isdecimal()
            if (
                beside
                or (stop and lower not in ("mar", "sep", "jul"))
                or (lower in ("sept", "oct", "nov", "dec") and near_time(self, place))
            ):
                return self.add("M", place, after, table["month_abbreviations"][lower])
        if lower in table["weekday_abbreviations"]:
            ahead = after + (self.lower(after) == ",")
            month = self.lower(ahead)
            if (
                month in table["months"]
                or month in table["month_abbreviations"]
                or month.isdecimal()
            ):
                return self.add("W", place, after, table["weekday_abbreviations"][lower])
        return 0


LAST_IS_A_VERB = frozenset(
    ["to", "will", "would", "could", "can", "may", "might", "should", "must"]
)
