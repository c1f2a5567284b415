"""The language of a text: what is not written in Latin letters is never taken for English."""

import pytest

from secondsource.article.language import UNDETERMINED, language_of

TEXTS = [
    ("外交部发言人星期二表示，双方将继续就渔业权利举行谈判。", "zh"),
    ("政府は火曜日、漁業権をめぐる交渉を続けると発表した。", "ja"),
    ("정부는 화요일 어업권 협상을 계속하겠다고 밝혔다.", "ko"),
    ("Правительство сообщило, что переговоры о рыбной ловле продолжатся.", "ru"),
    ("The board said on Tuesday that talks over fishing rights would go on in the port.", "en"),
    ("Yes.", UNDETERMINED),
    ("14:30 — 38° 30′", UNDETERMINED),
    ("Müller & Søn", UNDETERMINED),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language
