"""A record of which no more is read than is asked for is the record, and what is told of one claim needs little of it."""

from contextlib import closing

import pytest
from samples import record_of

from secondsource.cli.text import claim_text
from secondsource.errors import NoSuchClaim, StoryTooOld
from secondsource.model.claim import Claim
from secondsource.model.record import Record
from secondsource.store.asked_record import asked_record, claims_beginning
from secondsource.store.pages import Snapshot
from secondsource.store.story import open_story
from secondsource.views.standing import find_claim


def test_it_is_the_record(story, pemba):
    with story.store() as store:
        store.write_record(pemba, "these reports")
    with closing(Snapshot(story.database)) as snapshot:
        asked = asked_record(snapshot)
        for field in Record.__struct_fields__:
            assert getattr(asked, field) == getattr(pemba, field), field
        assert asked.claims is asked.claims, "read once"
        with pytest.raises(AttributeError):
            _ = asked.nothing


def test_only_what_is_asked_for_is_read(story, pemba, monkeypatch):
    with story.store() as store:
        store.write_record(pemba, "these reports")
    read = []
    every = Snapshot.all
    monkeypatch.setattr(Snapshot, "all", lambda self, kind: read.append(kind) or every(self, kind))
    with closing(Snapshot(story.database)) as snapshot:
        asked = asked_record(snapshot)
        assert read == []
        assert asked.claims == pemba.claims
        assert read == [Claim]


def test_what_is_told_of_a_claim_is_that_of_the_whole_record(story, pemba):
    with story.store() as store:
        store.write_record(pemba, "these reports")
    with closing(Snapshot(story.database)) as snapshot:
        for claim in pemba.claims:
            part = claims_beginning(snapshot, claim.id[:14])
            assert len(part.claims) == 1
            told = claim_text(find_claim(part, claim.id[:14]), part)
            assert list(told) == list(claim_text(claim, pemba))
        for start in ("", pemba.claims[0].id[0], "no such"):
            with pytest.raises(NoSuchClaim):
                find_claim(claims_beginning(snapshot, start), start)


def test_a_record_of_another_version_says_what_to_do(story):
    with story.store() as store:
        store.write_record(record_of(("a", "News", "text")), "these reports")
        with store.transaction() as database:
            database.execute("UPDATE article SET json = '{}'")
    with (
        closing(Snapshot(open_story(story.folder).database)) as snapshot,
        pytest.raises(StoryTooOld, match="secondsource build"),
    ):
        _ = asked_record(snapshot).articles
