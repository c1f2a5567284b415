"""Small records made by hand, for views that need no reading."""

from typing import Any

from tests.given_days import on

from secondsource.model.actor import Actor, StoryVoice
from secondsource.model.article import Article
from secondsource.model.claim import (
    Claim,
    Report,
    Standing,
    StoryCondition,
    StoryEvent,
    StoryEventMention,
    When,
)
from secondsource.model.record import ArticleRow, Record
from secondsource.model.text import Citation, Reference

PEOPLE = {
    "Kenya": ("place-as-actor", "Kenya"),
    "Chad": ("place-as-actor", "Chad"),
    "Omari Chuo": ("person", "Kenya"),
    "Idriss Haroun": ("person", "Chad"),
}


def ref(name: str) -> Reference:
    return Reference(id=f"actor-{name}", name=name)


class Story:
    """Articles of one sentence after the other; each `told` adds a sentence and an event in it."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.days: dict[str, str] = {}
        self.datelines: dict[str, str | None] = {}
        self.events: list[StoryEvent] = []
        self.claims: list[Claim] = []

    def article(self, name: str, day: str, dateline: str | None = None) -> None:
        self.texts[name], self.days[name] = "", day
        self.datelines[name] = dateline

    def sentence(self, article: str, words: str) -> Citation:
        text = self.texts[article]
        start = len(text) + (1 if text else 0)
        self.texts[article] = f"{text} {words}" if text else words
        return Citation(article=article, start=start, end=start + len(words), words=words)

    def told(
        self,
        article: str,
        words: str,
        trigger: str,
        kind: str,
        status: str = "happened",
        who: tuple[str, ...] = (),
        whom: tuple[str, ...] = (),
        when: str | None = None,
        voice: str | None = None,
        about: str | None = None,
        thing: str | None = None,
        mode: str | None = None,
        condition: str | None = None,
        sentence: Citation | None = None,
    ) -> StoryEvent:
        cited = sentence or self.sentence(article, words)
        start = cited.start + cited.words.index(trigger)
        spoken = Reference(id=f"voice-{voice}", name=voice) if voice else None
        mention = StoryEventMention(
            id=f"m{len(self.events)}",
            article=article,
            start=start,
            end=start + len(trigger),
            words=trigger,
            part="text",
            status=status,  # type: ignore[arg-type]
            voice=spoken or Reference(id="unstated", name="source not stated"),
            newsroom=Reference(id=f"room-{article}", name=f"The {article}"),
            sentence=cited,
            time=when,
        )
        held = StoryCondition(citation=part(cited, condition), event=None) if condition else None
        event = StoryEvent(
            id=f"e{len(self.events):02}",
            event_type=kind,  # type: ignore[arg-type]
            mode=mode,
            status=status,  # type: ignore[arg-type]
            sources=tuple(ref(name) for name in who),
            targets=tuple(ref(name) for name in whom),
            object=thing,
            time=When(value=when, precision="day") if when else None,
            place=None,
            about=about,
            condition=held,
            mentions=(mention,),
        )
        self.events.append(event)
        report = Report(
            article=article,
            start=cited.start,
            end=cited.end,
            words=cited.words,
            part="text",
            newsroom=mention.newsroom,
            voice=mention.voice,
        )
        self.claims.append(
            Claim(
                id=f"c{event.id}",
                about=event.id,
                kind="event",
                status=status,  # type: ignore[arg-type]
                words=cited.words,
                reports=(report,),
                standing=standing(mention),
            )
        )
        return event

    def record(self) -> Record:
        actors = tuple(
            Actor(
                id=ref(name).id,
                name=name,
                kind=kind,  # type: ignore[arg-type]
                names=(name,),
                roles=(),
                party=ref(party),
                mentions=1,
                articles=tuple(sorted(self.texts)),
            )
            for name, (kind, party) in sorted(PEOPLE.items())
        )
        voices = tuple(
            StoryVoice(
                id=f"voice-{name}",
                name=name,
                kind="named",
                description=None,
                affiliation=None,
                party=party,
            )
            for name, (_, party) in sorted(PEOPLE.items())
        )
        rows = tuple(self._row(name) for name in sorted(self.texts))
        empty: dict[str, Any] = dict.fromkeys(
            ("passages", "newsrooms", "utterances", "series", "conflicts", "changes"), ()
        )
        return Record(
            articles=rows,
            actors=actors,
            voices=voices,
            events=tuple(self.events),
            claims=tuple(self.claims),
            as_of=max(self.days.values()),
            pipeline="",
            **empty,
        )

    def _row(self, name: str) -> ArticleRow:
        day = self.days[name]
        published = on(day)
        return ArticleRow(
            id=name,
            article=Article(
                id=name,
                address=name,
                text=self.texts[name],
                published=published,
                dateline=self.datelines[name],
            ),
            newsrooms=(Reference(id=f"room-{name}", name=f"The {name}"),),
            versions=(),
            status="read",
        )


def part(cited: Citation, words: str) -> Citation:
    start = cited.start + cited.words.index(words)
    return Citation(article=cited.article, start=start, end=start + len(words), words=words)


def standing(mention: StoryEventMention) -> Standing:
    return Standing(
        label="single",
        flags=(),
        independent=1,
        independent_at_most=1,
        newsrooms=(mention.newsroom,),
        voices=(mention.voice,),
        reasons=(),
    )
