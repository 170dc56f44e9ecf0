#!/usr/bin/env bash
# First starts that are killed at random instants until one comes through, then kills while serving.
#
#   tests/long/kill-and-restart.sh [ROUNDS [SEED]]        10 rounds and seed 1 when nothing is said
#
# Each round begins with an empty data folder. Prints how many starts were killed and where they stood, and ends with 1
# when a start left something half done, or when a calendar, its ETag or its address was another after a restart.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=src/AnnualCycle.Server/bin/Release/net10.0/annualcycle
[ -x "$program" ] || dotnet build -c Release -v q --nologo src/AnnualCycle.Server >&2
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-kills-XXXXXX")
trap 'rm -rf "$folder"' EXIT
python3 tests/long/kill_and_restart.py "$PWD/$program" "$folder" "${1:-10}" "${2:-1}"
