#!/usr/bin/env bash
# How fast calendars are read and written beside libical (C) and python-icalendar, on this machine, in one run.
#
#   tests/long/calendar-speed.sh [EVENTS [ROUNDS]]        10000 events and 5 rounds when nothing is said
#
# Needs Debian's libical-dev, gcc, pkg-config and python3-icalendar. Ends with 1 when a goal is missed: reading at
# least 2 x libical, writing at least 3 x libical and 20 x python-icalendar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-speed-XXXXXX")
trap 'rm -rf "$folder"' EXIT
gcc -O2 -o "$folder/libical" tests/long/judges/libical_speed.c $(pkg-config --cflags --libs libical)
dotnet build -c Release -v q --nologo tests/AnnualCycle.Benchmarks >&2
tests/AnnualCycle.Benchmarks/bin/Release/net10.0/AnnualCycle.Benchmarks calendars speed \
  "$folder/libical" tests/long/judges/icalendar_speed.py "$folder/year.ics" "${1:-10000}" "${2:-5}"
