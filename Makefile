# Every target sets up what it needs; the second time it is quick.
.DEFAULT_GOAL := help
.PHONY: help setup browser run test storm lint benchmark clean lock
SHELL := /bin/bash

PYTHON ?= python3.11
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

help:  ## Show this list
	@echo "Vigen: from a product brief to a finished video ad."
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(STAMP)  ## Install what Vigen needs into .venv (the other targets do this by themselves)

$(STAMP): requirements.lock deploy/setup.sh
	@bash deploy/setup.sh "$(PYTHON)" "$(VENV)"
	@touch $(STAMP)

browser:
	@bash deploy/system_packages.sh chromium ffmpeg

run: $(STAMP)  ## Start everything on http://127.0.0.1:8000; on an empty installation make a first ad
	@$(BIN)/python manage.py run

test: $(STAMP) browser  ## Run the tests
	@echo "Running the tests (a few minutes) …"
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

storm: $(STAMP)  ## Break everything on purpose, at full size (an hour or so; see docs/reliability.md)
	@bash deploy/system_packages.sh redis-server
	@$(BIN)/python -m pytest -m storm tests/reliability
	@$(BIN)/python -m tests.reliability throughput
	@$(BIN)/python -m tests.reliability throughput --broker redis

lint: $(STAMP)  ## Check style, types and the borders between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

benchmark: $(STAMP)  ## Measure how long an ad takes, stage by stage
	@$(BIN)/python -m benchmarks

lock: $(STAMP)  ## Resolve the dependencies again and write the lock file
	@$(BIN)/uv pip compile pyproject.toml --extra embedded --extra studio --extra writer --extra redis --extra dev --generate-hashes --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --upgrade -o requirements.lock -q

clean:  ## Remove the virtual environment and all caches; your data in var/ stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './var/*' -prune -exec rm -rf {} +
	@echo "Clean. Your data in var/ is untouched."
