"""Readings made by hand: one sentence an article, "ACTOR seized a boat at PLACE", on a day."""

from collections.abc import Sequence

from secondsource.lineage import trace
from secondsource.model.article import Article, Published
from secondsource.model.event import EventMention, EventTime, Participant
from secondsource.model.judgement import Judgement
from secondsource.model.mention import Mention
from secondsource.model.reading import Reading, Sentence
from secondsource.model.record import Record
from secondsource.model.statement import Statement, Voice
from secondsource.model.text import Citation, mention_id
from secondsource.model.value import identifier
from secondsource.record.record import make_record


def reading(name: str, actor: str, day: str = "2024-03-05", tail: str = "off Vanga") -> Reading:
    """An article `name` that came out on `day` and says that `actor` seized a boat, as a minister told it."""
    text = f"{actor} seized the Mtepe {tail}, Omari Chuo said in report {name}."
    published = Published(value=day, precision="day", earliest=day, latest=day, basis="metadata")
    article = Article(
        id=name,
        address=f"https://{name}.example/1",
        text=text,
        outlet=f"The {name} Courier",
        language="en",
        published=published,
    )

    def cite(words: str) -> Citation:
        start = text.index(words)
        return Citation(start=start, end=start + len(words), words=words)

    def named(words: str, kind: str) -> Mention:
        key = mention_id(name, cite(words), "mention")
        return Mention(id=key, citation=cite(words), kind=kind, name=words, entity=key)

    who, speaker = named(actor, "organization"), named("Omari Chuo", "person")
    said = cite(text[: text.index(", Omari")])
    statement = Statement(
        id=mention_id(name, said, "statement"),
        source=cite("Omari Chuo"),
        cue=cite("said"),
        content=(said,),
        mode="indirect",
        parent=None,
        doubtful=False,
        voice=Voice(kind="named", name="Omari Chuo"),
        speaker=speaker.entity,
    )
    event = EventMention(
        id=mention_id(name, cite("seized"), "event"),
        citation=cite("seized"),
        type="coerce",
        mode="seize",
        status="happened",
        sources=(Participant(mention=who.id, name=actor),),
        targets=(),
        object=cite("the Mtepe"),
        time=EventTime(value=day, precision="day"),
        place=None,
        voice=None,
        about=None,
        condition=None,
        sentence=cite(text),
    )
    return Reading(
        article=article,
        mentions=(who, speaker),
        statements=(statement,),
        events=(event,),
        sentences=(Sentence(part="text", start=0, end=len(text)),),
        anchored_on=day,
    )


def record(readings: Sequence[Reading], *judgements: Judgement) -> Record:
    """The record of readings under judgements."""
    return make_record(readings, trace([item.article for item in readings]), (), judgements)


def event_of(item: Reading) -> str:
    """The id of the event's mention in an article."""
    return item.events[0].id


def judgement(decision: str, *subjects: str, when: str = "2024-04-01", **more: object) -> Judgement:
    """Amina Otieno's decision."""
    key = identifier(decision, *subjects, when, *sorted(map(str, more.items())))
    fields: dict[str, object] = {"who": "Amina Otieno", "why": "she was there", **more}
    return Judgement(id=key, decision=decision, subjects=subjects, when=when, **fields)


def events(found: Record) -> set[frozenset[str]]:
    """The events of a record, each as the articles that tell of it."""
    return {frozenset(mention.article for mention in event.mentions) for event in found.events}


def status(found: Record) -> dict[str, str]:
    """Decision -> what became of it."""
    return {f"{row.decision} {row.when}": row.status for row in found.judgements}
