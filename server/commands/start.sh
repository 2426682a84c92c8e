#!/usr/bin/env bash
# `npm start`: installs and builds what is missing, then runs the real thing.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/commands/ready.sh
# Every thread of its own arena keeps what pictures and texts took for a moment; two are enough (docs/decisions/019).
exec env NODE_ENV=production MALLOC_ARENA_MAX=2 node --enable-source-maps build/server/index.js
