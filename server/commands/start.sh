#!/usr/bin/env bash
# `npm start`: installs and builds what is missing, then runs the real thing.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/commands/ready.sh
exec env NODE_ENV=production node --enable-source-maps build/server/index.js
