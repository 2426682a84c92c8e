#!/usr/bin/env bash
# `npm run demo`: installs, builds, plays the demo town into a fresh database and serves it.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/commands/ready.sh
export DATA_DIR="${DATA_DIR:-.cache/demo}"
exec env NODE_ENV=production MALLOC_ARENA_MAX=2 STIMMTISCH_DEMO=1 node --enable-source-maps build/server/index.js "$@"
