"""What is compared of two given mentions of events."""

from collections import Counter
from math import log

import numpy as np

from ...lexicon.reporting import all_verbs
from ...lexicon.synonyms import senses
from .linkage import Array
from .network import Features
from .pairs import Pairs

LITTLE = frozenset("be have do make take get go come give hold put set".split())
"""Verbs that say little by themselves."""


def event_features(pairs: Pairs) -> Features:
    """The features of all pairs, one table after the other."""
    same_stem, derived, synonym = _related(pairs)
    related = same_stem | derived | synonym
    articles = pairs.articles
    same_article, across = pairs.same_article, ~pairs.same_article
    likeness, early = pairs.article_likeness, pairs.early
    leads, names = (pairs.of_articles(each) for each in (articles.leads, articles.names))
    grouped = pairs.of_articles(articles.grouping)
    unlike = np.where(related, 0, pairs.heads)
    doers = pairs.shared(lambda m: m.doers)
    undergoers = pairs.shared(lambda m: m.undergoers)
    said_of = pairs.shared(lambda m: m.doers | m.undergoers | m.others)
    modifiers = pairs.shared(lambda m: m.modifiers)
    meaning, kind, sisters = (
        each & ~related
        for each in (pairs.meaning.shared, pairs.meaning.kind, pairs.meaning.sisters)
    )
    content = pairs.shared(lambda m: m.content).cosine
    everything = pairs.shared(lambda m: m.content | m.doers | m.undergoers | m.others).cosine
    around = pairs.shared(lambda m: m.surroundings).cosine
    times = pairs.shared(lambda m: m.times, weighted=False)
    places = pairs.shared(lambda m: m.places, weighted=False)
    verbs = pairs.all(lambda m: m.form == "verb")
    phrase = pairs.least(lambda m: min(1.0, (len(m.words) - 1) / 3))
    told = pairs.told_by(lambda m: m.stem)
    often = Counter(each.stem for each in pairs.mentions)
    same_type, both_typed = pairs.equal(lambda m: m.event_type)
    reporting = pairs.all(lambda m: m.lemma in all_verbs())
    yield "same lemma", pairs.equal(lambda m: m.lemma)[0]
    yield "same stem", same_stem
    yield "derived", derived
    yield "synonym", synonym
    yield "heads", np.where(same_stem, 0, pairs.heads)
    yield "heads, cubed", np.where(same_stem, 0, pairs.heads**3)
    yield "phrases", np.where(same_stem, 0, pairs.phrases)
    yield "meaning", meaning
    yield "meaning, early", meaning * early
    yield "meaning, grouping", meaning * grouped
    yield "meaning, said of", meaning * said_of.cosine
    yield "kind", kind
    yield "kind, early", kind * early
    yield "kind, grouping", kind * grouped
    yield "kind, said of", kind * said_of.cosine
    yield "sisters", sisters
    yield "sisters, early", sisters * early
    yield "sisters, grouping", sisters * grouped
    yield "opposites", pairs.meaning.opposite & ~same_stem
    yield "same stem, often", same_stem * pairs.least(lambda m: log(often[m.stem]) / 3)
    yield "articles", likeness
    yield "articles, related", likeness * related
    yield "articles, heads", likeness * pairs.heads
    yield "leads", leads
    yield "leads, related", leads * related
    yield "names", names
    yield "names, related", names * related
    yield "grouping", grouped
    yield "grouping, related", grouped * related
    yield "grouping, heads", grouped * unlike
    yield "grouping, early, related", grouped * early * related
    yield "same article", same_article
    yield "same article, related", same_article & related
    yield "around", around * across
    yield "around, related", around * (related & across)
    yield "around, same article", around * same_article
    yield "doers", doers.cosine
    yield "doers, related", doers.cosine * related
    yield "other doers", doers.apart
    yield "other doers, related", doers.apart & related
    yield "undergoers", undergoers.cosine
    yield "undergoers, related", undergoers.cosine * related
    yield "other undergoers", undergoers.apart
    yield "other undergoers, related", undergoers.apart & related
    yield "said of", said_of.cosine
    yield "said of, related", said_of.cosine * related
    yield "said of others, related", said_of.apart & related
    yield "modifiers", modifiers.cosine
    yield "modifiers, related", modifiers.cosine * related
    yield "other modifiers, related", modifiers.apart & related
    yield "times", times.cosine
    yield "other times, related", times.apart & related
    yield "places", places.cosine
    yield "other places, related", places.apart & related
    yield "reporting", reporting
    yield "reporting, related", reporting & related
    yield "little, related", pairs.all(lambda m: m.lemma in LITTLE) & related
    yield "verbs", verbs
    yield "verbs, related", verbs & related
    yield "verb and noun", pairs.any(lambda m: m.form == "verb") & ~verbs
    yield "pronoun", pairs.any(lambda m: m.tag[:1] in "PWD")
    yield "same type", same_type
    yield "same type, related", same_type & related
    yield "other type", both_typed & ~same_type
    yield "early", early
    yield "early, related", early * related
    yield "early, same stem", early * same_stem
    yield "early, heads", early * unlike
    yield "early, said of", early * said_of.cosine
    yield "early, articles", early * likeness
    yield "early, same article, related", early * (same_article & related)
    yield "early, around", early * around * across
    yield "told", told
    yield "told, related", told * related
    yield "told, early", told * early
    yield "told, heads", told * unlike
    yield "phrase", phrase
    yield "phrase, related", phrase * related
    yield "phrase, phrases", phrase * pairs.phrases
    yield "phrase, phrases, related", phrase * pairs.phrases * related
    yield "phrase, heads", phrase * unlike
    yield "phrase, modifiers", phrase * modifiers.cosine
    yield "phrase, said of", phrase * said_of.cosine
    yield "phrase, same article", phrase * same_article
    yield "phrase, early", phrase * early
    yield "phrase, early, related", phrase * early * related
    yield "heads, said of", unlike * said_of.cosine
    yield "heads, around", unlike * around * across
    yield "heads, early, articles", unlike * early * likeness
    yield "content", content
    yield "content, phrase", content * phrase
    yield "everything", everything
    yield "everything, related", everything * related
    yield "everything, phrase", everything * phrase


def _related(pairs: Pairs) -> tuple[Array, Array, Array]:
    """Pairs with heads of one stem, of stems that one is derived from the other, and of words that news
    uses for one another; a pair is of one kind only."""
    same = pairs.equal(lambda m: m.stem)[0] | pairs.equal(lambda m: m.lemma)[0]
    first = {each.stem: at for at, each in reversed(list(enumerate(pairs.mentions)))}
    stems = sorted(first)
    number = {stem: at for at, stem in enumerate(stems)}
    groups = [
        {sense for sense in senses(pairs.mentions[first[stem]].lemma) if sense[0] != "="}
        for stem in stems
    ]
    derived = np.zeros((len(stems), len(stems)), dtype=bool)
    synonym = derived.copy()
    for one in range(len(stems)):
        for two in range(one):
            alike = float(pairs.heads[first[stems[one]], first[stems[two]]])
            derived[one, two] = derived[two, one] = is_derived(stems[one], stems[two], alike)
            synonym[one, two] = synonym[two, one] = bool(groups[one] & groups[two])
    at = pairs.values(lambda m: number[m.stem]).astype(int)
    where = np.ix_(at, at)
    return same, derived[where] & ~same, synonym[where] & ~same & ~derived[where]


def is_derived(one: str, two: str, alike: float) -> bool:
    """Whether two stems begin so alike that one is made from the other ("deploy", "deployment"), the more
    so if their vectors are alike."""
    shared = next(
        (at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(two)),
    )
    share = shared / max(1, min(len(one), len(two)))
    return (shared >= 5 and share >= 0.75) or (shared >= 4 and share >= 0.6 and alike > 0.25)
