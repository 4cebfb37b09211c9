#!/bin/bash
# How the service answers a good client while many clients send a byte a second and as many read nothing of their
# answers: the latency of assessments as a ratio to that before, and the slowest answer of the liveness check.
# Usage: slow-clients.sh [SENDERS] [READERS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
senders=${1:-200}
readers=${2:-200}
seconds=${3:-120}
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
./entente version >/dev/null

scratch=$(mktemp -d)
classes=$scratch/classes
javac -d "$classes" src/test/java/entente/benchmark/{Connection,Load,SlowClients}.java
./entente serve --port 0 --archive "$scratch/archive" >"$scratch/log" &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q " serves at " "$scratch/log"; do
    kill -0 "$service"
    sleep 0.2
done
port=$(sed -n 's|.* serves at http://127.0.0.1:\([0-9]*\), .*|\1|p' "$scratch/log")
"$java" -Xmx256m -XX:+UseSerialGC -cp "$classes" entente.benchmark.SlowClients \
    "$port" scenarios/status-quo-2025.json "$senders" "$readers" "$seconds"
