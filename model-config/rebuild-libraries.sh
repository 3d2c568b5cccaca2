#!/usr/bin/env bash
# Rebuilds every shipped model library (or those named) and compares it with the shipped one; `--update` replaces those that
# differ. Needs Debian 12 (its emscripten 3.1.6 makes the shipped bytes), Python 3.11 and a network for the packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v "${EMCC:-emcc}" > /dev/null; then
  if [ "$(id -u)" -ne 0 ]; then
    echo 'emcc is missing: run "apt-get install -y emscripten" as root (Debian 12), or set EMCC to its path' >&2
    exit 1
  fi
  apt-get update && apt-get install -y emscripten
fi
if [ ! -x .venv/bin/python ]; then
  python3 -m venv .venv
fi
.venv/bin/pip install --quiet --disable-pip-version-check -r compiler/requirements.txt
exec .venv/bin/python rebuild_libraries.py "$@"
