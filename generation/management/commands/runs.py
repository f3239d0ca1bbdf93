"""Look at runs and step in: ``manage.py runs``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

from ads import lifecycle, queries
from ads.models import Ad
from ads.states import Stage, Status
from generation.worker.costs import Cost
from vigen_site.errors import DomainError

SHOWN = ("attempt", "seconds", "rounds", "written_by", "spoken_by", "started_at", "finished_at")
STEPS = ("requeue", "cancel", "fail")


class Command(BaseCommand):
    """``manage.py runs [list | show | requeue | cancel | fail] …``."""

    help = "Lists and shows runs with their stages, attempts, leases and costs; steps in where it must be."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and with which run."""
        commands = parser.add_subparsers(dest="step")
        listing = commands.add_parser("list", help="runs of one status, those in the making by default")
        listing.add_argument("--status", choices=[*Status], default=Status.IN_PROGRESS)
        listing.add_argument("--limit", type=int, default=50)
        commands.add_parser("show", help="all that is known of a run").add_argument("run_id")
        commands.add_parser(
            "requeue", help="attempts begin anew after the last finished stage; whoever holds it loses it"
        ).add_argument("run_id")
        commands.add_parser("cancel", help="as its owner would").add_argument("run_id")
        failing = commands.add_parser("fail", help="end it with a reason for its owner")
        failing.add_argument("run_id")
        failing.add_argument("--reason", default="This ad was stopped by the people who run this service.")

    def handle(self, *args: Any, **options: Any) -> str | None:
        """List, show, or step in."""
        del args
        if options["step"] in (None, "list"):
            _list(options.get("status", Status.IN_PROGRESS), options.get("limit", 50))
            return None
        ad = queries.find_run(options["run_id"])
        if ad is None:
            raise CommandError(f"There is no run {options['run_id']}. See: manage.py runs list")
        if options["step"] == "show":
            _show(ad)
            return None
        try:
            return _step_in(options["step"], ad, options.get("reason", ""))
        except DomainError as error:
            raise CommandError(str(error)) from error


def _step_in(step: str, ad: Ad, reason: str) -> str:
    if step == "requeue":
        lifecycle.requeue(ad)
        return f"Done: {ad.run_id} waits for a worker."
    if step == "cancel":
        lifecycle.cancel(ad)
        return f"Done: {ad.run_id} is cancelled."
    if not lifecycle.fail_for(ad, code="stopped", message=reason):
        raise CommandError("This run is not being made, or has just moved on. Look again.")
    return f"Done: {ad.run_id} has failed, as you said."


def _list(status: str, limit: int) -> None:
    table = Table(show_edge=False, pad_edge=False)
    for title in ("run", "person", "name", "stages", "attempt", "%", "cost", "held by", "created"):
        table.add_column(title, no_wrap=title == "run")
    for ad in queries.of_status(Status(status), limit=limit):
        table.add_row(
            ad.run_id,
            ad.user_id[-8:],
            ad.name[:30],
            f"{int(ad.stages_done)}/{len(Stage)}",
            str(int(ad.attempt)),
            str(int(ad.progress)),
            Cost.of_run(ad.stage(stage) for stage in Stage).money,
            ad.lease_owner or "nobody",
            ad.created_at[:19],
        )
    Console(width=180).print(table if table.row_count else f"No run is {status}.")


def _show(ad: Ad) -> None:
    console = Console(width=160, highlight=False)
    facts = {
        "run": ad.run_id,
        "person": ad.user_id,
        "name": ad.name,
        "status": f"{ad.status}, {int(ad.progress)} %: {ad.message}",
        "error": f"{ad.error_code}: {ad.error_message}" if ad.error_code else "",
        "held by": f"{ad.lease_owner or 'nobody'}, until {float(ad.lease_until):.0f}",
        "claims": f"fence {int(ad.fence)}, attempt {int(ad.attempt)} at this stage, version {int(ad.version)}",
        "cost": str(Cost.of_run(ad.stage(stage) for stage in Stage)),
        "film": ad.final_video_uri or "",
    }
    for name, value in facts.items():
        if value:
            console.print(f"{name:<8} {value}", markup=False)
    for stage in Stage:
        record = ad.stage(stage)
        account = [f"{name} {record[name]}" for name in SHOWN if name in record]
        cost = Cost.of_stage(record)
        account += [str(cost)] if cost.money else []
        console.print(f"  {stage:<18} {record['status']:<10} {', '.join(account)}", markup=False)
        for call in record.get("calls", ()):
            console.print(f"    {_call(call)}", markup=False)
        for name, key in record.get("artefacts", {}).items():
            console.print(f"    {name:<16} {key}", markup=False)


def _call(call: dict[str, Any]) -> str:
    price = f"${float(call['dollars']):.6f}" if "dollars" in call else "price unknown"
    tokens = f"{int(call['input_tokens']):,} tokens in, {int(call['output_tokens']):,} out"
    return f"{call['task']:<16} {call['model']}: {tokens}, {price}, {float(call['seconds']):.1f} s"
