#!/usr/bin/env bash
# How fast feeds are served beside nginx with the same bytes as static files, on this machine, in one run.
#
#   tests/long/feeds-against-nginx.sh [FEEDS [CHANGING [ROUNDS [SECONDS [MEGABYTES]]]]]
#
# By default 10 000 feeds of a hundred meetings, 500 of them replaced all the time, seven rounds of four seconds, and
# 1100 MB of feeds kept in memory: all of them, as nginx has all of them in the page cache. Prints every round and the
# median ratios; ends with 1 when a goal is missed. As root it installs nginx and wrk when they are missing.
# nginx runs in a folder and at a loopback port of its own and is stopped by its id.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

missing=()
command -v nginx >/dev/null || missing+=(nginx-light)
command -v wrk >/dev/null || missing+=(wrk)
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" -eq 0 ] || { echo "Missing Debian packages: ${missing[*]}" >&2; exit 1; }
  apt-get update -q >&2
  # Debian starts a freshly installed nginx; ours is the only one that is to run.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}" >&2
fi

dotnet build -c Release -v q --nologo tests/AnnualCycle.Benchmarks >&2
exec tests/AnnualCycle.Benchmarks/bin/Release/net10.0/AnnualCycle.Benchmarks "$@"
