"""A stamp: what every session and token of a person must still match."""

import secrets


def new_stamp() -> str:
    """Another one, which ends all that there were."""
    return secrets.token_urlsafe(12)
