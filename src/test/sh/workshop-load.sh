#!/bin/bash
# Twenty groups on one machine: latency of moves as ratios to those of one group, and moves that were lost (none).
# Usage: workshop-load.sh [GROUPS [SECONDS]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
groups=${1:-20}
seconds=${2:-300}
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
./entente version >/dev/null

scratch=$(mktemp -d)
javac -d "$scratch/classes" src/test/java/entente/benchmark/WorkshopLoad.java
./entente serve --port 0 --archive "$scratch/archive" >"$scratch/log" &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q " serves at " "$scratch/log"; do
    kill -0 "$service"
    sleep 0.2
done
port=$(sed -n 's|.* serves at http://127.0.0.1:\([0-9]*\), .*|\1|p' "$scratch/log")
"$java" -Xmx512m -XX:+UseSerialGC -cp "$scratch/classes" entente.benchmark.WorkshopLoad "$port" "$groups" "$seconds"
