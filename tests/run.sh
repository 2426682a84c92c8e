#!/usr/bin/env bash
# `npm test`: types, style, build and every test on both databases.
# `npm test -- tests/ideas` runs only the tests named.
set -euo pipefail
cd "$(dirname "$0")/.."

# Whether node_modules holds exactly what the lock file names; the time of a file says nothing after a git checkout.
installed() {
  node --input-type=module -e '
    import { readFileSync } from "node:fs"
    const read = (file) => JSON.parse(readFileSync(file, "utf8")).packages
    const wanted = read("package-lock.json")
    const present = read("node_modules/.package-lock.json")
    const same = (path) => present[path]?.version === wanted[path].version
    const stale = Object.keys(wanted).some((path) => path !== "" && !same(path) && !(wanted[path].optional && !present[path]))
    process.exit(stale ? 1 : 0)
  ' 2>/dev/null
}

has_chromium() { [ -x /usr/bin/chromium ]; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

if ! installed; then npm ci; fi

missing=()
has_chromium || missing+=(chromium)
has_postgres || missing+=(postgresql-15)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y "${missing[@]}"
  else
    echo 'The tests need Chromium and PostgreSQL. On Debian type:' >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
fi

scratch=$(mktemp -d "${TMPDIR:-/tmp}/stimmtisch-tests-XXXXXX")
chmod 755 "$scratch"
mkdir "$scratch/postgres"
types=''
finish() {
  if [ -n "$types" ]; then kill "$types" 2>/dev/null || true; fi
  bash tests/cluster.sh stop "$scratch/postgres" || true
  rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

failed_steps=()
step() {
  local name=$1
  shift
  echo "── $name"
  "$@" || failed_steps+=("$name")
}

# Every step runs even after one has failed, so that a single run shows all there is to mend.
if [ $# -eq 0 ]; then
  # The types take as long as style and build together, and a core of their own.
  npx tsc --noEmit >"$scratch/types.log" 2>&1 &
  types=$!
  step style npx biome check .
  step build npm run build
  step types wait "$types"
  cat "$scratch/types.log"
  types=''
fi

TEST_POSTGRES_URL=$(bash tests/cluster.sh start "$scratch/postgres")
export TEST_POSTGRES_URL
vitest_exit=0
npx vitest run --reporter=default --reporter=json --outputFile.json="$scratch/report.json" "$@" || vitest_exit=$?

summary_exit=0
npx tsx tests/summary.ts "$scratch/report.json" "$vitest_exit" ${failed_steps[@]+"${failed_steps[@]}"} || summary_exit=$?
exit "$summary_exit"
