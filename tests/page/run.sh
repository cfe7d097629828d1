#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Opens the page in Debian's chromium and uses it as a reader would: tests/page/run.sh [PROGRAM] [PART OF A TEST'S NAME]
set -euo pipefail
program=$(realpath "${1:-build/release/entente}")
cd "$(dirname "$0")"
if ! command -v chromium > /dev/null; then
  ${SUDO:-} apt-get install -y --no-install-recommends chromium > /dev/null
fi
[ -d node_modules/playwright-core ] || npm ci --silent
exec node page_test.mjs "$program" "${2:-}"
