"""Roles of an actor: what the reports of a story call him, each once."""


def test_a_role_stands_once_however_it_is_spelled(record):
    made = record(
        ("Trade Minister Ann Bell spoke in Tanga.", "2023-05-10"),
        (
            "The trade minister, Ann Bell, spoke in Tanga. Police met trade minister Ann Bell.",
            "2023-05-11",
        ),
    )
    [bell] = [actor for actor in made.actors if actor.name == "Ann Bell"]
    [role] = bell.roles
    assert role.role == "trade minister"
    assert (role.from_, role.to) == ("2023-05-10", "2023-05-11")


def test_what_somebody_is_to_another_is_no_role_of_his(record):
    made = record(("She met her counterpart Omar Moor, the mayor of Tanga.", "2023-05-10"))
    [moor] = [actor for actor in made.actors if actor.name == "Omar Moor"]
    assert "counterpart" not in [role.role for role in moor.roles]
