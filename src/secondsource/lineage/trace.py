"""From articles to their lineage: the steps in their order."""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from ..model.article import Article
from ..model.lineage import Lineage, Passage, PassageSpan
from ..model.text import Citation
from ..model.value import identifier
from .alignment import Indexed, Pair, Weights, chain, pairs_of, verbatim
from .alterations import alterations_of, is_verbatim
from .candidates import candidates
from .direction import first_is_original, order_key
from .disfluency import is_machine_rewritten
from .evidence import STRONG, TURNED, can_be_proven, proven, weigh
from .kinds import Measure, kind_of, shared_agencies
from .newsrooms import main_passages, newsrooms_of
from .shingles import Shapes, letters_of


class Link:
    """Aligned pairs of two articles, the original decided."""

    def __init__(self, original: Indexed, copy: Indexed, pairs: list[Pair], reason: str) -> None:
        self.original = original
        self.copy = copy
        self.pairs = pairs
        self.reason = reason


def trace(articles: Sequence[Article]) -> Lineage:
    """The lineage of all articles: every passage that comes from another article, and each article's
    newsroom. The same for any order of `articles`; of articles with one id the first in the fixed
    order counts."""
    unique: dict[str, Article] = {}
    for article in sorted(articles, key=order_key):
        unique.setdefault(article.id, article)
    ordered = list(unique.values())
    passages = sorted(
        _passages(ordered), key=lambda passage: (passage.to, passage.from_, passage.id)
    )
    newsrooms, newsroom_of = newsrooms_of(ordered, passages)
    reasons = _unverbatim(ordered, passages)
    return Lineage(
        passages=tuple(passages),
        newsrooms=newsrooms,
        newsroom_of={article: newsroom_of[article] for article in sorted(newsroom_of)},
        unverbatim=tuple(sorted(reasons)),
        unverbatim_reasons={article: reasons[article] for article in sorted(reasons)},
    )


def _passages(ordered: Sequence[Article]) -> list[Passage]:
    """All passages. Equal texts are copies of the first of them and are not looked at any further."""
    firsts: dict[str, Article] = {}
    found: list[Passage] = []
    different: list[Article] = []
    for article in ordered:
        letters = letters_of(article.text)
        if not letters:
            continue
        first = firsts.setdefault(letters, article)
        if first is article:
            different.append(article)
        else:
            found.append(_equal(first, article))
    shapes = Shapes()
    sheets = [shapes.lay_out(article) for article in different]
    weights = Weights(sheets)
    indexed = [Indexed(sheet, weights) for sheet in sheets]
    links = []
    for one, other in candidates(sheets, weights):
        link = compare(indexed[one], indexed[other], weights)
        if link is not None:
            links.append(link)
    for link in choose(links):
        found.append(passage_of(link))
    return found


def compare(one: Indexed, other: Indexed, weights: Weights) -> Link | None:
    """The link between two articles, if their sentences show one; `one` stands first in the order."""
    # What comes from a text is more easily seen in the shorter of the two: it is looked at first,
    # and where nothing is seen in it, there is nothing.
    long, short = (one, other) if one.own_total >= other.own_total else (other, one)
    pairs = pairs_of(long, short)
    if not can_be_proven(pairs, short):
        return None
    in_short = proven(chain(pairs), long, short)
    if not in_short:
        return None
    in_order = in_short if short is other else _turn(in_short)
    is_first, reason = first_is_original(one, other, in_order, weights)
    original, copy = (one, other) if is_first else (other, one)
    if copy is short:
        return Link(original, copy, in_short, reason)
    in_long = proven(chain(pairs_of(original, copy)), original, copy)
    if not in_long:
        in_long = _turn(proven(chain(pairs_of(long, short)), long, short, TURNED))
    return Link(original, copy, in_long, reason) if in_long else None


def _turn(pairs: Sequence[Pair]) -> list[Pair]:
    """The same pairs with original and copy exchanged, in the order of the new copy."""
    turned = [
        Pair(pair.copy, pair.original, pair.likeness, pair.likeness_of_all, pair.shared_weight)
        for pair in pairs
    ]
    return sorted(turned, key=lambda pair: (pair.copy, pair.original))


def choose(links: Sequence[Link]) -> list[Link]:
    """For each copy its best original, and further ones only for what the better ones do not explain.
    The strongest links of all are laid first, and none that would make an article its own original.
    """
    by_copy: dict[str, list[Link]] = {}
    for link in links:
        by_copy.setdefault(link.copy.sheet.article.id, []).append(link)
    left = {copy: list(having) for copy, having in by_copy.items()}
    taken: dict[str, set[int]] = {copy: set() for copy in by_copy}
    parents: dict[str, list[str]] = {}
    queue: list[tuple[float, str, Link]] = []

    def propose(copy: str) -> None:
        if left[copy]:
            link = _best(left[copy], taken[copy], by_copy)
            left[copy].remove(link)
            heappush(queue, (-_gain(link, taken[copy]), copy, link))

    chosen: list[Link] = []
    for copy in sorted(by_copy):
        propose(copy)
    while queue:
        negative_gain, copy, link = heappop(queue)
        if taken[copy] and -negative_gain < STRONG:
            continue
        original = link.original.sheet.article.id
        if not _descends(original, copy, parents):
            parents.setdefault(copy, []).append(original)
            fresh = [pair for pair in link.pairs if pair.copy not in taken[copy]]
            taken[copy].update(pair.copy for pair in link.pairs)
            chosen.append(Link(link.original, link.copy, fresh, link.reason))
        propose(copy)
    return chosen


def _descends(article: str, ancestor: str, parents: Mapping[str, Sequence[str]]) -> bool:
    stack, seen = [article], {article}
    while stack:
        at = stack.pop()
        if at == ancestor:
            return True
        for parent in parents.get(at, ()):
            if parent not in seen:
                seen.add(parent)
                stack.append(parent)
    return False


def _gain(link: Link, taken: set[int]) -> float:
    """The evidence of a link for what is not yet explained."""
    return round(sum(weigh(pair) for pair in link.pairs if pair.copy not in taken), 6)


AS_GOOD = 0.95
"""Part of the best evidence with which the original of the best original is taken instead of it: what
two texts hold of a third is seldom quite the same."""


def _best(left: Sequence[Link], taken: set[int], by_copy: Mapping[str, Sequence[Link]]) -> Link:
    """The link that explains most of what is not yet explained. Where the original of that original explains as
    much, that one: a text comes from the first of several like ones."""

    def rank(link: Link) -> tuple[float, tuple[str, int, str]]:
        return -_gain(link, taken), order_key(link.original.sheet.article)

    best = min(left, key=rank)
    seen = {best.original.sheet.article.id}
    while True:
        before = {
            link.original.sheet.article.id
            for link in by_copy.get(best.original.sheet.article.id, ())
        }
        nearly = [
            link
            for link in left
            if link.original.sheet.article.id in before - seen
            and _gain(link, taken) >= AS_GOOD * _gain(best, taken)
        ]
        if not nearly:
            return best
        best = min(nearly, key=rank)
        seen.add(best.original.sheet.article.id)


def passage_of(link: Link) -> Passage:
    """The passage of a link, measured and with its alterations."""
    original, copy = link.original.sheet, link.copy.sheet
    measure = measure_of(link)
    kind = kind_of(measure, original.article, copy.article)
    agencies = shared_agencies(original.article, copy.article)
    reasons = [
        f"{len(link.pairs)} of {len(copy.lines)} sentences go with sentences of the original,"
        f" {measure.verbatim:.0%} of their words the same",
        link.reason,
    ]
    if agencies:
        reasons.append(f"both carry text of {', '.join(agencies)}")
    verbatim_kept = is_verbatim(link.original, link.copy, link.pairs)
    if not verbatim_kept:
        reasons.append("quotations are worded differently throughout")
    return Passage(
        id=passage_id(original.article.id, copy.article.id, link.pairs[0].copy),
        from_=original.article.id,
        to=copy.article.id,
        kind=kind,
        share=round(measure.share, 3),
        spans=tuple(_spans(link)),
        alterations=tuple(alterations_of(link.original, link.copy, link.pairs)),
        verbatim=verbatim_kept,
        reasons=tuple(reasons),
    )


def passage_id(original: str, copy: str, first: int) -> str:
    """The id of a passage: both articles and where it begins in the copy."""
    return identifier("passage", original, copy, first)


def measure_of(link: Link) -> Measure:
    """Shares and likeness of a link, in words."""
    aligned = same = 0.0
    used: dict[int, int] = {}
    for pair in link.pairs:
        one, other = link.original.lines[pair.original].shape, link.copy.lines[pair.copy].shape
        aligned += len(other.words)
        if one.letters == other.letters:
            same += len(other.words)
        else:
            same += len(other.words) * verbatim(one.words, other.words)
        used[pair.original] = len(one.words)
    return Measure(
        share=aligned / max(1, link.copy.sheet.word_count),
        used=sum(used.values()) / max(1, link.original.sheet.word_count),
        verbatim=same / max(1.0, aligned),
    )


def _spans(link: Link) -> list[PassageSpan]:
    """Aligned spans; neighbours that are equal on both sides become one."""
    one, other = link.original.sheet, link.copy.sheet
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
    articles: Sequence[Article], passages: Sequence[Passage]
) -> dict[str, tuple[str, ...]]:
    """Articles whose quotations cannot be word for word, with the reasons."""
    reasons: dict[str, list[str]] = {}
    for article in articles:
        signs = is_machine_rewritten(article.text)
        if signs:
            shown = "; ".join(f"{sign.kind} (“{sign.citation.words}”)" for sign in signs[:6])
            reasons.setdefault(article.id, []).append(f"signs of machine rewriting: {shown}")
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
