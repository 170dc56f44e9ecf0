#!/usr/bin/env bash
# Takes away, one after the other, what keeps invites through Outlook from coming twice or never, and sees the tests fall.
#
#   tests/long/outlook-guards.sh [NAME…]           all, or those whose names contain one of the words
#
# Works on a copy. Ends with 1 when something can be taken away unseen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
copy=$(mktemp -d "${TMPDIR:-/tmp}/annualcycle-guards-XXXXXX")
trap 'rm -rf "$copy"' EXIT
git ls-files -co --exclude-standard -z -- '*.props' '*.json' '*.txt' '*.editorconfig' .editorconfig src tests config \
  | xargs -0 cp --parents -t "$copy"
python3 tests/long/outlook_guards.py "$copy" "$@"
