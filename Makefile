# Developer commands. Only Python 3.11+, make and git need to be there beforehand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := demo-out

.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint types house browser words expected bench screenshots check train clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(VENV)/.ready ## install everything into .venv

$(VENV)/.ready: pyproject.toml uv.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^  "\(uv[>=0-9.]*\)",$$/\1/p' pyproject.toml)"
	UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --system-certs --frozen --inexact --all-extras --compile-bytecode --quiet
	touch $@

run: setup ## read the example and show the preparation
	ANDREGANG_HOME=$(OUT)/data $(BIN)/andregang show

demo: setup ## three example files in, a preparation out
	rm -rf $(OUT)
	ANDREGANG_HOME=$(OUT)/data $(BIN)/andregang prepare examples/annonse.html examples/cv.pdf examples/innkalling.eml --out $(OUT)/brief
	@ls -l $(OUT)/brief

test: setup browser ## all tests
	$(BIN)/pytest -n 2 --dist loadfile

lint: setup ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## static types
	$(BIN)/mypy

house: setup ## the floors, doors, columns and documents
	$(BIN)/pytest tests/house

browser: setup ## a browser for the tests: the system's, Debian's when root, or Playwright's
	$(BIN)/python tests/browser/install.py

words: setup ## collect what is said into the catalogues, and compile them
	$(BIN)/python tools/words.py

expected: setup ## write the golden outputs anew; read the difference before committing
	UPDATE_EXPECTED=1 $(BIN)/pytest tests/output tests/cli

bench: setup ## ratios side by side in one run
	$(BIN)/python bench/run.py
	$(BIN)/python -W ignore bench/web.py

screenshots: setup browser ## pictures of every page, in screenshots/
	$(BIN)/python -W ignore tools/screenshots.py

train: setup ## train the heads and the ranker anew
	UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --system-certs --frozen --inexact --all-extras --group training --quiet
	$(BIN)/python -m training

check: lint types test demo ## what must be green before a change lands

clean: ## remove what was made here
	rm -rf $(VENV) $(OUT) screenshots .mypy_cache .ruff_cache .hypothesis .import_linter_cache
