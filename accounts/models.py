"""What this app stores, and the model that Django asks for by name."""

from accounts.identity import Identity
from accounts.records import EmailClaim, SignIn, User

TABLES = (User, EmailClaim, SignIn)

__all__ = ["TABLES", "EmailClaim", "Identity", "SignIn", "User"]
