"""What the parse of a sentence shows: who does what to whom, what it asserts, denies or leaves open, how it is built."""
