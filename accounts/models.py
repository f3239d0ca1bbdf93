"""The model that Django asks for by name, and what this app stores.

Django imports this module in every process. The records come with the client of the database, a third of a second of
CPU: they are imported when somebody asks for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from accounts.identity import Identity

if TYPE_CHECKING:
    from accounts.records import TABLES, Departure, EmailClaim, SignIn, User

__all__ = ["TABLES", "Departure", "EmailClaim", "Identity", "SignIn", "User"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("accounts.records"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
