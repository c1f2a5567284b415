"""Holding what two sentences tell against each other: names, numbers, days, words, and what was said."""
