#!/usr/bin/env bash
# Writes the generated pages and the pictures of docs/ anew, each by the module that knows it.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
fresh="$(mktemp)"
for page in cli:lpgraph.cli.docs loaders:loaders.docs queries:queries.docs; do
    python -m "${page#*:}" >"$fresh" # a page is replaced only when it was made to the end
    cp "$fresh" "docs/${page%%:*}.md"
done
rm -f "$fresh"
python scripts/pictures.py
