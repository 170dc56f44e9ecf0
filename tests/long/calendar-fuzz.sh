#!/usr/bin/env bash
# Calendar files that are made up, cut and scrambled, each read to the last value.
#
#   tests/long/calendar-fuzz.sh [INPUTS [SEED]]        1000000 inputs from seed 1 when nothing is said
#
# Ends with 1 at the first input that the reader does not survive, which it prints, or when it hangs for ten minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export CALENDAR_FUZZ_INPUTS=${1:-1000000} CALENDAR_FUZZ_SEED=${2:-1}
time dotnet test tests/AnnualCycle.ICalendar.Tests -c Release --nologo --blame-hang-timeout "$((10 + CALENDAR_FUZZ_INPUTS / 10000))m" \
  --filter FullyQualifiedName~Octets_of_any_kind
