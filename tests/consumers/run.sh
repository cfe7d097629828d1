#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Has other people's tools load our files and compare them with our own JSON: nodes, edges and labels with every nasty
# character. Usage: tests/consumers/run.sh [BUILD_FOLDER] [PART...]; parts: python node neo4j gephi (all by default).
#
# Needs the program entente_consumer_files of the build, and python3-venv, nodejs (18 or newer), npm,
# default-jdk-headless (17 or newer), maven, libxml2-utils and graphviz. What it installs lies in BUILD_FOLDER/consumers
# and is used again until its lock file changes. Ends with "N passed, N failed"; fails where a check or an install does.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build/release}
build=$(cd "$build" && pwd) || exit 2
shift || true
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(python node neo4j gephi)
work=$build/consumers
files=$work/files
results=$work/results
mkdir -p "$work"
: >"$results"

java_flags=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true)

failed() { echo "FAILED $1: $2" | tee -a "$results"; }

# installed NAME LOCK COMMAND...: runs the command in an empty folder NAME unless it has been run for this LOCK.
installed() {
  local folder=$work/$1 lock=$2 log=$work/$1.log
  shift 2
  if [ -f "$folder/.lock" ] && cmp -s "$folder/.lock" "$lock"; then return 0; fi
  rm -rf "$folder" && mkdir -p "$folder"
  if (cd "$folder" && "$@") >"$log" 2>&1; then
    cp "$lock" "$folder/.lock"
  else
    tail -5 "$log" >&2
    return 1
  fi
}

# report LOG COMMAND...: shows and keeps its "ok" and "FAILED" lines; a command that ends in error without one failed.
report() {
  local log=$work/$1.log name=$1
  shift
  "$@" >"$log" 2>&1
  local status=$?
  grep -E '^(ok|FAILED) ' "$log" | tee -a "$results"
  if [ $status -ne 0 ] && ! grep -q '^FAILED ' "$log"; then
    tail -5 "$log" >&2
    failed "$name" "ended with status $status"
  fi
}

install_python() { python3 -m venv . && bin/pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"; }

install_node() {
  cp "$here/package.json" "$here/package-lock.json" . && npm ci --ignore-scripts --no-audit --no-fund
}

install_jars() {  # PROFILE
  mvn --quiet --batch-mode -f "$here/pom.xml" -P "$1" dependency:copy-dependencies -DoutputDirectory="$PWD/lib"
}

run_python() {
  installed venv "$here/requirements.txt" install_python || { failed python "could not install"; return; }
  report python "$work/venv/bin/python" "$here/check_python.py" "$files"
}

run_node() {
  installed packages "$here/package-lock.json" install_node || { failed node "could not install"; return; }
  CONSUMER_PACKAGES=$work/packages report node node "$here/check_node.mjs" "$files"
}

run_neo4j() {
  installed neo4j "$here/pom.xml" install_jars neo4j || { failed neo4j "could not install"; return; }
  local home=$work/neo4j-home
  rm -rf "$home" && mkdir -p "$home/imported/conf" "$home/scripted/conf"
  if ! NEO4J_HOME=$home/imported java "${java_flags[@]}" -cp "$work/neo4j/lib/*" org.neo4j.cli.AdminTool \
      database import full neo4j --array-delimiter=U+001F --multiline-fields=true --report-file="$work/import.report" \
      --nodes="$files/csv/neo4j-actors.csv" --nodes="$files/csv/neo4j-documents.csv" \
      --relationships="$files/csv/neo4j-relations.csv" >"$work/neo4j-import.log" 2>&1; then
    tail -5 "$work/neo4j-import.log" >&2
    failed neo4j_import "neo4j-admin refused the csv"
    return
  fi
  report neo4j-check java "${java_flags[@]}" -cp "$work/neo4j/lib/*" "$here/Neo4jCheck.java" "$home/imported" \
      "$home/scripted" "$files"
}

run_gephi() {
  installed gephi "$here/pom.xml" install_jars gephi || { failed gephi "could not install"; return; }
  report gephi-check java "${java_flags[@]}" -cp "$work/gephi/lib/*" "$here/GephiCheck.java" "$files"
}

rm -rf "$files"
"$build/entente_consumer_files" "$files" || { echo "cannot write the files to check" >&2; exit 2; }
for part in "${parts[@]}"; do "run_$part"; done

passed=$(grep -c '^ok ' "$results")
failures=$(grep -c '^FAILED ' "$results")
echo "$passed passed, $failures failed"
[ "$failures" -eq 0 ] && [ "$passed" -gt 0 ]
