"""Material for a prompt that can only be read as material: JSON inside a named fence that it cannot close."""

import json
import re
from typing import Any


def fenced(name: str, content: object) -> str:
    """``content`` as JSON between ``<name>`` and ``</name>``; signs that could open or close a fence are
    escaped.
    """
    text = json.dumps(content, ensure_ascii=False, indent=1)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"<{name}>\n{text}\n</{name}>"


def unfenced(name: str, prompt: str) -> Any:
    """What ``fenced`` put into a prompt, or None if it is not there."""
    match = re.search(rf"<{name}>\n(.*?)\n</{name}>", prompt, re.DOTALL)
    return json.loads(match.group(1)) if match else None
