"""The changes a person can make on their account page: each a form, and the service that carries it out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from accounts import services
from accounts.forms import EmailForm, NameForm, PasswordForm, RefusableForm
from accounts.identity import Identity
from vigen_site.errors import Invalid


@dataclass(frozen=True)
class Change:
    """One form of the page. ``name`` is what its hidden field says."""

    name: str
    done: str
    form: Callable[..., RefusableForm]
    carry_out: Callable[[Identity, dict[str, Any]], None]

    def form_for(self, person: Identity, sent: QueryDict | None = None) -> RefusableForm:
        """The form, empty or as it was sent."""
        return self.form(sent, person=person)

    def make(self, person: Identity, form: RefusableForm) -> bool:
        """Carry the change out; say whether it was, and if not leave the reasons in the form."""
        if not form.is_valid():
            return False
        try:
            self.carry_out(person, form.cleaned_data)
        except Invalid as refusal:
            form.refuse(refusal)
            return False
        return True


def _name_form(sent: QueryDict | None, *, person: Identity) -> NameForm:
    return NameForm(sent, initial={"full_name": person.full_name})


def _email_form(sent: QueryDict | None, *, person: Identity) -> EmailForm:
    return EmailForm(sent, initial={"email": person.email}, person=person)


CHANGES = {
    change.name: change
    for change in (
        Change(
            "name",
            "Your name is saved.",
            _name_form,
            lambda person, sent: services.rename(person, full_name=sent["full_name"]),
        ),
        Change(
            "email",
            "Your e-mail address is saved. Sign in with it from now on.",
            _email_form,
            lambda person, sent: services.change_email(person, email=sent["email"]),
        ),
        Change(
            "password",
            "Your password is saved. Every other browser and every API token is signed out.",
            PasswordForm,
            lambda person, sent: services.change_password(person, password=sent["new_password"]),
        ),
    )
}


def forms_for(person: Identity) -> dict[str, RefusableForm]:
    """Every form of the page, as it is before anything was sent."""
    return {name: change.form_for(person) for name, change in CHANGES.items()}
