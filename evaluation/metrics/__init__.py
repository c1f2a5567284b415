"""The field's own scores, as pure functions; each has a worked example in tests/evaluation."""
