"""The account pages: signing up, in and out, and changing what is known of oneself."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts import services
from accounts.errors import WrongPassword
from accounts.models import Identity, User

PASSWORD = "correct horse battery 9"
SIGN_IN, SIGN_UP, ACCOUNT = "/account/sign-in", "/account/sign-up", "/account/"


def is_signed_in(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


def test_a_visitor_is_asked_to_sign_in_first_and_then_led_on(client, person):
    who = person()

    first = client.get(ACCOUNT)
    then = client.post(first.url, {"username": who.email, "password": PASSWORD, "next": ACCOUNT})

    assert (first.status_code, first.url) == (302, f"{SIGN_IN}?next={ACCOUNT}")
    assert (then.status_code, then.url) == (302, ACCOUNT)
    assert is_signed_in(client)


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
@pytest.mark.parametrize("door", [SIGN_IN, SIGN_UP])
def test_nobody_is_led_to_another_site(client, person, ada, door, elsewhere):
    sent = {"username": person().email, "password": PASSWORD} if door == SIGN_IN else ada

    answer = client.post(door, {**sent, "next": elsewhere})

    assert (answer.status_code, answer.url) == (302, reverse(settings.LOGIN_REDIRECT_URL))


def test_a_wrong_password_and_an_unknown_address_look_the_same(client, person):
    said = []
    for email in (person().email, "nobody@example.com"):
        page = client.post(SIGN_IN, {"username": email, "password": "wrong horse"})
        said.append([str(error) for error in page.context["form"].non_field_errors()])

    assert said == [["Incorrect email or password."]] * 2


def test_signing_up_signs_in_and_leads_to_the_ads(client, ada):
    answer = client.post(SIGN_UP, ada)

    assert (answer.status_code, answer.url) == (302, reverse("ads:dashboard"))
    assert is_signed_in(client)
    assert Identity.objects.get_by_natural_key("ada@example.com").full_name == "Ada Lovelace"


def test_a_slip_while_signing_up_is_shown_at_its_field_and_costs_no_try(client, ada):
    for _ in range(5):
        page = client.post(SIGN_UP, {**ada, "password": "password1", "email": "nobody"})

    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"email", "password"}
    assert 'id="id_email_error"' in page.content.decode()
    assert client.post(SIGN_UP, ada).status_code == 302


def test_signing_up_with_a_taken_address_says_so(client, ada, person):
    who = person()

    page = client.post(SIGN_UP, {**ada, "email": who.email})

    assert page.context["form"].errors == {"email": ["There is already an account with this e-mail address."]}
    assert not is_signed_in(client)


def test_the_fourth_account_from_one_address_has_to_wait(client, ada):
    answers = [Client().post(SIGN_UP, {**ada, "email": f"ada-{number}@example.com"}) for number in range(4)]

    assert [each.status_code for each in answers] == [302, 302, 302, 429]
    assert int(answers[3]["Retry-After"]) > 0
    assert User.count() == 3


def test_signing_out_needs_a_post_and_really_ends_the_session(signed_in):
    copy = Client()
    copy.cookies[settings.SESSION_COOKIE_NAME] = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
    assert is_signed_in(copy)

    assert signed_in.get("/account/sign-out").url == "/account/"
    assert is_signed_in(signed_in)
    signed_in.post("/account/sign-out")

    assert not is_signed_in(signed_in)
    assert not is_signed_in(copy)


@pytest.mark.parametrize("door", [SIGN_IN, SIGN_UP, "/account/sign-out", ACCOUNT])
def test_a_form_from_another_site_is_refused_in_words(person, ada, door):
    client = Client(enforce_csrf_checks=True)
    if door in {ACCOUNT, "/account/sign-out"}:
        client.force_login(person())

    answer = client.post(door, ada)

    assert answer.status_code == 403
    assert "Please send that again" in answer.content.decode()


def test_changing_the_name(signed_in):
    answer = signed_in.post(ACCOUNT, {"change": "name", "name-full_name": "Ada King"}, follow=True)

    assert "Your name is saved." in answer.content.decode()
    assert Identity.objects.get(pk=signed_in.person.pk).full_name == "Ada King"


def test_changing_the_address_moves_the_claim(signed_in, person):
    old = signed_in.person.email
    sent = {"change": "email", "email-email": "King@Example.com", "email-current_password": PASSWORD}

    signed_in.post(ACCOUNT, sent)

    assert services.authenticate("king@example.com", password=PASSWORD).pk == signed_in.person.pk
    with pytest.raises(WrongPassword):
        services.authenticate(old, password=PASSWORD)
    assert person(email=old).pk != signed_in.person.pk


def test_changing_to_a_taken_address_changes_nothing(signed_in, person):
    other = person()
    sent = {"change": "email", "email-email": other.email, "email-current_password": PASSWORD}

    page = signed_in.post(ACCOUNT, sent)

    assert list(page.context["forms"]["email"].errors) == ["email"]
    assert Identity.objects.get(pk=signed_in.person.pk).email == signed_in.person.email
    assert Identity.objects.get_by_natural_key(other.email).pk == other.pk


@pytest.mark.parametrize(
    "sent",
    [
        {"change": "email", "email-email": "king@example.com", "email-current_password": "wrong horse"},
        {"change": "password", "password-new_password": "x9 y8 z7", "password-current_password": "wrong"},
        {"change": "password", "password-new_password": "password1", "password-current_password": PASSWORD},
    ],
)
def test_a_change_without_the_present_password_or_to_a_weak_one_is_refused(signed_in, sent):
    before = User.get(signed_in.person.pk).attribute_values

    page = signed_in.post(ACCOUNT, sent)

    assert len(page.context["forms"][sent["change"]].errors) == 1
    assert User.get(signed_in.person.pk).attribute_values == before


def test_a_new_password_ends_every_other_session_and_keeps_this_one(signed_in):
    other = Client()
    other.force_login(signed_in.person)
    assert is_signed_in(other)

    signed_in.post(
        ACCOUNT,
        {
            "change": "password",
            "password-current_password": PASSWORD,
            "password-new_password": "another horse 10",
        },
    )

    assert is_signed_in(signed_in)
    assert not is_signed_in(other)
    assert (
        services.authenticate(signed_in.person.email, password="another horse 10").pk == signed_in.person.pk
    )


def test_signing_out_everywhere_ends_other_sessions_and_tokens(signed_in, api_for):
    other, api = Client(), api_for(signed_in.person)
    other.force_login(signed_in.person)
    assert is_signed_in(other)
    assert api.get("/api/auth/me").status_code == 200

    signed_in.post("/account/sign-out-everywhere")

    assert is_signed_in(signed_in)
    assert not is_signed_in(other)
    assert api.get("/api/auth/me").status_code == 401


def test_who_found_a_page_open_cannot_guess_its_password_for_long(client, person, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "login": "2/300s", "change": "100/60s"}
    who = person()
    client.force_login(who)
    tries = (
        (
            "/account/",
            {"change": "email", "email-email": "me@example.com", "email-current_password": "guess"},
        ),
        (
            "/account/",
            {"change": "password", "password-new_password": "x9", "password-current_password": "b"},
        ),
        ("/account/leave", {"leave-sure": "on", "leave-current_password": PASSWORD}),
    )

    answers = [client.post(path, sent).status_code for path, sent in tries]

    assert answers == [200, 200, 429]
    assert services.authenticate(who.email, password=PASSWORD).pk == who.pk
    assert client.post("/account/", {"change": "name", "name-full_name": "Ada"}).status_code == 302


def test_the_owner_of_this_machine_sets_a_first_password_without_an_old_one(client):
    client.force_login(services.local_owner())

    client.post(ACCOUNT, {"change": "email", "email-email": "ada@example.com"})
    client.post(ACCOUNT, {"change": "password", "password-new_password": "another horse 10"})

    assert is_signed_in(client)
    assert services.authenticate("ada@example.com", password="another horse 10").pk == services.OWNER_ID
    assert services.local_owner().email == "ada@example.com"


def test_nobody_signs_in_as_the_owner_before_there_is_a_password():
    owner = services.local_owner()

    for password in ("", "!", owner.password):
        with pytest.raises(WrongPassword):
            services.authenticate(owner.email, password=password)


def test_a_session_of_a_deleted_account_is_a_visitors(signed_in):
    User(user_id=signed_in.person.pk).delete()

    assert signed_in.get(ACCOUNT).status_code == 302


def test_a_refused_form_opens_at_what_is_wrong(client, person):
    missing = client.post("/account/sign-up", {"full_name": "Ada", "email": "", "password": ""})
    wrong = client.post("/account/sign-in", {"username": person().email, "password": "guess"})

    assert "Enter an e-mail address." in missing.content.decode()
    assert "Choose a password." in missing.content.decode()
    for page, name in ((missing, "email"), (wrong, "password")):
        [focused] = re.findall(r"<input[^>]* autofocus[^>]*>", page.content.decode())
        assert f'name="{name}"' in focused
