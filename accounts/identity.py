"""Django's auth contract, answered from DynamoDB.

``Identity`` is an adapter and never a table: an unmanaged model whose manager
reads the ``User`` record. Stock sign-in forms, sessions, password validators
and ``force_login`` work on it unmodified.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from accounts.addresses import LONGEST, normalised

if TYPE_CHECKING:
    from accounts.records import User


class Identities(BaseUserManager["Identity"]):
    """Finds people by id or by e-mail address; nothing else is asked of it."""

    def get(self, *args: Any, **lookup: Any) -> "Identity":
        """The person with this ``pk``, ``user_id`` or ``email``. Raises Identity.DoesNotExist."""
        if args or len(lookup) != 1:
            raise NotImplementedError("Accounts are looked up by one of pk, user_id and email.")
        [(field, value)] = lookup.items()
        if field == "email":
            return self.get_by_natural_key(value)
        if field not in {"pk", "user_id"}:
            raise NotImplementedError(f"Accounts cannot be looked up by {field}.")
        return self._read(str(value))

    def get_by_natural_key(self, username: str | None) -> "Identity":
        """The person whose e-mail address this is, however it is spelled."""
        claims = _records().EmailClaim
        try:
            claim = claims.get(_key(normalised(username or "")), consistent_read=True)
        except claims.DoesNotExist as error:
            raise Identity.DoesNotExist from error
        return self._read(claim.user_id)

    def _read(self, user_id: str) -> "Identity":
        users = _records().User
        try:
            return Identity.of(users.get(_key(user_id), consistent_read=True))
        except users.DoesNotExist as error:
            raise Identity.DoesNotExist from error


class Identity(AbstractBaseUser):
    """A person as Django knows them. Changes go through ``accounts.services``."""

    user_id = models.CharField(primary_key=True, max_length=36)
    email = models.EmailField("e-mail address", unique=True, max_length=LONGEST)
    full_name = models.CharField("name", max_length=100)
    role = models.CharField(max_length=20, default="creator")
    stamp = models.CharField(max_length=64)
    created_at = models.CharField(max_length=32)
    updated_at = models.CharField(max_length=32)

    is_leaving = False
    """Whether the account is being deleted. Nobody gets in any more."""

    # A last_login field would be written at every sign-in, by the ORM.
    last_login = None

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects: ClassVar[Identities] = Identities()

    class Meta:
        managed = False

    def __str__(self) -> str:
        return self.email

    @classmethod
    def of(cls, user: "User") -> "Identity":
        """The identity that speaks for a record."""
        person = cls(
            user_id=user.user_id,
            email=user.email,
            full_name=user.full_name,
            role=user.role,
            password=user.password_hash,
            stamp=user.stamp,
            created_at=user.created_at,
            updated_at=user.updated_at,
        )
        person.is_leaving = bool(user.leaving)
        return person

    @property
    def initials(self) -> str:
        """One or two letters for a small round picture."""
        words = self.full_name.split() or ["?"]
        return words[0][0] + (words[-1][0] if len(words) > 1 else "")

    def get_session_auth_hash(self) -> str:
        """What a session must still match: it ends with the password or the stamp."""
        value = f"{self.password}:{self.stamp}"
        return salted_hmac("accounts.session", value, algorithm="sha256").hexdigest()

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Keep a password hash that Django brought up to date; nothing else is saved here."""
        if args or set(update_fields or ()) != {"password"}:
            raise NotImplementedError("Change accounts through accounts.services.")
        del kwargs
        users = _records().User
        users(user_id=self.user_id).update(
            actions=[users.password_hash.set(self.password), users.updated_at.set(_records().now_text())],
            condition=users.user_id.exists(),
        )


def _records() -> Any:
    """Imported when they are first asked something: Django imports this module in every process, and with the records
    comes the database's client."""
    return import_module("accounts.records")


def _key(text: str) -> str:
    """A key the database accepts: it refuses empty ones with an error of its own."""
    return text or "-"
