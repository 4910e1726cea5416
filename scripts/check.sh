#!/usr/bin/env bash
# Everything that must hold before a change lands, in order of speed. Usage: scripts/check.sh [lint]
# The first failure ends it and is named; the last line of a whole run is pytest's own summary.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"

step() {
    printf '== %s\n' "$1" >&2
    shift
    "$@" || { printf 'lpgraph: "%s" failed\n' "$*" >&2; exit 1; }
}

step "format" ruff format --check --quiet .
step "lint" ruff check --quiet .
step "types" mypy
step "imports" lint-imports
if [ "${1:-}" = lint ]; then exit 0; fi

# python -m puts the project on sys.path, where -p finds the plugin.
exec python -m pytest -p tests.plugins.no_silent_skips --durations=10
