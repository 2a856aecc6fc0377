# A CPython >= 3.11 with pip and venv, and make: nothing else is needed.
#   make demo      try the bot in a local Slack workspace in the browser
#   make test      run the whole test suite

PYTHON ?= python3
PORT ?= 8765
WORKERS ?= 4
DATA ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet
# One stamp per set of packages: a second call finds it and starts at once.
MADE := $(VENV)/.made
RUN := $(VENV)/.run-packages
DEV := $(VENV)/.dev-packages
JOURNAL := build/replay.jsonl

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_REQUIRE_VIRTUALENV := 1
# The suite runs hundreds of commands as processes: they need not compile the program each time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install demo test check read format lint types floors unused bench crash replay lock clean

help:
	@echo "make demo                 a local Slack workspace with the bot in it; PORT=8765"
	@echo "make install              only install, into .venv"
	@echo "make test                 the whole test suite; WORKERS=4"
	@echo "make check                format, lint, types, floors, unused code, then the tests"
	@echo "make bench                benchmarks; they print figures and change nothing"
	@echo "make crash                the crash run before a release: 40,000 messages, 520 kills"
	@echo "make replay DATA=folder   the Olist marketing funnel through the whole bot, worked out twice"
	@echo "make lock                 pin the dependencies again, for whoever changes them"
	@echo "make clean                remove what the above made, .venv included"

install: $(RUN)

demo: $(RUN)
	$(BIN)/sla demo --port $(PORT)

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=loadgroup

# The tests wait often enough for the other checks to run beside them.
check: lint
	@$(MAKE) --no-print-directory --jobs=2 read test

read: types floors unused

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

floors: $(DEV)
	$(BIN)/lint-imports

unused: $(DEV)
	$(BIN)/vulture

bench: $(DEV)
	@set -e; for file in $(filter-out bench/crash.py,$(wildcard bench/*.py)); do echo "== $$file"; $(BIN)/python "$$file"; done

# 40,000 messages and hundreds of kills; the suite has a run of 3,000.
crash: $(DEV)
	$(BIN)/python bench/crash.py

replay: $(DEV)
	@test -n "$(DATA)" || { echo "make replay DATA=folder: name the folder with the Olist files" >&2; exit 2; }
	$(BIN)/sla replay "$(DATA)" --journal $(JOURNAL)
	$(BIN)/python -m tests.replay $(JOURNAL)

# Needs uv (https://docs.astral.sh/uv/), which is no part of the locks. Pins stay as they are unless
# pyproject.toml wants otherwise; `make lock UPGRADE=--upgrade` takes what is newest.
# The addresses of package indexes stay out of the files, whatever this machine uses.
COMPILE = echo "setuptools>=80" | uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links $(UPGRADE)
lock:
	$(COMPILE) --output-file requirements.lock pyproject.toml -
	$(COMPILE) --output-file requirements-dev.lock --extra dev --constraint requirements.lock pyproject.toml -

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is missing or older than 3.11; name another one: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Hashes and `-e .` cannot share one call; the build backend is pinned with the rest.
$(RUN): requirements.lock pyproject.toml | $(MADE)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
