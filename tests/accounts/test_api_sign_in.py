"""Signing in, staying signed in and signing out through the API."""

import time

import jwt
import pytest
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from rest_framework.test import APIClient

from accounts import services, sign_ins
from accounts.models import Identity, SignIn, User
from accounts.tokens import AccessToken, RefreshToken, issue

LOGIN, REFRESH, LOGOUT, ME = "/api/auth/login", "/api/auth/refresh", "/api/auth/logout", "/api/auth/me"
PASSWORD = "correct horse battery 9"


@pytest.fixture
def pair(visitor, person):
    who = person()
    answer = visitor.post(LOGIN, {"email": who.email, "password": PASSWORD}, format="json")
    return answer.json()


def me(token: str):
    return APIClient().get(ME, HTTP_AUTHORIZATION=f"Bearer {token}")


def refresh(token: str):
    return APIClient().post(REFRESH, {"refresh_token": token}, format="json")


def test_signing_in_gives_a_pair_of_tokens(visitor, person):
    who = person()

    answer = visitor.post(LOGIN, {"email": f" {who.email.upper()} ", "password": PASSWORD}, format="json")

    assert answer.status_code == 200
    assert set(answer.json()) == {"access_token", "refresh_token", "token_type"}
    assert answer.json()["token_type"] == "bearer"
    assert answer["Cache-Control"] == "no-store"
    assert me(answer.json()["access_token"]).json()["email"] == who.email


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(visitor, person):
    who = person()

    wrong = visitor.post(LOGIN, {"email": who.email, "password": "wrong horse"}, format="json")
    unknown = visitor.post(LOGIN, {"email": "no@example.com", "password": "wrong horse"}, format="json")
    nonsense = visitor.post(LOGIN, {"email": "\U0001f600", "password": "wrong horse"}, format="json")

    assert [each.status_code for each in (wrong, unknown, nonsense)] == [401] * 3
    bodies = [{**each.json(), "timestamp": ""} for each in (wrong, unknown, nonsense)]
    assert bodies[0] == bodies[1] == bodies[2]
    assert bodies[0]["detail"] == "Incorrect email or password"


def test_an_unknown_address_costs_as_much_hashing_as_a_known_one(visitor, person, monkeypatch):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(1) or encode(*given))
    who = person()
    hashed.clear()

    visitor.post(LOGIN, {"email": who.email, "password": "wrong horse"}, format="json")
    known = len(hashed)
    visitor.post(LOGIN, {"email": "no@example.com", "password": "wrong horse"}, format="json")

    assert known == len(hashed) - known == 1


def test_tokens_last_a_day_and_a_week(pair):
    read = {
        kind: jwt.decode(pair[kind], options={"verify_signature": False}) for kind in pair if "_token" in kind
    }

    assert read["access_token"]["exp"] - read["access_token"]["iat"] == 24 * 3600
    assert read["refresh_token"]["exp"] - read["refresh_token"]["iat"] == 7 * 24 * 3600


def test_no_token_is_told_how_to_get_in(visitor):
    answer = visitor.get(ME)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="api"'
    assert set(answer.json()) == {"detail", "error_code", "timestamp"}


def test_a_refresh_token_opens_nothing_and_an_access_token_refreshes_nothing(pair):
    assert me(pair["access_token"]).status_code == 200
    assert me(pair["refresh_token"]).status_code == 401
    assert refresh(pair["access_token"]).status_code == 401
    assert refresh(pair["refresh_token"]).status_code == 200


def test_a_new_pair_replaces_the_old_one(pair):
    answer = refresh(pair["refresh_token"])

    assert answer.status_code == 200
    assert set(answer.json()) == {"access_token", "refresh_token", "token_type"}
    assert me(answer.json()["access_token"]).status_code == 200
    assert refresh(answer.json()["refresh_token"]).status_code == 200


def test_replaying_a_spent_refresh_token_ends_that_sign_in_everywhere(pair):
    newer = refresh(pair["refresh_token"]).json()

    replay = refresh(pair["refresh_token"])

    assert replay.status_code == 401
    assert replay.json()["error_code"] == "sign_in_ended"
    assert refresh(newer["refresh_token"]).status_code == 401
    assert me(newer["access_token"]).status_code == 401
    assert me(pair["access_token"]).status_code == 401


def test_replay_leaves_the_other_sign_ins_of_the_person_alone(visitor, person, api_for):
    who = person()
    other = api_for(who)
    pair = sign_ins.start(who)
    sign_ins.rotate(pair.refresh_token)

    assert refresh(pair.refresh_token).status_code == 401

    assert other.get(ME).status_code == 200


def test_two_clients_cannot_spend_one_refresh_token(person):
    token = sign_ins.start(person()).refresh_token

    answers = sorted(refresh(token).status_code for _ in range(2))

    assert answers == [200, 401]


def test_signing_out_ends_both_tokens(pair):
    assert me(pair["access_token"]).status_code == 200

    answer = APIClient().post(LOGOUT, {"refresh_token": pair["refresh_token"]}, format="json")

    assert answer.status_code == 204
    assert answer.content == b""
    assert me(pair["access_token"]).status_code == 401
    assert refresh(pair["refresh_token"]).status_code == 401


def test_signing_out_with_nonsense_is_harmless(pair):
    answer = APIClient().post(LOGOUT, {"refresh_token": "nonsense"}, format="json")

    assert answer.status_code == 204
    assert me(pair["access_token"]).status_code == 200


def test_changing_the_password_ends_every_token(person, api_for):
    who = person()
    api, token = api_for(who), sign_ins.start(who).refresh_token
    assert api.get(ME).status_code == 200

    services.change_password(who, password="another horse 10")

    assert api.get(ME).status_code == 401
    assert refresh(token).status_code == 401
    assert services.authenticate(who.email, password="another horse 10").pk == who.pk


def test_a_deleted_person_is_signed_in_no_longer(person, api_for):
    who = person()
    api, token = api_for(who), sign_ins.start(who).refresh_token
    User(user_id=who.pk).delete()

    assert api.get(ME).status_code == 401
    assert refresh(token).status_code == 401


@pytest.mark.parametrize("kind", [AccessToken, RefreshToken])
def test_an_expired_token_is_refused(person, kind):
    who = person()
    sign_in_id = AccessToken.read(sign_ins.start(who).access_token).sign_in_id
    token = issue(kind, who, sign_in_id=sign_in_id)
    token.payload["exp"] = int(time.time()) - 1

    assert me(str(token)).status_code == 401
    assert refresh(str(token)).status_code == 401


def test_a_sign_in_that_has_expired_in_the_database_is_over_even_before_it_is_deleted(person):
    pair = sign_ins.start(person())
    sign_in = SignIn.get(AccessToken.read(pair.access_token).sign_in_id)
    sign_in.update(actions=[SignIn.expires_at.set(int(time.time()) - 1)])

    assert me(pair.access_token).status_code == 401
    assert refresh(pair.refresh_token).status_code == 401


def forged(claims, **changes):
    key = changes.pop("key", settings.SECRET_KEY)
    return jwt.encode({**claims, **changes}, key, algorithm="HS256")


def test_tokens_signed_otherwise_are_refused(person):
    pair = sign_ins.start(person())
    claims = jwt.decode(pair.access_token, options={"verify_signature": False})

    unsigned = jwt.encode(claims, "", algorithm="none")

    assert me(pair.access_token).status_code == 200
    assert me(unsigned).status_code == 401
    assert me(forged(claims)).status_code == 401
    assert me(forged(claims, key="k" * 40)).status_code == 401


@pytest.mark.parametrize("missing", ["aud", "iss", "exp", "jti", "token_type", "sign_in", "user_id", "stamp"])
def test_a_token_that_lacks_a_claim_is_refused(person, missing):
    key = AccessToken().get_token_backend().signing_key
    claims = jwt.decode(sign_ins.start(person()).access_token, options={"verify_signature": False})
    assert me(forged(claims, key=key)).status_code == 200

    del claims[missing]

    assert me(forged(claims, key=key)).status_code == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer a b", "Bearer nonsense", "Bearer ..", "Bearer é"])
def test_a_header_that_makes_no_sense_is_refused(visitor, header):
    assert visitor.get(ME, HTTP_AUTHORIZATION=header).status_code == 401


def test_a_stale_token_in_the_header_does_not_keep_anybody_from_signing_in(visitor, person):
    visitor.credentials(HTTP_AUTHORIZATION="Bearer stale")

    answer = visitor.post(LOGIN, {"email": person().email, "password": PASSWORD}, format="json")

    assert answer.status_code == 200


def test_the_session_opens_the_api_for_reading(signed_in):
    answer = signed_in.get(ME)

    assert answer.status_code == 200
    assert answer.json()["user_id"] == signed_in.person.pk


def test_the_session_needs_the_csrf_token_for_anything_else(person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person())
    client.get("/account/")
    token = client.cookies["csrftoken"].value

    without = client.post(ME, {}, content_type="application/json")
    with_it = client.post(ME, {}, content_type="application/json", headers={"X-CSRFToken": token})

    assert without.status_code == 403
    assert with_it.status_code == 405  # Past the guard; there is no such call.


def test_starting_a_sign_in_tidies_the_expired_ones(person):
    who = person()
    old = AccessToken.read(sign_ins.start(who).access_token).sign_in_id
    SignIn(sign_in_id=old).update(actions=[SignIn.expires_at.set(int(time.time()) - 1)])

    sign_ins.start(who)

    assert SignIn.count() == 1
    assert Identity.objects.get(pk=who.pk).email == who.email


def test_a_trailing_slash_is_welcome(visitor, ada):
    assert visitor.post("/api/auth/register/", ada, format="json").status_code == 201
