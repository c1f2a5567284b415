"""The meaning of each pattern of the grammar, by its name."""

from collections.abc import Callable

from . import amounts, dates, days, periods, vague
from .meaning import Found, Meaning

MEANINGS: dict[str, Callable[[Meaning], Found]] = {
    "numeric": dates.numeric,
    "day_of_month": dates.day_of_month,
    "day_to_day": dates.day_to_day,
    "months": dates.months,
    "this_time": vague.this_time,
    "day_again": dates.day_again,
    "day_alone": dates.day_alone,
    "month": dates.month,
    "year": dates.year,
    "decade": dates.decade,
    "century": dates.century,
    "quarter": periods.quarter,
    "year_earlier": periods.year_earlier,
    "weekday": days.weekday,
    "weekday_clock": days.weekday_clock,
    "clock_of": days.clock_of,
    "deictic": days.deictic,
    "part": days.part,
    "clock": days.clock,
    "unit": periods.unit,
    "unit_edge": periods.unit_edge,
    "unit_end": periods.unit_end,
    "past_span": amounts.past_span,
    "ago": amounts.ago,
    "ago_from": amounts.ago_from,
    "day_before": amounts.day_before,
    "weekday_of_month": days.weekday_of_month,
    "set": amounts.set_,
    "duration": amounts.duration,
    "duration_bare": amounts.duration_bare,
    "holiday": dates.holiday,
    "season": dates.season,
    "the_unit": periods.the_unit,
    "vague_units": vague.vague_units,
    "vague": vague.vague,
    "year_period": periods.year_period,
    "current_unit": periods.current_unit,
    "the_period": periods.the_period,
    "vague_phrase": vague.vague_phrase,
    "vague_noun": vague.vague_noun,
}
