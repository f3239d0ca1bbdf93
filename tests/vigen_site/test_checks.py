"""What ``manage.py check --deploy`` says about an installation."""

from vigen_site import checks, table_check


def ids(messages):
    return [message.id for message in messages]


def test_a_site_without_tls_is_told_so(settings):
    settings.BEHIND_TLS = False
    assert ids(checks.public_address(None)) == ["vigen.W001"]

    settings.BEHIND_TLS = True
    assert checks.public_address(None) == []


def test_a_site_behind_a_proxy_that_it_does_not_know_is_told_so(settings):
    settings.BEHIND_TLS, settings.TRUSTED_PROXIES = True, 0
    assert ids(checks.the_proxy_is_known(None)) == ["vigen.W003"]

    settings.TRUSTED_PROXIES = 1
    assert checks.the_proxy_is_known(None) == []


def test_several_machines_need_a_shared_cache(settings):
    settings.DATABASE, settings.REDIS_URL = "amazon", ""
    assert ids(checks.shared_counts(None)) == ["vigen.W002"]

    settings.REDIS_URL = "redis://127.0.0.1"
    assert checks.shared_counts(None) == []


def test_missing_tables_and_a_silent_database_are_told_apart(database, monkeypatch):
    assert checks.tables_are_there(None) == []

    with monkeypatch.context() as nowhere:
        nowhere.setattr(table_check, "_table_names", lambda: ["nowhere-users"])
        [error] = checks.tables_are_there(None)
        assert (error.id, error.msg) == ("vigen.E001", "Tables are missing: nowhere-users.")

    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1")
    assert ids(checks.tables_are_there(None)) == ["vigen.E002"]
