"""Reading the environment strictly: a wrong value stops the start with a sentence that names it."""

import os
from math import inf
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class SettingError(ImproperlyConfigured):
    """A variable of the environment is missing or wrong."""


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding blanks; an empty one counts as not set."""
    return os.environ.get(name, "").strip() or default


def secret(name: str, default: str = "") -> str:
    """A value that may also lie in a file named by ``NAME_FILE``, as container platforms mount secrets."""
    path = text(f"{name}_FILE")
    if not path:
        return text(name, default)
    if text(name):
        raise SettingError(f"Set {name} or {name}_FILE, not both.")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name}_FILE names {path}, which cannot be read: {error.strerror}.") from error


def flag(name: str, *, default: bool) -> bool:
    """True or False, and nothing that only looks like it."""
    value = text(name, str(default))
    if value not in {"True", "False"}:
        raise SettingError(f"{name} is {value!r}. Use True or False.")
    return value == "True"


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    """A whole number within its bounds."""
    value = text(name, str(default))
    bounds = f"from {least} to {most}" if most is not None else f"of at least {least}"
    try:
        result = int(value)
    except ValueError as error:
        raise SettingError(f"{name} is {value!r}. Use a whole number {bounds}.") from error
    if result < least or (most is not None and result > most):
        raise SettingError(f"{name} is {result}. Use a whole number {bounds}.")
    return result


def choice(name: str, default: str, *, of: tuple[str, ...]) -> str:
    """One of a few words."""
    value = text(name, default)
    if value not in of:
        raise SettingError(f"{name} is {value!r}. Use one of: {', '.join(of)}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list written with commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def url(name: str, default: str = "", *, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """An address, checked for its scheme; without a slash at its end."""
    value = text(name, default)
    if value and not value.startswith(tuple(f"{scheme}://" for scheme in schemes)):
        raise SettingError(f"{name} is {value!r}. Begin it with {' or '.join(s + '://' for s in schemes)}.")
    return value.rstrip("/")


def prices(name: str) -> dict[str, tuple[float, float]]:
    """What models cost, "openai/gpt-4o=2.5,10; gpt-4o-mini=0.15,0.6": dollars a million tokens in, and out."""
    found = {}
    for entry in filter(None, (part.strip() for part in text(name).split(";"))):
        model, sign, costs = entry.rpartition("=")
        try:
            into, out = (float(cost) for cost in costs.split(","))
        except ValueError as error:
            raise SettingError(f"{name} has {entry!r}. {_AS_PRICES}") from error
        if not sign or not model.strip() or not (0 <= into < inf and 0 <= out < inf):
            raise SettingError(f"{name} has {entry!r}. {_AS_PRICES}")
        found[model.strip()] = (into, out)
    return found


_AS_PRICES = (
    "Write MODEL=IN,OUT in dollars a million tokens, entries apart by semicolons: openai/gpt-4o=2.5,10"
)


def rate(name: str, default: str) -> str:
    """A limit such as "5/300s": five in three hundred seconds."""
    value = text(name, default)
    count, _, window = value.partition("/")
    if not count.isdigit() or window[-1:] not in set("smhd") or not (window[:-1] or "1").isdigit():
        raise SettingError(f"{name} is {value!r}. Write a limit as COUNT/WINDOW, such as 5/300s or 20/1m.")
    return value
