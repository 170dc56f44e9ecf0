#!/bin/bash
# Compiles and installs what the calendar oracles need, when it is missing. Several test hosts may call it at once.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
mkdir -p bin
exec 9> bin/.lock
flock 9
if [ ! -x bin/libical_rows ] || [ libical_rows.c -nt bin/libical_rows ]; then
    gcc -O1 -Wall -Werror -o bin/libical_rows.new libical_rows.c $(pkg-config --cflags --libs libical)
    mv bin/libical_rows.new bin/libical_rows
fi
if [ ! -e node_modules/ical.js/package.json ]; then
    npm ci --no-audit --no-fund --ignore-scripts
fi
