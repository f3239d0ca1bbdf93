"""The commands for people who run an installation."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts import services
from accounts.models import User
from vigen_site import site_address


@pytest.fixture
def password_file(tmp_path):
    file = tmp_path / "password"
    file.write_text("correct horse battery 9\n")
    return str(file)


def run(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, no_color=True)
    return out.getvalue().strip()


def test_create_account_opens_one_and_is_harmless_twice(password_file):
    arguments = (
        "create_account",
        "--email=Ada@example.com",
        "--name=Ada",
        f"--password-file={password_file}",
    )

    said = [run(*arguments), run(*arguments)]

    assert said == [
        "Ada@example.com: account opened.",
        "Ada@example.com: there is an account already; nothing was changed.",
    ]
    assert services.authenticate("ada@example.com", password="correct horse battery 9").full_name == "Ada"


def test_create_account_says_what_is_wrong(password_file):
    with pytest.raises(CommandError, match="Enter an e-mail address"):
        run("create_account", "--email=nobody", "--name=Ada", f"--password-file={password_file}")

    assert User.count() == 0


def test_sign_in_link_prints_a_link_for_this_machines_owner():
    link = run("sign_in_link", "--site=http://127.0.0.1:8123/")

    assert link.startswith("http://127.0.0.1:8123/account/enter/")
    answer = Client().get(link.removeprefix("http://127.0.0.1:8123"))
    assert answer.wsgi_request.user.pk == services.OWNER_ID


def test_sign_in_link_knows_where_the_site_was_started(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    before = run("sign_in_link")

    site_address.note("http://127.0.0.1:8003")

    assert before.startswith(f"http://127.0.0.1:{settings.PORT}/account/enter/")
    assert run("sign_in_link").startswith("http://127.0.0.1:8003/account/enter/")


def test_sign_in_link_for_nobody_is_refused():
    with pytest.raises(CommandError, match="no account with the address nobody@"):
        run("sign_in_link", "--email=nobody@example.com")
