#!/usr/bin/env bash
# Holds the Graph of the tests against Microsoft's own description of Graph.
#
#   tests/long/outlook-contract.sh TOOLS     TOOLS: a folder with setup.sh, start.sh, stop.sh and canary.sh
#
# A checking proxy of TOOLS (start.sh proxy PORT UPSTREAM) stands before the Graph of the tests, in a process of its
# own. It turns a request that breaks the description into 422 and an answer that does into 500. canary.sh must show
# first that it checks at all. Ends with 1 at any violation. GRAPH_TOOLS_OUT names where the tools are installed;
# without it they are installed for this run alone. ANNUALCYCLE_GRAPH and ANNUALCYCLE_LIVES name other builds of graph_fake.cs
# and outlook_lives.cs: the service's own requests go the same way.
set -euo pipefail
tools=$(readlink -f "${1:?usage: tests/long/outlook-contract.sh TOOLS}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-outlook-XXXXXX")
export GRAPH_TOOLS_OUT=${GRAPH_TOOLS_OUT:-$folder/tools}
graph='' proxy=''
finish() {
  [ -z "$proxy" ] || bash "$tools/stop.sh" "$proxy" >&2
  [ -z "$graph" ] || { exec 7>&-; wait "$graph" || true; }
  rm -rf "$folder"
}
trap finish EXIT

[ -x "$GRAPH_TOOLS_OUT/node_modules/.bin/prism" ] || bash "$tools/setup.sh" >"$folder/setup.txt" 2>&1 \
  || { cat "$folder/setup.txt" >&2; exit 1; }
program=${ANNUALCYCLE_GRAPH:-$folder/graph/graph_fake}
[ -x "$program" ] || dotnet build -c Release -v q --nologo -o "$folder/graph" tests/long/graph_fake.cs >&2

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
bad=0
for duplicates in BadRequestWithEvent ConflictBare CreatedSameEvent; do
  upstream=http://127.0.0.1:$(free_port)
  mkfifo "$folder/$duplicates"
  "$program" "$upstream" $duplicates <"$folder/$duplicates" >"$folder/graph.txt" & graph=$!
  exec 7>"$folder/$duplicates"
  until grep -q http "$folder/graph.txt"; do kill -0 $graph; sleep 0.1; done
  port=$(free_port)
  bash "$tools/start.sh" proxy "$port" "$upstream" >&2
  proxy=$port
  bash "$tools/canary.sh" "http://127.0.0.1:$port"
  python3 tests/long/outlook_walk.py "http://127.0.0.1:$port" $duplicates || bad=1
  bash tests/long/outlook-lives.sh walk "http://127.0.0.1:$port/" || bad=1
  bash "$tools/stop.sh" "$port" >&2
  proxy=''
  exec 7>&-
  wait $graph
  graph=''
done
exit $bad
