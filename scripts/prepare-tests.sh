#!/usr/bin/env bash
# What the tests need beyond Python: Chromium (screens), Java 17+ and Maven (the genuine Neo4j they run on).
# Brought by apt-get where that may be done; otherwise one line says what to install, and the tests that need it skip
# (in CI a skip is a failure, see tests/plugins/no_silent_skips.py).
set -euo pipefail

java_is_17() {
    local version
    version="$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)" || return 1
    [ "${version:-0}" -ge 17 ]
}
chromium_is_here() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

missing=()
chromium_is_here >/dev/null || missing+=(chromium)
java_is_17 || missing+=(openjdk-17-jre-headless)
command -v mvn >/dev/null || missing+=(maven)
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "lpgraph: install these for all tests to run: Chromium, Java 17 or newer, Maven (missing: ${missing[*]})." >&2
    exit 0
fi
# Debian 13 has no Java 17: its default is newer, which serves as well.
echo "Setting up: apt-get install ${missing[*]}" >&2
log="$(mktemp)"
export DEBIAN_FRONTEND=noninteractive
install() { "${as_root[@]}" apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; }
if ! { "${as_root[@]}" apt-get update >"$log" 2>&1 &&
    { install "${missing[@]}" || install "${missing[@]/openjdk-17-jre-headless/default-jre-headless}"; }; }; then
    tail -5 "$log" >&2
    echo "lpgraph: apt-get could not install ${missing[*]}; its last lines are above, all of it in $log." >&2
    exit 1
fi
rm -f "$log"
