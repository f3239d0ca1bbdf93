"""manage.py write_script: for people, and for programs."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

BAKERY = Path("examples/briefs/bakery.json")


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("write_script", *arguments, stdout=out)
    return out.getvalue()


def test_facts_idea_script_review_and_claims_are_shown():
    text = said(str(BAKERY))

    titles = ["Facts", "Idea", "Script: Rosa's Bakery", "Review: approved", "What the script states"]
    assert [title for title in titles if f"{title}" not in text] == []
    assert "1987  (scene 2): Family bakery in Porto since 1987." in text


def test_programs_get_the_same_as_json():
    found = json.loads(said(str(BAKERY), "--json", "--seed", "3"))

    assert found["review"]["approved"]
    assert found["facts"][0]["words"] == "Family bakery in Porto since 1987."
    assert len(found["sources"]) == len(found["script"]["scenes"])


def test_a_brief_with_mistakes_says_which(tmp_path):
    path = tmp_path / "brief.json"
    path.write_text(json.dumps({"name": "", "desc": "A lamp. Charges in 40 minutes."}))

    with pytest.raises(CommandError, match="name: The name is missing"):
        said(str(path))


def test_a_script_of_ones_own_is_shown_with_its_review_in_any_language():
    told = said("examples/briefs/ramen-japanese.json")

    assert "(Written by you)" in told
    assert "今日も、十八時間煮込みました。" in told
    assert "breaks off" not in told
    assert "the number 18 is not in the brief" not in told


def test_the_crew_is_not_loaded_for_it():
    program = (
        "import sys, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup()\n"
        "import generation.crew.account, generation.pipeline.briefing\n"
        "assert not any(name.split('.')[0] == 'crewai' for name in sys.modules)\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_the_client_of_the_database_is_not_loaded_for_it():
    program = (
        "import sys, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup()\n"
        "import generation.crew.account, generation.pipeline.briefing\n"
        "assert not {'botocore', 'pynamodb'} & set(sys.modules)\n"
        "from accounts.models import TABLES, User\n"
        "assert User in TABLES\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_spacy_is_loaded_without_its_command_line_which_stays_within_reach():
    program = (
        "import sys\n"
        "from generation.studio.english import load_spacy\n"
        "load_spacy()\n"
        "assert 'typer' not in sys.modules and 'spacy.cli' not in sys.modules\n"
        "import spacy.cli\n"
        "assert callable(spacy.cli.download)\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_crewai_is_loaded_without_what_no_crew_of_ours_asks_for():
    program = (
        "import sys\n"
        "import generation.crew.quiet\n"
        "left_out = ('crewai_core.platform_catalog', 'grpc', 'openai.types.beta')\n"
        "assert not [name for name in left_out if name in sys.modules]\n"
        "from crewai_core.platform_apps import PLATFORM_APPS\n"
        "assert PLATFORM_APPS\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)
