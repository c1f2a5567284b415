"""Events: what happened, and what was only threatened, planned, demanded or denied."""

from .finding import find_events

__all__ = ["find_events"]
