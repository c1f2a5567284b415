"""Words of suits: the papers by which somebody is taken to court, and the verbs of what is alleged in them."""

ALLEGING = frozenset("accuse allege argue assert charge claim contend say seek".split())
"""Verbs whose participle behind "filed a suit against" is the doing of who filed it."""

PLEADINGS = frozenset("case challenge charge claim complaint lawsuit petition suit".split())
"""What is filed, lodged or brought against somebody."""
