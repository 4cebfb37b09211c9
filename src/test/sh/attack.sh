#!/bin/bash
# What an honest client notices of an attacker with another address, with 512 MB: liveness, and how many assessments, flips,
# moves in a workshop and differences are answered, and how soon. Kinds: see Attack.java.
# Usage: attack.sh [SECONDS] [KIND...]
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-30}
shift || true
export ENTENTE_JAVA_OPTIONS=${ENTENTE_JAVA_OPTIONS:--Xmx512m}
benchmark=Attack
. src/test/sh/service.sh
for kind in ${@:-explorations explorations-left exploration-jobs flips briefings briefings-own slow-bodies \
    slow-heads slow-readers joins event-streams idempotency-keys archive batches}; do
    "$java" -Xmx256m -XX:+UseSerialGC -cp "$classes" entente.benchmark.Attack "$port" scenarios "$kind" "$seconds"
done
grep -cE ' ERROR |OutOfMemory' "$scratch/log" | sed 's/^/errors in the log: /' || true
