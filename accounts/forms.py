"""The forms of the account pages. What makes a name, an address or a password good, the services know."""

import functools
from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from accounts import leaving, services
from accounts.addresses import LONGEST, checked, normalised
from accounts.errors import AccountGone, WrongPassword
from accounts.identity import Identity
from accounts.services import LONGEST_NAME, LONGEST_PASSWORD
from vigen_site.errors import Invalid


def _email_input(autocomplete: str = "email") -> forms.EmailInput:
    return forms.EmailInput({"autocomplete": autocomplete, "inputmode": "email", "spellcheck": "false"})


def _new_password_input() -> forms.PasswordInput:
    return forms.PasswordInput({"autocomplete": "new-password", "minlength": 8})


class SignInForm(AuthenticationForm):
    """Django's own, in our words."""

    error_messages = {  # noqa: RUF012 -- as Django declares it, whose type is not to be named.
        "invalid_login": WrongPassword.message + ".",
        "inactive": WrongPassword.message + ".",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mail address"
        self.fields["username"].widget = _email_input("username")
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"
        self.fields["username"].error_messages["required"] = "Enter your e-mail address."
        self.fields["password"].error_messages["required"] = "Enter your password."

    def full_clean(self) -> None:
        """Lead to what is wrong; after a wrong password that is the password, as the address stays."""
        super().full_clean()
        _lead_to(self, otherwise="password")

    def confirm_login_allowed(self, user: Any) -> None:
        """An account that is going lets nobody in; what is left of it goes now."""
        super().confirm_login_allowed(user)
        if user.is_leaving:
            leaving.go_on(user.pk)
            raise forms.ValidationError(AccountGone.message, code="gone")


def _lead_to(form: forms.Form, *, otherwise: str = "") -> None:
    """Have the page open at the first field that is wrong, or at another where the form as a whole is."""
    wrong = [name for name in form.fields if name in form.errors] or [otherwise]
    if form.errors and wrong[0] in form.fields:
        form.fields[wrong[0]].widget.attrs["autofocus"] = True


class RefusableForm(forms.Form):
    """A form whose service may still refuse what it says."""

    renames: ClassVar[dict[str, str]] = {}

    def full_clean(self) -> None:
        """Lead to the first field that is wrong."""
        super().full_clean()
        _lead_to(self)

    def refuse(self, refusal: Invalid) -> None:
        """Show a service's refusal at the fields it is about."""
        for field, messages in refusal.errors.items():
            name = self.renames.get(field, field)
            self.add_error(name if name in self.fields else None, list(messages))
        if not refusal.errors:
            self.add_error(None, str(refusal))
        _lead_to(self)


class SignUpForm(RefusableForm):
    """Three things, asked once. Slips are shown before the try is counted."""

    full_name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Enter a name."},
    )
    email = forms.CharField(
        label="E-mail address",
        max_length=LONGEST,
        widget=_email_input(),
        error_messages={"required": "Enter an e-mail address."},
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=LONGEST_PASSWORD,
        help_text="At least 8 characters. A few words in a row are easy to remember and hard to guess.",
        widget=_new_password_input(),
        error_messages={"required": "Choose a password."},
    )

    def clean(self) -> dict[str, Any]:
        """Ask the services what is wrong with each field, without opening an account yet."""
        sent = super().clean() or {}
        self._ask(services.checked_name, sent.get("full_name"))
        self._ask(checked, sent.get("email"))
        person = Identity(email=normalised(sent.get("email", "")))
        self._ask(functools.partial(services.check_password, of=person), sent.get("password"))
        return sent

    def _ask(self, rule: Callable[[str], object], value: str | None) -> None:
        try:
            if value is not None:
                rule(value)
        except Invalid as refusal:
            self.refuse(refusal)


class NameForm(RefusableForm):
    """What the person is called."""

    prefix = "name"
    full_name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Enter a name."},
    )


class SecuredForm(RefusableForm):
    """A form that asks for the present password, where there is one."""

    current_password = forms.CharField(
        label="Current password",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        error_messages={"required": "Enter your password."},
    )

    def __init__(self, *args: Any, person: Identity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if not person.has_usable_password():
            del self.fields["current_password"]

    def clean_current_password(self) -> str:
        """Refuse whoever merely found the page open."""
        password = str(self.cleaned_data["current_password"])
        if not self.person.check_password(password):
            raise forms.ValidationError("This is not your password.")
        return password


class EmailForm(SecuredForm):
    """Where the person is reached, and what they sign in with."""

    prefix = "email"
    field_order = ("email", "current_password")
    email = forms.CharField(
        label="E-mail address",
        max_length=LONGEST,
        widget=_email_input(),
        error_messages={"required": "Enter an e-mail address."},
    )


class LeaveForm(SecuredForm):
    """The end of an account."""

    prefix = "leave"
    field_order = ("sure", "current_password")
    sure = forms.BooleanField(
        label="Delete my account, all my ads, their films and my pictures, for good",
        error_messages={"required": "Tick this if you really want everything to be deleted."},
    )


class NewPasswordForm(RefusableForm):
    """A password by a one-time link."""

    renames: ClassVar[dict[str, str]] = {"password": "new_password"}
    new_password = forms.CharField(
        label="New password",
        strip=False,
        max_length=LONGEST_PASSWORD,
        help_text="At least 8 characters. A few words in a row are easy to remember and hard to guess.",
        widget=_new_password_input(),
        error_messages={"required": "Choose a password."},
    )


class PasswordForm(SecuredForm):
    """Another password."""

    prefix = "password"
    renames: ClassVar[dict[str, str]] = {"password": "new_password"}
    new_password = forms.CharField(
        label="New password",
        strip=False,
        max_length=LONGEST_PASSWORD,
        help_text="At least 8 characters. Every other browser and every API token is signed out.",
        widget=_new_password_input(),
        error_messages={"required": "Choose a password."},
    )
