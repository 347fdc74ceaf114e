# The front door. `make run` and `make test` are all a newcomer needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORDS := $(patsubst %.po,%.mo,$(wildcard src/rapport/locale/*/LC_MESSAGES/*.po))

# Tests start hundreds of processes: each would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run serve test fast check types lint fix words setup setup-dev lock demo screenshots bench lab soak clean

help:  ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(VENV)/.setup: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rapport needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.setup-dev: $(VENV)/.setup requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

$(WORDS): %.mo: %.po | $(VENV)/.setup
	$(BIN)/python -m rapport.config.words compile

setup: $(VENV)/.setup $(WORDS)  ## make .venv with the command .venv/bin/rapport
setup-dev: $(VENV)/.setup-dev $(WORDS)  ## the same, with what the tests need

run: setup  ## start Rapport and open the browser
	$(BIN)/rapport serve

serve: setup  ## start Rapport, print its link, open nothing
	$(BIN)/rapport serve --no-browser

demo: setup  ## look at a month that someone else lived
	$(BIN)/rapport demo

test: setup-dev  ## every test; again on PostgreSQL where RAPPORT_TEST_DATABASE_URL names a server
	$(BIN)/python -m pytest -n auto
	@if [ -n "$$RAPPORT_TEST_DATABASE_URL" ]; then \
	  RAPPORT_DATABASE_URL="$$RAPPORT_TEST_DATABASE_URL" $(BIN)/python -m pytest -n auto tests/db tests/services tests/web; \
	else \
	  echo "Not run on PostgreSQL: set RAPPORT_TEST_DATABASE_URL=postgres://user:password@host/name for that."; \
	fi

fast: setup-dev  ## the rules, the formats and the house: seconds
	$(BIN)/python -m pytest -q tests/domain tests/formats tests/house

check: types lint  ## style, types, walls between rooms, words, the rules of the house
	$(BIN)/python -m pytest -q tests/house

types: setup-dev
	$(BIN)/mypy

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m rapport.config.words check

fix: setup-dev  ## what tools can put right by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

words: setup-dev  ## bring the French file up to date with the sources, and compile it
	$(BIN)/python -m rapport.config.words extract
	$(BIN)/python -m rapport.config.words compile

screenshots: setup-dev  ## the pictures of the README, from the demo
	$(BIN)/python -m tests.screenshots

bench: setup-dev  ## speed, as ratios against other tools
	$(BIN)/python -m bench

lab: setup-dev  ## ways of planning the day, compared on made-up lives (docs/lab.md)
	$(BIN)/python -m lab run --worlds article random:0-19 --planners article priors coach coach+44 self_oracle oracle --days 90

soak: setup-dev  ## long runs by hand: 250 kills of a logging server
	$(BIN)/python -m tests.kills --kills 250

clean:  ## remove what was made, never your data
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	rm -f $(WORDS)

lock:  ## refresh both lock files (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev -c requirements.lock -o requirements-dev.lock
