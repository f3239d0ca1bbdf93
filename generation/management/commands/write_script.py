"""Write the script of a brief in a file and show how it came about: no crew, no queue, no key."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ads.briefs import read
from vigen_site.errors import Invalid


class Command(BaseCommand):
    """``manage.py write_script brief.json``."""

    help = (
        "Writes a script with the embedded copywriter and shows the facts that it read in the brief, the idea, "
        "the script and its review. Needs no database, no network and no key."
    )

    requires_system_checks = ()  # they import every page, which a script does not need

    def add_arguments(self, parser: CommandParser) -> None:
        """The brief, and how to show the result."""
        parser.add_argument("brief", type=Path, help="a JSON file with at least name and desc, or -")
        parser.add_argument("--json", action="store_true", help="everything as JSON, for programs")
        parser.add_argument(
            "--hosted", action="store_true", help="ask the model of VIGEN_LLM, which may cost money"
        )
        parser.add_argument("--seed", type=int, help="another number gives another script of the same brief")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, write, review, show."""
        del args
        # Imported late: --help answers at once.
        from generation.crew.copywriter.lean import in_a_hurry

        with in_a_hurry():
            self._write(options)

    def _write(self, options: dict[str, Any]) -> None:
        from generation.crew.account import account_of, account_of_own
        from generation.crew.errors import WritingError
        from generation.pipeline.briefing import crew_brief

        brief = _read(options["brief"])
        seed = brief.seed if options["seed"] is None else options["seed"]
        try:
            crewed = crew_brief(brief, seed=seed)
            if brief.script:
                account = account_of_own(crewed, brief.script)
            else:
                account = _by_model(crewed) if options["hosted"] else account_of(crewed)
        except WritingError as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(asdict(account), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(account.lines(settings.LLM_PRICES)))


def _by_model(brief: Any) -> Any:
    """Written and judged once by the models that the settings name."""
    from generation.crew.account import account_of_draft
    from generation.crew.crew import judge, write
    from generation.pipeline.models_in_use import reviewer, writer

    draft = write(brief, llm=writer())
    return account_of_draft(brief, draft, judge(brief, draft.script, llm=reviewer()))


def _read(path: Path) -> Any:
    try:
        given = json.loads(sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error
    if not isinstance(given, dict):
        raise CommandError(f"{path} must hold one brief: an object with at least name and desc.")
    try:
        return read(given)
    except Invalid as error:
        lines = [f"  {field}: {' '.join(messages)}" for field, messages in error.errors.items()]
        raise CommandError("\n".join(["The brief needs another look:", *lines])) from error
