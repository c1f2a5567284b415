"""Two who are told of together, whom the occasion says somebody spoke to, and bodies without their clauses, in invented sentences."""

import pytest

TWO = [
    (
        "President Ana Ruiz met Prime Minister Tom Akello in Oslo. The two leaders said the truce would hold.",
        "Ana Ruiz and Tom Akello",
        "who heads a country is one of its leaders",
    ),
    (
        "Colonel Tom Akello came with Ana Ruiz. Both colonels said the truce would hold.",
        None,
        "only one of them is a colonel",
    ),
    (
        "Trade Minister Ana Ruiz spoke first. Farm Minister Tom Akello came late. Both ministers said it rained.",
        "Ana Ruiz and Tom Akello",
        "each named in a sentence of his own",
    ),
    (
        "Trade Minister Ana Ruiz met Farm Minister Tom Akello and Health Minister Jan Kowal."
        " The two ministers said it rained.",
        None,
        "of three nobody knows which two",
    ),
    (
        "Trade Minister Ana Ruiz and Farm Minister Tom Akello spoke. The ministers said it rained.",
        "Ana Ruiz and Tom Akello",
        "without a number, where the sentence has nobody else",
    ),
    (
        "Trade Minister Ana Ruiz and Farm Minister Tom Akello met six ministers. The ministers said it rained.",
        None,
        "the six may be meant",
    ),
    (
        "Trade Minister Ana Ruiz and Farm Minister Tom Akello met. The five ministers said it rained.",
        None,
        "five are not two",
    ),
    (
        "Two officials said it had rained. Official Ana Ruiz and official Tom Akello came. The two officials said it was dry.",
        None,
        "two without a name have spoken",
    ),
    (
        "Judge Peter Hale freed Anna Bell and Maria Costa. The two women said it rained.",
        "Anna Bell and Maria Costa",
        "Peter is no woman",
    ),
    (
        "Ana Ruiz and Tom Akello wrote the song. The pair said it rained.",
        "Ana Ruiz and Tom Akello",
        "any two people are a pair",
    ),
    (
        "Kenya and Chad signed the pact. The two countries said the border would open.",
        "Kenya and Chad",
        "countries",
    ),
    (
        "Former minister Ana Ruiz met minister Tom Akello. The two ministers said it rained.",
        None,
        "who was a minister is none",
    ),
    (
        "Minister Ana Ruiz met minister Tom Akello. It rained. It rained again. They ate. The two ministers said it rained.",
        None,
        "too far above",
    ),
]
HEARERS = [
    ("Speaking to reporters in Oslo, Ana Ruiz said it rained.", "reporters", "in front"),
    ('"It rained," Ana Ruiz said, speaking to journalists.', "journalists", "behind"),
    ("Briefing the council, Ana Ruiz said it rained.", "the council", "the object"),
    ("In a letter to shareholders, Ana Ruiz said it rained.", "shareholders", "what is sent"),
    (
        "In a phone call with the Kenyan envoy, Ana Ruiz said it rained.",
        "the Kenyan envoy",
        "called",
    ),
    ("After talking to the victims, Ana Ruiz said it rained.", None, "another talk, before"),
    ("Speaking of the council, Ana Ruiz said it rained.", None, "the topic"),
    ("Speaking to applause, Ana Ruiz said it rained.", None, "applause hears nothing"),
    ("In a speech on her talks with the union, Ana Ruiz said it rained.", None, "in the topic"),
    (
        "Speaking by telephone, Ana Ruiz told the council it rained.",
        "the council",
        "whom the verb has",
    ),
]
CLAUSES = [
    ("The union, which represents 9,000 dockers, said it rained.", "union", "a relative clause"),
    ("The delegation, led by Sen. Ana Ruiz, said it rained.", "delegation", "a participle"),
    ("The union, the largest in the port, said it rained.", "union", "an apposition"),
    (
        "The ministry of health, sport and culture said it rained.",
        "ministry of health, sport and culture",
        "commas of a list",
    ),
]

FORMER = [
    (
        "Former President Ana Ruiz spoke. The former president said it rained.",
        "Ana Ruiz",
        "she was",
    ),
    ("President Ana Ruiz spoke. The former president said it rained.", None, "she still is"),
    ("Former President Ana Ruiz spoke. The former mayor said it rained.", None, "another office"),
    (
        "Former President Ana Ruiz met former President Tom Akello. The former president said it rained.",
        None,
        "either of two",
    ),
]
LISTS = [
    ("Ana Ruiz, Tom Akello and Jan Kowal said it rained.", 3, "who is known from nowhere else too"),
    ("Ana Ruiz and Tom Akello said it rained.", 2, "two"),
    ("Ana Ruiz, Acme Mills, said it rained.", 1, "whom she works for does not speak"),
]
WORKS = [
    ('The choir sang "Blue Boats" in Oslo.', False, "a song"),
    ('The band played "A Road to the Sea," and left.', False, "a piece, with its comma"),
    ('The crowd sang "we want water" for an hour.', True, "words"),
    ('The crowd sang "Give Us Water!" for an hour.', True, "words with a mark"),
    ('She said "Blue Boats" was a bad song.', True, "what she says of it"),
]
COUNTS = [
    ("Three nurses said they were tired.", 3, "a number"),
    ("Eight of 10 nurses said they were tired.", None, "a share"),
    ("Two in three nurses said they were tired.", None, "a share"),
    ("Some 52 percent of nurses said they were tired.", None, "a share"),
    ("A nurse said they were tired.", 1, "one"),
]


@pytest.mark.parametrize(("text", "name", "why"), TWO)
def test_two_told_of_together(read, text: str, name: str | None, why: str) -> None:
    voice = read(text).statements[-1].voice
    assert (voice.kind, voice.name) == ("named" if name else "anonymous", name), why
    assert name is None or voice.count == 2, why


@pytest.mark.parametrize(("text", "hearers", "why"), HEARERS)
def test_whom_the_occasion_names(read, text: str, hearers: str | None, why: str) -> None:
    assert read(text).statements[-1].addressee == hearers, why


@pytest.mark.parametrize(("text", "name", "why"), CLAUSES)
def test_a_body_is_named_without_its_clause(read, text: str, name: str, why: str) -> None:
    assert read(text).statements[0].voice.name == name, why


@pytest.mark.parametrize(("text", "name", "why"), FORMER)
def test_who_is_called_the_former_president(read, text: str, name: str | None, why: str) -> None:
    assert read(text).statements[-1].voice.name == name, why


@pytest.mark.parametrize(("text", "count", "why"), LISTS)
def test_lists_of_names(read, text: str, count: int, why: str) -> None:
    voice = read(text).statements[0].voice
    assert (voice.kind, voice.count) == ("named", count), why


@pytest.mark.parametrize(("text", "told", "why"), WORKS)
def test_titles_of_works_are_nobodys_words(read, text: str, told: bool, why: str) -> None:
    assert bool(read(text).statements) is told, why


@pytest.mark.parametrize(("text", "count", "why"), COUNTS)
def test_how_many_speak(read, text: str, count: int | None, why: str) -> None:
    assert read(text).statements[0].voice.count == count, why


def test_to_whom_it_was_written_is_not_what_was_said(read) -> None:
    """What the network takes for the content behind "in an email to" is whom it went to."""
    text = "The pumps had failed twice, the company wrote in an email to employees."
    (only,) = read(text).statements
    assert [piece.words for piece in only.content] == ["The pumps had failed twice"]


def test_what_two_say_together_neither_says_alone(read) -> None:
    """The day of a joint remark is not that of what one of them says next."""
    text = 'Ana Ruiz and Tom Akello said on Monday that it rained. "It is dry," Ms. Ruiz said.'
    assert read(text).statements[-1].said is None


def test_who_denies_an_allegation_makes_none(read) -> None:
    """ "that his office denied" says nothing of what is alleged."""
    text = "The mayor owns a villa, an allegation that his office denied."
    assert [s.cue.words for s in read(text).statements if s.cue] == ["denied"]
