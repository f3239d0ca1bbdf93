from collections.abc import Callable

import pytest

from accounts.models import Identity
from ads import presenters
from ads.models import Ad
from ads.states import Stage


def test_the_length_is_what_was_asked_for(person: Callable[..., Identity], order: Callable[..., Ad]) -> None:
    ad = order(person(), length=15)

    assert dict(presenters.brief_facts(ad))["Length"] == "15 seconds"


def test_an_ad_that_grew_says_so(person: Callable[..., Identity], order: Callable[..., Ad]) -> None:
    ad = order(person(), length=6)
    setattr(ad, Stage.AUDIO, {"length": 7.4, "overrun": 1.4})

    assert dict(presenters.brief_facts(ad))["Length"].startswith("7.4 seconds; 6 were asked for")


@pytest.mark.parametrize(
    ("format_name", "shown"), [("9:16", "Paid: words and captions above the apps’ buttons"), ("1:1", None)]
)
def test_paid_placements_are_named_where_they_change_the_film(
    format_name: str, shown: str | None, person: Callable[..., Identity], order: Callable[..., Ad]
) -> None:
    ad = order(person(), format=format_name, paid=True)

    assert dict(presenters.brief_facts(ad)).get("Placements") == shown
