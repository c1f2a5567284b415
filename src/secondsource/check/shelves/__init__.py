"""The sentences of a record on shelves, and which of them are worth a closer look."""
