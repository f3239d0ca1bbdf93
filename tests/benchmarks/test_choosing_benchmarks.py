"""``python -m benchmarks``: what it offers is there, and what it does not know it says."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS

ROOT = Path(__file__).resolve().parents[2]


def said(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=30)


def test_the_help_lists_every_benchmark_and_runs_none():
    told = said("--help").stdout

    assert all(name in told for name in BENCHMARKS)
    assert "==" not in told


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_that_is_offered_exists(name):
    assert importlib.util.find_spec(BENCHMARKS[name].module)


def test_a_name_that_is_not_known_is_answered_with_those_that_are():
    answer = said("speed-of-light")

    assert answer.returncode
    assert "whole-ad, frames, slides" in answer.stderr
