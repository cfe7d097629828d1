#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Opens the page in Debian's chromium and uses it as a reader would: tests/page/run.sh [PROGRAM] [PART OF A TEST'S NAME]
# What it installs lies beside the program, in page-tests/, and is used again until the lock file changes.
set -euo pipefail
program=$(realpath "${1:-build/release/entente}")
here=$(cd "$(dirname "$0")" && pwd)
packages=$(dirname "$program")/page-tests
if ! command -v chromium > /dev/null; then
  ${SUDO:-} apt-get install -y --no-install-recommends chromium > /dev/null
fi
if ! cmp -s "$here/package-lock.json" "$packages/.lock"; then
  rm -rf "$packages" && mkdir -p "$packages"
  cp "$here/package.json" "$here/package-lock.json" "$packages"
  (cd "$packages" && npm ci --silent)
  cp "$here/package-lock.json" "$packages/.lock"
fi
PAGE_PACKAGES=$packages exec node "$here/page_test.mjs" "$program" "${2:-}"
