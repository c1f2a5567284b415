"""Which captures are versions of one article, where many were taken from one page."""

from secondsource.model.article import Article
from secondsource.model.reading import Reading
from secondsource.record import versions
from secondsource.record.versions import Captured, find_versions

TOLD = (
    "The ferry company stopped all night crossings on Friday evening",
    "Its director spoke of it at the landing in Likoni",
    "The union of boatmen asked the county for a meeting",
)
OTHER = "A nurse counted fourteen people in the hospital on Sunday"


def captured(number: int, *sentences: str) -> Captured:
    article = Article(
        id=f"a{number}",
        address=f"report-{number}.txt",
        text="\n".join(sentences),
        url="https://gazette.example/ferry",
    )
    return Captured(f"c{number}", article.address, "", (), Reading(article=article))


def test_the_sentences_of_each_text_are_found_once(monkeypatch):
    asked: list[str] = []
    find = versions.sentences_of
    monkeypatch.setattr(versions, "sentences_of", lambda text: asked.append(text) or find(text))
    later = [captured(n, *TOLD, f"Crossing {n} of the week was the last") for n in range(5)]
    apart = captured(9, OTHER, "Two of them stay there, she said to a reporter")
    found = find_versions([*later, apart])
    assert [len(item.all) for item in found] == [5, 1]
    assert len(asked) == len(set(asked)) == 6
