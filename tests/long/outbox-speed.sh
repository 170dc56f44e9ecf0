#!/usr/bin/env bash
# How fast the outbox empties, beside smtp-source (postfix), which keeps nothing: the same mails over as many connections
# to the same server, by turns.
#
#   tests/long/outbox-speed.sh [DELIVERIES [CONNECTIONS [ROUNDS]]]     2000 4 3
#
# Servers: smtp-sink, which throws mails away, and postfix, which queues them (root only). Engines: SQLite and PostgreSQL.
# Prints the median of both times and the ratio: 1 means that claims and ends cost nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export PATH=$PATH:/usr/sbin
program=${ANNUALCYCLE_PROGRAM:-$PWD/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle}
[ -x "$program" ] || dotnet build -c Release -v q --nologo src/AnnualCycle.Server >&2
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-speed-XXXXXX") && chmod 755 "$folder"
trap 'bash tests/postgres.sh stop "$folder/server"; rm -rf "$folder"' EXIT
postgres=$(bash tests/postgres.sh start "$folder/server")
python3 tests/long/outbox_speed.py "$program" "$folder" "$postgres" "${1:-2000}" "${2:-4}" "${3:-3}"
