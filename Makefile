# Two commands on a fresh machine with python3 (3.11 or newer), make and git:
#
#   make demo    set up, load the fictional network, open the dashboard
#   make test    set up what tests need, then check everything
#
# Both are fast the second time: a stamp in .venv says what has been set up.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.PHONY: help demo test lint docs clean

help:
	@sed -n '3,4s/^# *//p' Makefile
	@echo "make lint    format, lint, types and imports only"
	@echo "make docs    write the generated pages of docs/ anew"
	@echo "make clean   remove what make has set up (never your graph)"

demo: .venv/.ready-demo
	@.venv/bin/lpgraph demo

test: .venv/.ready-test
	@scripts/prepare-tests.sh
	@scripts/check.sh

lint: .venv/.ready-test
	@scripts/check.sh lint

docs: .venv/.ready-test
	@scripts/docs.sh

clean:
	@rm -rf .venv .cache dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/.ready-%: pyproject.toml uv.lock scripts/setup.sh
	@scripts/setup.sh $*
