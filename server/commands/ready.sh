#!/usr/bin/env bash
# Installs packages and builds where that is missing or older than the sources.
set -euo pipefail
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then npm ci; fi
if [ ! -f build/server/index.js ] || [ -n "$(find app server db public package-lock.json vite.config.ts remix.config.js -newer build/server/index.js -print -quit)" ]; then
  npm run build
fi
