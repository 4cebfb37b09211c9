#!/bin/bash
# What request bodies of the largest size that is accepted cost the service in processor time, valid ones and refused ones of many shapes: as a
# ratio to one plain assessment over the same path, and as a ratio to the cheapest valid body of the same size. The service
# is started as usual, with one compiler. Usage: costly-bodies.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
benchmark=CostlyBodies
. src/test/sh/service.sh
"$java" -XX:+UseSerialGC -cp "$classes" entente.benchmark.CostlyBodies "$port" "$service" scenarios/baseline-2018.json
