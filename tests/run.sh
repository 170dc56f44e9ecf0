#!/usr/bin/env bash
# Brings what the tests need, builds once, runs every test project and says how it went.
#
#   tests/run.sh [FILTER]      FILTER as in 'dotnet test --filter', for instance FullyQualifiedName~Easter
#
# The last line is always 'N passed, N failed, N skipped'; the exit code is 0 only when tests passed and none failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

filter=${1:-}
results=artifacts/tests
limit=$((25 * 60))
projects=(tests/*/*.Tests.csproj)

# Nothing ran: every project counts as failed, so that no reader of the last line can take it for a good run.
give_up() {
  echo "$1" >&2
  echo "0 passed, ${#projects[@]} failed, 0 skipped"
  exit 1
}

quietly() { # LOG COMMAND...: shows what the command said only when it fails
  local log=$results/$1; shift
  "$@" >"$log" 2>&1 </dev/null || { cat "$log" >&2; return 1; }
}

# --- a place to keep packages in ------------------------------------------------------------------------------------
mkdir -p "$results" || exit 1
find "$results" -mindepth 1 -delete
if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME" 2>/dev/null || [ ! -w "$HOME" ]; then
  HOME=$PWD/artifacts/home
  mkdir -p "$HOME"
fi
export HOME
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# A build node that stays behind would hold this run's output open and belong to nobody.
export MSBUILDDISABLENODEREUSE=1

# --- Debian's packages ----------------------------------------------------------------------------------------------
have_node() {
  local major
  major=$(node --version 2>/dev/null | sed -nE 's/^v([0-9]+).*/\1/p')
  [ -n "$major" ] && [ "$major" -ge 20 ] && command -v npm >/dev/null
}

missing_packages() {
  local package
  while read -r package; do
    case $package in ''|'#'*) continue;; nodejs|npm) have_node && continue;; esac
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s ' "$package"
  done <tests/packages.txt
}

if command -v dpkg-query >/dev/null; then
  missing=$(missing_packages)
  if [ -n "$missing" ]; then
    read -ra names <<<"$missing"
    [ "$(id -u)" -eq 0 ] || give_up "Missing Debian packages. As root:
  apt-get update && apt-get install --no-install-recommends ${names[*]}"
    echo "Installing ${names[*]}"
    export DEBIAN_FRONTEND=noninteractive
    quietly apt-update.log apt-get update -q \
      || echo "apt-get update failed; going on with the package lists at hand" >&2
    quietly apt-install.log apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 "${names[@]}" \
      || give_up "Could not install ${names[*]}"
  fi
else
  echo "No dpkg here: the tests expect what tests/packages.txt lists to be installed" >&2
fi

# --- the independent readers of iCalendar and of the pages, and an organisation to sign in at -------------------------
for folder in tests/oracles tests/browser tests/identity; do
  lock=$folder/package-lock.json
  stamp=$folder/node_modules/.installed-from
  if [ -f "$lock" ] && ! cmp -s "$lock" "$stamp"; then
    echo "Installing npm packages of $folder"
    quietly npm-ci.log npm ci --prefix "$folder" --no-audit --no-fund || give_up "npm ci failed in $folder"
    cp "$lock" "$stamp"
  fi
done
if [ -f tests/oracles/build.sh ]; then
  quietly oracles.log bash tests/oracles/build.sh || give_up "tests/oracles/build.sh failed"
fi

# --- build ----------------------------------------------------------------------------------------------------------
echo "Building"
quietly build.log dotnet build AnnualCycle.sln -c Release --nologo -v quiet -p:RestoreLockedMode=true \
  || give_up "The build failed"

# --- a PostgreSQL of this run's own --------------------------------------------------------------------------------
postgres=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-postgres-XXXXXX") && chmod 755 "$postgres" || exit 1
trap 'bash tests/postgres.sh stop "$postgres/server"; rm -rf "$postgres"' EXIT
ANNUALCYCLE_TEST_POSTGRES=$(bash tests/postgres.sh start "$postgres/server") || give_up "PostgreSQL did not start"
export ANNUALCYCLE_TEST_POSTGRES

# --- test -----------------------------------------------------------------------------------------------------------
# One project after the other: each fills both cores by itself, and the last ones start servers and browsers.
started=()
deadline=$((SECONDS + limit))
for project in "${projects[@]}"; do
  name=$(basename "$project" .csproj)
  left=$((deadline - SECONDS))
  [ "$left" -gt 0 ] || left=1
  echo "Testing $name"
  timeout --kill-after=10 "$left" dotnet test "$project" -c Release --no-build --nologo \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" ${filter:+--filter "$filter"} \
    >"$results/$name.log" 2>&1 </dev/null
  started+=("$name=$?")
done

python3 tests/results.py "$results" "${started[@]}"
