"""What a run has cost, in words."""

from collections.abc import Callable

import pytest
from django.core.management import call_command
from pytest_django import Settings

from ads import briefs, lifecycle, services
from ads.models import Ad
from ads.states import Stage
from generation.crew.usage import Call, bill
from generation.worker.costs import Cost
from vigen_site import queue
from vigen_site.dynamo import new_id

CALLS = (Call("script", "openai/gpt-4o", 1200, 300, 2.5), Call("repair", "openai/gpt-4o", 500, 100, 1.0))
PRICES = {"openai/gpt-4o": (2.5, 10.0)}
VOICE = {"voice_characters": 420, "voice_requests": 2, "voice_dollars": 0.00672}


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([{}, {"seconds": 2}], "nothing that is paid for"),
        ([bill(CALLS, prices=PRICES)], "2,100 tokens, $0.008250"),
        ([bill(CALLS, prices=PRICES), VOICE], "2,100 tokens, 2 calls to a voice, $0.014970"),
        ([bill(CALLS)], "2,100 tokens, price unknown"),
        ([bill(CALLS), VOICE], "2,100 tokens, 2 calls to a voice, at least $0.006720"),
    ],
)
def test_a_cost_is_told_as_far_as_it_is_known(records: list[dict[str, object]], words: str) -> None:
    assert str(Cost.of_run(records)) == words


@pytest.fixture
def paid(database: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ad]:
    monkeypatch.setattr(queue, "ring", lambda *arguments: True)

    def make(**prices: object) -> Ad:
        ad, _ = services.create(
            user_id=new_id(), brief=briefs.read({"name": "Loaf", "desc": "Sourdough baked every morning."})
        )
        claim, _ = lifecycle.claim(ad.user_id, ad.run_id, owner="somewhere:1:1")
        lifecycle.commit(claim, Stage.SCRIPT, artefacts={}, record=bill(CALLS, **prices))
        return ad

    return make


def test_a_run_is_shown_with_every_question_its_tokens_and_its_dollars(
    paid: Callable[..., Ad], capsys: pytest.CaptureFixture[str]
) -> None:
    ad = paid(prices=PRICES)

    call_command("runs", "show", ad.run_id)
    shown = capsys.readouterr().out
    call_command("runs", "list")

    assert "cost     2,100 tokens, $0.008250" in shown
    assert "openai/gpt-4o: 1,200 tokens in, 300 out, $0.006000, 2.5 s" in shown
    assert "$0.008250" in capsys.readouterr().out


def test_a_question_whose_price_nobody_said_is_shown_so(
    paid: Callable[..., Ad], capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("runs", "show", paid().run_id)

    assert "cost     2,100 tokens, price unknown" in capsys.readouterr().out
