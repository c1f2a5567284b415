"""`python -m secondsource`."""

from .cli.main import main

main()
