# Two commands do everything: `make run` and `make test`. Nothing but git, make and Python 3.11 to 3.13 is needed.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

# What is compiled where there is a C compiler; changed since, the sources run as they are until the next `make run` or `make compiled`.
SOURCES := $(shell find summarizer -name '*.py')

.PHONY: setup setup-dev compiled run test check format lock clean

setup: $(VENV)/.runtime $(VENV)/.compiled
setup-dev: $(VENV)/.dev
	@test -e $(VENV)/.compiled || $(MAKE) --no-print-directory $(VENV)/.compiled

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Gozideh needs Python 3.11, 3.12 or 3.13 (make PYTHON=python3.12 ...)")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Three quarters of a minute. No compiler, or no way to get mypyc: a line that says so, and all works as well, but slower.
compiled: | $(VENV)/.runtime
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-compile.lock
	$(PY) -m summarizer.compiled.build

$(VENV)/.compiled: requirements-compile.lock $(SOURCES) | $(VENV)/.runtime
	-$(MAKE) --no-print-directory compiled
	touch $@

run: setup
	$(PY) -m bot run

test: setup-dev
	$(PY) -m pytest

check: setup-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: setup-dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

# Renews both lock files; wants uv, which nothing else here does. No registry's address gets into them.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements-dev.lock --group pyproject.toml:compile -o requirements-compile.lock

clean:
	rm -rf $(VENV) summarizer/compiled/built .pytest_cache .mypy_cache .ruff_cache .hypothesis
