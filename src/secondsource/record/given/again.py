"""What the first likelihoods of all pairs tell of each pair, for a second look.

One pair by itself tells little: whether its articles tell the same news, whether the mentions around both are the
same, whether either has a better partner or any at all is seen only when all pairs have been compared once.
Everything here is made of likelihoods, not of words, so that it means the same in every story.
"""

from collections.abc import Hashable, Sequence

import numpy as np

from .linkage import Array
from .network import Features
from .pairs import Pairs, grouping

LIKELY = 0.3
"""Likelihood from which on an article is counted as telling of a mention."""


def again_features(pairs: Pairs, likelihood: Array) -> Features:
    """The features of all pairs by their first likelihoods."""
    alike = likelihood.astype(np.float32)
    np.fill_diagonal(alike, 0)
    article, count = pairs.article, len(pairs.articles.ids)
    bounded = np.clip(alike, 1e-4, 1 - 1e-4)
    best = alike.max(axis=1)
    partners = np.log1p(alike.sum(axis=1))
    best_of = _best_of(alike, article, count)
    told_by = (best_of > LIKELY).mean(axis=1)
    among = alike / np.maximum(best_of[:, article], 1e-3)
    told = _told(best_of, article)
    news = pairs.of_articles(grouping(told))
    unit = alike + np.eye(len(alike), dtype=np.float32)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    near_articles = _around(alike, article.tolist())
    near_sentences = _around(alike, [(each.article, each.sentence) for each in pairs.mentions])
    yield "likelihood", alike
    yield "odds", np.log(bounded / (1 - bounded))
    yield "best, less", np.minimum(best[:, None], best)
    yield "best, more", np.maximum(best[:, None], best)
    yield "of best", alike / np.maximum(np.maximum(best[:, None], best), 1e-3)
    yield "same others", unit @ unit.T
    yield "partners, less", np.minimum(partners[:, None], partners)
    yield "partners, more", np.maximum(partners[:, None], partners)
    yield "best of article, less", np.minimum(among, among.T)
    yield "best of article, more", np.maximum(among, among.T)
    yield "told by, less", np.minimum(told_by[:, None], told_by)
    yield "told by, more", np.maximum(told_by[:, None], told_by)
    yield "news", pairs.of_articles(told)
    yield "news, grouping", news
    yield "news, likelihood", news * alike
    yield "article around", near_articles
    yield "article around, likelihood", near_articles * alike
    yield "sentence around", near_sentences
    yield "sentence around, likelihood", near_sentences * alike


def _best_of(alike: Array, article: Array, count: int) -> Array:
    """For each mention (row) the likelihood of its best partner in each article."""
    found = np.zeros((len(alike), count), dtype=np.float32)
    for at in np.unique(article):
        found[:, at] = alike[:, article == at].max(axis=1)
    return found


def _told(best_of: Array, article: Array) -> Array:
    """For each two articles how likely on average a mention of one is in the other."""
    count = best_of.shape[1]
    found = np.zeros((count, count), dtype=np.float32)
    for at in np.unique(article):
        found[at] = best_of[article == at].mean(axis=0)
    return (found + found.T) / 2


def _around(alike: Array, group: Sequence[Hashable]) -> Array:
    """How alike the other mentions of both groups are (those of one group: 0), by the number in the smaller."""
    number: dict[Hashable, int] = {}
    at = np.array([number.setdefault(each, len(number)) for each in group])
    member = np.zeros((len(at), len(number)), dtype=np.float32)
    member[np.arange(len(at)), at] = 1
    to_group = alike @ member
    between = member.T @ to_group
    rest = between[np.ix_(at, at)] - to_group[:, at] - to_group[:, at].T + alike
    size = member.sum(axis=0)[at]
    others = np.maximum(np.minimum(size[:, None], size) - 1, 1)
    return np.where(at[:, None] == at, 0, rest / others)
