"""What this app stores, and the model that Django asks for by name."""

from accounts.identity import Identity
from accounts.records import Departure, EmailClaim, SignIn, User

TABLES = (User, EmailClaim, SignIn, Departure)

__all__ = ["TABLES", "Departure", "EmailClaim", "Identity", "SignIn", "User"]
