"""Watch: feeds, news sitemaps and folders over time, and alerts for what rules ask."""

from .alerts import Alert, find_alerts
from .rounds import RoundReport, Watch
from .rules import Rule, rules_of

__all__ = ["Alert", "RoundReport", "Rule", "Watch", "find_alerts", "rules_of"]
