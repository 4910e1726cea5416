#!/usr/bin/env bash
# The project's own .venv, exactly as uv.lock says. Usage: scripts/setup.sh demo|test
# "demo" leaves the developers' tools out, "test" brings them. uv itself lives in .cache/uv, pinned by pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
what="${1:?demo or test}"

die() { printf 'lpgraph: %s\n' "$*" >&2; exit 1; }

python="${PYTHON:-python3}"
command -v "$python" >/dev/null || die "no python3 here. Install Python 3.11 or newer."
python="$("$python" -c 'import sys; print(sys.executable)')"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "$("$python" --version) is too old: Python 3.11 or newer is needed (PYTHON=/path/to/python3 make … chooses one)."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    die "this Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv"

version="$(sed -n 's/^ *"uv==\([0-9.]*\)".*/\1/p' pyproject.toml)"
uv=".cache/uv-$version/bin/uv"
if [ ! -x "$uv" ]; then
    echo "Setting up: uv $version into .cache" >&2
    "$python" -m venv ".cache/uv-$version"
    ".cache/uv-$version/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$version"
fi

echo "Setting up: .venv from uv.lock" >&2
# VIRTUAL_ENV of the caller's shell is none of ours; --inexact so that the demo never takes the tests' tools away.
unset VIRTUAL_ENV
# The certificates of the system: networks that look into traffic have one of their own.
export UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never UV_PYTHON="$python" UV_PROJECT_ENVIRONMENT="$PWD/.venv"
case "$what" in
    demo) "$uv" sync --quiet --frozen --no-dev --inexact ;;
    test) "$uv" sync --quiet --frozen --inexact ;;
    *) die "setup.sh knows demo and test, not $what" ;;
esac
touch ".venv/.ready-$what"
