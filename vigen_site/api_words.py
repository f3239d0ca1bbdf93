"""An OpenAPI schema in words, and a value that fits it."""

import json
from typing import Any

Schema = dict[str, Any]


def resolved(schema: Schema, described: Schema) -> Schema:
    """A schema with its references followed; parts of ``allOf`` are laid over each other."""
    if "$ref" in described:
        name = described["$ref"].rpartition("/")[2]
        return resolved(schema, schema["components"]["schemas"][name])
    whole: Schema = {}
    for part in described.get("allOf", ()):
        whole |= resolved(schema, part)
    return whole | {key: value for key, value in described.items() if key != "allOf"}


def kind_of(schema: Schema, described: Schema) -> str:
    """A type in words: "text, 1 to 100 characters", "one of 9:16, 1:1"."""
    each = resolved(schema, described)
    choices = each.get("enum") or [
        choice for part in each.get("oneOf", ()) for choice in resolved(schema, part).get("enum", ())
    ]
    if shown := [str(choice) for choice in choices if choice not in ("", None)]:
        return "one of " + ", ".join(shown)
    if each.get("type") == "array":
        return "list of " + kind_of(schema, each.get("items", {}))
    return _words_of_type(each) + _bounds(each)


def about(schema: Schema, described: Schema) -> str:
    """What a field is for. Lists of choices are left out: ``kind_of`` names them."""
    lines = resolved(schema, described).get("description", "").splitlines()
    return " ".join(line for line in lines if line and not line.startswith("* "))


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


def example(schema: Schema, described: Schema, *, name: str = "") -> Any:
    """A value that fits. Of a body that takes many fields, the required ones."""
    each = resolved(schema, described)
    if "example" in each or "default" in each:
        return each.get("example", each.get("default"))
    if each.get("type") == "array":
        return [example(schema, each.get("items", {}), name=name)]
    if properties := each.get("properties"):
        required = each.get("required") or list(properties)
        return {key: example(schema, part, name=key) for key, part in properties.items() if key in required}
    return SAMPLES.get(name) or _sample(schema, each)


def _sample(schema: Schema, each: Schema) -> Any:
    if each.get("enum"):
        return each["enum"][0]
    for part in each.get("oneOf", ()):
        return _sample(schema, resolved(schema, part))
    by_format = {"uuid": "0198f3a2-…", "date-time": "2026-01-31T09:00:00Z", "uri": "https://…"}
    if each.get("format") in by_format:
        return by_format[each["format"]]
    return {"string": "…", "integer": 0, "number": 0, "boolean": True}.get(each.get("type", ""), {})


def example_text(schema: Schema, described: Schema) -> str:
    """An example as indented JSON, or nothing where there is no body."""
    return json.dumps(example(schema, described), indent=2, ensure_ascii=False) if described else ""
