#!/usr/bin/env bash
# Makes sure that Debian or Ubuntu packages are there: installs them as root, names the command otherwise.
set -euo pipefail

missing=()
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Vigen needs these system packages, under whatever name your system has for them: ${missing[*]}" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Vigen needs some system packages. Install them with:" >&2
    echo "    sudo apt-get install ${missing[*]}" >&2
    echo "and run make again." >&2
    exit 1
fi
echo "Installing system packages: ${missing[*]} …"
said=$(mktemp)
trap 'rm -f "$said"' EXIT
# Told only when it fails: on a bare system apt has much to say that is no trouble.
if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$said" 2>&1; then
    cat "$said" >&2
    exit 1
fi
