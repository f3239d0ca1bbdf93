#!/usr/bin/env bash
# Sets up what every target of the Makefile needs: system libraries, a virtual environment, the pinned packages.
# usage: deploy/setup.sh PYTHON VENV
set -euo pipefail

python=$1 venv=$2 uv_version=0.13.9
cd "$(dirname "$0")/.."

command -v "$python" >/dev/null || python=python3
if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null; then
    echo "Vigen needs Python 3.11 or 3.12. On Debian 12: apt-get install python3 python3-venv" >&2
    exit 1
fi

# Skia draws in memory only, but its library is linked against these two.
needed=(libgl1 libegl1)
# Debian keeps a part of Python's own venv in a package apart.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    needed+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
fi
bash deploy/system_packages.sh "${needed[@]}"

if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    echo "Making a virtual environment in $venv …"
    rm -rf "$venv"  # What an interrupted attempt has left.
    "$python" -m venv "$venv"
fi

echo "Installing the packages of requirements.lock (about 2 GB on disk; some minutes the first time) …"
[ -t 1 ] && quiet=() || quiet=(--quiet)  # Progress bars for people only.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
# --system-certs: behind a company proxy the system knows the certificate, and uv's own list does not.
"$venv/bin/uv" --system-certs pip sync "${quiet[@]}" --python "$venv/bin/python" --require-hashes requirements.lock
echo "Everything is installed."
