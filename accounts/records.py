"""The records in DynamoDB: a person, the claim on an e-mail address, each sign-in, and each removal under way."""

from datetime import UTC, datetime

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from vigen_site.dynamo import TableMeta, table_name


def now_text() -> str:
    """The time as records hold it: ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class User(Model):
    """A person. ``stamp`` changes whenever every session and token of theirs must end.

    ``leaving`` is when the removal of the account began, which is not at its end yet.
    """

    class Meta(TableMeta):
        table_name = table_name("users")

    user_id = UnicodeAttribute(hash_key=True)
    email = UnicodeAttribute()
    full_name = UnicodeAttribute()
    role = UnicodeAttribute(default="creator")
    password_hash = UnicodeAttribute()
    stamp = UnicodeAttribute()
    leaving = UnicodeAttribute(null=True)
    created_at = UnicodeAttribute(default_for_new=now_text)
    updated_at = UnicodeAttribute(default_for_new=now_text)


class Departure(Model):
    """A removal that has begun and is not at its end yet: looking for them reads no account."""

    class Meta(TableMeta):
        table_name = table_name("departures")

    user_id = UnicodeAttribute(hash_key=True)
    began_at = UnicodeAttribute(default_for_new=now_text)


class EmailClaim(Model):
    """Whose an e-mail address is. DynamoDB has no unique index: this key is what makes an address unique."""

    class Meta(TableMeta):
        table_name = table_name("email-claims")

    email = UnicodeAttribute(hash_key=True)
    user_id = UnicodeAttribute()


class SignInsOfUser(GlobalSecondaryIndex["SignIn"]):  # type: ignore[no-untyped-call] # PynamoDB's own.
    """A person's sign-ins, by when they end."""

    class Meta:
        index_name = "user-index"
        projection = AllProjection()

    user_id = UnicodeAttribute(hash_key=True)
    expires_at = NumberAttribute(range_key=True)


class SignIn(Model):
    """One sign-in through the API. ``jti`` names the only refresh token that is still good.

    ``expires_at`` is in seconds since the epoch and may serve as the table's
    TTL attribute. TTL deletes late: an expired sign-in may still be here.
    """

    class Meta(TableMeta):
        table_name = table_name("sign-ins")

    sign_in_id = UnicodeAttribute(hash_key=True)
    user_id = UnicodeAttribute()
    jti = UnicodeAttribute()
    expires_at = NumberAttribute()
    created_at = UnicodeAttribute(default_for_new=now_text)

    of_user = SignInsOfUser()


TABLES = (User, EmailClaim, SignIn, Departure)
