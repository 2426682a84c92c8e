#!/usr/bin/env bash
# `npm start`: installs and builds what is missing, then runs the real thing.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/commands/ready.sh
# Two arenas of memory for all threads, or each keeps what a picture or a text took for a moment (docs/decisions/019).
exec env NODE_ENV=production MALLOC_ARENA_MAX=2 node --enable-source-maps build/server/index.js
