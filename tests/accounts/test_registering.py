"""Opening an account through the API."""

import pytest

from accounts import services
from accounts.models import EmailClaim, User

REGISTER = "/api/auth/register"


def test_registering_answers_with_the_account_and_no_secret(visitor, ada):
    answer = visitor.post(REGISTER, ada, format="json")

    user = User.get(answer.json()["user_id"])
    assert answer.status_code == 201
    assert answer.json() == {
        "user_id": user.user_id,
        "email": "ada@example.com",
        "full_name": "Ada Lovelace",
        "role": "creator",
        "created_at": user.created_at,
        "updated_at": user.updated_at,
    }


def test_nobody_gives_themselves_a_role(visitor, ada):
    answer = visitor.post(REGISTER, {**ada, "role": "admin", "user_id": "mine"}, format="json")

    assert answer.status_code == 201
    assert answer.json()["role"] == "creator"
    assert User.get(answer.json()["user_id"]).role == "creator"


@pytest.mark.parametrize("spelling", ["ada@example.com", "  ADA@Example.COM ", "ａda@example.com"])
def test_an_address_in_another_spelling_is_taken(visitor, ada, spelling):
    visitor.post(REGISTER, ada, format="json")

    answer = visitor.post(REGISTER, {**ada, "email": spelling}, format="json")

    assert answer.status_code == 400
    assert answer.json()["error_code"] == "email_taken"
    assert answer.json()["errors"] == {"email": ["There is already an account with this e-mail address."]}
    assert User.count() == EmailClaim.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"email": ""}, "email"),
        ({"email": "a@" + "b" * 250 + ".com"}, "email"),
        ({"email": "ada@example.com\x00"}, "email"),
        ({"full_name": "   "}, "full_name"),
        ({"full_name": "A" * 101}, "full_name"),
        ({"full_name": "Ada\x00"}, "full_name"),
        ({"full_name": "Ada\u202eecalevoL"}, "full_name"),
        ({"password": "short 7"}, "password"),
        ({"password": "password1"}, "password"),
        ({"password": "ada@example.com"}, "password"),
        ({"password": "x9 " * 200}, "password"),
        ({"password": None}, "password"),
    ],
)
def test_a_slip_is_named_by_its_field(visitor, ada, change, field):
    answer = visitor.post(REGISTER, ada | change, format="json")

    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    assert User.count() == 0


@pytest.mark.parametrize("body", ["[1, 2]", "null", '"text"', "{"])
def test_a_body_that_is_no_object_is_refused(visitor, body):
    answer = visitor.post(REGISTER, body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["error_code"] in {"invalid", "parse_error"}


def test_a_name_keeps_its_letters_and_loses_its_extra_blanks(visitor, ada):
    answer = visitor.post(REGISTER, {**ada, "full_name": "  Bjørk  Ñandú 李小龍 "}, format="json")

    assert answer.json()["full_name"] == "Bjørk Ñandú 李小龍"


def test_a_password_keeps_its_blanks(visitor, ada):
    password = "  three words  "
    visitor.post(REGISTER, {**ada, "password": password}, format="json")

    assert services.authenticate(ada["email"], password=password).email == ada["email"]


def test_the_password_is_stored_as_a_hash(visitor, ada):
    answer = visitor.post(REGISTER, ada, format="json")

    stored = User.get(answer.json()["user_id"]).password_hash
    assert ada["password"] not in stored
    assert stored.count("$") >= 2
