#!/usr/bin/env bash
# Runs every problem of a folder through the planner and has an independent judge score the plans.
# usage: tests/planning/score.sh DIR JUDGE [solve options…]
#   DIR    problem files *.json; optima.txt in it ("name scalar" a line) is shown beside our result when it is there
#   JUDGE  a program: JUDGE PROBLEM SOLUTION --json prints {"hard":[…],"medium":n,"softTotal":n,"soft":{…}}
# ANNUALCYCLE names the executable; otherwise a Release build is made and used.
# Ends with 1 when the judge disagrees anywhere or a hard rule is broken.
set -euo pipefail
dir=${1:?DIR}; judge=${2:?JUDGE}; shift 2
root=$(cd "$(dirname "$0")/../.." && pwd)
if [ -z "${ANNUALCYCLE:-}" ]; then
  dotnet build -c Release -v q --nologo "$root/src/AnnualCycle.Server" >&2
  ANNUALCYCLE=$root/src/AnnualCycle.Server/bin/Release/net10.0/annualcycle
fi
out=$(mktemp -d); trap 'rm -rf "$out"' EXIT
bad=0
printf '%-12s %8s %8s %8s %8s %8s %6s %8s  %s\n' problem hard unplaced soft optimum bound gap seconds judge
for problem in "$dir"/*.json; do
  name=$(basename "$problem" .json)
  grep -q '"chains":' "$problem" || continue
  grep -q '"properties"' "$problem" && continue
  began=$(date +%s.%N)
  code=0; "$ANNUALCYCLE" solve "$problem" --solution "$out/$name.json" "$@" > "$out/line" || code=$?
  ended=$(date +%s.%N)
  if [ "$code" = 1 ]; then echo "$name: not solved"; bad=1; continue; fi
  "$judge" "$problem" "$out/$name.json" --json > "$out/verdict" || true
  python3 - "$name" "$dir/optima.txt" "$out/line" "$out/verdict" "$began" "$ended" <<'PY' || bad=1
import json, os, sys
name, optima, line, verdict, began, ended = sys.argv[1:]
ours, judged = json.load(open(line)), json.load(open(verdict))
best = dict(l.split() for l in open(optima)) if os.path.exists(optima) else {}
agree = (len(judged["hard"]), judged["medium"], judged["softTotal"]) == (ours["hard"], ours["unplaced"], ours["soft"])
show = lambda v: "-" if v is None else v
print(f'{name:12} {ours["hard"]:8} {ours["unplaced"]:8} {ours["soft"]:8} {best.get(name, "-"):>8} {show(ours["lowerBound"]):>8} '
      f'{show(ours["gap"]):>6} {float(ended) - float(began):8.2f}  {"agrees" if agree else "DISAGREES"}')
sys.exit(0 if agree and ours["hard"] == 0 else 1)
PY
done
exit $bad
