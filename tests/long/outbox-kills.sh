#!/usr/bin/env bash
# A full outbox and a mail server with faults, while the service is killed and started again.
#
#   tests/long/outbox-kills.sh [DELIVERIES [KILLS [sqlite|postgres|two-nodes [SEED]]]]     10000 50 sqlite 1
#
# The server refuses 1 % of the mails, defers 3 %, and hangs up on 1 % before and 1 % after it has them. Prints how many
# mails came, how many twice, and ends with 1 when one was lost, came too often, in the wrong order or as other bytes.
# ANNUALCYCLE_PROGRAM names another build of the program than the Release one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=${ANNUALCYCLE_PROGRAM:-$PWD/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle}
[ -x "$program" ] || dotnet build -c Release -v q --nologo src/AnnualCycle.Server >&2
engine=${3:-sqlite}
folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-outbox-XXXXXX") && chmod 755 "$folder"
own=
trap '[ -z "$own" ] || bash tests/postgres.sh stop "$folder/server"; rm -rf "$folder"' EXIT
postgres=
if [ "$engine" != sqlite ]; then
  postgres=${ANNUALCYCLE_OUTBOX_POSTGRES:-}
  if [ -z "$postgres" ]; then own=yes; postgres=$(bash tests/postgres.sh start "$folder/server"); fi
fi
python3 tests/long/outbox_kills.py "$program" "$folder" "${1:-10000}" "${2:-50}" "$engine" "${4:-1}" "$postgres"
