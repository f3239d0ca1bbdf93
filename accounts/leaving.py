"""Leaving: an account goes with everything in it. What is interrupted is gone on with, and goes to its end."""

import logging

from pynamodb.exceptions import TransactWriteError
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from accounts import sign_ins
from accounts.identity import Identity
from accounts.records import Departure, EmailClaim, User, now_text
from accounts.stamps import new_stamp
from ads import belongings
from vigen_site.dynamo import is_refused, reachable, together
from vigen_site.errors import DomainError

logger = logging.getLogger("vigen.accounts")


def leave(person: Identity) -> None:
    """Delete an account: its ads, those in the making too, its pictures, its sign-ins, its name and address.

    The account is marked first, which ends every session and every token; its
    record goes last. Whatever stops this in between, ``go_on`` ends it: within
    the hour by itself, at the person's next try to sign in, or by
    ``manage.py finish_leaving``.
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
        Departure(user_id=user_id).delete()
    logger.info("Account %s: deleted, with all that was in it", user_id)


def unfinished() -> list[str]:
    """The accounts whose removal was interrupted. Reads those alone."""
    with reachable():
        return [departure.user_id for departure in Departure.scan(consistent_read=True)]


def finish() -> int:
    """End every removal that was interrupted; gives how many. One that cannot be ended waits for the next time."""
    ended = 0
    for user_id in unfinished():
        try:
            ended += _finish(user_id)
        except (DomainError, OSError) as error:
            logger.warning("Account %s: the removal is not at its end (%s); it goes on later", user_id, error)
    return ended


def _finish(user_id: str) -> bool:
    """End one removal. The account of this machine keeps its id: one that was opened anew meanwhile stays."""
    with reachable():
        found = list(User.query(user_id, consistent_read=True))
        if found and found[0].leaving is None:
            Departure(user_id=user_id).delete()
            return False
    go_on(user_id)
    return True


def _mark(person: Identity) -> bool:
    """Note that the account is going; False when it is gone already."""

    def build(transaction: TransactWrite) -> None:
        marks: list[Action] = [User.leaving.set(now_text()), User.stamp.set(new_stamp())]
        transaction.update(User(user_id=person.pk), actions=marks, condition=User.user_id.exists())
        transaction.save(Departure(user_id=person.pk))

    try:
        with reachable():
            together(build)
    except TransactWriteError as error:
        if not is_refused(error):
            raise
        return False
    return True


def _free_address(user: User) -> None:
    for claim in EmailClaim.query(user.email, consistent_read=True):
        if claim.user_id == user.user_id:
            claim.delete()
