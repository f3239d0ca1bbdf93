"""Who is counted, when proxies stand in between."""

import pytest
from django.test import RequestFactory

from vigen_site.limits import LimitReached, client_address, count


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "", "192.0.2.1"),
        (0, "10.0.0.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "10.0.0.1", "10.0.0.1"),
        (1, "6.6.6.6, 10.0.0.1", "10.0.0.1"),
        (2, "6.6.6.6, 10.0.0.1, 10.0.0.2", "10.0.0.1"),
        (2, "10.0.0.2", "192.0.2.1"),
    ],
)
def test_only_the_word_of_our_own_proxies_counts(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)

    assert client_address(request) == expected


def test_a_limit_names_the_seconds_to_wait(settings, fresh_cache):
    settings.RATE_LIMITS = {"try": "1/1h"}
    request = RequestFactory().get("/")

    count(request, "try", key="ip")
    with pytest.raises(LimitReached) as reached:
        count(request, "try", key="ip")
    count(request, "try", key="ip", endpoint="elsewhere")

    assert 0 < reached.value.retry_after <= 3600
