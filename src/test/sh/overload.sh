#!/bin/bash
# What the service does when more is asked than it can do, for assessments (kept and not kept) and for flips: goodput and
# latency of what is accepted as ratios to half load, share and latency of refusals, and how soon it is itself again.
# Usage: overload.sh [SECONDS FOR EACH STEP]
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-20}
benchmark=Overload
. src/test/sh/service.sh

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
