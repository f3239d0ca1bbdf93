"""A second model may be named for the review; what each question took is kept."""

import json

import pytest
from sample_briefs import briefs

from generation.crew.copywriter.script import write_script
from generation.crew.crew import judge, write
from generation.crew.embedded import as_answer, review_as_answer
from generation.crew.review import reviewed_by_rules
from generation.crew.usage import bill
from generation.pipeline import models_in_use

IDEA = json.dumps(
    {"line": "Ask and answer.", "alternatives": ["Start with one.", "Start with two.", "Start with three."]}
)


@pytest.fixture
def two_models(settings, server):
    settings.LLM, settings.LLM_REVIEWER = "openai/writer-model", "openai/reviewer-model"
    settings.LLM_API_KEY, settings.LLM_BASE_URL, settings.LLM_TIMEOUT = "any", server.base_url, 10
    return server


def test_the_reviewer_is_the_second_model(two_models, react):
    brief = briefs()[0]
    written = write_script(brief)
    review = review_as_answer(reviewed_by_rules(brief, written.script)).model_dump_json()
    script = as_answer(written).model_dump_json()
    two_models.will(react(content=IDEA), react(content=script), react(content=review))

    draft = write(brief, llm=models_in_use.writer())
    verdict = judge(brief, draft.script, llm=models_in_use.reviewer())

    assert [request["model"] for request in two_models.requests] == [
        "writer-model",
        "writer-model",
        "reviewer-model",
    ]
    assert verdict.approved
    spent = bill((*draft.calls, *verdict.calls))
    assert (spent["tokens"], spent["input_tokens"], spent["output_tokens"]) == (360, 300, 60)
    assert [call["task"] for call in spent["calls"]] == ["IdeaAnswer", "ScriptAnswer", "ReviewAnswer"]


def test_without_a_second_model_the_writer_reviews(two_models, settings):
    settings.LLM_REVIEWER = ""

    assert models_in_use.reviewer().model == models_in_use.writer().model


def test_rules_cost_nothing_and_leave_no_bill():
    assert bill(()) == {}
