"""From articles to their lineage: the steps in their order."""

from collections.abc import Sequence
from functools import lru_cache

from ..model.article import Article
from ..model.keeping import NOWHERE, Keeping
from ..model.lineage import Lineage, Passage, PassageSpan
from ..model.text import Citation
from ..model.value import from_json, identifier
from .alignment import Indexed, Weights, verbatim
from .alterations import alterations_of, is_verbatim
from .candidates import candidates
from .cards import Card, cards_of, text_key, weighed_of
from .direction import order_key
from .kinds import Measure, kind_of, shared_agencies
from .links import Link, choose, links_among
from .newsrooms import main_passages, newsroom_id, newsrooms_of, told_itself
from .shingles import Shapes

MOST_LAID_OUT = 1024
"""Texts that are held laid out and indexed at one time, those that were compared last: 100 MB. Texts are compared in the
order of their days, and mostly with those of days near by."""


def trace(articles: Sequence[Article], keeping: Keeping = NOWHERE) -> Lineage:
    """The lineage of all articles: every passage that comes from another article, and each article's
    newsroom. The same for any order of `articles`; of articles with one id the first in the fixed
    order counts. What is kept in `keeping` is not compared again; the lineage is the same without it."""
    unique: dict[str, Article] = {}
    for article in sorted(articles, key=order_key):
        unique.setdefault(article.id, article)
    ordered = list(unique.values())
    shapes = Shapes()
    cards = cards_of(ordered, shapes, keeping)
    passages = sorted(
        _passages(ordered, cards, shapes, keeping),
        key=lambda passage: (passage.to, passage.from_, passage.id),
    )
    newsrooms, newsroom_of = newsrooms_of(ordered, passages)
    reasons = _unverbatim(ordered, cards, passages)
    return Lineage(
        passages=tuple(passages),
        newsrooms=newsrooms,
        newsroom_of={article: newsroom_of[article] for article in sorted(newsroom_of)},
        unverbatim=tuple(sorted(reasons)),
        unverbatim_reasons={article: reasons[article] for article in sorted(reasons)},
        told_itself={
            article: newsroom_id(origin.key)
            for article, origin in told_itself(ordered, main_passages(passages)).items()
        },
    )


def _passages(
    ordered: Sequence[Article], cards: Sequence[Card], shapes: Shapes, keeping: Keeping
) -> list[Passage]:
    """All passages. Equal texts are copies of the first of them and are not looked at any further."""
    firsts: dict[str, Article] = {}
    found: list[Passage] = []
    places: list[int] = []
    for place, (article, card) in enumerate(zip(ordered, cards, strict=True)):
        if not card.letters:
            continue
        first = firsts.setdefault(card.letters, article)
        if first is article:
            places.append(place)
        else:
            found.append(_equal(first, article))
    different, cards = [ordered[n] for n in places], [cards[n] for n in places]
    sample = weighed_of(different)
    weights = Weights(cards[n] for n in sample)
    weighed = identifier(*(text_key(different[n]) for n in sample))

    @lru_cache(maxsize=MOST_LAID_OUT)
    def indexed(place: int) -> Indexed:
        return Indexed(shapes.lay_out(different[place]), weights)

    compared = candidates(cards, weights)
    links = links_among(different, compared, indexed, weights, weighed, keeping)
    place_of = {article.id: place for place, article in enumerate(different)}
    for link in choose(links):
        key = identifier(
            link.original.to_json(),
            link.copy.to_json(),
            link.reason,
            *((pair.original, pair.copy) for pair in link.pairs),
        )
        held = keeping.kept("passage", key)
        if held is None:
            ends = indexed(place_of[link.original.id]), indexed(place_of[link.copy.id])
            passage = passage_of(*ends, link)
            keeping.keep("passage", key, passage.to_json())
        else:
            passage = from_json(held, Passage)
        found.append(passage)
    return found


def passage_of(before: Indexed, after: Indexed, link: Link) -> Passage:
    """The passage of a link between these two texts, measured and with its alterations."""
    original, copy = before.sheet, after.sheet
    measure = measure_of(before, after, link)
    kind = kind_of(measure, original.article, copy.article)
    agencies = shared_agencies(original.article, copy.article)
    reasons = [
        f"{len(link.pairs)} of {len(copy.lines)} sentences go with sentences of the original,"
        f" {measure.verbatim:.0%} of their words the same",
        link.reason,
    ]
    if agencies:
        reasons.append(f"both carry text of {', '.join(agencies)}")
    verbatim_kept = is_verbatim(before, after, link.pairs)
    if not verbatim_kept:
        reasons.append("quotations are worded differently throughout")
    return Passage(
        id=passage_id(original.article.id, copy.article.id, link.pairs[0].copy),
        from_=original.article.id,
        to=copy.article.id,
        kind=kind,
        share=round(measure.share, 3),
        spans=tuple(_spans(before, after, link)),
        alterations=tuple(alterations_of(before, after, link.pairs)),
        verbatim=verbatim_kept,
        reasons=tuple(reasons),
    )


def passage_id(original: str, copy: str, first: int) -> str:
    """The id of a passage: both articles and where it begins in the copy."""
    return identifier("passage", original, copy, first)


def measure_of(before: Indexed, after: Indexed, link: Link) -> Measure:
    """Shares and likeness of a link, in words."""
    aligned = same = 0.0
    used: dict[int, int] = {}
    for pair in link.pairs:
        one, other = before.lines[pair.original].shape, after.lines[pair.copy].shape
        aligned += len(other.words)
        if one.letters == other.letters:
            same += len(other.words)
        else:
            same += len(other.words) * verbatim(one.words, other.words)
        used[pair.original] = len(one.words)
    return Measure(
        share=aligned / max(1, after.sheet.word_count),
        used=sum(used.values()) / max(1, before.sheet.word_count),
        verbatim=same / max(1.0, aligned),
    )


def _spans(before: Indexed, after: Indexed, link: Link) -> list[PassageSpan]:
    """Aligned spans; neighbours that are equal on both sides become one."""
    one, other = before.sheet, after.sheet
    runs: list[tuple[int, int, int, int, bool]] = []
    for pair in link.pairs:
        equal = one.lines[pair.original].shape.letters == other.lines[pair.copy].shape.letters
        if runs and equal and runs[-1][4]:
            first, last, low, high, _ = runs[-1]
            if last + 1 == pair.original and high + 1 == pair.copy:
                runs[-1] = (first, pair.original, low, pair.copy, True)
                continue
        runs.append((pair.original, pair.original, pair.copy, pair.copy, equal))
    spans = []
    for first, last, low, high, _ in runs:
        start, end = one.lines[first].start, one.lines[last].end
        begin, stop = other.lines[low].start, other.lines[high].end
        spans.append(
            PassageSpan(
                original=Citation(
                    start=start, end=end, words=one.article.text[start:end], article=one.article.id
                ),
                copy=Citation(
                    start=begin,
                    end=stop,
                    words=other.article.text[begin:stop],
                    article=other.article.id,
                ),
            )
        )
    return spans


def _equal(first: Article, copy: Article) -> Passage:
    """The passage of a text that is the same from end to end."""
    whole, again = first.text.strip(), copy.text.strip()
    start, begin = first.text.find(whole), copy.text.find(again)
    span = PassageSpan(
        original=Citation(start=start, end=start + len(whole), words=whole, article=first.id),
        copy=Citation(start=begin, end=begin + len(again), words=again, article=copy.id),
    )
    measure = Measure(1.0, 1.0, 1.0)
    dated = first.published and copy.published and first.published.latest < copy.published.earliest
    return Passage(
        id=passage_id(first.id, copy.id, 0),
        from_=first.id,
        to=copy.id,
        kind=kind_of(measure, first, copy),
        share=1.0,
        spans=(span,),
        reasons=(
            "the same text from end to end",
            "published earlier"
            if dated
            else "which came first cannot be told; taken in a fixed order",
        ),
    )


def _unverbatim(
    articles: Sequence[Article], cards: Sequence[Card], passages: Sequence[Passage]
) -> dict[str, tuple[str, ...]]:
    """Articles whose quotations cannot be word for word, with the reasons."""
    reasons: dict[str, list[str]] = {}
    for article, card in zip(articles, cards, strict=True):
        if card.rewritten:
            reasons.setdefault(article.id, []).append(
                f"signs of machine rewriting: {card.rewritten}"
            )
    main = main_passages(passages)
    for article_id, passage in main.items():
        if not passage.verbatim:
            reasons.setdefault(article_id, []).append(
                f"{passage.kind} of {passage.from_} with its quotations worded differently throughout"
            )
    for passage in main.values():
        # A copy of such a text has the same quotations.
        if passage.from_ in reasons and passage.to not in reasons:
            reasons[passage.to] = [
                f"{passage.kind} of {passage.from_}, whose quotations cannot be verbatim"
            ]
    return {article: tuple(why) for article, why in reasons.items()}
