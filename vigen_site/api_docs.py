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

from vigen_site.api_words import Schema, about, example, example_text, kind_of, resolved

METHODS = ("get", "post", "put", "patch", "delete")
TITLES = {"auth": "Accounts and tokens", "ads": "Ads"}
ANSWERS = {
    "200": "Done",
    "201": "Created",
    "202": "Accepted",
    "204": "Done; no content",
    "400": "a field is wrong; see errors",
    "401": "the sign-in is missing, over or wrong",
    "404": "there is none, or not for you",
    "409": "not possible in this state",
    "422": "not understood",
    "429": "too many; wait",
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
    refusals: tuple[Answer, ...]
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
    # In the order of the addresses, which is the order of use.
    with patched_settings({"SORT_OPERATIONS": False}):
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
    summary, words = _summary(described)
    answers = _answers(schema, described.get("responses", {}))
    return Operation(
        anchor=described["operationId"],
        method=method.upper(),
        path=path,
        summary=summary,
        about=words,
        open=is_open,
        parameters=tuple(_parameter(schema, each) for each in described.get("parameters", ())),
        body=_fields(schema, body),
        answers=tuple(each for each in answers if each.status < "300"),
        refusals=tuple(each for each in answers if each.status >= "300"),
        curl=_curl(address + path, method, is_open=is_open, body=example(schema, body) if body else None),
    )


def _summary(described: Schema) -> tuple[str, str]:
    """The heading of a call and what more there is to say; without a summary, its first sentence is one."""
    words = described.get("description", "")
    if "summary" in described:
        return described["summary"], words
    first, _, rest = words.partition(". ")
    return first.rstrip(".") or described["operationId"], rest


def _answers(schema: Schema, described: Schema) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            status, each.get("description") or ANSWERS.get(status, ""), example_text(schema, _content(each))
        )
        for status, each in described.items()
    )


def _content(holder: Schema) -> Schema:
    """The JSON schema in a body or an answer."""
    found: Schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return found


def _parameter(schema: Schema, described: Schema) -> Field:
    kind = kind_of(schema, described.get("schema", {}))
    place = {"header": "header", "path": "in the path"}.get(described["in"], "")
    words = ". ".join(part for part in (place.capitalize(), described.get("description", "")) if part)
    return Field(described["name"], kind, bool(described.get("required")), words)


def _fields(schema: Schema, described: Schema) -> tuple[Field, ...]:
    whole = resolved(schema, described)
    required = whole.get("required", ())
    found = [
        Field(name, kind_of(schema, each), name in required, about(schema, each))
        for name, each in whole.get("properties", {}).items()
        if not each.get("readOnly")
    ]
    return tuple(sorted(found, key=lambda each: not each.required))


def _curl(address: str, method: str, *, is_open: bool, body: Any) -> str:
    parts = [f"curl {address.replace('{', '$').replace('}', '')}"]
    if method != "get" and not (method == "post" and body is not None):
        parts[0] = f"curl -X {method.upper()} {address.replace('{', '$').replace('}', '')}"
    if not is_open:
        parts.append('-H "Authorization: Bearer $TOKEN"')
    if body is not None:
        parts.append("--json '" + json.dumps(body, ensure_ascii=False).replace("'", "'\\''") + "'")
    return " \\\n  ".join(parts)
