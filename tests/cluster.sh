#!/usr/bin/env bash
# A throw-away PostgreSQL cluster, the same for `npm test` and for vitest run by hand.
#   cluster.sh start DIR   makes one in the empty directory DIR and prints its address
#   cluster.sh start DIR durable   the same, and what it confirms outlives its own crash
#   cluster.sh crash DIR   ends it as a crash does: no word to anybody, recovery at the next start
#   cluster.sh again DIR   starts it once more at the same address
#   cluster.sh stop DIR    ends it and removes DIR
# fsync is off unless it is durable: nothing in it has to outlive a power cut.
set -euo pipefail

binaries() {
  local folder
  for folder in /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null || true)"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder" && return; fi
  done
  echo 'PostgreSQL server binaries not found. Install them: apt-get install -y postgresql-15' >&2
  return 1
}

# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

start() {
  local dir=$1 bin port password attempt haste='-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off'
  # What a commit does not bring to the disk by itself stays in memory for long, so that a crash shows it.
  if [ "${2:-}" = durable ]; then haste='-c synchronous_commit=on -c wal_writer_delay=10s'; fi
  bin=$(binaries)
  password=$(node -p 'require("node:crypto").randomBytes(16).toString("hex")')
  if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
  as_server "$bin/initdb" --pgdata="$dir/data" --username=postgres --auth-local=trust --auth-host=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; return 1; }
  as_server chmod 700 "$dir"
  for attempt in 1 2 3; do
    port=$(free_port)
    # Without the redirection the server would hold this script's output open for ever.
    if as_server "$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/server.log" --wait --timeout=30 --options="\
      -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$dir -c max_connections=200 \
      $haste" start >"$dir/start.log" 2>&1; then
      break
    elif [ "$attempt" = 3 ]; then
      cat "$dir/start.log" "$dir/server.log" >&2
      return 1
    fi
  done
  # The tests get no superuser, since a town's own role is none either.
  as_server "$bin/psql" --quiet --no-psqlrc --host="$dir" --port="$port" --username=postgres --dbname=postgres \
    --command="create role stimmtisch login createdb password '$password'" >/dev/null
  echo "postgres://stimmtisch:$password@127.0.0.1:$port/postgres"
}

crash() {
  as_server "$(binaries)/pg_ctl" --pgdata="$1/data" --mode=immediate --wait --timeout=30 stop >/dev/null
}

# The options of the last start stand in postmaster.opts, the first word being the program itself.
again() {
  local dir=$1
  as_server bash -c "$(tail -n 1 "$dir/data/postmaster.opts") >>'$dir/server.log' 2>&1 </dev/null &"
  local port attempt
  port=$(grep -oP '(?<=port=)\d+' "$dir/data/postmaster.opts")
  for attempt in $(seq 300); do
    if as_server "$(binaries)/pg_isready" --quiet --host="$dir" --port="$port"; then return; fi
    sleep 0.1
  done
  return 1
}

stop() {
  local dir=$1
  if [ -d "$dir/data" ]; then
    as_server "$(binaries)/pg_ctl" --pgdata="$dir/data" --mode=immediate --wait --timeout=30 stop >/dev/null 2>&1 || true
  fi
  rm -rf "$dir"
}

action=$1
directory=$(cd "$2" && pwd)
cd /
case $action in
  start) start "$directory" "${3:-}" ;;
  crash) crash "$directory" ;;
  again) again "$directory" ;;
  stop) stop "$directory" ;;
  *) echo "unknown action $action" >&2 && exit 2 ;;
esac
