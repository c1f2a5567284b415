"""Builds killed by the system at any moment, two hundred times: the story always opens, nothing that was kept is lost,
the next build completes, and the record is that of builds that nobody disturbed."""

import random
from pathlib import Path

import pytest
from killing import NO_DAMAGE, STAGES, Kept, Undisturbed, built, has_lost_nothing, kept_in

from secondsource.store.doctor import examine
from secondsource.store.story import open_story

pytestmark = pytest.mark.slow

KILLS = {"folder": 200, "server": 30}
SEED = 7


@pytest.mark.parametrize("kind", ["folder", "server"])
def test_killed_again_and_again(
    kind: str, undisturbed: Undisturbed, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(SEED)
    root = request.getfixturevalue("server").address if kind == "server" else None
    kills = finished = tries = 0
    stories = 0
    while kills < KILLS[kind]:
        folder, before = tmp_path / f"{stories}", Kept(frozenset(), frozenset(), None)
        for stage, source in enumerate(undisturbed.sources):
            allowed = [None, *undisturbed.records][: stage + 2]
            done, seconds, statements = False, 1.2 * undisturbed.seconds, 150
            while not done:
                tries += 1
                by_clock = chance.random() < 0.5
                done = built(
                    folder,
                    source,
                    undisturbed.known,
                    f"{root}#killed-{stories}" if root else None,
                    chance.uniform(0.0, seconds) if by_clock else None,
                    None if by_clock else chance.randrange(statements),
                )
                # However slow the machine is, a build comes to its end some time.
                seconds, statements = seconds * 1.2, statements + 20
                kills += not done
                after = kept_in(folder)
                has_lost_nothing(before, after, allowed)
                before = after
                if (folder / "story.toml").is_file():
                    found = examine(open_story(folder), repair=chance.random() < 0.3)
                    assert {item.kind for item in found} <= NO_DAMAGE
            assert before.record == undisturbed.records[stage]
            finished += 1
        assert not [one for one in examine(open_story(folder)) if one.kind != "unfinished-file"]
        stories += 1
    assert finished == stories * len(STAGES)
    print(f"{kind}: {kills} kills in {tries} builds of {stories} stories")
