"""How the record of an invented story compares with its reviewed answers.

`python -m evaluation.stories pemba-channel [--misses]` builds the story in a temporary folder and prints
one row for each part of the answers (see tests/stories/NAME/README.md for their fields).
"""

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from secondsource.build import build
from secondsource.model.claim import Claim
from secondsource.model.record import ArticleRow, Record
from secondsource.record.words import ALL_EQUAL, containment, content_stems
from secondsource.store.story import open_story
from secondsource.views.agenda import agenda

from .protocol import Outcome, score

ROOT = Path(__file__).parents[1]
Answer = dict[str, Any]


def answers(story: str, part: str) -> list[Answer]:
    """The rows of one file of answers."""
    path = ROOT / "tests" / "stories" / story / f"{part}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def build_record(story: str, folder: Path, workers: int = 1) -> Record:
    """The record of an example story, built in `folder`."""
    build(folder / story, [ROOT / "examples" / story / "reports"], workers)
    with open_story(folder / story).store() as store:
        return store.record()


def rows_by_file(record: Record) -> dict[str, ArticleRow]:
    """Article rows by the name of the file that they came from."""
    found = {}
    for row in record.articles:
        if row.article is not None:
            found[Path(row.article.address).name] = row
    return found


def plain(words: str) -> str:
    """Words without case, quotation marks and outer punctuation, for comparing."""
    return re.sub(r"[“”\"'‘’]", "", words).strip(" ,.;:—-").casefold()


# -- one function for each part of the answers ------------------------------------------------------


def article_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    rows = rows_by_file(record)
    for answer in answers(story, "articles"):
        row = rows.get(answer["file"])
        article = row.article if row else None
        if row is None or article is None:
            for metric in ("date", "newsroom", "headline", "kept", "removed"):
                yield Outcome(answer["file"], f"articles: {metric}", answer["file"], None, False)
            continue
        published = article.published
        yield Outcome(
            answer["file"],
            "articles: date",
            answer["published"],
            published.value if published else None,
            published is not None
            and _holds(published.earliest, answer["published"], published.latest),
        )
        newsroom = row.newsrooms[0].name if row.newsrooms else None
        yield Outcome(
            answer["file"],
            "articles: newsroom",
            answer["newsroom"],
            newsroom,
            newsroom == answer["newsroom"],
        )
        yield Outcome(
            answer["file"],
            "articles: headline",
            answer["headline"],
            article.headline,
            plain(article.headline or "") == plain(answer["headline"] or ""),
        )
        body = (ROOT / "tests" / "stories" / story / answer["body"]).read_text("utf-8").strip()
        for paragraph in body.split("\n\n"):
            kept = paragraph if paragraph in article.text else None
            yield Outcome(answer["file"], "articles: kept", paragraph, kept, kept is not None)
        for furniture in answer["must_not_hold"]:
            gone = furniture not in article.text
            yield Outcome(
                answer["file"], "articles: removed", furniture, furniture if gone else None, gone
            )


def _holds(earliest: str, day: str, latest: str) -> bool:
    """Whether a range of at most three days holds the day."""
    close = earliest[:7] == latest[:7] and int(latest[8:]) - int(earliest[8:]) <= 2
    first, _, last = day.partition("/")
    return close and earliest <= (last or first) and first <= latest


def event_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    mentions: dict[str, list[tuple[int, int, str, str]]] = {}
    for event in record.events:
        for mention in event.mentions:
            if mention.part == "text":
                mentions.setdefault(mention.article, []).append(
                    (mention.start, mention.end, mention.status, mention.words)
                )
    rows = rows_by_file(record)
    for answer in answers(story, "events"):
        row = rows.get(answer["file"])
        if row is None or row.article is None or answer.get("part", "text") != "text":
            continue
        sentence = row.article.text.find(answer["sentence_words"])
        start = row.article.text.find(answer["trigger_words"], max(sentence, 0))
        end = start + len(answer["trigger_words"])
        near = [m for m in mentions.get(row.id, []) if m[0] < end and start < m[1]]
        allowed = {answer["status"], *(answer.get("status_also") or [])}
        key = f"{answer['file']}: {answer['trigger_words']} | {answer['sentence_words'][:60]}"
        if near:
            statuses = [status for _, _, status, _ in near]
            right = any(status in allowed for status in statuses)
            yield Outcome(key, "events: status", answer["status"], "/".join(statuses), right)
            if answer["must_not_be_happened"]:
                false = any(status in ("happened", "ongoing") for status in statuses)
                yield Outcome(
                    key, "events: not falsely happened", "no", "yes" if false else "no", not false
                )
        if not answer.get("optional"):
            yield Outcome(
                key, "events: found", answer["status"], "found" if near else None, bool(near)
            )


def figure_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    rows = rows_by_file(record)
    points = [point for series in record.series for point in series.points]
    for answer in answers(story, "figures"):
        row = rows.get(answer["file"])
        if row is None or answer.get("optional"):
            continue
        allowed = {plain(words) for words in [answer["words"], *(answer.get("words_also") or [])]}
        near = [p for p in points if p.article == row.id and plain(p.words) in allowed]
        right = [p for p in near if (p.low, p.high) == (answer["low"], answer["high"])]
        key = f"{answer['file']}: {answer['words']}"
        found = near[0].words if near else None
        yield Outcome(key, "figures: value", answer["words"], found, bool(right))


def claim_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    files = {row.id: name for name, row in rows_by_file(record).items()}
    for answer in answers(story, "claims"):
        best = best_claim(answer, record, files)
        if not answer["files"]:
            happened = best is not None and best.status == "happened"
            yield Outcome(
                answer["words"],
                "claims: never as happened",
                "absent",
                best.words if happened and best else "absent",
                not happened,
            )
            continue
        wanted = f"{answer['independent']} {answer['label']}"
        found = f"{best.standing.independent} {best.standing.label}" if best else None
        yield Outcome(answer["words"], "claims: standing", wanted, found, wanted == found)
        over = best is not None and best.standing.independent > answer["independent"]
        yield Outcome(
            answer["words"], "claims: not overcounted", "no", found if over else "no", not over
        )


def best_claim(answer: Answer, record: Record, files: dict[str, str]) -> Claim | None:
    """The claim whose reports lie in the same files and share most words with the answer."""
    stems = content_stems(answer["words"])
    wanted = set(answer["files"])

    def likeness(claim: Claim) -> tuple[float, str]:
        inside = {files.get(report.article, "") for report in claim.reports}
        shared = max(
            len(stems & content_stems(report.words)) / max(len(stems), 1)
            for report in claim.reports
        )
        overlap = len(inside & wanted) / len(inside | wanted) if wanted else 0.3
        return shared + 0.5 * overlap, claim.id

    candidates = [claim for claim in record.claims if claim.kind in ("event", "figure")]
    best = max(candidates, key=likeness, default=None)
    return best if best is not None and likeness(best)[0] >= 0.8 else None


def agenda_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    for answer in answers(story, "agenda"):
        if not answer["date"] or answer["date"].startswith(".."):
            continue
        items = agenda(record, answer["as_of"])
        near = [
            item
            for item in items
            if item.when == answer["date"]
            and (not answer["place"] or (item.place and item.place.name == answer["place"]))
        ]
        key = f"{answer['as_of']}: {answer['what']}"
        found = near[0].words if near else None
        yield Outcome(key, "agenda", answer["date"], found, bool(near))


def lineage_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    rows = rows_by_file(record)
    pairs = {frozenset((p.from_, p.to)): p for p in record.passages}
    for answer in answers(story, "lineage"):
        ids = frozenset(rows[answer[end]].id for end in ("from", "to") if answer[end] in rows)
        passage = pairs.get(ids)
        key = f"{answer['from']} -> {answer['to']}"
        if answer["kind"] == "none":
            yield Outcome(
                key, "lineage: none", "none", passage.kind if passage else "none", passage is None
            )
        else:
            kinds = {answer["kind"], *(answer.get("accept_kinds") or [])}
            found = passage.kind if passage else None
            directed = passage is not None and passage.from_ == rows[answer["from"]].id
            yield Outcome(key, "lineage: found", answer["kind"], found, found in kinds and directed)


def conflict_outcomes(story: str, record: Record) -> Iterator[Outcome]:
    files = {row.id: name for name, row in rows_by_file(record).items()}
    for answer in answers(story, "conflicts"):
        near = [
            conflict
            for conflict in record.conflicts
            if {files.get(side.article) for side in conflict.sides} <= set(answer["files"])
            and (answer["kind"] in ("none", conflict.kind))
            and all(
                any(
                    containment(content_stems(side["words"]), content_stems(cited.words), ALL_EQUAL)
                    > 0.6
                    for cited in conflict.sides
                )
                for side in answer["sides"][:2]
                if answer["kind"] == "none" or len(answer["sides"]) == 2
            )
        ]
        if answer["kind"] == "none":
            found = near[0].reason if near else "none"
            yield Outcome(answer["reason"], "conflicts: none", "none", found, not near)
        else:
            found = near[0].reason if near else None
            yield Outcome(answer["reason"], "conflicts: found", answer["kind"], found, bool(near))


PARTS: tuple[Callable[[str, Record], Iterator[Outcome]], ...] = (
    article_outcomes,
    event_outcomes,
    figure_outcomes,
    claim_outcomes,
    agenda_outcomes,
    lineage_outcomes,
    conflict_outcomes,
)


def outcomes_of(story: str, record: Record) -> list[Outcome]:
    """All outcomes of a story."""
    return [outcome for part in PARTS for outcome in part(story, record)]


def main() -> None:
    """Prints the scores of one story, and with --misses what was missed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("story")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = build_record(arguments.story, Path(folder))
    found = outcomes_of(arguments.story, record)
    for metric in dict.fromkeys(outcome.metric for outcome in found):
        rows = [outcome for outcome in found if outcome.metric == metric]
        print(f"{metric:32} {score(rows).recall:6.1%} of {len(rows)}")
        if arguments.misses:
            for row in rows:
                if not row.right:
                    print(f"    {row.example} | wanted {row.gold} | found {row.found}")


if __name__ == "__main__":
    main()
