"""Leaving: an account goes with everything in it. What is interrupted is gone on with, and goes to its end."""

import logging

from pynamodb.exceptions import UpdateError

from accounts import sign_ins
from accounts.identity import Identity
from accounts.records import EmailClaim, User, now_text
from accounts.stamps import new_stamp
from ads import belongings
from vigen_site.dynamo import is_refused, reachable

logger = logging.getLogger("vigen.accounts")


def leave(person: Identity) -> None:
    """Delete an account: its ads, those in the making too, its pictures, its sign-ins, its name and address.

    The account is marked first, which ends every session and every token; its
    record goes last. Whatever stops this in between, ``go_on`` ends it: at the
    person's next try to sign in, or by ``manage.py finish_leaving``.
    """
    if _mark(person):
        go_on(person.pk)


def go_on(user_id: str) -> None:
    """Do what is left of a removal. Doing it twice, or in two processes at once, is harmless."""
    belongings.remove_all(user_id)
    sign_ins.end_all(user_id)
    with reachable():
        for user in User.query(user_id, consistent_read=True):
            _free_address(user)
            user.delete()
    logger.info("Account %s: deleted, with all that was in it", user_id)


def unfinished() -> list[str]:
    """The accounts whose removal was interrupted. Reads every account: for operators, not for requests."""
    with reachable():
        return [user.user_id for user in User.scan(User.leaving.exists(), attributes_to_get=["user_id"])]


def _mark(person: Identity) -> bool:
    """Note that the account is going; False when it is gone already."""
    user = User(user_id=person.pk)
    try:
        with reachable():
            user.update(
                actions=[User.leaving.set(now_text()), User.stamp.set(new_stamp())],
                condition=User.user_id.exists(),
            )
    except UpdateError as error:
        if not is_refused(error):
            raise
        return False
    return True


def _free_address(user: User) -> None:
    for claim in EmailClaim.query(user.email, consistent_read=True):
        if claim.user_id == user.user_id:
            claim.delete()
