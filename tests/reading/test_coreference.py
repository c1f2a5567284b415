"""Pronouns and noun phrases tied to whom the article named, and left alone when it does not tell."""

from collections.abc import Callable

import pytest

from secondsource.model.reading import Reading

Read = Callable[..., Reading]

TIED = [
    # text, words of the reference, name of whom it stands for, why
    (
        "Foreign Minister Amara Diallo arrived on Monday. He said the talks were useful.",
        "He",
        "Amara Diallo",
        "the subject of the sentence before",
    ),
    (
        "Spokeswoman Ingrid Solheim met Karl Brandt. She thanked him for the visit.",
        "She",
        "Ingrid Solheim",
        "the role tells the gender",
    ),
    (
        "Speaking after his visit to Oslo, Prime Minister Tomas Novak said the deal was close.",
        "his",
        "Tomas Novak",
        "a fronted clause points ahead to the subject",
    ),
    (
        "Defense Minister Rafael Ortega spoke first. Reporters waited outside. "
        "The minister said that the exercise was over.",
        "The minister",
        "Rafael Ortega",
        "a definite role that only one person of the article holds",
    ),
    (
        "The Kenyan Army closed the bridge. Nobody was hurt. The army said it would reopen it.",
        "The army",
        "Kenyan Army",
        "the army of the land",
    ),
    (
        "The Norwegian Fisheries Ministry published a note. The ministry said it would act.",
        "The ministry",
        "Norwegian Fisheries Ministry",
        "the kind of body is the last word of its name",
    ),
    (
        "Temir Orlov called on Lena Asanova to resign, saying she had rejected the accord.",
        "she",
        "Lena Asanova",
        "who is asked to go is who has done it",
    ),
    (
        "Dan Reyes called on Mark Bell to step down, saying he had rejected the accord.",
        "he",
        "Mark Bell",
        "so where nothing tells the two apart",
    ),
    (
        "Dan Reyes thanked Mark Bell, saying he had saved the school.",
        "he",
        "Mark Bell",
        "of whom one judges one gives the ground",
    ),
    (
        "Dan Reyes phoned Mark Bell on Monday, saying he had rejected the accord.",
        "he",
        "Dan Reyes",
        "who only phones speaks of himself",
    ),
    (
        "Dan Reyes condemned the raid on Mark Bell, saying he had rejected the accord.",
        "he",
        "Dan Reyes",
        "a raid is judged here, nobody's deeds",
    ),
    (
        "Mark Fenn asked for the keys. Chad declined the offer. He said the bridge was closed.",
        "He",
        "Mark Fenn",
        "a land is no man",
    ),
    (
        "Peter Haldane owns the yard. Mark Fenn came. Haldane refused. He said it was late.",
        "He",
        "Peter Haldane",
        "a surname that the article has in full",
    ),
]

LEFT_ALONE = [
    # text, words that must not be tied, why
    (
        "Mr. Anders Holm and Mr. Peter Lund met in the hall. Later his car left.",
        "his",
        "two men are equally near",
    ),
    (
        "Nine men died near a camp of the Lamu Liberation Army. The army said it would stay.",
        "The army",
        "the army that fights it is meant as likely",
    ),
    ("A senior official spoke on Friday. He asked for calm.", "He", "nobody is named"),
    (
        'President Lena Moreau called. "I told him to stop," Jonas Weber said.',
        "him",
        "a pronoun inside a quotation is not the article's",
    ),
    (
        "Temir Orlov told Asanova that she had rejected the accord.",
        "she",
        "he is hardly a woman, whatever his first name, where somebody is who bears a woman's surname",
    ),
    (
        "Mark Fenn praised the crew. Haldane refused to speak. He said the bridge was closed.",
        "He",
        "Haldane, whom the article does not name in full, may be a man",
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), TIED)
def test_reference_is_tied(read: Read, text: str, words: str, name: str, why: str) -> None:
    """The reference has the name and the entity of its antecedent."""
    mentions = read(text).mentions
    found = [m for m in mentions if m.citation.words == words and m.form != "name"]
    assert [m.name for m in found] == [name], why
    assert found[0].entity in {m.entity for m in mentions if m.form == "name"}


@pytest.mark.parametrize(("text", "words", "why"), LEFT_ALONE)
def test_reference_is_left_alone(read: Read, text: str, words: str, why: str) -> None:
    """What the article does not tell adds no mention."""
    found = [m for m in read(text).mentions if m.citation.words == words and m.form != "name"]
    assert found == [], why


def test_mentions_stay_in_order_and_unique(read: Read) -> None:
    """References are put among the names in the order of the text, each once."""
    text = "Minister Jan Kowal came. He met Minister Eva Stein. She said he was late. He left."
    starts = [m.citation.start for m in read(text).mentions]
    assert starts == sorted(starts)
    ids = [m.id for m in read(text).mentions]
    assert len(ids) == len(set(ids))
