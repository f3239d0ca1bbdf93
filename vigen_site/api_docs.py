"""The API's description as a page for people: made from the same schema, on this server, without scripts."""

import functools
import json
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.settings import patched_settings

Schema = dict[str, Any]

METHODS = ("get", "post", "put", "patch", "delete")
TITLES = {"auth": "Accounts and tokens", "ads": "Ads"}
ANSWERS = {
    "200": "Done",
    "201": "Created",
    "202": "Accepted",
    "204": "Done; no content",
    "400": "Refused: see errors",
    "401": "Not signed in",
    "404": "There is none",
    "409": "Not possible now",
    "422": "Refused",
    "429": "Too many",
}


@dataclass(frozen=True)
class Field:
    """One parameter, or one field of a body."""

    name: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True)
class Answer:
    """What comes back: a status, what it means, and an example of its body."""

    status: str
    about: str
    example: str


@dataclass(frozen=True)
class Operation:
    """One call of the API."""

    anchor: str
    method: str
    path: str
    summary: str
    about: str
    open: bool
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answers: tuple[Answer, ...]
    curl: str


@dataclass(frozen=True)
class Group:
    """The calls about one thing."""

    name: str
    title: str
    operations: list[Operation] = field(default_factory=list)


@login_not_required
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The page."""
    address = settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}"
    return render(request, "vigen_site/api_docs.html", {"groups": groups(address), "address": address})


@functools.lru_cache(maxsize=8)
def groups(address: str) -> tuple[Group, ...]:
    """Every call, grouped by what it is about. ``address`` is where the examples send them."""
    with patched_settings(
        {"SORT_OPERATIONS": False}
    ):  # In the order of the addresses, which is the order of use.
        schema: Schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    found: dict[str, Group] = {}
    for path, item in schema["paths"].items():
        for method in METHODS:
            if method in item:
                name = path.removeprefix("/api/").partition("/")[0]
                group = found.setdefault(name, Group(name, TITLES.get(name, name.title())))
                group.operations.append(_operation(schema, path.rstrip("/"), method, item[method], address))
    return tuple(found.values())


def _operation(schema: Schema, path: str, method: str, described: Schema, address: str) -> Operation:
    body = _content(described.get("requestBody", {}))
    is_open = not described.get("security") or {} in described["security"]
    return Operation(
        anchor=described["operationId"],
        method=method.upper(),
        path=path,
        summary=described.get("summary", described["operationId"].replace("_", " ").capitalize()),
        about=described.get("description", ""),
        open=is_open,
        parameters=tuple(_parameter(schema, each) for each in described.get("parameters", ())),
        body=_fields(schema, body),
        answers=tuple(
            Answer(
                status, _meaning(status, each.get("description", "")), _example_text(schema, _content(each))
            )
            for status, each in described.get("responses", {}).items()
        ),
        curl=_curl(address + path, method, is_open=is_open, body=_example(schema, body) if body else None),
    )


def _meaning(status: str, described: str) -> str:
    return described or ANSWERS.get(status, "")


def _content(holder: Schema) -> Schema:
    """The JSON schema in a body or an answer."""
    found: Schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return found


def _parameter(schema: Schema, described: Schema) -> Field:
    kind = _kind(schema, described.get("schema", {}))
    place = {"header": "header", "path": "in the path"}.get(described["in"], "")
    about = ". ".join(part for part in (place.capitalize(), described.get("description", "")) if part)
    return Field(described["name"], kind, bool(described.get("required")), about)


def _fields(schema: Schema, described: Schema) -> tuple[Field, ...]:
    resolved = _resolved(schema, described)
    required = resolved.get("required", ())
    return tuple(
        Field(name, _kind(schema, each), name in required, _resolved(schema, each).get("description", ""))
        for name, each in resolved.get("properties", {}).items()
        if not each.get("readOnly")
    )


def _resolved(schema: Schema, described: Schema) -> Schema:
    """A schema with its references followed; parts of ``allOf`` are laid over each other."""
    if "$ref" in described:
        name = described["$ref"].rpartition("/")[2]
        return _resolved(schema, schema["components"]["schemas"][name])
    whole: Schema = {}
    for part in described.get("allOf", ()):
        whole |= _resolved(schema, part)
    return whole | {key: value for key, value in described.items() if key != "allOf"}


def _kind(schema: Schema, described: Schema) -> str:
    """A type in words: "text, 1 to 100 characters", "one of 9:16, 1:1"."""
    each = _resolved(schema, described)
    choices = each.get("enum") or [
        choice for part in each.get("oneOf", ()) for choice in _resolved(schema, part).get("enum", ())
    ]
    if shown := [str(choice) for choice in choices if choice not in ("", None)]:
        return "one of " + ", ".join(shown)
    if each.get("type") == "array":
        return "list of " + _kind(schema, each.get("items", {}))
    return _words_of_type(each) + _bounds(each)


def _words_of_type(each: Schema) -> str:
    formats = {"uuid": "id", "date-time": "time", "uri": "address", "email": "e-mail address"}
    kinds = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    return formats.get(each.get("format", ""), kinds.get(each.get("type", ""), "object"))


def _bounds(each: Schema) -> str:
    least = each.get("minLength", each.get("minimum"))
    most = each.get("maxLength", each.get("maximum"))
    unit = " characters" if each.get("type") == "string" else ""
    if least is not None and most is not None:
        return f", {least} to {most}{unit}"
    if most is not None:
        return f", at most {most}{unit}"
    return f", at least {least}{unit}" if least is not None else ""


SAMPLES = {
    "email": "ada@example.com",
    "full_name": "Ada Lovelace",
    "password": "correct horse battery",
    "role": "creator",
    "token_type": "bearer",
    "status": "IN_PROGRESS",
    "name": "Morning Loaf",
    "desc": "Sourdough from our street, still warm at eight.",
}


def _example(schema: Schema, described: Schema, *, name: str = "") -> Any:
    """A value that fits. Of a body that takes many fields, the required ones."""
    each = _resolved(schema, described)
    if "example" in each or "default" in each:
        return each.get("example", each.get("default"))
    if each.get("type") == "array":
        return [_example(schema, each.get("items", {}), name=name)]
    if properties := each.get("properties"):
        required = each.get("required") or list(properties)
        return {key: _example(schema, part, name=key) for key, part in properties.items() if key in required}
    return SAMPLES.get(name) or _sample(schema, each)


def _sample(schema: Schema, each: Schema) -> Any:
    if each.get("enum"):
        return each["enum"][0]
    for part in each.get("oneOf", ()):
        return _sample(schema, _resolved(schema, part))
    by_format = {"uuid": "0198f3a2-…", "date-time": "2026-01-31T09:00:00Z", "uri": "https://…"}
    if each.get("format") in by_format:
        return by_format[each["format"]]
    return {"string": "…", "integer": 0, "number": 0, "boolean": True}.get(each.get("type", ""), {})


def _example_text(schema: Schema, described: Schema) -> str:
    return json.dumps(_example(schema, described), indent=2, ensure_ascii=False) if described else ""


def _curl(address: str, method: str, *, is_open: bool, body: Any) -> str:
    parts = [f"curl {address.replace('{', '$').replace('}', '')}"]
    if method != "get" and not (method == "post" and body is not None):
        parts[0] = f"curl -X {method.upper()} {address.replace('{', '$').replace('}', '')}"
    if not is_open:
        parts.append('-H "Authorization: Bearer $TOKEN"')
    if body is not None:
        parts.append("--json '" + json.dumps(body, ensure_ascii=False).replace("'", "'\\''") + "'")
    return " \\\n  ".join(parts)
