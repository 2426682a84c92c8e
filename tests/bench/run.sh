#!/usr/bin/env bash
# `npm run bench`: installs and builds what is missing, then measures.
set -euo pipefail
cd "$(dirname "$0")/../.."
bash server/commands/ready.sh
exec npx tsx tests/bench/index.ts "$@"
