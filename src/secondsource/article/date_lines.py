"""Lines that hold a day and nothing else but labels, weekday and clock, in English or as a page in another
language frames a report."""

import re

from .days import Day, find_any_days, find_days
from .stamps import is_stamp_line

_DATE_LABEL = re.compile(
    r"^\W*(?P<label>(?:first |last |originally )?(?:published|updated|posted|modified|created|date|issued|filed|release date|publish date|publication date|published on|updated on|posted on|dated)(?: on| at)?)\b\s*:?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?|\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|PST|PDT|CST|CDT|MSK|EAT|IST|WAT|SAST|AEST|AEDT|JST|HKT|SGT|PKT)\b(?:[+-]\d+)?|\b(?:at|on|by|from|local time|updated|published|posted|last|first|modified|date|min(?:ute)?s? read|\d+ min)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?", re.IGNORECASE
)
_OTHER_PUBLISHED = r"veröffentlicht|erschienen|publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|geplaatst|opublikowano|publicerad|udgivet|publisert"
_OTHER_UPDATED = r"(?:zuletzt )?aktualisiert|mise? à jour|actualizad[oa]|atualizad[oa]|aggiornat[oa]|modifiée?|bijgewerkt|zaktualizowano|uppdaterad|opdateret|oppdatert"
_OTHER_LABEL = re.compile(
    rf"^\W*(?:(?P<published>{_OTHER_PUBLISHED})|(?P<updated>{_OTHER_UPDATED}))\b", re.IGNORECASE
)
_OTHER_WORDS = re.compile(
    rf"\b(?:{_OTHER_PUBLISHED}|{_OTHER_UPDATED}|uhr|stand|min(?:uten)?|minutes?|minutos|minuti|lecture|lesezeit|lectura|lettura|leitura"
    r"|horas?|heures?|ore|alle|las|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b",
    re.IGNORECASE,
)
"""What German, French, Spanish, Italian, Portuguese and Dutch pages print beside a day."""


def is_date_line(words: str) -> bool:
    """Whether a line holds a written-out day and nothing else but labels, weekday and clock."""
    if words.count(" ") > 16:
        return False
    days = find_days(words, without_year=True)
    is_english = bool(days) and not _OTHER_WORDS.match(words)
    days = days if is_english else find_any_days(words)
    if not days:
        return False
    if "|" in words and is_stamp_line(words):
        return True
    rest = words
    for day in reversed(days):
        rest = rest[: day.start] + " " + rest[day.end :]
    rest = _CLOCK.sub(" ", _WEEKDAY.sub(" ", _DATE_LABEL.sub(" ", rest)))
    rest = rest if is_english else _OTHER_WORDS.sub(" ", rest)
    return not re.search(r"[^\W\d]{3,}", rest)


def labelled(words: str) -> str | None:
    """The label of a date line ("published", "updated", ...), in lower case and in English."""
    match = _DATE_LABEL.match(words)
    if match:
        return match["label"].lower()
    other = _OTHER_LABEL.match(words)
    return None if other is None else "published" if other["published"] else "updated"


def shown_in(words: str, without_year: bool = False) -> list[Day]:
    """The days that a line of a page's frame shows, in English or, where it shows none so, in another language."""
    return find_days(words, without_year=without_year) or find_any_days(words)
