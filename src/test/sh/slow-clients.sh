#!/bin/bash
# How the service answers a good client while many clients send a byte a second and as many read nothing of their
# answers: the latency of assessments as a ratio to that before, and the slowest answer of the liveness check.
# Usage: slow-clients.sh [SENDERS] [READERS] [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
senders=${1:-200}
readers=${2:-200}
seconds=${3:-120}
benchmark=SlowClients
. src/test/sh/service.sh
"$java" -Xmx256m -XX:+UseSerialGC -cp "$classes" entente.benchmark.SlowClients \
    "$port" scenarios/status-quo-2025.json "$senders" "$readers" "$seconds"
