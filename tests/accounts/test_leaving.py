"""Leaving: an account goes with everything in it, whatever is being made and whatever breaks in between."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client

from accounts import leaving, services
from accounts.errors import AccountGone, WrongPassword
from accounts.models import Departure, EmailClaim, Identity, SignIn, User
from ads import artefacts, belongings, lifecycle, scripts, sweeping, uploads
from ads import services as ads
from ads.briefs import read
from ads.models import Ad, Allowance, OnceKey, Upload
from ads.states import Stage

PASSWORD = "correct horse battery 9"
ACCOUNT, LEAVE = "/account/", "/account/leave"
SURE = {"leave-sure": "on", "leave-current_password": PASSWORD}
BRIEF = {
    "name": "Nordwind Coffee",
    "desc": "Small-batch coffee, roasted on Tuesdays and at your door by Friday.",
}


def everything(user_id: str) -> dict[str, int]:
    """How much there is of a person."""
    tables = {"ads": Ad, "keys": OnceKey, "uploads": Upload, "allowances": Allowance, "users": User}
    found = {name: len(list(table.query(user_id, consistent_read=True))) for name, table in tables.items()}
    found["claims"] = sum(claim.user_id == user_id for claim in EmailClaim.scan())
    found["sign_ins"] = len(list(SignIn.of_user.query(user_id)))
    found["files"] = len(list(artefacts.walk(f"users/{user_id}")))
    return found


@pytest.fixture
def owner(person: Callable[..., Identity], api_for: Any, tmp_path: Path) -> Identity:
    """A person with an ad in the making, a draft, a picture and a token."""
    who = person()
    api_for(who)
    (tmp_path / "note.txt").write_text("made")
    ad, _ = ads.create(user_id=who.pk, brief=read(BRIEF), once_key="one")
    artefacts.store(tmp_path / "note.txt", user_id=who.pk, run_id=ad.run_id, stage=Stage.SCRIPT, fence=1)
    scripts.draft(user_id=who.pk, brief=read(BRIEF))
    key = default_storage.save(f"users/{who.pk}/uploads/1/a.png", ContentFile(b"picture"))
    Upload(who.pk, "1", key=key, width=1, height=1, kind="photo", facts={}, created_at="2026").save()
    return who


def test_an_account_is_deleted_with_everything_in_it(owner: Identity, client: Client) -> None:
    client.force_login(owner)
    before = everything(owner.pk)

    page = client.post(LEAVE, SURE, follow=True)

    assert all(before.values()), before
    assert not any(everything(owner.pk).values()), everything(owner.pk)
    assert "Your account is deleted, with everything in it." in page.content.decode()
    assert client.get(ACCOUNT).status_code == 302
    assert services.register(owner.email, full_name="Somebody New", password=PASSWORD).pk != owner.pk


def test_nobody_elses_things_are_touched(
    owner: Identity, person: Callable[..., Identity], client: Client
) -> None:
    other = person()
    ads.create(user_id=other.pk, brief=read(BRIEF), once_key="one")
    before = everything(other.pk)
    client.force_login(owner)

    client.post(LEAVE, SURE)

    assert everything(other.pk) == before


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"leave-current_password": PASSWORD}, "sure"),
        ({"leave-sure": "on"}, "current_password"),
        ({"leave-sure": "on", "leave-current_password": "wrong"}, "current_password"),
    ],
)
def test_nothing_is_deleted_by_accident(
    owner: Identity, client: Client, sent: dict[str, str], field: str
) -> None:
    client.force_login(owner)
    before = everything(owner.pk)

    page = client.post(LEAVE, sent)

    assert page.status_code == 400
    assert set(page.context["leave"].errors) == {field}
    assert everything(owner.pk) == before
    assert client.get(LEAVE).url == ACCOUNT


def test_a_worker_in_the_middle_can_write_nothing_more(owner: Identity) -> None:
    [ad] = [ad for ad in Ad.query(owner.pk) if ad.status == "IN_PROGRESS"]
    claimed = lifecycle.claim(owner.pk, ad.run_id, owner="worker-1")
    assert claimed

    leaving.leave(owner)

    with pytest.raises(lifecycle.LeaseLost):
        lifecycle.begin(claimed[0], Stage.SCRIPT, attempt=1)
    assert not any(everything(owner.pk).values())


def test_a_removal_that_breaks_off_ends_at_the_next_try_to_sign_in(
    owner: Identity, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(owner)

    def broken(_storage: object, _name: str) -> None:
        raise OSError("The disk is gone.")

    monkeypatch.setattr(type(default_storage._wrapped), "delete", broken)  # type: ignore[attr-defined]
    with pytest.raises(OSError, match="The disk is gone"):
        client.post(LEAVE, SURE)
    monkeypatch.undo()
    half = everything(owner.pk)
    signed_in = Client().post("/account/sign-in", {"username": owner.email, "password": PASSWORD})

    assert half["users"] == half["claims"] == 1
    assert client.get(ACCOUNT).status_code == 302
    assert signed_in.status_code == 200
    assert "This account was deleted, with everything in it." in signed_in.content.decode()
    assert not any(everything(owner.pk).values())


def test_a_removal_that_broke_off_can_be_ended_by_the_operator(
    owner: Identity, capsys: pytest.CaptureFixture[str]
) -> None:
    leaving._mark(owner)

    with pytest.raises(AccountGone):
        services.authenticate(owner.email, password=PASSWORD)
    leaving._mark(services.register("next@example.com", full_name="Next", password=PASSWORD))
    call_command("finish_leaving")
    call_command("finish_leaving")

    assert capsys.readouterr().out.split("\n")[:2] == [
        "1 unfinished removal ended.",
        "0 unfinished removals ended.",
    ]
    assert User.count() == 0


def test_a_removal_that_broke_off_is_ended_by_the_next_sweep(owner: Identity) -> None:
    leaving._mark(owner)

    sweeping.sweep(older_than=3600)

    assert not any(everything(owner.pk).values())
    assert leaving.unfinished() == []


def test_one_removal_that_cannot_be_ended_keeps_no_other_from_its_end(
    owner: Identity, person: Callable[..., Identity], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = person()
    remove_all = belongings.remove_all

    def stuck(user_id: str) -> None:
        if user_id == owner.pk:
            raise belongings.Conflict("Some ads are still moving.")
        remove_all(user_id)

    monkeypatch.setattr(belongings, "remove_all", stuck)
    leaving._mark(owner)
    leaving._mark(other)

    assert leaving.finish() == 1
    assert leaving.unfinished() == [owner.pk]


def test_an_account_that_was_opened_anew_is_not_taken_for_one_that_leaves() -> None:
    owner = services.local_owner()
    leaving._mark(owner)
    departure = Departure.get(owner.pk)
    leaving.go_on(owner.pk)
    services.local_owner()
    departure.save()  # As if the removal had stopped just before its last step.

    assert leaving.finish() == 0
    assert services.local_owner().pk == owner.pk
    assert leaving.unfinished() == []


def test_whoever_has_left_is_unknown(owner: Identity) -> None:
    leaving.leave(owner)
    leaving.leave(owner)
    leaving.go_on(owner.pk)

    with pytest.raises(WrongPassword):
        services.authenticate(owner.email, password=PASSWORD)


def test_the_owner_of_this_machine_can_leave_and_begin_anew(client: Client) -> None:
    client.force_login(services.local_owner())

    client.post(LEAVE, {"leave-sure": "on"})

    assert User.count() == 0
    assert services.local_owner().pk == services.OWNER_ID


def test_leaving_over_the_api_needs_the_password(owner: Identity, api_for: Any) -> None:
    api = api_for(owner)

    wrong = api.delete("/api/auth/me", {"password": "wrong"}, format="json")
    missing = api.delete("/api/auth/me", {}, format="json")
    right = api.delete("/api/auth/me", {"password": PASSWORD}, format="json")

    assert [each.status_code for each in (wrong, missing, right)] == [401, 400, 204]
    assert api.get("/api/auth/me").status_code == 401
    assert not any(everything(owner.pk).values())


def test_an_ad_that_keeps_moving_is_told_and_nothing_is_lost_track_of(
    owner: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(belongings, "ROUNDS", 0)

    with pytest.raises(belongings.Conflict, match="still moving"):
        leaving.leave(owner)

    assert leaving.unfinished() == [owner.pk]
    assert uploads.known(owner.pk, ["1"]) == []
