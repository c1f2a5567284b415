"""What a person decides on a page stands in corrections.jsonl, and nobody else's page can decide it."""

import re

import pytest
from starlette.testclient import TestClient

from secondsource.corrections.file import read_corrections
from secondsource.store.story import open_story
from secondsource.web.app import make_app
from secondsource.web.settings import Settings

from .conftest import HOME
from .test_guard import sign_in


@pytest.fixture
def asking(copy_of_story) -> TestClient:
    """Asks for pages of a copy of the story."""
    return TestClient(make_app(open_story(copy_of_story), Settings()), base_url=HOME)


@pytest.fixture
def claims(asking) -> list[dict]:
    """Claims about events, the best supported first."""
    return asking.get("/api/claims?kind=event&status=happened").json()["items"]


def decide(asking, claim: str, **form: str):
    """Sends the form of a claim's page."""
    sign = sign_in(asking.get(f"/claim/{claim}").text)
    sent = {"sign": sign, "who": "Desk", "why": "I was there"} | form
    return asking.post(f"/judge/claim/{claim}", data=sent, follow_redirects=False)


@pytest.mark.parametrize("decision", ["confirmed", "wrong"])
def test_a_judgement_is_kept_with_who_and_why(asking, claims, copy_of_story, decision):
    answer = decide(asking, claims[0]["id"], decision=decision, why="Seen <b>there</b>")
    assert (answer.status_code, answer.headers["location"]) == (303, "/judgements?kept=yes")
    (kept,) = read_corrections(copy_of_story).judgements
    assert (kept.decision, kept.who, kept.why) == (decision, "Desk", "Seen <b>there</b>")
    assert kept.value == "claim"
    assert kept.subjects
    assert len(kept.cited) == len(kept.subjects)
    page = asking.get("/judgements?kept=yes").text
    assert "The next build applies it" in page
    assert "waits for the next build" in page
    assert "Seen &lt;b&gt;there&lt;/b&gt;" in page
    assert "Desk" in asking.get(f"/claim/{claims[0]['id']}").text


@pytest.mark.parametrize("decision", ["same", "not-same", "unsure"])
def test_two_claims_are_judged_by_the_address_of_the_other(asking, claims, copy_of_story, decision):
    other = f"{HOME}/claim/{claims[1]['id']}"
    answer = decide(asking, claims[0]["id"], decision=decision, other=other)
    assert answer.status_code == 303, answer.text
    (kept,) = read_corrections(copy_of_story).judgements
    assert kept.decision == decision
    assert len(kept.subjects) == 2


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "same"},
        {"decision": "same", "other": "ffffffffffffffff"},
        {"decision": "same", "other": "' OR 1"},
        {"decision": "nonsense"},
        {},
        {"decision": "wrong", "who": " "},
        {"decision": "wrong", "why": ""},
    ],
)
def test_what_cannot_be_judged_is_told_and_nothing_is_kept(asking, claims, copy_of_story, form):
    answer = decide(asking, claims[0]["id"], **form)
    assert answer.status_code == 422
    assert not read_corrections(copy_of_story).judgements


class TestForgery:
    """A form that is not of this page, this browser and this process keeps nothing."""

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "http://evil.example"},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
        ],
    )
    def test_a_form_of_another_site(self, asking, claims, copy_of_story, headers):
        id = claims[0]["id"]
        form = {"sign": sign_in(asking.get(f"/claim/{id}").text), "decision": "wrong"}
        form |= {"who": "x", "why": "y"}
        answer = asking.post(f"/judge/claim/{id}", data=form, headers=headers)
        assert answer.status_code == 403
        assert not read_corrections(copy_of_story).judgements

    @pytest.mark.parametrize("sign", ["", "0" * 64, "é"])
    def test_a_form_without_the_sign(self, asking, claims, copy_of_story, sign):
        answer = decide(asking, claims[0]["id"], decision="wrong", sign=sign)
        assert answer.status_code == 403
        assert not read_corrections(copy_of_story).judgements

    def test_the_sign_of_another_browser(self, asking, claims, copy_of_story):
        other = TestClient(asking.app, base_url=HOME)
        sign = sign_in(other.get(f"/claim/{claims[0]['id']}").text)
        asking.get("/")
        assert decide(asking, claims[0]["id"], decision="wrong", sign=sign).status_code == 403

    def test_the_cookie_of_the_session_is_out_of_reach_of_scripts(self, asking):
        cookie = asking.get("/").headers["set-cookie"]
        assert re.search(r"httponly", cookie, re.I)
        assert re.search(r"samesite=strict", cookie, re.I)


def test_a_pair_in_doubt_is_judged(asking, copy_of_story):
    page = asking.get("/unsure").text
    found = re.search(r'action="(/judge/doubt/[^"]+)"', page)
    if found is None:
        pytest.skip("nothing is in doubt in this story")
    form = {"sign": sign_in(page), "decision": "not-same", "who": "Desk", "why": "two men"}
    answer = asking.post(found.group(1), data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert read_corrections(copy_of_story).judgements[0].decision == "not-same"
