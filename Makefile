# Everything runs from here: `make demo` and `make test` need Python 3.11+, make and git, nothing else.
# The environment is .venv, filled by pip from the hash-locked files in requirements/ (`uv pip sync` reads them too).

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
JOBS ?= $(shell $(BIN)/python -c 'import os; print(min(4, os.cpu_count() or 1))' 2>/dev/null || echo 1)

.PHONY: help env env-dev embed demo test test-slow check bench bench-short screenshot lock clean

help:
	@echo "make demo    environment, then the seed articles: read, extract, compare, review"
	@echo "make test    environment, then linters' fast part and all tests"
	@echo "make embed   optional: sentence embeddings, to find translated quotes"
	@echo "make check   format, lint, types, import contracts, spelling"
	@echo "make bench   benchmark suite (bench-short: the part CI runs)"

# The stamp files make a second `make` cheap; a changed lock file installs again.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "error: no Python 3.11 or newer found (install one, or set PYTHON=...)"; exit 2; }
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || { rm -rf $(VENV); \
	  echo "Python's venv module is missing; trying the system package"; \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get install -y -q python3-venv >/dev/null; } || \
	  { echo "error: cannot make a virtual environment (install the package python3-venv, then run make again)"; exit 2; }; \
	  $(PYTHON) -m venv $(VENV); }

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/runtime.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

env: $(VENV)/.runtime

env-dev: $(VENV)/.dev

# Optional: sentence embeddings, which find translated quotes.
embed: env
	$(PIP) install --require-hashes -r requirements/embed.txt

demo: env
	$(BIN)/workbench demo

test: env-dev
	$(BIN)/ruff check -q .
	$(BIN)/ruff format -q --check .
	$(BIN)/lint-imports --no-cache >/dev/null || $(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n $(JOBS)

test-slow: env-dev
	$(BIN)/python -m pytest -m slow --override-ini addopts="--import-mode=importlib -q"

check: env-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell workbench tests docs README.md CHANGELOG.md

bench: env-dev
	$(BIN)/python -m benchmarks

bench-short: env-dev
	$(BIN)/python -m benchmarks --short

screenshot: env
	$(BIN)/python docs/make_screenshots.py

# Needs uv on the path; the files it writes name no index.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q requirements/runtime.in -o requirements/runtime.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q requirements/embed.in -o requirements/embed.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -q requirements/dev.in -o requirements/dev.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
