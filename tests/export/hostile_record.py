"""A record whose names and words mean harm: for everything that shows or writes them."""

import msgspec

from secondsource.model.record import Record

SCRIPT = "<script>alert('x')</script>"
FORMULA = '=HYPERLINK("http://evil.invalid";"x")'
LONG = "Omari " * 334  # 2,004 characters
MARKUP = "**bold** [link](http://evil.invalid) <img src=x onerror=alert(1)> | `code` ]]> --> \x07"


def hostile(record: Record) -> Record:
    """The record with scripts in its headlines, formulas and 2,000 characters in its names, markup in what
    its reports say."""
    replace = msgspec.structs.replace

    def row_of(row):
        if row.article is None:
            return row
        article = replace(
            row.article,
            headline=f"{SCRIPT} {MARKUP}",
            outlet=FORMULA,
            address="javascript:alert(1)",
        )
        rooms = tuple(replace(room, name=f"{SCRIPT} {LONG}") for room in row.newsrooms)
        return replace(row, article=article, newsrooms=rooms)

    def named(reference):
        return None if reference is None else replace(reference, name=f"{FORMULA} {SCRIPT} {LONG}")

    def mention_of(mention):
        return replace(
            mention,
            words=f"{MARKUP} {mention.words}",
            sentence=replace(mention.sentence, words=f"{MARKUP} {mention.sentence.words}"),
            clause=None,
        )

    def event_of(event):
        return replace(
            event,
            sources=tuple(map(named, event.sources)),
            targets=tuple(map(named, event.targets)),
            object=FORMULA,
            place=named(event.place),
            mentions=tuple(map(mention_of, event.mentions)),
        )

    def claim_of(claim):
        reports = tuple(
            replace(report, words=f"{MARKUP} {report.words}", voice=named(report.voice))
            for report in claim.reports
        )
        return replace(claim, words=f"{MARKUP} {claim.words}", reports=reports)

    def series_of(series):
        points = tuple(replace(point, voice=named(point.voice)) for point in series.points)
        return replace(series, measured=f"{SCRIPT} boats", of=LONG, points=points)

    return replace(
        record,
        articles=tuple(map(row_of, record.articles)),
        actors=tuple(
            replace(actor, name=f"{FORMULA} {LONG}", names=(SCRIPT, LONG))
            for actor in record.actors
        ),
        events=tuple(map(event_of, record.events)),
        claims=tuple(map(claim_of, record.claims)),
        series=tuple(map(series_of, record.series)),
        conflicts=tuple(
            replace(
                conflict,
                reason=f"{SCRIPT} {conflict.reason}",
                sides=tuple(
                    replace(side, words=f"{MARKUP} {side.words}") for side in conflict.sides
                ),
            )
            for conflict in record.conflicts
        ),
    )
