"""Groups of so many that do not make the total of the same report: a note, no conflict."""


def test_groups_that_do_not_make_the_total(record):
    text = (
        "Kenya has 50 companies near the lake. Each company has around 100 soldiers. Kenya has about"
        " 90,000 soldiers near the lake, officials said."
    )
    story = record((text, "2031-05-10"))
    notes = [note.words for line in story.series for note in line.notes]
    assert any("5,000" in words and "90,000" in words for words in notes), story.series
    assert not [conflict for conflict in story.conflicts if conflict.kind == "number"]
