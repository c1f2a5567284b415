"""Lines of a record that readers found wrong: whom a role or a kind of body stands for, where words were said, what a
clause as subject is."""

from collections.abc import Callable

import pytest
from tests.reading.senses import event_at

from secondsource.model.reading import Reading

Read = Callable[..., Reading]


PLACES = [
    # text, trigger, place, why
    ("Chuo repeated the demands presented last year to Kenya.", "presented", None, "to whom"),
    ("She travelled to Kenya to sign an accord with the mayor.", "travelled", "Kenya", "where"),
    ("She presented the demands in Kenya.", "demands", "Kenya", "where they were made"),
]


@pytest.mark.parametrize(("text", "trigger", "place", "why"), PLACES)
def test_whom_words_are_put_to_is_no_place(
    read: Read, text: str, trigger: str, place: str | None, why: str
) -> None:
    found = event_at(read(text), trigger).place
    assert (found.name if found else None) == place, why


STATUSES = [
    ("Signing the accord has also been an issue.", "Signing", "hypothetical", "still to be done"),
    ("Attacking the convoy was a mistake, Bell said.", "Attacking", "happened", "judged once done"),
    (
        "Kenya might be staging a feud to win security concessions from Chad.",
        "concessions",
        "hypothetical",
        "what may not be there serves nothing",
    ),
    (
        "The march stirred fears Kenya is staging a feud to win concessions from Chad.",
        "concessions",
        "hypothetical",
        "an aim that is feared",
    ),
    (
        "Kenya is staging a feud to win concessions from Chad.",
        "concessions",
        "planned",
        "an aim of what is told as so",
    ),
    (
        "Chad wants the bloc to restrict naval deployments off Lamu.",
        "deployments",
        "hypothetical",
        "what is to be limited need not be there",
    ),
    (
        "Chad wants Kenya to restrict its deployments along the border.",
        "deployments",
        "ongoing",
        "these are known",
    ),
    (
        "Bell did not say how many boats take part in the drills, the first part of which is set to begin on 4 March.",
        "drills",
        "planned",
        "a part of it is due",
    ),
    (
        "A court issued a warrant for the arrest of the abbot.",
        "arrest",
        "demanded",
        "a warrant orders it",
    ),
    (
        "The council praised the drills, the last of which ended on Monday.",
        "drills",
        "happened",
        "one of them came to its end",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "status", "why"), STATUSES)
def test_what_a_clause_leaves_open(
    read: Read, text: str, trigger: str, status: str, why: str
) -> None:
    assert event_at(read(text), trigger).status == status, why


PROMISES = [
    ("Chad vowed not to attack the port.", "vowed", "agree"),
    ("Chad vowed to attack the port.", "vowed", "threaten"),
    ("Bell promised not to impose sanctions on Chad.", "promised", "agree"),
]


@pytest.mark.parametrize(("text", "trigger", "kind"), PROMISES)
def test_who_vows_to_leave_something_threatens_nobody(
    read: Read, text: str, trigger: str, kind: str
) -> None:
    assert event_at(read(text), trigger).type == kind


def test_who_would_like_something_has_approved_nothing(read: Read) -> None:
    for text in (
        "Polls show that half of all Kenyans approve of the accord.",
        "The guild chose an heir that the abbot would approve of.",
    ):
        assert not [event for event in read(text).events if event.citation.words == "approve"]


def test_a_part_that_is_due_dates_the_whole(read: Read) -> None:
    for text in (
        "He did not say how many boats take part in the drills, the first part of which is set to begin on 4 March.",
        "She did not say how many guards would be involved in the drills, the opening leg of which is scheduled to start on 4 March.",
    ):
        event = event_at(read(text, published="2031-02-10"), "drills")
        assert event.status == "planned"
        assert event.time is not None
        assert event.time.value == "2031-03-04"


DOERS = [
    # text, cue, voice, why
    (
        "Bell rejected the levy, which the union said would cost 400 jobs, while promising to meet the weavers.",
        "promising",
        "Ann Bell",
        "who did the main thing, and not who spoke of its object",
    ),
]


@pytest.mark.parametrize(("text", "cue", "voice", "why"), DOERS)
def test_who_does_something_meanwhile(
    read: Read, text: str, cue: str, voice: str, why: str
) -> None:
    reading = read(f"Minister Ann Bell spoke in Lamu. {text}")
    assert [s.voice.name for s in reading.statements if s.cue and s.cue.words == cue] == [voice], (
        why
    )


def test_an_accord_does_nothing(read: Read) -> None:
    event = event_at(
        read("The envoys discussed implementation of the Arusha accords."), "implementation"
    )
    assert not [*event.sources, *event.targets]


VOICES = [
    # text, words of the statement, name of the voice, why
    (
        "Ann Bell met Minister Dan Okoro. Chad's ministry published a note. "
        '"The minister urged the envoy not to repeat rumours," the ministry said.',
        "not to repeat",
        None,
        "whoever is quoted speaks of a minister of his own",
    ),
    (
        "Ann Bell met Minister Dan Okoro. The minister said the port was closed.",
        "the port",
        "Dan Okoro",
        "outside of a quotation it is the one who was named",
    ),
    (
        "The talks have stalled, our correspondent reports.\n\n"
        "The mill's owner, Mr Dan Okoro, has been invited to Lamu next week, he adds.",
        "The mill's owner",
        None,
        "who adds something is who spoke before",
    ),
    (
        "Dan Okoro met the mayor on Monday. The mill would close, he added.",
        "The mill would",
        "Dan Okoro",
        "where nobody spoke before it is who was named",
    ),
    (
        "The Organization for Trade and Peace met in Lamu on Monday.\n\n"
        "NATO leaders leave no doubt that the organization thinks the time is right.",
        "the time is right",
        "NATO",
        "the one of its own paragraph",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), VOICES)
def test_whom_a_role_or_kind_stands_for(
    read: Read, text: str, words: str, name: str | None, why: str
) -> None:
    said = [s for s in read(text).statements if s.content and s.content[0].words.startswith(words)]
    assert [s.voice.name for s in said] == [name], why


KINDS = [
    # text, types of all events, why
    ("Thirty boats were brought to Tanga on Tuesday.", [], "who was seized is no aid"),
    ("A convoy brought flour to the camp on Monday.", ["aid"], "a convoy of aid"),
    ("The minister's departure for Nairobi was filmed.", [], "a journey gives nothing up"),
    ("The departure of the envoy angered Sudria.", ["retreat"], "who is withdrawn leaves"),
    ("Police said that 118 fishermen were being questioned.", ["accuse"], "nobody consults them"),
    ("The senators questioned the spy chief on Monday.", ["consult"], "who asks is told"),
    ("She left in a convoy of three cars.", [], "no forces move"),
    ("A convoy of 40 army trucks passed the mill.", ["mobilize"], "forces do"),
    (
        "The mayor called for the boats and the men aboard to be let go.",
        ["request", "retreat"],
        "what is to be let go is not asked for as aid",
    ),
    ("The mayor called for boats and blankets.", ["request", "aid", "aid"], "aid is asked for"),
    ("Each land may act to guarantee its own security.", [], "nothing is promised to anybody"),
    ("Chad guaranteed the security of the envoys.", ["agree"], "to others it is"),
    (
        "She said the troops were conducting drills and taking steps against the borders of the union, an alliance that binds"
        " Kenya and Chad.",
        ["mobilize"],
        "what the union is has not been done now",
    ),
    ("Kenya announced a pact, an alliance and a fair.", ["agree", "cooperate"], "two of a list"),
]


@pytest.mark.parametrize(("text", "types", "why"), KINDS)
def test_kinds_of_deeds(read: Read, text: str, types: list[str], why: str) -> None:
    assert [event.type for event in read(text).events] == types, why
