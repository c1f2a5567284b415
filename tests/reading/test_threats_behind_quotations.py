"""What somebody threatens, orders or asks for behind words of his in quotation marks, and who brings in soldiers."""

import pytest

DECLARED = [
    # sentence, (word, type, who) of the last declaration, why
    ("Voss said the government would not “stand by while bread is short” and threatened to send troops.", ("threatened", "threaten", "Voss"), "a clause within the marks"),
    ("The minister said the state would not “pay twice” and vowed to expel the envoy.", ("vowed", "threaten", "minister"), "no clause"),
    ("Voss said the law “punishes those who work while others sleep” and ordered an inquiry.", ("ordered", "request", "Voss"), "an order"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "declared", "why"), DECLARED)
def test_what_is_declared_behind_a_quotation(reader, sentence, declared, why):
    events = reader.read(sentence, published="2025-06-23", as_is=True).events
    found = [
        (event.citation.words, event.type, *(who.name for who in event.sources))
        for event in events
        if event.status == "happened"
    ]
    assert declared in found, why


FORCES = [
    # sentence, type and mode of its last event (None: no event), why
    ("The governor sent in the army.", ("mobilize", "troops"), "soldiers are sent in"),
    ("The government brought in soldiers to unload the ships.", ("mobilize", "troops"), "or brought in"),
    ("The union called out 4,000 workers.", ("protest", "strike"), "workers are called out by a union"),
    ("A shipping line was diverting three vessels to Steen.", None, "a line turns its own ships"),
    ("Police fired tear gas at a crowd in the square.", ("coerce", "crackdown"), "tear gas is no shot"),
    ("Police fired on the crowd.", ("assault", "firearms"), "this is"),
    ("The navy diverted two tankers to its port.", ("coerce", "seize"), "a navy those of others"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "why"), FORCES)
def test_who_moves_whom(reader, sentence, kind, why):
    events = reader.read(sentence, published="2025-06-23", as_is=True).events
    assert ((events[-1].type, events[-1].mode) if events else None) == kind, why


TAKEN_UP = [
    # text, (word, who) of its last deed by somebody, why
    ("Kessel Mining shut the pit. It blamed the union for the losses.", ("blamed", "Kessel Mining"), "a company"),
    ("The union called a strike. It accused Kessel Mining of lying.", ("accused", "union"), "a body without a name"),
    ("Chad closed the border. It denied that shots were fired.", ("denied", "Chad"), "a country"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "declared", "why"), TAKEN_UP)
def test_who_it_is_that_declares(reader, text, declared, why):
    events = reader.read(text, published="2025-06-23", as_is=True).events
    found = [(event.citation.words, *(who.name for who in event.sources)) for event in events]
    assert declared in found, why


def test_who_calls_a_strike_will_strike_from_that_day_on(reader):
    text = "Unions called a two-day national strike from Monday."
    strike = reader.read(text, published="2026-02-06", as_is=True).events[-1]
    assert [who.name for who in strike.sources] == ["Unions"]
    assert (strike.status, strike.time.value) == ("planned", "2026-02-09")


DENIED = [
    # text, who denies, why
    ("Ines Tello is a lawyer. Lawmakers accused Rosa Quispe of selling land. She denies wrongdoing.", "Rosa Quispe", "who is accused"),
    ("The bank sued Karl Ostby over a loan that Jon Wiik had signed. He denied owing money.", "Karl Ostby", "who is sued"),
    ("Prosecutors charged Rosa Quispe. Her sister, Ana Quispe, was not charged. She denies knowing of it.", "Ana Quispe", "who was not is the nearer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), DENIED)
def test_who_denies_what_is_held_against_somebody(reader, text, who, why):
    denial = reader.read(text, published="2026-02-06", as_is=True).events[-1]
    assert denial.mode == "deny", why
    assert [source.name for source in denial.sources] == [who], why
