"""What is refused at the door, and why."""

from vigen_site.errors import DomainError, Invalid


class EmailTaken(Invalid):
    """There is an account with this address already."""

    code = "email_taken"

    def __init__(self) -> None:
        super().__init__(errors={"email": ["There is already an account with this e-mail address."]})


class WrongPassword(DomainError):
    """No account has this address and this password; which of the two is wrong stays unsaid."""

    code = "wrong_password"
    status = 401
    message = "Incorrect email or password"


class AccountGone(WrongPassword):
    """The account was being deleted; now it is gone."""

    message = "This account was deleted, with everything in it."


class SignInEnded(DomainError):
    """A refresh token that is not, or no longer, good."""

    code = "sign_in_ended"
    status = 401
    message = "This sign-in has ended. Sign in again."
