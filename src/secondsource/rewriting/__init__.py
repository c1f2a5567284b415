"""Rewriting: a brief shortened by a language model that the user names. Off unless asked for; every
sentence of the model is held against its citations, and one that they do not hold is ours again."""

from .model_at import ModelAt
from .rewrite import rewritten

__all__ = ["ModelAt", "rewritten"]
