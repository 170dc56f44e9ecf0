#!/usr/bin/env bash
# Reads a folder of other people's calendar files and holds events and occurrences (2015 to 2030) against libical,
# python-icalendar with recurring_ical_events, and ical.js; then random rules against dateutil.
#
#   tests/long/calendars-of-others.sh DIR [RULES [SEED]]        3000 rules and seed 1 when nothing is said
#
# Prints a table of files by corpus and verdict, and each disagreement; ends with 1 when all three agree and we do not.
# Needs Debian's libical-dev, gcc, pkg-config, python3-icalendar, python3-recurring-ical-events, python3-dateutil, nodejs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[ -d "${1:-}" ] || { sed -n '2,9p' "$0" >&2; exit 1; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-calendars-XXXXXX")
trap 'rm -rf "$folder"' EXIT
gcc -O2 -Wall -o "$folder/libical" tests/long/judges/libical.c $(pkg-config --cflags --libs libical)
bash tests/oracles/build.sh >&2
dotnet build -c Release -v q --nologo tests/AnnualCycle.Benchmarks >&2
program=tests/AnnualCycle.Benchmarks/bin/Release/net10.0/AnnualCycle.Benchmarks
good=0
python3 tests/long/calendars_of_others.py "$program" "$folder/libical" tests/oracles "$1" || good=1
/usr/bin/python3 tests/long/rules_of_others.py "$program" "${2:-3000}" "${3:-1}" || good=1
exit "$good"
