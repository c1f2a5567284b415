"""What is compared of two given mentions of actors (or of other things that have names)."""

from collections import Counter
from collections.abc import Mapping
from math import log

import numpy as np

from ...lexicon.reporting import titles_behind
from ...lexicon.stems import stem
from ...lexicon.transliteration import skeleton
from ...model.given import GivenMention
from ..actors import Actors
from .linkage import Array
from .network import Features
from .pairs import Pairs

_JOINING = frozenset({"of", "the", "and", "for"})


def actor_features(pairs: Pairs, actors: Actors, titles: Mapping[str, frozenset[str]]) -> Features:
    """The features of all pairs, one table after the other. `actors` are those that the story's own
    readings name, `titles` the stems of their titles by actor."""
    actor = {
        each.place: actors.actor_of_entity.get(each.entity or "") or "" for each in pairs.mentions
    }
    same_actor, both_known = pairs.equal(lambda m: actor[m.place])
    names = pairs.all(lambda m: m.form == "name")
    nouns = pairs.all(lambda m: m.form == "nominal")
    mixed = ~names & ~nouns
    same = pairs.equal(lambda m: m.lemma)[0]
    whole = pairs.equal(lambda m: m.phrase)[0]
    surname = pairs.equal(lambda m: skeleton(m.head) if m.tag in ("NNP", "NNPS") else None)[0]
    proper = pairs.shared(lambda m: m.proper)
    size = pairs.least(lambda m: max(1, len(m.proper)))
    contained = np.where(proper.both, proper.count / size, 0)
    lands = pairs.shared(lambda m: m.lands, weighted=False)
    content = pairs.shared(lambda m: m.content).cosine
    modifiers = pairs.shared(lambda m: m.modifiers)
    numbers = pairs.shared(lambda m: m.numbers, weighted=False)
    meaning = pairs.meaning
    around = pairs.shared(lambda m: m.surroundings).cosine * ~pairs.same_article
    governed = pairs.equal(lambda m: m.governor)[0] & ~pairs.same_article
    role = _roles(pairs, actor, titles) & mixed
    called, only = (each & mixed for each in _called(pairs))
    one_plural = pairs.any(lambda m: m.plural) & ~pairs.all(lambda m: m.plural)
    same_kind, both_kinds = pairs.equal(lambda m: m.entity_kind)
    same_gender, both_genders = pairs.equal(lambda m: m.gender)
    same_sentence = pairs.equal(lambda m: (m.article, m.sentence))[0]
    unlike = np.where(same, 0, pairs.heads**3)
    often = Counter(each.lemma for each in pairs.mentions)
    frequency = pairs.least(lambda m: log(often[m.lemma]) / 3)
    told = pairs.told_by(lambda m: m.lemma)
    articles = pairs.articles
    leads, articles_names = (pairs.of_articles(each) for each in (articles.leads, articles.names))
    grouped = pairs.of_articles(articles.grouping)
    likeness, early, here = pairs.article_likeness, pairs.early, pairs.same_article
    yield "same words", whole
    yield "same words, nouns", whole & nouns
    yield "same", same
    yield "same, names", same & names
    yield "same, nouns", same & nouns
    yield "same actor", same_actor
    yield "other actor", both_known & ~same_actor
    yield "other actor, same", both_known & ~same_actor & same
    yield "names, one unknown", names & ~both_known
    yield "surname", surname
    yield "surname, other form", surname & ~same
    yield "contained", contained
    yield "contained, names", contained * names
    yield "proper", proper.cosine
    yield "other proper", proper.apart
    yield "acronym", _acronyms(pairs)
    yield "role", role
    yield "role, land", role & (lands.count > 0)
    yield "role, modifiers", role * modifiers.cosine
    yield "called", called
    yield "called, only", called & only
    yield "called, grouping", called * grouped
    yield "land", lands.cosine
    yield "land, mixed", lands.cosine * mixed
    yield "other land", lands.apart
    yield "other land, same", lands.apart & same
    yield "one plural", one_plural
    yield "one plural, same", one_plural & same
    yield "other gender", both_genders & ~same_gender
    yield "same kind", same_kind
    yield "other kind", both_kinds & ~same_kind
    yield "heads", np.where(same, 0, pairs.heads)
    yield "heads, cubed", unlike
    yield "heads, cubed, nouns", unlike * nouns
    yield "meaning, nouns", meaning.shared & nouns & ~same
    yield "kind, nouns", meaning.kind & nouns & ~same
    yield "sisters, nouns", meaning.sisters & nouns & ~same
    yield "meaning, mixed", (meaning.shared | meaning.kind) & mixed
    yield "phrases", np.where(whole, 0, pairs.phrases**2)
    yield "content", content
    yield "content, nouns", content * nouns
    yield "modifiers", modifiers.cosine
    yield "modifiers, same", modifiers.cosine * same
    yield "other modifiers, same", modifiers.apart & same
    yield "other modifiers, same, nouns", modifiers.apart & same & nouns
    yield "numbers, same", numbers.cosine * same
    yield "other numbers, same", numbers.apart & same
    yield "articles", likeness
    yield "articles, same, nouns", likeness * (same & nouns)
    yield "articles, same, names", likeness * (same & names)
    yield "articles, mixed", likeness * mixed
    yield "leads", leads
    yield "leads, same, nouns", leads * (same & nouns)
    yield "leads, mixed", leads * mixed
    yield "articles' names", articles_names
    yield "articles' names, same, nouns", articles_names * (same & nouns)
    yield "articles' names, mixed", articles_names * mixed
    yield "grouping", grouped
    yield "grouping, same, nouns", grouped * (same & nouns)
    yield "grouping, nouns", grouped * nouns
    yield "grouping, mixed", grouped * mixed
    yield "articles, nouns", likeness * nouns
    yield "around", around
    yield "around, nouns", around * nouns
    yield "around, same, nouns", around * (same & nouns)
    yield "around, mixed", around * mixed
    yield "governed", governed
    yield "governed, nouns", governed & nouns
    yield "governed, mixed", governed & mixed
    yield "same article", here
    yield "same article, nouns", here & nouns
    yield "same article, same, nouns", here & same & nouns
    yield "same article, mixed", here & mixed
    yield "same sentence", same_sentence
    yield "same sentence, same", same_sentence & same
    yield "names", names
    yield "nouns", nouns
    yield "often, same, nouns", frequency * (same & nouns)
    yield "often, same, names", frequency * (same & names)
    yield "early", early
    yield "early, same, nouns", early * (same & nouns)
    yield "early, nouns", early * nouns
    yield "early, mixed", early * mixed
    yield "early, articles", early * likeness
    yield "early, around", early * around
    yield "early, role", early * role
    yield "told", told
    yield "told, same, nouns", told * (same & nouns)
    yield "told, mixed", told * mixed


def _roles(
    pairs: Pairs, actor: Mapping[tuple[str, int, int], str], titles: Mapping[str, frozenset[str]]
) -> Array:
    """Pairs of which one names what the other is: "the minister" and somebody whom the story calls so."""
    borne: list[frozenset[str]] = []
    meant: list[frozenset[str]] = []
    for each in pairs.mentions:
        own = frozenset({each.stem}) if each.form == "nominal" else frozenset()
        borne.append(each.titles | titles.get(actor[each.place], frozenset()) | own)
        behind = frozenset(map(stem, titles_behind(each.lemma)))
        meant.append(own | behind if own else own)
    return pairs.meeting(borne, meant)


def _called(pairs: Pairs) -> tuple[Array, Array]:
    """Pairs of a name and a noun that an article calls its bearer by, and those whose noun no other name of the
    story has."""
    nouns: dict[str, set[str]] = {}
    bearers: dict[str, set[str]] = {}
    for name, noun in pairs.articles.called:
        nouns.setdefault(name, set()).add(noun)
        bearers.setdefault(noun, set()).add(name)
    own = [frozenset({each.stem} if each.form == "nominal" else ()) for each in pairs.mentions]
    borne = [
        frozenset(nouns.get(each.head, ()) if each.form == "name" else ())
        for each in pairs.mentions
    ]
    only = [frozenset(noun for noun in row if len(bearers[noun]) == 1) for row in borne]
    return pairs.meeting(own, borne), pairs.meeting(own, only)


def _acronyms(pairs: Pairs) -> Array:
    """Pairs of a name and the first letters of its words."""
    found = np.zeros((len(pairs), len(pairs)), dtype=bool)
    short: dict[str, list[int]] = {}
    for at, each in enumerate(pairs.mentions):
        bare = each.head.replace(".", "")
        if each.form == "name" and bare.isalpha() and 2 <= len(bare) <= 6:
            short.setdefault(bare, []).append(at)
    for at, each in enumerate(pairs.mentions):
        letters = _letters(each)
        for other in short.get(letters, ()):
            found[at, other] = found[other, at] = True
    return found


def _letters(mention: GivenMention) -> str:
    words = [word for word in mention.phrase.split() if word not in _JOINING]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
