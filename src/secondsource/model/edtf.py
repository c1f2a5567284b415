"""EDTF values as text."""


def last_day(value: str) -> str:
    """The last part of an EDTF value, as text that sorts after everything that begins before it."""
    last = value.partition("/")[2] or value
    return last + "-31" if len(last) == 7 else last
