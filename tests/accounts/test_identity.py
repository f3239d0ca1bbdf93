"""Django's auth contract over DynamoDB, used the way Django uses it."""

import threading

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import identify_hasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts import services
from accounts.errors import EmailTaken
from accounts.models import EmailClaim, Identity, User

PASSWORD = "correct horse battery 9"


def test_an_old_hash_is_brought_up_to_date_at_the_next_sign_in(person, settings):
    who = person()
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]

    assert authenticate(username=who.email, password=PASSWORD) == who

    assert identify_hasher(User.get(who.pk).password_hash).algorithm == "pbkdf2_sha256"


def test_a_password_like_the_address_is_refused_with_a_sentence():
    with pytest.raises(ValidationError, match="too similar to the e-mail address"):
        validate_password("lovelace-ada", user=Identity(email="lovelace-ada@example.com"))


@pytest.mark.parametrize("lookup", [{"pk": ""}, {"pk": "nobody"}, {"email": ""}, {"user_id": "x"}])
def test_nobody_is_found_where_there_is_nobody(lookup):
    with pytest.raises(Identity.DoesNotExist):
        Identity.objects.get(**lookup)


def test_saving_anything_but_a_password_hash_is_refused(person):
    who = person()
    who.full_name = "Somebody else"

    with pytest.raises(NotImplementedError, match="through accounts"):
        who.save()

    assert User.get(who.pk).full_name == "Pat Probe"


@pytest.mark.parametrize(("name", "initials"), [("Ada King Lovelace", "AL"), ("Ada", "A"), ("李小龍", "李")])
def test_initials(name, initials):
    assert Identity(full_name=name).initials == initials


def test_of_many_who_register_one_address_at_once_one_gets_it():
    outcomes = []
    start = threading.Barrier(8)

    def register() -> None:
        start.wait()
        try:
            outcomes.append(services.register("ada@example.com", full_name="Ada", password=PASSWORD).pk)
        except EmailTaken:
            outcomes.append("taken")

    threads = [threading.Thread(target=register) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    [winner] = [outcome for outcome in outcomes if outcome != "taken"]
    assert EmailClaim.get("ada@example.com").user_id == winner
    assert [user.user_id for user in User.scan()] == [winner]


def test_the_local_owner_is_made_once():
    first, second = services.local_owner(), services.local_owner()

    assert first == second
    assert first.pk == services.OWNER_ID
    assert not first.has_usable_password()
    assert User.count() == EmailClaim.count() == 1
