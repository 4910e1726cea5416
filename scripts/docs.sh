#!/usr/bin/env bash
# Writes the generated pages of docs/ anew, each by the module that knows it.
set -euo pipefail
cd "$(dirname "$0")/.."
for module in scripts/docs_*.py; do
    [ -e "$module" ] || { echo "No generated pages yet." >&2; exit 0; }
    .venv/bin/python "$module"
done
