"""The description of the API (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1), made from the values that it
gives: no second place where a field could be named otherwise."""

import re
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec

from .endpoint import Endpoint, Query
from .lists import A_PAGE, MOST_A_PAGE

_NAME = re.compile(r"[^A-Za-z0-9._-]+")


@cache
def description(endpoints: tuple[Endpoint, ...]) -> dict[str, Any]:
    """The OpenAPI document of these addresses, in their order."""
    types = [endpoint.gives for endpoint in endpoints]
    types += [endpoint.takes for endpoint in endpoints if endpoint.takes]
    schemas, components = msgspec.json.schema_components(
        types, ref_template="#/components/schemas/{name}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "secondsource",
            "version": version("secondsource"),
            "description": "The record of a story: every view as JSON. Citations are exact words with"
            " their address; offsets are code points, half-open.",
        },
        "paths": {
            endpoint.path: {"post" if endpoint.takes else "get": _operation(endpoint, schema)}
            for endpoint, schema in zip(endpoints, schemas, strict=False)
        },
        "components": {
            "schemas": {**components, "Error": _ERROR},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


_ERROR = {
    "type": "object",
    "properties": {"error": {"type": "string", "description": "What is wrong."}},
    "required": ["error"],
}


def _operation(endpoint: Endpoint, schema: dict[str, Any]) -> dict[str, Any]:
    parameters = [_parameter(query) for query in endpoint.queries]
    if endpoint.is_list:
        parameters += [
            _number("page", "Which page; the last one if there are fewer", 1, 10**6),
            _number("size", "Items on a page", A_PAGE, MOST_A_PAGE),
        ]
    named = re.search(r"\{(\w+)\}", endpoint.path)
    if named:
        parameters.append(
            {
                "name": named.group(1),
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[0-9A-Za-z_-]+$"},
            }
        )
    answers: dict[str, Any] = {
        "200": {
            "description": endpoint.about,
            "content": {"application/json": {"schema": schema}},
        }
    }
    if named:
        answers["404"] = _failure("There is no such item.")
    if parameters or endpoint.takes:
        answers["422"] = _failure("What was asked is not understood.")
    if endpoint.takes:
        answers["413"] = _failure("What was sent is too large.")
        answers["415"] = _failure("What was sent is no JSON.")
    if endpoint.slow:
        answers["503"] = _failure("It is still being worked out: ask again.")
    operation = {
        "operationId": _NAME.sub("-", endpoint.path.removeprefix("/api/")).strip("-"),
        "summary": endpoint.about,
        "parameters": parameters,
        "responses": answers,
    }
    if endpoint.takes:
        sent = {"$ref": f"#/components/schemas/{endpoint.takes.__name__}"}
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": sent}},
        }
    return operation


def _failure(about: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def _parameter(query: Query) -> dict[str, Any]:
    # An empty value is none: so a form sends what nobody filled in.
    schema: dict[str, Any] = {
        "type": "string",
        "maxLength": 200,
        "pattern": r"^[^\x00-\x1f]*$",
    }
    if query.choices:
        schema = {"type": "string", "enum": ["", *query.choices]}
    elif query.is_day:
        schema = {"anyOf": [{"type": "string", "format": "date"}, {"enum": [""]}]}
    return {
        "name": query.name,
        "in": "query",
        "description": query.about,
        "schema": schema,
    }


def _number(name: str, about: str, default: int, most: int) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": about,
        "schema": {"type": "integer", "minimum": 1, "maximum": most, "default": default},
    }
