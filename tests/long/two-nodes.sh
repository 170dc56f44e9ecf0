#!/usr/bin/env bash
# Two nodes on one PostgreSQL, a night every second, while charters change and nodes are cut off and started again.
#
#   tests/long/two-nodes.sh [ROUNDS [SEED]]        5 rounds and seed 1 when nothing is said
#
# In each round one node, by turns, is killed at a random instant and started again. Prints how many nights were due
# and done, doubles, lost charter changes, and how long the other node was silent; ends with 1 when something was done
# twice, a change was lost or the nodes serve different bytes. PostgreSQL runs in a folder of its own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=src/AnnualCycle.Server/bin/Release/net10.0/annualcycle
[ -x "$program" ] || dotnet build -c Release -v q --nologo src/AnnualCycle.Server >&2
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-nodes-XXXXXX") && chmod 755 "$folder"
trap 'bash tests/postgres.sh stop "$folder/server"; rm -rf "$folder"' EXIT
postgres=$(bash tests/postgres.sh start "$folder/server")
python3 tests/long/two_nodes.py "$PWD/$program" "$folder" "$postgres" "${1:-5}" "${2:-1}"
