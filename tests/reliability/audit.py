"""Replays a database's journal and checks every change of every run that was ever made.

The journal holds each request in the order in which it was carried out, the
refused ones too. So nothing here depends on what a killed worker could still
log: ``python -m tests.reliability.audit FOLDER …`` (folders in their order).
"""

import itertools
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

TABLE = "advertisements"
STAGES = ("script_generation", "script_evaluation", "video_generation", "audio_generation", "editing")
MOVES = {
    ("", "IN_PROGRESS"),
    ("IN_PROGRESS", "GENERATED"),
    ("IN_PROGRESS", "FAILED"),
    ("IN_PROGRESS", "CANCELLED"),
    ("FAILED", "IN_PROGRESS"),
    ("CANCELLED", "IN_PROGRESS"),
    ("GENERATED", "IN_PROGRESS"),
}


def audit(folders: list[Path]) -> dict[str, Any]:
    """The account of one or more database folders, made in a process of its own (the tables are global)."""
    command = [sys.executable, "-m", "tests.reliability.audit", *map(str, folders)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    account: dict[str, Any] = json.loads(done.stdout)
    return account


class Account:
    """What happened to every run."""

    def __init__(self) -> None:
        self.last: dict[str, dict[str, Any]] = {}
        self.commits: Counter[tuple[str, str, int]] = Counter()
        self.tries: Counter[str] = Counter()
        self.begun: Counter[str] = Counter()
        self.begun_after_commit = 0
        self.refused = 0
        self.writes = 0
        self.wrong: list[str] = []

    def see(self, item: dict[str, Any]) -> None:
        """Take in a run's record as it is after a write."""
        now = _plain(item)
        run_id = now["run_id"]
        before = self.last.get(run_id, {"status": "", "fence": 0, "stages_done": 0})
        self.last[run_id] = now
        self.writes += 1
        self._status(run_id, before, now)
        if now["fence"] < before["fence"]:
            self.wrong.append(f"{run_id}: the fence fell from {before['fence']} to {now['fence']}")
        self._stages(run_id, before, now)

    def _status(self, run_id: str, before: dict[str, Any], now: dict[str, Any]) -> None:
        move = (before["status"], now["status"])
        if move[0] != move[1] and move not in MOVES:
            self.wrong.append(f"{run_id}: moved from {move[0]} to {move[1]}")
        if move[0] in {"FAILED", "CANCELLED", "GENERATED"} and move[1] == "IN_PROGRESS":
            self.tries[run_id] += 1

    def _stages(self, run_id: str, before: dict[str, Any], now: dict[str, Any]) -> None:
        step = now["stages_done"] - before["stages_done"]
        if step == 1:
            self.commits[run_id, STAGES[int(before["stages_done"])], self.tries[run_id]] += 1
        elif step > 1 or (step < 0 and now["status"] == before["status"] == "IN_PROGRESS"):
            self.wrong.append(f"{run_id}: stages went from {before['stages_done']} to {now['stages_done']}")
        for number, stage in enumerate(STAGES):
            if now.get(stage) == "RUNNING" and (
                before.get(stage) != "RUNNING" or now["begun"].get(stage) != before["begun"].get(stage)
            ):
                self.begun[stage] += 1
                self.begun_after_commit += number < now["stages_done"]

    def summary(self) -> dict[str, Any]:
        """The figures."""
        committed: Counter[str] = Counter()
        for (_, stage, _), count in self.commits.items():
            committed[stage] += count
        return {
            "runs": len(self.last),
            "statuses": dict(Counter(run["status"] for run in self.last.values())),
            "writes": self.writes,
            "writes_refused": self.refused,
            "stages_committed": sum(self.commits.values()),
            "stages_committed_twice": sum(count - 1 for count in self.commits.values()),
            "stages_begun": self.begun.total(),
            "stages_begun_after_commit": self.begun_after_commit,
            "begun_and_committed": {stage: [self.begun[stage], committed[stage]] for stage in STAGES},
            "highest_fence": max((int(run["fence"]) for run in self.last.values()), default=0),
            "films": len({run["film"] for run in self.last.values() if run.get("film")}),
            "wrong": self.wrong[:20],
        }


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    def value(name: str, default: Any) -> Any:
        held = item.get(name, {})
        return float(held["N"]) if "N" in held else held.get("S", default)

    stages = {stage: json.loads(value(stage, "{}")) for stage in STAGES}
    return {
        "run_id": value("run_id", ""),
        "status": value("status", ""),
        "fence": value("fence", 0),
        "stages_done": value("stages_done", 0),
        "film": value("final_video_uri", ""),
        "begun": {stage: record.get("started_at") for stage, record in stages.items()},
        **{stage: record.get("status", "PENDING") for stage, record in stages.items()},
    }


def _replay(folder: Path, account: Account) -> None:
    from ministack.core import persistence
    from ministack.services import dynamodb

    from vigen_site.embedded.journal import records
    from vigen_site.embedded.store import _ask

    newest = max(int(path.stem.rpartition("-")[2]) for path in folder.glob("snapshot-*.json"))
    text = (folder / f"snapshot-{newest:08}.json").read_text(encoding="utf-8")
    dynamodb.reset()
    dynamodb.load_persisted_state(json.loads(text, object_hook=persistence._json_object_hook))
    journals = sorted(path for path in folder.glob("journal-*.log") if int(path.stem[8:]) >= newest)
    for record in itertools.chain.from_iterable(map(records, journals)):
        try:
            request = json.loads(record.body)
        except ValueError:
            continue  # A client was killed while it asked; the request was refused.
        if record.operation == "UpdateItem" and request["TableName"].endswith(TABLE):
            # What is asked for back differs from write to write; the account needs the whole record.
            whole = json.dumps({**request, "ReturnValues": "ALL_NEW"})
            status, _headers, body = _ask(record.operation, whole.encode())
            if status == 200:
                account.see(json.loads(body)["Attributes"])
            else:
                account.refused += 1
            continue
        status, _headers, _body = _ask(record.operation, record.body.encode())
        if status == 200:
            for item in _put(record.operation, request):
                account.see(item)


def _put(operation: str, request: dict[str, Any]) -> list[dict[str, Any]]:
    if operation == "TransactWriteItems":
        puts = [step["Put"] for step in request["TransactItems"] if "Put" in step]
        return [put["Item"] for put in puts if put["TableName"].endswith(TABLE)]
    if operation == "PutItem" and request["TableName"].endswith(TABLE):
        return [request["Item"]]
    return []


def main() -> None:
    """Print the account of the folders that are named."""
    account = Account()
    for folder in sys.argv[1:]:
        _replay(Path(folder), account)
    print(json.dumps(account.summary()))  # noqa: T201


if __name__ == "__main__":
    main()
