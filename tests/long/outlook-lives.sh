#!/usr/bin/env bash
# Meetings that are asked to, moved and called off in Outlook while processes die and requests go wrong.
#
#   tests/long/outlook-lives.sh kills [LIVES [SEED]]      each step by processes that are killed (SIGKILL) at a request, 40 1
#   tests/long/outlook-lives.sh pairs [LIVES [SEED]]      two workers at once, two faults at random requests, 1000 1
#   tests/long/outlook-lives.sh walk ADDRESS              each request once, to a Graph that knows moten@kommun.example
#   tests/long/outlook-lives.sh year [MAILBOXES [MEETINGS [PEOPLE]]]      through the throttle, 40 40 12
#
# Ends with 1 when somebody is told twice or never, or an entry is there twice or otherwise than wanted.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
what=${1:?kills, pairs, walk or year}
shift
case $what in
  kills) set -- "${1:-40}" "${2:-1}" ;;
  pairs) set -- "${1:-1000}" "${2:-1}" ;;
  year) set -- "${1:-40}" "${2:-40}" "${3:-12}" ;;
  walk) : "${1:?an address}" ;;
  *) echo "kills, pairs, walk or year" >&2; exit 2 ;;
esac
program=${ANNUALCYCLE_LIVES:-}
if [ -z "$program" ]; then
  folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-outlook-XXXXXX")
  trap 'rm -rf "$folder"' EXIT
  dotnet build -c Release -v q --nologo -o "$folder" tests/long/outlook_lives.cs >&2
  program=$folder/outlook_lives
fi
"$program" "$what" "$@"
