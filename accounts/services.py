"""What can be done with an account. Pages, API and commands are doors to these functions."""

import uuid
from collections.abc import Callable

from django.contrib.auth import authenticate as django_authenticate
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from accounts import leaving, links, sign_ins
from accounts.addresses import checked
from accounts.errors import AccountGone, EmailTaken, WrongPassword
from accounts.identity import Identity
from accounts.records import EmailClaim, User, now_text
from accounts.stamps import new_stamp
from accounts.tokens import stamp_of
from vigen_site.dynamo import is_refused, new_id, together
from vigen_site.errors import Conflict, Invalid

LONGEST_NAME = 100
LONGEST_PASSWORD = 256

OWNER_ID = str(uuid.uuid5(uuid.NAMESPACE_URL, "vigen:local-owner"))
OWNER_EMAIL = "owner@localhost.localdomain"


def register(email: str, *, full_name: str, password: str) -> Identity:
    """Open an account. Raises Invalid, with its fields; EmailTaken is one of these."""
    user = User(
        user_id=new_id(),
        email=checked(email),
        full_name=checked_name(full_name),
        stamp=new_stamp(),
    )
    check_password(password, of=Identity(email=user.email, full_name=user.full_name))
    user.password_hash = make_password(password)
    return _write_new(user)


def local_owner() -> Identity:
    """The account of the person in front of this machine, made at the first start. Idempotent.

    Its id is fixed, so that it stays the same account after its name, its
    address or its password are changed. Until a password is set, the only way
    in is a sign-in link made on this machine.
    """
    try:
        owner = Identity.objects.get(pk=OWNER_ID)
        if not owner.is_leaving:
            return owner
        leaving.go_on(OWNER_ID)
    except Identity.DoesNotExist:
        pass
    user = User(
        user_id=OWNER_ID,
        email=OWNER_EMAIL,
        full_name="You",
        stamp=new_stamp(),
        password_hash=make_password(None),
    )
    try:
        return _write_new(user)
    except EmailTaken:
        return Identity.objects.get(pk=OWNER_ID)  # Another process made it at the same moment.


def authenticate(email: str, *, password: str) -> Identity:
    """The person who knows this password. Raises WrongPassword, after the same work whoever was asked for."""
    person = django_authenticate(username=email, password=password)
    if not isinstance(person, Identity):
        raise WrongPassword
    if person.is_leaving:
        leaving.go_on(person.pk)
        raise AccountGone
    return person


def rename(person: Identity, *, full_name: str) -> None:
    """Give the account another name."""
    _change(person, User.full_name.set(checked_name(full_name)))


def change_email(person: Identity, *, email: str) -> None:
    """Move the account to another address. Raises Invalid or EmailTaken."""
    address = checked(email)
    if address == person.email:
        return

    def build(transaction: TransactWrite) -> None:
        claim = EmailClaim(email=address, user_id=person.pk)
        transaction.save(claim, condition=EmailClaim.email.does_not_exist())
        transaction.delete(EmailClaim(email=person.email), condition=EmailClaim.user_id == person.pk)
        changes: list[Action] = [User.email.set(address), User.updated_at.set(now_text())]
        transaction.update(User(user_id=person.pk), actions=changes, condition=User.email == person.email)

    _claim(build)
    person.email = address


def change_password(person: Identity, *, password: str) -> None:
    """Set a password, and end every session and every token there was. Raises Invalid."""
    check_password(password, of=person)
    _change(person, User.password_hash.set(make_password(password)), User.stamp.set(new_stamp()))
    sign_ins.end_all(person.pk)


def sign_out_everywhere(person: Identity) -> None:
    """End every session and every token of a person."""
    _change(person, User.stamp.set(new_stamp()))
    sign_ins.end_all(person.pk)


def password_link(user_id: str) -> str:
    """A token for ``accounts:new_password``: lets its holder set a password, once, within an hour, from anywhere.

    It ends earlier with the password and the sign-ins that there were when it was made.
    """
    person = Identity.objects.get(pk=user_id)
    return links.make(f"{user_id} {stamp_of(person)}", kind=links.PASSWORD)


def whose_password_link(token: str) -> Identity | None:
    """The person who may set a password by this link; None where it is no longer good. It stays as it is."""
    user_id, _, stamp = (links.look(token, kind=links.PASSWORD) or "").partition(" ")
    try:
        person = Identity.objects.get(pk=user_id)
    except Identity.DoesNotExist:
        return None
    return person if stamp == stamp_of(person) and not person.is_leaving else None


def sign_in_link(user_id: str) -> str:
    """A token for ``accounts:enter``: signs its person in once, within 15 minutes, on this machine only."""
    return links.make(user_id)


def check_password(password: str, *, of: Identity) -> None:
    """Raise Invalid unless ``password`` is good enough for a person."""
    try:
        validate_password(password, user=of)
    except ValidationError as error:
        raise Invalid(errors={"password": error.messages}) from error
    if len(password) > LONGEST_PASSWORD:
        raise Invalid(errors={"password": [f"Use at most {LONGEST_PASSWORD} characters."]})


def checked_name(full_name: str) -> str:
    """The name in one line. Raises Invalid when it is empty or too long."""
    name = " ".join(full_name.split())
    if not name or not name.isprintable():
        raise Invalid(errors={"full_name": ["Enter a name."]})
    if len(name) > LONGEST_NAME:
        raise Invalid(errors={"full_name": [f"Use at most {LONGEST_NAME} characters."]})
    return name


def _write_new(user: User) -> Identity:
    def build(transaction: TransactWrite) -> None:
        claim = EmailClaim(email=user.email, user_id=user.user_id)
        transaction.save(claim, condition=EmailClaim.email.does_not_exist())
        transaction.save(user, condition=User.user_id.does_not_exist())

    _claim(build)
    return Identity.of(user)


def _claim(build: Callable[[TransactWrite], None]) -> None:
    """Write a claim and what goes with it. The claim's condition is the only one that can fail for good."""
    try:
        together(build)
    except TransactWriteError as error:
        if not is_refused(error):
            raise
        raise EmailTaken from error


def _change(person: Identity, *changes: Action) -> None:
    """Write changes, and bring ``person`` up to date with them."""
    user = User(user_id=person.pk)
    try:
        user.update(actions=[*changes, User.updated_at.set(now_text())], condition=User.user_id.exists())
    except UpdateError as error:
        if not is_refused(error):
            raise
        raise Conflict("This account no longer exists.") from error
    fresh = Identity.of(user)
    for field in ("full_name", "password", "stamp", "updated_at"):
        setattr(person, field, getattr(fresh, field))
