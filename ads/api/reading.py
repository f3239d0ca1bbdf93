"""What callers send beside a brief: bodies, filters and cursors, read strictly and refused in words."""

import re
from typing import Any

from rest_framework.request import Request

from ads import queries
from ads.states import Stage, Status
from vigen_site.errors import Invalid


def body(request: Request) -> dict[str, Any]:
    """The JSON object that was sent; an empty one where nothing was."""
    if not isinstance(request.data, dict):
        raise Invalid("Send a JSON object.")
    return dict(request.data)


def status(request: Request) -> Status | None:
    """The status to list, in any letter case; None for all."""
    given = request.query_params.get("status", "")
    if not given:
        return None
    try:
        return Status(given.upper())
    except ValueError as error:
        known = ", ".join(status.value for status in Status)
        raise Invalid(errors={"status": [f"This status is not known. Choose one of: {known}."]}) from error


def limit(request: Request) -> int:
    """How many ads a page holds."""
    given = request.query_params.get("limit", str(queries.PAGE_SIZE))
    most = queries.LARGEST_PAGE
    if not (re.fullmatch("[0-9]{1,5}", given) and 1 <= int(given) <= most):
        raise Invalid(errors={"limit": [f"The limit must be a whole number from 1 to {most}."]})
    return int(given)


def cursor(request: Request) -> str | None:
    """Where the page before ended."""
    given = request.query_params.get("cursor", "")
    if given and not queries.is_run_id(given):
        raise Invalid(errors={"cursor": ["This cursor is not valid. Take the one from the Link header."]})
    return given or None


def switch(given: dict[str, Any], name: str) -> bool:
    """Whether something beside the brief is wanted."""
    value = given.get(name, False)
    if not isinstance(value, bool):
        raise Invalid(errors={name: ["Use true or false."]})
    return value


def stage(given: Any) -> Stage | None:
    """The stage to begin again with; None for the one after the last finished."""
    if given in (None, ""):
        return None
    try:
        return Stage(given)
    except ValueError as error:
        known = ", ".join(Stage)
        raise Invalid(errors={"from": [f"This stage is not known. Choose one of: {known}."]}) from error
