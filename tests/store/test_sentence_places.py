"""The places of a key in the index of sentences: the same whether there are few or many of them."""

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.store import sentences

PLACES = st.lists(st.integers(0, 65_535), max_size=400)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(before=st.sets(st.integers(0, 65_535), max_size=400), goes=PLACES, comes=PLACES)
def test_what_goes_is_out_and_what_comes_is_in_once(before, goes, comes):
    held = array("H", sorted(before))
    wanted = sorted((before - set(goes)) | set(comes))
    assert sentences._changed(held, array("H", goes), array("H", comes)).tolist() == wanted
