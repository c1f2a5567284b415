"""Who may ask, what a request may be, and what a browser may do with an answer."""

import pytest
from starlette.testclient import TestClient

from secondsource.errors import UsageError
from secondsource.store.story import open_story
from secondsource.web.app import make_app
from secondsource.web.guard import MOST_BODY, host_without_port
from secondsource.web.settings import Settings

from .conftest import HOME

TOKEN = "a token of some length"


@pytest.fixture(scope="module")
def guarded(pemba_story):
    """The story as served to other machines."""
    return make_app(
        open_story(pemba_story), Settings(host="0.0.0.0", token=TOKEN, hosts=("desk.example",))
    )


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/api/story", "/static/style.css", "/agenda?as_of=x"]
)
def test_every_answer_has_the_security_headers(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "cache-control" in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("[::1]:8000", 200),
        ("192.168.1.5", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
        ("evil.example:8000", 421),
        ("127.0.0.1@evil.example", 421),
    ],
)
def test_only_known_hosts_are_answered(client, host, status):
    assert client.get("/", headers={"Host": host}).status_code == status


def test_a_further_host_is_known_by_name(guarded):
    asking = TestClient(
        guarded, base_url="http://desk.example", headers={"Authorization": f"Bearer {TOKEN}"}
    )
    assert asking.get("/").status_code == 200


def test_host_without_port():
    assert host_without_port("[::1]:8000") == "::1"
    assert host_without_port("a.example:80") == "a.example"


def test_large_requests_are_refused(client):
    assert client.post("/judge/claim/x", data={"why": "x" * MOST_BODY}).status_code == 413
    assert client.get("/search?words=" + "x" * 9000).status_code == 414

    def in_pieces():
        for _ in range(40):
            yield b"why=" + b"x" * 4096

    answer = client.post(
        "/judge/claim/x",
        content=in_pieces(),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 413
    answer = client.post("/judge/claim/x", content=b"", headers={"Content-Length": "-5"})
    assert answer.status_code == 413


class TestToken:
    def test_nothing_is_shown_without_it(self, guarded):
        asking = TestClient(guarded, base_url=HOME)
        for path in (
            "/",
            "/claim/x",
            "/article/x",
            "/judgements",
            "/static/page.js",
            "/agenda.ics",
        ):
            answer = asking.get(path)
            assert answer.status_code == 401, path
            assert "pemba" not in answer.text
        answer = asking.get("/api/story")
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")

    @pytest.mark.parametrize("shown", ["", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "é", "\ud800"])
    def test_a_wrong_one_is_refused(self, guarded, shown):
        asking = TestClient(guarded, base_url=HOME)
        headers = {"Authorization": f"Bearer {shown}".encode("utf-8", "surrogatepass")}
        assert asking.get("/api/story", headers=headers).status_code == 401

    def test_programs_show_it_as_bearer(self, guarded):
        asking = TestClient(guarded, base_url=HOME)
        headers = {"Authorization": f"Bearer {TOKEN}"}
        assert asking.get("/api/story", headers=headers).status_code == 200

    def test_people_log_in_once(self, guarded):
        asking = TestClient(guarded, base_url=HOME)
        form = {"token": "wrong", "sign": sign_in(asking.get("/login").text)}
        assert asking.post("/login", data=form).status_code == 401
        assert asking.get("/").status_code == 401
        answer = asking.post("/login", data=form | {"token": TOKEN}, follow_redirects=False)
        assert answer.status_code == 303
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert TOKEN not in cookie
        assert asking.get("/").status_code == 200

    def test_others_are_not_served_without_one(self):
        with pytest.raises(UsageError, match="token"):
            Settings(host="0.0.0.0").check()
        with pytest.raises(UsageError, match="short"):
            Settings(token="short").check()
        Settings(host="::1").check()


def sign_in(html: str) -> str:
    """The sign of a page's form."""
    return html.partition('name="sign" value="')[2].partition('"')[0]
