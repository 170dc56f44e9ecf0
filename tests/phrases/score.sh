#!/usr/bin/env bash
# Has a judge score the phrase grammar against a labelled corpus.
# usage: tests/phrases/score.sh CORPUS.json JUDGE [judge options…]
#   CORPUS  labelled phrases; when there is no such file the script says so and ends well
#   JUDGE   a program: JUDGE CORPUS [options] -- COMMAND…, where COMMAND reads a phrase a line and answers with JSON
# ANNUALCYCLE names the executable; otherwise a Release build is made and used.
set -euo pipefail
corpus=${1:?CORPUS}; judge=${2:?JUDGE}; shift 2
if [ ! -e "$corpus" ]; then echo "no corpus $corpus: nothing to score"; exit 0; fi
root=$(cd "$(dirname "$0")/../.." && pwd)
if [ -z "${ANNUALCYCLE:-}" ]; then
  dotnet build -c Release -v q --nologo "$root/src/AnnualCycle.Server" >&2
  ANNUALCYCLE=$root/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle
fi
exec "$judge" "$corpus" --min-exact 80 "$@" -- "$ANNUALCYCLE" phrase
