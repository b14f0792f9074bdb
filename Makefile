# Python 3.11 to 3.13 and make are all that is needed: the first target that runs makes its own environment in .venv.
#
#   make demo     build a dataset from the shipped sample and show it
#   make test     every check of .ci/run: style, types, measured floors, tests
#   make faults   the long tests: kills at random points, races, many rows
#   make bench    measure reading, places and the store, with all figures
#   make golden   write golden files and the outputs in README.md anew, to be read as a diff
#   make train    how the shipped models and the gazetteer are made again
#   make clean    remove the environment and whatever tools left behind

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
# Articles and public benchmarks to measure on, which are no part of the project; skipped where they are not there.
SHARED ?= ../shared
WORKERS ?= 2
# One thread a process: the tests share the cores already.
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1

.PHONY: demo test style types floors tests faults bench golden train clean
.NOTPARALLEL:

demo: $(VENV)/.installed
	@$(BIN)/eventbook demo

test: style types floors tests

style: $(VENV)/.installed-test
	$(BIN)/ruff check .

types: $(VENV)/.installed-test
	$(BIN)/python -m mypy

floors: $(VENV)/.installed-test
	@if [ -d $(SHARED)/gold ] && [ -d $(SHARED)/bench ]; then \
		failed=0; \
		for run in benchmarks/reading/run.py benchmarks/places/run.py; do \
			echo "$(BIN)/python $$run"; $(BIN)/python $$run || failed=1; \
		done; exit $$failed; \
	else echo "floors: no gold/ and bench/ in $(SHARED), nothing to measure on"; fi

# Last, so that a run ends with what pytest counted.
tests: $(VENV)/.installed-test
	$(BIN)/python -m pytest -q -n $(WORKERS) -m "not slow"

faults: $(VENV)/.installed-test
	$(BIN)/python -m pytest -q -m slow --timeout 3600

bench: $(VENV)/.installed-test
	$(BIN)/eventbook bench --shared $(SHARED)
	$(BIN)/python benchmarks/places/run.py
	$(BIN)/python benchmarks/store/run.py

golden: $(VENV)/.installed-test
	$(BIN)/python tests/golden/regenerate.py
	$(BIN)/python tests/readme/examples.py

train:
	@cat coder/training/*/README.md

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .work
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed; name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Making an environment in $(VENV) (once, a few minutes) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) -m venv failed: on Debian, install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made setup.cfg pyproject.toml
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made setup.cfg pyproject.toml
	@$(PIP) install --editable ".[test]"
	@touch $@ $(VENV)/.installed
