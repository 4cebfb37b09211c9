#!/bin/bash
# What request bodies of the largest size that is accepted cost the service in processor time, valid ones and refused ones of many shapes: as a
# ratio to one plain assessment over the same path, and as a ratio to the cheapest valid body of the same size. The service
# is started as usual, with one compiler. Usage: costly-bodies.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
./entente version >/dev/null

scratch=$(mktemp -d)
javac -d "$scratch/classes" src/test/java/entente/benchmark/{BodyShapes,CostlyBodies}.java
./entente serve --port 0 --archive "$scratch/archive" >"$scratch/log" &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q " serves at " "$scratch/log"; do
    kill -0 "$service"
    sleep 0.2
done
port=$(sed -n 's|.* serves at http://127.0.0.1:\([0-9]*\), .*|\1|p' "$scratch/log")
"$java" -XX:+UseSerialGC -cp "$scratch/classes" entente.benchmark.CostlyBodies "$port" "$service" scenarios/baseline-2018.json
