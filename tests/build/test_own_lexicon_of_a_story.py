"""A story's own lexicon: the story is read anew when it changes, and only then."""

from pathlib import Path

import pytest

from secondsource.build import build
from secondsource.errors import UsageError
from secondsource.store.story import open_story


def test_a_changed_lexicon_is_read_with(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text(
        "Boats seized off Vanga\n\nVANGA, Kenya, Jan. 11, 2022 - The Ndege seized two dhows off Vanga "
        "on Tuesday, a fisherman said. The Ndege said later that both dhows were empty and would be "
        "given back to their owners within a week.\n",
        encoding="utf-8",
    )
    story = tmp_path / "story"
    assert build(story, [reports]).read == 1
    (story / "lexicon.toml").write_text(
        '[[name]]\nname = "Kisite Ndege"\nkind = "armed-force"\naliases = ["Ndege"]\ncountry = "Kenya"\n',
        encoding="utf-8",
    )
    assert build(story, []).read == 1
    assert build(story, []).read == 0
    with open_story(story).store() as store:
        actors = {actor.name: actor.kind for actor in store.record().actors}
    assert actors.get("Kisite Ndege") == "armed-force"
    (story / "lexicon.toml").write_text("[[name]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"lexicon\.toml"):
        build(story, [])
