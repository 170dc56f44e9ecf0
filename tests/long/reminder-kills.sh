#!/usr/bin/env bash
# A year's reminders, day by day, by a process that is killed again and again.
#
#   tests/long/reminder-kills.sh [DAYS [SEED]]     250 1
#
# The service plans and adopts a small collaboration's next year. Then each working day's round of reminders is done in a
# process of its own: once undisturbed, and once after up to three others were killed (SIGKILL) at it. Ends with 1 when the
# one year has reminded of anything that the other has not, or twice. ANNUALCYCLE_PROGRAM and ANNUALCYCLE_ROUND name other
# builds than the Release ones.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=${ANNUALCYCLE_PROGRAM:-$PWD/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle}
[ -x "$program" ] || dotnet build -c Release -v q --nologo src/AnnualCycle.Server >&2
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-reminders-XXXXXX")
trap 'rm -rf "$folder"' EXIT
round=${ANNUALCYCLE_ROUND:-$folder/round/reminder_round}
[ -x "$round" ] || dotnet build -c Release -v q --nologo -o "$folder/round" tests/long/reminder_round.cs >&2
python3 tests/long/reminder_kills.py "$program" "$round" "$folder" "$PWD/config" "${1:-250}" "${2:-1}"
