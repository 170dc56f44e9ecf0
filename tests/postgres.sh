#!/usr/bin/env bash
# A PostgreSQL of the tests' own on loopback, with its own data folder.
#
#   tests/postgres.sh start FOLDER    starts it in an empty folder and prints a connection string
#   tests/postgres.sh stop FOLDER     stops it and removes the folder
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "No PostgreSQL here; tests/packages.txt names the package" >&2; exit 1; }
folder=$(realpath -m "$2")

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); else "$@"; fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

case $1 in
  start)
    mkdir -p "$folder"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
    as_owner "$bin/initdb" -D "$folder/data" -U annualcycle -A trust -E UTF8 --locale=C.UTF-8 -N >"$folder.log" 2>&1
    port=$(free_port)
    # What a power cut would lose is not what the tests ask about; what a killed process would lose is kept anyway.
    as_owner "$bin/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/data/server.log" start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200" \
      >>"$folder.log" 2>&1 </dev/null
    echo "Host=127.0.0.1;Port=$port;Username=annualcycle;Database=postgres"
    ;;
  stop)
    [ ! -f "$folder/data/postmaster.pid" ] || as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
    rm -rf "$folder" "$folder.log"
    ;;
esac
