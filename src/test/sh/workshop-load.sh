#!/bin/bash
# Twenty groups on one machine: latency of moves as ratios to those of one group, and moves that were lost (none).
# Usage: workshop-load.sh [GROUPS [SECONDS]]
set -euo pipefail
cd "$(dirname "$0")/../../.."
groups=${1:-20}
seconds=${2:-300}
benchmark=WorkshopLoad
. src/test/sh/service.sh
"$java" -Xmx512m -XX:+UseSerialGC -cp "$classes" entente.benchmark.WorkshopLoad "$port" "$groups" "$seconds"
