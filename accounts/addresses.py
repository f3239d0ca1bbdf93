"""E-mail addresses: one spelling for each, so that nobody has two accounts by accident."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from vigen_site.errors import Invalid

LONGEST = 254
"""RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, two of which are its brackets."""

_check = EmailValidator("Enter an e-mail address such as name@example.com.")


def normalised(email: str) -> str:
    """The one spelling under which an address is stored and looked up."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def checked(email: str) -> str:
    """The normalised address. Raises Invalid when it is none."""
    address = normalised(email)
    try:
        _check(address)
    except ValidationError as error:
        raise Invalid(errors={"email": error.messages}) from error
    if len(address) > LONGEST:
        raise Invalid(errors={"email": [f"An e-mail address has at most {LONGEST} characters."]})
    return address
