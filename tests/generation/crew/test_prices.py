"""What a question to a model costs: known from the settings, or not said at all."""

import json

import pytest

from generation.crew.account import account_of_draft, cost_lines
from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.crew import judge, write
from generation.crew.embedded import as_answer, review_as_answer
from generation.crew.llm import make_llm
from generation.crew.usage import Call, bill, dollars
from vigen_site import env

BRIEF = Brief(
    "Lumo", "A reading lamp with a warm light. Clips to any book. The battery lasts 30 hours.", length=10
)
CALL = Call("ScriptAnswer", "gpt-4o", 2000, 500, 3.2)


@pytest.mark.parametrize(
    ("prices", "cost"),
    [
        ({"openai/gpt-4o": (2.5, 10.0)}, 0.01),
        ({"gpt-4o": (1.0, 2.0)}, 0.003),
        ({"gpt-4o-mini": (1.0, 2.0)}, None),
        ({"azure/gpt-4o": (1.0, 2.0), "openai/gpt-4o": (2.5, 10.0)}, None),  # whose is it?
        ({}, None),
    ],
)
def test_a_call_costs_what_its_model_costs_and_is_never_guessed(prices, cost):
    assert dollars(CALL, prices) == cost


def test_the_record_has_dollars_only_where_every_price_is_known():
    other = Call("ReviewAnswer", "unknown", 10, 10, 1.0)

    known = bill([CALL, CALL], prices={"gpt-4o": (2.5, 10.0)})
    half = bill([CALL, other], prices={"gpt-4o": (2.5, 10.0)})

    assert known["dollars"] == 0.02
    assert "dollars" not in half
    assert [call.get("dollars") for call in half["calls"]] == [0.01, None]
    assert "dollars" not in bill([CALL])


def test_prices_are_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("PRICES", "openai/gpt-4o=2.5,10; ollama/llama3.2=0,0;")

    assert env.prices("PRICES") == {"openai/gpt-4o": (2.5, 10.0), "ollama/llama3.2": (0.0, 0.0)}


@pytest.mark.parametrize(
    "wrong", ["gpt-4o", "gpt-4o=2.5", "gpt-4o=a,b", "=1,2", "gpt-4o=-1,2", "gpt-4o=nan,1"]
)
def test_a_wrong_price_stops_the_start_with_a_sentence(monkeypatch, wrong):
    monkeypatch.setenv("PRICES", wrong)

    with pytest.raises(env.SettingError, match="PRICES has .* Write MODEL=IN,OUT in dollars"):
        env.prices("PRICES")


def test_the_account_says_what_a_model_took_and_cost(server, react):
    script = as_answer(write_script(BRIEF)).model_dump_json()
    idea = json.dumps({"line": "One two three.", "alternatives": ["a b c", "d e f", "g h i"]})
    judged = review_as_answer(judge(BRIEF, write_script(BRIEF).script, llm=make_llm())).model_dump_json()
    server.will(react(content=idea), react(content=script), react(content=judged))
    llm = make_llm("openai/stub-model", api_key="not-a-real-key", base_url=server.base_url)
    draft = write(BRIEF, llm=llm)

    account = account_of_draft(BRIEF, draft, judge(BRIEF, draft.script, llm=llm))

    told = account.lines({"openai/stub-model": (1.0, 2.0)})
    assert told[-2] == "  $0.000420 in all"
    assert cost_lines((), {}) == ["nothing: written by rules on this machine"]
    assert cost_lines(account.calls, {})[-1] == "no price for it in VIGEN_LLM_PRICES"
