#!/bin/bash
# What the service does when more is asked than it can do, for assessments (kept and not kept) and for flips: goodput and
# latency of what is accepted as ratios to half load, share and latency of refusals, and how soon it is itself again.
# Usage: overload.sh [SECONDS FOR EACH STEP]
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-20}
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
./entente version >/dev/null

scratch=$(mktemp -d)
classes=$scratch/classes
javac -d "$classes" src/test/java/entente/benchmark/{Connection,Load,Overload}.java
./entente serve --port 0 --archive "$scratch/archive" >"$scratch/log" &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q " serves at " "$scratch/log"; do
    kill -0 "$service"
    sleep 0.2
done
port=$(sed -n 's|.* serves at http://127.0.0.1:\([0-9]*\), .*|\1|p' "$scratch/log")

scenario=scenarios/status-quo-2025.json
printf '{"scenario": %s, "to": "UNLIKELY"}' "$(cat $scenario)" >"$scratch/flips.json"
load() {
    echo "== $1"
    shift
    "$java" -Xmx512m -XX:+UseSerialGC -cp "$classes" entente.benchmark.Overload "$port" "$@" "$seconds"
}
load "assessments, not kept" "/api/v1/assessments?keep=false" "$scenario" 8
load "assessments, kept" "/api/v1/assessments" "$scenario" 8
load "flips" "/api/v1/flips" "$scratch/flips.json" 3
