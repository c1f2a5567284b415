"""When each article was published, with the evidence of all articles of the story.

What a page states is settled by the article stage. The rest is worked out here, in rounds: every
piece of evidence gives the days on which the article can have been published, and what all of them
allow is the answer, as exact as that is and no more. An article that was dated in one round may
date others in the next.

Own evidence:
- copyright year: the article is of that year
- a full date in a caption or in the text: not before that day
- weekdays: a report comes out on the day that it tells of in the past tense, or on the next
- bare months: what "in November" was lies at most half a year back, what "in January" will be at most
  five months ahead, and neither is the month of publication
Evidence of others:
- the same thing told with the same weekday by an article that is dated ("will meet Friday")
- likeness to the dated articles of a large story (`likeness`), which comes before all of the above but
  what the page itself shows: the rest is for what likeness leaves open, and for small stories
- that reports of one story lie at most half a year from the nearest dated ones (only for choosing
  the year of what is known but for its year; said so in the basis)
"""

from .settling import inferred_by_likeness, settle_dates

__all__ = ["inferred_by_likeness", "settle_dates"]
