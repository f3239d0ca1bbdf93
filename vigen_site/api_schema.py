"""The shape of the API's description where drf-spectacular's own falls short."""

from typing import Any


def without_trailing_slashes(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Paths as people write them: every address works with and without a slash at its end, and is shown without."""
    result["paths"] = {path.rstrip("/") or "/": item for path, item in result["paths"].items()}
    return result
