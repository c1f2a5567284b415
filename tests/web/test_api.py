"""The API gives what it describes."""

import msgspec
import pytest

from secondsource.web.api import ENDPOINTS
from secondsource.web.openapi import description


def test_every_list_answers_with_the_type_that_is_described(client):
    for endpoint in ENDPOINTS:
        if "{" in endpoint.path or endpoint.takes:
            continue
        answer = client.get(endpoint.path)
        assert answer.status_code == 200, endpoint.path
        msgspec.json.decode(answer.content, type=endpoint.gives)


@pytest.mark.parametrize(
    ("path", "of"),
    [
        ("claims", "claims"),
        ("articles", "articles"),
        ("actors", "actors"),
        ("passages", "passages"),
        ("voices", "voices"),
        ("events", "events"),
        ("utterances", "utterances"),
        ("series", "series"),
    ],
)
def test_every_item_is_found_by_its_id(client, pemba, path, of):
    endpoint = next(e for e in ENDPOINTS if e.path == f"/api/{path}/{{id}}")
    item = getattr(pemba, of)[0]
    answer = client.get(f"/api/{path}/{item.id}")
    assert answer.status_code == 200
    found = msgspec.json.decode(answer.content, type=endpoint.gives)
    assert (found.claim if path == "claims" else found) == item
    missing = client.get(f"/api/{path}/none")
    assert missing.status_code == 404
    assert "error" in missing.json()


def test_a_reading_is_given_with_its_article(client, pemba):
    id = pemba.articles[0].id
    assert client.get(f"/api/articles/{id}/reading").json()["article"]["id"] == id


def test_the_description_names_every_address_and_resolves(client):
    document = client.get("/api/openapi.json").json()
    assert document == msgspec.json.decode(msgspec.json.encode(description(ENDPOINTS)))
    assert set(document["paths"]) == {endpoint.path for endpoint in ENDPOINTS}
    names = document["components"]["schemas"]

    def check(value):
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str):
                assert reference.removeprefix("#/components/schemas/") in names, reference
            for item in value.values():
                check(item)
        elif isinstance(value, list):
            for item in value:
                check(item)

    check(document)


def test_nothing_can_be_written_by_it(client):
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)("/api/claims").status_code == 405
